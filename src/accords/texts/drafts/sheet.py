"""The JSON Schema of drafts, within what providers of structured outputs take, and drafts as JSON."""

from __future__ import annotations

import inspect
import json
from typing import Annotated, Any, cast, get_args, get_origin, get_type_hints

import attrs

from accords.model.scalars import Doc
from accords.pointer import to_pointer
from accords.prose import kind_of, listed, printable
from accords.suggest import nearest
from accords.texts.drafts.form import LISTS, Draft, DraftRow, words_of

__all__ = ["DraftError", "draft_json", "draft_schema", "read_draft"]

_PLAIN = {str: "string", int: "integer", bool: "boolean"}
_MOST_ROWS = 2_000
_MOST_TOLD = 10
_MOST_CHARACTERS = 20_000_000


class DraftError(ValueError):
    """A draft is not of the form; as a string, what is wrong and where."""


def draft_schema() -> dict[str, Any]:
    """The JSON Schema of drafts: every member required, no choice of types, nothing that refers to anything else."""
    schema = _object(Draft)
    for name, row in LISTS.items():
        schema["properties"][name]["items"] = _object(row)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _object(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    return {
        "type": "object",
        "description": inspect.cleandoc(cls.__doc__ or ""),
        "properties": {field.name: _property(cls, field.name, hints[field.name]) for field in attrs.fields(cls)},
        "required": [field.name for field in attrs.fields(cls)],
        "additionalProperties": False,
    }


def _property(cls: type, name: str, hint: Any) -> dict[str, Any]:
    assert get_origin(hint) is Annotated, f"{cls.__name__}.{name} has no documentation"
    kind, *notes = get_args(hint)
    told: dict[str, Any] = {"description": next(note.text for note in notes if isinstance(note, Doc))}
    words = words_of(cls, name)
    if words is not None:
        return {"type": "string", **told, "enum": list(words)}
    if get_origin(kind) is tuple:
        return {"type": "array", **told, "items": {"type": "string"}}
    return {"type": _PLAIN[kind], **told}


def draft_json(draft: Draft) -> str:
    """``draft`` as JSON, each row on lines of its own.

    >>> accords.read_draft(accords.draft_json(accords.Draft())) == accords.Draft()
    True
    """
    plain = attrs.asdict(
        draft, value_serializer=lambda _, __, value: list(value) if isinstance(value, tuple) else value
    )
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def read_draft(text: str | bytes) -> Draft:
    """The draft that is written in JSON. Raises DraftError, which names the first ten faults and their places.

    >>> accords.read_draft('{"people": []}')
    Traceback (most recent call last):
    accords.texts.drafts.sheet.DraftError: the draft is not of its form:
    the draft lacks conclusion; what the text does not say is empty there
    the draft lacks beginning; what the text does not say is empty there
    the draft lacks term; what the text does not say is empty there
    the draft lacks duties; what the text does not say is empty there
    the draft lacks amounts; what the text does not say is empty there
    the draft lacks statements; what the text does not say is empty there
    """
    if len(text) > _MOST_CHARACTERS:
        raise DraftError(
            f"the draft has more than {_MOST_CHARACTERS:,} characters; a text of an agreement gives no such draft"
        )
    try:
        plain: Any = json.loads(text)
    except UnicodeDecodeError as wrong:
        raise DraftError("the draft is no text in UTF-8; give the JSON itself, saved as UTF-8") from wrong
    except (ValueError, RecursionError) as wrong:
        if not text.strip():
            raise DraftError("the draft is empty; ask for it again") from wrong
        where = printable(str(wrong))
        raise DraftError(f"the draft is no JSON: {where}; mend it there, or ask for it again") from wrong
    faults: list[str] = []
    if not isinstance(plain, dict):
        raise DraftError(f"the draft is {kind_of(plain)}, not an object with {listed(LISTS)}")
    given = cast("dict[str, Any]", plain)
    _check_names(given, tuple(LISTS), (), faults)
    rows: dict[str, tuple[Any, ...]] = {}
    for name, cls in LISTS.items():
        value: object = given.get(name, [])
        if not isinstance(value, list):
            faults.append(f"/{name} is {kind_of(value)}, not a list")
            continue
        items = cast("list[object]", value)
        if len(items) > _MOST_ROWS:
            faults.append(f"/{name} has more than {_MOST_ROWS:,} rows")
        made = (_row(cls, item, (name, place), faults) for place, item in enumerate(items[:_MOST_ROWS]))
        rows[name] = tuple(row for row in made if row is not None)
    if faults:
        more = f"\nand {len(faults) - _MOST_TOLD:,} more" if len(faults) > _MOST_TOLD else ""
        raise DraftError("the draft is not of its form:\n" + "\n".join(faults[:_MOST_TOLD]) + more)
    return Draft(**rows)


def _row(cls: type[DraftRow], item: object, path: tuple[str | int, ...], faults: list[str]) -> DraftRow | None:
    if not isinstance(item, dict):
        faults.append(f"{to_pointer(path)} is {kind_of(item)}, not an object")
        return None
    given = cast("dict[str, Any]", item)
    before = len(faults)
    hints = get_type_hints(cls)
    _check_names(given, tuple(field.name for field in attrs.fields(cls)), path, faults)
    for name, value in given.items():
        if name in hints:
            faults += _faults_of(value, hints[name], words_of(cls, name), to_pointer((*path, name)))
    return cls(**given) if len(faults) == before else None


def _check_names(given: dict[str, Any], known: tuple[str, ...], path: tuple[str | int, ...], faults: list[str]) -> None:
    here = to_pointer(path) or "the draft"
    faults += [f"{here} lacks {name}; what the text does not say is empty there" for name in known if name not in given]
    for name in given.keys() - {*known, *(() if path else ("$schema",))}:
        meant = nearest(name, known)
        faults.append(
            f"{here} has {printable(name[:64])}, which is no part of a draft"
            + (f"; did you mean {meant}?" if meant else "")
        )


def _faults_of(value: Any, hint: Any, words: tuple[str, ...] | None, where: str) -> list[str]:
    if words is not None:
        if isinstance(value, str) and value in words:
            return []
        return [f"{where} is {printable(repr(value)[:64])}, not one of {', '.join(words)}"]
    if get_origin(hint) is tuple:
        if isinstance(value, list) and all(isinstance(each, str) for each in cast("list[object]", value)):
            return []
        return [f"{where} is {kind_of(value)}, not a list of texts"]
    if value.__class__ is hint and not (hint is int and abs(value) > 10**9):
        return []
    return [f"{where} is {kind_of(value)}, not {_MEANT[hint]}"]


_MEANT = {str: "a text", int: "a whole number", bool: "true or false"}
