"""Tables of date arithmetic as the status of a duty sees it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from accords.dates import as_date, parse_date
from accords.dates.durations import parse_duration
from accords.engine.days.axis import MINUTES, Axis
from accords.engine.days.counting import add_months
from accords.engine.terms.table import State
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.conditions import Condition, Never, Offset, OnConclusion, OnDate
from accords.model.events import Claim, Event
from accords.model.obligations import Continuing, Obligation, Recurring
from accords.standing.days import day_of, day_text
from accords.standing.report import status
from accords.vocabulary import AnchorDay, ConclusionForm, EventKind, Modality, MonthEnd, Says


def deal(duty: Obligation, *events: Event, concluded: str = "2023-01-01", zone: str = "UTC") -> Agreement:
    return Agreement(
        id="deal", title="Deal", time_zone=zone, actors=(Actor(id="a", name="A"), Actor(id="b", name="B")),
        parties=(Party(actor_id="a"), Party(actor_id="b")),
        conclusion=Conclusion(form=ConclusionForm.SIGNED, date=concluded), obligations=(duty,), events=events,
    )  # fmt: skip


def must(due: Condition | None = None, **more: object) -> Obligation:
    return Obligation(id="o", obligor_ids=("a",), modality=Modality.MUST, action="do it", due=due, **more)


@pytest.mark.parametrize(
    ("anchor", "duration", "day", "expected"),
    [
        ("2015-07-20", "P90D", AnchorDay.EXCLUDED, "2015-10-18"),
        ("2023-03-18", "P30D", AnchorDay.EXCLUDED, "2023-04-17"),
        ("2023-03-18", "P30D", AnchorDay.INCLUDED, "2023-04-16"),
        ("2023-03-18", "-P10D", AnchorDay.EXCLUDED, "2023-03-08"),
        ("2023-03-18", "-P10D", AnchorDay.INCLUDED, "2023-03-09"),
        ("2023-01-31", "P1M", AnchorDay.EXCLUDED, "2023-02-28"),
        ("2024-01-31", "P1M", AnchorDay.EXCLUDED, "2024-02-29"),
        ("2024-02-29", "P1Y", AnchorDay.EXCLUDED, "2025-02-28"),
        ("2024-02-29", "P4Y", AnchorDay.EXCLUDED, "2028-02-29"),
        ("2023-03-31", "-P1M", AnchorDay.EXCLUDED, "2023-02-28"),
        ("2023-12-31", "P2M", AnchorDay.EXCLUDED, "2024-02-29"),
        ("2023-01-01", "P1M", AnchorDay.INCLUDED, "2023-01-31"),
        ("2023-02-27", "P2W", AnchorDay.EXCLUDED, "2023-03-13"),
        ("2022-11-21", "P0D", AnchorDay.INCLUDED, "2022-11-21"),
    ],
)
def test_a_deadline_counted_from_a_day(anchor: str, duration: str, day: AnchorDay, expected: str) -> None:
    """Days, weeks, months and years, forwards and back, with the anchor's own day counted or not."""
    due = Offset(anchor=OnDate(value=anchor), duration=duration, anchor_day=day)
    (found,) = status(deal(must(due), concluded="2010-01-01"), as_of="2030-01-01").instances
    assert found.deadline.computed == expected


@pytest.mark.parametrize(
    ("month_end", "expected"),
    [
        (MonthEnd.CLIP, ["2023-02-28"]),
        (MonthEnd.NEXT_DAY, ["2023-03-01"]),
        (MonthEnd.UNSTATED, ["2023-02-28", "2023-03-01"]),
    ],
)
def test_a_month_without_such_a_day(month_end: MonthEnd, expected: list[str]) -> None:
    """Clipped, spilt over, or both where nothing is stated."""
    days = add_months(date(2023, 1, 31).toordinal(), 1, month_end)
    assert [date.fromordinal(day).isoformat() for day in days] == expected


def test_an_unstated_month_end_leaves_the_day_between_open() -> None:
    """On 1 March the act may be due today or late by a day; nobody is accused."""
    due = Offset(anchor=OnConclusion(), duration="P1M", month_end=MonthEnd.UNSTATED)
    (found,) = status(deal(must(due), concluded="2023-01-31"), as_of="2023-03-01").instances
    assert {State.ACTIVE, State.BREACHED, State.FULFILLED, State.FULFILLED_LATE} == found.states


@pytest.mark.parametrize(
    ("value", "last", "after"),
    [
        ("2023-01", "2023-01-31", "2023-02-01"),
        ("2023", "2023-12-31", "2024-01-01"),
        ("2023-01-10", "2023-01-10", "2023-01-11"),
    ],
)
def test_a_stipulated_period_is_no_uncertainty(value: str, last: str, after: str) -> None:
    """As a deadline its last day counts, whole."""
    duty = must(OnDate(value=value))
    assert State.BREACHED not in status(deal(duty), as_of=last).instances[0].states
    assert State.BREACHED in status(deal(duty), as_of=after).instances[0].states


