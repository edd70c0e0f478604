"""Statuses for the terminal and as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accords.model.agreement import Agreement
from accords.render.checklist.markdown import escaped
from accords.render.proof_text import proof_text
from accords.render.safe import clean
from accords.render.status_rows import (
    Titles,
    actor_names,
    change_line,
    heading_lines,
    instance_lines,
    instance_title,
    name_notes,
    roll_up_lines,
    shape_of,
    shown,
)
from accords.standing.history import Change
from accords.standing.report import StatusReport
from accords.words import counted, say

__all__ = [
    "render_changes",
    "render_changes_markdown",
    "render_proofs",
    "render_status",
    "render_status_markdown",
]


_LONG = 10_000


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    # The library takes long words apart one line at a time, copying the rest: cut them before.
    text = re.sub(rf"(\S{{{width - len(rest)}}})(?=\S)", r"\1 ", clean(text)) if len(text) > _LONG else clean(text)
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _notes(record: Agreement, width: int) -> list[str]:
    return [line for note in name_notes(record) for line in ("", _wrapped(note, width, "", "  "))]


def render_status(report: StatusReport, record: Agreement, *, width: int = 80, today: bool = False) -> str:
    """Write ``report`` for a terminal of ``width`` columns; ``today``: say that its day is today.

    Control characters of the record are taken out.
    """
    lines = [_wrapped(record.title, width), *(_wrapped(line, width) for line in heading_lines(report, today)), ""]
    titles = Titles.of(record)
    for roll_up, every, instances in shown(report):
        if roll_up is not None:
            title, *counts = roll_up_lines(roll_up, every, titles)
            lines.append(_wrapped(title, width, "↻ ", "  "))
            lines += [_wrapped(line, width, "    ", "    ") for line in counts]
        for found in instances:
            lines.append(_wrapped(instance_title(found, titles), width, f"{shape_of(found)} ", "  "))
            lines += [_wrapped(line, width, "    ", "    ") for line in instance_lines(found, titles.names)]
        if left_out := len(every) - len(instances):
            lines.append("  " + counted("status.turns_left_out", left_out))
    lines += ["", *(_wrapped(say("status.assumed_of_all", words=assumed), width) for assumed in report.assumptions)]
    lines += _notes(record, width)
    return "\n".join(lines).rstrip("\n") + "\n"


def render_status_markdown(report: StatusReport, record: Agreement, *, today: bool = False) -> str:
    """Write ``report`` as GitHub-flavoured Markdown; ``today``: say that its day is today.

    Everything from the record is escaped.
    """
    lines = [f"# {escaped(record.title)}", ""]
    lines += [f"- {escaped(line)}" for line in heading_lines(report, today)]
    lines.append("")
    titles = Titles.of(record)
    for roll_up, every, instances in shown(report):
        if roll_up is not None:
            title, *counts = roll_up_lines(roll_up, every, titles)
            lines.append(f"- ↻ {escaped(title)}")
            lines += [f"  - {escaped(line)}" for line in counts]
        for found in instances:
            status, *more = instance_lines(found, titles.names)
            lines.append(f"- {shape_of(found)} {escaped(instance_title(found, titles))}: **{escaped(status)}**")
            lines += [f"  - {escaped(line)}" for line in more]
        if left_out := len(every) - len(instances):
            lines.append("- " + counted("status.turns_left_out", left_out))
    lines += ["", *(say("status.assumed_of_all", words=escaped(assumed)) for assumed in report.assumptions)]
    lines += [line for note in name_notes(record) for line in ("", escaped(note))]
    return "\n".join(lines).rstrip("\n") + "\n"


def render_proofs(proofs: Iterable[Mapping[str, Any]], record: Agreement, *, width: int = 80) -> str:
    """Write proofs of ``record`` in plain words, with actors by their names."""
    names = actor_names(record)
    lines = [line for proof in proofs for line in _proof(proof, names, width)]
    return "\n".join([*lines, *_notes(record, width)]) + "\n"


def _proof(proof: Mapping[str, Any], names: Mapping[str, str], width: int) -> Iterator[str]:
    for line in proof_text(proof, names):
        indent = " " * (len(line) - len(line.lstrip()))
        yield _wrapped(line.strip(), width, indent, indent + "  ")


def render_changes(changes: Iterable[Change], record: Agreement, heading: str, *, width: int = 80) -> str:
    """Write the changes between two days under ``heading``, one to a paragraph."""
    titles = Titles.of(record)
    lines = [_wrapped(change_line(change, titles), width, "", "  ") for change in changes]
    if not lines:
        return say("status.unchanged") + "\n"
    return "\n".join([_wrapped(heading, width), "", *lines, *_notes(record, width)]) + "\n"


def render_changes_markdown(changes: Iterable[Change], record: Agreement, heading: str) -> str:
    """Write the changes between two days under ``heading``, as a Markdown list."""
    titles = Titles.of(record)
    lines = [f"- {escaped(change_line(change, titles))}" for change in changes]
    notes = [line for note in name_notes(record) for line in ("", escaped(note))]
    return "\n".join([escaped(heading), "", *lines, *notes] if lines else [say("status.unchanged")]) + "\n"
