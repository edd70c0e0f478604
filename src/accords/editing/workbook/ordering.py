"""The order of rows in two copies of a record: that of the side that changed it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from accords.editing.workbook.tables import PARENT, TableRow, rows_of_record
from accords.editing.workbook.titles import sheet_title

__all__ = ["take_order"]

_Lists = dict[tuple[str, str], list[TableRow]]


def take_order(old: Any, theirs: Any, ours: Any, made: Any) -> Iterator[str]:
    """Put the rows of ``made`` into the order of ``theirs`` where that alone was changed; say it where both were."""
    was, copy, mine = (_keys(each) for each in (old, theirs, ours))
    for place, rows in _lists(made).items():
        keys = [row.key for row in rows]
        both = set(was.get(place, ())).intersection(copy.get(place, ()), mine.get(place, ()), keys)
        before, wanted, there = ([key for key in each.get(place, ()) if key in both] for each in (was, copy, mine))
        if wanted in (before, there):
            continue
        if there != before:
            yield f"{sheet_title(rows[0].table)}: both sides changed the order; that of the record stays"
            continue
        held = {row.key: row.held for row in rows}
        turn = iter(wanted)
        ordered = [held[next(turn)] if key in both else held[key] for key in keys]
        _put(made, rows[0], ordered)


def _lists(record: Any) -> _Lists:
    rows = [row for row in rows_of_record(record) if row.table.member]
    return {
        place: list(each)
        for place, each in groupby(
            rows, key=lambda row: (row.table.name, row.cells.get(PARENT, "") if row.table.name == "claims" else "")
        )
    }


def _keys(record: Any) -> dict[tuple[str, str], list[str]]:
    return {place: [row.key for row in rows] for place, rows in _lists(record).items()}


def _put(record: Any, row: TableRow, ordered: list[Any]) -> None:
    """Put objects back into the list that one of them came from."""
    steps = row.pointer.split("/")[1:-1]
    held = record
    for step in steps:
        held = held[int(step)] if isinstance(held, list) else held[step]
    held[:] = ordered
