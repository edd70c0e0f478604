"""Checklists that were filled in and saved, by whatever program: workbooks, and CSV with the two columns added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import click
from attrs import evolve, frozen

from accords.editing.workbook.csv_rows import MOST_ABOVE, csv_rows
from accords.editing.workbook.stored import UNCOMPUTED, Row, Workbook, WorkbookError
from accords.prose import listed, printable
from accords.render.safe import clean
from accords.words import say

__all__ = ["Filled", "FilledLine", "read_filled"]

_LARGEST = 50_000_000
_MOST_ROWS, _MOST_LINES = 1_048_576, 100_000
"""So many rows a spreadsheet has at most; and so many of them may be filled in."""
_OWN = ("id", "my_status", "my_note")
_KEYS = (*_OWN, "record", "content", "as_of")
_PACKED = (b"PK", bytes.fromhex("d0cf11e0"))
_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|#+)|(?:Err|Fehler|Erreur):\d+")
_MIDNIGHT = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?$")
_FOREIGN = re.compile("[\udc80-\udcff]")
"""Bytes that are no ASCII, as they are kept where the encoding of a file is not known."""


@frozen
class FilledLine:
    """One line: of which record, which item, and what was filled in.

    ``record`` is None where the table does not say of which record it is, and empty where it does so of other lines
    alone. ``uncomputed`` names the columns with a formula of which the table holds no result, or an error.
    """

    record: str | None
    id: str
    status: str
    note: str
    uncomputed: tuple[str, ...] = ()


@frozen
class Filled:
    """A table that was filled in; lines have the numbers that programs show.

    ``contents`` leads from a record's id to the hash of the content from which the table was made. ``days`` are those
    that lines name, as they are written.
    """

    lines: tuple[tuple[int, FilledLine], ...]
    contents: Mapping[str, str]
    days: tuple[str, ...]


def read_filled(table: Path) -> Filled:
    """Read a workbook or a CSV file, in whatever order its lines and columns are.

    Raises click.ClickException where it cannot be read or is no checklist.
    """
    name, kind = printable(str(table)), "workbook"
    try:
        kind = _kind_of(table)
        if table.stat().st_size > _LARGEST:
            raise click.ClickException(f"{name} is larger than {_LARGEST // 1_000_000} MB")
        if kind == "CSV":
            return _filled(
                csv_rows(table.read_bytes(), lambda cells: len(_places(enumerate(cells), _KEYS))), {}, {}, name
            )
        with table.open("rb") as stream:
            return _read_workbook(Workbook.of(stream), name)
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror or error}") from error
    except WorkbookError as error:
        raise click.ClickException(f"{name} is no {kind} that can be read: {error}") from error


def _kind_of(table: Path) -> str:
    """CSV or a workbook, as its ending says; under any other one as it begins."""
    if table.suffix.lower() in (".csv", ".xlsx", ".xlsm"):
        return "CSV" if table.suffix.lower() == ".csv" else "workbook"
    with table.open("rb") as stream:
        return "workbook" if stream.read(4).startswith(_PACKED) else "CSV"


def _read_workbook(book: Workbook, name: str) -> Filled:
    about: dict[str, str] = {}
    labels = {say(f"column.{key}"): key for key in ("record", "content", "as_of")}
    for number, row in _sheet(book, "about", name):
        key = labels.get(clean(row.get(0, "")))
        if number <= _FIRST_LINES and key is not None and 1 in row:
            about.setdefault(key, clean(row[1]))
    contents = {about["record"]: about["content"]} if {"record", "content"} <= about.keys() else {}
    if say("sheet.agreements") in book.sheets:
        rows = _sheet(book, "agreements", name)
        places = _places(next(rows, (1, {}))[1].items(), ("record", "content"))
        if len(places) == 2:
            contents = {_at(row, places["record"]): _at(row, places["content"]) for _, row in rows}
    return _filled(_sheet(book, "checklist", name), contents, about, name)


_FIRST_LINES = 10
"""So far down the sheet about the list says what it is of."""


def _sheet(book: Workbook, sheet: str, name: str) -> Iterator[Row]:
    title = say(f"sheet.{sheet}")
    if title not in book.sheets:
        raise click.ClickException(f"{name} has no sheet {title!r}")
    return book.rows(title)


def _filled(rows: Iterable[Row], contents: Mapping[str, str], about: Mapping[str, str], name: str) -> Filled:
    rows = _bounded(rows, name)
    places = _headings(rows, name)
    lines: list[tuple[int, FilledLine]] = []
    known, days = dict(contents), dict.fromkeys([about["as_of"]] if about.get("as_of") else [])
    for number, row in rows:
        cells = {key: _at(row, at) for key, at in places.items()}
        uncomputed = tuple(key for key in _OWN if key in places and _is_lost(row.get(places[key], "")))
        if not uncomputed and not any(cells.get(key) for key in _OWN):
            continue
        _refuse_foreign(row, places, number, name)
        record = cells.get("record") or about.get("record") or ""
        if len(lines) == _MOST_LINES:
            raise click.ClickException(f"{name} has more than {_MOST_LINES:,} lines with an id")
        entry = (cells.get("my_status", ""), cells.get("my_note", ""))
        lines.append((number, FilledLine(record, cells["id"], *entry, uncomputed)))
        if cells.get("content") and record:
            known.setdefault(record, cells["content"])
        if cells.get("as_of"):
            days.setdefault(_MIDNIGHT.sub("", cells["as_of"]))
    if not any(line.record for _, line in lines):
        lines = [(number, evolve(line, record=None)) for number, line in lines]
    return Filled(tuple(lines), known, tuple(days))


def _bounded(rows: Iterable[Row], name: str) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count == _MOST_ROWS:
            raise click.ClickException(f"{name} has more than {_MOST_ROWS:,} rows")
        yield row


def _headings(rows: Iterator[Row], name: str) -> dict[str, int]:
    """Where the columns stand: the first line that has the headings, whatever somebody has put above it."""
    best: dict[str, int] = {}
    for _, row in islice(((number, row) for number, row in rows if row), MOST_ABOVE):
        places = _places(row.items(), _KEYS)
        if "id" in places and len(places.keys() & {*_OWN}) > 1:
            _refuse_doubled(row, places, name)
            return places
        best = max(best, places, key=len)
    missing = (
        repr(say("column.id")) if "id" not in best else listed([repr(say(f"column.{key}")) for key in _OWN[1:]], "or")
    )
    raise click.ClickException(f"{name} has no column {missing} in the first {MOST_ABOVE} lines of its first sheet")


def _refuse_doubled(row: Mapping[int, str], places: Mapping[str, int], name: str) -> None:
    for key, at in places.items():
        if any(_folded(heading) == _folded(row[at]) for place, heading in row.items() if place != at):
            raise click.ClickException(f"{name} has two columns {say(f'column.{key}')!r}; delete one, or rename it")


def _places(row: Iterable[tuple[int, str]], keys: Iterable[str]) -> dict[str, int]:
    """Where the columns stand, in capitals or not; the first of two with one heading."""
    found = {_folded(heading): at for at, heading in sorted(row, reverse=True)}
    return {key: found[_folded(say(f"column.{key}"))] for key in keys if _folded(say(f"column.{key}")) in found}


def _folded(heading: str) -> str:
    return clean(heading).casefold()


def _is_lost(cell: str) -> bool:
    """Whether a program has put something of its own in the place of what was typed, or nothing."""
    return cell == UNCOMPUTED or _ERROR.fullmatch(cell) is not None


def _refuse_foreign(row: Mapping[int, str], places: Mapping[str, int], number: int, name: str) -> None:
    for key, at in places.items():
        if _FOREIGN.search(row.get(at, "")):
            column = say(f"column.{key}")
            raise click.ClickException(
                f"{name} is no CSV in UTF-8, so the signs under {column!r} in row {number} cannot be told: "
                'save it as "CSV UTF-8" or as a workbook'
            )


def _at(row: Mapping[int, str], place: int) -> str:
    cell = row.get(place, "")
    return "" if _is_lost(cell) else clean(cell)
