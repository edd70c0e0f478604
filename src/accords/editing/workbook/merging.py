"""What was filled in, taken into a record cell by cell: what changed on one side only is taken, on both told."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from attrs import frozen

from accords.editing.workbook.conflicts import claimed_since, conflict_of_ids, conflict_of_named
from accords.editing.workbook.doubts import moved_alone, since_and_not_here, taken_id, unseen
from accords.editing.workbook.ids import give_new_ids, ids_of, undo_new_ids
from accords.editing.workbook.renaming import give_ids_of_both, renamed_in, with_old_ids
from accords.editing.workbook.row_by_row import Base, RowsTaken
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.tables import CONDITIONS
from accords.editing.workbook.within import named_ids, place_of, places_in, take_out

__all__ = ["Taken", "take_in"]


@frozen(kw_only=True)
class Taken:
    """A record as plain JSON with what was filled in, what is wrong, what was lost, and which cell says what.

    ``cells`` has objects with the steps to a value in each, and the cell that says it; ``ids`` are all that were typed.
    """

    plain: Any
    faults: tuple[CellFault, ...]
    remarks: tuple[str, ...]
    cells: tuple[tuple[Any, tuple[Any, ...], str], ...]
    ids: frozenset[str]


def take_in(rows: Iterable[FilledRow], base: Base, current: Any, *, typed: bool = True, again: bool = False) -> Taken:
    """Take ``rows`` into ``current``, a record as plain JSON, or into a new one where it is None.

    ``base`` has the hash of each cell as it was when the rows were written, by table and key. Rows without a key are
    ``typed`` by somebody, or of a copy of the record. ``again`` says that those that are in the record were taken in
    before, so that what they say now counts.
    """
    plain = {"accords_version": "1.0"} if current is None else deepcopy(current)
    known = list(rows)
    were = undo_new_ids(plain, known)
    since = renamed_in(plain, base.keys() - {(row.table.name, row.key) for row in known if row.deleted})
    plain = with_old_ids(plain, since) if since else plain
    taking = RowsTaken(base=base, current=current, plain=plain, again=again, were=were, typed=typed)
    taking.known, taking.taken_ids, taking.ids = ids_of(taking.ours, known, since)
    taking.look_again(known, nearly=typed)
    for row in known:
        if row.table is not CONDITIONS:
            taking.row(row)
    for row in known:
        if row.table is CONDITIONS:
            taking.marks(row)
    taking.remarks += unseen(base, taking.ours, taking.seen)
    if again:
        found = (*taking.found.same.values(), *taking.found.like.values())
        taking.remarks += since_and_not_here(base, taking.ours, found)
    taking.remarks += moved_alone(known, base)
    taking.faults += claimed_since(taking.gone, base, taking.plain)
    places = places_in(taking.plain, taking.cells) if taking.new_ids or taking.gone or since else {}
    for new, old in since.items():
        if old in taking.new_ids:
            taking.faults.append(conflict_of_ids(taking.new_ids.pop(old), old, new))
    given: dict[str, str] = {}
    for each, old, is_taken in give_new_ids(taking.plain, taking.new_ids):
        if is_taken:
            taking.faults.append(taken_id(each, old, taking.plain, places, taking.taken_ids, given))
        else:
            taking.lose(each.place, f"{old} is {each.new} now")
            given[each.new] = each.place
    taking.faults += [fault for _, fault in give_ids_of_both(taking.plain, {}, since, places) if fault is not None]
    take_out(taking.plain, {id(held) for held, _ in taking.gone})
    places = places_in(taking.plain, taking.cells) if taking.gone else {}
    named = {name: pointer for pointer, name in named_ids(taking.plain, ())} if taking.gone else {}
    for held, row in taking.gone:
        if held.get("id") in named:
            said = f"to be deleted, and still named at {place_of(named[held['id']], places)}"
            taking.faults.append(conflict_of_named(row, said))
    return Taken(
        plain=taking.plain,
        faults=tuple(taking.faults),
        remarks=tuple(taking.remarks),
        cells=tuple(taking.cells),
        ids=frozenset(taking.taken_ids),
    )
