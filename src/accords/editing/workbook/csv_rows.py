"""CSV as spreadsheets write it: whatever parts its cells, and in whatever encoding, as far as that can be known."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import islice

from attrs import define

from accords.editing.workbook.stored import Row, WorkbookError
from accords.render.checklist.guards import unguarded

__all__ = ["MOST_ABOVE", "csv_rows"]

MOST_ABOVE = 500
"""Headings are looked for in so many lines that hold anything."""

_MOST_LOOKED_AT = 20_000
_LONGEST_CELL = 131_072
_LONGEST_ROW = 1_000_000


def csv_rows(raw: bytes, titles: Callable[[Iterable[str]], int]) -> Iterator[Row]:
    """The rows of a CSV file, in UTF-8 or, with a mark that says so, UTF-16. Raises WorkbookError where it is none.

    What parts its cells depends on the country of whoever saved it; it is the sign by which the most ``titles``, which
    counts those that it knows among some cells, stand in one row.

    In any other encoding the signs of ASCII are the same, and it cannot be known what the others are: those are
    kept as lone surrogates, to be refused where they stand in what is taken.
    """
    if not raw.strip():
        raise WorkbookError("it is empty; fetch it again, or save it anew")
    text = _text_of(raw)
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = max((",", ";", "\t"), key=lambda each: _most_titles(text, each, titles))
    for number, row in enumerate(_parted(text, delimiter), 1):
        yield number, {at: unguarded(cell) for at, cell in enumerate(row)}


def _text_of(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw:
        raise WorkbookError("it holds bytes that no text has; save the table as CSV UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("ascii", "surrogateescape")


def _most_titles(text: str, delimiter: str, titles: Callable[[Iterable[str]], int]) -> int:
    try:
        rows = islice(_parted(text, delimiter), _MOST_LOOKED_AT)
        return max(map(titles, islice(filter(None, rows), MOST_ABOVE)), default=0)
    except WorkbookError:
        return 0


def _parted(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = _Lines(StringIO(text, newline=""))
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=True):
            lines.told = 0
            yield row
    except csv.Error as error:
        raise WorkbookError(f"{error}; look for a quotation mark that is not closed, or save it anew") from error


@define
class _Lines:
    """Lines of a text; what is read of one row is counted, for a row has no end where a quotation mark is missing."""

    _stream: Iterator[str]
    told: int = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._stream)
        self.told += len(line)
        if self.told > _LONGEST_ROW:
            raise WorkbookError(f"one of its rows is longer than {_LONGEST_ROW:,} characters; look for its cause there")
        return line
