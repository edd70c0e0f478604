"""A record with its ids and references laid out, built once for all checks."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
from attrs import field, frozen

from accords.diagnostics import Diagnostic, Place, diagnose, rename
from accords.model.actors import Actor
from accords.model.agreement import Agreement, RatingScale, Relation
from accords.model.conditions import Condition, OnEntryIntoForce
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation, Reading
from accords.model.scalars import OwnId, Reference, ReferenceKind, Scalar
from accords.model.sources import Source
from accords.pointer import Path, in_words, to_pointer

__all__ = ["Index", "Mention", "Owner", "build_index"]

_KINDS: dict[type, ReferenceKind] = {
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


@frozen
class Owner:
    """Something in the record that has an id."""

    id: str
    kind: ReferenceKind
    path: Path
    value: Any


@frozen
class Mention:
    """A reference: which id is named where, and what it has to be."""

    id: str
    kind: ReferenceKind
    path: Path
    within: tuple[str, ...]
    """The ids of everything that encloses the reference, outermost first."""


@frozen
class Index:
    """What checks work on: the agreement, everything with an id in the order of the record, every reference."""

    agreement: Agreement
    owners: tuple[Owner, ...]
    mentions: tuple[Mention, ...]
    entries: tuple[Mention, ...]
    """Where conditions speak of the entry into force, which has no id of its own."""
    by_id: dict[str, Owner]
    """Id → the first thing that has it."""
    by_class: dict[type, list[tuple[Any, Path]]] = field(factory=dict[type, "list[tuple[Any, Path]]"])
    """Class of the model → every value of it with its place, in the order of the record."""
    texts: tuple[tuple[Path, str], ...] = ()
    """Every text that people read, with its place."""
    languages: tuple[tuple[Path, str], ...] = ()
    """Every language tag, with its place."""

    def placed(self, *classes: type) -> Iterator[tuple[Any, Path]]:
        """Every value of the classes with its place, class by class."""
        for cls in classes:
            yield from self.by_class.get(cls, ())

    def found(
        self,
        code: str,
        message: str,
        path: Path,
        help: str,
        *,
        suggestion: str | None = None,
        is_sure: bool = False,
        related: Iterable[tuple[Path, str]] = (),
        related_label: str = "see",
    ) -> Diagnostic:
        """The finding ``code`` at ``path``, with its place in words; ``related`` are other places, each labelled.

        ``is_sure`` says that writing the suggestion mends the finding and loses nothing.
        """
        return diagnose(
            code,
            message,
            pointer=to_pointer(path),
            place=in_words(path[:-1] if path[-1:] in (("id",), ("actor_id",)) else path, self.agreement),
            help=help,
            suggestion=suggestion,
            fix=rename(to_pointer(path), suggestion) if suggestion and is_sure else None,
            related=tuple(Place(pointer=to_pointer(other), label=label) for other, label in related),
            related_label=related_label,
        )


def build_index(agreement: Agreement) -> Index:
    """Lay out the ids and references of ``agreement``."""
    sheet = _Sheet()
    sheet.enter(agreement, (), ())
    by_id = {owner.id: owner for owner in reversed(sheet.owners)}
    return Index(
        agreement,
        tuple(sheet.owners),
        tuple(sheet.mentions),
        tuple(sheet.entries),
        by_id,
        sheet.by_class,
        tuple(sheet.written["Text"]),
        tuple(sheet.written["LanguageTag"]),
    )


class _Sheet:
    """What is being laid out."""

    def __init__(self) -> None:
        self.owners: list[Owner] = []
        self.mentions: list[Mention] = []
        self.entries: list[Mention] = []
        self.by_class: dict[type, list[tuple[Any, Path]]] = {}
        self.written: dict[str, list[tuple[Path, str]]] = {"Text": [], "LanguageTag": []}

    def enter(self, value: Any, path: Path, within: tuple[str, ...]) -> None:
        """Enter ``value`` and all it holds, in the order of the record; ``within`` are the ids around it."""
        cls = value.__class__
        layout = _layout(cls)
        self.by_class.setdefault(cls, []).append((value, path))
        own = getattr(value, layout.own) if layout.own else None
        if own is not None:
            within = (*within, own)
            self.owners.append(Owner(own, _KINDS[cls], path, value))
        if cls is OnEntryIntoForce:
            self.entries.append(Mention("", "condition", (*path, "kind"), within))
        for name, kind in layout.references:
            named = getattr(value, name)
            if isinstance(named, str):
                self.mentions.append(Mention(named, kind, (*path, name), within))
            elif named:
                self.mentions.extend(
                    Mention(one, kind, (*path, name, place), within) for place, one in enumerate(named)
                )
        for name, form in layout.written:
            text = getattr(value, name)
            if isinstance(text, str):
                self.written[form].append(((*path, name), text))
            elif text:
                self.written[form].extend(((*path, name, place), one) for place, one in enumerate(text))
        for name in layout.children:
            child = getattr(value, name)
            if isinstance(child, tuple):
                for place, item in enumerate(child):
                    self.enter(item, (*path, name, place), within)
            elif child is not None:
                self.enter(child, (*path, name), within)


@frozen
class _Layout:
    """Which fields of a class hold its id, references, texts and language tags, and further objects."""

    own: str | None
    references: tuple[tuple[str, ReferenceKind], ...]
    written: tuple[tuple[str, str], ...]
    children: tuple[str, ...]


@cache
def _layout(cls: type) -> _Layout:
    own: str | None = None
    references: list[tuple[str, ReferenceKind]] = []
    written: list[tuple[str, str]] = []
    children: list[str] = []
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        notes, parts = _parts(attribute.type)
        reference = next((note for note in notes if isinstance(note, Reference)), None)
        if any(isinstance(note, OwnId) for note in notes):
            own = attribute.name
        elif reference is not None:
            references.append((attribute.name, reference.kind))
        elif form := next((n.name for n in notes if isinstance(n, Scalar) and n.name in ("Text", "LanguageTag")), None):
            written.append((attribute.name, form))
        elif any(
            isinstance(part, type) and attrs.has(part) and part.__module__.startswith("accords.model") for part in parts
        ):
            children.append(attribute.name)
    return _Layout(own, tuple(references), tuple(written), tuple(children))


def _parts(kind: Any) -> tuple[list[Any], list[Any]]:
    """All annotations and all plain types that a type is made of."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        more, parts = _parts(inner)
        return [*notes, *more], parts
    if get_origin(kind) in (tuple, Union, types.UnionType):
        found = [_parts(argument) for argument in get_args(kind)]
        return [note for notes, _ in found for note in notes], [part for _, parts in found for part in parts]
    return [], [kind]
