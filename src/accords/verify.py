"""Citations held against the texts they cite: every span is exact to the letter, or an orphan."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import product

from attrs import frozen

from accords.diagnostics import Diagnostic, Report, diagnose
from accords.model.agreement import Agreement, the_agreement
from accords.model.sources import Citation, Source, Span
from accords.model.walk import citations_in
from accords.pointer import Path, in_words, to_pointer
from accords.prose import listed, quoted

__all__ = ["SpanCheck", "Verification", "cited_sources", "verify"]


@frozen(kw_only=True)
class SpanCheck:
    """What came of one span: ``exact``, or the ``reason`` why it is an orphan.

    ``pointer`` is the JSON Pointer of the span in the record; ``start`` and ``end`` are its own offsets, in
    code points.
    """

    pointer: str
    source_id: str
    locator: str | None
    start: int
    end: int
    exact: bool
    reason: str | None = None


@frozen(kw_only=True)
class Verification:
    """What came of all citations of a record, in its order.

    ``unchecked`` counts the citations with a span into a source of which no text was given, ``unspanned``
    those that have no span, so that there is nothing to check. Neither are among the ``checks``.
    """

    checks: tuple[SpanCheck, ...]
    report: Report
    unchecked: int = 0
    unspanned: int = 0

    @property
    def orphans(self) -> tuple[SpanCheck, ...]:
        """The checks that failed."""
        return tuple(check for check in self.checks if not check.exact)


def verify(agreement: Agreement, texts: Mapping[str, str]) -> Verification:
    """Check the citation spans of ``agreement`` against the texts of its sources.

    Args:
        agreement: the record.
        texts: id of a source → its text, exactly as it was coded: no line end changed, a byte order mark kept
            as the one code point it is. Texts of sources that the record does not have are not looked at.

    Returns:
        A check for each span into a given text, and a report: first ACC402 where a whole text is not the one
        that was coded and ACC403 for a source with spans of which no text was given, then ACC401 for every
        orphan, then ACC422 and ACC423 for words and locators that the texts do not bear out.

    Never moves a span to a likeness, and never changes the record. Raises TypeError for anything but an ``Agreement``.

    >>> deal = accords.load("examples/kosovo-serbia-plates-2022.accord.json")
    >>> accords.verify(deal, {}).report.errors, accords.verify(deal, {}).unchecked > 20
    ((), True)
    """
    cited = list(citations_in(the_agreement(agreement)))
    coded = {
        source.id: _digest(texts[source.id]) == source.text_sha256
        for source in agreement.sources
        if source.text_sha256 is not None and source.id in texts
    }
    checks: list[SpanCheck] = []
    orphans: list[Diagnostic] = []
    missing: dict[str, list[Path]] = {}
    for path, citation in cited:
        if citation.span is None:
            continue
        text = texts.get(citation.source_id)
        if text is None:
            missing.setdefault(citation.source_id, []).append(path)
            continue
        check = _check(to_pointer((*path, "span")), citation, citation.span, text)
        checks.append(check)
        if not check.exact:
            orphans.append(_orphan(check, in_words(path, agreement), coded.get(citation.source_id)))
    # What is wrong with a whole text comes first: it is most often why spans do not match.
    findings = [
        _differs(source, texts[source.id], ("sources", place, "text_sha256"))
        for place, source in enumerate(agreement.sources)
        if source.text_sha256 is not None and not coded.get(source.id, True)
    ]
    findings += [_without_text(agreement, source_id, paths) for source_id, paths in missing.items()]
    findings += orphans
    findings += _not_in_text(agreement, texts)
    findings += _elsewhere(cited, texts)
    return Verification(
        checks=tuple(checks),
        report=Report(diagnostics=tuple(findings), stages=("verify",)),
        unchecked=sum(map(len, missing.values())),
        unspanned=sum(citation.span is None for _, citation in cited),
    )


def cited_sources(agreement: Agreement) -> tuple[str, ...]:
    """The ids of the sources into which citations have spans, each once, in the order in which they are cited."""
    return tuple(dict.fromkeys(citation.source_id for _, citation in citations_in(agreement) if citation.span))


def _check(pointer: str, citation: Citation, span: Span, text: str) -> SpanCheck:
    reason: str | None = None
    if span.start < 0:
        reason = f"it starts at {span.start:,}, before the text does"
    elif span.start >= span.end:
        reason = f"it starts at {span.start:,} and ends at {span.end:,}, so nothing is in it"
    elif span.end > len(text):
        reason = f"it ends at {span.end:,}, but the text has {len(text):,} characters"
    elif _digest(text[span.start : span.end]) != span.sha256:
        reason = f"the slice {span.start}..{span.end} hashes differently"
    return SpanCheck(
        pointer=pointer,
        source_id=citation.source_id,
        locator=citation.locator,
        start=span.start,
        end=span.end,
        exact=reason is None,
        reason=reason,
    )


def _digest(text: str) -> str:
    # Half a surrogate pair can only come from a caller's own text; it is hashed, and will not match.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# ---- findings


def _orphan(check: SpanCheck, place: str | None, is_coded_text: bool | None) -> Diagnostic:
    """``is_coded_text``: whether the text is the one that was coded; None where the record does not say which is."""
    where = f" ({check.locator})" if check.locator else ""
    advice = {
        True: "the text is the one that was coded, so the offsets or the hash of the span are wrong",
        False: "the text is not the one that was coded; look for that one before touching the span",
        None: "look the passage up in the text, and code the span anew if the text is the right one",
    }
    return diagnose(
        "ACC401",
        f'a citation of "{check.source_id}"{where} is not in its text: {check.reason}',
        pointer=check.pointer,
        place=place,
        help=advice[is_coded_text],
    )


def _not_in_text(agreement: Agreement, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Operative words that are in none of the cited texts, where all of them are given in the language of the words."""
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
        if not any(all(piece in plain[one] for piece in pieces) for one in cited):
            yield diagnose(
                "ACC422",
                f"the operative words are not in the text of {listed([quoted(one) for one in sorted(cited)], 'or')}",
                pointer=to_pointer(("obligations", place, "as_written")),
                place=in_words(("obligations", place), agreement),
                help="write them as they stand there, with … for what is left out, or cite the text that has them",
            )


