"""The agreement as a whole: its term, what ends it, when it stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from accords.dates.durations import Duration
from accords.engine.days.followers import Followers
from accords.engine.days.moments import (
    ALWAYS,
    BEGIN,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    comes_by,
    earliest,
    earliest_of_all,
    latest,
    may_be_never,
    on,
    rest,
    some_comes_within,
    union,
)
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.bearing import Turn
from accords.engine.facts.kinds import LEAVING
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.membership import Membership
from accords.engine.terms.points import Points
from accords.engine.terms.scope import EVERYWHERE, Scope
from accords.engine.terms.table import State
from accords.model.conditions import Condition, OnEvent, Prose, Vague
from accords.model.events import Event
from accords.model.obligations import Renewal, Suspension
from accords.model.walk import nodes
from accords.vocabulary import EventKind, SuspensionEffect, Verdict

__all__ = ["ENDS", "Unended", "Whole"]

Unended: TypeAlias = Callable[[], Points] | None
"""The points of a world in which ends that hang on duties end nothing; None in that world."""

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

    def __init__(self, ledger: Ledger, points: Points, unended: Unended) -> None:
        self.ledger = ledger
        self.points = points
        self._unended = unended
        """Where ends that hang on duties are asked: a world in which those duties do not end by them. None: this
        is that world."""
        self._term_end: Moment | None = None
        self._spells: list[tuple[Spell, frozenset[str]]] | None = None
        self._halting = [e for e in ledger.general if e.kind in (EventKind.SUSPENSION, EventKind.RESUMPTION)]
        self.ending = [e for e in ledger.general if e.id not in ledger.ending and _ends_it(e)]
        """What ends the agreement by itself; where an end in the record hangs on an event, it has that effect alone."""
        term = ledger.record.term
        self.members = Membership(ledger, points)
        self._provided = term.provisional_application if term is not None else None

    # ---- ends

    def lets_go(self, bearer: Bearer, turn: Turn) -> bool | None:
        """Whether a turn alone was released, terminated or superseded; None where that may be."""
        ends = (matter for kind in ENDS for matter in self.ledger.matters(bearer, kind, turn))
        told = (each.event for each in ends if each.reported and self.ledger.of_turn(each.event, turn))
        days = [day for event in told if (day := self.points.happening(event, bearer)) != NOT_EVER]
        return None if days and all(map(may_be_never, days)) else bool(days)

    def end(self, condition: Condition, duty_id: str | None, scope: Scope = EVERYWHERE) -> Moment:
        """When an end comes: of the agreement, or of a duty.

        What hangs on duties that it ends itself is solved in the order of time: what has come about by that
        instant counts, and nothing ends only by its own ending.
        """
        if not self.ledger.hangs_on_itself(condition, duty_id):
            return self.points.point(condition, True, scope)[0]
        return NOT_EVER if self._unended is None else self._unended().point(condition, True, scope)[0]

    def term_end(self) -> Moment:
        """The term's own end, after renewals."""
        if self._term_end is None:
            term = self.ledger.record.term
            end = earliest_of_all(self.end(condition, None) for condition in (term.ends_if_any if term else ()))
            if term is not None and term.renewal is not None:
                end = self.renewed(end, term.renewal)
            self._term_end = end
        return self._term_end

    def renewed(self, first: Moment, renewal: Renewal) -> Moment:
        """An end after renewals: by themselves until a notice comes in time, or each by a consent in time."""
        if first == NOT_EVER:
            return first
        notice = self.points.event(renewal.unless_event_id) if renewal.unless_event_id is not None else NOT_EVER
        consents = self._happenings(renewal.if_event_id) if renewal.if_event_id is not None else None
        limit = renewal.max_times if renewal.max_times is not None else 10_000
        found: list[tuple[Instant, Instant]] = []
        last_word = ALWAYS
        for n in range(limit + 1):
            end = self.ledger.axis.shift_moment(first, renewal.duration, times=n) if n else first
            before, last_word = last_word, self._before(end, renewal.notice)
            sure, possible = comes_by(notice, last_word)
            if consents is not None:
                agreed, may_be = some_comes_within(consents, before, last_word)
                sure, possible = sure or not may_be, possible or not agreed
            if n == limit or sure or end[0][0] >= NEVER:
                return union((*found, *end))
            if possible:
                found += end
            if consents is None and may_be_never(notice) and notice[0][0] == NEVER and renewal.max_times is None:
                return union((*found, *NOT_EVER))
            if n > 200:
                return union((*found, (end[0][0], NEVER)))
        return NOT_EVER

    def _happenings(self, event_id: str, scope: Scope = EVERYWHERE, closing: bool = False) -> list[Moment]:
        """When an event happens, each of its occurrences where it is a repeatable one."""
        event = self.ledger.events.get(event_id)
        if event is not None and event.defined_as is not None:
            return [self.points.event(event_id, scope, closing=closing)]
        occurred = self.ledger.occurrences.get(event_id, ())
        found = [self.points.once(each, scope) for each in occurred]
        if event is not None and not occurred:
            found.append(self.points.event(event_id, scope))
        elif event is not None and (moment := self.points.once(event, scope)) != NOT_EVER:
            found.append(moment)
        return found

    def _before(self, end: Moment, notice: Duration | None) -> Moment:
        if notice is None:
            return end
        return self.ledger.axis.shift_moment(end, notice, times=-1)

    def ends(self, bearer: Bearer | None = None) -> list[tuple[Moment, State]]:
        """What ends the agreement, as a whole or for one bearer: termination, supersession, provisional application
        without entry. What a party declares takes effect for what that party is owed.
        """
        if not self.ending and self._provided is None:
            return []
        about = [event for event in self.ending if self._concerns(event, bearer)]
        ends = [(self.points.happening(each, bearer), ENDS.get(each.kind, State.TERMINATED)) for each in about]
        together = self._one_by_one(bearer) if bearer is not None and bearer.shared else ()
        return [end for end in (*ends, *together, *self._provisional(bearer)) if end[0] != NOT_EVER]

    def _one_by_one(self, bearer: Bearer) -> Iterator[tuple[Moment, State]]:
        """The end of what several owe together, where each of them leaves by an act of its own."""
        last = ALWAYS
        for obligor in bearer.obligor_ids:
            own = (act for act in self.ending if self.ledger.only_leaves(act) and obligor in self.ledger.behind(act))
            last = latest(last, earliest_of_all(self.points.happening(act, bearer) for act in own))
        yield last, State.TERMINATED

    def _concerns(self, event: Event, bearer: Bearer | None) -> bool:
        """Whether an event that ends the agreement bears on it as a whole, or on a bearer. Among three or more
        parties, those that leave free themselves alone, and those who owe nobody else."""
        if not self.ledger.only_leaves(event):
            return True
        if bearer is None:
            return False
        behind, owed_to = self.ledger.behind(event), self.ledger.duties[bearer.duty_id].owed_to_ids
        return behind.issuperset(bearer.obligor_ids) or (bool(owed_to) and behind.issuperset(owed_to))

    def _provisional(self, bearer: Bearer | None) -> Iterator[tuple[Moment, State]]:
        """The end of provisional application, where the agreement does not enter into force by then for the bearer."""
        provisional = self._provided
        if provisional is None or provisional.ends is None:
            return
        entry = self.members.joined(bearer)
        ends = self.points.point(provisional.ends, closing=True)[0]
        without = clip(rest(ends), BEGIN, entry[-1][1] - 1)
        if without:
            sure = not may_be_never(ends) and ends[-1][1] < entry[0][0]
            yield without if sure else union((*without, *NOT_EVER)), State.TERMINATED

    # ---- standing still

    def spells(self, bearer: Bearer | None = None) -> list[Spell]:
        """Suspensions of the agreement as a whole, and those of it for one obligor."""
        if self._spells is None:
            term = self.ledger.record.term
            self._spells = [
                (spell, frozenset(suspension.obligor_ids))
                for suspension in (term.suspensions if term is not None else ())
                for spell in self._opened(suspension, EVERYWHERE)
            ]
        if not self._spells and not self._halting:
            return []
        stated = [
            spell
            for spell, whom in self._spells
            if not whom or (bearer is not None and whom.issuperset(bearer.obligor_ids))
        ]
        return [*stated, *self.suspensions(self._halting, bearer)]

    def stated_spells(self, suspension: Suspension, bearer: Bearer, scope: Scope) -> list[Spell]:
        """The spells of a suspension that the text itself provides for, as far as it is one for the bearer."""
        if suspension.obligor_ids and not set(bearer.obligor_ids) <= set(suspension.obligor_ids):
            return []
        return self._opened(suspension, scope)

    def _opened(self, suspension: Suspension, scope: Scope) -> list[Spell]:
        """Each start opens a spell, the next end closes it, with the last instant of its day."""
        stops = suspension.effect is SuspensionEffect.STOPS_THE_CLOCK
        starts, ends = self._each(suspension.starts, scope.opposed, False), self._each(suspension.ends, scope, True)
        told = self.is_told(suspension.starts)
        closing = Followers(ends)
        found: list[Spell] = []
        for start in starts:
            if start == NOT_EVER and len(starts) > 1:
                continue
            once = ends[0] if ends else NOT_EVER
            last = closing.after(start) if isinstance(suspension.ends, OnEvent) else once
            heard, at_hour = told or not may_be_never(start), self._at_hour(last)
            found.append(Spell(start, self._over(last), SpellKind.SUSPENSION, stops, heard, heard, at_hour))
        return found

    def _each(self, condition: Condition | None, scope: Scope, closing: bool) -> list[Moment]:
        if condition is None:
            return []
        if isinstance(condition, OnEvent) and self._comes_again(condition.event_id, scope):
            return self._happenings(condition.event_id, scope, closing)
        return [self.points.point(condition, closing, scope)[0]]

    def is_told(self, condition: Condition) -> bool:
        """Whether anybody reports an event on which a condition rests, or a body found its words to be met.

        One that rests on neither is told by the record itself.
        """
        rests = False
        for node in nodes(condition):
            if isinstance(node, (Vague, Prose)):
                rests = True
                if any(each.verdict is Verdict.MET for each in self.ledger.findings(node.id or "", None)):
                    return True
            elif isinstance(node, OnEvent) and (event := self.ledger.events.get(node.event_id)) is not None:
                rests = True
                if event.defined_as is not None:
                    return True
                happened = (event, *self.ledger.occurrences.get(event.id, ()))
                if any(self.ledger.reported(each, self.ledger.bearer_of(each)) for each in happened):
                    return True
        return not rests

    def _comes_again(self, event_id: str, scope: Scope) -> bool:
        """Whether an event has occurrences, and none of them stands for it in this scope."""
        return bool(self.ledger.occurrences.get(event_id)) and (scope.event is None or scope.event[0] != event_id)

    def _at_hour(self, end: Moment) -> bool:
        """Whether an end is one hour for certain."""
        first, last = end[0][0], end[-1][1]
        return first == last < NEVER and self.ledger.axis.clock(first) is not None

    def _over(self, end: Moment) -> Moment:
        """The first instant after an end: after its whole day, where only that is known."""
        axis = self.ledger.axis
        whole = union((first, axis.closed(last)) if last > first else (first, last) for first, last in end)
        return axis.next_instant(whole)

    def suspensions(self, events: list[Event], bearer: Bearer | None) -> list[Spell]:
        """The spells that events of suspension open and events of resumption close, from that day on."""
        starts = [(e, self.points.happening(e, bearer)) for e in events if e.kind is EventKind.SUSPENSION]
        starts = [(event, start) for event, start in starts if start != NOT_EVER]
        if not starts:
            return []
        resumed = self._resumed([e for e in events if e.kind is EventKind.RESUMPTION], bearer)
        found: list[Spell] = []
        for event, start in starts:
            until = self.ledger.fact(event, bearer).until
            last = end = NOT_EVER if until is None else on(until + 1)
            for ends in (resumed.get(None), resumed.get(event.id)):
                end = end if ends is None else earliest(end, ends.after(start))
            at_hour = until is not None and end == last and self._at_hour(on(until))
            found.append(Spell(start, end, SpellKind.SUSPENSION, at_hour=at_hour))
        return found

    def _resumed(self, events: list[Event], bearer: Bearer | None) -> dict[str | None, Followers]:
        """Suspension → what resumes that one; None → what resumes any."""
        about: dict[str | None, list[Moment]] = {}
        for event in events:
            day = self.points.happening(event, bearer)
            for suspension_id in event.about_event_ids or (None,):
                about.setdefault(suspension_id, []).append(day)
        return {suspension_id: Followers(days) for suspension_id, days in about.items()}
