"""Checklists that were filled in and saved, by whatever program: workbooks, and CSV with the two columns added."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

import click
from attrs import frozen

from accords.render.safe import clean
from accords.words import say

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["Filled", "FilledLine", "read_filled"]

_LARGEST = 50_000_000
_LARGEST_UNPACKED = 500_000_000
_OWN = ("id", "my_status", "my_note")
_KEYS = (*_OWN, "record", "content", "as_of")


@frozen
class FilledLine:
    """One line: of which record, which item, and what was filled in."""

    record: str
    id: str
    status: str
    note: str


@frozen
class Filled:
    """A table that was filled in; lines have the numbers that programs show.

    ``contents`` leads from a record's id to the hash of the content from which the table was made.
    """

    lines: tuple[tuple[int, FilledLine], ...]
    contents: Mapping[str, str]
    as_of: str | None


def read_filled(table: Path) -> Filled:
    """Read a workbook, or a CSV file by its ending, in whatever order its lines and columns are.

    Raises click.ClickException where it cannot be read or is no checklist.
    """
    try:
        if table.stat().st_size > _LARGEST:
            raise click.ClickException(f"{table} is larger than {_LARGEST // 1_000_000} MB")
        return _read_csv(table) if table.suffix.lower() == ".csv" else _read_workbook(table)
    except OSError as error:
        raise click.ClickException(f"{table} cannot be read: {error.strerror or error}") from error


def _read_csv(table: Path) -> Filled:
    try:
        text = table.read_text("utf-8-sig")
        first = text.partition("\n")[0]
        delimiter = max((",", ";", "\t"), key=first.count)  # what spreadsheets write depends on the country
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except (UnicodeDecodeError, csv.Error) as error:
        raise click.ClickException(f"{table} is no CSV in UTF-8: {error}") from error
    cells = [[_unguarded(cell) for cell in row] for row in rows]
    return _filled(cells, {}, {}, table)


def _unguarded(cell: str) -> str:
    """A text without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in tuple("=+-@＝＋－＠") else cell


def _read_workbook(table: Path) -> Filled:
    book = _open(table)
    about: dict[str, str] = {}
    labels = {say(f"column.{key}"): key for key in ("record", "content", "as_of")}
    for row in _sheet(book, "about", table).iter_rows(max_row=10, max_col=2, values_only=True):
        key = labels.get(_plain(row[0]))
        if key is not None and len(row) > 1 and row[1] is not None:
            about.setdefault(key, _plain(row[1]))
    contents = {about["record"]: about["content"]} if {"record", "content"} <= about.keys() else {}
    if say("sheet.agreements") in book.sheetnames:
        rows = _rows(book[say("sheet.agreements")])
        places = _places(next(rows, []), ("record", "content"))
        if len(places) == 2:
            contents = {_at(row, places["record"]): _at(row, places["content"]) for row in rows}
    return _filled(_rows(_sheet(book, "checklist", table)), contents, about, table)


def _open(table: Path) -> Workbook:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
    except ImportError as error:
        raise click.ClickException('reading workbooks needs openpyxl: pip install "accords[xlsx]"') from error
    try:
        with ZipFile(table) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except BadZipFile as error:
        raise click.ClickException(f"{table} is no workbook that can be read: {error}") from error
    if size > _LARGEST_UNPACKED:
        raise click.ClickException(f"{table} is larger than {_LARGEST_UNPACKED // 1_000_000} MB when unpacked")
    try:
        return load_workbook(table, data_only=True)
    except OSError:
        raise
    except Exception as error:  # whatever broken XML raises
        raise click.ClickException(f"{table} is no workbook that can be read: {error}") from error


def _sheet(book: Workbook, name: str, table: Path) -> Any:
    title = say(f"sheet.{name}")
    if title not in book.sheetnames:
        raise click.ClickException(f"{table} has no sheet {title!r}")
    return book[title]


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True):
        yield [_plain(cell) for cell in row]


def _filled(
    rows: Iterable[Sequence[str]], contents: Mapping[str, str], about: Mapping[str, str], table: Path
) -> Filled:
    numbered = enumerate(rows, 1)
    places = _places(next((row for _, row in numbered), []), _KEYS)
    for key in _OWN:
        if key not in places:
            raise click.ClickException(f"{table} has no column {say(f'column.{key}')!r} in its first sheet")
    lines: list[tuple[int, FilledLine]] = []
    known, days = dict(contents), dict.fromkeys([about["as_of"]] if about.get("as_of") else [])
    for number, row in numbered:
        cells = {key: _at(row, at) for key, at in places.items()}
        if not any(cells[key] for key in _OWN):
            continue
        record = cells.get("record") or about.get("record", "")
        lines.append((number, FilledLine(record, cells["id"], cells["my_status"], cells["my_note"])))
        if cells.get("content"):
            known.setdefault(record, cells["content"])
        if cells.get("as_of"):
            days.setdefault(cells["as_of"])
    return Filled(tuple(lines), known, next(iter(days)) if len(days) == 1 else None)


def _places(headings: Sequence[str], keys: Iterable[str]) -> dict[str, int]:
    """Where the columns stand; the first of two with one heading."""
    found = {heading: at for at, heading in reversed(list(enumerate(clean(each) for each in headings)))}
    return {key: found[say(f"column.{key}")] for key in keys if say(f"column.{key}") in found}


def _at(row: Sequence[str], place: int) -> str:
    return clean(row[place]) if place < len(row) else ""


def _plain(cell: object) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return clean(str(cell))
