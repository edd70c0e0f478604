"""Signs that nobody sees and that change what a text seems to say: listed, and kept or dropped only when asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from attrs import frozen

__all__ = ["UnseenMark", "mixed_words", "unseen_in", "without_unseen"]

_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe0e\ufe0f"
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"
"""Letters and marks without a shape, and what stands for something that is not there."""
_EMPTY_CELL = "\u2800"
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Alphabets that have letters which look like those of another."""


@frozen
class UnseenMark:
    """A sign that is not seen: which, how often, and at which places in the text, the first ten of them."""

    name: str
    count: int
    places: tuple[int, ...]


def unseen_in(text: str) -> tuple[UnseenMark, ...]:
    """The signs of ``text`` that are not seen, each kind once, in the order in which they come.

    White space is none of them, nor what the writing of a language needs: joiners between its letters, and what
    chooses the form of a picture.
    """
    found: dict[str, list[int]] = {}
    for place in _places(text):
        found.setdefault(text[place], []).append(place)
    return tuple(UnseenMark(_name(sign), len(places), tuple(places[:10])) for sign, places in found.items())


def mixed_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` whose letters are of several alphabets that look alike, each once, the first five."""
    if text.isascii():
        return ()
    words = (word for word in _WORD.findall(text) if not word.isascii())
    return tuple(dict.fromkeys(word for word in words if len(_alphabets(word)) > 1))[:5]


def _alphabets(word: str) -> set[str]:
    names = (unicodedata.name(sign, "").partition(" ")[0] for sign in word)
    return {name for name in names if name in _ALIKE}


def without_unseen(text: str) -> str:
    """``text`` without the signs that are not seen."""
    unseen = set(_places(text))
    return "".join(sign for place, sign in enumerate(text) if place not in unseen) if unseen else text


def _places(text: str) -> Iterator[int]:
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return
    for place, sign in enumerate(text):
        if sign in "\n\t" or (sign.isprintable() and sign not in _BLANK and not _selects(sign)):
            continue
        if unicodedata.category(sign) == "Zs" or _belongs(text, place):
            continue
        yield place


def _selects(sign: str) -> bool:
    """Whether the sign only says which form the one before it has."""
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"


def _belongs(text: str, place: int) -> bool:
    """Whether the sign at ``place`` is one by which its neighbours are written."""
    before = text[place - 1] if place else " "
    if text[place] == _EMPTY_CELL:
        near = text[max(0, place - 2) : place + 3]
        return any("\u2800" < sign <= "\u28ff" for sign in near)
    if text[place] >= "\U000e0100":
        return unicodedata.name(before, "").startswith("CJK")
    if text[place] in _SELECTORS:
        return unicodedata.category(before) in ("So", "Sm", "Sk", "Po", "Nd")
    return text[place] in _JOINERS and not before.isascii() and unicodedata.category(before)[0] in "LMS"


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'control character')}"
