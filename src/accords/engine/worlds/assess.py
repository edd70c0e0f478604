"""Assesses solved instances: their states, what is reported, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import partial

from attrs import evolve, frozen

from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER, NOT_EVER, Instant, Moment, union
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.published import as_known
from accords.engine.facts.quantities import Measured
from accords.engine.terms.atoms import Atom, InstanceKey
from accords.engine.terms.instances import Instance
from accords.engine.terms.solver import Solved, Solver
from accords.engine.terms.table import Row, State
from accords.engine.terms.terms import Terms
from accords.engine.terms.world import World
from accords.engine.worlds.as_reported import as_reported
from accords.engine.worlds.budget import Budget
from accords.engine.worlds.disputes import Dispute, Disputes
from accords.engine.worlds.doubts import doubts
from accords.engine.worlds.exact import Exact
from accords.engine.worlds.flags import flags_of
from accords.engine.worlds.rows import agreement_rows, rows_of
from accords.engine.worlds.unseen import Unseen
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.vocabulary import EventKind, Modality

__all__ = ["Assessed", "Assessor"]

_STEPS = 300_000

_KINDEST = (
    State.FULFILLED, State.EXERCISED, State.FULFILLED_LATE, State.ACTIVE, State.AVAILABLE, State.PENDING,
    State.CONDITIONAL, State.NOT_IN_FORCE,
)  # fmt: skip


class Assumed(StrEnum):
    """What is taken as given, or was not followed to its end since there was too much of it."""

    UNREPORTED = "unreported"
    CONCLUDED = "concluded"
    IN_FORCE = "in_force"
    RENEWED = "renewed"
    DISPUTES = "disputes"
    TURNS = "turns"
    TRIES = "tries"


@frozen
class Assumption:
    """One of them, with the event that nobody reports and its summary, or how many turns are listed at most."""

    assumed: Assumed
    event_id: str | None = None
    summary: str | None = None
    most: int | None = None


@frozen
class Assessed:
    """One instance with everything that its status says."""

    instance: Instance
    terms: tuple[Terms, ...]
    rows: dict[State, Row]
    reported: State
    flags: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    assumptions: tuple[Assumption, ...]
    precision: str
    due: Moment
    """The deadline as reported; never, where there is none."""
    possible_due: Moment
    """Every deadline that some world has."""
    amounts: tuple[Measured, ...] = ()
    """How much of what is promised is established, reported and claimed by now."""
    closes: Moment = ()
    """Until when a power can be used that ends by itself, as reported; empty, where that is no day."""
    apart: tuple[str, ...] = ()
    """Those of several who bear it together whom it does not bind in its time."""
    exempt: bool = False
    """Whether it does not bind those who bear it, by a reservation."""

    @property
    def unbound(self) -> Assessed:
        """The same of those whom it does not bind: no deadline, and nothing that is to be remarked."""
        return evolve(
            self,
            flags=(),
            disputes=(),
            assumptions=(),
            due=NOT_EVER,
            possible_due=NOT_EVER,
            amounts=(),
            closes=(),
            exempt=True,
        )


def _closes(instance: Instance, reported: Terms) -> Moment:
    """When a power ends by itself, as reported; empty, where nothing says when."""
    over = reported.days.over
    ends = instance.duty.modality is Modality.MAY and instance.duty.ends is not None
    return over if ends and len(over) == 1 and over[0][0] == over[0][1] < NEVER else ()


class Assessor:
    """Assesses one record at the end of one day, from what was known by the end of another."""

    def __init__(self, record: Agreement, axis: Axis, t: Instant, k: Instant) -> None:
        self.record = record = as_known(record, axis, k)
        self.axis = axis
        self.t = t
        self.ledger = Ledger(record, axis, k, t)
        self.solver = Solver(self.ledger, t)
        self._reported = Solver(self.ledger, t, World(choose=partial(as_reported, self.ledger)), under=self.solver)
        self._disputes = Disputes(self.ledger, self.solver, t)
        self._exact = Exact(self.ledger, t)
        self.unseen = Unseen(self.solver)
        self.tries = Budget(_STEPS)
        """How much may still be tried to find what would settle where the duties stand."""
        self._disputed: dict[tuple[Bearer, int | None], list[Dispute]] = {}
        self._decided: dict[object, dict[InstanceKey, Solved]] = {}

    # ---- everything

    def decided(self, duty_id: str, pins: dict[Atom, Moment]) -> dict[InstanceKey, Solved]:
        """The instances of a duty with what is uncertain decided in one way."""
        asked = duty_id, tuple(pins.items())
        if asked not in self._decided:
            world = Solver(self.ledger, self.t, World(pins), under=self.solver, only=frozenset({duty_id}))
            self._decided[asked] = {each[0].key: each for each in world.solve(duty_id)}
        return self._decided[asked]

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
                alone = duty.id in open_duties and pair[0].key not in reported
                told = self._reported.alone(*pair) if alone else reported.get(pair[0].key, pair)
                yield self._assess(pair, states, told, exact)

    def _solve_reported(self, rows: Mapping[str, list[dict[State, Row]]]) -> set[str]:
        """Solve as reported the duties with more than one state, after those they refer to; where there is only
        one state, it is the one that is reported."""
        wanted: set[str] = set()
        for duty_id in reversed(self.ledger.order):
            if duty_id in wanted or any(len(each) > 1 for each in rows[duty_id]) or self._due_is_open(duty_id):
                wanted.add(duty_id)
                wanted |= self.ledger.references[duty_id]
        for duty_id in self.ledger.order:
            if duty_id in wanted:
                self._reported.solve(duty_id)
        return wanted

    def _due_is_open(self, duty_id: str) -> bool:
        return any(
            len({each.shown_due for each in terms}) > 1 or terms[0].shown_due[0][0] != terms[0].shown_due[-1][1]
            for _, terms in self.solver.solve(duty_id)
        )

    def _assess(self, pair: Solved, rows: dict[State, Row], reported: Solved, exact: bool) -> Assessed:
        instance, terms = pair
        said = rows_of(*reported, self.t) if len(rows) > 1 else rows
        options = [state for state in said if state in rows] or list(rows)
        chosen = min(options, key=lambda s: (_KINDEST.index(s) if s in _KINDEST else len(_KINDEST), s.value))
        precision = "interval"
        if exact:
            narrowed = self._exact.rows(instance, rows)
            if narrowed is not None:
                precision = "exact"
                narrowed.setdefault(chosen, rows[chosen])
                rows = narrowed
        disputes = tuple(self._disputed.get(instance.key, ())) + self._disputes.of_readings(instance, terms)
        disputes += tuple(doubts(self.ledger, self.solver, pair, self.t))
        states = frozenset(rows)
        circular = instance.duty.id in self.solver.circular
        amounts = self.solver.builder.acts.measured(instance, terms[0].days)
        beyond = any(each.promise.most is not None and each.against > each.promise.most for each in amounts)
        flags = [*flags_of(self.ledger, instance, terms, states, self.t, circular)]
        flags += ["more_than_most"] if beyond and not instance.duty.is_continuing else []
        apart = self.solver.builder.whole.members.apart(instance, terms, self.t)
        flags += ["not_bound"] if apart else []
        closes = _closes(instance, reported[1][0])
        if chosen is State.LAPSED:  # it never was one that could be used
            flags = [flag for flag in flags if flag != "no_date_stated"]
        if closes and "no_date_stated" in flags:
            sure = all(each.days.over == closes for each in terms) and "ends_unreported" not in flags
            flags[flags.index("no_date_stated")] = "closes" if sure else "may_close"
        found = Assessed(
            instance,
            terms,
            rows,
            chosen,
            tuple(flags),
            disputes,
            self._assumed(instance),
            precision,
            reported[1][0].shown_due,
            terms[0].shown_due if len(terms) == 1 else union(span for each in terms for span in each.shown_due),
            amounts,
            closes=closes,
            apart=apart,
        )
        return found.unbound if self.solver.builder.whole.members.exempts(instance.bearer) else found

    def _assumed(self, instance: Instance) -> tuple[Assumption, ...]:
        """The events whose silence is read as not having happened, where the duty's conditions name them."""
        found = []
        for event_id in sorted(self.ledger.named_by(instance.duty.id)):
            event = self.ledger.events.get(event_id)
            if (
                event is None
                or event.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT)
                or event.defined_as is not None
            ):
                continue
            bearer = self.ledger.bearer_of(event)
            if not self.ledger.fact(event, bearer).asserted and not self.ledger.occurrences.get(event_id):
                found.append(Assumption(Assumed.UNREPORTED, event.id, event.summary))
        return tuple(found)

    # ---- history

    def marks(self) -> set[Instant]:
        """Every day at which a span of days begins or ends that decides any instance, in any world that is tried."""
        self.solver.all()
        for duty_id in self.ledger.order:
            self._reported.solve(duty_id)
        played: set[Moment] = set()
        Disputes(self.ledger, self.solver, self.t, played).all()
        moments = [moment for solver in (self.solver, self._reported) for moment in solver.moments()]
        moments += played
        return {day for moment in (*moments, *self.ledger.moments()) for span in moment for day in span}

    # ---- the agreement

    def agreement(self) -> dict[State, Row]:
        """The states of the agreement itself, each with the row that gives it."""
        return agreement_rows(self.solver, self.t)

    def unreported_notice(self) -> Event | None:
        """The notice that nobody reports, without which the term was renewed; None before its first end."""
        term = self.record.term
        if term is None or term.renewal is None or term.renewal.unless_event_id is None:
            return None
        notice = self.ledger.events.get(term.renewal.unless_event_id)
        if (
            notice is None
            or notice.defined_as is not None
            or self.ledger.reported(notice, self.ledger.bearer_of(notice))
        ):
            return None
        ends = (self.solver.points.point(condition, closing=True)[0] for condition in term.ends_if_any)
        return notice if any(end[0][0] < self.t for end in ends) else None

    def assumptions(self) -> tuple[Assumption, ...]:
        """What is assumed for the whole record."""
        found = []
        term, concluded = self.record.term, self.record.conclusion
        if concluded is None or concluded.date is None:
            found.append(Assumption(Assumed.CONCLUDED))
        if term is None or term.entry_into_force is None:
            found.append(Assumption(Assumed.IN_FORCE))
        if (notice := self.unreported_notice()) is not None:
            found.append(Assumption(Assumed.RENEWED, notice.id, notice.summary))
        return (*found, *self.cuts())

    def cuts(self) -> tuple[Assumption, ...]:
        """What was not followed to its end, since there was too much of it."""
        found = []
        if self._disputes.cut_short:
            found.append(Assumption(Assumed.DISPUTES))
        if self.solver.turns.cut_short:
            found.append(Assumption(Assumed.TURNS, most=self.ledger.most_turns))
        if self.tries.overdrawn:
            found.append(Assumption(Assumed.TRIES))
        return tuple(found)
