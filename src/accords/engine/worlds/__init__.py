"""Instances assessed over all worlds: states, disputes, flags, what would settle them."""
