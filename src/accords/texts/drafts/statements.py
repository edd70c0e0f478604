"""The statements of a draft: who says what of which happening."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from accords.model.events import Claim, Event
from accords.texts.drafts.amounts import mark_numbers
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.form import DraftSays, DraftStatement
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.texts.drafts.suspects import speaks, statement_marks
from accords.vocabulary import Basis, EventKind, Says
from accords.words import say

__all__ = ["events_of"]


def events_of(
    bench: Bench, rows: tuple[DraftStatement, ...], duties: Mapping[str, str], published: str | None
) -> dict[str, Event]:
    """Key of a happening → the event with everything that is said of it; ``duties`` has the id of each key."""
    events: dict[str, Event] = {}
    for number, row in enumerate(rows, 1):
        bench.look_at("statements", number)
        found = bench.find(row)
        if found is None:
            continue
        spoken, done = _speaker(bench, row, found), bench.whom(row.done_by, "done_by")
        if row.duty and row.duty not in duties:
            bench.leave(say("draft.no_duty", name=row.duty), "duty")
            continue
        if not seen(row.summary):
            bench.leave(say("draft.no_summary"))
        if spoken is None or done is None or not seen(row.summary):
            continue
        key = row.happening or f"statement {number}"
        event = events.get(key) or _event(bench, row, key, number)
        bench.keep(row, found, event.id, (*row.done_by, row.said_by) if row.said_by else row.done_by)
        _mark(bench, row, found, event)
        bears_on = (duties[row.duty],) if row.duty else ()
        events[key] = evolve(
            event,
            actor_ids=tuple(dict.fromkeys((*event.actor_ids, *done))),
            obligation_ids=tuple(dict.fromkeys((*event.obligation_ids, *bears_on))),
            kind=EventKind.CONDUCT if bears_on or event.obligation_ids else EventKind.BACKGROUND,
            claims=(*event.claims, _claim(bench, row, found, spoken, published)),
        )
    return events


def _speaker(bench: Bench, row: DraftStatement, found: QuotedPassage) -> tuple[str, ...] | None:
    """The speaker, as a tuple of none or one; None where the row is left out for it."""
    if not row.said_by:
        return ()
    spoken = bench.whom((row.said_by,), "said_by")
    if spoken is not None and not bench.is_named(row.said_by, found.paragraph):
        bench.leave(say("draft.speaker_not_there", name=row.said_by), "said_by")
        return None
    return spoken


def _event(bench: Bench, row: DraftStatement, key: str, number: int) -> Event:
    id = bench.take_id(key, f"happening-{number}")
    return Event(id=id, kind=EventKind.BACKGROUND, summary=seen(row.summary))


def _mark(bench: Bench, row: DraftStatement, found: QuotedPassage, event: Event) -> None:
    for words in statement_marks(found, DraftSays.of(row.says), bool(row.said_by), row.summary):
        bench.mark(words)
    if row.said_by and not bench.is_named(row.said_by, found.sentence):
        bench.mark(say("draft.mark.speaker_elsewhere", name=row.said_by), "said_by")
    elif row.said_by and not any(speaks(found.sentence, called) for called in bench.called[row.said_by]):
        bench.mark(say("draft.mark.speaks", name=row.said_by), "said_by")
    for name in row.done_by:
        if not bench.is_named(name, found.sentence):
            bench.mark(say("draft.mark.unnamed", name=name), "done_by")
    if seen(row.summary) != event.summary:
        bench.mark(say("draft.mark.other_summary", summary=event.summary), "summary")
    mark_numbers(bench, found, row.summary, "summary")


def _claim(
    bench: Bench, row: DraftStatement, found: QuotedPassage, spoken: tuple[str, ...], published: str | None
) -> Claim:
    date = bench.date(row.date, found, "date", published)
    return Claim(
        says=Says.of(row.says),
        when=None if date is None else date[0],
        when_basis=Basis.INFERRED if date is not None and date[1] else Basis.STATED,
        claimed_by_id=spoken[0] if spoken else None,
        text=seen(row.summary),
        citations=(bench.cite(found),),
    )
