"""Columns made from the fields of the model, so that what a table says of a field is what the format says of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, get_origin

import attrs

from accords.dates import Edtf
from accords.dates.durations import Duration
from accords.model.scalars import Doc, Reference, Scalar, plain_type
from accords.model.walk import type_parts
from accords.tables.table import Cell, ColumnKind, TableColumn
from accords.vocabulary import Vocabulary

__all__ = ["field_columns", "field_text", "plain_column"]

_KINDS = {bool: ColumnKind.BOOLEAN, int: ColumnKind.INTEGER, Decimal: ColumnKind.NUMBER}
_WITHOUT_SPACES = ("Id", "LanguageTag", "Date")


def plain_column(name: str, kind: ColumnKind, text: str, read: Callable[[Any], Cell]) -> TableColumn:
    """A column that is no field of the model."""
    return TableColumn(name=name, kind=kind, text=text, read=read)


def field_columns(
    cls: type, names: str, *, within: str = "value", prefix: str = "", renamed: dict[str, str] | None = None
) -> Iterator[TableColumn]:
    """The columns for the fields ``names`` of a class of the model, in that order, parted by spaces.

    ``within`` is where an object of the class is found from what a row is read of, by attributes parted by dots; where
    it is missing, the cells are empty. A date has three columns: as it is written, its first and its last day.
    """
    find = _finder(within)
    for name in names.split():
        yield from _columns(cls, name, find, prefix + (renamed or {}).get(name, name))


def field_text(cls: type, field: str) -> str:
    """What the format says of a field."""
    notes, _ = type_parts(_attributes(cls)[field])
    return next(note.text for note in notes if isinstance(note, Doc))


def _finder(within: str) -> Callable[[Any], Any]:
    steps = [attrgetter(step) for step in within.split(".")]

    def find(thing: Any) -> Any:
        for step in steps:
            if thing is None:
                return None
            thing = step(thing)
        return thing

    return find


@cache
def _attributes(cls: type) -> dict[str, Any]:
    return {attribute.name: attribute.type for attribute in attrs.fields(attrs.resolve_types(cls))}


def _columns(cls: type, field: str, find: Callable[[Any], Any], name: str) -> Iterator[TableColumn]:
    annotation = _attributes(cls)[field]
    notes, kinds = type_parts(annotation)
    text = field_text(cls, field)

    def held(thing: Any) -> Any:
        return getattr(find(thing), field, None)

    if get_origin(plain_type(annotation)) is tuple:
        form = next((note.name for note in notes if isinstance(note, Scalar)), "")
        is_words = any(isinstance(kind, type) and issubclass(kind, Vocabulary) for kind in kinds)
        if is_words or form in _WITHOUT_SPACES:
            yield TableColumn(name=name, kind=ColumnKind.TEXT, text=f"{text} Parted by spaces.", read=_spaced(held))
        else:
            yield TableColumn(name=name, kind=ColumnKind.TEXT, text=f"{text} A JSON list.", read=_listed(held))
        return
    if Edtf in kinds:
        yield from _date_columns(name, text, held)
        return
    words = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Vocabulary)), None)
    kind = next((_KINDS[each] for each in kinds if each in _KINDS), ColumnKind.TEXT)
    if any(isinstance(note, Reference) for note in notes):
        text = f"{text} By its id."
    if Duration in kinds or words is not None:
        yield TableColumn(name=name, kind=kind, text=text, words=words, read=lambda thing: _as_text(held(thing)))
    else:
        yield TableColumn(name=name, kind=kind, text=text, read=held)


def _date_columns(name: str, text: str, held: Callable[[Any], Any]) -> Iterator[TableColumn]:
    yield TableColumn(
        name=name, kind=ColumnKind.TEXT, text=f"{text} In EDTF, as written.", read=lambda thing: _as_text(held(thing))
    )
    for word, attribute in (("first", "earliest"), ("last", "latest")):
        text = f"The {word} day that `{name}` can be; empty where it is open."
        yield TableColumn(name=f"{name}_{word}", kind=ColumnKind.DATE, text=text, read=_day(held, attribute))


def _day(held: Callable[[Any], Any], attribute: str) -> Callable[[Any], Cell]:
    return lambda thing: getattr(held(thing), attribute, None)


def _as_text(value: Any) -> str | None:
    return None if value is None else str(value)


def _spaced(held: Callable[[Any], Any]) -> Callable[[Any], Cell]:
    return lambda thing: " ".join(str(each) for each in held(thing) or ()) or None


def _listed(held: Callable[[Any], Any]) -> Callable[[Any], Cell]:
    def read(thing: Any) -> Cell:
        values = held(thing)
        return json.dumps([str(each) for each in values], ensure_ascii=False) if values else None

    return read
