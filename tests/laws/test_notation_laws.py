"""Whatever condition a record can hold: the line that is written is read back to it."""

from __future__ import annotations

import random

import pytest

from accords.codec.notation import NotationError, keep_marks, parse_condition, without_marks, write_condition
from accords.model.conditions import Condition
from accords.model.walk import nodes
from any_conditions import AnyCondition


def any_condition(seed: int, *, marks: bool = False) -> Condition:
    return AnyCondition(random.Random(seed), marks=marks).make()


def check_round_trip(seed: int) -> None:
    condition = any_condition(seed)
    assert parse_condition(write_condition(condition)) == condition, write_condition(condition)


def test_every_condition_is_read_back_from_its_line() -> None:
    """All kinds, nested, with any text, date, length and rule."""
    for seed in range(2_000):
        check_round_trip(seed)


@pytest.mark.slow
def test_a_hundred_thousand_conditions_are_read_back_from_their_lines() -> None:
    """The same for long."""
    for seed in range(10_000, 110_000):
        check_round_trip(seed)


def test_no_two_conditions_have_one_line() -> None:
    """What is printed for people may be alike; these lines never are."""
    made = {any_condition(seed) for seed in range(2_000)}
    assert len(made) > 1_000
    assert len({write_condition(condition) for condition in made}) == len(made)


def test_an_unchanged_condition_keeps_all_that_its_line_does_not_say() -> None:
    """Its ids, citations and days of review, at any depth."""
    for seed in range(1_000):
        condition = any_condition(seed, marks=True)
        assert keep_marks(parse_condition(write_condition(condition)), condition) == (condition, ())
        assert without_marks(condition) == parse_condition(write_condition(condition))


def test_what_is_kept_and_what_is_lost_are_all_that_there_was() -> None:
    """Of one condition put in the place of another, no id is kept twice, and none goes without a word."""
    for seed in range(1_000):
        before, after = any_condition(seed, marks=True), any_condition(seed + 1)
        kept, lost = keep_marks(after, before)
        assert without_marks(kept) == without_marks(after)
        assert sorted([*_ids(kept), *(each.id for each in lost if each.id)]) == sorted(_ids(before))


def _ids(condition: Condition) -> list[str]:
    return [node.id for node in nodes(condition) if node.id is not None]


PIECES = ("and", "or", "(", ")", "30", "days", "thirty", "of", '"', "x")


def refusal(line: str) -> NotationError | None:
    try:
        parse_condition(line)
    except NotationError as error:
        return error
    return None


def test_a_line_that_was_meant_can_be_read() -> None:
    """Lines are damaged by chance: each is read, or refused at a place in it, and what is meant is a condition."""
    refused = meant = 0
    for seed in range(3_000):
        rng = random.Random(seed)
        words = write_condition(AnyCondition(rng).make(2)).split(" ")
        at = rng.randrange(len(words))
        words[at : at + rng.randint(0, 1)] = rng.sample(PIECES, rng.randint(0, 2))
        line = " ".join(words)
        error = refusal(line)
        if error is not None:
            refused += 1
            assert 0 <= error.at <= len(line)
            meant += len(error.meant)
            assert [refusal(each) for each in error.meant] == [None] * len(error.meant)
    assert refused > 500
    assert meant > 200
