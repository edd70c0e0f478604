"""Dates and durations as people read them. Months are named by the catalogue, not by the system's locale."""

from __future__ import annotations

import datetime

from accords.dates import Edtf, Precision
from accords.dates.durations import Duration
from accords.words.phrasing import counted, joined, say

__all__ = [
    "date_in_words",
    "duration_in_words",
    "first_moment_in_words",
    "last_moment_in_words",
    "on_date_in_words",
]


def date_in_words(date: Edtf) -> str:
    """A date to be read by itself: ``23 November 2022``, ``November 2022``, ``2022 (approximately)``."""
    if date.precision is Precision.INTERVAL:
        return _interval(date)
    if date.moment is not None:
        return say("date.time", date=_day(date.moment), time=_clock(date.moment, date.text))
    return _qualified(_simple(date), date)


def on_date_in_words(date: Edtf) -> str:
    """A date with its preposition: ``on 31 January 2023``, ``in November 2022``, ``from 2021 to 2023``."""
    if date.precision is Precision.INTERVAL:
        return _interval(date)
    if date.moment is not None:
        at = say("date.time_at", date=_day(date.moment), time=_clock(date.moment, date.text))
        return say("date.on_day", date=at)
    key = "date.on_day" if date.precision is Precision.DAY else "date.in_period"
    return _qualified(say(key, date=_simple(date)), date)


def last_moment_in_words(date: Edtf) -> str:
    """The last moment of a stipulated period: ``31 January 2023``, but ``the end of November 2022``."""
    if date.precision is Precision.INTERVAL:
        return say("date.some_day" if date.end is None else "date.end_of_interval", date=_interval(date))
    if date.precision in (Precision.DAY, Precision.TIME):
        return date_in_words(date)
    return _qualified(say("date.end_of", date=_simple(date)), date)


def first_moment_in_words(date: Edtf) -> str:
    """The first moment of a stipulated period: ``31 January 2023``, ``the start of the period from …``."""
    if date.precision is not Precision.INTERVAL:
        return date_in_words(date)
    if date.start is None:
        return say("date.some_day", date=_interval(date))
    return date_in_words(date.start) if date.end is None else say("date.start_of_interval", date=_interval(date))


def duration_in_words(duration: Duration, *, every: bool = False) -> str:
    """A duration in the units in which it is stated, its sign left out: ``1 year and 6 months``, ``30 days``.

    A duration of nothing at all reads ``0 days``. After ``every`` a single unit goes without its number: ``month``.
    """
    counts = (
        ("year", duration.years),
        ("month", duration.months),
        ("week", duration.weeks),
        ("day", duration.days),
        ("hour", duration.hours),
        ("minute", duration.minutes),
        ("second", duration.seconds),
    )
    stated = [(unit, count) for unit, count in counts if count]
    if every and [count for _, count in stated] == [1]:
        return say(f"every.{stated[0][0]}")
    return joined([counted(f"duration.{unit}", count) for unit, count in stated or [("day", 0)]])


def _interval(date: Edtf) -> str:
    if date.start is None:
        return say("date.open_start", end=date_in_words(date.end)) if date.end is not None else date.text
    if date.end is None:
        return say("date.open_end", start=date_in_words(date.start))
    return say("date.interval", start=_start(date.start, date.end), end=date_in_words(date.end))


def _start(start: Edtf, end: Edtf) -> str:
    """The start of an interval, without the month and year that its end says too: ``1``, ``30 November``."""
    first, last = start.earliest, end.earliest
    days = start.precision is end.precision is Precision.DAY and start.qualifier is end.qualifier is None
    if not days or first is None or last is None or first.year != last.year:
        return date_in_words(start)
    if first.month == last.month:
        return say("date.day_only", day=first.day)
    return say("date.day_month", day=first.day, month=_month(first))


def _simple(date: Edtf) -> str:
    """A year, month or day, without its qualifier."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return date.text
    match date.precision:
        case Precision.DAY:
            return _day(first)
        case Precision.MONTH:
            words = say("date.month", month=_month(first), year=first.year)
            return say("date.day_unknown", of=words) if "XX" in date.text else words
        case Precision.YEAR:
            return say("date.month_unknown" if "XX" in date.text else "date.year", year=first.year)
        case Precision.DECADE:
            return say("date.decade", year=first.year)
        case _:
            return say("date.century", first=first.year, last=last.year)


def _month(day: datetime.date) -> str:
    return say(f"month.{day.month}")


def _day(day: datetime.date) -> str:
    return say("date.day", day=day.day, month=_month(day), year=day.year)


def _clock(moment: datetime.datetime, text: str) -> str:
    """The time of day; seconds only where they say something."""
    time = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    zone = say("date.utc") if text.endswith(("Z", "+00:00")) else say("date.offset", offset=text[-6:])
    return say("date.zone", time=time, zone=zone)


def _qualified(words: str, date: Edtf) -> str:
    if date.qualifier is None:
        return words
    return say("date.qualified", date=words, doubt=say(f"date.{date.qualifier.value}"))
