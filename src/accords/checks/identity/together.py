"""What is to be said of a record because of others that are read with it. Each finding waits for what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from accords.diagnostics import Diagnostic, diagnose
from accords.model.agreement import Agreement
from accords.vocabulary import EventKind, RelationKind, Says

__all__ = ["AMENDER_ABSENT", "RELATED_ABSENT", "TOGETHER", "Tie", "changes_of", "id_twice", "ties_of"]

_ID_TWICE, RELATED_ABSENT, AMENDER_ABSENT = TOGETHER = ("ACC211", "ACC212", "ACC213")
"""The codes of findings about several records."""

_CHANGES = (RelationKind.AMENDS, RelationKind.REPLACES)


@frozen
class Tie:
    """A finding that stands or falls with another record: whether one has the id ``other``, or changes that one."""

    finding: Diagnostic
    other: str


def ties_of(agreement: Agreement) -> Iterator[Tie]:
    """Everything that may have to be said of a record, once it is known which others there are."""
    yield from _related_absent(agreement)
    yield from _amender_absent(agreement)


def changes_of(agreement: Agreement) -> Iterator[str]:
    """The ids of the records that this one amends or replaces, as it says."""
    for related in agreement.related:
        if related.relation in _CHANGES and related.agreement_id is not None:
            yield related.agreement_id


def id_twice(agreement: Agreement) -> Diagnostic:
    """ACC211: two records have the same id."""
    return diagnose(
        _ID_TWICE,
        f'another record that was read before has the id "{agreement.id}" too',
        pointer="/id",
        help="give one of them another id; of two versions of a record, keep one among those that are read together",
    )


def _related_absent(agreement: Agreement) -> Iterator[Tie]:
    """ACC212: none of the records that were read has the id of a related one."""
    for number, related in enumerate(agreement.related):
        other = related.agreement_id
        if other is not None:
            finding = diagnose(
                RELATED_ABSENT,
                f'none of the records that were read with it has the id "{other}"',
                pointer=f"/related/{number}/agreement_id",
                help="correct the id, or read that record too",
            )
            yield Tie(finding, other)


def _amender_absent(agreement: Agreement) -> Iterator[Tie]:
    """ACC213: a later agreement is said to take the place of something, and none that was read amends or replaces."""
    for number, event in enumerate(agreement.events):
        if event.kind is EventKind.SUPERSESSION and any(claim.says is Says.OCCURRED for claim in event.claims):
            finding = diagnose(
                AMENDER_ABSENT,
                "a later agreement is said to have taken the place of this one or of a duty, and none of the records "
                "that were read with it amends or replaces it",
                pointer=f"/events/{number}",
                help=f'read the record of the later one too, with a relation to "{agreement.id}"',
            )
            yield Tie(finding, agreement.id)
