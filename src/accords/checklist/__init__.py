"""The checklist of an agreement: who is to do what, by when, under which conditions, and where it stands."""

from accords.checklist.build import checklist
from accords.checklist.choosing import EVERYTHING, Choice
from accords.checklist.cited import Cited, SourceRow
from accords.checklist.rows import (
    Checklist,
    Fact,
    GroupBy,
    Item,
    NameNote,
    ReadAs,
    Section,
    SectionKind,
    Timing,
    TimingKind,
)
from accords.checklist.standings import (
    SIGNS,
    AssessmentRow,
    Branch,
    Bucket,
    ClaimRow,
    DisputeRow,
    EventRow,
    Possible,
    Shape,
    Standing,
    UnderReading,
    WatchRow,
)

__all__ = [
    "EVERYTHING",
    "SIGNS",
    "AssessmentRow",
    "Branch",
    "Bucket",
    "Checklist",
    "Choice",
    "Cited",
    "ClaimRow",
    "DisputeRow",
    "EventRow",
    "Fact",
    "GroupBy",
    "Item",
    "NameNote",
    "Possible",
    "ReadAs",
    "Section",
    "SectionKind",
    "Shape",
    "SourceRow",
    "Standing",
    "Timing",
    "TimingKind",
    "UnderReading",
    "WatchRow",
    "checklist",
]
