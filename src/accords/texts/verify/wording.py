"""Operative words and locators held against the texts and the spans that bear them out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from accords.diagnostics import Diagnostic, diagnose
from accords.model.agreement import Agreement
from accords.model.sources import Citation, Span
from accords.pointer import Path, in_words, to_pointer
from accords.prose import listed, quoted
from accords.texts.edition import digest
from accords.texts.finding import ALIKE_MARKS
from accords.texts.paragraphs import numberings, paragraph_at, paragraphs_of

__all__ = ["elsewhere", "not_in_text"]


def not_in_text(agreement: Agreement, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Operative words that are in none of the cited texts, or not where the duty cites them.

    Only where all of them are given in the language of the words. A passage is taken with the whole of its paragraphs.
    """
    languages = {source.id: source.language for source in agreement.sources}
    plain = {source_id: _in_one_line(text) for source_id, text in texts.items()}
    for place, duty in enumerate(agreement.obligations):
        cited = {citation.source_id for citation in duty.citations}
        if duty.as_written is None or not cited or not cited <= texts.keys():
            continue
        spoken = duty.as_written_language
        if spoken is not None and any(languages.get(one) not in (None, spoken) for one in cited):
            continue
        pieces = [_in_one_line(piece) for piece in _LEFT_OUT.split(duty.as_written)]
        where = in_words(("obligations", place), agreement)
        pointer = to_pointer(("obligations", place, "as_written"))
        if not any(all(piece in plain[one] for piece in pieces) for one in cited):
            yield diagnose(
                "ACC422",
                f"the operative words are not in the text of {listed([quoted(one) for one in sorted(cited)], 'or')}",
                pointer=pointer,
                place=where,
                help="write them as they stand there, with … for what is left out, or cite the text that has them",
            )
        elif not _are_cited(pieces, duty.citations, texts):
            yield diagnose(
                "ACC422",
                "the operative words are not in the passages that the duty cites, though in the text",
                pointer=pointer,
                place=where,
                help="cite the passage that has them; `accords text cite` gives its span",
            )


def _are_cited(pieces: list[str], citations: Iterable[Citation], texts: Mapping[str, str]) -> bool:
    """Whether the paragraphs of the cited passages, or those beside them, have all ``pieces``.

    So they do where a citation has no span, or none that is exact.
    """
    around: list[str] = []
    for citation in citations:
        text = texts[citation.source_id]
        if citation.span is None or not _is_exact(citation.span, text):
            return True
        around.append(_in_one_line(_around(citation.span, text)))
    return all(any(piece in passage for passage in around) for piece in pieces)


def _around(span: Span, text: str) -> str:
    """The paragraphs in which ``span`` lies, with the one before and the one after."""
    rows = paragraphs_of(text)
    first = bisect_right([row.start for row in rows], span.start) - 2
    last = bisect_left([row.start for row in rows], span.end)
    return text[rows[max(first, 0)].start : rows[min(last, len(rows) - 1)].end] if rows else text


def _is_exact(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and digest(text[span.start : span.end]) == span.sha256


def elsewhere(cited: list[tuple[Path, Citation]], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Spans that lie under the heading of another article, or in another paragraph, than the locator names."""
    yield from _under_other_headings(cited, texts)
    for source_id in dict.fromkeys(citation.source_id for _, citation in cited):
        if source_id in texts:
            yield from _in_other_paragraphs(
                [each for each in cited if each[1].source_id == source_id], texts[source_id]
            )


def _in_other_paragraphs(cited: list[tuple[Path, Citation]], text: str) -> Iterator[Diagnostic]:
    """Of the ways to number paragraphs, the one by which the most locators are right."""
    named = [
        (path, int(found[1]), citation.span)
        for path, citation in cited
        if citation.span is not None and _is_exact(citation.span, text)
        if (found := _PARAGRAPH.fullmatch((citation.locator or "").strip())) is not None
    ]
    if not named:
        return
    wrong: list[tuple[Path, int, int]] | None = None
    for rows in numberings(text):
        where = [(path, number, paragraph_at(rows, span.start)) for path, number, span in named]
        known = [(path, number, actual) for path, number, actual in where if actual is not None]
        shifts = Counter(actual - number for _, number, actual in known)
        shift = shifts.most_common(1)[0][0] if len(known) > 1 else 0
        misplaced = [each for each in known if each[2] - each[1] != shift]
        if wrong is None or len(misplaced) < len(wrong):
            wrong = [(path, number, actual - shift) for path, number, actual in misplaced]
    for path, number, actual in wrong or ():
        yield diagnose(
            "ACC423",
            f"the locator says ¶{number}, and the passage stands in ¶{actual}",
            pointer=to_pointer((*path, "locator")),
            help="correct the locator, or the span",
        )


def _under_other_headings(cited: list[tuple[Path, Citation]], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    headings = {one: list(_HEADING.finditer(texts[one])) for one in {c.source_id for _, c in cited} if one in texts}
    for path, citation in cited:
        named = _ARTICLE.match(citation.locator or "")
        if named is None or citation.span is None:
            continue
        above = [found for found in headings.get(citation.source_id, ()) if found.start() <= citation.span.start]
        numbers = {found[1] for found in headings.get(citation.source_id, ())}
        if above and named[1] in numbers and int(above[-1][1]) not in _articles(named[0]):
            yield diagnose(
                "ACC423",
                f"the locator says {citation.locator}, and the passage stands in Article {above[-1][1]}",
                pointer=to_pointer((*path, "locator")),
                help="correct the locator, or the span",
            )


_LEFT_OUT = re.compile(r"\s*(?:\[\s*)?(?:\.\.\.|…)(?:\s*\])?\s*")
_ARTICLE = re.compile(
    r"(?:Articles?|Arts?\.?) ([0-9]{1,9})\b(?:\s*(?:,|;|-|–|to|and|&)\s*(?:Art\.? |Article )?[0-9]{1,9}\b(?!\())*"
)
"""An article, or several: ``Art. 7 and 9``, ``Articles 3 to 5``."""
_PARAGRAPH = re.compile(r"¶ ?([0-9]{1,9})")
_HEADING = re.compile(r"^[ \t]*(?:Article|ARTICLE|Art\.) ([0-9]+)\b", re.MULTILINE)


def _articles(words: str) -> set[int]:
    """The numbers of the articles that a locator names, those between two ends among them."""
    found: set[int] = set()
    for first, last in re.findall(r"([0-9]+)(?:\s*(?:-|–|to)\s*([0-9]+))?", words):
        found |= {int(first)} if not last else set(range(int(first), min(int(last), int(first) + 1000) + 1))
    return found


def _in_one_line(text: str) -> str:
    """``text`` with white space, quotation marks and capitals made alike, which nobody copies exactly."""
    return " ".join(text.translate(ALIKE_MARKS).split()).casefold()
