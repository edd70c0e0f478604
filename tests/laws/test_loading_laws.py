"""Loading, which runs the rules of errors alone, refuses exactly what validating finds an error in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accords.diagnostics import InvalidRecordError
from accords.validate import examine, loads
from mutants import mutants
from records import NEAR_MISSES, ROOT, WHOLE, read_plain

FIXTURES = sorted(
    path
    for folder in (ROOT / "tests" / "rules", ROOT / "tests" / "records", ROOT / "examples")
    for path in folder.rglob("*.json")
    if not path.name.endswith((".expected.json", ".settings.json"))
)


def _agrees(raw: bytes) -> bool:
    """Whether loading gives the agreement of the examination, or raises with its report."""
    whole = examine(raw)
    try:
        return loads(raw) == whole.agreement
    except InvalidRecordError as refused:
        return not whole.report.ok and refused.report == whole.report


def test_a_record_loads_exactly_where_it_has_no_error() -> None:
    """Records for each rule, and near misses."""
    assert [path for path in FIXTURES if not _agrees(path.read_bytes())] == []


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_a_damaged_record_loads_exactly_where_it_has_no_error(path: Path) -> None:
    """What an error is does not depend on which other rules run."""
    assert all(_agrees(json.dumps(each).encode()) for each in mutants(read_plain(path), 6, seed=3))


@pytest.mark.slow
@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_records_damaged_in_many_ways_load_exactly_where_they_have_no_error(path: Path) -> None:
    """The same in the long run, on more of them than every run has time for."""
    assert all(_agrees(json.dumps(each).encode()) for each in mutants(read_plain(path), 400, seed=4))


@pytest.mark.parametrize("count", [1, pytest.param(20, marks=pytest.mark.slow)])
def test_short_records_that_are_damaged_load_exactly_where_they_have_no_error(count: int) -> None:
    """A few of each."""
    for path in NEAR_MISSES:
        assert all(_agrees(json.dumps(each).encode()) for each in mutants(read_plain(path), count, seed=9)), path
