"""The findings about duties and roles: the codes that begin with 5."""
