"""Slips of the pen in a line: a known moment, an id or a unit of time that is nearly what was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from accords.codec.notation.lengths import UNITS
from accords.codec.notation.tokens import Token
from accords.dates.spoken import names_a_day
from accords.suggest import is_clear, nearest

__all__ = ["DONE", "FORTNIGHT", "VAGUE", "counts_time", "hides_a_day", "near_name", "near_unit"]

DONE = (
    r"(?:\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:done|fulfilled|performed|carried\s+out|completed)"
    r"|\s+(?:has\s+)?(?:happens|happened|occurs|occurred))"
)
"""What people say behind a duty or an event where the notation has its id alone."""
FORTNIGHT = re.compile(r"\b(?:an?|one)\s+(fortnight|dozen)\b", re.I)
_FIGURE = r"(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety)"
_COUNTED = re.compile(
    rf"\b(?:{_FIGURE}|[a-z]+(?=\s+\S+\s+(?:after|before|from|of)\b))\s+(?:[a-z]+\s+)?"
    rf"(?:{'|'.join(UNITS)}|fortnight)s?\b",
    re.I,
)
_DAY = re.compile(
    r"\b(?:latest|earliest|(?:later|sooner|earlier) than|deadline)\b"
    r"|\b[0-9]{4}-[0-9]{2}|\b[0-9]{1,2}\s+[A-Z][a-z]{2,8}\b"
)
VAGUE = re.compile(
    r"(?:as (?:soon|early|quickly|promptly) as (?:is )?(?:possible|practicable|feasible)|promptly|immediately|forthwith"
    r"|without (?:undue )?delay|in due (?:course|time)|in the near future|shortly|soon)\s*",
    re.I,
)
"""Words for a time that name no day."""
_SPELLINGS = {"working": "working", "business": "working"} | {
    form: unit for unit in UNITS for form in (unit, f"{unit}s")
}
_LONGEST_NUMBER = 3


def near_name(name: str, known: Mapping[str, str]) -> tuple[str, bool] | None:
    """What of the notation a name is a slip for, and whether it can hardly be words of somebody's own."""
    near = nearest(name, known)
    if near is None or not is_clear(name, near, known):
        return None
    return known[near], known[near].startswith(("the ", "entry")) or (
        "-" not in name and abs(len(name) - len(near)) < 2
    )


def near_unit(token: Token, rest: Sequence[Token]) -> tuple[Token, str] | None:
    """The word behind a number that is nearly a unit of time, and that unit."""
    word = rest[0] if rest else token
    if (
        not token.value.isdigit()
        or len(token.value) > _LONGEST_NUMBER
        or word.sort != "word"
        or names_a_day(word.value)
    ):
        return None
    close = get_close_matches(word.value, _SPELLINGS, n=1, cutoff=0.7) if len(word.value) < 20 else []
    if not close:
        return None
    unit = _SPELLINGS[close[0]]
    return word, unit if unit == "working" or token.value == "1" else f"{unit}s"


def counts_time(words: str) -> bool:
    """Whether words count a time from something, so that in quotation marks they would say less."""
    return _COUNTED.search(words) is not None


def hides_a_day(words: str) -> bool:
    """Whether words hold a day or a limit, which quotation marks would make words like any others."""
    return _DAY.search(words) is not None
