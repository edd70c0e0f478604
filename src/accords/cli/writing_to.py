"""Where an output goes, and in which format: never onto what is read or worked in, and as its ending says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from accords.cli.options import write_output
from accords.corpus import find_records
from accords.prose import listed, printable

__all__ = ["force_option", "form_for", "refuse_overwriting", "refuse_replacing", "tell_written", "write_answer"]

_OF_TEXT = ("", ".txt", ".text", ".log", ".out")
"""Endings that promise nothing but text."""
_WORK = (".accord.json", ".accord.jsonl", ".accord.jsonl.gz", ".xlsx", ".zip")
"""Endings of what people work in, which no report takes the place of."""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def force_option(command: _Command) -> _Command:
    """``--force``."""
    return click.option("--force", is_flag=True, help="With -o: replace a file that is there already.")(command)


def refuse_replacing(output: Path | None, *, force: bool, instead: str = "") -> None:
    """Raise click.UsageError where ``output`` is there: for what people go on working in, and may have worked in.

    ``instead`` is the command line that keeps what is in it.
    """
    if output is not None and output.is_file() and not force:
        advice = f"; to take what is new into it: {printable(instead)}" if instead else ""
        raise click.UsageError(f"{printable(str(output))} is there already; --force replaces it{advice}")


def tell_written(output: Path | None, *, quiet: bool) -> None:
    """Say on standard error where an output went."""
    if output is not None and not quiet:
        click.echo(f"written to {printable(str(output))}", err=True)


def refuse_overwriting(
    output: Path | None, inputs: Iterable[str | Path | None], *, force: bool | None = None, instead: str = ""
) -> None:
    """Raise click.UsageError where ``output`` is one of the files that ``inputs`` stand for, a record, or a workbook.

    ``force`` allows the latter two; it is None where the verb has no such option. ``instead`` is another command line.
    """
    if output is None or not output.is_file():
        return
    for name in inputs:
        if name is None:
            continue
        if _is_standard_input(output) if str(name) == "-" else any(_is_same(each, output) for each in _files(name)):
            raise click.UsageError(f"-o {printable(str(output))} would replace what is read; name another file")
    if output.name.lower().endswith(_WORK):
        if force is None:
            raise click.UsageError(f"-o {printable(str(output))} would replace a record or workbook; name another file")
        refuse_replacing(output, force=force, instead=instead)


def write_answer(text: str, output: Path | None) -> None:
    """Write what no file was read for; it replaces no record and no workbook."""
    refuse_overwriting(output, [])
    write_output(text, output)


def _files(name: str | Path) -> Iterable[Path]:
    return find_records([str(name)])


def _is_standard_input(output: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(sys.stdin.fileno()), output.stat())
    except (OSError, ValueError, AttributeError):  # closed, absent, or none of the system's
        return False


def _is_same(path: Path, output: Path) -> bool:
    try:
        return os.path.samefile(path, output)
    except OSError:
        return False


def form_for(given: str | None, output: Path | None, endings: Mapping[str, str], default: str) -> str:
    """The format to write: the one that is ``given``, else the one that goes with the ending of ``output``.

    Raises click.UsageError where the ending promises something that is not written here.
    """
    if given is not None:
        return given
    if output is None:
        return default
    ending = output.suffix.lower()
    if ending in endings:
        return endings[ending]
    if ending in _OF_TEXT or not _is_plain(output):
        return default
    known = listed(sorted(endings), "or")
    raise click.UsageError(
        f"no format goes with the ending of {printable(output.name)}: end it in {known}, or say which with --format"
    )


def _is_plain(output: Path) -> bool:
    """Whether it is a file, or will be one: a pipe or a device may be called whatever it likes."""
    return not output.exists() or output.is_file()
