"""A record with one thing more in it. What is added may name only what the record has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar, cast, get_args

from attrs import evolve

from accords.model.actors import Actor
from accords.model.conclusion import Relation
from accords.model.conditions import Condition
from accords.model.events import Assessment, Claim, Event, RatingScale
from accords.model.lookups import with_id
from accords.model.obligations import Obligation, Reading
from accords.model.parts import Parts
from accords.model.scalars import ReferenceKind
from accords.model.sources import Source
from accords.model.walk import layout_of, objects_in
from accords.suggest import UnknownIdError

__all__ = ["KINDS", "Known", "add_assessment", "add_claim", "add_event", "add_source", "known_ids"]

KINDS: dict[type, ReferenceKind] = {
    Actor: "actor",
    Source: "source",
    Obligation: "obligation",
    Event: "event",
    Claim: "claim",
    Reading: "reading",
    Relation: "relation",
    RatingScale: "scale",
    **dict.fromkeys(get_args(Condition), "condition"),
}
"""Class of what has an id → what a reference to it is one to."""

_Record = TypeVar("_Record", bound=Parts)

Known: TypeAlias = dict[str, ReferenceKind]
"""The ids of a record, each with what it stands for."""

_SUBJECTS = ("obligation", "event", "condition")


def add_claim(record: _Record, event_id: str, claim: Claim, known: Known | None = None) -> _Record:
    """``record`` with ``claim`` as the last of what is said about an event; ``known`` are its ids, if at hand."""
    event = with_id(record.events, event_id, "event")
    _refuse(record, claim, Claim, known)
    more = evolve(event, claims=(*event.claims, claim))
    return _with(record, events=tuple(more if each is event else each for each in record.events))


def add_event(record: _Record, event: Event, known: Known | None = None) -> _Record:
    """``record`` with ``event`` as its last; ``known`` are its ids, if they are at hand."""
    _refuse(record, event, Event, known)
    return _with(record, events=(*record.events, event))


def add_source(record: _Record, source: Source, known: Known | None = None) -> _Record:
    """``record`` with ``source`` as its last; ``known`` are its ids, if they are at hand."""
    _refuse(record, source, Source, known)
    return _with(record, sources=(*record.sources, source))


def add_assessment(record: _Record, assessment: Assessment) -> _Record:
    """``record`` with ``assessment`` as its last."""
    _refuse(record, assessment, Assessment)
    return _with(record, assessments=(*record.assessments, assessment))


def _with(record: _Record, **changes: Any) -> _Record:
    changed: _Record = evolve(cast("Any", record), **changes)
    return changed


def _refuse(record: Parts, added: Any, wanted: type, known: Known | None = None) -> None:
    """Raise TypeError for a value of another class, ValueError for an id in use, UnknownIdError for one of nothing.

    Otherwise what is added is known from then on.
    """
    if not isinstance(added, wanted):
        raise TypeError(f"expected {wanted.__name__}, not {type(added).__name__}")
    known = known_ids(record) if known is None else known
    own: Known = {}
    for new, kind in _ids(added):
        if new in known or new in own:
            raise ValueError(f"the id {new!r} is that of another {known.get(new, own.get(new))}")
        own[new] = kind
    for name, kind in _named(added):
        kinds = _SUBJECTS if kind == "subject" else (kind,)
        if known.get(name, own.get(name)) not in kinds:
            raise UnknownIdError(name, kind, (each for each, of in (known | own).items() if of in kinds))
    known |= own


def known_ids(record: Parts) -> Known:
    """The ids that a record gives to what is in it, each with what it stands for."""
    return dict(_ids(record))


def _ids(value: Any) -> Iterator[tuple[str, ReferenceKind]]:
    for each in objects_in(value):
        own = layout_of(each.__class__).own
        if own is not None and getattr(each, own) is not None:
            yield getattr(each, own), KINDS[each.__class__]


def _named(value: Any) -> Iterator[tuple[str, ReferenceKind]]:
    for each in objects_in(value):
        for field, kind in layout_of(each.__class__).references:
            held = getattr(each, field)
            for name in cast("tuple[str, ...]", held) if isinstance(held, tuple) else (held,):
                if name is not None:
                    yield name, kind
