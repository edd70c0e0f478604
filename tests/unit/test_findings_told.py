"""What a body found is told in words: what it was about, whose it is, who says so, and whether it settles anything."""

from __future__ import annotations

import pytest
from tests.laws.small_records import NOT, act, duty, found, record, role, says

from accords.checklist import checklist
from accords.checklist.standing_lines import event_in_words
from accords.model.agreement import Agreement
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
    assert (
        "it happened [f]: found: the event ‘it happened’ breached the duty, on 15 January 2023; said by COURT" in words
    )
    assert "a body found a breach" in words


def test_a_finding_of_somebody_else_settles_nothing_and_marks_nothing() -> None:
    """Nobody appointed it."""
    words = shown(late(by="ngo"))
    assert "said by NGO; here that settles nothing" in words
    assert "a body found a breach" not in words


def test_a_finding_that_names_nobody_says_so_to_each() -> None:
    """Two owe it, each for itself."""
    ruled = found("breached", "o", says("court", "2023-01-20"))
    words = shown(record(duty(by="a b", to="c", due="2023-01-10"), ruled, parties="a b c", **COURT))
    assert words.count("it does not say that it is about this one, so it settles nothing here") == 2


def test_a_finding_is_not_told_before_the_days_it_speaks_of() -> None:
    assert "found" not in shown(late(), "2023-01-12").replace("no finding", "")


def test_rows_tell_the_verdict_and_whose_it_is() -> None:
    """In the words of the duty, of the one who did what it is about."""
    ruled = found("breached", "o", says("court", "2023-01-20"), when="2023-01-05")
    ruled |= {"about_event_ids": ["e"], "obligation_ids": ["o"]}
    seen = act(says("c", "2023-01-05"), kind="conduct", by="b")
    small = record(duty(by="a b", to="c", **NOT), seen, ruled, parties="a b c", **COURT)
    rows = checklist(small, as_of="2023-01-30")
    words = "found: the duty of B not to ‘do it’ (o) was breached, on 5 January 2023"
    claims = [claim for claim in rows.items[0].claims if claim.event_id == "f"]
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
