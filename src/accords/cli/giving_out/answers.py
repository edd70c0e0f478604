"""The answer to a question in SQL, written as a table of text, as CSV or as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

import click
from rich.cells import cell_len

from accords.cli.writing_to import form_for
from accords.prose import counted
from accords.render.safe import clean

__all__ = ["ANSWERS", "form_of_answer"]

_Rows: TypeAlias = Iterator[tuple[Any, ...]]

_MOST_ROWS = 1000
_WIDEST = 60
_AT_ONCE = 1000


def form_of_answer(form: str | None, output: Path | None) -> str:
    """The format of an answer. Raises click.UsageError where it is one of other things."""
    chosen = form_for(form, output, {".csv": "csv", ".json": "json"}, "text")
    if chosen not in ANSWERS:
        raise click.UsageError(f"an answer is written as {', '.join(ANSWERS)}, not as {chosen}")
    return chosen


def _as_text(columns: Sequence[str], rows: _Rows) -> Iterator[str]:
    shown = [[_short(cell) for cell in row] for row in islice(rows, _MOST_ROWS)]
    heads = [_short(name) for name in columns]
    widths = [max(map(cell_len, cells)) for cells in zip(heads, *shown, strict=True)]
    yield _line(heads, widths)
    yield _line(["─" * width for width in widths], widths)
    for row in shown:
        yield _line(row, widths)
    if len(shown) == _MOST_ROWS and next(rows, None) is not None:
        yield f"… and more than these {counted(_MOST_ROWS, 'row')}: --format csv writes all\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _short(cell: Any) -> str:
    text = clean(_plain(cell))
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…"


def _plain(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        return ", ".join(map(_plain, cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _as_csv(columns: Sequence[str], rows: _Rows) -> Iterator[str]:
    yield _csv([columns])
    while some := list(islice(rows, _AT_ONCE)):
        yield _csv([[_plain(cell) for cell in row] for row in some])


def _csv(rows: Sequence[Sequence[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _as_json(columns: Sequence[str], rows: _Rows) -> Iterator[str]:
    """A list of objects, one to a line."""
    opened = "["
    for row in rows:
        cells = {name: _json(cell) for name, cell in zip(columns, row, strict=True)}
        yield f"{opened}\n{json.dumps(cells, ensure_ascii=False, default=str)}"
        opened = ","
    yield "[]\n" if opened == "[" else "\n]\n"


def _json(cell: Any) -> Any:
    if isinstance(cell, Decimal) or (isinstance(cell, float) and not isfinite(cell)):
        return str(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


ANSWERS: dict[str, Callable[[Sequence[str], _Rows], Iterator[str]]] = {
    "text": _as_text,
    "csv": _as_csv,
    "json": _as_json,
}
"""Name → what writes an answer in this format, piece by piece."""
