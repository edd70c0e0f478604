"""What is known by a day: claims that were made and not taken back, findings that stand, who watched when."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from accords.dates import Edtf
from accords.engine.axis import Axis, is_doubtful
from accords.engine.moments import BEGIN, NEVER, Instant, Span
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.model.sources import Citation
from accords.vocabulary import EventKind, Recorded, Says, SourceKind

__all__ = ["Ruling", "Statement", "Visible", "Watch"]

_NOT_NEUTRAL = (
    SourceKind.OFFICIAL_STATEMENT,
    SourceKind.SOCIAL_MEDIA_POST,
    SourceKind.AGREEMENT_TEXT,
    SourceKind.LEGAL_ACT,
)


@frozen
class Statement:
    """One visible claim, on the day axis.

    ``first`` and ``last`` bound the day it gives. Without one an assertion is about any day up to when it was known,
    and a denial about the day on which it was made; where that is not stated either, any day known of.
    ``speaker`` is an actor's id, or None where the cited source speaks for itself; then ``impartial``
    tells whether that source may count as neutral.
    """

    claim: Claim
    says: Says
    speaker: str | None
    impartial: bool
    first: Instant
    last: Instant
    until: Instant | None
    known: Instant | None
    ahead: bool
    """It speaks of a day after it was known, so it is a plan and no report."""


@frozen
class Ruling:
    """The latest word of one body on one subject."""

    body: str
    finding: Finding
    first: Instant
    last: Instant
    known: Instant
    event_id: str
    dated: bool


@frozen
class Watch:
    """Days that somebody watched, with everything seen in the record."""

    watcher: str | None
    impartial: bool
    days: Span


class Visible:
    """The part of a record that exists by a day of knowledge. Reads the record; changes nothing."""

    def __init__(self, record: Agreement, axis: Axis, known_by: Instant, as_of: Instant) -> None:
        self.record = record
        self.axis = axis
        self.known_by = known_by
        self.today = min(known_by, as_of)
        self._published = {
            source.id: axis.last(source.published) for source in record.sources if source.published is not None
        }
        self._kinds = {source.id: source.kind for source in record.sources}
        self._retractions: dict[str, list[tuple[Claim, Event]]] = {}
        self._targets: dict[str, tuple[Claim, Event]] = {}
        for event in record.events:
            for claim in event.claims:
                if claim.id is not None:
                    self._targets[claim.id] = (claim, event)
                if claim.retracts_id is not None:
                    self._retractions.setdefault(claim.retracts_id, []).append((claim, event))
        self.statements = {event.id: self._statements(event) for event in record.events}
        self.rulings = self._rulings()

    # ---- claims

    def known_on(self, known: Edtf | None, citations: Iterable[Citation]) -> Instant | None:
        """The last day on which something can have become known; None where that is not stated."""
        if known is not None:
            return self.axis.last(known)
        days = [self._published[cited.source_id] for cited in citations if cited.source_id in self._published]
        return min(days) if days else None

    def _visible(self, claim: Claim, event: Event) -> bool:
        known = self.known_on(claim.known_on, claim.citations or event.citations)
        return known is None or known <= self.known_by

    def _speaker(self, claim: Claim, event: Event) -> tuple[str | None, str | None]:
        cited = claim.citations or event.citations
        return claim.claimed_by_id, None if claim.claimed_by_id else (cited[0].source_id if cited else None)

    def _stands(self, claim: Claim, event: Event, seen: tuple[str, ...] = ()) -> bool:
        """Whether nobody has taken the claim back. Claims that retract each other in a circle all stand."""
        if claim.id is None or claim.id not in self._retractions or claim.id in seen:
            return True
        known = self.known_on(claim.known_on, claim.citations or event.citations)
        for other, at in self._retractions[claim.id]:
            if not self._visible(other, at) or self._speaker(other, at) != self._speaker(claim, event):
                continue
            later = self.known_on(other.known_on, other.citations or at.citations)
            if known is not None and later is not None and later < known:
                continue
            if self._in_circle(claim.id):
                continue
            if self._stands(other, at, (*seen, claim.id)):
                return False
        return True

    def _in_circle(self, start: str) -> bool:
        seen: set[str] = set()
        here: str | None = start
        while here is not None and here not in seen:
            seen.add(here)
            target = self._targets.get(here)
            here = target[0].retracts_id if target else None
            if here == start:
                return True
        return False

    def _statements(self, event: Event) -> tuple[Statement, ...]:
        return tuple(
            self._statement(claim, event)
            for claim in event.claims
            if claim.says is not None and self._visible(claim, event) and self._stands(claim, event)
        )

    def _statement(self, claim: Claim, event: Event) -> Statement:
        assert claim.says is not None
        cited = claim.citations or event.citations
        known = self.known_on(claim.known_on, cited)
        speaker, source = self._speaker(claim, event)
        impartial = source is not None and self._kinds.get(source) not in _NOT_NEUTRAL
        bound = known if known is not None else self.known_by
        if claim.when is not None:
            first, last = self.axis.earliest(claim.when), self.axis.latest(claim.when)
        elif claim.says is Says.NOT_OCCURRED and known is not None:
            first = last = bound
        else:
            first, last = BEGIN, bound
        until = self.axis.last(claim.until) if claim.until is not None else None
        ahead = claim.says is Says.PLANNED
        if claim.says in (Says.OCCURRED, Says.BREACH, Says.NO_BREACH):
            ahead = first > bound  # nobody knows of a day before it comes
            last = last if ahead else bound if claim.when is not None and is_doubtful(claim.when) else min(last, bound)
        elif claim.says is Says.NOT_OCCURRED and claim.when is not None:
            first = self.axis.closed(first) if claim.when.moment is None else first  # it speaks of its whole day
        return Statement(claim, claim.says, speaker, impartial, first, last, until, known, ahead)

    # ---- findings

    def _rulings(self) -> dict[str, list[Ruling]]:
        """Subject → the latest ruling of each body, in the order of the record."""
        latest: dict[tuple[str, str], Ruling] = {}
        for event in self.record.events:
            if event.kind is not EventKind.FINDING or event.finding is None:
                continue
            statements = self.statements[event.id]
            # That a body found something is denied by nobody but the body: a party's word cannot undo a finding.
            taken_back = max(
                (s.last for s in statements if s.says is Says.NOT_OCCURRED and s.speaker in event.actor_ids),
                default=BEGIN - 1,
            )
            made = [s for s in statements if s.says is Says.OCCURRED and not s.ahead and s.last > taken_back]
            if not made:
                continue
            own_day = max(said.last for said in made)
            when = event.finding.when
            first = self.axis.earliest(when) if when is not None else own_day
            last = self.axis.latest(when) if when is not None else own_day
            for body in event.actor_ids or ("",):
                ruling = Ruling(body, event.finding, first, last, own_day, event.id, when is not None)
                key = (event.finding.on_id, body)
                if key not in latest or (latest[key].known, latest[key].event_id) < (own_day, event.id):
                    latest[key] = ruling
        found: dict[str, list[Ruling]] = {}
        for (subject, _), ruling in sorted(latest.items()):
            found.setdefault(subject, []).append(ruling)
        return found

    # ---- watching

    def watch(self, monitoring: Monitoring) -> Watch | None:
        """The days it makes evidence of, or None where it proves nothing or is not known yet."""
        known = self.known_on(monitoring.known_on, monitoring.citations)
        if (known is not None and known > self.known_by) or monitoring.recorded not in (
            Recorded.ALL,
            Recorded.NONE_FOUND,
        ):
            return None
        first = self.axis.first(monitoring.since) if monitoring.since is not None else BEGIN
        last = min(self.axis.last(monitoring.through), NEVER - 1 if known is None else known)
        if first > last:
            return None
        cited = monitoring.citations[0].source_id if monitoring.citations else None
        impartial = cited is not None and self._kinds.get(cited) not in _NOT_NEUTRAL
        return Watch(monitoring.monitored_by_id, impartial, (first, last))
