"""The reference of the format, as Markdown, from its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

__all__ = ["compose_reference"]

INTRODUCTION = """# Format reference

Every object, field and word of the record format, version 1.0. This page is made from the JSON Schema, which is
made from the classes of the library. [The guide](format.md) explains how they work together.

A field marked * has to be there. Every other field may be absent, which means *not stated*; where the library
has to assume something, the field's line says so.
"""


def compose_reference(schema: dict[str, Any]) -> str:
    """Write the reference for ``schema``, objects in the order in which a reader meets them."""
    definitions = schema["$defs"]
    order: list[str] = []
    _visit(schema, definitions, order)
    objects = [name for name in order if "properties" in definitions[name] and "allOf" not in definitions[name]]
    choices = [name for name in order if "allOf" in definitions[name]]
    amounts = [name for name in order if "then" in definitions[name]]
    words = sorted(name for name in order if "enum" in definitions[name])
    texts = sorted(name for name in order if definitions[name].get("type") == "string")
    parts = [INTRODUCTION, "## Objects", _object("Agreement", schema, definitions)]
    parts += [_object(name, definitions[name], definitions) for name in objects]
    parts += ["## Choices by kind", *(_choice(name, definitions[name]) for name in choices)]
    parts += ["## Numbers or objects", *(_amount(name, definitions[name], definitions) for name in amounts)]
    parts += ["## Words", *(_words(name, definitions[name]) for name in words)]
    parts += ["## Texts of a fixed form", *(_text(name, definitions[name]) for name in texts)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _visit(node: Any, definitions: dict[str, Any], order: list[str]) -> None:
    for reference in _references(node):
        if reference not in order:
            order.append(reference)
            _visit(definitions[reference], definitions, order)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for key, value in node.items():
            if key != "$defs":
                yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _object(name: str, schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    rows = []
    for field, value in schema["properties"].items():
        if field == "$schema":
            continue
        star = "*" if field in schema.get("required", ()) else ""
        default = f" Default: `{_code(value['default'])}`." if "default" in value else ""
        examples = (
            f" Such as {', '.join(f'`{_code(one)}`' for one in value['examples'])}." if "examples" in value else ""
        )
        rows.append(
            f"| `{field}`{star} | {_type(value, definitions)} | {_cell(value['description'])}{default}{examples} |"
        )
    kind = schema["properties"].get("kind", {}).get("const")
    title = f"### {name}" + (f' (kind "{kind}")' if kind else "")
    table = "\n".join(["| field | holds | meaning |", "|---|---|---|", *rows])
    return f"{title}\n\n{schema['description']}\n\n{table}"


def _type(value: dict[str, Any], definitions: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{_anchor(name, definitions[name])})"
    if value.get("type") == "array":
        least = f", {value['minItems']} or more" if "minItems" in value else ""
        return f"list of {_type(value['items'], definitions)}{least}"
    if "const" in value:
        return f"`{value['const']}`"
    return {"boolean": "true or false", "integer": "whole number", "object": "any object"}.get(
        value["type"], value["type"]
    )


def _anchor(name: str, schema: dict[str, Any]) -> str:
    kind = schema.get("properties", {}).get("kind", {}).get("const")
    return name.lower() + (f"-kind-{kind}" if kind else "")


def _choice(name: str, schema: dict[str, Any]) -> str:
    rows = [
        f"| `{branch['if']['properties']['kind']['const']}` | [{target}](#{target.lower()}-kind-"
        f"{branch['if']['properties']['kind']['const']}) |"
        for branch in schema["allOf"]
        for target in [branch["then"]["$ref"].rpartition("/")[2]]
    ]
    return "\n".join([f"### {name}", "", "| kind | object |", "|---|---|", *rows])


def _amount(name: str, schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    return f"### {name}\n\nA number, {schema['minimum']} or more, or a {_type(schema['then'], definitions)}."


def _words(name: str, schema: dict[str, Any]) -> str:
    about, _, meanings = schema["description"].partition("\n\n")
    rows = [line.removeprefix("- ").partition(": ") for line in meanings.splitlines()]
    table = "\n".join(f"| `{word}` | {_cell(meaning)} |" for word, _, meaning in rows)
    return f"### {name}\n\n{about}\n\n| word | meaning |\n|---|---|\n{table}"


def _text(name: str, schema: dict[str, Any]) -> str:
    examples = schema.get("examples", ())
    such = f" Such as {', '.join(f'`{_code(one)}`' for one in examples)}." if examples else ""
    most = f" At most {schema['maxLength']} characters." if "maxLength" in schema else ""
    return f"### {name}\n\n{schema['description']}{most}{such}"


def _code(value: object) -> str:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
