"""A record with its ids and references laid out, built once for all checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import attrs
from attrs import field, frozen

from accords.compiling import Code, Function, Made
from accords.diagnostics import Diagnostic, Place, diagnose, rename
from accords.model.acting import Acting
from accords.model.additions import KINDS
from accords.model.agreement import Agreement
from accords.model.conditions import Condition, OnEntryIntoForce
from accords.model.scalars import ReferenceKind
from accords.model.walk import layout_of
from accords.pointer import Path, in_words, to_pointer

__all__ = ["Index", "Mention", "Owner", "build_index"]


class Owner(NamedTuple):
    """Something in the record that has an id."""

    id: str
    kind: ReferenceKind
    path: Path
    value: Any


class Mention(NamedTuple):
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
    by_field: dict[str, list[Mention]]
    """Field → the references in it."""
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

    @cached_property
    def acting(self) -> Acting:
        """Who acts for whom."""
        return Acting(self.agreement)

    @property
    def kinds(self) -> frozenset[type | str]:
        """The classes of which there is a value, and the fields in which there is a reference."""
        return frozenset((*self.by_class, *self.by_field))

    @cached_property
    def conditions(self) -> dict[Path, Condition]:
        """Where a condition stands → the condition."""
        return {path: value for value, path in self.placed(*get_args(Condition))}

    @cached_property
    def all_texts(self) -> str:
        """Every text, one after the other: what is nowhere in it is in none of them."""
        return " ".join([text for _, text in self.texts])

    @cached_property
    def wide_texts(self) -> list[tuple[Path, str]]:
        """The texts with characters beyond ASCII."""
        return [placed for placed in self.texts if not placed[1].isascii()]

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
    _ENTER[agreement.__class__](sheet, agreement, (), ())
    by_id = {owner.id: owner for owner in reversed(sheet.owners)}
    return Index(
        agreement,
        tuple(sheet.owners),
        tuple(sheet.mentions),
        dict(sheet.by_field),
        tuple(sheet.entries),
        by_id,
        dict(sheet.by_class),
        tuple(sheet.written["Text"]),
        tuple(sheet.written["LanguageTag"]),
    )


class _Sheet:
    """What is being laid out."""

    def __init__(self) -> None:
        self.owners: list[Owner] = []
        self.mentions: list[Mention] = []
        self.by_field: defaultdict[str, list[Mention]] = defaultdict(list)
        self.entries: list[Mention] = []
        self.by_class: defaultdict[type, list[tuple[Any, Path]]] = defaultdict(list)
        self.written: dict[str, list[tuple[Path, str]]] = {"Text": [], "LanguageTag": []}


def _entering(cls: type) -> Function:
    """What enters a value of ``cls`` and all it holds, in the order of the record; ``within`` are the ids around it.

    Written out for each class, as this is gone through for every object of every record.
    """
    code = Code(f"enter_{cls.__name__}", "sheet", "value", "path", "within")
    if not attrs.has(cls):  # an amount may be a mere number
        code.add("pass")
        return code.function()
    code.add(f"sheet.by_class[{code.name(cls)}].append((value, path))")
    mention = code.name(Mention)
    layout = layout_of(cls)
    if layout.own is not None:
        owner = f"{code.name(Owner)}(own, {KINDS[cls]!r}, path, value)"
        code.add(f"if (own := value.{layout.own}) is not None: within += (own,); sheet.owners.append({owner})")
    if cls is OnEntryIntoForce:
        code.add(f"sheet.entries.append({mention}('', 'condition', (*path, 'kind'), within))")
    for name, kind in layout.references:
        made = f"named = {mention}(each, {kind!r}, place, within)"
        _add_for_each(code, cls, name, f"{made}; sheet.mentions.append(named); sheet.by_field[{name!r}].append(named)")
    for name, form in layout.written:
        _add_for_each(code, cls, name, f"sheet.written[{form!r}].append((place, each))")
    for name in layout.children:
        _add_for_each(code, cls, name, f"{code.name(_ENTER)}[each.__class__](sheet, each, place, within)")
    return code.function()


def _add_for_each(code: Code, cls: type, name: str, statement: str) -> None:
    """Add ``statement`` about the field ``name``, for ``each`` value in it with its ``place``."""
    kind = getattr(attrs.fields(cls), name).type
    if _holds_many(kind):
        code.add(f"if many := value.{name}:")
        code.add(f"    for number, each in enumerate(many): place = (*path, {name!r}, number); {statement}")
    else:
        code.add(f"if (each := value.{name}) is not None: place = (*path, {name!r}); {statement}")


_ENTER = Made(_entering)


def _holds_many(kind: Any) -> bool:
    if get_origin(kind) is Annotated:
        return _holds_many(get_args(kind)[0])
    return get_origin(kind) is tuple
