"""What was probably meant by a word that means nothing in a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from attrs import frozen

from accords.codec.notation.faults import NotationError
from accords.codec.notation.lengths import UNITS, unit_of
from accords.codec.notation.slips import DONE, FORTNIGHT, VAGUE, counts_time, hides_a_day, near_name, near_unit
from accords.codec.notation.tokens import Token, written_text
from accords.dates import DateError, Edtf, parse_date
from accords.dates.around import said_around
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

_NEEDLESS = ("within", "by", "on", "upon", "until", "at", "in", "when", "if", "once", "from")
"""Words before a condition that its place in the record says already."""
_NEEDLESS_PHRASES = (
    "at the latest ",
    "no later than ",
    "not later than ",
    "as of ",
    "on or before ",
    "up to ",
    "effective ",
    "starting ",
    "provided that ",
    "provided ",
    "on condition that ",
    "as soon as ",
    "only if ",
    "only when ",
    "only once ",
)
_TURNING = ("not", "unless", "except", "without")
"""Words that turn round what stands behind them, so that it says something else without them."""
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
    rf"{DONE}?"
)
_CLOCK = re.compile(r"at|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_MOST_WORDS = 9
_OTHERWISE = "it is written otherwise"
_ONLY_WHAT_HAPPENS = "a condition is what happens, or that an event does not until a time: no event:ID until DATE"
_DONE = re.compile(DONE, re.IGNORECASE)
_DAYS_ARE = "a date is written year-month-day"
_BEHIND_DUTY = re.compile(r"\bduty:\S+\s+\Z")
_REACHED = tuple(each.value for each in Reaches)
_DONE_ALONE = ("done", "fulfilled", "performed", "completed", "is", "was", "has")
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
    unit = near_unit(token, rest)
    if unit is not None:
        raise _fault(
            text, unit[0], f"no unit of time is called so; it may be “{unit[1]}”", _with(text, unit[0], unit[1])
        )
    if wanted and not (rest and (_CLOCK.fullmatch(rest[0].value) or names_a_day(rest[0].value))):
        try:
            return parse_date(token.value)
        except DateError as error:
            meant = (_with(text, token, day) for day in error.meant)
            told = _DAYS_ARE if error.meant else str(error)
            raise _spoken(text, (token, *rest)) or _fault(text, token, told, *meant) from None
    sentence, lines = advice_on(text, token, known)
    raise _spoken(text, (token, *rest)) or _fault(text, token, sentence, *lines)


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
            said_so = text[place.start : place.end].upper()
            if error.reason == "no-such-day" or split_clock(said_so) or said_around(said_so):
                return _fault(text, place, str(error))
    return None


def advice_on(text: str, token: Token, known: KnownIds | None) -> tuple[str, tuple[str, ...]]:
    """What to say of a word that has no meaning where it stands, and the lines that may be meant."""
    word = token.value
    if token.sort != "word" or word in ("and", "or") or word[0].isdigit() or word.startswith(("event:", "duty:")):
        return "no condition can be read here; “and” or “or” joins two of them", ()
    found = FORTNIGHT.match(text, token.start)
    if found is not None:
        said = "2 weeks" if found[1].lower() == "fortnight" else "12"
        return "numbers are written in figures", (text[: token.start] + said + text[found.end() :],)
    if word in _FIGURES:
        return "numbers are written in figures", _told(misread(text, token))
    vague = VAGUE.match(text, token.start)
    if vague is not None and vague.end() == len(text.rstrip()):
        line = text[: token.start] + f"vague {written_text(vague[0].strip())}"
        return "these words name no day; what is vague is marked as vague", (line,)
    needless = next((phrase for phrase in _NEEDLESS_PHRASES if text[token.start :].lower().startswith(phrase)), None)
    if needless is not None or word in _NEEDLESS:
        token = token if needless is None else Token("word", "", token.start, token.start + len(needless))
        without = (text[: token.start] + text[token.end :].lstrip()).strip()
        return "the field says so already; a condition is a moment", _told(without or None)
    if word in _TURNING:
        return f"“{word}” turns round what follows; {_ONLY_WHAT_HAPPENS}", ()
    if word in ("before", "after"):
        line = f"{text[: token.start]}1 day {text[token.start :]}"
        return f"a length of time comes before “{word}”", (line,)
    written = _written_otherwise(text, token, known)
    return written if written is not None else _words_of_ones_own(text, token, known)


def _written_otherwise(text: str, token: Token, known: KnownIds | None) -> tuple[str, tuple[str, ...]] | None:
    """What to say of a word that the notation has in another form; None where it has none."""
    word = token.value
    reached = nearest(word, _REACHED) if _BEHIND_DUTY.search(text[: token.start]) else None
    if _BEHIND_DUTY.search(text[: token.start]) and word in _DONE_ALONE:
        return "the duty alone says so", (text[: token.start].rstrip() + text[token.end :],)
    if reached is not None:
        return _OTHERWISE, (_with(text, token, reached),)
    if word in _ANOTHER or word.startswith("obligation:"):
        meant = _ANOTHER.get(word) or word.replace("obligation:", "duty:", 1)
        return _OTHERWISE, (_with(text, token, meant),)
    for kind, ids in (("event", known.events), ("duty", known.duties)) if known is not None else ():
        if word in ids:
            done = _DONE.match(text, token.end)
            whole = token if done is None else token._replace(end=done.end())
            lines = [_with(text, whole, f"{kind}:{word}")]
            more = re.match(r"\s+(?!and\b|or\b)[^\W\d]", text[token.end :])
            if done is None and more is not None and "(" not in text:
                lines = [text[: token.start] + each for each in (f"{kind}:{word}", written_text(text[token.start :]))]
            return f"this id is named with its kind: {kind}", tuple(lines)
    if unit_of(word) is not None or word in UNITS:
        return "a number comes before a unit of time", ()
    return None


def _words_of_ones_own(text: str, token: Token, known: KnownIds | None) -> tuple[str, tuple[str, ...]]:
    """What to say of words: a name with a slip in it, a day that cannot be told, or words that stand in marks."""
    end = next((at for at, sign in enumerate(text) if at > token.start and sign in "();"), len(text))
    words = text[token.start : end].strip().replace('"', "'")
    place = Token("word", "", token.start, token.start + len(words))
    name, names = _name_in(words) or "", _names(known)
    if name in names:
        return _OTHERWISE, (_with(text, place, names[name]),)
    said = words.split()
    if any(map(names_a_day, said)) and all(map(is_of_dates, said)):
        return f"{_DAYS_ARE}, with its year, as 2022-02-15, 2022-02 or 2022-06/2022-08", ()
    if counts_time(words):
        return "a time is counted as in 10 days after the conclusion, and a place in the record says the rest", ()
    if hides_a_day(words):
        return "words with a day or a deadline in them are no moment; that day or time alone stands here", ()
    near = near_name(name, names)
    meant = (*([_with(text, place, near[0])] if near else []), _with(text, place, written_text(words)))
    if near is not None and near[1]:
        return f"it may be a slip for {near[0]}; words of your own stand in quotation marks", meant[:1]
    return "it is no date, no id and no word of this notation; words of your own stand in quotation marks", meant


def _name_in(words: str) -> str | None:
    """The name that a phrase is about, with hyphens for its blanks."""
    found = _PHRASE.fullmatch(words.lower())
    return None if found is None else re.sub(r"\s+", "-", found[1])


def _names(known: KnownIds | None) -> dict[str, str]:
    """What of the notation each name stands for: the conclusion, the entry into force, an event or a duty."""
    names = {name: f"duty:{name}" for name in known.duties} if known is not None else {}
    names |= {name: f"event:{name}" for name in known.events} if known is not None else {}
    return names | {name: meant for name, meant in _ANOTHER.items() if name[0].isalpha() and name[-1] != ":"}


def figure_of(word: str) -> int | None:
    """The number that an English word in lower case stands for."""
    return _FIGURES.get(word)


def _told(line: str | None) -> tuple[str, ...]:
    return () if line is None else (line,)


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
