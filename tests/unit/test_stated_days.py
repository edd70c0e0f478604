"""The days that a record states for its conditions, without any claim."""

from __future__ import annotations

from datetime import date

import pytest

from accords.checks.lookups.days import entry_day, stated_day
from accords.model.conclusion import Conclusion, ProvisionalApplication, Term
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    Vague,
)
from accords.vocabulary import ConclusionForm
from deals import deal

JUNE, MAY_10, SOON = OnDate(value="2023-06"), OnDate(value="2023-05-10"), Vague(text="soon")
RECORD = deal(conclusion=Conclusion(form=ConclusionForm.SIGNED, date="2023-05-04"))


@pytest.mark.parametrize(
    ("condition", "first", "last"),
    [
        (None, None, None),
        (MAY_10, "2023-05-10", "2023-05-10"),
        (JUNE, "2023-06-01", "2023-06-30"),
        (OnConclusion(), "2023-05-04", "2023-05-04"),
        (OnEntryIntoForce(), "2023-05-04", "2023-05-04"),
        (Offset(anchor=OnConclusion(), duration="P30D"), "2023-06-03", "2023-06-03"),
        (AllOf(conditions=(MAY_10, JUNE)), "2023-06-01", "2023-06-30"),
        (AnyOf(conditions=(MAY_10, JUNE)), "2023-05-10", "2023-05-10"),
        (AllOf(conditions=(MAY_10, SOON)), None, None),
        (AtLeast(count=1, conditions=(MAY_10, JUNE)), None, None),
        (OnEvent(event_id="x"), None, None),
        (Never(), None, None),
        (SOON, None, None),
    ],
)
def test_a_condition_states_the_first_and_the_last_day_that_it_can_mean(
    condition: Condition | None, first: str | None, last: str | None
) -> None:
    """What happens, and what is kept in words, states none."""
    days = [stated_day(condition, RECORD, closing=closing) for closing in (False, True)]
    assert days == [None if day is None else date.fromisoformat(day) for day in (first, last)]


def test_an_agreement_that_applies_before_it_is_in_force_states_no_first_day() -> None:
    """Nor does one whose entry waits for something."""
    applied = Term(entry_into_force=JUNE, provisional_application=ProvisionalApplication(starts=MAY_10))
    assert entry_day(deal(term=applied), closing=False) is None
    assert entry_day(deal(term=Term(entry_into_force=OnEvent(event_id="x"))), closing=False) is None
    assert entry_day(deal(term=Term(entry_into_force=JUNE)), closing=True) == date(2023, 6, 30)
