"""The line at fault with carets under the fault, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from accords.diagnostics import Diagnostic
from accords.validate.report.paint import dim, meant, paint

__all__ = ["excerpt"]

_WIDEST = 100
_BEFORE = 40


def excerpt(found: Diagnostic, line: str, *, color: bool) -> Iterator[str]:
    """The line at fault, cut around the fault where it is long, with carets and what was meant under it."""
    column = (found.column or 1) - 1
    start = max(0, column - _BEFORE) if len(line) > _WIDEST else 0
    cut = line[start : start + _WIDEST]
    lead = "…" if start else ""
    shown = lead + _one_cell(cut) + ("…" if start + _WIDEST < len(line) else "")
    before = _cells(lead + _one_cell(line[start:column]))
    carets = max(1, _cells(_one_cell(cut[column - start : column - start + found.length])))
    advice = f" did you mean {meant(found)}?" if found.suggestion else ""
    advice += " [*]" if found.fix else ""
    number = str(found.line)
    pad = " " * len(number)
    bar = dim("|", color=color)
    yield f"{pad} {bar}"
    yield f"{number} {bar} {shown}"
    yield f"{pad} {bar} {' ' * before}{paint('^' * carets + advice, found, color=color)}"


def _one_cell(text: str) -> str:
    """``text`` with everything that cannot be printed as one cell each, so that carets stay under it."""
    return "".join(one if one.isprintable() else (" " if one == "\t" else "\N{REPLACEMENT CHARACTER}") for one in text)


def _cells(text: str) -> int:
    """How many cells of a terminal ``text``, of which all can be printed, takes up."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - most runs show no line that needs it

    return cell_len(text)
