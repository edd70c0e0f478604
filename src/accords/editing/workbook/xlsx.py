"""Records as a workbook to be filled in: the same records give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import frozen

from accords.codec import content_hash, to_dict
from accords.editing.workbook.cells.columns import CellColumn
from accords.editing.workbook.cells.kinds import condition_of
from accords.editing.workbook.tables import (
    ABOUT,
    CONDITIONS,
    TABLES,
    BookTable,
    TableRow,
    cell_hash,
    cut,
    rows_of_record,
)
from accords.editing.workbook.titles import (
    HIDDEN,
    MARK,
    column_letters,
    column_title,
    delete_title,
    key_title,
    record_title,
    sheet_title,
)
from accords.model.agreement import Agreement
from accords.prose import refuse_one
from accords.version import VERSION
from accords.words import ENGLISH, Language, condition_in_words, in_language, say
from accords.wrapping import pages_wide, row_height

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["render_workbook"]

_MADE = datetime(2000, 1, 1)  # workbooks carry a time of making, and the same records give the same bytes
_LISTED = 2_000  # rows for which drop-downs are offered
_KEY_WIDTH, _WIDEST, _NARROWEST = 12, 60, 10
_VALUE_WIDTH = 90
_TALLEST = 12  # lines
_A4 = 9
_ID_COLUMNS = {
    "actor": "actors", "source": "sources", "obligation": "duties", "event": "happenings", "claim": "claims",
    "scale": "scales",
}  # fmt: skip


@in_language
def render_workbook(records: Sequence[Agreement], *, language: Language = ENGLISH) -> bytes:
    """Write records as an XLSX workbook that can be filled in and taken back, with a sheet for each list.

    Every cell is text; words and ids can be chosen from lists. A hidden sheet keeps what each cell said, so that what
    was changed is known. Of several records every row names its own.

    >>> accords.render_workbook([accords.load("examples/minimal.accord.json")])[:2]
    b'PK'
    """
    refuse_one(records, "several agreements, as in [agreement]")
    from xlsxwriter import Workbook  # noqa: PLC0415 - nothing else waits for it

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, options)
    book.set_properties({"title": cut(records[0].title)[:255], "created": _MADE})
    whole = [(record, list(rows_of_record(to_dict(record)))) for record in records]
    writer = _Writer(book, _Looks.of(book), whole)
    for table in (*TABLES, CONDITIONS):
        writer.sheet(table)
    writer.hidden()
    book.close()
    return out.getvalue()


@frozen
class _Looks:
    title: Format
    key: Format
    text: Format
    grey: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        one_line = {"valign": "top", "num_format": "@"}
        plain = {**one_line, "text_wrap": True}
        return cls(
            title=book.add_format({**plain, "bold": True, "bottom": 2, "bg_color": "#E8EDF5"}),
            key=book.add_format({**one_line, "font_color": "#8A94A3", "bg_color": "#F3F5F8"}),
            text=book.add_format(plain),
            grey=book.add_format({**plain, "font_color": "#8A94A3"}),
        )


@frozen
class _Writer:
    book: Workbook
    looks: _Looks
    whole: list[tuple[Agreement, list[TableRow]]]

    @property
    def lead(self) -> int:
        """How many columns stand before those of the table."""
        return 2 if len(self.whole) > 1 else 1

    def rows(self, table: BookTable) -> Iterator[tuple[Agreement, TableRow]]:
        for record, rows in self.whole:
            yield from ((record, row) for row in rows if row.table is table)

    def sheet(self, table: BookTable) -> None:
        sheet = self.book.add_worksheet(sheet_title(table))
        if table is ABOUT:
            self.about(sheet)
            return
        rows = list(self.rows(table))
        wide: dict[str, int] = {}
        for at, column in enumerate(table.columns, self.lead):
            texts = [row.cells.get(column.name, "") for _, row in rows]
            shown = not table.seen or column.name in table.seen or any(texts)
            look = self.looks.grey if column.name == "line" else self.looks.text
            width = _width(column, texts)
            sheet.set_column(at, at, width, look, {} if shown else {"hidden": True})
            wide |= {column.name: width} if shown else {}
            self.choices(sheet, column, at)
        extra = [delete_title()] if table is not CONDITIONS else [say("book.in_words")]
        self.head(sheet, [*map(column_title, table.columns), *extra])
        sheet.set_column(self.lead + len(table.columns), self.lead + len(table.columns), 30, self.looks.grey)
        for number, (record, row) in enumerate(rows, 1):
            self.begin(sheet, number, record.id, row.key)
            for at, column in enumerate(table.columns, self.lead):
                if column.name in row.cells:
                    look = self.looks.grey if column.name == "line" else self.looks.text
                    sheet.write_string(number, at, cut(row.cells[column.name]), look)
            sheet.set_row(number, max(row_height(row.cells.get(name, ""), wide[name], _TALLEST) for name in wide))
            if table is CONDITIONS:
                words = condition_in_words(condition_of(row.held), record)
                sheet.write_string(number, self.lead + len(table.columns), cut(words), self.looks.grey)
        sheet.autofilter(0, 0, max(len(rows), 1), self.lead + len(table.columns) - 1)
        self.on_paper(sheet, [*wide.values(), 30])

    def about(self, sheet: Worksheet) -> None:
        self.head(sheet, [say("book.field"), say("book.value")])
        sheet.set_column(self.lead, self.lead, 30, self.looks.grey)
        sheet.set_column(self.lead + 1, self.lead + 1, _VALUE_WIDTH, self.looks.text)
        number = 0
        for record, row in self.rows(ABOUT):
            for column in ABOUT.columns:
                number += 1
                self.begin(sheet, number, record.id, column.name)
                sheet.write_string(number, self.lead, column_title(column), self.looks.grey)
                text = row.cells.get(column.name, "")
                if text:
                    sheet.write_string(number, self.lead + 1, cut(text), self.looks.text)
                    sheet.set_row(number, row_height(text, _VALUE_WIDTH, _TALLEST))
        self.on_paper(sheet, [30, _VALUE_WIDTH])

    def head(self, sheet: Worksheet, titles: Iterable[str]) -> None:
        lead = [key_title()] if self.lead == 1 else [key_title(), record_title()]
        sheet.set_column(0, self.lead - 1, _KEY_WIDTH, self.looks.key)
        for at, title in enumerate([*lead, *titles]):
            sheet.write_string(0, at, title, self.looks.title)
        sheet.set_row(0, row_height("", 1, 1) + row_height("", 1, 1))  # two lines
        sheet.freeze_panes(1, self.lead + 1)

    def on_paper(self, sheet: Worksheet, widths: Iterable[int]) -> None:
        """What stands first in a row stands on each sheet of paper beside the next."""
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, self.lead)
        first = self.lead * _KEY_WIDTH
        sheet.fit_to_pages(pages_wide([first, *widths], first), 0)
        sheet.set_footer("&L&A&R&P / &N")

    def begin(self, sheet: Worksheet, number: int, record_id: str, key: str) -> None:
        sheet.write_string(number, 0, key, self.looks.key)
        if self.lead > 1:
            sheet.write_string(number, 1, record_id, self.looks.key)

    def choices(self, sheet: Worksheet, column: CellColumn, at: int) -> None:
        """What can be chosen in a column: a warning for anything else, which is looked at when it is taken back."""
        rule: dict[str, object] = {"validate": "any"}
        if column.kind.words:
            rule = {"validate": "list", "source": list(column.kind.words), "error_type": "warning"}
            if len(",".join(column.kind.words)) > 250:  # what a list in place can hold
                rule["source"] = f"=words_{column.steps[-1]}"
        elif column.kind.ids in _ID_COLUMNS and "." not in column.name:
            rule = {"validate": "list", "source": f"=ids_{column.kind.ids}", "error_type": "warning"}
        if column.about:
            rule["input_message"] = column.about[:255]
        if len(rule) > 1:
            sheet.data_validation(1, at, _LISTED, at, rule)

    def hidden(self) -> None:
        """The sheet by which the file is known, with what each cell said, and the lists to choose from."""
        sheet = self.book.add_worksheet(HIDDEN)
        lines: list[tuple[str, ...]] = [(MARK, VERSION)]
        lines += [("record", record.id, content_hash(record)) for record, _ in self.whole]
        lines += [("table", table.name, sheet_title(table)) for table in (*TABLES, CONDITIONS)]
        for table in (*TABLES, CONDITIONS):
            lines += [("column", table.name, column.name, column_title(column)) for column in table.columns]
        for record, rows in self.whole:
            for row in rows:
                hashes = {name: cell_hash(text) for name, text in row.cells.items()}
                lines.append(("row", record.id, row.table.name, row.key, json.dumps(hashes)))
        for number, line in enumerate(lines):
            for at, text in enumerate(line):
                sheet.write_string(number, at, text)
        self.names(sheet, 10)
        sheet.hide()

    def names(self, sheet: Worksheet, at: int) -> None:
        for reference, name in _ID_COLUMNS.items():
            table = next(each for each in TABLES if each.name == name)
            place = next((number for number, each in enumerate(table.columns, self.lead) if each.is_own_id), self.lead)
            column = column_letters(place)
            self.book.define_name(f"ids_{reference}", f"='{sheet_title(table)}'!${column}$2:${column}${_LISTED}")
        for table in TABLES:
            for column_ in table.columns:
                words = column_.kind.words
                if len(",".join(words)) > 250:
                    for number, word in enumerate(words):
                        sheet.write_string(number, at, word)
                    letter = column_letters(at)
                    self.book.define_name(f"words_{column_.steps[-1]}", f"={HIDDEN}!${letter}$1:${letter}${len(words)}")
                    at += 1


def _width(column: CellColumn, texts: Iterable[str]) -> int:
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return max(_NARROWEST, min(_WIDEST, longest + 2), min(len(column_title(column)) + 4, 24))
