"""A checklist for a terminal: calm, aligned, in 80 columns, and side by side where there is room.

Rich is imported only when something is rendered, so that other formats do not wait for it.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from accords.checklist import Checklist, GroupBy, Item, Section
from accords.checklist.lines import (
    Line,
    agreements_in,
    detail_lines,
    duty_in_words,
    heading_in_words,
    note_in_words,
    record_lines,
    source_in_words,
)
from accords.checklist.standing_lines import about_lines, mark_of, marks_in, scope_in_words, standing_lines
from accords.prose import refuse_other
from accords.render.safe import clean
from accords.words import ENGLISH, Language, in_language, say

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

__all__ = ["render_terminal"]

_NARROWEST = 40
_WIDE = 120
_GAP = 2
_HASH_DIGITS = 16
_LABEL = 11


@in_language
def render_terminal(checklist: Checklist, *, width: int = 80, color: bool = False, language: Language = ENGLISH) -> str:
    """Write ``checklist`` in at most ``width`` columns (at least 40), with terminal colours if ``color``.

    From 120 columns on, a duty and its terms stand side by side. Control characters, terminal sequences and
    marks of direction in the record are left out. Neither the terminal nor the environment is asked anything.

    >>> accords.render_terminal(accords.checklist(accords.load("examples/minimal.accord.json"))).splitlines()[0]
    'Ferry agreement between Ruritania and Graustark (invented)'
    """
    refuse_other(checklist, Checklist, "a Checklist, as checklist gives it")
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=max(width, _NARROWEST),
        height=25,  # unused, but without it rich asks the terminal
        color_system="standard" if color else None,
        force_terminal=color,
        force_jupyter=False,
        force_interactive=False,
        no_color=not color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    _print(console, checklist)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _print(console: Console, checklist: Checklist) -> None:
    console.print(_text(checklist.marked_title, "bold"))
    console.print(_text(say("title.list"), "dim"))
    console.print()
    facts = checklist.record.facts if checklist.record is not None else ()
    about = (
        *(Line(fact.key, fact.label, fact.words) for fact in facts),
        *about_lines(checklist),
        *record_lines(checklist, _HASH_DIGITS),
    )
    console.print(_lines(about, width=max(len(line.label) for line in about)))
    console.print()
    console.print(_text(scope_in_words(checklist), "dim"))
    for section in checklist.sections:
        _print_section(console, section, checklist.group_by)
    _print_end(console, checklist)


def _print_section(console: Console, section: Section, group_by: GroupBy) -> None:
    _print_heading(console, heading_in_words(section))
    for item in section.items:
        console.print()
        console.print(_item(item, group_by, console.width))


def _print_heading(console: Console, words: str) -> None:
    from rich.rule import Rule

    console.print()
    console.print(_text(words, "bold"))
    console.print(Rule(characters="─", style="dim"))


def _item(item: Item, group_by: GroupBy, width: int) -> Table:
    from rich.console import Group

    modality, action = duty_in_words(item)
    duty = _text(modality, "bold").append(f" {clean(action)}", "not bold")
    heading = [_text(item.label, "bold")] if item.label is not None else []
    mark = _text(f"{mark_of(item)} {item.number:>2}")
    lines = (*standing_lines(item, group_by), *detail_lines(item))
    grid = _grid(expand=True)
    first = max(4, len(mark))
    grid.add_column(width=first, no_wrap=True)
    if width < _WIDE:
        rest = max(1, width - first - _GAP)  # stated, for measuring every text again would take most of the time
        grid.add_column(width=rest)
        grid.add_row(mark, Group(*heading, duty, _lines(lines, rest=rest)))
        return grid
    grid.add_column(ratio=4)
    grid.add_column(ratio=5)
    quoted = [_text(line.words, "italic") for line in lines if line.key == "as_written"]
    terms = [line for line in lines if line.key != "as_written"]
    grid.add_row(mark, Group(*heading, duty, *quoted), _lines(terms))
    return grid


def _print_end(console: Console, checklist: Checklist) -> None:
    if checklist.combined:
        _print_heading(console, say("title.agreements"))
        for agreement in agreements_in(checklist, _HASH_DIGITS):
            console.print(_text(agreement))
    if checklist.assumptions:
        _print_heading(console, say("title.assumptions"))
        for assumption in checklist.assumptions:
            console.print(_text(assumption))
    if checklist.sources:
        _print_heading(console, say("title.sources"))
        console.print(
            _marked(
                (say("citation", name=row.number), (source_in_words(row), row.url or "")) for row in checklist.sources
            )
        )
    if checklist.notes:
        _print_heading(console, say("title.notes"))
        console.print(_marked((note.mark, (note_in_words(note),)) for note in checklist.notes))
    if checklist.sections:
        console.print()
        for sign, meaning in marks_in(checklist):
            console.print(_text(f"{sign}  {meaning}", "dim"))


def _lines(lines: Sequence[Line], width: int = _LABEL, rest: int | None = None) -> Table:
    """Labels in a column of fixed width, so that all such tables align, and their words beside them.

    ``rest`` is the width of both, where it is known.
    """
    grid = _grid()
    grid.add_column(width=width, no_wrap=True)
    grid.add_column(width=max(1, rest - width - _GAP) if rest is not None else None)
    before = None
    for line in lines:
        grid.add_row(_text("" if line.label == before else line.label, "dim"), _text(line.text))
        before = line.label
    return grid


def _marked(rows: Iterable[tuple[str, Sequence[str]]]) -> Table:
    from rich.console import Group

    grid = _grid()
    grid.add_column(no_wrap=True)
    grid.add_column()
    for mark, texts in rows:
        shown: list[RenderableType] = [_text(text) for text in texts if text]
        grid.add_row(_text(mark), Group(*shown))
    return grid


def _grid(*, expand: bool = False) -> Table:
    from rich.table import Table

    return Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False, expand=expand)


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(clean(text), style=style, overflow="fold")
