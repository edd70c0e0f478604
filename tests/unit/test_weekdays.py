"""Months counted from a weekday to the same weekday, as "the first Monday of each month" asks."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.small_records import act, duty, every, record, says

from accords.dates.durations import Duration
from accords.dates.weekdays import MonthsOfWeekday, shift_weekday, weekday_in_month
from accords.engine.days.counting import LAST_DAY, months_of_weekday
from accords.model.conditions import OnDate
from accords.model.obligations import Recurring
from accords.model.turns import step_of
from accords.standing.report import status
from accords.vocabulary import WeekdayOfMonth

DAYS = st.dates(datetime.date(1600, 1, 1), datetime.date(2400, 12, 31))


@given(DAYS, st.integers(-600, 600), st.integers(0, 4))
def test_the_day_is_that_weekday_in_that_place_of_the_month_so_many_months_on(
    day: datetime.date, months: int, place: int
) -> None:
    there = shift_weekday(day, months, place)
    assert (there.year - day.year) * 12 + there.month - day.month == months
    assert there.weekday() == day.weekday()
    week = datetime.timedelta(days=7)
    assert there.month != (there + week).month if place == 4 else (there.day - 1) // 7 == place
    assert months_of_weekday(day.toordinal(), months, place) == there.toordinal()


@pytest.mark.parametrize(("place", "day"), [("first", 2), ("second", 9), ("third", 16), ("fourth", 23), ("last", 30)])
def test_mondays_of_january_2023(place: str, day: int) -> None:
    first = datetime.date(2023, 1, 1)
    assert weekday_in_month(first, 0, WeekdayOfMonth(place).place) == first.replace(day=day)


def test_beyond_the_calendar_there_is_no_such_day() -> None:
    day = datetime.date(2023, 1, 2)
    with pytest.raises(OverflowError):
        shift_weekday(day, 99_999, 0)
    assert months_of_weekday(day.toordinal(), 99_999, 0) == LAST_DAY + 1
    assert months_of_weekday(day.toordinal(), -99_999, 0) == 0


def test_the_step_of_turns_is_their_period_or_that_from_weekday_to_weekday() -> None:
    assert step_of(Recurring(text="regularly")) is None
    assert step_of(Recurring(every="P3M")) == Duration(months=3)
    weekday = step_of(Recurring(every="P1Y", weekday_of_month=WeekdayOfMonth.LAST))
    assert weekday == MonthsOfWeekday(years=1, place=4)
    assert weekday != Duration(years=1)


def test_turns_on_the_first_monday_fall_due_on_first_mondays() -> None:
    """And an act belongs to the turn of its own Monday."""
    monday = every("P1M", weekday_of_month="first", times=4)
    held = act(says("b", "2023-02-06"))
    small = record(duty(performance=monday, not_before="2023-01-02", due="2023-01-02"), held)
    report = status(small, as_of="2023-03-07")
    assert isinstance(small.obligations[0].due, OnDate)
    assert [each.deadline.computed for each in report.instances] == [
        "2023-01-02",
        "2023-02-06",
        "2023-03-06",
        "2023-04-03",
    ]
    assert [each.as_reported.value for each in report.instances] == ["breached", "fulfilled", "breached", "pending"]
