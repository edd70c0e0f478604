"""What pictures share: text made safe for SVG, broken into lines by an estimate of its width."""

from __future__ import annotations

import unicodedata
from html import escape

from accords.render.safe import clean

__all__ = ["breadth", "safe", "wrapped"]

_WIDE = ("W", "F")


def safe(text: str) -> str:
    """``text`` as XML data, for elements and attributes alike; characters that XML cannot hold are left out."""
    return escape("".join(one for one in clean(text) if one not in "\ufffe\uffff"), quote=True)


def breadth(text: str) -> int:
    """How wide ``text`` is, in tenths of the size of its letters; no font is asked, so it is the same everywhere."""
    return sum(
        0 if unicodedata.combining(one) else 10 if unicodedata.east_asian_width(one) in _WIDE or one in "mwMW@—"
        else 3 if one in "iljtfI.,:;'|!()[] " else 7 if one.isupper() else 6
        for one in text
    )  # fmt: skip


def wrapped(text: str, room: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines of the width ``room`` (see `breadth`); what does not fit ends in "…"."""
    lines: list[str] = []
    left = clean(text)
    while left and len(lines) < most:
        end = used = 0
        while end < len(left) and used + breadth(left[end]) <= room:
            used += breadth(left[end])
            end += 1
        if end < len(left):
            space = left.rfind(" ", 0, end + 1)
            end = space if space > 0 else max(end, 1)
        lines.append(left[:end].strip())
        left = left[end:].strip()
    if left and lines:
        last = lines[-1]
        while last and breadth(last) + 10 > room:
            last = last[:-1]
        lines[-1] = last.rstrip() + "…"
    return lines
