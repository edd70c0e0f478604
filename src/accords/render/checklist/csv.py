"""A checklist as CSV for spreadsheets (RFC 4180, UTF-8 with a mark in front, so that they read names rightly)."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from accords.checklist import Checklist, NameNote, RecordRow
from accords.checklist.lines import note_in_words
from accords.checklist.notes import notes_beside
from accords.prose import refuse_other
from accords.render.checklist.guards import guarded, guarded_code
from accords.render.checklist.table import CODES, Cell, columns_of, rows_of
from accords.render.safe import clean
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["render_csv"]

_ABOUT = ("record", "content", "as_of", "known_by", "made_with", "name_notes")


@in_language
def render_csv(checklist: Checklist, *, language: Language = ENGLISH) -> str:
    """Write ``checklist`` as CSV: a line of headings, then a line for each item.

    The last columns name, on every line, the record, its content, the days, the version and what is noted on names
    in it; days are in ISO form. Texts that a spreadsheet might take for a formula have an apostrophe before them, and
    so have ids and numbers of clauses of which it would make a day or another number. Lines end in CRLF.

    >>> len(accords.render_csv(accords.checklist(accords.load("examples/minimal.accord.json"))).splitlines())
    3
    """
    refuse_other(checklist, Checklist, "a Checklist, as checklist gives it")
    out = StringIO()
    writer = csv.writer(out)
    columns = tuple(column for column in columns_of(checklist) if column.key not in _ABOUT)
    writer.writerow([*(column.heading for column in columns), *(say(f"column.{key}") for key in _ABOUT)])
    about = {record.id: _about(checklist, record) for record in checklist.records}
    for item, row in zip(checklist.items, rows_of(checklist), strict=True):
        own = [_text(row.get(column.key), is_code=column.key in CODES) for column in columns]
        names, notes = about[item.record_id]
        marked = (f"{note.mark} {note_in_words(note)}" for note in notes_beside(notes, *own))
        writer.writerow([*own, *names, guarded(clean(say("semicolon").join(marked)))])
    return "\ufeff" + out.getvalue()


def _about(checklist: Checklist, record: RecordRow) -> tuple[tuple[str, ...], tuple[NameNote, ...]]:
    version = say("header.version", version=checklist.library_version)
    days = (checklist.as_of or "", checklist.known_by or "")
    return (guarded_code(record.id), record.content_hash, *days, guarded(version)), checklist.notes_of(record)


def _text(cell: Cell, *, is_code: bool = False) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded_code(cell) if is_code else guarded(cell)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
