"""A checklist as CSV for spreadsheets (RFC 4180, UTF-8 with a mark in front, so that they read names rightly)."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from accords.checklist import Checklist, RecordRow
from accords.checklist.lines import note_in_words
from accords.render.checklist.table import Cell, columns_of, guarded, rows_of
from accords.render.safe import clean
from accords.words import say

__all__ = ["render_csv"]

_ABOUT = ("record", "content", "as_of", "known_by", "made_with", "name_notes")


def render_csv(checklist: Checklist) -> str:
    """Write ``checklist`` as CSV: a line of headings, then a line for each item.

    The last columns name, on every line, the record, its content, the days and the version; days are in ISO
    form. Texts that a spreadsheet might take for a formula have an apostrophe before them. Lines end in CRLF.
    """
    out = StringIO()
    writer = csv.writer(out)
    columns = tuple(column for column in columns_of(checklist) if column.key not in _ABOUT)
    writer.writerow([*(column.heading for column in columns), *(say(f"column.{key}") for key in _ABOUT)])
    about = {record.id: _about(checklist, record) for record in checklist.records}
    for item, row in zip(checklist.items, rows_of(checklist), strict=True):
        cells = (*(row.get(column.key) for column in columns), *about[item.record_id])
        writer.writerow([_text(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def _about(checklist: Checklist, record: RecordRow) -> tuple[str | None, ...]:
    notes = say("semicolon").join(f"{note.mark} {note_in_words(note)}" for note in checklist.notes_of(record))
    version = say("header.version", version=checklist.library_version)
    return record.id, record.content_hash, checklist.as_of, checklist.known_by, version, clean(notes)


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
