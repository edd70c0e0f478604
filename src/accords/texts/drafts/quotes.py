"""The quote of a row, looked for in its paragraph: there to the letter, once, and whole words of it; or not."""

from __future__ import annotations

import re
from typing import get_args

from attrs import field, frozen

from accords.model.scalars import Scalar, Text
from accords.prose import cut
from accords.texts.edition import TextEdition
from accords.texts.finding import Passage, find_passages, passage_at
from accords.words import joined, say

__all__ = ["QuotedPassage", "find_quote", "seen", "sentence_around"]

_FEWEST_WORDS = 4
_LONGEST = 20_000
_FURTHEST = 3_000
"""How far around a quote its sentence and paragraph are looked at, in characters."""
_WORD = re.compile(r"\w[\w'’.-]*")


@frozen
class QuotedPassage:
    """A quote that stands where its row says: the passage, its paragraph, and its sentence."""

    passage: Passage
    paragraph: str = field(repr=False)
    sentence: str
    inner: tuple[int, int]
    """Where the quote stands in the sentence."""
    near: tuple[str, str] = field(repr=False)
    """What of the paragraph stands before and behind the sentence, so far as it is looked at."""
    is_whole: bool
    """Whether the sentence is whole: of one that goes on for pages what is far from the quote is not looked at."""

    @property
    def outside(self) -> str:
        """The sentence without the quote."""
        return f"{self.sentence[: self.inner[0]]} … {self.sentence[self.inner[1] :]}"


_SEEN = re.compile(next(note.pattern for note in get_args(Text) if isinstance(note, Scalar)))


def seen(text: str) -> str:
    """``text`` without white space around it; empty where nothing of it can be seen."""
    return text.strip() if _SEEN.search(text) else ""


def find_quote(edition: TextEdition, quote: str, number: int) -> QuotedPassage | str:
    """The passage of ``quote`` in the paragraph of this ``number``, or in words why it is none."""
    rows = edition.paragraphs
    if not quote.strip():
        return say("draft.no_quote")
    if not 1 <= number <= len(rows):
        return say("draft.no_paragraph", number=number, last=len(rows)) + _elsewhere(edition, quote, 0)
    row = rows[number - 1]
    paragraph = edition.text[row.start : row.end]
    at = paragraph.find(quote)
    if at < 0:
        return say("draft.not_there", number=number) + _elsewhere(edition, quote, number)
    if paragraph.find(quote, at + 1) >= 0:
        return say("draft.there_twice", number=number)
    end = at + len(quote)
    if _joins(paragraph, at) or _joins(paragraph, end):
        return say("draft.cut_word", number=number)
    if len(quote) > _LONGEST:
        return say("draft.too_long", most=f"{_LONGEST:,}")
    if len(_WORD.findall(quote)) < _FEWEST_WORDS and quote.strip() != paragraph:
        return say("draft.too_short", least=_FEWEST_WORDS)
    passage = passage_at(edition, row.start + at, row.start + end)
    return _in_its_sentence(passage, paragraph, at, end)


def _in_its_sentence(passage: Passage, paragraph: str, at: int, end: int) -> QuotedPassage:
    low, high = max(0, at - _FURTHEST), min(len(paragraph), end + _FURTHEST)
    near = paragraph[low:high]
    first, last = sentence_around(near, at - low, end - low)
    last = max(last, end - low)
    is_whole = (first > 0 or low == 0) and (last < len(near) or high == len(paragraph))
    inner = (at - low - first, end - low - first)
    return QuotedPassage(passage, paragraph, near[first:last], inner, (near[:first], near[last:]), is_whole)


_END = re.compile(
    r"(?<=[a-z]{3})[.](?=[A-Z][a-z]+ )|[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\d_a-zß-öø-ÿ]|[\"'“‘«(\[]*\d|[A-Z])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|No|Nos|Art|Arts|para|paras|Sec|p|pp|vs|etc|approx|ca|cf|e\.g|i\.e|a\.m|p\.m"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co)|\b[A-Z])\.\s+$"
)


def sentence_around(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or the several, in which ``start`` to ``end`` lies begins and ends in ``paragraph``."""
    first, last = 0, len(paragraph)
    for match in _END.finditer(paragraph):
        if _ABBREVIATED.search(paragraph[max(0, match.start() - 12) : match.end()]):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1 or match.end() >= end:
            last = match.end()
            break
    return first, first + len(paragraph[first:last].rstrip())


def _joins(text: str, place: int) -> bool:
    """Whether a word goes on across ``place``."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _elsewhere(edition: TextEdition, quote: str, number: int) -> str:
    """Where the nearest place is, by what differs; nothing is ever taken from there."""
    found = find_passages(edition, quote)
    if found and not found[0].unlike.anything:
        places = dict.fromkeys(each.locator or "" for each in found[:3])
        return " " + say("draft.stands_in", places=joined(tuple(places)))
    if found:
        return " " + say("draft.stands_otherwise", place=found[0].locator or "", words=cut(found[0].text))
    words = {word.casefold() for word in _WORD.findall(quote)}
    if not words:
        return ""
    shares = [
        (len(words & {word.casefold() for word in _WORD.findall(edition.text[row.start : row.end])}), -abs(at - number))
        for at, row in enumerate(edition.paragraphs, 1)
    ]
    best = max(range(len(shares)), key=shares.__getitem__, default=-1)
    if best < 0 or shares[best][0] * 2 < len(words):
        return ""
    row = edition.paragraphs[best]
    return " " + say("draft.nearest", number=best + 1, words=cut(edition.text[row.start : row.end]))
