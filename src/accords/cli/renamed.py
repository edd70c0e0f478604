"""Commands that have another name now: each says the new command line, spelt out, and carries it out."""

from __future__ import annotations

import shlex

import click

from accords.prose import printable

__all__ = ["carry_out", "command"]


def carry_out(context: click.Context, old: str, verb: str, *words: str) -> int:
    """Say by which command line ``old`` is called now, and run that; return its exit code."""
    click.echo(f"{old} now: {printable(shlex.join(['accords', verb, *words]))}", err=True)
    group = context.find_root().command
    assert isinstance(group, click.Group)
    new = group.get_command(context, verb)
    assert new is not None
    with new.make_context(verb, list(words), parent=context.parent) as own:
        code: int = new.invoke(own)
    return code


@click.command("graph", hidden=True, add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(context: click.Context, *, words: tuple[str, ...]) -> int:
    """``accords graph`` is ``accords export`` now."""
    named = any(each.startswith(("--format", "-o", "--output")) for each in words)
    form = () if named else ("--format", "mermaid")
    return carry_out(context, "graph is a part of export", "export", *words, *form)
