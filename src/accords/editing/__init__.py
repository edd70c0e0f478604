"""A record changed in its own text, by a command or a workbook: all else stays, and it is written whole or not."""

from accords.editing.pointing import CUT, with_values
from accords.editing.revising import Revision, reviewed, revise, revise_at
from accords.editing.splicing import spliced
from accords.editing.storing import ChangedMeanwhileError, write_revision

__all__ = [
    "CUT",
    "ChangedMeanwhileError",
    "Revision",
    "reviewed",
    "revise",
    "revise_at",
    "spliced",
    "with_values",
    "write_revision",
]
