"""``accords validate``: everything that is wrong with the records that are named."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.options import color_option, output_option, standard_input, wants_color, write_output
from accords.corpus import read_records
from accords.diagnostics import Report
from accords.reading import Limits
from accords.report import render_concise, render_full, render_json, render_summary

__all__ = ["command"]


@click.command("validate")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    help="How to print findings: with excerpts, a line each, or as JSON.",
)
@output_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no summary.")
@color_option
@click.option(
    "--max-bytes", type=click.IntRange(1), default=Limits().max_bytes, show_default=True, help="Largest file."
)
@click.option(
    "--max-depth",
    type=click.IntRange(1),
    default=Limits().max_depth,
    show_default=True,
    help="Deepest nesting.",
)
def command(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    quiet: bool,
    color: str,
    max_bytes: int,
    max_depth: int,
) -> int:
    """Say everything that is wrong with records.

    PATHS are files, folders (searched for *.accord.json), patterns, or - for standard input. A file that ends in
    .jsonl or .jsonl.gz holds a record on each line.

    Exit code 0 where there is no error, 1 where there is one, 2 where something cannot be read.
    """
    colored = output is None and wants_color(color)
    limits = Limits(max_bytes=max_bytes, max_depth=max_depth)
    parts: list[str] = []
    reports: list[Report] = []
    for examination in read_records(paths, limits=limits, stdin=standard_input(paths)):
        reports.append(examination.report)
        if form == "full" and examination.report.diagnostics:
            parts.append(render_full(examination.report, examination.text, color=colored) + "\n")
        elif form == "concise":
            parts.append(render_concise(examination.report, color=colored))
    if form == "json":
        parts = [render_json(reports)]
    elif not quiet:
        parts.append(render_summary(reports, color=colored))
    write_output("".join(parts), output)
    if any(found.code == "ACC012" for report in reports for found in report.diagnostics):
        return 2
    return 0 if all(report.ok for report in reports) else 1
