"""A checklist as a workbook, to be filled in and read back: the same checklist gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import frozen

from accords.checklist import Checklist
from accords.checklist.lines import citations_in_words, note_in_words
from accords.checklist.standing_lines import about_lines, marks_in, scope_in_words
from accords.prose import refuse_other
from accords.render.checklist.table import Cell, Column, columns_of, rows_of
from accords.render.safe import clean
from accords.standing.values import ClaimRow
from accords.words import ENGLISH, Language, in_language, joined, say
from accords.wrapping import pages_wide, row_height

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["MY_STATUSES", "render_xlsx"]

MY_STATUSES = ("not_started", "begun", "partly", "done", "kept", "not_kept", "unclear", "not_applicable")
"""What can be chosen as one's own view of a duty; the words are in the catalogue."""

_LONGEST = 32_000  # a cell holds 32,767 characters
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets disagree on what day a number is
_LINES = {"bottom": 1, "bottom_color": "#D3D9E1"}
_TALLEST = 26  # lines; no row can be higher than 409 points
_A4 = 9
_MADE = datetime(2000, 1, 1)  # workbooks carry a time of making; it is the day asked about, else this


@in_language
def render_xlsx(checklist: Checklist, *, language: Language = ENGLISH) -> bytes:
    """Write ``checklist`` as an XLSX workbook with the sheets Checklist, Claims, Events, Sources and About.

    Of several records every line names its record, and a sheet Agreements lists them. The first sheet filters, and has
    columns for one's own status and note. Texts are never taken for formulas or links; certain days are real days.

    >>> accords.render_xlsx(accords.checklist(accords.load("examples/minimal.accord.json")))[:2]
    b'PK'
    """
    refuse_other(checklist, Checklist, "a Checklist, as checklist gives it")
    from xlsxwriter import Workbook  # noqa: PLC0415 - other formats do not wait for it

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, options)
    made = datetime.fromisoformat(checklist.as_of) if checklist.as_of is not None else _MADE
    book.set_properties({"title": _cut(checklist.title)[:255], "created": max(made, datetime(1980, 1, 1))})
    styles = _Styles.of(book)
    _checklist_sheet(book, styles, checklist)
    if checklist.combined:
        _table(book, styles, "agreements", _columns(_AGREEMENTS), _agreements(checklist))
    for name, sized, rows in (
        ("claims", _CLAIMS, _claims(checklist)),
        ("events", _EVENTS, _events(checklist)),
        ("sources", _SOURCES, _sources(checklist)),
    ):
        # The first column names the record, which About does where there is only one.
        first = 0 if checklist.combined else 1
        _table(book, styles, name, _columns(sized[first:]), (row[first:] for row in rows))
    _about_sheet(book, styles, checklist)
    book.close()
    return out.getvalue()


@frozen
class _Styles:
    heading: Format
    text: Format
    day: Format
    own: Format

    @classmethod
    def of(cls, book: Workbook) -> _Styles:
        plain = {"text_wrap": True, "valign": "top"}
        return cls(
            heading=book.add_format({**plain, "bold": True, "bottom": 2, "bg_color": "#E8EDF5"}),
            text=book.add_format({**plain, **_LINES, "num_format": "@"}),
            day=book.add_format({**plain, **_LINES, "num_format": "yyyy-mm-dd", "align": "left"}),
            own=book.add_format({**plain, "num_format": "@", "border": 1, "bg_color": "#FFFBE6"}),
        )


def _checklist_sheet(book: Workbook, styles: _Styles, checklist: Checklist) -> None:
    own = (Column("my_status", say("column.my_status"), 16), Column("my_note", say("column.my_note"), 40))
    listed, rows = columns_of(checklist), list(rows_of(checklist))
    at = next(place for place, column in enumerate(listed) if column.key == "label")
    columns = (*listed[:at], *own, *listed[at:])
    sheet = _table(book, styles, "checklist", columns, [[row.get(column.key) for column in columns] for row in rows])
    sheet.freeze_panes(1, 1)
    if not rows:
        return
    widths = [column.width if column in own or any(row.get(column.key) for row in rows) else 0 for column in columns]
    for place, column in enumerate(columns):
        if not widths[place]:  # whoever needs it unhides it
            sheet.set_column(place, place, column.width, None, {"hidden": True})
    sheet.repeat_columns(0, at - 1)  # what says which duty it is
    sheet.fit_to_pages(pages_wide(widths, sum(widths[:at])), 0)
    for row in range(1, len(rows) + 1):
        for place in (at, at + 1):
            sheet.write_blank(row, place, None, styles.own)
    rule = {
        "validate": "list",
        "source": [say(f"my_status.{each}") for each in MY_STATUSES],
        "error_message": say("my_status.choose"),
    }
    sheet.data_validation(1, at, len(rows), at, rule)


def _table(
    book: Workbook, styles: _Styles, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]
) -> Worksheet:
    """A sheet of ``rows`` under headings that stay in sight; printed on as many sheets of paper as it is long."""
    sheet = book.add_worksheet(say(f"sheet.{name}"))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, styles.heading)
    count = 0
    for count, row in enumerate(rows, 1):
        sheet.set_row(count, max(map(_height, row, columns)))
        for at, cell in enumerate(row):
            _write(sheet, styles, count, at, cell)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    _on_paper(sheet)
    sheet.autofilter(0, 0, count, len(columns) - 1)
    return sheet


def _on_paper(sheet: Worksheet) -> None:
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")


def _height(cell: Cell, column: Column) -> int:
    return row_height(cell if isinstance(cell, str) else "", column.width, _TALLEST)


