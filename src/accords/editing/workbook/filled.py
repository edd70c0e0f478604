"""A file that was filled in, read: which rows it has, and where each cell stands."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO

from attrs import define, field

from accords.editing.workbook.cells.converted import shortened
from accords.editing.workbook.sheets import CellFault, FilledBook, FilledRow, NoBookError
from accords.editing.workbook.stored import UNCOMPUTED, CellRow, Row, StoredCell, Workbook, WorkbookError
from accords.editing.workbook.tables import ABOUT, CONDITIONS, TABLES, BookTable
from accords.editing.workbook.titles import HIDDEN, MARK, cell_place, delete_title, key_title, record_title
from accords.prose import listed
from accords.suggest import nearest
from accords.words import say

__all__ = ["is_book", "read_book"]

_BY_NAME = {table.name: table for table in (*TABLES, CONDITIONS)}
_MOST_ROWS = 100_000
_FIRST_LINES = 50


def is_book(stream: IO[bytes]) -> bool:
    """Whether it is a workbook that was made here to be filled in."""
    try:
        return HIDDEN in Workbook.of(stream).sheets
    except WorkbookError:
        return False


def read_book(stream: IO[bytes]) -> FilledBook:
    """Read a workbook. Raises NoBookError where it is none that was made here, or cannot be read whole."""
    try:
        book = Workbook.of(stream)
        if book.has_macros:
            raise NoBookError("it holds macros; save it as a workbook without them (.xlsx)")
        if HIDDEN not in book.sheets:
            raise NoBookError("it was not made by accords: the sheet that says what its cells were is not there")
        reading = _Reading()
        reading.hidden(book.rows(HIDDEN))
        for name, title in reading.sheets.items():
            if title in book.sheets:
                merged: list[str] = []
                reading.sheet(_BY_NAME[name], title, book.cells(title, merged))
                reading.merged(title, merged)
        missing = [title for title in reading.sheets.values() if title not in book.sheets]
        for title in book.sheets:
            if title != HIDDEN and title not in reading.sheets.values():
                reading.stray(title, book.rows(title), missing)
        return reading.whole()
    except WorkbookError as error:
        raise NoBookError(str(error)) from error


@define
class _Reading:
    """What has been read of a workbook."""

    sheets: dict[str, str] = field(factory=dict)
    titles: dict[str, dict[str, str]] = field(factory=dict)
    written: dict[str, dict[str, str]] = field(factory=dict)
    contents: dict[str, str] = field(factory=dict)
    base: dict[tuple[str, str, str], dict[str, str]] = field(factory=dict)
    rows: list[FilledRow] = field(factory=list)
    about: dict[str, tuple[dict[str, StoredCell], dict[str, str]]] = field(factory=dict)
    faults: list[CellFault] = field(factory=list)
    remarks: list[str] = field(factory=list)
    count: int = 0
    filled: dict[str, list[int]] = field(factory=dict)

    def fault(self, place: str, sentence: str) -> None:
        self.faults.append(CellFault(place=place, sentence=sentence))

    def hidden(self, rows: Iterable[tuple[int, Mapping[int, str]]]) -> None:
        """The sheet by which the file is known."""
        for number, row in rows:
            match [row.get(at, "") for at in range(5)]:
                case [mark, *_] if number == 1:
                    if mark != MARK:
                        raise NoBookError(f"it was made by another version of accords ({mark or 'unknown'})")
                case ["record", record, content, *_]:
                    self.contents[record] = content
                case ["table", table, title, *_] if table in _BY_NAME:
                    self.sheets[table] = title
                case ["column", table, column, title, *_]:
                    self.titles.setdefault(table, {})[_folded(title)] = column
                    self.written.setdefault(table, {})[column] = title
                case ["row", record, table, key, hashes]:
                    self.base[record, table, key] = _hashes(hashes)
                case _:
                    pass
        if not self.contents:
            raise NoBookError("it names no record")

    def sheet(self, table: BookTable, title: str, rows: Iterator[CellRow]) -> None:
        columns = self.head(table, title, rows)
        own, record, delete = (next((at for at, each in columns.items() if each == name), None) for name in _LEAD)
        only = next(iter(self.contents)) if len(self.contents) == 1 else None
        for number, cells in rows:
            self.count += 1
            if self.count > _MOST_ROWS:
                raise NoBookError(f"it holds more than {_MOST_ROWS:,} rows")
            for at in cells.keys() - columns.keys():
                place = cell_place(title, at, number)
                self.fault(
                    place, "it stands outside of the columns that have a title; give this one a title, or empty it"
                )
            of = cells[record].text.strip() if record is not None and record in cells else only
            key = cells[own].text.strip() if own is not None and own in cells else ""
            if key == UNCOMPUTED:
                place = cell_place(title, own or 0, number)
                self.fault(place, "it holds a formula, which is no key of a row; empty this cell to add a new row")
                continue
            if table is ABOUT:
                at = next((place for place, name in columns.items() if name == "value"), 0)
                self.line(cell_place(title, at, number), cells.get(at), of or "", key)
                continue
            named = {name: at for at, name in columns.items() if name not in _LEAD and name}
            crossed = cells[delete].text.strip().lower() if delete is not None and delete in cells else ""
            places = {name: cell_place(title, at, number) for name, at in {"": own or 0, **named}.items()}
            held = {name: cells[at] for name, at in named.items() if at in cells}
            deleted = crossed not in ("", "no")
            row = FilledRow(table=table, record=of, key=key, cells=held, places=places, deleted=deleted)
            if row.cells or row.deleted:
                self.rows.append(row)
                self.filled.setdefault(title, []).append(number)

    def merged(self, title: str, areas: Iterable[str]) -> None:
        """Cells that are shown as one, where a row of the table has its cells in them: only the first says anything."""
        for area in areas:
            rows = [int(each) for each in re.findall("[0-9]+", area)]
            filled = self.filled.get(title, [])
            at = bisect_left(filled, rows[0]) if rows else len(filled)
            if at < len(filled) and filled[at] <= rows[-1]:
                self.fault(f"{title}!{area}", _MERGED)

    def head(self, table: BookTable, title: str, rows: Iterator[CellRow]) -> dict[int, str]:
        """Where the columns stand, from the one row of titles; a row above it is data in the wrong place."""
        known = {
            _folded(each): name for each, name in zip((key_title(), record_title(), delete_title()), _LEAD, strict=True)
        }
        known |= {_folded(say(each)): "" for each in ("book.in_words", "book.field")}
        if table is ABOUT:
            known[_folded(say("book.value"))] = "value"
        else:
            known |= self.titles.get(table.name, {})
        for number, cells in islice(rows, _FIRST_LINES):
            found = {at: known[_folded(cell.text)] for at, cell in cells.items() if _folded(cell.text) in known}
            if "\0key" in found.values():
                own = {at: cells[at].text for at in sorted(cells.keys() - found.keys()) if cells[at].text.strip()}
                self.own_columns(table, title, number, own, set(found.values()))
                doubled = [at for at, name in found.items() if name and list(found.values()).count(name) > 1]
                for at in doubled:
                    self.fault(cell_place(title, at, number), "two columns have this title")
                return dict.fromkeys(own, "") | found
            self.fault(cell_place(title, 0, number), "this row stands above the titles")
        raise NoBookError(f"the sheet {title} has no row of titles")

    def own_columns(self, table: BookTable, title: str, number: int, own: Mapping[int, str], found: set[str]) -> None:
        """Columns that were not written: of one's own where none is missing, else perhaps a title that was changed."""
        written = self.written.get(table.name, {}) if table is not ABOUT else {"value": say("book.value")}
        missing = [each for name, each in written.items() if name not in found]
        if table not in (ABOUT, CONDITIONS) and "\0delete" not in found:
            missing.append(delete_title())
        for at, said in own.items():
            near = _nearest_title(said, missing) or (missing[0] if len(missing) == 1 else None)
            place = cell_place(title, at, number)
            if missing:
                rest = f"; write {near}" if near else f", and {_some(missing)} not there"
                fault = CellFault(place=place, sentence=f"no column has this title{rest}", help=_OWN_COLUMN)
                self.faults.append(fault)
            else:
                like = _nearest_title(said, written.values())
                more = f"; the nearest that is, is “{like}”" if like else ""
                self.remarks.append(f"{place}: the column {shortened(said)} is not read{more}")

    def stray(self, title: str, rows: Iterable[Row], missing: list[str]) -> None:
        """A sheet of another name: refused where it has our titles, for it may be one of ours, renamed or copied."""
        first = list(islice(rows, _FIRST_LINES))
        if any(_folded(cell) == _folded(key_title()) for _, row in first for cell in row.values()):
            which = f"call it {listed(missing, 'or')} again" if missing else "take over what is new, and delete it"
            self.fault(title, f"no sheet of this name was written, so nothing of it is read; {which}")
        elif first:
            self.remarks.append(f"{title}: this sheet is not read")

    def line(self, place: str, cell: StoredCell | None, record: str, key: str) -> None:
        """A row of the sheet about the record itself, which is a column of it."""
        held, places = self.about.setdefault(record, ({}, {}))
        if ABOUT.column(key) is None or key in places:
            self.fault(place, "this row is there twice" if key in places else f"no row has the key {key!r}")
            return
        places[key] = place
        if cell is not None:
            held[key] = cell

    def whole(self) -> FilledBook:
        about = [
            FilledRow(table=ABOUT, record=record, key=ABOUT.name, cells=held, places=places)
            for record, (held, places) in self.about.items()
        ]
        return FilledBook(
            rows=(*about, *self.rows),
            base=self.base,
            contents=self.contents,
            faults=tuple(self.faults),
            remarks=tuple(self.remarks),
        )


_MERGED = "these cells are merged, so that all but the first say nothing; unmerge them, and fill in each"
_OWN_COLUMN = "a column of your own stands on a sheet of its own, or beside all that were written"
_LEAD = ("\0key", "\0record", "\0delete")


def _nearest_title(said: str, titles: Iterable[str]) -> str | None:
    by_folded = {_folded(each).replace(" ", "_"): each for each in titles}
    near = nearest(_folded(said), by_folded)
    return by_folded[near] if near is not None else None


def _some(titles: list[str]) -> str:
    more = [f"{len(titles) - 3} more"] if len(titles) > 3 else []
    return f"{listed([*(f'“{each}”' for each in titles[:3]), *more])} {'are' if len(titles) > 1 else 'is'}"


def _folded(title: str) -> str:
    return re.sub(r"\s+", " ", title).strip().casefold()


def _hashes(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NoBookError("what its cells said cannot be read")
    return {str(name): str(each) for name, each in found.items()}
