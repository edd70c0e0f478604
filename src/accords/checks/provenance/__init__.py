"""Checks of sources and citations: the codes that begin with 4."""
