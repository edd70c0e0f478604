"""Differences as people read them: what moved alike is told once, and nothing is left out that JSON has."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

from accords.compare.differences import TurnChange
from accords.compare.records import diff
from accords.model.obligations import Recurring
from accords.render.alike import MOST_RUNS, turns_alike
from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
from deals import deal, duty, on_day


def _turn(number: int, before: str | None, after: str | None, due: str = "d", was: str = "d") -> TurnChange:
    return TurnChange(number=number, due_before=was, due=due, before=before, after=after)


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ([_turn(1, "x", "y"), _turn(2, "x", "y")], ["~ 2 turns, no. 1 to 2, due from d to d: x → y"]),
        ([_turn(1, None, "y"), _turn(2, None, "y")], ["+ 2 turns, no. 1 to 2, due from d to d: y"]),
        ([_turn(1, "x", None), _turn(2, "x", None)], ["− 2 turns, no. 1 to 2, due from d to d: x"]),
        ([_turn(1, "x", "y")], ["− turn 1, due d: x", "+ turn 1, due d: y"]),
        ([_turn(1, None, "y"), _turn(3, None, "y")], ["+ turn 1, due d: y", "+ turn 3, due d: y"]),
        ([_turn(1, None, "y"), _turn(2, None, "z")], ["+ turn 1, due d: y", "+ turn 2, due d: z"]),
        (
            [_turn(1, "x", "x", due="e"), _turn(2, "x", "x", due="e")],
            ["− turn 1, due d: x", "+ turn 1, due e: x", "− turn 2, due d: x", "+ turn 2, due e: x"],
        ),
    ],
)
def test_turns_that_moved_alike_and_follow_each_other_are_one_line(turns: list[TurnChange], lines: list[str]) -> None:
    """With their numbers and days; a gap, another status or a deadline that moved keeps them apart."""
    assert [f"{sign} {words}" for sign, words in turns_alike(turns)] == lines


def test_of_very_many_ways_in_which_turns_moved_the_rest_is_counted() -> None:
    """And the line says where they all are."""
    lines = list(turns_alike([_turn(number, None, str(number)) for number in range(1, MOST_RUNS + 6)]))
    assert len(lines) == MOST_RUNS + 1
    assert lines[-1][1] == "and 5 more turns that moved; the difference as JSON has them"


@pytest.mark.further
def test_json_has_every_turn_that_moved_whatever_the_text_groups() -> None:
    """Also of a duty with more turns than a checklist shows."""
    monthly = duty(performance=Recurring(every="P1M", mode="anchored"), due=on_day("2023-02-15"))
    found = diff(deal(monthly), between=("2023-01-01", "2026-01-01"))
    (turns,) = (line.turns for line in found.duties[0].changes if line.turns)
    assert [turn.number for turn in turns] == list(range(1, len(turns) + 1))
    plain = json.loads(render_diff_json(found))
    assert [len(line["turns"]) for line in plain["duties"][0]["changes"] if line["turns"]] == [len(turns)]
    assert render_diff(found, width=200).count("turns, no.") >= 1


def test_what_differs_alike_in_several_undertakings_is_told_once() -> None:
    """Each is named, and what differs stands below them; one that differs otherwise stands alone."""
    record = deal(
        *(duty(each, due=on_day("2023-02-15")) for each in ("one", "two")), duty("far", due=on_day("2023-03-15"))
    )
    found = diff(record, between=("2023-02-01", "2023-03-01"))
    for text in (render_diff(found), render_diff_markdown(found)):
        assert text.count("overdue, nothing reported") == 1
        assert "In each of the 2 above" in text
        assert "one" in text
        assert "two" in text
    alone = diff(evolve(record, obligations=record.obligations[1:]), between=("2023-02-01", "2023-03-01"))
    assert "In each" not in render_diff(alone)
