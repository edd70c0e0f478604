"""What was taken in, judged: the record, or everything that is wrong with it, each fault at the cell that says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from accords.diagnostics import Diagnostic, InvalidRecordError
from accords.editing.workbook.cells.columns import put_at
from accords.editing.workbook.doubts import ONE_ROW
from accords.editing.workbook.ids import ids_in
from accords.editing.workbook.merging import Taken
from accords.editing.workbook.sheets import CellFault
from accords.editing.workbook.tables import ABOUT, TABLES
from accords.editing.workbook.titles import in_titles, sheet_title
from accords.editing.workbook.within import place_of, places_in
from accords.model.agreement import Agreement
from accords.suggest import nearest, numbered
from accords.validate import examine, from_dict

__all__ = ["BookTaken", "judged"]

_MISSING, _UNKNOWN, _NO_ID, _DOUBLED = "ACC101", "ACC201", "ACC110", "ACC202"
_NAMED = re.compile("`([a-z_]+)`")
_TABLES = {"/events/claims" if each.name == "claims" else f"/{each.member}": each for each in TABLES if each.member}
_ROUNDS = 6
"""How often what is wrong is taken out to see what else is: stages of validation look at nothing behind an error."""


@frozen(kw_only=True)
class BookTaken:
    """What a file that was filled in makes of a record: None where something is wrong, which ``faults`` say.

    ``places`` leads from JSON Pointers into the record to the cells that say what is there.
    """

    record: Agreement | None
    faults: tuple[CellFault, ...]
    remarks: tuple[str, ...]
    places: Mapping[str, str] = field(factory=dict, repr=False)

    def cell(self, pointer: str) -> str:
        """The cell that says what is at ``pointer``, or the nearest around it; of the whole record, its sheet."""
        return place_of(pointer, self.places) if pointer else sheet_title(ABOUT)


def judged(taken: Taken, more: tuple[CellFault, ...]) -> BookTaken:
    """The record, if nothing is wrong with it, else what is, at the cells that say so."""
    faults = (*more, *taken.faults)
    if not faults:
        try:
            record = from_dict(taken.plain)
            places = places_in(taken.plain, taken.cells)
            return BookTaken(record=record, faults=(), remarks=taken.remarks, places=places)
        except InvalidRecordError:
            pass
    return BookTaken(
        record=None, faults=(*faults, *_found(taken, {each.place for each in faults})), remarks=taken.remarks
    )


def _found(taken: Taken, told: set[str]) -> Iterator[CellFault]:
    """What validation finds beside the cells that were ``told``, all stages of it; the plain record is used up."""
    ids = set(taken.ids)
    for _ in range(_ROUNDS):
        errors = examine(taken.plain).report.errors
        places = places_in(taken.plain, taken.cells)
        new = [
            fault
            for error in errors
            if not _follows(error, taken.plain, ids)
            for fault in _placed(error, places, taken.plain, ids)
        ]
        yield from (fault for fault in new if fault.place not in told)
        told |= {fault.place for fault in new}
        if not _take_out_faulty(taken.plain, errors, ids):
            return


def _follows(error: Diagnostic, record: Any, ids: set[str]) -> bool:
    """Whether an id is unknown only because what has it cannot be read yet."""
    return error.code == _UNKNOWN and _at(record, _steps(error.pointer)) in ids


def _placed(found: Diagnostic, places: Mapping[str, str], record: Any, ids: Collection[str]) -> Iterator[CellFault]:
    """A finding at the cell that says it: each field that is missing, one inside what is meant, or the nearest."""
    missing = _NAMED.findall(found.message) if found.code == _MISSING else []
    empty = [(name, places[f"{found.pointer}/{name}"]) for name in missing if f"{found.pointer}/{name}" in places]
    for name, place in empty:
        yield CellFault(place=place, sentence=in_titles(f"it is empty, and has to be filled in (`{name}`)", place))
    if found.code == _DOUBLED and found.related:
        yield _doubled(found, places, record, ids)
    elif not empty:
        meant = _free(found, record, ids)
        sentence = found.message + (f"; did you mean {meant}?" if meant else "")
        place = place_of(found.pointer, places)
        advice = in_titles(found.help or "", place)
        yield CellFault(place=place, sentence=in_titles(sentence, place), help=advice)


def _doubled(found: Diagnostic, places: Mapping[str, str], record: Any, ids: Collection[str]) -> CellFault:
    """An id that two rows have: both cells, one that is free, and what else can be done."""
    other = place_of(found.related[0].pointer, places)
    free = numbered(str(_at(record, _steps(found.pointer))), {*ids, *ids_in(record)})
    sentence = f"{in_titles(found.message)}, here and at {other}; write {free}"
    return CellFault(place=place_of(found.pointer, places), sentence=sentence, help=ONE_ROW)


def _free(found: Diagnostic, record: Any, ids: Collection[str]) -> str | None:
    """What was meant: of an id of one's own one that is free, of any other one that there is."""
    last = str((_steps(found.pointer) or [""])[-1])
    named = found.pointer.rsplit("/", 2)[-2:][0] if last.isdigit() else last
    meant = found.suggestion
    if meant is None or found.code != _NO_ID:
        return meant
    if last == "id":
        return numbered(meant, set(ids) - {_at(record, _steps(found.pointer))})
    return meant if meant in ids or not named.endswith(("_id", "_ids")) else nearest(meant, ids)


def _take_out_faulty(record: Any, errors: Sequence[Diagnostic], ids: set[str]) -> bool:
    """Take what is at fault out of a record, from the end on so that places before it stay; keep the ids that go."""
    done = False
    for pointer in sorted({error.pointer for error in errors}, key=_in_order, reverse=True):
        if any(error.code == _MISSING and error.pointer == pointer for error in errors) and _filled(
            record, pointer, errors
        ):
            done = True
            continue
        *outer, last = _steps(pointer) or [None]
        holder = _at(record, outer)
        if (isinstance(holder, dict) and last in holder) or (
            isinstance(holder, list) and isinstance(last, int) and last < len(holder)
        ):
            gone = holder.pop(last)
        else:
            continue
        ids.update(ids_in(gone), [gone] if last == "id" else [])
        done = True
    return done


def _filled(record: Any, pointer: str, errors: Sequence[Diagnostic]) -> bool:
    """Put something in place of what a row lacks, so that what else is wrong with it is found."""
    table = _TABLES.get(re.sub("/[0-9]+", "", pointer))
    lacking = [name for each in errors if each.pointer == pointer for name in _NAMED.findall(each.message)]
    columns = [table.column(name) for name in lacking] if table is not None else []
    for column in columns:
        if column is not None:
            put_at(_at(record, _steps(pointer)), column.steps, column.kind.words[0] if column.kind.words else "x")
    return bool(columns) and None not in columns


def _steps(pointer: str) -> list[Any]:
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    return [int(part) if part.isdigit() else part for part in parts]


def _in_order(pointer: str) -> list[tuple[int, int, str]]:
    return [(0, step, "") if isinstance(step, int) else (1, 0, step) for step in _steps(pointer)]


def _at(value: Any, steps: Sequence[Any]) -> Any:
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        else:
            value = value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
    return value
