"""A sheet of rows taken in by a map: a record on each line, and what was not read, counted."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from accords.cli.proposing import EditAsked
from accords.prose import counted, printable
from accords.tables.mapping import (
    LostCells,
    Making,
    MapError,
    RecordMap,
    SheetError,
    SheetRow,
    read_map,
    sheet_rows,
    shipped_map,
)
from accords.validate import examine
from accords.validate.report import render_concise

__all__ = ["take_in_rows"]

_MOST_SHOWN = 5
_EXAMPLE = 40
_PARTING = {";": "a semicolon", "\t": "a tab", "|": "a bar"}
"""Signs that part cells instead of commas, in words."""
_PACKED = (b"PK", b"\x1f\x8b", bytes.fromhex("d0cf11e0"))


def take_in_rows(file: Path, records: tuple[str, ...], asked: EditAsked) -> int:
    """Make records of the rows of ``file`` by the map that is asked for, and return the exit code."""
    if records:
        raise click.UsageError("rows become records of their own: name only the sheet, and the output with -o")
    if asked.map is None:
        raise click.UsageError("rows are taken in by a map: name one with --map")
    how = _map(asked.map)
    making = Making(how)
    try:
        with _opened(file, how) as stream, _lines_to(asked.output) as out:
            columns, rows = sheet_rows(stream, how.delimiter)
            if how.key not in columns:
                raise SheetError(_without_key(how.key, columns))
            code = _write(making, rows, out)
    except SheetError as error:
        raise click.UsageError(f"{printable(str(file))}: {printable(str(error))}") from error
    except UnicodeDecodeError as error:
        what = f"it is not written in {how.encoding} ({error.reason}); name its encoding in the map, under [read]"
        if error.object.startswith(_PACKED):
            what = "it is a workbook or something packed, and no text; save the table as CSV UTF-8"
        raise click.UsageError(f"{printable(str(file))}: {what}") from error
    told = list(_told(making, how.columns - set(columns)))
    if not asked.quiet:
        click.echo("\n".join(told), err=True)
    return 1 if code or making.losses.items or any(making.losses.cells()) else 0


def _without_key(key: str, columns: Sequence[str]) -> str:
    """That the column which tells records apart is not there, and why, as far as the names of columns show it."""
    told = f"it has no column {key!r}, which the map tells records apart by"
    sign = next((name for mark, name in _PARTING.items() if mark in columns[0]), None) if len(columns) == 1 else None
    return (
        told if sign is None else f"{told}; where {sign} parts its cells, say so in the map, as delimiter under [read]"
    )


def _map(name: str) -> RecordMap:
    """The map in a file, or one that comes with the library by its name."""
    try:
        text = Path(name).read_text("utf-8-sig") if name.endswith(".toml") else shipped_map(name)
        return read_map(text)
    except MapError as error:
        raise click.UsageError(f"--map {printable(name)}: {printable(str(error))}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"--map {printable(name)} is no text in UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise click.UsageError(f"--map {printable(name)} cannot be read: {printable(str(error))}") from error


@contextmanager
def _opened(file: Path, how: RecordMap) -> Iterator[IO[str]]:
    encoding = "utf-8-sig" if how.encoding.lower() in ("utf-8", "utf8") else how.encoding
    try:
        stream = file.open(encoding=encoding, newline="")
    except LookupError as error:
        raise click.UsageError(f"the map names an encoding that is none: {how.encoding}") from error
    except OSError as error:
        raise click.UsageError(f"{printable(str(file))} cannot be read: {error.strerror}") from error
    with stream:
        yield stream


@contextmanager
def _lines_to(output: Path | None) -> Iterator[IO[str]]:
    """Where lines go: standard output, or a file that appears whole, when all is well."""
    if output is None:
        yield sys.stdout
        return
    draft = output.with_name(f".{output.name}.accords.tmp")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        os.replace(draft, output)
    except OSError as error:
        raise click.ClickException(f"{printable(str(output))} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


def _write(making: Making, rows: Iterator[SheetRow], out: IO[str]) -> int:
    """Write a line for each record that has no error, say what is wrong with others, and return how many those are."""
    faulty = 0
    for row, record in making.records(rows):
        examination = examine(record)
        if examination.agreement is not None:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            continue
        faulty += 1
        if faulty <= _MOST_SHOWN:
            found = render_concise(examination.report, most=_MOST_SHOWN)
            click.echo(f"the record of row {row} has errors and is left out:\n{found}", err=True, nl=False)
    if faulty > _MOST_SHOWN:
        click.echo(f"and {counted(faulty - _MOST_SHOWN, 'other record')} with errors, left out", err=True)
    return faulty


def _told(making: Making, lacking: frozenset[str]) -> Iterator[str]:
    """What was made, and what was not read."""
    yield f"{counted(making.rows, 'row')} read by the map {making.how.title!r}"
    for what, count in making.made.items():
        yield f"  made: {printable(what)}: {count:,}"
    for column, (count, first) in making.unnamed.items():
        yield f"  not in the map: column {printable(column)}: {counted(count, 'cell')}, first in row {first}"
    for loss in making.losses.cells():
        yield f"  not read: {_loss(loss)}"
    for what, (count, first) in making.losses.items.items():
        yield f"  not made: {printable(what)}: {count:,}, first in row {first}"
    if lacking:
        yield f"  not in the sheet: {', '.join(map(printable, sorted(lacking)))}"


def _loss(loss: LostCells) -> str:
    example = loss.example if len(loss.example) <= _EXAMPLE else f"{loss.example[:_EXAMPLE]}…"
    where = f"{counted(loss.count, 'cell')}, first in row {loss.first_row}"
    return printable(f"column {loss.column}: {where} ({example!r}): {loss.reason}")
