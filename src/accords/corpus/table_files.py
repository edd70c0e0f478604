"""Tables as files in a folder, written as a whole: in CSV, in Parquet, or as a database of DuckDB."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from attrs import field, frozen

from accords.corpus.database import build_database, to_parquet
from accords.corpus.records import pieces
from accords.corpus.tabulating import Tabulated, tabulate
from accords.dates import DateLike, as_date
from accords.prose import refuse_one
from accords.tables import TABLES
from accords.tables.delimited import header
from accords.tables.package import data_package

__all__ = [
    "DATABASE",
    "FORMS",
    "ForeignFolderError",
    "TableTally",
    "collect",
    "days_asked",
    "export_tables",
    "staged",
    "write_tables",
]

FORMS = ("csv", "parquet", "duckdb")
"""The formats of tables."""

DATABASE = "accords.duckdb"
"""How the database is called in its folder."""

_PACKAGE = "datapackage.json"


class ForeignFolderError(ValueError):
    """The folder to write to holds files that are none of an export."""


@frozen(kw_only=True)
class TableTally:
    """How many rows each table has, and what is to be said of the records: how many were read, left out, and why.

    ``too_large`` counts numbers that no database holds, by table and column.
    """

    rows: dict[str, int]
    records: int = 0
    faulty: int = 0
    unread: int = 0
    again: int = 0
    widest: int = 0
    """How many characters the longest lines have that one record has in one table."""
    too_large: Counter[str] = field(factory=Counter)


def export_tables(
    names: Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    form: str = "csv",
    as_of: DateLike | Sequence[DateLike] = (),
    known_by: DateLike | None = None,
    jobs: int = 1,
) -> TableTally:
    """Write the tables of the records that ``names`` stand for into ``folder``, which appears whole or not at all.

    ``names`` are those that ``read_records`` takes. ``form`` is ``csv``, ``parquet`` or ``duckdb``; the last two need
    the extra ``accords[data]``. ``statuses`` are of the days in ``as_of``. ``jobs`` processes share the work. Holds
    few records at a time.

    Raises:
        ValueError: for another form, for a day that cannot be read, and where ``folder`` holds other files.
        ModuleNotFoundError: the extra is not installed.
        OSError: it cannot be written.

    >>> from tempfile import mkdtemp
    >>> accords.export_tables(["examples/minimal.accord.json"], f"{mkdtemp()}/tables").rows["obligations"]
    2
    """
    refuse_one(names, "names of files or folders, as in [name]")
    if form not in FORMS:
        raise ValueError(f"form is one of {', '.join(FORMS)}, not {form!r}")
    asked, known = days_asked(as_of, known_by)
    return write_tables(tabulate(pieces(names), asked, known, jobs), Path(folder), form, asked)


def days_asked(as_of: DateLike | Sequence[DateLike], known_by: DateLike | None) -> tuple[tuple[str, ...], str | None]:
    """The days of statuses in EDTF, each once. Raises ValueError for one that cannot be read."""
    days = [as_of] if isinstance(as_of, str) or not isinstance(as_of, Sequence) else list(as_of)
    known = str(as_date(known_by)) if known_by is not None else None
    return tuple(dict.fromkeys(str(as_date(day)) for day in days)), known


def write_tables(tabulated: Iterable[Tabulated], folder: Path, form: str, days: Sequence[str]) -> TableTally:
    """Write what was tabulated into ``folder``. Raises as ``export_tables`` does."""
    files = _files_of(form)
    _refuse_foreign(folder, files)
    with staged(folder.parent) as (lines, finished):
        tally = collect(tabulated, lines)
        if form == "csv":
            for name in TABLES:
                os.replace(lines / f"{name}.csv", finished / f"{name}.csv")
        elif form == "parquet":
            to_parquet(lines, finished, tally.widest)
        else:
            build_database(lines, finished / DATABASE, tally.widest)
        if form != "duckdb":
            (finished / _PACKAGE).write_text(data_package(form, tally.rows, days), "utf-8")
        folder.mkdir(exist_ok=True)
        for name in files:
            os.replace(finished / name, folder / name)
    return tally


@contextmanager
def staged(beside: Path) -> Iterator[tuple[Path, Path]]:
    """Two empty folders for files that are under way, which are gone in the end; in ``beside``, so that moving is one
    step."""
    place = Path(tempfile.mkdtemp(prefix=".accords-", dir=beside))
    try:
        lines, finished = place / "lines", place / "finished"
        lines.mkdir()
        finished.mkdir()
        yield lines, finished
    finally:
        shutil.rmtree(place, ignore_errors=True)


def collect(tabulated: Iterable[Tabulated], folder: Path) -> TableTally:
    """Write the lines of every table into ``folder``, and count."""
    rows, too_large, kinds = Counter[str](), Counter[str](), Counter[str]()
    widest = 0
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in TABLES
        }
        for name, table in TABLES.items():
            files[name].write(header(table))
        for each in tabulated:
            for name, text in each.texts.items():
                files[name].write(text)
                widest = max(widest, len(text))
            rows.update(each.counts)
            too_large.update(each.misfits)
            kinds.update(_kinds_of(each))
    return TableTally(
        rows={name: rows[name] for name in TABLES},
        records=kinds["records"],
        faulty=kinds["faulty"],
        unread=kinds["unread"],
        again=kinds["again"],
        widest=widest,
        too_large=too_large,
    )


def _kinds_of(each: Tabulated) -> Iterator[str]:
    yield "records"
    if each.is_unread:
        yield "unread"
    elif not each.is_usable:
        yield "faulty"
    elif each.is_again:
        yield "again"


def _files_of(form: str) -> tuple[str, ...]:
    return (DATABASE,) if form == "duckdb" else (*(f"{name}.{form}" for name in TABLES), _PACKAGE)


def _refuse_foreign(folder: Path, files: Sequence[str]) -> None:
    """Raise ForeignFolderError where ``folder`` holds anything but what an earlier export wrote."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ForeignFolderError("it is a file; tables are written into a folder")
    others = sorted(name for name in os.listdir(folder) if name not in files)
    if others:
        raise ForeignFolderError(f"it holds {others[0]}, which is no table of this format; name a new folder")
