"""Lines for a terminal: no line is wider than asked for, in cells, and nothing is lost."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from accords.wrapping import filled

WORDS = st.text("ab国漢e\u0301-", max_size=30)
LEADS = st.sampled_from(["", "  ", "↻ ", "      "])


@given(st.lists(WORDS, max_size=8), st.integers(12, 40), LEADS, LEADS)
def test_no_line_is_too_wide_and_nothing_is_lost(words: list[str], width: int, first: str, rest: str) -> None:
    """Signs of two cells count for two, marks above letters for none; only spaces become ends of lines."""
    text = " ".join(words)
    lines = filled(text, width, first, rest).split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert lines[0].startswith(first.rstrip())
    shown = lines[0].removeprefix(first) + "".join(line.removeprefix(rest) for line in lines[1:])
    assert shown.replace(" ", "") == text.replace(" ", "")


@example(["a", "aaaaaaaaaaa"], 12, "", "  ")
@example(["aaaaaaaaaaa"], 12, "  ", "")
@given(st.lists(st.text("abé-", max_size=50), max_size=8), st.integers(12, 40), LEADS, LEADS)
def test_signs_of_one_cell_are_wrapped_as_everywhere(words: list[str], width: int, first: str, rest: str) -> None:
    """As the standard library does, but for spaces at the ends of lines."""
    text = " ".join(" ".join(words).split()) or "x"
    theirs = textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    assert filled(text, width, first, rest) == "\n".join(line.rstrip() for line in theirs.split("\n"))


@pytest.mark.parametrize("text", ["w" * 2_000_000, "国" * 1_000_000, "e\u0301" * 1_000_000, "w " * 500_000])
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """Each sign is looked at once."""
    started = time.process_time()
    filled(text, 80, "  ", "    ")
    assert time.process_time() - started < 5
