"""Working days, as far as the calendar of a record tells which they are."""

from __future__ import annotations

from bisect import bisect_right

from accords.model.conclusion import Calendar
from accords.vocabulary import Weekday

__all__ = ["Workdays"]

_WEEK = {day: place for place, day in enumerate(Weekday)}
_MOST = 20_000
"""So many days are looked at; a count that leads further is left open."""


class Workdays:
    """Counts working days. A day whose kind the calendar leaves open may be one or none."""

    def __init__(self, calendar: Calendar | None) -> None:
        self._weekend = frozenset(_WEEK[day] for day in calendar.weekend) if calendar is not None else frozenset()
        self._known = calendar is not None and bool(self._weekend)
        self._since, self._until = 0, 0
        spans: list[tuple[int, int]] = []
        if calendar is not None:
            first, last = calendar.since, calendar.until
            self._since = first.earliest.toordinal() if first is not None and first.earliest is not None else 0
            self._until = last.latest.toordinal() if last is not None and last.latest is not None else 10**8
            for holiday in calendar.holidays:
                if holiday.earliest is not None and holiday.latest is not None:
                    spans.append((holiday.earliest.toordinal(), holiday.latest.toordinal()))
        self._holidays = sorted(spans)
        self._starts = [first for first, _ in self._holidays]

    def is_free(self, day: int) -> bool:
        """Whether a day is known to be none on which work is done."""
        if (day + 6) % 7 in self._weekend:
            return True
        at = bisect_right(self._starts, day)
        return any(first <= day <= last for first, last in self._holidays[max(0, at - 8) : at])

    def is_open(self, day: int) -> bool:
        """Whether the calendar leaves open what kind of day it is."""
        return not self.is_free(day) and not (self._known and self._since <= day <= self._until)

    def count(self, day: int, count: int) -> tuple[int, int | None]:
        """The ``count``-th working day after ``day``, before it for a negative count.

        The nearest that it can be, and the farthest: so many days that are known to be worked; None where the
        calendar tells of no such number.
        """
        step = 1 if count > 0 else -1
        here, left, certain = day, abs(count), True
        for _ in range(_MOST):
            if not left:
                return here, here if certain else self._surely(day, step, abs(count))
            here += step
            if not self.is_free(here):
                left -= 1
                certain = certain and not self.is_open(here)
        return here, None

    def _surely(self, day: int, step: int, left: int) -> int | None:
        """The day by which so many days have come that are known to be worked."""
        if not self._known:
            return None
        here = min(day, self._until + 1) if step < 0 else max(day, self._since - 1)
        for _ in range(_MOST):
            here += step
            if not self._since <= here <= self._until:
                return None
            left -= not self.is_free(here)
            if not left:
                return here
        return None
