"""The scale of a timeline: which days it holds, where they lie, and which of them are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from accords.dates import as_date
from accords.render.pictures.timeline import Entry, EntryKind
from accords.words import date_in_words

__all__ = ["DayScale", "ticks_of"]

_BEFORE = 430
_AFTER = 1100
"""Days before the conclusion, and after it and the day asked about, that the scale holds."""

_MOST_TICKS = 3
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000)


@frozen
class DayScale:
    """Days from ``first`` to ``last`` (their ordinals), from ``left`` to ``right`` in pixels."""

    first: int
    last: int
    left: int
    right: int

    @classmethod
    def of(cls, entries: Sequence[Entry], today: date | None, *, left: int, right: int) -> DayScale:
        """From the first to the last day, but not so far around the conclusion that all the rest runs together."""
        days = [day.toordinal() for entry in entries for day in (entry.first, entry.last)]
        concluded = [entry for entry in entries if entry.kind is EntryKind.CONCLUSION]
        days += [today.toordinal()] if today is not None else []
        first, last = min(days), max(days)
        if concluded:
            middle = max(concluded[-1].last.toordinal(), today.toordinal() if today is not None else 0)
            first = max(first, min(concluded[0].first.toordinal(), middle) - _BEFORE)
            last = min(last, middle + _AFTER)
        return cls(first, last, left, right)

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies on the scale."""
        return self.first <= day.toordinal() <= self.last

    def x(self, day: date) -> int:
        """Where ``day`` lies; what lies outside stands at the edge."""
        span = max(self.last - self.first, 1)
        at = min(max(day.toordinal(), self.first), self.last)
        return self.left + (at - self.first) * (self.right - self.left) // span


def ticks_of(scale: DayScale) -> Iterator[tuple[date, str]]:
    """A few days on the scale in even steps, each with its name: whole months where there is room for no more."""
    span = scale.last - scale.first
    step = next((step for step in _DAYS if span <= step * _MOST_TICKS), None)
    if step is not None:
        for ordinal in range(scale.first, scale.last + 1, step):
            day = date.fromordinal(ordinal)
            yield day, date_in_words(as_date(day.isoformat()))
        return
    months = next((step for step in _MONTHS if span <= step * 30.5 * _MOST_TICKS), _MONTHS[-1])
    while span > months * 30.5 * _MOST_TICKS:
        months *= 10
    for day in _month_firsts(date.fromordinal(scale.first), date.fromordinal(scale.last), months):
        yield day, date_in_words(as_date(day.isoformat()[: 4 if months >= 12 else 7]))


def _month_firsts(first: date, last: date, step: int) -> Iterator[date]:
    """The first days of every ``step``-th month from ``first`` to ``last``, counted from the year 0."""
    month = first.year * 12 + first.month - 1 + (first.day > 1)
    month += -month % step
    while month // 12 <= last.year:
        day = date(month // 12, month % 12 + 1, 1)
        if day > last:
            return
        yield day
        month += step
        if month // 12 > date.max.year:
            return
