"""Edits of a record on the command line: shown as a difference, written with --write or a yes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import evolve, frozen

from accords.cli.options import standard_input, wants_color, write_output
from accords.cli.several import refuse_faulty
from accords.codec.reading import Limits, read_file
from accords.corpus import named_here
from accords.diagnostics import Diagnostic, Report
from accords.editing import ChangedMeanwhileError, Revision, write_revision
from accords.model.agreement import Agreement
from accords.prose import printable
from accords.render.diff import render_diff
from accords.validate import Examination, examine
from accords.validate.report import render_full

__all__ = ["EditAsked", "Opened", "at_terminal", "open_record", "propose", "refuse_record", "write_option"]

_WIDTH = 80
_Command = TypeVar("_Command", bound=Callable[..., Any])


def write_option(command: _Command) -> _Command:
    """``--write``."""
    return click.option("--write", is_flag=True, help="Write the record, without asking.")(command)


@frozen(kw_only=True)
class EditAsked:
    """How an edit is to be shown and whether it is to be written, and what single formats ask for."""

    write: bool
    output: Path | None
    color: str
    quiet: bool
    as_of: str | None = None
    assessor: str | None = None
    map: str | None = None
    base: str | None = None
    again: bool = False


@frozen
class Opened:
    """A record that is to be edited: its name on the command line, its bytes, and what is to be said of it."""

    name: str
    raw: bytes
    examination: Examination

    @property
    def agreement(self) -> Agreement | None:
        """The record, None where it has errors."""
        return self.examination.agreement


def open_record(name: str) -> Opened:
    """Read the record in the file ``name``, or in standard input where it is ``-``.

    Of a file ``NAME.accord.json`` that stands here, ``NAME`` is enough.
    """
    name = name if name == "-" else str(named_here(name))
    stdin = standard_input((name,))
    if stdin is not None:
        raw = stdin.read(Limits().max_bytes + 1)
        return Opened(name, raw, examine(raw, file="<stdin>"))
    found = read_file(name)
    if isinstance(found, bytes):
        return Opened(name, found, examine(found, file=name))
    return Opened(name, b"", Examination(report=Report(file=name, diagnostics=(found,), stages=("read",))))


def refuse_record(opened: Opened, color: str) -> int:
    """Print what is wrong with a record that cannot be edited, and return the exit code."""
    return refuse_faulty(opened.examination, color)


def propose(
    revision: Revision,
    opened: Opened,
    asked: EditAsked,
    remarks: Iterable[str] = (),
    told: Callable[[Diagnostic], Diagnostic] | None = None,
) -> int:
    """Show what ``revision`` changes, write it if that is asked or answered, and return the exit code.

    ``remarks`` are told before that is decided. ``told`` says a finding in the words of
    what was taken in. The code is 1 where the edit would leave an error in the record, so
    that nothing is written.
    """
    if opened.name == "-" and asked.write:
        raise click.UsageError("standard input cannot be written; name the record's file")
    if revision.same:
        _say("nothing changes", asked)
        return 0
    if revision.difference is not None:
        write_output(render_diff(revision.difference, width=_width(asked)), asked.output)
    if revision.found:
        found = tuple(evolve(told(one) if told else one, file=opened.name) for one in revision.found)
        shown = Report(file=opened.name, diagnostics=found, stages=revision.report.stages)
        text = revision.new.decode().removeprefix("\ufeff")
        click.echo(render_full(shown, text, color=wants_color(asked.color, sys.stderr)), err=True, color=True)
    if not revision.ok:
        click.echo(f"nothing is written: {_named(opened)} would have an error", err=True)
        return 1
    for remark in remarks:
        _say(remark, asked)
    if asked.write or _agreed(opened):
        _write(revision, opened)
        _say(f"written to {_named(opened)}", asked)
    else:
        _say("not written; --write does that", asked)
    return 0


def _agreed(opened: Opened) -> bool:
    """Whether somebody who sits at a terminal says yes."""
    return opened.name != "-" and at_terminal() and click.confirm(f"Write this to {_named(opened)}?", err=True)


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def _write(revision: Revision, opened: Opened) -> None:
    try:
        write_revision(opened.name, revision)
    except ChangedMeanwhileError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{_named(opened)} cannot be written: {error.strerror}") from error


def _named(opened: Opened) -> str:
    return printable(opened.name)


def _say(remark: str, asked: EditAsked) -> None:
    if not asked.quiet:
        click.echo(remark, err=True)


def _width(asked: EditAsked) -> int:
    on_terminal = asked.output is None and bool(sys.stdout) and sys.stdout.isatty()
    return shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH
