"""What is to be looked at: due, newly overdue, contested or charged, silent; and what nothing is said of."""

from __future__ import annotations

import json
from itertools import pairwise
from unicodedata import category
from xml.etree import ElementTree

import pytest
from attrs import evolve

import accords
from accords.checklist.agenda import due, is_draft
from accords.checklist.due_list import DueKind
from accords.model.coding import Coding
from accords.model.conditions import Offset, OnEvent, OnObligation
from accords.model.obligations import Continuing, EachTime, Recurring
from accords.render.agenda.feed import render_due_atom
from accords.render.agenda.listing import render_due
from accords.render.agenda.plain import render_due_json
from accords.render.checklist.ics import render_ics
from accords.render.status.text import render_status
from accords.vocabulary import CodingStatus, Modality, Says
from deals import deal, duty, on_day, said
from hostile import HOSTILE
from records import ROOT
from texts import with_texts

MONITORED = accords.load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
DUE = duty(due=on_day("2023-06-30"))


def _kinds(found: accords.DueList) -> list[tuple[str, str, int | None]]:
    return [(each.kind.value, each.instance, each.number) for each in found.entries]


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        ("2023-05-30", []),
        ("2023-05-31", ["due"]),
        ("2023-06-30", ["due"]),
        ("2023-07-01", ["overdue"]),
        ("2023-07-30", ["overdue"]),
        ("2023-07-31", ["silent"]),
    ],
)
def test_a_duty_falls_due_is_newly_overdue_and_then_silent(day: str, kinds: list[str]) -> None:
    """Thirty days before its deadline to thirty days after it; what was overdue before is counted."""
    found = due([deal(DUE)], as_of=day)
    assert [each.kind for each in found.entries] == kinds
    assert found.records[0].overdue_before == (kinds == ["silent"])


def test_what_is_new_goes_by_the_day_asked_about() -> None:
    """``since`` a day on which it was so already, it is not new; the charge that has its answer is contested."""
    kept = duty(modality=Modality.MUST_NOT)
    charge = said("e", "2023-03-01", by="b", says=Says.BREACH, kind=accords.EventKind.CONDUCT)
    answer = accords.Claim(says=Says.NO_BREACH, when="2023-03-01", known_on="2023-03-05", claimed_by_id="a")
    record = deal(kept, events=(evolve(charge, claims=(*charge.claims, answer)),))
    told = due([record], as_of="2023-03-04")
    assert _kinds(told) == [("charged", "o", None)]
    assert [len(entry.charges) for entry in told.entries] == [1]
    assert "alleged by one side only (b)" in " ".join(accords.render_due(told).split())
    assert _kinds(due([record], as_of="2023-03-04", since="2023-03-02")) == []
    assert _kinds(due([record], as_of="2023-03-10")) == [("disputed", "o", None)]
    assert _kinds(due([record], as_of="2023-03-10", since="2023-03-04")) == [("disputed", "o", None)]
    later = due([record], as_of="2023-03-10", since="2023-03-05")
    assert (_kinds(later), later.records[0].disputed_before) == ([], 1)


def test_what_was_done_or_spoken_of_is_not_listed() -> None:
    """Done as reported by the other side; reported by one side alone; and one that lies far ahead."""
    done = deal(DUE, events=(said("e", "2023-06-20", by="b"),))
    claimed = deal(DUE, events=(said("e", "2023-06-20", by="a"),))
    assert _kinds(due([done], as_of="2023-06-25")) == []
    assert _kinds(due([claimed], as_of="2023-08-25")) == []
    assert _kinds(due([deal(DUE)], as_of="2023-02-01")) == []
    assert _kinds(due([deal(DUE)], as_of="2023-02-01", within="P6M")) == [("due", "o", None)]


def test_what_is_said_of_its_end_alone_leaves_a_duty_unspoken_of() -> None:
    """That the end comes says nothing of whether it was kept till then; what names the duty does."""
    duties = tuple(
        duty(each, performance=Continuing(), ends=Offset(anchor=OnEvent(event_id="notice"), duration="P5Y"))
        for each in ("kept", "seen")
    )
    clear = said("clear", "2023-03-01", by="b", on="seen", says=Says.NO_BREACH, kind=accords.EventKind.CONDUCT)
    found = due([deal(*duties, events=(said("notice", "2023-02-01", on=None), clear))], as_of="2023-06-01")
    assert _kinds(found) == [("silent", "kept", None)]


def test_a_new_charge_is_told_without_what_was_contested_before() -> None:
    """An old quarrel under a heading that says it is new reads as new."""
    found = due([MONITORED], as_of="2023-06-01", since="2023-05-01")
    (entry,) = found.of(DueKind.CHARGED)
    assert entry.disputes == ()
    assert [words.split(",")[0] for words in entry.charges] == [
        "Kosovo's police took the KM plates off a car at the Bistrica bridge and collected a fine of EUR 150"
    ]
    assert due([MONITORED], as_of="2023-01-20").of(DueKind.DISPUTED)[0].disputes


