"""A file that was filled in, as the record that it makes of one, or as what is wrong with it, cell by cell."""

from __future__ import annotations

from io import BytesIO

from attrs import evolve

from accords.codec import to_dict
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.judging import BookTaken, judged
from accords.editing.workbook.merging import take_in
from accords.editing.workbook.sheets import CellFault, FilledBook, NoBookError
from accords.model.agreement import Agreement

__all__ = ["take_book", "take_workbook"]


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
