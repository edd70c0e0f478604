"""``accords completion``: the script by which a shell completes what is typed."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from accords.cli.options import output_option
from accords.cli.writing_to import write_answer
from accords.rules import RULES

__all__ = ["command", "complete_code"]


def complete_code(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of rules that begin as typed, with their names."""
    typed = incomplete.upper()
    return [CompletionItem(code, help=rule.name) for code, rule in RULES.items() if code.startswith(typed)]


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@output_option
@click.pass_context
def command(context: click.Context, shell: str, output: Path | None) -> int:
    """Print the script by which SHELL completes verbs, options, words, rule codes and files.

    For bash: accords completion bash > ~/.local/share/bash-completion/completions/accords
    """
    kind = get_completion_class(shell)
    assert kind is not None
    write_answer(kind(context.find_root().command, {}, "accords", "_ACCORDS_COMPLETE").source() + "\n", output)
    return 0
