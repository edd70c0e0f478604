"""Uses of rights: what ends or stands still, where somebody uses a right or gives a notice."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.model.walk import events_in
from accords.vocabulary import EventKind, Modality

__all__ = ["USES"]


def power_ended_by_use(index: Index) -> Iterator[Diagnostic]:
    """ACC546: a termination or a suspension names a power of its own actor, which it ends or suspends for all."""
    powers = {each.id: each.obligor_ids for each in index.agreement.obligations if each.modality is Modality.MAY}
    for place, event in enumerate(index.agreement.events):
        if event.kind not in (EventKind.TERMINATION, EventKind.SUSPENSION):
            continue
        for at, duty_id in enumerate(event.obligation_ids):
            if set(powers.get(duty_id, ())) & set(event.actor_ids):
                does = "ends" if event.kind is EventKind.TERMINATION else "suspends"
                yield index.found(
                    "ACC546",
                    f'it {does} the right "{duty_id}" itself, for all who have it; it is no use of it',
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


USES: tuple[Check, ...] = (
    Check("ACC546", power_ended_by_use, (Event, Obligation)),
    Check("ACC547", suspends_all, (Event, Obligation)),
)
"""Code → the check that yields it."""