def _elsewhere(cited: list[tuple[Path, Citation]], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Spans that lie under the heading of another article than the locator names."""
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
_HEADING = re.compile(r"^[ \t]*(?:Article|ARTICLE|Art\.) ([0-9]+)\b", re.MULTILINE)
_QUOTES = str.maketrans("“”„‟«»‘’‚", 6 * '"' + 3 * "'")


def _articles(words: str) -> set[int]:
    """The numbers of the articles that a locator names, those between two ends among them."""
    found: set[int] = set()
    for first, last in re.findall(r"([0-9]+)(?:\s*(?:-|–|to)\s*([0-9]+))?", words):
        found |= {int(first)} if not last else set(range(int(first), min(int(last), int(first) + 1000) + 1))
    return found


def _in_one_line(text: str) -> str:
    """``text`` with white space, quotation marks and capitals made alike, which nobody copies exactly."""
    return " ".join(text.translate(_QUOTES).split()).casefold()


def _differs(source: Source, text: str, path: Path) -> Diagnostic:
    found = _differences(text, source.text_sha256 or "")
    return diagnose(
        "ACC402",
        f'the text given for "{source.id}" is not the one that was coded: its hash is {_digest(text)[:16]}…',
        pointer=to_pointer(path),
        notes=(f"it would be that text but for {' and '.join(found)}",) if found else (),
        help=f"give the text with the hash {source.text_sha256}",
    )


_LINE_ENDS = {"": None, r"its line ends, \r\n for \n": "\n", r"its line ends, \n for \r\n": "\r\n"}
_LAST_LINE = {"": None, "a line break at its end": False, "the line break missing at its end": True}


def _differences(text: str, wanted: str) -> list[str]:
    """What editors change unasked and by which alone the text differs from the one that was coded, if it does."""
    marks = ("", "a byte order mark at its start") if text.startswith("\ufeff") else ("",)
    for mark, line_ends, last_line in product(marks, _LINE_ENDS, _LAST_LINE):
        changed = text[1:] if mark else text
        if (line_break := _LINE_ENDS[line_ends]) is not None:
            changed = changed.replace("\r\n", "\n").replace("\n", line_break)
        if (ended := _LAST_LINE[last_line]) is not None:
            line_break = "\r\n" if "\r\n" in changed else "\n"
            changed = changed + line_break if ended else changed.removesuffix(line_break)
        if _digest(changed) == wanted:
            return [difference for difference in (mark, line_ends, last_line) if difference]
    return []


def _without_text(agreement: Agreement, source_id: str, paths: list[Path]) -> Diagnostic:
    count = "a citation" if len(paths) == 1 else f"{len(paths):,} citations"
    for place, source in enumerate(agreement.sources):
        if source.id == source_id:
            return diagnose(
                "ACC403",
                f'no text was given for "{source_id}", so {count} of it could not be checked',
                pointer=to_pointer(("sources", place)),
                help=f"give the text of {source.title}",
            )
    return diagnose(
        "ACC403",
        f'the record has no source "{source_id}", so {count} of it could not be checked',
        pointer=to_pointer((*paths[0], "source_id")),
        place=in_words(paths[0], agreement),
    )
