"""Checks of who owes what, by which act, in which part, and who may judge it: the codes that begin with 5."""
