"""The schema and the converter agree, and so do independent validators of the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from accords.codec import ConversionError, dumps, structure, unstructure
from accords.schema import store
from accords.schema.explain import explain
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, accepts, read_schema
from accords.validate import loads
from mutants import mutants
from records import NEAR_MISSES, VALID, WHOLE, read_plain

NAMED_REASONS = {
    "pattern": "a text is not of the form its field wants (ids, hashes, tags; blank texts)",
    "not": "a text of a fixed form ends in a line break",
    "maxLength": "an id is too long",
    "minItems": "a list is too short",
    "uniqueItems": "a list of ids repeats one",
    "minimum": "a number is too small",
}
"""Why something that converts may still not pass the schema."""

RUST = jsonschema_rs.validator_for(read_schema(AGREEMENT))
RUST_TYPES = jsonschema_rs.validator_for(read_schema(AGREEMENT_TYPES))
PYTHON = jsonschema.Draft202012Validator(read_schema(AGREEMENT))
PYTHON_TYPES = jsonschema.Draft202012Validator(read_schema(AGREEMENT_TYPES))


MUTANTS = [
    *(pytest.param((path,), 80, id=path.stem) for path in WHOLE),
    pytest.param(NEAR_MISSES, 5, id="near-misses"),
    *(
        pytest.param((path,), 700, id=f"many-{path.parent.name[:6]}-{path.stem}", marks=pytest.mark.slow)
        for path in VALID
    ),
]
"""Records with how many mutants of each are tried: some in every run, of all records hundreds in the long one."""


def _converts(record: dict[str, Any]) -> bool:
    try:
        structure(record)
    except ConversionError:
        return False
    return True


@pytest.mark.parametrize(("paths", "count"), MUTANTS)
def test_what_passes_the_schema_converts_and_the_reverse_fails_only_for_named_reasons(
    paths: tuple[Path, ...], count: int
) -> None:
    """Over mutants of each valid record."""
    passed = 0
    for mutant in (mutant for path in paths for mutant in mutants(read_plain(path), count)):
        accepted, converted = accepts(mutant), _converts(mutant)
        passed += accepted
        if accepted:
            assert converted, json.dumps(mutant)
        elif converted:
            reasons = {str(error.schema_path[-1]) for error in RUST.iter_errors(mutant)}
            assert reasons <= set(NAMED_REASONS), (reasons, json.dumps(mutant))
    assert 0 < passed < count * len(paths)


@pytest.mark.parametrize(("paths", "count"), MUTANTS)
def test_both_schema_files_and_two_validators_agree_on_records_and_mutants(paths: tuple[Path, ...], count: int) -> None:
    """A reversed interval is the one thing no pattern can see; it is put aside."""
    for path in paths:
        record = read_plain(path)
        assert RUST.is_valid(record), path
        assert PYTHON.is_valid(record), path
        for mutant in mutants(record, max(1, count // 4), seed=1):
            verdict = RUST.is_valid(mutant)
            assert RUST_TYPES.is_valid(mutant) is verdict, json.dumps(mutant)
            assert accepts(mutant) is verdict or "2022-12/2022-11" in json.dumps(mutant), json.dumps(mutant)
        for mutant in mutants(record, count // 100, seed=5):
            verdict = RUST.is_valid(mutant)
            assert PYTHON.is_valid(mutant) is verdict, json.dumps(mutant)
            assert PYTHON_TYPES.is_valid(mutant) is verdict, json.dumps(mutant)


@pytest.mark.parametrize("path", WHOLE[:4], ids=lambda path: f"{path.parent.name[:6]}-{path.stem}")
def test_every_mutant_that_is_refused_is_explained(path: Path) -> None:
    """At least one finding, each at a place that exists, and no two the same."""
    for mutant in mutants(read_plain(path), 50, seed=2):
        found = explain(mutant)
        assert bool(found) is not accepts(mutant), json.dumps(mutant)
        assert len({(finding.code, finding.pointer) for finding in found}) == len(found)


@pytest.mark.parametrize(
    ("path", "count"),
    [*((path, 3) for path in WHOLE), *(pytest.param(path, 60, marks=pytest.mark.slow) for path in WHOLE)],
)
def test_the_same_is_explained_where_the_fast_validator_is_missing(
    path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it passes over is right: records that were damaged twice have the same findings without it."""
    damaged = [next(mutants(once, 1, seed)) for seed, once in enumerate(mutants(read_plain(path), count, seed=3))]
    found = [explain(each) for each in damaged]
    monkeypatch.setattr(store, "_fast", lambda part=None: None)
    assert [explain(each) for each in damaged] == found
    assert any(found)


def test_records_survive_the_way_to_text_and_back() -> None:
    """Load, write, load gives the same agreement; writing twice gives the same text."""
    for path in VALID:
        agreement = loads(path.read_bytes())
        text = dumps(agreement)
        assert loads(text) == agreement, path
        assert dumps(loads(text)) == text, path
        assert unstructure(agreement) == json.loads(text), path
