"""Many records at once."""

from accords.corpus.records import read_records
from accords.corpus.walk import SUFFIX, find_records, stands_for_many

__all__ = ["SUFFIX", "find_records", "read_records", "stands_for_many"]
