"""The duties of a draft: who owes what by when, as far as the quoted sentence says it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from accords.dates import DateError, parse_date
from accords.model.conditions import (
    Condition,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.obligations import Continuing, Obligation, Performance, Recurring
from accords.texts.drafts.bearing import bearers, mark_duty
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.counting import is_counted_from, is_deadline, is_latest, mark_numbers
from accords.texts.drafts.figures import hours_in, numbers_in, periods_in, rounds_in
from accords.texts.drafts.form import NOT_STATED, DraftDuty, DraftSide, DraftUnit
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.vocabulary import Modality, ObligorBasis
from accords.words import say

__all__ = ["CheckedDuty", "checked_duties", "with_deadline"]

_PERIODS = {
    DraftUnit.HOUR: "PT{}H",
    DraftUnit.DAY: "P{}D",
    DraftUnit.WEEK: "P{}W",
    DraftUnit.MONTH: "P{}M",
    DraftUnit.YEAR: "P{}Y",
}
_BEFORE = ("before", "prior", "ahead", "earlier")
_AFTER = ("after", "from", "of", "following", "within", "since", "later", "upon")
ANCHORS: Mapping[str, Condition] = {"conclusion": OnConclusion(), "entry_into_force": OnEntryIntoForce()}


@frozen
class CheckedDuty:
    """A duty as far as it goes without others, its row, and where that stands."""

    number: int
    row: DraftDuty
    found: QuotedPassage
    duty: Obligation


def checked_duties(bench: Bench, rows: tuple[DraftDuty, ...]) -> dict[str, CheckedDuty]:
    """Key → what is kept of the duty, deadlines that hang on other rows left to ``with_deadline``."""
    kept: dict[str, CheckedDuty] = {}
    for number, row in enumerate(rows, 1):
        bench.look_at("duties", number)
        found = bench.find(row)
        if found is None:
            continue
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
        mark_duty(bench, row, found)
        duty = Obligation(
            id=id,
            obligor_ids=whom,
            obligor_basis=_basis(bench, row, found),
            owed_to_ids=_owed_to(bench, whom, to or ()),
            modality=modality,
            performance=_performance(bench, row, found, modality),
            action=seen(row.action),
            trigger=_trigger(bench, row, found),
            place=_place(bench, row, found),
            citations=(bench.cite(found),),
        )
        kept[row.key] = CheckedDuty(number, row, found, duty)
    return kept


def _owed_to(bench: Bench, whom: tuple[str, ...], to: tuple[str, ...]) -> tuple[str, ...]:
    if set(whom) & set(to):
        bench.leave(say("draft.owed_to_itself"), "owed_to")
    return tuple(each for each in to if each not in whom)


def _basis(bench: Bench, row: DraftDuty, found: QuotedPassage) -> ObligorBasis:
    if not row.who:
        return ObligorBasis.NOT_STATED
    is_stated = bearers(bench, row, found) is not None or all(bench.is_named(each, found.sentence) for each in row.who)
    return ObligorBasis.STATED if is_stated else ObligorBasis.INFERRED


def _performance(bench: Bench, row: DraftDuty, found: QuotedPassage, modality: Modality) -> Performance | None:
    comes_round = bool(row.every_count or row.times)
    if row.every_count:
        if row.every_count < 0 or (row.every_count, row.every_unit) not in rounds_in(found.sentence):
            bench.leave(say("draft.round_not_there", count=row.every_count, unit=_unit(row.every_unit)), "every_count")
            comes_round = False
        elif row.every_unit not in _PERIODS:
            bench.leave(say("draft.no_unit"), "every_unit")
            comes_round = False
    if row.times and (row.times < 0 or row.times not in [each.value for each in numbers_in(found.sentence)]):
        bench.leave(say("draft.number_not_there", number=row.times), "times")
        comes_round = False
    if comes_round and row.every_count:
        mark_numbers(bench, found, "", "every_count", (row.every_count, row.times))
        every = _PERIODS[DraftUnit.of(row.every_unit)].format(row.every_count)
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
    return Prose(text=row.condition)


def _place(bench: Bench, row: DraftDuty, found: QuotedPassage) -> str | None:
    if seen(row.place) and row.place not in found.paragraph:
        bench.leave(say("draft.words_not_there", words=row.place), "place")
        return None
    return seen(row.place) or None


# ---- deadlines


def with_deadline(
    bench: Bench,
    checked: CheckedDuty,
    duties: Mapping[str, CheckedDuty],
    events: Mapping[str, str],
    published: str | None,
) -> Obligation:
    """The duty with its deadline: a date, a period from something, or words; the first of them that is stated."""
    row, found = checked.row, checked.found
    bench.look_at("duties", checked.number)
    stated = [bool(row.due_date), bool(row.due_count), bool(seen(row.due_words))]
    due = _on_date(bench, row, found, published) if row.due_date else None
    if due is None and row.due_count:
        due = _counted(bench, checked, duties, events)
    if due is None and seen(row.due_words):
        due = _in_words(bench, row, found)
    if sum(stated) > 1 and due is not None:
        bench.mark(say("draft.mark.several_deadlines"), "due_date")
    if due is not None and checked.duty.modality in (Modality.DECLARES, Modality.MUST_NOT):
        bench.leave(say("draft.no_deadline_for", modality=say(f"modality.{row.modality}")), "due_date")
        due = None
    return evolve(checked.duty, due=due)


def _on_date(bench: Bench, row: DraftDuty, found: QuotedPassage, published: str | None) -> Condition | None:
    date = bench.date(row.due_date, found, "due_date", published)
    if date is None:
        return None
    if not is_deadline(found.sentence, row.due_date):
        bench.mark(say("draft.mark.not_by", date=row.due_date), "due_date")
    value = date[0]
    if row.due_hour:
        value = _at_hour(bench, row, found, value)
    try:
        return OnDate(value=parse_date(value))
    except DateError as wrong:
        bench.leave(str(wrong), "due_date")
        return None


def _at_hour(bench: Bench, row: DraftDuty, found: QuotedPassage, day: str) -> str:
    pieces = row.due_hour.split(":")
    clock = tuple(int(each) for each in pieces if each.isascii() and each.isdigit())
    if len(clock) != 2 or len(day) != 10 or clock not in hours_in(found.sentence):
        bench.leave(say("draft.hour_not_there", hour=row.due_hour), "due_hour")
        return day
    zone = "Z" if row.due_zone in ("Z", "+00:00", "UTC", "GMT") else row.due_zone
    named = ("UTC", "GMT", "Greenwich") if zone == "Z" else (row.due_zone, f"UTC{row.due_zone}", f"GMT{row.due_zone}")
    if not zone or not any(name in found.sentence for name in named):
        bench.leave(say("draft.zone_not_there", hour=row.due_hour), "due_hour")
        return day
    return f"{day}T{clock[0]:02}:{clock[1]:02}:00{zone}"


def _counted(
    bench: Bench, checked: CheckedDuty, duties: Mapping[str, CheckedDuty], events: Mapping[str, str]
) -> Condition | None:
    row, sentence = checked.row, checked.found.sentence
    if NOT_STATED in (row.due_unit, row.due_side):
        bench.leave(say("draft.no_unit"), "due_count")
        return None
    if (row.due_count, row.due_unit) not in {(count, unit) for count, unit, _ in periods_in(sentence)}:
        bench.leave(say("draft.period_not_there", count=row.due_count, unit=_unit(row.due_unit)), "due_count")
        return None
    anchor = ANCHORS.get(row.due_of)
    if anchor is None and row.due_of in duties:
        anchor = OnObligation(obligation_id=duties[row.due_of].duty.id)
    if anchor is None and row.due_of in events:
        anchor = OnEvent(event_id=events[row.due_of])
    if anchor is None:
        bench.leave(say("draft.no_anchor", name=row.due_of), "due_of")
        return None
    words = set(sentence.casefold().replace(",", " ").split())
    said, other = (_BEFORE, _AFTER) if row.due_side == DraftSide.BEFORE else (_AFTER, _BEFORE)
    if not words.intersection(said) or words.intersection(other):
        bench.mark(say("draft.mark.side", side=say(f"draft.side.{row.due_side}")), "due_side")
    if not is_counted_from(sentence, row.due_count, row.due_unit, row.due_of):
        bench.mark(say("draft.mark.anchor", anchor=row.due_of), "due_of")
    if not is_latest(sentence, row.due_count, row.due_unit):
        bench.mark(say("draft.mark.not_within", count=row.due_count, unit=_unit(row.due_unit)), "due_count")
    count = -row.due_count if row.due_side == DraftSide.BEFORE else row.due_count
    if row.due_unit == DraftUnit.WORKING_DAY:
        return Offset(anchor=anchor, working_days=count)
    period = _PERIODS[DraftUnit.of(row.due_unit)].format(row.due_count)
    return Offset(anchor=anchor, duration=f"-{period}" if count < 0 else period)


def _in_words(bench: Bench, row: DraftDuty, found: QuotedPassage) -> Condition | None:
    if row.due_words not in found.sentence:
        bench.leave(say("draft.words_not_there", words=row.due_words), "due_words")
        return None
    return Vague(text=row.due_words)
