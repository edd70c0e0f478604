"""How statuses move over time: the days on which any set of states changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from accords.dates import Edtf
from accords.engine.axis import Axis, day_text
from accords.engine.ledger import Ledger
from accords.engine.moments import BEGIN, NEVER, Day
from accords.engine.solver import Solver
from accords.engine.status import InstanceStatus, StatusReport, day_number, status
from accords.model.agreement import Agreement

__all__ = ["Change", "changes", "timeline"]

_MOST_DAYS = 2_000
"""A timeline looks at no more days than this."""


@frozen(kw_only=True)
class Change:
    """One instance whose status differs from the day before (``before`` is None where it was not listed yet)."""

    day: str
    obligation_id: str
    obligor_ids: tuple[str, ...]
    number: int | None
    before: InstanceStatus | None
    after: InstanceStatus


def _key(found: InstanceStatus) -> tuple[str, tuple[str, ...], int | None]:
    return found.obligation_id, found.obligor_ids, found.number


def _compare(day: str, before: StatusReport, after: StatusReport) -> Iterator[Change]:
    old = {_key(found): found for found in before.instances}
    for found in after.instances:
        earlier = old.get(_key(found))
        if earlier is None or earlier.states != found.states or earlier.name != found.name:
            yield Change(
                day=day,
                obligation_id=found.obligation_id,
                obligor_ids=found.obligor_ids,
                number=found.number,
                before=earlier,
                after=found,
            )


def changes(agreement: Agreement, *, between: tuple[Edtf | str | date, Edtf | str | date]) -> tuple[Change, ...]:
    """What differs between the status as known at one date and at another.

    Raises ValueError where the second date comes before the first.
    """
    axis = Axis(agreement.time_zone)
    first, last = (day_number(when, axis) for when in between)
    if last < first:
        raise ValueError("the second date comes before the first")
    before, after = (status(agreement, as_of=date.fromordinal(day)) for day in (first, last))
    return tuple(_compare(day_text(last), before, after))


def timeline(agreement: Agreement, *, known_by: Edtf | str | date) -> tuple[Change, ...]:
    """Every change of any status up to ``known_by``, from what was known by then.

    Only days on which something can change are looked at: the ends of all spans of days that decide an
    instance, and the day after each.
    """
    axis = Axis(agreement.time_zone)
    known = day_number(known_by, axis)
    days = sorted(_turning_days(agreement, axis, known))[:_MOST_DAYS]
    found: list[Change] = []
    before: StatusReport | None = None
    for day in days:
        after = status(agreement, as_of=date.fromordinal(day), known_by=date.fromordinal(known))
        if before is not None:
            found += _compare(day_text(day), before, after)
        before = after
    return tuple(found)


def _turning_days(agreement: Agreement, axis: Axis, known: Day) -> set[Day]:
    solver = Solver(Ledger(agreement, axis, known, known), known)
    marks: set[Day] = set()
    for solved in solver.all().values():
        for _, readings in solved:
            for terms in readings:
                moments = [m for name, m in terms.env.items() if name != "t"]
                moments += [m for spell in terms.spells for m in (spell.start, spell.end)]
                moments += [m for stage in terms.stages for m in (stage.since, stage.due)]
                marks.update(day for moment in moments for span in moment for day in span)
    for watch in agreement.monitoring:
        marks.update((axis.last(watch.through), axis.first(watch.since) if watch.since is not None else BEGIN))
    if not marks:
        return set()
    near = {day + step for day in marks for step in (-1, 0, 1)}
    return {day for day in near if BEGIN < day <= known and day < NEVER}
