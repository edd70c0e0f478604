"""The statements of a draft: who says what of which happening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve

from accords.model.events import Claim, Event
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.clauses import verb_of
from accords.texts.drafts.counting import mark_numbers
from accords.texts.drafts.cues import CHARGES, CHARGES_THIS, DENIALS, NEGATION, PARTS, SPOKEN
from accords.texts.drafts.duties import CheckedDuty
from accords.texts.drafts.figures import dates_in, numbers_in
from accords.texts.drafts.form import DraftSays, DraftStatement
from accords.texts.drafts.likeness import alike
from accords.texts.drafts.pairing.performing import OtherThing, unlike_duty
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.texts.drafts.suspects import COMING, does, inverted, shortened, speaks, statement_marks, told, words_in
from accords.texts.drafts.unsaid import RowWords
from accords.vocabulary import Basis, EventKind, Extent, Modality, Says
from accords.words import joined, say

__all__ = ["events_of"]


def events_of(
    bench: Bench, rows: tuple[DraftStatement, ...], duties: Mapping[str, CheckedDuty], published: str | None
) -> dict[str, Event]:
    """Key of a happening → the event with everything that is said of it; ``duties`` are those that are kept, by key."""
    events: dict[str, Event] = {}
    by_id = {each.duty.id: each for each in duties.values()}
    for number, row, found in bench.quoted("statements", rows):
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
        bench.keep(row, found, event.id)
        _mark(bench, row, found, event)
        if row.duty:
            _mark_duty(bench, row, duties[row.duty])
        bears_on = (duties[row.duty].duty.id,) if row.duty else ()
        told_now = evolve(
            event,
            actor_ids=tuple(dict.fromkeys((*event.actor_ids, *done))),
            obligation_ids=tuple(dict.fromkeys((*event.obligation_ids, *bears_on))),
            claims=(*event.claims, _claim(bench, row, found, spoken, published)),
        )
        events[key] = _of_its_kind(bench, told_now, [by_id[each] for each in told_now.obligation_ids])
    return events


def _mark_duty(bench: Bench, row: DraftStatement, checked: CheckedDuty) -> None:
    """Note how what is told differs from what is owed, in its thing, place, receiver or number, or in who did it.

    What says itself that it is a part, such as “begun to”, may leave words out.
    """
    if row.says not in (DraftSays.OCCURRED, DraftSays.PLANNED):
        return
    unlike = _unlike(bench, row.summary, checked, (*row.done_by, row.said_by))
    is_part = PARTS.search(row.summary) is not None
    if unlike is not None and unlike.untold and not is_part:
        bench.mark(say("draft.mark.untold", words=inverted(unlike.untold)), "duty")
    added = () if unlike is None else unlike.added
    added = tuple(each for each in added if not is_part or not (PARTS.match(each) or each.startswith("to ")))
    if added:
        bench.mark(say("draft.mark.not_owed", words=inverted(added)), "duty")
    others = tuple(name for name in row.done_by if checked.row.who and name not in checked.row.who)
    if others:
        bench.mark(say("draft.mark.other_doer", names=joined(others)), "duty")


def _unlike(bench: Bench, summary: str, checked: CheckedDuty, names: tuple[str, ...]) -> OtherThing | None:
    row = checked.row
    doers = [called for name in dict.fromkeys((*names, *row.who)) for called in bench.called.get(name, (name,))]
    doers = [each for each in doers if each and each not in row.owed_to]
    return unlike_duty(
        summary, row.action, sentence=f"{checked.found.sentence} {row.place}", receivers=row.owed_to, doers=doers
    )


def _of_its_kind(bench: Bench, event: Event, duties: list[CheckedDuty]) -> Event:
    """The event, as an act that performs what is owed once or again, or as conduct: so nobody's word serves itself."""
    owed = [each for each in duties if not (each.duty.is_continuing or each.duty.modality is Modality.DECLARES)]
    if not duties or not owed or any(claim.says in _CHARGED for claim in event.claims):
        return evolve(event, kind=EventKind.CONDUCT if duties else EventKind.BACKGROUND, extent=None)
    happened = [claim for claim in event.claims if claim.says is Says.OCCURRED]
    in_part = any(_tells_a_part(bench, event, claim, each) for claim in happened for each in owed)
    return evolve(event, kind=EventKind.PERFORMANCE, extent=Extent.PARTIAL if in_part else None)


_CHARGED = (Says.BREACH, Says.NO_BREACH)


