"""What may be a slip of whoever filled in a file: rows that are no longer there, a column that was sorted alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from accords.editing.workbook.sheets import FilledRow
from accords.editing.workbook.tables import LONG, TABLES, hashed
from accords.editing.workbook.titles import delete_title, sheet_title
from accords.prose import counted, listed

__all__ = ["moved_alone", "unseen"]

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
