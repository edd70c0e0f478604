"""A file that was filled in, as the record that it makes of one, or as what is wrong with it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO

from attrs import evolve, frozen

from accords.codec import to_dict
from accords.diagnostics import Diagnostic, InvalidRecordError
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.merging import Taken, take_in
from accords.editing.workbook.sheets import CellFault, FilledBook, NoBookError
from accords.editing.workbook.within import place_of
from accords.model.agreement import Agreement
from accords.validate import from_dict

__all__ = ["BookTaken", "judged", "take_book", "take_workbook"]


@frozen(kw_only=True)
class BookTaken:
    """What a file that was filled in makes of a record: None where something is wrong, which ``faults`` say."""

    record: Agreement | None
    faults: tuple[CellFault, ...]
    remarks: tuple[str, ...]


def take_workbook(workbook: bytes, record: Agreement | None = None, *, again: bool = False) -> BookTaken:
    """Take a workbook that was filled in into ``record``, or make a new record of it where there is none.

    ``again`` says that rows that were typed in and are in the record were taken in before, and count as they are now.

    Raises NoBookError, a ValueError, where it is no workbook that ``render_workbook`` wrote, or not of this record.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.take_workbook(accords.render_workbook([deal]), deal).record == deal
    True
    """
    book = read_book(BytesIO(workbook))
    wanted = record.id if record is not None else next(iter(book.contents))
    if wanted not in book.contents or (record is None and len(book.contents) > 1):
        raise NoBookError(f"it is of {', '.join(book.contents)}; say which record it is taken into")
    return take_book(book, wanted, record, again=again)


def take_book(book: FilledBook, record_id: str, current: Agreement | None, *, again: bool = False) -> BookTaken:
    """Take the rows of one record out of ``book`` into it, or into a new record where ``current`` is None.

    ``again`` says that rows that were typed in and are in the record were taken in before.
    """
    rows = [row for row in book.rows if row.record == record_id]
    others = [row for row in book.rows if row.record not in book.contents]
    base = {(table, key): hashes for (record, table, key), hashes in book.base.items() if record == record_id}
    taken = take_in(rows, base, None if current is None else to_dict(current), again=again)
    said = "the row is of the record {}, which the file was not made of"
    strays = [CellFault(place=row.place, sentence=said.format(repr(row.record))) for row in others]
    return judged(evolve(taken, remarks=(*book.remarks, *taken.remarks)), (*book.faults, *strays))


def judged(taken: Taken, more: tuple[CellFault, ...]) -> BookTaken:
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
    missing = _NAMED.search(found.message) if found.code == _MISSING else None
    at = places.get(f"{found.pointer}/{missing[1]}") if missing else None
    return CellFault(place=at or place_of(found.pointer, places), sentence=sentence)


_MISSING = "ACC101"
_NAMED = re.compile("`([a-z_]+)`")
