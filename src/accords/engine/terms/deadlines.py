"""When an instance is due: as stated, postponed, moved by spells, and as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from accords.engine.days.moments import (
    ALWAYS,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    latest,
    may_be_never,
    maybe,
    rest,
    union,
)
from accords.engine.days.spells import deadline
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.instances import Instance
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.points import Points
from accords.engine.terms.scope import Scope
from accords.engine.terms.terms import Slots, Stage, Terms, due_at
from accords.model.conditions import OnEvent, OnObligation
from accords.vocabulary import EventKind

__all__ = ["Deadlines", "Due"]

_BEFORE = ("due_before_start", "due_may_be_before_start")


class Due(NamedTuple):
    """The deadline at the day asked about, the stages of its postponing, and flags."""

    days: Moment
    stages: tuple[Stage, ...]
    flags: tuple[str, ...]


class Others(NamedTuple):
    """The deadlines of what may be done in its place: the last that is stated, and the last after postponements."""

    stated: Moment
    widest: Moment
    moved: tuple[Stage, ...]


class Deadlines:
    """Works out deadlines from what is stated and from what moves it."""

    def __init__(self, ledger: Ledger, points: Points, t: Instant) -> None:
        self.ledger = ledger
        self.points = points
        self._t = t

    def of(self, instance: Instance, terms: Terms, slots: Slots, scope: Scope, others: Others | None) -> Due:
        """The deadline of an instance: of alternatives the last of all, for ``others`` may be done in its place."""
        stated = terms.stated_due if terms.tied_due is None else terms.tied_due
        moved = list(self.postponed(instance, scope))
        if others is not None:
            own = union((*stated, *(day for stage in moved for day in stage.due)))
            moved = [stage._replace(due=latest(stage.due, others.widest)) for stage in moved]
            moved += [Stage(since, latest(due, latest(own, others.widest))) for since, due in others.moved]
            stated = latest(stated, others.stated)
        alone = others is None and terms.tied_due is None
        back = slots.counted_back if alone else None
        if back is not None and _is_planned(self.ledger, back, scope, instance.number):
            stated = maybe(clip(stated, self._t, NEVER) or NOT_EVER)  # what is only planned makes nothing overdue
        if alone and _follows_opening(terms.days, slots, scope):
            due = deadline(self.ledger.axis, terms.days.open, stated, terms.spells)
            flags: tuple[str, ...] = ()
        else:
            due, flags = self._moved(terms, stated)
        stages = [Stage(ALWAYS, due)]
        for stage in moved:
            new, more = self._moved(terms, stage.due)
            stages.append(Stage(stage.since, new))
            flags += more
        due = due if len(stages) == 1 else due_at(stages, terms.days.ended, self._t)
        return Due(due, tuple(stages), flags)

    def surely_in_time(
        self, instance: Instance, stated: Moment, opening: Moment, ended: Moment, scope: Scope
    ) -> Instant:
        """The earliest of the deadlines that an instance may have; never, where it can have none."""
        last = due_at([Stage(ALWAYS, stated), *self.postponed(instance, scope)], ended, NEVER)
        kept = clip(last, opening[0][0], NEVER)
        return kept[0][0] if kept else NEVER

    def shown(self, days: KeyDays, terms: Terms, due: Due) -> tuple[Moment, tuple[str, ...]]:
        """The deadline as a reader sees it, and the flags of the instance."""
        ahead = self._ahead(days, terms.stated_due)
        flags = terms.flags + due.flags
        if not ahead:
            return due.days, flags
        return union((*rest(due.days), *ahead)), (*(flag for flag in flags if flag not in _BEFORE), "due_if_triggered")

    def postponed(self, instance: Instance, scope: Scope) -> Iterator[Stage]:
        """The deadlines that postponements state, each from the day on which it was postponed."""
        if not self.ledger.declared(instance.bearer):
            return
        for event in (m.event for m in self.ledger.matters(instance.bearer, EventKind.POSTPONEMENT, instance.turn)):
            day = self.points.happening(event, instance.bearer)
            if event.new_due is not None and day[0][0] < NEVER:
                yield Stage(day, self.points.point(event.new_due, True, scope)[0])

    def _ahead(self, days: KeyDays, stated: Moment) -> Moment:
        """The stated deadline that a reader still sees, marked, while what the duty waits for can come before it."""
        if not may_be_never(days.due) or may_be_never(stated):
            return ()
        over = min(days.owed[-1][1], days.impossible[-1][1], days.ended[-1][1]) <= self._t
        return () if over else clip(stated, self._t, NEVER)

    def _moved(self, terms: Terms, stated: Moment) -> tuple[Moment, tuple[str, ...]]:
        """A deadline after all spells, and a flag where it may come before the duty can be performed."""
        opening = terms.days.open
        if stated == NOT_EVER:
            return stated, ()
        kept = clip(stated, opening[0][0], NEVER)
        if not kept:
            return NOT_EVER, ("due_before_start",)
        found = deadline(self.ledger.axis, opening, kept, terms.spells)
        if stated[0][0] >= opening[-1][1]:
            return found, ()
        doubted = opening[-1][1] < NEVER or stated[0][0] < opening[0][0]
        return maybe(found), ("due_may_be_before_start",) if doubted else ()


def _follows_opening(days: KeyDays, slots: Slots, scope: Scope) -> bool:
    """Whether the deadline is counted on from what makes the duty arise, and from then it can be performed."""
    event_id = scope.event[0] if scope.event is not None else None
    first = days.triggered[0][0]
    late = max(days.bound[-1][1], days.not_before[-1][1]) > first
    return not late and slots.waits_for(slots.counted_on, event_id)


def _is_planned(ledger: Ledger, back: OnEvent | OnObligation, scope: Scope, number: int | None) -> bool:
    """Whether nobody reports that it has come, though it may be planned, from which a deadline counts back.

    ``number`` is that of the turn: an instance that waits for an occurrence has none.
    """
    if isinstance(back, OnObligation):
        bearers = ledger.bearers.get(back.obligation_id, ())
        return not any(act.reported for bearer in bearers for act in ledger.acts(bearer))
    event_id = back.event_id
    if scope.event is not None and scope.event[0] == event_id:
        if number is None:
            return True
        event_id = scope.event[1]
    event = ledger.events.get(event_id)
    if event is None or event.defined_as is not None:
        return False
    happened = (event, *ledger.occurrences.get(event_id, ()))
    facts = [ledger.fact(each, ledger.waiting(each, scope.who_waits)) for each in happened]
    return not any(found.asserted for found in facts)
