"""Points: on which days a condition may come true, and on which it may become impossible."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, assert_never

from accords.engine.days.moments import (
    ALWAYS,
    ANY_DAY,
    BEGIN,
    NEVER,
    NOT_EVER,
    Moment,
    clip,
    drop,
    earliest,
    earliest_of_all,
    kth,
    latest,
    may_be_never,
    maybe,
    on,
    rest,
    union,
)
from accords.engine.days.offsets import counted_from, counts_from_date, counts_hours, hull
from accords.engine.days.rounds import is_whole, rounds_later
from accords.engine.facts.bearers import Subject
from accords.engine.facts.claims import Fact, common_days
from accords.engine.facts.kinds import ACTED
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import (
    Atom,
    ConclusionDay,
    CountedDay,
    EventDay,
    PlannedDay,
    WordsMet,
)
from accords.engine.terms.scope import EVERYWHERE, Scope
from accords.engine.terms.world import World
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
from accords.model.walk import events_in, nodes
from accords.vocabulary import Verdict

__all__ = ["Point", "Points", "Turn"]

Point: TypeAlias = tuple[Moment, Moment]
"""When a condition comes true, and when it becomes impossible."""


Turn: TypeAlias = Callable[[OnObligation, Scope], Point]
"""When the turn in the life of another duty is reached, as far as a scope tells which instance of it is meant."""


_IN_PARTS = (AllOf, AnyOf, AtLeast, NoEvent)
"""Conditions that are worked out in every turn from their parts."""

_FEW = 100
"""So many definitions can hang on one another and still be followed at once."""


class Points:
    """Evaluates conditions over the facts of a record, or of one world."""

    def __init__(self, ledger: Ledger, world: World, turn: Turn) -> None:
        self.ledger = ledger
        self.world = world
        self.free = world.choose is None and world.asked is None and not world.pins
        """Whether the world decides nothing, so that no atom has to be named."""
        self._turn = turn
        self._deep = len(ledger.definitions) > _FEW
        self._memo: dict[tuple[int, bool, Scope, bool], Point] = {}
        self._conclusion: Moment | None = None

    def atom(self, key: Atom, days: Moment) -> Moment:
        """The days of an atom, or those to which the world at hand narrows it."""
        return self.world.decide(key, days)

    def seen(self) -> Iterable[Point]:
        """The points of every condition that was evaluated."""
        return self._memo.values()

    # ---- the agreement's own points

    def conclusion(self, closing: bool = False) -> Moment:
        """The conclusion: its hour, or the first or last instant of its day; before all days where none is stated."""
        concluded, axis = self.ledger.record.conclusion, self.ledger.axis
        if concluded is None or concluded.date is None:
            return ALWAYS
        if self._conclusion is None:
            self._conclusion = self.atom(ConclusionDay(), ((axis.first(concluded.date), axis.last(concluded.date)),))
        if concluded.date.moment is not None:
            return self._conclusion
        return self.of_days(self._conclusion, closing)

    def of_days(self, moment: Moment, closing: bool) -> Moment:
        """Every instant moved to the last of its day, or to the first."""
        if self.ledger.axis.grain == 1:
            return moment
        edge = self.ledger.axis.closed if closing else self.ledger.axis.opened
        return union((edge(first), edge(last)) for first, last in moment)

    def entry(self, closing: bool = False, scope: Scope = EVERYWHERE) -> Moment:
        """The entry into force; the conclusion where nothing is stated. For one that joined later, its own."""
        term = self.ledger.record.term
        if term is None or term.entry_into_force is None:
            found = self.conclusion(closing)
        else:
            found = self._named(term.entry_into_force, closing)
        own: dict[str, Moment] = {}
        for party in self.ledger.record.parties if scope.joined else ():
            if party.actor_id in scope.joined and party.bound_from is not None:
                own[party.actor_id] = latest(own.get(party.actor_id, found), self._named(party.bound_from, closing))
        return earliest_of_all(own.values()) if own else found

    # ---- events

    def event(self, event_id: str, scope: Scope = EVERYWHERE, plan: bool = False, closing: bool = False) -> Moment:
        """When an event happens: as defined, else the first of its occurrences."""
        bound = scope.event if scope.event is not None and scope.event[0] == event_id else None
        event_id = bound[1] if bound is not None else event_id
        event = self.ledger.events.get(event_id)
        if event is None:
            return NOT_EVER
        if event.defined_as is not None:
            if self._deep:  # a chain of definitions may be long: from its far end, for at once it would be too deep
                self._deep = False
                for each in self._behind(event_id):
                    self.event(each, scope, plan, closing)
                self._deep = True
            return self._named(event.defined_as, closing, scope)
        found = self.once(event, scope, plan)
        again, heard = self.ledger.occurrences.get(event_id, ()), self.ledger.visible
        told = [each for each in again if bound is None or heard.is_told(each)]  # no duty arises by any other
        return earliest_of_all([found, *(self.once(each, scope, plan) for each in told)]) if told else found

    def _named(self, condition: Condition, closing: bool, scope: Scope = EVERYWHERE) -> Moment:
        """When something comes that others name, as a beginning or an end; what is about a time, to either side."""
        found = self.point(condition, closing, scope)[0]
        if closing and any(isinstance(node, Offset) and node.approximate for node in nodes(condition)):
            found = union((*found, *self.of_days(self.point(condition, False, scope)[0], True)))
        return found

    def _behind(self, event_id: str) -> list[str]:
        """The events on which the definition of an event hangs, each after those on which its own does."""
        reached, waiting = {event_id}, [event_id]
        while waiting:
            event = self.ledger.events.get(waiting.pop())
            ahead = events_in(event.defined_as) - reached if event is not None else set[str]()
            reached |= ahead
            waiting += ahead
        return [each for each in self.ledger.definitions if each in reached]

    def once(self, event: Event, scope: Scope, plan: bool = False) -> Moment:
        """When one event happens, whatever else may stand for it, as those hear it who wait for it."""
        return self.happening(event, self.ledger.waiting(event, scope.who_waits), plan)

    def happening(self, event: Event, subject: Subject, plan: bool = False) -> Moment:
        """When one event happens, as it bears on ``subject``. Plans count only where ``plan`` is set."""
        found = self.ledger.fact(event, subject)
        if plan and found.planned and not found.certain:
            days = union((*rest(self._days(event, subject, found)), *found.planned))
            return self.atom(PlannedDay(event.id, subject), maybe(days))  # what is planned may not come
        days = self._days(event, subject, found)
        return days if self.free else self.atom(EventDay(event.id, subject), days)

    def _days(self, event: Event, subject: Subject, found: Fact) -> Moment:
        if found.asserted or event.kind not in ACTED or event.act is not None:
            return found.days
        return drop(((max(BEGIN, found.floor + 1), NEVER),), self.ledger.watched_for(event, subject))

    # ---- conditions

    def turn_of(self, duty_id: str, number: int) -> Point:
        """When a turn of another duty is fulfilled, and when it no longer can be."""
        return self._turn(OnObligation(obligation_id=duty_id, turn=number), EVERYWHERE)

    def point(
        self, condition: Condition, closing: bool = False, scope: Scope = EVERYWHERE, plan: bool = False
    ) -> Point:
        """Both points of a condition. ``closing`` slots (due, ends, until) take a period's last day."""
        if scope.waiting is not None and (self._deep or not self.ledger.waits(condition)):
            scope = scope.unheard
        key = (id(condition), closing, scope, plan)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._point(condition, closing, scope, plan)
        return found

    def _point(self, condition: Condition, closing: bool, scope: Scope, plan: bool) -> Point:
        if scope.later is not None and not isinstance(condition, _IN_PARTS) and not counts_from_date(condition):
            first = self.point(condition, closing, scope.first, plan)
            whole = closing and isinstance(condition, OnDate) and is_whole(condition.value)
            true, dead = (rounds_later(self.ledger.axis, each, *scope.later, closing, whole=whole) for each in first)
            return true, dead
        match condition:
            case OnDate():
                axis = self.ledger.axis
                day = axis.last(condition.value) if closing else axis.first(condition.value)
                return (NOT_EVER if day >= NEVER - 1 else on(day)), NOT_EVER
            case OnConclusion():
                return self.conclusion(closing), NOT_EVER
            case OnEntryIntoForce():
                return self.entry(closing, scope), NOT_EVER
            case OnEvent():
                return self.event(condition.event_id, scope, plan, closing), NOT_EVER
            case OnObligation():
                return self._turn(condition, scope)
            case Offset():
                return self._offset(condition, closing, scope, plan)
            case AllOf() | AnyOf() | AtLeast():
                return self._several(condition, closing, scope, plan)
            case NoEvent():
                return self._no_event(condition, closing, scope, plan)
            case Never():
                return NOT_EVER, ALWAYS
            case Vague() | Prose():
                return self._in_words(condition, closing, scope), NOT_EVER
            case _:
                assert_never(condition)

    def _offset(self, condition: Offset, closing: bool, scope: Scope, plan: bool) -> Point:
        plan = plan or condition.is_before
        anchor, dead = self.point(condition.anchor, closing, scope, plan)
        if counts_hours(condition):  # from any hour of the anchor, where only its day is known
            true_too, dead_too = self.point(condition.anchor, not closing, scope, plan)
            anchor, dead = hull(anchor, true_too), hull(dead, dead_too)
            if any(isinstance(node, NoEvent) for node in nodes(condition.anchor)):
                anchor = hull(anchor, self.of_days(anchor, False))
        axis = self.ledger.axis
        counted, given = counted_from(axis, condition, anchor, closing, scope.nearest)
        if counted[0][0] != counted[-1][1]:
            counted = self.atom(CountedDay(id(condition), anchor, given), counted)
        return counted, counted_from(axis, condition, dead, closing, scope.nearest)[0]

    def _several(self, condition: AllOf | AnyOf | AtLeast, closing: bool, scope: Scope, plan: bool) -> Point:
        points = [self.point(child, closing, scope, plan) for child in condition.conditions]
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

    def _no_event(self, condition: NoEvent, closing: bool, scope: Scope, plan: bool) -> Point:
        until, gone = self.point(condition.until, True, scope, plan)
        since = self.point(condition.since, False, scope, plan)[0] if condition.since is not None else ALWAYS
        event = self.event(condition.event_id, scope.opposed.first, plan)
        inside = clip(rest(event), since[0][0], until[-1][1])
        if not inside:
            return until, gone
        if closing:  # at some hour of its day
            inside = hull(inside, rest(self.event(condition.event_id, scope.opposed.first, plan, True)))
        if not may_be_never(event) and event[0][0] >= since[-1][1] and event[-1][1] <= until[0][0]:
            return NOT_EVER, inside
        return maybe(until), union((*inside, *gone))

    def _in_words(self, condition: Vague | Prose, closing: bool, scope: Scope) -> Moment:
        told: Moment = ()
        if condition.id is not None:
            found = self.ledger.findings(condition.id, scope.waiting)
            met = [each for each in found if each.verdict is Verdict.MET]
            settled = [each.days for each in met if each.settles]
            if settled:
                return self.atom(WordsMet(condition.id), common_days(settled)[0])
            if met:
                told = common_days([each.days for each in met])[0]
            if closing and met:
                return self.atom(WordsMet(condition.id), maybe(told))
        if closing:
            return NOT_EVER
        if isinstance(condition, Vague) and condition.after is not None:
            after = self.point(condition.after, False, scope)[0]
            return self.atom(WordsMet(id(condition)), union((*told, (after[0][0], NEVER))))
        return self.atom(WordsMet(id(condition)), ANY_DAY)
