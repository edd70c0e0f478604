"""Workbooks and tables of records that were filled in, and records that somebody else changed, taken into records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path

import click
from attrs import evolve

from accords.cli.options import write_output
from accords.cli.proposing import EditAsked, Opened, open_record, propose, refuse_record
from accords.cli.writing_to import tell_written
from accords.codec import dumps
from accords.diagnostics import Diagnostic
from accords.editing import revise
from accords.editing.workbook.copies import merge_records
from accords.editing.workbook.csv_tables import read_tables
from accords.editing.workbook.filled import is_book, read_book
from accords.editing.workbook.judging import BookTaken
from accords.editing.workbook.sheets import FilledBook, NoBookError
from accords.editing.workbook.taking import take_book
from accords.editing.workbook.titles import in_titles
from accords.model.agreement import Agreement
from accords.prose import counted, listed, printable
from accords.validate import examine

__all__ = [
    "in_its_cell",
    "knows_tables",
    "knows_workbook",
    "open_book",
    "take_back_record",
    "take_back_tables",
    "take_back_workbook",
    "with_help",
]

_LARGEST = 50_000_000
_MOST_TOLD = 100


def knows_workbook(file: Path) -> bool:
    """Whether a file is a workbook that was made to be filled in; one that cannot be read is not known."""
    try:
        with file.open("rb") as stream:
            return is_book(stream)
    except OSError:
        return False


def knows_tables(file: Path) -> bool:
    """Whether a file is an archive of tables, or one of them."""
    if file.suffix.lower() == ".zip":
        return True
    try:
        read_tables(file.read_bytes(), file.name)
    except (NoBookError, OSError):
        return False
    return True


def take_back_workbook(file: Path, records: tuple[str, ...], asked: EditAsked) -> int:
    """Take a workbook that was filled in into its records, or make a new record of it; return the exit code."""
    return _take(file, records, asked, lambda raw: read_book(BytesIO(raw)))


def take_back_tables(file: Path, records: tuple[str, ...], asked: EditAsked) -> int:
    """The same with CSV."""
    return _take(file, records, asked, lambda raw: read_tables(raw, file.name))


def open_book(file: Path, read: Callable[[bytes], FilledBook]) -> FilledBook:
    """Read a file that was filled in. Raises ClickException where it cannot be read or is none."""
    name = printable(str(file))
    try:
        if file.stat().st_size > _LARGEST:
            raise click.ClickException(f"{name} is larger than {_LARGEST // 1_000_000} MB")
        return read(file.read_bytes())
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror or error}") from error
    except NoBookError as error:
        raise click.ClickException(f"{name} cannot be taken back: {error}") from error


def _take(file: Path, records: tuple[str, ...], asked: EditAsked, read: Callable[[bytes], FilledBook]) -> int:
    name, book = printable(str(file)), open_book(file, read)
    if not records:
        return _made_new(book, name, asked)
    opened = [open_record(each) for each in records]
    code = 0
    for one in opened:
        if one.agreement is None:
            return refuse_record(one, asked.color)
        if one.agreement.id not in book.contents:
            held = listed([repr(each) for each in book.contents])
            raise click.ClickException(
                f"{name} is of {held}, not of the record {one.agreement.id!r} in {printable(one.name)}"
            )
    for one in opened:
        code = max(code, _proposed(take_book(book, _id_of(one), one.agreement, again=asked.again), one, asked))
    rest = [each for each in book.contents if each not in {_id_of(one) for one in opened}]
    if rest and not asked.quiet:
        click.echo(f"{name} also holds {listed(rest)}, which no record was named for", err=True)
    return code


def _id_of(opened: Opened) -> str:
    return opened.agreement.id if opened.agreement is not None else ""


def _made_new(book: FilledBook, name: str, asked: EditAsked) -> int:
    """A record of a workbook alone, as one that was begun in a workbook is."""
    if len(book.contents) != 1:
        raise click.UsageError(f"{name} holds several records; name their files behind it")
    taken = take_book(book, next(iter(book.contents)), None)
    _tell(taken, asked)
    if taken.record is None:
        return 1
    if asked.write and asked.output is None:
        raise click.UsageError("a new record is written with -o FILE")
    write_output(dumps(taken.record), asked.output)
    tell_written(asked.output, quiet=asked.quiet)
    for found in examine(taken.record).report.diagnostics:
        click.echo(in_its_cell(found, taken), err=True)
    return 0


def in_its_cell(found: Diagnostic, taken: BookTaken) -> str:
    """A finding in a line, after the cell that it is about; what the format calls fields has the titles of columns."""
    advice = f"; did you mean {found.suggestion}?" if found.suggestion else ""
    place = taken.cell(found.pointer)
    words = in_titles(f"{found.message}{advice}", place)
    told = f"{place}: {found.severity}[{found.code}] {found.name}: {words}"
    return with_help(told, in_titles(found.help or "", place))


def with_help(told: str, advice: str) -> str:
    """A line, and in one of its own what helps."""
    return printable(told) + (f"\n  help: {printable(advice)}" if advice else "")


def _proposed(taken: BookTaken, opened: Opened, asked: EditAsked, noun: str = "cell") -> int:
    _tell(taken, asked, noun)
    if taken.record is None:
        return 1
    told = partial(_of_its_cell, taken) if noun == "cell" else None
    return propose(revise(opened.raw, taken.record, as_of=asked.as_of), opened, asked, told=told)


def _of_its_cell(taken: BookTaken, found: Diagnostic) -> Diagnostic:
    """A finding with the cell that it is about, and the titles of columns for what the format calls fields."""
    place = taken.cell(found.pointer)
    return evolve(
        found,
        message=in_titles(found.message, place),
        help=found.help and in_titles(found.help, place),
        notes=(*found.notes, f"in the cell {place}"),
    )


def _tell(taken: BookTaken, asked: EditAsked, noun: str = "cell") -> None:
    for remark in () if asked.quiet and noun == "cell" else taken.remarks:
        click.echo(printable(remark), err=True)
    for fault in taken.faults[:_MOST_TOLD]:
        click.echo(with_help(f"{'conflict at ' if fault.conflict else ''}{fault}", fault.help), err=True)
    if taken.faults:
        more = len(taken.faults) - _MOST_TOLD
        rest = f" ({more:,} more are not shown)" if more > 0 else ""
        click.echo(f"nothing is written: {counted(len(taken.faults), noun)} to mend{rest}", err=True)


def take_back_record(file: Path, records: tuple[str, ...], asked: EditAsked) -> int:
    """Take what somebody else changed in a copy of a record into it, field by field; return the exit code."""
    if len(records) != 1:
        raise click.UsageError("a changed copy is taken into one record: name it behind the copy")
    if asked.base is None:
        raise click.UsageError("a changed copy needs --base OLD: the record as it was before either was changed")
    opened = [open_record(each) for each in (asked.base, str(file), records[0])]
    for one in opened:
        if one.agreement is None:
            return refuse_record(one, asked.color)
    old, theirs, ours = (one.agreement for one in opened)
    assert old is not None
    assert theirs is not None
    assert ours is not None
    _refuse_others((old, theirs), ours)
    return _proposed(merge_records(old, theirs, ours), opened[2], asked, "place")


def _refuse_others(records: Iterable[Agreement], ours: Agreement) -> None:
    for each in records:
        if each.id != ours.id:
            raise click.ClickException(f"{each.id!r} and {ours.id!r} are two records, and not two copies of one")
