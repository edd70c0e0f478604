"""What follows for a deadline from deciding what is told of an event one way or the other, and whose word each is."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from accords.engine.days.moments import NEVER, NOT_EVER, Moment
from accords.engine.facts.bearers import Waiting
from accords.engine.facts.telling import YES
from accords.engine.terms.atoms import Atom, EventDay
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assessed, Assessor
from accords.engine.worlds.rows import rows_of
from accords.model.events import Event
from accords.standing.heard import ONE_SIDED

__all__ = ["Way", "either_due", "either_way", "hangs_on", "ways_of"]

_MOST = 6
"""So many events of an instance are decided, and so many days of one; where there are more, none is."""


@frozen(kw_only=True)
class Way:
    """What follows if an event happened (``so``) or not, or on the days that ``said_by`` give (``so`` None)."""

    event_id: str
    so: bool | None
    said_by: tuple[str | None, ...]
    denied_by: tuple[str | None, ...] = ()
    due: Moment
    states: frozenset[State]


def ways_of(assessor: Assessor, found: Assessed) -> tuple[Way, ...]:
    """The ways in which what is told of the events that the duty waits for may be decided, where its deadline hangs on
    that; none where it is certain."""
    if found.due == found.possible_due or found.exempt or found.instance.duty.is_continuing:
        return ()
    ledger, scope = assessor.ledger, found.instance.scope
    named = {*ledger.named_by(found.instance.duty.id), *(scope.event or ())}
    events = [ledger.events[each] for each in sorted(named) if each in ledger.events]
    events = [event for event in events if ledger.visible.statements[event.id]]
    return tuple(way for event in events for way in _ways(assessor, found, event)) if len(events) <= _MOST else ()


def either_way(ways: tuple[Way, ...]) -> frozenset[State] | None:
    """The states that are left however each event is decided: any other would have it decided both ways at once."""
    left = [one.states | other.states for one, other in _pairs(ways)]
    return frozenset.intersection(*left) if left else None


def either_due(ways: tuple[Way, ...], reported: Moment) -> Moment | None:
    """When the deadline is either way, where one event leaves one instant if it happened and one if it did not."""
    for pair in _pairs(ways):
        dues = {way.due for way in pair}
        if reported in dues and all(map(_is_one, dues)):
            return tuple(sorted(due[0] for due in dues))
    return None


def hangs_on(ways: tuple[Way, ...], reported: Moment) -> tuple[Way, ...]:
    """Those ways that part the deadline, each with one instant of it: by the days that each gives, or else by whether
    one event happened."""
    given = [way for way in ways if way.so is None and _is_one(way.due)]
    if len({way.due for way in given}) > 1 and any(way.due == reported for way in given):
        return tuple(given)
    for pair in _pairs(ways):
        dues = {way.due for way in pair}
        if len(dues) > 1 and reported in dues and all(map(_is_one, dues)):
            return pair
    return ()


def _pairs(ways: tuple[Way, ...]) -> Iterator[tuple[Way, Way]]:
    """If it happened, and if not, of each event of which that is open."""
    yes = {way.event_id: way for way in ways if way.so}
    yield from ((yes[way.event_id], way) for way in ways if way.so is False and way.event_id in yes)


def _is_one(due: Moment) -> bool:
    return len(due) == 1 and due[0][0] == due[0][1] < NEVER


def _ways(assessor: Assessor, found: Assessed, event: Event) -> Iterator[Way]:
    """If it happened and if not, where that is open; and by the days that each gives, where these differ."""
    ledger = assessor.ledger
    facts = {each: fact for each in ledger.subjects(event) if (fact := ledger.fact(event, each)).asserted}
    waiting = [each for each in facts if isinstance(each, Waiting) and each.bearer in (None, found.instance.bearer)]
    said = ledger.visible.statements[event.id]
    if len(waiting) == 1:  # where it bears in two ways, one may be so and the other not
        fact = facts[waiting[0]]
        for so in (True, False) if fact.disputed or fact.standing in ONE_SIDED else ():
            pins: dict[Atom, Moment] = {EventDay(event.id, waiting[0]): fact.asserted if so else NOT_EVER}
            yield from _way(assessor, found, (event.id, so, fact.sayers, fact.deniers), pins)
    given: dict[Moment, list[str | None]] = {}
    for each in said:
        if each.says in YES and not each.ahead:
            given.setdefault(((each.first, each.last),), []).append(each.teller)
    for days, who in given.items() if 1 < len(given) <= _MOST else ():
        pins = {EventDay(event.id, each): days for each in facts}
        yield from _way(assessor, found, (event.id, None, tuple(dict.fromkeys(who)), ()), pins)


def _way(
    assessor: Assessor,
    found: Assessed,
    told: tuple[str, bool | None, tuple[str | None, ...], tuple[str | None, ...]],
    pins: dict[Atom, Moment],
) -> Iterator[Way]:
    solved = assessor.decided(found.instance.duty.id, pins).get(found.instance.key)
    if solved is None:
        return
    instance, terms = solved
    event_id, so, said_by, denied_by = told
    due = tuple(sorted({span for each in terms for span in each.shown_due}))
    states = frozenset(rows_of(instance, terms, assessor.t))
    if states <= found.rows.keys():  # otherwise more hangs on the event than this duty alone
        yield Way(event_id=event_id, so=so, said_by=said_by, denied_by=denied_by, due=due, states=states)
