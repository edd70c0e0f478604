"""A static site of published records: pages, feeds, a calendar and data, each a file, all worked out below."""
