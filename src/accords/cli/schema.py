"""``accords schema``: the JSON Schema of the format."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.options import output_option, write_output
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, schema_text

__all__ = ["command"]


@click.command("schema")
@click.option("--types", is_flag=True, help="The twin for code generators, with oneOf in place of if/then.")
@output_option
def command(types: bool, output: Path | None) -> int:
    """Print the JSON Schema (2020-12) of the format."""
    write_output(schema_text(AGREEMENT_TYPES if types else AGREEMENT), output)
    return 0
