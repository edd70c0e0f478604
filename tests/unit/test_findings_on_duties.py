"""A finding on a duty bears on it in every output, and was made where the body says so itself, whoever tells of it."""

from __future__ import annotations

import json

import pytest
from tests.laws.small_records import NOT, Plain, act, duty, every, found, record, role, says

from accords.checklist import checklist
from accords.checklist.happenings import happening_in_words
from accords.checklist.standing_lines import about_lines, event_in_words
from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.facts.ledger import Ledger
from accords.model.agreement import Agreement
from accords.model.walk import bears_on
from accords.render.status.proofs_json import render_proofs_json
from accords.render.status.text import render_proofs
from accords.standing.proving import explain
from accords.standing.report import status
from accords.tables.parted import PARTED
from accords.words import names_of

COURT = {"third_parties": [role("court", "arbiter")]}
ANSWERS = says("b", "2023-01-21", "accepts"), says("a", "2023-01-22", "rejects")
DAY = "2023-01-30"


def ruled(*said: object, **more: object) -> Agreement:
    """A duty that came due, and a finding on it that names no duty but that on which it is."""
    told = said or (says("court", "2023-01-20"),)
    ruling = found("breached", "o", *told, *ANSWERS, when="2023-01-11", **more)  # type: ignore[arg-type]
    return record(duty(due="2023-01-10"), ruling, **COURT)


def headline(small: Agreement) -> str:
    (event,) = small.events
    at = Axis.of(small).last(as_date(DAY))
    return happening_in_words(Ledger(small, Axis.of(small), at, at), event, names_of(small))


def test_a_finding_stands_under_the_duty_that_it_is_on() -> None:
    rows = checklist(ruled(), as_of=DAY)
    said = [(claim.by, claim.says) for claim in rows.items[0].claims]
    assert said == [("COURT", "occurred"), ("B", "accepts"), ("A", "rejects")]
    assert not [line for line in about_lines(rows) if line.key == "besides"]
    assert rows.events[0].obligation_ids == ("o",)


def test_a_finding_on_what_another_did_is_not_of_this_obligor() -> None:
    ruling = found("breached", "o", says("court", "2023-01-20"), obligor_ids=["a"])
    small = record(duty(by="a b", to="c", due="2023-01-10"), ruling, parties="a b c", **COURT)
    assert [bool(item.claims) for item in checklist(small, as_of=DAY).items] == [True, False]


def test_the_table_of_what_bears_on_what_has_findings() -> None:
    (pairs,) = (rows for table, rows in PARTED if table.name == "event_obligations")
    assert [(each.first, each.second) for each in pairs(ruled())] == [("f", "o")]


def test_a_duty_that_a_finding_names_and_is_on_is_told_once() -> None:
    (event,) = ruled().events
    assert bears_on(event, {"o"}) == ("o",)
    assert bears_on(event, ()) == ()
    (named,) = record(duty(), {**found("breached", "o"), "obligation_ids": ["o"]}, **COURT).events
    assert bears_on(named, {"o"}) == ("o",)


def test_a_proof_names_the_finding_its_body_and_the_reading_that_it_settles() -> None:
    reading = {"id": "calendar", "text": "A year is the calendar year.", "replaces": {"due": {"kind": "never"}}}
    owed = {**duty(due="2023-01-10"), "readings": [reading]}
    ruling = found("breached", "o", says("court", "2023-01-20"), *ANSWERS, when="2023-01-11", reading_id="calendar")
    small = record(owed, ruling, **COURT)
    proofs = explain(small, "o", as_of=DAY)
    words = " ".join(render_proofs(proofs, small).split())
    assert "by the word of COURT: " in words
    assert "reading the duty so: “A year is the calendar year.”, accepted by B, rejected by A" in words
    assert "[f]: the finding was made COURT: occurred, 20 January 2023" in words
    (told,) = json.loads(render_proofs_json(proofs, small))
    assert [(each["event_id"], each["rejected_by_ids"]) for each in told["findings"]] == [("f", ["a"])]


