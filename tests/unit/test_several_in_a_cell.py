"""Lists in one cell."""

from __future__ import annotations

from typing import Any

import pytest

from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.refusing import CellError
from accords.editing.workbook.cells.several import several


def _number(text: str, _: CellContext) -> int:
    if not text.isdecimal():
        raise ValueError(f"{text} is no number")
    return int(text)


NUMBER = CellKind(write=str, read=_number)
TEXT = CellKind(write=str, read=lambda text, _: text)


def _read(kind: CellKind, text: str) -> tuple[list[Any], list[str]]:
    lost: list[str] = []
    return kind.read(text, CellContext(known=None, before=None, lose=lost.append)), lost


@pytest.mark.parametrize("in_lines", [False, True])
@pytest.mark.parametrize("values", [[], [1], [1, 22, 3]])
def test_what_was_written_is_read_back(values: list[int], in_lines: bool) -> None:
    """In one line or in several."""
    kind = several(NUMBER, in_lines=in_lines)
    assert _read(kind, kind.write(values)) == (values, [])


def test_an_item_that_cannot_be_read_is_named_by_its_place() -> None:
    """With what is wrong with it."""
    with pytest.raises(CellError, match="item 2: x is no number"):
        _read(several(NUMBER), "1; x; 3")


def test_a_comma_between_items_is_doubted_where_it_may_be_meant_and_kept() -> None:
    """The cell that would be several is spelt out."""
    values, lost = _read(several(TEXT, doubt_commas=True), "fish, water")
    assert values == ["fish, water"]
    assert len(lost) == 1
    assert lost[0].endswith("write fish; water")
    assert _read(several(TEXT, doubt_commas=True), "fish; water") == (["fish", "water"], [])
    assert _read(several(TEXT), "fish, water") == (["fish, water"], [])


def test_items_in_one_line_that_belong_in_lines_are_put_there() -> None:
    """In the message, to be copied."""
    with pytest.raises(CellError, match="each stands in a line of its own") as caught:
        _read(several(NUMBER, in_lines=True), "1; 2")
    assert str(caught.value).endswith("write 1 ⏎ 2")
