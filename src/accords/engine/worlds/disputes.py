"""What is disputed: matters that, decided either way, give different states."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from enum import StrEnum

from attrs import frozen

from accords.engine.days.moments import NOT_EVER, Instant, Moment, on
from accords.engine.facts.bearers import Bearer, Subject
from accords.engine.facts.claims import Standing
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.telling import NO, YES, read_in
from accords.engine.terms.atoms import Atom, DeniedTo, EventBreach, EventDay
from accords.engine.terms.instances import Instance
from accords.engine.terms.solver import Solver
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.terms.world import World
from accords.engine.worlds.budget import Budget
from accords.engine.worlds.reach import Reach
from accords.engine.worlds.rows import rows_of
from accords.model.events import Event
from accords.vocabulary import EventKind, Modality, Says

__all__ = ["Dispute", "Disputes"]

_LEAST_TRIES = 20_000
_TRIES_EACH = 10


class Contention(StrEnum):
    """What two sides see differently."""

    HAPPENED = "happened"
    WHEN = "when"
    BREACHED = "breached"
    READING = "reading"
    BOUND = "bound"
    FOUND = "found"
    AMOUNT = "amount"
    IN_TIME = "in_time"


@frozen
class AsRead:
    """The states to which readings of a duty lead, with who holds them; no reading: the duty as it is written."""

    reading_ids: tuple[str, ...]
    held_by: tuple[str, ...]
    states: frozenset[State]


@frozen
class Dispute:
    """A matter that two sides see differently, such that deciding it either way gives different states."""

    event_id: str | None
    matters: tuple[Contention, ...]
    sayers: tuple[str | None, ...]
    deniers: tuple[str | None, ...]
    reading_ids: tuple[str, ...] = ()
    if_so: frozenset[State] = frozenset()
    if_not: frozenset[State] = frozenset()
    otherwise: tuple[str, ...] = ()
    """Those who owe the duty and answer by reading it in another way."""
    read_in: tuple[str, ...] = ()
    """Those who say what they say only as the coder reads them."""
    as_read: tuple[AsRead, ...] = ()
    """Of a dispute about how the duty is read, what follows from each reading."""


class Disputes:
    """Finds the disputes of a record by deciding each matter both ways."""

    def __init__(self, ledger: Ledger, solver: Solver, t: Instant, moments: set[Moment] | None = None) -> None:
        self.ledger = ledger
        self.record = ledger.record
        self.solver = solver
        self.t = t
        self.moments = moments
        """Where there is one, collects every moment of the worlds that are played, one way and the other."""
        self.cut_short = False
        """Whether there was so much in dispute that not all of it was followed to its end."""
        self._tries = Budget(max(_LEAST_TRIES, _TRIES_EACH * len(ledger.duties)))

    def all(self) -> dict[tuple[Bearer, int | None], list[Dispute]]:
        """Instance → the disputes about it, in the order of the record's events."""
        found: dict[tuple[Bearer, int | None], list[Dispute]] = {}
        suspects = [event for event in self.record.events if self._suspect(event)]
        if suspects:
            reach = Reach(self.ledger)
            for event in suspects:
                self._try(event, reach, found)
        return found

    def _suspect(self, event: Event) -> bool:
        statements = self.ledger.visible.statements[event.id]
        if any(s.says is Says.BREACH and s.claim.reading_id is not None for s in statements):
            return True  # whoever reads the duty otherwise answers it
        if not statements or (len(statements) == 1 and not self.record.monitoring and not self.ledger.visible.rulings):
            return False
        said = {s.says for s in statements}
        ruled = {r.finding.verdict for r in self.ledger.visible.rulings.get(event.id, ())}
        if (
            len(ruled) > 1
            or (Says.NOT_OCCURRED in said and len(said) > 1)
            or (Says.NO_BREACH in said and Says.BREACH in said)
        ):
            return True
        if ruled and said:
            return True
        return len(said) > 0 and any(self.ledger.fact(event, each).disputed for each in self._subjects(event))

    def _subjects(self, event: Event) -> list[Subject]:
        """Towards what the event was weighed: what it is about, in the order of the record, and what waits for it."""
        return list(dict.fromkeys([*self.ledger.bearers_of(event), *self.ledger.subjects(event)]))

    def _came_round(self, event: Event, deniers: Collection[str | None]) -> bool:
        """Whether all who denied it said later that it has happened, so that only the day is left to differ on."""
        statements = self.ledger.visible.statements[event.id]
        last = {
            (each.speaker, each.says): each.known
            for each in sorted(statements, key=lambda one: -1 if one.known is None else one.known)
        }
        for who in deniers:
            denied, said = last.get((who, Says.NOT_OCCURRED)), last.get((who, Says.OCCURRED))
            if who is None or denied is None or said is None or said <= denied:
                return False
        return bool(deniers)

    def _try(self, event: Event, reach: Reach, found: dict[tuple[Bearer, int | None], list[Dispute]]) -> None:
        yes: dict[Atom, Moment] = {}
        no: dict[Atom, Moment] = {}
        innocent: dict[Atom, Moment] = {}
        matters: list[Contention] = []
        sayers: tuple[str | None, ...] = ()
        deniers: tuple[str | None, ...] = ()
        readings: tuple[str, ...] = ()
        otherwise: tuple[str, ...] = ()
        for subject in self._subjects(event):
            fact = self.ledger.fact(event, subject)
            if not fact.asserted:
                continue
            yes[EventDay(event.id, subject)] = innocent[EventDay(event.id, subject)] = fact.asserted
            if fact.disputed:
                no[EventDay(event.id, subject)] = NOT_EVER
                no[DeniedTo(event.id, subject)] = on(self._denied_to(event))
                matters.append(Contention.WHEN if self._came_round(event, fact.deniers) else Contention.HAPPENED)
                sayers, deniers = (*sayers, *fact.sayers), (*deniers, *fact.deniers)
            if isinstance(subject, Bearer) and event.kind is EventKind.CONDUCT:
                charge = self.ledger.charge(event, subject)
                if charge.possible:
                    yes[EventBreach(event.id, subject)] = fact.asserted
                    no.setdefault(EventBreach(event.id, subject), NOT_EVER)
                if charge.standing is Standing.CONTESTED:
                    innocent[EventBreach(event.id, subject)] = NOT_EVER
                    matters.append(Contention.BREACHED)
                    sayers, deniers = (*sayers, *charge.chargers), (*deniers, *charge.deniers)
                    readings = (*readings, *charge.reading_ids)
                    otherwise = (*otherwise, *charge.otherwise)
        if not matters:
            return
        against = no if {Contention.HAPPENED, Contention.WHEN} & set(matters) else innocent
        for key, if_so, if_not in self._differences(yes, against, reach, reach.at_once(event)):
            found.setdefault(key, []).append(
                Dispute(
                    event.id,
                    tuple(dict.fromkeys(matters)),
                    tuple(dict.fromkeys(sayers)),
                    self.ledger.speakers.own_first(dict.fromkeys(deniers), self.ledger.sides(key[0])),
                    tuple(dict.fromkeys(readings)),
                    if_so,
                    if_not,
                    tuple(dict.fromkeys(otherwise)),
                    self._read_in(event),
                )
            )

    def _read_in(self, event: Event) -> tuple[str, ...]:
        said = self.ledger.visible.statements[event.id]
        return (*read_in(said, YES), *read_in(said, NO))

    def _denied_to(self, event: Event) -> Instant:
        said = self.ledger.visible.statements[event.id]
        return max((s.first for s in said if s.says is Says.NOT_OCCURRED), default=0)

    def _differences(
        self, yes: dict[Atom, Moment], no: dict[Atom, Moment], reach: Reach, first: list[str]
    ) -> Iterator[tuple[tuple[Bearer, int | None], frozenset[State], frozenset[State]]]:
        """The instances that come out differently where the pinned matters are decided one way and the other, with
        the states of both. Followed from duty to duty only as far as there is a difference."""
        inside = set(first)
        while True:
            worlds = [Solver(self.ledger, self.t, World(pins), under=self.solver, only=inside) for pins in (yes, no)]
            changed, again = self._follow(worlds, reach, inside)
            if not again:
                break
        if self.moments is not None:
            self.moments.update(moment for world in worlds for moment in world.moments())
        for duty_id in changed:
            if self.ledger.duties[duty_id].modality is Modality.DECLARES:
                continue
            sides = [
                {instance.key: frozenset(rows_of(instance, terms, self.t)) for instance, terms in world.solve(duty_id)}
                for world in worlds
            ]
            for key, states in sides[0].items():
                other = sides[1].get(key, frozenset())
                if other != states:
                    yield key, states, other

    def _follow(self, worlds: list[Solver], reach: Reach, inside: set[str]) -> tuple[list[str], bool]:
        """The duties that differ between two worlds, each after those it refers to; ``inside`` grows by what they
        bear on. True where one was added behind the place that was reached, so that all is to be done again."""
        changed: list[str] = []
        queue = [self.ledger.place[duty_id] for duty_id in inside]
        heapq.heapify(queue)
        behind = False
        while queue:
            here = heapq.heappop(queue)
            duty_id = self.ledger.order[here]
            enough = self._tries.spend()
            one, other = (world.solve(duty_id) for world in worlds)
            if one == other:
                continue
            changed.append(duty_id)
            if not enough:
                self.cut_short = True
                break
            for more in reach.with_linked([i for i in reach.dependents.get(duty_id, ()) if i not in inside]):
                if more not in inside:
                    inside.add(more)
                    behind = behind or self.ledger.place[more] < here
                    heapq.heappush(queue, self.ledger.place[more])
        return changed, behind and not self.cut_short

    def of_readings(self, instance: Instance, terms: tuple[Terms, ...]) -> tuple[Dispute, ...]:
        """The dispute about how the duty is read, where its readings give different states."""
        if len(terms) < 2:
            return ()
        read = tuple(self._as_read(instance, each) for each in terms)
        first = read[0].states
        other = next((each.states for each in read if each.states != first), None)
        if other is None:
            return ()
        named = tuple(reading_id for each in read for reading_id in each.reading_ids)
        so, otherwise = (
            tuple(dict.fromkeys(who for each in read if each.states == states for who in each.held_by))
            for states in (other, first)
        )
        return (Dispute(None, (Contention.READING,), so, (), named, other, first, otherwise, as_read=read),)

    def _as_read(self, instance: Instance, terms: Terms) -> AsRead:
        """The outcome of one reading; as written is how those read it whose reading changes no condition."""
        readings = [each for each in instance.duty.readings if each.replaces is None]
        readings = readings if terms.reading is None else [terms.reading]
        held = (who for each in readings for who in each.held_by_ids)
        states = frozenset(rows_of(instance, (terms,), self.t))
        return AsRead(tuple(each.id for each in readings), tuple(dict.fromkeys(held)), states)
