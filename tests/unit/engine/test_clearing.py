"""The days on which nothing was a breach."""

from __future__ import annotations

from accords.engine.days.moments import NEVER, NOT_EVER, Moment, maybe
from accords.engine.facts.clearing import Cleared

NOTHING = Cleared((), ())
SURE = Cleared(((10, 19),), ((10, 19),))
PERHAPS = Cleared((), ((10, 19),))


def test_a_violation_outside_the_cleared_days_stays_as_it_is() -> None:
    """Whatever else is cleared."""
    for cleared in (NOTHING, SURE, PERHAPS):
        assert cleared.leaves(((30, 35),)) == ((30, 35),)
        assert cleared.shortens(((30, 35),), 40) == ((30, 35),)


def test_of_days_that_are_surely_cleared_none_is_left() -> None:
    """And where none is left, there may be no violation at all."""
    assert SURE.leaves(((15, 25),)) == ((20, 25), (NEVER, NEVER))
    assert SURE.leaves(((12, 15),)) == NOT_EVER
    assert SURE.shortens(((12, 15),), None) == NOT_EVER


def test_days_that_are_perhaps_cleared_stay_and_may_be_none() -> None:
    """Nobody is acquitted of them, nor accused."""
    days: Moment = ((12, 15),)
    assert PERHAPS.leaves(days) == maybe(days)


def test_what_lasted_past_the_cleared_days_is_first_a_violation_after_them() -> None:
    """Only if it lasted that long."""
    assert SURE.shortens(((12, 15),), 25) == ((20, 20),)
    assert SURE.shortens(((12, 15),), 19) == NOT_EVER


def test_before_a_duty_is_open_nothing_violates_it() -> None:
    """For certain before the first day on which it may be, perhaps until the last."""
    opened = NOTHING.outside(((5, 8),), ())
    assert opened.leaves(((2, 3),)) == NOT_EVER
    assert opened.leaves(((6, 7),)) == maybe(((6, 7),))
    assert opened.leaves(((9, 9),)) == ((9, 9),)
