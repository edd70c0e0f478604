"""CSV as spreadsheets write it: whatever parts its cells, and in whatever encoding, as far as that can be known."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import StringIO

from accords.editing.workbook.stored import Row, WorkbookError
from accords.render.checklist.guards import unguarded

__all__ = ["csv_rows"]

_LONGEST_CELL = 131_072


def csv_rows(raw: bytes) -> Iterator[Row]:
    """The rows of a CSV file, in UTF-8 or, with a mark that says so, UTF-16. Raises WorkbookError where it is none.

    In any other encoding the signs of ASCII are the same, and it cannot be known what the others are: those are
    kept as lone surrogates, to be refused where they stand in what is taken.
    """
    if not raw.strip():
        raise WorkbookError("it is empty; fetch it again, or save it anew")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", "replace")
    elif b"\0" in raw:
        raise WorkbookError("it holds bytes that no text has; save the table as CSV UTF-8")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("ascii", "surrogateescape")
    csv.field_size_limit(_LONGEST_CELL)
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)  # what spreadsheets write depends on the country
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), 1):
            yield number, {at: unguarded(cell) for at, cell in enumerate(row)}
    except csv.Error as error:
        raise WorkbookError(f"{error}; look for a quotation mark that is not closed, or save it anew") from error
