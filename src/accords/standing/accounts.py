"""What is said about duties in words, side by side: claims, ratings, and who watched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from accords.dates import as_date
from accords.engine.facts.claims import Standing
from accords.engine.facts.knowledge import Visible
from accords.model.acting import Acting
from accords.model.agreement import Agreement
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import Quantity
from accords.model.sources import Citation
from accords.standing.cited import Cited, SourceRow, cited_places
from accords.standing.proof import Said
from accords.standing.values import AssessmentRow, ClaimRow, WatchRow
from accords.vocabulary import Basis, Says
from accords.words import (
    Names,
    claimed_quantity_in_words,
    date_in_words,
    finding_in_words,
    last_moment_in_words,
    on_date_in_words,
    say,
)

__all__ = ["Accounts", "extent_in_words", "says_in_words"]


_ASSERTING = (Says.OCCURRED, Says.BREACH)


@frozen(kw_only=True)
class Accounts:
    """What was known about the duties of one agreement by the day of knowledge of ``visible``, as rows."""

    agreement: Agreement
    names: Names
    sources: Mapping[str, SourceRow] = field(eq=False, repr=False)
    visible: Visible = field(eq=False, repr=False)
    acting: Acting = field(eq=False, repr=False)

    def claims(self, said: Iterable[Said]) -> Iterator[ClaimRow]:
        """What is said of an instance as rows, in the order of the record."""
        said = tuple(said)
        stands = self._stands(said)
        for each in said:
            claim, statement = each.statement.claim, each.statement
            cited = self._cited(each.citations)
            yield ClaimRow(
                event_id=each.event.id,
                event=self.names.summary(each.event.id),
                claim_id=claim.id,
                by_id=statement.speaker,
                by=self._speaker(statement.speaker, cited),
                says=statement.says.value,
                says_words=says_in_words(claim, statement.says, each.event, each.known_on),
                when=claim.when.text if claim.when is not None else None,
                known_on=each.known_on,
                known_on_inferred=claim.known_on is not None and claim.known_on_basis is Basis.INFERRED,
                reading_id=claim.reading_id,
                reading_words=self._reading(claim.reading_id),
                fact=each.fact.value,
                fact_words=stands[each.event.id],
                text=claim.text,
                citations=cited,
                figures=tuple(
                    claimed_quantity_in_words(figure, self._asked(each.event, figure)) for figure in claim.quantities
                ),
                extent=extent_in_words(each.event),
                finding=finding_in_words(each.event, self.names),
                basis_words=say("claim.inferred") if claim.basis is Basis.INFERRED else None,
            )

    def _asked(self, event: Event, figure: ClaimedQuantity) -> Quantity | None:
        """The amount of a duty of which a figure is."""
        duties = (self.names.obligations[one] for one in event.obligation_ids if one in self.names.obligations)
        return next((each for duty in duties for each in duty.quantities if each.measure == figure.measure), None)

    def _stands(self, said: Iterable[Said]) -> dict[str, str]:
        """How well each event stands, by its id: where one side alone tells of it, and where both do, that is told."""
        sides = {party.actor_id: party.side or party.actor_id for party in self.agreement.parties}
        facts: dict[str, Standing] = {}
        heard: dict[str, set[str | None]] = {}
        agreeing: dict[str, set[str]] = {}
        for each in said:
            event_id, who = each.event.id, each.statement.speaker
            facts[event_id] = each.fact
            principals = self.acting.principals(who) if who is not None else ()
            near = {sides[one] for one in principals if one in sides}
            heard.setdefault(event_id, set()).update(near or {who})
            if who is not None and each.statement.says in _ASSERTING:
                spoken_for = {sides[one] for one in self.acting.speaks_for(who) if one in sides}
                agreeing.setdefault(event_id, set()).update(spoken_for)
        of_all = len(set(sides.values()))
        return {
            event_id: _fact_words(fact, len(heard[event_id]), len(agreeing.get(event_id, ())), of_all)
            for event_id, fact in facts.items()
        }

    def assessments(self, obligation_id: str, instance: str, obligor_ids: frozenset[str]) -> Iterator[AssessmentRow]:
        """The ratings of a duty that hold by the day asked about and were known by the day of knowledge.

        A rating of one obligor's performance is of its row alone.
        A rating that was taken back from the row of another obligor, which its basis names, is not of this one.
        """
        mine, anybodys = (say("merge.instance", instance=each) for each in (instance, f"{obligation_id}/"))
        for rating in self.agreement.assessments:
            if rating.obligation_id != obligation_id or not {rating.obligor_id} <= {None, *obligor_ids}:
                continue
            part = (rating.basis or "").partition(":")[0]
            if part.startswith(anybodys) and part != mine:
                continue
            known = self.visible.known_on(None, rating.citations)
            held = self.visible.axis.last(rating.on)
            if held > self.visible.today or (known is not None and known > self.visible.known_by):
                continue
            cited = self._cited(rating.citations)
            by = rating.assessor or self._speaker(rating.assessor_id, cited)
            yield AssessmentRow(
                by=by,
                dimension=rating.dimension.value if rating.dimension is not None else None,
                scale=rating.scale_id or (rating.scale.value if rating.scale is not None else ""),
                value=rating.value,
                words=say(f"scale.{rating.scale.value if rating.scale is not None else 'free'}", value=rating.value),
                on=rating.on.text,
                basis=rating.basis,
                citations=cited,
            )

    def watches(self, obligation_id: str) -> Iterator[WatchRow]:
        """Who is known to have watched a duty."""
        for watch in self.agreement.monitoring:
            known = self.visible.known_on(watch.known_on, watch.citations)
            if obligation_id not in watch.obligation_ids or (known is not None and known > self.visible.known_by):
                continue
            cited = self._cited(watch.citations)
            by, through = self._speaker(watch.monitored_by_id, cited), date_in_words(watch.through)
            if watch.since is None:
                words = say("watch", by=by, through=through)
            else:
                words = say("watch.since", by=by, since=date_in_words(watch.since), through=through)
            if watch.recorded is not None:
                words = say("watch.recorded", watch=words, recorded=say(f"recorded.{watch.recorded.value}"))
            yield WatchRow(
                by=by,
                since=watch.since.text if watch.since is not None else None,
                through=watch.through.text,
                words=words,
                citations=cited,
            )

    def _cited(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        return cited_places(citations, self.sources)

    def _speaker(self, actor_id: str | None, cited: tuple[Cited, ...]) -> str:
        if actor_id is not None:
            return self.names.actor(actor_id)
        title = cited[0].title if cited else None
        return say("speaker.source", title=title.strip()) if title is not None else say("speaker.unknown")

    def _reading(self, reading_id: str | None) -> str | None:
        """Whose reading it is; readings have no names of their own."""
        if reading_id is None:
            return None
        for obligation in self.agreement.obligations:
            for reading in obligation.readings:
                if reading.id == reading_id and reading.held_by_ids:
                    return say("claim.reading", holders=self.names.actors_in_words(reading.held_by_ids))
        return say("claim.reading_of_nobody")


def _fact_words(fact: Standing, heard: int, agreeing: int, of_all: int) -> str:
    """How well a fact stands of which so many are heard, and which so many of all sides say themselves."""
    if fact is Standing.CLAIMED and heard == 1:
        return say("fact.claimed_alone")
    if fact is Standing.ESTABLISHED and agreeing > 1:
        return say("fact.told_by_both") if of_all == 2 else say("fact.told_by_several", count=agreeing)
    return say(f"fact.{fact.value}")


def extent_in_words(event: Event) -> str | None:
    """How much the record itself says of an event; None where it says nothing of that."""
    counted = say("extent.count", count=event.count) if event.count is not None else None
    parts = [each.strip() for each in (event.extent_text, counted) if each]
    return say("semicolon").join(parts) or None


def says_in_words(claim: Claim, says: Says, event: Event, known_on: str | None = None) -> str:
    """What ``claim`` says of ``event``, ``says`` being that, and for which day; whether the coder worked that day out.

    Where no day is given, it was by the day on which the claim became known, if that is given.
    """
    found = event.finding is not None and says in (Says.OCCURRED, Says.NOT_OCCURRED)
    key = f"says.finding.{says.value}" if found else f"says.{says.value}"
    if claim.when is None and says in (Says.OCCURRED, Says.BREACH) and known_on is not None and known_on[:1].isdigit():
        return say(f"{key}.by", last=date_in_words(as_date(known_on)))
    if claim.when is None:
        return say(key)
    when, last = on_date_in_words(claim.when), last_moment_in_words(claim.when)
    words = say(f"{key}.when", when=when, last=last)
    return words if claim.when_basis is Basis.STATED else say("claim.day_inferred", says=words)
