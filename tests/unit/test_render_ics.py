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
from accords.checklist.standing_lines import about_lines
from accords.codec import structure
from accords.model.agreement import Agreement
from accords.model.conclusion import Term
from accords.model.conditions import Offset, OnDate
from accords.model.events import Event
from accords.model.obligations import Renewal
from accords.render.checklist.ics import render_ics
from accords.vocabulary import EventKind
from trial import trial

DAY = "2023-01-20"


def listed(text: Any = str, **options: Any) -> Checklist:
    """The checklist of the trial record as of its day."""
    return checklist(trial(text), **{"as_of": DAY, "library_version": "1"} | options)


def entries(text: str, kind: str = "vevent") -> dict[str, Any]:
    """UID → entry of a duty, as the independent parser reads them."""
    return {uid: entry for uid, entry in all_entries(text, kind).items() if "/" in uid}


def all_entries(text: str, kind: str = "vevent") -> dict[str, Any]:
    """The same with those of the agreement's own dates."""
    calendar = vobject.readOne(text, validate=True)
    return {entry.uid.value: entry for entry in calendar.contents.get(kind, [])}


def test_every_computed_deadline_is_an_all_day_event_with_its_obligor_in_the_title() -> None:
    """On its last day; each turn of a recurring duty has its own; what has no date has none."""
    found = entries(render_ics(listed()))
    assert {uid: (entry.dtstart.value, entry.summary.value) for uid, entry in found.items() if "report" not in uid} == {
        "trial/law@accords": (date(2023, 1, 15), "Kosovo*: must adopt the law"),
        "trial/pay/kosovo@accords": (date(2023, 1, 25), "Kosovo*: must pay the fee"),
        "trial/pay/serbia@accords": (date(2023, 1, 25), "Serbia: must pay the fee"),
        "trial/late@accords": (date(2022, 12, 31), "Serbia: must open the office"),
    }
    assert [uid for uid in found if "report" in uid] == [f"trial/report#{turn}@accords" for turn in range(1, 7)]
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
    before = entries(render_ics(listed()))["trial/late@accords"]
    after = entries(render_ics(checklist(moved, as_of="2023-01-21")))["trial/late@accords"]
    assert after.dtstart.value == date(2023, 3, 1)
    assert int(after.sequence.value) > int(before.sequence.value)


def test_alarms_come_before_deadlines_that_have_not_passed() -> None:
    """The days before can be chosen; none of them is for what lies behind."""
    found = entries(render_ics(listed(), alarm_days=(3, 10, 3)))
    alarms = found["trial/pay/serbia@accords"].contents["valarm"]
    assert [alarm.trigger.value for alarm in alarms] == [timedelta(days=-10), timedelta(days=-3)]
    assert "valarm" not in found["trial/law@accords"].contents


def test_tasks_have_their_deadline_as_due_and_a_status() -> None:
    """In place of events."""
    text = render_ics(listed(), as_todo=True)
    found = entries(text, "vtodo")
    assert found["trial/late@accords"].due.value == date(2022, 12, 31)
    assert found["trial/late@accords"].status.value == "NEEDS-ACTION"
    assert found["trial/pay/serbia@accords"].contents["valarm"][0].trigger.params["RELATED"] == ["END"]
    assert not entries(text)


