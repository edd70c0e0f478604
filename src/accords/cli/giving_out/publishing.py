"""Records as they may be published, of ``accords export --public``: all of them, or nothing is written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from attrs import frozen

from accords.cli.options import wants_color, watched, write_output
from accords.cli.several import Usable, one_of, refuse_faulty
from accords.cli.writing_to import refuse_overwriting
from accords.codec import dumps
from accords.compare.publishing import NotPublishableError, public_record
from accords.model.agreement import Agreement
from accords.prose import counted, printable
from accords.validate import Examination

__all__ = ["PublicAsked", "write_public"]


@frozen(kw_only=True)
class PublicAsked:
    """What is asked for, as it stands on the command line."""

    paths: tuple[str, ...]
    output: Path | None
    days: tuple[str, ...]
    color: str
    quiet: bool


def write_public(asked: PublicAsked) -> int:
    """Write the public record of each, and return the exit code."""
    one, every = one_of(asked.paths)
    folder = asked.output if asked.output is not None and (asked.output.is_dir() or one is None) else None
    if one is None and (folder is None or folder.is_file()):
        raise click.UsageError("several records are written into a folder: name one with -o FOLDER")
    if one is not None and one.agreement is None:
        return refuse_faulty(one, asked.color)
    usable = Usable(color=wants_color(asked.color, sys.stderr))
    public = _public(usable, every, asked)
    usable.tell()
    if usable.exit_code or public is None:
        click.echo("nothing is written", err=True)
        return usable.exit_code or 2
    files = {_target(folder, each): dumps(each) for each in public}
    for target in files:
        refuse_overwriting(target, asked.paths)
    for target, text in files.items():
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
        write_output(text, target if folder is not None else asked.output)
    if folder is not None and not asked.quiet:
        click.echo(f"{counted(len(files), 'record')} into {printable(str(folder))}", err=True)
    return 0


def _target(folder: Path | None, record: Agreement) -> Path | None:
    return folder / f"{record.id}.accord.json" if folder is not None else None


def _public(usable: Usable, every: Iterable[Examination], asked: PublicAsked) -> list[Agreement] | None:
    """The public records; None where one cannot be published, which is said."""
    found: list[Agreement] = []
    hindered = False
    with watched(every, "record", quiet=asked.quiet) as seen:
        for record in usable.records(seen):
            try:
                found.append(public_record(record, as_of=asked.days))
            except NotPublishableError as error:
                hindered = True
                click.echo(str(error), err=True)
    return None if hindered else found
