"""Workbooks (XLSX) as rows of plain texts, read piece by piece: only what is stored, and only so much of it.

A file of a few kilobytes can stand for millions of cells. Here empty cells cost nothing, however far out the last one
stands, and what is stored is counted while it is read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import IO, TypeAlias
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from attrs import define, field, frozen

from accords.editing.workbook.stored_parts import (
    ARCHIVE,
    OLD_FORM,
    CellStyles,
    Links,
    SheetNames,
    Texts,
    WorkbookError,
    parse,
    pieces,
    refuse_long,
    unescaped,
    wrong_with,
)

__all__ = ["UNCOMPUTED", "CellRow", "Held", "Row", "StoredCell", "Workbook", "WorkbookError"]

Row: TypeAlias = "tuple[int, dict[int, str]]"
"""The number of a row, from 1, and its cells by column, from 0."""


class Held(Enum):
    """What a cell holds, besides its text."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    """A number that is shown as a day."""
    TIME = "time"
    """A number that is shown as a time, or as a day without its day of the month."""
    YES_OR_NO = "yes or no"
    FORMULA = "formula"
    ERROR = "error"


@frozen
class StoredCell:
    """A cell as the file has it; of a formula the last result, which may be none."""

    text: str
    held: Held = Held.TEXT


CellRow: TypeAlias = "tuple[int, dict[int, StoredCell]]"
"""The same as ``Row`` with what each cell holds."""

_MOST_MERGED = 10_000
UNCOMPUTED = "\x00formula"
"""What stands in a cell with a formula of which the file holds no result."""


@frozen
class Workbook:
    """An open workbook: its sheets by name, and what their cells refer to."""

    _archive: ZipFile
    sheets: Mapping[str, str]
    _texts: list[str]
    _styles: CellStyles
    _epoch: datetime

    @classmethod
    def of(cls, stream: IO[bytes]) -> Workbook:
        """The workbook in ``stream``. Raises WorkbookError where it is none, or holds more than is read."""
        try:
            archive = ZipFile(stream)
            book = SheetNames()
            parse(archive, "xl/workbook.xml", book.begin)
            links = Links()
            parse(archive, "xl/_rels/workbook.xml.rels", links.begin)
            sheets = {name: links.targets[key] for name, key in book.sheets.items() if key in links.targets}
            texts, styles = Texts(), CellStyles()
            if links.texts in archive.namelist():
                parse(archive, links.texts, texts.begin, texts.end, texts.say)
            if links.styles in archive.namelist():
                parse(archive, links.styles, styles.begin)
            epoch = datetime(1904, 1, 1) if book.from_1904 else datetime(1899, 12, 30)
            return cls(archive, sheets, texts.all, styles, epoch)
        except _WRONG as error:
            stream.seek(0)
            raise wrong_with(error, stream.read(len(OLD_FORM))) from error

    @property
    def has_macros(self) -> bool:
        """Whether it holds a program."""
        return any(part.lower().endswith("vbaproject.bin") for part in self._archive.namelist())

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of the sheet ``name`` that hold anything as plain texts, in the order of the file."""
        for number, cells in self.cells(name):
            yield number, {at: cell.text for at, cell in cells.items()}

    def cells(self, name: str, merged: list[str] | None = None) -> Iterator[CellRow]:
        """The rows of the sheet ``name`` that hold anything, with what each cell holds, in the order of the file.

        Where all are read, ``merged`` has the areas of cells that are shown as one, as ``E2:E4``.
        """
        sheet = _Sheet(self._texts, self._styles.days(), self._styles.times(), self._epoch)
        try:
            for _ in pieces(self._archive, self.sheets[name], sheet.begin, sheet.end, sheet.say):
                yield from sheet.done
                sheet.done.clear()
            if merged is not None:
                merged += sheet.merged
        except _WRONG as error:
            raise wrong_with(error, ARCHIVE) from error


_WRONG = (BadZipFile, ExpatError, zlib.error, KeyError, ValueError, OverflowError, NotImplementedError, EOFError)
"""What a broken archive or broken XML raises; a KeyError names the part that is not there."""


@define
class _Sheet:
    """The rows of a sheet, as far as it has been read."""

    _texts: list[str]
    _days: frozenset[int]
    _times: frozenset[int]
    _epoch: datetime
    done: list[CellRow] = field(factory=list)
    _row: int = 0
    _column: int = -1
    _cells: dict[int, StoredCell] = field(factory=dict)
    _kind: str = ""
    _style: int = 0
    _has_formula: bool = False
    _listens: bool = False
    _aside: int = 0
    _parts: list[str] = field(factory=list)
    _told: int = 0
    merged: list[str] = field(factory=list)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "row":
                self._row = int(attributes.get("r", self._row + 1))
                self._column, self._cells = -1, {}
            case "c":
                place = attributes.get("r", "")
                self._column = _column(place) if place else self._column + 1
                self._kind, self._style = attributes.get("t", "n"), int(attributes.get("s", 0))
                self._has_formula = False
                self._parts.clear()
            case "f":
                self._has_formula = True
            case "rPh":
                self._aside += 1
            case "mergeCell" if len(self.merged) < _MOST_MERGED:
                self.merged.append(attributes.get("ref", ""))
        self._listens = name == "v" or (name == "t" and not self._aside)

    def say(self, text: str) -> None:
        if self._listens:
            self._parts.append(text)
            self._told += len(text)
            refuse_long(self._told)

    def end(self, name: str) -> None:
        self._listens = False
        match name:
            case "rPh":
                self._aside -= 1
            case "c":
                written = "".join(self._parts)
                value = self._value(written)
                if value:
                    self._cells[self._column] = StoredCell(value, self._held(written))
            case "row" if self._cells:
                self.done.append((self._row, self._cells))

    def _value(self, written: str) -> str:
        if not written:
            return UNCOMPUTED if self._has_formula and self._kind != "str" else ""
        match self._kind:
            case "s":
                at = int(written)
                return self._texts[at] if 0 <= at < len(self._texts) else ""
            case "b":
                return "TRUE" if written.strip() == "1" else "FALSE"
            case "n":
                return self._number(written)
            case "d":
                return written.partition("T")[0]
        return unescaped(written)

    def _held(self, written: str) -> Held:
        if self._has_formula:
            return Held.FORMULA
        match self._kind:
            case "b":
                return Held.YES_OR_NO
            case "e":
                return Held.ERROR
            case "d":
                return Held.DAY
            case "n" if self._style in self._times:
                return Held.TIME
            case "n" if self._style in self._days:
                return Held.DAY if float(written).is_integer() else Held.TIME
            case "n":
                return Held.NUMBER
        return Held.TEXT

    def _number(self, written: str) -> str:
        number = float(written)
        if self._style in self._days:
            moment = self._epoch + timedelta(seconds=round(number * 86400))
            return moment.date().isoformat() if number.is_integer() else moment.isoformat(" ", "minutes")
        return str(int(number)) if number.is_integer() else str(number)


def _column(place: str) -> int:
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
