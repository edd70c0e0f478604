"""What is known by a day: claims that were made and not taken back, findings that stand, who watched when."""

from __future__ import annotations

from attrs import field, frozen

from accords.engine.days.axis import Axis
from accords.engine.days.hours import is_doubtful
from accords.engine.days.moments import BEGIN, NEVER, Instant, Span
from accords.engine.facts.published import Published, cited_by
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.vocabulary import EventKind, Recorded, Says, SourceKind, Verdict

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
    finding_id: str | None = None
    """The event of the finding of which it tells, where that does not settle what was found."""
    source: str | None = None
    """The first source that is cited for it, of those that were there."""

    @property
    def teller(self) -> str | None:
        """The actor who says it, or the source that speaks for itself; None where none is cited either."""
        return self.speaker or self.source


@frozen
class Ruling:
    """What one body found on one subject, as far as it has not taken it back, and what is said of that.

    ``made`` say that it was found, ``denied`` that it was not. ``answers`` accept or reject what was found.
    ``own_text``: the text of the body itself is cited for it.
    """

    body: str
    finding: Finding
    first: Instant
    last: Instant
    known: Instant
    event_id: str
    dated: bool
    made: tuple[Statement, ...] = field(default=(), repr=False)
    denied: tuple[Statement, ...] = field(default=(), repr=False)
    answers: tuple[Statement, ...] = field(default=(), repr=False)
    own_text: bool = False

    @property
    def verdict(self) -> Verdict:
        """What was found."""
        return self.finding.verdict


@frozen
class Watch:
    """Days that somebody watched, with everything seen in the record."""

    watcher: str | None
    impartial: bool
    days: Span
    known: Instant | None = None


