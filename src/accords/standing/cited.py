"""Places in sources, as rows have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from accords.engine.days.moments import Instant
from accords.engine.facts.published import cited_by
from accords.model.sources import Citation

__all__ = ["Cited", "SourceRow", "cited_places"]


@frozen(kw_only=True)
class Cited:
    """A place in a source. ``number`` is the source's in the checklist, None where it has none."""

    source_id: str
    number: int | None = None
    title: str | None = None
    locator: str | None = None


@frozen(kw_only=True)
class SourceRow:
    """A source, with its number in the checklist. ``id`` is its id in its record."""

    number: int
    record_id: str
    id: str
    kind: str
    kind_words: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None


def cited_places(
    citations: Iterable[Citation], sources: Mapping[str, SourceRow], later: Mapping[str, Instant] | None = None
) -> tuple[Cited, ...]:
    """The places that ``citations`` name, each once, with the numbers of ``sources`` (by id), those published
    ``later`` left out as far as there are others."""
    places: dict[Cited, None] = {}
    for citation in cited_by(citations, later or {}):
        source = sources.get(citation.source_id)
        cited = Cited(
            source_id=citation.source_id,
            number=source.number if source is not None else None,
            title=source.title if source is not None else None,
            locator=citation.locator,
        )
        places.setdefault(cited)
    return tuple(places)
