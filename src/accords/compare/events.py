"""Events before and after, with the claims about them that came and that are there no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import Factory, evolve, field, frozen

from accords.checklist.happenings import happening_in_words
from accords.compare.differences import EventChange, Sort
from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.facts.knowledge import Visible
from accords.engine.facts.ledger import Ledger
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.standing.accounts import says_in_words
from accords.standing.report import day_number
from accords.vocabulary import Basis
from accords.words import Names, claimed_quantity_in_words, date_in_words, joined, say

__all__ = ["Told", "event_changes"]


def _holders(told: Told) -> Mapping[str, tuple[str, ...]]:
    return {each.id: each.held_by_ids for duty in told.agreement.obligations for each in duty.readings}


def _ledger(told: Told) -> Ledger:
    axis = Axis.of(told.agreement)
    at = day_number(date.max if told.as_of is None else told.as_of, axis)
    return Ledger(told.agreement, axis, at if told.known_by is None else day_number(told.known_by, axis), at)


@frozen
class Told:
    """A record, with what was known of its events by a day; without one, with all that it holds."""

    agreement: Agreement
    names: Names
    as_of: DateLike | None
    known_by: DateLike | None
    holders: Mapping[str, tuple[str, ...]] = field(init=False, default=Factory(_holders, takes_self=True))
    ledger: Ledger = field(init=False, eq=False, repr=False, default=Factory(_ledger, takes_self=True))

    def claims(self) -> dict[str, list[tuple[Claim, str]]]:
        """Event id → the claims about it, each with its words."""
        visible = self._visible()
        found: dict[str, list[tuple[Claim, str]]] = {}
        for event in self.agreement.events:
            claims = event.claims if visible is None else [each.claim for each in visible.statements[event.id]]
            found[event.id] = [(claim, self._words(claim, event)) for claim in claims]
        return found

    def later(self, others: Agreement) -> dict[str, list[str]]:
        """Event id → the claims about it that ``others`` does not have, and that were not known by then, in words."""
        visible = self._visible()
        there = {_said(claim) for event in others.events for claim in event.claims}
        found: dict[str, list[str]] = {}
        for event in self.agreement.events if visible is not None else ():
            seen = {each.claim for each in visible.statements[event.id]} if visible is not None else set[Claim]()
            new = [claim for claim in event.claims if claim not in seen and _said(claim) not in there]
            found[event.id] = [say("claim.later", claim=self._words(claim, event)) for claim in new]
        return found

    def happening(self, event: Event) -> str:
        """An event with how well it stands, and who says so; without a day, by all that the record has."""
        return happening_in_words(self.ledger, event, self.names)

    def _visible(self) -> Visible | None:
        if self.as_of is None:
            return None
        return self.ledger.visible

    def _words(self, claim: Claim, event: Event) -> str:
        """Who says what, and how much, since when that is known, by whose reading, and in which words."""
        who = claim.claimed_by_id or next((place.source_id for place in claim.citations or event.citations), None)
        words = say(
            "claim", by=self.names.speaker(who) if who is not None else say("speaker.unknown"), says=_says(claim, event)
        )
        if claim.quantities:
            duties = [self.names.obligations[each] for each in event.obligation_ids if each in self.names.obligations]
            asked = {each.measure: each for duty in reversed(duties) for each in duty.quantities}
            figures = [claimed_quantity_in_words(each, asked.get(each.measure)) for each in claim.quantities]
            words = say("claim.figures", claim=words, figures=joined(figures))
        about = list(self._about(claim))
        if about:
            words = say("claim.about", claim=words, about=say("semicolon").join(about))
        return say("claim.text", claim=words, text=claim.text.strip()) if claim.text is not None else words

    def _about(self, claim: Claim) -> Iterator[str]:
        if claim.known_on is not None:
            known = "claim.known" if claim.known_on_basis is Basis.STATED else "claim.known_inferred"
            yield say(known, day=date_in_words(claim.known_on))
        if claim.reading_id is not None:
            held = self.holders.get(claim.reading_id, ())
            yield say("claim.reading" if held else "claim.reading_of_nobody", holders=self.names.actors_in_words(held))
        if claim.basis is Basis.INFERRED:
            yield say("claim.inferred")


def event_changes(before: Told, after: Told, renamed: Mapping[str, str]) -> Iterator[EventChange]:
    """Events that came or went, and those about which other things are said, in the order of after, removed last."""
    old, new, later = before.claims(), after.claims(), after.later(before.agreement)
    for event in after.agreement.events:
        former = renamed.get(event.id)
        if event.id not in old:
            came = [words for _, words in new[event.id]]
            yield _change(Sort.ADDED, event, after, former, came + later.get(event.id, []), [])
            continue
        gone, came = _apart(old[event.id], new[event.id])
        came += later.get(event.id, [])
        if gone or came or former is not None:
            yield _change(Sort.CHANGED, event, after, former, came, gone)
    for event in before.agreement.events:
        if event.id not in new:
            yield _change(Sort.REMOVED, event, before, None, [], [words for _, words in old[event.id]])


def _apart(old: Iterable[tuple[Claim, str]], new: Iterable[tuple[Claim, str]]) -> tuple[list[str], list[str]]:
    were, are = ([(_said(claim), words) for claim, words in claims] for claims in (old, new))
    known, told = {claim for claim, _ in were}, {claim for claim, _ in are}
    return [words for claim, words in were if claim not in told], [words for claim, words in are if claim not in known]


def _said(claim: Claim) -> Claim:
    """What is said, whatever the id by which another claim may take it back."""
    return evolve(claim, id=None)


def _change(sort: Sort, event: Event, told: Told, former: str | None, came: list[str], gone: list[str]) -> EventChange:
    return EventChange(
        sort=sort,
        event_id=event.id,
        renamed_from=former,
        summary=event.summary.strip(),
        told=told.happening(event),
        came=tuple(came),
        gone=tuple(gone),
    )


def _says(claim: Claim, event: Event) -> str:
    if claim.says is None:
        return say("compare.takes_back", id=claim.retracts_id or "")
    return says_in_words(claim, claim.says, event)
