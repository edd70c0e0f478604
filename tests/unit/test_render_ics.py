"""Calendars, read by a parser that others wrote."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from attrs import evolve
from icalendar import Calendar

from accords.checklist import Checklist, checklist
from accords.model.conditions import OnDate
from accords.render.checklist.ics import render_ics
from trial import trial

DAY = "2023-01-20"


def listed(text: Any = str, **options: Any) -> Checklist:
    """The checklist of the trial record as of its day."""
    return checklist(trial(text), **{"as_of": DAY, "library_version": "1"} | options)


def entries(text: str, kind: str = "vevent") -> dict[str, Any]:
    """UID → entry, as the independent parser reads them."""
    calendar = vobject.readOne(text, validate=True)
    return {entry.uid.value: entry for entry in calendar.contents.get(kind, [])}


def test_every_computed_deadline_is_an_all_day_event_with_its_obligor_in_the_title() -> None:
    """On its last day; each turn of a recurring duty has its own; what has no date has none."""
    found = entries(render_ics(listed()))
    assert {uid: (entry.dtstart.value, entry.summary.value) for uid, entry in found.items() if "report" not in uid} == {
        "trial.law@accords": (date(2023, 1, 15), "Kosovo*: must adopt the law"),
        "trial.pay.kosovo@accords": (date(2023, 1, 25), "Kosovo*: must pay the fee"),
        "trial.pay.serbia@accords": (date(2023, 1, 25), "Serbia: must pay the fee"),
        "trial.late@accords": (date(2022, 12, 31), "Serbia: must open the office"),
    }
    assert [uid for uid in found if "report" in uid] == [f"trial.report.{turn}@accords" for turn in range(1, 7)]
    assert all(entry.dtend.value - entry.dtstart.value == timedelta(days=1) for entry in found.values())


def test_a_moved_deadline_keeps_its_id_and_has_a_higher_number() -> None:
    """So that a calendar moves its entry."""
    record = trial()
    moved = evolve(
        record,
        obligations=tuple(
            evolve(duty, due=OnDate(value="2023-03-01")) if duty.id == "late" else duty for duty in record.obligations
        ),
    )
    before = entries(render_ics(listed()))["trial.late@accords"]
    after = entries(render_ics(checklist(moved, as_of="2023-01-21")))["trial.late@accords"]
    assert after.dtstart.value == date(2023, 3, 1)
    assert int(after.sequence.value) > int(before.sequence.value)


def test_alarms_come_before_deadlines_that_have_not_passed() -> None:
    """The days before can be chosen; none of them is for what lies behind."""
    found = entries(render_ics(listed(), alarm_days=(3, 10, 3)))
    alarms = found["trial.pay.serbia@accords"].contents["valarm"]
    assert [alarm.trigger.value for alarm in alarms] == [timedelta(days=-10), timedelta(days=-3)]
    assert "valarm" not in found["trial.law@accords"].contents


def test_tasks_have_their_deadline_as_due_and_a_status() -> None:
    """In place of events."""
    text = render_ics(listed(), as_todo=True)
    found = entries(text, "vtodo")
    assert found["trial.late@accords"].due.value == date(2022, 12, 31)
    assert found["trial.late@accords"].status.value == "NEEDS-ACTION"
    assert found["trial.pay.serbia@accords"].contents["valarm"][0].trigger.params["RELATED"] == ["END"]
    assert not entries(text)


def test_duties_without_a_computed_deadline_are_looked_at_only_on_request() -> None:
    """Every so often; what is over is not."""
    plain, reviewed = entries(render_ics(listed())), entries(render_ics(listed(), review_every="P2M"))
    more = {uid: reviewed[uid] for uid in reviewed.keys() - plain.keys()}
    assert set(more) == {
        f"trial.{instance}.review@accords" for instance in ("then", "stop", "try.kosovo", "try.serbia", "invite", "may")
    }
    assert all(entry.rrule.value == "FREQ=MONTHLY;INTERVAL=2" for entry in more.values())
    assert more["trial.invite.review@accords"].summary.value == (
        "To be looked at: European Union: must invite the parties"
    )
    assert "FREQ=DAILY;INTERVAL=10" in render_ics(listed(), review_every="P10D")


@pytest.mark.parametrize("period", ["P1M10D", "PT5H", "P0D", "soon"])
def test_a_period_that_is_no_rhythm_is_refused(period: str) -> None:
    """Rather than rounded."""
    with pytest.raises(ValueError, match=r"\w"):
        render_ics(listed(), review_every=period)


def test_a_calendar_needs_a_day() -> None:
    """Its deadlines are computed from what is known by then."""
    with pytest.raises(ValueError, match="as_of"):
        render_ics(checklist(trial()))


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    """No more than 75 octets, CRLF; texts unfold to what they were."""
    text = render_ics(listed(lambda words: f"{words}, a; b\\n č 汉字 {'x' * 90}"))
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    summary = entries(text)["trial.late@accords"].summary.value
    assert "open the office, a; b\\n č 汉字" in summary


def test_an_entry_of_one_turn_speaks_of_that_turn() -> None:
    """Its own deadline and status, not those of the turn that is to be looked at first."""
    entry = entries(render_ics(listed()))["trial.report.3@accords"]
    assert entry.summary.value == "European Union: must report (turn 3)"
    assert "Status: ◯ not yet open\nDeadline: 15 February 2023\n" in entry.description.value
    assert "15 December 2022\n" not in entry.description.value
    assert "Turns:" not in entry.description.value


ONCE = {"UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION"}
ALLOWED = {
    "VEVENT": ONCE | {"DTSTART", "DTEND", "TRANSP", "CATEGORIES", "RRULE"},
    "VTODO": ONCE | {"DUE", "STATUS", "CATEGORIES"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}


@pytest.mark.parametrize("as_todo", [False, True])
def test_a_calendar_is_valid_by_the_standard_itself(as_todo: bool) -> None:
    """Another strict parser finds no error, and each part has what RFC 5545 asks of it, once, and nothing else."""
    text = render_ics(listed(lambda words: f"{words}, a; b\\n: č"), as_todo=as_todo, review_every="P1M")
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        found = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", line)
        assert found is not None, line
        if found[1] in ("SUMMARY", "DESCRIPTION", "CATEGORIES"):
            assert re.fullmatch(r"(?:[^\\;\x00-\x1f\x7f]|\\[\\;,nN])*", found[3]), line
    (calendar,) = Calendar.from_ical(text, multiple=True)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    for part in calendar.walk():
        assert part.errors == []
        if part.name in ALLOWED:
            assert set(part) <= ALLOWED[part.name]
            assert not any(isinstance(each, list) for name, each in part.items() if name != "CATEGORIES")
        if part.name in ("VEVENT", "VTODO"):
            assert set(part) >= ONCE
            assert int(part["SEQUENCE"]) >= 0
            assert part["UID"].endswith("@accords")
        if "DTEND" in part:
            assert part["DTEND"].dt > part["DTSTART"].dt
    uids = [part["UID"] for part in calendar.walk() if "UID" in part]
    assert len(uids) == len(set(uids)) > 10


def test_the_same_checklist_gives_the_same_calendar() -> None:
    """Its stamps are the day asked about."""
    assert render_ics(listed(), review_every="P1M") == render_ics(listed(), review_every="P1M")
    assert entries(render_ics(listed()))["trial.late@accords"].dtstamp.value.isoformat() == f"{DAY}T00:00:00+00:00"
