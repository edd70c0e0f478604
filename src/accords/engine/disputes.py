"""What is disputed: matters that, decided either way, give different states."""

from __future__ import annotations

from attrs import frozen

from accords.engine.claims import Standing
from accords.engine.instances import Instance
from accords.engine.ledger import Bearer, Ledger
from accords.engine.moments import NOT_EVER, Day, Moment, on
from accords.engine.points import Atom
from accords.engine.references import events_in, term_events
from accords.engine.rows import rows_of
from accords.engine.solver import Solver
from accords.engine.table import State
from accords.engine.terms import Terms
from accords.model.events import Event
from accords.vocabulary import EventKind, Modality, Says

__all__ = ["Dispute", "Disputes"]

_MOST_AFFECTED = 200


@frozen
class Dispute:
    """A matter that two sides see differently, such that deciding it either way gives different states."""

    event_id: str | None
    matter: str
    sayers: tuple[str | None, ...]
    deniers: tuple[str | None, ...]
    reading_ids: tuple[str, ...] = ()
    if_so: frozenset[State] = frozenset()
    if_not: frozenset[State] = frozenset()


class Disputes:
    """Finds the disputes of a record by deciding each matter both ways."""

    def __init__(self, ledger: Ledger, solver: Solver, t: Day) -> None:
        self.ledger = ledger
        self.record = ledger.record
        self.solver = solver
        self.t = t
        self.tried: list[Solver] = []
        """The worlds that were played, one way and the other."""

    def all(self) -> dict[tuple[Bearer, int | None], list[Dispute]]:
        """Instance → the disputes about it, in the order of the record's events."""
        found: dict[tuple[Bearer, int | None], list[Dispute]] = {}
        suspects = [event for event in self.record.events if self._suspect(event)]
        if not suspects:
            return found
        naming: dict[str, set[str]] = {}
        dependents: dict[str, set[str]] = {}
        for duty in self.record.obligations:
            for event_id in events_in(duty):
                naming.setdefault(event_id, set()).add(duty.id)
        for duty_id, others in self.ledger.references.items():
            for other in others:
                dependents.setdefault(other, set()).add(duty_id)
        for linkage in self.record.linkages:
            for a in linkage.obligation_ids:
                dependents.setdefault(a, set()).update(i for i in linkage.obligation_ids if i != a)
        of_all = term_events(self.record.term)
        for event in suspects:
            affected = {i for i in event.obligation_ids if i in self.ledger.duties} | naming.get(event.id, set())
            if event.occurrence_of_id is not None:
                affected |= naming.get(event.occurrence_of_id, set())
            if event.id in of_all or not event.obligation_ids:
                affected |= set(list(self.ledger.duties)[:_MOST_AFFECTED])
            queue = list(affected)
            while queue and len(affected) < _MOST_AFFECTED:
                more = dependents.get(queue.pop(), set()) - affected
                affected |= more
                queue += more
            self._try(event, frozenset(affected), found)
        return found

    def _suspect(self, event: Event) -> bool:
        statements = self.ledger.visible.statements[event.id]
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
        bearer = self.ledger.bearer_of(event)
        return len(said) > 0 and bearer is not None and self.ledger.fact(event, bearer).disputed

    def _bearers(self, event: Event) -> list[Bearer | None]:
        found: list[Bearer | None] = [self.ledger.bearer_of(event)]
        for duty_id in event.obligation_ids:
            found += self.ledger.bearers.get(duty_id, ())
        return list(dict.fromkeys([None, *found]))

    def _try(
        self, event: Event, affected: frozenset[str], found: dict[tuple[Bearer, int | None], list[Dispute]]
    ) -> None:
        yes: dict[Atom, Moment] = {}
        no: dict[Atom, Moment] = {}
        innocent: dict[Atom, Moment] = {}
        matters: list[str] = []
        sayers: tuple[str | None, ...] = ()
        deniers: tuple[str | None, ...] = ()
        readings: tuple[str, ...] = ()
        for bearer in self._bearers(event):
            fact = self.ledger.fact(event, bearer)
            if not fact.asserted:
                continue
            yes[("event", event.id, bearer)] = innocent[("event", event.id, bearer)] = fact.asserted
            if fact.disputed:
                no[("event", event.id, bearer)] = NOT_EVER
                no[("floor", event.id, bearer)] = on(self._denied_to(event))
                matters.append("whether it happened")
                sayers, deniers = (*sayers, *fact.sayers), (*deniers, *fact.deniers)
            if bearer is not None and event.kind is EventKind.CONDUCT:
                charge = self.ledger.charge(event, bearer)
                if charge.possible:
                    yes[("charge", event.id, bearer)] = fact.asserted
                    no.setdefault(("charge", event.id, bearer), NOT_EVER)
                if charge.standing is Standing.CONTESTED:
                    innocent[("charge", event.id, bearer)] = NOT_EVER
                    matters.append("whether it breached the duty")
                    sayers, deniers = (*sayers, *charge.chargers), (*deniers, *charge.deniers)
                    readings = (*readings, *charge.reading_ids)
        if not matters:
            return
        against = no if "whether it happened" in matters else innocent
        if_so, if_not = (self._outcomes(pins, affected) for pins in (yes, against))
        for key, states in if_so.items():
            other = if_not.get(key, frozenset())
            if other != states:
                found.setdefault(key, []).append(
                    Dispute(
                        event.id,
                        " and ".join(dict.fromkeys(matters)),
                        tuple(dict.fromkeys(sayers)),
                        tuple(dict.fromkeys(deniers)),
                        tuple(dict.fromkeys(readings)),
                        states,
                        other,
                    )
                )

    def _denied_to(self, event: Event) -> Day:
        said = self.ledger.visible.statements[event.id]
        return max((s.first for s in said if s.says is Says.NOT_OCCURRED), default=0)

    def _outcomes(
        self, pins: dict[Atom, Moment], affected: frozenset[str]
    ) -> dict[tuple[Bearer, int | None], frozenset[State]]:
        """The states of the affected instances where the pinned matters are decided."""
        solver = Solver(self.ledger, self.t, pins, under=self.solver, only=affected)
        self.tried.append(solver)
        return {
            instance.key: frozenset(rows_of(instance, terms, self.t))
            for duty in self.record.obligations
            if duty.id in affected and duty.modality is not Modality.DECLARES
            for instance, terms in solver.solve(duty.id)
        }

    def of_readings(self, instance: Instance, terms: tuple[Terms, ...]) -> tuple[Dispute, ...]:
        """The dispute about how the duty is read, where its readings give different states."""
        if len(terms) < 2:
            return ()
        sets = [frozenset(rows_of(instance, (each,), self.t)) for each in terms]
        other = next((each for each in sets if each != sets[0]), None)
        if other is None:
            return ()
        named = tuple(each.reading.id for each in terms if each.reading is not None)
        held = tuple(who for each in terms if each.reading is not None for who in each.reading.held_by_ids)
        return (Dispute(None, "how the duty is read", held, (), named, other, sets[0]),)
