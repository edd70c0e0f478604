"""Cells that hold something else than what was typed, and what to write there instead."""

from __future__ import annotations

from accords.editing.workbook.kinds import CellKind
from accords.editing.workbook.stored import UNCOMPUTED, Held, StoredCell

__all__ = ["refuse_converted", "shortened"]

_SAID = {
    Held.NUMBER: "it holds a number, which may have lost something of what was typed; put an apostrophe before it",
    Held.DAY: "it holds a day of the calendar; put an apostrophe before what is meant",
    Held.TIME: "it holds a day or time whose format does not show all of it; write it as text",
    Held.YES_OR_NO: "it holds TRUE or FALSE; put an apostrophe before what is meant",
    Held.FORMULA: "it holds a formula; put its result there",
    Held.ERROR: "it holds an error, or what a program makes of what it takes for a number; write it as text",
}
_FIRST_DAY = "1900-03-01"


def refuse_converted(cell: StoredCell, kind: CellKind) -> None:
    """Raise ValueError where a program has made something else of what was typed."""
    takes = {Held.NUMBER: kind.numbers, Held.DAY: kind.days, Held.YES_OR_NO: kind.truths, Held.TEXT: True}
    if not takes.get(cell.held, False):
        shown = f" ({shortened(cell.text)})" if cell.text != UNCOMPUTED else ""
        raise ValueError(f"{_SAID[cell.held]}{shown}")
    if cell.held is Held.DAY and cell.text < _FIRST_DAY:
        raise ValueError("before March 1900 programs count days differently; write it as text")


def shortened(text: str) -> str:
    """What a cell says, in quotation marks, or the beginning of it."""
    return f"“{text}”" if len(text) <= 40 else f"“{text[:39]}…”"
