"""The pictures of the pages: SVG made from the model, the table of states, the list of verbs and a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from accords.checklist import checklist
from accords.checklist.lines import detail_lines, duty_in_words, heading_in_words
from accords.cli import _GROUPS as GROUPS
from accords.engine.terms.table import CONTINUING, ONCE, Given, Row, State
from accords.layout import lay_out
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conditions import OnEvent, OnObligation
from accords.model.events import Claim, Event
from accords.model.obligations import Linkage, Obligation
from accords.model.sources import Citation, Source
from accords.render.pictures.svg import breadth, safe, wrapped
from accords.validate import loads
from accords.words import say

__all__ = ["IMAGES", "drawings"]

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAPER, INK, SOFT, LINE = "#ffffff", "#1b1f24", "#57606a", "#8c959f"
TINTS = {"before": "#f1f3f5", "while": "#e7f0fa", "after": "#f3eefa", "outer": "#fafbfc"}


def drawings() -> dict[Path, str]:
    """Path → text of every picture that is drawn."""
    made = {"model": model(), "flow": flow(), "states": states(), "record": record()}
    return {IMAGES / f"{name}.svg": text for name, text in made.items()}


# ---- what pictures are made of


def _picture(width: int, height: int, title: str, parts: Iterable[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="14" fill="{INK}">'
    )
    arrow = (
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        f'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="{SOFT}"/></marker></defs>'
    )
    paper = f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>'
    return "\n".join([head, f"<title>{safe(title)}</title>", arrow, paper, *parts, "</svg>", ""])


def _box(x: int, y: int, width: int, height: int, tint: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{tint}" stroke="{LINE}"/>'


def _text(
    x: int, y: int, words: str, *, size: int = 14, bold: bool = False, soft: bool = False, mono: bool = False
) -> str:
    extra = "".join(
        (
            f' font-size="{size}"' if size != 14 else "",
            ' font-weight="bold"' if bold else "",
            f' fill="{SOFT}"' if soft else "",
            ' font-family="monospace"' if mono else "",
        )
    )
    indent = len(words) - len(words.lstrip(" "))
    return f'<text x="{x}" y="{y}"{extra}>{chr(0xA0) * indent}{safe(words)}</text>'


def _arrow(*points: tuple[int, int], label: str = "", at: tuple[int, int] | None = None) -> Iterator[str]:
    route = " ".join(f"{x},{y}" for x, y in points)
    yield f'<polyline points="{route}" fill="none" stroke="{SOFT}" stroke-width="1.4" marker-end="url(#tip)"/>'
    if label and at is not None:
        width = breadth(label) * 12 // 10 + 6
        left, top = at[0] - width // 2, at[1] - 11
        yield f'<rect x="{left}" y="{top}" width="{width}" height="15" fill="{PAPER}" opacity="0.9"/>'
        yield f'<text x="{at[0]}" y="{at[1]}" font-size="12" text-anchor="middle" fill="{SOFT}">{safe(label)}</text>'


# ---- the model


def _of(kind: type, *names: str) -> str:
    """Members of a class, which has to have them."""
    fields = attrs.fields_dict(kind)
    missing = [name for name in names if name not in fields]
    if missing:
        raise LookupError(f"{kind.__name__} has no {missing}")
    return ", ".join(names)


def _thing(x: int, y: int, width: int, height: int, kind: type, *rows: tuple[str, ...]) -> Iterator[str]:
    lines = [_of(kind, *names) for names in rows]
    yield _box(x, y, width, height, PAPER)
    yield _text(x + 12, y + 24, kind.__name__, bold=True)
    yield from (_text(x + 12, y + 44 + 18 * at, line, size=12, soft=True) for at, line in enumerate(lines))


def model() -> str:
    """What a record is made of, and what refers to what."""
    facts = _of(Agreement, "title", "conclusion", "term")
    held = _of(Agreement, "parties", "third_parties", "actors", "obligations", "linkages", "events", "sources")
    cited = f"{_of(Claim, 'citations')}: {_of(Citation, 'source_id')}"
    parts = [
        _box(20, 20, 980, 460, TINTS["outer"]),
        _text(40, 48, "Agreement", bold=True, size=16),
        _text(40, 68, f"one record: {facts}, and the lists {held}", size=12, soft=True),
        *_thing(50, 95, 220, 58, Party, ("side", "exempt_from_ids")),
        *_thing(50, 225, 220, 76, Actor, ("kind", "name", "names"), ("designation_notes", "acts_for")),
        *_thing(50, 390, 220, 58, ThirdParty, ("role", "according_to_ids")),
        *_thing(380, 95, 260, 206, Obligation, ("modality", "action", "performance"), ("quantities", "readings")),
        _box(396, 190, 228, 96, TINTS["while"]),
        _text(408, 214, "Condition", bold=True),
        _text(408, 234, _of(Obligation, "trigger", "not_before", "due"), size=12, soft=True),
        _text(408, 252, _of(Obligation, "ends", "excused_if"), size=12, soft=True),
        *_thing(380, 390, 260, 58, Linkage, ("mode", "tolerance")),
        *_thing(750, 95, 220, 206, Event, ("kind", "summary", "finding")),
        _box(766, 170, 188, 116, TINTS["while"]),
        _text(778, 194, "Claim", bold=True),
        _text(778, 214, _of(Claim, "says", "when", "known_on"), size=12, soft=True),
        _text(778, 232, "never edited,", size=12, soft=True),
        _text(778, 250, "each with its speaker", size=12, soft=True),
        *_thing(750, 390, 220, 58, Source, ("kind", "title", "published")),
        *_arrow((160, 153), (160, 225), label=_of(Party, "actor_id"), at=(160, 194)),
        *_arrow((160, 390), (160, 301), label=_of(ThirdParty, "actor_id"), at=(160, 372)),
        *_arrow((380, 240), (270, 240), label=_of(Obligation, "obligor_ids"), at=(325, 234)),
        *_arrow((380, 265), (270, 265), label=_of(Obligation, "owed_to_ids"), at=(325, 282)),
        *_arrow((750, 120), (640, 120), label=_of(Event, "obligation_ids"), at=(695, 114)),
        *_arrow((624, 262), (750, 262), label=_of(OnEvent, "event_id"), at=(692, 256)),
        *_arrow((600, 190), (600, 152), label=_of(OnObligation, "obligation_id"), at=(584, 172)),
        *_arrow((510, 390), (510, 301), label=_of(Linkage, "obligation_ids"), at=(510, 372)),
        *_arrow((800, 286), (800, 335), (230, 335), (230, 301), label=_of(Claim, "claimed_by_id"), at=(340, 330)),
        *_arrow((900, 286), (900, 390), label=cited, at=(890, 365)),
    ]  # fmt: skip
    return _picture(1020, 500, "What a record is made of, and what refers to what", parts)


# ---- the flow


def _verbs(x: int, y: int, width: int, group: str, about: str, tint: str) -> tuple[list[str], int]:
    """A box with the verbs of a group, and where it ends."""
    rows: list[str] = []
    at = y + 48
    for verb, words in GROUPS[group].items():
        rows.append(_text(x + 14, at, verb, bold=True, size=13))
        for line in wrapped(words, (width - 112) * 10 // 13, 3):
            rows.append(_text(x + 98, at, line, size=13))
            at += 17
        at += 5
    height = at - y
    return [_box(x, y, width, height, tint), _text(x + 14, y + 24, about, soft=True, size=13), *rows], y + height


def flow() -> str:
    """What comes in, what is kept, and what comes out, by the verbs of the command."""
    write, left = _verbs(20, 20, 330, "Write", "a text, a form, a sheet, a call come in", TINTS["before"])
    check, middle = _verbs(20, left + 30, 330, "Check", "what is wrong is said before it counts", TINTS["before"])
    read, right = _verbs(640, 20, 340, "Read", "worked out for a day, from what was known by then", TINTS["while"])
    share, end = _verbs(640, right + 30, 340, "Share", "what others get of it", TINTS["after"])
    height = max(middle, end) + 20
    mid = height // 2 - 70
    keeps = ("a text file for each agreement", "", "duties, with their clauses", "happenings, and claims",
             "sources, with places in them", "", "no status is stored")  # fmt: skip
    parts = [
        *write, *check, *read, *share,
        _box(400, mid, 190, 190, PAPER),
        _text(414, mid + 26, "The record", bold=True, size=16),
        *(_text(414, mid + 48 + 19 * at, line, size=12, soft=True) for at, line in enumerate(keeps)),
        *_arrow((350, (20 + left) // 2), (400, mid + 50)),
        *_arrow((400, mid + 140), (350, (left + 30 + middle) // 2)),
        *_arrow((590, mid + 50), (640, (20 + right) // 2)),
        *_arrow((590, mid + 140), (640, (right + 30 + end) // 2)),
    ]  # fmt: skip
    return _picture(1000, height, "What comes in, what is kept, and what comes out", parts)


# ---- the states

BEFORE = {State.NOT_IN_FORCE, State.CONDITIONAL, State.PENDING}
SPELLS, ENDINGS = (State.SUSPENDED, State.EXCUSED), (State.RELEASED, State.SUPERSEDED, State.TERMINATED)


def _named(row: Row, active: str) -> str:
    """What the states of a row are called; one that is owed goes by another name where it is kept from day to day."""
    given = SPELLS if row.state is Given.BY_THE_SPELL else ENDINGS if row.state is Given.BY_THE_END else (row.state,)
    return ", ".join(say(active) if each is State.ACTIVE else say(f"state.{each}") for each in given)


def _column(row: Row) -> int:
    if row.state in BEFORE:
        return 0
    return 1 if row.state in (State.ACTIVE, Given.BY_THE_SPELL) else 2


def _band(rows: tuple[Row, ...], y: int, heading: str, active: str) -> tuple[list[str], int]:
    """The states of one kind of duty in three columns, each with what gives it, and where they end."""
    told: dict[tuple[int, str], dict[str, None]] = {}
    for row in sorted(rows, key=lambda row: row.state is Given.BY_THE_SPELL):
        told.setdefault((_column(row), _named(row, active)), {})[say(f"row.{row.because}")] = None
    parts = [_text(20, y + 16, heading, bold=True, size=16)]
    ends = [y + 30] * 3
    for (column, name), because in told.items():
        x, top = 20 + column * 325, ends[column]
        lines = [line for words in because for line in wrapped(words, 250, 2)]
        height = 36 + 16 * len(lines)
        parts += [_box(x, top, 290, height, list(TINTS.values())[column]), _text(x + 12, top + 22, name, bold=True)]
        parts += [_text(x + 12, top + 40 + 16 * at, line, size=12, soft=True) for at, line in enumerate(lines)]
        ends[column] = top + height + 10
    middle = y + 56
    parts += [*_arrow((310, middle), (345, middle)), *_arrow((635, middle), (670, middle))]
    return parts, max(ends)


def states() -> str:
    """The states of a duty that one act performs, and of one that is kept from day to day."""
    once, end = _band(ONCE, 60, "A duty that one act performs", "state.active")
    kept, height = _band(CONTINUING, end + 20, "A duty that is kept from day to day", "state.in_force")
    heads = [
        _text(20 + 325 * at, 36, words, soft=True)
        for at, words in enumerate(("before it is owed", "while it is owed", "settled, or over"))
    ]
    return _picture(1000, height + 10, "The states of a duty", [*heads, *once, *kept])


# ---- a record beside what is printed of it

TOLD_BY = {
    "obligor_ids": "Heading",
    "modality": "Duty",
    "action": "Duty",
    "trigger": "Condition",
    "due": "When",
    "citations": "Source",
    "id": "Id",
}
"""Member of a duty → the line of the checklist that tells it."""


def _example() -> tuple[list[str], list[tuple[str, str]]]:
    """A duty of the page of clauses as JSON, and its lines in the checklist."""
    page = (ROOT / "docs" / "clauses.md").read_text("utf-8")
    (text,) = re.findall(r"<!-- file: ferry\.accord\.json -->\n```json\n(.*?)```", page, re.S)
    duty = json.loads(text)["obligations"][-1]
    for section in checklist(loads(text)).sections:
        for item in section.items:
            if item.obligation_id == duty["id"]:
                lines = [("Heading", heading_in_words(section)), ("Duty", " ".join(duty_in_words(item)))]
                lines += [(line.label, line.words) for line in detail_lines(item)]
                return lay_out(duty).splitlines(), lines
    raise LookupError(duty["id"])


def record() -> str:
    """The JSON of a duty on the left, and on the right what a checklist says of it."""
    source, lines = _example()
    parts = [_text(20, 34, "in the record", soft=True), _text(640, 34, "in the checklist", soft=True)]
    ends: dict[str, int] = {}
    y = 56
    for label, words in lines:
        rows = wrapped(words, 235, 4)
        heading = label in ("Heading", "Duty")
        height = 16 + 18 * len(rows)
        parts.append(_box(640, y, 390, height, TINTS["after" if heading else "before"]))
        if not heading:
            parts.append(_text(652, y + 23, label, size=12, soft=True))
        parts += [_text(732, y + 23 + 18 * at, row, bold=heading, size=13) for at, row in enumerate(rows)]
        ends[label] = y + height // 2
        y += height + 8
    top = 56
    parts.append(_box(20, top, 530, 20 * len(source) + 16, TINTS["while"]))
    for at, line in enumerate(source):
        parts.append(_text(34, top + 22 + 20 * at, line, size=13, mono=True))
        name = re.match(r'  "(\w+)"', line)
        if name and name[1] in TOLD_BY:
            start = min(40 + len(line) * 8, 546)
            parts += _arrow((start, top + 18 + 20 * at), (566, top + 18 + 20 * at), (638, ends[TOLD_BY[name[1]]]))
    return _picture(
        1050, max(y, top + 20 * len(source) + 16) + 16, "A duty as JSON, and as a checklist prints it", parts
    )
