"""Which event of a record an entry is about: never guessed, and asked where two could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from accords.checks.lookups.happenings import DATED, DOINGS, meet, span, spans
from accords.editing.entries import ClaimEntry, EntryError
from accords.editing.fitting import NOT_STATED
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.prose import printable
from accords.suggest import nearest
from accords.vocabulary import EventKind, Says

__all__ = ["events_there", "meant_event", "refuse_unknown"]

_MOST = 12
_OF_ITS_DAY = (None, *(each for each in DATED if each is not Says.NO_BREACH))


def refuse_unknown(record: Agreement, entry: ClaimEntry) -> None:
    """Raise EntryError where an actor, a source or an id of another thing is none of the record."""
    actors = {each.id: each.name for each in record.actors}
    sources = {each.id: each.title for each in record.sources}
    events = {each.id: each.summary for each in record.events}
    duties = {each.id: each.label or each.action for each in record.obligations}
    readings = {each.id: each.text for duty in record.obligations for each in duty.readings}
    asked: list[tuple[str, str, str | None, dict[str, str]]] = [
        ("--said-by", "actor", entry.said_by, actors),
        *(("--done-by", "actor", each, actors) for each in entry.done_by if each != NOT_STATED),
        *(("--source", "source", each.source_id, sources) for each in entry.citations),
        *(("--about", "event", each, events) for each in entry.about),
        *(("--bears-on", "duty", each, duties) for each in entry.bears_on),
        ("--occurrence-of", "event", entry.occurrence_of, events),
        ("--event", "event", entry.event, events),
        ("--reading", "reading", entry.reading, readings),
        ("--found-reading", "reading", entry.found_reading, readings),
        *(("--found-of", "actor", each, actors) for each in entry.found_of),
    ]
    for option, noun, wanted, known in asked:
        if wanted is not None and wanted not in known:
            raise EntryError(_unknown(option, noun, wanted, known))


def meant_event(record: Agreement, entry: ClaimEntry) -> Event | None:
    """The event of the record that ``entry`` is about; None where it is about a new one.

    Raises EntryError where nothing has the id, or where an event of the duty could be the same happening.
    """
    events = {each.id: each for each in record.events}
    duties = {each.id: each.label or each.action for each in record.obligations}
    if entry.target in events:
        if entry.is_new or entry.event not in (None, entry.target):
            raise EntryError(f'"{entry.target}" is an event: --event and --new-event go with the id of a duty')
        if entry.turn not in (None, events[entry.target].instance):
            raise EntryError(f'--turn: the event "{entry.target}" is in the record already; --edit changes it')
        return events[entry.target]
    if entry.target not in duties:
        if entry.is_new and entry.event is None and entry.kind is not None:
            return None
        known = {**duties, **{name: each.summary for name, each in events.items()}}
        hint = "\na new event that bears on no duty needs --kind" if entry.is_new else ""
        raise EntryError(_unknown("", "event or duty", entry.target, known) + hint)
    if entry.event is not None:
        if entry.is_new:
            raise EntryError("--event and --new-event say opposite things: give one of them")
        chosen = events[entry.event]
        if entry.target not in chosen.obligation_ids:
            raise EntryError(f'--event: the event "{chosen.id}" does not bear on "{entry.target}"')
        return chosen
    likely = [] if entry.is_new else list(_overlapping(record, entry))
    if likely:
        raise EntryError(
            f'the record has what may be the same happening under "{entry.target}":{_offered(likely)}'
            "\nsay which it is with --event, or --new-event that it is another one"
        )
    return None


def events_there(record: Agreement, entry: ClaimEntry) -> str:
    """The events of the duty that a new one would stand beside, with what names each; nothing where there is none."""
    there = [] if entry.is_new else [each for each in record.events if entry.target in each.obligation_ids]
    return f'\nunder "{entry.target}" the record has{_offered(there)}' if there else ""


def _offered(events: list[Event]) -> str:
    lines = "".join(f"\n  --event {each.id}: {_short(each.summary)}" for each in events[:_MOST])
    return f"{lines}\n  and {len(events) - _MOST} more" if len(events) > _MOST else lines


def _overlapping(record: Agreement, entry: ClaimEntry) -> Iterator[Event]:
    """The events of the duty and turn whose days could be those of the entry; one without a day could be any.

    What had not happened by a day, or was planned for one, could have happened on any; and that there was no breach may
    be said of what was charged for another day.
    """
    kind = EventKind.FINDING if entry.found else EventKind.POSTPONEMENT if entry.new_due else entry.kind
    mine = span(entry.when, entry.until) if entry.says in _OF_ITS_DAY else (date.min, date.max)
    for event in record.events:
        if entry.target not in event.obligation_ids or not _is_doing(event.kind, kind):
            continue
        if None not in (entry.turn, event.instance) and entry.turn != event.instance:
            continue
        days = spans(event)
        if not days or any(meet(mine, each) for each in days):
            yield event


def _is_doing(there: EventKind, mine: EventKind | None) -> bool:
    return there in DOINGS if mine is None or mine in DOINGS else there is mine


def _unknown(option: str, noun: str, wanted: str, known: dict[str, str]) -> str:
    """What there is in place of an id that is none: what comes near, or has the word in it, else all."""
    lead = f"{option}: " if option else ""
    if not known:
        return f'{lead}no {noun} has the id "{wanted}"; the record has none at all'
    near = dict.fromkeys((*_near(wanted, known), *_with_word(wanted, known)))
    shown = list(near or known)
    lines = "".join(f"\n  {each}: {_short(known[each])}" for each in shown[:_MOST])
    more = f"\n  and {len(shown) - _MOST} more" if len(shown) > _MOST else ""
    asked = "did you mean" if near else "there are"
    return f'{lead}no {noun} has the id "{wanted}"; {asked}{lines}{more}'


def _near(wanted: str, known: Iterable[str]) -> Iterator[str]:
    best = nearest(wanted, known)
    if best is not None:
        yield best


def _with_word(wanted: str, known: dict[str, str]) -> Iterator[str]:
    word = wanted.casefold().strip()
    for name, text in known.items():
        if word and (word in name.casefold() or word in text.casefold()):
            yield name


def _short(text: str) -> str:
    words = printable(" ".join(text.split()))
    return words if len(words) <= 80 else f"{words[:79]}…"
