"""What lies between one turn of a recurring duty and the next."""

from __future__ import annotations

from accords.dates.durations import Duration
from accords.dates.weekdays import MonthsOfWeekday
from accords.model.obligations import Recurring

__all__ = ["step_of"]


def step_of(turns: Recurring) -> Duration | None:
    """From the day of one turn to that of the next, months counted as ``weekday_of_month`` says; None if not stated."""
    every, weekday = turns.every, turns.weekday_of_month
    if every is None or weekday is None:
        return every
    return MonthsOfWeekday(years=every.years, months=every.months, place=weekday.place)
