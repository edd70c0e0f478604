"""Findings as GitHub-flavoured Markdown, for a comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accords.diagnostics import Diagnostic
from accords.prose import counted, printable
from accords.validate import Examination
from accords.validate.report.paint import meant
from accords.validate.report.paths import relative_path
from accords.validate.report.summary import Tally, rationed
from accords.validate.report.view import View

__all__ = ["markdown"]

_NAME = re.compile(r"`([a-z][a-z0-9_]*)`")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_LINKED = re.compile(r"(?<=[@#])(?=\w)|(?<=www)(?=\.)|(?<=:)(?=//)|(?<=:)(?=[\w+-]+:)")
_SPLITTER = "\u2060"  # word joiner: has no width; parts what sites would link although it is escaped


def markdown(examinations: Iterable[Examination], view: View) -> Iterator[str]:
    """The format ``markdown``: a heading with the count, and a table of findings.

    Text of records is escaped: it makes no markup, link, mention or table of its own.
    """
    tally = Tally()
    rows: list[str] = []
    for ration in rationed(examinations):
        if ration.examination is None:
            rows.append(f"| | {_escaped(relative_path(ration.file or 'record'))} | {ration.left:,} more not shown |\n")
            continue
        tally = tally.plus(ration.examination)
        rows += [_row(found) for found in ration.report.diagnostics]
    words = tally.in_words()
    records = counted(tally.records, "record")
    yield f"### accords: {words or 'no findings'} in {f'{tally.faulty:,} of ' if words else ''}{records}\n"
    if rows:
        yield "\n| finding | place | what |\n|---|---|---|\n"
        yield from rows
    ends = []
    if tally.fixable.total():
        ends.append(f"{tally.fixable.total():,} can be mended with `accords validate --fix`.")
    if tally.waived:
        ends.append(f"{counted(tally.waived, 'finding')} waived in the records.")
    if ends and not view.quiet:
        yield "\n" + " ".join(ends) + "\n"


def _row(found: Diagnostic) -> str:
    file = _escaped(relative_path(found.file or "record"))
    place = f"{file}, line {found.line}" if found.line else file
    advice = f"; did you mean {meant(found)}?" if found.suggestion else ""
    within = f" ({found.place})" if found.place else ""
    what = _escaped(found.message + advice + within)
    return f"| **{found.severity}** {found.code} {found.name} | {place} | {what} |\n"


def _escaped(text: str) -> str:
    """``text`` as it is, whatever it says; only names of fields in backticks stay code."""
    parts = _NAME.split(printable(text))
    return "".join(f"`{part}`" if place % 2 else _plain(part) for place, part in enumerate(parts))


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _LINKED.sub(_SPLITTER, text))
