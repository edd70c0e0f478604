"""How JSON is laid out on the page: two spaces, and whatever fits on a line stays on one."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["WIDTH", "Verbatim", "lay_out"]

WIDTH = 100
"""The longest line, in code points, unless a single text is longer."""

# Made once: json.dumps would make one for every scalar.
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class Verbatim(str):
    """A number in the digits it was written in, which a float might not keep."""

    __slots__ = ()


def lay_out(value: Any) -> str:
    """Write plain JSON as canonical text that ends in a newline.

    Members keep their order. The outermost object or list is always opened; an inner one stays on its line
    where it fits within ``WIDTH``. Raises ValueError for NaN and infinite numbers.
    """
    return _write(value, indent=0, lead=WIDTH) + "\n"


def _write(value: Any, indent: int, lead: int) -> str:
    """``value`` as text; ``lead`` is what its line already holds, the comma after it included."""
    if not isinstance(value, (dict, list, tuple)) or not value:
        return _scalar(value)
    line = _one_line(value, WIDTH - lead)
    if line is not None:
        return line
    pad = "  " * (indent + 1)
    inner: list[str] = []
    if isinstance(value, dict):
        for name, member in value.items():
            key = f"{pad}{_scalar(str(name))}: "
            inner.append(key + _write(member, indent + 1, len(key) + 1))
    else:
        inner += [pad + _write(item, indent + 1, len(pad) + 1) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(inner) + f"\n{'  ' * indent}{closing}"


def _one_line(value: Any, room: int) -> str | None:
    """``value`` on one line, or None where it needs more than ``room``; stops as soon as that is clear."""
    if room < 2:
        return None
    if not isinstance(value, (dict, list, tuple)) or not value:
        text = _scalar(value)
        return text if len(text) <= room else None
    keys = [f"{_scalar(str(name))}: " for name in value] if isinstance(value, dict) else [""] * len(value)
    used = 0
    parts: list[str] = []
    for key, member in zip(keys, value.values() if isinstance(value, dict) else value, strict=True):
        part = _one_line(member, room - used - len(key) - 2)
        if part is None:
            return None
        parts.append(key + part)
        used += len(key) + len(part) + 2
    return ("{%s}" if isinstance(value, dict) else "[%s]") % ", ".join(parts)


def _scalar(value: Any) -> str:
    return str(value) if isinstance(value, Verbatim) else _encode(value)
