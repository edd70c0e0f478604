"""A sheet of rows, read one by one: CSV with names of columns in its first row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

__all__ = ["SheetError", "SheetRow", "sheet_rows"]

_LONGEST_CELL = 1_000_000


class SheetError(ValueError):
    """A sheet cannot be read as one, with the row and the reason."""


@frozen
class SheetRow:
    """A row: its number as a spreadsheet counts, where the names of columns are row 1, and its cells by column."""

    number: int
    cells: Mapping[str, str]


def sheet_rows(lines: Iterable[str], delimiter: str = ",") -> tuple[list[str], Iterator[SheetRow]]:
    """The names of the columns, and the rows below them. White space in cells is single spaces.

    Raises SheetError for a sheet without columns or with a name twice; the rows raise it where one does not fit.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise SheetError(f"row 1: {error}") from error
    if not any(names):
        raise SheetError("row 1 has no names of columns")
    twice = next((name for at, name in enumerate(names) if name and name in names[:at]), None)
    if twice is not None:
        raise SheetError(f"row 1: two columns are called {twice!r}")
    return [name for name in names if name], _rows(reader, names)


def _rows(reader: Iterator[list[str]], names: list[str]) -> Iterator[SheetRow]:
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise SheetError(f"row {number}: {error}") from error
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(names) :]):
            raise SheetError(f"row {number} has {len(cells)} cells, and there are {len(names)} columns")
        yield SheetRow(number, {name: " ".join(cell.split()) for name, cell in zip(names, cells, strict=False) if name})
