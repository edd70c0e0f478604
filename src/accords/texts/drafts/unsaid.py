"""What a sentence says that a row of a draft does not: whatever is left when the words of the row are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

import attrs

from accords.texts.drafts.figures import dates_in, figures_in
from accords.texts.drafts.form import NOT_STATED, DraftRow
from accords.texts.drafts.likeness import stem

__all__ = ["RowWords", "in_order"]

_WORD = re.compile(r"\w[\w’']*")
_FREE = frozenset(
    re.findall(
        r"\w+",
        "the a an of and to in for by at on with as its their his her it they be been is are was were has have had do "
        "does did also from into this these those which shall will must however moreover furthermore",
    )
)
_SMALL = frozenset(("each", "all", "any", "every", "such", "other", "both", "no", "or"))
_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s*)+")
_TIMES = "within after before following later than by on"
_LATEST = re.compile(r"\b(?:not?|never) (?:later|more) than\b|\bat the latest\b", re.IGNORECASE)
_ANCHORS = {
    "conclusion": "conclusion concluded signature signing signed agreement deal",
    "entry_into_force": "entry enters enter entering coming comes force",
}
_NOT_SAID = ("quote", "paragraph", "key", "happening", "unsure", "kind", "part", "form", "says", "modality")


class RowWords:
    """The words, numbers and dates of a row, and of whatever ``more`` is said of the same."""

    def __init__(self, row: DraftRow, called: Iterable[str], more: Iterable[str] = ()) -> None:
        values = {k: v for k, v in attrs.asdict(row).items() if k not in _NOT_SAID and v not in ("", 0, NOT_STATED)}
        texts = [value for value in values.values() if isinstance(value, str)]
        lists = (each for value in values.values() if isinstance(value, (list, tuple)) for each in value)
        self.text = " ".join([*texts, *lists, *called, *more]).casefold()
        self._numbers = {figure.value for figure in figures_in(self.text)}
        self._numbers |= {Decimal(value) for value in values.values() if type(value) is int}
        dates = (text for text in texts if re.fullmatch(r"\d{4}(?:-\d{1,2}){0,2}", text))
        self._dates = [tuple(map(int, text.split("-"))) for text in dates]
        self._is_timed = bool(values.keys() & {"due_date", "due_count", "due_words", "every_count", "date"})
        units = " ".join(values.get(part, "").replace("_", " ") for part in ("due_unit", "every_unit"))
        times = f"{_TIMES} {units}" if self._is_timed else ""
        words = f"{self.text} {times} {_ANCHORS.get(values.get('due_of', ''), '')}"
        self._stems = {stem(word) for word in _WORD.findall(words)}

    def has(self, words: str) -> bool:
        """Whether the row has these words in a row."""
        return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", self.text) is not None

    def leaves(self, text: str) -> str:
        """``text`` without white space around, if the row leaves any word of it unsaid that tells something."""
        bare = _NUMBERING.sub(" ", text)
        bare = _LATEST.sub(" ", bare) if self._is_timed else bare
        spans = [(each.start, each.end) for each in dates_in(bare) if any(each.fits(date) for date in self._dates)]
        figures = [(each.start, each.end) for each in figures_in(bare) if each.value in self._numbers]
        spans += [(at, to) for at, to in figures if not any(start < to and at < end for start, end in spans)]
        for start, end in sorted(spans, reverse=True):
            bare = f"{bare[:start]} {bare[end:]}"
        words = (word.casefold().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(bare))
        left = [word for word in words if word not in _FREE and stem(word) not in self._stems]
        return " ".join(text.split()).strip(" ,;:.") if left else ""


def in_order(words: str, text: str) -> bool:
    """Whether those of ``words`` that tell something, and stand in ``text``, stand there in this order."""
    there = [stem(word) for word in _WORD.findall(text)]
    told = [stem(word) for word in _WORD.findall(words) if word.casefold() not in _FREE | _SMALL]
    rest = iter(there)
    return all(word in rest for word in told if word in there)
