"""A timeline as SVG pictures: a line for each entry, its days on one scale at the right.

A long one is several pictures with the same scale, each small enough for a sheet of paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from accords.dates import as_date
from accords.render.pictures.svg import safe, wrapped
from accords.render.pictures.timeline import Entry, EntryKind, sentence
from accords.render.pictures.timeline_scale import DayScale, ticks_of
from accords.words import counted, date_in_words, say

__all__ = ["STYLE", "render_timeline"]

_WIDTH = 860
_TEXT = 158
_LEFT = 552
_RIGHT = _WIDTH - 28
_TOP = 60
_LINE = 17
_SMALL = 15
_DATE_ROOM = 122
_ROOM = 278
_SHEET = 1120
"""How high a picture may become before the next one begins."""

_NEAR = 52

STYLE = """
.accords-timeline{color-scheme:light dark;--paper:#fff;--ink:#1c2430;--soft:#4d5766;--line:#c3cad4;--mark:#2f4b7c}
.accords-timeline text{font:13px "Noto Sans","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
.accords-timeline .when{font-size:12px;font-weight:600;fill:var(--mark)}
.accords-timeline .by,.accords-timeline .tick{font-size:11px;fill:var(--soft)}
.accords-timeline .rule{stroke:var(--line);stroke-width:1}
.accords-timeline .guide{stroke:var(--line);stroke-width:1;stroke-dasharray:1 4}
.accords-timeline .today{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3}
.accords-timeline .mark{fill:var(--mark);stroke:var(--mark);stroke-width:1.5}
.accords-timeline .hollow{fill:var(--paper)}
.accords-timeline .deadline{fill:var(--paper);stroke:var(--ink)}
@media screen and (prefers-color-scheme:dark){.accords-timeline{--paper:#14181f;--ink:#e8ebf0;--soft:#b4bcc8;
--line:#465061;--mark:#9db8e8}}
"""


@frozen
class _Row:
    """An entry broken into lines, and how high it is."""

    entry: Entry
    when: list[str]
    words: list[str]
    by: list[str]

    @classmethod
    def of(cls, entry: Entry) -> _Row:
        when = say("timeline.planned", when=entry.when) if entry.kind is EntryKind.PLANNED else entry.when
        words, by = wrapped(entry.words, _ROOM, 5), wrapped(entry.by, _ROOM + 40, 1)
        return cls(entry, wrapped(when, _DATE_ROOM, 3), words, by)

    @property
    def height(self) -> int:
        return max(len(self.when) * _SMALL, len(self.words) * _LINE + len(self.by) * _SMALL) + 11


def render_timeline(
    entries: Sequence[Entry], *, title: str, as_of: str | None = None, prefix: str = "timeline", styled: bool = True
) -> str:
    """Draw ``entries``, of which there is at least one, and a line for the day ``as_of`` (ISO) if given.

    Where it is not ``styled``, the page has ``STYLE`` in a file of its own.

    No font, script or address outside the pictures is used; their descriptions say every entry in words.
    """
    today = date.fromisoformat(as_of) if as_of else None
    scale = DayScale.of(entries, today, left=_LEFT, right=_RIGHT)
    sheets: list[list[_Row]] = [[]]
    for row in map(_Row.of, entries):
        if sum(each.height for each in sheets[-1]) + row.height > _SHEET:
            sheets.append([])
        sheets[-1].append(row)
    pictures = [_svg(rows, scale, title, today, f"{prefix}-{n}", styled) for n, rows in enumerate(sheets, 1)]
    return "".join("\n".join(lines) + "\n" for lines in pictures)


def _svg(
    rows: Sequence[_Row], scale: DayScale, title: str, today: date | None, prefix: str, styled: bool
) -> Iterator[str]:
    bottom = _TOP + sum(row.height for row in rows)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="accords-timeline" role="img" '
        f'viewBox="0 0 {_WIDTH} {bottom + 12}" width="{_WIDTH}" height="{bottom + 12}" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
    )
    yield f'<title id="{prefix}-title">{safe(say("timeline.title", title=title))}</title>'
    yield f'<desc id="{prefix}-desc">{safe(_described([row.entry for row in rows], today))}</desc>'
    if styled:
        yield f"<style>{STYLE}</style>"
    yield f'<line class="rule" x1="{_LEFT}" y1="{_TOP - 8}" x2="{_RIGHT}" y2="{_TOP - 8}"/>'
    yield from _ticks(scale, today)
    if today is not None:
        x = scale.x(today)
        yield f'<line class="today" x1="{x}" y1="{_TOP - 34}" x2="{x}" y2="{bottom}"/>'
        anchor = "end" if x > _RIGHT - 60 else "start" if x < _LEFT + 60 else "middle"
        words = say("page.as_of_only", as_of=_day(today))
        yield f'<text class="when" x="{x}" y="{_TOP - 39}" text-anchor="{anchor}">{safe(words)}</text>'
    y = _TOP
    for row in rows:
        yield from _entry(row, y, scale)
        y += row.height
    yield "</svg>"


def _day(day: date) -> str:
    return date_in_words(as_date(day.isoformat()))


def _described(entries: Sequence[Entry], today: date | None) -> str:
    lines = [sentence(entry) for entry in entries]
    if today is not None:
        lines.append(say("timeline.today", day=_day(today)))
    return " ".join((counted("timeline.desc", len(entries)), *lines))


def _ticks(scale: DayScale, today: date | None) -> Iterator[str]:
    """A few days on the scale; their words are left out where the day asked about would cross them."""
    crossing = scale.x(today) if today is not None else -_WIDTH
    for day, words in ticks_of(scale):
        x = scale.x(day)
        yield f'<line class="rule" x1="{x}" y1="{_TOP - 12}" x2="{x}" y2="{_TOP - 8}"/>'
        anchor = "start" if x < _LEFT + 20 else "end" if x > _RIGHT - 40 else "middle"
        if abs(x - crossing) > _NEAR:
            yield f'<text class="tick" x="{x}" y="{_TOP - 16}" text-anchor="{anchor}">{safe(words)}</text>'


def _entry(row: _Row, y: int, scale: DayScale) -> Iterator[str]:
    entry = row.entry
    yield f"<g><title>{safe(sentence(entry))}</title>"
    for number, line in enumerate(row.when):
        yield f'<text class="when" x="0" y="{y + 14 + number * _SMALL}">{safe(line)}</text>'
    at = y + 14
    for line in row.words:
        yield f'<text x="{_TEXT}" y="{at}">{safe(line)}</text>'
        at += _LINE
    for line in row.by:
        yield f'<text class="by" x="{_TEXT}" y="{at - 2}">{safe(line)}</text>'
    middle = y + 10
    first, last = scale.x(entry.first), scale.x(entry.last)
    yield f'<line class="guide" x1="{_LEFT - 12}" y1="{middle}" x2="{first}" y2="{middle}"/>'
    if scale.holds(entry.first) or scale.holds(entry.last):
        yield _mark(entry, first, last, middle)
    else:
        yield f'<path class="mark" d="{_arrow(first, middle, back=first == _LEFT)}"/>'
    yield "</g>"


def _arrow(x: int, y: int, *, back: bool) -> str:
    return f"M{x - 8} {y}l8 -5v10z" if back else f"M{x + 8} {y}l-8 -5v10z"


def _mark(entry: Entry, first: int, last: int, y: int) -> str:
    """Each kind has a shape of its own; days that are not known exactly are a bar."""
    x = (first + last) // 2
    bar = f'<rect class="mark hollow" x="{first}" y="{y - 3}" width="{last - first}" height="6" rx="3"/>'
    wide = bar if last - first > 8 else ""
    if entry.kind is EntryKind.DEADLINE:
        return f'{wide}<path class="mark deadline" d="M{last - 6} {y}l6 -6 6 6 -6 6z"/>'
    if entry.kind is EntryKind.CONCLUSION:
        return f'{wide}<rect class="mark" x="{x - 5}" y="{y - 5}" width="10" height="10"/>'
    if wide:
        return wide
    kind = "mark hollow" if entry.kind is EntryKind.PLANNED else "mark"
    return f'<circle class="{kind}" cx="{x}" cy="{y}" r="5"/>'
