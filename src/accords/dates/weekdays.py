"""Months counted from a weekday to a weekday, as from the first Monday of one to the first Monday of the next."""

from __future__ import annotations

import calendar
import datetime

from attrs import frozen

from accords.dates.durations import Duration, shift_day

__all__ = ["MonthsOfWeekday", "shift_weekday", "weekday_in_month"]


@frozen(kw_only=True)
class MonthsOfWeekday(Duration):
    """Calendar months, from a weekday of a month to the same weekday, in the same ``place``, of another."""

    place: int
    """Which of the days of that name it is: 0 to 3, the first to the fourth; 4, the last."""


def weekday_in_month(first: datetime.date, weekday: int, place: int) -> datetime.date:
    """A weekday (0: Monday) of the month that begins on ``first``, in a place as ``MonthsOfWeekday`` counts them."""
    begins = 1 + (weekday - first.weekday()) % 7
    length = calendar.monthrange(first.year, first.month)[1]
    found = begins + 7 * place
    return first.replace(day=found if found <= length else found - 7)


def shift_weekday(day: datetime.date, months: int, place: int) -> datetime.date:
    """The same weekday, in a place as ``MonthsOfWeekday`` counts them, of the month so many months later.

    Raises OverflowError where that is outside the years 0001 to 9999.
    """
    first = shift_day(day.replace(day=1), Duration(months=abs(months), negative=months < 0))
    return weekday_in_month(first, day.weekday(), place)
