"""Words of a sentence by which a true quote may be put to false use; English words alone are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accords.texts.drafts.clauses import modals_in
from accords.texts.drafts.cues import (
    AGREEING,
    ASIDE,
    CHANGED_BEHIND,
    CHARGES,
    DENIALS,
    FALLS,
    FUTURE,
    HEADS_ON,
    ITEM,
    LENGTHS,
    NEGATION,
    ORDERS,
    POINTS_BACK,
    POINTS_BESIDE,
    POINTS_ON,
    REFERS_BACK,
    REFERS_ON,
    SPOKEN,
    TAKES_AWAY,
    TERMS,
    VOID,
)
from accords.texts.drafts.form import DraftSays
from accords.texts.drafts.likeness import stem
from accords.texts.drafts.quotes import QuotedPassage
from accords.texts.drafts.unsaid import TELLING_NOTHING, RowWords
from accords.texts.edition import TextEdition
from accords.texts.marks import mixed_words, unseen_in
from accords.words import joined, say

__all__ = [
    "COMING",
    "does",
    "inverted",
    "neighbour_marks",
    "new_words",
    "order_words",
    "paragraph_marks",
    "shortened",
    "speaks",
    "statement_marks",
    "term_words",
    "told",
    "words_in",
]


_WORD = re.compile(r"\w[\w'’-]*")


def words_in(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What of ``text`` fits ``pattern``, each once, in small letters; the month of May is none of it."""
    found = (match[0] for match in pattern.finditer(text) if match[0] != "May")
    return tuple(dict.fromkeys(" ".join(word.lower().split()) for word in found))


def inverted(words: Iterable[str]) -> str:
    """Words each in quotation marks."""
    return joined(tuple(f"“{word}”" for word in words))


def told(key: str, words: Iterable[str]) -> Iterator[str]:
    """The phrase of ``key`` with ``words``, where there are any."""
    found = tuple(words)
    if found:
        yield say(key, words=inverted(found))


def paragraph_marks(found: QuotedPassage, called: Iterable[str] | None = None) -> Iterator[str]:
    """What in the paragraph, outside the sentence, may take it back; orders to whoever makes drafts; hidden signs.

    Of somebody who is ``called`` so, denials are looked for only in the sentences that name them.
    """
    before, after = found.near
    near = f"{before} {after}" if called is None else _naming(f"{before} {after}", tuple(called))
    yield from told("draft.mark.mixed", mixed_words(found.sentence))
    unseen = unseen_in(found.sentence)
    if unseen:
        yield say("draft.mark.unseen", names=joined(tuple(mark.name for mark in unseen[:5])))
    if not found.is_whole:
        yield say("draft.mark.long_sentence")
    yield from told("draft.mark.paragraph", words_in(DENIALS, near))
    if REFERS_BACK.match(after):
        yield say("draft.mark.next", words=shortened(after))
    if REFERS_ON.search(before):
        yield say("draft.mark.previous", words=shortened(before))
    last, first = _SENTENCE.split(before.strip())[-1], _SENTENCE.split(after.strip())[0]
    for beside in (last if POINTS_ON.search(last) else "", first):
        if is_taken_back(beside) or (beside is first and CHANGED_BEHIND.search(first)):
            yield say("draft.mark.beside", words=shortened(beside))
    if "?" in found.sentence:
        yield say("draft.mark.question")
    yield from told("draft.mark.order", order_words(f"{before}{found.sentence}{after}"))


def _naming(text: str, names: tuple[str, ...]) -> str:
    """The sentences of ``text`` that have one of the names."""
    return " ".join(each for each in _SENTENCE.split(text) if any(name in each for name in names))


def neighbour_marks(edition: TextEdition, number: int) -> Iterator[str]:
    """What the heading over a paragraph, or the words behind it, say that take it away or put it down to others."""

    def at(place: int) -> str:
        row = edition.paragraphs[place - 1]
        return edition.text[row.start : row.end]

    listed = ITEM.match(at(number)) is not None
    above, below = number - 1, number + 1
    while above >= max(1, number - _FURTHEST) and _goes_on(at(above), listed):
        above -= 1
    while listed and below <= min(len(edition.paragraphs), number + _FURTHEST) and _goes_on(at(below), listed):
        below += 1
    heading = _SENTENCE.split(at(above).strip())[-1] if above >= 1 else ""
    if HEADS_ON.search(heading):
        spoken = () if AGREEING.search(heading) else words_in(SPOKEN, heading)
        if spoken or TAKES_AWAY.search(heading):
            yield say("draft.mark.heading", words=shortened(heading))
    elif (
        (POINTS_ON.search(heading) and is_taken_back(heading))
        or (_is_headline(heading) and FALLS.search(heading))
        or (POINTS_BACK.match(heading) and VOID.search(heading))
    ):
        yield say("draft.mark.heading", words=shortened(heading))
    behind = _SENTENCE.split(at(below).strip())[0] if below <= len(edition.paragraphs) else ""
    is_back = POINTS_BACK.match(behind) and TAKES_AWAY.search(behind) and not behind.endswith(":")
    if is_back or (is_taken_back(behind) and not HEADS_ON.search(behind)):
        yield say("draft.mark.behind", words=shortened(behind))


def is_taken_back(sentence: str) -> bool:
    """Whether a sentence is about those beside it, and says that they came to nothing or are wished for."""
    is_duty = any(modal.supports for modal in modals_in(sentence))
    return not is_duty and POINTS_BESIDE.search(sentence) is not None and FALLS.search(sentence) is not None


