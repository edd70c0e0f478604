"""Several things in one cell: parted by semicolons or lines, with a backslash before what would part them."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["joined_items", "split_items"]

_LINE_ENDS = {"\n": "\\n", "\r": "\\r"}
_PIECE = re.compile(r"\\u[0-9a-f]{4}|\\.|[^\\]|\\\Z", re.DOTALL)


def joined_items(items: Iterable[str], mark: str, glue: str) -> str:
    """``items`` with ``glue`` between them; whatever they hold, they are told apart by ``mark``."""
    return glue.join(_escaped(item, mark) for item in items)


def _escaped(item: str, mark: str) -> str:
    special = re.escape("".join(dict.fromkeys(("\\", "\n", "\r", mark))))
    text = re.sub(f"[{special}]", lambda found: _LINE_ENDS.get(found[0], f"\\{found[0]}"), item)
    return re.sub(r"\A\s+|\s+\Z", lambda found: "".join(f"\\u{ord(sign):04x}" for sign in found[0]), text)


def split_items(text: str, mark: str) -> list[str]:
    """The items of a text, without the white space around each; those that are blank are left out."""
    parts: list[list[str]] = [[]]
    for piece in _PIECE.findall(text):
        if piece == mark:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [_plain(part) for part in map(_stripped, parts) if part]


def _stripped(pieces: list[str]) -> list[str]:
    begin, end = 0, len(pieces)
    while begin < end and pieces[begin].isspace():
        begin += 1
    while end > begin and pieces[end - 1].isspace():
        end -= 1
    return pieces[begin:end]


def _plain(pieces: Iterable[str]) -> str:
    return "".join(map(_meant, pieces))


def _meant(piece: str) -> str:
    if len(piece) == 1:
        return piece
    if len(piece) > 2:
        return chr(int(piece[2:], 16))
    return {"n": "\n", "r": "\r"}.get(piece[1], piece[1])
