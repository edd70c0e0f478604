"""A file that was filled in, as the record that it makes of one, or as what is wrong with it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from attrs import evolve, frozen

from accords.codec import to_dict
from accords.diagnostics import Diagnostic, InvalidRecordError
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.merging import Taken, take_in
from accords.editing.workbook.sheets import CellFault, FilledBook, FilledRow, NoBookError
from accords.editing.workbook.stored import StoredCell
from accords.editing.workbook.tables import ABOUT, TableRow, cell_hash, rows_of_record
from accords.model.agreement import Agreement
from accords.pointer import to_pointer
from accords.validate import from_dict

__all__ = ["BookTaken", "merge_records", "take_book", "take_workbook"]


@frozen(kw_only=True)
class BookTaken:
    """What a file that was filled in makes of a record: None where something is wrong, which ``faults`` say."""

    record: Agreement | None
    faults: tuple[CellFault, ...]
    remarks: tuple[str, ...]


def take_workbook(workbook: bytes, record: Agreement | None = None) -> BookTaken:
    """Take a workbook that was filled in into ``record``, or make a new record of it where there is none.

    Raises NoBookError, a ValueError, where it is no workbook that ``render_workbook`` wrote, or not of this record.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.take_workbook(accords.render_workbook([deal]), deal).record == deal
    True
    """
    book = read_book(BytesIO(workbook))
    wanted = record.id if record is not None else next(iter(book.contents))
    if wanted not in book.contents or (record is None and len(book.contents) > 1):
        raise NoBookError(f"it is of {', '.join(book.contents)}; say which record it is taken into")
    return take_book(book, wanted, record)


def take_book(book: FilledBook, record_id: str, current: Agreement | None) -> BookTaken:
    """Take the rows of one record out of ``book`` into it, or into a new record where ``current`` is None."""
    rows = [row for row in book.rows if row.record == record_id]
    others = [row for row in book.rows if row.record not in book.contents]
    base = {(table, key): hashes for (record, table, key), hashes in book.base.items() if record == record_id}
    taken = take_in(rows, base, None if current is None else to_dict(current))
    said = "the row is of the record {}, which the file was not made of"
    strays = [CellFault(place=row.place, sentence=said.format(repr(row.record))) for row in others]
    return _judged(evolve(taken, remarks=(*book.remarks, *taken.remarks)), (*book.faults, *strays))


def merge_records(old: Agreement, theirs: Agreement, ours: Agreement) -> BookTaken:
    """Take what ``theirs`` changed since ``old`` into ``ours``, field by field; what both changed is told by its place.

    What is named is the JSON Pointer of a field in ``theirs``, or in ``old`` where a row was taken out.
    """
    was, now = ({(r.table.name, r.key): r for r in rows_of_record(to_dict(each))} for each in (old, theirs))
    base = {place: {name: cell_hash(text) for name, text in row.cells.items()} for place, row in was.items()}
    rows = list(_rows_of(theirs, base))
    for place, row in was.items():
        if place not in now and row.table.member and row.pointer:
            cells = {name: StoredCell(text) for name, text in row.cells.items()}
            places = {"": row.pointer, **{column.name: row.pointer for column in row.table.columns}}
            rows.append(FilledRow(table=row.table, record=None, key=row.key, cells=cells, places=places, deleted=True))
    taken = take_in(rows, base, to_dict(ours))
    return _judged(taken, tuple(_replaced(was, now, ours)))


def _rows_of(record: Agreement, base: Mapping[tuple[str, str], Any]) -> Iterator[FilledRow]:
    for row in rows_of_record(to_dict(record)):
        cells = {name: StoredCell(text) for name, text in row.cells.items()}
        places = {column.name: row.pointer + to_pointer(column.steps) for column in row.table.columns}
        key = row.key if (row.table.name, row.key) in base or row.table is ABOUT else ""
        if key or row.table.member:
            yield FilledRow(table=row.table, record=None, key=key, cells=cells, places={"": row.pointer, **places})


_Rows = Mapping[tuple[str, str], TableRow]


def _replaced(was: _Rows, now: _Rows, ours: Agreement) -> Iterator[CellFault]:
    """Rows without an id that both sides changed or took out: which of the new ones is which, nobody can say."""
    mine = {(row.table.name, row.key) for row in rows_of_record(to_dict(ours))}
    for place, row in was.items():
        if place[1].startswith("~") and place not in now and place not in mine and row.table.member:
            added = {each for each in now if each[0] == place[0]} - was.keys()
            own = {each for each in mine if each[0] == place[0]} - was.keys()
            if added != own:
                yield CellFault(place=row.pointer, sentence="changed or taken out on both sides", conflict=True)


def _judged(taken: Taken, more: tuple[CellFault, ...]) -> BookTaken:
    """The record, if nothing is wrong with it, else what is, at the cells that say so."""
    faults = (*more, *taken.faults)
    if faults:
        return BookTaken(record=None, faults=faults, remarks=taken.remarks)
    try:
        return BookTaken(record=from_dict(taken.plain), faults=(), remarks=taken.remarks)
    except InvalidRecordError as error:
        found = tuple(_placed(each, taken.places) for each in error.report.errors)
        return BookTaken(record=None, faults=found, remarks=taken.remarks)


def _placed(found: Diagnostic, places: Mapping[str, str]) -> CellFault:
    """A finding at the cell that says it: the field that is missing, one inside what is meant, or the nearest."""
    sentence = found.message + (f"; did you mean {found.suggestion}?" if found.suggestion else "")
    pointer = found.pointer
    missing = _NAMED.search(found.message) if found.code == _MISSING else None
    at = places.get(f"{pointer}/{missing[1]}") if missing else None
    while at is None:
        at = places.get(pointer) or next((p for each, p in places.items() if each.startswith(f"{pointer}/")), None)
        if not pointer:
            break
        pointer = pointer.rpartition("/")[0]
    return CellFault(place=at or found.pointer or "/", sentence=sentence)


_MISSING = "ACC101"
_NAMED = re.compile("`([a-z_]+)`")
