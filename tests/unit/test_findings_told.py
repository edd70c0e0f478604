"""What a body found is told in words: what it was about, whose it is, who says so, and whether it settles anything."""

from __future__ import annotations

import json

import pytest
from tests.laws.small_records import NOT, act, duty, found, record, role, says

from accords.checklist import checklist
from accords.checklist.happenings import happening_in_words
from accords.checklist.standing_lines import event_in_words
from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.facts.ledger import Ledger
from accords.model.agreement import Agreement
from accords.render.status.json import render_status_json
from accords.render.status.text import render_status
from accords.standing.report import status
from accords.words import names_of
from accords.words.findings import finding_in_words

COURT = {"third_parties": [role("court", "arbiter")]}


def shown(small: Agreement, day: str = "2023-01-30") -> str:
    return " ".join(render_status(status(small, as_of=day), small).split())


def late(verdict: str = "breached", on: str = "e", by: str = "court") -> Agreement:
    """An act that came late, and what a body found of it."""
    ruled = found(verdict, on, says(by, "2023-01-20"), by=by, when="2023-01-15")
    return record(duty(due="2023-01-10"), act(says("b", "2023-01-15"), says("a", "2023-01-15")), ruled, **COURT)


def test_a_status_tells_what_was_found_of_an_act() -> None:
    """Whatever the state: here it was performed late."""
    words = shown(late())
    told = "by the word of COURT: it happened [f]; found: the event ‘it happened’ breached the duty, on 15 January 2023"
    assert told in words
    assert "a body found a breach" in words


def test_a_finding_of_somebody_else_settles_nothing_and_marks_nothing() -> None:
    """Nobody appointed it."""
    words = shown(late(by="ngo"))
    assert "by the word of NGO: it happened [f]" in words
    assert "; here that settles nothing" in words
    assert "a body found a breach" not in words


def test_a_finding_that_names_nobody_says_so_to_each() -> None:
    """Two owe it, each for itself."""
    ruled = found("breached", "o", says("court", "2023-01-20"))
    words = shown(record(duty(by="a b", to="c", due="2023-01-10"), ruled, parties="a b c", **COURT))
    assert words.count("it does not say that it is about this one, so it settles nothing here") == 2


def test_a_finding_is_not_told_before_the_days_it_speaks_of() -> None:
    assert "found" not in shown(late(), "2023-01-12").replace("no finding", "")


def told_by_b(**more: object) -> Agreement:
    """Both sides speak of one act; that a body found a breach in it is told by one of them alone."""
    charged, cleared = says("b", "2023-01-02", "breach"), says("a", "2023-01-02", "no_breach")
    seen = act(charged, cleared, kind="conduct")
    ruled = found("breached", "e", says("b", "2023-01-06"), **more)  # type: ignore[arg-type]
    return record(duty(**NOT), seen, ruled)


def test_what_one_side_says_was_found_of_an_act_is_told_as_its_word() -> None:
    """Of a duty that is kept, too: and the act keeps the day that both sides give it."""
    words = shown(told_by_b())
    assert "it happened [e], 2 January 2023:" in words
    told = "by the word of B: it happened [f]; found: the event ‘it happened’ breached the duty; here that settles"
    assert told in words


def test_a_finding_of_nobody_named_says_that() -> None:
    assert "found (by whom is not stated): the event ‘it happened’" in shown(told_by_b(by=""))


def test_whoever_tells_of_a_finding_is_not_told_as_telling_of_the_act() -> None:
    """It was found on that day; on which day it happened that says not."""
    claims = checklist(told_by_b(), as_of="2023-01-30").items[0].claims
    assert [(each.event_id, each.by_id, each.when) for each in claims] == [
        ("e", "b", "2023-01-02"),
        ("e", "a", "2023-01-02"),
        ("f", "b", "2023-01-06"),
    ]


def test_what_is_only_denied_is_not_told_as_claimed() -> None:
    """No side says that it happened."""
    small = record(duty(**NOT), act(says("a", "2023-01-05", "not_occurred"), kind="conduct"))
    claims = checklist(small, as_of="2023-01-30").items[0].claims
    assert [each.fact_words for each in claims] == ["nobody says that it happened"]


def test_a_part_is_not_told_of_what_is_wholly_done() -> None:
    """The parts come first, and then the whole."""
    part = act(says("b", "2023-01-03"), id_="p", extent="partial")
    begun, done = (
        record(duty(due="2023-01-10"), part),
        record(duty(due="2023-01-10"), part, act(says("b", "2023-01-05"))),
    )
    assert "a part of it is reported as done" in shown(begun)
    assert "fulfilled" in shown(done)
    assert "a part of it is reported as done" not in shown(done)


def test_rows_tell_the_verdict_and_whose_it_is() -> None:
    """In the words of the duty, of the one who did what it is about."""
    ruled = found("breached", "o", says("court", "2023-01-20"), when="2023-01-05")
    ruled |= {"about_event_ids": ["e"], "obligation_ids": ["o"]}
    seen = act(says("c", "2023-01-05"), kind="conduct", by="b")
    small = record(duty(by="a b", to="c", **NOT), seen, ruled, parties="a b c", **COURT)
    rows = checklist(small, as_of="2023-01-30")
    words = "found: the duty of B not to ‘do it’ (o) was breached, on 5 January 2023"
    claims = [claim for claim in rows.items[1].claims if claim.event_id == "f"]
    assert not rows.items[0].claims  # nothing of it is about the other who owes it
    assert [claim.finding for claim in claims] == [words]
    assert words in event_in_words(claims[0])
    assert claims[0].says_words == "says that this was found on 20 January 2023"
    assert [event.finding for event in rows.events if event.id == "f"] == [words]


