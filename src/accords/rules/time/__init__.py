"""The findings about time and logic: the codes that begin with 3."""
