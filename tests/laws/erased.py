"""Which fields of the format bear on status, and records as an engine sees them that does not read one of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs

from accords.model.agreement import Agreement

from .random_records import random_record
from .soundness import compare

SILENT = frozenset(
    """
    citations id label clause action as_written summary title names kind name text text_language note note_language
    as_written_language place position other_titles identifiers languages prevailing_language announced_by_ids form
    legal_natures related assessments coding extensions release scales former_ids beside_agreement with_consent_of_ids
    exceptions related_ids themes obligor_basis date_basis when_basis known_on_basis represented_by_basis basis
    when_as_written role_as_written internal extent_text count review_after held_by_ids accords_version
    designation_notes
    """.split()  # noqa: SIM905 - so many words are read as words
)
"""Names of fields that no answer depends on."""
NOT_STATUS = {
    "Claim.reading_id",  # quoted beside a charge
    "Source.publisher", "Source.authors", "Source.language", "Source.url", "Source.archived_url", "Source.text_sha256",
    "Source.published_basis",
    "Citation.locator", "Citation.span",
    "Agreement.sources", "Agreement.actors",
}  # fmt: skip
"""Single fields that no answer depends on, or that cannot be left out."""
QUIET = {
    "ActorName", "Assessment", "Carveout", "Citation", "Coding", "Correction", "DesignationNote", "DutyCoding",
    "Identifier", "LocalText", "NatureView", "RatingScale", "Relation", "Release", "ScaleLevel", "Span", "Waiver",
}  # fmt: skip
"""Classes that no answer depends on."""


_NAMES = ("actors", "agreement", "conclusion", "conditions", "events", "obligations", "sources")
MODULES = {f"accords.model.{name}" for name in _NAMES}


def classes() -> list[type]:
    """Every class of the format that a record holds."""
    found: dict[str, type] = {}
    ahead: list[type] = [Agreement]
    while ahead:
        cls = ahead.pop()
        if cls.__name__ in found:
            continue
        found[cls.__name__] = cls
        for hint in get_type_hints(cls).values():
            ahead += [
                inner for inner in _inside(hint) if attrs.has(inner) and inner.__module__.startswith("accords.model")
            ]
    return [found[name] for name in sorted(found)]


def _inside(hint: object) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _inside(part)


def bearing() -> list[str]:
    """Class and name of every field that bears on status and can be left out."""
    found = []
    for cls in classes():
        for field in attrs.fields(cls):
            name = f"{cls.__name__}.{field.name}"
            optional = field.default is not attrs.NOTHING
            if optional and field.name not in SILENT and name not in NOT_STATUS and cls.__name__ not in QUIET:
                found.append(name)
    return found


def without(value: Any, field: str) -> Any:
    """The value as somebody sees it who does not read one field."""
    if isinstance(value, tuple):
        return tuple(without(each, field) for each in value)
    if not attrs.has(type(value)) or type(value).__module__ not in MODULES:
        return value
    changed = {}
    for each in attrs.fields(type(value)):
        before = getattr(value, each.name)
        if f"{type(value).__name__}.{each.name}" == field:
            default = each.default
            changed[each.name] = default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
        else:
            after = without(before, field)
            if after is not before and after != before:
                changed[each.name] = after
    return attrs.evolve(value, **changed) if changed else value


def is_sound(record: Agreement, seed: int, count: int) -> bool:
    """Whether the record is answered rightly where nothing is left out."""
    rng = random.Random(seed)
    t = rng.randint(-2, 22)
    return not any(verdict.unsound for verdict in compare(record, t, t, rng, count))


def stated(value: Any) -> set[str]:
    """The fields that a record states."""
    if isinstance(value, tuple):
        return set().union(*map(stated, value))
    if not attrs.has(type(value)) or type(value).__module__ not in MODULES:
        return set()
    found = set()
    for each in attrs.fields(type(value)):
        inside = getattr(value, each.name)
        if inside is not None and inside != ():
            found |= {f"{type(value).__name__}.{each.name}"} | stated(inside)
    return found


def caught(field: str, seeds: range, count: int = 40) -> int | None:
    """The first record whose worlds an engine rules out that does not read the field."""
    for seed in seeds:
        record = random_record(random.Random(seed))
        seen = without(record, field)
        if seen == record:
            continue
        rng = random.Random(seed)
        t = rng.randint(-2, 22)
        try:
            is_caught = any(verdict.unsound for verdict in compare(record, t, t, rng, count, seen=seen))
        except (ValueError, KeyError, IndexError):
            continue
        if is_caught and is_sound(record, seed, count):
            return seed
    return None


def first_seeds(seeds: range) -> Iterator[tuple[str, int]]:
    """For every field the first record that shows that it is not read, as far as there is one."""
    missing = set(bearing())
    for seed in seeds:
        record = random_record(random.Random(seed))
        for field in sorted(missing):
            if without(record, field) != record and caught(field, range(seed, seed + 1)) is not None:
                missing.discard(field)
                yield field, seed


if __name__ == "__main__":
    for found, first in first_seeds(range(20_000, 24_000)):
        print(f'    "{found}": {first},', flush=True)
