"""The columns of a table, from the fields of a class of the model; what is nested has columns of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import attrs
from attrs import frozen

from accords.codec.compiled import sort_of
from accords.editing.workbook.cells import kinds
from accords.editing.workbook.cells.citing import CITATION
from accords.editing.workbook.cells.counted import counted_line, why_not_counted
from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.lists import joined_items, split_items
from accords.editing.workbook.cells.naming import id_kind, language_kind, word_kind
from accords.editing.workbook.cells.refusing import CellError, said_of
from accords.editing.workbook.cells.several import several
from accords.model.conditions import Condition
from accords.model.scalars import Doc, OwnId, Reference, Scalar
from accords.model.sources import Citation

__all__ = ["CellColumn", "columns_of_class", "put_at", "value_at"]


@frozen(kw_only=True)
class CellColumn:
    """A column: the steps from the object of the row to the value, how that is written, and what it means."""

    steps: tuple[str, ...]
    kind: CellKind
    about: str
    is_own_id: bool = False

    @property
    def name(self) -> str:
        """The steps in one word, by which the file knows the column."""
        return ".".join(self.steps)


@cache
def columns_of_class(cls: type, leave: frozenset[str] = frozenset()) -> tuple[CellColumn, ...]:
    """The columns for objects of a class, in the order of its fields."""
    return tuple(_columns(cls, (), leave))


def _columns(cls: Any, steps: tuple[str, ...], leave: frozenset[str]) -> Iterator[CellColumn]:
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        sort, made_of = sort_of(attribute.type)
        path = (*steps, attribute.name)
        if ".".join(path) in leave or sort == "constant":
            continue
        if sort == "object":
            yield from _columns(made_of, path, leave)
        elif sort == "choice" and not _is_condition(made_of):
            yield from _choice(made_of, path)
        else:
            notes = _notes(attribute.type)
            doc = next((note.text for note in notes if isinstance(note, Doc)), "")
            own = any(isinstance(note, OwnId) for note in notes) and not steps
            yield CellColumn(steps=path, kind=_kind(attribute.type), about=doc, is_own_id=own)


def _choice(classes: list[Any], path: tuple[str, ...]) -> Iterator[CellColumn]:
    """One of several classes: its kind, then the fields of all of them, each once."""
    words = tuple(cls.kind for cls in classes)
    yield CellColumn(steps=(*path, "kind"), kind=word_kind(words), about="")
    seen: set[str] = set()
    for cls in classes:
        for column in _columns(cls, path, frozenset()):
            if column.name not in seen:
                seen.add(column.name)
                yield column


def _is_condition(classes: Any) -> bool:
    return set(classes) == set(get_args(Condition))


def _notes(kind: Any) -> list[Any]:
    """Everything that annotates a type, at any depth."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        return [*notes, *_notes(inner)]
    return [note for part in get_args(kind) for note in _notes(part)]


def _kind(kind: Any) -> CellKind:
    sort, made_of = sort_of(kind)
    match sort:
        case "plain":
            return _plain(kind)
        case "whole":
            return kinds.WHOLE
        case "number":
            return kinds.NUMBER
        case "amount":
            return kinds.AMOUNT
        case "word":
            return word_kind(tuple(word.value for word in made_of))
        case "date":
            return kinds.DATE
        case "duration":
            return kinds.DURATION
        case "choice":
            return kinds.CONDITION
        case "members":
            return kinds.JSON
        case "list":
            return _list(made_of)
    return _item(made_of)


def _plain(kind: Any) -> CellKind:
    notes = _notes(kind)
    scalar = next((note.name for note in notes if isinstance(note, Scalar)), "")
    reference = next((note.kind for note in notes if isinstance(note, Reference)), None)
    if scalar in ("Text", "LanguageTag"):
        return kinds.TEXT if scalar == "Text" else kinds.LANGUAGE
    if not _is_text(kind):
        return kinds.YES_NO
    return kinds.ID if reference is None else id_kind(reference)


