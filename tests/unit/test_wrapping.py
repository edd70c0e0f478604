"""Lines for a terminal: no line is wider than asked for, in cells, and nothing is lost."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any, ClassVar, SupportsIndex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

import accords
from accords import wrapping
from accords.render.agenda.listing import render_due
from accords.render.diff import render_diff
from accords.render.status.text import render_changes, render_proofs, render_status
from accords.standing.history import changes
from accords.standing.proving import explain
from accords.standing.report import status
from accords.wrapping import filled, pages_wide, row_height
from books import MONITORED
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


def _in_wide_signs(value: Any, field: str = "") -> Any:
    """A record with every text that people read in signs of two cells, without a space between them."""
    if isinstance(value, dict):
        return {key: _in_wide_signs(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_wide_signs(each, field) for each in value]
    return "國" * 100 + value[:20] if field in {"name", "short_name", "title", "label", "summary", "action"} else value


def _terminal_texts(record: accords.Agreement, width: int) -> Iterator[tuple[str, str]]:
    day, between = "2023-06-01", ("2022-11-23", "2023-06-01")
    yield "checklist", accords.render_terminal(accords.checklist(record, as_of=day), width=width)
    yield "status", render_status(status(record, as_of=day), record, width=width)
    yield "changes", render_changes(changes(record, between=between), record, between=between, width=width)
    for duty in record.obligations:
        yield f"proof of {duty.id}", render_proofs(explain(record, duty.id, as_of=day), record, width=width)
    yield "diff", render_diff(accords.diff(record, between=between), width=width)
    yield "due", render_due(accords.due([record], as_of=day, within="P1Y", since=between[0]), width=width)


@pytest.mark.further
def test_every_text_for_a_terminal_keeps_to_its_width() -> None:
    """In cells: names of wide signs in checklists, statuses, proofs, changes, differences and lists of what is due."""
    record = accords.loads(json.dumps(_in_wide_signs(json.loads(MONITORED.read_text("utf-8")))))
    widest = {name: max(map(cell_len, text.split("\n"))) for name, text in _terminal_texts(record, 80)}
    assert len(widest) > 5
    assert {name: cells for name, cells in widest.items() if cells > 80 or cells < 40} == {}


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [("", 10, 18), ("a word", 10, 18), ("ten letters, twenty", 10, 48), ("x" * 900, 10, 78)],
)
def test_a_row_is_as_high_as_its_text_has_lines_and_not_higher_than_is_asked(
    text: str, width: int, height: int
) -> None:
    assert row_height(text, width, 5) == height


def test_columns_stand_on_as_many_sheets_as_they_can_be_read_on() -> None:
    """Those that stand on each sheet leave less room for the others."""
    assert pages_wide([40, 40]) == 1
    assert pages_wide([100, 100]) == 2
    assert pages_wide([90, 100, 100], 90) == 2
    assert pages_wide([190, 100], 190) > 2