def test_a_finding_of_the_body_itself_was_made() -> None:
    """Be it told by the body, or by its own decision: it is no side."""
    assert "(the finding was made; said by COURT; " in headline(ruled())
    decision = {"id": "ruling", "kind": "legal_act", "title": "Decision 1"}
    by_text = {"says": "occurred", "when": "2023-01-20", "citations": [{"source_id": "ruling"}]}
    small = record(
        duty(due="2023-01-10"), found("breached", "o", by_text, when="2023-01-11"), sources=[decision], **COURT
    )
    assert "(the finding was made; said by the source “Decision 1”)" in headline(small)
    (claim,) = checklist(small, as_of=DAY).items[0].claims
    assert event_in_words(claim).endswith("(the finding was made)")


@pytest.mark.parametrize("teller", ["b", "ngo"])
def test_that_somebody_else_tells_of_a_finding_does_not_make_it(teller: str) -> None:
    ruling = found("breached", "o", says(teller, "2023-01-20"), when="2023-01-11")
    assert "was made" not in headline(record(duty(due="2023-01-10"), ruling, **COURT))


def test_a_finding_on_what_was_done_was_made_as_well() -> None:
    charged = act(says("b", "2023-01-05", "breach"), kind="conduct")
    small = record(duty(**NOT), charged, found("breached", "e", says("court", "2023-01-20")), **COURT)
    rows = checklist(small, as_of=DAY)
    told = {claim.event_id: claim.fact_words for claim in (*rows.items[0].claims, *rows.records[0].claims)}
    assert told["f"] == "the finding was made"


@pytest.mark.parametrize(("on", "about"), [("e", []), ("o", ["e"])])
def test_who_finds_a_breach_in_what_was_done_holds_that_it_happened(on: str, about: list[str]) -> None:
    """Be the finding on the conduct itself, or on the duty and about the conduct."""
    boats = act(says("b", "2023-01-05", "breach"), says("a", "2023-01-06", "not_occurred"), kind="conduct")
    ruling = found("breached", on, says("court", "2023-01-20"), when="2023-01-05")
    small = record(duty(**NOT), boats, {**ruling, "about_event_ids": about}, **COURT)
    told = status(small, as_of=DAY).instances[0].violations[0]
    assert (told.event_id, told.fact, told.charge, told.certain) == ("e", "established", "found", True)
    assert told.charged_by_ids == ("b", "court")
    assert checklist(small, as_of=DAY).items[0].claims[0].fact == "established"


BAN = {**NOT, "not_before": "2023-01-02", "ends": "2023-01-07", "performance": every("P7D", times=3)}


def banned(ruling: Plain, day: str = "2023-01-04") -> dict[int | None, str]:
    """Each turn of a ban by its name, where ``a`` did something that ``b`` calls a breach and ``a`` does not."""
    told = act(says("a", day), says("b", day, "breach"), says("a", day, "no_breach"), kind="conduct")
    small = record(duty(**BAN), told, ruling, **COURT)
    return {each.number: each.name for each in status(small, as_of="2023-01-13").instances}


def test_a_breach_found_of_a_conduct_in_a_later_turn_is_of_the_days_of_the_conduct() -> None:
    """It accuses nobody of the turn in which the court decided, nor does what is said of the conduct bear on that."""
    ruling = found("breached", "o", says("court", "2023-01-11")) | {"about_event_ids": ["e"]}
    found_of = banned(ruling)
    assert (found_of[1], found_of[2]) == ("breached", "in force, no breach reported")
    dated = banned({**ruling, "finding": {**ruling["finding"], "when": "2023-01-10"}})
    assert dated[2] == "breached"


def test_that_a_conduct_was_found_to_be_no_breach_clears_its_days() -> None:
    ruling = found("not_breached", "o", says("court", "2023-01-11")) | {"about_event_ids": ["e"]}
    assert banned(ruling)[1] == "over, no breach certain"


def test_a_finding_on_a_conduct_whose_day_nobody_tells_speaks_of_its_own() -> None:
    ruling = found("breached", "o", says("court", "2023-01-11")) | {"about_event_ids": ["e"]}
    undated = act(says("a", None, known="2023-01-12"), kind="conduct")
    small = record(duty(**BAN), undated, ruling, **COURT)
    assert [each.name for each in status(small, as_of="2023-01-13").instances][1] == "breached"
