"""How much text is read, and how deep: both are decided before anything is parsed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import accumulate

from attrs import field, frozen, validators

from accords.codec.reading.marks import depth_of

__all__ = ["Limits", "deepest", "first_too_deep", "most_digits"]


@frozen(kw_only=True)
class Limits:
    """The largest text that is read.

    ``max_bytes`` counts bytes of UTF-8, byte order mark included. ``max_depth`` counts the objects and
    lists that may stand inside one another, the outermost included. Neither may be less than 1; attrs
    raises ValueError where one is, and TypeError for what is no number.
    """

    max_bytes: int = field(default=8_000_000, validator=(validators.instance_of(int), validators.ge(1)))
    max_depth: int = field(default=64, validator=(validators.instance_of(int), validators.ge(1)))


_MOST_DIGITS = 4_300
"""What Python itself allows by default: the time to read a number grows as the square of its length."""

_signs = re.compile(r'(?s:\\.)|["\[\]{}]').finditer
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def most_digits() -> int:
    """How many characters a number may have: 4,300, or fewer where the interpreter was told so."""
    return min(_MOST_DIGITS, sys.get_int_max_str_digits() or _MOST_DIGITS)


def first_too_deep(text: str, max_depth: int, marks: bytes) -> int | None:
    """The offset of the first bracket in ``text`` that stands deeper than ``max_depth``, or None.

    Looks at brackets outside strings only, so it works on text that is not JSON as well. ``marks`` are those of the
    text, from which it can mostly be told at once.
    """
    depth = depth_of(marks)
    if depth is None:
        depth = max(_depths(marks.translate(None, b":")), default=0)
    if depth <= max_depth:
        return None
    return next((at for at, depth in _depths_in_full(text) if depth > max_depth), None)


def deepest(text: str) -> tuple[int, int]:
    """The greatest depth in ``text``, and the offset of the first bracket there; (0, 0) without any."""
    depth, at = max(((depth, -at) for at, depth in _depths_in_full(text)), default=(0, 0))
    return depth, -at


def _depths(brackets: bytes) -> Iterator[int]:
    return accumulate(map(_STEPS.__getitem__, brackets))


def _depths_in_full(text: str) -> Iterator[tuple[int, int]]:
    """Every bracket outside strings: its offset, and how many are open behind it."""
    depth = 0
    for at in _brackets(text):
        depth += _STEPS[ord(text[at])]
        yield at, depth


def _brackets(text: str) -> Iterator[int]:
    """The offsets of the brackets outside strings; a string that never ends goes on to the end of ``text``."""
    in_string = False
    for found in _signs(text):
        sign = found[0]
        if in_string:
            in_string = sign != '"'
        elif sign[-1] == '"':  # a backslash outside strings hides nothing
            in_string = True
        elif sign[-1] in "[]{}":
            yield found.end() - 1
