"""Deadlines in rows and calendars: as reported, what else is possible, whose word moved one, and at which hour."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject
from attrs import evolve

from accords.checklist import Bucket, Checklist, Choice, Shape, checklist
from accords.checklist.agenda import due
from accords.checklist.standing_lines import standing_lines
from accords.model.agreement import Agreement
from accords.model.conditions import Offset, OnDate, OnEvent, OnObligation
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import EachTime, Quantity, Recurring, Suspension
from accords.render.checklist.ics import render_ics
from accords.render.status.text import render_status
from accords.standing.report import status
from accords.vocabulary import EventKind, RecurrenceMode, Says
from deals import deal, duty, on_day, said


def entries(rows: Checklist) -> dict[str, Any]:
    """UID → entry of a duty, as an independent parser reads them."""
    calendar = vobject.readOne(render_ics(rows), validate=True)
    return {entry.uid.value: entry for entry in calendar.contents.get("vevent", []) if "/" in entry.uid.value}


def lines(rows: Checklist, key: str) -> list[str]:
    """What the first item says under one label."""
    return [line.text for line in standing_lines(rows.items[0]) if line.key == key]


def moved(by: str) -> Agreement:
    """A duty due on 30 June 2023, postponed to 30 September as each letter of ``by`` says."""
    word = said("moved", "2023-03-01", by, kind=EventKind.POSTPONEMENT, new_due=on_day("2023-09-30"))
    return deal(duty(due=on_day("2023-06-30"), owed_to_ids=("b",)), events=(word,))


def test_the_stated_day_keeps_its_entry_while_one_side_alone_says_that_it_moved() -> None:
    """With its reminders; the other day is tentative, and its title says whose word it is."""
    found = entries(checklist(moved("a"), as_of="2023-04-15"))
    stated, other = found["deal/o@accords"], found["deal/o#also-1@accords"]
    assert (stated.dtstart.value, stated.summary.value) == (date(2023, 6, 30), "a: must do it")
    assert "valarm" in stated.contents
    assert "status" not in stated.contents
    assert (other.dtstart.value, other.status.value) == (date(2023, 9, 30), "TENTATIVE")
    assert other.summary.value == "a: must do it (postponed according to a)"


@pytest.mark.parametrize("by", ["a", "ab"])
def test_a_suspension_without_end_that_one_side_claims_leaves_the_stated_day_in_the_calendar(by: str) -> None:
    """The deadline is that day or none, and no day between."""
    word = said("still", "2023-03-01", by, kind=EventKind.SUSPENSION)
    rows = checklist(deal(duty(due=on_day("2023-06-30"), owed_to_ids=("b",)), events=(word,)), as_of="2023-04-15")
    found = [(entry.dtstart.value, entry.status.value) for entry in entries(rows).values()]
    assert found == ([(date(2023, 6, 30), "TENTATIVE")] if by == "a" else [])
    assert lines(rows, "deadline_else") == (["30 June 2023"] if by == "a" else [])


def test_a_postponement_told_by_both_sides_moves_the_entry() -> None:
    """There is no other day then."""
    rows = checklist(moved("ab"), as_of="2023-04-15")
    assert {uid: entry.dtstart.value for uid, entry in entries(rows).items()} == {"deal/o@accords": date(2023, 9, 30)}
    assert lines(rows, "deadline") == ["30 September 2023 (in 168 days); first stated: 30 June 2023"]
    assert lines(rows, "deadline_else") == []


def test_of_several_possible_days_the_time_names_what_each_would_mean() -> None:
    """None of them is within seven days, and nobody is told so."""
    told = evolve(said("signed", "2023-02-01", "a", on=None), summary="Signed")
    told = evolve(told, claims=(*told.claims, evolve(told.claims[0], when="2023-06-28", claimed_by_id="b")))
    told = evolve(told, claims=tuple(evolve(claim, known_on="2023-07-01") for claim in told.claims))
    record = deal(duty(due=Offset(anchor=OnEvent(event_id="signed"), duration="P30D")), events=(told,))
    rows = checklist(record, as_of="2023-07-10")
    standing = rows.items[0].standing
    assert standing is not None
    assert standing.bucket_words == "deadline passed or due within 30 days"
    assert set(standing.buckets) == {Bucket.PASSED, Bucket.WITHIN_30_DAYS}
    assert "overdue, nothing reported" in standing.words
    assert standing.words.startswith("perhaps")
    assert checklist(record, as_of="2023-07-10", choice=Choice(buckets=(Bucket.WITHIN_7_DAYS,))).items == ()


def test_a_deadline_at_an_hour_is_an_instant_in_the_zone_of_the_record() -> None:
    """Not a day, which may be another one there."""
    record = deal(duty(due=OnDate(value="2023-06-30T22:30:00-05:00")), time_zone="America/Bogota")
    entry = entries(checklist(record, as_of="2023-06-01"))["deal/o@accords"]
    assert entry.dtstart.value.astimezone(UTC) == datetime(2023, 7, 1, 3, 30, tzinfo=UTC)
    assert "America/Bogota" in render_ics(checklist(record, as_of="2023-06-01"))


def test_a_deadline_that_waits_for_its_trigger_is_in_the_calendar_and_says_so() -> None:
    """It may come by then."""
    step = Event(id="step", kind=EventKind.MILESTONE, summary="The settlement is reached")
    record = deal(duty(trigger=OnEvent(event_id="step"), due=on_day("2023-12-31")), events=(step,))
    entry = entries(checklist(record, as_of="2023-03-10"))["deal/o@accords"]
    assert entry.status.value == "TENTATIVE"
    assert "if what it waits for comes by then" in entry.summary.value


def test_a_suspended_duty_is_found_as_one() -> None:
    """Only an act that nobody reports leaves another state possible."""
    record = deal(
        duty(due=on_day("2023-06-30")), events=(said("pause", "2023-03-31", "ab", kind=EventKind.SUSPENSION),)
    )
    rows = checklist(record, as_of="2023-04-15", choice=Choice(statuses=(Shape.SUSPENDED,)))
    assert [item.standing.words for item in rows.items if item.standing] == ["suspended, nothing reported"]


def lorries() -> Agreement:
    """Sixty a day for four days; on the second day one side says 61, the other 37."""
    daily = Recurring(every="P1D", mode=RecurrenceMode.ANCHORED, times=4)
    owed = duty(
        performance=daily, not_before=on_day("2025-01-18"), due=on_day("2025-01-18"), owed_to_ids=("b",),
        quantities=(Quantity(measure="lorries", at_least=60),),
    )  # fmt: skip
    claims = tuple(
        Claim(
            says=Says.OCCURRED, when="2025-01-19", known_on="2025-01-19", claimed_by_id=who,
            quantities=(ClaimedQuantity(measure="lorries", amount=much),),
        )
        for who, much in (("a", 61), ("b", 37))
    )  # fmt: skip
    passed = Event(
        id="second", kind=EventKind.PERFORMANCE, summary="Lorries passed.", obligation_ids=("o",), instance=2,
        extent_text="at one crossing", claims=claims,
    )  # fmt: skip
    return deal(owed, events=(passed,))


def test_every_turn_with_a_claim_is_told_with_what_each_side_says() -> None:
    """Whichever turn is to be looked at first."""
    rows = checklist(lorries(), as_of="2025-01-20")
    told = lines(rows, "claims")
    assert told[0] == "turn 2: Lorries passed, at one crossing (both sides are recorded as saying so)"
    assert told[1] == "– a says that it happened on 19 January 2025, 61 lorries (known since 19 January 2025)"
    assert "37 lorries" in told[2]
    assert any("reported: 61 (a) and 37 (b)" in words for words in lines(rows, "turns"))
    assert "with 4 turns" in rows.counts[0]


def test_a_turn_is_found_by_its_own_day() -> None:
    """Although another turn is overdue, and stands first."""
    near = checklist(lorries(), as_of="2025-01-20", choice=Choice(buckets=(Bucket.WITHIN_7_DAYS,)))
    assert [item.instance for item in near.items] == ["o"]
    late = checklist(lorries(), as_of="2025-01-20", choice=Choice(buckets=(Bucket.OVERDUE,)))
    assert [item.instance for item in late.items] == ["o"]
    assert checklist(lorries(), as_of="2025-01-10", choice=Choice(buckets=(Bucket.OVERDUE,))).items == ()


def test_what_is_excused_waits_for_no_trigger() -> None:
    """Its deadline is stated, and does not run."""
    storm = said("storm", "2023-05-01", "ab", on=(), kind=EventKind.MILESTONE)
    made = deal(duty(due=on_day("2023-06-30"), excused_if=OnEvent(event_id="storm")), events=(storm,))
    rows = checklist(made, as_of="2023-06-01")
    assert lines(rows, "time") == ["no deadline runs"]
    assert rows.items[0].standing is not None
    assert rows.items[0].standing.bucket is Bucket.STANDING_STILL


def test_what_has_not_arisen_is_said_once() -> None:
    """A duty that is owed before each vote, and no vote is in sight."""
    vote = Event(id="vote", kind=EventKind.CONDUCT, summary="A vote")
    before = Offset(anchor=OnEvent(event_id="vote"), duration="-P10D")
    made = deal(duty(due=before, performance=EachTime(event_id="vote")), events=(vote,))
    assert [found.name for found in status(made, as_of="2023-06-01").instances] == ["has not arisen yet"]
    assert render_status(status(made, as_of="2023-06-01"), made).count("has not arisen yet") == 1


def test_what_counts_back_from_what_nobody_reports_says_that_and_lists_no_days() -> None:
    """A list that is handed over 24 hours before each batch, and nobody reports a batch."""
    batch = Event(id="batch", kind=EventKind.CONDUCT, summary="A batch")
    before = Offset(anchor=OnEvent(event_id="batch"), duration="-PT24H")
    made = deal(duty(due=before, performance=EachTime(event_id="batch")), events=(batch,))
    text = render_status(status(made, as_of="2023-06-01"), made)
    assert "no deadline in effect: the day from which it counts is not established" in text
    assert "any day" not in text
    assert lines(checklist(made, as_of="2023-06-01"), "deadline_else") == []


def test_hours_from_a_day_make_one_deadline_and_one_other_day() -> None:
    """48 hours from some hour of a day end on one of two days, and nothing moved."""
    signed = said("signed", "2023-06-01", "ab", kind=EventKind.CONDUCT)
    made = deal(duty(due=Offset(anchor=OnEvent(event_id="signed"), duration="PT48H")), events=(signed,))
    text = render_status(status(made, as_of="2023-06-20"), made)
    assert "due 3 June 2023\n    or due as early as 2 June 2023\n" in text
    assert "first stated" not in text
    formal = deal(
        duty(due=Offset(anchor=OnEvent(event_id="signed"), duration="PT48H")),
        events=(said("signed", "2023-06-01", "ab"),),
    )
    assert "due 2 June 2023\n    or due as late as 3 June 2023\n" in render_status(
        status(formal, as_of="2023-06-20"), formal
    )


def test_who_calls_what_was_done_a_breach_is_quoted_as_in_the_checklist() -> None:
    """On a performance, or behind the duty, it bears on no state."""
    for kind in (EventKind.PERFORMANCE, EventKind.BACKGROUND):
        word = said("done", "2023-03-01", "b", kind=kind)
        word = evolve(word, claims=tuple(evolve(claim, says=Says.BREACH) for claim in word.claims))
        made = deal(duty(due=on_day("2023-06-30"), owed_to_ids=("b",)), events=(word,))
        found = status(made, as_of="2023-04-15")
        (claim,) = checklist(made, as_of="2023-04-15").items[0].claims
        (quoted,) = found.instances[0].accusations
        assert (quoted.event_id, quoted.said_by_id) == ("done", "b")
        assert f"b {claim.says_words}" in " ".join(render_status(found, made).split())
        assert status(made, as_of="2023-04-15", known_by="2023-02-01").instances[0].accusations == ()


def test_a_deadline_that_counts_from_what_may_have_come_is_told_once_as_a_perhaps() -> None:
    """Within 14 days of another duty, which may have been done unreported at any time of a year."""
    first = duty("first", who="b", ends=on_day("2023-12-31"))
    then = OnObligation(obligation_id="first")
    made = deal(first, duty(trigger=then, due=Offset(anchor=then, duration="P14D")))
    text = " ".join(render_status(status(made, as_of="2023-06-01"), made).split())
    assert "no deadline is certain; perhaps due 15 January 2023 to 14 January 2024, or never" in text
    assert "or due" not in text
    assert "no deadline in effect" not in text


def flooded(*words: str, by: str = "a") -> Agreement:
    """Due on 7 May, suspended by a flood on 1 May of which each letter of ``words`` denies it, and dry on 15 May as
    each of ``by`` says."""
    flood, dry = (
        said(each, day, who, on=None, kind=EventKind.BACKGROUND)
        for each, day, who in (("flood", "2023-05-01", "a"), ("dry", "2023-05-15", by))
    )
    denials = tuple(
        Claim(says=Says.NOT_OCCURRED, when="2023-05-03", known_on="2023-05-03", claimed_by_id=who) for who in words
    )
    stands_still = Suspension(starts=OnEvent(event_id="flood"), ends=OnEvent(event_id="dry"))
    owed = duty(
        owed_to_ids=("b",), not_before=on_day("2023-05-01"), due=on_day("2023-05-07"), suspensions=(stands_still,)
    )
    return deal(owed, events=(evolve(flood, claims=(*flood.claims, *denials)), dry))


@pytest.mark.parametrize("by", ["a", "ab"])
def test_what_a_denied_suspension_that_is_over_leaves_late_is_overdue_by_either_word(by: str) -> None:
    """Nobody says that it is open or suspended still; each day is told with whose word makes it the deadline."""
    rows = checklist(flooded("b", by=by), as_of="2023-10-15")
    assert lines(rows, "status") == ["? overdue, no performance reported"]
    views = "if the event ‘it happened’, said by a, denied by b,"
    assert lines(rows, "deadline") == [f"7 May 2023 (161 days ago), {views} did not happen"]
    assert lines(rows, "deadline_else") == [f"22 May 2023 ({views} happened)"]
    assert due([flooded("b", by=by)], as_of="2023-10-15").entries == ()
    (new,) = due([flooded("b", by=by)], as_of="2023-06-01").entries
    assert (new.kind.value, new.or_due) == ("overdue", f"22 May 2023 ({views} happened)")


def test_between_the_days_of_both_sides_such_a_duty_is_contested() -> None:
    """On 20 May it is late by the one and open by the other."""
    assert lines(checklist(flooded("b"), as_of="2023-05-20"), "status") == ["⇄ contested"]


def test_a_suspension_that_one_side_alone_tells_of_names_it_on_both_days() -> None:
    """As reported it moved the deadline; if it did not come, that was earlier."""
    rows = checklist(flooded(), as_of="2023-10-15")
    event = "if the event ‘it happened’, said by a,"
    assert lines(rows, "deadline") == [f"22 May 2023 (146 days ago), {event} happened; first stated: 7 May 2023"]
    assert lines(rows, "deadline_else") == [f"7 May 2023 ({event} did not happen)"]


@pytest.mark.parametrize(("days", "told"), [(2, True), (7, False)])
def test_of_many_days_that_are_told_no_deadline_is_told_by_its_word(days: int, told: bool) -> None:
    """The work for each of them is bounded."""
    asked = said("ask", "2023-05-01", "b", on=None, kind=EventKind.BACKGROUND, act="notification")
    words = tuple(
        Claim(says=Says.OCCURRED, when=f"2023-05-{1 + 2 * at:02}", known_on="2023-05-20", claimed_by_id="a")
        for at in range(1, days)
    )
    owed = duty(owed_to_ids=("b",), due=Offset(anchor=OnEvent(event_id="ask"), duration="P3D"))
    row = checklist(deal(owed, events=(evolve(asked, claims=(*asked.claims, *words)),)), as_of="2023-06-01")
    standing = row.items[0].standing
    assert standing is not None
    assert (standing.due_why is not None) is told


def test_a_deadline_that_counts_from_two_told_hours_says_whose_each_is() -> None:
    """The hour of the one who owes it stands beside that of the one to whom it is owed."""
    asked = said("ask", "2023-05-01T10:00:00+00:00", "b", on=None, kind=EventKind.BACKGROUND, act="notification")
    own = Claim(says=Says.OCCURRED, when="2023-05-02T09:00:00+00:00", known_on="2023-05-04", claimed_by_id="a")
    owed = duty(owed_to_ids=("b",), due=Offset(anchor=OnEvent(event_id="ask"), duration="PT36H"))
    rows = checklist(deal(owed, events=(evolve(asked, claims=(*asked.claims, own)),)), as_of="2023-06-01")
    word = "by the word of {} on when the event ‘it happened’ happened"
    told = sorted([*lines(rows, "deadline"), *lines(rows, "deadline_else")])
    assert ["2 May 2023, 22:00" in told[0], word.format("b") in told[0]] == [True, True]
    assert ["3 May 2023, 21:00" in told[1], word.format("a") in told[1]] == [True, True]
