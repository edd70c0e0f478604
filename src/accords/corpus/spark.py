"""Tables of very many records on Apache Spark: every line by the same function as in one process.

Needs ``pip install 'accords[spark]'`` and Java 17, and accords on every worker. A frame here is a DataFrame of Spark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import unquote, urlsplit

from accords.codec.reading import Limits
from accords.corpus.parallel import in_batches
from accords.corpus.records import Piece
from accords.corpus.table_files import days_asked
from accords.corpus.tabulating import FINDINGS, RECORDS, rows_of_piece
from accords.dates import DateLike
from accords.tables import TABLES, ColumnKind, TableColumn
from accords.tables.delimited import cell_text
from accords.validate.settings import Settings

__all__ = ["PlacedRow", "read_lines", "rows_of_lines", "tables_of", "tabulate_lines"]

_Frame: TypeAlias = Any
_Batch: TypeAlias = Any
_Block: TypeAlias = tuple[str, int]
"""A stretch of a file that one task reads: the address of the file, and the byte at which it begins."""

_LINES = {"file": "string", "record_line": "bigint", "content": "binary"}
_ROWS = {
    "file": "string",
    "record_line": "bigint",
    "record_id": "string",
    "table": "string",
    "cells": "array<string>",
}
_HELD = 2048
"""So many rows are held before they are passed on."""
_TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "bigint",
    ColumnKind.NUMBER: "double",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.DATE: "date",
}
_ABOUT_READING = frozenset({RECORDS, FINDINGS})
_LIMITS = Limits()
_SETTINGS = Settings()


class PlacedRow(NamedTuple):
    """A row of a table: on which line of which file its record stands, the id of that, and the cells as text."""

    file: str
    record_line: int
    record_id: str | None
    table: str
    cells: list[str | None]


def rows_of_lines(
    lines: Iterable[tuple[str, int, bytes]],
    days: Sequence[str] = (),
    known_by: str | None = None,
    wanted: Collection[str] = TABLES,
) -> Iterator[PlacedRow]:
    """The rows of all ``wanted`` tables for ``lines``, each a record with its file and number. Asks nothing of Spark.

    Of records with one id, every one has its rows; ``tables_of`` keeps the first.
    """
    within = not _ABOUT_READING.issuperset(wanted)
    for file, number, content in lines:
        piece = Piece(content, file, number, _LIMITS, _SETTINGS)
        examination, tables = rows_of_piece(piece, days, known_by, within=within)
        record = examination.agreement
        for name, rows in tables.items():
            if name in wanted:
                for row in rows:
                    cells = [cell_text(cell) or None for cell in row]
                    yield PlacedRow(file, number, record.id if record is not None else None, name, cells)


def read_lines(spark: Any, *paths: str) -> _Frame:
    """The records on the lines of ``paths``, as a frame of ``file``, ``record_line`` and ``content``.

    ``paths`` are whatever Spark reads: files, folders and patterns, on any storage, packed or not; a packed file is
    read by one task. ``spark`` is a session. Files are read once here, to count the lines before each stretch of them.
    """
    of = _functions()
    place = ("_metadata.file_path", "_metadata.file_block_start")
    content = of.col("value").cast("binary").alias("content")
    lines = spark.read.option("lineSep", "\n").text(list(paths)).select(*place, content)
    counted = lines.groupBy("file_path", "file_block_start").count().collect()
    before = _lines_before({(row[0], row[1]): row[2] for row in counted})
    return lines.mapInArrow(partial(_numbered, before=before), _ddl(_LINES))


def tabulate_lines(
    lines: _Frame,
    *,
    as_of: DateLike | Sequence[DateLike] = (),
    known_by: DateLike | None = None,
    wanted: Collection[str] = TABLES,
) -> _Frame:
    """The rows of the ``wanted`` tables for a frame as ``read_lines`` gives it, all in one frame.

    ``tables_of`` parts it. Write it to storage, parted by ``table``, and read it again: what is asked twice of it is
    worked out twice.
    ``records`` is always among the tables; with ``findings`` alone, records are validated and no more. Days are those
    of ``accords.export_tables``.

    Raises:
        ValueError: a day cannot be read, or there is no table of that name.
    """
    unknown = [name for name in wanted if name not in TABLES]
    if unknown:
        raise ValueError(f"there is no table {unknown[0]!r}; there are {', '.join(TABLES)}")
    days, known = days_asked(as_of, known_by)
    work = partial(_rows, days=days, known_by=known, wanted=frozenset(wanted) | {RECORDS})
    return lines.mapInArrow(work, _ddl(_ROWS))


def tables_of(rows: _Frame) -> dict[str, _Frame]:
    """Name of each table → a frame with its columns, of the rows that ``tabulate_lines`` gave.

    Of records with one id, the first by file and line has rows in all tables, the others in ``records`` and
    ``findings`` alone. Where they stand is sent to every worker.
    """
    of = _functions()
    place = ["file", "record_line"]
    again = of.broadcast(_again(rows).select(*place).persist())
    frames = {}
    for name, table in TABLES.items():
        mine = rows.where(of.col("table") == name)
        columns = {column.name: _typed(column, at) for at, column in enumerate(table.columns)}
        if name == RECORDS:
            mine = mine.join(again.withColumn("again", of.lit(True)), place, "left")
            columns["tabled"] = (columns["tabled"] & of.col("again").isNull()).alias("tabled")
        elif name != FINDINGS:
            mine = mine.join(again, place, "left_anti")
        frames[name] = mine.select(*columns.values())
    return frames


def _again(rows: _Frame) -> _Frame:
    """The records whose id one before them has."""
    of, window = _functions(), import_module("pyspark.sql").Window
    usable = rows.where((of.col("table") == RECORDS) & of.col("record_id").isNotNull())
    order = window.partitionBy("record_id").orderBy("file", "record_line")
    return usable.withColumn("place", of.row_number().over(order)).where(of.col("place") > 1)


def _typed(column: TableColumn, at: int) -> Any:
    """A cell in the type of its column; a number that is too large becomes empty, as in a database."""
    of = _functions()
    cell = of.col("cells")[at].try_cast(_TYPES[column.kind])
    if column.kind is ColumnKind.NUMBER:
        cell = of.when(of.abs(cell) < float("inf"), cell)
    return cell.alias(column.name)


def _functions() -> Any:
    return import_module("pyspark.sql.functions")


def _lines_before(counts: Mapping[_Block, int]) -> dict[_Block, int]:
    """How many lines of its file stand before each block, by how many are in each."""
    before: dict[_Block, int] = {}
    file, total = "", 0
    for block in sorted(counts):
        total = total if block[0] == file else 0
        file = block[0]
        before[block] = total
        total += counts[block]
    return before


def _numbered(batches: Iterable[_Batch], before: Mapping[_Block, int]) -> Iterator[_Batch]:
    """Lines that hold anything, each with its file and number; a block comes whole and in order."""
    numbers = dict(before)
    for batch in batches:
        lines: list[tuple[str, int, bytes]] = []
        for address, start, line in _things(batch):
            numbers[address, start] += 1
            content = line.rstrip(b"\r\n")
            if content.strip() or len(content) > _LIMITS.max_bytes:
                lines.append((_name_of(address), numbers[address, start], content))
        yield _batch(lines, _LINES)


def _name_of(address: str) -> str:
    """A file as a person names it: one of this machine by its path."""
    parts = urlsplit(address)
    return unquote(parts.path) if parts.scheme == "file" else address


def _rows(
    batches: Iterable[_Batch], days: Sequence[str], known_by: str | None, wanted: Collection[str]
) -> Iterator[_Batch]:
    lines = (line for batch in batches for line in _things(batch))
    for rows in in_batches(rows_of_lines(lines, days, known_by, wanted), _HELD):
        yield _batch(rows, _ROWS)


def _ddl(schema: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in schema.items())


def _things(batch: _Batch) -> Iterator[Any]:
    return zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _batch(things: Sequence[tuple[Any, ...]], schema: Mapping[str, str]) -> _Batch:
    pyarrow = import_module("pyarrow")
    kinds = {
        "string": pyarrow.string(),
        "bigint": pyarrow.int64(),
        "binary": pyarrow.binary(),
        "array<string>": pyarrow.list_(pyarrow.string()),
    }
    columns = zip(*things, strict=True) if things else [()] * len(schema)
    arrays = [pyarrow.array(each, kinds[kind]) for each, kind in zip(columns, schema.values(), strict=True)]
    return pyarrow.RecordBatch.from_arrays(arrays, names=list(schema))
