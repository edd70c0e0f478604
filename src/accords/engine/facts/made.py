"""Whether a finding was made: that a body found something stands by its own word, whatever sides say of it."""

from __future__ import annotations

from accords.engine.facts.bearers import Bearer
from accords.engine.facts.bearing import ONLY, Turn
from accords.engine.facts.claims import Standing
from accords.engine.facts.findings import made
from accords.engine.facts.hearing import Favours
from accords.engine.facts.ledger import Ledger
from accords.model.events import Event
from accords.vocabulary import EventKind, Verdict

__all__ = ["bodies_found_in", "happened_as_told", "ruled_on"]


def bodies_found_in(ledger: Ledger, event_id: str, bearer: Bearer | None, turn: Turn = ONLY) -> tuple[str, ...]:
    """The bodies whose finding that the duty was breached is about an event on which itself nothing was found: they
    hold that it happened."""
    if bearer is None or ledger.events[event_id].kind is not EventKind.CONDUCT or event_id in ledger.visible.rulings:
        return ()
    return tuple(
        each.body
        for each in ledger.findings(bearer.duty_id, bearer, turn)
        if each.settles
        and each.verdict is Verdict.BREACHED
        and event_id in ledger.events[each.ruling.event_id].about_event_ids
    )


def ruled_on(ledger: Ledger, event: Event) -> list[Bearer]:
    """The bearers of whom a finding may be; none for other events."""
    if event.finding is None:
        return []
    on = ledger.events.get(event.finding.on_id)
    among = ledger.bearers_of(on) if on is not None else ledger.bearers.get(event.finding.on_id, ())
    return [bearer for bearer in among if ledger.finds_of(event, bearer) is not False]


def happened_as_told(ledger: Ledger, event: Event, bearer: Bearer | None) -> Standing:
    """How well it stands that an event happened, towards ``bearer``; of a finding, that every body of it made it."""
    rulings = ledger.visible.rulings.get(event.finding.on_id, ()) if event.finding is not None else ()
    on = ledger.events.get(event.finding.on_id) if event.finding is not None else None
    favours = ledger.favours(on, bearer) if on is not None else Favours.EITHER
    sides = ledger.sides(bearer)
    found = [made(each, ledger.speakers, sides, favours) for each in rulings if each.event_id == event.id]
    if not found:
        return (
            Standing.ESTABLISHED if bodies_found_in(ledger, event.id, bearer) else ledger.fact(event, bearer).standing
        )
    return next((each for each in found if each is not Standing.ESTABLISHED), Standing.ESTABLISHED)
