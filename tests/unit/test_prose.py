"""Small texts for findings."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.prose import (
    bytes_in_words,
    character,
    composed,
    counted,
    cut,
    cut_at_word,
    json_text,
    kind_of,
    listed,
    printable,
    with_article,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true"),
        ("", "a text"),
        (0, "a number"),
        (1.5, "a number"),
        ([], "an empty list"),
        ([1], "a list of 1 item"),
        ([1, 2], "a list of 2 items"),
        ({}, "an object"),
    ],
)
def test_a_value_is_called_what_json_calls_it(value: object, words: str) -> None:
    """True is no number."""
    assert kind_of(value) == words


@pytest.mark.parametrize(
    ("one", "words"),
    [("a", "`a`"), (" ", "U+0020 (SPACE)"), ("`", "U+0060 (GRAVE ACCENT)"), ("\x00", "U+0000"), ("\ud800", "U+D800")],
)
def test_a_character_that_cannot_be_seen_is_told_by_its_number(one: str, words: str) -> None:
    """With its name, where it has one."""
    assert character(one) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [("é", "é"), ("a\tb", "a\\u0009b"), ("\u202e", "\\u202e"), ("\ud800", "\\ud800")],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    """Terminal sequences and marks of direction among it."""
    assert printable(text) == shown


@pytest.mark.parametrize(("length", "left"), [(0, 0), (64, 64), (65, 64), (1000, 64)])
def test_a_text_is_cut_at_64_characters(length: int, left: int) -> None:
    """And says so where it is."""
    assert len(cut("x" * length)) == left
    assert cut("x" * length).endswith("…") is (length > 64)


def test_numbers_and_lists_are_said() -> None:
    """As in a sentence."""
    assert [counted(n, "item") for n in (0, 1, 1000)] == ["0 items", "1 item", "1,000 items"]
    assert [listed(list(each), "or") for each in ("a", "ab", "abc")] == ["a", "a or b", "a, b or c"]
    assert [with_article(each) for each in ("actor", "date")] == ["an actor", "a date"]
    assert bytes_in_words(8_000_000) == "8 MB"


def test_texts_are_compared_in_one_form() -> None:
    """Two spellings of one letter are one; two letters stay two."""
    assert composed("e\u0301") == "é" == composed("é")
    assert composed("ß") != composed("ss")


@pytest.mark.parametrize(
    ("text", "cut"),
    [("a b", "a b"), ("one  two\nsix", "one two…"), ("one, two six", "one…"), ("wholeword", "wholewo…"), ("", "")],
)
def test_a_text_is_cut_after_a_word(text: str, cut: str) -> None:
    """At most so many characters, with an ellipsis where something is left out."""
    most = 4 if text.startswith("one,") else 8
    assert cut_at_word(text, most) == cut


_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(min_codepoint=32, max_codepoint=126))
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _LEAVES, lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text("ab\n") | st.integers(), inner)
)


@given(_VALUES)
def test_json_over_several_lines_is_laid_out_as_the_standard_library_does(value: object) -> None:
    """Keys that are no text included."""
    assert json_text(value) == json.dumps(value, indent=2, ensure_ascii=False) + "\n"
