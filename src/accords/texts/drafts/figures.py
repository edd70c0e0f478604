"""Numbers, dates, hours and periods that a sentence states, in digits or in English words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from attrs import frozen

from accords.dates.spoken import MONTHS

__all__ = [
    "ZONES",
    "StatedDate",
    "StatedHour",
    "StatedNumber",
    "dates_in",
    "figures_in",
    "hours_in",
    "numbers_in",
    "periods_in",
]

_ONES = {
    word: number
    for number, word in enumerate(
        re.findall(
            r"\w+",
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen",
        )
    )
} | {"a": 1, "an": 1, "single": 1, "both": 2, "dozen": 12}
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "once": 1, "twice": 2, "thrice": 3,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORDS = {**_ONES, **_TENS, **_ORDINALS}
_LOOSE = {"a", "an", "both", "single"}
"""Words that are numbers only before a unit."""

_DIGITS = re.compile(r"(?<![\w.,/:-])-?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.])\d+(?:\.\d+)?")
_TOKEN = re.compile(r"[A-Za-z]+|\d[\d.,]*|[^\sA-Za-z\d]")
_MONTHS = [name.lower() for name in MONTHS]
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = "|".join([*_MONTHS, *(f"{short}\\.?" for short in _SHORT)])
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d-]){_YEAR}-(?P<number>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d.]){_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}(?:\s+(?:day\s+)?of)?\s+(?P<month>{_MONTH})\b(?:,?\s+{_YEAR}(?!\d))?",
        rf"\b(?P<month>{_MONTH})\s+{_DAY}\b(?:,?\s+{_YEAR}(?!\d))?",
        rf"\b(?P<month>{_MONTH})(?:,?\s+{_YEAR})(?!\d)",
        rf"\b(?:in|of|by|until|since|during|late|early|mid|end)[\s-]+(?P<month>{_MONTH})\b",
        rf"(?<![\d.,]){_YEAR}(?![\d%]|[.,]\d)",
    )
)
_HOUR = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\b\.?|hours?\b|h\b|o[’']clock)?", re.I
)
_NAMED_HOURS = {"noon": ((12, 0),), "midday": ((12, 0),), "midnight": ((0, 0), (24, 0))}
ZONES = {
    "Z": ("UTC", "GMT", "Greenwich"),
    "+01:00": ("CET", "Central European Time"),
    "+02:00": ("CEST", "Central European Summer Time", "EET", "Eastern European Time"),
    "+03:00": ("EEST", "Eastern European Summer Time", "Moscow time", "MSK"),
    "-04:00": ("EDT", "Eastern Daylight Time"),
    "-05:00": ("EST", "Eastern Standard Time", "CDT", "Central Daylight Time"),
    "-06:00": ("MDT", "Mountain Daylight Time"),
    "-07:00": ("MST", "Mountain Standard Time", "PDT", "Pacific Daylight Time"),
    "-08:00": ("PST", "Pacific Standard Time"),
}
"""Clocks that have one name in English, by their offsets; CST, IST, BST and such are clocks in two places."""
_UNITS = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}
_PERIOD = re.compile(
    r"\)?[\s-]*(?P<kind>working|business|calendar|consecutive|full|clear)?[\s-]*(?P<unit>hour|day|week|month|year)s?\b",
    re.I,
)
_LOOSELY = re.compile(r"\s+(?:dozen|hundred|thousand|million|billion)\b|\)?[\s-]*(?:hour|day|week|month|year)\b", re.I)


_REFERENCE = re.compile(
    r"\b(?:art(?:icle|\.)?s?|(?:sub-?)?para(?:graph|\.)?s?|sections?|chapters?|annex(?:es)?|resolutions?|rules?|No\.|nos?\.)"
    r"\s*(?:\d+\s*(?:,|and|or|to|-|–)\s*)*$",
    re.IGNORECASE,
)
_NEAR = 80
_LISTED = re.compile(r"\s*(?:\(?\d{1,3}[.)](?!\d)\s*)+")


@frozen
class StatedNumber:
    """A number, and where in the sentence it stands."""

    value: Decimal
    start: int
    end: int


@frozen
class StatedHour:
    """An hour of the day, and where it stands."""

    hour: int
    minute: int
    start: int
    end: int


@frozen
class StatedDate:
    """A date as far as it is stated, and where it stands."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    def fits(self, parts: tuple[int, ...]) -> bool:
        """Whether it is the date of these parts, year first, as far as both go; the year may be left out here."""
        stated = (self.year, self.month, self.day)
        if any(one is not None and one != other for one, other in zip(stated, parts, strict=False)):
            return False
        return all(one is not None for one in stated[1 : len(parts)]) and (len(parts) > 1 or self.year is not None)


@lru_cache(maxsize=64)
def figures_in(sentence: str) -> tuple[StatedNumber, ...]:
    """Every number in ``sentence``, each as it is meant: ``1,000``, ``thirty-five``, ``the third``, ``two million``."""
    found = list(_written_in_digits(sentence))
    taken = [(each.start, each.end) for each in found]
    found += [
        each for each in _written_in_words(sentence) if not any(s < each.end and each.start < e for s, e in taken)
    ]
    return tuple(sorted(found, key=lambda each: each.start))