@pytest.mark.thorough
def test_duties_without_a_computed_deadline_are_looked_at_only_on_request() -> None:
    """Every so often; what is over is not."""
    plain, reviewed = entries(render_ics(listed())), entries(render_ics(listed(), review_every="P2M"))
    more = {uid: reviewed[uid] for uid in reviewed.keys() - plain.keys()}
    assert set(more) == {
        f"trial/{instance}#review@accords" for instance in ("then", "stop", "try/kosovo", "try/serbia", "invite", "may")
    }
    assert all(entry.rrule.value == "FREQ=MONTHLY;INTERVAL=2" for entry in more.values())
    assert more["trial/invite#review@accords"].summary.value == (
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
    summary = entries(text)["trial/late@accords"].summary.value
    assert "open the office, a; b\\n č 汉字" in summary


def test_an_entry_of_one_turn_speaks_of_that_turn() -> None:
    """Its own deadline and status, not those of the turn that is to be looked at first."""
    entry = entries(render_ics(listed()))["trial/report#3@accords"]
    assert entry.summary.value == "European Union: must report (turn 3)"
    assert "Status: ? open, nothing reported\nDeadline: 15 February 2023\n" in entry.description.value
    assert "Deadline: 15 December 2022" not in entry.description.value
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


@pytest.mark.thorough
def test_the_same_checklist_gives_the_same_calendar() -> None:
    """Its stamps are the day asked about."""
    assert render_ics(listed(), review_every="P1M") == render_ics(listed(), review_every="P1M")
    assert entries(render_ics(listed()))["trial/late@accords"].dtstamp.value.isoformat() == f"{DAY}T00:00:00+00:00"


def _record(record_id: str, *duties: dict[str, Any], **members: Any) -> Agreement:
    plain = {
        "accords_version": "1.0",
        "id": record_id,
        "title": "Ferry agreement",
        "conclusion": {"form": "signed", "date": "2023-01-31"},
        "actors": [{"id": "a", "name": "Ruritania"}, {"id": "1", "name": "Graustark"}],
        "parties": [{"actor_id": "a"}, {"actor_id": "1"}],
        "obligations": [{"obligor_ids": ["a"], "modality": "must", "action": "repair", **duty} for duty in duties],
        **members,
    }
    return structure(plain)


DATED = {"due": {"kind": "date", "value": "2023-06-30"}}
MONTHLY = {
    "performance": {
        "kind": "recurring",
        "every": "P1M",
        "mode": "anchored",
        "times": 3,
    },
    "due": {"kind": "date", "value": "2023-02-28"},
}


def _uids(*records: Agreement, **options: Any) -> list[str]:
    found: list[str] = []
    for record in records:
        text = render_ics(checklist(record, as_of="2023-02-01"), **options)
        found += [line for line in text.split("\r\n") if line.startswith("UID:")]
    return found


@pytest.mark.parametrize("as_todo", [False, True])
def test_no_two_deadlines_have_one_id(as_todo: bool) -> None:
    """Not a turn and a duty called like one, nor an obligor's part, nor a review, nor duties of two records."""
    both = {"obligor_ids": ["a", "1"], "borne": "each"}
    records = (
        _record("x", {"id": "r", **MONTHLY}, {"id": "r.1", **DATED}, {"id": "r.a", **DATED}, {"id": "r-1", **DATED}),
        _record("x.r", {"id": "1", **DATED}, {"id": "d", **both, **DATED}, {"id": "d.a", **DATED}),
        _record("x.r.1", {"id": "d", **both, **MONTHLY}, {"id": "review"}, {"id": "r"}),
    )
    found = _uids(*records, as_todo=as_todo, review_every="P1M")
    assert len(found) > 15
    assert len(set(found)) == len(found)


RELEASE = {
    "id": "e",
    "kind": "release",
    "obligation_ids": ["d"],
    "actor_ids": ["a", "1"],
    "summary": "Both release it.",
    "claims": [
        {"says": "occurred", "when": "2023-03-01", "known_on": "2023-03-01", "claimed_by_id": each} for each in "a1"
    ],
}
DONE = {
    "id": "e",
    "kind": "performance",
    "obligation_ids": ["d"],
    "actor_ids": ["a"],
    "summary": "It is done.",
    "claims": [{"says": "occurred", "when": "2023-03-01", "known_on": "2023-03-01", "claimed_by_id": "1"}],
}
LATER = {"term": {"entry_into_force": {"kind": "date", "value": "2023-05-01"}}}
STATUSES: list[tuple[str, dict[str, Any], dict[str, Any], str, str | None]] = [
    ("owed", DATED, {}, "NEEDS-ACTION", None),
    ("not in force yet", DATED, LATER, "NEEDS-ACTION", None),
    ("released by both", DATED, {"events": [RELEASE]}, "CANCELLED", "CANCELLED"),
    ("done", DATED, {"events": [DONE]}, "COMPLETED", None),
    ("on an uncertain day", {"due": {"kind": "date", "value": "2023-06"}}, {}, "NEEDS-ACTION", None),
    (
        "hanging on a trigger",
        {**DATED, "trigger": {"kind": "obligation", "obligation_id": "first"}},
        {},
        "NEEDS-ACTION",
        "TENTATIVE",
    ),
]


@pytest.mark.parametrize(
    ("duty", "members", "task", "event"), [row[1:] for row in STATUSES], ids=[r[0] for r in STATUSES]
)
def test_an_entry_says_whether_anything_is_still_to_be_done(
    duty: dict[str, Any], members: dict[str, Any], task: str, event: str | None
) -> None:
    """Cancelled is what is over and not done; what has not begun is not cancelled."""
    rows = checklist(_record("x", {"id": "first", **DATED}, {"id": "d", **duty}, **members), as_of="2023-04-15")
    assert entries(render_ics(rows, as_todo=True), "vtodo")["x/d@accords"].status.value == task
    found = entries(render_ics(rows))["x/d@accords"].contents.get("status")
    assert (found[0].value if found else None) == event


def test_a_review_comes_round_until_the_duty_ends() -> None:
    """It has no end where the duty has none, and is left out once the duty is over."""
    lasting = {"performance": {"kind": "continuing"}}
    record = _record(
        "x",
        {"id": "d", **lasting, "ends": {"kind": "date", "value": "2023-12-31"}},
        {"id": "e", **lasting, "ends": {"kind": "offset", "anchor": {"kind": "conclusion"}, "duration": "P1Y"}},
        {"id": "f", **lasting},
    )
    found = entries(render_ics(checklist(record, as_of="2023-02-01"), review_every="P1M"))
    rules = {uid: entry.rrule.value for uid, entry in found.items()}
    assert "UNTIL=20231231" in rules["x/d#review@accords"]
    assert "UNTIL=20240131" in rules["x/e#review@accords"]
    assert "UNTIL" not in rules["x/f#review@accords"]
    later = entries(render_ics(checklist(record, as_of="2024-03-01"), review_every="P1M"))
    assert set(later) == {"x/f#review@accords"}


def test_a_deadline_at_an_hour_says_so_in_the_title() -> None:
    """The entry is for a whole day, which may be the next in the time zone of the record."""
    record = _record("x", {"id": "d", "due": {"kind": "date", "value": "2023-06-30T22:30:00-05:00"}})
    entry = entries(render_ics(checklist(record, as_of="2023-06-01")))["x/d@accords"]
    assert "30 June 2023, 22:30" in entry.summary.value


def test_a_calendar_without_entries_is_still_one() -> None:
    """A calendar has to hold at least one component; there it is a time zone, and no entry."""
    record = evolve(_record("x", {"id": "d"}), conclusion=None)
    text = render_ics(checklist(record, as_of="2023-06-01"))
    assert all_entries(text) == {}
    assert len(Calendar.from_ical(text).subcomponents) == 1


def test_the_agreements_own_dates_are_in_the_calendar() -> None:
    """Its conclusion, its entry into force, the end of the term that runs, and the last day for a notice."""
    term = Term(
        entry_into_force=OnDate(value="2020-03-01"),
        ends_if_any=(Offset(anchor=OnDate(value="2020-03-01"), duration="P2Y"),),
        renewal=Renewal(duration="P2Y", notice="P6M", unless_event_id="notice"),
    )
    notice = Event(id="notice", kind=EventKind.MILESTONE, summary="A party gives notice")
    record = evolve(_record("x", {"id": "d"}), term=term, events=(notice,))
    found = all_entries(render_ics(checklist(record, as_of="2023-06-01")))
    assert {uid: (entry.dtstart.value.isoformat(), entry.summary.value) for uid, entry in found.items()} == {
        "x#concluded@accords": ("2023-01-31", "Ferry agreement: concluded"),
        "x#in_force@accords": ("2020-03-01", "Ferry agreement: in force from"),
        "x#ends@accords": ("2024-03-01", "Ferry agreement: term ends"),
        "x#notice@accords": ("2023-09-01", "Ferry agreement: last day for a notice on renewal"),
    }
    lines = [line.words for line in about_lines(checklist(record, as_of="2023-06-01")) if line.key == "dates"]
    assert lines == [
        "in force from 1 March 2020",
        "term ends 1 March 2024",
        "last day for a notice on renewal 1 September 2023",
    ]
