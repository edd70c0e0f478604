"""Findings for people: in full, with an excerpt of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.codec.reading import Lines, split_lines
from accords.diagnostics import Diagnostic, Report, Waived
from accords.prose import printable
from accords.validate import Examination
from accords.validate.report.excerpt import excerpt
from accords.validate.report.paint import dim, meant, paint, place_of
from accords.validate.report.summary import Tally, left_out, not_shown, rationed, render_closing
from accords.validate.report.view import View

__all__ = ["MOST", "full", "render_each", "render_full"]

MOST = 20
"""So many findings of a record are printed; all are counted."""


def full(examinations: Iterable[Examination], view: View) -> Iterator[str]:
    """The format ``full``: a block for each finding, and a summary."""
    tally = Tally()
    for ration in rationed(examinations):
        each = ration.examination
        if each is None:
            yield not_shown(ration.file, ration.left) + "\n"
            continue
        tally = tally.plus(each)
        text = render_full(ration.report, each.text, color=view.color, most=0)
        waived = _waived_blocks(each, color=view.color) if view.show_waived else ""
        if blocks := "\n".join(part for part in (text, waived) if part):
            yield blocks + "\n"
    yield render_closing(tally, view)


def render_full(report: Report, text: str | None = None, *, color: bool = False, most: int = MOST) -> str:
    """Write the findings of ``report`` with excerpts from ``text``, the record they are about.

    Args:
        report: what was found.
        text: the text of the record, from which lines are shown; None shows none.
        color: whether to colour for a terminal.
        most: how many findings to print at most, 0 for all; the rest are counted.

    Text from the record is data: what could steer a terminal is written as ``\\u....``.
    """
    return "\n".join(render_each(report, text, color=color, most=most)) + left_out(report, most)


def render_each(report: Report, text: str | None, *, color: bool = False, most: int = 0) -> list[str]:
    """The same, a text for each finding."""
    lines = split_lines(text) if text is not None else None
    shown = report.diagnostics[: most or None]
    return ["\n".join(_block(found, lines, report.first_line, color=color)) + "\n" for found in shown]


def _block(found: Diagnostic, lines: Lines | None, first_line: int, *, color: bool) -> Iterator[str]:
    yield f"{paint(f'{found.severity}[{found.code}]', found, color=color)} {found.name}: {printable(found.message)}"
    pointer = f"   {printable(found.pointer)}" if found.pointer else ""
    yield f"  {dim('-->', color=color)} {place_of(found)}{pointer}"
    if lines is not None and found.line:
        yield from excerpt(found, lines.line(found.line - first_line + 1), color=color)
    elif found.suggestion:
        yield f"   = did you mean {meant(found)}?"
    for note in _notes(found):
        yield from _wrapped(f"   = {printable(note)}")


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


def _waived_blocks(examination: Examination, *, color: bool) -> str:
    return "\n".join("\n".join(_waived(one, color=color)) + "\n" for one in examination.report.waived)


def _waived(one: Waived, *, color: bool) -> Iterator[str]:
    found = one.finding
    yield f"{dim(f'waived[{found.code}]', color=color)} {found.name}: {printable(found.message)}"
    yield f"  {dim('-->', color=color)} {place_of(found)}   {printable(found.pointer)}"
    by = f" by {one.waived_by}" if one.waived_by else ""
    yield from _wrapped(f"   = waived{printable(by)}: {printable(one.reason)}")


def _wrapped(text: str) -> list[str]:
    from textwrap import wrap  # noqa: PLC0415 - most runs find nothing

    return wrap(text, width=100, subsequent_indent="     ", break_long_words=False, break_on_hyphens=False)
