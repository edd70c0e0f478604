"""Stated days of a first turn in later ones: ends of months, hours by the clock."""

from __future__ import annotations

import pytest

from accords.dates import as_date
from accords.dates.durations import parse_duration
from accords.engine.days.axis import MINUTES, Axis
from accords.engine.days.moments import on
from accords.engine.days.rounds import is_whole, rounds_later
from accords.standing.days import day_of, day_text


@pytest.mark.parametrize(
    ("first", "every", "times", "closing", "expected"),
    [
        ("2023-01-31", "P1M", 1, True, "2023-02-28"),
        ("2023-01-31", "P1M", 2, True, "2023-03-31"),
        ("2023-02", "P1M", 1, True, "2023-03-31"),
        ("2023", "P1Y", 1, True, "2024-12-31"),
        ("2024-03-30T16:00:00+01:00", "P1D", 1, True, "2024-03-31T16:00:00+02:00"),
        ("2024-03-30T16:00:00+01:00", "PT24H", 1, True, "2024-03-31T17:00:00+02:00"),
        ("2024-03-31T16:00:00+02:00", "P1D", 1, True, "2024-04-01T16:00:00+02:00"),
        ("2024-03-30T02:30:00+01:00", "P1D", 1, True, "2024-03-31T03:30:00+02:00"),
        ("2024-03-30T02:30:00+01:00", "P1D", 1, False, "2024-03-31T01:30:00+01:00"),
        ("2024-10-26T02:30:00+02:00", "P1D", 1, True, "2024-10-27T02:30:00+01:00"),
        ("2024-10-26T02:30:00+02:00", "P1D", 1, False, "2024-10-27T02:30:00+02:00"),
    ],
)
def test_a_day_of_the_first_turn_comes_round(first: str, every: str, times: int, closing: bool, expected: str) -> None:
    """In one step; at the same time of the clock unless the period counts hours."""
    axis, when = Axis("Europe/Berlin", MINUTES), as_date(first)
    moment = on(axis.last(when) if closing else axis.first(when))
    found = rounds_later(axis, moment, parse_duration(every), times, closing, whole=closing and is_whole(when))
    assert day_text(day_of(found[0][0], axis)) == expected
