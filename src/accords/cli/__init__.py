"""The command ``accords``: one file for each verb. Words are parsed here; the work is done below."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from importlib import import_module
from typing import TextIO

import click

from accords.prose import printable
from accords.version import VERSION

__all__ = ["main", "run"]

_GROUPS = {
    "Write": {
        "new": "print a record to start from",
        "text": "keep the texts of sources, show and cite them",
        "draft": "make a record of what is read out of a text, held against it",
        "claim": "enter what somebody says about an event or a duty",
        "import": "take what was filled in elsewhere into its record",
    },
    "Check": {
        "validate": "say everything that is wrong with records",
        "verify": "check a record's citations against the texts they cite",
        "format": "lay records out in the canonical way",
        "rule": "explain a kind of finding, or list them all",
        "schema": "print the JSON Schema of the format",
    },
    "Read": {
        "checklist": "who must do what, by when, under which conditions",
        "status": "where each duty stands, as of a day, and why",
        "due": "what falls due, is newly overdue or contested, or is not spoken of",
        "diff": "what differs between two versions of a record, or two days of one",
    },
    "Share": {
        "export": "write records in the formats of other programs",
        "site": "make a static site of published records",
    },
    "Shell": {
        "completion": "print the script by which a shell completes commands",
    },
}
"""What each command is for, in groups, as ``--help`` has them."""

_VERBS = {verb: about for group in _GROUPS.values() for verb, about in group.items()}
_MODULES = {
    "draft": "texts.draft",
    "export": "exporting",
    "graph": "renamed",
    "import": "importing",
    "site": "giving_out.site",
    "text": "texts.text",
}
"""Verb → its module, where that is not called like the verb. Verbs of no group have another name now."""


class _Verbs(click.Group):
    """Imports a verb only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS and cmd_name not in _MODULES:
            return None
        command: click.Command = import_module(f"accords.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, _VERBS))
        for group, verbs in _GROUPS.items():
            with formatter.section(group):
                formatter.write_dl([(verb.ljust(width), about) for verb, about in verbs.items()])


@click.group(cls=_Verbs, context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="accords")
def accords() -> None:
    """Read, check and print structured diplomatic agreements.

    Exit codes: 0 no error, 1 errors in a record, 2 wrong usage or input that cannot be read.
    """


def main(arguments: list[str] | None = None) -> int:
    """Run the command with ``arguments`` (the process's own by default) and return its exit code."""
    try:
        code = _run_verb(arguments)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as `| head` does.
        _give_up(sys.stdout)
        return 1
    except OSError as error:
        # What the verbs do not tell better themselves. Where no file is named, it is a stream: a full disk behind it.
        what = str(error) if error.filename else f"standard output cannot be written: {error.strerror}"
        with contextlib.suppress(OSError):  # or there is nobody left to tell
            click.echo(f"Error: {printable(what)}", err=True)
        _give_up(sys.stdout)
        _give_up(sys.stderr)
        return 2
    return code


def _run_verb(arguments: list[str] | None) -> int:
    try:
        result = accords.main(args=arguments, prog_name="accords", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 128 + signal.SIGINT
    except RecursionError:
        click.echo("Error: things in the record hang on one another in a chain that is too long to follow", err=True)
        return 2
    return result if isinstance(result, int) else 0


def _give_up(stream: TextIO | None) -> None:
    """Point ``stream`` away if it takes no more: what it still holds would fail once more when Python ends."""
    if not stream:
        return
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


_MANY_OBJECTS = 50_000
"""After so many new ones Python looks for circles among objects; by itself it does after 700. Reading makes none."""


def run() -> None:
    """The console script."""
    gc.set_threshold(_MANY_OBJECTS)
    code = main()
    gc.freeze()  # or Python would look through all that was loaded once more, to end a moment later
    sys.exit(code)
