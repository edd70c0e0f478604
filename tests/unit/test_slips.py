"""Slips of the pen in a line."""

from __future__ import annotations

import pytest

from accords.codec.notation.slips import counts_time, near_name

KNOWN = {
    "conclusion": "the conclusion",
    "signature": "the signature",
    "entry into force": "entry into force",
    "withdraw": "duty:withdraw",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("conclusoin", "the conclusion"),
        ("signture", "the signature"),
        ("enty into force", "entry into force"),
        ("withdrw", "duty:withdraw"),
    ],
)
def test_a_known_moment_that_is_nearly_typed_is_told(typed: str, meant: str) -> None:
    """With the line that is meant."""
    found = near_name(typed, KNOWN)
    assert found is not None
    assert found[0] == meant


@pytest.mark.parametrize("typed", ["the river", "x", "harvest"])
def test_words_of_ones_own_are_no_slips(typed: str) -> None:
    """Nothing is guessed."""
    assert near_name(typed, KNOWN) is None


def test_words_that_count_time_are_known() -> None:
    """In quotation marks they would never fall due."""
    assert counts_time("10 working days after the harvest")
    assert counts_time("two weeks before the feast")
    assert not counts_time("after the harvest")
