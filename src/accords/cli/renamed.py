"""Commands that have another name now: each says the new command line, spelt out, and does nothing else."""

from __future__ import annotations

import shlex

import click

from accords.prose import printable

__all__ = ["command", "spelt_out"]


def spelt_out(*words: str) -> str:
    """A command line of accords, as a shell takes it."""
    return printable(shlex.join(["accords", *words]))


@click.command("graph", hidden=True, add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def command(*, words: tuple[str, ...]) -> int:
    """``accords graph`` is ``accords export`` now."""
    named = any(each.startswith(("--format", "-o", "--output")) for each in words)
    raise click.ClickException(
        f"graph is a part of export now: {spelt_out('export', *words, *(() if named else ('--format', 'mermaid')))}"
    )
