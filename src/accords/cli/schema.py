"""``accords schema``: the JSON Schema of the format."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.options import output_option
from accords.cli.writing_to import write_answer
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, CHECKLIST, CODERS, DIFF, schema_text

__all__ = ["command"]


@click.command("schema")
@click.option("--types", is_flag=True, help="The twin for code generators, with oneOf in place of if/then.")
@click.option("--checklist", is_flag=True, help="The schema of `accords checklist --format json`.")
@click.option("--diff", is_flag=True, help="The schema of `accords diff --format json`.")
@click.option("--coders", is_flag=True, help="The schema of `accords diff --coders --format json`.")
@output_option
def command(*, types: bool, checklist: bool, diff: bool, coders: bool, output: Path | None) -> int:
    """Print the JSON Schema (2020-12) of the format, or of what is written as JSON."""
    choices = ((AGREEMENT_TYPES, types), (CHECKLIST, checklist), (DIFF, diff), (CODERS, coders))
    asked = [name for name, given in choices if given]
    if len(asked) > 1:
        raise click.UsageError("--types, --checklist, --diff and --coders are different schemas; ask for one")
    write_answer(schema_text(asked[0] if asked else AGREEMENT), output)
    return 0
