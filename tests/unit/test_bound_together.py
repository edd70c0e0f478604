"""Of what several owe together, each turn names those alone whom it binds."""

from __future__ import annotations

import pytest
from tests.laws.small_records import KEPT, duty, event, every, on, record, says, step

from accords.checklist import checklist
from accords.checklist.standing_lines import turns_in_words
from accords.model.agreement import Agreement
from accords.render.status.text import render_proofs, render_status
from accords.standing.proving import explain
from accords.standing.report import status

LEFT = step("left", says("b", "2023-02-01"), act="withdrawal", by="b")
JOINED = step("joined", says("c", "2023-02-05"), act="accession", by="c")
PARTIES = [{"actor_id": "a"}, {"actor_id": "b", "bound_until": event("left")},
           {"actor_id": "c", "bound_from": event("joined")}, {"actor_id": "d", "exempt_from_ids": ["o"]}]  # fmt: skip


def shared(**terms: object) -> Agreement:
    """All of them owe it together; ``b`` leaves on 1 February, ``c`` joins on the 5th, and ``d`` made a reservation."""
    return record(duty(by="a b c d", to="", **{"borne": "jointly", **terms}), LEFT, JOINED, parties=PARTIES)


@pytest.mark.parametrize(
    ("terms", "day", "outside"),
    [
        ({"due": "2023-01-20"}, "2023-03-01", ("c", "d")),
        ({"due": "2023-02-20"}, "2023-03-01", ("b", "d")),
        ({"due": "2023-02-20"}, "2023-01-20", ("c", "d")),
        ({"due": "2023-02-03"}, "2023-03-01", ("b", "c", "d")),
        ({}, "2023-01-20", ("c", "d")),
        ({}, "2023-03-01", ("b", "d")),
        ({**KEPT, "not_before": "2023-01-10"}, "2023-01-20", ("c", "d")),
        ({**KEPT, "not_before": "2023-01-10"}, "2023-03-01", ("d",)),
        ({"due": on("2023-02-20"), "borne": "any"}, "2023-03-01", ("b", "d")),
    ],
)
def test_who_joined_later_or_had_left_is_not_bound(
    terms: dict[str, object], day: str, outside: tuple[str, ...]
) -> None:
    (found,) = status(shared(**terms), as_of=day).instances
    assert found.not_bound_ids == outside


def test_each_turn_names_those_whom_it_binds() -> None:
    yearly = shared(performance=every("P1M", times=2), due="2023-01-20")
    seen = " ".join(render_status(status(yearly, as_of="2023-03-01"), yearly).split())
    assert "A and B: must do it [o, turn 1] overdue, nothing reported" in seen
    assert "A and C: must do it [o, turn 2] overdue, nothing reported" in seen
    (item,) = checklist(yearly, as_of="2023-03-01").items
    assert [line.rpartition("; ")[2] for line in turns_in_words(item)] == [
        "C and D are not bound by it, as far as is reported",
        "B and D are not bound by it, as far as is reported",
    ]


def test_a_row_that_speaks_for_one_turn_says_of_which_somebody_is_not_bound() -> None:
    """C owes the second turn; and that it was bound from the conclusion no proof says."""
    yearly = shared(performance=every("P1M", times=2), due="2023-01-20")
    (item,) = checklist(yearly, as_of="2023-03-01").items
    assert item.standing is not None
    assert "turn 1: C and D are not bound by it, as far as is reported" in item.standing.flag_words
    proof = render_proofs(explain(yearly, "o", as_of="2023-03-01"), yearly)
    assert "the first of all who owe it together bound from: 1 January 2023" in " ".join(proof.split())


def test_what_each_owes_alone_says_nothing_of_the_others() -> None:
    for found in status(shared(due="2023-01-20", borne="each"), as_of="2023-03-01").instances:
        assert found.not_bound_ids == ()
