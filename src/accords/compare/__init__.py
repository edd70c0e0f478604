"""What differs between two versions of a record, or between two days of one."""

from accords.compare.differences import Aspect, Difference, DutyChange, EventChange, LineChange, Side, Sort
from accords.compare.records import diff

__all__ = ["Aspect", "Difference", "DutyChange", "EventChange", "LineChange", "Side", "Sort", "diff"]
