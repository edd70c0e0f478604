"""The checklist of an agreement: who is to do what, by when and under which conditions, as plain rows."""

from accords.checklist.build import checklist
from accords.checklist.rows import (
    Checklist,
    Cited,
    Fact,
    Item,
    NameNote,
    ReadAs,
    Section,
    SectionKind,
    SourceRow,
    Timing,
    TimingKind,
)

__all__ = [
    "Checklist",
    "Cited",
    "Fact",
    "Item",
    "NameNote",
    "ReadAs",
    "Section",
    "SectionKind",
    "SourceRow",
    "Timing",
    "TimingKind",
    "checklist",
]
