"""What was filled in, taken into a record cell by cell: what changed on one side only is taken, on both told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import partial
from typing import Any

from attrs import define, field, frozen

from accords.codec.notation import KnownIds
from accords.editing.workbook.columns import CellColumn, put_at, value_at
from accords.editing.workbook.kinds import CONDITION, CellContext
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.stored import Held
from accords.editing.workbook.tables import ABOUT, CONDITIONS, LONG, PARENT, TableRow, cell_hash, hashed, rows_of_record
from accords.editing.workbook.within import condition_behind, named_ids, objects_of, take_away
from accords.pointer import to_pointer
from accords.suggest import free_id

__all__ = ["Taken", "take_in"]

_Base = Mapping[tuple[str, str], Mapping[str, str]]


@frozen(kw_only=True)
class Taken:
    """A record as plain JSON with what was filled in, what is wrong, what was lost, and which cell says what."""

    plain: Any
    faults: tuple[CellFault, ...]
    remarks: tuple[str, ...]
    places: Mapping[str, str]


def take_in(rows: Iterable[FilledRow], base: _Base, current: Any) -> Taken:
    """Take ``rows`` into ``current``, a record as plain JSON, or into a new one where it is None.

    ``base`` has the hash of each cell as it was when the rows were written, by table and key.
    """
    taking = _Taking(base, current, {"accords_version": "1.0"} if current is None else deepcopy(current))
    known = list(rows)
    taking.learn_ids(known)
    for row in known:
        if row.table is not CONDITIONS:
            taking.row(row)
    for row in known:
        if row.table is CONDITIONS:
            taking.marks(row)
    taking.take_out()
    pointers = {id(held): pointer for pointer, held in objects_of(taking.plain)}
    told = ((pointers.get(id(held)), steps, place) for held, steps, place in taking.cells)
    places = {pointer + to_pointer(steps): place for pointer, steps, place in told if pointer is not None}
    return Taken(plain=taking.plain, faults=tuple(taking.faults), remarks=tuple(taking.remarks), places=places)


@define
class _Taking:
    base: _Base
    current: Any
    plain: Any
    faults: list[CellFault] = field(factory=list)
    remarks: list[str] = field(factory=list)
    cells: list[tuple[Any, tuple[Any, ...], str]] = field(factory=list)
    made: dict[tuple[str, str], Any] = field(factory=dict)
    seen: dict[tuple[str, str], str] = field(factory=dict)
    gone: list[tuple[Any, FilledRow]] = field(factory=list)
    known: KnownIds = field(init=False)
    ours: dict[tuple[str, str], TableRow] = field(init=False)
    taken_ids: set[str] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        rows = list(rows_of_record(self.plain)) if self.current is not None else []
        self.ours = {(row.table.name, row.key): row for row in rows}
        self.made = {place: row.held for place, row in self.ours.items()}

    def learn_ids(self, rows: Iterable[FilledRow]) -> None:
        """Which events and duties conditions may name: those of the record, and those that are filled in."""
        found: dict[str, set[str]] = {"happenings": set(), "duties": set()}
        for (table, _), row in self.ours.items():
            if table in found:
                found[table].add(row.held["id"])
            if isinstance(row.held, dict) and isinstance(row.held.get("id"), str):
                self.taken_ids.add(row.held["id"])
        for filled in rows:
            text = filled.text("id").strip() if filled.table.own_id else ""
            if filled.table.name in found and text:
                found[filled.table.name].add(text)
            self.taken_ids.add(text)
        self.known = KnownIds(events=found["happenings"], duties=found["duties"])

    def wrong(self, place: str, sentence: str, *, conflict: bool = False) -> None:
        self.faults.append(CellFault(place=place, sentence=sentence, conflict=conflict))

    def lose(self, place: str, said: str) -> None:
        self.remarks.append(f"{place}: {said}")

    def conflict(self, place: str, mine: str) -> None:
        said = f"where it says {_cut(mine)}" if mine else "where it is empty now"
        self.wrong(place, f"changed here and in the record, {said}", conflict=True)

    # ---- rows

    def row(self, row: FilledRow) -> None:
        place = (row.table.name, row.key)
        if row.key and place in self.seen:
            copied = self.seen[place]
            self.wrong(row.place, f"this row is a copy of the one at {copied}; empty its first cell to add a new one")
            return
        self.seen[place] = row.place
        if self.current is None or not row.key:
            self.new_row(row)
        elif place not in self.base:
            self.wrong(row.place, f"no row was written with the key {row.key!r}; empty this cell to add a new one")
        elif place not in self.ours:
            if row.deleted or not self.changed(row):
                return
            self.wrong(row.place, "this row was changed here, and is no longer in the record as it was", conflict=True)
        elif row.deleted:
            self.delete(row, self.ours[place])
        else:
            self.known_row(row, self.ours[place])

    def changed(self, row: FilledRow) -> list[CellColumn]:
        """The columns in which a row no longer says what was written."""
        was = self.base.get((row.table.name, row.key), {})
        return [c for c in row.table.columns if c.name in row.places and self.differs(row, c, was.get(c.name, ""))]

    def differs(self, row: FilledRow, column: CellColumn, was: str) -> bool:
        text = row.text(column.name)
        said = hashed(text) if text else ""
        return row.holds_formula(column.name) or said != was.removeprefix(LONG)

    def known_row(self, row: FilledRow, ours: TableRow) -> None:
        was = self.base[row.table.name, row.key]
        self.cells += [(ours.held, c.steps, row.places[c.name]) for c in row.table.columns if c.name in row.places]
        for column in self.changed(row):
            place, mine = row.places[column.name], ours.cells.get(column.name, "")
            if column.is_own_id and was.get(column.name):
                self.wrong(place, "an id is not changed here, for other cells name it; change it in the record")
            elif column.name == PARENT:
                self.wrong(place, "a claim stays with its event; delete it here and add it to the other")
            elif was.get(column.name, "").startswith(LONG):
                self.wrong(place, "only the beginning of a text that no cell can hold; change it in the record")
            elif cell_hash(mine) != was.get(column.name, "") and mine != row.text(column.name):
                self.conflict(place, mine)
            else:
                self.set(row, column, ours.held, place)

    def set(self, row: FilledRow, column: CellColumn, held: Any, place: str) -> None:
        """Put what a cell says into the object of its row."""
        if not row.text(column.name) and not row.holds_formula(column.name):
            take_away(held, column.steps)
            return
        try:
            _refuse_converted(row, column)
            context = CellContext(self.known, value_at(held, column.steps), partial(self.lose, place))
            put_at(held, column.steps, column.kind.read(row.text(column.name), context))
        except ValueError as error:
            self.wrong(place, str(error))

    def new_row(self, row: FilledRow) -> None:
        told = [column for column in row.table.columns if row.text(column.name) or row.holds_formula(column.name)]
        if row.deleted or not told or self.is_there(row, told):
            return
        held: dict[str, Any] = self.plain if row.table is ABOUT else {}
        for column in told:
            if column.name != PARENT:
                self.set(row, column, held, row.places[column.name])
        if row.table is not ABOUT and not self.placed(row, held):
            return
        self.made[row.table.name, row.key] = held
        self.cells += [(held, c.steps, row.places[c.name]) for c in row.table.columns if c.name in row.places]

    def is_there(self, row: FilledRow, told: list[CellColumn]) -> bool:
        """Whether a new row was taken in before: the record has one that was not written then, and says the same."""
        for (table, key), ours in self.ours.items():
            if table != row.table.name or (table, key) in self.base:
                continue
            said = {column.name: row.text(column.name) for column in told}
            if said.items() <= ours.cells.items() and ours.cells.keys() - said.keys() <= {row.table.own_id}:
                return True
        return False

    def placed(self, row: FilledRow, held: dict[str, Any]) -> bool:
        """Put the object of a new row into its list, with an id where it needs one."""
        if row.table.own_id and "id" not in held and row.table.name not in ("claims", "related"):
            held["id"] = self.new_id(held)
            self.remarks.append(f"{row.place}: the new row has the id {held['id']}")
        if row.table.name != "claims":
            self.plain.setdefault(row.table.member, []).append(held)
            return True
        event_id = row.text(PARENT).strip()
        event = next((each for each in self.plain.get("events", ()) if each.get("id") == event_id), None)
        if event is None:
            self.wrong(row.places.get(PARENT, row.place), f"no event has the id {event_id!r}; a claim names its event")
            return False
        event.setdefault("claims", []).append(held)
        return True

    def new_id(self, held: Mapping[str, Any]) -> str:
        words = next((held[name] for name in _NAMING if isinstance(held.get(name), str)), "")
        found = free_id(words[:60], self.taken_ids, "new", 60)
        self.taken_ids.add(found)
        return found

    # ---- conditions

    def marks(self, row: FilledRow) -> None:
        """What a condition carries besides its line."""
        table, _, rest = row.key.partition("/")
        key, _, path = rest.partition("/")
        was = self.base.get((row.table.name, row.key), {})
        changed = [c for c in row.table.columns if c.name in row.places and self.differs(row, c, was.get(c.name, ""))]
        if self.current is None:
            changed = [c for c in row.table.columns if row.text(c.name)]
        elif "line" in (c.name for c in changed):
            self.wrong(row.places["line"], "a condition is changed where it stands, not here")
            return
        if not changed or (self.current is None and changed[0].name == "line" and len(changed) == 1):
            return
        held = condition_behind(self.made.get((table, key.replace("|", "/"))), path)
        if held is None or hashed(CONDITION.write(held)) != hashed(row.text("line")):
            self.wrong(row.place, "the condition that this row is about is no longer there", conflict=True)
            return
        mine = self.ours.get((row.table.name, row.key))
        for column in changed:
            if column.name != "line":
                theirs = mine.cells.get(column.name, "") if mine is not None else ""
                if mine is not None and cell_hash(theirs) != was.get(column.name, ""):
                    self.conflict(row.places[column.name], theirs)
                else:
                    self.set(row, column, held, row.places[column.name])
        self.cells += [(held, c.steps, row.places[c.name]) for c in row.table.columns if c.name in row.places]

    # ---- what is taken out

    def delete(self, row: FilledRow, ours: TableRow) -> None:
        was = self.base[row.table.name, row.key]
        now = {name: cell_hash(text) for name, text in ours.cells.items()}
        if self.changed(row) or now != was:
            self.wrong(row.place, "to be deleted, and changed here or in the record since", conflict=True)
        elif row.table is ABOUT:
            self.wrong(row.place, "the record itself is not deleted here")
        else:
            self.gone.append((ours.held, row))

    def take_out(self) -> None:
        """Take the rows out that are to be deleted, and refuse those that something else names."""
        gone = {id(held) for held, _ in self.gone}
        if not gone:
            return
        for name, items in list(self.plain.items()):
            if isinstance(items, list):
                self.plain[name] = [each for each in items if id(each) not in gone]
                for each in self.plain[name]:
                    if isinstance(each, dict) and isinstance(each.get("claims"), list):
                        each["claims"] = [claim for claim in each["claims"] if id(claim) not in gone]
                if not self.plain[name]:
                    del self.plain[name]
        named = {name: pointer for pointer, name in named_ids(self.plain, ())}
        for held, row in self.gone:
            pointer = named.get(held.get("id", ""))
            if pointer is not None:
                self.wrong(row.place, f"to be deleted, and still named at {pointer}")


_NAMING = ("name", "label", "title", "summary", "action")


_SAID = {
    Held.NUMBER: "it holds a number, which may have lost something of what was typed; put an apostrophe before it",
    Held.DAY: "it holds a day of the calendar; put an apostrophe before what is meant",
    Held.TIME: "it holds a day or time whose format does not show all of it; write it as text",
    Held.YES_OR_NO: "it holds TRUE or FALSE; put an apostrophe before what is meant",
    Held.FORMULA: "it holds a formula; put its result there",
    Held.ERROR: "it holds an error, or what a program makes of what it takes for a number; write it as text",
}
_FIRST_DAY = "1900-03-01"


def _refuse_converted(row: FilledRow, column: CellColumn) -> None:
    """Raise ValueError where a program has made something else of what was typed."""
    cell = row.cells[column.name]
    kind = column.kind
    takes = {Held.NUMBER: kind.numbers, Held.DAY: kind.days, Held.YES_OR_NO: kind.truths, Held.TEXT: True}
    if not takes.get(cell.held, False):
        raise ValueError(f"{_SAID[cell.held]} ({_cut(cell.text)})")
    if cell.held is Held.DAY and cell.text < _FIRST_DAY:
        raise ValueError("before March 1900 programs count days differently; write it as text")


def _cut(text: str) -> str:
    return f"“{text}”" if len(text) <= 40 else f"“{text[:39]}…”"
