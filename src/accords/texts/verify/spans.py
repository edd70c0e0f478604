"""Spans held against the texts that they are slices of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from accords.diagnostics import Diagnostic, Report, diagnose
from accords.model.agreement import Agreement, the_agreement
from accords.model.sources import Citation, Span
from accords.model.walk import citations_in
from accords.pointer import Path, in_words, to_pointer
from accords.prose import counted, listed
from accords.texts.edition import digest
from accords.texts.paragraphs import paragraph_at, paragraphs_of
from accords.texts.verify.sought import Sought, passages_by_hash
from accords.texts.verify.whole import differs, variants
from accords.texts.verify.wording import elsewhere, not_in_text

__all__ = ["SpanCheck", "Verification", "cited_sources", "verify"]


@frozen(kw_only=True)
class SpanCheck:
    """What came of one span: ``exact``, or the ``reason`` why it is an orphan.

    ``pointer`` is the JSON Pointer of the span in the record; ``start`` and ``end`` are its own offsets, in
    code points. ``stands_at`` tells where a passage with the hash of an orphan begins in the text, where there is any,
    and ``but_for`` what of the whole text alone keeps the span from being exact, such as its line ends.
    """

    pointer: str
    source_id: str
    locator: str | None
    start: int
    end: int
    exact: bool
    reason: str | None = None
    stands_at: tuple[int, ...] = ()
    but_for: str | None = None


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
        source.id: digest(texts[source.id]) == source.text_sha256
        for source in agreement.sources
        if source.text_sha256 is not None and source.id in texts
    }
    checks, missing = _checked(cited, texts)
    orphans = [
        _orphan(check, in_words(path, agreement), coded.get(check.source_id), texts[check.source_id])
        for path, check in checks
        if not check.exact
    ]
    # What is wrong with a whole text comes first: it is most often why spans do not match.
    findings = [
        differs(source, texts[source.id], ("sources", place, "text_sha256"))
        for place, source in enumerate(agreement.sources)
        if source.text_sha256 is not None and not coded.get(source.id, True)
    ]
    findings += [_without_text(agreement, source_id, paths) for source_id, paths in missing.items()]
    findings += orphans
    findings += not_in_text(agreement, texts)
    findings += elsewhere(cited, texts)
    return Verification(
        checks=tuple(check for _, check in checks),
        report=Report(diagnostics=tuple(findings), stages=("verify",)),
        unchecked=sum(map(len, missing.values())),
        unspanned=sum(citation.span is None for _, citation in cited),
    )


def cited_sources(agreement: Agreement) -> tuple[str, ...]:
    """The ids of the sources into which citations have spans, each once, in the order in which they are cited."""
    return tuple(dict.fromkeys(citation.source_id for _, citation in citations_in(agreement) if citation.span))


_Checks = list[tuple[Path, SpanCheck]]


def _checked(cited: list[tuple[Path, Citation]], texts: Mapping[str, str]) -> tuple[_Checks, dict[str, list[Path]]]:
    """What came of each span into a given text, and the places of those into others by source."""
    checks: _Checks = []
    missing: dict[str, list[Path]] = {}
    sought: dict[str, list[Sought]] = {}
    for path, citation in cited:
        if citation.span is None:
            continue
        text = texts.get(citation.source_id)
        if text is None:
            missing.setdefault(citation.source_id, []).append(path)
            continue
        check = _check(to_pointer((*path, "span")), citation, citation.span, text)
        checks.append((path, check))
        if not check.exact:
            sought.setdefault(citation.source_id, []).append(Sought(check.end - check.start, citation.span.sha256))
    others = {source_id: variants(texts[source_id]) for source_id in sought}
    found = {source_id: passages_by_hash(texts[source_id], tuple(each)) for source_id, each in sought.items()}
    for at, (path, check) in enumerate(checks):
        if not check.exact:
            one = sought[check.source_id].pop(0)
            but_for = next(
                (name for name, text in others[check.source_id].items() if _is_there(check, one, text)), None
            )
            places = found[check.source_id].get(one, ())
            checks[at] = (path, evolve(check, stands_at=places, but_for=but_for))
    return checks, missing


def _is_there(check: SpanCheck, one: Sought, text: str) -> bool:
    return 0 <= check.start < check.end <= len(text) and digest(text[check.start : check.end]) == one.sha256


def _check(pointer: str, citation: Citation, span: Span, text: str) -> SpanCheck:
    reason: str | None = None
    if span.start < 0:
        reason = f"it starts at {span.start:,}, before the text does"
    elif span.start >= span.end:
        reason = f"it starts at {span.start:,} and ends at {span.end:,}, so nothing is in it"
    elif span.end > len(text):
        reason = f"it ends at {span.end:,}, but the text has {len(text):,} characters"
    elif digest(text[span.start : span.end]) != span.sha256:
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


# ---- findings


def _orphan(check: SpanCheck, place: str | None, is_coded_text: bool | None, text: str) -> Diagnostic:
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
        notes=tuple(_notes(check, text)),
        help=advice[is_coded_text],
    )


def _notes(check: SpanCheck, text: str) -> Iterator[str]:
    """Where the passage stands in truth, as its hash tells for certain."""
    if check.but_for is not None:
        yield f"the span would be exact but for {check.but_for}"
    rows = paragraphs_of(text) if check.stands_at else ()
    named = [
        f"{start:,} to {start + check.end - check.start:,}" + (f" (¶{number})" if number is not None else "")
        for start, number in ((start, paragraph_at(rows, start)) for start in check.stands_at)
    ]
    if named:
        yield f"a passage with its hash stands at {listed(named[:_MOST_NAMED], 'and')}" + (
            f", and {counted(len(named) - _MOST_NAMED, 'other place')}" if len(named) > _MOST_NAMED else ""
        )


_MOST_NAMED = 3


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
