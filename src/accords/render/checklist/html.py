"""A checklist as one HTML page: nothing to run, nothing to fetch, for screen and paper, in light and dark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from accords.checklist import Checklist, Item, StandingRow
from accords.checklist.lines import note_in_words
from accords.checklist.standing_lines import dispute_in_words
from accords.checklist.styles import shown_as
from accords.model.agreement import Agreement
from accords.prose import refuse_other
from accords.render.isolating import Isolator, languages_of, texts_of
from accords.render.pictures.graph import graph_of, hanging_together
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.timeline import timeline_of
from accords.render.pictures.timeline_svg import render_timeline
from accords.render.templating import page_templates, squeezed
from accords.words import ENGLISH, Language, in_language, joined, say

__all__ = ["render_html"]


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
    refuse_other(rows, Checklist, "a Checklist, as checklist gives it")
    if agreement is not None:
        agreement = shown_as(agreement, rows.names_by, rows.title_language)
    languages = languages_of(agreement) if agreement is not None else {}
    isolated = Isolator.of((*texts_of(rows), *_names_in(agreement)), languages, language.tag)
    template = page_templates().get_template("checklist.html.j2")
    text = template.render(
        rows=rows,
        sign_off=sign_off,
        pictures=_pictures(rows, agreement),
        tag=language.tag,
        data=_linked_data(rows, language.tag),
        has_status=any(item.standing is not None or item.not_followed for item in rows.items),
        places=_places(rows),
        isolated=isolated,
    )
    return squeezed(text)


def _names_in(agreement: Agreement | None) -> Iterator[str]:
    """Names that stand only in sentences about the agreement as a whole."""
    if agreement is not None:
        yield from (actor.name for actor in agreement.actors)
        yield from (text for event in agreement.events for text in (event.summary, event.place) if text is not None)


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


def _places(rows: Checklist) -> dict[tuple[str, str], list[Item]]:
    """The items of each obligation of each record, for links between sections."""
    found: dict[tuple[str, str], list[Item]] = {}
    for item in rows.items:
        found.setdefault((item.record_id, item.obligation_id), []).append(item)
    return found


def _linked_data(rows: Checklist, tag: str) -> Any:
    """What the page is about, for machines: schema.org as JSON-LD, unable to leave its element."""
    from markupsafe import Markup  # noqa: PLC0415

    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": rows.marked_title,
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
                **({"creativeWorkStatus": _status(item.standing)} if item.standing is not None else {}),
            }
            for item in rows.items
        ],
    }
    if (record := rows.record) is not None:
        about |= {"identifier": record.id, "version": record.content_hash}
    else:
        about["about"] = [
            {"@type": "CreativeWork", "name": each.marked_title, "identifier": each.id, "version": each.content_hash}
            for each in rows.records
        ]
    if rows.notes:
        about["description"] = "\n".join(f"{note.mark} {note_in_words(note)}" for note in rows.notes)
    if rows.as_of is not None:
        about["temporalCoverage"] = rows.as_of
    text = json.dumps(about, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # nothing in it can end the element


def _status(standing: StandingRow) -> str:
    """Where it stands, with who says what of that where it is contested: the status may be read alone."""
    return say("semicolon").join((standing.words, *map(dispute_in_words, standing.disputes)))


def _source(title: str, publisher: str | None, url: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "CreativeWork", "name": title}
    if publisher:
        found["publisher"] = publisher
    if url:
        found["url"] = url
    return found
