"""The agreement as a whole: its term, what ends it, when it stands still."""

from __future__ import annotations

from accords.durations import Duration
from accords.engine.bearers import Bearer
from accords.engine.kinds import LEAVING
from accords.engine.ledger import Ledger
from accords.engine.moments import (
    BEGIN,
    NEVER,
    NOT_EVER,
    Day,
    Moment,
    clip,
    earliest,
    may_be_never,
    on,
    rest,
    union,
)
from accords.engine.points import Bound, Points
from accords.engine.references import end_events
from accords.engine.spells import Spell, SpellKind
from accords.engine.table import State
from accords.model.events import Event
from accords.model.obligations import Suspension
from accords.vocabulary import (
    EventKind,
    SuspensionEffect,
)

__all__ = ["ENDS", "Whole"]

ENDS = {
    EventKind.RELEASE: State.RELEASED,
    EventKind.TERMINATION: State.TERMINATED,
    EventKind.SUPERSESSION: State.SUPERSEDED,
}
"""Kind of event → the state it ends in."""


def _ends_it(event: Event) -> bool:
    return event.kind in (EventKind.TERMINATION, EventKind.SUPERSESSION) or event.act in LEAVING


class Whole:
    """Works out once what holds for every duty of the record."""

    def __init__(self, ledger: Ledger, points: Points) -> None:
        self.ledger = ledger
        self.points = points
        self._term_end: Moment | None = None
        self._ends: list[tuple[Moment, State]] | None = None
        self._spells: list[Spell] | None = None
        hung = end_events(ledger.record)
        self._ending = [event for event in ledger.general if event.id not in hung and _ends_it(event)]

    def term_end(self) -> Moment:
        """The term's own end, after renewals."""
        if self._term_end is None:
            term = self.ledger.record.term
            end = NOT_EVER
            for condition in term.ends_if_any if term is not None else ():
                end = earliest(end, self.points.point(condition, closing=True)[0])
            if term is not None and term.renewal is not None and end != NOT_EVER:
                end = self._renewed(end)
            self._term_end = end
        return self._term_end

    def _renewed(self, first: Moment) -> Moment:
        term = self.ledger.record.term
        assert term is not None
        assert term.renewal is not None
        renewal = term.renewal
        notice = self.points.event(renewal.unless_event_id) if renewal.unless_event_id is not None else NOT_EVER
        limit = renewal.max_times if renewal.max_times is not None else 10_000
        found: list[tuple[Day, Day]] = []
        for n in range(limit + 1):
            end = self.ledger.axis.shift_moment(first, renewal.duration, times=n) if n else first
            last_word = self._before(end, renewal.notice)
            if n == limit or notice[-1][1] <= last_word[0][0] or end[0][0] >= NEVER:
                return union((*found, *end))
            if notice[0][0] <= last_word[-1][1]:
                found += end
            elif may_be_never(notice) and notice[0][0] == NEVER and renewal.max_times is None:
                return union((*found, *NOT_EVER))
            if n > 200:
                return union((*found, (end[0][0], NEVER)))
        return NOT_EVER

    def _before(self, end: Moment, notice: Duration | None) -> Moment:
        if notice is None:
            return end
        return self.ledger.axis.shift_moment(end, notice, times=-1)

    def ends(self) -> list[tuple[Moment, State]]:
        """What ends the agreement as a whole: termination, supersession, provisional application without entry."""
        if self._ends is None:
            found = [self._end(event, None) for event in self._ending if not self._only_leaves(event)]
            self._ends = [end for end in (*found, *self._provisional()) if end[0] != NOT_EVER]
        return self._ends

    def ends_for(self, bearer: Bearer) -> list[tuple[Moment, State]]:
        """What ends the agreement for one bearer: a party's declaration for what that party is owed, its leaving for
        what it owes."""
        found = [self._end(event, bearer) for event in self._ending if self._concerns(event, bearer)]
        return [end for end in (*found, *self._provisional()) if end[0] != NOT_EVER]

    def _end(self, event: Event, bearer: Bearer | None) -> tuple[Moment, State]:
        return self.points.happening(event, bearer), ENDS.get(event.kind, State.TERMINATED)

    def _only_leaves(self, event: Event) -> bool:
        """Whether it takes its actors out of an agreement that goes on among the others."""
        return event.act in LEAVING and bool(event.actor_ids) and len(self.ledger.speakers.parties) > 2

    def _concerns(self, event: Event, bearer: Bearer) -> bool:
        """Whether an event that ends the agreement, or takes somebody out of it, can end the bearer's duty."""
        if not self._only_leaves(event):
            return True
        sides, behind = self.ledger.sides(bearer), self.ledger.behind(event)
        owed_to = self.ledger.duties[bearer.duty_id].owed_to_ids
        return sides.own <= behind or (bool(owed_to) and behind.issuperset(owed_to))

    def _provisional(self) -> list[tuple[Moment, State]]:
        """The end of provisional application, where the agreement does not enter into force by then."""
        term = self.ledger.record.term
        provisional = term.provisional_application if term is not None else None
        if provisional is None or provisional.ends is None:
            return []
        entry = self.points.entry()
        ends = self.points.point(provisional.ends, closing=True)[0]
        without = clip(rest(ends), BEGIN, entry[-1][1] - 1)
        if not without:
            return []
        sure = not may_be_never(ends) and ends[-1][1] < entry[0][0]
        return [(without if sure else union((*without, *NOT_EVER)), State.TERMINATED)]

    def spells(self) -> list[Spell]:
        """Suspensions of the agreement as a whole."""
        return [*self._stipulated(), *self.suspensions(self.ledger.general, None)]

    def spells_for(self, bearer: Bearer) -> list[Spell]:
        """Suspensions of the agreement as they bear on one bearer."""
        return [*self._stipulated(), *self.suspensions(self.ledger.general, bearer)]

    def _stipulated(self) -> list[Spell]:
        if self._spells is None:
            term = self.ledger.record.term
            self._spells = [self.spell(s) for s in (term.suspensions if term is not None else ())]
        return self._spells

    def spell(self, suspension: Suspension, bound: Bound = None) -> Spell:
        """A suspension that the text itself provides for."""
        start = self.points.point(suspension.starts, bound=bound)[0]
        end = self.points.point(suspension.ends, bound=bound)[0] if suspension.ends is not None else NOT_EVER
        return Spell(start, end, SpellKind.SUSPENSION, suspension.effect is SuspensionEffect.STOPS_THE_CLOCK)

    def suspensions(self, events: list[Event], bearer: Bearer | None) -> list[Spell]:
        """The spells that events of suspension open and events of resumption close."""
        found: list[Spell] = []
        for event in events:
            if event.kind is not EventKind.SUSPENSION:
                continue
            start = self.points.happening(event, bearer)
            if start == NOT_EVER:
                continue
            until = self.ledger.fact(event, bearer).until
            end = NOT_EVER if until is None else on(until + 1)
            for other in events:
                if other.kind is EventKind.RESUMPTION and (
                    not other.about_event_ids or event.id in other.about_event_ids
                ):
                    resumed = self.points.happening(other, bearer)
                    after = clip(rest(resumed), start[0][0], NEVER)
                    sure = not may_be_never(resumed) and resumed[0][0] >= start[-1][1]
                    end = earliest(end, after if sure else union((*after, *NOT_EVER)))
            found.append(Spell(start, end, SpellKind.SUSPENSION))
        return found
