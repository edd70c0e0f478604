"""The tables of a corpus on a local Spark, beside those of one process: python benchmarks/on_spark.py [RECORDS]

The records are those of ``million.py``, 20,000 by default. The rows of every table are counted and held against those
that ``accords export`` writes; CPU time is that of all processes, memory the most that one worker took, looked at
every half second. Needs ``pip install accords[spark]`` and Java 17.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any

from measuring import duration
from tables import about, row

from accords import export_tables
from accords.corpus.spark import read_lines, tables_of, tabulate_lines
from accords.tables import TABLES

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))

from corpora import random_corpus

SMALL, LARGE = 1_000, 20_000
SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "ERROR",
    "spark.sql.files.maxPartitionBytes": str(8 << 20),
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def session(folder: Path) -> Any:
    """Two workers on this machine."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession  # noqa: PLC0415 - of an extra, which is told where to find Python before

    builder = SparkSession.builder.master("local[2]").config("spark.local.dir", str(folder))
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


class Watch(Thread):
    """Looks at all processes that this one has started, every half second: CPU time so far, and the most memory.

    Spark's daemon lets its workers go without a trace, so that nobody could add up afterwards what they took.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._seconds: dict[int, float] = {}
        self.worker = 0.0
        """The most memory that one worker took, in MB."""

    def run(self) -> None:
        """Look, until the process ends."""
        while True:
            self.look()
            time.sleep(0.5)

    def look(self) -> float:
        """Look once more; CPU seconds of all processes, those that have ended too."""
        processes = {int(path.name): path for path in Path("/proc").iterdir() if path.name.isdigit()}
        stats = {each: words for each, path in processes.items() if (words := _words(path / "stat"))}
        mine = {os.getpid()}
        while more := {each for each, words in stats.items() if int(words[1]) in mine} - mine:
            mine |= more
        for each in mine & set(stats):
            self._seconds[each] = sum(map(int, stats[each][11:13])) / os.sysconf("SC_CLK_TCK")
            if b"pyspark.worker" in _content(processes[each] / "cmdline"):
                memory = int(stats[each][21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
                self.worker = max(self.worker, memory)
        return sum(self._seconds.values())


def _words(path: Path) -> list[str]:
    """What the system says of a process, behind its name; nothing where it has ended since."""
    return _content(path).decode("utf-8", "replace").rpartition(")")[2].split()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def on_spark(spark: Any, folder: Path, corpus: Path, watch: Watch) -> tuple[Counter[str], list[float]]:
    """How many rows each table has, and the CPU seconds for making the rows and for parting them."""
    marks = [watch.look()]
    tabulate_lines(read_lines(spark, str(corpus))).write.partitionBy("table").parquet(str(folder / "rows"))
    marks.append(watch.look())
    counts: Counter[str] = Counter()
    for name, frame in tables_of(spark.read.parquet(str(folder / "rows"))).items():
        frame.write.parquet(str(folder / "tables" / name))
    marks.append(watch.look())
    for name in TABLES:
        counts[name] = spark.read.parquet(str(folder / "tables" / name)).count()
    return counts, [after - before for before, after in pairwise(marks)]


def in_one_process(folder: Path, corpus: Path) -> Counter[str]:
    """How many rows each table has, as ``accords export`` writes it."""
    export_tables([corpus], folder / "alone")
    counts: Counter[str] = Counter()
    for name in TABLES:
        with (folder / "alone" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            counts[name] = sum(1 for _ in csv.DictReader(lines))
    return counts


def main() -> int:
    """Print a line for each number of records. An AssertionError says which tables differ."""
    large = next((int(word) for word in sys.argv[1:] if word.isdigit()), LARGE)
    print(row(("records", "claims", "rows of all tables", "parting them", "a record", "memory of a worker")))
    print("|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as name:
        watch = Watch()
        watch.start()
        spark = session(Path(name))
        for count in (SMALL, large):
            folder = Path(name, str(count))
            folder.mkdir()
            corpus = folder / "corpus.accord.jsonl"
            with corpus.open("wb") as stream:
                stream.writelines(line + b"\n" for line, _ in random_corpus(5, count))
            counts, (made, parted) = on_spark(spark, folder, corpus, watch)
            took = (duration(made), duration(parted), duration((made + parted) / count))
            print(row((f"{count:,}", f"{counts['claims']:,}", *took, f"{watch.worker:.0f} MB")), flush=True)
            alone = in_one_process(folder, corpus)
            assert counts == alone, (counts, alone)
        spark.stop()
    print(f"\n{about()} All tables have as many rows as in one process.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
