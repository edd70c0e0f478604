"""The turns of a recurring duty: those of its first turn, shifted by the period."""

from __future__ import annotations

from typing import NamedTuple

from accords.dates import Edtf, Precision
from accords.durations import Duration
from accords.engine.days.axis import Axis
from accords.engine.days.moments import ALWAYS, NOT_EVER, Instant, Moment, union
from accords.engine.terms.points import Points
from accords.engine.terms.scope import Scope
from accords.engine.terms.terms import Slots
from accords.model.conditions import Condition, OnDate

__all__ = ["Schedule", "Window", "of_all"]


class Window(NamedTuple):
    """One turn: its first instant, and its last."""

    opens: Moment
    closes: Moment
    begins: Moment
    """What has to come for the turn to exist: its opening or, where only a deadline is stated, that."""


class Schedule:
    """The turns of a duty under one reading. ``start`` is when it binds and is triggered."""

    def __init__(self, points: Points, slots: Slots, every: Duration, start: Moment, scope: Scope) -> None:
        self._points, self._slots, self._every, self._scope = points, slots, every, scope
        self._axis: Axis = points.ledger.axis
        self._start = start
        self._opens = points.point(slots.not_before, scope=scope)[0] if slots.not_before is not None else None
        self._due = points.point(slots.due, True, scope)[0] if slots.due is not None else None

    def window(self, number: int) -> Window:
        """The turn of that number, counted from 1."""
        if self._due is not None:
            due = self._closing(self._slots.due, self._due, number - 1)
            if self._opens is not None:
                opens = self._later(self._opens, number - 1)
                return Window(opens, due, opens)
            before = self._closing(self._slots.due, self._due, number - 2) if number > 1 else None
            return Window(ALWAYS if before is None else self._axis.next_instant(before), due, due)
        first = self._opens if self._opens is not None else self._axis_opened(self._start)
        opens = self._later(first, number - 1)
        return Window(opens, self.before(self._later(first, number)), opens)

    def ends(self, number: int) -> Moment:
        """When the turn of that number ends, as ``ends`` of the first says; never, where it says nothing."""
        if self._slots.ends is None:
            return NOT_EVER
        return self._closing(
            self._slots.ends, self._points.point(self._slots.ends, True, self._scope.opposed)[0], number - 1
        )

    def next(self, before: Window, counted: Moment) -> Window:
        """The turn after ``before`` where it is counted from what was done, or was due, in that one."""
        moved = self._axis.shift_moment(counted, self._every, closing=self._due is not None)
        if self._due is None:
            closes = self.before(self._axis.shift_moment(moved, self._every, closing=None))
            return Window(moved, closes, moved)
        if self._opens is None:
            return Window(self._axis.next_instant(counted), moved, moved)
        length = (before.closes[0][0], before.opens[0][0])
        opens = union((self._back(first, length), self._back(last, length)) for first, last in moved)
        return Window(opens, moved, opens)

    def _back(self, instant: Instant, length: tuple[Instant, Instant]) -> Instant:
        return self._axis.later(instant, *length) if self._axis.on_calendar(instant) else instant

    def before(self, moment: Moment) -> Moment:
        """The instant before each; never stays never."""
        if moment == NOT_EVER:
            return moment
        calendar = self._axis.on_calendar
        return union((a - 1 if calendar(a) else a, b - 1 if calendar(b) else b) for a, b in moment)

    def _axis_opened(self, moment: Moment) -> Moment:
        return self._points.of_days(moment, closing=False)

    def _later(self, moment: Moment, times: int) -> Moment:
        return self._axis.shift_moment(moment, self._every, times=times, closing=None) if times else moment

    def _closing(self, condition: Condition | None, moment: Moment, times: int) -> Moment:
        """An end shifted: the end of a whole month or year stays one."""
        if not times:
            return moment
        if isinstance(condition, OnDate) and _is_whole(condition.value):
            after = self._points.of_days(self._axis.next_instant(moment), closing=False)
            return self.before(self._later(after, times))
        return self._later(moment, times)


def _is_whole(when: Edtf) -> bool:
    """Whether a date is a month, a year or longer, or a span that ends with one."""
    last = when.end if when.end is not None else when
    return last.precision not in (Precision.DAY, Precision.TIME)


def of_all(windows: list[Window]) -> Window:
    """One that holds what any of several readings may make of a turn."""
    if len(windows) == 1:
        return windows[0]
    parts = [union(span for each in windows for span in getattr(each, name)) for name in ("opens", "closes", "begins")]
    return Window(*parts)