def numbers_in(sentence: str) -> tuple[StatedNumber, ...]:
    """The numbers in ``sentence`` that are no parts of dates, and do not number an article or a paragraph."""
    dates = [each for each in dates_in(sentence) if each.month is not None]
    numbering = _LISTED.match(sentence)
    listed = numbering.end() if numbering else 0
    return tuple(
        figure
        for figure in figures_in(sentence)
        if not any(d.start < figure.end and figure.start < d.end for d in dates)
        and not _REFERENCE.search(sentence, max(0, figure.start - _NEAR), figure.start)
        and figure.start >= listed
    )


def _written_in_digits(sentence: str) -> Iterator[StatedNumber]:
    for match in _DIGITS.finditer(sentence):
        try:
            value = Decimal(re.sub(r"[,\u00a0\u202f ]", "", match[0]))
        except InvalidOperation:
            continue
        scale = re.match(r"[\s-]*(hundred|thousand|million|billion)\b", sentence[match.end() :], re.IGNORECASE)
        if scale is not None:
            yield StatedNumber(value * _SCALES[scale[1].lower()], match.start(), match.end() + scale.end())
        else:
            yield StatedNumber(value, match.start(), match.end())


def _written_in_words(sentence: str) -> Iterator[StatedNumber]:
    run: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(sentence):
        word = match[0].lower()
        if word in _LOOSE and not _LOOSELY.match(sentence, match.end()):
            yield from _value_of(run)
            run = []
        elif word in _WORDS or (run and word in _SCALES):
            run.append((word, match.start(), match.end()))
        elif run and word in ("-", "and"):
            continue
        else:
            yield from _value_of(run)
            run = []
    yield from _value_of(run)


def _value_of(run: list[tuple[str, int, int]]) -> Iterator[StatedNumber]:
    if not run:
        return
    if any(word in _SCALES for word, _, _ in run):
        total, part = 0, 0
        for word, _, _ in run:
            if word in _SCALES:
                part = max(part, 1) * _SCALES[word]
                if _SCALES[word] > 100:
                    total, part = total + part, 0
            else:
                part += _WORDS[word]
        yield StatedNumber(Decimal(total + part), run[0][1], run[-1][2])
        return
    at = 0
    while at < len(run):
        word, start, end = run[at]
        value = _WORDS[word]
        if word in _TENS and at + 1 < len(run) and 0 < _WORDS[run[at + 1][0]] < 10:
            at += 1
            value, end = value + _WORDS[run[at][0]], run[at][2]
        yield StatedNumber(Decimal(value), start, end)
        at += 1


@lru_cache(maxsize=64)
def dates_in(sentence: str) -> tuple[StatedDate, ...]:
    """Every date in ``sentence``, the longest first where two are written in one place."""
    found: list[StatedDate] = []
    for pattern in _DATES:
        for match in pattern.finditer(sentence):
            if any(each.start < match.end() and match.start() < each.end for each in found):
                continue
            parts = match.groupdict()
            month = _month(parts.get("month")) or int(parts.get("number") or 0) or None
            day, year = int(parts.get("day") or 0) or None, int(parts.get("year") or 0) or None
            if (month is None or month <= 12) and (day is None or day <= 31):
                found.append(StatedDate(year, month, day, match.start(), match.end()))
    return tuple(sorted(found, key=lambda each: each.start))


def _month(name: str | None) -> int | None:
    if name is None:
        return None
    plain = name.lower().rstrip(".")
    return _SHORT[plain] if plain in _SHORT else _SHORT[plain[:3]]


def hours_in(sentence: str) -> tuple[StatedHour, ...]:
    """Every hour of the day that ``sentence`` states, with its minute; midnight begins a day and ends one."""
    found = [
        StatedHour(hour, minute, match.start(), match.end())
        for word, times in _NAMED_HOURS.items()
        for match in re.finditer(rf"\b{word}\b", sentence, re.IGNORECASE)
        for hour, minute in times
    ]
    for match in _HOUR.finditer(sentence):
        if match["half"] is None and match["minute"] is None:
            continue
        hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()
        if half[:1] in ("a", "p"):
            hour = hour % 12 + (12 if half[0] == "p" else 0)
        if (hour < 24 and minute < 60) or (hour, minute) == (24, 0):
            found.append(StatedHour(hour, minute, match.start(), match.end()))
    return tuple(found)


def periods_in(sentence: str) -> tuple[tuple[int, str, int], ...]:
    """Every period in ``sentence``: how many, of which unit, and where its number begins."""
    found: list[tuple[int, str, int]] = []
    for figure in figures_in(sentence):
        match = _PERIOD.match(sentence, figure.end)
        if match is None:
            again = re.match(r"\s*\(\s*\d+\s*\)", sentence[figure.end :])
            match = _PERIOD.match(sentence, figure.end + again.end()) if again else None
        if match is not None and figure.value == int(figure.value):
            working = (match["kind"] or "").lower() in ("working", "business") and match["unit"].lower() == "day"
            found.append((int(figure.value), "working_day" if working else match["unit"].lower(), figure.start))
    return tuple(found)
