"""``accords validate``: everything that is wrong with the records that are named."""

from __future__ import annotations

import os
from pathlib import Path

import click

from accords.cli.options import color_option, examine_argument, output_option, wants_color, write_output
from accords.corpus import SUFFIX, find_records
from accords.diagnostics import Report, diagnose
from accords.reading import Limits
from accords.report import render_concise, render_full, render_json, render_summary
from accords.validate import Examination

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

    PATHS are files, folders (searched for *.accord.json), patterns, or - for standard input.

    Exit code 0 where there is no error, 1 where there is one, 2 where something cannot be read.
    """
    colored = output is None and wants_color(color)
    limits = Limits(max_bytes=max_bytes, max_depth=max_depth)
    parts: list[str] = []
    reports: list[Report] = []
    for name in paths:
        for path in ["-"] if name == "-" else find_records([name]):
            examination = _examine(path, limits)
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


def _examine(path: Path | str, limits: Limits) -> Examination:
    if path != "-" and os.path.isdir(path):
        reason = f"holds no record: no file in it ends in {SUFFIX}"
        if not os.access(path, os.R_OK | os.X_OK):
            reason = "cannot be looked into: that is not permitted"
        nothing = diagnose("ACC012", f"{path} {reason}", file=str(path))
        return Examination(report=Report(file=str(path), diagnostics=(nothing,), stages=("read",)))
    return examine_argument(path, limits)
