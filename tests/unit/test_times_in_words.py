"""Days, periods and numbers as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from accords.dates.durations import parse_duration
from accords.dates.edtf import parse_date
from accords.words.quantities import number_in_words
from accords.words.times import date_in_words, duration_in_words, last_moment_in_words, on_date_in_words


@pytest.mark.parametrize(
    ("text", "alone", "on", "last"),
    [
        ("2023-01-31", "31 January 2023", "on 31 January 2023", "31 January 2023"),
        ("2022-11", "November 2022", "in November 2022", "the end of November 2022"),
        ("2022", "2022", "in 2022", "the end of 2022"),
    ],
)
def test_a_day_is_a_moment_and_a_month_is_not(text: str, alone: str, on: str, last: str) -> None:
    date = parse_date(text)
    assert (date_in_words(date), on_date_in_words(date), last_moment_in_words(date)) == (alone, on, last)


@pytest.mark.parametrize(
    ("text", "words", "every"),
    [
        ("P1M", "1 month", "month"),
        ("P30D", "30 days", "30 days"),
        ("P1Y6M", "1 year and 6 months", "1 year and 6 months"),
        ("-P2D", "2 days", "2 days"),
    ],
)
def test_a_period_is_told_in_the_units_in_which_it_is_stated(text: str, words: str, every: str) -> None:
    """Its sign is told by the words around it."""
    duration = parse_duration(text)
    assert (duration_in_words(duration), duration_in_words(duration, every=True)) == (words, every)


@pytest.mark.parametrize("number", ["1", "0.5", "1000", "1234567.25", "1E+3"])
def test_a_number_keeps_its_value(number: str) -> None:
    assert Decimal(number_in_words(Decimal(number)).replace(",", "")) == Decimal(number)
