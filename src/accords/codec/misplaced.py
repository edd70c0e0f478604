"""What in a record that somebody built does not belong where it stands, so that it cannot be written as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, cast

import attrs

from accords.codec.compiled import sort_of
from accords.model.agreement import Agreement
from accords.pointer import Path

__all__ = ["misplaced"]

_EXPECTED = {"number": "a number", "list": "a tuple", "date": "a date", "duration": "a duration", "amount": "a number"}


def misplaced(record: Agreement | Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """The place of every value that JSON has no form for, with what is wrong with it; in the order of the record.

    What JSON can say is not looked at: the schema does. Raises RecursionError for what is nested too deep.
    """
    return _in_object(record, Agreement, ()) if isinstance(record, Agreement) else _in_json(record, ())


def _in_object(value: Any, cls: type, path: Path) -> Iterator[tuple[Path, str]]:
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        held = getattr(value, attribute.name)
        if held is not None or attribute.default is not None:
            yield from _in_field(held, attribute.type, (*path, attribute.name))


def _in_field(value: Any, kind: Any, path: Path) -> Iterator[tuple[Path, str]]:
    sort, made_of = sort_of(kind)
    match sort:
        case "object" | "choice":
            classes = made_of if isinstance(made_of, list) else [made_of]
            if value.__class__ in classes:
                yield from _in_object(value, value.__class__, path)
            elif sort == "object" or not _is_json(value):
                yield path, _instead(" or ".join(each.__name__ for each in classes), value)
        case "amount" if value.__class__ is made_of:
            yield from _in_object(value, made_of, path)
        case "list" if isinstance(value, tuple):
            for place, item in enumerate(value):
                yield from _in_field(item, made_of, (*path, place))
        case "number" | "amount" if isinstance(value, Decimal):
            pass
        case "date" | "duration" if hasattr(value, "text"):
            pass
        case "word" if isinstance(value, made_of):
            pass
        case "word":
            yield path, _instead(f"a member of {made_of.__name__}", value)
        case "number" | "amount" | "list" | "date" | "duration":
            yield path, _instead(_EXPECTED[sort], value)
        case _:
            yield from _in_json(value, path)


def _in_json(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for name, member in cast("Mapping[str, Any]", value).items():
            yield from _in_json(member, (*path, name))
    elif isinstance(value, (list, tuple)):
        for place, item in enumerate(cast("list[Any]", value)):
            yield from _in_json(item, (*path, place))
    elif not _is_json(value):
        yield path, f"JSON has no form for a value of Python's {type(value).__name__}: {value!r:.64}"


def _is_json(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float))


def _instead(wanted: str, value: object) -> str:
    return f"expected {wanted}, not {type(value).__name__} {value!r:.64}"
