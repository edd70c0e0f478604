"""Many records at once."""

from accords.corpus.mending import unified_diff, write_mended
from accords.corpus.records import read_records
from accords.corpus.walk import SUFFIX, find_records, stands_for_many
from accords.corpus.watching import watch

__all__ = [
    "SUFFIX",
    "find_records",
    "read_records",
    "stands_for_many",
    "unified_diff",
    "watch",
    "write_mended",
]
