"""What follows from each view of what is told: of a disputed matter, and of an event on which a deadline hangs."""
