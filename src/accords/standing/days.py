"""Days and moments of the status engine, in words and in ISO form."""

from __future__ import annotations

import re
from datetime import date

from accords.dates import as_date
from accords.engine.moments import NEVER, Day, Moment, may_be_never, rest
from accords.words import counted, date_in_words, say

__all__ = ["day_in_words", "days_in_words", "distance_in_words", "iso_day", "outer_days", "spelt"]

_LAST = date.max.toordinal()
_ISO = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


def iso_day(day: Day) -> str | None:
    """A day in ISO form; None outside the calendar."""
    return date.fromordinal(day).isoformat() if 1 <= day <= _LAST else None


def day_in_words(day: Day) -> str:
    """A day for people; ``never`` and its like at the ends of the axis."""
    iso = iso_day(day)
    if iso is None:
        return say("day.never" if day >= NEVER - 1 or day > _LAST else "day.ever")
    return date_in_words(as_date(iso))


def days_in_words(moment: Moment) -> str:
    """The days on which something may lie: ``16 December 2022``, ``1 May 2023 to 3 May 2023, or never``."""
    parts = [_span(first, last) for first, last in rest(moment)]
    if may_be_never(moment) or not parts:
        parts.append(say("day.never"))
    words = parts[0]
    for part in parts[1:]:
        words = say("day.or", days=words, more=part)
    return words


def spelt(text: str) -> str:
    """``text`` of the status engine with its ISO days as people read them."""
    return _ISO.sub(lambda found: date_in_words(as_date(found[0])), text)


def _span(first: Day, last: Day) -> str:
    if first == last:
        return day_in_words(first)
    if last >= NEVER - 1:
        return say("day.from", first=day_in_words(first)) if first >= 1 else say("day.any")
    if first < 1:
        return say("day.until", last=day_in_words(last))
    return say("day.span", first=day_in_words(first), last=day_in_words(last))


def outer_days(moment: Moment) -> tuple[Day, Day] | None:
    """The first and last day of the calendar that a moment can mean; None where it has none."""
    days = rest(moment)
    if not days or days[0][0] < 1 or days[-1][1] > _LAST:
        return None
    return days[0][0], days[-1][1]


def distance_in_words(days: int) -> str:
    """How far away a day is: ``in 3 days``, ``today``, ``1 day ago``."""
    if days == 0:
        return say("due.today")
    return counted("due.in_days", days) if days > 0 else counted("due.days_ago", -days)
