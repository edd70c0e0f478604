"""Small tables of what several instances of a duty come to together."""

from __future__ import annotations

import pytest

from accords.engine.days.moments import ALWAYS, NOT_EVER, Moment, on
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.points import Point
from accords.engine.terms.several import all_owed, every_one, first_one, without

EARLY: Point = (on(3), NOT_EVER)
LATE: Point = (on(9), NOT_EVER)
GONE: Point = (NOT_EVER, on(5))


@pytest.mark.parametrize(
    ("points", "every", "first", "owed"),
    [
        ([EARLY, LATE], (on(9), NOT_EVER), (on(3), NOT_EVER), on(9)),
        ([EARLY, GONE], (NOT_EVER, on(5)), (on(3), NOT_EVER), on(5)),
        ([GONE, GONE], (NOT_EVER, on(5)), (NOT_EVER, on(5)), NOT_EVER),
    ],
)
def test_all_come_with_the_last_and_any_with_the_first(
    points: list[Point], every: Point, first: Point, owed: Moment
) -> None:
    assert every_one(points) == every
    assert first_one(points) == first
    assert all_owed(points) == owed


@pytest.mark.parametrize(
    ("begins", "left"),
    [
        (on(4), EARLY),
        (on(9), (ALWAYS, NOT_EVER)),
        (((4, 9),), ((*ALWAYS, (3, 3)), NOT_EVER)),
    ],
)
def test_a_turn_that_an_end_forestalls_holds_back_no_other(begins: Moment, left: Point) -> None:
    assert without(EARLY, KeyDays(begins=begins, series_over=on(6)), every=True) == left


def test_where_the_first_counts_it_is_as_if_it_could_never_come() -> None:
    assert without(GONE, KeyDays(begins=on(9), ended=on(6)), every=False) == (NOT_EVER, ALWAYS)
    assert first_one([GONE, (NOT_EVER, ALWAYS)]) == GONE
