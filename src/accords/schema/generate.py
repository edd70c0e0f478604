"""From annotated attrs classes to JSON Schema 2020-12. Knows how classes are annotated, and no class of the model."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs

from accords.model.scalars import Doc, Minimum, MinItems, Reference, Scalar

__all__ = ["generate"]

Schema = dict[str, Any]


def generate(
    root: type,
    choices: Mapping[str, Any],
    *,
    identifier: str,
    one_of: bool = False,
    output: bool = False,
    comment: str | None = None,
) -> Schema:
    """Write the schema of ``root`` and everything it holds.

    Args:
        root: the attrs class of the outermost object.
        choices: name → union of attrs classes that are told apart by ``kind``, or of a number and one class.
        identifier: the ``$id``.
        one_of: write a choice as ``oneOf``, which code generators understand, instead of a list of kinds with
            ``if``/``then``, by which every validator and editor points at the fault inside the chosen kind.
        output: describe what the library writes, not what people write: every member is there, with null where
            a value is absent, and fields need no documentation beside that of their class.
        comment: what to tell whoever opens the file, or makes something of it.

    Returns:
        The schema, its parts in a stable order.
    """
    builder = _Builder(choices, one_of=one_of, output=output)
    body = builder.object_schema(root)
    if not output:
        for_editors = {"title": "Schema", "description": "For editors; has no meaning.", "type": "string"}
        body["properties"] = {"$schema": for_editors, **body["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        **({} if comment is None else {"$comment": comment}),
        **body,
        "$defs": dict(sorted(builder.definitions.items())),
    }


class _Builder:
    """Collects definitions while it walks the classes."""

    def __init__(self, choices: Mapping[str, Any], *, one_of: bool, output: bool) -> None:
        self.definitions: dict[str, Schema] = {}
        self._choices = {frozenset(get_args(union)): name for name, union in choices.items()}
        self._one_of = one_of
        self._output = output

    def object_schema(self, cls: type) -> Schema:
        """A closed object with the fields of ``cls``; a class that carries ``kind`` begins with it."""
        attrs.resolve_types(cls)
        properties: dict[str, Schema] = {}
        required: list[str] = []
        kind = getattr(cls, "kind", None)
        if isinstance(kind, str):
            properties["kind"] = {
                "title": "Kind",
                "description": f"Says that this is: {_sentence(cls)}",
                "const": kind,
            }
            required.append("kind")
        for attribute in attrs.fields(cls):
            properties[attribute.name] = self._property(attribute)
            if self._output or attribute.default is attrs.NOTHING or _literal(attribute.type) is not None:
                required.append(attribute.name)
        return {
            "title": _words(cls.__name__),
            "description": inspect.cleandoc(cls.__doc__ or ""),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _property(self, attribute: attrs.Attribute[Any]) -> Schema:
        kind, notes = _unwrap(attribute.type)
        doc = next((note for note in notes if isinstance(note, Doc)), None)
        schema: Schema = {"title": _words(attribute.name)}
        if self._output:
            return schema | self._value(kind, notes)
        assert doc is not None, f"{attribute.name} has no documentation"
        schema |= {"description": doc.text, **self._value(kind, notes)}
        if doc.examples:
            is_list = schema.get("type") == "array"
            schema["examples"] = [[example] if is_list else example for example in doc.examples]
        if isinstance(attribute.default, (str, bool, int)) and _literal(attribute.type) is None:
            schema["default"] = attribute.default
        return schema

    def _value(self, kind: Any, notes: tuple[Any, ...] = ()) -> Schema:
        """The schema of a value of type ``kind``, limits in ``notes`` included."""
        if (inner := _optional(kind)) is not None:
            kind, more = _unwrap(inner)
            value = self._value(kind, (*notes, *more))
            return {"anyOf": [value, {"type": "null"}]} if self._output else value
        scalar = next((note for note in notes if isinstance(note, Scalar)), None)
        if scalar is not None:
            return self._reference(scalar.name, lambda: _scalar_schema(scalar))
        if get_origin(kind) is tuple and get_args(kind)[-1] is not Ellipsis:
            parts = [self._value(each) for each in get_args(kind)]
            return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], notes)
        if kind is str:
            return {"type": "string"}
        if get_origin(kind) is Literal:
            return {"const": get_args(kind)[0]}
        if _is_union(kind):
            name = self._choices[frozenset(get_args(kind))]
            return self._reference(name, lambda: self._choice(name, get_args(kind)))
        if kind in _PLAIN:
            low = next((note.value for note in notes if isinstance(note, Minimum)), None)
            return {"type": _PLAIN[kind]} | ({} if low is None else {"minimum": low})
        origin = get_origin(kind)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object"}
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._reference(kind.__name__, lambda: _enum_schema(kind))
        assert attrs.has(kind), f"no schema for {kind!r}"
        return self._reference(kind.__name__, lambda: self.object_schema(kind))

    def _list(self, item: Any, notes: tuple[Any, ...]) -> Schema:
        kind, inner = _unwrap(item)
        schema: Schema = {"type": "array", "items": self._value(kind, inner)}
        least = next((note.count for note in notes if isinstance(note, MinItems)), None)
        if least is not None:
            schema["minItems"] = least
        if any(isinstance(note, Reference) for note in inner):
            schema["uniqueItems"] = True
        return schema

    def _choice(self, name: str, members: tuple[Any, ...]) -> Schema:
        if any(_unwrap(member)[0] is Decimal for member in members):
            return self._number_or_object(name, members)
        references = [self._reference(member.__name__, lambda m=member: self.object_schema(m)) for member in members]
        kinds = [member.kind for member in members]
        title = {"title": _words(name), "description": "One of: " + ", ".join(kinds) + "."}
        if self._one_of:
            return {**title, "oneOf": references}
        meanings = " ".join(f"{member.kind}: {_sentence(member)}" for member in members)
        return {
            **title,
            "type": "object",
            "properties": {"kind": {"title": "Kind", "description": meanings, "enum": kinds}},
            "required": ["kind"],
            # It says nothing that was not so without it. But code generators that do not follow if/then keep the other
            # members of the chosen kind where it stands, and lose them where it does not.
            "additionalProperties": True,
            "allOf": [
                {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": reference}
                for kind, reference in zip(kinds, references, strict=True)
            ],
        }

    def _number_or_object(self, name: str, members: tuple[Any, ...]) -> Schema:
        """A number, or an object of one class, written so that faults are told at the member at fault."""
        (number,) = (self._value(*_unwrap(member)) for member in members if _unwrap(member)[0] is Decimal)
        (cls,) = (member for member in members if _unwrap(member)[0] is not Decimal)
        reference = self._reference(cls.__name__, lambda: self.object_schema(cls))
        title = {"title": _words(name), "description": f"A number, or: {_sentence(cls)}"}
        if self._one_of:
            return {**title, "oneOf": [number, reference]}
        return {**title, **number, "type": ["number", "object"], "if": {"type": "object"}, "then": reference}

    def _reference(self, name: str, build: Any) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}  # stands there while its own parts refer back to it
            self.definitions[name] = build()
        return {"$ref": f"#/$defs/{name}"}


_PLAIN = {bool: "boolean", int: "integer", float: "number", Decimal: "number"}
"""Type → the name of it in a schema."""


def _scalar_schema(scalar: Scalar) -> Schema:
    schema: Schema = {"title": _words(scalar.name), "description": scalar.text, "type": "string"}
    if scalar.examples:
        schema["examples"] = list(scalar.examples)
    if scalar.max_length:
        schema["maxLength"] = scalar.max_length
    schema["pattern"] = scalar.pattern
    if scalar.pattern.endswith("$"):
        # In some languages `$` also stands before a last newline; this says no in all of them.
        schema["not"] = {"pattern": "\\n"}
    return schema


def _enum_schema(kind: type[Enum]) -> Schema:
    meanings = "\n".join(f"- {member.value}: {getattr(member, 'meaning', '')}" for member in kind)
    return {
        "title": _words(kind.__name__),
        "description": f"{inspect.cleandoc(kind.__doc__ or '')}\n\n{meanings}",
        "enum": [member.value for member in kind],
    }


def _unwrap(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without its annotations, and the annotations."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        return inner, tuple(notes)
    return kind, ()


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _optional(kind: Any) -> Any:
    """What ``kind`` is beside None, or None where it is not optional."""
    if not _is_union(kind) or types.NoneType not in get_args(kind):
        return None
    members = tuple(member for member in get_args(kind) if member is not types.NoneType)
    return members[0] if len(members) == 1 else Union[members]  # noqa: UP007 - built at run time


def _literal(kind: Any) -> Any:
    inner, _ = _unwrap(kind)
    return get_args(inner)[0] if get_origin(inner) is Literal else None


def _sentence(cls: type) -> str:
    return inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _words(name: str) -> str:
    """``obligor_ids`` and ``ThirdParty`` as words: "Obligor ids", "Third party"."""
    spaced = " ".join(_parts(name)).lower()
    return spaced[:1].upper() + spaced[1:]


def _parts(name: str) -> Iterator[str]:
    for part in name.split("_"):
        yield from re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", part)
