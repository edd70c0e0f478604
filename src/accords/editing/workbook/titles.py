"""What sheets and columns are called for people, in the language that is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.editing.workbook.cells.columns import CellColumn
from accords.editing.workbook.cells.kinds import CONDITION_KINDS
from accords.editing.workbook.tables import TABLES, BookTable
from accords.words import ENGLISH, say

__all__ = [
    "HIDDEN",
    "MARK",
    "cell_place",
    "column_letters",
    "column_title",
    "delete_title",
    "key_title",
    "record_title",
    "sheet_title",
]

_FIELD = re.compile("`([a-z_]+)`")

HIDDEN = "accords"
"""The name of the sheet that nobody sees, by which the file is known."""
MARK = "accords workbook 1"
"""What stands first there; the number changes with the form."""


def sheet_title(table: BookTable) -> str:
    """The name of a sheet."""
    return say(f"book.sheet.{table.name}")


def column_title(column: CellColumn) -> str:
    """The title of a column; one of something nested has both names."""
    outer, last = column.steps[:-1], column.steps[-1]
    title = say(f"book.field.{last}")
    for step in reversed(outer):
        title = say("book.inner", outer=say(f"book.field.{step}"), inner=title)
    return title


def in_titles(sentence: str, place: str = "") -> str:
    """``sentence`` with the titles of columns, as those of the sheet of ``place``, for what the format calls fields."""
    return _FIELD.sub(lambda match: _title_of(match[1], place.partition("!")[0]) or match[0], sentence)


def _title_of(name: str, sheet: str) -> str | None:
    """The title of the one column that holds a field, of the sheet first; None where the field has no title."""
    held = [(sheet_title(table), column_title(column)) for table, column in _columns_of(name)]
    own = {title for there, title in held if there == sheet}
    elsewhere = set() if name in CONDITION_KINDS else {title for _, title in held}
    titles = own or elsewhere
    if len(titles) == 1:
        return f"“{titles.pop()}”"
    return f"“{say(f'book.field.{name}')}”" if f"book.field.{name}" in ENGLISH.phrases else None


def _columns_of(name: str) -> Iterator[tuple[BookTable, CellColumn]]:
    return ((table, column) for table in TABLES for column in table.columns if column.steps[-1] == name)


def key_title() -> str:
    """The title of the column by which a row is known again."""
    return say("book.key")


def record_title() -> str:
    """The title of the column that names the record of a row."""
    return say("book.record")


def delete_title() -> str:
    """The title of the column in which rows are crossed out."""
    return say("book.delete")


def column_letters(at: int) -> str:
    """The letters of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_place(title: str, at: int, number: int) -> str:
    """A cell as programs name it: ``Duties!G7``."""
    return f"{title}!{column_letters(at)}{number}"
