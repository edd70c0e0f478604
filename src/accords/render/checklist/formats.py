"""The formats of checklists, in one table: what each is called, how its files end, how it is written."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from accords.checklist import Checklist
from accords.model.agreement import Agreement
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.ics import render_ics
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.checklist.xlsx import render_xlsx
from accords.words import ENGLISH, Language

__all__ = ["FORMATS", "ChecklistFormat", "Look"]


@frozen(kw_only=True)
class Look:
    """How a list is to look; each format asks for what concerns it."""

    width: int = 80
    color: bool = False
    sign_off: bool = False
    as_todo: bool = False
    alarm_days: tuple[int, ...] = (7, 1)
    review_every: str | None = None
    language: Language = ENGLISH


@frozen
class ChecklistFormat:
    """A format: how it is written, the endings of its files, and the options of the command that it alone reads.

    What writes it takes the rows, their record where they are of one, and how they are to look.
    """

    write: Callable[[Checklist, Agreement | None, Look], str | bytes]
    endings: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


FORMATS: dict[str, ChecklistFormat] = {
    "terminal": ChecklistFormat(
        lambda rows, _, to: render_terminal(rows, width=to.width, color=to.color, language=to.language),
        options=("width",),
    ),
    "markdown": ChecklistFormat(
        lambda rows, _, to: render_markdown(rows, language=to.language),
        endings=(".md", ".markdown"),
    ),
    "html": ChecklistFormat(
        lambda rows, record, to: render_html(rows, record, sign_off=to.sign_off, language=to.language),
        endings=(".html", ".htm"),
        options=("sign_off",),
    ),
    "csv": ChecklistFormat(lambda rows, _, to: render_csv(rows, language=to.language), endings=(".csv",)),
    "xlsx": ChecklistFormat(lambda rows, _, to: render_xlsx(rows, language=to.language), endings=(".xlsx",)),
    "ics": ChecklistFormat(
        lambda rows, _, to: render_ics(
            rows,
            as_todo=to.as_todo,
            alarm_days=to.alarm_days,
            review_every=to.review_every,
            language=to.language,
        ),
        endings=(".ics",),
        options=("entries", "alarm_days", "review_every"),
    ),
    "json": ChecklistFormat(lambda rows, _, to: render_json(rows), endings=(".json",)),
}
"""Name → format, the one for a terminal first."""
