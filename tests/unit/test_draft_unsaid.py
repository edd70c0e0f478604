"""What of a sentence a row of a draft does not say, and which words are forms of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.texts.drafts.form import DraftDuty
from accords.texts.drafts.likeness import alike, stem
from accords.texts.drafts.unsaid import RowWords, in_order

ROW = DraftDuty(
    who=("Ruritania",), action="repair the landing", condition="if the bridge stands", due_date="2022-06-01",
    due_count=30, due_unit="day", due_of="conclusion", key="gates",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Ruritania, the Kingdom, repairs the landings if the bridge is standing", True),
        ("2. (a) by 1 June 2022", True),
        ("within thirty days after the conclusion of the deal", True),
        ("at the latest", True),
        ("not", False),
        ("by 2 June 2022", False),
        ("within 40 days", False),
        ("the gates", False),
        ("or so the joke goes", False),
    ],
)
def test_every_word_that_tells_something_has_to_be_in_the_row(text: str, is_said: bool) -> None:
    """Its key and its quote say nothing; what the text calls people does."""
    assert bool(RowWords(ROW, ("Ruritania", "Kingdom")).leaves(text)) is not is_said


@given(st.text("abcdefgh ", max_size=40), st.text("stuvwxyz", min_size=3, max_size=9))
def test_a_row_leaves_nothing_of_its_own_words_and_each_other_word(own: str, other: str) -> None:
    """Whatever they are."""
    said = RowWords(DraftDuty(action=own), ())
    assert said.leaves(own) == ""
    assert said.leaves(f"{own} {other}") != ""


@pytest.mark.parametrize(
    ("words", "are"),
    [
        ("protect the premises of the mission against damage", True),
        ("protect premises against damage", True),
        ("protect the damage against the premises", False),
        ("wholly other words", True),
    ],
)
def test_words_that_stand_there_stand_in_the_same_order(words: str, are: bool) -> None:
    """Those that do not are told of elsewhere."""
    assert in_order(words, "The State shall protect the premises of the mission against any damage.") is are


@pytest.mark.parametrize(
    "words",
    ["open opens opened opening", "stop stopped stopping", "party parties", "release releases released releasing"],
)
def test_forms_of_a_word_are_alike(words: str) -> None:
    """By their endings."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("pay", "paint"), ("sign", "signal"), ("not", "note"), ("bear", "bar")])
def test_other_words_are_not(one: str, other: str) -> None:
    """However near they look."""
    assert not alike(one, other)
