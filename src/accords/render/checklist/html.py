"""A checklist as one HTML page: nothing to run, nothing to fetch, for screen and paper, in light and dark.

Jinja is imported only when a page is rendered, so that other formats do not wait for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

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
from accords.checklist.styles import shown_as
from accords.dates import as_date
from accords.model.agreement import Agreement
from accords.render.isolating import Isolator, languages_of, texts_of
from accords.render.pictures.graph import graph_of, hanging_together
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.timeline import timeline_of
from accords.render.pictures.timeline_svg import render_timeline
from accords.render.safe import clean
from accords.standing.values import Branch, ClaimRow, Shape, StandingRow
from accords.words import ENGLISH, Language, date_in_words, in_language, joined, say

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render_html"]

_SIGNS = {"☐": "tick", "∞": "continuing", "↻": "repeated", "◇": "power", "≡": "declared"}
"""The sign of an item in text formats → the drawing of it."""

_SHOWN_APART = frozenset(
    ("as_written", "readings", "id", "obligor", "status", "time", "disputes", "claims", "assessments", "watches",
     "flags", "assumed", "turns", "arithmetic", "condition", "not_before", "ends", "excuses")
)  # fmt: skip
"""The lines of an item that have a place of their own in its section."""


@in_language
def render_html(
    rows: Checklist, agreement: Agreement | None = None, *, sign_off: bool = False, language: Language = ENGLISH
) -> str:
    """Write ``rows`` as a self-contained HTML page.

    Args:
        rows: The checklist; with a status where it is as of a day.
        agreement: The record of ``rows``; without it there is no timeline, no graph, and no language of quotations.
        sign_off: Whether the table has a last column with room for a date and initials.
        language: What the page says besides the texts of the record is in it; the rows have to be in it too.

    The page runs no script, refers to nothing outside it, and escapes every text; the same rows give the same page.

    >>> accords.render_html(accords.checklist(accords.load("examples/minimal.accord.json")))[:15]
    '<!doctype html>'
    """
    if agreement is not None:
        agreement = shown_as(agreement, rows.names_by, rows.title_language)
    languages = languages_of(agreement) if agreement is not None else {}
    isolated = Isolator.of((*texts_of(rows), *_names_in(agreement)), languages, language.tag)
    text = _template().render(
        rows=rows,
        sign_off=sign_off,
        pictures=_pictures(rows, agreement),
        tag=language.tag,
        data=_linked_data(rows, language.tag),
        has_status=any(item.standing is not None or item.not_followed for item in rows.items),
        places=_places(rows),
        isolated=isolated,
    )
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


def _names_in(agreement: Agreement | None) -> Iterator[str]:
    """Names that stand only in sentences about the agreement as a whole."""
    if agreement is not None:
        yield from (actor.name for actor in agreement.actors)
        yield from (text for event in agreement.events for text in (event.summary, event.place) if text is not None)


@cache
def _template() -> Template:
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
        by_event=_by_event,
        anchor=_anchor,
        day=_day,
        shapes=_SIGNS,
        standing_shapes=_standing_shapes,
        safe_address=_safe_address,
    )
    return environment.get_template("checklist.html.j2")


def _pictures(rows: Checklist, agreement: Agreement | None) -> dict[str, Any]:
    from markupsafe import Markup  # noqa: PLC0415

    found: dict[str, Any] = {"timeline": None, "told": (), "graph": None}
    if agreement is None:
        return found
    entries = timeline_of(agreement, rows)
    if entries:
        # Both pictures escape what they hold.
        found["timeline"] = Markup(render_timeline(entries, title=rows.marked_title, as_of=rows.as_of))
        found["told"] = entries
    graph = graph_of(agreement, rows)  # what became known later is on no page of a day
    large = len(graph.nodes) > _MOST_NODES
    if large:
        graph = hanging_together(graph)
    if graph.edges:
        picture = render_svg(graph)
        height = re.search(r' height="(\d+)"', picture)
        tall = height is not None and int(height[1]) > _TALLEST
        found |= {"graph": Markup(picture), "large": large, "tall": tall}
    return found


_MOST_NODES = 60
"""A larger graph is drawn without what hangs on nothing."""

_TALLEST = 1500
"""How many pixels high a graph may be to be read on a sheet of paper."""


def _details(item: Item) -> list[Line]:
    """The lines of an item that have no place of their own, what is computed after what is written."""
    lines = (*detail_lines(item), *standing_lines(item))
    own = [line for line in lines if line.key not in _SHOWN_APART]
    return sorted(own, key=lambda line: _FIRST.index(line.key) if line.key in _FIRST else len(_FIRST))


_FIRST = ("when", "deadline", "trigger")


def _places(rows: Checklist) -> dict[tuple[str, str], list[Item]]:
    """The items of each obligation of each record, for links between sections."""
    found: dict[tuple[str, str], list[Item]] = {}
    for item in rows.items:
        found.setdefault((item.record_id, item.obligation_id), []).append(item)
    return found


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


def _standing_shapes(rows: Checklist) -> list[tuple[str, str]]:
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


def _linked_data(rows: Checklist, tag: str) -> Any:
    """What the page is about, for machines: schema.org as JSON-LD, unable to leave its element."""
    from markupsafe import Markup  # noqa: PLC0415

    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": rows.title,
        "inLanguage": tag,
        "creator": {"@type": "SoftwareApplication", "name": "accords", "softwareVersion": rows.library_version},
        "citation": [_source(source.title, source.publisher, source.url) for source in rows.sources],
        "hasPart": [
            {
                "@type": "CreativeWork",
                "identifier": item.instance if rows.record is not None else f"{item.record_id}/{item.instance}",
                "position": item.number,
                "name": say(
                    "timeline.duty",
                    obligors=joined(item.obligors) or say("graph.nobody"),
                    modality=item.modality_words,
                    action=item.action,
                ),
                **({"creativeWorkStatus": item.standing.words} if item.standing is not None else {}),
            }
            for item in rows.items
        ],
    }
    if (record := rows.record) is not None:
        about |= {"identifier": record.id, "version": record.content_hash}
    else:
        about["about"] = [
            {"@type": "CreativeWork", "name": each.title, "identifier": each.id, "version": each.content_hash}
            for each in rows.records
        ]
    if rows.as_of is not None:
        about["temporalCoverage"] = rows.as_of
    text = json.dumps(about, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # nothing in it can end the element


def _source(title: str, publisher: str | None, url: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "CreativeWork", "name": title}
    if publisher:
        found["publisher"] = publisher
    if url:
        found["url"] = url
    return found