def test_what_was_promised_beside_the_agreement_is_told_so_in_lists_and_statuses() -> None:
    """The facilitator owes nothing by an agreement of others."""
    words = "promised beside the agreement, and no part of it"
    entries = due([MONITORED], as_of="2023-01-20").entries
    beside = {each.id for each in MONITORED.obligations if each.beside_agreement}
    assert {each.obligation_id for each in entries if words in each.status} == beside & {
        each.obligation_id for each in entries
    }
    shown = render_status(accords.status(MONITORED, as_of="2023-01-20"), MONITORED)
    assert shown.count(words) == sum(
        each.obligation_id in beside for each in accords.status(MONITORED, as_of="2023-01-20").instances
    )


def test_each_turn_is_looked_at_by_itself() -> None:
    """The first is overdue since before, the second newly, the third is near."""
    record = deal(duty(due=on_day("2023-03-01"), performance=Recurring(every="P2M", times=4)))
    found = due([record], as_of="2023-06-05", within="P90D", since="2023-04-05")
    assert _kinds(found) == [("overdue", "o", 2), ("due", "o", 3), ("due", "o", 4), ("silent", "o", 1)]
    days = [each.due_last for each in found.of(DueKind.DUE)]
    assert days == sorted(days, key=str)


def test_silence_is_asked_about_only_where_something_is_owed() -> None:
    """A duty kept from day to day, one without a date; not a power, a declaration, or what waits for a trigger."""
    waits = duty("w", trigger=accords.OnEvent(event_id="x"))
    duties = (
        duty("c", performance=Continuing()),
        duty("n"),
        duty("p", modality=Modality.MAY),
        duty("d", modality=Modality.DECLARES),
        waits,
    )
    happening = accords.Event(id="x", kind="background", summary="it comes")
    found = due([deal(*duties, events=(happening,))], as_of="2023-06-01")
    assert sorted(_kinds(found)) == [("silent", "c", None), ("silent", "n", None)]


@pytest.mark.parametrize("day", ["2022-12-01", "2023-01-20", "2024-01-08"])
def test_what_is_listed_stands_so_in_the_status(day: str) -> None:
    """Overdue is what ``overdue`` says and nothing else, in the words of ``status``."""
    record = MONITORED
    found = due([record], as_of=day, since="2022-11-24")
    words = {
        (each.obligation_id, each.obligor_ids, each.number): each
        for each in accords.status(record, as_of=day).instances
    }
    assert found.entries
    for entry in found.entries:
        standing = words[entry.obligation_id, entry.obligor_ids, entry.number]
        assert standing.is_overdue or entry.kind is not DueKind.OVERDUE
        assert (standing.name == "contested") or entry.kind is not DueKind.DISPUTED


def test_every_overdue_instance_is_told_or_counted() -> None:
    """Nothing overdue is lost between two lists that follow one another."""
    duties = tuple(duty(f"o{month}", due=on_day(f"2023-{month:02}-15")) for month in range(2, 8))
    record = deal(*duties)
    days = [f"2023-{month:02}-01" for month in range(1, 10)]
    told = [
        entry.instance
        for first, second in pairwise(days)
        for entry in due([record], as_of=second, since=first).of(DueKind.OVERDUE)
    ]
    assert told == [each.id for each in duties]


NOT_MONITORED = "not monitored here since 8 January 2024; nothing is said of later days"


def test_after_the_record_was_followed_only_that_is_said() -> None:
    """No status, no deadline, nothing counted."""
    found = due([MONITORED, deal(DUE)], as_of="2024-02-01", within="P1Y")
    assert {each.record_id for each in found.entries} == {"deal"}
    (record,) = (each for each in found.records if each.id == MONITORED.id)
    assert (record.not_followed, record.overdue_before, record.disputed_before) == (
        NOT_MONITORED, 0, 0,
    )  # fmt: skip
    assert NOT_MONITORED in " ".join(render_due(found).split())
    assert NOT_MONITORED in render_due_atom(found)


def test_drafts_stay_out_and_are_named() -> None:
    """In every output; a calendar without entries is one all the same."""
    draft = evolve(deal(DUE), coding=Coding(status=CodingStatus.DRAFT))
    assert is_draft(draft)
    assert not is_draft(deal(DUE))
    found = due([draft], as_of="2023-07-01")
    assert (found.entries, found.records) == ((), ())
    assert "deal is left out: a draft, which nobody has checked" in render_due(found)
    assert json.loads(render_due_json(found))["drafts"][0]["name"] == "deal"
    assert "VEVENT" not in render_ics(found.deadlines)


