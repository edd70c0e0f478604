"""The deadlines of a draft: a date, a period from something, or words, as far as the quoted sentence says so."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from attrs import evolve

from accords.dates import DateError, parse_date
from accords.model.conditions import Condition, Offset, OnDate, OnEvent, OnObligation, Vague
from accords.model.obligations import Obligation, Recurring
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.counting import is_before, is_counted_from, is_deadline, is_hour_of, is_latest
from accords.texts.drafts.cues import BY_THEN, UNTIL_DAY
from accords.texts.drafts.duties import ANCHORS, PERIODS, CheckedDuty
from accords.texts.drafts.figures import ZONES, dates_in, hours_in, periods_in
from accords.texts.drafts.form import NOT_STATED, DraftDuty, DraftSide, DraftUnit
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.vocabulary import Modality
from accords.words import say

__all__ = ["with_deadline"]

_BEFORE = ("before", "prior", "ahead", "earlier")
_AFTER = ("after", "from", "of", "following", "within", "since", "later", "upon")
_WHOLE_DAY = 24
_WHOLE_DATE = len("2022-11-23")
_MIDNIGHT = re.compile(r"\bmidnight\b", re.IGNORECASE)


def with_deadline(
    bench: Bench,
    checked: CheckedDuty,
    duties: Mapping[str, CheckedDuty],
    events: Mapping[str, str],
    published: str | None,
) -> Obligation:
    """The duty with its deadline: a date, a period from something, or words; the first of them that is stated."""
    bench.look_at("duties", checked.number)
    made = _dated(bench, checked, duties, events, published)
    if made.modality is Modality.MUST_NOT and isinstance(made.performance, Recurring) and made.ends is None:
        bench.leave(say("draft.no_turns_for", modality=say(f"modality.{checked.row.modality}")), "every_count")
        return evolve(made, performance=None)
    return made


def _dated(
    bench: Bench,
    checked: CheckedDuty,
    duties: Mapping[str, CheckedDuty],
    events: Mapping[str, str],
    published: str | None,
) -> Obligation:
    row, found = checked.row, checked.found
    stated = [bool(row.due_date), bool(row.due_count), bool(seen(row.due_words))]
    due = _on_date(bench, row, found, published) if row.due_date else None
    if due is None and row.due_count:
        due = _counted(bench, checked, duties, events)
    if due is None and seen(row.due_words):
        due = _in_words(bench, row, found)
    if sum(stated) > 1 and due is not None:
        bench.mark(say("draft.mark.several_deadlines"), "due_date")
    if isinstance(due, OnDate) and checked.duty.ends is None and _is_last_day(row, found):
        return evolve(checked.duty, ends=due)
    if due is not None and checked.duty.modality in (Modality.DECLARES, Modality.MUST_NOT):
        bench.leave(say("draft.no_deadline_for", modality=say(f"modality.{row.modality}")), "due_date")
        due = None
    if isinstance(due, OnDate) and row.continuing:
        bench.mark(say("draft.mark.once", date=row.due_date), "continuing")
    return evolve(checked.duty, due=due)


def _on_date(bench: Bench, row: DraftDuty, found: QuotedPassage, published: str | None) -> Condition | None:
    date = bench.date(row.due_date, found, "due_date", published)
    if date is None:
        return None
    names = (called for every in bench.called.values() for called in every)
    if not (is_deadline(found.sentence, row.due_date, names) or _is_last_day(row, found)):
        bench.mark(say("draft.mark.not_by", date=row.due_date), "due_date")
    value = date[0]
    if row.due_hour:
        value = _at_hour(bench, row, found, value)
    elif len(value) == _WHOLE_DATE and is_before(found.sentence, row.due_date):
        value = _day_before(value)
        bench.mark(say("draft.mark.day_before", date=row.due_date), "due_date")
    elif _MIDNIGHT.search(found.sentence):
        bench.mark(say("draft.mark.midnight", date=row.due_date), "due_date")
    try:
        return OnDate(value=parse_date(value))
    except DateError as wrong:
        bench.leave(str(wrong), "due_date")
        return None


def _day_before(day: str) -> str:
    """The day before ``day``, or ``day`` itself where no calendar has it, which is told of elsewhere."""
    try:
        return str(datetime.date.fromisoformat(day) - datetime.timedelta(days=1))
    except ValueError:
        return day


def _is_last_day(row: DraftDuty, found: QuotedPassage) -> bool:
    """Whether the day given as a deadline is the last on which something is forbidden or kept: “until” it."""
    parts = tuple(map(int, row.due_date.split("-")))
    lasts = row.modality == Modality.MUST_NOT or (row.continuing and row.modality != Modality.DECLARES)
    dates = [each for each in dates_in(found.sentence) if each.fits(parts)]
    return lasts and any(UNTIL_DAY.search(found.sentence[: each.start]) for each in dates)


def _at_hour(bench: Bench, row: DraftDuty, found: QuotedPassage, day: str) -> str:
    pieces = row.due_hour.split(":")
    numbers = [int(each) for each in pieces if each.isascii() and each.isdigit()]
    stated = [(each.hour, each.minute) for each in hours_in(found.sentence)]
    if len(numbers) != 2 or len(day) != 10 or (numbers[0], numbers[1]) not in stated:
        bench.leave(say("draft.hour_not_there", hour=row.due_hour), "due_hour")
        return day
    zone = _zone_of(row.due_zone, found.sentence)
    if zone is None:
        bench.leave(say("draft.zone_not_there", hour=row.due_hour), "due_hour")
        return day
    if not is_hour_of(found.sentence, row.due_date, (numbers[0], numbers[1])):
        bench.mark(say("draft.mark.hour", hour=row.due_hour, date=row.due_date), "due_hour")
    if _MIDNIGHT.search(found.sentence) and numbers == [0, 0]:
        bench.mark(say("draft.mark.midnight", date=row.due_date), "due_hour")
    if numbers[0] == _WHOLE_DAY:
        day, numbers[0] = str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1)), 0
    return f"{day}T{numbers[0]:02}:{numbers[1]:02}:00{zone}"


def _counted(
    bench: Bench, checked: CheckedDuty, duties: Mapping[str, CheckedDuty], events: Mapping[str, str]
) -> Condition | None:
    row, sentence = checked.row, checked.found.sentence
    if NOT_STATED in (row.due_unit, row.due_side):
        bench.leave(say("draft.no_unit"), "due_count")
        return None
    if (row.due_count, row.due_unit) not in {(count, unit) for count, unit, _ in periods_in(sentence)}:
        bench.leave(
            say("draft.period_not_there", count=row.due_count, unit=say(f"draft.unit.{row.due_unit}")), "due_count"
        )
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
        bench.mark(
            say("draft.mark.not_within", count=row.due_count, unit=say(f"draft.unit.{row.due_unit}")), "due_count"
        )
    count = -row.due_count if row.due_side == DraftSide.BEFORE else row.due_count
    if row.due_unit == DraftUnit.WORKING_DAY:
        return Offset(anchor=anchor, working_days=count)
    period = PERIODS[DraftUnit.of(row.due_unit)].format(row.due_count)
    return Offset(anchor=anchor, duration=f"-{period}" if count < 0 else period)


def _in_words(bench: Bench, row: DraftDuty, found: QuotedPassage) -> Condition | None:
    if row.due_words not in found.sentence:
        bench.leave(say("draft.words_not_there", words=row.due_words), "due_words")
        return None
    if not BY_THEN.match(row.due_words):
        bench.mark(say("draft.mark.not_by_then"), "due_words")
    if row.every_count:
        bench.mark(say("draft.mark.one_turn"), "due_words")
    return Vague(text=row.due_words)


def _zone_of(offset: str, sentence: str) -> str | None:
    """The offset of a clock that ``sentence`` names; None where it names none of that offset."""
    zone = "Z" if offset in ("Z", "+00:00", "UTC", "GMT") else offset
    names = ZONES.get(zone, ()) if zone == "Z" else (zone, f"UTC{zone}", f"GMT{zone}", *ZONES.get(zone, ()))
    return zone if zone and any(name in sentence for name in names) else None