def _tells_a_part(bench: Bench, event: Event, claim: Claim, checked: CheckedDuty) -> bool:
    """Whether what is claimed may be less than what is owed, or something else, unless the obligor alone says so."""
    summary = claim.text or ""
    owed = {each.value for each in numbers_in(checked.found.sentence)}
    if PARTS.search(summary) or any(each.value not in owed for each in numbers_in(summary)):
        return True
    if set(event.actor_ids) - set(checked.duty.obligor_ids or event.actor_ids):
        return True
    ids = {*event.actor_ids, claim.claimed_by_id}
    unlike = _unlike(bench, summary, checked, tuple(name for name, id in bench.people.items() if id in ids))
    if unlike is not None and not unlike.is_bare:
        return True
    is_own = claim.claimed_by_id in checked.duty.obligor_ids
    return not is_own and not any(alike(word, verb_of(checked.row.action)) for word in re.findall(r"\w+", summary))


def _speaker(bench: Bench, row: DraftStatement, found: QuotedPassage) -> tuple[str, ...] | None:
    """The speaker, as a tuple of none or one; None where the row is left out for it."""
    if not row.said_by:
        return ()
    spoken = bench.whom((row.said_by,), "said_by")
    calls = (*bench.called.get(row.said_by, ()), *bench.perhaps.get(row.said_by, ()))
    if spoken is not None and not any(each in found.paragraph for each in calls):
        bench.leave(say("draft.speaker_not_there", name=row.said_by), "said_by")
        return None
    return spoken


def _event(bench: Bench, row: DraftStatement, key: str, number: int) -> Event:
    id = bench.take_id(key, f"happening-{number}")
    return Event(id=id, kind=EventKind.BACKGROUND, summary=seen(row.summary))


def _mark(bench: Bench, row: DraftStatement, found: QuotedPassage, event: Event) -> None:
    said = bench.said(row, (*row.done_by, row.said_by))
    denied = _denied(bench, row, found)
    for words in statement_marks(found, DraftSays.of(row.says), said, row.summary, denied, is_told=bool(row.said_by)):
        bench.mark(words)
    _mark_speaker(bench, row, found, said, bool(denied))
    for name in row.done_by:
        if not bench.is_named(name, found.sentence):
            bench.mark(say("draft.mark.unnamed", name=name), "done_by")
        elif not does(_told(bench, row, found), [called for each in row.done_by for called in bench.called[each]]):
            bench.mark(say("draft.mark.done_by", name=name), "done_by")
    _mark_told(bench, row, found)
    bench.mark_others(found.passage.text, said)
    if seen(row.summary) != event.summary:
        bench.mark(say("draft.mark.other_summary", summary=event.summary), "summary")
    mark_numbers(bench, found, row.summary, "summary")


def _mark_told(bench: Bench, row: DraftStatement, found: QuotedPassage) -> None:
    """Note what is told of the happening that the summary leaves out, and a charge that may be of something else."""
    charges = row.says in (DraftSays.BREACH, DraftSays.NO_BREACH)
    told_there = _told(bench, row, found)
    charged = (match[0] for match in CHARGES.finditer(told_there)) if charges else ()
    negated = (match[0] for match in NEGATION.finditer(told_there)) if row.says == DraftSays.NOT_OCCURRED else ()
    planned = (match[0] for match in COMING.finditer(told_there)) if row.says == DraftSays.PLANNED else ()
    names = (*row.done_by, row.said_by)
    left = bench.said(row, names, ("that", *charged, *negated, *planned)).leaves(told_there)
    if left:
        bench.mark(say("draft.mark.told", words=shortened(left)), "summary")
    figures = dict.fromkeys(str(each.value) for each in numbers_in(told_there)) if row.duty else ()
    if figures:
        bench.mark(say("draft.mark.figures", numbers=joined(tuple(figures))), "summary")
    if charges and CHARGES.search(found.sentence) and not CHARGES_THIS.search(found.sentence):
        bench.mark(say("draft.mark.breach_of"), "says")


def _told(bench: Bench, row: DraftStatement, found: QuotedPassage) -> str:
    """The quote without who says so, where it begins with that."""
    quote = found.passage.text
    for called in bench.called.get(row.said_by, ()):
        spoken = speaks(quote, called)
        if spoken is not None and not quote[: spoken.start()].strip(" ,"):
            return re.sub(r"^\W*(?:that\b|on \w+day\b|,)?\s*", "", _undated(quote[spoken.end() :]))
    return quote


def _undated(text: str) -> str:
    """``text`` without the day with which it begins, where “that” stands behind it: the day of saying so."""
    date = next(iter(dates_in(text)), None)
    is_first = date is not None and re.fullmatch(r"\s*(?:on|in)\s*|\s*", text[: date.start]) is not None
    return text[date.end :] if date is not None and is_first and re.match(r"\s+that\b", text[date.end :]) else text


def _denied(bench: Bench, row: DraftStatement, found: QuotedPassage) -> str:
    """The words by which the speaker denies that it happened, in the quote, where the row says that it did not."""
    if row.says != DraftSays.NOT_OCCURRED:
        return ""
    spoken = (speaks(found.passage.text, called) for called in bench.called.get(row.said_by, ()))
    return next((each[0] for each in spoken if each is not None and _DENIES.search(each[0])), "")


