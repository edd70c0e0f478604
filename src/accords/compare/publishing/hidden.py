"""Words that are internal and take back, deny or replace what would be published, where no status tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.index import Index
from accords.compare.publishing.hindrances import Hindrance, hindrance
from accords.compare.publishing.taking_out import is_inside
from accords.model.events import Assessment, Event
from accords.pointer import Path
from accords.prose import quoted
from accords.vocabulary import EventKind, Says, Verdict

__all__ = ["hidden_words"]

_HELP = "publish the internal one too, or make this internal"
_ASSERTING = (Says.OCCURRED, Says.PLANNED, Says.BREACH)
_DENYING = (Says.NOT_OCCURRED, Says.NO_BREACH)
_ADVERSE = (Verdict.BREACHED, Verdict.NOT_OCCURRED)


def hidden_words(index: Index, gone: frozenset[Path]) -> Iterator[Hindrance]:
    """What stays although it is taken back, denied or replaced by something that is taken out."""
    yield from _taken_back(index, gone)
    yield from _denied(index, gone)
    yield from _rated_anew(index, gone)


def _taken_back(index: Index, gone: frozenset[Path]) -> Iterator[Hindrance]:
    for mention in index.by_field.get("retracts_id", ()):
        owner = index.by_id.get(mention.id)
        if owner is not None and is_inside(mention.path, gone) and not is_inside(owner.path, gone):
            words = f"the claim {quoted(owner.id)} is taken back by one that is internal"
            yield hindrance(index.agreement, owner.path, words, _HELP)


def _denied(index: Index, gone: frozenset[Path]) -> Iterator[Hindrance]:
    """Of what is kept from day to day the statuses tell every charge with its answers, and acts that perform a duty."""
    kept = {duty.id for duty in index.agreement.obligations if duty.is_continuing}
    for event, path in index.placed(Event):
        if event.kind is EventKind.PERFORMANCE or path in gone or not kept.isdisjoint(event.obligation_ids):
            continue
        told = [((*path, "claims", n) in gone, claim.says) for n, claim in enumerate(event.claims)]
        accusing = event.finding is not None and event.finding.verdict in _ADVERSE
        denying = (*_DENYING, Says.REJECTS) if accusing else _DENYING
        denied = any(internal and says in denying for internal, says in told)
        if denied and any(not internal and says in _ASSERTING for internal, says in told):
            words = f"what is said of the event {quoted(event.id)} is denied by a claim that is internal"
            yield hindrance(index.agreement, path, words, _HELP)


def _rated_anew(index: Index, gone: frozenset[Path]) -> Iterator[Hindrance]:
    """A rater's earlier rating is not its rating any more."""
    later = {path: rating for rating, path in index.placed(Assessment) if path in gone}
    for rating, path in index.placed(Assessment):
        if path not in gone and any(_comes_after(other, rating) for other in later.values()):
            words = "the rater rated the same thing again later, and that rating is internal"
            yield hindrance(index.agreement, path, words, _HELP)


def _comes_after(other: Assessment, rating: Assessment) -> bool:
    same = all(getattr(other, name) == getattr(rating, name) for name in _WHICH)
    first, last = rating.on.earliest, other.on.latest
    return same and (first is None or last is None or last >= first)


_WHICH = ("obligation_id", "instance", "obligor_id", "assessor_id", "assessor", "dimension", "scale", "scale_id")
"""The fields by which two ratings are ratings of one thing by one rater."""
