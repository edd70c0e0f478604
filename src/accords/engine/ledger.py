"""The facts of one record as known by one day: every happening weighed for every duty it bears on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from accords.engine.axis import Axis
from accords.engine.claims import Charge, Fact, Favours, Standing, charge, fact
from accords.engine.knowledge import Ruling, Statement, Visible
from accords.engine.moments import ANY_DAY, NOT_EVER, Instant, Moment, Span, drop, joined
from accords.engine.references import circles, definitions, ending_events, order, references
from accords.engine.sides import Side, Sides, Speakers
from accords.model.agreement import Agreement
from accords.model.conditions import Condition, NoEvent, OnEvent
from accords.model.events import Event, Monitoring
from accords.model.obligations import EachTime, Obligation, Recurring
from accords.model.walk import duties_in, nodes
from accords.vocabulary import Borne, EventKind, Extent, Role

__all__ = ["MAX_TURNS", "Bearer", "Ledger", "Matter", "favours_of"]

MAX_TURNS = 400
"""No more turns of one duty than this are listed for one obligor."""

_TURNS_IN_ALL = 20_000
"""The same for a record: where its duties have more turns together, as many are listed of each."""

_FAVOURS = {
    EventKind.PERFORMANCE: Favours.OBLIGOR,
    EventKind.RELEASE: Favours.OBLIGOR,
    EventKind.POSTPONEMENT: Favours.OBLIGOR,
    EventKind.SUSPENSION: Favours.OBLIGOR,
    EventKind.TERMINATION: Favours.OBLIGOR,
    EventKind.SUPERSESSION: Favours.OBLIGOR,
    EventKind.CONDUCT: Favours.OTHERS,
    EventKind.RESUMPTION: Favours.OTHERS,
}


def favours_of(event: Event, about_a_duty: bool) -> Favours:
    """Whose interest an event serves; nobody's where it is about no duty."""
    return _FAVOURS.get(event.kind, Favours.NOBODY) if about_a_duty else Favours.NOBODY


class Bearer(NamedTuple):  # a tuple, for it is the key of nearly everything
    """Who bears one share of a duty: one obligor, or all of them together."""

    duty_id: str
    obligor_ids: tuple[str, ...]
    shared: bool


@frozen
class Matter:
    """An event as it bears on one bearer.

    ``whose`` tells whether the bearer is who acts, None where nothing says so. ``charge`` is of conduct only.
    """

    event: Event
    fact: Fact
    whose: bool | None
    charge: Charge | None

    @property
    def reported(self) -> bool:
        """Whether anybody says that it happened."""
        return bool(self.fact.asserted) or self.fact.standing is Standing.ESTABLISHED


@frozen
class _Docket:
    """All that bears on one bearer: event by id, by kind, and the performances that are not said to be partial."""

    matters: Mapping[str, Matter]
    by_kind: Mapping[EventKind, Sequence[Matter]]
    acts: Sequence[Matter]


def _bearers(duty: Obligation) -> tuple[Bearer, ...]:
    """One bearer for each obligor where each owes the duty separately, otherwise a single one."""
    if duty.borne in (Borne.EACH, Borne.IN_TURN) and len(duty.obligor_ids) > 1:
        return tuple(Bearer(duty.id, (obligor,), False) for obligor in duty.obligor_ids)
    return (Bearer(duty.id, duty.obligor_ids, len(duty.obligor_ids) > 1),)


