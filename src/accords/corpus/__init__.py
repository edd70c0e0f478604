"""Many records at once."""

from accords.corpus.walk import find_records

__all__ = ["find_records"]
