"""What the checks look things up in; nothing here finds a fault."""
