"""What of a sentence a row of a draft does not say, and which words are forms of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.texts.drafts.form import Draft, DraftAmount, DraftDuty, DraftStatement
from accords.texts.drafts.likeness import alike, stem
from accords.texts.drafts.unsaid import RowWords, in_order, tied_to

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


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("repair the landing at night", ["at night"]),
        ("repair, in winter, the landing and the mole", ["in winter", "and the mole"]),
        ("repair the landing within 30 days after the conclusion", []),
        ("repair the landing within 40 days after the conclusion", ["40"]),
        ("each repair all of the landing by 1 June 2022", []),
        ("repair the landing by 3 June 2022", ["by 3 June 2022"]),
    ],
)
def test_what_a_row_leaves_unsaid_is_told_in_the_words_of_the_sentence(text: str, left: list[str]) -> None:
    """With the small words before it, and not those behind."""
    assert list(RowWords(ROW, ("Ruritania",)).left_in(text)) == left


def test_an_hour_is_said_with_its_clock() -> None:
    """Another hour is not."""
    row = DraftDuty(action="close the gates", due_date="2022-06-01", due_hour="12:00", due_zone="+02:00")
    said = RowWords(row, ())
    assert list(said.left_in("close the gates by 1 June 2022 at 12:00 CEST")) == []
    assert list(said.left_in("close the gates by 1 June 2022 at noon Eastern European Time")) == []
    assert list(said.left_in("close the gates by 1 June 2022 at 11:00 MSK")) == ["at 11"]


def test_turns_are_said_in_more_words_than_one() -> None:
    """Monthly is every month, and not every week."""
    said = RowWords(DraftDuty(action="send a report", every_count=1, every_unit="month", times=6), ())
    assert list(said.left_in("send a monthly report six times")) == []
    assert list(said.left_in("send a report every month, six times in total")) == []
    assert list(said.left_in("send a weekly report")) == ["a weekly"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("release at least 90 prisoners", []),
        ("release not fewer than 90 prisoners", []),
        ("release 90 prisoners or more", []),
        ("release more than 90 prisoners", ["more"]),
        ("release up to 90 prisoners", ["up"]),
        ("release about 90 prisoners", ["about"]),
        ("release at least 90 prisoners within a week of the return of the boats", []),
        ("release at least 90 prisoners and clear the mines", []),
    ],
)
def test_amounts_anchors_and_duties_of_the_same_sentence_are_said_of_a_duty(text: str, left: list[str]) -> None:
    """Whatever else the draft says is not."""
    row = DraftDuty(quote=text, key="k", action="release", due_count=1, due_unit="week", due_of="boats")
    other = DraftDuty(quote=text, key="o", action="clear the mines")
    amount = DraftAmount(duty="k", measure="prisoners", at_least="90")
    boats = DraftStatement(happening="boats", summary="The boats were returned.")
    elsewhere = DraftDuty(quote="Nobody says about", key="e", action="about more than up")
    tied = tied_to(row, Draft(duties=(row, other, elsewhere), amounts=(amount,), statements=(boats,)))
    assert list(RowWords(row, (), tied.words, tied.bounds).left_in(text)) == left
