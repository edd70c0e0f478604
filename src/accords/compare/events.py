"""Events before and after, with the claims about them that came and that are there no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from accords.compare.differences import EventChange, Sort
from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.facts.knowledge import Visible
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.standing.accounts import says_in_words
from accords.standing.report import day_number
from accords.vocabulary import Basis
from accords.words import Names, date_in_words, say

__all__ = ["Told", "event_changes"]


@frozen
class Told:
    """A record, with what was known of its events by a day; without one, with all that it holds."""

    agreement: Agreement
    names: Names
    as_of: DateLike | None
    known_by: DateLike | None

    def claims(self) -> dict[str, list[tuple[Claim, str]]]:
        """Event id → the claims about it, each with its words."""
        holders = {each.id: each.held_by_ids for duty in self.agreement.obligations for each in duty.readings}
        visible = self._visible()
        found: dict[str, list[tuple[Claim, str]]] = {}
        for event in self.agreement.events:
            claims = event.claims if visible is None else [each.claim for each in visible.statements[event.id]]
            found[event.id] = [(claim, _words(claim, event, self.names, holders)) for claim in claims]
        return found

    def _visible(self) -> Visible | None:
        if self.as_of is None:
            return None
        axis = Axis.of(self.agreement)
        at = day_number(self.as_of, axis)
        return Visible(self.agreement, axis, at if self.known_by is None else day_number(self.known_by, axis), at)


def event_changes(before: Told, after: Told, renamed: Mapping[str, str]) -> Iterator[EventChange]:
    """Events that came or went, and those about which other things are said, in the order of after, removed last."""
    old, new = before.claims(), after.claims()
    for event in after.agreement.events:
        former = renamed.get(event.id)
        if event.id not in old:
            yield _change(Sort.ADDED, event, former, [words for _, words in new[event.id]], [])
            continue
        gone, came = _apart(old[event.id], new[event.id])
        if gone or came or former is not None:
            yield _change(Sort.CHANGED, event, former, came, gone)
    for event in before.agreement.events:
        if event.id not in new:
            yield _change(Sort.REMOVED, event, None, [], [words for _, words in old[event.id]])


def _apart(old: Iterable[tuple[Claim, str]], new: Iterable[tuple[Claim, str]]) -> tuple[list[str], list[str]]:
    were, are = list(old), list(new)
    known, told = {claim for claim, _ in were}, {claim for claim, _ in are}
    return [words for claim, words in were if claim not in told], [words for claim, words in are if claim not in known]


def _change(sort: Sort, event: Event, former: str | None, came: list[str], gone: list[str]) -> EventChange:
    return EventChange(
        sort=sort,
        event_id=event.id,
        renamed_from=former,
        summary=event.summary.strip(),
        came=tuple(came),
        gone=tuple(gone),
    )


def _words(claim: Claim, event: Event, names: Names, holders: Mapping[str, tuple[str, ...]]) -> str:
    """Who says what, since when that is known, by whose reading, and in which words."""
    who = claim.claimed_by_id or next((place.source_id for place in claim.citations or event.citations), None)
    words = say("claim", by=names.speaker(who) if who is not None else say("speaker.unknown"), says=_says(claim, event))
    about: list[str] = []
    if claim.known_on is not None:
        known = "claim.known" if claim.known_on_basis is Basis.STATED else "claim.known_inferred"
        about.append(say(known, day=date_in_words(claim.known_on)))
    if claim.reading_id is not None:
        held = holders.get(claim.reading_id, ())
        key = "claim.reading" if held else "claim.reading_of_nobody"
        about.append(say(key, holders=names.actors_in_words(held)))
    if claim.basis is Basis.INFERRED:
        about.append(say("claim.inferred"))
    if about:
        words = say("claim.about", claim=words, about=say("semicolon").join(about))
    return say("claim.text", claim=words, text=claim.text.strip()) if claim.text is not None else words


def _says(claim: Claim, event: Event) -> str:
    if claim.says is None:
        return say("compare.takes_back", id=claim.retracts_id or "")
    return says_in_words(claim, claim.says, event)
