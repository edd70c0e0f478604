"""When things became known, and the record as it could be read by a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from accords.dates import Edtf
from accords.engine.days.axis import Axis
from accords.engine.days.moments import BEGIN, Instant
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation, Reading
from accords.model.sources import Citation

__all__ = ["Published", "as_known", "cited_by"]


def cited_by(citations: Iterable[Citation], later: Mapping[str, Instant]) -> tuple[Citation, ...]:
    """``citations`` without those of sources that came ``later``; where there are no others, the first of these."""
    cited = tuple(citations)
    if not later or not cited:
        return cited
    days = [later.get(each.source_id, BEGIN) for each in cited]
    return tuple(each for each, day in zip(cited, days, strict=True) if day == min(days))


class Published:
    """When the sources of a record were published, and what is cited from them became known."""

    def __init__(self, record: Agreement, axis: Axis) -> None:
        self._axis = axis
        self._days = {s.id: axis.last(s.published) for s in record.sources if s.published is not None}

    def known_on(self, known: Edtf | None, citations: Iterable[Citation]) -> Instant | None:
        """The last day on which something can have become known; None where that is not stated."""
        if known is not None:
            return self._axis.last(known)
        days = [self._days[cited.source_id] for cited in citations if cited.source_id in self._days]
        return min(days) if days else None

    def after(self, day: Instant) -> dict[str, Instant]:
        """The sources that were published later than ``day``, each with its day."""
        return {source_id: published for source_id, published in self._days.items() if published > day}


def as_known(record: Agreement, axis: Axis, known_by: Instant) -> Agreement:
    """``record`` without the readings, and views of what it is in law, that nobody had put forward by a day."""
    natures = record.conclusion.legal_natures if record.conclusion is not None else ()
    if not natures and not any(duty.readings for duty in record.obligations):
        return record
    published = Published(record, axis)

    def is_later(known: Edtf | None, citations: Iterable[Citation]) -> bool:
        day = published.known_on(known, citations)
        return day is not None and day > known_by

    kept = tuple(view for view in natures if not is_later(None, view.citations))
    if record.conclusion is not None and len(kept) < len(natures):
        record = evolve(record, conclusion=evolve(record.conclusion, legal_natures=kept))
    later = {r.id for duty in record.obligations for r in duty.readings if is_later(None, r.citations)}
    if not later:
        return record
    told = [(event, claim) for event in record.events for claim in event.claims if claim.says is not None]
    later -= {
        reading_id
        for event, claim in told
        if not is_later(claim.known_on, claim.citations or event.citations)
        for reading_id in _readings(event, claim)
    }
    return evolve(record, obligations=tuple(_without(duty, later) for duty in record.obligations))


def _readings(event: Event, claim: Claim) -> Iterator[str | None]:
    """The readings of which a claim about an event tells."""
    yield claim.reading_id
    yield event.finding.reading_id if event.finding is not None else None


def _without(duty: Obligation, later: set[str]) -> Obligation:
    kept: tuple[Reading, ...] = tuple(reading for reading in duty.readings if reading.id not in later)
    return duty if len(kept) == len(duty.readings) else evolve(duty, readings=kept)