def _is_headline(line: str) -> bool:
    """Whether a line is a heading by its form: a few words, and no sentence."""
    return len(line.split()) <= _MOST_IN_A_HEADING and not re.search(r"[.!?;,]\W*$", line) and not modals_in(line)


_MOST_IN_A_HEADING = 8


def _goes_on(paragraph: str, listed: bool) -> bool:
    """Whether a paragraph is of the same list: an item beside an item, otherwise one sentence that has a duty."""
    if listed or ITEM.match(paragraph):
        return listed and ITEM.match(paragraph) is not None
    return (
        bool(modals_in(paragraph)) and not HEADS_ON.search(paragraph) and len(_SENTENCE.split(paragraph.strip())) == 1
    )


_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")
_FURTHEST = 200
"""How many paragraphs of a list are gone over to find its heading."""


def shortened(text: str) -> str:
    """The first words of ``text``."""
    words = text.split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


_MOST_WORDS = 12


def order_words(paragraph: str) -> tuple[str, ...]:
    """What in a paragraph speaks to whoever makes a draft of it."""
    return tuple(word[:60] for word in words_in(ORDERS, paragraph)[:5])


def term_words(paragraph: str, *, is_told: bool, is_begun: bool = False) -> tuple[str, ...]:
    """What in a paragraph says when the agreement begins or ends; how long it lasts, unless a row ``is_told`` of it.

    Where a row says how it begins, ``is_begun``, its entry into force is nothing to look at.
    """
    paragraph = _COUNTED_FROM.sub(" ", paragraph) if is_told else paragraph
    begins = () if is_begun else words_in(TERMS, paragraph)
    found = (*begins, *(() if is_told else words_in(LENGTHS, paragraph)))
    return tuple(shortened(word.strip()) for word in found[:5])


_COUNTED_FROM = re.compile(
    r"\b(?:after|from|of) (?:its|the) (?:date of (?:its )?)?(?:entry|coming|entering) into force\b", re.IGNORECASE
)


def new_words(text: str, sentence: str) -> tuple[str, ...]:
    """The words of ``text``, longer than three letters that tell something, of which no form stands in the sentence."""
    there = {stem(word) for word in _WORD.findall(sentence)}
    told = (word for word in _WORD.findall(text) if len(word) > 3 and word.casefold() not in TELLING_NOTHING)
    return tuple(dict.fromkeys(word for word in told if stem(word) not in there))


COMING = re.compile(rf"would|{FUTURE.pattern}", re.IGNORECASE)
"""What speaks of the future, in what somebody is told to have said."""


def statement_marks(
    found: QuotedPassage, says: DraftSays, said: RowWords, summary: str, denied: str, *, is_told: bool = False
) -> Iterator[str]:
    """What in the sentence does not go with what a statement says, or leaves it open.

    ``denied`` are the words by which the speaker denies it, if any: they negate it as “not” would. Where it
    ``is_told`` as what somebody says, “would” speaks of the future.
    """
    sentence, quote = found.sentence, found.passage.text
    negated = words_in(NEGATION, quote)
    if says in (DraftSays.OCCURRED, DraftSays.PLANNED, DraftSays.BREACH):
        planned = says is DraftSays.PLANNED
        own = COMING if is_told else FUTURE
        words = (word for word in words_in(ASIDE, quote) if not (planned and own.fullmatch(word)))
        yield from told("draft.mark.inside", (word for word in words if not said.has(word)))
    elif not negated and not denied:
        yield say("draft.mark.not_negated")
    elif denied:
        yield from told("draft.mark.inside", words_in(ASIDE, quote.replace(denied, " ")))
    else:
        yield from told(
            "draft.mark.inside", (w for w in words_in(ASIDE, quote) if not (said.has(w) or NEGATION.fullmatch(w)))
        )
    if says is DraftSays.PLANNED:
        if not COMING.search(quote):
            yield say("draft.mark.not_planned")
    else:
        yield from told("draft.mark.future", words_in(FUTURE, quote))
    if says in (DraftSays.BREACH, DraftSays.NO_BREACH):
        if not CHARGES.search(sentence):
            yield say("draft.mark.no_charge")
    else:
        yield from told("draft.mark.charge", words_in(CHARGES, f"{summary} {sentence}"))
    yield from told("draft.mark.new_words", new_words(summary, sentence))


def does(quote: str, called: Iterable[str]) -> bool:
    """Whether those who are ``called`` so are what the quote begins with, as whoever does what it tells."""
    one = "|".join(re.escape(each) for each in sorted(called, key=len, reverse=True))
    listed = rf"(?:{one})(?:\s*(?:,|and)\s*(?:the\s+)?(?:{one}))*"
    alone = rf"\W*(?:(?:the|both|an?)\s+)?{listed}(?![\w’'-])(?!\s*(?:,|and\b|or\b|of\b))"
    return re.match(alone, quote, re.IGNORECASE) is not None


def speaks(sentence: str, name: str) -> re.Match[str] | None:
    """Where ``sentence`` says of ``name``, with hardly a word between, that it says something."""
    called = re.escape(name)
    said = SPOKEN.pattern
    between = r"(?:,?\s+(?:has|have|had|also|always|later|then|again|officially|publicly|today|yesterday))*\s+"
    before = rf"(?<![\w’'-])(?<!\bto )(?<!\bby )(?<!\bof )(?<!\bfrom )(?<!\bin ){called}{between}{said}"
    after = rf"(?<!\w)(?!told by\b)(?:{said}|as told|according to)\s+(?:by\s+|the\s+)?{called}(?![\w’'-])(?!\s+that\b)"
    return re.search(f"{before}|{after}", sentence, re.IGNORECASE)
