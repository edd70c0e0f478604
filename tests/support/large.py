"""Corpora of any length through the command, verb by verb, with all counts held against those of their maker."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from corpora import write_corpus

__all__ = ["COUNTED", "Run", "through"]

COUNTED = ("obligations", "actors", "events", "claims", "conditions", "relations")
"""The tables whose rows are counted when a corpus is made."""

_TOGETHER = ("ACC211", "ACC212", "ACC213")
"""What is said of several records is in no table."""


@frozen
class Run:
    """A verb over a corpus: the CPU time of its process, and the most memory that it took, in MB."""

    verb: str
    seconds: float
    memory: float


def through(folder: Path, count: int, seed: int = 5) -> tuple[Counter[str], Iterator[Run]]:
    """What is in a corpus of ``count`` records, and each verb over it. An AssertionError says which counts differ."""
    folder.mkdir()
    corpus = folder / "corpus.jsonl.gz"
    made = write_corpus(corpus, seed, count)
    return made, _runs(folder, corpus, made)


def _runs(folder: Path, corpus: Path, made: Counter[str]) -> Iterator[Run]:
    findings, answer = folder / "findings.jsonl", folder / "answer.json"
    yield _run("validate", str(corpus), "--format", "jsonl", output=findings)
    with findings.open(encoding="utf-8") as lines:
        found = Counter(json.loads(line)["code"] for line in lines)
    target = ("--format", "csv", "-o", str(folder / "tables"), "-q")
    yield _run("export", str(corpus), *target, output=answer)
    with (folder / "tables" / "records.csv").open(encoding="utf-8", newline="") as lines:
        tabled = Counter(row["tabled"] for row in csv.DictReader(lines))
    assert (tabled.total(), tabled["false"]) == (made["records"], made["damaged"])
    columns = ", ".join(f"(SELECT count(*) FROM {name}) AS {name}" for name in (*COUNTED, "records", "findings"))
    yield _run("export", str(corpus), "--sql", f"SELECT {columns}", "--format", "json", "-q", output=answer)
    (counts,) = json.loads(answer.read_text("utf-8"))
    expected = {name: made[name] for name in (*COUNTED, "records")}
    assert {name: counts[name] for name in expected} == expected
    assert counts["findings"] == sum(number for code, number in found.items() if code not in _TOGETHER)


def _run(*arguments: str, output: Path) -> Run:
    """The command, which ends with exit code 1 for the damaged records."""
    with output.open("wb") as stream:
        process = subprocess.Popen([sys.executable, "-m", "accords", *arguments], stdout=stream)
        _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    assert process.returncode == 1, arguments
    verb = "--sql" if "--sql" in arguments else arguments[0]
    return Run(verb, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
