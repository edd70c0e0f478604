"""The checklist of an agreement or of several: who is to do what, by when, under which conditions, where it stands."""

from accords.checklist.build import checklist
from accords.checklist.choosing import EVERYTHING, Choice
from accords.checklist.combine import combined_checklist
from accords.checklist.rows import (
    Checklist,
    Fact,
    GroupBy,
    Item,
    NameNote,
    ReadAs,
    RecordRow,
    Section,
    SectionKind,
    Timing,
    TimingKind,
    Unread,
)
from accords.standing.cited import Cited, SourceRow
from accords.standing.values import (
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
    "RecordRow",
    "Section",
    "SectionKind",
    "Shape",
    "SourceRow",
    "Standing",
    "Timing",
    "TimingKind",
    "UnderReading",
    "Unread",
    "WatchRow",
    "checklist",
    "combined_checklist",
]