def _write(sheet: Worksheet, styles: _Styles, row: int, at: int, cell: Cell) -> None:
    match cell:
        case None | "":
            sheet.write_blank(row, at, None, styles.text)
        case date() if cell >= _FIRST_DAY:
            sheet.write_datetime(row, at, datetime.combine(cell, time()), styles.day)
        case int():
            sheet.write_number(row, at, cell, styles.text)
        case _:
            sheet.write_string(row, at, _cut(str(cell)), styles.text)


def _cut(text: str) -> str:
    words = clean(text)
    return words if len(words) <= _LONGEST else say("cell.cut", text=words[:_LONGEST])


def _columns(sized: Iterable[tuple[str, int]]) -> tuple[Column, ...]:
    return tuple(Column(key, say(f"column.{key}"), width) for key, width in sized)


_AGREEMENTS = (("record", 18), ("agreement", 40), ("status", 24), ("shown", 12), ("overdue", 10), ("content", 66))
_CLAIMS = (
    ("record", 18),
    ("id", 18),
    ("event_id", 18),
    ("event", 40),
    ("by", 18),
    ("says", 30),
    ("when", 14),
    ("known_on", 14),
    ("reading", 14),
    ("fact", 16),
    ("text", 48),
    ("sources", 16),
)
_EVENTS = (
    ("record", 18),
    ("event_id", 18),
    ("kind", 18),
    ("event", 48),
    ("actors", 24),
    ("obligations", 24),
    ("place", 16),
    ("finding", 32),
    ("claim_count", 8),
)
_SOURCES = (
    ("record", 18),
    ("source_number", 5),
    ("id", 18),
    ("title", 48),
    ("publisher", 24),
    ("published", 16),
    ("kind", 20),
    ("url", 40),
)


def _agreements(checklist: Checklist) -> Iterator[list[Cell]]:
    for record in checklist.records:
        late = record.overdue if checklist.as_of is not None else None
        yield [record.id, record.marked_title, record.status_words, record.shown, late, record.content_hash]


def _claims(checklist: Checklist) -> Iterator[list[Cell]]:
    for item in checklist.items:
        yield from ([item.record_id, item.instance, *_claim(claim)] for claim in item.claims)
    for record in checklist.records:
        yield from ([record.id, None, *_claim(claim)] for claim in record.claims)


def _claim(claim: ClaimRow) -> list[Cell]:
    return [
        claim.event_id, claim.event, claim.by, _says(claim), _day(claim.when), _known_on(claim),
        claim.reading_words, claim.fact_words, claim.text, citations_in_words(claim.citations),
    ]  # fmt: skip


def _says(claim: ClaimRow) -> str:
    """What is said, with how much; where the coder read it in, that too."""
    words = claim.says_words
    words = say("claim.figures", claim=words, figures=joined(claim.figures)) if claim.figures else words
    return words if claim.basis_words is None else say("in_brackets", text=words, more=claim.basis_words)


def _known_on(claim: ClaimRow) -> Cell:
    day = claim.known_on
    return say("cell.worked_out", day=day) if day is not None and claim.known_on_inferred else _day(day)


def _day(when: str | None) -> Cell:
    """A certain day as a real one, anything less certain as it is written."""
    if when is None:
        return None
    return date.fromisoformat(when) if _ISO_DAY.fullmatch(when) else when


def _events(checklist: Checklist) -> Iterator[list[Cell]]:
    for event in checklist.events:
        yield [
            event.record_id,
            event.id,
            event.kind_words,
            event.summary,
            joined(event.actors),
            say("comma").join(event.obligation_ids),
            event.place,
            event.finding,
            event.claims if checklist.as_of is not None else None,
        ]


def _sources(checklist: Checklist) -> Iterator[list[Cell]]:
    for row in checklist.sources:
        yield [
            row.record_id, row.number, row.id, row.title, row.publisher, row.published, row.kind_words, row.url,
        ]  # fmt: skip


def _about_sheet(book: Workbook, styles: _Styles, checklist: Checklist) -> None:
    sheet = book.add_worksheet(say("sheet.about"))
    _on_paper(sheet)
    sheet.set_column(0, 0, 20)
    about = Column("about", "", 90)
    sheet.set_column(1, 1, about.width)
    for row, (label, cell) in enumerate(_about(checklist)):
        sheet.set_row(row, _height(cell, about))
        sheet.write_string(row, 0, _cut(label), styles.heading)
        _write(sheet, styles, row, 1, cell)


def _about(checklist: Checklist) -> Iterator[tuple[str, Cell]]:
    """Record, content and day are read back, of several records the sheet of them; the rest is for people."""
    if (record := checklist.record) is not None:
        yield say("column.record"), record.id
        yield say("column.content"), record.content_hash
    yield say("column.as_of"), _day(checklist.as_of)
    yield say("column.known_by"), _day(checklist.known_by)
    yield say("column.made_with"), say("header.version", version=checklist.library_version)
    yield say("about.title"), checklist.marked_title
    yield say("about.scope"), scope_in_words(checklist)
    yield from ((fact.label, fact.words) for fact in (record.facts if record is not None else ()))
    yield from ((line.label, line.words) for line in about_lines(checklist) if line.key != "as_of")
    yield from ((say("title.assumptions"), each) for each in checklist.assumptions)
    yield from ((say("title.notes"), f"{note.mark} {note_in_words(note)}") for note in checklist.notes)
    yield from marks_in(checklist)
    yield say("column.my_status"), say("about.my_status")
