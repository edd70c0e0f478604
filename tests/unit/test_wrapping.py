"""Lines for a terminal: no line is wider than asked for, in cells, and nothing is lost."""

from __future__ import annotations

import textwrap
from typing import ClassVar, SupportsIndex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from accords import wrapping
from accords.wrapping import filled
from counting import counted_steps

WORDS = st.text("ab国漢e\u0301-", max_size=30)
LEADS = st.sampled_from(["", "  ", "↻ ", "      "])


@pytest.mark.thorough
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


class Watched(str):
    """A text that counts the signs that are copied out of it and of its words."""

    copied: ClassVar[list[int]] = []

    def split(self, *_: object) -> list[str]:  # type: ignore[override]
        return [Watched(word) for word in super().split()]

    def __getitem__(self, at: SupportsIndex | slice) -> str:
        found = Watched(super().__getitem__(at))
        self.copied.append(len(found))
        return found


@pytest.mark.parametrize("text", ["w" * 20_000, "国" * 10_000, "e\u0301" * 10_000, "w " * 10_000])
def test_each_sign_is_looked_at_a_few_times_and_copied_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the text is."""
    looked_at: list[int] = []
    monkeypatch.setattr(wrapping, "cell_len", lambda part: looked_at.append(len(part)) or cell_len(part))
    Watched.copied.clear()
    with counted_steps(most=20 * len(text)):
        filled(Watched(text), 80, "  ", "    ")
    assert sum(looked_at) < 4 * len(text)
    assert sum(Watched.copied) <= len(text)
