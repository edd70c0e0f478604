"""The templates of HTML pages: where they are, how texts of a record are kept apart in them, and what they call.

Jinja is imported only when a page is rendered, so that other formats do not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from accords.checklist import Checklist, Item
from accords.checklist.lines import (
    Line,
    agreements_in,
    citations_in_words,
    detail_lines,
    duty_in_words,
    heading_in_words,
    note_in_words,
    own_date_in_words,
    shape_of,
    shapes_in,
    source_in_words,
)
from accords.checklist.standing_lines import (
    assessment_in_words,
    event_in_words,
    flags_beside,
    scope_in_words,
    standing_lines,
    time_beside,
    turns_in_words,
)
from accords.checklist.watches import watches_left, watches_shown
from accords.dates import as_date
from accords.render.safe import clean
from accords.standing.values import Branch, ClaimRow, Shape, StandingRow
from accords.words import date_in_words, joined, say

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page_templates", "squeezed", "standing_shapes"]

_SIGNS = {"☐": "tick", "∞": "continuing", "↻": "repeated", "◇": "power", "≡": "declared"}
"""The sign of an item in text formats → the drawing of it."""

_SHOWN_APART = frozenset(
    ("as_written", "readings", "id", "obligor", "status", "time", "disputes", "claims", "assessments", "watches",
     "flags", "assumed", "turns", "arithmetic", "condition", "not_before", "ends", "excuses")
)  # fmt: skip
"""The lines of an item that have a place of their own in its section."""


def squeezed(page: str) -> str:
    """``page`` without empty lines and without spaces at the end of lines."""
    return "\n".join(line.rstrip() for line in page.splitlines() if line.strip()) + "\n"


@cache
def page_templates() -> Environment:
    """The environment of all templates of pages: texts of a record are cleaned and escaped wherever they stand."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    def shown(value: object) -> object:
        return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value)

    environment = Environment(
        loader=PackageLoader("accords.render", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=say,
        agreements_in=agreements_in,
        joined=joined,
        duty_in_words=duty_in_words,
        shape_of=shape_of,
        shapes_in=shapes_in,
        citations=citations_in_words,
        heading_in_words=heading_in_words,
        source_in_words=source_in_words,
        note_in_words=note_in_words,
        own_date=own_date_in_words,
        scope=scope_in_words,
        details=_details,
        assessment=assessment_in_words,
        flags=flags_beside,
        proofs=_proofs,
        time_beside=time_beside,
        trees=_trees,
        turns=turns_in_words,
        watches_left=watches_left,
        watches_shown=watches_shown,
        by_event=_by_event,
        anchor=_anchor,
        day=_day,
        shapes=_SIGNS,
        standing_shapes=standing_shapes,
        safe_address=_safe_address,
    )
    return environment


def _details(item: Item) -> list[Line]:
    """The lines of an item that have no place of their own, what is computed after what is written."""
    lines = (*detail_lines(item), *standing_lines(item))
    own = [line for line in lines if line.key not in _SHOWN_APART]
    return sorted(own, key=lambda line: _FIRST.index(line.key) if line.key in _FIRST else len(_FIRST))


_FIRST = ("when", "deadline", "trigger")


def _trees(item: Item) -> list[Branch]:
    """The conditions, without a deadline that is a mere day or vague words: that stands under "When" as it is."""
    return [tree for tree in item.conditions if tree.slot != "due" or tree.branches or tree.kind not in _PLAIN]


_PLAIN = ("date", "vague", "prose", "never", "conclusion", "entry_into_force")


def _proofs(item: Item) -> list[tuple[str, StandingRow]]:
    """The proof of an item; of a duty with several turns that of each, those alike in a row only once."""
    if not item.turns:
        return [("", item.standing)] if item.standing is not None else []
    found: list[tuple[str, StandingRow]] = []
    for _, group in groupby(item.turns, key=lambda turn: (turn.words, turn.possible, turn.disputes, turn.assumptions)):
        turns = list(group)
        first, last = turns[0].number or 1, turns[-1].number or 1
        found.append((say("turn.one" if first == last else "turn.span", first=first, last=last), turns[0]))
    return found


def _by_event(claims: Sequence[ClaimRow]) -> list[tuple[str, list[ClaimRow]]]:
    """Claims side by side: those about one event together under it, in the order of the record."""
    groups = [list(group) for _, group in groupby(claims, key=lambda claim: claim.event_id)]
    return [(event_in_words(group[0]), group) for group in groups]


def standing_shapes(rows: Checklist) -> list[tuple[str, str]]:
    """The shapes of the statuses in the list, each with what it means, in the order of the shapes."""
    standings = [each for item in rows.items for each in (*item.turns, item.standing) if each is not None]
    meaning = {standing.shape: standing.shape_words for standing in standings}
    return [(shape.value, meaning[shape]) for shape in Shape if shape in meaning]


def _day(when: str) -> str:
    return date_in_words(as_date(when))


def _anchor(item: Item) -> str:
    """The name of an item's section in addresses: its number, so that nothing of the record stands in it."""
    return f"item-{item.number}"


def _safe_address(url: str | None) -> str | None:
    """An address that may be followed; anything but http and https is shown and not linked."""
    found = clean(url or "")
    return found if found.lower().startswith(("https://", "http://")) and " " not in found else None
