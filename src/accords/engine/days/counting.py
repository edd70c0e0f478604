"""Counting in months and years of the calendar, from a day."""

from __future__ import annotations

import calendar
from datetime import date

from accords.dates.weekdays import weekday_in_month
from accords.vocabulary import MonthEnd, NextStart

__all__ = ["LAST_DAY", "Day", "add_months", "months_of_weekday", "next_start"]

Day = int
"""A day of the proleptic calendar, as ``date.toordinal`` counts them."""

LAST_DAY = date.max.toordinal()
"""The last day of the calendar."""


def add_months(day: Day, months: int, month_end: MonthEnd) -> tuple[Day, ...]:
    """The day so many months later; two days where the month has no such day and nothing is stated.

    Before the calendar it is 0, after it a day past the last.
    """
    anchor = date.fromordinal(day)
    year, month0 = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if year < 1:
        return (0,)
    if year > 9999:
        return (LAST_DAY + 1,)
    length = calendar.monthrange(year, month0 + 1)[1]
    if anchor.day <= length:
        return (date(year, month0 + 1, anchor.day).toordinal(),)
    clip = date(year, month0 + 1, length).toordinal()
    if month_end is MonthEnd.CLIP:
        return (clip,)
    return (clip + 1,) if month_end is MonthEnd.NEXT_DAY else (clip, clip + 1)


def months_of_weekday(day: Day, months: int, place: int) -> Day:
    """The same weekday of the month so many months later, in a place as ``MonthsOfWeekday`` counts them.

    Before the calendar it is 0, after it a day past the last.
    """
    here = date.fromordinal(day)
    (first,) = add_months(here.replace(day=1).toordinal(), months, MonthEnd.CLIP)
    if not 0 < first <= LAST_DAY:
        return first
    return weekday_in_month(date.fromordinal(first), here.weekday(), place).toordinal()


def next_start(day: Day, start: NextStart) -> Day:
    """The first day of the month or year that begins after ``day``."""
    here = date.fromordinal(day)
    step = 12 - here.month + 1 if start is NextStart.NEXT_YEAR_START else 1
    return add_months(here.replace(day=1).toordinal(), step, MonthEnd.CLIP)[0]
