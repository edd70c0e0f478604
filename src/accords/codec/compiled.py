"""Readers and writers for the classes of the model, each written out as Python when it is first needed.

A reader is for plain JSON that the schema has accepted, and looks at nothing that the schema has looked at. It fills
in an object of a subclass that is not frozen, and gives it the class itself in the end: a frozen object sets every
field the long way round, which would take most of the time.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

import attrs

from accords.compiling import Code, Function, Made
from accords.dates import Edtf, parse_date
from accords.dates.durations import Duration, parse_duration
from accords.model.freezing import freeze, thaw
from accords.model.scalars import as_number, plain_type
from accords.vocabulary import Vocabulary

__all__ = ["READERS", "WRITERS", "sort_of"]

_Sort: TypeAlias = Literal[
    "plain", "constant", "whole", "number", "word", "date", "duration", "list", "object", "choice", "amount", "members"
]
_SIMPLE: dict[Any, _Sort] = {
    str: "plain", bool: "plain", int: "whole", Decimal: "number", Edtf: "date", Duration: "duration",
}  # fmt: skip


def sort_of(kind: Any) -> tuple[_Sort, Any]:
    """What a field of the type ``kind`` holds where it is not absent, and what that is made of."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return sort_of(parts[0])
    if origin in (Union, types.UnionType):
        present = [plain_type(each) for each in parts if each is not types.NoneType]
        if len(present) == 1:
            return sort_of(present[0])
        return ("amount", present[1]) if present[0] is Decimal else ("choice", present)
    if origin is tuple and parts[1:] == (Ellipsis,):
        return "list", parts[0]
    if origin is Literal:
        return "constant", None
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "members", None
    if kind in _SIMPLE:
        return _SIMPLE[kind], None
    if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, Vocabulary)):
        return "object" if attrs.has(kind) else "word", kind
    raise TypeError(f"no field of the model holds {kind!r}")


def _fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(attrs.resolve_types(cls))
    return fields


def _kind(cls: type) -> str | None:
    """The ``kind`` by which a class of a choice is told from the others."""
    kind = getattr(cls, "kind", None)
    return kind if isinstance(kind, str) else None


# ---- from JSON


def _reader(cls: type) -> Function:
    assert not hasattr(cls, "__attrs_post_init__"), f"{cls.__name__} does more than hold its fields"
    code = Code(f"read_{cls.__name__}", "value")
    unfrozen = {"__slots__": (), "__init__": object.__init__, "__setattr__": object.__setattr__}
    code.add(f"made = {code.name(type(cls.__name__, (cls,), unfrozen))}()")
    code.add("get = value.get")
    for attribute in _fields(cls):
        assert attribute.validator is None, f"{cls.__name__}.{attribute.name} has a check of its own"
        code.add(f"made.{attribute.name} = {_reading(attribute, code)}")
    code.add(f"made.__class__ = {code.name(cls)}")
    code.add("return made")
    return code.function()


def _reading(attribute: attrs.Attribute[Any], code: Code) -> str:
    """The expression for a member of ``value``, or for the default where it is absent."""
    name = attribute.name
    match attribute.default:
        case attrs.NOTHING:
            return _read(attribute.type, f"value[{name!r}]", code)
        case attrs.Factory() as factory:  # type: ignore[misc]
            absent = f"{code.name(factory.factory)}()"
        case default:
            absent = code.name(default)
    return f"{absent} if (each := get({name!r})) is None else {_read(attribute.type, 'each', code)}"


def _read(kind: Any, text: str, code: Code) -> str:
    """The expression that makes a value of the type ``kind`` of the JSON that the expression ``text`` gives."""
    sort, made_of = sort_of(kind)
    match sort:
        case "whole":
            return f"int({text})"  # JSON may write 2 as 2.0
        case "number":
            return f"{code.name(as_number)}({text})"
        case "amount":
            ratio = f"{code.name(READERS)}[{code.name(made_of)}]({text})"
            return f"({ratio} if {text}.__class__ is dict else {code.name(as_number)}({text}))"
        case "word":
            return f"{code.name({word.value: word for word in made_of})}[{text}]"
        case "date":
            return f"{code.name(parse_date)}({text})"
        case "duration":
            return f"{code.name(parse_duration)}({text})"
        case "members":
            return f"{code.name(freeze)}({text})"
        case "list":
            item = _read(made_of, "item", code)
            return f"tuple({text})" if item == "item" else f"tuple([{item} for item in {text}])"
        case "object":
            return f"{code.name(READERS)}[{code.name(made_of)}]({text})"
        case "choice":
            classes = {_kind(cls): cls for cls in made_of}
            return f"{code.name(Made(lambda kind: READERS[classes[kind]]))}[{text}['kind']]({text})"
    return text


# ---- to JSON


def _writer(cls: type) -> Function:
    if not attrs.has(cls):
        return _as_it_is  # in a choice, where somebody built what does not belong there
    code = Code(f"write_{cls.__name__}", "value")
    kind = _kind(cls)
    code.add("made = {}" if kind is None else f"made = {{'kind': {kind!r}}}")
    for attribute in _fields(cls):
        absent = _absence(attribute, code)
        code.add(f"each = value.{attribute.name}")
        code.add(f"{f'if each {absent}: ' if absent else ''}made[{attribute.name!r}] = {_write(attribute.type, code)}")
    code.add("return made")
    return code.function()


def _absence(attribute: attrs.Attribute[Any], code: Code) -> str | None:
    """How the expression goes on that says that a value is not the default; None where it is written all the same."""
    if attribute.default is attrs.NOTHING or sort_of(attribute.type)[0] == "constant":
        return None
    if attribute.default is None:
        return "is not None"
    factory = getattr(attribute.default, "factory", None)
    return f"!= {code.name(factory() if factory else attribute.default)}"


def _write(kind: Any, code: Code, text: str = "each") -> str:
    """The expression that makes JSON of the value of the type ``kind`` that is called ``text``."""
    sort, made_of = sort_of(kind)
    match sort:
        case "word":
            return f"{text}._value_"
        case "number":
            return f"{code.name(_plain_number)}({text})"
        case "amount":
            ratio = f"{code.name(WRITERS)}[{code.name(made_of)}]({text})"
            number = f"{code.name(_plain_number)}({text})"
            return f"({ratio} if {text}.__class__ is {code.name(made_of)} else {number})"
        case "date" | "duration":
            return f"{text}.text"
        case "list":
            item = _write(made_of, code, "item")
            return f"list({text})" if item == "item" else f"[{item} for item in {text}]"
        case "object":
            return f"{code.name(WRITERS)}[{code.name(made_of)}]({text})"
        case "choice":
            return f"{code.name(WRITERS)}[{text}.__class__]({text})"
        case "members":
            return f"{code.name(thaw)}({text})"
    return text


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _as_it_is(value: Any) -> Any:
    return value


READERS = Made(_reader)
"""Class of the model → what makes a value of it of plain JSON that the schema has accepted."""

WRITERS = Made(_writer)
"""Class of the model → what makes plain JSON of a value of it."""
