"""Checks of days, deadlines, turns and claims: the codes that begin with 3."""
