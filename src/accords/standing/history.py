"""How statuses move over time: the days on which any set of states changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER
from accords.engine.worlds.assess import Assessor
from accords.model.agreement import Agreement, the_agreement
from accords.model.scalars import as_tuple
from accords.standing.days import Days
from accords.standing.instances import InstanceStatus, StatusReport, Violation
from accords.standing.own_name import since_in_words
from accords.standing.report import day_number, status

__all__ = ["Change", "changes", "status_changes", "timeline", "two_days"]


@frozen(kw_only=True)
class Change:
    """One instance whose states, name or charges differ from before; None where it was not listed, or no longer is."""

    day: str
    obligation_id: str
    obligor_ids: tuple[str, ...]
    number: int | None
    before: InstanceStatus | None
    after: InstanceStatus | None
    not_followed_since: str | None = None
    """The last day on which reports were looked for, in EDTF, where that is why there is no status after."""

    @property
    def not_followed(self) -> str | None:
        """The same in words."""
        return since_in_words(self.not_followed_since)

    def __repr__(self) -> str:
        """On which day, of which duty, and from what to what."""
        before, after = (each.name if each is not None else None for each in (self.before, self.after))
        turn = f", turn {self.number}" if self.number is not None else ""
        who = ", ".join(self.obligor_ids)
        return f"<Change {self.day} {self.obligation_id} ({who}{turn}): {before} → {after or self.not_followed}>"


_Key = tuple[str, tuple[str, ...], int | None]


def _listed(report: StatusReport) -> dict[_Key, InstanceStatus]:
    return {found.key: found for found in report.instances}


def _differ(was: InstanceStatus, now: InstanceStatus) -> bool:
    """Whether the states, the charges or the name are others; names are put into words only where they could be."""
    if was.states != now.states or _charges(was) != _charges(now):
        return True
    return (was.as_reported, was.context) != (now.as_reported, now.context) and was.name != now.name


def _charges(found: InstanceStatus) -> frozenset[Violation]:
    """What is charged or found, without the days, which words of others may narrow."""
    return frozenset(evolve(each, days=Days()) for each in found.violations)


def _compare(day: str, before: StatusReport, after: StatusReport) -> Iterator[Change]:
    old, new = _listed(before), _listed(after)
    for key in (*new, *(key for key in old if key not in new)):
        was, now = old.get(key), new.get(key)
        if was is None or now is None or _differ(was, now):
            duty_id, obligors, number = key
            yield Change(
                day=day,
                obligation_id=duty_id,
                obligor_ids=obligors,
                number=number,
                before=was,
                after=now,
                not_followed_since=after.not_followed_since,
            )


def two_days(between: tuple[DateLike, DateLike], axis: Axis) -> tuple[DateLike, DateLike]:
    """``between``, which a caller hands over.

    Raises TypeError for a text or a set, ValueError unless there are two and the second does not come before the first.
    """
    days = as_tuple(between)
    if len(days) != 2:
        raise ValueError(f"between has two dates, the first and the last, not {len(days)}")
    if day_number(days[1], axis) < day_number(days[0], axis):
        raise ValueError("the second date comes before the first")
    return days[0], days[1]


def changes(
    agreement: Agreement,
    *,
    between: tuple[DateLike, DateLike],
    known_by: DateLike | None = None,
) -> tuple[Change, ...]:
    """What differs between the status at one date and at another, each from what was known by then.

    With ``known_by`` both are computed from what was known by that day, as in ``timeline``: what differs then is
    what the changes of the timeline after the first date and up to the second amount to. Raises ValueError where the
    second date comes before the first, and for dates that cannot be read.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> [(each.obligation_id, each.after.name) for each in accords.changes(deal, between=("1911-09-01", "1911-10-01"))]
    [('repair-landing', 'overdue, nothing reported')]
    """
    axis = Axis.of(the_agreement(agreement))
    first, last = (day_number(when, axis) for when in two_days(between, axis))
    days = [axis.day(instant) for instant in (first, last)]
    before, after = (status(agreement, as_of=date.fromordinal(day), known_by=known_by) for day in days)
    return tuple(_compare(date.fromordinal(days[1]).isoformat(), before, after))


def status_changes(
    before: Agreement, after: Agreement, *, as_of: DateLike, known_by: DateLike | None = None
) -> tuple[Change, ...]:
    """What stands differently at the end of ``as_of`` in two versions of a record, each by its own claims."""
    one, other = (status(each, as_of=as_of, known_by=known_by) for each in (before, after))
    return tuple(_compare(other.as_of, one, other))


def timeline(agreement: Agreement, *, known_by: DateLike) -> tuple[Change, ...]:
    """Every change of any status up to ``known_by``, from what was known by then, in the order of days.

    The status is computed anew for every day on which something can change: where a span of days that decides an
    instance begins or ends. That is a few days for each event and condition. Raises ValueError for a date that
    cannot be read.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> [(each.day, each.obligation_id) for each in accords.timeline(deal, known_by="1911-12-31")][-1]
    ('1911-10-01', 'repair-landing')
    """
    axis = Axis.of(the_agreement(agreement))
    last = day_number(known_by, axis)
    known = axis.day(last)
    marks = {axis.day(mark) for mark in Assessor(agreement, axis, last, last).marks() if mark < NEVER}
    turns = sorted({day + step for day in marks for step in (0, 1, 2) if 1 < day + step <= known})
    followed = agreement.coding.followed_until if agreement.coding is not None else None
    if followed is not None and followed.latest is not None:  # what comes after is one change for all
        over = followed.latest.toordinal() + 1
        turns = [day for day in turns if day < over] + ([over] if 1 < over <= known else [])
    found: list[Change] = []
    before: StatusReport | None = None
    for day in [turns[0] - 1, *turns] if turns else ():
        after = status(agreement, as_of=date.fromordinal(day), known_by=date.fromordinal(known))
        if before is not None:
            found += _compare(date.fromordinal(day).isoformat(), before, after)
        before = after
    return tuple(found)
