"""From an agreement to its checklist."""

from __future__ import annotations

from accords.checklist.facts import assumptions_of, facts_of, sources_of
from accords.checklist.items import ItemMaker
from accords.checklist.notes import choose_notes
from accords.checklist.rows import Checklist, Section
from accords.checklist.sections import Bearer, Heading, Headings, bearers_of
from accords.codec import content_hash
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.version import VERSION
from accords.words import names_of

__all__ = ["checklist"]


def checklist(agreement: Agreement, *, house_style: str | None = None, library_version: str | None = None) -> Checklist:
    """List what ``agreement`` says is to be done, by whom, by when and under which conditions.

    Every obligation of the record is listed: once for each obligor where each owes it separately, otherwise
    exactly once, whether or not it has a date. Parties come first, then third parties, then everybody else.
    Nothing is said about what has been done.

    Args:
        agreement: The record. Ids in it that stand for nothing are printed as they are.
        house_style: Whose notes on names to print, such as ``EU``; absent means the first note of each actor.
        library_version: What to print as the version of accords; absent means its own.

    The same arguments give the same checklist: no clock, locale or file is read.
    """
    chosen = choose_notes(agreement, house_style)
    names = names_of(agreement, chosen.marks)
    sources = sources_of(agreement)
    return Checklist(
        record_id=agreement.id,
        title=agreement.title,
        content_hash=content_hash(agreement),
        accords_version=agreement.accords_version,
        library_version=library_version or VERSION,
        facts=facts_of(agreement, names),
        assumptions=assumptions_of(agreement),
        sections=_sections(agreement, Headings.of(agreement, names), ItemMaker.of(agreement, names, sources)),
        sources=sources,
        notes=chosen.notes,
        house_style=house_style,
        house_style_found=chosen.found,
    )


def _sections(agreement: Agreement, headings: Headings, maker: ItemMaker) -> tuple[Section, ...]:
    grouped: dict[object, tuple[Heading, list[tuple[Obligation, Bearer]]]] = {}
    for obligation in agreement.obligations:
        for bearer in bearers_of(obligation):
            heading, instances = grouped.setdefault(bearer.group, (headings.heading(bearer), []))
            instances.append((obligation, Bearer(heading.actor_ids, bearer.borne)))
    sections: list[Section] = []
    number = 0
    for heading, instances in sorted(grouped.values(), key=lambda group: group[0].order):
        items = [maker.item(*instance, number + at) for at, instance in enumerate(instances, 1)]
        number += len(items)
        sections.append(
            Section(
                key=heading.key,
                kind=heading.kind,
                obligor_ids=heading.actor_ids,
                heading=heading.text,
                roles=heading.roles,
                acts_for=heading.acts_for,
                items=tuple(items),
            )
        )
    return tuple(sections)
