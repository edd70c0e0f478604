"""The day of a claim as readers get it: some day of a period, how long it lasted, and the words of the source."""

from __future__ import annotations

import json

import pytest
from tests.laws.small_records import NOT, act, duty, record, says

from accords.checklist import checklist
from accords.compare.records import diff
from accords.model.agreement import Agreement
from accords.render.isolating import texts_of
from accords.render.pictures.timeline import sentence, timeline_of
from accords.render.status.proofs_json import render_proofs_json
from accords.render.status.text import render_proofs
from accords.standing.proving import explain

DAY = "2023-03-30"


def told(*claims: dict[str, object], **more: object) -> Agreement:
    return record(duty(due="2023-05-01", **more), act(*claims))


def words_of(small: Agreement) -> list[str]:
    return [claim.says_words for claim in checklist(small, as_of=DAY).items[0].claims]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (says("b", "2023-01-02/2023-02-01"), "says that it happened at some time from 2 January to 1 February 2023"),
        (says("b", "../2023-02-01"), "says that it happened at some time up to 1 February 2023"),
        (
            says("b", "2023-01-02/2023-02-01", "no_breach"),
            "says that the duty was not breached from 2 January to 1 February 2023",
        ),
        (
            says("b", "2023-01-02", known="2023-02-03", until="2023-02-01"),
            "says that it happened from 2 January 2023 until 1 February 2023",
        ),
        (
            says("b", "2023-01-02/2023-01-05", known="2023-02-03", until="2023-02-01"),
            "says that it happened from some day from 2 to 5 January 2023 until 1 February 2023",
        ),
        (
            says("b", "2023-01", when_as_written="by the beginning of the year"),
            "says that it happened in January 2023 (“by the beginning of the year”)",
        ),
        (says("b", "2023-01-02", when_as_written="on 2 January 2023"), "says that it happened on 2 January 2023"),
        (says("b", when_as_written="lately", known="2023-02-03"), "3 February 2023 at the latest (“lately”)"),
        (
            says("b", "2023-01-02", "not_occurred", when_as_written="on Monday"),
            "says that it had not happened by 2 January 2023 (“on Monday”)",
        ),
    ],
)
def test_a_claim_tells_its_day_as_the_source_gives_it(claim: dict[str, object], words: str) -> None:
    assert [each.endswith(words) for each in words_of(told(claim))] == [True]


def test_a_worked_out_day_says_so_behind_the_words_of_the_source() -> None:
    claim = says("b", "2023-01-02", when_as_written="on Monday", when_basis="inferred")
    (words,) = words_of(told(claim))
    assert words == "says that it happened on 2 January 2023 (“on Monday”), the day worked out by the coder"


LASTED = says("b", "2023-01-02", "breach", known="2023-02-03", until="2023-02-01", when_as_written="since New Year")


def test_a_proof_tells_the_end_and_the_words_of_the_source() -> None:
    small = record(duty(**NOT), act(LASTED, kind="conduct"))
    proofs = explain(small, "o", as_of=DAY)
    assert "B: breach, 2 January 2023, until 1 February 2023 (“since New Year”)" in render_proofs(proofs, small)
    (proof,) = json.loads(render_proofs_json(proofs, small))
    assert [(c["until"], c["when_as_written"]) for c in proof["claims"]] == [("2023-02-01", "since New Year")]


def test_a_timeline_tells_the_end_and_draws_it() -> None:
    small = record(duty(**NOT), act(LASTED, kind="conduct"))
    (entry,) = (each for each in timeline_of(small, checklist(small, as_of=DAY)) if each.kind == "event")
    assert sentence(entry).startswith("2 January 2023, until 1 February 2023, event: ")
    assert (entry.first.isoformat(), entry.last.isoformat()) == ("2023-01-02", "2023-02-01")


def test_two_ends_of_one_day_are_two_entries() -> None:
    both = says("a", "2023-01-02", known="2023-02-03"), LASTED
    small = record(duty(**NOT), act(*both, kind="conduct"))
    assert sum(each.kind == "event" for each in timeline_of(small, checklist(small, as_of=DAY))) == 2


def test_a_difference_tells_the_end_and_the_words_of_the_source() -> None:
    without, with_it = (record(duty(**NOT), act(*claims, kind="conduct")) for claims in ((), (LASTED,)))
    (event,) = diff(without, with_it).events
    words = "B says that it happened from 2 January 2023 until 1 February 2023 (“since New Year”) and breached the duty"
    assert event.came[0].startswith(words)


def test_the_words_of_the_source_keep_their_direction_on_a_page() -> None:
    rows = checklist(told(says("b", "2023-01-02", when_as_written=" יום שני ")), as_of=DAY)
    assert "יום שני" in set(texts_of(rows))
