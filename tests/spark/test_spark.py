"""Tables on a real Spark, in two workers on this machine, equal to those of one process."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import accords
from accords.codec import to_dict
from accords.codec.reading import Limits
from accords.corpus.spark import read_lines, tables_of, tabulate_lines
from accords.tables import TABLES
from corpora import random_corpus
from hostile import hostile_record
from records import NEAR_MISSES, WHOLE, read_plain

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")]

DAYS = ("2022-12-01", "2024-01-08")


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session that cuts files into stretches of four hundred thousand bytes."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession  # noqa: PLC0415 - of an extra

    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.log.level": "ERROR",
        "spark.local.dir": str(tmp_path_factory.mktemp("spark")),
        "spark.sql.files.maxPartitionBytes": "400000",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]").appName("accords")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Files of lines, sound and damaged, of which one is packed and some records have an id twice."""
    folder = tmp_path_factory.mktemp("a folder")
    whole = [json.dumps(read_plain(path), ensure_ascii=False).encode() for path in (*WHOLE, *NEAR_MISSES[::6])]
    hostile = json.dumps(to_dict(hostile_record())).encode()
    broken = [b"", b"{", b"\xff", b"  ", b"[]", whole[0][:-9], b"{" + b" " * Limits().max_bytes + b"}"]
    made = [line for line, _ in random_corpus(7, 150)]
    first, second = [*whole[:9], *broken, hostile, *whole[4:]], [*made[:100], *whole[2:4], *made[90:]]
    (folder / "a b.jsonl").write_bytes(b"\r\n".join(first))
    (folder / "c.jsonl").write_bytes(b"\n".join(second) + b"\n")
    (folder / "d.jsonl.gz").write_bytes(gzip.compress(b"\n".join([*made[-3:], b"\n", *made[:1]])))
    return [str(path) for path in sorted(folder.iterdir())]


def _plain(cell: Any) -> Any:
    return float(cell) if isinstance(cell, Decimal) else None if cell == "" else cell


def _rows(found: list[dict[str, Any]]) -> list[str]:
    return sorted(repr([_plain(cell) for cell in row.values()]) for row in found)


def test_tables_and_statuses_are_those_of_one_process(spark: Any, corpus: list[str], tmp_path: Path) -> None:
    """Every cell of every table, of records that stand in many stretches of several files."""
    alone = accords.to_tables(accords.read_records(corpus), as_of=DAYS)
    lines = read_lines(spark, *corpus)
    assert lines.rdd.getNumPartitions() > 3
    staged = str(tmp_path / "rows")
    tabulate_lines(lines, as_of=DAYS).write.partitionBy("table").parquet(staged)
    frames = tables_of(spark.read.parquet(staged))
    assert list(frames) == list(TABLES)
    for name, frame in frames.items():
        together = [row.asDict() for row in frame.collect()]
        assert frame.columns == [column.name for column in TABLES[name].columns]
        assert _rows(together) == _rows(alone[name]), name
    assert min(len(alone[name]) for name in ("claims", "statuses", "findings", "records")) > 50
    assert {True, False} == {row["tabled"] for row in alone["records"]}


def test_validation_alone_gives_the_same_findings(spark: Any, corpus: list[str], tmp_path: Path) -> None:
    """And works out no other table."""
    alone = accords.to_tables(accords.read_records(corpus))
    staged = str(tmp_path / "rows")
    tabulate_lines(read_lines(spark, *corpus), wanted=("findings",)).write.partitionBy("table").parquet(staged)
    rows = spark.read.parquet(staged)
    assert {row[0] for row in rows.select("table").distinct().collect()} == {"records", "findings"}
    frames = tables_of(rows)
    for name in ("records", "findings"):
        assert _rows([row.asDict() for row in frames[name].collect()]) == _rows(alone[name])


def test_what_cannot_be_asked_is_refused_before_anything_is_read(spark: Any, corpus: list[str]) -> None:
    """A day, and a table."""
    lines = read_lines(spark, corpus[0])
    with pytest.raises(ValueError, match="there is no table 'claim'; there are agreements, actors"):
        tabulate_lines(lines, wanted=["claim"])
    with pytest.raises(ValueError, match="soon"):
        tabulate_lines(lines, as_of="soon")
