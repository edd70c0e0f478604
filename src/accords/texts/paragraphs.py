"""Paragraphs of a text: what stands between blank lines or, where it has none, on a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

__all__ = ["Paragraph", "numberings", "paragraph_at", "paragraphs_of"]

_GAP = re.compile(r"\n[^\S\n]*\n")


@frozen
class Paragraph:
    """Where a paragraph stands in its text, in code points, and on which page, where there are pages."""

    start: int
    end: int
    page: int | None = None


def numberings(text: str) -> tuple[tuple[Paragraph, ...], ...]:
    """The ways in which people may number the paragraphs of ``text``: as here, and line by line."""
    return (paragraphs_of(text), _cut(text, _lines(text), ()))


def paragraphs_of(text: str, pages: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text``, without white space around them; ``pages`` tells where each page begins.

    Where a blank line parts any two of them, blank lines part them all; otherwise each line is one.
    """
    return _cut(text, _blocks(text) if _GAP.search(text.strip()) else _lines(text), pages)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends that is not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of lines begins and ends between which there is no blank one."""
    first, last = 0, -1
    for start, end in _lines(text):
        if last >= 0 and start > last + 1:
            yield first, last
        if last < 0 or start > last + 1:
            first = start
        last = end
    if last >= 0:
        yield first, last


def _cut(text: str, places: Iterable[tuple[int, int]], pages: Sequence[int]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for first, last in places:
        words = text[first:last]
        start = first + len(words) - len(words.lstrip())
        page = bisect_right(pages, start) or None if pages else None
        found.append(Paragraph(start, first + len(words.rstrip()), page))
    return tuple(found)


def paragraph_at(paragraphs: Sequence[Paragraph], place: int) -> int | None:
    """The number, from 1, of the paragraph in which the character at ``place`` stands; None between them."""
    at = bisect_right([each.start for each in paragraphs], place)
    return at if at and place < paragraphs[at - 1].end else None
