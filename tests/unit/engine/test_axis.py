"""Small tables of the axis: days, minutes, and counting on either."""

from __future__ import annotations

from datetime import date

import pytest

from accords.dates import as_date
from accords.dates.durations import parse_duration
from accords.engine.days.axis import MINUTES, Axis
from accords.engine.days.hours import states_hours
from accords.engine.days.moments import BEGIN, NEVER, on
from accords.engine.days.workdays import Workdays
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Calendar, Conclusion
from accords.model.conditions import Offset, OnConclusion, OnDate
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation, Recurring
from accords.standing.days import day_of, day_text, days_of, days_text, ends_of
from accords.vocabulary import ConclusionForm, EventKind, Modality, NextStart, Says


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize("grain", [1, MINUTES])
def test_a_day_has_a_first_and_a_last_instant(grain: int) -> None:
    """On an axis of days they are one."""
    axis, here = Axis("UTC", grain), day("2023-05-10")
    first, last = axis.opening(here), axis.closing(here)
    assert (axis.day(first), axis.day(last), last - first) == (here, here, grain - 1)
    assert axis.opening(here + 1) == last + 1
    assert (axis.opened(last), axis.closed(first)) == (first, last)
    assert (axis.opened(NEVER), axis.closed(BEGIN)) == (NEVER, BEGIN)


@pytest.mark.parametrize(
    ("zone", "instant", "told"),
    [
        ("UTC", "2023-05-10T10:00:00Z", "2023-05-10T10:00:00+00:00"),
        ("Europe/Kyiv", "2015-02-14T22:00:00Z", "2015-02-15T00:00:00+02:00"),
        ("Europe/Brussels", "2023-03-26T03:30:00+02:00", "2023-03-26T03:30:00+02:00"),
        ("Europe/Brussels", "2023-10-29T02:30:00+01:00", "2023-10-29T02:30:00+01:00"),
        ("Europe/Brussels", "2023-10-29T02:30:00+02:00", "2023-10-29T02:30:00+02:00"),
        ("UTC", "2023-05-10", "2023-05-10"),
    ],
)
def test_an_hour_comes_back_as_it_was(zone: str, instant: str, told: str) -> None:
    """In the zone of the record, through changes of clocks."""
    axis = Axis(zone, MINUTES)
    assert day_text(day_of(axis.last(as_date(instant)), axis)) == told


def test_the_hour_that_comes_twice_keeps_its_order() -> None:
    """When clocks go back, half past two comes first in summer time, then in winter time."""
    axis = Axis("Europe/Brussels", MINUTES)
    texts = ("2023-10-29T02:30:00+02:00", "2023-10-29T02:30:00+01:00", "2023-10-29T23:00:00+01:00", "2023-10-29")
    instants = [axis.last(as_date(text)) for text in texts]
    assert instants == sorted(instants)
    assert instants[1] - instants[0] == 60


@pytest.mark.parametrize(
    ("start", "duration", "closing", "expected"),
    [
        ("2023-05-10T10:00:00Z", "P30D", True, "2023-06-09"),
        ("2023-05-10T10:00:00Z", "P1M", True, "2023-06-10"),
        ("2023-05-10T10:00:00Z", "PT48H", True, "2023-05-12T10:00:00+00:00"),
        ("2023-05-10T10:00:00Z", "P1DT2H", True, "2023-05-11T12:00:00+00:00"),
        ("2023-05-10", "PT48H", True, "2023-05-12"),
        ("2023-05-10T10:00:00Z", "P2D", False, "2023-05-12T00:00:00+00:00"),
    ],
)
def test_days_count_days_and_hours_count_from_the_instant(
    start: str, duration: str, closing: bool, expected: str
) -> None:
    axis = Axis("UTC", MINUTES)
    (found,) = axis.shift(axis.last(as_date(start)), parse_duration(duration), closing=closing)
    assert day_text(day_of(found, axis)) == expected


