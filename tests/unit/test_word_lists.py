"""A closed list of words: its members are texts, with a meaning, and nothing else is one."""

from __future__ import annotations

import pytest

from accords.model.scalars import as_number, as_tuple
from accords.wordlists import Weekday


def test_a_word_leads_to_its_member_which_is_that_word() -> None:
    assert Weekday.of("friday") is Weekday.FRIDAY
    assert Weekday.FRIDAY == "friday"
    assert {"friday": 1}[Weekday.FRIDAY] == 1
    assert all(day.meaning.endswith(".") for day in Weekday)


def test_a_word_that_is_none_is_told_which_there_are() -> None:
    with pytest.raises(ValueError, match="'Fri' is not one of monday, tuesday"):
        Weekday.of("Fri")


@pytest.mark.parametrize("wrong", ["abc", b"abc", {"a"}, {"a": 1}, 3])
def test_a_list_has_an_order_and_is_no_text(wrong: object) -> None:
    with pytest.raises(TypeError, match="expected a tuple"):
        as_tuple(wrong)  # type: ignore[arg-type]


def test_a_list_keeps_its_order_and_a_number_its_digits() -> None:
    assert as_tuple(each for each in "ba") == ("b", "a")
    assert str(as_number(0.1)) == "0.1"


@pytest.mark.parametrize("wrong", [True, float("inf"), float("nan"), "many"])
def test_a_number_is_finite_and_no_word(wrong: float) -> None:
    with pytest.raises(ValueError, match="expected a finite number"):
        as_number(wrong)
