"""Whether a sentence says of a number what a draft takes it for: an amount, a latest day, a period from something."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal

from accords.texts.drafts.bench import Bench
from accords.texts.drafts.clauses import modals_in
from accords.texts.drafts.cues import DEDUCTED, OF_EACH, SUSPENDS
from accords.texts.drafts.figures import StatedDate, StatedNumber, dates_in, hours_in, numbers_in, periods_in
from accords.texts.drafts.likeness import alike
from accords.texts.drafts.quotes import QuotedPassage
from accords.words import joined, say

__all__ = [
    "bound_of",
    "holding_days",
    "is_before",
    "is_counted_from",
    "is_counted_out",
    "is_deadline",
    "is_hour_of",
    "is_latest",
    "mark_numbers",
]

_BY = re.compile(
    r"(?:(?<!not )\b(?:by|before)|\blater than|\bat the latest on|\bin"
    r"|\b(?:by|before) the (?:end|close|start|middle) of|(?P<on>\bon))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!ly )\b(?!(?:open|men|women|children|seven|ten|hundred|need|garden|feed|seed|speed"
    r"|proceed|succeed|wooden|golden|often|even|present|agent|extent|document|hold|fold|red|bed|event|amount)\s)"
    r"(?:\w+(?:ed|en|ade|eld|ent|ought|aid|old)|due|payable)\s+(?:on|by|before|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What was done by then, and not what is to be done."""