@pytest.mark.parametrize(
    ("start", "then", "expected"),
    [
        ("2023-01-15", NextStart.NEXT_MONTH_START, "2023-02-01"),
        ("2023-12-31", NextStart.NEXT_MONTH_START, "2024-01-01"),
        ("2023-03-01", NextStart.NEXT_MONTH_START, "2023-04-01"),
        ("2023-03-01", NextStart.NEXT_YEAR_START, "2024-01-01"),
    ],
)
def test_a_time_is_carried_on_to_the_next_start(start: str, then: NextStart, expected: str) -> None:
    axis = Axis("UTC")
    assert days_text(days_of(axis.carried(on(day(start)), then, closing=True), axis)) == expected


WEEK = Calendar(weekend=("saturday", "sunday"), holidays=("2023-05-01", "2023-05-08/2023-05-09"))


@pytest.mark.parametrize(
    ("calendar", "start", "count", "near", "far"),
    [
        (WEEK, "2023-04-28", 1, "2023-05-02", "2023-05-02"),
        (WEEK, "2023-05-05", 2, "2023-05-11", "2023-05-11"),
        (WEEK, "2023-05-10", -1, "2023-05-05", "2023-05-05"),
        (None, "2023-05-05", 2, "2023-05-07", None),
        (Calendar(holidays=("2023-05-06",)), "2023-05-05", 1, "2023-05-07", None),
        (Calendar(weekend=("sunday",), until="2023-05-10"), "2023-05-05", 3, "2023-05-09", "2023-05-09"),
        (Calendar(weekend=("sunday",), until="2023-05-07"), "2023-05-05", 3, "2023-05-09", None),
        (Calendar(weekend=("sunday",), until="2023-05-07"), "2023-05-13", -2, "2023-05-11", "2023-05-05"),
        (Calendar(weekend=("sunday",), since="2023-05-12"), "2023-05-05", 2, "2023-05-08", "2023-05-13"),
    ],
)
def test_working_days_are_those_of_the_calendar(
    calendar: Calendar | None, start: str, count: int, near: str, far: str | None
) -> None:
    """What it leaves open may or may not be one: the day can only move away, up to so many that it tells of."""
    assert Workdays(calendar).count(day(start), count) == (day(near), day(far) if far is not None else None)


def test_a_moment_is_told_in_days_and_hours() -> None:
    """A whole day by its day; an end at midnight as the end of the day before."""
    axis = Axis("UTC", MINUTES)
    whole = (axis.opening(day("2023-05-10")), axis.closing(day("2023-05-10")))
    ten = axis.last(as_date("2023-05-10T10:00:00Z"))
    midnight = axis.last(as_date("2023-05-10T00:00:00Z"))
    assert days_text(days_of((whole,), axis)) == "2023-05-10"
    assert days_text(days_of(((ten, whole[1]),), axis)) == "2023-05-10T10:00:00+00:00 to 2023-05-10"
    assert days_text(days_of(on(midnight), axis)) == "2023-05-10T00:00:00+00:00"
    assert days_text(ends_of(on(midnight), axis)) == "2023-05-09"


HOUR = "2023-01-01T10:00:00Z"


@pytest.mark.parametrize(
    ("duty", "when", "hours"),
    [
        ({}, "2023-01-01", False),
        ({"due": OnDate(value="2023-02-01")}, "2023-01-01", False),
        ({"due": OnDate(value=HOUR)}, "2023-01-01", True),
        ({"due": Offset(anchor=OnConclusion(), duration="PT48H")}, "2023-01-01", True),
        ({"performance": Recurring(every="PT12H")}, "2023-01-01", True),
        ({}, HOUR, True),
    ],
)
def test_minutes_are_counted_only_where_an_hour_is_stated(duty: dict[str, object], when: str, hours: bool) -> None:
    """When a claim became known does not matter: knowledge counts in days."""
    owed = Obligation(id="o", obligor_ids=("a",), modality=Modality.MUST, action="do it", **duty)
    claim = Claim(says=Says.OCCURRED, when=when, known_on=HOUR, claimed_by_id="a")
    record = Agreement(
        id="deal", title="Deal", actors=(Actor(id="a", name="A"),), parties=(Party(actor_id="a"),),
        conclusion=Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01"), obligations=(owed,),
        events=(Event(id="e", kind=EventKind.PERFORMANCE, summary="done", claims=(claim,)),),
    )  # fmt: skip
    assert states_hours(record) is hours