def test_a_calendar_has_the_deadlines_that_are_due_and_no_others() -> None:
    """With the ids that they have in the calendar of a checklist."""
    record = deal(DUE, duty("far", due=on_day("2024-06-30")), duty("old", due=on_day("2023-02-01")))
    calendar = render_ics(due([record], as_of="2023-06-15").deadlines)
    uids = [line for line in calendar.splitlines() if line.startswith("UID")]
    assert uids == ["UID:deal/o@accords"]
    assert uids[0] in render_ics(accords.checklist(record, as_of="2023-06-15"))


def test_an_entry_of_a_feed_keeps_its_id_while_it_stands_there() -> None:
    """And has another when it is there for another reason."""
    ids = {}
    for day in ("2023-06-10", "2023-06-20", "2023-07-10"):
        feed = ElementTree.fromstring(render_due_atom(due([deal(DUE)], as_of=day)))
        ids[day] = [each.text for each in feed.findall(".//{*}entry/{*}id")]
    assert ids["2023-06-10"] == ids["2023-06-20"] == ["urn:accords:due:deal/o:due:2023-06-30"]
    assert ids["2023-07-10"] == ["urn:accords:due:deal/o:overdue:2023-06-30"]


@pytest.mark.wide
@pytest.mark.parametrize("text", HOSTILE)
def test_a_feed_is_well_formed_whatever_a_record_says(text: str) -> None:
    """And the list holds no sign that acts on a terminal."""
    found = due([with_texts(MONITORED, lambda _: text)], as_of="2023-01-20")
    assert ElementTree.fromstring(render_due_atom(found)).findall("{*}entry")
    assert all(category(sign) != "Cc" or sign == "\n" for sign in render_due(found))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"as_of": "soon"}, "soon"),
        ({"as_of": "2023-01-01", "within": "PT5H"}, "a number of days"),
        ({"as_of": "2023-01-01", "within": "-P3D"}, "a number of days"),
        ({"as_of": "2023-01-01", "within": "30"}, "30"),
        ({"as_of": "2023-01-01", "within": "P9999Y"}, "outside the years"),
        ({"as_of": "2023-01-01", "since": "2023-01-02"}, "comes after"),
        ({"as_of": "2023-01-01/.."}, "has no last day"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, str], said: str) -> None:
    """In words that name what was given."""
    with pytest.raises(ValueError, match=said):
        due([deal(DUE)], **asked)  # type: ignore[arg-type]


def test_a_denial_that_it_was_done_loses_no_duty() -> None:
    """It is no less overdue because of it, and newly charged where it was overdue before; and then counted."""
    denied = said("e", "2023-07-05", by="b", says=Says.NOT_OCCURRED)
    record = deal(DUE, events=(denied,))
    assert _kinds(due([record], as_of="2023-07-04")) == [("overdue", "o", None)]
    told = due([record], as_of="2023-07-10")
    assert _kinds(told) == [("overdue", "o", None)]
    assert _kinds(due([record], as_of="2023-07-10", since="2023-07-04")) == [("charged", "o", None)]
    assert "claimed by b: not performed in time" in accords.render_due(told)
    later = due([record], as_of="2023-09-10")
    assert (_kinds(later), later.records[0].charged_before, later.records[0].overdue_before) == ([], 1, 1)
    assert "1 was charged already" in accords.render_due(later)


def test_on_the_first_day_of_the_calendar_what_is_new_is_new_since_then() -> None:
    """There is no day before it."""
    assert due([deal(duty())], as_of="0001-01-01").since == "0001-01-01"


def test_turns_that_one_denial_contests_are_one_entry() -> None:
    """Under the first of them, with the numbers of the others; the one that would be open already has its own entry."""
    event = said("e", "2023-03-01", by="a")
    denial = accords.Claim(says=Says.NOT_OCCURRED, when="2023-03-04", known_on="2023-03-04", claimed_by_id="b")
    first = duty("first", due=on_day("2023-03-01"))
    later = duty(
        "later",
        performance=Recurring(every="P1M", times=3),
        trigger=OnObligation(obligation_id="first"),
        not_before=on_day("2023-03-02"),
        due=on_day("2023-03-20"),
    )
    record = deal(first, later, events=(evolve(event, obligation_ids=("first",), claims=(*event.claims, denial)),))
    found = due([record], as_of="2023-03-10", within="P90D", since="2023-03-02")
    entries = [each for each in found.of(DueKind.DISPUTED) if each.obligation_id == "later"]
    assert [(each.number, each.further_numbers) for each in entries] == [(1, ()), (2, (3,))]
    assert "turn 2, and likewise 3" in render_due(found)
    assert found.records[0].disputed_before == 0


