"""What one record gives to a checklist: its items, each with what groups and filters ask about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from accords.checklist.facts import assumptions_of, event_rows, facts_of, sources_of
from accords.checklist.headings import BorneBy, Heading, Headings, bearers_of
from accords.checklist.items import ItemMaker
from accords.checklist.notes import NoteBook, titled
from accords.checklist.rows import Item, RecordRow
from accords.codec import content_hash
from accords.dates import DateLike
from accords.model.actors import Actor
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.standing.cited import Cited, SourceRow
from accords.standing.doubted import doubted_in, doubts_in_words
from accords.standing.judge import Judge
from accords.standing.values import EventRow
from accords.words import Names, joined, names_of, say

__all__ = ["ItemRow", "Part", "part_of"]


@frozen(kw_only=True)
class ItemRow:
    """An item with the heading of its obligor, from the record called ``agreement``, at ``place`` among several.

    ``principal_ids`` are those who bear it in the end, ``party`` their heading. ``near_ids`` are all who owe or are
    owed.
    """

    item: Item
    agreement: str
    place: int = 0
    heading: Heading
    party: Heading
    principal_ids: tuple[str, ...]
    near_ids: tuple[str, ...]
    headings: Headings

    @property
    def concerned_ids(self) -> frozenset[str]:
        """All who owe or are owed, and those for whom they act: worked out when asked for, as there may be many."""
        return self.headings.behind(self.near_ids)


@frozen(kw_only=True)
class Part:
    """What one record gives. ``as_of`` and ``known_by`` are days in ISO form."""

    record: RecordRow
    rows: tuple[ItemRow, ...]
    actors: tuple[Actor, ...]
    names: Names
    sources: tuple[SourceRow, ...]
    events: tuple[EventRow, ...]
    assumptions: tuple[str, ...]
    as_of: str | None
    known_by: str | None


def part_of(
    agreement: Agreement,
    *,
    as_of: DateLike | None,
    known_by: DateLike | None,
    notes: NoteBook,
    first_source: int = 1,
    original: Agreement | None = None,
) -> Part:
    """The items of ``agreement`` under the obligors of the record, numbered from 1 in that order.

    Notes on its names are taken into ``notes``; sources are numbered from ``first_source``. ``original`` is the record
    where ``agreement`` shows it with other names.

    Raises ValueError for dates that cannot be read.
    """
    marks = notes.take(agreement, original)
    title = titled(agreement, marks)
    names = names_of(agreement, marks, doubted_in(agreement))
    sources = sources_of(agreement, first_source)
    maker = ItemMaker.of(agreement, names, sources)
    judge = Judge.of(agreement, names, maker.sources, as_of, known_by) if as_of is not None else None
    if judge is not None:
        maker = evolve(maker, agreement=judge.agreement, later=judge.visible.later_sources)
    rows = _apart(tuple(_rows(maker, title, Headings.of(agreement, names), judge)))
    record = RecordRow(
        id=agreement.id,
        title=agreement.title,
        marked_title=title,
        content_hash=content_hash(original or agreement),
        accords_version=agreement.accords_version,
        facts=facts_of(maker.agreement, names),
        marks=tuple(dict.fromkeys(marks.values())),
        status_words=judge.agreement_words if judge is not None else None,
        shown=len(rows),
        overdue=0,
        time_zone=agreement.time_zone,
        not_followed=judge.not_followed if judge is not None else None,
        dates=judge.dates if judge is not None else (),
        doubted=tuple(doubts_in_words(names)),
        ratings=judge.ratings if judge is not None else (),
        claims=judge.besides(_told(rows)) if judge is not None else (),
    )
    return Part(
        record=record,
        rows=rows,
        actors=agreement.actors,
        names=names,
        sources=tuple(_known(sources, rows, judge)),
        events=event_rows(agreement, names, judge.visible if judge is not None else None),
        assumptions=(*assumptions_of(agreement), *(judge.assumptions if judge is not None else ())),
        as_of=judge.days[0] if judge is not None else None,
        known_by=judge.days[1] if judge is not None else None,
    )


def _apart(rows: tuple[ItemRow, ...]) -> tuple[ItemRow, ...]:
    """``rows`` in which an event that stands differently towards several says towards whom."""
    told: dict[str, set[str]] = {}
    for claim in (claim for row in rows for claim in row.item.claims):
        told.setdefault(claim.event_id, set()).add(claim.fact_words)
    several = {event_id for event_id, words in told.items() if len(words) > 1}
    return tuple(_towards(row, several) if several else row for row in rows)


def _towards(row: ItemRow, several: set[str]) -> ItemRow:
    names = joined(row.item.obligors) or say("heading.not_stated")
    claims = tuple(
        evolve(claim, fact_words=say("fact.towards", fact=claim.fact_words, names=names))
        if claim.event_id in several
        else claim
        for claim in row.item.claims
    )
    return row if claims == row.item.claims else evolve(row, item=evolve(row.item, claims=claims))


def _told(rows: Iterable[ItemRow]) -> frozenset[str]:
    """The events of which some duty tells what is said."""
    return frozenset(claim.event_id for row in rows for claim in row.item.claims)


def _known(sources: Iterable[SourceRow], rows: Iterable[ItemRow], judge: Judge | None) -> Iterator[SourceRow]:
    """The sources that were there by the day of knowledge, or are cited in a row; the others tell what came later."""
    cited = {each.source_id for row in rows for each in _cited(row.item)} if judge is not None else set()
    for row in sources:
        if judge is None or row.id not in judge.visible.later_sources or row.id in cited:
            yield row


def _cited(item: Item) -> Iterator[Cited]:
    for parts in (item.readings, item.claims, item.assessments, item.watches):
        for part in parts:
            yield from part.citations
    yield from item.citations


def _rows(maker: ItemMaker, title: str, headings: Headings, judge: Judge | None) -> Iterator[ItemRow]:
    grouped: dict[object, tuple[Heading, list[tuple[Obligation, BorneBy]]]] = {}
    for obligation in maker.agreement.obligations:
        for bearer in bearers_of(obligation):
            heading, instances = grouped.setdefault(bearer.group, (headings.heading(bearer), []))
            instances.append((obligation, evolve(bearer, actor_ids=heading.actor_ids)))
    number = 0
    for heading, instances in sorted(grouped.values(), key=lambda group: group[0].order):
        principal_ids = headings.principals(heading.actor_ids)
        party = headings.heading(BorneBy(principal_ids, instances[0][1].borne))
        for obligation, bearer in instances:
            number += 1
            yield ItemRow(
                item=maker.item(obligation, bearer, number, judge),
                agreement=title,
                heading=heading,
                party=party,
                principal_ids=principal_ids,
                near_ids=(*bearer.actor_ids, *obligation.owed_to_ids),
                headings=headings,
            )
