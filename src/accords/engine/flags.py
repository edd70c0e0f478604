"""What a reader should know beside the states: flags of an instance, and every violation that is charged or found."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from accords.engine.claims import Standing
from accords.engine.instances import Instance
from accords.engine.ledger import Ledger
from accords.engine.moments import BEGIN, NEVER, Day, Moment, clip, drop, earliest, rest
from accords.engine.spells import SpellKind
from accords.engine.table import State
from accords.engine.terms import Terms, is_continuing
from accords.vocabulary import EventKind, Extent, Modality, Verdict

__all__ = ["Violation", "flags_of", "last_violation", "violations_of"]


@frozen(kw_only=True)
class Violation:
    """A violation of a duty that is kept from day to day, charged or found, with how well it stands.

    ``event_id`` is None where a body found a breach without naming an event. ``days`` are those on which it may have
    begun, ``until`` the last day that it is said to have lasted. ``fact`` is the standing of what
    happened, ``charge`` that of calling it a breach; only both together make it certain.
    """

    event_id: str | None
    days: Moment
    until: Day | None
    fact: Standing
    charge: Standing
    certain: bool
    charged_by_ids: tuple[str, ...]
    denied_by_ids: tuple[str, ...]
    reading_ids: tuple[str, ...]


def _reported(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Day) -> Iterator[tuple[Violation, Day]]:
    """The violations that may have begun by ``t``, each with its last possible day."""
    if not is_continuing(instance.duty):
        return
    found: dict[str, Moment] = {}
    opening = min(each.env["O"][0][0] for each in terms)
    for each in terms:
        for event, days in each.violations:
            if event is not None and clip(days, BEGIN, t):
                found[event.id] = tuple(sorted({*found.get(event.id, ()), *rest(days)}))
    if instance.duty.modality is Modality.ENDEAVOUR:  # charges change nothing there, and are told all the same
        for matter in ledger.matters(instance.bearer, EventKind.CONDUCT):
            days = clip(matter.fact.asserted, opening, t)
            if days and matter.whose is not False and ledger.charge(matter.event, instance.bearer).possible:
                found.setdefault(matter.event.id, days)
    for event_id, days in found.items():
        event = ledger.events[event_id]
        fact, weighed = ledger.fact(event, instance.bearer), ledger.charge(event, instance.bearer)
        yield (
            Violation(
                event_id=event_id,
                days=days,
                until=fact.until,
                fact=fact.standing,
                charge=weighed.standing,
                certain=fact.standing is Standing.ESTABLISHED and weighed.certain,
                charged_by_ids=_named(weighed.chargers),
                denied_by_ids=_named((*fact.deniers, *weighed.deniers)),
                reading_ids=weighed.reading_ids,
            ),
            max(days[-1][1], fact.until or BEGIN),
        )
    sides = ledger.sides(instance.bearer)
    for ruling in ledger.rulings(instance.duty.id, instance.bearer):
        if ruling.finding.verdict is not Verdict.BREACHED or ruling.body not in sides.deciders:
            continue
        if opening <= ruling.last and ruling.first <= t:
            reading = ruling.finding.reading_id
            yield (
                Violation(
                    event_id=None,
                    days=((ruling.first, ruling.last),),
                    until=None,
                    fact=Standing.ESTABLISHED,
                    charge=Standing.FOUND,
                    certain=True,
                    charged_by_ids=(ruling.body,) if ruling.body else (),
                    denied_by_ids=(),
                    reading_ids=(reading,) if reading is not None else (),
                ),
                ruling.last,
            )


def _named(speakers: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who for who in speakers if who is not None))


def violations_of(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Day) -> tuple[Violation, ...]:
    """Every violation that is charged or found and may have begun by ``t``, in the order of the record."""
    return tuple(violation for violation, _ in _reported(ledger, instance, terms, t))


def last_violation(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Day) -> Day | None:
    """The last day of the last of them where that lies before ``t``: since then it is quiet."""
    days = [day for _, day in _reported(ledger, instance, terms, t)]
    return max(days) if days and max(days) < t else None


def flags_of(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], rows: frozenset[State], t: Day, circular: bool
) -> tuple[str, ...]:
    """The flags of an instance, in the order in which they are printed."""
    duty, bearer = instance.duty, instance.bearer
    flags = [flag for each in terms for flag in each.flags]
    over = earliest(terms[0].env["X"], terms[0].env["E"])
    if State.BREACHED in rows:
        # Only of a breach that is certain: otherwise there may be nothing to be quiet since.
        quiet = last_violation(ledger, instance, terms, t) if rows == {State.BREACHED} else None
        if quiet is not None:
            stop = min(t, over[0][0] - 1)
            watched = quiet < stop and not drop(((quiet + 1, stop),), ledger.watched(bearer))
            flags.append("ceased_again" if watched else "quiet")
        if is_continuing(duty):
            if over[-1][1] <= t:
                flags.append("ended")
        elif t < over[0][0] and duty.owed_after_breach:
            flags.append("still_owed")
    for spell in terms[0].spells:
        if spell.kind is SpellKind.NOBODY and spell.surest[0] <= t < min(spell.surest[1], NEVER):
            flags.append("neither_performed")
    if duty.due is None and not is_continuing(duty) and instance.closes is None:
        flags.append("no_date_stated")
    flags += _of_events(ledger, instance, terms[0].env["D"][0][0], t)
    if circular:
        flags.append("circular")
    return tuple(dict.fromkeys(flags))


def _of_events(ledger: Ledger, instance: Instance, due: Day, t: Day) -> Iterator[str]:
    for matter in ledger.matters(instance.bearer):
        kind = matter.event.kind
        ahead = t <= due < NEVER and not is_continuing(instance.duty) and matter.whose is not False
        if kind is EventKind.CONDUCT and ahead and ledger.charge(matter.event, instance.bearer).possible:
            yield "charged_early"
        if kind is EventKind.PERFORMANCE and matter.event.extent is Extent.PARTIAL and matter.reported:
            yield "begun"
        yield from matter.fact.flags
