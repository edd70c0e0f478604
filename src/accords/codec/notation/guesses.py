"""What was probably meant by a word that means nothing in a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from attrs import frozen

from accords.codec.notation.faults import NotationError
from accords.codec.notation.lengths import UNITS, unit_of
from accords.codec.notation.tokens import Token, written_text
from accords.dates import DateError, Edtf, parse_date
from accords.dates.spoken import is_of_dates, names_a_day, split_clock
from accords.model.parts import Parts
from accords.suggest import UnknownIdError, nearest
from accords.vocabulary import Reaches

__all__ = ["KnownIds", "advice_on", "date_of", "figure_of", "known_id", "misread"]

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIGURES = {
    **{word: at for at, word in enumerate(_NUMBERS, 1)},
    **{word: at * 10 for at, word in enumerate(_TENS, 3)},
    "a": 1,
    "an": 1,
    "hundred": 100,
}

_NEEDLESS = ("within", "by", "on", "upon", "until", "at", "in", "not", "when", "if", "unless", "once", "from")
"""Words before a condition that its place in the record says already."""
_NEEDLESS_PHRASES = (
    "no later than ",
    "not later than ",
    "as of ",
    "on or before ",
    "up to ",
    "effective ",
    "starting ",
)
_FOR_AFTER = ("of", "from", "since", "following", "past")
_ANOTHER = {
    "conclusion": "the conclusion",
    "signature": "the conclusion",
    "signing": "the conclusion",
    "entry-into-force": "entry into force",
    "&": "and",
    "obligation:": "duty:",
}
_PHRASE = re.compile(
    r"(?:the\s+|its\s+)?(\S+(?:\s+\S+){0,4}?)(?:\s+of\s+(?:the|this)\s+(?:agreement|treaty|protocol|memorandum|text))?"
)
_CLOCK = re.compile(r"at|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_MOST_WORDS = 9
_DAYS_ARE = "a date is written year-month-day"
_BEHIND_DUTY = re.compile(r"\bduty:\S+\s+\Z")
_REACHED = tuple(each.value for each in Reaches)
_SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@frozen(kw_only=True)
class KnownIds:
    """The ids that a condition may name."""

    events: Collection[str]
    duties: Collection[str]

    @classmethod
    def of(cls, record: Parts) -> KnownIds:
        """Those of a record."""
        return cls(events={each.id for each in record.events}, duties={each.id for each in record.obligations})


def known_id(text: str, token: Token, known: KnownIds | None) -> str:
    """The id that ``token`` names after its colon. Raises NotationError where it is none, or stands for nothing."""
    kind, _, name = token.value.partition(":")
    noun = "event" if kind == "event" else "duty"
    if not name:
        raise _fault(text, token, f"the id of the {noun} stands right after the colon", None)
    if len(name) > 100 or not _SLUG.fullmatch(name):
        raise _fault(text, token, "an id has lower-case letters, digits and single hyphens, dots or underscores", None)
    if known is None:
        return name
    ids, others = (known.events, known.duties) if noun == "event" else (known.duties, known.events)
    if name not in ids:
        if name in others:
            other = "duty" if noun == "event" else "event"
            raise _fault(
                text, token, f"the id {name!r} is that of the other kind", _with(text, token, f"{other}:{name}")
            )
        error = UnknownIdError(name, noun, sorted(ids))
        meant = _with(text, token, f"{kind}:{error.near[0]}") if error.near else None
        raise _fault(text, token, str(error), meant)
    return name


def date_of(text: str, token: Token, rest: Sequence[Token], known: KnownIds | None) -> Edtf:
    """The date that ``token`` is. Raises NotationError, for what is no date as well."""
    wanted = token.value[0].isdigit() or token.value.startswith("..")
    if wanted and not (rest and (_CLOCK.fullmatch(rest[0].value) or names_a_day(rest[0].value))):
        try:
            return parse_date(token.value)
        except DateError as error:
            meant = (_with(text, token, day) for day in error.meant)
            told = _DAYS_ARE if error.meant else str(error)
            raise _spoken(text, (token, *rest)) or _fault(text, token, told, *meant) from None
    raise _spoken(text, (token, *rest)) or _fault(text, token, *advice_on(text, token, known))


def _spoken(text: str, words: Sequence[Token]) -> NotationError | None:
    """The fault of a date as people say it, in as many words as it takes."""
    said = list(takewhile(lambda word: word.value == "," or (word.sort == "word" and is_of_dates(word.value)), words))
    for last in reversed(said[:_MOST_WORDS]):
        place = Token("word", "", words[0].start, last.end)
        try:
            parse_date(text[place.start : place.end])
        except DateError as error:
            if error.meant:
                return _fault(text, place, _DAYS_ARE, *(_with(text, place, day) for day in error.meant))
            if error.reason == "no-such-day" or split_clock(text[place.start : place.end].upper()):
                return _fault(text, place, str(error))
    return None


def advice_on(text: str, token: Token, known: KnownIds | None) -> tuple[str, str | None]:
    """What to say of a word that has no meaning where it stands, and the line that was meant."""
    word = token.value
    if token.sort != "word" or word in ("and", "or") or word[0].isdigit() or word.startswith(("event:", "duty:")):
        return "no condition can be read here; “and” or “or” joins two of them", None
    if word in _FIGURES:
        return "numbers are written in figures", misread(text, token)
    needless = next((phrase for phrase in _NEEDLESS_PHRASES if text[token.start :].lower().startswith(phrase)), None)
    if needless is not None or word in _NEEDLESS:
        token = token if needless is None else Token("word", "", token.start, token.start + len(needless))
        without = (text[: token.start] + text[token.end :].lstrip()).strip()
        return "the field says so already; a condition is a moment", without or None
    if word in ("before", "after"):
        return f"a length of time comes before “{word}”", f"{text[: token.start]}1 day {text[token.start :]}"
    reached = nearest(word, _REACHED) if _BEHIND_DUTY.search(text[: token.start]) else None
    if reached is not None:
        return "it is written otherwise", _with(text, token, reached)
    if word in _ANOTHER or word.startswith("obligation:"):
        meant = _ANOTHER.get(word) or word.replace("obligation:", "duty:", 1)
        return "it is written otherwise", _with(text, token, meant)
    if known is not None:
        for kind, ids in (("event", known.events), ("duty", known.duties)):
            if word in ids:
                words = f"this id is named with its kind: {kind}"
                return words, _with(text, token, f"{kind}:{word}")
    if unit_of(word) is not None or word in UNITS:
        return "a number comes before a unit of time", None
    end = next((at for at, sign in enumerate(text) if at > token.start and sign in "();"), len(text))
    words = text[token.start : end].strip().replace('"', "'")
    named = _named_in(words, known)
    if named is not None:
        return "it is written otherwise", text[: token.start] + named + text[token.start + len(words) :]
    said = words.split()
    if any(map(names_a_day, said)) and all(map(is_of_dates, said)):
        return f"{_DAYS_ARE}, with its year, as 2022-02-15, 2022-02 or 2022-06/2022-08", None
    meant = text[: token.start] + written_text(words) + text[token.start + len(words) :]
    return "it is no date, no id and no word of this notation; words of your own stand in quotation marks", meant


def _named_in(words: str, known: KnownIds | None) -> str | None:
    """What of the notation a phrase stands for: the conclusion, the entry into force, or an event or duty by its id."""
    found = _PHRASE.fullmatch(words.lower())
    if found is None:
        return None
    name = re.sub(r"\s+", "-", found[1])
    if name in _ANOTHER:
        return _ANOTHER[name]
    kinds = (("event", known.events), ("duty", known.duties)) if known is not None else ()
    return next((f"{kind}:{name}" for kind, ids in kinds if name in ids), None)


def figure_of(word: str) -> int | None:
    """The number that an English word in lower case stands for."""
    return _FIGURES.get(word)


def misread(text: str, token: Token) -> str | None:
    """The line that was meant where a number is in words, or another word stands for “after”."""
    if token.value in _FIGURES:
        return _with(text, token, str(_FIGURES[token.value]))
    meant = "after" if token.value in _FOR_AFTER else nearest(token.value, ("after", "before"))
    return None if meant is None else _with(text, token, meant)


def _with(text: str, token: Token, word: str) -> str:
    return text[: token.start] + word + text[token.end :]


def _fault(text: str, token: Token, sentence: str, *meant: str | None) -> NotationError:
    return NotationError(text, token.start, text[token.start : token.end], sentence, *meant)
