"""Dates, times and lengths as people say them."""

from __future__ import annotations

import pytest

from accords.dates.around import said_around
from accords.dates.spoken import duration_of, is_of_dates, loose_day, names_a_day, split_clock, spoken_days


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("15 FEBRUARY 2022", ("2022-02-15",)),
        ("END OF FEBRUARY 2022", ("2022-02",)),
        ("END OF Q1 2022", ("2022-03",)),
        ("THE SECOND QUARTER OF 2022", ("2022-04/2022-06",)),
        ("15-FEB-22", ("2022-02-15",)),
        ("EARLY 2022", ()),
        ("15 MONDAY 2022", ()),
        ("FEBRUARY", ()),
        ("30 DAYS AFTER 15 FEBRUARY 2022", ()),
    ],
)
def test_words_that_are_a_date_and_no_others_are_one(said: str, days: tuple[str, ...]) -> None:
    """Words beside it leave none; that is for those who look for a date among them."""
    assert spoken_days(said) == days


def test_a_date_among_other_words_is_found_where_there_is_one() -> None:
    """Two days or two years leave none, nor do words that make another time of it."""
    assert loose_day("ON TUESDAY THE 15TH DAY OF FEBRUARY IN THE YEAR 2022") == "2022-02-15"
    for said in ("ON THE EVE OF", "NIGHT OF", "BEFORE", "UNTIL", "A WEEK FROM"):
        assert loose_day(f"{said} 15 FEBRUARY 2022") is None
    assert loose_day("15 FEBRUARY 2022 OR 2023") is None


def test_a_time_of_day_stands_beside_its_day() -> None:
    """Before or behind it; two times are no time."""
    assert split_clock("3 APRIL 2022 AT 9:30") == split_clock("09:30 ON 3 APRIL 2022") == ("3 APRIL 2022", "09:30:00")
    assert split_clock("09:30 OR 10:30") is None


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("every month", "P1M"),
        ("monthly", "P1M"),
        ("every two weeks", "P2W"),
        ("every other year", "P2Y"),
        ("quarterly", "P3M"),
        ("6 months", "P6M"),
        ("0 days", None),
        ("moons", None),
    ],
)
def test_lengths_in_words_have_the_form_of_records(said: str, length: str | None) -> None:
    """Where the words name a unit of the calendar."""
    assert duration_of(said) == length


def test_words_of_dates_are_told_from_others() -> None:
    """A month, a season and a day of the week name a day; an article only stands beside."""
    assert all(map(is_of_dates, ("Feb.", "15th", "the", "mid-March", "2022,", "18:00", "Q1")))
    assert not any(map(is_of_dates, ("gate", "15a", "duty:gates")))
    assert [names_a_day(word) for word in ("Monday", "the")] == [True, False]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("CA. 10 JUNE 2024", "2024-06-10~"),
        ("PERHAPS 10 JUNE 2024", "2024-06-10?"),
        ("BEFORE 10 JUNE 2024", "../2024-06-09"),
        ("NOT LATER THAN 10 JUNE 2024", "../2024-06-10"),
        ("AFTER 31 DECEMBER 2023", "2024-01-01/.."),
        ("ON OR AFTER 10 JUNE 2024", "2024-06-10/.."),
        ("9 OR 10 JUNE 2024", "2024-06-09/2024-06-10"),
        ("EARLY JUNE 2024", None),
        ("UNTIL 10 JUNE 2024", None),
        ("9 TO 12 JUNE 2024", None),
        ("10 JUNE", None),
    ],
)
def test_words_around_a_date_are_written_as_what_they_say_or_as_nothing(said: str, date: str | None) -> None:
    """Where no date says the same, there is advice and no date."""
    found = said_around(said)
    assert found is not None
    assert found[0]
    assert found[1] == date


def test_words_that_are_no_date_get_no_advice_about_dates() -> None:
    """Nor does a date without such words."""
    assert said_around("AFTER THE HARVEST") is None
    assert said_around("10 JUNE 2024") is None
