"""A checklist as one HTML page: nothing to run, nothing to fetch, for screen and paper, in light and dark.

Jinja is imported only when a page is rendered, so that other formats do not wait for it.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from accords.checklist import Checklist, Cited, Item
from accords.checklist.standings import ClaimRow, Shape
from accords.dates import as_date
from accords.model.agreement import Agreement
from accords.render.graph import graph_of
from accords.render.graph_svg import render_svg
from accords.render.lines import (
    citations_in_words,
    detail_lines,
    duty_in_words,
    heading_in_words,
    note_in_words,
    shape_of,
    shapes_in,
    source_in_words,
)
from accords.render.text import clean
from accords.render.timeline import timeline_of
from accords.render.timeline_svg import render_timeline
from accords.words import date_in_words, joined, say

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render_html"]

_SIGNS = {"☐": "tick", "∞": "continuing", "↻": "repeated", "◇": "power", "≡": "declared"}
"""The sign of an item in text formats → the drawing of it."""

_SHOWN_APART = frozenset(
    ("as_written", "readings", "id", "status", "time", "deadline", "trigger", "possible", "disputes", "claims",
     "assessments", "watches", "flags", "assumed", "would_change", "turns", "condition", "not_before", "ends",
     "excuses")
)  # fmt: skip
"""The lines of an item that have a place of their own in its section."""


def render_html(rows: Checklist, agreement: Agreement | None = None, *, sign_off: bool = False) -> str:
    """Write ``rows`` as a self-contained HTML page in English.

    Args:
        rows: The checklist; with a status where it is as of a day.
        agreement: The record of ``rows``, for the timeline, the graph and the languages of quotations;
            without it the page has none of them.
        sign_off: Whether the table has a last column with room for a date and initials.

    The page holds no script that runs and refers to nothing outside it. Everything from the record is escaped.
    The same arguments give the same text.
    """
    languages = {source.id: source.language for source in agreement.sources} if agreement is not None else {}

    def language(item: Item) -> str | None:
        return next((languages.get(cited.source_id) for cited in item.citations), None)

    text = _template().render(
        rows=rows,
        sign_off=sign_off,
        pictures=_pictures(rows, agreement),
        language=language,
        data=_linked_data(rows),
        has_status=any(item.standing is not None for item in rows.items),
    )
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
    from markupsafe import Markup

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
        joined=joined,
        duty_in_words=duty_in_words,
        shape_of=shape_of,
        shapes_in=shapes_in,
        citations=_citations,
        heading_in_words=heading_in_words,
        source_in_words=source_in_words,
        note_in_words=note_in_words,
        details=_details,
        by_event=_by_event,
        anchor=_anchor,
        day=_day,
        shapes=_SIGNS,
        standing_shapes=_standing_shapes,
        safe_address=_safe_address,
    )
    return environment.get_template("checklist.html.j2")


def _pictures(rows: Checklist, agreement: Agreement | None) -> dict[str, Any]:
    from markupsafe import Markup

    found: dict[str, Any] = {"timeline": None, "graph": None}
    if agreement is None:
        return found
    entries = timeline_of(agreement, rows)
    if entries:
        # Both pictures escape what they hold.
        found["timeline"] = Markup(render_timeline(entries, title=rows.title, as_of=rows.as_of))
    graph = graph_of(agreement)
    if graph.edges:
        found["graph"] = Markup(render_svg(graph))
    return found


def _details(item: Item) -> list[tuple[str, str, str]]:
    """The lines of an item that have no place of their own: key, label and words, lines with one label together."""
    lines = [line for line in detail_lines(item) if line.key not in _SHOWN_APART]
    return [(line.key, line.label, line.words) for line in lines]


def _by_event(claims: Sequence[ClaimRow]) -> list[tuple[str, list[ClaimRow]]]:
    """Claims side by side: those about one event together, in the order of the record."""
    return [(event, list(group)) for event, group in groupby(claims, key=lambda claim: claim.event)]


def _standing_shapes(rows: Checklist) -> list[tuple[str, str]]:
    """The shapes of the statuses in the list, each with what it means, in the order of the shapes."""
    standings = [each for item in rows.items for each in (*item.turns, item.standing) if each is not None]
    meaning = {standing.shape: standing.shape_words for standing in standings}
    return [(shape.value, meaning[shape]) for shape in Shape if shape in meaning]


def _day(when: str) -> str:
    return date_in_words(as_date(when))


def _citations(cited: Sequence[Cited]) -> str:
    return citations_in_words(cited)


def _anchor(item: Item) -> str:
    """The name of an item's section in addresses: its number, so that nothing of the record stands in it."""
    return f"item-{item.number}"


def _safe_address(url: str | None) -> str | None:
    """An address that may be followed; anything but http and https is shown and not linked."""
    found = clean(url or "")
    return found if found.lower().startswith(("https://", "http://")) and " " not in found else None


def _linked_data(rows: Checklist) -> Any:
    """What the page is about, for machines: schema.org as JSON-LD, unable to leave its element."""
    from markupsafe import Markup

    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": rows.title,
        "identifier": rows.record_id,
        "inLanguage": "en",
        "version": rows.content_hash,
        "creator": {"@type": "SoftwareApplication", "name": "accords", "softwareVersion": rows.library_version},
        "citation": [_source(source.title, source.publisher, source.url) for source in rows.sources],
        "hasPart": [
            {
                "@type": "CreativeWork",
                "identifier": item.instance,
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
