"""Cells that hold something else than what was typed, and what to write there instead."""

from __future__ import annotations

import re

from attrs import evolve

from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.refusing import CellError, said_of
from accords.editing.workbook.stored import UNCOMPUTED, Held, StoredCell

__all__ = ["FORMULA", "refuse_converted", "shortened"]

FORMULA = "it holds a formula; put its result there"
_SAID = {
    Held.NUMBER: "it holds a number, which may have lost something of what was typed",
    Held.DAY: "it holds a day of the calendar",
    Held.TIME: "it holds a day or time whose format does not show all of it",
    Held.YES_OR_NO: "it holds TRUE or FALSE",
    Held.FORMULA: FORMULA,
    Held.ERROR: "it holds an error, or what a program makes of what it takes for a number",
}
_CLOCK = re.compile(r"\d:\d\d")
_FIRST_DAY = "1900-03-01"


def refuse_converted(cell: StoredCell, kind: CellKind, context: CellContext) -> None:
    """Raise ValueError where a program has made something else of what was typed."""
    takes = {Held.NUMBER: kind.numbers, Held.DAY: kind.days, Held.YES_OR_NO: kind.truths, Held.TEXT: True}
    if not takes.get(cell.held, False):
        has_clock = cell.held is Held.TIME and _CLOCK.search(cell.text) is not None
        says = "it holds a time of day, which says nothing of its zone" if has_clock else _SAID[cell.held]
        if cell.text == UNCOMPUTED or cell.held is Held.FORMULA:
            raise ValueError(says + (f" ({shortened(cell.text)})" if cell.text != UNCOMPUTED else ""))
        if cell.held is Held.ERROR and cell.text.startswith("#"):
            raise ValueError(f"{says} ({shortened(cell.text)}); put there what was to stand in it")
        try:
            kind.read(cell.text, evolve(context, lose=lambda _: None))
        except ValueError as error:
            sentence, meant = said_of(error)
            raise CellError(f"{says} ({shortened(cell.text)}): {sentence}", *meant) from None
        raise CellError(f"{says} ({shortened(cell.text)}), as text, with an apostrophe before it", cell.text)
    if cell.held is Held.DAY and cell.text < _FIRST_DAY:
        raise ValueError("before March 1900 programs count days differently; write it as text")


def shortened(text: str) -> str:
    """What a cell says, in quotation marks, or the beginning of it."""
    return f"“{text}”" if len(text) <= 40 else f"“{text[:39]}…”"
