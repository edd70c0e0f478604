"""What is said about duties in words, side by side: claims, ratings, and who watched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from accords.dates import Edtf, Precision, as_date
from accords.engine.facts.claims import Standing
from accords.engine.facts.knowledge import Visible
from accords.engine.facts.telling import Telling
from accords.model.agreement import Agreement
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import Quantity
from accords.model.sources import Citation
from accords.standing.cited import Cited, SourceRow, cited_places
from accords.standing.proof import Said
from accords.standing.ratings import rating_in_words
from accords.standing.values import AssessmentRow, ClaimRow, WatchRow
from accords.vocabulary import Basis, Says
from accords.words import (
    Names,
    claimed_quantity_in_words,
    date_in_words,
    few,
    finding_in_words,
    joined,
    last_moment_in_words,
    on_date_in_words,
    say,
)

__all__ = [
    "Accounts",
    "extent_in_words",
    "fact_in_words",
    "says_in_words",
    "several_in_words",
    "speakers_in_words",
]


@frozen(kw_only=True)
class Accounts:
    """What was known about the duties of one agreement by the day of knowledge of ``visible``, as rows."""

    agreement: Agreement
    names: Names
    sources: Mapping[str, SourceRow] = field(eq=False, repr=False)
    visible: Visible = field(eq=False, repr=False)

    def claims(self, said: Iterable[Said]) -> Iterator[ClaimRow]:
        """What is said of an instance as rows, in the order of the record."""
        for each in said:
            claim, statement = each.statement.claim, each.statement
            cited = self._cited(each.citations)
            yield ClaimRow(
                event_id=each.event.id,
                event=self.names.summary(each.event.id),
                claim_id=claim.id,
                by_id=statement.speaker,
                by=self.names.speaker(statement.teller) if statement.teller is not None else say("speaker.unknown"),
                says=statement.says.value,
                says_words=says_in_words(claim, statement.says, each.event, each.known_on),
                when=claim.when.text if claim.when is not None else None,
                until=claim.until.text if claim.until is not None else None,
                when_as_written=claim.when_as_written,
                known_on=each.known_on,
                known_on_inferred=claim.known_on is not None and claim.known_on_basis is Basis.INFERRED,
                reading_id=claim.reading_id,
                reading_words=self._reading(claim.reading_id),
                fact=each.fact.value,
                fact_words=_stands_in_words(each, self.names),
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

    def assessments(self, obligation_id: str, instance: str, obligor_ids: frozenset[str]) -> Iterator[AssessmentRow]:
        """The ratings of a duty that hold by the day asked about and were known by the day of knowledge.

        A rating of one obligor's performance is of its row alone.
        A rating that was taken back from the row of another obligor, which its basis names, is not of this one.
        """
        scales = {scale.id: scale for scale in self.agreement.scales}
        mine, anybodys = (say("merge.instance", instance=each) for each in (instance, f"{obligation_id}/"))
        for rating in self.agreement.assessments:
            if rating.obligation_id != obligation_id or not {rating.obligor_id} <= {None, *obligor_ids}:
                continue
            part = (rating.basis or "").partition(":")[0]
            if part.startswith(anybodys) and part != mine:
                continue
            known = self.visible.known_on(rating.known_on, rating.citations)
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
                words=rating_in_words(rating, scales.get(rating.scale_id or "")),
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
        return cited_places(citations, self.sources, self.visible.later_sources)

    def _speaker(self, actor_id: str | None, cited: tuple[Cited, ...]) -> str:
        if actor_id is not None:
            return self.names.speaker(actor_id)
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


def extent_in_words(event: Event) -> str | None:
    """How much the record itself says of an event; None where it says nothing of that."""
    counted = say("extent.count", count=event.count) if event.count is not None else None
    parts = [each.strip() for each in (event.extent_text, counted) if each]
    return say("semicolon").join(parts) or None


def says_in_words(claim: Claim, says: Says, event: Event, known_on: str | None = None) -> str:
    """What ``claim`` says of ``event``, ``says`` being that, and for which day, until when, and in which words the
    source gives it; whether the coder worked that day out.

    Where no day is given, it was by the day on which the claim became known, if that is given.
    """
    found = event.finding is not None and says in (Says.OCCURRED, Says.NOT_OCCURRED)
    key = f"says.finding.{says.value}" if found else f"says.{says.value}"
    if claim.when is None and says in (Says.OCCURRED, Says.BREACH) and known_on is not None and known_on[:1].isdigit():
        return _as_written(claim, say(f"{key}.by", last=date_in_words(as_date(known_on))))
    if claim.when is None:
        return _as_written(claim, say(key))
    when, last = _when(claim.when, claim.until, says), last_moment_in_words(claim.when)
    words = say(f"{key}.when", when=_as_written(claim, when), last=_as_written(claim, last))
    return words if claim.when_basis is Basis.STATED else say("claim.day_inferred", says=words)


def _when(when: Edtf, until: Edtf | None, says: Says) -> str:
    """The day of a claim, and how long it lasted: of an interval it is some day, not all the time."""
    some = when.precision is Precision.INTERVAL and says in (Says.OCCURRED, Says.BREACH, Says.PLANNED)
    if until is None:
        return say("when.some_time", when=on_date_in_words(when)) if some else on_date_in_words(when)
    start = say("date.some_day", date=on_date_in_words(when)) if some else date_in_words(when)
    return say("when.until", start=start, until=date_in_words(until))


def _as_written(claim: Claim, words: str) -> str:
    """``words``, and beside them the day in the words of the source, where they do not hold these already."""
    written = (claim.when_as_written or "").strip()
    known = not written or written.casefold() in words.casefold()
    return words if known else say("when.as_written", when=words, written=written)


def _stands_in_words(said: Said, names: Names) -> str:
    """How well it stands that it happened; where that is said of a day that had not come, that it is read otherwise."""
    if said.too_early and not said.told_by_ids:
        return say("fact.too_early")
    return fact_in_words(said.fact, said.told, said.told_by_ids, names, said.event)


def fact_in_words(
    fact: Standing, told: Telling, by: Iterable[str | None], names: Names, event: Event | None = None
) -> str:
    """How well it stands that something happened: where one side alone tells of it, or both do, that is said.

    A finding that a body surely made was made, whoever tells of it.
    """
    tellers = tuple(by)
    if fact is Standing.ESTABLISHED and event is not None and event.finding is not None:
        return say("fact.made")
    if fact in (Standing.CLAIMED, Standing.REPORTED) and not tellers:
        return say("fact.nobody")
    match fact, told:
        case Standing.CLAIMED, Telling.ALONE:
            return say("fact.claimed_alone")
        case Standing.ESTABLISHED | Standing.CLAIMED, Telling.BOTH:
            return say("fact.told_by_both")
        case Standing.ESTABLISHED | Standing.CLAIMED, Telling.SEVERAL:
            return say("fact.told_by_several")
        case Standing.CLAIMED, Telling.AROUND:
            return say("fact.told_around")
        case Standing.REPORTED, Telling.AROUND | Telling.BOTH:
            return say("fact.told_around")
        case Standing.REPORTED, _:
            by_name = [names.actor(who) if who is not None else say("speaker.unknown") for who in tellers]
            return say("fact.reported_by", names=several_in_words(by_name))
        case _:
            return say(f"fact.{fact.value}")


def several_in_words(names: Sequence[str]) -> str:
    """Names in one line, and of many how many more there are."""
    named, more = few(names, len(names))
    return joined(list(named), more=more)


def speakers_in_words(speakers: Iterable[str | None], names: Names, read_in: Iterable[str] = ()) -> tuple[str, ...]:
    """Those who say something, with office and side; those of ``read_in`` say it only as the coder reads them."""
    inferred = frozenset(read_in)
    return tuple(_speaker(who, names, who in inferred) for who in dict.fromkeys(speakers))


def _speaker(who: str | None, names: Names, inferred: bool) -> str:
    return names.speaker(who, inferred) if who is not None else say("speaker.unknown")
