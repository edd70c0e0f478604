"""Checklists that were filled in and saved, by whatever program: workbooks, and CSV with the two columns added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import click
from attrs import frozen

from accords.editing.workbook.csv_rows import csv_rows
from accords.editing.workbook.stored import UNCOMPUTED, Row, Workbook, WorkbookError
from accords.prose import printable
from accords.render.safe import clean
from accords.words import say

__all__ = ["Filled", "FilledLine", "read_filled"]

_LARGEST = 50_000_000
_OWN = ("id", "my_status", "my_note")
_KEYS = (*_OWN, "record", "content", "as_of")
_FOREIGN = re.compile("[\udc80-\udcff]")
"""Bytes that are no ASCII, as they are kept where the encoding of a file is not known."""


@frozen
class FilledLine:
    """One line: of which record, which item, and what was filled in.

    ``record`` is None where the table does not say of which record it is. ``uncomputed`` names the columns with a
    formula of which the table holds no result.
    """

    record: str | None
    id: str
    status: str
    note: str
    uncomputed: tuple[str, ...] = ()


@frozen
class Filled:
    """A table that was filled in; lines have the numbers that programs show.

    ``contents`` leads from a record's id to the hash of the content from which the table was made. ``as_of`` is the
    day that all lines name, as it is written; None where they name none, or several.
    """

    lines: tuple[tuple[int, FilledLine], ...]
    contents: Mapping[str, str]
    as_of: str | None


def read_filled(table: Path) -> Filled:
    """Read a workbook, or a CSV file by its ending, in whatever order its lines and columns are.

    Raises click.ClickException where it cannot be read or is no checklist.
    """
    name = printable(str(table))
    try:
        if table.stat().st_size > _LARGEST:
            raise click.ClickException(f"{name} is larger than {_LARGEST // 1_000_000} MB")
        if table.suffix.lower() == ".csv":
            return _filled(csv_rows(table.read_bytes()), {}, {}, name)
        with table.open("rb") as stream:
            return _read_workbook(Workbook.of(stream), name)
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror or error}") from error
    except WorkbookError as error:
        kind = "CSV" if table.suffix.lower() == ".csv" else "workbook"
        raise click.ClickException(f"{name} is no {kind} that can be read: {error}") from error


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
        places = _places(next(rows, (1, {}))[1], ("record", "content"))
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
    rows = iter(rows)
    places = _headings(rows, name)
    lines: list[tuple[int, FilledLine]] = []
    known, days = dict(contents), dict.fromkeys([about["as_of"]] if about.get("as_of") else [])
    for number, row in rows:
        cells = {key: _at(row, at) for key, at in places.items()}
        uncomputed = tuple(key for key in _OWN if row.get(places[key]) == UNCOMPUTED)
        if not uncomputed and not any(cells[key] for key in _OWN):
            continue
        _refuse_foreign(row, places, number, name)
        record = cells.get("record") or about.get("record")
        if record is None and "record" in places:
            record = ""
        lines.append((number, FilledLine(record, cells["id"], cells["my_status"], cells["my_note"], uncomputed)))
        if cells.get("content") and record is not None:
            known.setdefault(record, cells["content"])
        if cells.get("as_of"):
            days.setdefault(cells["as_of"])
    return Filled(tuple(lines), known, next(iter(days)) if len(days) == 1 else None)


def _headings(rows: Iterator[Row], name: str) -> dict[str, int]:
    """Where the columns stand: the first line that has the headings, whatever somebody has put above it."""
    best: dict[str, int] = {}
    for _, row in islice(rows, _MOST_ABOVE):
        places = _places(row, _KEYS)
        if all(key in places for key in _OWN):
            return places
        best = max(best, places, key=len)
    missing = next(key for key in _OWN if key not in best)
    raise click.ClickException(
        f"{name} has no column {say(f'column.{missing}')!r} in the first {_MOST_ABOVE} lines of its first sheet"
    )


_MOST_ABOVE = 500
"""Headings are looked for in so many lines that hold anything."""


def _places(row: Mapping[int, str], keys: Iterable[str]) -> dict[str, int]:
    """Where the columns stand; the first of two with one heading."""
    found = {clean(heading): at for at, heading in sorted(row.items(), reverse=True)}
    return {key: found[say(f"column.{key}")] for key in keys if say(f"column.{key}") in found}


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
    return "" if cell == UNCOMPUTED else clean(cell)
