"""What a sentence says that a row of a draft does not: whatever is left when the words of the row are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs
from attrs import frozen

from accords.texts.drafts.figures import ZONES, dates_in, figures_in, hours_in
from accords.texts.drafts.form import NOT_STATED, Draft, DraftAmount, DraftDuty, DraftRow
from accords.texts.drafts.likeness import stem
from accords.wordlists import Counted

__all__ = ["TELLING_NOTHING", "RowWords", "Tied", "in_order", "tied_to", "without_bounds"]

_WORD = re.compile(r"\w[\w’']*")
_FREE = frozenset(
    re.findall(
        r"\w+",
        "the a an of and to in for by at on with as its their his her it they be been is are was were has have had do "
        "does did also from into this these those which shall will must however moreover furthermore",
    )
)
_SMALL = frozenset(("each", "all", "any", "every", "such", "other", "both", "no", "or"))
_LINKING = frozenset(re.findall(r"\w+", "that who whom whose there so if not them him he she itself"))
_JOINTLY = frozenset(re.findall(r"\w+", "jointly mutually hereby therefore likewise then further either neither"))
TELLING_NOTHING = _FREE | _SMALL | _LINKING | _JOINTLY
"""Words that tell nothing by themselves; what they do to others is looked at elsewhere."""
_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s*)+")
_TIMES = "within after before following later than by on"
_LATEST = re.compile(r"\b(?:not?|never) (?:later|more) than\b|\bat the latest\b", re.IGNORECASE)
_ANCHORS = {
    "conclusion": "conclusion concluded signature signing signed agreement deal",
    "entry_into_force": "entry enters enter entering coming comes force",
}
_TURNS = "once times time turns rounds every each per instalments total equal"
_ROUND_WORDS = {
    (1, "hour"): "hourly",
    (1, "day"): "daily",
    (1, "week"): "weekly",
    (2, "week"): "fortnightly",
    (1, "month"): "monthly",
    (3, "month"): "quarterly quarter",
    (1, "year"): "yearly annual annually annum",
}
_CLOCK = "hour hours clock o’clock o'clock time am pm"
_NOT = r"(?:not?|never) (?:be )?"
_BOUNDS = {
    "least": re.compile(rf"\b(?:at least|{_NOT}(?:less|fewer) than|a minimum of|or (?:more|above|over))\b", re.I),
    "most": re.compile(
        rf"\b(?:at most|up to|{_NOT}(?:more than|exceed(?:ing)?)|a maximum of|or (?:less|fewer|under))\b", re.I
    ),
    "exact": re.compile(r"\b(?:exactly|a total of)\b", re.IGNORECASE),
    "kept": re.compile(r"\bat any(?: one| given)? time\b|\bat all times\b", re.IGNORECASE),
}
"""What a sentence says before or behind a number, by what an amount of the row says of it."""
_NOT_SAID = ("quote", "paragraph", "key", "happening", "unsure", "kind", "part", "form", "says", "modality")
_GAP, _JOIN = "\0", "\x01"


class RowWords:
    """The words, numbers and dates of a row, and of whatever ``more`` is said of the same, with its ``bounds``."""

    def __init__(
        self, row: DraftRow, called: Iterable[str], more: Iterable[str] = (), bounds: Iterable[str] = ()
    ) -> None:
        self._bounds = tuple(bounds)
        values = {k: v for k, v in attrs.asdict(row).items() if k not in _NOT_SAID and v not in ("", 0, NOT_STATED)}
        texts = [value for value in values.values() if isinstance(value, str)]
        lists = (each for value in values.values() if isinstance(value, (list, tuple)) for each in value)
        self.text = " ".join([*texts, *lists, *called, *more]).casefold()
        self._numbers = {figure.value for figure in figures_in(self.text)}
        self._numbers |= {Decimal(value) for value in values.values() if type(value) is int}
        dates = (text for text in texts if re.fullmatch(r"\d{4}(?:-\d{1,2}){0,2}", text))
        self._dates = [tuple(map(int, text.split("-"))) for text in dates]
        self._hour = values.get("due_hour", "")
        self._is_timed = bool(values.keys() & {"due_date", "due_count", "due_words", "every_count", "date"})
        units = " ".join(values.get(part, "").replace("_", " ") for part in ("due_unit", "every_unit"))
        times = f"{_TIMES} {units}" if self._is_timed else ""
        words = f"{self.text} {times} {_ANCHORS.get(values.get('due_of', ''), '')} {_words_of_turns(values)}"
        self._stems = {stem(word) for word in _WORD.findall(words)}

    def has(self, words: str) -> bool:
        """Whether the row has these words in a row."""
        return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", self.text) is not None

    def leaves(self, text: str) -> str:
        """``text`` without white space around, if the row leaves any word of it unsaid that tells something."""
        left = any(self._is_left(word, _FREE) for word in _WORD.findall(self._bare(text)))
        return " ".join(text.split()).strip(" ,;:.") if left else ""

    def left_in(self, text: str) -> Iterator[str]:
        """Each phrase of ``text`` of which the row has no word that tells something, with the small words before it."""
        run: list[str] = []
        last = 0
        for word in (*_TOKEN.findall(_joined_dates(self._bare(text))), _GAP):
            if word.casefold() in TELLING_NOTHING:
                run.append(word)
            elif _WORD.match(word) and self._is_left(word, _FREE):
                run = run if last else run[-_BEFORE:]
                run.append(word)
                last = len(run)
            else:
                if last:
                    yield " ".join(run[:last]).replace(_JOIN, " ")
                run, last = [], 0

    def _is_left(self, word: str, free: frozenset[str]) -> bool:
        if _JOIN in word:
            return not self.has(word.replace(_JOIN, " "))
        plain = word.casefold().removesuffix("’s").removesuffix("'s")
        return plain not in free and stem(plain) not in self._stems

    def _bare(self, text: str) -> str:
        """``text`` without its number, and without the dates, hours and numbers of the row."""
        bare = _NUMBERING.sub(" ", text)
        bare = _LATEST.sub(" ", bare) if self._is_timed else bare
        for bound in self._bounds:
            bare = _BOUNDS[bound].sub(" ", bare)
        spans = [(each.start, each.end) for each in dates_in(bare) if any(each.fits(date) for date in self._dates)]
        hours = (each for each in hours_in(bare) if f"{each.hour:02}:{each.minute:02}" == self._hour)
        spans += [(each.start, each.end) for each in hours]
        kept = [(each.start, each.end) for each in dates_in(bare) if each.month is not None]
        figures = [(each.start, each.end) for each in figures_in(bare) if each.value in self._numbers]
        figures = [(at, to) for at, to in figures if not any(start < to and at < end for start, end in kept)]
        spans += [(at, to) for at, to in figures if not any(start < to and at < end for start, end in spans)]
        for start, end in sorted(set(spans), reverse=True):
            bare = f"{bare[:start]} {_GAP} {bare[end:]}"
        return bare


_TOKEN = re.compile(rf"\w[\w’'{_JOIN}]*|[^\w\s’']")


def _joined_dates(text: str) -> str:
    """``text`` with each date as one word."""
    for each in reversed(dates_in(text)):
        if each.month is not None:
            date = _JOIN.join(text[each.start : each.end].split())
            text = f"{text[: each.start]}{date}{text[each.end :]}"
    return text


_BEFORE = 3
"""How many small words before a phrase are told with it."""


def _words_of_turns(values: dict[str, Any]) -> str:
    """What a sentence may say of how often, and by a clock, where the row does; by which is looked at elsewhere."""
    words = " ".join((_CLOCK, *(name for names in ZONES.values() for name in names))) if "due_hour" in values else ""
    if "every_count" not in values:
        return words
    return f"{words} {_TURNS} {_ROUND_WORDS.get((values['every_count'], values.get('every_unit', '')), '')}"


@frozen
class Tied:
    """What is said of a duty in other rows, and which bounds its amounts have."""

    words: tuple[str, ...] = ()
    bounds: frozenset[str] = frozenset()


def tied_to(row: DraftDuty, draft: Draft) -> Tied:
    """What the rows say that belong to a duty: its amounts, what it is counted from, others of the same sentence."""
    amounts = [each for each in draft.amounts if each.duty == row.key]
    measures = (f"{each.measure} {each.unit} {each.at_least} {each.at_most}" for each in amounts)
    anchors = (each.action for each in draft.duties if each.key == row.due_of)
    happenings = (each.summary for each in draft.statements if each.happening == row.due_of)
    beside = (
        each.action
        for each in draft.duties
        if each is not row
        and (each.paragraph, set(each.who)) == (row.paragraph, set(row.who))
        and (each.quote in row.quote or row.quote in each.quote)
    )
    bounds = frozenset(bound for each in amounts for bound in _bounds_of(each))
    return Tied((*measures, *anchors, *filter(None, (*happenings, *beside))), bounds)


def _bounds_of(row: DraftAmount) -> Iterator[str]:
    if row.at_least and row.at_least == row.at_most:
        yield "exact"
    else:
        yield from (name for name, bound in (("least", row.at_least), ("most", row.at_most)) if bound)
    if row.counted == Counted.LEVEL:
        yield "kept"


def without_bounds(text: str, bounds: Iterable[str]) -> str:
    """``text`` without what says no more than that a number is a bound that the row has, or a day the latest."""
    for bound in bounds:
        text = _BOUNDS[bound].sub(" ", text)
    return re.sub(r"\b(?:not?|never) later than\b", " ", text, flags=re.IGNORECASE)


def in_order(words: str, text: str) -> bool:
    """Whether those of ``words`` that tell something, and stand in ``text``, stand there in this order."""
    there = [stem(word) for word in _WORD.findall(text)]
    told = [stem(word) for word in _WORD.findall(words) if word.casefold() not in _FREE | _SMALL]
    rest = iter(there)
    return all(word in rest for word in told if word in there)
