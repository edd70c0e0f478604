"""Turns and times side by side: ends of months, acts that name no turn, windows apart, how long was looked."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from itertools import combinations

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import first_published, stated_day, turn_day
from accords.checks.lookups.index import Index
from accords.dates import Precision
from accords.dates.durations import Duration, shift_day
from accords.diagnostics import Diagnostic
from accords.model.conditions import OnDate
from accords.model.events import Claim
from accords.model.obligations import Linkage, Obligation, Recurring
from accords.model.walk import slots_of
from accords.pointer import Path
from accords.vocabulary import EventKind, LinkageMode, RecurrenceMode, Says

__all__ = ["SEASONS"]

_LONG = 366
"""So many days after the last claim nobody may have looked any more."""

_TURNS = 400
"""So many turns are counted."""


def month_end_shifted(index: Index) -> Iterator[Diagnostic]:
    """ACC343: the last day of a short month is shifted by months, and falls before the ends of longer ones."""
    for place, duty in enumerate(index.agreement.obligations):
        turns = duty.performance
        if not isinstance(turns, Recurring) or turns.every is None or turns.mode is RecurrenceMode.ROLLING:
            continue
        if turns.weekday_of_month is not None:
            continue
        if not turns.every.total_months or turns.every.total_days or turns.every.total_months % 12 == 0:
            continue
        for slot, condition in slots_of(duty):
            day = condition.value.latest if isinstance(condition, OnDate) else None
            if day is None or not isinstance(condition, OnDate) or condition.value.precision is not Precision.DAY:
                continue
            if day.day == calendar.monthrange(day.year, day.month)[1] < 31:
                yield index.found(
                    "ACC343",
                    f"{day} is the last day of its month, and later turns have the day {day.day} of longer ones",
                    ("obligations", place, slot, "value"),
                    "where the end of the month is meant, write the month alone: it stays a whole month",
                    suggestion=f"{day:%Y-%m}" if slot in ("due", "ends") else None,
                )


def turn_not_named(index: Index) -> Iterator[Diagnostic]:
    """ACC344: an act performs a duty that comes round, and it is open which turn."""
    acts: dict[str, list[tuple[datetime.date, Path]]] = {}
    for place, event in enumerate(index.agreement.events):
        days = {claim.when.earliest for claim in event.claims if claim.when is not None and claim.says is Says.OCCURRED}
        day = days.pop() if len(days) == 1 else None
        if event.kind is EventKind.PERFORMANCE and event.instance is None and day is not None:
            for named in event.obligation_ids:
                acts.setdefault(named, []).append((day, ("events", place, "obligation_ids")))
    for duty in index.agreement.obligations:
        for before, (day, path) in enumerate(sorted(acts.get(duty.id, ()))):
            if _is_open_which(duty, day, before, index):
                yield index.found(
                    "ACC344",
                    f'it does not say which turn of "{duty.id}" it performs, and on {day} it may be one or another',
                    path,
                    "add `instance`, counted from 1; without it the nearest turn is taken, and others stay possible",
                )
                break


def windows_that_never_meet(index: Index) -> Iterator[Diagnostic]:
    """ACC345: acts are to be simultaneous, and the times for them lie apart."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    for place, linkage in enumerate(index.agreement.linkages):
        if linkage.mode is not LinkageMode.SIMULTANEOUS:
            continue
        tied = [duties[one] for one in linkage.obligation_ids[:12] if one in duties]
        for one, other in combinations(tied, 2):
            first, last = sorted((_window(one, index), _window(other, index)))
            if _apart(first[1], last[0], linkage.tolerance):
                yield index.found(
                    "ACC345",
                    f'"{one.id}" and "{other.id}" are to be done at the same time, and one is over on {first[1]}, '
                    f"before the other begins on {last[0]}",
                    ("linkages", place, "mode"),
                    "correct the days, or how the text ties the duties",
                )
                break


def not_followed(index: Index) -> Iterator[Diagnostic]:
    """ACC346: the last claim is more than a year older than the coding, and nothing says until when was looked."""
    coding = index.agreement.coding
    coded = coding.coded_on.earliest if coding is not None and coding.coded_on is not None else None
    if coding is None or coded is None or coding.followed_until is not None:
        return
    known = [
        day.latest
        for event in index.agreement.events
        for claim in event.claims
        if (day := claim.known_on or first_published(claim.citations or event.citations, index)) is not None
    ]
    days = [day for day in known if day is not None]
    if days and len(days) == len(known) and (coded - max(days)).days > _LONG:
        yield index.found(
            "ACC346",
            f"it was coded on {coded}, and the last claim is of {max(days)}: nothing says whether anybody looked since",
            ("coding", "coded_on"),
            "add `followed_until`, the last day of which reports were looked for",
        )


def _is_open_which(duty: Obligation, day: datetime.date, before: int, index: Index) -> bool:
    """Whether an act of ``day``, with so many ``before`` it, may belong to one turn or another.

    Where only a deadline is stated, the acts tell their turns as long as each comes in the turn of its own number.
    """
    turns = duty.performance
    due = stated_day(duty.due, index.agreement, closing=True)
    if not isinstance(turns, Recurring) or turns.every is None or due is None or turns.mode is RecurrenceMode.ROLLING:
        return False
    if duty.not_before is None:
        return _first_with(due, turns, day) not in (None, before)
    opens = stated_day(duty.not_before, index.agreement, closing=False)
    if opens is None:
        return False
    nearest, next_opening = _first_with(due, turns, day), _first_with(opens, turns, day)
    opened = None if next_opening is None else next_opening + (turn_day(opens, turns, next_opening) == day)
    return nearest is not None and opened is not None and opened - nearest > 1


def _first_with(day: datetime.date, turns: Recurring, target: datetime.date) -> int | None:
    """The number, from 0, of the first turn whose ``day`` is not before ``target``; None where that is far away."""
    return next((n for n in range(_TURNS) if (found := turn_day(day, turns, n)) is None or found >= target), None)


def _window(duty: Obligation, index: Index) -> tuple[datetime.date, datetime.date]:
    """The stated time of a duty, as wide as can be where a day is not stated."""
    first = stated_day(duty.not_before, index.agreement, closing=False)
    last = stated_day(duty.due, index.agreement, closing=True)
    return first or datetime.date.min, last or datetime.date.max


def _apart(end: datetime.date, start: datetime.date, tolerance: Duration | None) -> bool:
    if end >= start:
        return False
    try:
        return tolerance is None or (shift_day(end, tolerance) < start and not tolerance.exact_seconds)
    except OverflowError:
        return False


SEASONS: tuple[Check, ...] = (
    Check("ACC343", month_end_shifted, (Recurring,)),
    Check("ACC344", turn_not_named, (Recurring,)),
    Check("ACC345", windows_that_never_meet, (Linkage,)),
    Check("ACC346", not_followed, (Claim,)),
)
"""Code → the check that yields it."""
