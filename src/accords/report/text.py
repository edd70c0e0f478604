"""Findings for people: in full with an excerpt of the record, or one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from click import style
from rich.cells import cell_len

from accords.diagnostics import Diagnostic, Report
from accords.reading import split_lines
from accords.rules import Severity
from accords.text import counted, printable

__all__ = ["MOST", "render_concise", "render_full", "render_summary"]

MOST = 20
"""So many findings of a record are printed; all are counted."""

_EXCERPT = 100
_BEFORE = 40
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render_full(report: Report, text: str | None = None, *, color: bool = False, most: int = MOST) -> str:
    """Write the findings of ``report`` with excerpts from ``text``, the record they are about.

    Args:
        report: what was found.
        text: the text of the record, from which lines are shown; None shows none.
        color: whether to colour for a terminal.
        most: how many findings to print at most; the rest are counted.

    Text from the record is data: what could steer a terminal is written as ``\\u....``.
    """
    lines = split_lines(text) if text is not None else None
    blocks: list[str] = []
    for found in report.diagnostics[:most]:
        block = [_head(found, color=color), _where(found, color=color)]
        if lines is not None and found.line:
            block += _excerpt(found, lines.line(found.line - report.first_line + 1), color=color)
        elif found.suggestion:
            block.append(f"   = did you mean {_meant(found)}?")
        block += [f"   = {printable(note)}" for note in _notes(found)]
        blocks.append("\n".join(block) + "\n")
    return "\n".join(blocks) + _left_out(report, most)


def render_concise(report: Report, *, color: bool = False, most: int = MOST) -> str:
    """Write the findings of ``report`` a line each: place, code, message, suggestion."""
    rows: list[str] = []
    for found in report.diagnostics[:most]:
        code = _paint(found.code, found, color=color)
        meant = f"; did you mean {_meant(found)}?" if found.suggestion else ""
        rows.append(f"{_place(found)}: {code} {found.name}: {printable(found.message)}{meant}\n")
    return "".join(rows) + _left_out(report, most)


def render_summary(reports: Iterable[Report], *, color: bool = False) -> str:
    """Say in one line how many findings there are in how many records."""
    records = errors = warnings = faulty = 0
    for report in reports:
        records += 1
        errors += len(report.errors)
        warnings += sum(found.severity is Severity.WARNING for found in report.diagnostics)
        faulty += bool(report.diagnostics)
    if not errors and not warnings:
        clean = f"No findings in {counted(records, 'record')}."
        return (style(clean, fg="green") if color else clean) + "\n"
    kinds = [counted(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    return f"Found {' and '.join(kinds)} in {faulty:,} of {counted(records, 'record')}.\n"


def _head(found: Diagnostic, *, color: bool) -> str:
    label = _paint(f"{found.severity}[{found.code}]", found, color=color)
    return f"{label} {found.name}: {printable(found.message)}"


def _where(found: Diagnostic, *, color: bool) -> str:
    pointer = f"   {printable(found.pointer)}" if found.pointer else ""
    return f"  {_dim('-->', color=color)} {_place(found)}{pointer}"


def _place(found: Diagnostic) -> str:
    file = printable(found.file or "record")
    return f"{file}:{found.line}:{found.column}" if found.line else file


def _excerpt(found: Diagnostic, line: str, *, color: bool) -> Iterator[str]:
    """The line at fault, cut around the fault where it is long, with carets under it."""
    column = (found.column or 1) - 1
    start = max(0, column - _BEFORE) if len(line) > _EXCERPT else 0
    cut = line[start : start + _EXCERPT]
    lead = "…" if start else ""
    shown = lead + _one_cell(cut) + ("…" if start + _EXCERPT < len(line) else "")
    before = cell_len(lead + _one_cell(line[start:column]))
    carets = max(1, cell_len(_one_cell(cut[column - start : column - start + found.length])))
    meant = f" did you mean {_meant(found)}?" if found.suggestion else ""
    number = str(found.line)
    pad = " " * len(number)
    bar = _dim("|", color=color)
    yield f"{pad} {bar}"
    yield f"{number} {bar} {shown}"
    yield f"{pad} {bar} {' ' * before}{_paint('^' * carets + meant, found, color=color)}"


def _one_cell(text: str) -> str:
    """``text`` with everything that cannot be printed as one cell each, so that carets stay under it."""
    return "".join(one if one.isprintable() else (" " if one == "\t" else "\N{REPLACEMENT CHARACTER}") for one in text)


def _notes(found: Diagnostic) -> Iterator[str]:
    if found.related:
        places = ", ".join(
            f"{place.label} ({place.line}:{place.column})" if place.line else place.label for place in found.related
        )
        yield f"{found.related_label}: {places}"
    if found.place:
        yield found.place
    yield from found.notes
    if found.help:
        yield f"help: {found.help}"


def _left_out(report: Report, most: int) -> str:
    left = len(report.diagnostics) - most
    return f"{printable(report.file or 'record')}: {counted(left, 'more finding')} not shown\n" if left > 0 else ""


def _meant(found: Diagnostic) -> str:
    quote = "`" if found.on_key else '"'
    return f"{quote}{found.suggestion}{quote}"


def _paint(text: str, found: Diagnostic, *, color: bool) -> str:
    return style(text, fg=_COLOURS[found.severity], bold=True) if color else text


def _dim(text: str, *, color: bool) -> str:
    return style(text, dim=True) if color else text
