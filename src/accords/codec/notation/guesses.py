"""What was probably meant by a word that means nothing in a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from attrs import frozen

from accords.codec.notation.faults import NotationError
from accords.codec.notation.lengths import UNITS, unit_of
from accords.codec.notation.tokens import Token, written_text
from accords.dates import DateError, Edtf, parse_date
from accords.model.parts import Parts
from accords.suggest import UnknownIdError

__all__ = ["KnownIds", "advice_on", "date_of", "known_id", "misread"]

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
    if token.value[0].isdigit() or token.value.startswith(".."):
        words = [token, *rest]
        try:
            return parse_date(token.value)
        except DateError as error:
            wider = _wider(text, words)
            place, reason = (token, error) if wider is None else wider
            raise _fault(text, place, str(reason), None) from None
    raise _fault(text, token, *advice_on(text, token, known))


def _wider(text: str, words: Sequence[Token]) -> tuple[Token, DateError] | None:
    """The fault of a day in three words, as 3 March 2023 has it."""
    if len(words) < 4 or any(word.sort != "word" for word in words[:3]) or not words[1].value.isalpha():
        return None
    token = Token("word", "", words[0].start, words[2].end)
    try:
        parse_date(text[token.start : token.end])
    except DateError as error:
        return token, error
    return None


def advice_on(text: str, token: Token, known: KnownIds | None) -> tuple[str, str | None]:
    """What to say of a word that has no meaning where it stands, and the line that was meant."""
    word = token.value
    if token.sort != "word" or word in ("and", "or") or word[0].isdigit() or word.startswith(("event:", "duty:")):
        return "no condition can be read here; “and” or “or” joins two of them", None
    if word in _FIGURES:
        return "numbers are written in figures", misread(text, token)
    if word in _NEEDLESS:
        without = (text[: token.start] + text[token.end :].lstrip()).strip()
        return "the field says so already; a condition is a moment", without or None
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


def misread(text: str, token: Token) -> str | None:
    """The line that was meant where a number is in words, or another word stands for “after”."""
    if token.value in _FIGURES:
        return _with(text, token, str(_FIGURES[token.value]))
    return _with(text, token, "after") if token.value in _FOR_AFTER else None


def _with(text: str, token: Token, word: str) -> str:
    return text[: token.start] + word + text[token.end :]


def _fault(text: str, token: Token, sentence: str, meant: str | None) -> NotationError:
    return NotationError(text, token.start, text[token.start : token.end], sentence, meant)
