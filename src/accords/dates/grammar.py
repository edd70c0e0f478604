"""Which texts are dates: one regular expression, built from named pieces, and the error for those that are not."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

__all__ = ["ACCEPTED", "EXAMPLES", "OFFSET", "PATTERN", "DateError"]

_YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY_OF_MONTH = "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_FOURTH = "(?:0[48]|[2468][048]|[13579][26])"  # two digits divisible by four, but for 00
_LEAP_YEAR = f"(?:[0-9]{{2}}{_FOURTH}|{_FOURTH}00)"
_DAY = f"(?:{_YEAR}-{_DAY_OF_MONTH}|{_LEAP_YEAR}-02-29)"
_DECADE = "(?:[0-9]{2}[1-9]|[0-9][1-9]0|[1-9]00)X"
_CENTURY = "(?:[0-9][1-9]|[1-9]0)XX"
_COARSE = f"(?:{_YEAR}(?:-(?:{_MONTH}(?:-XX)?|XX(?:-XX)?))?|{_DECADE}|{_CENTURY})"
_DATE = f"(?:{_DAY}|{_COARSE})[?~%]?"
_OPEN = "[.][.]"
_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_SIGN = "(?:[+]|-)"  # not [+-], which ECMA-262 refuses under its newest flag
OFFSET = f"(?:Z|[+]00:00|{_SIGN}(?:00:(?:0[1-9]|[1-5][0-9])|(?:0[1-9]|1[0-3]):[0-5][0-9]|14:00))"

PATTERN: str = f"^(?:{_DAY}T{_TIME}{OFFSET}|{_DATE}(?:/(?:{_DATE}|{_OPEN}))?|{_OPEN}/{_DATE})$"
"""What ``parse_date`` accepts, leap years included, but for reversed intervals, which need code.

One regular expression, the same in Python, ECMA-262, Rust and RE2; only Python's ``$`` also matches before a
line feed at the end, so that Python wants ``fullmatch``.
"""

EXAMPLES: tuple[str, ...] = (
    "2022",
    "2022-11",
    "2022-11-23",
    "2021-10-02T08:00:00+02:00",
    "2022-11-XX",
    "202X",
    "2022-11?",
    "2022-11-01/2022-11-21",
    "2022-11-23/..",
)
"""One date of each form."""

ACCEPTED = re.compile(PATTERN)


_Reason: TypeAlias = Literal["no-such-day", "not-a-date", "reversed-interval"]


class DateError(ValueError):
    """A text is not a date. As a string, one sentence for the person who wrote it."""

    text: str
    """The whole text that was read."""
    reason: _Reason
    """``no-such-day``: the form is right, but the calendar or the clock has no such day or time;
    ``reversed-interval``: an interval ends before it starts; ``not-a-date``: anything else."""
    meant: tuple[str, ...]
    """The dates that were probably meant: two where the text has two readings, none where it cannot be told."""

    def __init__(self, text: str, reason: _Reason, sentence: str, *meant: str) -> None:
        """Keep all as arguments, so that the error survives the way between processes."""
        super().__init__(text, reason, sentence, *meant)
        self.text = text
        self.meant = meant
        self.reason = reason
        self._sentence = sentence

    def __str__(self) -> str:
        """The sentence for a person."""
        return self._sentence
