"""Checks of texts, names and codes of countries: the codes that begin with 6."""
