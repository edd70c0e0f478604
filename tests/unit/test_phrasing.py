"""Phrases with their parts filled in."""

from __future__ import annotations

import pytest

from accords.vocabulary import Modality
from accords.words.language import ENGLISH
from accords.words.phrasing import counted, few, joined, ordinal, say, word


def test_a_part_is_filled_in_and_never_read() -> None:
    """Braces in it stay."""
    assert say("named", text="{text} {0}") == "the event ‘{text} {0}’"
    assert word(Modality.MUST_NOT) == "must not"


def test_a_phrase_or_a_part_that_is_missing_is_a_fault_of_ours() -> None:
    """Nothing is printed in its place."""
    with pytest.raises(KeyError):
        say("no such phrase")
    with pytest.raises(KeyError):
        say("named")


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "first"), (2, "second"), (12, "twelfth"), (13, "13th"), (21, "21st"), (22, "22nd"), (103, "103rd"),
     (111, "111th"), (112, "112th"), (121, "121st")],
)  # fmt: skip
def test_a_number_in_an_order(number: int, words: str) -> None:
    """In words up to the twelfth."""
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("items", "by", "more", "words"),
    [
        ([], "and", 0, ""),
        (["a"], "and", 0, "a"),
        (["a", "b"], "or", 0, "a or b"),
        (["a", "b", "c"], "and", 0, "a, b and c"),
        (["a"], "and", 2, "a and 2 others"),
    ],
)
def test_a_list_in_a_sentence(items: list[str], by: str, more: int, words: str) -> None:
    """With how many are left out."""
    assert joined(items, by=by, more=more) == words


@pytest.mark.parametrize(("count", "named", "more"), [(0, 0, 0), (5, 5, 0), (6, 6, 0), (7, 5, 2), (300, 5, 295)])
def test_a_sentence_names_six_or_the_first_five(count: int, named: int, more: int) -> None:
    """That one more is left out would take as many words as its name."""
    assert few(range(count), count) == (tuple(range(named)), more)


def test_a_phrase_has_the_form_of_its_number() -> None:
    """As the language forms it."""
    assert [counted("due.in_days", n) for n in (1, 2, 1000)] == ["in 1 day", "in 2 days", "in 1,000 days"]
    assert ENGLISH.form(1) != ENGLISH.form(2)