_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)


def _mark_speaker(bench: Bench, row: DraftStatement, found: QuotedPassage, said: RowWords, is_denial: bool) -> None:
    """Note where the sentence does not say that the speaker says so, or says that somebody does."""
    sentence = found.sentence
    speech = words_in(SPOKEN, sentence)
    if not row.said_by:
        for words in told("draft.mark.said", speech):
            bench.mark(words, "said_by")
        if re.search(r"[\"“”«»„]", sentence):
            bench.mark(say("draft.mark.quoted"), "said_by")
        bench.mark_around(found, said)
        return
    if not speech:
        bench.mark(say("draft.mark.not_said"), "said_by")
    spoken = next((match for called in bench.called[row.said_by] if (match := speaks(sentence, called))), None)
    if not bench.is_named(row.said_by, sentence):
        bench.mark(say("draft.mark.speaker_elsewhere", name=row.said_by), "said_by")
    elif spoken is None or (DENIALS.search(spoken[0]) and not is_denial):
        bench.mark(say("draft.mark.speaks", name=row.said_by), "said_by")
    dates = (sentence[each.start : each.end] for each in dates_in(sentence))
    more = (spoken[0], "that", *dates) if spoken is not None and (is_denial or not DENIALS.search(spoken[0])) else ()
    bench.mark_around(found, bench.said(row, (*row.done_by, row.said_by), more))


def _claim(
    bench: Bench, row: DraftStatement, found: QuotedPassage, spoken: tuple[str, ...], published: str | None
) -> Claim:
    date = bench.date(row.date, found, "date", published)
    if date is not None and row.said_by and not _is_date_of(row.date, _told(bench, row, found)):
        bench.mark(say("draft.mark.date_of_saying", date=row.date), "date")
    if date is not None and row.says != DraftSays.PLANNED and _is_later(row.date, published or ""):
        bench.mark(say("draft.mark.later", date=row.date, published=published), "date")
    told_there = found.passage.text
    if date is not None and any(_NOT_ON.search(told_there[:at]) for at in _places(row.date, told_there)):
        bench.mark(say("draft.mark.not_on", date=row.date), "date")
    said = _said_on(bench, row, found, published)
    return Claim(
        says=Says.of(row.says),
        when=None if date is None else date[0],
        when_basis=Basis.INFERRED if date is not None and date[1] else Basis.STATED,
        known_on=None if said is None else said[0],
        known_on_basis=Basis.INFERRED if said is not None and said[1] else Basis.STATED,
        claimed_by_id=spoken[0] if spoken else None,
        text=seen(row.summary),
        citations=(bench.cite(found),),
    )


def _said_on(bench: Bench, row: DraftStatement, found: QuotedPassage, published: str | None) -> tuple[str, bool] | None:
    """The day on which somebody said so, and whether its year is inferred; what the row leaves out of it is noted."""
    told_there = _told(bench, row, found)
    if not row.said_on:
        around = found.sentence.replace(told_there, " … ")
        days = [each for each in dates_in(around) if each.day and not (row.date and each.fits(_parts(row.date)))]
        if row.said_by and days:
            bench.mark(say("draft.mark.said_on", words=around[days[0].start : days[0].end].strip()), "said_on")
        return None
    if not row.said_by:
        bench.leave(say("draft.text_speaks"), "said_on")
        return None
    said = bench.date(row.said_on, found, "said_on", published)
    if said is None or _is_later(row.said_on, published or row.said_on):
        if said is not None:
            bench.leave(say("draft.mark.later", date=row.said_on, published=published), "said_on")
        return None
    if not _is_date_of(row.said_on, found.sentence.replace(told_there, " … ")):
        bench.mark(say("draft.mark.date_of_happening", date=row.said_on), "said_on")
    return said


_NOT_ON = re.compile(
    r"\b(?:after|before|by|until|till|around|about|than|between|not|through)\s+(?:the\s+(?:\w+\s+of\s+)?)?$",
    re.IGNORECASE,
)
"""What before a date makes it another day, or one that is not known."""


def _places(date: str, words: str) -> Iterator[int]:
    return (each.start for each in dates_in(words) if each.fits(_parts(date)))


def _parts(date: str) -> tuple[int, ...]:
    return tuple(int(each) for each in date.split("-") if each.isascii() and each.isdigit())


def _is_later(date: str, published: str) -> bool:
    """Whether the date is later than that of the publication, as far as both go."""
    most = min(len(date), len(published))
    return date[:most] > published[:most]


def _is_date_of(date: str, words: str) -> bool:
    return any(each.fits(_parts(date)) for each in dates_in(words))
