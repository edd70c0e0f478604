"""Things of a record by their ids, and what somebody owes or is owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from accords.model.acting import Acting
from accords.model.obligations import Obligation
from accords.model.parts import Parts
from accords.model.sources import Citation
from accords.model.walk import citations_in
from accords.pointer import to_pointer
from accords.suggest import refuse_unknown_id

__all__ = ["PlacedCitation", "owed_by", "owed_to", "placed_citations", "with_id"]


class PlacedCitation(NamedTuple):
    """A citation with its place in the record, as a JSON Pointer."""

    pointer: str
    citation: Citation


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Named)


def with_id(things: Sequence[_T], wanted: str, noun: str) -> _T:
    """The one of ``things`` with the id ``wanted``; each is called a ``noun``.

    Raises UnknownIdError, and TypeError for what is no text.
    """
    refuse_unknown_id(wanted, noun, (thing.id for thing in things))
    return next(thing for thing in things if thing.id == wanted)


def owed_by(record: Parts, actor_id: str) -> tuple[Obligation, ...]:
    """The obligations that fall to an actor."""
    return tuple(duty for duty, ids in _reaching(record, actor_id) if not ids.isdisjoint(duty.obligor_ids))


def owed_to(record: Parts, actor_id: str) -> tuple[Obligation, ...]:
    """The obligations that are owed to an actor."""
    return tuple(duty for duty, ids in _reaching(record, actor_id) if not ids.isdisjoint(duty.owed_to_ids))


def _reaching(record: Parts, actor_id: str) -> Iterator[tuple[Obligation, frozenset[str]]]:
    """Every obligation, with all in whose name something falls to the actor."""
    with_id(record.actors, actor_id, "actor")
    acting = Acting(record)
    ids = frozenset(actor.id for actor in record.actors if actor_id in acting.behind(actor.id))
    return ((duty, ids | {actor_id}) for duty in record.obligations)


def placed_citations(record: Parts) -> tuple[PlacedCitation, ...]:
    """Every citation of a record, in the order of its fields."""
    return tuple(PlacedCitation(to_pointer(path), citation) for path, citation in citations_in(record))
