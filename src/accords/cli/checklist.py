"""``accords checklist``: who is to do what, by when and under which conditions."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from accords.checklist import Checklist, checklist
from accords.cli.options import color_option, examine_argument, output_option, wants_color, write_output
from accords.render.markdown import render_markdown
from accords.render.rows_json import render_json
from accords.render.terminal import render_terminal
from accords.report import render_full

__all__ = ["command"]

_WIDTH = 80


@click.command("checklist")
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "json"]),
    default="terminal",
    help="For the terminal, as Markdown, or as JSON.",
)
@output_option
@click.option(
    "--house-style",
    metavar="STYLE",
    help="Whose notes on names to print, as in EU; by default each name's first.",
)
@click.option(
    "--width",
    type=click.IntRange(40, 1000),
    help="Columns for the terminal format; by default those there are.",
)
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the checklist.")
def command(
    *,
    file: str,
    form: str,
    output: Path | None,
    house_style: str | None,
    width: int | None,
    color: str,
    quiet: bool,
) -> int:
    """Print who is to do what, by when and under which conditions.

    FILE is a record, or - for standard input. Duties without a date are listed like all others.

    Exit code 0, 1 where the record has errors, 2 where it cannot be read.
    """
    examination = examine_argument(file)
    report = examination.report
    if examination.agreement is None:
        findings = render_full(report, examination.text, color=wants_color(color, sys.stderr))
        click.echo(findings, err=True, color=True)
        return 2 if any(found.code == "ACC012" for found in report.diagnostics) else 1
    rows = checklist(examination.agreement, house_style=house_style)
    if rows.notes and not rows.house_style_found and not quiet:
        click.echo(f"no name in the record has a note in the style {house_style!r}; each has its first one", err=True)
    write_output(_rendered(rows, form, output, width, color), output)
    return 0


def _rendered(rows: Checklist, form: str, output: Path | None, width: int | None, color: str) -> str:
    if form == "markdown":
        return render_markdown(rows)
    if form == "json":
        return render_json(rows)
    on_terminal = output is None and bool(sys.stdout) and sys.stdout.isatty()
    columns = width or (shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH)
    return render_terminal(rows, width=columns, color=wants_color(color) if output is None else color == "always")
