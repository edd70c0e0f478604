"""A record with one thing more that somebody says: about an event that it has, or about a new one."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from accords.checks.lookups.loaded_words import charge_in
from accords.editing.entries import ClaimEntry, EntryError, as_quantity
from accords.editing.fitting import NOT_STATED, refuse_amount_of_nothing, refuse_unknowable, refuse_unnamed_doer
from accords.editing.meant import events_there, meant_event, refuse_unknown
from accords.editing.ruling import defined_as_of, finding_of, kind_of, new_due_of
from accords.model.additions import Known, add_claim, add_event, add_source, known_ids
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation
from accords.suggest import free_id
from accords.vocabulary import Basis, EventKind, Says

__all__ = ["Entered", "entered"]

_LONGEST_ID = 100


@frozen
class Entered:
    """The record with an entry in it, and the event and the claim that it is about, as they are now."""

    record: Agreement
    event: Event
    claim: Claim


def entered(record: Agreement, entry: ClaimEntry, known: Known | None = None) -> Entered:
    """``record`` with ``entry`` in it; nothing else changes.

    ``known`` are the ids of the record; with many entries, they are worked out once, and kept up here.

    Raises EntryError where it names what the record does not have, could be about more than one thing, or lacks what
    it needs; the message says what to do.
    """
    known = known_ids(record) if known is None else known
    if entry.source is not None:
        try:
            record = add_source(record, entry.source, known)
        except ValueError as error:
            raise EntryError(f"--new-source: {error}") from error
    refuse_unknown(record, entry)
    refuse_amount_of_nothing(entry)
    event = meant_event(record, entry)
    if entry.amend is not None:
        return _amended(record, event, entry, known)
    if entry.says is None and (entry.found is not None or entry.new_due is not None):
        entry = evolve(entry, says=Says.OCCURRED)
    if entry.says is None and entry.retracts is None:
        raise EntryError(f"say what is said of it: {', '.join(Says)}")
    if event is None:
        if entry.retracts is not None:
            raise EntryError("--retracts: name the event whose claim it is, in place of the duty")
        event = _new_event(record, entry, known)
        record = _made(lambda: add_event(record, event, known))
    elif entry.of_events:
        raise EntryError(
            f'{", ".join(entry.of_events)}: the event "{event.id}" is in the record already; --edit changes it'
        )
    claim = _claim(record, event, entry, known)
    refuse_unknowable(record, event, claim)
    record = _made(lambda: add_claim(record, event.id, claim, known))
    return Entered(record, record.event(event.id), claim)


def _made(make: Any) -> Agreement:
    try:
        made: Agreement = make()
    except ValueError as error:
        raise EntryError(str(error)) from error
    return made


def _new_event(record: Agreement, entry: ClaimEntry, known: Known) -> Event:
    duty = next((each for each in record.obligations if each.id == entry.target), None)
    if not entry.summary and entry.says is Says.NOT_OCCURRED:
        raise EntryError(
            'a new event needs --summary "…": what is said not to have happened, told as if it had: "The guards left."'
            + events_there(record, entry)
        )
    if not entry.summary:
        raise EntryError(
            'a new event needs --summary "…": what happened, in neutral words, without a charge'
            + events_there(record, entry)
        )
    kind = kind_of(entry, duty)
    charge = charge_in(entry.summary) if kind is not EventKind.FINDING else None
    if charge is not None:
        raise EntryError(
            f'--summary: "{charge}" is a charge: say what happened; that it was a breach is the verdict of the claim'
        )
    refuse_unnamed_doer(record, entry, duty, kind)
    if entry.says in (Says.ACCEPTS, Says.REJECTS):
        raise EntryError(f'"{entry.says}" is said of a finding that the record has: name that event')
    return Event(
        id=entry.event_id or _event_id(entry, duty, known),
        kind=kind,
        summary=entry.summary,
        act=entry.act,
        actor_ids=tuple(each for each in entry.done_by if each != NOT_STATED),
        obligation_ids=tuple(dict.fromkeys((*((duty.id,) if duty else ()), *entry.bears_on))),
        about_event_ids=entry.about,
        occurrence_of_id=entry.occurrence_of,
        instance=entry.turn,
        extent=entry.extent,
        extent_text=entry.extent_text,
        place=entry.place,
        count=entry.count,
        defined_as=defined_as_of(record, entry),
        new_due=new_due_of(record, entry),
        finding=finding_of(record, entry),
        internal=entry.internal,
    )


def _event_id(entry: ClaimEntry, duty: Obligation | None, known: Known) -> str:
    """The target where it is nothing that the record has, else an id made of the duty and the day."""
    if duty is None:
        return entry.target
    when = f"-{entry.when}" if entry.when is not None else ""
    return free_id(f"{entry.target}{when}", known, "entry", _LONGEST_ID - 4)


def _claim(record: Agreement, event: Event, entry: ClaimEntry, known: Known) -> Claim:
    said_by = entry.said_by
    if entry.retracts is not None:
        taken_back = _claim_of(event, entry.retracts, "--retracts")
        if said_by is not None and said_by != taken_back.claimed_by_id:
            whose = f'"{taken_back.claimed_by_id}"' if taken_back.claimed_by_id is not None else "its source"
            raise EntryError(f"--retracts: a claim is taken back by whoever made it, here {whose}")
        said_by = taken_back.claimed_by_id
    if said_by is None and not entry.citations and not event.citations:
        raise EntryError("say who says so with --said-by ACTOR, or with --source ID which source itself reports it")
    speaker = said_by or (entry.citations[0].source_id if entry.citations else "claim")
    duties = tuple(duty for duty in record.obligations if duty.id in event.obligation_ids)
    return Claim(
        id=None if entry.has_no_id else entry.claim_id or _claim_id(speaker, event, known),
        says=entry.says,
        claimed_by_id=said_by,
        retracts_id=entry.retracts,
        **_said(entry, duties),
    )


def _claim_id(speaker: str, event: Event, known: Known) -> str:
    return free_id(f"{speaker}-on-{event.id}", known, "entry", _LONGEST_ID - 4)


def _said(entry: ClaimEntry, duties: tuple[Obligation, ...]) -> dict[str, Any]:
    """The other fields of a claim that are given."""
    told = " ".join(words for words in (entry.text, f'"{entry.quote}"' if entry.quote else None) if words)
    given = {
        "when": entry.when,
        "until": entry.until,
        "when_as_written": entry.when_written,
        "known_on": entry.known_on,
        "reading_id": entry.reading,
        "text": told,
        "text_language": entry.text_language,
        "citations": entry.citations,
        "internal": entry.internal,
        "quantities": tuple(as_quantity(each, duties, so_far=entry.so_far) for each in entry.amounts),
        "basis": Basis.INFERRED if "claim" in entry.worked_out else None,
        "when_basis": Basis.INFERRED if "when" in entry.worked_out else None,
        "known_on_basis": Basis.INFERRED if "known-on" in entry.worked_out else None,
    }
    return {name: value for name, value in given.items() if value}


def _amended(record: Agreement, event: Event | None, entry: ClaimEntry, known: Known) -> Entered:
    """The record with other words in a claim that the coder got wrong; what is not given stays."""
    if event is None:
        raise EntryError("--amend: name the event whose claim it is, in place of the duty")
    wrong = [*entry.of_events, *(["--retracts"] if entry.retracts else ())]
    if wrong:
        raise EntryError(f"--amend mends a claim alone, and takes no {', '.join(wrong)}")
    old = _claim_of(event, entry.amend or "", "--amend")
    duties = tuple(duty for duty in record.obligations if duty.id in event.obligation_ids)
    changes = _said(entry, duties)
    if entry.says is not None:
        changes["says"] = entry.says
    if entry.said_by is not None:
        changes["claimed_by_id"] = entry.said_by
    if entry.claim_id is not None:
        changes["id"] = entry.claim_id
    claim: Claim = evolve(old, **changes)
    bare = evolve(event, claims=tuple(each for each in event.claims if each is not old))
    others = tuple(bare if each is event else each for each in record.events)
    _made(lambda: evolve(record, events=others).with_claim(event.id, claim))  # refuses ids that are of nothing
    mended = evolve(event, claims=tuple(claim if each is old else each for each in event.claims))
    record = evolve(record, events=tuple(mended if each is event else each for each in record.events))
    if claim.id != old.id:
        if old.id is not None:
            del known[old.id]
        if claim.id is not None:
            known[claim.id] = "claim"
    return Entered(record, mended, claim)


def _claim_of(event: Event, wanted: str, option: str) -> Claim:
    """The claim about ``event`` with the id or the number ``wanted``."""
    for number, claim in enumerate(event.claims, 1):
        if claim.id == wanted or (claim.id is None and option == "--amend" and wanted.removeprefix("#") == str(number)):
            return claim
    names = [claim.id or f"#{number}, which has no id" for number, claim in enumerate(event.claims, 1)]
    there = f"its claims: {', '.join(names)}" if names else "it has none"
    raise EntryError(f'{option}: no claim about "{event.id}" has the id "{wanted}"; {there}')
