"""Which events of a record may be one happening."""

from __future__ import annotations

from datetime import date

import pytest

from accords.checks.lookups.happenings import may_be_one, meet, span, spans
from accords.dates import as_date
from accords.model.events import Claim, Event
from accords.vocabulary import EventKind, Says


def _event(event_id: str, when: str | None, **fields: object) -> Event:
    plain = {"kind": EventKind.PERFORMANCE, "obligation_ids": ("o",), **fields}
    claim = Claim(says=Says.OCCURRED, when=when, claimed_by_id="a")
    return Event(id=event_id, summary="It was done.", claims=(claim,), **plain)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (_event("x", "2022-05-01"), _event("y", "2022-05"), True),
        (_event("x", "2022-05-01"), _event("y", "2022-05-02"), False),
        (_event("x", None), _event("y", "2022-05-02"), True),
        (_event("x", "2022-05-01", instance=1), _event("y", "2022-05-01", instance=2), False),
        (_event("x", "2022-05-01", instance=1), _event("y", "2022-05-01"), True),
        (_event("x", "2022-05-01"), _event("y", "2022-05-01", obligation_ids=("p",)), False),
        (_event("x", "2022-05-01"), _event("y", "2022-05-01", kind=EventKind.FINDING), False),
    ],
    ids=lambda each: each.id if isinstance(each, Event) else str(each),
)
def test_events_of_one_duty_and_turn_whose_days_meet_may_be_one(one: Event, other: Event, alike: bool) -> None:
    """One without a day could be on any; whichever comes first."""
    assert may_be_one(one, other) is alike
    assert may_be_one(other, one) is alike


def test_what_had_not_happened_by_a_day_did_not_happen_on_it() -> None:
    """So that day is none of the event's."""
    denied = Claim(says=Says.NOT_OCCURRED, when="2022-05-01", claimed_by_id="b")
    event = Event(id="x", kind=EventKind.PERFORMANCE, summary="It was done.", obligation_ids=("o",), claims=(denied,))
    assert spans(event) == []


def test_a_span_is_as_far_as_it_is_known() -> None:
    """From the first day of its beginning to the last day of its end."""
    assert span(as_date("2022-05"), None) == (date(2022, 5, 1), date(2022, 5, 31))
    assert span(as_date("2022-05-03"), as_date("2022-06")) == (date(2022, 5, 3), date(2022, 6, 30))
    assert span(None, None) == (date.min, date.max)
    assert not meet((date(2022, 5, 1), date(2022, 5, 2)), (date(2022, 5, 3), date(2022, 5, 3)))
