"""Many records at once."""

from accords.corpus.walk import SUFFIX, find_records

__all__ = ["SUFFIX", "find_records"]