_EARLIEST = re.compile(r"\W*(?:at the (?:earliest|soonest)|or(?! (?:by|before|on|within)\b)|onwards?)\b", re.IGNORECASE)
_NOT_EARLIER = re.compile(r"\bat the (?:earliest|soonest)\s+(?:by|on|in|before)\s+(?:the\s+)?$", re.IGNORECASE)
_UNIT = re.compile(r"\b(?:hour|day|week|month|year)s?\W*$", re.IGNORECASE)
_RELATIVE = re.compile(r"(?<!ensure )(?<!so )\b(?:that|what|which|who|whom|whose|where|when|since)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[\s,.()]|\b(?:(?:[A-Z]\w{1,15} ){0,3}[Tt]ime|on|of|at|the|local|o[’']clock|hours?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,5})\b|[+-]\d\d:?\d\d)*+"
)
_TIMES = re.compile(
    r"\s+(?:equal\s+|annual\s+|monthly\s+|weekly\s+)?(?:times|instal\w+|rounds|turns|occasions|tranches|stages|meetings"
    r"|payments|sessions|deliveries|reports)\b|\s+in (?:all|total)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:(?<!not )\bwithin|\blater than|\bin|\bat most|\b(?:not|no) more than|\bup to)\s+"
    r"(?:a period of\s+|the first\s+)?$",
    re.IGNORECASE,
)
_THE_AGREEMENT = (
    r"(?: of (?:the|this|the present) (?:deal|agreement|treaty|convention|accord|pact|protocol|memorandum))"
)
_FROM = r"\b(?:after|from|of|before|following|prior to|since)\s+(?:the date of\s+)?(?:the\s+|its\s+)?"
_ANCHORS = {
    "conclusion": re.compile(rf"{_FROM}(?:conclusion|signature|signing){_THE_AGREEMENT}?(?!\s+of\b)", re.IGNORECASE),
    "entry_into_force": re.compile(rf"{_FROM}(?:entry|coming|entering) into force{_THE_AGREEMENT}?(?!\s+of\b)", re.I),
}
_FAR = 60
_NO = r"(?:not|no|never)\s+(?:be\s+|to\s+)?"
_BOUNDS = {
    "least": re.compile(rf"(?:\bat least|\b{_NO}(?:less|fewer) than|\ba minimum of)\s+$", re.IGNORECASE),
    "most": re.compile(rf"(?:\bat most|\b{_NO}(?:more than|exceed(?:ing)?)|\bup to|\ba maximum of)\s+$", re.IGNORECASE),
}
_EXACT = re.compile(
    r"(?:\b(?:shall|must|will|may|to)\s+(?:also\s+)?(?:(?:hand|give|turn|pay|set)\s+(?:over|back|free)|\w+)|\bexactly"
    r"|\ba total of)\s+$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s+or (?P<least>more|above|over)|\s+or (?:less|fewer|under)", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:$|[.;:,)]|(?:by|within|on|at|before|after|in|to|from|and|into|during|through|towards?|until|immediately|held"
    r"|of its|of the|without|away|apart|not? later than)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_BOTH = re.compile(r"\b(?:the|these|both) two (?:contracting )?(?:parties|sides|states|countries|governments)\b", re.I)
"""Whom a sentence is about, and no number of it."""


def is_deadline(sentence: str, date: str, names: Iterable[str] = ()) -> bool:
    """Whether the sentence has the date behind such as “by”, and not “after”, “until” or “agreed on”.

    Nor in a clause of its own (“what it took on 8 July”), nor behind what is so by then (“tickets bought before”). Of
    the ``names`` none is such a word, whatever it ends in.
    """
    listed = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    named = re.compile(rf"(?<![\w’'-])(?:{listed})(?![\w’'-])" if listed else "(?!)")
    parts = tuple(map(int, date.split("-")))
    dates = [each for each in dates_in(sentence) if each.fits(parts)]
    befores = [sentence[: each.start] for each in dates if not _EARLIEST.match(sentence, each.end)]
    befores = [before for before in befores if not _NOT_EARLIER.search(before)]
    return any(
        _BY.search(before) and not _MADE.search(named.sub("N", before)) and not _is_apart(before) for before in befores
    )


def is_before(sentence: str, date: str) -> bool:
    """Whether the sentence has the date right behind “before”, and so the day before it as the last."""
    parts = tuple(map(int, date.split("-")))
    fitting = [each for each in dates_in(sentence) if each.fits(parts)]
    return bool(fitting) and all(_BEFORE.search(sentence[: each.start]) for each in fitting)


_BEFORE = re.compile(r"(?<!not )\b(?:before|prior to|ahead of|earlier than)\s+$", re.IGNORECASE)


def _is_apart(before: str) -> bool:
    """Whether what stands last in ``before`` is in a clause that says of something what it is, and not by when."""
    duty = before[max((modal.end for modal in modals_in(before)), default=0) :]
    return _RELATIVE.search(duty) is not None


def is_hour_of(sentence: str, date: str, clock: tuple[int, int]) -> bool:
    """Whether the hour stands beside the date, with no more between them than the name of a clock or a weekday."""
    parts = tuple(map(int, date.split("-")))
    days = [each for each in dates_in(sentence) if each.fits(parts)]
    hours = [each for each in hours_in(sentence) if (each.hour, each.minute) == clock]
    gaps = ((min(day.end, hour.end), max(day.start, hour.start)) for day in days for hour in hours)
    return any(end - start <= _FAR and _CLOCK.fullmatch(sentence, start, end) for start, end in gaps)


def holding_days(words: str, year: str, *, forbids: bool) -> tuple[str | None, str | None]:
    """From which day and until which day something holds by ``words`` that say just that; a day may lack its ``year``.

    Where they are of what a duty ``forbids``, “before” and “not before” say until when; the day itself is free.
    """
    dates, bare = dates_in(words), words
    for each in reversed(dates):
        bare = f"{bare[: each.start]}D{bare[each.end :]}"
    found = _FROM_UNTIL.fullmatch(" ".join(bare.split()).strip(" ,")) if dates else None
    if found is None:
        return None, None
    days = [_written(each, str(dates[-1].year or year)) for each in dates]
    start = days[0] if found["start"] or found["between"] or (found["no"] and not forbids) else None
    end = days[-1] if found["end"] or found["between"] or (found["before"] and forbids) else None
    try:
        end = _day_before(end) if found["before"] and end else end
    except ValueError:
        return None, None
    return (None, None) if start and end and start > end else (start, end)


def _written(date: StatedDate, year: str) -> str:
    parts = (str(date.year or year), *(f"{part:02}" for part in (date.month, date.day) if part is not None))
    return "-".join(parts)


def _day_before(date: str) -> str:
    return str(datetime.date.fromisoformat(f"{date}-01-01"[:10]) - datetime.timedelta(days=1))


_FROM_UNTIL = re.compile(
    r"(?P<start>(?:(?:beginning |starting |effective )?(?:from|as of|as from)|(?:beginning|starting) on)(?: the)? D"
    r"(?: onwards?)?)?"
    r"(?:,? ?(?:and )?(?P<end>(?:until|till|up to|through|to)(?: and including)?(?: the)?(?: end of)? D))?"
    r"|(?P<between>between D and D)|(?P<no>not? )?(?P<before>before|earlier than) D",
    re.IGNORECASE,
)
"""From when or until when something holds; “D” stands for a date."""


def is_counted_out(sentence: str, times: int) -> bool:
    """Whether the sentence says of the number that it is so many times."""
    if times in (1, 2, 3) and re.search(rf"\b{('once', 'twice', 'thrice')[times - 1]}\b", sentence, re.IGNORECASE):
        return True
    return any(each.value == times and _TIMES.match(sentence, each.end) for each in numbers_in(sentence))


def is_latest(sentence: str, count: int, unit: str) -> bool:
    """Whether the sentence has the period behind such as “within”, and not “not less than” or “after the expiry of”."""
    return any(
        (number, what) == (count, unit) and _WITHIN.search(sentence[:start])
        for number, what, start in periods_in(sentence)
    )


def is_counted_from(sentence: str, count: int, unit: str, anchor: str) -> bool:
    """Whether the sentence says right behind the period that it is counted from the agreement's own day."""
    pattern = _ANCHORS.get(anchor)
    if pattern is None:
        return False
    starts = [start for number, what, start in periods_in(sentence) if (number, what) == (count, unit)]
    found = ((start, pattern.search(sentence, start)) for start in starts)
    return any(match is not None and _UNIT.search(sentence, start, match.start()) for start, match in found)


def bound_of(sentence: str, figure: StatedNumber, measure: str, unit: str, *, in_turns: bool = False) -> str | None:
    """Whether the figure is said to be “least”, “most” or “exact” of what is measured; None where it is not clear.

    Where its duty comes round in just the time that the sentence says, ``in_turns``, it may be so much for each turn.
    """
    after = sentence[figure.end :]
    again = re.match(r"\s*\(\s*\d+\s*\)", after)
    after = after[again.end() :] if again else after
    more = _OR_MORE.match(after)
    after = after[more.end() :] if more else after
    if "%" in unit:
        after = after.lstrip().removeprefix("%")
    for word in (word for word in _WORD.findall(f"{unit} {measure}") if word.casefold() not in ("of", "the")):
        found = re.match(r"[\s’'-]*(?:of\s+|the\s+)*(\w+)", after)
        if found is None or not alike(found[1], word):
            return None
        after = re.sub(r"^[’']s?", "", after[found.end() :])
    more = more or _OR_MORE.match(after)
    if _OR_MORE.match(after):
        after = after[more.end() :] if more else after
    after = _TURN.sub("", after) if in_turns else after
    if not _AFTER.match(after) or _is_shared_out(after):
        return None
    before = sentence[: figure.start]
    if more is not None:
        return "least" if more["least"] else "most"
    modal = next((each for each in modals_in(before) if each.supports), None)
    duty = "" if modal is None else before[modal.start :]
    if modal is None or SUSPENDS.search(duty):
        return None
    for kind, pattern in _BOUNDS.items():
        if pattern.search(before):
            return kind
    return "exact" if _EXACT.search(before) else None


_TURN = re.compile(r"^\s*(?:an?|each|every|per)\s+(?:hour|day|week|month|year)\b", re.IGNORECASE)


def _is_shared_out(after: str) -> bool:
    """Whether something is taken from an amount, or it is one for each of several, other than turns."""
    each = OF_EACH.search(after)
    return DEDUCTED.search(after) is not None or (each is not None and not each["unit"])


def mark_numbers(bench: Bench, found: QuotedPassage, words: str, part: str, used: Iterable[Decimal | int] = ()) -> None:
    """Say which numbers of ``words`` the sentence has not, and which others than ``used`` ones it has."""
    there = [each.value for each in numbers_in(_BOTH.sub(" ", found.sentence))]
    new = [each.value for each in numbers_in(words) if each.value not in there]
    if new:
        bench.mark(say("draft.mark.new_numbers", numbers=joined(tuple(map(str, new)))), part)
    taken = {Decimal(each) for each in used}
    others = [value for value in dict.fromkeys(there) if value not in taken]
    if taken and others:
        bench.mark(say("draft.mark.other_numbers", numbers=joined(tuple(map(str, others)))), part)
