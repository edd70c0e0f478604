"""What an event holds besides what happened: the verdict of a body, and a deadline that was moved."""

from __future__ import annotations

from accords.codec.notation import KnownIds, NotationError, read_condition
from accords.dates.faults import on_clocks_in
from accords.editing.entries import ClaimEntry, EntryError
from accords.model.additions import known_ids
from accords.model.agreement import Agreement
from accords.model.conditions import Condition
from accords.model.events import Finding
from accords.model.obligations import Obligation
from accords.suggest import UnknownIdError
from accords.vocabulary import EventKind

__all__ = ["defined_as_of", "finding_of", "kind_of", "new_due_of"]


def kind_of(entry: ClaimEntry, duty: Obligation | None) -> EventKind:
    """What sort of happening a new event is. Raises EntryError where two are said."""
    for option, given, kind in (
        ("--found", entry.found, EventKind.FINDING),
        ("--new-due", entry.new_due, EventKind.POSTPONEMENT),
    ):
        if given is not None:
            if entry.kind not in (None, kind):
                raise EntryError(f'{option} makes the event a {kind}, and --kind says "{entry.kind}": give one of them')
            return kind
    if entry.kind is not None:
        return entry.kind
    return EventKind.CONDUCT if duty is None or duty.is_continuing else EventKind.PERFORMANCE


def finding_of(record: Agreement, entry: ClaimEntry) -> Finding | None:
    """The verdict that is entered: on the duty that it is about, or on what is named."""
    given = [option for option, value in entry.of_findings.items() if value]
    if entry.found is None:
        if given:
            raise EntryError(f"{given[0]} goes with --found VERDICT")
        return None
    duties = {each.id for each in record.obligations}
    on_id = entry.found_on or (entry.target if entry.target in duties else None)
    if on_id is None:
        raise EntryError("--found: say with --found-on what it is about: a duty, an event or a condition")
    subjects = [name for name, kind in known_ids(record).items() if kind in ("obligation", "event", "condition")]
    if on_id not in subjects:
        raise EntryError(f"--found-on: {UnknownIdError(on_id, 'duty, event or condition', subjects)}")
    return Finding(
        on_id=on_id,
        verdict=entry.found,
        obligor_ids=entry.found_of,
        when=entry.found_when,
        reading_id=entry.found_reading,
    )


def new_due_of(record: Agreement, entry: ClaimEntry) -> Condition | None:
    """The new deadline, from its line. Raises EntryError where it cannot be read or there is no duty."""
    if entry.new_due is None:
        return None
    if entry.found is not None:
        raise EntryError("--found and --new-due are two events: enter each by itself")
    duties = {each.id for each in record.obligations}
    if not duties & {entry.target, *entry.bears_on}:
        raise EntryError("--new-due: name the duty whose deadline is moved, as TARGET or with --bears-on")
    return _condition(record, entry.new_due, "--new-due")


def defined_as_of(record: Agreement, entry: ClaimEntry) -> Condition | None:
    """What defines the day of a new event, from its line. Raises EntryError where it cannot be read."""
    return None if entry.defined_as is None else _condition(record, entry.defined_as, "--defined-as")


def _condition(record: Agreement, line: str, option: str) -> Condition:
    try:
        return read_condition(line.strip(), KnownIds.of(record))
    except NotationError as error:
        meant = on_clocks_in(record.time_zone or "", line)
        raise EntryError(
            f"{option}: {error if meant is None or error.meant else f'{line} is written {meant}'}"
        ) from error
