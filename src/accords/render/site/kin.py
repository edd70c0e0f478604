"""The other records of an agreement, and other agreements that a record names: each with its page, where it has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from accords.model.conclusion import Relation
from accords.render.site.shelf import Shown
from accords.vocabulary import RelationKind
from accords.words import date_in_words, say

__all__ = ["Kin", "kin_among"]


@frozen
class Kin:
    """How an agreement is related to another, what that is called, and where it stands on the site."""

    kind: RelationKind
    own: bool
    """Whether it is the record itself that says so, or the other."""
    title: str
    address: str | None = None

    @property
    def how(self) -> str:
        """In words, as a heading for the title."""
        return say(f"relation.{self.kind.value}" if self.own else f"relation.of.{self.kind.value}")

    @property
    def same(self) -> bool:
        """Whether both are records of one agreement."""
        return self.kind is RelationKind.SAME_AGREEMENT


def kin_among(shown: Sequence[Shown]) -> Mapping[str, tuple[Kin, ...]]:
    """For the id of each record what it says of others, and what others say of it where it says nothing of them.

    Another is known by its id, now or formerly, and never by a likeness.
    """
    known = {old: each for each in shown for old in each.agreement.former_ids} | {
        each.agreement.id: each for each in shown
    }
    kin: dict[str, dict[Kin, None]] = {each.agreement.id: {} for each in shown}
    named: list[tuple[Shown, Relation, Shown]] = []
    for each in shown:
        for relation in each.agreement.related:
            other = known.get(relation.agreement_id or "")
            if other is each:
                continue
            kin[each.agreement.id][_told(relation, other)] = None
            if other is not None:
                named.append((each, relation, other))
    met = {(each.agreement.id, other.agreement.id) for each, _, other in named}
    for each, relation, other in named:
        if (other.agreement.id, each.agreement.id) not in met:
            kin[other.agreement.id][Kin(relation.relation, False, each.now.marked_title, each.address)] = None
    return {record_id: tuple(found) for record_id, found in kin.items()}


def _told(relation: Relation, other: Shown | None) -> Kin:
    if other is not None:
        return Kin(relation.relation, True, other.now.marked_title, other.address)
    title = relation.title.strip()
    if relation.date is not None:
        title = say("in_brackets", text=title, more=date_in_words(relation.date))
    return Kin(relation.relation, True, title)
