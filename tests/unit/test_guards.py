"""What a spreadsheet would take for something else."""

from __future__ import annotations

import pytest

from accords.render.checklist.guards import guarded, guarded_code, unguarded

TEXTS = ["=1+1", "+49", "-", "@a", " =1", "\t=1", "＝1", "a=1", "", " ", "'x", "–1"]
CODES = ["1-2", "mar-1", "1.10", "007", "3", "art-3", "true", "12:30", "1e5", "may", "2022-01-01", "=a"]


@pytest.mark.parametrize(("text", "held"), [*zip(TEXTS, [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], strict=True)])
def test_a_text_that_begins_like_a_formula_is_held(text: str, held: int) -> None:
    """Spaces before it help nothing."""
    assert guarded(text) == "'" * held + text


@pytest.mark.parametrize(("code", "held"), [*zip(CODES, [1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1], strict=True)])
def test_a_code_that_would_become_a_day_or_a_number_is_held(code: str, held: int) -> None:
    """A whole number comes back in the same digits, and so does a word."""
    assert guarded_code(code) == "'" * held + code


@pytest.mark.parametrize("text", [*TEXTS, *CODES])
def test_what_was_held_is_let_go(text: str) -> None:
    """And what never was keeps its apostrophe."""
    assert unguarded(guarded(text)) == text
    assert unguarded(guarded_code(text)) == text
