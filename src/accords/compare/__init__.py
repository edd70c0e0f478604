"""What differs between two versions of a record, or between two days of one."""

from accords.compare.differences import (
    Aspect,
    Compared,
    Difference,
    DutyChange,
    EventChange,
    LineChange,
    PlaceChange,
    Sort,
    TurnChange,
)
from accords.compare.records import diff

__all__ = [
    "Aspect",
    "Compared",
    "Difference",
    "DutyChange",
    "EventChange",
    "LineChange",
    "PlaceChange",
    "Sort",
    "TurnChange",
    "diff",
]
