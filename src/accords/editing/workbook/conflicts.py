"""What both sides changed: what is called so, what each says, and what settles it."""

from __future__ import annotations

import datetime

from accords.dates import DateError, as_date
from accords.editing.workbook.cells.columns import CellColumn
from accords.editing.workbook.cells.converted import shortened
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.tables import PARENT
from accords.editing.workbook.titles import column_title, sheet_title

__all__ = ["conflict_at", "conflict_of_row", "later_followed", "named"]

_FOLLOWED = "coding.followed_until"


def named(row: FilledRow) -> str:
    """A row as people name it: by its id, or by what it is about."""
    name = row.text(row.table.own_id) if row.table.own_id else ""
    about = row.text(PARENT) or row.text("actor_id") or row.text("source_id")
    return name.strip() or about.strip()


def conflict_at(row: FilledRow, column: CellColumn, mine: str) -> CellFault:
    """A cell, or a field of a copy, that says otherwise than the record, where it was changed as well."""
    is_copy = row.record is None
    whose = f"{sheet_title(row.table)}: {named(row)}: " if named(row) else ""
    what = f"{whose}{column_title(column)}"
    here, there = _said(row.text(column.name)), _said(mine)
    side = "the copy" if is_copy else "the workbook"
    if is_copy:
        advice = "change one of the two to what is to stand, and merge again"
    elif mine:
        advice = f"to keep what the record says, write {shortened(mine)} here; to keep this, put it into the record"
    else:
        advice = "to keep what the record says, empty this cell; to keep this, put it into the record"
    said = f"{what} was changed on both sides: {side} says {here}, the record {there}"
    return CellFault(place=row.places[column.name], sentence=said, conflict=True, help=advice)


def conflict_of_row(row: FilledRow, *, deleted: bool) -> CellFault:
    """A row that one side took out and the other changed."""
    whose = f"{sheet_title(row.table)}: {named(row)}" if named(row) else "this row"
    is_copy = row.record is None
    if deleted:
        said = f"{whose} is taken out here, and was changed here or in the record since"
        advice = "take it out of the record as well, or leave it in here"
    else:
        said = f"{whose} was changed here, and is no longer in the record as it was"
        advice = "undo the change here, or add it as a new row with an empty first cell"
    if is_copy:
        advice = "change one of the two to what is to stand, and merge again"
    return CellFault(place=row.place, sentence=said, conflict=True, help=advice)


def later_followed(row: FilledRow, column: CellColumn, mine: str) -> str | None:
    """Of two days until which reports were looked for the later, as whoever looked later has looked for all before."""
    if column.name != _FOLLOWED or not mine or not row.text(column.name):
        return None
    try:
        days = [as_date(text) for text in (row.text(column.name).strip(), mine)]
    except DateError:
        return None
    return max(days, key=lambda day: day.latest or datetime.date.max).text


def _said(text: str) -> str:
    return shortened(text) if text else "nothing"
