"""What of another duty an amount hangs on: all that was done of it or, of a duty that comes round with it, a share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from accords.engine.days.moments import Moment, may_be_never
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.instances import Instance, Slotted
from accords.engine.terms.terms import has_numbers
from accords.model.obligations import EachTime, Obligation

__all__ = ["Listed", "TimeOf", "share_of"]

Listed = Callable[[str], Sequence[Instance]]
"""The instances of a duty."""


TimeOf = Callable[[Instance], tuple[Moment, Moment]]
"""From when to when a turn of what is kept from day to day is owed."""


def share_of(
    ledger: Ledger,
    instance: Instance,
    other: Obligation,
    bearer: Bearer,
    acts: Sequence[Slotted],
    listed: Listed,
    time_of: TimeOf,
) -> Sequence[Slotted]:
    """Those acts of one who owes the other duty on which an amount of the instance hangs; ``acts`` are all of them."""
    if instance.number is None:
        return acts
    event = instance.scope.event
    if has_numbers(other) and (event is None or _event_of(other) == event[0]):
        twins = [
            each
            for each in listed(other.id)
            if each.bearer == bearer
            and (each.number == instance.number if event is None else each.scope.event == event)
        ]
        if other.is_continuing:
            return [act for each in twins for act in _kept_in(each, acts, time_of)]
        return [act for each in twins for act in (acts if each.acts is None else each.acts)]
    if event is None:
        return [act for act in acts if act.event.instance in (None, instance.number)]
    named = [act for act in acts if event[1] in _names(act)]
    return named or _since_the_one_before(ledger, event, acts)


def _kept_in(instance: Instance, acts: Sequence[Slotted], time_of: TimeOf) -> list[Slotted]:
    """What happened in the time of one turn of what is kept, for certain."""
    opens, over = time_of(instance)
    return [
        act
        for act in acts
        if act.event.instance == instance.number
        or (act.event.instance is None and opens[-1][1] <= act.days[0][0] and act.days[-1][1] <= over[0][0])
    ]


def _names(act: Slotted) -> tuple[str, ...]:
    return act.event.id, *act.event.about_event_ids


def _event_of(duty: Obligation) -> str | None:
    return duty.performance.event_id if isinstance(duty.performance, EachTime) else None


def _since_the_one_before(ledger: Ledger, event: tuple[str, str], acts: Sequence[Slotted]) -> list[Slotted]:
    """The acts after the occurrence before, up to this one; those of which that is not certain count for none."""
    days = {each.id: ledger.first_days(each, ledger.bearer_of(each)) for each in ledger.occurrences.get(event[0], ())}
    free = [act for act in acts if days.keys().isdisjoint(_names(act)) and not may_be_never(act.days)]
    return [act for act in free if _first_after(act.days, days) == [event[1]]]


def _first_after(days: Moment, occurrences: dict[str, Moment]) -> list[str]:
    """The occurrences that may be the first on or after some days."""
    first, last = days[0][0], days[-1][1]
    return [
        one
        for one, its in occurrences.items()
        if its[-1][1] >= first
        and not any(last <= each[0][0] and each[-1][1] < its[0][0] for each in occurrences.values())
    ]
