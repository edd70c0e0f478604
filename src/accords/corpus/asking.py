"""Questions in SQL to records: their tables are built in a temporary database, which goes with the answer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from accords.corpus.database import Answer, ask, build_database
from accords.corpus.records import pieces
from accords.corpus.table_files import DATABASE, TableTally, collect, days_asked, staged
from accords.corpus.tabulating import Tabulated, tabulate
from accords.dates import DateLike
from accords.prose import refuse_one
from accords.tables import TableRow

__all__ = ["answered", "query_tables"]


def query_tables(
    names: Iterable[str | os.PathLike[str]],
    sql: str,
    *,
    as_of: DateLike | Sequence[DateLike] = (),
    known_by: DateLike | None = None,
    jobs: int = 1,
) -> list[TableRow]:
    """The rows that ``sql``, one SELECT, gives for the tables of the records that ``names`` stand for.

    The arguments are those of ``export_tables``, which has the same tables; it needs the extra ``accords[data]``. The
    question can read these tables and nothing else: no file and no address.

    Raises:
        QuestionError: the question is none that can be answered; a ValueError.
        ValueError: a day cannot be read.
        ModuleNotFoundError: the extra is not installed.

    >>> question = "SELECT modality, count(*) AS duties FROM obligations GROUP BY modality ORDER BY modality"
    >>> accords.query_tables(["examples/minimal.accord.json"], question)
    [{'modality': 'must', 'duties': 1}, {'modality': 'must_not', 'duties': 1}]
    """
    refuse_one(names, "names of files or folders, as in [name]")
    days, known = days_asked(as_of, known_by)
    with answered(tabulate(pieces(names), days, known, jobs), sql) as (answer, _):
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@contextmanager
def answered(tabulated: Iterable[Tabulated], sql: str) -> Iterator[tuple[Answer, TableTally]]:
    """What ``sql`` gives for what was tabulated, while its rows are fetched. Raises as ``query_tables`` does.

    It is asked of empty tables first, so that a slip in it is told before any record is read.
    """
    with staged(Path(tempfile.gettempdir())) as (lines, finished):
        build_database(None, lines / "empty")
        for _ in ask(lines / "empty", sql).rows:
            pass
        tally = collect(tabulated, lines)
        build_database(lines, finished / DATABASE, tally.widest)
        yield ask(finished / DATABASE, sql), tally
