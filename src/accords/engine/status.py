"""The status of every duty as of a day, as known by a day."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from accords.dates import Edtf, as_date
from accords.engine.assess import Assessed, Assessor
from accords.engine.axis import Axis, day_text
from accords.engine.disputes import Dispute
from accords.engine.moments import NEVER, NOT_EVER, Day, Moment, may_be_never, rest
from accords.engine.naming import name_of
from accords.engine.table import State
from accords.model.agreement import Agreement

__all__ = ["Deadline", "InstanceStatus", "Precision", "StatusReport", "day_number", "days_text", "status"]

_POSITION = {state: place for place, state in enumerate(State)}

Precision = str
"""``interval`` (sound, linear) or ``exact`` (decides the few uncertain days below one duty one by one)."""


@frozen(kw_only=True)
class Deadline:
    """A deadline as first stated and as it stands after postponements and spells; dates in words or None."""

    original: str | None
    computed: str | None


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
    disputes: tuple[Dispute, ...]
    claimed_by_ids: tuple[str, ...]
    assumptions: tuple[str, ...]
    precision: str
    rows: tuple[tuple[State, str], ...] = field(repr=False)
    """Each state with the row of the table that gives it, in words."""


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
    assumptions: tuple[str, ...]

    def of(self, obligation_id: str) -> tuple[InstanceStatus, ...]:
        """The instances of one duty, in order; empty for an unknown id or a declaration."""
        return tuple(found for found in self.instances if found.obligation_id == obligation_id)


def day_number(when: Edtf | str | date, axis: Axis) -> Day:
    """The last day of a date, as a day number."""
    if isinstance(when, date):
        return when.toordinal()
    return axis.last(as_date(when))


def days_text(moment: Moment) -> str | None:
    """The days of a moment in words; None where it is never."""
    parts = [_span_text(a, b) for a, b in rest(moment)]
    if not parts:
        return None
    return ", or ".join(parts) + (", or never" if may_be_never(moment) else "")


def _span_text(first: Day, last: Day) -> str:
    if first == last:
        return day_text(first)
    if last >= NEVER - 1:
        return f"any day from {day_text(first)} on" if first >= 1 else "any day"
    return f"{day_text(first)} to {day_text(last)}" if first >= 1 else f"any day up to {day_text(last)}"


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
    axis = Axis(agreement.time_zone)
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    assessor = Assessor(agreement, axis, t, k)
    found = tuple(_instance(assessor, each) for each in assessor.all(exact=precision == "exact"))
    states, words = assessor.agreement()
    return StatusReport(
        agreement_id=agreement.id,
        as_of=day_text(t),
        known_by=day_text(k),
        precision=precision,
        agreement=states,
        agreement_name=words,
        instances=found,
        assumptions=assessor.assumptions(),
    )


def _instance(assessor: Assessor, found: Assessed) -> InstanceStatus:
    first = found.terms[0]
    due = first.env.get("D", NOT_EVER)
    return InstanceStatus(
        obligation_id=found.instance.duty.id,
        obligor_ids=found.instance.bearer.obligor_ids,
        number=found.instance.number,
        states=frozenset(found.rows),
        as_reported=found.reported,
        name=name_of(frozenset(found.rows), found.reported, found.context),
        flags=found.flags,
        deadline=Deadline(original=days_text(first.stated_due), computed=days_text(due)),
        disputes=found.disputes,
        claimed_by_ids=found.context.claimed_by,
        assumptions=found.assumptions,
        precision=found.precision,
        rows=tuple((state, found.rows[state].words) for state in sorted(found.rows, key=_POSITION.__getitem__)),
    )
