"""How an agreement enters into force, in a draft: at once, on a day, once parties ratified or gave notice."""

from __future__ import annotations

import re

from attrs import frozen

from accords.dates import parse_date
from accords.model.conclusion import Term
from accords.model.conditions import AllOf, AtLeast, Condition, Offset, OnConclusion, OnDate, OnEvent
from accords.model.events import Event
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.figures import numbers_in
from accords.texts.drafts.form import DraftBeginning, DraftBegins
from accords.texts.drafts.people import Cast
from accords.texts.drafts.quotes import QuotedPassage
from accords.texts.drafts.suspects import shortened
from accords.texts.drafts.terms.lasting import OURS, WORDS, period_of
from accords.vocabulary import Act, EventKind
from accords.words import say

__all__ = ["Beginning", "beginning_of"]

_ACTS = {DraftBegins.RATIFIED: (Act.RATIFICATION, "ratification"), DraftBegins.NOTIFIED: (Act.NOTIFICATION, "notice")}
_CUES = {
    DraftBegins.CONCLUSION: re.compile(r"\b(?:sign\w*|conclu\w+)\b", re.IGNORECASE),
    DraftBegins.DATE: re.compile(r"\d"),
    DraftBegins.RATIFIED: re.compile(r"\bratif\w+", re.IGNORECASE),
    DraftBegins.NOTIFIED: re.compile(r"\b(?:notif\w+|notices?|notes?|inform\w*)\b", re.IGNORECASE),
}
_ALL = re.compile(r"\b(?:all|both|each|every|the (?:two )?(?:parties|sides|states)|last|latter)\b", re.IGNORECASE)
_FORCE = re.compile(
    r"\b(?:(?:in|into) (?:force|effect)|effective|takes? effect|begins?|starts?|applies)\b", re.IGNORECASE
)
_SAID = (
    f"{WORDS} enters enter takes apply applies begins starts day days on upon once when have has ratified ratification "
    "ratifications ratify instruments instrument exchange deposit deposited both all parties party sides side states "
    "each other two notified notify notifies notification notifications notice notices note notes completion "
    "completed internal procedures required last signed following"
)


@frozen
class Beginning:
    """From when the agreement is in force, and the acts of parties for which that waits, none of which is reported."""

    term: Term
    events: tuple[Event, ...]


def beginning_of(bench: Bench, rows: tuple[DraftBeginning, ...], cast: Cast, published: str | None) -> Beginning | None:
    """When the agreement enters into force, as far as the quoted sentence says it."""
    made: Beginning | None = None
    for _, row, found in bench.quoted("beginning", rows):
        if made is not None:
            bench.leave(say("draft.one_beginning"))
            continue
        begins = DraftBegins.of(row.begins)
        if not _CUES[begins].search(found.sentence):
            bench.leave(say("draft.no_beginning", begins=begins.meaning), "begins")
            continue
        events = _events(bench, begins, found, cast)
        start = _start(bench, row, found, begins, events, published)
        if start is None:
            continue
        length = period_of(bench, row.after_count, row.after_unit, found, "after_count")
        if row.after_count and length is None:
            continue
        bench.keep(row, found, "beginning")
        _mark(bench, row, found)
        condition = start if length is None else Offset(anchor=start, duration=length)
        made = Beginning(Term(entry_into_force=condition, citations=(bench.cite(found),)), events)
    return made


def _start(
    bench: Bench,
    row: DraftBeginning,
    found: QuotedPassage,
    begins: DraftBegins,
    events: tuple[Event, ...],
    published: str | None,
) -> Condition | None:
    """From what the beginning is counted; None where the sentence does not state it, which is noted."""
    if begins is DraftBegins.CONCLUSION:
        return OnConclusion()
    if begins is DraftBegins.DATE:
        date = bench.date(row.date, found, "date", published)
        if date is None and not row.date:
            bench.leave(say("draft.no_day"), "date")
        return None if date is None else OnDate(value=parse_date(date[0]))
    if not events:
        bench.leave(say("draft.no_parties"), "begins")
        return None
    done = tuple(OnEvent(event_id=event.id) for event in events)
    if not row.count:
        if not _ALL.search(found.sentence):
            bench.mark(say("draft.mark.not_all"), "count")
        return AllOf(conditions=done) if len(done) > 1 else OnEvent(event_id=events[0].id)
    if not 0 < row.count <= len(done) or row.count not in [each.value for each in numbers_in(found.sentence)]:
        bench.leave(say("draft.number_not_there", number=row.count), "count")
        return None
    return AtLeast(count=row.count, conditions=done)


def _events(bench: Bench, begins: DraftBegins, found: QuotedPassage, cast: Cast) -> tuple[Event, ...]:
    """An act of each party, of which nothing is said yet."""
    if begins not in _ACTS:
        return ()
    act, name = _ACTS[begins]
    names = {actor.id: actor.name for actor in cast.actors}
    return tuple(
        Event(
            id=bench.take_id(f"{name}-{party.actor_id}", name),
            kind=EventKind.MILESTONE,
            act=act,
            actor_ids=(party.actor_id,),
            summary=say(f"draft.begins.{begins}", name=names[party.actor_id]),
            citations=(bench.cite(found),),
        )
        for party in cast.parties
    )


def _mark(bench: Bench, row: DraftBeginning, found: QuotedPassage) -> None:
    """Note that it is not said to be this agreement that begins so, and whatever else the sentence says."""
    if not OURS.search(found.passage.text):
        bench.mark(say("draft.mark.whose_beginning"))
    if not _FORCE.search(found.passage.text):
        bench.mark(say("draft.mark.no_force"))
    said = bench.said(row, bench.sides, (_SAID,))
    left = said.leaves(found.passage.text)
    if left:
        bench.mark(say("draft.mark.aside", words=shortened(left)))
    bench.mark_around(found, said)
