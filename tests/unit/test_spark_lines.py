"""What Spark is given for a batch of lines, without Spark: the rows of one process, whatever the batches are."""

from __future__ import annotations

import json
from typing import Any

import pytest

import accords
from accords.corpus.records import pieces
from accords.corpus.spark import PlacedRow, rows_of_lines
from accords.corpus.spark import _lines_before as lines_before
from accords.tables import TABLES
from accords.tables.delimited import cell_text
from corpora import random_corpus
from records import NEAR_MISSES, read_plain

DAYS = ("2024-01-08",)


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, int, bytes]]:
    """Sound and damaged records, no two with one id."""
    made = [line for line, _ in random_corpus(11, 30)]
    others = {read_plain(path)["id"]: read_plain(path) for path in NEAR_MISSES[::18]}
    contents = [*made, b"{", b"\xff", *(json.dumps(each).encode() for each in others.values())]
    return [("many.jsonl", number, content) for number, content in enumerate(contents, 1)]


@pytest.mark.thorough
def test_rows_of_lines_are_the_rows_of_tables(lines: list[tuple[str, int, bytes]], tmp_path: Any) -> None:
    """Cell by cell, in the order of the lines."""
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"\n".join(content for _, _, content in lines))
    tables = accords.to_tables(accords.read_records([path]), as_of=DAYS)
    found: dict[str, list[list[str | None]]] = {name: [] for name in TABLES}
    for row in rows_of_lines([(str(path), number, content) for _, number, content in lines], DAYS):
        found[row.table].append(row.cells)
    for name, rows in tables.items():
        assert found[name] == [[cell_text(cell) or None for cell in row.values()] for row in rows], name
    assert len(list(pieces([path]))) == len(found["records"]) == len(lines)


@pytest.mark.thorough
def test_a_batch_more_or_less_makes_no_difference(lines: list[tuple[str, int, bytes]]) -> None:
    """A line is worked on by itself."""
    whole = list(rows_of_lines(lines, DAYS))
    assert [row for line in lines for row in rows_of_lines([line], DAYS)] == whole


@pytest.mark.thorough
def test_only_the_tables_that_are_wanted_are_made(lines: list[tuple[str, int, bytes]]) -> None:
    """With findings alone, nothing of what records hold."""
    whole = list(rows_of_lines(lines, DAYS))
    for wanted in (("findings",), ("claims", "statuses"), ()):
        expected = [row for row in whole if row.table in wanted]
        assert list(rows_of_lines(lines, DAYS, wanted=wanted)) == expected
    assert isinstance(whole[0], PlacedRow)


def test_lines_are_numbered_through_the_stretches_of_each_file() -> None:
    """In whatever order the stretches were counted, and from anew in the next file."""
    counts = {("b", 0): 5, ("a", 700): 2, ("a", 0): 3, ("a", 1000): 1, ("b", 90): 1}
    before = {("a", 0): 0, ("a", 700): 3, ("a", 1000): 5, ("b", 0): 0, ("b", 90): 5}
    assert lines_before(counts) == before
