"""A corpus goes through validation, tables and questions with equal counts, and memory does not grow with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from accords.corpus import examine_together, pieces
from accords.corpus.table_files import export_tables
from corpora import random_corpus, write_corpus
from large import COUNTED, through

SMALL, LARGE = 1_000, int(os.environ.get("ACCORDS_CORPUS", "100000"))
"""How many records the two corpora of the long run have; the environment may set the larger one."""
MOST = 1.5


def test_the_same_seed_makes_the_same_corpus() -> None:
    """And another one another."""
    assert list(random_corpus(1, 20)) == list(random_corpus(1, 20))
    assert list(random_corpus(1, 20)) != list(random_corpus(2, 20))


def test_validation_tables_and_the_maker_count_alike(tmp_path: Path) -> None:
    """What is damaged is found, and nothing else is an error."""
    path = tmp_path / "corpus.jsonl.gz"
    made = write_corpus(path, seed=3, count=250)
    assert made["damaged"] > 0
    faulty = sum(not each.report.ok for each in examine_together(pieces([path])))
    tally = export_tables([path], tmp_path / "tables")
    assert faulty == tally.faulty == made["damaged"]
    assert tally.records == made["records"] == 250
    assert {name: tally.rows[name] for name in COUNTED} == {name: made[name] for name in COUNTED}
    assert min(made[name] for name in COUNTED) > 20


@pytest.mark.slow
def test_memory_is_flat_from_a_thousand_records_to_a_hundred_thousand(tmp_path: Path) -> None:
    """In one process, for each verb."""
    pytest.importorskip("duckdb")
    small, large = ({run.verb: run.memory for run in through(tmp_path / str(n), n)[1]} for n in (SMALL, LARGE))
    assert {verb: large[verb] <= MOST * small[verb] for verb in small} == dict.fromkeys(small, True), (small, large)
