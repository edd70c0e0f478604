"""How JSON is laid out on the page: two spaces, and whatever fits on a line stays on one."""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any

__all__ = ["WIDTH", "Verbatim", "compact", "lay_out", "lay_out_inside"]

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
    return _write(value, "\n", WIDTH) + "\n"


def lay_out_inside(value: Any, margin: str, lead: str) -> str:
    """The same for a value inside another: ``margin`` begins its line, ``lead`` stands before it there."""
    return _write(value, margin, len(margin) + len(lead))


def compact(value: Any) -> str:
    """Write plain JSON on one line. Raises ValueError for NaN and infinite numbers."""
    return _encode(value)


_SCALARS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    Verbatim: str,
    int: int.__repr__,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}
"""Class → how its values are written. Those of any other class are left to the encoder."""


def _write(value: Any, margin: str, lead: int) -> str:
    """``value`` as text; ``margin`` begins its lines, ``lead`` is what its line already holds, a comma included.

    Every part is written once, as it stands where its holder is opened. That serves for a holder that stays on one
    line too: where the whole fits behind its own lead, each part fits behind the lesser one that it has here.
    """
    if not isinstance(value, (dict, list, tuple)) or not value:
        return _SCALARS.get(value.__class__, _encode)(value)
    inner = margin + "  "
    indent = len(inner)  # the line end stands for the comma
    parts: list[str] = []
    # Scalars are written here and now: to call for each of them would take most of the time.
    if isinstance(value, dict):
        opening, closing = "{}"
        for name, member in value.items():
            key = encode_basestring(str(name)) + ": "
            write = _SCALARS.get(member.__class__)
            parts.append(key + (write(member) if write else _write(member, inner, indent + len(key))))
    else:
        opening, closing = "[]"
        for item in value:
            write = _SCALARS.get(item.__class__)
            parts.append(write(item) if write else _write(item, inner, indent))
    if lead + sum(map(len, parts)) + 2 * len(parts) <= WIDTH:
        line = ", ".join(parts)
        if "\n" not in line:  # no text holds one: JSON writes it as an escape
            return opening + line + closing
    return f"{opening}{inner}{f',{inner}'.join(parts)}{margin}{closing}"
