"""The turns of a recurring duty: those of its first turn, with every day in them shifted by the period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from accords.dates.durations import Duration
from accords.engine.days.axis import Axis
from accords.engine.days.moments import (
    ALWAYS,
    BEGIN,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    earliest,
    may_be_never,
    maybe,
    rest,
    union,
)
from accords.engine.days.rounds import rounds_later
from accords.engine.terms.points import Points
from accords.engine.terms.scope import Scope
from accords.engine.terms.terms import Slots, Terms
from accords.model.conditions import Condition

__all__ = ["Schedule", "Window", "counted_from", "of_all", "turn_of"]


class Window(NamedTuple):
    """One turn: its first instant, and its last."""

    opens: Moment
    closes: Moment
    begins: Moment
    """What has to come for the turn to exist: its opening or, where only a deadline is stated, that."""


def turn_of(scope: Scope, every: Duration, number: int) -> Scope:
    """The scope in which the conditions of the first turn are those of a later one."""
    return scope if number == 1 else scope._replace(later=(every, number - 1))


class Schedule:
    """The turns of a duty under one reading. ``start`` is when it binds and is triggered."""

    def __init__(self, points: Points, slots: Slots, every: Duration, start: Moment, scope: Scope) -> None:
        self._points, self._slots, self._every, self._scope = points, slots, every, scope
        self._axis: Axis = points.ledger.axis
        self._start = start

    def window(self, number: int) -> Window:
        """The turn of that number, counted from 1."""
        slots = self._slots
        if slots.due is not None:
            due = self._at(slots.due, number, closing=True)
            if slots.not_before is not None:
                opens = self._at(slots.not_before, number, closing=False)
                return Window(opens, due, opens)
            if number == 1:
                return Window(ALWAYS, due, due)
            before = self._at(slots.due, number - 1, closing=True)
            return Window(earliest(self._axis.next_instant(before), due), due, due)
        opens = self._opening(number)
        closes = self._axis.instant_before(self._opening(number + 1))
        return Window(opens, closes if slots.kept else earliest(closes, self.ends(number)), opens)

    def ends(self, number: int) -> Moment:
        """When the turn of that number ends, as ``ends`` of the first says; never, where it says nothing."""
        if self._slots.ends is None:
            return NOT_EVER
        return self._points.point(self._slots.ends, True, turn_of(self._scope.opposed, self._every, number))[0]

    def next(self, before: Window, counted: Moment) -> Window:
        """The turn after ``before`` where it is counted from what was done, or was due, in that one."""
        moved = self._axis.shift_moment(counted, self._every, closing=self._slots.due is not None)
        if self._slots.due is None:
            closes = self._axis.instant_before(rounds_later(self._axis, moved, self._every, 1, False))
            return Window(moved, closes, moved)
        if self._slots.not_before is None:
            return Window(self._axis.next_instant(counted), moved, moved)
        length = (before.closes[0][0], before.opens[0][0])
        opens = union((self._back(first, length), self._back(last, length)) for first, last in moved)
        return Window(opens, moved, opens)

    def _back(self, instant: Instant, length: tuple[Instant, Instant]) -> Instant:
        return self._axis.later(instant, *length) if self._axis.on_calendar(instant) else instant

    def _at(self, condition: Condition, number: int, closing: bool) -> Moment:
        return self._points.point(condition, closing, turn_of(self._scope, self._every, number))[0]

    def _opening(self, number: int) -> Moment:
        """From when a turn runs; where nothing is stated, the day on which the duty binds is day one."""
        if self._slots.not_before is not None:
            return self._at(self._slots.not_before, number, closing=False)
        first = self._points.of_days(self._start, closing=False)
        if number == 1:
            return first
        return rounds_later(self._axis, first, self._every, number - 1, False)


def of_all(windows: list[Window]) -> Window:
    """One that holds what any of several readings may make of a turn."""
    if len(windows) == 1:
        return windows[0]
    parts = [union(span for each in windows for span in getattr(each, name)) for name in ("opens", "closes", "begins")]
    return Window(*parts)


def counted_from(terms: Sequence[Terms], let_go: bool | None, owed_late: bool) -> Moment | None:
    """From when the turn after one of these terms is counted: what was done or, where no more is owed, was due.

    ``let_go`` tells whether that one alone was ended, None where it may be; ``owed_late`` whether it is owed past its
    deadline. None: from neither.
    """
    done = union(span for each in terms for span in each.days.performed)
    due = union(span for each in terms for span in each.stated_due)
    if done[-1][1] <= min(each.days.ended[0][0] for each in terms):
        let_go = False  # it was done before anything ended it
    if let_go:
        done = clip(done, BEGIN, max(each.days.ended[-1][1] for each in terms))
    if owed_late:
        counted = done if let_go is False else union((*done, *due))
        return counted if counted != NOT_EVER else None
    stops = [earliest(each.days.ended, each.days.over) for each in terms]
    early = tuple((first, min(last, due[-1][1])) for first, last in done if first <= due[-1][1])
    passed = clip(rest(due), BEGIN, max(stop[-1][1] for stop in stops)) if let_go is False else rest(due)
    counted = union((*early, *passed))
    forgone = let_go is not False and may_be_never(due)
    if counted and (forgone or (done and may_be_never(done) and min(stop[0][0] for stop in stops) < due[-1][1])):
        return maybe(counted)  # it may have ended before it was due
    return counted or None
