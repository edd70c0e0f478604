"""Ids that somebody changed in a copy of a record: found, taken back so that rows are known again, and given anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from accords.editing.workbook.conflicts import MERGE_AGAIN
from accords.editing.workbook.ids import forget_own_id, ids_in, rename
from accords.editing.workbook.sheets import CellFault
from accords.editing.workbook.tables import TableRow, rows_of_record
from accords.editing.workbook.titles import sheet_title

__all__ = ["give_ids_of_both", "perhaps_renamed", "renamed_in", "renamed_since", "with_old_ids"]

_MOST_COMPARED = 100_000
_ROUNDS = 3
"""How often rows are compared anew, after ids that they name were taken back."""


def renamed_since(old: Any, now: Any) -> dict[str, str]:
    """The ids that things had in ``old``, by those that they have ``now``, of two records as plain JSON.

    A thing is known by a former id that it names, or by saying all that another said that is gone.
    """
    found: dict[str, str] = {}
    before, theirs = set(ids_in(old)), set(ids_in(now))
    for _ in range(_ROUNDS):
        gone = [row for row in _with_ids(old) if row.held["id"] not in theirs | set(found.values())]
        new = [row for row in _with_ids(with_old_ids(now, found)) if row.held["id"] not in before]
        more = {one: was for row in new for one, was in _pair(row, gone)}
        if not more or len(set(more.values())) < len(more):
            return found
        found |= more
    return found


def _with_ids(record: Any) -> Iterator[TableRow]:
    return (row for row in rows_of_record(record) if row.table.member and row.held.get("id"))


def _pair(new: TableRow, gone: list[TableRow]) -> Iterator[tuple[str, str]]:
    mine = [row for row in gone if row.table is new.table]
    former = [row for row in mine if row.held["id"] in new.held.get("former_ids", ())]
    same = former or [row for row in mine if _but_id(row) == _but_id(new)]
    if len(same) == 1:
        yield new.held["id"], same[0].held["id"]


def perhaps_renamed(old: Any, now: Any, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """New things, each with one that is gone and said mostly the same: perhaps it has another id and was changed.

    ``known`` are those of which that is sure, by their new ids.
    """
    there, before = set(ids_in(now)) | set(known.values()), {*ids_in(old), *known}
    gone = [row for row in _with_ids(old) if row.held["id"] not in there]
    new = [row for row in _with_ids(now) if row.held["id"] not in before]
    if len(gone) * len(new) > _MOST_COMPARED:
        return
    for row in new:
        alike = [(_agreed(row, was), was.held["id"]) for was in gone if was.table is row.table]
        best = max(alike, default=(0.0, ""))
        if best[0] > 0.5:
            yield row.held["id"], best[1]


def _agreed(one: TableRow, other: TableRow) -> float:
    """Which part of what either says both say."""
    mine, theirs = (set(_but_id(row).items()) for row in (one, other))
    return len(mine & theirs) / max(1, len(mine), len(theirs))


def _but_id(row: TableRow) -> dict[str, str]:
    return {name: text for name, text in row.cells.items() if name not in (row.table.own_id, "former_ids")}


def renamed_in(record: Any, was: Collection[tuple[str, str]]) -> dict[str, str]:
    """The ids of things in a record by those that they have now, where ``was`` has a table and a former id of it."""
    there = set(ids_in(record))
    return {
        row.held["id"]: former
        for row in _with_ids(record)
        for former in row.held.get("former_ids", ())
        if former not in there and (row.table.name, former) in was
    }


def with_old_ids(record: Any, renamed: Mapping[str, str]) -> Any:
    """The record as plain JSON with ids as they were, which are among the former ones no longer."""
    made = _copied(record)
    rename(made, renamed)
    for row in _with_ids(made) if renamed else ():
        forget_own_id(row.held)
    return made


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copied(each) for name, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def give_ids_of_both(
    record: Any, theirs: Mapping[str, str], ours: Mapping[str, str], places: Mapping[str, str] | None = None
) -> Iterator[tuple[str, CellFault | None]]:
    """Give things the ids that either side gave them; say what was done, or where the two cannot both be.

    ``places`` has the cells for JSON Pointers into the record.
    """
    copies, records = ({was: new for new, was in each.items()} for each in (theirs, ours))
    rows = {row.held["id"]: row for row in _with_ids(record)}
    there = set(ids_in(record))
    wanted: dict[str, str] = {}
    for was in dict.fromkeys((*copies, *records)):
        row, new = rows.get(was), copies.get(was, records.get(was, was))
        if row is None:
            said = f"it is called {new} on one side, and the other took it out"
            yield "", CellFault(place=was, sentence=said, conflict=True, help=MERGE_AGAIN)
            continue
        whose, place = f"{sheet_title(row.table)}: {was}", f"{row.pointer}/id"
        place = (places or {}).get(place, place)
        if was in copies and records.get(was, new) != new:
            said = f"{whose}: Id was changed on both sides: the copy says “{new}”, the record “{records[was]}”"
            yield "", CellFault(place=place, sentence=said, conflict=True, help=MERGE_AGAIN)
        elif new in there:
            said = f"{whose}: it is called {new} on one side, and on the other something else is"
            yield "", CellFault(place=place, sentence=said, conflict=True, help=MERGE_AGAIN)
        else:
            wanted[was] = new
            there.add(new)
            _keep_former(row, was)
            if was not in records:
                yield f"{was} is {new} now", None
    rename(record, wanted)


def _keep_former(row: TableRow, was: str) -> None:
    """Keep an id that something had, where such things keep theirs."""
    if row.table.column("former_ids") is not None and was not in row.held.get("former_ids", ()):
        row.held["former_ids"] = [*row.held.get("former_ids", ()), was]
