"""The amounts of a draft: every number stands in the quoted sentence, and which other numbers do is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from accords.model.obligations import Quantity
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.clauses import modals_in, verb_of
from accords.texts.drafts.counting import bound_of
from accords.texts.drafts.cues import LEVELS, SHARES
from accords.texts.drafts.duties import CheckedDuty
from accords.texts.drafts.figures import numbers_in
from accords.texts.drafts.form import DraftAmount, DraftDuty
from accords.texts.drafts.likeness import alike
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.texts.drafts.suspects import new_words, told
from accords.texts.drafts.terms.rounds import rounds_in
from accords.wordlists import Counted
from accords.words import say

__all__ = ["amounts_of"]


def amounts_of(
    bench: Bench, rows: tuple[DraftAmount, ...], duties: Mapping[str, CheckedDuty]
) -> dict[str, tuple[Quantity, ...]]:
    """Key of a duty → how much it asks for or allows."""
    made: dict[str, tuple[Quantity, ...]] = {}
    for _, row, found in bench.quoted("amounts", rows):
        if row.duty not in duties:
            bench.leave(say("draft.no_duty", name=row.duty), "duty")
            continue
        least, most = (_number(bench, text, found, part) for text, part in _bounds(row))
        if not seen(row.measure) or (least is None and most is None):
            bench.leave(say("draft.no_amount"))
            continue
        if least is not None and most is not None and least > most:
            bench.leave(say("draft.bounds_at_odds", least=str(least), most=str(most)))
            continue
        bench.keep(row, found, f"{row.duty}: {row.measure}")
        _mark_duty(bench, row, found, duties[row.duty])
        _mark_bounds(bench, row, found, duties[row.duty].row)
        _mark_counted(bench, row, found)
        made[row.duty] = (
            *made.get(row.duty, ()),
            Quantity(
                measure=seen(row.measure),
                unit=seen(row.unit) or None,
                at_least=least,
                at_most=most,
                counted=Counted.of(row.counted),
            ),
        )
    return made


def _mark_duty(bench: Bench, row: DraftAmount, found: QuotedPassage, duty: CheckedDuty) -> None:
    """Note what the sentence says that neither the row nor its duty does, and that it is another than that one's."""
    if found.sentence not in duty.found.sentence and duty.found.sentence not in found.sentence:
        bench.mark(say("draft.mark.other_sentence"), "duty")
    names = (*duty.row.who, *duty.row.owed_to)
    of_duty = bench.said(duty.row, names).text
    quoted = duty.found.passage.text if duty.found.sentence == found.sentence else ""
    bench.mark_around(found, bench.said(row, names, (of_duty, quoted, "shall must will may not")))


def _bounds(row: DraftAmount) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row.at_least, "at_least"), (row.at_most, "at_most")


def _number(bench: Bench, text: str, found: QuotedPassage, part: str) -> Decimal | None:
    if not text.strip():
        return None
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0 or value not in [each.value for each in numbers_in(found.sentence)]:
        bench.leave(say("draft.number_not_there", number=text.strip()), part)
        return None
    return value


def _mark_bounds(bench: Bench, row: DraftAmount, found: QuotedPassage, duty: DraftDuty) -> None:
    """Note each number of which the sentence does not say that it is the least or the most of what is done."""
    verb, sentence = verb_of(duty.action), found.sentence
    in_turns = (duty.every_count, duty.every_unit) in rounds_in(sentence)
    for text, part in _bounds(row):
        if _is_number(text):
            stated = [each for each in numbers_in(found.sentence) if each.value == Decimal(text.strip())]
            figures = [each for each in stated if _does(verb, found.sentence[: each.start])]
            bounds = {bound_of(sentence, each, row.measure, row.unit, in_turns=in_turns) for each in figures}
            if row.counted == Counted.LEVEL and seen(row.unit):
                kept = [each for each in figures if _is_of(row.measure, found.sentence[: each.start])]
                bounds |= {bound_of(found.sentence, each, "", row.unit) for each in kept}
            if stated and not bounds & _BEARS_OUT[part]:
                bench.mark(say(f"draft.mark.{part}", number=text.strip(), measure=seen(row.measure)), part)
    for what, part in ((row.measure, "measure"), (row.unit, "unit")):
        for words in told("draft.mark.new_words", new_words(what, found.sentence)):
            bench.mark(words, part)


def _mark_counted(bench: Bench, row: DraftAmount, found: QuotedPassage) -> None:
    """Note an amount that is kept and said to add up, or the other way round."""
    if row.counted == Counted.LEVEL:
        if not (LEVELS.search(found.sentence) or SHARES.search(found.sentence)):
            bench.mark(say("draft.mark.no_level"), "counted")
    elif SHARES.search(found.sentence):
        bench.mark(say("draft.mark.level"), "counted")


def _does(verb: str, before: str) -> bool:
    """Whether the verb of the duty stands before the number, behind the word that makes it a duty."""
    modals = list(modals_in(before))
    return any(alike(word, verb) for word in re.findall(r"\w+", before[modals[-1].end if modals else 0 :]))


def _is_of(measure: str, before: str) -> bool:
    """Whether what is kept at a level stands right before the bound: “its boats at least five miles”."""
    bound = r"\W+(?:(?:of|to)\W+)?(?:at (?:least|most)|not? (?:more|less|fewer) than|up to)\W+$"
    return re.search(rf"(?<!\w){re.escape(seen(measure))}{bound}", before, re.IGNORECASE) is not None


_BEARS_OUT: dict[str, set[str | None]] = {"at_least": {"least", "exact"}, "at_most": {"most"}}


def _is_number(text: str) -> bool:
    try:
        return Decimal(text.strip()).is_finite()
    except InvalidOperation:
        return False
