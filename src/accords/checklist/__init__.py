"""The checklist of an agreement or of several: who is to do what, by when, under which conditions, where it stands."""

from accords.checklist.agenda import due
from accords.checklist.build import checklist
from accords.checklist.choosing import EVERYTHING, Choice
from accords.checklist.combine import combined_checklist
from accords.checklist.due_list import DueEntry, DueKind, DueList, DueRecord
from accords.checklist.rows import (
    Checklist,
    FactLine,
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
    AmountRow,
    AssessmentRow,
    Branch,
    Bucket,
    ClaimRow,
    DisputeRow,
    EventRow,
    OtherDue,
    Possible,
    Shape,
    StandingRow,
    UnderReading,
    WatchRow,
)

__all__ = [
    "EVERYTHING",
    "SIGNS",
    "AmountRow",
    "AssessmentRow",
    "Branch",
    "Bucket",
    "Checklist",
    "Choice",
    "Cited",
    "ClaimRow",
    "DisputeRow",
    "DueEntry",
    "DueKind",
    "DueList",
    "DueRecord",
    "EventRow",
    "FactLine",
    "GroupBy",
    "Item",
    "NameNote",
    "OtherDue",
    "Possible",
    "ReadAs",
    "RecordRow",
    "Section",
    "SectionKind",
    "Shape",
    "SourceRow",
    "StandingRow",
    "Timing",
    "TimingKind",
    "UnderReading",
    "Unread",
    "WatchRow",
    "checklist",
    "combined_checklist",
    "due",
]
