"""The duties of a draft: who owes what by when, as far as the quoted sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from accords.dates import DateError, parse_date
from accords.model.conditions import Condition, OnConclusion, OnDate, OnEntryIntoForce, Prose
from accords.model.obligations import Continuing, Obligation, Performance, Recurring
from accords.texts.drafts.bearing import bearers, mark_duty
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.clauses import verb_of
from accords.texts.drafts.counting import holding_days, is_counted_out, mark_numbers
from accords.texts.drafts.cues import LASTS, UNTIL
from accords.texts.drafts.figures import dates_in, numbers_in
from accords.texts.drafts.form import Draft, DraftDuty, DraftUnit
from accords.texts.drafts.likeness import alike
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.texts.drafts.terms.rounds import rounds_in
from accords.texts.drafts.unsaid import tied_to
from accords.vocabulary import Modality, ObligorBasis
from accords.words import say

__all__ = ["ANCHORS", "PERIODS", "CheckedDuty", "checked_duties"]

PERIODS = {
    DraftUnit.HOUR: "PT{}H",
    DraftUnit.DAY: "P{}D",
    DraftUnit.WEEK: "P{}W",
    DraftUnit.MONTH: "P{}M",
    DraftUnit.YEAR: "P{}Y",
}
_NOTHING_ELSE = Draft()
ANCHORS: Mapping[str, Condition] = {"conclusion": OnConclusion(), "entry_into_force": OnEntryIntoForce()}


@frozen
class CheckedDuty:
    """A duty as far as it goes without others, its row, and where that stands."""

    number: int
    row: DraftDuty
    found: QuotedPassage
    duty: Obligation


def checked_duties(bench: Bench, rows: tuple[DraftDuty, ...], draft: Draft = _NOTHING_ELSE) -> dict[str, CheckedDuty]:
    """Key → what is kept of the duty, deadlines that hang on other rows of ``draft`` left to ``with_deadline``."""
    kept: dict[str, CheckedDuty] = {}
    for number, row, found in bench.quoted("duties", rows):
        if row.key in kept or row.key in ANCHORS:
            bench.leave(say("draft.key_twice", name=row.key))
            continue
        whom, to = bench.whom(row.who, "who"), bench.whom(row.owed_to, "owed_to")
        if not seen(row.action):
            bench.leave(say("draft.no_action"))
        if whom is None or not seen(row.action):
            continue
        modality = Modality.of(row.modality)
        id = bench.take_id(row.key or row.action[:40], f"duty-{number}")
        bench.keep(row, found, id)
        tied = tied_to(row, draft)
        mark_duty(bench, row, found, tied)
        _mark_place(bench, row, found.sentence)
        _mark_waiting(bench, row, draft)
        duty = Obligation(
            id=id,
            obligor_ids=whom,
            obligor_basis=_basis(bench, row, found),
            owed_to_ids=_owed_to(bench, whom, to or ()),
            modality=modality,
            performance=_performance(bench, row, found, tied.words),
            action=seen(row.action),
            trigger=_trigger(bench, row, found),
            not_before=_days(bench, row)[0] if row.condition in found.sentence else None,
            ends=_ends(bench, row, found, modality),
            place=_place(bench, row, found),
            citations=(bench.cite(found),),
        )
        kept[row.key] = CheckedDuty(number, row, found, duty)
    return kept


def _mark_place(bench: Bench, row: DraftDuty, sentence: str) -> None:
    """Note a place that the sentence has not, or has only as where something is from, or what it is for."""
    if not seen(row.place):
        return
    found = [_NOT_AT.search(sentence[: each.start()]) for each in re.finditer(re.escape(row.place), sentence)]
    turned = [each[0].strip() for each in found if each is not None]
    if not found:
        bench.mark(say("draft.mark.elsewhere", words=row.place), "place")
    elif len(turned) == len(found):
        bench.mark(say("draft.mark.turned", words=turned[0]), "place")


_NOT_AT = re.compile(r"\b(?:from|for|about|against)\s+(?:the\s+)?$", re.IGNORECASE)
"""What before a place makes it another thing than where something is done."""


def _mark_waiting(bench: Bench, row: DraftDuty, draft: Draft) -> None:
    """Note where the words on which a duty waits name another duty of the draft, with who owes it."""
    for part, words in (("condition", row.condition), ("due_words", row.due_words)):
        there = re.findall(r"\w+", words)
        for other in draft.duties if there else ():
            verb = verb_of(other.action)
            is_named = verb and any(alike(each, verb) for each in there) and any(map(words.__contains__, other.who))
            if other is not row and is_named:
                bench.mark(say("draft.mark.waits_for", name=other.key), part)


def _owed_to(bench: Bench, whom: tuple[str, ...], to: tuple[str, ...]) -> tuple[str, ...]:
    if set(whom) & set(to):
        bench.leave(say("draft.owed_to_itself"), "owed_to")
    return tuple(each for each in to if each not in whom)


def _basis(bench: Bench, row: DraftDuty, found: QuotedPassage) -> ObligorBasis:
    if not row.who:
        return ObligorBasis.NOT_STATED
    is_stated = bearers(bench, row, found) is not None or all(bench.is_named(each, found.sentence) for each in row.who)
    return ObligorBasis.STATED if is_stated else ObligorBasis.INFERRED


def _performance(bench: Bench, row: DraftDuty, found: QuotedPassage, tied: Iterable[str]) -> Performance | None:
    modality = Modality.of(row.modality)
    comes_round = bool(row.every_count or row.times)
    if row.every_count:
        if row.every_count < 0 or (row.every_count, row.every_unit) not in rounds_in(found.sentence):
            bench.leave(say("draft.round_not_there", count=row.every_count, unit=_unit(row.every_unit)), "every_count")
            comes_round = False
        elif row.every_unit not in PERIODS:
            bench.leave(say("draft.no_unit"), "every_unit")
            comes_round = False
    if row.times and (row.times < 0 or row.times not in [each.value for each in numbers_in(found.sentence)]):
        bench.leave(say("draft.number_not_there", number=row.times), "times")
        comes_round = False
    if comes_round and row.every_count:
        if row.times and not is_counted_out(found.sentence, row.times):
            bench.mark(say("draft.mark.not_times", number=row.times), "times")
        own = (each.value for each in numbers_in(" ".join((row.action, *tied))))
        mark_numbers(bench, found, "", "every_count", (row.every_count, row.times, *own))
        every = PERIODS[DraftUnit.of(row.every_unit)].format(row.every_count)
        return Recurring(every=every, times=row.times or None)
    if comes_round:
        bench.leave(say("draft.times_alone"), "times")
    return Continuing() if row.continuing and modality is not Modality.DECLARES else None


def _unit(unit: str) -> str:
    return say(f"draft.unit.{unit}")


def _trigger(bench: Bench, row: DraftDuty, found: QuotedPassage) -> Condition | None:
    if not seen(row.condition):
        return None
    if row.condition not in found.sentence:
        bench.leave(say("draft.words_not_there", words=row.condition), "condition")
        return None
    start, end = _days(bench, row)
    dates = dates_in(row.condition)
    day = start or end
    if day is not None and all(each.year is None for each in dates):
        bench.mark(say("draft.year_inferred", year=str(day.value)[:4]), "condition")
    is_end = end is not None or LASTS.match(row.condition) is not None
    ends = _ends(bench, row, found, Modality.of(row.modality)) if is_end else None
    if is_end and ends is None:
        bench.leave(say("draft.lasts", words=row.condition), "condition")
    elif start is None and end is None and dates and _TIMELY.fullmatch(row.condition[: dates[0].start]):
        bench.mark(say("draft.mark.date_in_words", words=row.condition), "condition")
    return None if is_end or start is not None else Prose(text=row.condition)


_TIMELY = re.compile(
    r"\W*(?!(?:if|unless|when|whe|provided|in case|subject)\w*\b)(?:[\w-]+(?:\s+|$)){0,5}", re.IGNORECASE
)
"""What stands before a date in words that say when, and not what has to happen."""


def _ends(bench: Bench, row: DraftDuty, found: QuotedPassage, modality: Modality) -> Condition | None:
    """What ends a duty that is kept from day to day, where its condition begins with such as “until”."""
    lasts = modality in (Modality.MUST_NOT, Modality.MAY) or row.continuing
    if not lasts or modality is Modality.DECLARES or row.condition not in found.sentence:
        return None
    end, until = _days(bench, row)[1], UNTIL.match(row.condition)
    if end is not None or until is None or modality is Modality.MAY:
        return end
    return Prose(text=row.condition[until.end() :])


def _days(bench: Bench, row: DraftDuty) -> tuple[OnDate | None, OnDate | None]:
    """From which day and until which day a duty holds, where its condition says just that."""
    published = bench.edition.source.get("published") or ""
    start, end = holding_days(row.condition, published[:4], forbids=row.modality == Modality.MUST_NOT)
    try:
        return _on(start), _on(end)
    except DateError:
        return None, None


def _on(date: str | None) -> OnDate | None:
    return None if date is None else OnDate(value=parse_date(date))


def _place(bench: Bench, row: DraftDuty, found: QuotedPassage) -> str | None:
    if seen(row.place) and row.place not in found.paragraph:
        bench.leave(say("draft.words_not_there", words=row.place), "place")
        return None
    return seen(row.place) or None
