"""What is written out for speed makes the same of every record as the strict converter does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from accords.codec import structure, structure_accepted, unstructure
from accords.model.agreement import Agreement
from accords.schema.store import accepts
from mutants import mutants
from records import ROOT, VALID, WHOLE, read_plain


def _classes(value: Any) -> list[type]:
    """The classes of ``value`` and of everything in it, in order."""
    if isinstance(value, tuple):
        return [cls for item in value for cls in _classes(item)]
    inner = attrs.fields(type(value)) if attrs.has(type(value)) else ()
    return [type(value), *(cls for one in inner for cls in _classes(getattr(value, one.name)))]


def _texts(record: Agreement) -> str:
    return repr(attrs.astuple(record, recurse=False))


def _is_the_same(record: dict[str, Any]) -> bool:
    quick, strict = structure_accepted(record), structure(record)
    return quick == strict and _texts(quick) == _texts(strict) and _classes(quick) == _classes(strict)


def test_a_record_is_built_as_the_strict_converter_builds_it() -> None:
    """Values, words and classes alike, and what is written of it makes it again."""
    for path in VALID:
        record = read_plain(path)
        assert _is_the_same(record), path
        assert structure(unstructure(structure_accepted(record))) == structure(record), path


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
@pytest.mark.parametrize("count", [40, pytest.param(3_000, marks=pytest.mark.slow)])
def test_what_the_schema_accepts_of_damaged_records_is_built_the_same(path: Path, count: int) -> None:
    """Numbers with a point, empty lists and odd texts among it."""
    accepted = [each for each in mutants(read_plain(path), count, seed=11) if accepts(each)]
    assert len(accepted) > count // 30
    assert all(_is_the_same(each) for each in accepted)


def test_what_is_built_is_frozen_and_shares_nothing_that_can_change() -> None:
    """As if it had come through its own door."""
    record = read_plain(ROOT / "examples" / "minimal.accord.json")
    first, second = structure_accepted(record), structure_accepted(record)
    assert type(first) is Agreement
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        first.title = "Other"  # type: ignore[misc]
    assert first.extensions is not second.extensions
