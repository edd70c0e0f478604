"""The world as it is reported: what nobody reports is not so, and what is claimed and not disputed is as claimed."""

from __future__ import annotations

from accords.engine.days.hours import is_doubtful
from accords.engine.days.moments import NOT_EVER, Moment, clip, may_be_never, on, rest
from accords.engine.facts.bearers import Bearer, Subject
from accords.engine.facts.claims import Standing
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import (
    Atom,
    BoundParty,
    ClearedSince,
    CountedDay,
    EventBreach,
    EventDay,
    PlannedDay,
    ReadingChoice,
    ToldBreach,
    TurnOfAct,
    UnlistedTurn,
    UnseenAct,
    UnseenViolation,
    WordsMet,
)
from accords.model.events import Event
from accords.vocabulary import EventKind

__all__ = ["as_reported"]


def as_reported(ledger: Ledger, key: Atom, days: Moment) -> Moment:
    """What an atom is in that world, of the days that it may have."""
    match key:
        case EventDay(event_id, subject):
            return _day_as_reported(ledger, ledger.events[event_id], subject, days)
        case EventBreach(event_id, bearer):
            return _breach_as_reported(ledger, ledger.events[event_id], bearer, days)
        case UnseenAct() | UnseenViolation() | UnlistedTurn():
            return NOT_EVER if may_be_never(days) else on(days[-1][1])
        case BoundParty() | PlannedDay():
            return NOT_EVER
        case ToldBreach():
            told = ledger.findings(key.duty_id, key.bearer, key.turn)
            about = [each for each in told if (each.ruling.event_id, each.body) == (key.event_id, key.body)]
            doubted = any(each.standing is Standing.CONTESTED or not each.named for each in about)
            return NOT_EVER if doubted else on(days[0][0])
        case ClearedSince(late=late):
            return on(days[0][0]) if late else NOT_EVER
        case TurnOfAct():
            likely = rest(days) if key.home else ()
            return on(likely[0][0]) if likely else NOT_EVER
        case CountedDay() if clip(days, key.given, key.given):
            return on(key.given)
        case ReadingChoice():
            return on(days[0][0])
        case WordsMet():
            return NOT_EVER if may_be_never(days) else on(days[0][0])
        case _:
            likely = rest(days)
            return on(likely[-1][1]) if likely else NOT_EVER


def _breach_as_reported(ledger: Ledger, event: Event, bearer: Bearer, days: Moment) -> Moment:
    if ledger.charge(event, bearer).standing is Standing.CONTESTED:
        return NOT_EVER if may_be_never(days) else on(days[-1][1])
    return _day_as_reported(ledger, event, bearer, days)


def _day_as_reported(ledger: Ledger, event: Event, subject: Subject, days: Moment) -> Moment:
    """The day of an event that is claimed and not disputed; never, where nobody reports it."""
    found = ledger.fact(event, subject)
    if (found.disputed and may_be_never(days)) or not (found.asserted or found.planned):
        return NOT_EVER if may_be_never(days) else on(days[-1][1])
    likely = tuple(part for span in found.asserted for part in clip(rest(days), *span)) or rest(days)
    if not likely or (event.kind is EventKind.POSTPONEMENT and found.standing is Standing.CLAIMED):
        return NOT_EVER  # a deadline that one side alone says was moved stands as it was
    given = [s.claim.when for s in found.used if s.claim.when is not None and not s.ahead]
    if given and is_doubtful(given[-1]) and clip(likely, at := ledger.axis.last(given[-1]), at):
        return on(at)
    return on(likely[0][0] if event.kind is EventKind.PERFORMANCE else likely[-1][1])
