"""The amounts of a draft: every number stands in the quoted sentence, and which other numbers do is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from accords.model.obligations import Quantity
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.figures import numbers_in
from accords.texts.drafts.form import DraftAmount
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.words import joined, say

__all__ = ["amounts_of", "mark_numbers"]

_LEAST = re.compile(r"at least|not less than|no (?:less|fewer) than|minimum|or more|more than|exceed|above|over", re.I)
_MOST = re.compile(
    r"at most|not more than|no more than|not exceed|maximum|up to|or less|or fewer|less than|fewer than|below|under"
    r"|within|limit",
    re.I,
)
_WORD = re.compile(r"\w+")
_NEAR = 60


def amounts_of(bench: Bench, rows: tuple[DraftAmount, ...], keys: Iterable[str]) -> dict[str, tuple[Quantity, ...]]:
    """Key of a duty → how much it asks for or allows."""
    known = set(keys)
    made: dict[str, tuple[Quantity, ...]] = {}
    for number, row in enumerate(rows, 1):
        bench.look_at("amounts", number)
        found = bench.find(row)
        if found is None:
            continue
        if row.duty not in known:
            bench.leave(say("draft.no_duty", name=row.duty), "duty")
            continue
        least, most = (_number(bench, text, found, part) for text, part in _bounds(row))
        if not seen(row.measure) or (least is None and most is None):
            bench.leave(say("draft.no_amount"))
            continue
        bench.keep(row, found, f"{row.duty}: {row.measure}", bench.people)
        _mark_bounds(bench, row, found)
        made[row.duty] = (
            *made.get(row.duty, ()),
            Quantity(measure=seen(row.measure), unit=seen(row.unit) or None, at_least=least, at_most=most),
        )
    return made


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


def _mark_bounds(bench: Bench, row: DraftAmount, found: QuotedPassage) -> None:
    sentence = found.sentence
    used = [Decimal(text) for text, _ in _bounds(row) if _is_number(text)]
    mark_numbers(bench, found, "", "at_least", used)
    if row.at_least and not row.at_most and _MOST.search(sentence):
        bench.mark(say("draft.mark.bound", words=joined(tuple(_MOST.findall(sentence)))), "at_least")
    if row.at_most and (_LEAST.search(sentence) or not _MOST.search(sentence)):
        bench.mark(say("draft.mark.bound_most"), "at_most")
    for what, part in ((row.measure, "measure"), (row.unit, "unit")):
        new = [word for word in _WORD.findall(what) if not re.search(rf"\b{re.escape(word[:4])}", sentence, re.I)]
        if new:
            bench.mark(say("draft.mark.new_words", words=joined(tuple(f"“{word}”" for word in new))), part)
    stems = [word[:4].casefold() for word in _WORD.findall(f"{row.unit} {row.measure}") if len(word) > 1]
    for figure in numbers_in(sentence):
        after = sentence[figure.end : figure.end + _NEAR].casefold()
        if figure.value in used and not any(re.search(rf"\b{re.escape(stem)}", after) for stem in stems):
            bench.mark(say("draft.mark.number_of_what", number=figure.value, measure=row.measure), "measure")


def _is_number(text: str) -> bool:
    try:
        return Decimal(text.strip()).is_finite()
    except InvalidOperation:
        return False


def mark_numbers(bench: Bench, found: QuotedPassage, words: str, part: str, used: Iterable[Decimal | int] = ()) -> None:
    """Say which numbers of ``words`` the sentence has not, and which others than ``used`` ones it has."""
    there = [each.value for each in numbers_in(found.sentence)]
    new = [each.value for each in numbers_in(words) if each.value not in there]
    if new:
        bench.mark(say("draft.mark.new_numbers", numbers=joined(tuple(map(str, new)))), part)
    taken = {Decimal(each) for each in used}
    others = [value for value in dict.fromkeys(there) if value not in taken]
    if taken and others:
        bench.mark(say("draft.mark.other_numbers", numbers=joined(tuple(map(str, others)))), part)
