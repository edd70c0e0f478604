"""Workbooks as a person fills them in, by another library than the one that writes them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from accords.editing.workbook.filled import read_book
from accords.editing.workbook.judging import BookTaken
from accords.editing.workbook.taking import take_book
from accords.editing.workbook.xlsx import render_workbook
from accords.model.agreement import Agreement
from accords.validate import load

EXAMPLES = Path(__file__).parents[2] / "examples"
MINIMAL = EXAMPLES / "minimal.accord.json"
MONITORED = EXAMPLES / "kosovo-serbia-plates-2022-monitored.accord.json"


class Person:
    """Somebody with a workbook open."""

    def __init__(self, *records: Agreement) -> None:
        self.book: Workbook = load_workbook(BytesIO(render_workbook(records)))

    def place(self, sheet: str, title: str, row: int) -> str:
        """A cell by the title of its column: ``G7``."""
        titles = [cell.value for cell in self.book[sheet][1]]
        return f"{get_column_letter(titles.index(title) + 1)}{row}"

    def row(self, sheet: str, key: str) -> int:
        """The row with a key."""
        return next(cell.row for cell in self.book[sheet]["A"] if cell.value == key)

    def put(self, sheet: str, title: str, row: int | str, value: Any) -> str:
        """Type something into a cell, and say which it was: ``Duties!G7``."""
        number = self.row(sheet, row) if isinstance(row, str) else row
        place = self.place(sheet, title, number)
        cell = self.book[sheet][place]
        cell.value = value
        if isinstance(value, str) and value.startswith("="):
            cell.data_type = "f"
        return f"{sheet}!{place}"

    def add(self, sheet: str, **cells: Any) -> int:
        """Fill in a new row; names of columns have their blanks as underscores."""
        number = self.book[sheet].max_row + 1
        for title, value in cells.items():
            self.put(sheet, title.replace("_", " "), number, value)
        return number

    def saved(self) -> bytes:
        out = BytesIO()
        self.book.save(out)
        return out.getvalue()

    def taken(self, record: Agreement | None, record_id: str | None = None) -> BookTaken:
        """What the workbook makes of a record."""
        book = read_book(BytesIO(self.saved()))
        return take_book(book, record_id or (record.id if record is not None else next(iter(book.contents))), record)


def edited(path: Path, edit: Callable[[Person], object]) -> tuple[Agreement, BookTaken]:
    """A record, and what becomes of it with the edits of a person."""
    record = load(path)
    person = Person(record)
    edit(person)
    return record, person.taken(record)
