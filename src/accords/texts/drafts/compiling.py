"""A draft made into a record of which every part is quoted, and everything about it that a person has to look at."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from accords.dates import DateError, parse_date
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.model.conclusion import Term
from accords.model.sources import Source
from accords.suggest import slug_of
from accords.texts.drafts.amounts import amounts_of
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.deadlines import with_deadline
from accords.texts.drafts.duties import ANCHORS, CheckedDuty, checked_duties
from accords.texts.drafts.form import LISTS, Draft
from accords.texts.drafts.people import cast_of, conclusion_of
from accords.texts.drafts.statements import events_of
from accords.texts.drafts.suspects import order_words, term_words, told
from accords.texts.drafts.terms.beginning import Beginning, beginning_of
from accords.texts.drafts.terms.lasting import term_of
from accords.texts.drafts.told import CompiledDraft
from accords.texts.edition import TextEdition
from accords.validate import validate
from accords.vocabulary import CodingStatus, SourceKind
from accords.words import ENGLISH, Language, in_language, joined, say

__all__ = ["compile_draft"]


@in_language
def compile_draft(
    draft: Draft,
    edition: TextEdition,
    *,
    id: str | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> CompiledDraft:
    """Make a record of ``draft``, which was made of the text ``edition``.

    Args:
        draft: what somebody or something read out of the text.
        edition: the text, as ``accords text add`` keeps it.
        id: the id of the record; by default made from the title.
        title: the title of the record; by default that of the source.
        language: in what to say what was left out and what is marked.

    A row is left out where its quote does not stand in its paragraph to the letter, and part of a row where the
    quoted sentence does not state it. That a quote is there does not show that it is put to true use: what in its
    sentence may turn it round is told. It never makes signatures, findings, admissions, acceptances, retractions,
    ratings or reciprocity. The record says of itself that it is a draft that nobody has checked.

    >>> edition = accords.edition_of(b"Ruritania shall open the gates.", id="deal")
    >>> words = {"quote": "Ruritania shall open the gates", "paragraph": 1}
    >>> ruritania = accords.DraftPerson(**words, name="Ruritania", part="party")
    >>> duty = accords.DraftDuty(**words, key="gates", who=("Ruritania",), action="open the gates", due_date="2022")
    >>> compiled = accords.compile_draft(accords.Draft(people=(ruritania,), duties=(duty,)), edition)
    >>> compiled.record, compiled.left_out[0].words
    (<Agreement deal: 1 obligation, 1 party>, 'the quoted sentence does not state the date 2022')
    """
    bench = Bench(edition)
    record = _record_of(bench, draft, id, title)
    _mark_paragraphs(bench, edition)
    order = list(LISTS)
    remarks = sorted(bench.remarks, key=lambda each: (order.index(each.list) if each.list else -1, each.row))
    faults = validate(record).errors if record.parties else ()
    is_made = bool(record.parties and not faults)
    return CompiledDraft(
        record=record if is_made else None, kept=tuple(bench.kept), remarks=tuple(remarks), faults=faults
    )


def _record_of(bench: Bench, draft: Draft, id: str | None, title: str | None) -> Agreement:
    """The record, each list after those whose rows it names; what is found of a row is noted."""
    edition, source = bench.edition, _source(bench.edition)
    bench.take_id(edition.id, edition.id)
    published = edition.source.get("published")
    cast = cast_of(bench, draft.people)
    conclusion = conclusion_of(bench, draft.conclusion, published)
    begun = beginning_of(bench, draft.beginning, cast, published)
    term, renewing = term_of(bench, draft.term, published)
    duties = checked_duties(bench, draft.duties, draft)
    amounts = amounts_of(bench, draft.amounts, duties)
    events = events_of(bench, draft.statements, duties, published)
    event_ids = {key: event.id for key, event in events.items()}
    duties = _without_circles(bench, duties)
    obligations = (
        evolve(with_deadline(bench, each, duties, event_ids, published), quantities=amounts.get(key, ()))
        for key, each in duties.items()
    )
    name = title or source.title
    return Agreement(
        id=id or slug_of(name) or edition.id,
        title=name,
        conclusion=conclusion,
        term=_whole(begun, term),
        actors=cast.actors,
        parties=cast.parties,
        third_parties=cast.third_parties,
        obligations=tuple(obligations),
        events=(*events.values(), *(begun.events if begun is not None else ()), *renewing),
        sources=(source,),
        coding=Coding(status=CodingStatus.MACHINE_DRAFT),
    )


def _whole(begun: Beginning | None, term: Term | None) -> Term | None:
    """From when to when, of two rows that each say one of it."""
    if begun is None or term is None:
        return term if begun is None else begun.term
    cited = (*term.citations, *(each for each in begun.term.citations if each not in term.citations))
    return evolve(term, entry_into_force=begun.term.entry_into_force, citations=cited)


def _source(edition: TextEdition) -> Source:
    known = edition.source
    try:
        published = parse_date(known["published"]) if "published" in known else None
    except DateError:
        published = None
    return Source(
        id=edition.id,
        kind=SourceKind.of(known["kind"]) if known.get("kind") in tuple(SourceKind) else SourceKind.OTHER,
        title=known.get("title", "").strip() or edition.input_name or edition.id,
        publisher=known.get("publisher"),
        published=published,
        language=known.get("language"),
        url=known.get("url"),
        text_sha256=edition.sha256,
    )


def _without_circles(bench: Bench, duties: Mapping[str, CheckedDuty]) -> dict[str, CheckedDuty]:
    """The duties, where deadlines that wait for one another in a circle are left out."""
    kept = dict(duties)
    for key, each in duties.items():
        at, seen = key, set[str]()
        while at in duties and at not in seen and at not in ANCHORS and duties[at].row.due_count:
            seen.add(at)
            at = duties[at].row.due_of
        if at == key and seen:
            bench.look_at("duties", each.number)
            bench.leave(say("draft.circle", name=each.row.due_of), "due_of")
            kept[key] = evolve(each, row=evolve(each.row, due_count=0))
    return kept


def _mark_paragraphs(bench: Bench, edition: TextEdition) -> None:
    """Say which paragraphs speak to whoever makes a draft, or of what a draft has no place for, quoted or not."""
    bench.look_at("", 0)
    for number, row in enumerate(edition.paragraphs, 1):
        found = order_words(edition.text[row.start : row.end])
        if found:
            words = joined(tuple(f"“{word}”" for word in found))
            bench.mark(say("draft.mark.order_in", number=number, words=words))
        rows = {each.list for each in bench.kept if each.paragraph == number}
        words_left = term_words(edition.text[row.start : row.end], is_told="term" in rows, is_begun="beginning" in rows)
        for words in told("draft.mark.term", words_left):
            bench.mark(say("draft.mark.in", number=number, words=words))
