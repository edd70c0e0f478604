"""Several things in one cell: parted by semicolons or lines, with a backslash before what would part them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accords.editing.workbook.cells.refusing import CellError

__all__ = ["LINE", "joined_items", "split_items"]

LINE = "⏎"
"""The end of a line, as messages show it; whoever writes it into a cell of lines means one."""
_LINE_ENDS = {"\n": "\\n", "\r": "\\r"}
_PIECE = re.compile(r"\\u[0-9a-f]{4}|\\.|[^\\]|\\\Z", re.DOTALL)
_PLAIN = "\\;|,"
"""What a backslash stands before wherever it parts nothing."""


def joined_items(items: Iterable[str], mark: str, glue: str) -> str:
    """``items`` with ``glue`` between them; whatever they hold, they are told apart by ``mark``."""
    return glue.join(_escaped(item, mark) for item in items)


def _escaped(item: str, mark: str) -> str:
    special = re.escape("".join(dict.fromkeys(("\\", "\n", "\r", mark, *(LINE if mark == "\n" else "")))))
    text = re.sub(f"[{special}]", lambda found: _LINE_ENDS.get(found[0], f"\\{found[0]}"), item)
    return re.sub(r"\A\s+|\s+\Z", lambda found: "".join(f"\\u{ord(sign):04x}" for sign in found[0]), text)


def split_items(text: str, mark: str) -> list[str]:
    """The items of a text, without the white space around each; those that are blank are left out.

    Raises CellError for a backslash before what it cannot stand before, and for lines where semicolons part.
    """
    pieces = _PIECE.findall(text)
    parts = _parted(pieces, (mark, LINE) if mark == "\n" else (mark,))
    if mark == ";" and any("\n" in part for part in parts):
        lines = _parted(pieces, (mark, "\n"))
        raise CellError("semicolons part what stands here, not lines", "; ".join("".join(part) for part in lines))
    return ["".join(_meant(piece, mark, text) for piece in part) for part in parts]


def _parted(pieces: Iterable[str], marks: tuple[str, ...]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for piece in pieces:
        if piece in marks:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in map(_stripped, parts) if part]


def _stripped(pieces: list[str]) -> list[str]:
    begin, end = 0, len(pieces)
    while begin < end and pieces[begin].isspace():
        begin += 1
    while end > begin and pieces[end - 1].isspace():
        end -= 1
    return pieces[begin:end]


def _meant(piece: str, mark: str, text: str) -> str:
    if len(piece) == 1:
        return piece
    if len(piece) > 2:
        return chr(int(piece[2:], 16))
    sign = piece[1]
    if sign in "nr":
        return {"n": "\n", "r": "\r"}[sign]
    if sign in (mark, LINE, "\\"):
        return sign
    if mark == "\n":
        return piece  # what is inside a line has signs of its own
    if sign in _PLAIN:
        return sign
    raise CellError(f"a backslash stands twice where one is meant, and not before “{sign}”", _doubled(text))


def _doubled(text: str) -> str:
    """``text`` with two backslashes for each that stands before nothing that parts."""
    return re.sub(r"\\([\\;|,])|\\", lambda found: found[0] if found[1] else "\\\\", text)
