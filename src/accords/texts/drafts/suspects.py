"""Words of a sentence by which a true quote may be put to false use; English words alone are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accords.texts.drafts.cues import (
    ASIDE,
    CHARGES,
    DENIALS,
    FUTURE,
    NEGATION,
    NO_NAMES,
    ORDERS,
    OTHER_MODALITY,
    PASSIVE,
    RECEIVES,
    SAYS_MODALITY,
    SPOKEN,
)
from accords.texts.drafts.form import DraftSays
from accords.texts.drafts.quotes import QuotedPassage
from accords.vocabulary import Modality
from accords.words import joined, say

__all__ = [
    "action_marks",
    "duty_marks",
    "order_words",
    "sentence_marks",
    "speaks",
    "statement_marks",
    "unlisted_names",
    "words_in",
]


_WORD = re.compile(r"\w[\w'’-]*")
_NAME = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩА-Я][\w'’-]*")


def words_in(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What of ``text`` fits ``pattern``, each once, in small letters; the month of May is none of it."""
    found = (match[0] for match in pattern.finditer(text) if match[0] != "May")
    return tuple(dict.fromkeys(" ".join(word.lower().split()) for word in found))


def _told(key: str, words: Iterable[str], **more: object) -> Iterator[str]:
    found = tuple(words)
    if found:
        yield say(key, words=joined(tuple(f"“{word}”" for word in found)), **more)


def sentence_marks(found: QuotedPassage) -> Iterator[str]:
    """What turns round or loosens what a quote seems to say, in its sentence and around it, and orders there."""
    yield from _told("draft.mark.outside", words_in(ASIDE, found.outside))
    before = found.paragraph[: found.paragraph.find(found.sentence)]
    after = found.paragraph[found.paragraph.find(found.sentence) + len(found.sentence) :]
    yield from _told("draft.mark.paragraph", words_in(DENIALS, f"{before} {after}"))
    yield from _told("draft.mark.order", order_words(found.paragraph))


def order_words(paragraph: str) -> tuple[str, ...]:
    """What in a paragraph speaks to whoever makes a draft of it."""
    return tuple(word[:60] for word in words_in(ORDERS, paragraph)[:5])


def duty_marks(found: QuotedPassage, modality: Modality) -> Iterator[str]:
    """What in the sentence does not go with the modality, or with whoever is named first being the bearer."""
    quote, sentence = found.passage.text, found.sentence
    yield from _told("draft.mark.inside", (word for word in words_in(ASIDE, quote) if not _fits(word, modality)))
    if not SAYS_MODALITY[modality].search(quote):
        yield say("draft.mark.no_word_for", modality=say(f"modality.{modality.value}"))
    yield from _told("draft.mark.other_modality", words_in(OTHER_MODALITY[modality], quote))
    yield from _told("draft.mark.said", words_in(SPOKEN, sentence))
    yield from _told("draft.mark.passive", words_in(PASSIVE, sentence))
    yield from _told("draft.mark.receives", words_in(RECEIVES, quote))


def _fits(word: str, modality: Modality) -> bool:
    if modality is Modality.MUST_NOT:
        return bool(NEGATION.fullmatch(word))
    return modality is Modality.MAY and word in ("may", "could")


def action_marks(action: str, found: QuotedPassage, modality: Modality) -> Iterator[str]:
    """What of an action the sentence does not have, and a negation that the modality says already."""
    stems = {word[:4].casefold() for word in _WORD.findall(found.sentence)}
    new = [word for word in _WORD.findall(action) if len(word) > 3 and word[:4].casefold() not in stems]
    yield from _told("draft.mark.new_words", dict.fromkeys(new))
    if modality is not Modality.DECLARES:
        yield from _told("draft.mark.negated", words_in(NEGATION, action))


def statement_marks(found: QuotedPassage, says: DraftSays, spoken: bool, summary: str) -> Iterator[str]:
    """What in the sentence does not go with what a statement says, or with whose word it is."""
    sentence, quote = found.sentence, found.passage.text
    negated = words_in(NEGATION, quote)
    if says in (DraftSays.OCCURRED, DraftSays.PLANNED, DraftSays.BREACH):
        yield from _told("draft.mark.inside", words_in(ASIDE, quote))
    elif not negated:
        yield say("draft.mark.not_negated")
    else:
        yield from _told("draft.mark.inside", (w for w in words_in(ASIDE, quote) if not NEGATION.fullmatch(w)))
    if says is DraftSays.PLANNED:
        if not FUTURE.search(quote):
            yield say("draft.mark.not_planned")
    else:
        yield from _told("draft.mark.future", words_in(FUTURE, quote))
    if says in (DraftSays.BREACH, DraftSays.NO_BREACH):
        if not CHARGES.search(sentence):
            yield say("draft.mark.no_charge")
    else:
        yield from _told("draft.mark.charge", words_in(CHARGES, f"{summary} {sentence}"))
    is_said = words_in(SPOKEN, sentence)
    if spoken and not is_said:
        yield say("draft.mark.not_said")
    if not spoken:
        yield from _told("draft.mark.said", is_said)
        if re.search(r"[\"“”«»„]", sentence):
            yield say("draft.mark.quoted")
    yield from action_marks(summary, found, Modality.DECLARES)


def speaks(sentence: str, name: str) -> bool:
    """Whether ``sentence`` says of ``name``, with hardly a word between, that it says something."""
    called = re.escape(name)
    said = SPOKEN.pattern
    between = r"(?:,?\s+(?:has|have|had|also|later|then|again|officially|publicly|today|yesterday))*\s+"
    before = rf"(?<![\w’'-])(?<!\bto )(?<!\bby )(?<!\bof )(?<!\bfrom )(?<!\bin ){called}{between}{said}"
    after = rf"(?:{said}|according to)\s+(?:by\s+|the\s+)?{called}(?![\w’'-])(?!\s+that\b)"
    return re.search(f"{before}|{after}", sentence, re.IGNORECASE) is not None


def unlisted_names(sentence: str, listed: Iterable[str]) -> tuple[str, ...]:
    """Words of ``sentence`` that look like names and belong to none that is ``listed``."""
    bare = sentence
    for name in sorted(listed, key=len, reverse=True):
        bare = re.sub(rf"(?<!\w){re.escape(name)}(?:[’']s)?(?!\w)", "…", bare)
    found = (match[0].removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(bare))
    return tuple(dict.fromkeys(word for word in found if word.casefold() not in NO_NAMES and len(word) > 1))
