"""Many records at once."""

from accords.corpus.mending import unified_diff, write_mended
from accords.corpus.parallel import ProcessEndedError, examine_pieces
from accords.corpus.records import pieces, read_records
from accords.corpus.rejecting import keep_rejected
from accords.corpus.resuming import Resumption, ResumptionError
from accords.corpus.together import examine_together
from accords.corpus.walk import SUFFIX, find_records, named_here, stands_for_many
from accords.corpus.watching import watch

__all__ = [
    "SUFFIX",
    "ProcessEndedError",
    "Resumption",
    "ResumptionError",
    "examine_pieces",
    "examine_together",
    "find_records",
    "keep_rejected",
    "named_here",
    "pieces",
    "read_records",
    "stands_for_many",
    "unified_diff",
    "watch",
    "write_mended",
]
