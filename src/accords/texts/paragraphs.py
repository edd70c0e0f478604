"""Paragraphs of a text: what stands between blank lines or, where it has none, on a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

__all__ = ["Paragraph", "numberings", "paragraph_at", "paragraphs_of"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_GAP = re.compile(r"\S[^\n]*\n(?:[^\S\n]*\n)+[^\n]*\S")


@frozen
class Paragraph:
    """Where a paragraph stands in its text, in code points, and on which page, where there are pages."""

    start: int
    end: int
    page: int | None = None


def numberings(text: str) -> tuple[tuple[Paragraph, ...], ...]:
    """The ways in which people may number the paragraphs of ``text``: as here, and line by line."""
    return (paragraphs_of(text), _cut(text, _LINE, ()))


def paragraphs_of(text: str, pages: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text``, without white space around them; ``pages`` tells where each page begins.

    Where a blank line parts any two of them, blank lines part them all; otherwise each line is one.
    """
    return _cut(text, _BLOCK if _GAP.search(text) else _LINE, pages)


def _cut(text: str, form: re.Pattern[str], pages: Sequence[int]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for match in form.finditer(text):
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip())
        page = bisect_right(pages, start) or None if pages else None
        found.append(Paragraph(start, match.start() + len(words.rstrip()), page))
    return tuple(found)


def paragraph_at(paragraphs: Sequence[Paragraph], place: int) -> int | None:
    """The number, from 1, of the paragraph in which the character at ``place`` stands; None between them."""
    at = bisect_right([each.start for each in paragraphs], place)
    return at if at and place < paragraphs[at - 1].end else None
