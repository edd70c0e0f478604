"""From faults of the schema to findings that a person can act on: one for each cause, at the member at fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from attrs import evolve

from accords.diagnostics import Diagnostic, Fix, diagnose, rename
from accords.pointer import Path, in_words, to_pointer
from accords.prose import cut, listed
from accords.schema.nouns import homes_of_fields, kinds_by_field, kinds_with, noun_of, variants_of
from accords.schema.old_forms import help_for_old, is_told_elsewhere
from accords.schema.store import Misfit, faults
from accords.schema.values import value_finding
from accords.suggest import is_clear, nearest

__all__ = ["MOST_FAULTS", "explain"]

MOST_FAULTS = 20_000
"""How many faults of the schema are looked at: a second or two, whatever stands in the largest text that is read."""

_GUESSES = 100
"""For how many unknown fields of one object it is looked for what they stand for."""

_NEVER_STORED = "status is never stored: write what happened into `events`, and `accords status` works it out"
_LEFT_OUT = {
    ("an obligation", "status"): _NEVER_STORED,
    ("an obligation", "fulfilled"): _NEVER_STORED,
    ("an agreement", "status"): _NEVER_STORED,
}
"""Fields that people look for and that the format leaves out on purpose."""


def explain(document: Any) -> list[Diagnostic]:
    """Say in words of the field why ``document`` is not shaped like a record; empty where it is.

    Findings have pointers and no positions. Of more than 20,000 faults the rest is not looked at; the last finding
    says so. Never raises on bad data.
    """
    objects: dict[Path, Misfit] = {}
    found: dict[tuple[Path, str], Diagnostic] = {}
    looked_at = list(islice(faults(document), MOST_FAULTS + 1))
    for fault in looked_at[:MOST_FAULTS]:
        path = fault.path
        if fault.keyword in ("required", "additionalProperties"):
            # What is missing and what is too much in one object are often one slip: they are told together.
            if path not in objects or fault.schema.get("additionalProperties") is False:
                objects[path] = fault
        else:
            finding = value_finding(fault, path, document)
            found.setdefault((path, finding.code), finding)
    # A list is not held to name things twice where the things named are no ids in the first place.
    faulty = {path[:-1] for path, _ in found}
    found = {at: finding for at, finding in found.items() if finding.code != "ACC114" or at[0] not in faulty}
    in_objects = ((path, each) for path, fault in objects.items() for each in _object_findings(fault, path, document))
    for path, finding in islice(in_objects, MOST_FAULTS):
        found.setdefault((path, finding.code + finding.pointer), finding)
    findings = list(found.values())
    if len(looked_at) > MOST_FAULTS or next(in_objects, None) is not None:
        findings[-1] = evolve(findings[-1], message=f"{findings[-1].message}; more findings are not listed")
    return findings


# ---- objects: fields missing, unknown, or of another kind


def _object_findings(fault: Misfit, path: Path, document: Any) -> Iterator[Diagnostic]:
    schema, instance = fault.schema, fault.instance
    legal = list(schema["properties"])
    missing = [name for name in schema.get("required", ()) if name not in instance]
    unknown = [name for name in instance if name not in legal] if schema.get("additionalProperties") is False else []
    place = in_words(path, document)
    of_other_kinds = kinds_by_field(schema)
    strange: list[str] = []
    there: dict[str, str] = {}
    old = {name: told for name in unknown[:_GUESSES] if (told := help_for_old(noun_of(schema), name, path, document))}
    yield from (
        _unknown_field(name, schema, path, place, instead=told)
        for name, told in old.items()
        if not is_told_elsewhere(noun_of(schema), name, instance)
    )
    unknown = [name for name in unknown if name not in old]
    taken = set(instance)
    for number, name in enumerate(unknown):
        meant = nearest(name, (other for other in legal if other != "$schema")) if number < _GUESSES else None
        if meant is None and len(unknown) == len(missing) == 1 and len(instance) <= 2:
            meant = missing[0]  # in so small an object there is nothing else that it could stand for
        if meant is None or meant in taken or name in of_other_kinds:
            strange.append(name)
            if meant is not None and meant in instance:
                there[name] = meant
            continue
        taken.add(meant)
        missing = [other for other in missing if other != meant]
        yield _unknown_field(name, schema, path, place, suggestion=meant)
    if any(name in of_other_kinds for name in strange):
        yield _wrong_fields(fault, missing, strange, path, place)
        return
    for name in strange:
        yield _unknown_field(name, schema, path, place, there=there.get(name))
    if missing == ["kind"] and (name := next((name for name in instance if nearest(name, missing)), None)):
        yield _unknown_field(name, schema, path, place, suggestion="kind")
    elif missing:
        yield _missing_fields(fault, missing, path, place)


def _unknown_field(
    name: str,
    schema: Any,
    path: Path,
    place: str | None,
    suggestion: str | None = None,
    there: str | None = None,
    instead: tuple[str, Fix | None] | None = None,
) -> Diagnostic:
    """``suggestion`` is the field that was probably meant, ``there`` one that was but stands there already.

    ``instead`` says how an old field is written now, and has the fix where there is one.
    """
    what = noun_of(schema)
    homes = sorted(homes_of_fields().get(name, set()) - {what})
    elsewhere = f"`{name}` belongs in {listed(homes, 'or')}" if homes else None
    if (what, name) in _LEFT_OUT:
        elsewhere = _LEFT_OUT[what, name]
    elif there:
        elsewhere = f"it looks like `{there}`, which is there already: keep one of the two"
    legal = [member for member in schema["properties"] if member != "$schema"]
    fields = ", ".join(legal)
    pointer = to_pointer((*path, name))
    is_sure = suggestion is not None and is_clear(name, suggestion, legal)
    if instead is not None:
        message = f"{what} has no field `{name}` any more"
        help_text, fix = instead
        return diagnose("ACC102", message, pointer=pointer, on_key=True, place=place, help=help_text, fix=fix)
    return diagnose(
        "ACC102",
        f"{what} has no field `{cut(name)}`",
        pointer=pointer,
        on_key=True,
        place=place,
        suggestion=suggestion,
        fix=rename(pointer, suggestion, on_key=True) if suggestion and is_sure else None,
        help=None if suggestion else elsewhere or "put content of your own into `extensions` at the top level",
        notes=() if suggestion or there or (what, name) in _LEFT_OUT else (f"fields of {what}: {fields}",),
    )


def _wrong_fields(fault: Misfit, missing: list[str], strange: list[str], path: Path, place: str | None) -> Diagnostic:
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


def _missing_fields(fault: Misfit, missing: list[str], path: Path, place: str | None) -> Diagnostic:
    schema = fault.schema
    notes = tuple(
        f"`{name}`: {schema['properties'][name]['description']}" for name in missing if name in schema["properties"]
    )
    help_text = None
    if missing == ["kind"]:
        kinds = schema["properties"]["kind"].get("enum")
        fitting = kinds_with(schema, fault.instance) if fault.instance else []
        notes, help_text = (), f"kinds: {', '.join(kinds)}" if kinds else None
        if fitting:
            help_text = f"with these fields it is of kind {listed([json.dumps(kind) for kind in fitting], 'or')}"
    return diagnose(
        "ACC101",
        f"{noun_of(schema)} needs {listed([f'`{name}`' for name in missing])}",
        pointer=to_pointer(path),
        place=place,
        help=help_text,
        notes=notes,
    )
