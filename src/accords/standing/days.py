"""Days and moments of the status engine, in words and in ISO form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import reduce

from accords.dates import as_date
from accords.engine.axis import Axis
from accords.engine.counting import Day
from accords.engine.moments import NEVER, Instant, Moment, may_be_never, rest
from accords.words import counted, date_in_words, say

__all__ = [
    "day_in_words",
    "day_text",
    "days_in_words",
    "days_text",
    "distance_in_words",
    "ends_text",
    "iso_day",
    "outer_days",
    "spelt",
]

_ISO = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


def iso_day(instant: Instant, axis: Axis) -> str | None:
    """The day of an instant in ISO form; None outside the calendar."""
    return date.fromordinal(axis.day(instant)).isoformat() if axis.on_calendar(instant) else None


def iso_instant(instant: Instant, axis: Axis) -> str | None:
    """An instant in ISO form, a day where only that is meant; None outside the calendar."""
    clock = axis.clock(instant)
    return clock.isoformat() if clock is not None else iso_day(instant, axis)


def day_in_words(instant: Instant, axis: Axis) -> str:
    """An instant for people; ``never`` and its like at the ends of the axis."""
    iso = iso_instant(instant, axis)
    if iso is None:
        return say("day.never" if instant >= axis.end else "day.ever")
    return date_in_words(as_date(iso))


def days_in_words(moment: Moment, axis: Axis) -> str:
    """When something may lie: ``16 December 2022``, ``1 May 2023 to 3 May 2023, or never``."""
    parts = [_span(first, last, axis, day_in_words) for first, last in _shown(moment, axis)]
    if may_be_never(moment) or not parts:
        parts.append(say("day.never"))
    return _ored(parts)


def day_text(instant: Instant, axis: Axis) -> str:
    """An instant in ISO form; ``never`` and ``ever`` (from the beginning) for the ends of the axis."""
    return iso_instant(instant, axis) or say("day.never" if instant >= axis.end else "instant.ever")


def days_text(moment: Moment, axis: Axis) -> str | None:
    """The days of a moment in words, each in ISO form; None where it is never."""
    parts = [_span(first, last, axis, day_text) for first, last in _shown(moment, axis)]
    if not parts:
        return None
    return say("instants.or_never", days=_ored(parts)) if may_be_never(moment) else _ored(parts)


def ends_text(moment: Moment, axis: Axis) -> str | None:
    """The same for deadlines and ends: one at midnight is told as the end of the day before."""
    return days_text(tuple((_ended(first, axis), _ended(last, axis)) for first, last in moment), axis)


def _ended(instant: Instant, axis: Axis) -> Instant:
    clock = axis.clock(instant)
    return instant - 1 if clock is not None and instant == axis.opened(instant) else instant


def _ored(parts: Iterable[str]) -> str:
    return reduce(lambda words, part: say("day.or", days=words, more=part), parts)


def _shown(moment: Moment, axis: Axis) -> Iterator[tuple[Instant, Instant]]:
    """The spans as they are told: one of whole days by its days, a midnight as the end of the day before."""
    for first, last in rest(moment):
        whole = axis.on_calendar(first) and first == axis.opened(first)
        yield (axis.closed(first) if whole and last != first else first, last)


def _span(first: Instant, last: Instant, axis: Axis, words: Callable[[Instant, Axis], str]) -> str:
    begins = axis.on_calendar(first)
    if first == last:
        return words(first, axis)
    if last >= NEVER - 1:
        return say("day.from", first=words(first, axis)) if begins else say("day.any")
    if not begins:
        return say("day.until", last=words(last, axis))
    return say("day.span", first=words(first, axis), last=words(last, axis))


def spelt(text: str) -> str:
    """``text`` of the status engine with its ISO days as people read them."""
    return _ISO.sub(lambda found: date_in_words(as_date(found[0])), text)


def outer_days(moment: Moment, axis: Axis) -> tuple[Day, Day] | None:
    """The first and last day of the calendar that a moment can mean; None where it has none."""
    days = rest(moment)
    if not days or not axis.on_calendar(days[0][0]) or not axis.on_calendar(days[-1][1]):
        return None
    return axis.day(days[0][0]), axis.day(days[-1][1])


def distance_in_words(days: int) -> str:
    """How far away a day is: ``in 3 days``, ``today``, ``1 day ago``."""
    if days == 0:
        return say("due.today")
    return counted("due.in_days", days) if days > 0 else counted("due.days_ago", -days)
