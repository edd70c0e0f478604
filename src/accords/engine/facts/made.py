"""Whether a finding was made: that a body found something stands by its own word, whatever sides say of it."""

from __future__ import annotations

from accords.engine.facts.bearers import Bearer
from accords.engine.facts.claims import Standing
from accords.engine.facts.findings import made
from accords.engine.facts.hearing import Favours
from accords.engine.facts.ledger import Ledger
from accords.model.events import Event

__all__ = ["happened_as_told", "ruled_on"]


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
        return ledger.fact(event, bearer).standing
    return next((each for each in found if each is not Standing.ESTABLISHED), Standing.ESTABLISHED)
