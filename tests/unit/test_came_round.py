"""Who denied something, and says later that it has happened since."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import deals
from accords.engine.worlds.disputes import Contention
from accords.model.events import Claim, Event
from accords.vocabulary import Says


def _told(*later: tuple[Says, str]) -> Event:
    """One side says that it happened in time; the other says each of ``later``, known on that day."""
    event = deals.said("e", "2023-01-10", by="a")
    claims = tuple(Claim(says=says, when=day, known_on=day, claimed_by_id="b") for says, day in later)
    return evolve(event, claims=(*event.claims, *claims))


@pytest.mark.parametrize(
    ("later", "matter"),
    [
        ([(Says.NOT_OCCURRED, "2023-01-12"), (Says.OCCURRED, "2023-02-20")], Contention.WHEN),
        ([(Says.OCCURRED, "2023-01-12"), (Says.NOT_OCCURRED, "2023-02-20")], Contention.HAPPENED),
        ([(Says.NOT_OCCURRED, "2023-01-12")], Contention.HAPPENED),
    ],
)
def test_who_denied_it_and_later_says_that_it_happened_differs_on_the_day_alone(later: Any, matter: Contention) -> None:
    """Who takes the word back again, or never gives it, still differs on whether it happened."""
    record = deals.deal(deals.duty(due=deals.on_day("2023-01-31")), events=(_told(*later),))
    matters = [each.matters for found in deals.stands(record, "2023-03-01") for each in found.disputes]
    assert matters == [(matter,)]
