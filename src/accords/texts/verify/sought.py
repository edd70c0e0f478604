"""Passages found by their hashes alone, in bounded time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from attrs import frozen

__all__ = ["Sought", "passages_by_hash"]

_MOST_WORK = 500_000_000
_FOR_EACH = 300
"""What hashing a slice takes besides its own length, in characters."""
_MOST_PLACES = 100


@frozen
class Sought:
    """What is known of a passage: how many characters it has, and its SHA-256 in UTF-8."""

    length: int
    sha256: str


def passages_by_hash(text: str, sought: tuple[Sought, ...], work: int = _MOST_WORK) -> Mapping[Sought, tuple[int, ...]]:
    """Where in ``text`` the passages begin that have the hashes ``sought``; nothing else is like them.

    Each length takes one run through the text; when ``work`` characters are hashed, the rest is not looked for.
    """
    wanted: dict[int, set[str]] = {}
    for each in sought:
        if 0 < each.length <= len(text):
            wanted.setdefault(each.length, set()).add(each.sha256)
    found: dict[Sought, tuple[int, ...]] = {}
    for length, hashes in wanted.items():
        work -= (len(text) - length + 1) * (length + _FOR_EACH)
        if work < 0:
            continue
        for start in range(len(text) - length + 1):
            made = hashlib.sha256(text[start : start + length].encode("utf-8", "surrogatepass")).hexdigest()
            if made in hashes:
                key = Sought(length, made)
                found[key] = (*found.get(key, ()), start)[:_MOST_PLACES]
    return found
