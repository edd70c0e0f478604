"""Findings a line each, as editors and terminals can follow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.diagnostics import Report
from accords.prose import printable
from accords.validate import Examination
from accords.validate.report.paint import meant, paint, place_of
from accords.validate.report.summary import Tally, left_out, not_shown, rationed, render_closing
from accords.validate.report.view import View

__all__ = ["concise", "render_concise"]


def concise(examinations: Iterable[Examination], view: View) -> Iterator[str]:
    """The format ``concise``: a line for each finding, and a summary."""
    tally = Tally()
    for ration in rationed(examinations):
        each = ration.examination
        if each is None:
            yield not_shown(ration.file, ration.left)
            continue
        tally = tally.plus(each)
        yield render_concise(ration.report, color=view.color, most=0)
        if view.show_waived:
            yield from (
                f"{place_of(one.finding)}: waived {one.finding.code} {one.finding.name}: {printable(one.reason)}\n"
                for one in each.report.waived
            )
    yield render_closing(tally, view)


def render_concise(report: Report, *, color: bool = False, most: int = 20) -> str:
    """Write the findings of ``report`` a line each: place, code, message, suggestion."""
    rows: list[str] = []
    for found in report.diagnostics[: most or None]:
        code = paint(found.code, found, color=color)
        advice = f"; did you mean {meant(found)}?" if found.suggestion else ""
        mark = " [*]" if found.fix else ""
        rows.append(f"{place_of(found)}: {code} {found.name}: {printable(found.message)}{advice}{mark}\n")
    return "".join(rows) + left_out(report, most)
