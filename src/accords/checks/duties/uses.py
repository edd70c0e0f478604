"""Acts and who they are by: uses of rights, joint acts, and charges of what nobody in particular did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.actors import Party
from accords.model.conditions import Condition, OnDate, OnEvent
from accords.model.events import Claim, Event
from accords.model.walk import events_in
from accords.prose import listed
from accords.vocabulary import Borne, EventKind, Modality, Says

__all__ = ["USES"]

_Days: TypeAlias = tuple[date | None, date | None]
_NAMED = 6
"""So many are named at most."""


def power_ended_by_use(index: Index) -> Iterator[Diagnostic]:
    """ACC546: a termination or a suspension names a power of its own actor, which it ends or suspends."""
    powers = {each.id: each.obligor_ids for each in index.agreement.obligations if each.modality is Modality.MAY}
    for place, event in enumerate(index.agreement.events):
        if event.kind not in (EventKind.TERMINATION, EventKind.SUSPENSION):
            continue
        for at, duty_id in enumerate(event.obligation_ids):
            if set(powers.get(duty_id, ())) & set(event.actor_ids):
                does = "ends" if event.kind is EventKind.TERMINATION else "suspends"
                yield index.found(
                    "ACC546",
                    f'it {does} the right "{duty_id}" itself, and is no use of it',
                    ("events", place, "obligation_ids", at),
                    help="who uses a right performs it: make the event a `performance`; what it brings hangs on it",
                )


def suspends_all(index: Index) -> Iterator[Diagnostic]:
    """ACC547: a suspension on which that of one duty hangs names no duty, so it suspends the whole agreement."""
    hang: dict[str, str] = {}
    for duty in index.agreement.obligations:
        for each in duty.suspensions:
            hang |= dict.fromkeys(events_in(each.starts), duty.id)
    for place, event in enumerate(index.agreement.events):
        if event.kind is EventKind.SUSPENSION and not event.obligation_ids and event.id in hang:
            yield index.found(
                "ACC547",
                f'it names no duty, so it suspends the whole agreement, and not "{hang[event.id]}" alone, whose '
                "suspension hangs on it",
                ("events", place, "kind"),
                help="a notice that only brings what the text has is a `milestone`; else name what it suspends",
            )


def joint_act_of_some(index: Index) -> Iterator[Diagnostic]:
    """ACC548: an act that is owed jointly names some of those who owe it, and does not say that it was all of it."""
    joint = {each.id: each for each in index.agreement.obligations if each.borne is Borne.JOINTLY}
    joint = {id_: duty for id_, duty in joint.items() if all(each.at_least is None for each in duty.quantities)}
    parties = index.agreement.parties
    events = {each.id: each for each in index.agreement.events}
    for place, event in enumerate(index.agreement.events):
        for duty_id in event.obligation_ids if event.kind is EventKind.PERFORMANCE and event.extent is None else ():
            duty, doers = joint.get(duty_id), set(event.actor_ids)
            if duty is None or not doers or not doers <= set(duty.obligor_ids):
                continue
            days = _days_told(event)
            apart = {each.actor_id for each in parties if not _is_bound(each, days, events)}
            exempt = {each.actor_id for each in parties if duty_id in each.exempt_from_ids}
            missing = [each for each in duty.obligor_ids if each not in doers | apart | exempt]
            if missing:
                more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
                yield index.found(
                    "ACC548",
                    f'"{duty_id}" is owed jointly, and not all who owe it are named here: '
                    f"{listed(missing[:_NAMED])}{more}",
                    ("events", place, "actor_ids"),
                    help="name all who did it; where it was all that was owed, say so: extent full; else partial",
                )


def charge_of_nobody(index: Index) -> Iterator[Diagnostic]:
    """ACC550: a breach of what several owe each is charged, and nothing says who of them did it."""
    apart = {
        each.id: each.obligor_ids
        for each in index.agreement.obligations
        if each.borne in (Borne.EACH, Borne.IN_TURN) and len(each.obligor_ids) > 1
    }
    for place, event in enumerate(index.agreement.events):
        duty_id = next((each for each in event.obligation_ids if each in apart), None)
        if duty_id is None or event.kind not in (EventKind.CONDUCT, EventKind.PERFORMANCE):
            continue
        if not index.acting.around(set(event.actor_ids)).isdisjoint(apart[duty_id]):
            continue
        for at, claim in enumerate(event.claims):
            if claim.says is Says.BREACH:
                yield index.found(
                    "ACC550",
                    f'{len(apart[duty_id])} owe "{duty_id}", each for itself, and nothing says whose breach this is',
                    ("events", place, "claims", at, "says"),
                    help="name who did it in `actor_ids`, where the source says so; until then it counts against "
                    "nobody as admitted",
                )
                break


def _days_told(told: Event | Condition | None, events: Mapping[str, Event] | None = None) -> _Days:
    """The first and the last day that is told for an event, or for a condition that is a date or an event; None where
    none is."""
    if isinstance(told, OnDate):
        return told.value.earliest, told.value.latest
    if isinstance(told, OnEvent):
        told = (events or {}).get(told.event_id)
    if not isinstance(told, Event):
        return None, None
    said = [each.when for each in told.claims if each.says is Says.OCCURRED and each.when is not None]
    first, last = [each.earliest for each in said], [each.latest for each in said]
    return (
        min(day for day in first if day is not None) if first and None not in first else None,
        max(day for day in last if day is not None) if last and None not in last else None,
    )


def _is_bound(party: Party, days: _Days, events: Mapping[str, Event]) -> bool:
    """Whether a party is surely bound on all the days that are told of an act."""
    joins, leaves = _days_told(party.bound_from, events)[1], _days_told(party.bound_until, events)[0]
    since = party.bound_from is None or (joins is not None and days[0] is not None and joins <= days[0])
    stays = party.bound_until is None or _is_unreported(party.bound_until, events)
    return since and (stays or (leaves is not None and days[1] is not None and days[1] < leaves))


def _is_unreported(until: Condition, events: Mapping[str, Event]) -> bool:
    event = events.get(until.event_id) if isinstance(until, OnEvent) else None
    return event is not None and event.defined_as is None and not any(each.says for each in event.claims)


def doing_as_background(index: Index) -> Iterator[Diagnostic]:
    """ACC549: a duty waits for background that somebody of the record did, and no formal act is named."""
    waits = {
        each.id: each.within[0]
        for each in index.by_field.get("event_id", ())
        if each.path[0] == "obligations" and not {"trigger", "performance"}.isdisjoint(each.path)
    }
    for place, event in enumerate(index.agreement.events):
        bare = event.kind is EventKind.BACKGROUND and event.act is None and event.defined_as is None
        awaited = event.occurrence_of_id or event.id
        if bare and event.actor_ids and awaited in waits:
            yield index.found(
                "ACC549",
                f'"{waits[awaited]}" waits for it, and {listed(event.actor_ids[:6])} did it: as background, what one '
                "side alone says of it is that side's claim",
                ("events", place, "kind"),
                help="of a request, a notice or a decision name the `act`: then anybody's word of it counts; what is "
                "done otherwise is `conduct`",
            )


USES: tuple[Check, ...] = (
    Check("ACC546", power_ended_by_use, (Event,)),
    Check("ACC547", suspends_all, (Event,)),
    Check("ACC548", joint_act_of_some, (Event,)),
    Check("ACC549", doing_as_background, (Event,)),
    Check("ACC550", charge_of_nobody, (Claim,)),
)
"""Code → the check that yields it."""
