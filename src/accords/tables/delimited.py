"""Rows of tables as comma-separated text (RFC 4180): exact, for programs; an empty cell is nothing stated."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import StringIO
from math import isinf

from accords.tables.table import Cell, Table

__all__ = ["cell_text", "header", "lines", "misfits"]

_LARGEST = 2**63 - 1


def header(table: Table) -> str:
    """The line with the names of the columns."""
    return lines([tuple(column.name for column in table.columns)])


def lines(rows: Iterable[tuple[Cell, ...]]) -> str:
    """A line for each row."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return out.getvalue()


def cell_text(cell: Cell) -> str | None:
    """A cell as it is written."""
    if cell is True or cell is False:
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    return None if cell is None else str(cell)


def misfits(table: Table, rows: Iterable[tuple[Cell, ...]]) -> list[str]:
    """The columns in which a number is too large for databases, once for each such cell."""
    return [
        f"{table.name}.{column.name}"
        for row in rows
        for column, cell in zip(table.columns, row, strict=True)
        if cell.__class__ in (int, Decimal) and _is_too_large(cell)
    ]


def _is_too_large(number: Cell) -> bool:
    if isinstance(number, Decimal):
        return isinf(float(number))
    return isinstance(number, int) and not -_LARGEST <= number <= _LARGEST
