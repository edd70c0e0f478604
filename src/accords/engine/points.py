"""Points: on which days a condition may come true, and on which it may become impossible."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeAlias, assert_never

from accords.engine.claims import Fact, common_days
from accords.engine.ledger import Bearer, Ledger
from accords.engine.moments import (
    ALWAYS,
    ANY_DAY,
    BEGIN,
    NEVER,
    NOT_EVER,
    Moment,
    clip,
    drop,
    earliest,
    kth,
    latest,
    may_be_never,
    maybe,
    on,
    rest,
    union,
)
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.events import Event
from accords.vocabulary import EventKind, Reaches, Verdict

__all__ = ["Atom", "Bound", "Point", "Points", "Turn"]

Atom: TypeAlias = Hashable
"""One thing that worlds may decide differently: the day of an event, an unreported act, a reading."""

Point: TypeAlias = tuple[Moment, Moment]
"""When a condition comes true, and when it becomes impossible."""

Bound: TypeAlias = tuple[str, str] | None
"""A repeatable event and the occurrence that stands for it in one instance of an each-time duty."""

Turn: TypeAlias = Callable[[str, Reaches], Point]

_MAYBE_UNSEEN = (EventKind.PERFORMANCE, EventKind.CONDUCT)


_FEW = 100
"""So many definitions can hang on one another and still be followed at once."""


class Points:
    """Evaluates conditions over the facts of a record, or of the worlds in which ``pins`` are decided."""

    def __init__(self, ledger: Ledger, pins: Mapping[Atom, Moment], turn: Turn) -> None:
        self.ledger = ledger
        self.pins = pins
        self.choose: Callable[[Atom, Moment], Moment] | None = None
        """Where set, decides every atom that is not pinned."""
        self.asked: dict[Atom, Moment] | None = None
        """Where set, collects every atom that is asked for, with its days."""
        self._turn = turn
        self._first = ledger.definitions if len(ledger.definitions) > _FEW else []
        self._memo: dict[tuple[int, bool, Bound, bool], Point] = {}
        self._conclusion: Moment | None = None

    def atom(self, key: Atom, days: Moment) -> Moment:
        """The days of an atom, or those to which the world at hand narrows it."""
        if self.asked is not None:
            self.asked[key] = union((*self.asked.get(key, ()), *days))
        if self.pins and key in self.pins:
            pinned = self.pins[key]
            if isinstance(key, tuple) and key[0] in ("act", "violation"):
                return tuple(p for a, b in days for p in clip(pinned, a, b)) or NOT_EVER
            return pinned
        return days if self.choose is None else self.choose(key, days)

    def seen(self) -> Iterable[Point]:
        """The points of every condition that was evaluated."""
        return self._memo.values()

    # ---- the agreement's own points

    def conclusion(self) -> Moment:
        """The day of the conclusion; before all days where none is stated."""
        if self._conclusion is None:
            concluded, axis = self.ledger.record.conclusion, self.ledger.axis
            if concluded is None or concluded.date is None:
                self._conclusion = ALWAYS
            else:
                days = ((axis.earliest(concluded.date), axis.latest(concluded.date)),)
                self._conclusion = self.atom(("conclusion",), days)
        return self._conclusion

    def entry(self) -> Moment:
        """The entry into force; the conclusion where nothing is stated."""
        term = self.ledger.record.term
        if term is None or term.entry_into_force is None:
            return self.conclusion()
        return self.point(term.entry_into_force)[0]

    # ---- events

    def event(self, event_id: str, bound: Bound = None, plan: bool = False) -> Moment:
        """When an event happens: as defined, else the first of its occurrences."""
        if bound is not None and bound[0] == event_id:
            event_id = bound[1]
        event = self.ledger.events.get(event_id)
        if event is None:
            return NOT_EVER
        if event.defined_as is not None:
            first, self._first = self._first, []
            for each in first:  # a long chain of definitions, from its far end: at once it would be too deep
                self.event(each, plan=plan)
            return self.point(event.defined_as, bound=bound)[0]
        found = self.happening(event, self.ledger.bearer_of(event), plan)
        for occurrence in self.ledger.occurrences.get(event_id, ()):
            found = earliest(found, self.happening(occurrence, self.ledger.bearer_of(occurrence), plan))
        return found

    def happening(self, event: Event, bearer: Bearer | None, plan: bool = False) -> Moment:
        """When one event happens, as it bears on ``bearer``. Plans count only where ``plan`` is set."""
        found = self.ledger.fact(event, bearer)
        if plan and found.planned and not found.certain:
            return self.atom(("plan", event.id, bearer), union((*rest(found.days), *found.planned)))
        return self.atom(("event", event.id, bearer), self._days(event, bearer, found))

    def _days(self, event: Event, bearer: Bearer | None, found: Fact) -> Moment:
        if found.asserted or event.kind not in _MAYBE_UNSEEN:
            return found.days
        watched = self.ledger.watched(bearer, event.id) if bearer is not None else ()
        return drop(((max(BEGIN, found.floor + 1), NEVER),), watched)

    # ---- conditions

    def point(self, condition: Condition, closing: bool = False, bound: Bound = None, plan: bool = False) -> Point:
        """Both points of a condition. ``closing`` slots (due, ends, until) take a period's last day."""
        key = (id(condition), closing, bound, plan)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._point(condition, closing, bound, plan)
        return found

    def _point(self, condition: Condition, closing: bool, bound: Bound, plan: bool) -> Point:
        match condition:
            case OnDate():
                axis = self.ledger.axis
                day = axis.last(condition.value) if closing else axis.first(condition.value)
                return (NOT_EVER if day >= NEVER - 1 else on(day)), NOT_EVER
            case OnConclusion():
                return self.conclusion(), NOT_EVER
            case OnEntryIntoForce():
                return self.entry(), NOT_EVER
            case OnEvent():
                return self.event(condition.event_id, bound, plan), NOT_EVER
            case OnObligation():
                return self._turn(condition.obligation_id, condition.reaches)
            case Offset():
                return self._offset(condition, closing, bound, plan)
            case AllOf() | AnyOf() | AtLeast():
                return self._several(condition, closing, bound, plan)
            case NoEvent():
                return self._no_event(condition, bound, plan)
            case Never():
                return NOT_EVER, ALWAYS
            case Vague() | Prose():
                return self._in_words(condition, closing, bound), NOT_EVER
            case _:
                assert_never(condition)

    def _offset(self, condition: Offset, closing: bool, bound: Bound, plan: bool) -> Point:
        if condition.duration is None:
            return self._open_offset(condition, closing, bound, plan)
        back = condition.duration.total_days < 0 or condition.duration.total_months < 0
        true, dead = self.point(condition.anchor, closing, bound, plan or back)
        axis = self.ledger.axis
        anchor = condition.anchor
        seconds = condition.duration.exact_seconds
        if (
            seconds
            and isinstance(anchor, OnDate)
            and anchor.value.moment is not None
            and not condition.duration.total_months
            and not condition.duration.total_days
        ):
            return on(axis.shift_instant(anchor.value.moment, seconds)), dead
        shift = (condition.duration, condition.anchor_day, condition.month_end)
        moved = axis.shift_moment(true, *shift)
        if moved[0][0] != moved[-1][1]:
            moved = self.atom(("offset", id(condition), true), moved)
        return moved, axis.shift_moment(dead, *shift)

    def _open_offset(self, condition: Offset, closing: bool, bound: Bound, plan: bool) -> Point:
        """Some day after the anchor, or before it: which one is not worked out."""
        back = (condition.working_days or 0) < 0
        true, dead = self.point(condition.anchor, closing, bound, plan or back)
        days = ((BEGIN, true[-1][1]),) if back else ((true[0][0], NEVER),)
        return self.atom(("offset", id(condition), true), days), dead

    def _several(self, condition: AllOf | AnyOf | AtLeast, closing: bool, bound: Bound, plan: bool) -> Point:
        points = [self.point(child, closing, bound, plan) for child in condition.conditions]
        true, dead = points[0]
        if isinstance(condition, AllOf):
            for a, b in points[1:]:
                true, dead = latest(true, a), earliest(dead, b)
            return true, dead
        if isinstance(condition, AnyOf):
            for a, b in points[1:]:
                true, dead = earliest(true, a), latest(dead, b)
            return true, dead
        count = condition.count
        if count > len(points):
            return NOT_EVER, ALWAYS
        return kth([a for a, _ in points], count), kth([b for _, b in points], len(points) - count + 1)

    def _no_event(self, condition: NoEvent, bound: Bound, plan: bool) -> Point:
        until, gone = self.point(condition.until, True, bound, plan)
        since = self.point(condition.since, False, bound, plan)[0] if condition.since is not None else ALWAYS
        event = self.event(condition.event_id, bound, plan)
        inside = clip(rest(event), since[0][0], until[-1][1])
        if not inside:
            return until, gone
        certain = not may_be_never(event) and event[0][0] >= since[-1][1] and event[-1][1] <= until[0][0]
        if certain:
            return NOT_EVER, inside
        return maybe(until), union((*inside, *gone))

    def _in_words(self, condition: Vague | Prose, closing: bool, bound: Bound) -> Moment:
        if condition.id is not None:
            met = [r for r in self.ledger.rulings(condition.id, None) if r.finding.verdict is Verdict.MET]
            if met:
                return self.atom(("words", condition.id), common_days([(r.first, r.last) for r in met])[0])
        if closing:
            return NOT_EVER
        if isinstance(condition, Vague) and condition.after is not None:
            after = self.point(condition.after, False, bound)[0]
            return self.atom(("words", id(condition)), ((after[0][0], NEVER),))
        return self.atom(("words", id(condition)), ANY_DAY)
