"""Assesses solved instances: their states, what is reported, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from accords.engine.axis import Axis
from accords.engine.claims import Standing
from accords.engine.disputes import Dispute, Disputes
from accords.engine.exact import exact_rows
from accords.engine.instances import Instance
from accords.engine.ledger import Bearer, Ledger, Matter
from accords.engine.moments import NOT_EVER, Day, Moment, drop, earliest, may_be_never, on, rest
from accords.engine.naming import Context
from accords.engine.points import Atom
from accords.engine.references import events_in
from accords.engine.rows import agreement_rows, rows_of
from accords.engine.solver import Solved, Solver
from accords.engine.table import Row, State
from accords.engine.terms import Terms, is_continuing
from accords.model.agreement import Agreement
from accords.vocabulary import EventKind, Extent, Modality
from accords.words import event_in_words, say

__all__ = ["Assessed", "Assessor"]

_KINDEST = (
    State.FULFILLED, State.EXERCISED, State.FULFILLED_LATE, State.ACTIVE, State.AVAILABLE, State.PENDING,
    State.CONDITIONAL, State.NOT_IN_FORCE,
)  # fmt: skip


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
        self._disputes = Disputes(self.ledger, self.solver, t)
        self._disputed: dict[tuple[Bearer, int | None], list[Dispute]] = {}

    # ---- everything

    def all(self, exact: bool = False) -> Iterator[Assessed]:
        """Every instance, in the order of the record; declarations have none."""
        solved = self.solver.all()
        rows = {
            duty_id: [rows_of(instance, terms, self.t) for instance, terms in pairs]
            for duty_id, pairs in solved.items()
        }
        open_duties = self._solve_reported(rows)
        self._disputed = self._disputes.all()
        for duty in self.record.obligations:
            if duty.modality is Modality.DECLARES:
                continue
            again = self._reported.solve(duty.id) if duty.id in open_duties else ()
            reported = {instance.key: (instance, terms) for instance, terms in again}
            for pair, states in zip(solved[duty.id], rows[duty.id], strict=True):
                yield self._assess(pair, states, reported.get(pair[0].key, pair), exact)

    def _solve_reported(self, rows: Mapping[str, list[dict[State, Row]]]) -> set[str]:
        """Solve as reported the duties with more than one state, after those they refer to; where there is only
        one state, it is the one that is reported."""
        wanted: set[str] = set()
        for duty_id in reversed(self.ledger.order):
            if duty_id in wanted or any(len(each) > 1 for each in rows[duty_id]):
                wanted.add(duty_id)
                wanted |= self.ledger.references[duty_id]
        for duty_id in self.ledger.order:
            if duty_id in wanted:
                self._reported.solve(duty_id)
        return wanted

    def _assess(self, pair: Solved, rows: dict[State, Row], reported: Solved, exact: bool) -> Assessed:
        instance, terms = pair
        said = rows_of(*reported, self.t) if len(rows) > 1 else rows
        options = [state for state in said if state in rows] or list(rows)
        chosen = min(options, key=lambda s: (_KINDEST.index(s) if s in _KINDEST else len(_KINDEST), s.value))
        precision = "interval"
        if exact:
            narrowed = exact_rows(self.ledger, instance, self.t, rows)
            if narrowed is not None:
                precision = "exact"
                narrowed.setdefault(chosen, rows[chosen])
                rows = narrowed
        disputes = tuple(self._disputed.get(instance.key, ())) + self._disputes.of_readings(instance, terms)
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

    # ---- context

    def _context(
        self, instance: Instance, terms: tuple[Terms, ...], rows: dict[State, Row], chosen: State, contested: bool
    ) -> Context:
        duty, bearer = instance.duty, instance.bearer
        claimed: list[str] = []
        reported = False
        if len(rows) > 1:
            for matter in self.ledger.matters(bearer):
                event, fact = matter.event, matter.fact
                if not self._weighs(matter, instance, chosen) or not fact.asserted or fact.asserted[0][0] > self.t:
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
            for act in self.ledger.acts(bearer)
            if act.fact.standing is Standing.CLAIMED and not act.fact.asserted
            for who in act.fact.deniers
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

    def _weighs(self, matter: Matter, instance: Instance, chosen: State) -> bool:
        """Whether what is reported of an event bears on the state that is reported."""
        event = matter.event
        if event.kind is EventKind.CONDUCT:
            return is_continuing(instance.duty) and self.ledger.charge(event, instance.bearer).possible
        if event.kind is EventKind.PERFORMANCE:
            return (
                not is_continuing(instance.duty)
                and matter.whose is not False
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
        for matter in self.ledger.matters(instance.bearer):
            event = matter.event
            if event.kind is EventKind.PERFORMANCE and event.extent is Extent.PARTIAL and matter.reported:
                flags.append("begun")
            flags += matter.fact.flags
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
                found.append(say("assumed.unreported", event=event_in_words(event)))
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
