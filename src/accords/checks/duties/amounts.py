"""How often and how much: what a duty comes round with, amounts promised and amounts reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from accords.checks.identity.circles import Edges, circle_found, find_circles
from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.events import ClaimedQuantity, Event
from accords.model.obligations import EachTime, Quantity, Ratio
from accords.pointer import Path
from accords.prose import listed, quoted
from accords.vocabulary import Counted

__all__ = ["QUANTITIES"]

_Figure = tuple[Decimal, Path]


def each_time_of_nothing(index: Index) -> Iterator[Diagnostic]:
    """ACC532: a duty arises each time, and it is not said of what, or said twice."""
    for turns, path in index.placed(EachTime):
        if (turns.event_id is None) is (turns.obligation_id is None):
            what = "neither an event nor a duty is named" if turns.event_id is None else "an event and a duty are named"
            yield index.found(
                "ACC532",
                f"{what}, and one of the two makes the duty arise",
                path,
                help="keep `event_id` for what happens, or `obligation_id` for the turns of another duty",
            )


def amounts_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC533: an amount says nothing, or its least is more than its most."""
    counted = {ratio.of_obligation_id for ratio, _ in index.placed(Ratio)}
    hung_on = {place for place, duty in enumerate(index.agreement.obligations) if duty.id in counted}
    for quantity, path in index.placed(Quantity, ClaimedQuantity):
        least, most = quantity.at_least, quantity.at_most
        exact = quantity.amount if isinstance(quantity, ClaimedQuantity) else None
        if least is None and most is None and exact is None:
            if isinstance(quantity, Quantity) and path[0] == "obligations" and path[1] in hung_on:
                continue  # it only says what is counted, for another duty's amount
            message, at = f"it names no amount of {quoted(quantity.measure)}", (*path, "measure")
        elif exact is not None and (least is not None or most is not None):
            message, at = "it gives an exact amount and a range at once", (*path, "amount")
        elif isinstance(least, Decimal) and isinstance(most, Decimal) and least > most:
            message, at = f"at least {least} is more than at most {most}", (*path, "at_least")
        else:
            continue
        yield index.found("ACC533", message, at, help="write what the source states, an amount or its limits")


def ratio_in_a_circle(index: Index) -> Iterator[Diagnostic]:
    """ACC534: amounts hang on each other in a circle."""
    edges: Edges = {}
    for ratio, path in index.placed(Ratio):
        duty = index.agreement.obligations[path[1]] if isinstance(path[1], int) else None
        if duty is not None and duty.id != ratio.of_obligation_id:
            edges.setdefault(duty.id, {}).setdefault(ratio.of_obligation_id, (*path, "of_obligation_id"))
    for circle in find_circles(edges):
        yield circle_found(index, "ACC534", "amounts hang on each other in a circle", circle, edges)


def amount_that_decides_nothing(index: Index) -> Iterator[Diagnostic]:
    """ACC535: a reported amount is of another measure or unit than the duty's, or a ratio of what is not counted."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    for event, path in index.placed(Event):
        promised = [q for one in event.obligation_ids if one in duties for q in duties[one].quantities]
        if not promised:
            continue
        for number, claim in enumerate(event.claims):
            for place, quantity in enumerate(claim.quantities):
                where = (*path, "claims", number, "quantities", place)
                yield from _of_another_sort(index, quantity, promised, where)
    for ratio, path in index.placed(Ratio):
        other = duties.get(ratio.of_obligation_id)
        if other is not None and not any(q.counted is Counted.SUM for q in other.quantities):
            yield index.found(
                "ACC535",
                f'"{other.id}" counts nothing of which an amount could be so many times',
                (*path, "of_obligation_id"),
                help="add `quantities` to that duty, with the `measure` alone where no amount is stated, or keep the "
                "proportion in words",
                related=((index.by_id[other.id].path, other.id),),
                related_label="the other duty",
            )


def figures_that_grow(index: Index) -> Iterator[Diagnostic]:
    """ACC536: figures of one speaker grow from claim to claim, and would be added up."""
    events: dict[str, list[tuple[Event, Path]]] = {}
    for event, path in index.placed(Event):
        for duty_id in event.obligation_ids:
            events.setdefault(duty_id, []).append((event, path))
    for duty in index.agreement.obligations:
        summed = {q.measure: q for q in duty.quantities if q.counted is Counted.SUM}
        for (measure, *_), figures in _figures(events.get(duty.id, ())).items():
            promised = summed.get(measure)
            if promised is None or not _grow_too_far([amount for amount, _ in figures], promised):
                continue
            yield index.found(
                "ACC536",
                f"the figures for {quoted(measure)} grow from claim to claim, and they are added up",
                figures[-1][1],
                help='add "so_far": true where each figure is the sum up to then',
                related=((figures[0][1], "an earlier figure"),),
            )


def _of_another_sort(
    index: Index, quantity: ClaimedQuantity, promised: list[Quantity], path: Path
) -> Iterator[Diagnostic]:
    alike = [q for q in promised if q.measure == quantity.measure]
    if not alike:
        measures = listed(dict.fromkeys(quoted(q.measure) for q in promised[:6]), "or")
        message, at = f"{quoted(quantity.measure)} is not what the duty measures", (*path, "measure")
        help_ = f"write {measures}, or name the duty that it is about"
    elif quantity.unit is not None and not any(q.unit == quantity.unit for q in alike):
        unit = alike[0].unit
        told = f"the duty is in {quoted(unit)}" if unit is not None else "the duty has no unit"
        message, at = f"the amount is in {quoted(quantity.unit)}, and {told}", (*path, "unit")
        help_ = "convert it, and say so in `text`; an amount in another unit decides nothing"
    else:
        return
    yield index.found("ACC535", message, at, help=help_)


_Told = tuple[str, str | None, int | None, frozenset[str]]
"""Measure, speaker, turn, and who did what is measured."""


def _figures(events: Iterable[tuple[Event, Path]]) -> dict[_Told, list[_Figure]]:
    """The exact figures that are no sums so far, by day of speaking."""
    said: dict[_Told, list[tuple[str, _Figure]]] = {}
    for event, path in events:
        for number, claim in enumerate(event.claims):
            known = claim.known_on or claim.when
            for place, quantity in enumerate(claim.quantities):
                if quantity.amount is not None and not quantity.so_far and known is not None:
                    key = (quantity.measure, claim.claimed_by_id, event.instance, frozenset(event.actor_ids))
                    where = (*path, "claims", number, "quantities", place, "amount")
                    said.setdefault(key, []).append((known.text, (quantity.amount, where)))
    return {key: [figure for _, figure in sorted(found, key=lambda one: one[0])] for key, found in said.items()}


def _grow_too_far(amounts: list[Decimal], promised: Quantity) -> bool:
    """Whether each figure is more than the one before: of three or more, or where two would be more than is owed."""
    if len(amounts) < 2 or any(later <= earlier for earlier, later in pairwise(amounts)):
        return False
    limits = [one for one in (promised.at_least, promised.at_most) if isinstance(one, Decimal)]
    return len(amounts) > 2 or (bool(limits) and amounts[-1] <= max(limits) < sum(amounts))


QUANTITIES: tuple[Check, ...] = (
    Check("ACC532", each_time_of_nothing, (EachTime,)),
    Check("ACC533", amounts_at_odds, (Quantity, ClaimedQuantity)),
    Check("ACC534", ratio_in_a_circle, (Ratio,)),
    Check("ACC535", amount_that_decides_nothing, (ClaimedQuantity, Ratio)),
    Check("ACC536", figures_that_grow, (ClaimedQuantity,)),
)
"""Code → the check that yields it."""
