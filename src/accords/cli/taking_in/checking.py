"""Workbooks held against the rules: what is wrong with the records that they make, each finding at its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import click
from attrs import define

from accords.cli.taking_in.books import in_its_cell, open_book, with_help
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.taking import take_book
from accords.prose import counted, listed, printable
from accords.validate import examine
from accords.validate.settings import Settings

__all__ = ["validate_books"]


@define
class _Count:
    """What was found so far: cells that cannot be taken, findings that are no errors, records, and what fails."""

    errors: int = 0
    others: int = 0
    records: int = 0
    code: int = 0

    @property
    def sentence(self) -> str:
        kinds = ((self.errors, "error"), (self.others, "other finding" if self.errors else "finding"))
        found = [counted(number, noun) for number, noun in kinds if number]
        many = counted(self.records, "record")
        return f"Found {listed(found)} in {many}." if found else f"No findings in {many}."


def validate_books(paths: tuple[str, ...], settings_for: Callable[[str], Settings], *, quiet: bool) -> int:
    """Say what is wrong with the records that workbooks make by themselves, and return the exit code."""
    count = _Count()
    for path in paths:
        for line in _lines(path, settings_for(path), count):
            click.echo(f"{printable(path)}: {line}")
    if not quiet:
        click.echo(count.sentence)
    return count.code


def _lines(path: str, settings: Settings, count: _Count) -> Iterator[str]:
    book = open_book(Path(path), lambda raw: read_book(BytesIO(raw)))
    for record_id in book.contents:
        taken = take_book(book, record_id, None)
        count.records += 1
        count.errors += len(taken.faults)
        yield from (with_help(f"{each.place}: error: {each.sentence}", each.help) for each in taken.faults)
        if taken.record is None:
            count.code = 1
            continue
        examined = examine(taken.record, settings=settings)
        found = examined.report.diagnostics
        count.others += len(found)
        count.code = max(count.code, int(examined.fails))
        yield from (in_its_cell(each, taken) for each in found)
