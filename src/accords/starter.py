"""A record to start from: as little as is valid, and nothing that no source says."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from accords.dates import DateLike
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.model.conclusion import Conclusion
from accords.model.scalars import as_tuple
from accords.model.sources import Citation, Source
from accords.suggest import slug_of
from accords.vocabulary import CodingStatus, ConclusionForm, SourceKind

__all__ = ["new_record"]


def new_record(
    *,
    title: str = "Untitled agreement",
    id: str | None = None,
    parties: Iterable[str] = ("First party", "Second party"),
    form: str | None = None,
    date: DateLike | None = None,
    source: str | None = None,
) -> Agreement:
    """Make a record to start from. It is valid, marked as a draft, and holds no duty yet.

    Args:
        title: the title for display.
        id: the id of the record; by default made from the title.
        parties: a name for each party, or ``id=name``; ids are made from the names where none is given.
        form: how the agreement was concluded: a member of ``ConclusionForm``, or its text.
        date: when it was concluded, a date or its text in EDTF such as ``2022-11-23``; needs ``form``.
        source: the title of the source that it is coded from; parties and conclusion then cite it.

    Raises:
        TypeError: the parties are a text, or a set, which has no order.
        ValueError: something is not of the form it must have, the ids of two parties are the same, there is no
            party, or ``date`` is given without ``form``.

    >>> [actor.id for actor in accords.new_record(title="Ferry", parties=("Ruritania", "gr=Graustark")).actors]
    ['ruritania', 'gr']
    """
    if date is not None and form is None:
        raise ValueError("a date needs a form: say how the agreement was concluded")
    actors = _actors(parties)
    cited = () if source is None else (Citation(source_id="source"),)
    record = Agreement(
        id=id or slug_of(title) or "agreement",
        title=title,
        actors=actors,
        parties=tuple(Party(actor_id=actor.id, citations=cited) for actor in actors),
        coding=Coding(status=CodingStatus.DRAFT),
    )
    if form is not None:
        record = evolve(record, conclusion=Conclusion(form=_form(form), date=date, citations=cited))
    if source is not None:
        record = evolve(record, sources=(Source(id="source", kind=SourceKind.AGREEMENT_TEXT, title=source),))
    return record


def _form(word: str) -> ConclusionForm:
    for form in ConclusionForm:
        if form == word:
            return form
    raise ValueError(f"{word!r} is not how an agreement is concluded: one of {', '.join(ConclusionForm)}")


def _actors(parties: Iterable[str]) -> tuple[Actor, ...]:
    actors: dict[str, Actor] = {}
    for number, party in enumerate(as_tuple(parties), 1):
        given, equals, name = party.partition("=")
        given, name = (given.strip(), name.strip()) if equals else ("", party.strip())
        actor_id = given or slug_of(name) or f"party-{number}"
        if actor_id == "source":
            actor_id = f"party-{number}"
        if actor_id in actors:
            raise ValueError(f"two parties have the id {actor_id!r}: give one of them another, as in other={name}")
        actors[actor_id] = Actor(id=actor_id, name=name)
    if not actors:
        raise ValueError("an agreement has at least one party")
    return tuple(actors.values())
