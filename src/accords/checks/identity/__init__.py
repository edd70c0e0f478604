"""Checks of ids, references, circles and waivers: the codes that begin with 2."""