class Visible:
    """The part of a record that exists by a day of knowledge. Reads the record; changes nothing."""

    def __init__(self, record: Agreement, axis: Axis, known_by: Instant, as_of: Instant) -> None:
        self.record = record
        self.axis = axis
        self.known_by = known_by
        self.today = min(known_by, as_of)
        published = Published(record, axis)
        self.known_on = published.known_on
        self.later_sources = published.after(known_by)
        """The sources that were published later than the day of knowledge."""
        self._sources = {source.id: source for source in record.sources}
        self._kinds = {source.id: source.kind for source in record.sources}
        self._names = {
            actor.id: {name.casefold() for name in (actor.name, *(each.text for each in actor.names))}
            for actor in record.actors
        }
        self._kept = {duty.id for duty in record.obligations if duty.is_continuing}
        self._conduct = {event.id for event in record.events if event.kind is EventKind.CONDUCT}
        self._retractions: dict[str, list[tuple[Claim, Event]]] = {}
        self._targets: dict[str, tuple[Claim, Event]] = {}
        for event in record.events:
            for claim in event.claims:
                if claim.id is not None:
                    self._targets[claim.id] = (claim, event)
                if claim.retracts_id is not None:
                    self._retractions.setdefault(claim.retracts_id, []).append((claim, event))
        self._circles = self._in_circles()
        self._stood: dict[str, bool] = {}
        self.statements = {event.id: self._statements(event) for event in record.events}
        self.rulings = self._rulings()

    # ---- claims

    def _visible(self, claim: Claim, event: Event) -> bool:
        known = self.known_on(claim.known_on, claim.citations or event.citations)
        return known is None or known <= self.known_by

    def _speaker(self, claim: Claim, event: Event) -> tuple[str | None, str | None]:
        cited = claim.citations or event.citations
        return claim.claimed_by_id, None if claim.claimed_by_id else (cited[0].source_id if cited else None)

    def _stands(self, claim: Claim, event: Event) -> bool:
        """Whether nobody has taken the claim back. Claims that retract each other in a circle all stand."""
        if claim.id is None or claim.id not in self._retractions or claim.id in self._circles:
            return True
        if claim.id not in self._stood:
            listed, order = {claim.id}, [(claim, event)]
            for one, _ in order:
                for other, at in self._retractions.get(one.id or "", ()):
                    if other.id is not None and other.id not in listed and other.id not in self._stood:
                        listed.add(other.id)
                        order.append((other, at))
            for one, at in reversed(order):  # whoever takes back comes before what is taken back
                self._stood[one.id or ""] = not any(self._takes_back(*other, one, at) for other in self._of(one))
        return self._stood[claim.id]

    def _of(self, claim: Claim) -> list[tuple[Claim, Event]]:
        return self._retractions.get(claim.id or "", [])

    def _takes_back(self, other: Claim, at: Event, claim: Claim, event: Event) -> bool:
        """Whether the other claim takes this one back: the same speaker, not earlier, and it stands itself."""
        if not self._visible(other, at) or self._speaker(other, at) != self._speaker(claim, event):
            return False
        known = self.known_on(claim.known_on, claim.citations or event.citations)
        later = self.known_on(other.known_on, other.citations or at.citations)
        if known is not None and later is not None and later < known:
            return False
        return other.id is None or self._stood.get(other.id, True)

    def _in_circles(self) -> set[str]:
        """The claims that retract each other in a circle."""
        found: set[str] = set()
        done: set[str] = set()
        for start in self._targets:
            path: dict[str, None] = {}
            here: str | None = start
            while here is not None and here not in done and here not in path:
                path[here] = None
                target = self._targets.get(here)
                here = target[0].retracts_id if target else None
            if here is not None and here in path:
                found.update(list(path)[list(path).index(here) :])
            done.update(path)
        return found

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
        told_in = next((place.source_id for place in cited_by(cited, self.later_sources)), None)
        return Statement(claim, claim.says, speaker, impartial, first, last, until, known, ahead, source=told_in)

    def is_told(self, event: Event) -> bool:
        """Whether anybody tells of an event, be it that it is planned or was found."""
        telling = (Says.OCCURRED, Says.BREACH, Says.PLANNED)
        return event.id in self.rulings or any(each.says in telling for each in self.statements[event.id])

    # ---- findings

    def _rulings(self) -> dict[str, list[Ruling]]:
        """Subject → every ruling on it, those of each body together, its latest first."""
        found: dict[str, list[Ruling]] = {}
        for event in self.record.events:
            if event.kind is EventKind.FINDING and event.finding is not None:
                for body in event.actor_ids or ("",):
                    ruling = self._ruling(event, event.finding, body)
                    if ruling is not None:
                        found.setdefault(ruling.finding.on_id, []).append(ruling)
        for rulings in found.values():
            rulings.sort(key=lambda ruling: (ruling.known, ruling.event_id), reverse=True)
            rulings.sort(key=lambda ruling: ruling.body)
        return found

    def _ruling(self, event: Event, finding: Finding, body: str) -> Ruling | None:
        """The ruling that an event of finding is for one of its bodies; None where nobody says that it was made."""
        statements = self.statements[event.id]
        denied = [s for s in statements if s.says is Says.NOT_OCCURRED]
        taken_back = max((s.last for s in denied if s.speaker in event.actor_ids), default=BEGIN - 1)
        made = [s for s in statements if s.says is Says.OCCURRED and not s.ahead and s.last > taken_back]
        if not made:
            return None
        own_day = max(said.last for said in made)
        when, about = finding.when, self._days_about(event, finding)
        first, last = about or (own_day, own_day)
        if when is not None:
            first, last = self.axis.earliest(when), self.axis.latest(when)
        return Ruling(
            body,
            finding,
            first,
            last,
            own_day,
            event.id,
            when is not None or about is not None,
            tuple(made),
            tuple(denied),
            tuple(s for s in statements if s.says in (Says.ACCEPTS, Says.REJECTS)),
            any(s.speaker is None and self._is_text_of(body, s.claim, event) for s in made),
        )

    def _days_about(self, event: Event, finding: Finding) -> Span | None:
        """The days of the conduct that a finding on what is kept from day to day is about, where all are told."""
        if finding.on_id not in self._kept:
            return None
        about = [self.statements.get(each, ()) for each in event.about_event_ids if each in self._conduct]
        told = [s for said in about for s in said if s.says in (Says.OCCURRED, Says.BREACH) and not s.ahead]
        if not told or any(s.claim.when is None for s in told):
            return None
        return min(s.first for s in told), max(s.last if s.until is None else max(s.until, s.last) for s in told)

    def _is_text_of(self, body: str, claim: Claim, event: Event) -> bool:
        """Whether the source cited for a finding is the decision itself, or a text that the body published."""
        cited = (claim.citations or event.citations)[:1]
        source = self._sources.get(cited[0].source_id) if cited else None
        if source is None or not body:
            return False
        by = {name.casefold() for name in (source.publisher, *source.authors) if name is not None}
        return source.kind is SourceKind.LEGAL_ACT or not by.isdisjoint(self._names.get(body, ()))

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
        return Watch(monitoring.monitored_by_id, impartial, (first, last), known)
