"""A corpus goes through validation, tables and questions with equal counts, and memory does not grow with it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from accords.corpus import examine_together, pieces
from accords.corpus.table_files import export_tables
from corpora import random_corpus, write_corpus

SMALL, LARGE = 1_000, int(os.environ.get("ACCORDS_CORPUS", "100000"))
"""How many records the two corpora of the long run have; the environment may set the larger one."""
MOST = 1.5
TABLES = ("obligations", "actors", "events", "claims", "conditions", "relations")


def test_the_same_seed_makes_the_same_corpus() -> None:
    """And another one another."""
    assert list(random_corpus(1, 20)) == list(random_corpus(1, 20))
    assert list(random_corpus(1, 20)) != list(random_corpus(2, 20))


def test_validation_tables_and_the_maker_count_alike(tmp_path: Path) -> None:
    """What is damaged is found, and nothing else is an error."""
    path = tmp_path / "corpus.jsonl.gz"
    made = write_corpus(path, seed=3, count=400)
    assert made["damaged"] > 0
    faulty = sum(not each.report.ok for each in examine_together(pieces([path])))
    tally = export_tables([path], tmp_path / "tables")
    assert faulty == tally.faulty == made["damaged"]
    assert tally.records == made["records"] == 400
    assert {name: tally.rows[name] for name in TABLES} == {name: made[name] for name in TABLES}
    assert min(made[name] for name in TABLES) > 20


def _run(*arguments: str, output: Path) -> tuple[int, int]:
    """The exit code of the command, and the most memory that its process took."""
    with output.open("wb") as stream:
        process = subprocess.Popen([sys.executable, "-m", "accords", *arguments], stdout=stream)
        _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    return process.returncode, used.ru_maxrss


def _through(folder: Path, count: int) -> dict[str, int]:
    """The most memory of each verb over a corpus, whose counts are held against each other."""
    folder.mkdir()
    corpus, findings, answer = folder / "corpus.jsonl.gz", folder / "findings.jsonl", folder / "answer.json"
    made = write_corpus(corpus, seed=5, count=count)
    used: dict[str, int] = {}
    code, used["validate"] = _run("validate", str(corpus), "--format", "jsonl", output=findings)
    with findings.open(encoding="utf-8") as lines:
        found = Counter(json.loads(line)["code"] for line in lines)
    assert code == 1
    code, used["export"] = _run(
        "export", str(corpus), "--format", "csv", "-o", str(folder / "tables"), "-q", output=answer
    )
    assert code == 1
    with (folder / "tables" / "records.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert (len(rows), sum(row["tabled"] == "false" for row in rows)) == (made["records"], made["damaged"])
    columns = ", ".join(f"(SELECT count(*) FROM {name}) AS {name}" for name in (*TABLES, "records", "findings"))
    code, used["sql"] = _run(
        "export", str(corpus), "--sql", f"SELECT {columns}", "--format", "json", "-q", output=answer
    )
    assert code == 1
    (counts,) = json.loads(answer.read_text("utf-8"))
    assert {name: counts[name] for name in (*TABLES, "records")} == {name: made[name] for name in (*TABLES, "records")}
    together = ("ACC211", "ACC212", "ACC213")  # what is said of several records is in no table
    assert counts["findings"] == sum(number for code, number in found.items() if code not in together)
    return used


@pytest.mark.slow
def test_memory_is_flat_from_a_thousand_records_to_a_hundred_thousand(tmp_path: Path) -> None:
    """In one process, for each verb."""
    pytest.importorskip("duckdb")
    small, large = _through(tmp_path / "small", SMALL), _through(tmp_path / "large", LARGE)
    print({verb: (small[verb] // 1024, large[verb] // 1024) for verb in small})
    assert {verb: large[verb] <= MOST * small[verb] for verb in small} == dict.fromkeys(small, True)
