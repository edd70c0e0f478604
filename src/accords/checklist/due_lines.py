"""A deadline as computed, and on which other days it may lie."""

from __future__ import annotations

from accords.dates import as_date
from accords.standing.days import distance_in_words
from accords.standing.values import OtherDue, StandingRow
from accords.words import date_in_words, joined, say

__all__ = ["day_in_words", "deadline_words", "other_due_words"]


def deadline_words(standing: StandingRow, *, distances: bool = True) -> str:
    """The deadline as computed, how far away it is, what it was first, and how it was counted; empty without one."""
    if standing.due is None or standing.due_days is None:
        return ""
    any_later = say("day.from", first=standing.due)
    is_earliest = any(each.words == any_later for each in standing.other_dues)
    words = say("due.earliest", due=standing.due) if is_earliest else standing.due
    if distances and standing.due_first == standing.due_last:
        words = say("due.computed", due=words, distance=distance_in_words(standing.due_days))
    if standing.due_why is not None:
        words = say("due.hangs", due=words, why=standing.due_why)
    if standing.first_due is not None:
        key = "due.moved_by" if standing.moved_by else "due.moved"
        words = say(key, due=words, first=standing.first_due, names=joined(standing.moved_by))
    return words


def other_due_words(standing: StandingRow) -> str:
    """The other days on which the deadline may lie; empty where there are none."""
    return joined([_other_due(each, standing) for each in standing.other_dues], "or")


def _other_due(other: OtherDue, standing: StandingRow) -> str:
    """One of them; of days up to the deadline as reported only the first, and of those from it on only the last."""
    if other.why is not None:
        return say("due.other", due=other.words, why=other.why)
    one = standing.due_first if standing.due_first == standing.due_last else None
    if one is None or other.first is None or other.last is None or one not in (other.first, other.last):
        return other.words
    if other.last == one:
        return say("due.as_early", day=day_in_words(other.first_at or other.first))
    return say("due.as_late", day=day_in_words(other.at or other.last))


def day_in_words(when: str) -> str:
    """A day where it is one; other words stay."""
    return date_in_words(as_date(when)) if when[:1].isdigit() else when
