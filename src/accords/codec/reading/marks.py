"""The brackets and colons of a text outside its strings: how deep it is nested, and how many members it has."""

from __future__ import annotations

import re

__all__ = ["depth_of", "marks_of", "names_in"]

_ESCAPED = re.compile(rb'\\["\\]')
_KEPT = b'"[]{}:'
_OTHERS = bytes(byte for byte in range(256) if byte not in _KEPT)
_AS_LISTS = bytes.maketrans(b"{}", b"[]")
_MOST_ROUNDS = 64


def marks_of(raw: bytes) -> bytes:
    """The brackets and colons outside strings in ``raw``, UTF-8.

    In JSON these are all; in other text those up to the first backslash outside strings at least. Two quotation
    marks without anything left between them change nothing about what is outside, so that nearly all go first.
    """
    if b"\\" in raw:
        raw = _ESCAPED.sub(b"", raw)
    marks = raw.translate(None, _OTHERS).replace(b'""', b"")
    return b"".join(marks.split(b'"')[::2]) if b'"' in marks else marks


def names_in(marks: bytes) -> int:
    """How many members the objects of a JSON text have, repeated ones counted again."""
    return marks.count(b":")


def depth_of(marks: bytes) -> int | None:
    """How deep objects and lists are nested; None where brackets are left open, or there are more than 64 levels."""
    brackets = marks.translate(_AS_LISTS, b":")
    for depth in range(_MOST_ROUNDS + 1):
        if not brackets:
            return depth
        inner = brackets.replace(b"[]", b"")  # takes the innermost level of every branch away
        if len(inner) == len(brackets):
            return None
        brackets = inner
    return None
