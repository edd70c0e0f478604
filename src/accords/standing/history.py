"""How statuses move over time: the days on which any set of states changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from accords.dates import Edtf
from accords.engine.assess import Assessor
from accords.engine.axis import Axis, day_text
from accords.engine.moments import BEGIN, NEVER, Day
from accords.model.agreement import Agreement
from accords.standing.report import InstanceStatus, StatusReport, day_number, status

__all__ = ["Change", "changes", "timeline"]


@frozen(kw_only=True)
class Change:
    """One instance whose states or name differ from those before; None where it was not listed, or no longer is."""

    day: str
    obligation_id: str
    obligor_ids: tuple[str, ...]
    number: int | None
    before: InstanceStatus | None
    after: InstanceStatus | None


_Key = tuple[str, tuple[str, ...], int | None]


def _listed(report: StatusReport) -> dict[_Key, InstanceStatus]:
    return {(found.obligation_id, found.obligor_ids, found.number): found for found in report.instances}


def _compare(day: Day, before: StatusReport, after: StatusReport) -> Iterator[Change]:
    old, new = _listed(before), _listed(after)
    for key in (*new, *(key for key in old if key not in new)):
        was, now = old.get(key), new.get(key)
        if was is None or now is None or was.states != now.states or was.name != now.name:
            duty_id, obligors, number = key
            yield Change(
                day=day_text(day), obligation_id=duty_id, obligor_ids=obligors, number=number, before=was, after=now
            )


def changes(
    agreement: Agreement,
    *,
    between: tuple[Edtf | str | date, Edtf | str | date],
    known_by: Edtf | str | date | None = None,
) -> tuple[Change, ...]:
    """What differs between the status at one date and at another, each from what was known by then.

    With ``known_by`` both are computed from what was known by that day, as in ``timeline``: what differs then is
    what the changes of the timeline after the first date and up to the second amount to. Raises ValueError where the
    second date comes before the first, and for dates that cannot be read.
    """
    axis = Axis(agreement.time_zone)
    first, last = (day_number(when, axis) for when in between)
    if last < first:
        raise ValueError("the second date comes before the first")
    before, after = (status(agreement, as_of=date.fromordinal(day), known_by=known_by) for day in (first, last))
    return tuple(_compare(last, before, after))


def timeline(agreement: Agreement, *, known_by: Edtf | str | date) -> tuple[Change, ...]:
    """Every change of any status up to ``known_by``, from what was known by then, in the order of days.

    The status is computed anew for every day on which something can change: where a span of days that decides an
    instance begins or ends. That is a few days for each event and condition. Raises ValueError for a date that
    cannot be read.
    """
    axis = Axis(agreement.time_zone)
    known = day_number(known_by, axis)
    marks = Assessor(agreement, axis, known, known).marks()
    turns = sorted({day + step for day in marks for step in (0, 1, 2) if BEGIN + 1 < day + step <= known < NEVER})
    found: list[Change] = []
    before: StatusReport | None = None
    for day in [turns[0] - 1, *turns] if turns else ():
        after = status(agreement, as_of=date.fromordinal(day), known_by=date.fromordinal(known))
        if before is not None:
            found += _compare(day, before, after)
        before = after
    return tuple(found)
