"""What the library says in English."""
