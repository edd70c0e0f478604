"""From an agreement to its checklist."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from accords.checklist.choosing import EVERYTHING, Choice
from accords.checklist.counting import counts_in_words
from accords.checklist.facts import assumptions_of, facts_of, sources_of
from accords.checklist.happenings import event_rows
from accords.checklist.items import ItemMaker
from accords.checklist.judging import Judge
from accords.checklist.notes import choose_notes
from accords.checklist.rows import Checklist, GroupBy, Item, Section, SectionKind
from accords.checklist.sections import Bearer, Heading, Headings, bearers_of
from accords.checklist.standings import Bucket, Shape
from accords.codec import content_hash
from accords.dates import Edtf
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.version import VERSION
from accords.words import names_of, say

__all__ = ["checklist"]


def checklist(
    agreement: Agreement,
    *,
    as_of: Edtf | str | date | None = None,
    known_by: Edtf | str | date | None = None,
    group_by: GroupBy | str = GroupBy.OBLIGOR,
    choice: Choice = EVERYTHING,
    house_style: str | None = None,
    library_version: str | None = None,
) -> Checklist:
    """List what ``agreement`` says is to be done, by whom, by when and under which conditions.

    Every obligation of the record is listed: once for each obligor where each owes it separately, otherwise
    exactly once, whether or not it has a date. Parties come first, then third parties, then everybody else.

    Args:
        agreement: The record. Ids in it that stand for nothing are printed as they are.
        as_of: The day at whose end every item says where it stands; absent, nothing is said about what has been
            done.
        known_by: Only what was known by the end of this day counts; absent means the same day.
        group_by: What to make sections by: ``obligor``, ``deadline``, ``theme`` or ``status``.
        choice: Which items to show. Numbers stay those of the whole list.
        house_style: Whose notes on names to print, such as ``EU``; absent means the first note of each actor.
        library_version: What to print as the version of accords; absent means its own.

    Raises ValueError for dates that cannot be read, and where a grouping or a choice needs ``as_of``.

    The same arguments give the same checklist: no clock, locale or file is read.
    """
    grouping = GroupBy(group_by)
    if as_of is None and (known_by is not None or choice.needs_status or grouping in _NEED_STATUS):
        raise ValueError("what depends on status needs a day: give as_of")
    chosen = choose_notes(agreement, house_style)
    names = names_of(agreement, chosen.marks)
    sources = sources_of(agreement)
    maker = ItemMaker.of(agreement, names, sources)
    judge = Judge.of(agreement, names, maker.sources, as_of, known_by) if as_of is not None else None
    rows = _rows(agreement, Headings.of(agreement, names), maker, judge)
    shown = tuple(row for row in rows if choice.takes(row.item, agreement, row.obligation.owed_to_ids))
    return Checklist(
        record_id=agreement.id,
        title=agreement.title,
        content_hash=content_hash(agreement),
        accords_version=agreement.accords_version,
        library_version=library_version or VERSION,
        facts=facts_of(agreement, names),
        assumptions=assumptions_of(agreement),
        sections=_sections(shown, grouping),
        sources=sources,
        notes=chosen.notes,
        house_style=house_style,
        house_style_found=chosen.found,
        as_of=judge.days[0] if judge is not None else None,
        known_by=judge.days[1] if judge is not None else None,
        status_words=judge.agreement_words if judge is not None else None,
        counts=counts_in_words(tuple(row.item for row in shown)) if judge is not None else (),
        group_by=grouping,
        events=event_rows(agreement, names, judge.visible if judge is not None else None),
        selection=choice.in_words(names),
        left_out=len(rows) - len(shown),
    )


_NEED_STATUS = (GroupBy.DEADLINE, GroupBy.STATUS)


@frozen
class _Row:
    """An item with the heading of its obligor and the obligation that it is an instance of."""

    item: Item
    heading: Heading
    obligation: Obligation = field(repr=False)


def _rows(agreement: Agreement, headings: Headings, maker: ItemMaker, judge: Judge | None) -> tuple[_Row, ...]:
    """All items under their obligors, numbered in that order."""
    grouped: dict[object, tuple[Heading, list[tuple[Obligation, Bearer]]]] = {}
    for obligation in agreement.obligations:
        for bearer in bearers_of(obligation):
            heading, instances = grouped.setdefault(bearer.group, (headings.heading(bearer), []))
            instances.append((obligation, Bearer(heading.actor_ids, bearer.borne)))
    rows: list[_Row] = []
    for heading, instances in sorted(grouped.values(), key=lambda group: group[0].order):
        for obligation, bearer in instances:
            item = maker.item(obligation, bearer, len(rows) + 1)
            rows.append(_Row(judge.judged(item, obligation) if judge is not None else item, heading, obligation))
    return tuple(rows)


def _sections(rows: tuple[_Row, ...], group_by: GroupBy) -> tuple[Section, ...]:
    if group_by is GroupBy.OBLIGOR:
        by_heading: dict[str, list[_Row]] = {}
        for row in rows:
            by_heading.setdefault(row.heading.key, []).append(row)
        return tuple(_section_of(group[0].heading, group) for group in by_heading.values())
    groups: dict[tuple[int, str], list[_Row]] = {}
    for row in rows:
        groups.setdefault(_group(row.item, group_by), []).append(row)
    ordered = sorted(groups.items(), key=lambda group: group[0][0])  # themes in the order of the record, none last
    return tuple(_group_section(key, group, group_by) for (_, key), group in ordered)


def _section_of(heading: Heading, rows: list[_Row]) -> Section:
    return Section(
        key=heading.key,
        kind=heading.kind,
        obligor_ids=heading.actor_ids,
        heading=heading.text,
        roles=heading.roles,
        acts_for=heading.acts_for,
        items=tuple(row.item for row in rows),
    )


_BUCKETS = {bucket.value: place for place, bucket in enumerate(Bucket)}
_SHAPES = {shape.value: place for place, shape in enumerate(Shape)}


def _group(item: Item, group_by: GroupBy) -> tuple[int, str]:
    """Where the group of ``item`` comes among the others, and its key; a duty goes with its first theme."""
    if group_by is GroupBy.THEME:
        return (0, item.themes[0]) if item.themes else (1, "")
    if item.standing is None:
        return len(_BUCKETS) + len(_SHAPES), Bucket.DECLARED.value
    if group_by is GroupBy.DEADLINE:
        return _BUCKETS[item.standing.bucket.value], item.standing.bucket.value
    return _SHAPES[item.standing.shape.value], item.standing.shape.value


def _group_section(key: str, rows: list[_Row], group_by: GroupBy) -> Section:
    if group_by is GroupBy.THEME:
        heading = key or say("group.no_theme")
    elif key == Bucket.DECLARED.value:
        heading = say("group.declared")
    else:
        heading = say(f"{'bucket' if group_by is GroupBy.DEADLINE else 'shape'}.{key}")
    items = [row.item for row in rows]
    if group_by is GroupBy.DEADLINE:
        items.sort(key=lambda item: (item.standing.due_last or "9999" if item.standing else "", item.number))
    return Section(
        key=f"{group_by.value}:{key}",
        kind=SectionKind.GROUP,
        obligor_ids=(),
        heading=heading,
        roles=(),
        acts_for=None,
        items=tuple(items),
    )
