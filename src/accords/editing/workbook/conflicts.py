"""What both sides changed: what is called so, what each says, and what settles it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from accords.dates import DateError, as_date
from accords.editing.workbook.cells.columns import CellColumn
from accords.editing.workbook.cells.converted import shortened
from accords.editing.workbook.ids import NewId
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.tables import PARENT, TABLES, cell_hash, table_rows
from accords.editing.workbook.titles import column_title, sheet_title

__all__ = [
    "MERGE_AGAIN",
    "claimed_since",
    "conflict_at",
    "conflict_of_claim",
    "conflict_of_ids",
    "conflict_of_named",
    "conflict_of_row",
    "later_followed",
    "named",
]

_FOLLOWED = "coding.followed_until"
_KEEP_THIS = "to keep what stands here, as where this workbook was taken in before and mended since, add --again"
MERGE_AGAIN = "change one of the two to what is to stand, and merge again"


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
        advice = MERGE_AGAIN
    elif mine:
        advice = f"to keep what the record says, write {shortened(mine)} here; {_KEEP_THIS}"
    else:
        advice = f"to keep what the record says, empty this cell; {_KEEP_THIS}"
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
        advice = MERGE_AGAIN
    return CellFault(place=row.place, sentence=said, conflict=True, help=advice)


def conflict_of_named(row: FilledRow, said: str) -> CellFault:
    """A row that is taken out while something names it; of two copies each may be right by itself."""
    if row.record is not None:
        return CellFault(place=row.place, sentence=said)
    whose = f"{sheet_title(row.table)}: {named(row)}: "
    return CellFault(place=row.place, sentence=whose + said, conflict=True, help=MERGE_AGAIN)


def conflict_of_ids(wanted: NewId, old: str, mine: str) -> CellFault:
    """An id for which a workbook and the record have another one each."""
    said = f"the id {old} was changed on both sides: the workbook says “{wanted.new}”, the record “{mine}”"
    advice = f"to keep what the record says, write {mine} here; to keep this, put it into the record"
    return CellFault(place=wanted.place, sentence=said, conflict=True, help=advice)


def claimed_since(
    gone: Sequence[tuple[Any, FilledRow]], base: Mapping[tuple[str, str], Mapping[str, str]], record: Any
) -> Iterator[CellFault]:
    """Events that are taken out where a claim of one is new or was changed, which would go with it."""
    events = {held["id"]: row for held, row in gone if row.table.name == "happenings"}
    out = {id(held) for held, _ in gone}
    claims = next(table for table in TABLES if table.name == "claims")
    for claim in table_rows(claims, record) if events else ():
        row = events.get(claim.cells[PARENT])
        said = {name: cell_hash(text) for name, text in claim.cells.items()}
        if row is not None and id(claim.held) not in out and base.get((claims.name, claim.key)) != said:
            whose = f"{sheet_title(row.table)}: {named(row)}"
            what = claim.cells.get("id") or claim.cells.get("says", "")
            sentence = f"{whose} is taken out here, and a claim of it is new or was changed: {what}"
            advice = MERGE_AGAIN if row.record is None else "take the claim out as well, or leave the event in here"
            yield CellFault(place=row.place, sentence=sentence, conflict=True, help=advice)


def conflict_of_claim(row: FilledRow) -> CellFault:
    """A claim that was added to an event that the record took out since."""
    event = row.text(PARENT).strip()
    said = f"{sheet_title(row.table)}: a claim was added to {event}, which is no longer in the record"
    advice = MERGE_AGAIN if row.record is None else "leave the claim out, or add the event anew in a row of its own"
    return CellFault(place=row.places.get(PARENT, row.place), sentence=said, conflict=True, help=advice)


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
