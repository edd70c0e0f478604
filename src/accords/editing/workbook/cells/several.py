"""Lists in one cell, and what is said where something else parts their items than what does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from attrs import evolve

from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.lists import LINE, joined_items, split_items
from accords.editing.workbook.cells.refusing import CellError, said_of

__all__ = ["several"]


def several(kind: CellKind, *, in_lines: bool = False, doubt_commas: bool = False) -> CellKind:
    """A list of such values, parted by semicolons, or ``in_lines`` of their own.

    ``doubt_commas`` says that an item with a comma in it may be meant as several, which is then said.
    """
    mark = "\n" if in_lines else ";"

    def write(values: Any) -> str:
        return joined_items(map(kind.write, values), mark, "\n" if in_lines else "; ")

    def read(text: str, context: CellContext) -> list[Any]:
        before = context.before if isinstance(context.before, list) else []
        found: list[Any] = []
        parts = split_items(text, mark)
        one = _joined(parts, _reading(kind, context)) if in_lines and len(parts) != len(before) else None
        if one is not None:
            raise CellError("bars part what belongs to one thing, and lines part several", one)
        for place, part in enumerate(parts):
            number, old = place + 1, before[place] if place < len(before) else None
            try:
                found.append(kind.read(part, evolve(context, before=old)))
            except ValueError as error:
                sentence, meant = said_of(error)
                alone = _reading(kind, context)
                lines = _healed(part, alone) if in_lines else None
                joined = _rejoined(part, alone) if in_lines else None
                if joined is not None:
                    sentence, meant = "bars part what stands here", (joined,)
                elif lines is not None:
                    sentence, meant = "each stands in a line of its own", (lines,)
                elif kind.carried is not None and not meant and place:
                    full = _readable(kind.carried(parts[place - 1], part), alone)
                    meant = () if full is None else (full,)
                    if " " not in parts[place - 1]:  # no place stands in it: this one is that of the same
                        parts, place = [*parts[: place - 1], *parts[place:]], place - 1  # noqa: PLW2901
                told = (_whole(parts, place, each, kind, in_lines) for each in meant)
                raise CellError(f"item {number}: {sentence}", *told) from None
        if doubt_commas and len(parts) == 1 and re.search(r",\s*\S", parts[0]) and parts != before:
            meant_by = joined_items(filter(None, (each.strip() for each in parts[0].split(","))), ";", "; ")
            context.lose(f"this is one item, for a comma parts nothing; if these are several, write {meant_by}")
        return found

    return CellKind(write=write, read=read)


def _reading(kind: CellKind, context: CellContext) -> Callable[[str], Any]:
    """The reading of one item that leaves no trace."""
    return lambda text: kind.read(text, evolve(context, before=None, lose=lambda _: None))


def _whole(parts: list[str], place: int, meant: str, kind: CellKind, in_lines: bool) -> str:
    """The whole cell with another item in it, which may be several."""
    if in_lines:
        inner = meant.split("\n")
        return joined_items((*parts[:place], *inner, *parts[place + 1 :]), "\n", f" {LINE} ")
    made = meant.split("; ") if kind.many else [meant]
    return joined_items((*parts[:place], *made, *parts[place + 1 :]), ";", "; ")


def _healed(part: str, read: Callable[[str], Any]) -> str | None:
    """A line as several, where semicolons or commas part what can each be read, or be told how to write."""
    for mark in (r";\s*", r"(?:,|\s+and)\s+(?=[0-9])"):
        pieces = [piece for piece in re.split(mark, part) if piece.strip()]
        told = [_readable(piece, read) for piece in pieces] if len(pieces) > 1 else [None]
        if None not in told:
            return "\n".join(each for each in told if each is not None)
    return None


def _rejoined(part: str, read: Callable[[str], Any]) -> str | None:
    """A line in which semicolons stand for bars, where it can be read with these, and not its pieces by themselves."""
    return _joined([piece.strip() for piece in part.split(";") if piece.strip()], read)


def _joined(pieces: list[str], read: Callable[[str], Any]) -> str | None:
    """Pieces with bars between them, where each names one field, no two the same, and all together can be read."""
    if len(pieces) < 2 or any("|" in piece for piece in pieces):
        return None
    names = [piece.partition(":")[0].strip() for piece in pieces if ":" in piece]
    if len(names) < len(pieces) or len(set(names)) < len(names):
        return None
    return _readable(" | ".join(pieces), read)


def _readable(piece: str, read: Callable[[str], Any]) -> str | None:
    try:
        read(piece)
    except ValueError as error:
        meant = said_of(error)[1]
        return meant[0] if len(meant) == 1 else None
    return piece.strip()
