"""How a claim is entered: the options of one, and an event in somebody's editor."""
