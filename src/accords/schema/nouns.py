"""What the schema says about its own parts: what they are called, which kinds there are, where a field belongs."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from accords.pointer import Path
from accords.prose import with_article
from accords.schema.store import shared_schema

__all__ = ["holder_of", "homes_of_fields", "kinds_by_field", "kinds_with", "noun_of", "resolved", "variants_of"]


def noun_of(schema: Any) -> str:
    """What an object of this schema is called: "an obligation", "a `date` condition"."""
    kind = schema["properties"].get("kind", {}).get("const")
    if kind is not None:
        choice = next((name for name, variants in _choices().items() if kind in variants), "object")
        return f"{with_article(kind).partition(' ')[0]} `{kind}` {choice.lower()}"
    return with_article(schema["title"].lower())


@cache
def _choices() -> dict[str, dict[str, Any]]:
    """Title of a choice → kind → the schema of that kind."""
    definitions = shared_schema()["$defs"]
    return {
        schema["title"]: {
            branch["if"]["properties"]["kind"]["const"]: definitions[branch["then"]["$ref"].rpartition("/")[2]]
            for branch in schema["allOf"]
        }
        for schema in definitions.values()
        if "allOf" in schema
    }


def variants_of(schema: Any) -> dict[str, Any]:
    """Kind → schema, of the choice that ``schema`` is one kind of; empty where it is none."""
    kind = schema["properties"].get("kind", {}).get("const")
    return next((variants for variants in _choices().values() if kind in variants), {})


def kinds_with(schema: Any, names: Collection[str]) -> list[str]:
    """The kinds of the choice ``schema`` that have all fields of ``names``; empty where it is no choice."""
    variants = _choices().get(schema["title"], {}) if "allOf" in schema else {}
    return [kind for kind, variant in variants.items() if all(name in variant["properties"] for name in names)]


def kinds_by_field(schema: Any) -> dict[str, list[str]]:
    """Field → the kinds of the same choice that have it, leaving out the fields of ``schema`` itself."""
    fields: dict[str, list[str]] = {}
    for other, variant in variants_of(schema).items():
        for name in variant["properties"]:
            if name not in schema["properties"]:
                fields.setdefault(name, []).append(other)
    return fields


@cache
def homes_of_fields() -> dict[str, set[str]]:
    """Field → the objects that have it, in words; common fields such as ``id`` are in many."""
    root = shared_schema()
    homes: dict[str, set[str]] = {}
    for schema in (root, *root["$defs"].values()):
        for name in schema.get("properties", ()):
            if "allOf" not in schema:
                homes.setdefault(name, set()).add(noun_of(schema))
    return {name: nouns for name, nouns in homes.items() if len(nouns) <= 3}


def holder_of(path: Path, document: Any) -> Any:
    """The schema of the object or list in ``document`` that holds what is at ``path``; empty where there is none."""
    schema: Any = shared_schema()
    here = document
    for step in path[:-1]:
        here = here[step]
        part = schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
        schema = resolved(part, here)
    return schema


def resolved(schema: Any, value: Any) -> Any:
    """``schema`` with its reference followed; of a choice, the kind that ``value`` says it is, empty where none."""
    if "$ref" in schema:
        schema = shared_schema()["$defs"][schema["$ref"].rpartition("/")[2]]
    if "allOf" in schema and isinstance(value, dict):
        return _choices()[schema["title"]].get(str(value.get("kind")), {})
    return schema