@pytest.mark.parametrize(
    ("first", "every", "last", "expected"),
    [
        ("2023-01-31", "P1M", "2023-01-31", ["2023-01-31", "2023-02-28", "2023-03-31"]),
        ("2024-01-31", "P1M", "2024-01-31", ["2024-01-31", "2024-02-29", "2024-03-31"]),
        ("2023-01-01", "P1M", "2023-01-10", ["2023-01-10", "2023-02-10", "2023-03-10"]),
        ("2023-01-01", "P1M", "2023-03-01", ["2023-03-01", "2023-04-01", "2023-05-01"]),
        ("2023-01-01", "P1M", None, ["2023-01-31", "2023-02-28", "2023-03-31"]),
        ("2023-06", "P3M", "2023-06", ["2023-06-30", "2023-09-30", "2023-12-31"]),
        (None, "P3M", "2023-06", ["2023-06-30", "2023-09-30", "2023-12-31"]),
        (None, "P1Y", "2023-01-31", ["2023-01-31", "2024-01-31", "2025-01-31"]),
        (None, "P1W", None, ["2023-01-07", "2023-01-14", "2023-01-21"]),
        (None, "P1M", None, ["2023-01-31", "2023-02-28", "2023-03-31"]),
    ],
)
def test_turns_are_those_of_the_duty_shifted(
    first: str | None, every: str, last: str | None, expected: list[str]
) -> None:
    """A short month does not pull the turns after it forward; without a deadline a turn's last day is one."""
    slots = {"not_before": first, "due": last}
    stated = {name: OnDate(value=value) for name, value in slots.items() if value is not None}
    found = status(deal(must(**stated, performance=Recurring(every=every, times=3))), as_of="2026-01-01").instances
    assert [turn.deadline.computed for turn in found] == expected


@pytest.mark.parametrize(
    ("anchor", "duration", "zone", "expected"),
    [
        ("2021-10-02T08:00:00+02:00", "PT8H", "Europe/Brussels", "2021-10-02T16:00:00+02:00"),
        ("2021-10-02T20:00:00+02:00", "PT8H", "Europe/Brussels", "2021-10-03T04:00:00+02:00"),
        ("2022-11-21T23:30:00+01:00", "PT48H", "Europe/Brussels", "2022-11-23T23:30:00+01:00"),
        ("2022-11-21T23:30:00+01:00", "PT48H", "UTC", "2022-11-23T22:30:00+00:00"),
        ("2022-11-21T23:30:00Z", "PT1H", "Asia/Tokyo", "2022-11-22T09:30:00+09:00"),
        ("2023-03-25T12:00:00+01:00", "PT24H", "Europe/Brussels", "2023-03-26T13:00:00+02:00"),
        ("2022-11-21T23:30:00+01:00", "P2D", "Europe/Brussels", "2022-11-23"),
        ("2022-11-21T12:00:00+01:00", "PT36H", "Europe/Brussels", "2022-11-22"),
    ],
)
def test_hours_are_counted_exactly_and_read_in_the_zone_of_the_record(
    anchor: str, duration: str, zone: str, expected: str
) -> None:
    """From a moment to a moment; midnight is told as the end of the day before. Days lead to the end of one."""
    due = Offset(anchor=OnDate(value=anchor), duration=duration)
    (found,) = status(deal(must(due), concluded="2010-01-01", zone=zone), as_of="2030-01-01").instances
    assert found.deadline.computed == expected


