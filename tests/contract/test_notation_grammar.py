"""The grammar on the page about conditions is the one that is read."""

from __future__ import annotations

import random

import pytest
from lark import Lark, UnexpectedInput

from accords.codec.notation import NotationError, parse_condition, write_condition
from any_conditions import AnyCondition
from blocks import blocks
from records import ROOT

PAGE = ROOT / "docs" / "conditions.md"
BEYOND = ("is not a da", "written twice", "at least 1", "once", "are blank", "ends before it starts", "digits")
"""What the page says is refused beyond the grammar, as the refusals word it."""
PIECES = (
    "and", "or", "(", ")", ";", ",", "30 days", "thirty", "of", "x", "2023", "never", "after", "vague", '"so"', "since",
    "(turn 2)",
)  # fmt: skip


@pytest.fixture(scope="module")
def grammar() -> Lark:
    """The one of the page, read by another parser."""
    (text,) = (block.text for block in blocks(PAGE) if block.note == "grammar")
    return Lark(text, start="condition", parser="lalr")


def accepts(grammar: Lark, line: str) -> bool:
    try:
        grammar.parse(line)
    except UnexpectedInput:
        return False
    return True


def refusal(line: str) -> str | None:
    try:
        parse_condition(line)
    except NotationError as error:
        return str(error)
    return None


@pytest.mark.thorough
def test_every_line_that_is_written_follows_the_grammar(grammar: Lark) -> None:
    """Of any condition."""
    for seed in range(1_000):
        line = write_condition(AnyCondition(random.Random(seed)).make())
        assert accepts(grammar, line), line


@pytest.mark.further
def test_a_line_is_read_where_the_grammar_has_it_and_refused_where_it_has_not(grammar: Lark) -> None:
    """Lines are put together by chance from pieces of good ones."""
    both = 0
    for seed in range(4_000):
        rng = random.Random(seed)
        words = write_condition(AnyCondition(rng).make(2)).split(" ")
        at = rng.randrange(len(words))
        words[at : at + rng.randint(0, 2)] = rng.sample(PIECES, rng.randint(0, 2))
        line = " ".join(words)
        why = refusal(line)
        both += why is None
        assert accepts(grammar, line) is (why is None) or any(each in str(why) for each in BEYOND), f"{line}: {why}"
    assert 500 < both < 3_500
