"""Options that several verbs share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeVar

import click

from accords.prose import printable
from accords.writing import write_whole

__all__ = [
    "color_option",
    "day_in",
    "house_style_option",
    "means_today",
    "naming_options",
    "output_option",
    "standard_input",
    "today_in",
    "wants_color",
    "watched",
    "write_output",
]

_Thing = TypeVar("_Thing")
_Command = TypeVar("_Command", bound=Callable[..., Any])


def color_option(command: _Command) -> _Command:
    """``--color auto|always|never``."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour: on a terminal (auto, unless NO_COLOR is set), always, or never.",
    )(command)


def naming_options(command: _Command) -> _Command:
    """``--house-style``, ``--names-by`` and ``--title-language``."""
    command = click.option(
        "--title-language", metavar="TAG", help="Show titles in this language where the record has them so, as in sr."
    )(command)
    command = click.option(
        "--names-by", metavar="WHO", help="Show the names that these use where the record has them, as in EU."
    )(command)
    return house_style_option(command)


def house_style_option(command: _Command) -> _Command:
    """``--house-style STYLE``."""
    return click.option(
        "--house-style",
        metavar="STYLE",
        help="Whose notes on names to print, as in EU, UN or CoE; none leaves them out. By default each name's first.",
    )(command)


def output_option(command: _Command) -> _Command:
    """``-o FILE``."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write to this file, not to the terminal.",
    )(command)


def today_in(time_zone: str) -> str:
    """The day it is now in ``time_zone``, in ISO form: the one place where a clock is read."""
    if time_zone == "UTC":
        return datetime.now(UTC).date().isoformat()
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - most runs need none

    return datetime.now(ZoneInfo(time_zone)).date().isoformat()


def means_today(day: str | None) -> bool:
    """Whether ``day`` is the word for the day it is now, in capitals or not."""
    return day is not None and day.strip().lower() == "today"


def day_in(time_zone: str, day: str | None, *, quiet: bool) -> str | None:
    """``day`` as it is, but a date in place of the word ``today``, which is said on standard error."""
    if not means_today(day):
        return day
    today = today_in(time_zone)
    if not quiet:
        click.echo(f"as of today, {today}", err=True)
    return today


def wants_color(choice: str, stream: IO[str] | None = None) -> bool:
    """Whether to colour what goes to ``stream``, standard output by default."""
    if choice == "auto":
        stream = stream or sys.stdout
        # There is none where the process was started with it closed.
        return not os.environ.get("NO_COLOR") and bool(stream) and stream.isatty()
    return choice == "always"


def standard_input(names: Iterable[str]) -> BinaryIO | None:
    """Standard input as bytes, where ``names`` ask for it with ``-``."""
    if "-" not in names:
        return None
    if not sys.stdin:
        raise click.ClickException("standard input is closed")
    return sys.stdin.buffer


@contextmanager
def watched(things: Iterable[_Thing], noun: str, *, quiet: bool) -> Iterator[Iterable[_Thing]]:
    """``things`` as they are, counted on standard error while they are gone through, where that is a terminal."""
    if quiet or not sys.stderr or not sys.stderr.isatty():
        yield things
        return
    # Rich is slow to import, and most runs show no progress.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    columns = (SpinnerColumn("line"), TextColumn("{task.completed:,.0f} " + noun + "s"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress.track(things, total=None)


def write_output(text: str | bytes, output: Path | None) -> None:
    """Write ``text`` to standard output as UTF-8, or to ``output``, replacing the file whole or not at all.

    Bytes are written as they are, but never to a terminal.
    """
    if isinstance(text, str):
        # A name of a file may hold bytes that are no text; they are shown, and nothing fails for them.
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if output is None:
        if not sys.stdout:
            raise click.ClickException("standard output is closed")
        if isinstance(text, bytes) and sys.stdout.isatty():
            raise click.UsageError("this format is not for a terminal: name a file with -o")
        # Bytes, so that a terminal or pipe with another encoding gets what a file would.
        click.echo(text if isinstance(text, bytes) else text.encode("utf-8"), nl=False)
        return
    try:
        write_whole(output, text)
    except OSError as error:
        raise click.ClickException(f"{printable(str(output))} cannot be written: {error.strerror}") from error