@pytest.mark.parametrize(
    ("when", "states"),
    [
        ("2023-01-31", {State.FULFILLED}),
        ("2023-02-01", {State.FULFILLED_LATE}),
        ("2023-01", {State.FULFILLED}),
        ("2023-01-XX", {State.FULFILLED}),
        ("2023-01-31/2023-02-01", {State.FULFILLED, State.FULFILLED_LATE}),
    ],
)
def test_an_imprecise_claim_is_uncertain(when: str, states: set[State]) -> None:
    """A month in a claim is one of its days; what is said by the other side is established."""
    claim = Claim(says=Says.OCCURRED, when=when, known_on="2023-03-01", claimed_by_id="b")
    act = Event(id="e", kind=EventKind.PERFORMANCE, summary="done", obligation_ids=("o",), claims=(claim,))
    (found,) = status(deal(must(OnDate(value="2023-01-31")), act), as_of="2023-03-01").instances
    assert found.states == states


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("1964-02-XX", "1964-02-01", "1964-02-29"),
        ("1964-02", "1964-02-01", "1964-02-29"),
        ("1964-02?", "1964-02-01", "2010-01-01"),
        ("1964~", "1964-01-01", "2010-01-01"),
        ("1999-06-10/1999-10-06", "1999-06-10", "1999-10-06"),
        ("2001-06-27/2001-07-02", "2001-06-27", "2001-07-02"),
    ],
)
def test_a_claim_for_an_imprecise_date_is_open_from_its_first_day_to_its_last(when: str, first: str, last: str) -> None:
    """Not done the day before, perhaps done inside, done from the last day on; said by the other side later.

    A date in doubt is certain only from when it was said.
    """
    claim = Claim(says=Says.OCCURRED, when=when, known_on="2010-01-01", claimed_by_id="b")
    act = Event(id="e", kind=EventKind.PERFORMANCE, summary="done", obligation_ids=("o",), claims=(claim,))
    record = deal(must(), act, concluded="1950-01-01")

    def at(day: date) -> frozenset[State]:
        return status(record, as_of=day, known_by="2010-01-01").instances[0].states

    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    assert at(begins - timedelta(days=1)) == {State.ACTIVE}
    assert at(begins) == {State.ACTIVE, State.FULFILLED}
    assert at(ends - timedelta(days=1)) == {State.ACTIVE, State.FULFILLED}
    assert at(ends) == {State.FULFILLED}


@pytest.mark.parametrize(
    "when", ["1972-06-31?", "1964-XX-16", "1953-05-5", "27 Jun 2001 a", "06/10/1999", "14/09/2016", "23 Nov"]
)
def test_a_day_that_is_none_or_not_written_as_one_is_no_question(when: str) -> None:
    """No guess is made at what such words mean."""
    with pytest.raises(ValueError, match=re.escape(when.rstrip("?"))):
        status(deal(must()), as_of=when)


def test_the_last_day_of_the_calendar_is_a_day_and_not_never() -> None:
    """A duty that ends on 31 December 9999 ends then; where the source says never, there is a word for it."""
    duty = must(performance=Continuing(), ends=OnDate(value="9999-12-31"))
    assert status(deal(duty), as_of="9999-12-30").instances[0].as_reported is State.ACTIVE
    assert status(deal(duty), as_of="9999-12-31").instances[0].as_reported is State.FULFILLED
    duty = must(performance=Continuing(), ends=Never())
    assert status(deal(duty), as_of="9999-12-31").instances[0].as_reported is State.ACTIVE


def test_days_are_those_of_the_zone() -> None:
    """A quarter to midnight in London is the next day in Tokyo."""
    when = parse_date("2022-11-22T23:45:00Z")
    assert Axis("Asia/Tokyo").last(when) - Axis("UTC").last(when) == 1
    assert Axis("UTC").shift(738_000, parse_duration("P1D")) == (738_001,)


@pytest.mark.parametrize(
    ("act", "states"),
    [
        ("2021-10-02T15:00:00+02:00", {State.FULFILLED}),
        ("2021-10-02T16:00:00+02:00", {State.FULFILLED}),
        ("2021-10-02T14:30:00Z", {State.FULFILLED_LATE}),
        ("2021-10-02", {State.FULFILLED, State.FULFILLED_LATE}),
        ("2021-10-03", {State.FULFILLED_LATE}),
    ],
)
def test_an_hour_decides_and_a_day_leaves_it_open(act: str, states: set[State]) -> None:
    """Barriers are to be gone by four in the afternoon; a report without an hour means some hour of its day."""
    claim = Claim(says=Says.OCCURRED, when=act, known_on="2021-10-04", claimed_by_id="b")
    done = Event(id="e", kind=EventKind.PERFORMANCE, summary="done", obligation_ids=("o",), claims=(claim,))
    due = OnDate(value="2021-10-02T16:00:00+02:00")
    (found,) = status(
        deal(must(due), done, concluded="2021-09-30", zone="Europe/Brussels"), as_of="2021-10-05"
    ).instances
    assert found.states == states


@pytest.mark.parametrize(
    ("zone", "instant", "day"),
    [
        ("Pacific/Kiritimati", "9999-12-31T23:00:00Z", "9999-12-31"),
        ("America/New_York", "0001-01-01T00:30:00Z", "0001-01-01"),
    ],
)
def test_an_hour_whose_day_lies_beyond_the_calendar_keeps_its_own_day(zone: str, instant: str, day: str) -> None:
    """In the time zone of the record it would be a day that no date can name; periods from it stop at the edge too."""
    axis = Axis(zone)
    assert day_text(day_of(axis.last(as_date(instant)), axis)) == day
    minutes = Axis(zone, MINUTES)
    first = minutes.last(as_date(instant))
    assert minutes.day(first) == axis.last(as_date(instant))
    assert minutes.shift(first, parse_duration("-PT99999H"))[0] <= first
