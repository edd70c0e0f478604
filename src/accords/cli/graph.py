"""``accords graph``: what hangs on what, as a picture or as text for programs that draw."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accords.cli.examining import examine_argument
from accords.cli.options import color_option, output_option, wants_color, write_output
from accords.render.pictures.graph import graph_of
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_dot, render_mermaid
from accords.report import render_full

__all__ = ["command"]

_FORMATS = {"mermaid": render_mermaid, "dot": render_dot, "svg": render_svg}


@click.command("graph")
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="mermaid",
    help="As a Mermaid flowchart, in DOT for Graphviz, or as an SVG picture.",
)
@output_option
@color_option
def command(*, file: str, form: str, output: Path | None, color: str) -> int:
    """Draw which undertakings hang on which conditions, events and other undertakings, and who bears them.

    FILE is a record, or - for standard input. The picture needs no other program.

    Exit code 0, 1 where the record has errors, 2 where it cannot be read.
    """
    examination = examine_argument(file)
    report = examination.report
    if examination.agreement is None:
        findings = render_full(report, examination.text, color=wants_color(color, sys.stderr))
        click.echo(findings, err=True, color=True)
        return 2 if any(found.code == "ACC012" for found in report.diagnostics) else 1
    write_output(_FORMATS[form](graph_of(examination.agreement)), output)
    return 0
