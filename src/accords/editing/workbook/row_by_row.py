"""Rows that were filled in, each taken into a record: what changed on one side only is put there, on both told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from attrs import define, field

from accords.codec.notation import KnownIds
from accords.editing.workbook.again import RowsAgain, TypedRow, found_again, said_in
from accords.editing.workbook.cells.columns import CellColumn, put_at, value_at
from accords.editing.workbook.cells.converted import FORMULA, refuse_converted, shortened
from accords.editing.workbook.cells.holding import CellContext
from accords.editing.workbook.cells.kinds import CONDITION, LOST_MARKS
from accords.editing.workbook.conflicts import conflict_at, conflict_of_claim, conflict_of_row, later_followed
from accords.editing.workbook.ids import NewId, made_id
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.tables import ABOUT, LONG, PARENT, TableRow, cell_hash, hashed, rows_of_record
from accords.editing.workbook.within import condition_behind, take_away
from accords.prose import listed
from accords.suggest import UnknownIdError

__all__ = ["Base", "RowsTaken"]

Base = Mapping[tuple[str, str], Mapping[str, str]]
"""The hash of each cell as it was when the rows were written, by table and key."""


@define(kw_only=True)
class RowsTaken:
    """What has been taken of the rows of a file, and what came of it."""

    base: Base
    current: Any
    plain: Any
    again: bool
    were: Mapping[str, str]
    """Ids that were taken from here before → what they were."""
    typed: bool = True
    """Whether somebody typed the rows; else they are those of a copy."""
    faults: list[CellFault] = field(factory=list)
    remarks: list[str] = field(factory=list)
    cells: list[tuple[Any, tuple[Any, ...], str]] = field(factory=list)
    made: dict[tuple[str, str], Any] = field(factory=dict)
    seen: dict[tuple[str, str], str] = field(factory=dict)
    gone: list[tuple[Any, FilledRow]] = field(factory=list)
    known: KnownIds = field(factory=lambda: KnownIds(events=(), duties=()))
    ours: dict[tuple[str, str], TableRow] = field(init=False)
    taken_ids: set[str] = field(factory=set)
    ids: Mapping[str, tuple[str, ...]] = field(factory=dict)
    found: RowsAgain = field(factory=RowsAgain)
    new_ids: dict[str, NewId] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find the rows that there are."""
        rows = list(rows_of_record(self.plain)) if self.current is not None else []
        self.ours = {(row.table.name, row.key): row for row in rows}
        self.made = {place: row.held for place, row in self.ours.items()}

    def look_again(self, rows: Iterable[FilledRow], *, nearly: bool) -> None:
        """Which rows without a key are in the record, and came there since the file was written."""
        since = [row for place, row in self.ours.items() if place not in self.base and row.table.member]
        new = [row for row in rows if not row.key and not row.deleted] if since else []
        typed = [TypedRow(row, said_in(row, self.known, self.were)) for row in new]
        self.found = found_again([each for each in typed if each.said], since, nearly=nearly)
        if self.found.gave_up:
            self.remarks.append("so many rows are new that those taken in before and changed since were not looked for")

    def wrong(self, place: str, sentence: str, *, conflict: bool = False) -> None:
        self.faults.append(CellFault(place=place, sentence=sentence, conflict=conflict))

    def lose(self, place: str, said: str) -> None:
        self.remarks.append(f"{place}: {said}")

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
            self.faults.append(conflict_of_row(row, deleted=False))
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
        self.note_cells(row, ours.held)
        for column in self.changed(row):
            place, mine = row.places[column.name], ours.cells.get(column.name, "")
            if column.is_own_id and was.get(column.name):
                self.other_id(row, ours, place)
            elif column.name == PARENT and mine in self.named_by(row.text(PARENT).strip()):
                continue
            elif column.name == PARENT:
                self.wrong(place, "a claim stays with its event; delete it here and add it to the other")
            elif was.get(column.name, "").startswith(LONG):
                self.wrong(place, "only the beginning of a text that no cell can hold; change it in the record")
            elif cell_hash(mine) != was.get(column.name, "") and mine != row.text(column.name):
                later = later_followed(row, column, mine)
                if later is None and self.again and self.typed and row.text(column.name):
                    was_there = shortened(mine) if mine else "nothing"
                    self.remarks.append(f"{place}: the record said {was_there}; what stands here counts")
                    self.set(row, column, ours.held, place)
                elif later is None:
                    self.faults.append(conflict_at(row, column, mine))
                else:
                    put_at(ours.held, column.steps, later)
            else:
                self.set(row, column, ours.held, place)

    def other_id(self, row: FilledRow, ours: TableRow, place: str) -> None:
        """Note that a row gets another id, which everything that names it follows."""
        old, new = ours.held["id"], row.text("id").strip()
        if row.holds_formula("id"):
            self.wrong(place, FORMULA)
        elif not new:
            self.wrong(place, f"an id is not taken out, for other cells name it; it was {old}")
        elif new != old:
            keeps = row.table.column("former_ids") is not None
            self.new_ids[old] = NewId(new=new, place=place, held=ours.held, keeps_former=keeps)

    def named_by(self, text: str) -> tuple[str, ...]:
        """The ids that a cell may mean: the one it says, and the old one of what is to be called so."""
        return (text, *(old for old, each in self.new_ids.items() if each.new == text))

    def set(self, row: FilledRow, column: CellColumn, held: Any, place: str) -> None:
        """Put what a cell says into the object of its row."""
        if not row.text(column.name) and not row.holds_formula(column.name):
            take_away(held, column.steps)
            return
        said = self.is_said(row, column)
        lose = partial(self.lose, place) if said else _pass_over
        try:
            before, zone = value_at(held, column.steps), self.plain.get("time_zone")
            typed = said and self.typed
            context = CellContext(self.known, before, lose, zone, self.ids, column.steps[-1], typed)
            refuse_converted(row.cells[column.name], column.kind, context)
            put_at(held, column.steps, column.kind.read(row.text(column.name), context))
        except ValueError as error:
            self.wrong(place, str(error))

    def is_said(self, row: FilledRow, column: CellColumn) -> bool:
        """Whether somebody wrote what a cell says, and not whoever made the file."""
        was = self.base.get((row.table.name, row.key), {}) if row.key else {}
        return not row.key or self.differs(row, column, was.get(column.name, ""))

    def new_row(self, row: FilledRow) -> None:
        told = [column for column in row.table.columns if row.text(column.name) or row.holds_formula(column.name)]
        if row.deleted or not told:
            return
        if id(row) in self.found.same:
            self.note_cells(row, self.found.same[id(row)].held)
            return
        if id(row) in self.found.like:
            self.typed_again(row, self.found.like[id(row)])
            return
        held: dict[str, Any] = self.plain if row.table is ABOUT else {}
        for column in told:
            if column.name != PARENT:
                self.set(row, column, held, row.places[column.name])
        if row.table is not ABOUT and not self.placed(row, held):
            return
        self.made[row.table.name, row.key] = held
        self.note_cells(row, held)

    def typed_again(self, row: FilledRow, ours: TableRow) -> None:
        """A row that the record has and that says otherwise here: what it said when it was taken in, nobody knows."""
        said = said_in(row, self.known, self.were)
        other = [name for name, text in said.items() if ours.cells.get(name, text) != text]
        if other and not self.again:
            told = listed([f"{row.places[name]} ({shortened(ours.cells[name])})" for name in other[:3]])
            more = f" and {len(other) - 3} more" if len(other) > 3 else ""
            self.wrong(
                row.places.get(row.table.own_id or "", row.place),
                f"the record has this row and says otherwise in {told}{more}: if it was taken in before, --again takes "
                "what it says now; if it is another one, give it an id of its own",
            )
            return
        if said.get(PARENT, "") != ours.cells.get(PARENT, ""):
            other_event = f"the claim {row.text('id').strip()} is one of {ours.cells.get(PARENT, '')} in the record"
            self.wrong(row.places.get(PARENT, row.place), f"{other_event}: write that, or give this claim another id")
        for column in row.table.columns:
            place, text = row.places.get(column.name, row.place), said.get(column.name, "")
            if text and text != ours.cells.get(column.name, "") and column.name != PARENT:
                self.set(row, column, ours.held, place)
            elif not text and column.name in ours.cells and not column.is_own_id:
                self.remarks.append(f"{place}: empty here; {shortened(ours.cells[column.name])} stays in the record")
        self.note_cells(row, ours.held)

    def note_cells(self, row: FilledRow, held: Any) -> None:
        """Note which cells of a row say what stands in an object."""
        self.cells += [(held, c.steps, row.places[c.name]) for c in row.table.columns if c.name in row.places]

    def placed(self, row: FilledRow, held: dict[str, Any]) -> bool:
        """Put the object of a new row into its list, with an id where it needs one."""
        if row.table.own_id and "id" not in held and row.table.name not in ("claims", "related"):
            held["id"] = made_id(held, self.taken_ids)
            self.remarks.append(f"{row.place}: the new row has the id {held['id']}")
        if row.table.name != "claims":
            self.plain.setdefault(row.table.member, []).append(held)
            return True
        event_id = row.text(PARENT).strip()
        named = self.named_by(event_id)
        events = self.plain.get("events", ())
        event = next((each for each in events if each.get("id") in named), None)
        if event is None and ("happenings", event_id) in self.base and ("happenings", event_id) not in self.ours:
            self.faults.append(conflict_of_claim(row))
        elif event is None:
            unknown = UnknownIdError(event_id, "event", [each["id"] for each in events if "id" in each])
            self.wrong(row.places.get(PARENT, row.place), f"{unknown}; a claim names its event")
            event = events[0] if events else None  # so that what else is wrong with it is told as well
        if event is not None:
            event.setdefault("claims", []).append(held)
        return event is not None

    # ---- conditions

    def marks(self, row: FilledRow) -> None:
        """What a condition carries besides its line."""
        table, _, rest = row.key.partition("/")
        key, _, path = rest.partition("/")
        was = self.base.get((row.table.name, row.key), {})
        changed = [c for c in row.table.columns if c.name in row.places and self.differs(row, c, was.get(c.name, ""))]
        if self.current is None:
            changed = [c for c in row.table.columns if row.text(c.name)]
        elif row.record is None:
            changed = self.marks_of_copy(row, changed)
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
                    self.faults.append(conflict_at(row, column, theirs))
                else:
                    self.set(row, column, held, row.places[column.name])
        self.note_cells(row, held)

    def marks_of_copy(self, row: FilledRow, changed: list[CellColumn]) -> list[CellColumn]:
        """What a copy says besides the line of a condition: all of it where the line is another one as well."""
        if any(row.place.startswith(each.place) for each in self.faults if each.conflict):
            return []
        if "line" not in (column.name for column in changed):
            return changed
        kept = f"{row.place}: {LOST_MARKS}"
        self.remarks = [each for each in self.remarks if not each.startswith(kept)]
        return [column for column in row.table.columns if row.text(column.name)]

    # ---- what is taken out

    def delete(self, row: FilledRow, ours: TableRow) -> None:
        was = self.base[row.table.name, row.key]
        now = {name: cell_hash(text) for name, text in ours.cells.items()}
        if self.changed(row) or now != was:
            self.faults.append(conflict_of_row(row, deleted=True))
        elif row.table is ABOUT:
            self.wrong(row.place, "the record itself is not deleted here")
        else:
            self.gone.append((ours.held, row))


def _pass_over(_: str) -> None:
    """What the record itself says needs no remark."""
