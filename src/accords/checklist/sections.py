"""The sections of a checklist: every row in exactly one of them, whatever they are made by."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from accords.checklist.counting import timed_by
from accords.checklist.headings import Heading
from accords.checklist.parts import ItemRow
from accords.checklist.rows import GroupBy, Item, Section, SectionKind
from accords.prose import composed
from accords.standing.values import Bucket, Shape
from accords.vocabulary import Modality
from accords.words import say, word

__all__ = ["NEED_STATUS", "sections_of"]

NEED_STATUS = (GroupBy.DEADLINE, GroupBy.STATUS)
"""What sections can only be made by as of a day."""

_BUCKETS = {bucket: place for place, bucket in enumerate(Bucket)}
_SHAPES = {shape: place for place, shape in enumerate(Shape)}
_MODALITIES = {modality: place for place, modality in enumerate(Modality)}


@frozen
class _Group:
    """A section to be: where it comes among the others, its key, its heading."""

    order: tuple[int, ...]
    key: str
    heading: str | Heading


def sections_of(rows: Iterable[ItemRow], group_by: GroupBy, *, combined: bool = False) -> tuple[Section, ...]:
    """The sections of ``rows``, which come in the order of their numbers.

    Of one record rows stay in that order, by deadline the earliest first. In a combined list those come first
    that are to be looked at first; by deadline they come by obligor.
    """
    groups: dict[str, tuple[_Group, list[ItemRow]]] = {}
    makers: dict[str, int] = {}
    for row in rows:
        found = _GROUPS[group_by](row)
        groups.setdefault(found.key, (found, []))[1].append(row)
        makers.setdefault(found.key, len(makers))
    # Where groups have no order of their own, as themes, they come as they first appear.
    ordered = sorted(groups.values(), key=lambda each: (each[0].order, makers[each[0].key]))
    return tuple(_section(group, _sorted(members, group_by, combined=combined)) for group, members in ordered)


def _sorted(rows: list[ItemRow], group_by: GroupBy, *, combined: bool) -> list[Item]:
    if combined:
        by_obligor = group_by is GroupBy.DEADLINE
        rows = sorted(rows, key=lambda row: (row.heading.order if by_obligor else (), _urgency(row.item)))
    elif group_by is GroupBy.DEADLINE:
        rows = sorted(rows, key=lambda row: _due(row.item))
    return [row.item for row in rows]


def _urgency(item: Item) -> tuple[int, str]:
    """What is to be looked at first comes first."""
    return (_BUCKETS[item.standing.bucket] if item.standing is not None else len(_BUCKETS), _due(item))


def _due(item: Item) -> str:
    return item.standing.due_last or "9999" if item.standing is not None else ""


def _by_obligor(row: ItemRow) -> _Group:
    return _Group(row.heading.order, row.heading.key, row.heading)


def _by_party(row: ItemRow) -> _Group:
    return _Group(row.party.order, f"party:{row.party.key}", row.party.text)


def _headed(words: str) -> str:
    """Words of the catalogue as a heading."""
    return words[:1].upper() + words[1:]


def _not_followed() -> _Group:
    return _Group((len(_BUCKETS),), "not_followed", _headed(say("group.not_followed")))


def _by_deadline(row: ItemRow) -> _Group:
    if row.item.not_followed is not None:
        return _not_followed()
    timed = timed_by(row.item)
    bucket = timed.bucket if timed is not None else Bucket.DECLARED
    heading = _headed(say("group.declared" if bucket is Bucket.DECLARED else f"bucket.{bucket}"))
    return _Group((_BUCKETS[bucket],), f"deadline:{bucket}", heading)


def _by_status(row: ItemRow) -> _Group:
    if row.item.not_followed is not None:
        return _not_followed()
    if row.item.standing is None:
        return _Group((len(_SHAPES),), f"status:{Bucket.DECLARED}", _headed(say("group.declared")))
    shape = row.item.standing.shape
    return _Group((_SHAPES[shape],), f"status:{shape}", _headed(say(f"shape.{shape}")))


def _by_theme(row: ItemRow) -> _Group:
    """A duty goes with its first theme; those without any come last."""
    if not row.item.themes:
        return _Group((1,), "theme:", _headed(say("group.no_theme")))
    return _Group((0,), f"theme:{composed(row.item.themes[0])}", row.item.themes[0])


def _by_modality(row: ItemRow) -> _Group:
    modality = row.item.modality
    return _Group((_MODALITIES[modality],), f"modality:{modality}", _headed(word(modality)))


def _by_agreement(row: ItemRow) -> _Group:
    heading = say("in_brackets", text=row.agreement, more=row.item.record_id)
    return _Group((row.place,), f"agreement:{row.item.record_id}", heading)


_GROUPS: dict[GroupBy, Callable[[ItemRow], _Group]] = {
    GroupBy.OBLIGOR: _by_obligor,
    GroupBy.DEADLINE: _by_deadline,
    GroupBy.THEME: _by_theme,
    GroupBy.STATUS: _by_status,
    GroupBy.MODALITY: _by_modality,
    GroupBy.PARTY: _by_party,
    GroupBy.AGREEMENT: _by_agreement,
}


def _section(group: _Group, items: list[Item]) -> Section:
    heading = group.heading
    if isinstance(heading, str):
        return Section(
            key=group.key,
            kind=SectionKind.GROUP,
            obligor_ids=(),
            heading=heading,
            roles=(),
            acts_for=None,
            items=tuple(items),
        )
    return Section(
        key=heading.key,
        kind=heading.kind,
        obligor_ids=heading.actor_ids,
        heading=heading.text,
        roles=heading.roles,
        acts_for=heading.acts_for,
        items=tuple(items),
    )
