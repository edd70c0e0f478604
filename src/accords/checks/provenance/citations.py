"""Citations: spans, places in a source, and sources that are cited or not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.diagnostics import Diagnostic
from accords.model.sources import Citation, Source, Span
from accords.pointer import Path
from accords.prose import counted, quoted
from accords.vocabulary import SourceKind

__all__ = ["CITATIONS"]

_CLAUSED = (SourceKind.AGREEMENT_TEXT, SourceKind.LEGAL_ACT)
_IN_ADDRESS = late(r"/((?:19|20)[0-9]{2})[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12][0-9]|3[01]))?(?=[/-]|$)")
_ARCHIVED = late(r"/web/((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])[0-9]{6}")
_SLACK = datetime.timedelta(days=31)
"""Addresses name the day of a first version, or of another time zone."""
_ARTICLE = late(r"\bart(?:icle|\.)? ?([0-9]+(?:[ (.]*[0-9]+)*)", re.IGNORECASE)
_NUMBER = late("[0-9]+")


def empty_span(index: Index) -> Iterator[Diagnostic]:
    """ACC414: a span ends where it begins, or before."""
    for citation, path in index.placed(Citation):
        if citation.span is not None and citation.span.end <= citation.span.start:
            yield index.found(
                "ACC414",
                f"the passage ends at {citation.span.end}, and begins at {citation.span.start}",
                (*path, "span", "end"),
                "`end` is the offset just after the last character, so it is greater than `start`",
            )


def passage_with_two_hashes(index: Index) -> Iterator[Diagnostic]:
    """ACC415: two citations of one passage give different hashes of it."""
    seen: dict[tuple[str, int, int], tuple[str, Path]] = {}
    for citation, path in index.placed(Citation):
        span = citation.span
        if span is None or span.end <= span.start:
            continue
        digest, first = seen.setdefault((citation.source_id, span.start, span.end), (span.sha256, path))
        if digest != span.sha256:
            yield index.found(
                "ACC415",
                f'"{citation.source_id}" from {span.start} to {span.end} has another hash than where it is cited first',
                (*path, "span", "sha256"),
                "one text has one hash: `accords verify` says which of the two is right",
                related=(((*first, "span", "sha256"), "the same passage"),),
                related_label="cited first here",
            )


def span_without_text_hash(index: Index) -> Iterator[Diagnostic]:
    """ACC416: there are spans into a source, and no hash says which text of it they count in."""
    spans: dict[str, int] = {}
    for citation, _ in index.placed(Citation):
        if citation.span is not None:
            spans[citation.source_id] = spans.get(citation.source_id, 0) + 1
    for place, source in enumerate(index.agreement.sources):
        if source.id in spans and source.text_sha256 is None:
            yield index.found(
                "ACC416",
                f'{counted(spans[source.id], "span")} into "{source.id}", and no hash says in which text of it',
                ("sources", place, "id"),
                "write the hash of the text that was coded in `text_sha256`",
            )


def citation_without_place(index: Index) -> Iterator[Diagnostic]:
    """ACC417: a duty cites a text that has clauses, and not which of them."""
    clauses = {source.id for source in index.agreement.sources if source.kind in _CLAUSED}
    for place, duty in enumerate(index.agreement.obligations):
        if duty.clause is not None or any(cited.locator or cited.span for cited in duty.citations):
            continue
        if duty.citations and all(cited.source_id in clauses for cited in duty.citations):
            yield index.found(
                "ACC417",
                f'"{duty.citations[0].source_id}" is cited as a whole',
                ("obligations", place, "citations", 0),
                "say where in it the duty stands, with a `locator` such as Art. 3(2) or ¶8, or with a `span`",
            )


def unused_source(index: Index) -> Iterator[Diagnostic]:
    """ACC418: nothing in the record cites a source."""
    cited = {citation.source_id for citation, _ in index.placed(Citation)}
    for place, source in enumerate(index.agreement.sources):
        if source.id not in cited:
            yield index.found(
                "ACC418",
                f'nothing in the record cites "{source.id}"',
                ("sources", place, "id"),
                "cite it where the record rests on it, or leave it out",
            )


def source_twice(index: Index) -> Iterator[Diagnostic]:
    """ACC419: two sources are one and the same text or page."""
    seen: dict[tuple[str, str], Path] = {}
    for place, source in enumerate(index.agreement.sources):
        path: Path = ("sources", place)
        for member, value in _marks(source):
            first = seen.setdefault((member, value), path)
            if first != path:
                other = index.agreement.sources[int(first[1])]
                yield index.found(
                    "ACC419",
                    f'"{source.id}" has the {_WORDS[member]} of "{other.id}"',
                    (*path, member),
                    "keep one of the two and cite it: one source that stands here twice looks like two that agree",
                    related=(((*first, member), other.id),),
                )
                break


def published_against_address(index: Index) -> Iterator[Diagnostic]:
    """ACC420: the address of a source, or of its archived copy, names a day that goes against its publication."""
    for place, source in enumerate(index.agreement.sources):
        published = source.published
        if published is None or published.earliest is None or published.latest is None:
            continue
        named = _day_in(_IN_ADDRESS.search(source.url or ""))
        kept = _day_in(_ARCHIVED.search(source.archived_url or ""))
        if named is not None and not (
            named[0] - _SLACK <= published.latest and published.earliest <= named[1] + _SLACK
        ):
            member, message = "url", f"its address names {named[0]}, and it was published on {published}"
        elif kept is not None and kept[1] + datetime.timedelta(days=1) < published.earliest:
            member, message = "archived_url", f"it was archived on {kept[0]}, and published on {published}"
        else:
            continue
        yield index.found(
            "ACC420",
            message,
            ("sources", place, "published"),
            "look whether the year or the month is a slip, or the address that of another text",
            related=((("sources", place, member), f"`{member}`"),),
            related_label="the address",
        )


def clause_against_locator(index: Index) -> Iterator[Diagnostic]:
    """ACC421: the number of a clause is in none of the articles that the duty cites."""
    for place, duty in enumerate(index.agreement.obligations):
        number = None if duty.clause is None else _NUMBER.match(duty.clause)
        if number is None:
            continue
        locators = [cited.locator or "" for cited in duty.citations]
        articles = [_ARTICLE.search(locator) for locator in locators]
        if not articles or not all(articles):
            continue
        if not any(number[0] in _NUMBER.findall(locator) for locator in locators):
            yield index.found(
                "ACC421",
                f"the clause is {quoted(duty.clause or '')}, and what is cited is {quoted(locators[0])}",
                ("obligations", place, "clause"),
                "correct one of the two: most often a duty was copied, and one number was not changed",
                related=((("obligations", place, "citations", 0, "locator"), locators[0][:64]),),
                related_label="cited",
            )


def _day_in(found: re.Match[str] | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that a date in an address stands for; None where there is none."""
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), found[3]
    try:
        first = datetime.date(year, month, int(day or 1))
    except ValueError:
        return None
    return first, first if day else first + datetime.timedelta(days=30)


_WORDS = {"url": "address", "text_sha256": "text"}


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    """What no two sources share: the text that was coded, and the address, but for its scheme and a last slash."""
    if source.text_sha256 is not None:
        yield "text_sha256", source.text_sha256
    if source.url is not None:
        yield "url", source.url.strip().removeprefix("https://").removeprefix("http://").rstrip("/")


CITATIONS: tuple[Check, ...] = (
    Check("ACC414", empty_span, (Span,)),
    Check("ACC415", passage_with_two_hashes, (Span,)),
    Check("ACC416", span_without_text_hash, (Span,)),
    Check("ACC417", citation_without_place),
    Check("ACC418", unused_source),
    Check("ACC419", source_twice),
    Check("ACC420", published_against_address),
    Check("ACC421", clause_against_locator),
)
"""Code → the check that yields it."""
