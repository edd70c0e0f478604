"""Several things in one cell: parted by semicolons or lines, with a backslash before what would part them."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["joined_items", "split_items"]

_ESCAPE = {"\n": "\\n", "\r": "\\r"}
_BACK = {"n": "\n", "r": "\r", "s": " "}


def joined_items(items: Iterable[str], mark: str, glue: str) -> str:
    """``items`` with ``glue`` between them; whatever they hold, they are told apart by ``mark``."""
    return glue.join(_escaped(item, mark) for item in items)


def _escaped(item: str, mark: str) -> str:
    special = "".join({"\\", "\n", "\r", mark})
    text = re.sub(f"[{re.escape(special)}]", lambda found: _ESCAPE.get(found[0], f"\\{found[0]}"), item)
    text = f"\\s{text[1:]}" if text[:1] == " " else text
    return f"{text[:-1]}\\s" if text[-1:] == " " else text


def split_items(text: str, mark: str) -> list[str]:
    """The items of a text, without the white space around each; those that are blank are left out."""
    parts: list[str] = [""]
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and at + 1 < len(text):
            parts[-1] += "\0" + text[at + 1]
            at += 2
            continue
        if sign == mark:
            parts.append("")
        else:
            parts[-1] += sign
        at += 1
    return [_plain(part) for part in (part.strip() for part in parts) if part]


def _plain(part: str) -> str:
    return re.sub("\0(.)", lambda found: _BACK.get(found[1], found[1]), part, flags=re.DOTALL)