def _is_text(kind: Any) -> bool:
    while get_origin(kind) is not None:
        kind = get_args(kind)[0]
    return kind is str


def _list(made_of: Any) -> CellKind:
    sort, inner = sort_of(made_of)
    if inner is Citation:
        return several(CITATION)
    if sort in ("choice", "object"):
        return several(_kind(made_of), in_lines=True)
    kind = _kind(made_of)
    if kind.words and sort == "word":
        return several(word_kind(kind.words, many=True))
    if kind is kinds.LANGUAGE:
        return several(language_kind(many=True))
    return several(id_kind(kind.ids, many=True) if kind.ids is not None else kind, doubt_commas=kind is kinds.TEXT)


def _item(cls: Any) -> CellKind:
    """An object in one line: ``measure: grain | unit: t | at_least: 500``."""
    columns = {column.name: column for column in columns_of_class(cls)}
    parted = re.compile(rf"(?<!\\)[,;]\s*(?=(?:{'|'.join(map(re.escape, columns))})\s*:)")

    def write(value: Any) -> str:
        held = {name: value_at(value, column.steps) for name, column in columns.items()}
        told = (f"{name}: {columns[name].kind.write(each)}" for name, each in held.items() if each is not None)
        return parted.sub(lambda found: f"\\{found[0]}", joined_items(told, "|", " | "))

    def read(text: str, context: CellContext) -> Any:
        made: dict[str, Any] = {}
        if parted.search(text):
            raise CellError("bars part what stands here", parted.sub(" | ", text))
        parts = split_items(text, "|")
        wrong: dict[int, tuple[str, tuple[str, ...]]] = {}
        for place, part in enumerate(parts):
            name, sign, words = part.partition(":")
            column = columns.get(name.strip().lower().replace(" ", "_"))
            if not sign or column is None:
                line = counted_line(part, amount="amount" in columns) if "measure" in columns else None
                says = f"“{part[:40]}” is none of {', '.join(columns)}, each with a colon, parted by |"
                why = why_not_counted(part) if line is None and "measure" in columns else None
                if why is not None:
                    raise ValueError(f"{says}; {why}")
                says += ", as in measure: boats | at_least: 12" if line is None and "measure" in columns else ""
                if line is not None and line[1]:
                    raise ValueError(f"it does not say of what the amount is, as in {line[0]}")
                raise CellError(says, *([line[0]] if line is not None else []))
            inner = attrs.evolve(context, before=value_at(context.before, column.steps), field=column.steps[-1])
            try:
                held = column.kind.read(words.removeprefix(" "), inner)
            except ValueError as error:
                sentence, meant = said_of(error)
                wrong[place] = f"{column.name}: {sentence}", tuple(f"{column.name}: {each}" for each in meant)
            else:
                put_at(made, column.steps, held)
        if wrong:
            raise CellError(
                next(iter(wrong.values()))[0], *_mended(parts, {at: meant for at, (_, meant) in wrong.items()})
            )
        return made

    return CellKind(write=write, read=read)


def _mended(parts: list[str], wrong: Mapping[int, tuple[str, ...]]) -> Iterator[str]:
    """The whole line in each way in which all parts that are wrong can be meant: the same one of each."""
    for at in range(max(map(len, wrong.values())) if all(wrong.values()) else 0):
        made = [(wrong[n][min(at, len(wrong[n]) - 1)] if n in wrong else part) for n, part in enumerate(parts)]
        yield joined_items(made, "|", " | ")


def value_at(value: Any, steps: tuple[str, ...]) -> Any:
    """What plain JSON holds behind ``steps``; None where there is nothing."""
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def put_at(made: dict[str, Any], steps: tuple[str, ...], value: Any) -> None:
    """Put ``value`` behind ``steps`` into plain JSON, with the objects on the way there."""
    *outer, last = steps
    for step in outer:
        made = made.setdefault(step, {})
    made[last] = value
