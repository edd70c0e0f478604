"""What may be a slip of whoever filled in a file: rows that are no longer there, a column that was sorted alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from accords.editing.workbook.ids import NewId, ids_in
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.tables import LONG, PARENT, TABLES, TableRow, hashed
from accords.editing.workbook.titles import delete_title, sheet_title
from accords.editing.workbook.within import objects_of, place_of
from accords.prose import counted, listed
from accords.suggest import numbered

__all__ = ["ONE_ROW", "moved_alone", "since_and_not_here", "taken_id", "unseen"]

_Base = Mapping[tuple[str, str], Mapping[str, str]]
_FEWEST = 3
"""So many cells have to change places before it looks like sorting."""


def unseen(base: _Base, ours: Collection[tuple[str, str]], seen: Collection[tuple[str, str]]) -> Iterator[str]:
    """Rows that were written, are in the record, and do not stand in the file any more: they stay, which is said."""
    for table in TABLES:
        keys = [key for name, key in base if name == table.name and (name, key) in ours and (name, key) not in seen]
        if keys and table.member:
            named = listed([*keys[:3], *([f"{len(keys) - 3} more"] if len(keys) > 3 else [])])
            rows = counted(len(keys), "row stays", "rows stay")
            yield (
                f"{sheet_title(table)}: {rows} in the record although not in the file: {named}; "
                f'to take one out, write yes under "{delete_title()}"'
            )


def since_and_not_here(
    base: _Base, ours: Mapping[tuple[str, str], TableRow], found: Iterable[TableRow]
) -> Iterator[str]:
    """Rows that came into the record since the file was made and are not in it: they stay, which is said."""
    here = {id(row) for row in found}
    for table in TABLES:
        new = [row for place, row in ours.items() if place[0] == table.name and place not in base and table.member]
        gone = [_called(row) for row in new if id(row) not in here]
        if gone:
            named = listed([*gone[:3], *([f"{len(gone) - 3} more"] if len(gone) > 3 else [])])
            rows = counted(len(gone), "row", "rows")
            yield (
                f"{sheet_title(table)}: {rows} of the record came there since this file was made, and no row here says "
                f"the same: {named}; what was deleted here stays there until it is deleted in a workbook made anew"
            )


def _called(row: TableRow) -> str:
    cells = row.cells
    return cells.get("id") or cells.get(PARENT) or cells.get("actor_id") or cells.get("source_id") or row.key


ONE_ROW = "or leave one of the two rows out, where both are about the same"


def taken_id(
    wanted: NewId, old: str, record: Any, places: Mapping[str, str], taken: Collection[str], given: Mapping[str, str]
) -> CellFault:
    """A new id that something else has or was ``given``: where that stands, one that is free, and the way back."""
    owned = (pointer for pointer, each in objects_of(record) if each.get("id") == wanted.new)
    owner = next((pointer for pointer in owned if not pointer.startswith("/extensions")), None)
    other = place_of(f"{owner}/id", places) if owner is not None else given[wanted.new]
    free = numbered(wanted.new, {*taken, *ids_in(record)})
    said = f"the id {wanted.new} is taken, at {other}; write {free}"
    return CellFault(place=wanted.place, sentence=said, help=f"or write {old} again, as it was")


def moved_alone(rows: Iterable[FilledRow], base: _Base) -> Iterator[str]:
    """Columns whose cells stand at other rows than they were written at, as if one had been sorted without the rest."""
    moved: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows:
        was = base.get((row.table.name, row.key))
        for name, place in row.places.items() if was is not None else ():
            old, text = (was or {}).get(name, "").removeprefix(LONG), row.text(name)
            now = hashed(text) if text else ""
            if name and now != old:
                moved[row.table.name, name].append((place, old, now))
    for cells in moved.values():
        if len(cells) >= _FEWEST and Counter(old for _, old, _ in cells) == Counter(now for _, _, now in cells):
            yield (
                f"{cells[0][0]} and {counted(len(cells) - 1, 'other cell')} of this column have changed places; "
                "if it was sorted without the others, undo that"
            )
