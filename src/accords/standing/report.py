"""The status of every duty as of a day, as known by a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from accords.collecting import collection_paused
from accords.dates import Edtf, as_date
from accords.engine.assess import Assessed, Assessor
from accords.engine.axis import Axis
from accords.engine.flags import incidents_of, last_incident
from accords.engine.moments import Instant
from accords.engine.table import State
from accords.model.agreement import Agreement
from accords.standing.amounts import Amount, amounts_of
from accords.standing.context import agreement_in_words, context_of
from accords.standing.days import day_text, ends_text
from accords.standing.naming import Context, name_of, with_names
from accords.standing.rollup import RollUp, roll_ups
from accords.standing.told import (
    Dispute,
    Violation,
    assumed_in_words,
    because,
    dispute_in_words,
    violation_in_words,
)

__all__ = ["Deadline", "InstanceStatus", "Precision", "StatusReport", "day_number", "status"]

_POSITION = {state: place for place, state in enumerate(State)}

Precision = str
"""``interval`` (sound, linear) or ``exact`` (decides the few uncertain days below one duty one by one)."""


@frozen(kw_only=True)
class Deadline:
    """A deadline as first stated and, after postponements and spells, as it stands as reported; in words or None.

    ``possible`` tells all deadlines that some consistent world has, where that one is not alone.
    """

    original: str | None
    computed: str | None
    possible: str | None = None


@frozen(kw_only=True)
class InstanceStatus:
    """Where one instance of one duty stands. ``states`` holds every state that some consistent world reaches."""

    obligation_id: str
    obligor_ids: tuple[str, ...]
    number: int | None
    states: frozenset[State]
    as_reported: State
    name: str
    flags: tuple[str, ...]
    deadline: Deadline
    violations: tuple[Violation, ...]
    """Of a duty kept from day to day: every violation that is charged or found, in the order of the record."""
    quiet_since: str | None
    """The last day of the last of them, where nothing is reported after it."""
    disputes: tuple[Dispute, ...]
    claimed_by_ids: tuple[str, ...]
    reported_by_ids: tuple[str, ...]
    assumptions: tuple[str, ...]
    precision: str
    rows: tuple[tuple[State, str], ...] = field(repr=False)
    """Each state with the row of the table that gives it, in words."""
    amounts: tuple[Amount, ...]
    """How much of what is promised there is, in the order of the duty."""
    context: Context = field(repr=False)
    """What ``name`` depends on besides the states."""

    def named(self, names: Mapping[str, str]) -> str:
        """``name`` with actors by ``names`` (id → name) instead of their ids."""
        return name_of(
            self.states,
            self.as_reported,
            with_names(self.context, names),
        )


@frozen(kw_only=True)
class StatusReport:
    """The status of a record: every instance of every duty, and the agreement itself."""

    agreement_id: str
    as_of: str
    known_by: str
    precision: str
    agreement: frozenset[str]
    agreement_name: str
    instances: tuple[InstanceStatus, ...]
    roll_ups: tuple[RollUp, ...]
    """Duties that recur or are due each time: how many of their instances stand where, and what is due next."""
    assumptions: tuple[str, ...]
    doubted: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Parties that are not among those who hold them to be one, each with who those are."""

    def of(self, obligation_id: str) -> tuple[InstanceStatus, ...]:
        """The instances of one duty, in order; empty for an unknown id or a declaration."""
        return tuple(found for found in self.instances if found.obligation_id == obligation_id)


def day_number(when: Edtf | str | date, axis: Axis) -> Instant:
    """The last instant of a date: of its day, where it names an hour."""
    if isinstance(when, date):
        return axis.closing(when.toordinal())
    return axis.closed(axis.last(as_date(when)))


def status(
    agreement: Agreement,
    *,
    as_of: Edtf | str | date,
    known_by: Edtf | str | date | None = None,
    precision: Precision = "interval",
) -> StatusReport:
    """Compute where every duty stands at the end of ``as_of``, from what was known by the end of ``known_by``.

    ``known_by`` defaults to ``as_of``. Nothing is adjudicated: the result says what the claims of the record
    leave possible. Raises ValueError for an unknown precision and for dates that cannot be read.
    """
    if precision not in ("interval", "exact"):
        raise ValueError(f"precision is 'interval' or 'exact', not {precision!r}")
    axis = Axis.of(agreement)
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    with collection_paused():
        return _report(Assessor(agreement, axis, t, k), t, k, precision)


def _report(assessor: Assessor, t: Instant, k: Instant, precision: Precision) -> StatusReport:
    assessed = tuple(assessor.all(exact=precision == "exact"))
    instances = tuple(_instance(assessor, each) for each in assessed)
    states = assessor.agreement()
    return StatusReport(
        agreement_id=assessor.record.id,
        as_of=day_text(t, assessor.axis),
        known_by=day_text(k, assessor.axis),
        precision=precision,
        agreement=frozenset(state.value for state in states),
        agreement_name=agreement_in_words(assessor),
        instances=instances,
        roll_ups=tuple(roll_ups(zip(assessed, (each.name for each in instances), strict=True), t, assessor.axis)),
        assumptions=tuple(assumed_in_words(each) for each in assessor.assumptions()),
        doubted=tuple(assessor.ledger.speakers.doubted.items()),
    )


def _instance(assessor: Assessor, found: Assessed) -> InstanceStatus:
    axis = assessor.axis
    context = context_of(assessor.ledger, found, assessor.t)
    quiet = last_incident(assessor.ledger, found.instance, found.terms, assessor.t)
    return InstanceStatus(
        obligation_id=found.instance.duty.id,
        obligor_ids=found.instance.bearer.obligor_ids,
        number=found.instance.number,
        states=frozenset(found.rows),
        as_reported=found.reported,
        name=name_of(frozenset(found.rows), found.reported, context),
        flags=found.flags,
        deadline=_deadline(found, axis),
        violations=tuple(
            violation_in_words(each, axis)
            for each in incidents_of(assessor.ledger, found.instance, found.terms, assessor.t)
        ),
        quiet_since=day_text(quiet, axis) if quiet is not None else None,
        disputes=tuple(dispute_in_words(each) for each in found.disputes),
        claimed_by_ids=context.claimed_by,
        reported_by_ids=context.reported_by,
        assumptions=tuple(assumed_in_words(each) for each in found.assumptions),
        precision=found.precision,
        rows=tuple((state, because(found.rows[state])) for state in sorted(found.rows, key=_POSITION.__getitem__)),
        amounts=amounts_of(found),
        context=context,
    )


def _deadline(found: Assessed, axis: Axis) -> Deadline:
    return Deadline(
        original=ends_text(found.terms[0].stated_due, axis),
        computed=ends_text(found.due, axis),
        possible=ends_text(found.possible_due, axis) if found.possible_due != found.due else None,
    )
