"""The tables of ``accords export``: a folder of them, and the answer to a question about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from attrs import frozen

from accords.cli.giving_out.answers import ANSWERS, form_of_answer
from accords.cli.options import means_today, standard_input, today_in, watched, write_output
from accords.corpus import ProcessEndedError, pieces
from accords.corpus.asking import answered
from accords.corpus.database import MissingExtraError, QuestionError
from accords.corpus.table_files import ForeignFolderError, TableTally, days_asked, write_tables
from accords.corpus.tabulating import Tabulated, tabulate
from accords.prose import counted, listed, printable

__all__ = ["ANSWERS", "TablesAsked", "answer", "write_folder"]


@frozen(kw_only=True)
class TablesAsked:
    """What is asked of the tables of records, as it stands on the command line."""

    paths: tuple[str, ...]
    output: Path | None
    form: str
    as_of: tuple[str, ...]
    known_by: str | None
    jobs: int
    quiet: bool

    def days(self) -> tuple[tuple[str, ...], str | None]:
        """The days of statuses and the day of knowledge; ``today`` is that of UTC, for every record the same."""
        given = [day.strip() for part in self.as_of for day in part.split(",") if day.strip()]
        today = today_in("UTC")
        days = [today if means_today(day) else day for day in given]
        known = today if means_today(self.known_by) else self.known_by
        try:
            return days_asked(days, known)
        except ValueError as error:
            raise click.UsageError(str(error)) from error


def write_folder(asked: TablesAsked) -> int:
    """Write the tables into the folder that is asked for, and return the exit code."""
    if asked.output is None:
        raise click.UsageError(f"{asked.form} is a folder of tables: name one with -o FOLDER")
    days, _ = asked.days()
    with _tabulated(asked) as tabulated, _told(asked):
        tally = write_tables(tabulated, asked.output, asked.form, days)
    if not asked.quiet:
        total = sum(tally.rows.values())
        click.echo(
            f"{counted(total, 'row')} in {counted(sum(1 for count in tally.rows.values() if count), 'table')}, of "
            f"{counted(tally.records, 'record')}, into {printable(str(asked.output))}",
            err=True,
        )
    return _remarked(tally, quiet=asked.quiet)


def answer(asked: TablesAsked, question: str) -> int:
    """Write the answer to a question, and return the exit code."""
    form = form_of_answer(asked.form or None, asked.output)
    with _tabulated(asked) as tabulated, _told(asked), answered(tabulated, question) as (given, tally):
        parts = ANSWERS[form](given.columns, given.rows)
        if asked.output is not None:
            write_output("".join(parts), asked.output)
        else:
            for part in parts:
                write_output(part, None)
    return _remarked(tally, quiet=asked.quiet)


@contextmanager
def _tabulated(asked: TablesAsked) -> Iterator[Iterator[Tabulated]]:
    days, known = asked.days()
    found = tabulate(pieces(asked.paths, stdin=standard_input(asked.paths)), days, known, asked.jobs)
    with watched(found, "record", quiet=asked.quiet) as seen:
        yield iter(seen)


@contextmanager
def _told(asked: TablesAsked) -> Iterator[None]:
    """What can go wrong, told in one line."""
    try:
        yield
    except QuestionError as error:
        raise click.UsageError("\n".join(map(printable, str(error).splitlines()))) from error
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error
    except ForeignFolderError as error:
        raise click.UsageError(f"-o {printable(str(asked.output))}: {error}") from error
    except ProcessEndedError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{printable(str(error.filename or asked.output))}: {error.strerror}") from error


def _remarked(tally: TableTally, *, quiet: bool) -> int:
    """Say on standard error what the tables do not have, and return the exit code."""
    left_out = {
        "that cannot be read": tally.unread,
        "with errors": tally.faulty,
        "with the id of one before": tally.again,
    }
    said = [f"{count:,} {why}" for why, count in left_out.items() if count]
    if said and not quiet:
        total = sum(left_out.values())
        click.echo(
            f"{counted(total, 'record')} left out: {listed(said, 'and')}; `findings` and `records` say which", err=True
        )
    for column, count in sorted(tally.too_large.items()):
        if not quiet:
            click.echo(f"{counted(count, 'number')} in {column} too large for a database; empty outside CSV", err=True)
    return 2 if tally.unread else 1 if tally.faulty or tally.again else 0
