"""Assesses solved instances: their states, what is reported, what is disputed, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from accords.engine.axis import Axis
from accords.engine.claims import Standing
from accords.engine.exact import exact_rows
from accords.engine.instances import Instance
from accords.engine.ledger import Bearer, Ledger, bearers
from accords.engine.moments import NOT_EVER, Day, Moment, drop, earliest, may_be_never, on, rest
from accords.engine.naming import Context
from accords.engine.points import Atom
from accords.engine.references import events_in, nodes
from accords.engine.rows import agreement_rows, rows_of
from accords.engine.solver import Solved, Solver
from accords.engine.table import Row, State
from accords.engine.terms import Terms, is_continuing
from accords.model.agreement import Agreement
from accords.model.conditions import NoEvent, OnEvent
from accords.model.events import Event
from accords.vocabulary import EventKind, Modality, Says

__all__ = ["Assessed", "Assessor", "Dispute"]

_MOST_AFFECTED = 200
_KINDEST = (
    State.FULFILLED, State.EXERCISED, State.FULFILLED_LATE, State.ACTIVE, State.AVAILABLE, State.PENDING,
    State.CONDITIONAL, State.NOT_IN_FORCE,
)  # fmt: skip


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


@frozen
class Assessed:
    """One instance with everything that its status says."""

    instance: Instance
    terms: tuple[Terms, ...]
    rows: dict[State, Row]
    reported: State
    flags: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    context: Context
    assumptions: tuple[str, ...]
    precision: str


class Assessor:
    """Assesses one record at one day, from what was known by another."""

    def __init__(self, record: Agreement, axis: Axis, t: Day, k: Day) -> None:
        self.record = record
        self.t = t
        self.ledger = Ledger(record, axis, k, t)
        self.solver = Solver(self.ledger, t)
        self._reported = Solver(self.ledger, t, under=self.solver)
        self._reported.points.choose = self._as_reported
        self._disputed: dict[tuple[Bearer, int | None], list[Dispute]] = {}

    # ---- everything

    def all(self, exact: bool = False) -> Iterator[Assessed]:
        """Every instance, in the order of the record; declarations have none."""
        solved = self.solver.all()
        self._reported.all()
        self._disputed = self._disputes()
        for duty in self.record.obligations:
            if duty.modality is Modality.DECLARES:
                continue
            reported = {instance.key: (instance, terms) for instance, terms in self._reported.solve(duty.id)}
            for pair in solved[duty.id]:
                yield self._assess(pair, reported.get(pair[0].key, pair), exact)

    def _assess(self, pair: Solved, reported: Solved, exact: bool) -> Assessed:
        instance, terms = pair
        rows = rows_of(instance, terms, self.t)
        said = rows_of(*reported, self.t)
        options = [state for state in said if state in rows] or list(rows)
        chosen = min(options, key=lambda s: (_KINDEST.index(s) if s in _KINDEST else len(_KINDEST), s.value))
        precision = "interval"
        if exact:
            narrowed = exact_rows(self.ledger, instance, self.t, rows)
            if narrowed is not None:
                precision = "exact"
                narrowed.setdefault(chosen, rows[chosen])
                rows = narrowed
        disputes = tuple(self._disputed.get(instance.key, ())) + self._reading_dispute(instance, terms)
        flags = self._flags(instance, terms, rows)
        context = self._context(instance, terms, rows, chosen, bool(disputes))
        return Assessed(instance, terms, rows, chosen, flags, disputes, context, self._assumed(instance), precision)

    # ---- as reported

    def _as_reported(self, key: Atom, days: Moment) -> Moment:
        """The world in which what nobody reports is not so, and what is claimed and not disputed is as claimed."""
        assert isinstance(key, tuple)
        kind = key[0]
        if kind in ("act", "violation"):
            return NOT_EVER if may_be_never(days) else on(days[-1][1])
        if kind in ("event", "charge"):
            event = self.ledger.events[key[1]]
            found = self.ledger.fact(event, key[2])
            open_charge = kind == "charge" and self.ledger.charge(event, key[2]).standing is Standing.CONTESTED
            if (found.disputed and may_be_never(days)) or open_charge or not (found.asserted or found.planned):
                return NOT_EVER if may_be_never(days) else on(days[-1][1])
            likely = rest(days)
            if not likely:
                return NOT_EVER
            return on(likely[0][0] if event.kind is EventKind.PERFORMANCE else likely[-1][1])
        if kind == "reading":
            return on(days[0][0])
        if kind == "words":
            return NOT_EVER if may_be_never(days) else on(days[0][0])
        likely = rest(days)
        return on(likely[-1][1]) if likely else NOT_EVER

    # ---- disputes

    def _disputes(self) -> dict[tuple[Bearer, int | None], list[Dispute]]:
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
        of_all = self._term_events()
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

    def _term_events(self) -> set[str]:
        term = self.record.term
        if term is None:
            return set()
        conditions = [term.entry_into_force, *term.ends_if_any, *(s.starts for s in term.suspensions)]
        if term.provisional_application is not None:
            conditions += [term.provisional_application.starts, term.provisional_application.ends]
        found = {node.event_id for c in conditions for node in nodes(c) if isinstance(node, (OnEvent, NoEvent))}
        if term.renewal is not None and term.renewal.unless_event_id is not None:
            found.add(term.renewal.unless_event_id)
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
            if duty_id in self.ledger.duties:
                found += bearers(self.ledger.duties[duty_id])
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
        return {
            instance.key: frozenset(rows_of(instance, terms, self.t))
            for duty in self.record.obligations
            if duty.id in affected and duty.modality is not Modality.DECLARES
            for instance, terms in solver.solve(duty.id)
        }

    def _reading_dispute(self, instance: Instance, terms: tuple[Terms, ...]) -> tuple[Dispute, ...]:
        if len(terms) < 2:
            return ()
        sets = [frozenset(rows_of(instance, (each,), self.t)) for each in terms]
        if len(set(sets)) == 1:
            return ()
        named = tuple(each.reading.id for each in terms if each.reading is not None)
        held = tuple(who for each in terms if each.reading is not None for who in each.reading.held_by_ids)
        return (Dispute(None, "how the duty is read", held, (), named, sets[1], sets[0]),)

    # ---- context

    def _context(
        self, instance: Instance, terms: tuple[Terms, ...], rows: dict[State, Row], chosen: State, contested: bool
    ) -> Context:
        duty, bearer = instance.duty, instance.bearer
        claimed: list[str] = []
        reported = False
        if len(rows) > 1:
            for event in self.ledger.bearing.get(duty.id, ()):
                fact = self.ledger.fact(event, bearer)
                if not self._weighs(event, instance, chosen) or not fact.asserted or fact.asserted[0][0] > self.t:
                    continue
                standing = fact.standing
                if event.kind is EventKind.CONDUCT and standing is Standing.ESTABLISHED:
                    charge = self.ledger.charge(event, bearer)
                    claimed += [who or "a source" for who in charge.chargers]
                elif standing is Standing.CLAIMED:
                    claimed += [who or "a source" for who in fact.sayers]
                elif standing is Standing.REPORTED:
                    reported = True
        watched = self.ledger.watched(bearer)
        first = terms[0].env["O"][0][0]
        whole = first <= self.t and not drop(((first, self.t),), watched)
        denied = [
            who or "a source"
            for event in self.ledger.full_acts(duty.id)
            for who in self.ledger.fact(event, bearer).deniers
            if self.ledger.fact(event, bearer).standing is Standing.CLAIMED
            and not self.ledger.fact(event, bearer).asserted
        ]
        return Context(
            is_continuing(duty),
            whole,
            contested,
            duty.modality is Modality.ENDEAVOUR,
            tuple(dict.fromkeys(claimed)),
            reported,
            tuple(dict.fromkeys(denied)),
        )

    def _weighs(self, event: Event, instance: Instance, chosen: State) -> bool:
        """Whether what is reported of an event bears on the state that is reported."""
        if event.kind is EventKind.CONDUCT:
            return is_continuing(instance.duty) and self.ledger.charge(event, instance.bearer).possible
        if event.kind is EventKind.PERFORMANCE:
            return (
                not is_continuing(instance.duty)
                and self.ledger.acts_for(event, instance.bearer) is not False
                and (instance.number is None or event.instance in (None, instance.number))
                and chosen in (State.FULFILLED, State.FULFILLED_LATE, State.EXERCISED)
            )
        return event.kind in (
            EventKind.RELEASE, EventKind.TERMINATION, EventKind.SUPERSESSION, EventKind.SUSPENSION,
            EventKind.POSTPONEMENT,
        )  # fmt: skip

    def _flags(self, instance: Instance, terms: tuple[Terms, ...], rows: dict[State, Row]) -> tuple[str, ...]:
        flags = [flag for each in terms for flag in each.flags]
        env = terms[0].env
        if State.BREACHED in rows:
            over = earliest(env["X"], env["E"])
            if is_continuing(instance.duty):
                if over[-1][1] <= self.t:
                    flags.append("ended")
            elif self.t < over[0][0] and instance.duty.owed_after_breach:
                flags.append("still_owed")
        if any(
            spell.kind.value == "neither performed" and spell.surest[0] <= self.t < spell.surest[1]
            for spell in terms[0].spells
        ):
            flags.append("neither_performed")
        duty = instance.duty
        if duty.due is None and not is_continuing(duty) and instance.closes is None:
            flags.append("no_date_stated")
        for event in self.ledger.bearing.get(duty.id, ()):
            if (
                event.kind is EventKind.PERFORMANCE
                and event.extent.value == "partial"
                and self.ledger.reported(event, instance.bearer)
            ):
                flags.append("begun")
            flags += self.ledger.fact(event, instance.bearer).flags
        if duty.id in self.solver.circular:
            flags.append("circular")
        return tuple(dict.fromkeys(flags))

    def _assumed(self, instance: Instance) -> tuple[str, ...]:
        """The events whose silence is read as not having happened, where the duty's conditions name them."""
        found = []
        for event_id in sorted(events_in(instance.duty)):
            event = self.ledger.events.get(event_id)
            if (
                event is None
                or event.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT)
                or event.defined_as is not None
            ):
                continue
            bearer = self.ledger.bearer_of(event)
            if not self.ledger.fact(event, bearer).asserted and not self.ledger.occurrences.get(event_id):
                found.append(f"{event_id} is not reported, and taken not to have happened")
        return tuple(found)

    # ---- the agreement

    def agreement(self) -> tuple[frozenset[str], str]:
        """The states of the agreement itself, and their name."""
        found = agreement_rows(self.solver, self.t)
        names = tuple(state.value.replace("_", " ") for state in found)
        return frozenset(state.value for state in found), " or ".join(names)

    def assumptions(self) -> tuple[str, ...]:
        """What is assumed for the whole record."""
        found = []
        term, concluded = self.record.term, self.record.conclusion
        if concluded is None or concluded.date is None:
            found.append("no date of conclusion is stated: it is taken to be concluded")
        if term is None or term.entry_into_force is None:
            found.append("no entry into force is stated: it is taken to be in force from its conclusion")
        return tuple(found)
