"""Where the duties of one agreement stand, why, and what changed, for people and programs."""