def _most_turns(duties: Iterable[tuple[Obligation, int]]) -> int:
    """How many turns are followed of one duty and bearer: fewer where many of them come again and again.

    ``duties`` are the duties of a record, each with how many bearers it has.
    """
    wanted = bearers = 0
    for duty, shares in duties:
        performed = duty.performance
        if isinstance(performed, EachTime) or (isinstance(performed, Recurring) and performed.every is not None):
            times = performed.times if isinstance(performed, Recurring) and performed.times else MAX_TURNS
            wanted += shares * min(times, MAX_TURNS)
            bearers += shares
    return MAX_TURNS if wanted <= _TURNS_IN_ALL else max(1, _TURNS_IN_ALL // bearers)


class Ledger:
    """Weighs claims once and remembers. Reads the record; changes nothing."""

    def __init__(self, record: Agreement, axis: Axis, known_by: Instant, as_of: Instant) -> None:
        self.record = record
        self.axis = axis
        self.visible = Visible(record, axis, known_by, as_of)
        self.speakers = Speakers(record)
        self.duties = {duty.id: duty for duty in record.obligations}
        self.bearers = {duty.id: _bearers(duty) for duty in record.obligations}
        self.most_turns = _most_turns((duty, len(self.bearers[duty.id])) for duty in record.obligations)
        self.events = {event.id: event for event in record.events}
        self._places = {event.id: place for place, event in enumerate(record.events)}
        self.bearing: dict[str, list[Event]] = {}
        self.occurrences: dict[str, list[Event]] = {}
        self.general: list[Event] = []
        for event in record.events:
            for duty_id in dict.fromkeys(event.obligation_ids):
                self.bearing.setdefault(duty_id, []).append(event)
            if event.occurrence_of_id is not None:
                self.occurrences.setdefault(event.occurrence_of_id, []).append(event)
            if not event.obligation_ids:
                self.general.append(event)
        self._watching: dict[str, list[Monitoring]] = {}
        for monitoring in record.monitoring:
            for subject in (*monitoring.obligation_ids, *monitoring.event_ids):
                self._watching.setdefault(subject, []).append(monitoring)
        self._bodies = frozenset(
            t.actor_id for t in record.third_parties if t.role in (Role.ARBITER, Role.VERIFIER, Role.MONITOR)
        )
        self.references = references(record)
        self.order = order(self.references)
        self.place = {duty_id: place for place, duty_id in enumerate(self.order)}
        """Duty → its place among all, each after those that it refers to."""
        self.definitions = order(definitions(record))
        self.ending = ending_events(record)
        """The events on which an end in the record hangs."""
        self._circles: dict[str, int] | None = None
        self._dockets: dict[Bearer, _Docket] = {}
        self._facts: dict[str, Fact] = {}
        nobody: frozenset[str] = frozenset()
        self._no_sides = Sides(nobody, frozenset(self.speakers.parties), self.speakers.verifiers, nobody)
        self._watched: dict[tuple[str | None, Bearer], Moment] = {}

    # ---- sides

    def sides(self, bearer: Bearer, event: Event | None = None) -> Sides:
        """The sides of a bearer's instance; where several bear it together, an act's own actors are its side."""
        obligors = bearer.obligor_ids
        if bearer.shared and event is not None and event.actor_ids:
            acting = tuple(o for o in obligors if any(o in self.speakers.principals(a) for a in event.actor_ids))
            obligors = acting or obligors
        return self.speakers.sides(self.duties[bearer.duty_id], obligors)

    def bearer_of(self, event: Event) -> Bearer | None:
        """The bearer that an event bears on first; None for an event about no duty."""
        if event.kind not in _FAVOURS:
            return None
        for duty_id in event.obligation_ids:
            shares = self.bearers.get(duty_id)
            if shares is not None:
                return next((share for share in shares if self.acts_for(event, share) is True), shares[0])
        return None

    def acts_for(self, event: Event, bearer: Bearer) -> bool | None:
        """Whether an act is one of the bearer's: yes, no, or None where nothing says whose it is."""
        duty = self.duties[bearer.duty_id]
        if bearer.shared or len(duty.obligor_ids) <= 1:
            return True
        behind = {p for actor in event.actor_ids for p in self.speakers.principals(actor)}
        for actor in event.actor_ids:
            behind |= {o for o in duty.obligor_ids if actor in self.sides(Bearer(duty.id, (o,), False)).own}
        named = behind & set(duty.obligor_ids)
        return bearer.obligor_ids[0] in named if named else None

    def concerning(self, duty_id: str, named: Iterable[str], bound: tuple[str, str] | None = None) -> list[Event]:
        """The events about a duty, those that are named and their occurrences, in the order of the record.

        Where the instance is ``bound`` to one occurrence of an event, that one stands for the event.
        """
        found = {event.id: event for event in self.bearing.get(duty_id, ())}
        for event_id in named:
            occurred: Sequence[Event] = self.occurrences.get(event_id, ())
            if bound is not None and bound[0] == event_id != bound[1]:
                occurred = (self.events[bound[1]],)
            about = (*occurred, self.events.get(event_id))
            found |= {event.id: event for event in about if event is not None}
        return sorted(found.values(), key=lambda event: self._places[event.id])

    def hangs_on_itself(self, end: Condition, duty_id: str | None) -> bool:
        """Whether an end of the agreement (None), or of a duty, waits for duties which that end bears on."""
        others = duties_in(end)
        for node in nodes(end):
            if isinstance(node, (OnEvent, NoEvent)):
                event = self.events.get(node.event_id)
                others |= duties_in(event.defined_as) if event is not None and event.defined_as is not None else set()
        others &= self.duties.keys()
        if duty_id is None or not others:
            return bool(others)
        if self._circles is None:
            self._circles = circles(self.references)
        return any(self._circles[other] == self._circles[duty_id] for other in others)

    # ---- facts

    def _docket(self, bearer: Bearer) -> _Docket:
        found = self._dockets.get(bearer)
        if found is None:
            matters: dict[str, Matter] = {}
            by_kind: dict[EventKind, list[Matter]] = {}
            for event in self.bearing.get(bearer.duty_id, ()):
                matter = matters[event.id] = self._matter(event, bearer)
                by_kind.setdefault(event.kind, []).append(matter)
            acts = [act for act in by_kind.get(EventKind.PERFORMANCE, ()) if act.event.extent is Extent.FULL]
            found = self._dockets[bearer] = _Docket(matters, by_kind, acts)
        return found

    def _matter(self, event: Event, bearer: Bearer) -> Matter:
        sides = self.sides(bearer, event)
        favours, watched = favours_of(event, True), self.watched(bearer, event.id)
        weighed: Charge | None = None
        if event.kind is EventKind.CONDUCT:
            statements, rulings = self.visible.statements[event.id], self.visible.rulings.get(event.id, ())
            weighed = charge(statements, rulings, self._hearing(sides), sides)
        return Matter(event, self._fact(event, sides, favours, watched), self.acts_for(event, bearer), weighed)

    def _fact(self, event: Event, sides: Sides, favours: Favours, watched: Moment) -> Fact:
        rulings = [r for r in self.visible.rulings.get(event.id, ()) if self._may_find(r, sides)]
        return fact(self.visible.statements[event.id], rulings, self._hearing(sides), favours, watched)

    def _hearing(self, sides: Sides) -> Callable[[Statement], Side]:
        return lambda said: self.speakers.side(said.speaker, said.impartial, sides)

    def fact(self, event: Event, bearer: Bearer | None) -> Fact:
        """How an event stands as it bears on ``bearer``, whose duty it is about; on nobody's duty for None."""
        if bearer is not None:
            return self._docket(bearer).matters[event.id].fact
        found = self._facts.get(event.id)
        if found is None:
            found = self._facts[event.id] = self._fact(event, self._no_sides, Favours.NOBODY, ())
        return found

    def charge(self, event: Event, bearer: Bearer) -> Charge:
        """Whether a conduct is said to breach the bearer's duty, which it is about."""
        weighed = self._docket(bearer).matters[event.id].charge
        assert weighed is not None
        return weighed

    def matters(self, bearer: Bearer, kind: EventKind | None = None) -> Collection[Matter]:
        """The events about the bearer's duty, or those of one kind, in the order of the record."""
        docket = self._docket(bearer)
        return docket.matters.values() if kind is None else docket.by_kind.get(kind, ())

    def acts(self, bearer: Bearer) -> Sequence[Matter]:
        """The performances about the bearer's duty that are not said to be partial."""
        return self._docket(bearer).acts

    def _may_find(self, ruling: Ruling, sides: Sides) -> bool:
        named = ruling.body in sides.deciders or ruling.body in sides.verifiers or ruling.body in self._bodies
        return named or not any(
            who in sides.own or who in sides.around for who in self.speakers.principals(ruling.body)
        )

    def rulings(self, subject: str, bearer: Bearer | None) -> Sequence[Ruling]:
        """The findings about a duty or condition that count."""
        found = self.visible.rulings.get(subject, ())
        if bearer is None or not found:
            return found
        sides = self.sides(bearer)
        return [ruling for ruling in found if self._may_find(ruling, sides)]

    # ---- watching

    def watched(self, bearer: Bearer, event_id: str | None = None) -> Moment:
        """The days on which silence about the bearer's duty (and one event) is evidence."""
        if not self._watching:
            return ()
        key = (event_id if event_id in self._watching else None, bearer)
        found = self._watched.get(key)
        if found is None:
            watches = (m for subject in (bearer.duty_id, key[0]) for m in self._watching.get(subject or "", ()))
            found = self._watched[key] = self._watch_days(watches, bearer)
        return found

    def _watch_days(self, monitorings: Iterable[Monitoring], bearer: Bearer) -> Moment:
        sides = self.sides(bearer)
        free: list[Span] = []
        own: list[Span] = []
        other: list[Span] = []
        for monitoring in monitorings:
            watch = self.visible.watch(monitoring)
            if watch is None:
                continue
            side = self.speakers.side(watch.watcher, watch.impartial, sides)
            if side in (Side.NEUTRAL, Side.VERIFIER):
                free.append(watch.days)
            elif side is Side.OWN:
                own.append(watch.days)
            elif side is Side.OTHER:
                other.append(watch.days)
        both = drop(joined(own), drop(ANY_DAY, other))
        # Never simplified as other moments are: a day that nobody watched is no evidence.
        return joined((*free, *both))

    def moments(self) -> Iterator[Moment]:
        """The days that anybody names: in claims and findings, and of watching."""
        for said in self.visible.statements.values():
            for statement in said:
                yield ((statement.first, statement.last),)
                if statement.until is not None:
                    yield ((statement.until, statement.until),)
        for ruled in self.visible.rulings.values():
            yield from (((ruling.first, ruling.last),) for ruling in ruled)
        yield from self._watched.values()

    def reported(self, event: Event, bearer: Bearer | None) -> bool:
        """Whether anybody says that the event happened."""
        found = self.fact(event, bearer)
        return bool(found.asserted) or found.standing is Standing.ESTABLISHED

    def first_days(self, event: Event, bearer: Bearer | None) -> Moment:
        """The asserted days of an event, never where nobody asserts it."""
        return self.fact(event, bearer).asserted or NOT_EVER
