"""Where duties stand in the texts they cite: to the character in one edition, else by the number of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.prose import composed

__all__ = ["TextPlace", "length_of", "merged", "paragraphs_of", "place_of", "shared"]


@frozen
class TextPlace:
    """The passages of each edition that a duty cites, by the hash of the text, and the numbers of its clauses."""

    passages: dict[str, tuple[tuple[int, int], ...]]
    clauses: frozenset[str]


def place_of(duty: Obligation, record: Agreement) -> TextPlace:
    """Where a duty stands. Its clause is what the record says, else the locators of what it cites of the agreement."""
    texts = {source.id: source.text_sha256 for source in record.sources}
    found: dict[str, list[tuple[int, int]]] = {}
    for citation in duty.citations:
        edition = texts.get(citation.source_id)
        if citation.span is not None and edition is not None:
            found.setdefault(edition, []).append((citation.span.start, citation.span.end))
    clauses = (duty.clause,) if duty.clause is not None else (each.locator for each in duty.citations)
    names = frozenset(_plain(each) for each in clauses if each is not None)
    return TextPlace({edition: tuple(merged(spans)) for edition, spans in found.items()}, names)


def _plain(clause: str) -> str:
    return re.sub(r"\s", "", composed(clause)).casefold()


def merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in their order, those that touch as one."""
    begin = end = -1
    for first, last in sorted(spans):
        if first > end:
            if end > begin >= 0:
                yield begin, end
            begin, end = first, last
        end = max(end, last)
    if end > begin >= 0:
        yield begin, end


def length_of(spans: Iterable[tuple[int, int]]) -> int:
    """HowPaired many characters they hold."""
    return sum(last - first for first, last in spans)


def shared(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> int:
    """HowPaired many characters two lists of merged spans have in common."""
    first, second = list(one), list(other)
    total = at = to = 0
    while at < len(first) and to < len(second):
        total += max(0, min(first[at][1], second[to][1]) - max(first[at][0], second[to][0]))
        if first[at][1] < second[to][1]:
            at += 1
        else:
            to += 1
    return total


_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a text begin and end: what blank lines part, or single lines where there is none."""
    spans = [found.span() for found in _PARAGRAPH.finditer(text)]
    return spans if len(spans) > 1 else [found.span() for found in re.finditer(r"\S[^\n]*", text)]
