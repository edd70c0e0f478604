"""From faults of the schema to findings that a person can act on: one for each cause, at the member at fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from accords.dates import DateError, parse_date
from accords.diagnostics import Diagnostic, diagnose
from accords.durations import DurationError, parse_duration
from accords.pointer import Path, in_words, to_pointer
from accords.schema.nouns import homes_of_fields, kinds_by_field, noun_of, variants_of
from accords.schema.store import Fault, faults
from accords.suggest import nearest
from accords.text import cut, listed, with_article

__all__ = ["explain"]


def explain(document: Any) -> list[Diagnostic]:
    """Say in words of the field why ``document`` is not shaped like a record; empty where it is.

    Findings have pointers and no positions. Never raises on bad data.
    """
    objects: dict[Path, Fault] = {}
    found: dict[tuple[Path, str], Diagnostic] = {}
    for fault in faults(document):
        path = fault.path
        if fault.keyword in ("required", "additionalProperties"):
            # What is missing and what is too much in one object are often one slip: they are told together.
            if path not in objects or "additionalProperties" in fault.schema:
                objects[path] = fault
        else:
            finding = _value_finding(fault, path, document)
            found.setdefault((path, finding.code), finding)
    for path, fault in objects.items():
        for finding in _object_findings(fault, path, document):
            found.setdefault((path, finding.code + finding.pointer), finding)
    return list(found.values())


# ---- objects: fields missing, unknown, or of another kind


def _object_findings(fault: Fault, path: Path, document: Any) -> Iterator[Diagnostic]:
    schema, instance = fault.schema, fault.instance
    legal = list(schema["properties"])
    missing = [name for name in schema.get("required", ()) if name not in instance]
    unknown = [name for name in instance if name not in legal] if "additionalProperties" in schema else []
    place = in_words(path, document)
    of_other_kinds = kinds_by_field(schema)
    strange: list[str] = []
    for name in unknown:
        meant = nearest(name, (other for other in legal if other not in instance and other != "$schema"))
        if meant is None or name in of_other_kinds:
            strange.append(name)
            continue
        missing = [other for other in missing if other != meant]
        yield _unknown_field(name, schema, path, place, suggestion=meant)
    if any(name in of_other_kinds for name in strange):
        yield _wrong_fields(fault, missing, strange, path, place)
        return
    for name in strange:
        yield _unknown_field(name, schema, path, place)
    if missing:
        yield _missing_fields(schema, missing, path, place)


def _unknown_field(name: str, schema: Any, path: Path, place: str | None, suggestion: str | None = None) -> Diagnostic:
    what = noun_of(schema)
    homes = sorted(homes_of_fields().get(name, set()) - {what})
    elsewhere = f"`{name}` belongs in {listed(homes, 'or')}" if homes else None
    fields = ", ".join(member for member in schema["properties"] if member != "$schema")
    return diagnose(
        "ACC102",
        f"{what} has no field `{cut(name)}`",
        pointer=to_pointer((*path, name)),
        on_key=True,
        place=place,
        suggestion=suggestion,
        help=None if suggestion else elsewhere or "put content of your own into `extensions` at the top level",
        notes=() if suggestion else (f"fields of {what}: {fields}",),
    )


def _wrong_fields(fault: Fault, missing: list[str], strange: list[str], path: Path, place: str | None) -> Diagnostic:
    schema = fault.schema
    parts = ([f"needs {listed([f'`{name}`' for name in missing])}"] if missing else []) + [
        f"has no field {listed([f'`{cut(name)}`' for name in strange], 'or')}"
    ]
    fitting = _fitting_kinds(schema, fault.instance)
    ways = [f"use kind {listed([json.dumps(kind) for kind in fitting], 'or')}"] if fitting else []
    if missing and len(strange) == 1:
        ways.append(f"replace `{cut(strange[0])}` by `{missing[0]}`")
    elif not missing:
        ways.append(f"remove {listed([f'`{cut(name)}`' for name in strange])}")
    return diagnose(
        "ACC106",
        f"{noun_of(schema)} {', and '.join(parts)}",
        pointer=to_pointer(path),
        place=place,
        help=", or ".join(ways) or None,
    )


def _fitting_kinds(schema: Any, instance: Any) -> list[str]:
    """The other kinds that have every field of ``instance``; those that lack none of their own, if there are any."""
    fitting = [
        (kind, all(name in instance for name in variant["required"]))
        for kind, variant in variants_of(schema).items()
        if all(name in variant["properties"] for name in instance)
    ]
    complete = [kind for kind, is_complete in fitting if is_complete]
    return complete or [kind for kind, _ in fitting]


def _missing_fields(schema: Any, missing: list[str], path: Path, place: str | None) -> Diagnostic:
    notes = tuple(
        f"`{name}`: {schema['properties'][name]['description']}" for name in missing if name in schema["properties"]
    )
    help_text = None
    if missing == ["kind"]:
        kinds = schema["properties"]["kind"].get("enum")
        notes, help_text = (), f"kinds: {', '.join(kinds)}" if kinds else None
    return diagnose(
        "ACC101",
        f"{noun_of(schema)} needs {listed([f'`{name}`' for name in missing])}",
        pointer=to_pointer(path),
        place=place,
        help=help_text,
        notes=notes,
    )


# ---- single values


def _value_finding(fault: Fault, path: Path, document: Any) -> Diagnostic:
    """The finding for a value that is wrong in itself."""
    field = next((f"`{step}`" for step in reversed(path) if isinstance(step, str)), "the record")
    value, schema = fault.instance, fault.schema
    code, message, help_text, suggestion = "ACC103", "", None, None
    if value is None:
        code, message = "ACC116", f"{field} is null"
        help_text = "a field that may be absent is left out where nothing is stated"
    elif fault.keyword == "enum" and isinstance(value, str):
        code, message = "ACC104", f"{field} cannot be {_shown(value)}"
        suggestion = nearest(value, schema["enum"])
        help_text = "one of " + ", ".join(schema["enum"])
    elif fault.keyword in ("pattern", "not", "format", "maxLength") and isinstance(value, str):
        code, message, help_text, suggestion = _malformed(schema["title"], field, value, schema)
    elif fault.keyword == "minItems":
        least = fault.limit
        code, message = "ACC113", f"{field} needs at least {least} item{'' if least == 1 else 's'}"
    elif fault.keyword == "uniqueItems":
        again = next(item for position, item in enumerate(value) if item in value[:position])
        path = (*path, max(position for position, item in enumerate(value) if item == again))
        code, message = "ACC114", f"{field} names {_shown(again)} twice"
    elif fault.keyword == "minimum":
        code, message = "ACC115", f"{field} is {_shown(value)}, and must be {fault.limit} or more"
    else:
        message = f"{field} is {_wanted(schema)}, not {_type_name(value)}"
        help_text = _how_to_write(schema, value)
    return diagnose(
        code,
        message,
        pointer=to_pointer(path),
        place=in_words(path, document),
        help=help_text,
        suggestion=suggestion,
    )


def _malformed(title: str, field: str, value: str, schema: Any) -> tuple[str, str, str | None, str | None]:
    """Code, message, help and suggestion for a text that is not of the form it must have."""
    if title == "Date":
        codes = {"no-such-day": "ACC105", "not-a-date": "ACC107", "reversed-interval": "ACC108"}
        try:
            parse_date(value)
        except DateError as error:
            return codes[error.reason], str(error), None, None
    if title == "Duration":
        try:
            parse_duration(value)
        except DurationError as error:
            return "ACC109", str(error), None, None
    if title == "Text":
        return (
            "ACC111",
            f"{field} is blank",
            "a field that may be absent is left out where nothing is stated",
            None,
        )
    if title == "Id":
        if len(value) > schema["maxLength"]:
            return (
                "ACC110",
                f"an id has at most {schema['maxLength']} characters, and this has {len(value):,}",
                None,
                None,
            )
        slug = _slug(value)
        return (
            "ACC110",
            f"{_shown(value)} is not an id: {schema['description'][0].lower()}{schema['description'][1:-1]}",
            None,
            slug,
        )
    examples = schema.get("examples")
    return (
        "ACC112",
        f"{_shown(value)} is not {with_article(title.lower())}",
        f"{schema['description']}" + (f" Such as {', '.join(examples)}." if examples else ""),
        None,
    )


def _slug(text: str) -> str | None:
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())
    return "-".join(part for part in letters.split("-") if part)[:100] or None


def _wanted(schema: Any) -> str:
    """What a value of this schema is, in words."""
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    if "const" in schema:
        return f"the text {schema['const']!r}"
    match schema.get("type"):
        case "array":
            return "a list"
        case "object":
            return noun_of(schema) if "title" in schema and "properties" in schema else "an object"
        case "integer":
            return "a whole number"
        case "boolean":
            return "true or false"
    title = schema.get("title", "Text")
    return "a text" if title == "Text" else with_article(title.lower())


def _type_name(value: object) -> str:
    """What a JSON value is, in words, with the value itself where it is short."""
    match value:
        case bool():
            return json.dumps(value)
        case int() | float():
            return f"the number {_shown(value)}"
        case str():
            return f"the text {_shown(value)}"
        case list():
            return "a list"
        case _:
            return "an object"


def _how_to_write(schema: Any, value: object) -> str | None:
    """How to write ``value`` where that can be told from it."""
    if schema.get("type") == "array" and isinstance(value, (str, dict)):
        return f"write [{_shown(value)}]" if isinstance(value, str) else "put it into [ ]"
    if isinstance(value, (int, float)) and not isinstance(value, bool) and schema.get("type") == "string":
        return f'write "{cut(json.dumps(value))}"'
    if schema.get("title") == "Condition" and isinstance(value, str):
        try:
            date = parse_date(value)
        except DateError as error:
            if error.reason != "not-a-date":
                return f'write a condition of kind "date" with a day that exists: {error}'
            return f'write {{"kind": "vague", "text": {_shown(value)}}} for a time without a date, or another condition'
        return f'write {{"kind": "date", "value": "{date}"}}'
    if schema.get("title") == "Performance" and isinstance(value, str):
        return f'write {{"kind": {_shown(value)}}}'
    return None


def _shown(value: object) -> str:
    return cut(json.dumps(value, ensure_ascii=False))
