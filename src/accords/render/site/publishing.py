"""Which records may be published, and what of them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from accords.checklist.agenda import is_draft
from accords.model.agreement import Agreement
from accords.words import say

__all__ = ["public", "unpublishable"]


def unpublishable(agreements: Iterable[Agreement]) -> tuple[str, ...]:
    """What stands against publishing some of ``agreements``, a sentence for each record."""
    found = []
    for agreement in agreements:
        if is_draft(agreement):
            found.append(say("site.stop.draft", id=agreement.id))
        elif agreement.release is None:
            found.append(say("site.stop.unreleased", id=agreement.id))
    return tuple(found)


def public(agreement: Agreement) -> Agreement:
    """``agreement`` without what is internal."""
    events = (
        evolve(event, claims=tuple(claim for claim in event.claims if not claim.internal))
        for event in agreement.events
        if not event.internal
    )
    return evolve(
        agreement,
        events=tuple(events),
        assessments=tuple(each for each in agreement.assessments if not each.internal),
        sources=tuple(each for each in agreement.sources if not each.internal),
        extensions={},
    )
