"""``accords rule``: what a finding means, or a list of all of them."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import click

from accords.cli.completion import complete_code
from accords.cli.options import output_option
from accords.cli.writing_to import write_answer
from accords.rules import RULES
from accords.rules.pages import list_rules, page
from accords.suggest import nearest

__all__ = ["command"]


@click.command("rule")
@click.argument("code", required=False, shell_complete=complete_code)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text, or JSON.")
@output_option
def command(code: str | None, form: str, output: Path | None) -> int:
    """Explain the finding CODE (or its name); without CODE, list them all."""
    if code is None:
        rules = list(RULES.values())
        text = list_rules() if form == "text" else json.dumps([attrs.asdict(rule) for rule in rules], indent=2) + "\n"
        write_answer(text, output)
        return 0
    by_name = {rule.name: rule for rule in RULES.values()}
    by_code = {code.lower(): rule for code, rule in RULES.items()}
    rule = by_code.get(code.lower()) or by_name.get(code.lower())
    if rule is None:
        meant = nearest(code, by_code) or nearest(code, by_name)
        hint = (
            f"did you mean {meant.upper() if meant in by_code else meant}?"
            if meant
            else "`accords rule` lists them all"
        )
        raise click.UsageError(f"no rule is called {code!r}; {hint}")
    write_answer(page(rule) if form == "text" else json.dumps(attrs.asdict(rule), indent=2) + "\n", output)
    return 0
