"""Words that are internal and take back, deny or replace what would be published, where no status tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.index import Index
from accords.compare.publishing.hindrances import Hindrance, hindrance
from accords.compare.publishing.taking_out import is_inside
from accords.model.events import Assessment, Event
from accords.pointer import Path
from accords.prose import quoted
from accords.vocabulary import Says

__all__ = ["hidden_words"]

_HELP = "publish the internal one too, or make this internal"
_ASSERTING = (Says.OCCURRED, Says.PLANNED, Says.BREACH)
_DENYING = (Says.NOT_OCCURRED, Says.NO_BREACH)


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
    """Of events that bear on no duty: what is said of all others is weighed where the statuses are."""
    for event, path in index.placed(Event):
        if event.obligation_ids or path in gone:
            continue
        places = [((*path, "claims", n), claim.says) for n, claim in enumerate(event.claims)]
        denied = any(place in gone and says in _DENYING for place, says in places)
        if denied and any(place not in gone and says in _ASSERTING for place, says in places):
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
