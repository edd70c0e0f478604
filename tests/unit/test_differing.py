"""Differences line by line: what ``patch`` would make of them is the new text, and large texts little work."""

from __future__ import annotations

import difflib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.differing import differing_lines
from counting import counted_steps

LINES = st.lists(st.sampled_from(["a", "b", "c", "@@ -1 +1 @@", "--- x"]), max_size=30)


def _applied(before: list[str], difference: list[str]) -> list[str]:
    """What ``difference`` makes of ``before``; what it says of the old lines has to be so."""
    made: list[str] = []
    at = 0
    for line in difference[2:]:
        if (hunk := re.match(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$", line)) is not None:
            begins = int(hunk[1]) - (0 if hunk[2] == "0" else 1)
            made += before[at:begins]
            at = begins
        elif line[0] == "+":
            made.append(line[1:])
        else:
            assert before[at] == line[1:]
            at += 1
            made += [line[1:]] if line[0] == " " else []
    return made + before[at:]


@pytest.mark.thorough
@given(LINES, LINES, LINES, LINES)
def test_a_difference_makes_the_new_text_of_the_old(
    head: list[str], tail: list[str], old: list[str], new: list[str]
) -> None:
    """Wherever the texts are alike; where nothing differs, nothing is said."""
    before, after = head + old + tail, head + new + tail
    found = list(differing_lines(before, after, "old", "new", lineterm=""))
    assert bool(found) is (before != after)
    if found:
        assert found[:2] == ["--- old", "+++ new"]
        assert _applied(before, found) == after


@given(st.lists(st.integers(0, 40).map(str), max_size=40, unique=True), st.integers(0, 40))
def test_a_line_put_in_is_shown_as_everywhere(lines: list[str], place: int) -> None:
    """With three lines around it, and the same numbers."""
    after = [*lines[:place], "new", *lines[place:]]
    theirs = list(difflib.unified_diff(lines, after, "old", "new", lineterm=""))
    assert list(differing_lines(lines, after, "old", "new", lineterm="")) == theirs


@pytest.mark.parametrize("change", ["one line", "every line"])
def test_large_texts_take_work_in_proportion(change: str) -> None:
    """Many thousands of lines that repeat each other, as a long list in a record has them."""
    before = [f"line {number % 50}" for number in range(40_000)]
    after = [*before[:20_000], "new", *before[20_000:]] if change == "one line" else [f"{line}." for line in before]
    with counted_steps(most=30 * len(before)):
        found = list(differing_lines(before, after, "old", "new"))
    assert len(found) == (10 if change == "one line" else 80_003)