@pytest.mark.parametrize(
    ("verdict", "on", "expected"),
    [
        ("fulfilled", "o", "found: the duty of A to ‘do it’ (o) was fulfilled"),
        ("not_occurred", "e", "found: the event ‘it happened’ did not happen"),
        ("met", "w", "found: the condition ‘w’ is met"),
    ],
)
def test_a_verdict_is_told_of_what_it_is_about(verdict: str, on: str, expected: str) -> None:
    small = record(duty(), act(), found(verdict, on))
    event = next(each for each in small.events if each.finding is not None)
    assert finding_in_words(event, names_of(small)) == expected
    assert finding_in_words(small.events[0], names_of(small)) is None


def of_the_duty(*more: dict[str, object]) -> Agreement:
    """A breach found of a duty that is kept, told by those to whom it is owed alone, and what else is said."""
    return record(duty(**NOT), *more, found("breached", "o", says("b", "2023-01-20"), when="2023-01-05"), **COURT)


def test_a_breach_said_to_be_found_is_told_by_the_word_of_who_says_so() -> None:
    """No line has it flat, whether somebody denies that it was found or not."""
    words = "by the word of B: breach found, 5 January 2023"
    assert f"{words}; here that settles nothing" in shown(of_the_duty())
    denied = found("breached", "o", says("b", "2023-01-20"), says("a", "2023-01-21", "not_occurred"), when="2023-01-05")
    assert f"{words}, denied by A; here that settles nothing" in shown(record(duty(**NOT), denied, **COURT))
    assert [*checklist(of_the_duty(), as_of="2023-01-30").items[0].standing.charges] == [  # type: ignore[union-attr]
        f"{words}; here that settles nothing"
    ]


def test_a_breach_that_was_surely_found_is_told_by_its_body() -> None:
    ruled = found("breached", "o", says("court", "2023-01-20"), when="2023-01-05")
    words = shown(record(duty(**NOT), ruled, **COURT))
    assert "by the word of COURT: breach found, 5 January 2023" in words
    assert "settles nothing" not in words


def test_a_finding_without_a_day_tells_the_day_of_the_conduct_that_it_is_about() -> None:
    """Not that of the award, though who charges it and who denies that give none."""
    answers = (says("b", None, "breach", known="2023-01-06"), says("a", None, "no_breach", known="2023-01-07"))
    seen = act(says("b", "2023-01-05"), says("a", "2023-01-05"), *answers, kind="conduct")
    ruled = found("breached", "o", says("court", "2023-01-20")) | {"about_event_ids": ["e"]}
    words = shown(record(duty(**NOT), seen, ruled, **COURT))
    assert "by the word of COURT: breach found, 5 January 2023" in words
    assert "no further violation reported since 5 January 2023" in words


def test_what_would_be_found_is_no_other_charge() -> None:
    """If the act was none, a breach is left only where it was found as is said."""
    seen = act(says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "no_breach"), kind="conduct")
    words = shown(of_the_duty(seen))
    assert "if not: in force, unless the finding told by B counts" in words
    assert "another charge" not in words


def test_who_accepts_a_finding_and_who_rejects_it_is_told_beside_it() -> None:
    """So that what is breached does not seem to rest on what one side claims of an act, nor to be agreed on."""
    seen = act(says("b", "2023-01-05", "breach"), says("a", "2023-01-05", "no_breach"), kind="conduct")
    answers = says("b", "2023-01-21", "accepts"), says("a", "2023-01-22", "rejects")
    ruled = found("breached", "o", says("court", "2023-01-20"), *answers, when="2023-01-05")
    words = shown(record(duty(**NOT), seen, ruled, **COURT))
    assert "by the word of COURT: breach found, 5 January 2023, accepted by B, rejected by A" in words
    on_act = found("breached", "e", says("court", "2023-01-20"), *answers)
    of_act = record(duty(due="2023-01-10"), act(), on_act, **COURT)
    assert "breached the duty, accepted by B, rejected by A" in shown(of_act)
    (event,) = (each for each in of_act.events if each.id == "f")
    at = Axis.of(of_act).last(as_date("2023-01-30"))
    told = happening_in_words(Ledger(of_act, Axis.of(of_act), at, at), event, names_of(of_act))
    assert told.endswith("; accepted by B; rejected by A)")


def test_a_status_as_json_has_who_accepts_and_who_rejects() -> None:
    answers = says("b", "2023-01-21", "accepts"), says("a", "2023-01-22", "rejects")
    ruled = found("breached", "o", says("court", "2023-01-20"), *answers, when="2023-01-05")
    whole = json.loads(render_status_json(status(record(duty(**NOT), ruled, **COURT), as_of="2023-01-30")))
    (violation,) = whole["instances"][0]["violations"]
    assert (violation["accepted_by_ids"], violation["rejected_by_ids"]) == (["b"], ["a"])
