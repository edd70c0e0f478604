"""The finding for a value that is wrong in itself: of another type, out of a list, not of the form it must have."""

from __future__ import annotations

import json
from typing import Any

from accords.dates import DateError, parse_date
from accords.dates.durations import DurationError, parse_duration
from accords.diagnostics import Diagnostic, diagnose, rename
from accords.pointer import Path, in_words, to_pointer
from accords.prose import cut, with_article
from accords.schema.nouns import holder_of, noun_of
from accords.schema.store import Misfit
from accords.suggest import is_clear, nearest, slug_of

__all__ = ["value_finding"]


def value_finding(fault: Misfit, path: Path, document: Any) -> Diagnostic:
    """The finding for a value that is wrong in itself."""
    field = next((f"`{step}`" for step in reversed(path) if isinstance(step, str)), "the record")
    value, schema = fault.instance, fault.schema
    code, message, help_text, suggestion = "ACC103", "", None, None
    is_sure = False
    if value is None:
        code, message = "ACC116", f"{field} is null"
        help_text = _instead(path, document)
    elif fault.keyword == "enum" and isinstance(value, str):
        code, message = "ACC104", f"{field} cannot be {_shown(value)}"
        suggestion = nearest(value, schema["enum"])
        is_sure = suggestion is not None and is_clear(value, suggestion, schema["enum"])
        help_text = "one of " + ", ".join(schema["enum"])
    elif fault.keyword in ("pattern", "not", "format", "maxLength") and isinstance(value, str):
        code, message, help_text, suggestion = _malformed(schema["title"], field, value, schema)
        if code == "ACC111":
            help_text = _instead(path, document)
    elif fault.keyword == "minItems":
        least = fault.limit
        code, message = "ACC113", f"{field} needs at least {least} item{'' if least == 1 else 's'}"
    elif fault.keyword == "uniqueItems":
        place, again = _first_repeated(value)
        path = (*path, place)
        code, message = "ACC114", f"{field} names {_shown(again)} twice"
    elif fault.keyword == "minimum":
        code, message = "ACC115", f"{field} is {_shown(value)}, and must be {fault.limit} or more"
    else:
        what = f"each item of {field}" if isinstance(path[-1:] and path[-1], int) else field
        message = f"{what} must be {_wanted(schema)}, not {_type_name(value)}"
        help_text = _how_to_write(schema, value)
    return diagnose(
        code,
        message,
        pointer=to_pointer(path),
        place=in_words(path, document),
        help=help_text,
        suggestion=suggestion,
        fix=rename(to_pointer(path), suggestion) if suggestion and is_sure else None,
    )


def _instead(path: Path, document: Any) -> str:
    """What to do where a value says nothing."""
    if path and path[-1] in holder_of(path, document).get("required", ()):
        return "it has to be there: write what the source says"
    return "remove it" if isinstance(path[-1:] and path[-1], int) else "leave it out where nothing is stated"


def _first_repeated(items: list[Any]) -> tuple[int, Any]:
    """The first item that stands in the list before, and its place."""
    seen: set[str] = set()
    for place, item in enumerate(items):
        text = json.dumps(item, sort_keys=True)
        if text in seen:
            return place, item
        seen.add(text)
    return 0, items[0]  # the validator holds 1 and 1.0 for the same


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
        return (
            "ACC110",
            f"{_shown(value)} is not an id: {schema['description'][0].lower()}{schema['description'][1:-1]}",
            None,
            slug_of(value),
        )
    examples = schema.get("examples")
    return (
        "ACC112",
        f"{_shown(value)} is not {with_article(title.lower())}",
        f"{schema['description']}" + (f" Such as {', '.join(examples)}." if examples else ""),
        None,
    )


def _wanted(schema: Any) -> str:
    """What a value of this schema is, in words."""
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    if "const" in schema:
        return f"the text {json.dumps(schema['const'])}"
    match schema.get("type"):
        case "array":
            return "a list"
        case "object":
            is_item = "title" in schema and schema["title"] != "Performance"
            return noun_of(schema) if is_item and "properties" in schema else "an object"
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
    if not isinstance(value, str) or "properties" not in schema:
        return None
    kinds = schema["properties"].get("kind", {}).get("enum")
    if kinds is None:
        required = schema.get("required", ())
        if "locator" in schema["properties"] and slug_of(value) != value:
            return f'write {{"{required[0]}": "…", "locator": {_shown(value)}}}, with the id of the source'
        return f'write {{"{required[0]}": {_shown(value)}}}' if len(required) == 1 else None
    kind = nearest(value, kinds)
    if kind is not None:
        return f'write {{"kind": "{kind}"}}, with the fields of that kind'
    return _which_condition(value) if schema["title"] == "Condition" else f"kinds: {', '.join(kinds)}"


def _which_condition(text: str) -> str:
    """The condition that ``text`` was meant for: a date, a period counted from something, or a time in vague words."""
    try:
        return f'write {{"kind": "date", "value": "{parse_date(text)}"}}'
    except DateError as error:
        if error.reason != "not-a-date":
            return f'write a condition of kind "date" with a day that exists: {error}'
    try:
        counted_from = '{"kind": "conclusion"}'
        return f'write {{"kind": "offset", "anchor": {counted_from}, "duration": "{parse_duration(text)}"}}'
    except DurationError:
        return f'write {{"kind": "vague", "text": {_shown(text)}}} for a time without a date, or another condition'


def _shown(value: object) -> str:
    return cut(json.dumps(value, ensure_ascii=False))
