"""The words by which a quote may be put to false use."""

from __future__ import annotations

import pytest

from accords.texts.drafts.cues import ASIDE, CONDITIONS, LASTS, OPENERS, ORDERS, TERMS
from accords.texts.drafts.suspects import term_words


@pytest.mark.parametrize("word", ["not", "unless", "only", "denied", "would", "isn’t", "never", "draft", "repealed"])
def test_words_that_turn_a_sentence_are_known_whole(word: str) -> None:
    """And not as parts of others."""
    assert ASIDE.search(f"it was {word}, so")
    assert not ASIDE.search(f"it was xx{word}xx, so")


@pytest.mark.parametrize("words", ["if", "unless", "only", "with the prior consent", "subject to", "in the event"])
def test_what_limits_a_duty_also_begins_a_condition(words: str) -> None:
    """So that a condition which is quoted is known as one."""
    assert CONDITIONS.search(f"Ruritania may close it {words} of Graustark")
    assert OPENERS.match(words)


@pytest.mark.parametrize(
    ("words", "are_orders"), [("enter into force for each party", False), ("enter the duty", True)]
)
def test_a_treaty_that_enters_into_force_gives_no_orders(words: str, are_orders: bool) -> None:
    """Those who make drafts enter rows."""
    assert bool(ORDERS.search(words)) is are_orders


@pytest.mark.parametrize(
    ("words", "are_a_term"),
    [
        ("It would take effect upon signing.", True),
        ("This treaty enters into force on 1 May.", True),
        ("It shall run for two years.", True),
        ("Either side may end it at three months’ notice.", True),
        ("Either side may terminate this agreement.", True),
        ("It shall run for the ferry.", False),
        ("They shall put the fire out.", False),
    ],
)
def test_when_an_agreement_begins_or_ends_is_known(words: str, are_a_term: bool) -> None:
    """It has to be told, unless a row of the draft says how long."""
    assert bool(term_words(words, is_told=False)) is are_a_term
    assert bool(term_words(words, is_told=True)) is bool(TERMS.search(words))


@pytest.mark.parametrize("words", ["until it rains", "for as long as it rains", "before it rains", "while it rains"])
def test_what_says_how_long_is_told_from_what_has_to_happen_first(words: str) -> None:
    """Though both begin a condition."""
    assert LASTS.match(words)
    assert not LASTS.match(f"if {words}")
