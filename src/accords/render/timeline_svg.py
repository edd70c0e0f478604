"""A timeline as an SVG picture: a line for each entry, its days on one scale at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from accords.dates import as_date
from accords.render.svg import safe, wrapped
from accords.render.timeline import Entry, EntryKind
from accords.words import counted, date_in_words, say

__all__ = ["render_timeline"]

_WIDTH = 860
_LEFT = 420
_RIGHT = _WIDTH - 28
_TOP = 60
_LINE = 17
_ROOM = 272
_TICKS = 4
_APART = 112
_BEFORE = 430
_AFTER = 1100
"""Days before the conclusion, and after it and the day asked about, that the scale holds."""

_STEPS = (1, 2, 7, 14, 31, 61, 92, 183, 366)

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
class _Scale:
    first: int
    last: int

    @classmethod
    def of(cls, entries: Sequence[Entry], today: date | None) -> _Scale:
        """From the first to the last day, but not so far around the conclusion that all the rest runs together."""
        days = [day.toordinal() for entry in entries for day in (entry.first, entry.last)]
        concluded = [entry for entry in entries if entry.kind is EntryKind.CONCLUSION]
        days += [today.toordinal()] if today is not None else []
        first, last = min(days), max(days)
        if concluded:
            middle = max(concluded[-1].last.toordinal(), today.toordinal() if today is not None else 0)
            first = max(first, min(concluded[0].first.toordinal(), middle) - _BEFORE)
            last = min(last, middle + _AFTER)
        return cls(first, last)

    def holds(self, day: date) -> bool:
        return self.first <= day.toordinal() <= self.last

    def x(self, day: date) -> int:
        span = max(self.last - self.first, 1)
        at = min(max(day.toordinal(), self.first), self.last)
        return _LEFT + (at - self.first) * (_RIGHT - _LEFT) // span


def render_timeline(entries: Sequence[Entry], *, title: str, as_of: str | None = None, prefix: str = "timeline") -> str:
    """Draw ``entries``, of which there is at least one, and a line for the day ``as_of`` (ISO) if given.

    No font, script or address outside the picture is used; the description says every entry in words.
    """
    return "\n".join(_svg(entries, title, as_of, prefix)) + "\n"


def _svg(entries: Sequence[Entry], title: str, as_of: str | None, prefix: str) -> Iterator[str]:
    today = date.fromisoformat(as_of) if as_of else None
    scale = _Scale.of(entries, today)
    heights = [_LINE * (1 + len(_words(entry))) + (14 if entry.by else 0) + 12 for entry in entries]
    bottom = _TOP + sum(heights)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="accords-timeline" role="img" '
        f'viewBox="0 0 {_WIDTH} {bottom + 12}" width="{_WIDTH}" height="{bottom + 12}" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
    )
    yield f'<title id="{prefix}-title">{safe(say("timeline.title", title=title))}</title>'
    yield f'<desc id="{prefix}-desc">{safe(_described(entries, today))}</desc>'
    yield f"<style>{STYLE}</style>"
    yield f'<line class="rule" x1="{_LEFT}" y1="{_TOP - 8}" x2="{_RIGHT}" y2="{_TOP - 8}"/>'
    yield from _ticks(scale)
    if today is not None:
        x = scale.x(today)
        yield f'<line class="today" x1="{x}" y1="{_TOP - 34}" x2="{x}" y2="{bottom}"/>'
        anchor = "end" if x > _RIGHT - 60 else "start" if x < _LEFT + 60 else "middle"
        words = say("page.as_of_only", as_of=_day(today))
        yield f'<text class="when" x="{x}" y="{_TOP - 39}" text-anchor="{anchor}">{safe(words)}</text>'
    y = _TOP
    for entry, height in zip(entries, heights, strict=True):
        yield from _entry(entry, y, scale)
        y += height
    yield "</svg>"


def _words(entry: Entry) -> list[str]:
    return wrapped(entry.words, _ROOM, 3)


def _day(day: date) -> str:
    return date_in_words(as_date(day.isoformat()))


def _described(entries: Sequence[Entry], today: date | None) -> str:
    lines = [_sentence(entry) for entry in entries]
    if today is not None:
        lines.append(say("timeline.today", day=_day(today)))
    return " ".join((counted("timeline.desc", len(entries)), *lines))


def _sentence(entry: Entry) -> str:
    told = " ".join(part for part in (entry.words, entry.by) if part)
    return say("timeline.sentence", when=entry.when, kind=say(f"timeline.kind.{entry.kind.value}"), words=told)


def _ticks(scale: _Scale) -> Iterator[str]:
    """A few days on the scale, in even steps."""
    span = scale.last - scale.first
    step = next((step for step in _STEPS if span <= step * _TICKS), (span // _TICKS // 366 + 1) * 366)
    shown = -_APART
    for day in range(scale.first, scale.last + 1, step):
        at = date.fromordinal(day)
        if scale.x(at) - shown < _APART:
            continue
        shown = scale.x(at)
        x = scale.x(at)
        yield f'<line class="rule" x1="{x}" y1="{_TOP - 12}" x2="{x}" y2="{_TOP - 8}"/>'
        anchor = "start" if day == scale.first else "end" if x > _RIGHT - 48 else "middle"
        yield f'<text class="tick" x="{x}" y="{_TOP - 16}" text-anchor="{anchor}">{_day(at)}</text>'


def _entry(entry: Entry, y: int, scale: _Scale) -> Iterator[str]:
    yield f"<g><title>{safe(_sentence(entry))}</title>"
    at = y + 14
    yield f'<text class="when" x="0" y="{at}">{safe(entry.when)}</text>'
    for line in _words(entry):
        at += _LINE
        yield f'<text x="0" y="{at}">{safe(line)}</text>'
    if entry.by:
        yield f'<text class="by" x="0" y="{at + 14}">{safe(wrapped(entry.by, _ROOM, 1)[0])}</text>'
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
