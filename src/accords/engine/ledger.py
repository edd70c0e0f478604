"""The facts of one record as known by one day: every happening weighed for every duty it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from accords.engine.axis import Axis
from accords.engine.claims import Charge, Fact, Favours, Standing, charge, fact
from accords.engine.knowledge import Ruling, Statement, Visible
from accords.engine.moments import NOT_EVER, Day, Moment, clip, union
from accords.engine.references import order, references
from accords.engine.sides import Side, Sides, Speakers
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.vocabulary import Borne, EventKind, Extent, Role

__all__ = ["Bearer", "Ledger", "bearers"]

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


@frozen(cache_hash=True)
class Bearer:
    """Who bears one share of a duty: one obligor, or all of them together."""

    duty_id: str
    obligor_ids: tuple[str, ...]
    shared: bool


def bearers(duty: Obligation) -> tuple[Bearer, ...]:
    """One bearer for each obligor where each owes the duty separately, otherwise a single one."""
    if duty.borne is Borne.EACH and len(duty.obligor_ids) > 1:
        return tuple(Bearer(duty.id, (obligor,), False) for obligor in duty.obligor_ids)
    return (Bearer(duty.id, duty.obligor_ids, len(duty.obligor_ids) > 1),)


class Ledger:
    """Weighs claims once and remembers. Reads the record; changes nothing."""

    def __init__(self, record: Agreement, axis: Axis, known_by: Day, as_of: Day) -> None:
        self.record = record
        self.axis = axis
        self.visible = Visible(record, axis, known_by, as_of)
        self.speakers = Speakers(record)
        self.duties = {duty.id: duty for duty in record.obligations}
        self.events = {event.id: event for event in record.events}
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
        self._watching: dict[str, list[object]] = {}
        for monitoring in record.monitoring:
            for subject in (*monitoring.obligation_ids, *monitoring.event_ids):
                self._watching.setdefault(subject, []).append(monitoring)
        self._bodies = frozenset(
            t.actor_id for t in record.third_parties if t.role in (Role.ARBITER, Role.VERIFIER, Role.MONITOR)
        )
        self.references = references(record)
        self.order = order(self.references)
        self._facts: dict[tuple[str, Bearer | None], Fact] = {}
        self._sides: dict[tuple[str, tuple[str, ...]], Sides] = {}
        self._watched: dict[tuple[str, Bearer], Moment] = {}

    # ---- sides

    def sides(self, bearer: Bearer, event: Event | None = None) -> Sides:
        """The sides of a bearer's instance; where several bear it together, an act's own actors are its side."""
        obligors = bearer.obligor_ids
        if bearer.shared and event is not None and event.actor_ids:
            acting = tuple(o for o in obligors if any(o in self.speakers.principals(a) for a in event.actor_ids))
            obligors = acting or obligors
        key = (bearer.duty_id, obligors)
        if key not in self._sides:
            self._sides[key] = self.speakers.sides(self.duties[bearer.duty_id], obligors)
        return self._sides[key]

    def side(self, statement: Statement, sides: Sides) -> Side:
        """On which side the speaker of a statement stands."""
        return self.speakers.side(statement.speaker, statement.impartial, sides)

    def bearer_of(self, event: Event) -> Bearer | None:
        """The bearer that an event bears on first; None for an event about no duty."""
        if event.kind not in _FAVOURS:
            return None
        for duty_id in event.obligation_ids:
            duty = self.duties.get(duty_id)
            if duty is not None:
                shares = bearers(duty)
                for share in shares:
                    if self.acts_for(event, share) is True:
                        return share
                return shares[0]
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

    # ---- facts

    def fact(self, event: Event, bearer: Bearer | None) -> Fact:
        """How an event stands as it bears on ``bearer``; on nobody's duty for None."""
        key = (event.id, bearer)
        found = self._facts.get(key)
        if found is None:
            favours = _FAVOURS.get(event.kind, Favours.NOBODY) if bearer is not None else Favours.NOBODY
            sides = self.sides(bearer, event) if bearer is not None else self._no_sides()
            found = fact(
                self.visible.statements[event.id],
                tuple(r for r in self.visible.rulings.get(event.id, ()) if self._may_find(r, sides)),
                lambda s: self.side(s, sides),
                sides,
                favours,
                self.watched(bearer, event.id) if bearer is not None else (),
            )
            self._facts[key] = found
        return found

    def _no_sides(self) -> Sides:
        nobody: frozenset[str] = frozenset()
        return Sides(nobody, frozenset(self.speakers.parties), self._verifying(), nobody)

    def _verifying(self) -> frozenset[str]:
        return frozenset(t.actor_id for t in self.record.third_parties if t.role is Role.VERIFIER)

    def _may_find(self, ruling: Ruling, sides: Sides) -> bool:
        named = ruling.body in sides.deciders or ruling.body in sides.verifiers or ruling.body in self._bodies
        return named or not (self.speakers.principals(ruling.body) & (sides.own | sides.other))

    def charge(self, event: Event, bearer: Bearer) -> Charge:
        """Whether an event is said to breach the bearer's duty."""
        sides = self.sides(bearer, event)
        return charge(
            self.visible.statements[event.id],
            self.visible.rulings.get(event.id, ()),
            lambda s: self.side(s, sides),
            sides,
        )

    def rulings(self, subject: str, bearer: Bearer | None) -> Iterator[Ruling]:
        """The findings about a duty or condition that count."""
        sides = self.sides(bearer) if bearer is not None else self._no_sides()
        return (r for r in self.visible.rulings.get(subject, ()) if bearer is None or self._may_find(r, sides))

    # ---- watching

    def watched(self, bearer: Bearer, event_id: str | None = None) -> Moment:
        """The days on which silence about the bearer's duty (and one event) is evidence."""
        key = (event_id or "", bearer)
        found = self._watched.get(key)
        if found is None:
            subjects = [bearer.duty_id] if event_id is None else [bearer.duty_id, event_id]
            found = self._watch_days((m for s in subjects for m in self._watching.get(s, ())), bearer)
            self._watched[key] = found
        return found

    def _watch_days(self, monitorings: Iterable[object], bearer: Bearer) -> Moment:
        sides = self.sides(bearer)
        free: list[tuple[Day, Day]] = []
        own: list[tuple[Day, Day]] = []
        other: list[tuple[Day, Day]] = []
        for monitoring in monitorings:
            watch = self.visible.watch(monitoring)  # type: ignore[arg-type]
            if watch is None:
                continue
            side = self.speakers.side(watch.watcher, watch.impartial, sides)
            if side in (Side.NEUTRAL, Side.VERIFIER):
                free += watch.days
            elif side is Side.OWN:
                own += watch.days
            elif side is Side.OTHER:
                other += watch.days
        both = [span for a, b in own for span in clip(union(other), a, b)]
        return union((*free, *both))

    # ---- acts

    def full_acts(self, duty_id: str) -> list[Event]:
        """The performances of a duty that are not said to be partial."""
        return [
            event
            for event in self.bearing.get(duty_id, ())
            if event.kind is EventKind.PERFORMANCE and event.extent is Extent.FULL
        ]

    def reported(self, event: Event, bearer: Bearer | None) -> bool:
        """Whether anybody says that the event happened."""
        found = self.fact(event, bearer)
        return bool(found.asserted) or found.standing is Standing.ESTABLISHED

    def first_days(self, event: Event, bearer: Bearer | None) -> Moment:
        """The asserted days of an event, never where nobody asserts it."""
        return self.fact(event, bearer).asserted or NOT_EVER