def test_turns_that_lie_ahead_are_not_told_with_those_that_are_over() -> None:
    """The denial that leaves the past ones undone leaves the coming one open, and that one to come not begun."""
    storm = said("storm", "2023-05-01", by="a", on=None, kind=accords.EventKind.BACKGROUND)
    denial = accords.Claim(says=Says.NOT_OCCURRED, when="2023-05-03", known_on="2023-05-03", claimed_by_id="b")
    weekly = duty(
        owed_to_ids=("b",),
        performance=Recurring(every="P1W", times=4),
        not_before=on_day("2023-05-01"),
        due=on_day("2023-05-07"),
        suspensions=(accords.Suspension(starts=OnEvent(event_id="storm")),),
    )
    record = deal(weekly, events=(evolve(storm, claims=(*storm.claims, denial)),))
    entries = due([record], as_of="2023-05-15").of(DueKind.DISPUTED)
    assert [(each.number, each.further_numbers) for each in entries] == [(1, (2,)), (3, ()), (4, ())]
    assert ["not performed in time" in each.disputes[0] for each in entries] == [True, False, False]


def test_what_ended_undone_is_told_with_that_it_is_no_longer_owed() -> None:
    """As a status tells it."""
    ended = deal(evolve(DUE, ends=on_day("2023-07-20")))
    (entry,) = due([ended], as_of="2023-07-25").entries
    assert entry.status == "overdue, nothing reported; no longer owed"


def test_what_fell_due_on_one_sides_word_is_listed_and_then_counted() -> None:
    """It is not overdue, and it is not lost: its status says whose word it is."""
    asked = said("ask", "2023-03-01", by="b", on=None, kind=accords.EventKind.BACKGROUND)
    due_then = accords.Offset(anchor=accords.OnEvent(event_id="ask"), duration="P30D")
    answer = duty(owed_to_ids=("b",), performance=EachTime(event_id="ask"), due=due_then)
    record = deal(answer, events=(asked,))
    told = due([record], as_of="2023-04-10")
    assert [(each.kind.value, each.status) for each in told.entries] == [("passed", "claimed by b: it fell due")]
    assert "Deadline passed, nothing certain" in render_due(told)
    later = due([record], as_of="2023-04-10", since="2023-04-05")
    assert (later.entries, later.records[0].passed_before) == ((), 1)
    assert "the deadline of 1 had passed already, nothing certain" in render_due(later)


def test_what_only_the_obligor_says_it_did_is_listed_once_when_its_deadline_passes() -> None:
    """The other side may want to say whether it was so."""
    record = deal(DUE, events=(said("e", "2023-06-20", by="a"),))
    assert _kinds(due([record], as_of="2023-07-05", since="2023-06-25")) == [("passed", "o", None)]
    assert _kinds(due([record], as_of="2023-07-05", since="2023-07-02")) == []


@pytest.mark.parametrize(("joins", "kinds"), [(None, []), ("2023-06-25", ["due"]), ("2023-07-05", [])])
def test_what_does_not_bind_by_its_deadline_is_not_due(joins: str | None, kinds: list[str]) -> None:
    """Nobody that has not joined is asked for what falls due before it is known to be bound."""
    bound = accords.OnEvent(event_id="joins") if joins is None else on_day(joins)
    parties = (accords.Party(actor_id="a", bound_from=bound), accords.Party(actor_id="b"))
    joining = accords.Event(id="joins", kind="milestone", act="accession", summary="a joins", actor_ids=("a",))
    record = evolve(deal(DUE, events=(joining,)), parties=parties)
    assert [each.kind.value for each in due([record], as_of="2023-06-15").entries] == kinds


def test_figures_at_odds_are_told_as_figures_and_not_as_a_dispute() -> None:
    """Nobody charges anything while there is time."""
    figures = tuple(
        accords.Claim(
            says=Says.OCCURRED, when="2023-06-01", known_on="2023-06-02", claimed_by_id=who,
            quantities=(accords.ClaimedQuantity(measure="zones", amount=much),),
        )
        for who, much in (("a", 7), ("b", 6))
    )  # fmt: skip
    cleared = evolve(said("e", None, extent=accords.Extent.PARTIAL), claims=figures)
    zones = evolve(DUE, owed_to_ids=("b",), quantities=(accords.Quantity(measure="zones", at_least=10),))
    (entry,) = due([deal(zones, events=(cleared,))], as_of="2023-06-20").entries
    assert (entry.kind.value, entry.disputes) == ("due", ())
    assert "7 (a)" in entry.amounts[0]
    assert "6 (b)" in render_due(due([deal(zones, events=(cleared,))], as_of="2023-06-20"))
