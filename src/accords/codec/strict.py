"""From plain JSON of any kind to an agreement: the strict converter, which takes nothing on trust."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from accords.dates import Edtf, parse_date
from accords.dates.durations import Duration, parse_duration
from accords.model.agreement import Agreement
from accords.model.scalars import as_number, plain_type
from accords.vocabulary import Vocabulary

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["ConversionError", "structure"]


class ConversionError(ValueError):
    """A value does not fit the model. A record that passes the schema never raises it."""


def structure(data: Mapping[str, Any]) -> Agreement:
    """Build the agreement that ``data``, plain JSON, describes.

    Nothing is coerced: a number is not a text, ``null`` is nothing, an unknown member is an error. A
    top-level ``$schema`` is for editors and is dropped. Checks shape only; see ``validate`` for the rest.

    Raises:
        ConversionError: the data do not fit the model.
    """
    if "accords_version" not in data:
        raise ConversionError("the version of the format is missing")
    if not isinstance(data.get("$schema", ""), str):
        raise ConversionError("$schema is not a text")
    members = {name: value for name, value in data.items() if name != "$schema"}
    try:
        return _converter().structure(members, Agreement)
    except RecursionError:
        raise
    except Exception as error:  # cattrs raises whatever its hooks raise; callers get one kind
        raise ConversionError(str(error)) from error


@cache
def _converter() -> Converter:
    # Records from files do not come this way, and importing it takes longer than reading most of them.
    from cattrs import Converter  # noqa: PLC0415

    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    for kind in (str, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(Decimal, lambda value, _: _number(value))
    # Words are texts too: the hook for their own root comes before the one for texts.
    converter.register_structure_hook(Vocabulary, lambda value, kind: kind(_text(value)))
    converter.register_structure_hook(Edtf, lambda value, _: parse_date(_text(value)))
    converter.register_structure_hook(Duration, lambda value, _: parse_duration(_text(value)))
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(_is_mapping, lambda _: _mapping)
    converter.register_structure_hook_factory(_is_union, _union_hook)
    return converter


_Hook = Callable[[Any, Any], Any]


def _exactly(kind: type) -> _Hook:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"expected {kind.__name__}, not {type(value).__name__}")
        return value

    return hook


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(f"expected a text, not {type(value).__name__}")
    return value


def _whole_number(value: Any, _: Any) -> int:
    # JSON knows no integers: 2.0 is the number 2, and every schema validator takes it as one.
    if type(value) is int or (type(value) is float and value.is_integer()):
        return int(value)
    raise TypeError(f"expected a whole number, not {value!r}")


def _number(value: Any) -> Decimal:
    if type(value) not in (int, float):
        raise TypeError(f"expected a number, not {type(value).__name__}")
    return as_number(value)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(kind: Any, converter: Converter) -> _Hook:
    item = get_args(kind)[0]
    hook = converter.get_structure_hook(item)

    def structure_tuple(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise TypeError(f"expected a list, not {type(value).__name__}")
        return tuple([hook(member, item) for member in value])

    return structure_tuple


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is not None and isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping)


def _mapping(value: Any, _: Any) -> Any:
    if type(value) is not dict:
        raise TypeError(f"expected an object, not {type(value).__name__}")
    return value


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _union_hook(union: Any, converter: Converter) -> _Hook:
    """``X | None`` where the member is present, a number or an object, or classes that carry ``kind``."""
    members = [plain_type(member) for member in get_args(union) if member is not types.NoneType]
    if len(members) == 1:
        hook = converter.get_structure_hook(members[0])
        return lambda value, _: hook(value, members[0])
    if Decimal in members:
        (other,) = (member for member in members if member is not Decimal)
        hook = converter.get_structure_hook(other)
        return lambda value, _: hook(value, other) if type(value) is dict else _number(value)
    by_kind = {member.kind: member for member in members}

    def structure_tagged(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise TypeError(f"expected an object, not {type(value).__name__}")
        rest = dict(value)
        member = by_kind[rest.pop("kind")]
        # Looked up late: conditions hold conditions.
        return converter.get_structure_hook(member)(rest, member)

    return structure_tagged
