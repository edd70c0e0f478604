"""Two copies of a record that were changed apart, as one: field by field, and what both made beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from accords.checks.lookups.happenings import may_be_one
from accords.codec import to_dict
from accords.editing.workbook.conflicts import MERGE_AGAIN
from accords.editing.workbook.ids import ids_in, rename
from accords.editing.workbook.judging import BookTaken, judged
from accords.editing.workbook.merging import Taken, take_in
from accords.editing.workbook.ordering import take_order
from accords.editing.workbook.renaming import give_ids_of_both, perhaps_renamed, renamed_since, with_old_ids
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.stored import StoredCell
from accords.editing.workbook.tables import ABOUT, CONDITIONS, PARENT, TableRow, cell_hash, rows_of_record
from accords.editing.workbook.titles import sheet_title
from accords.editing.workbook.within import named_ids, place_of, places_in
from accords.model.agreement import Agreement
from accords.pointer import to_pointer
from accords.suggest import numbered

__all__ = ["merge_records"]


def merge_records(old: Agreement, theirs: Agreement, ours: Agreement) -> BookTaken:
    """Take what ``theirs`` changed since ``old`` into ``ours``, field by field; what both changed is told by its place.

    An id that both made for something else becomes another one in what is taken. What is named is the JSON Pointer of a
    field in ``theirs``, or in ``old`` where a row was taken out.
    """
    plain, mine = to_dict(old), to_dict(ours)
    new_ids = renamed_since(plain, to_dict(theirs)), renamed_since(plain, mine)
    likely = [
        f"{new} is new in {side}, and says mostly what {was} said, which is not there any more: if it is one thing, "
        f"call it {was} there, merge again, and change its id afterwards"
        for side, now, known in zip(("the copy", "the record"), (to_dict(theirs), mine), new_ids, strict=True)
        for new, was in perhaps_renamed(plain, now, known)
    ]
    changed, mine = with_old_ids(to_dict(theirs), new_ids[0]), with_old_ids(mine, new_ids[1])
    renamed = _made_free(plain, changed, mine)
    was, now = ({(r.table.name, r.key): r for r in rows_of_record(each)} for each in (plain, changed))
    base = {place: {name: cell_hash(text) for name, text in row.cells.items()} for place, row in was.items()}
    rows = list(_rows_of(changed, base))
    for place, row in was.items():
        if place not in now and row.table.member and row.pointer:
            cells = {name: StoredCell(text) for name, text in row.cells.items()}
            places = {"": row.pointer, **{column.name: row.pointer for column in row.table.columns}}
            rows.append(FilledRow(table=row.table, record=None, key=row.key, cells=cells, places=places, deleted=True))
    taken = take_in(rows, base, mine, typed=False)
    faults = [*_replaced(was, now, mine), *_unnamed(plain, mine, taken)]
    moved = tuple(take_order(plain, changed, mine, taken.plain))
    given = list(give_ids_of_both(taken.plain, *new_ids))
    faults += [fault for _, fault in given if fault is not None]
    told = (f"{new}: both sides made the id {old}; that of the copy is {new} here" for old, new in renamed.items())
    remarks = (*likely, *told, *taken.remarks, *(said for said, fault in given if fault is None), *moved)
    made = judged(evolve(taken, remarks=remarks), tuple(faults))
    return evolve(made, remarks=(*made.remarks, *_told_twice(made.record, old, ours)))


def _told_twice(merged: Agreement | None, old: Agreement, ours: Agreement) -> Iterator[str]:
    """What both sides entered of one duty and turn since, each as an event of its own, and may be one happening."""
    before, here = ({each.id for each in record.events} for record in (old, ours))
    new = [each for each in merged.events if each.id not in before] if merged is not None else []
    for mine in (each for each in new if each.id in here):
        for theirs in (each for each in new if each.id not in here and may_be_one(mine, each)):
            duty = next(each for each in mine.obligation_ids if each in theirs.obligation_ids)
            yield (
                f"{mine.id} of the record and {theirs.id} of the copy may be the same happening under {duty}: if so, "
                "put what is said of both under one of them, so that each side answers the other"
            )


def _unnamed(old: Any, ours: Any, taken: Taken) -> Iterator[CellFault]:
    """Where the copy names what the record took out since; the other way round is told where it is taken out."""
    gone = set(ids_in(old)) - set(ids_in(ours))
    places = places_in(taken.plain, taken.cells) if gone else {}
    told = {fault.place for fault in taken.faults}
    for pointer, name in named_ids(taken.plain, ()) if gone else ():
        place = place_of(pointer, places)
        if name in gone and place not in told:
            said = f"the copy names {name} here, which the record took out since"
            yield CellFault(place=place, sentence=said, conflict=True, help=MERGE_AGAIN)
            told.add(place)


def _rows_of(record: Any, base: Mapping[tuple[str, str], Any]) -> Iterator[FilledRow]:
    for row in rows_of_record(record):
        cells = {name: StoredCell(text) for name, text in row.cells.items()}
        places = {column.name: row.pointer + to_pointer(column.steps) for column in row.table.columns}
        key = row.key if (row.table.name, row.key) in base or row.table is ABOUT else ""
        if key or row.table.member:
            yield FilledRow(table=row.table, record=None, key=key, cells=cells, places={"": row.pointer, **places})


_Rows = Mapping[tuple[str, str], TableRow]


def _replaced(was: _Rows, now: _Rows, ours: Any) -> Iterator[CellFault]:
    """Rows without an id that both sides changed or took out: which of the new ones is which, nobody can say."""
    mine = {(row.table.name, row.key) for row in rows_of_record(ours)}
    for place, row in was.items():
        if place[1].startswith("~") and place not in now and place not in mine and row.table.member:
            added = {each for each in now if each[0] == place[0]} - was.keys()
            own = {each for each in mine if each[0] == place[0]} - was.keys()
            if added != own:
                what = row.cells.get(PARENT) or next(iter(row.cells.values()))
                said = f"{sheet_title(row.table)}: {what}: changed or taken out on both sides"
                yield CellFault(place=row.pointer, sentence=said, conflict=True, help=MERGE_AGAIN)


def _made_free(old: Any, theirs: Any, ours: Any) -> dict[str, str]:
    """Rename in ``theirs`` what both sides made since ``old`` and gave one id; return the new ids by the old ones.

    What says the same on both sides is one thing.
    """
    before, mine = set(ids_in(old)), set(ids_in(ours))
    said = {(row.table.name, tuple(row.cells.items())) for row in rows_of_record(ours)}
    taken = before | mine | set(ids_in(theirs))
    new: dict[str, str] = {}
    for row in rows_of_record(theirs):
        same = (row.table.name, tuple(row.cells.items())) in said and row.cells.get(PARENT) not in new
        if row.table not in (ABOUT, CONDITIONS) and not same:
            own = {name: each for name, each in row.held.items() if name != "claims"}
            for each in ids_in(own):
                if each in mine and each not in before:
                    new[each] = numbered(each, taken)
                    taken.add(new[each])
    rename(theirs, new)
    return new
