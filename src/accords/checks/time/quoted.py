"""The operative words against what was coded: another unit of time, another day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.dates import Precision
from accords.dates.spoken import MONTHS
from accords.diagnostics import Diagnostic
from accords.model.conditions import Offset, OnDate
from accords.model.obligations import Obligation
from accords.model.walk import children_of, slots_of
from accords.pointer import Path
from accords.prose import quoted

__all__ = ["QUOTED"]

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "eighteen": 18, "twenty-four": 24, "a": 1, "an": 1,
}  # fmt: skip
_MONTHS = [name.lower() for name in MONTHS]
_WORKING = late(r"\b(?:working|business)[ -]days?\b", re.IGNORECASE)
_LONG = late(rf"\b({'|'.join(_NUMBERS)}|[0-9]{{1,2}})[ -](months?|years?)\b", re.IGNORECASE)
_DAY = late(
    rf"\b(?:([0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)}),? ([0-9]{{4}})"
    rf"|({'|'.join(_MONTHS)}) ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}}))\b",
    re.IGNORECASE,
)


def working_days_as_days(index: Index) -> Iterator[Diagnostic]:
    """ACC340: the words of the source say working days, and days of the calendar are counted."""
    for duty, offset, path in _offsets(index):
        said = _WORKING.search(duty.as_written or "")
        days = offset.duration is not None and not offset.duration.total_months and offset.duration.total_days
        if said is not None and days and offset.working_days is None:
            yield index.found(
                "ACC340",
                f"the words of the source say {quoted(said[0])}, and {offset.duration} counts every day",
                (*path, "duration"),
                f'write "working_days": {days} in place of `duration`',
            )


def months_as_days(index: Index) -> Iterator[Diagnostic]:
    """ACC341: the words of the source say months or years, and as many times thirty days are counted."""
    for duty, offset, path in _offsets(index):
        if offset.duration is None or offset.duration.total_months:
            continue
        said = [(found[0], _months(found)) for found in _LONG.finditer(duty.as_written or "")]
        days = abs(offset.duration.total_days)
        words, months = next(((w, m) for w, m in said if days in (30 * m, 365 * m / 12)), ("", 0))
        if months and len({m for _, m in said}) == 1:
            sign = "-" if offset.duration.negative else ""
            yield index.found(
                "ACC341",
                f"the words of the source say {quoted(words)}, and {offset.duration} is another time",
                (*path, "duration"),
                "write months and years as they are stated; a month has 28 to 31 days",
                suggestion=f"{sign}P{months // 12}Y" if months % 12 == 0 else f"{sign}P{months}M",
            )


def another_day_than_quoted(index: Index) -> Iterator[Diagnostic]:
    """ACC342: the words of the source name a day, and another one is coded."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.as_written is None:
            continue
        named = {day for found in _DAY.finditer(duty.as_written) if (day := _day(found)) is not None}
        dates = [
            (condition, ("obligations", place, slot))
            for slot, condition in slots_of(duty)
            if isinstance(condition, OnDate) and condition.value.precision is Precision.DAY
        ]
        if len(named) == len(dates) == 1 and dates[0][0].value.earliest not in named:
            (condition, path), (day,) = dates[0], named
            yield index.found(
                "ACC342",
                f"the words of the source name {day}, and {condition.value} is coded",
                (*path, "value"),
                "look the day up in the source; where it is worked out from another clause, cite that clause",
                related=((("obligations", place, "as_written"), "as written"),),
                related_label="the words",
            )


def _offsets(index: Index) -> Iterator[tuple[Obligation, Offset, Path]]:
    """The offsets of duties whose operative words are quoted: in slots, and directly inside what stands there."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.as_written is None:
            continue
        for slot, condition in slots_of(duty):
            path: Path = ("obligations", place, slot)
            near = [(condition, path), *((child, (*path, *steps)) for steps, child in children_of(condition))]
            yield from ((duty, each, where) for each, where in near if isinstance(each, Offset) and not each.citations)


def _months(found: re.Match[str]) -> int:
    number = _NUMBERS.get(found[1].lower()) or int(found[1])
    return number * (12 if found[2].lower().startswith("year") else 1)


def _day(found: re.Match[str]) -> datetime.date | None:
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    try:
        return datetime.date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


QUOTED: tuple[Check, ...] = (
    Check("ACC340", working_days_as_days, (Offset,)),
    Check("ACC341", months_as_days, (Offset,)),
    Check("ACC342", another_day_than_quoted, (OnDate,)),
)
"""Code → the check that yields it."""
