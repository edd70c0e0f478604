"""Amounts that are promised, and several answers to when one is reached."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accords.engine.days.moments import NOT_EVER, on
from accords.engine.facts.either import first_of, last_of, one_or_other
from accords.engine.facts.promises import Promise
from accords.engine.facts.quantities import When
from accords.model.obligations import Quantity, Ratio
from accords.vocabulary import Counted

EARLY = When(on(3), on(1), on(2))
LATE = When(on(9), on(4), NOT_EVER)
SHARE = Ratio(of_obligation_id="catch", times=0.4)


def test_of_two_amounts_the_first_and_the_last_are_told_answer_by_answer() -> None:
    """What is sure, what is possible and what is reported need not come from one of them."""
    assert (first_of([EARLY, LATE]).surely, first_of([LATE, EARLY]).possibly) == (on(3), on(1))
    assert (last_of(EARLY, LATE).possibly, last_of(EARLY, LATE).reported) == (on(4), NOT_EVER)


def test_where_one_amount_or_another_holds_each_of_their_days_is_possible() -> None:
    """What is reported stays that of the first."""
    either = one_or_other([EARLY, LATE])
    assert either.possibly == ((1, 1), (4, 4))
    assert either.reported == EARLY.reported
    assert one_or_other([EARLY]) is EARLY


@pytest.mark.parametrize(
    ("stated", "is_open"),
    [
        ({"at_least": 40}, False),
        ({"at_most": SHARE}, True),
        ({"at_least": SHARE}, False),
        ({"at_least": SHARE, "counted": Counted.LEVEL}, True),
    ],
)
def test_a_bound_of_what_is_kept_is_open_while_nobody_knows_it(stated: dict[str, Any], is_open: bool) -> None:
    """A least that figures add up to is no bound of what is kept: less of it is no act that breaks it."""
    at_least = stated.get("at_least")
    promise = Promise(Quantity(measure="fish", unit="t", **stated), Fraction(40) if at_least == 40 else None, None)
    assert promise.is_open is is_open
    assert promise.hangs_on == (() if at_least == 40 else ("catch",))


def test_nothing_that_may_be_more_by_what_perhaps_happened_is_open() -> None:
    """A most of nothing, which is one of five if something was done unseen, forbids nothing yet."""
    bound = Quantity(measure="fish", unit="t", at_most=SHARE)
    assert Promise(bound, None, Fraction(0)).unless_more(Promise(bound, None, Fraction(5))).most is None
    assert Promise(bound, None, Fraction(5)).unless_more(Promise(bound, None, Fraction(9))).most == 5
