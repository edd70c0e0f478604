"""Texts in tables that a spreadsheet opens: what it would take for something else has an apostrophe before it."""

from __future__ import annotations

import re

__all__ = ["guarded", "guarded_code", "unguarded"]

_ACTS = "=+-@\t\r＝＋－＠"

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    "|okt|dez|mai|maj|juin|juil|mars|avr|aout|fev|abr|ago|ene|dic|gen|mag|giu|lug|set|ott|out|mei|mrt|avg"
    "|nis|haz|tem|eyl|eki|kas|ara|sty|lut|kwi|cze|lip|sie|wrz|lis|gru"
)
"""English, and the short forms of other languages, for a spreadsheet reads days in the language of its country."""

_TURNS = re.compile(
    r"[\d(][\d.,:/\-\s'()%+]*(?:e[+-]?\d+)?"  # numbers, fractions, days and times in figures
    rf"|(?:\d{{1,4}}[-./\s]?)?(?:{_MONTHS})(?:[-./\s]?\d{{1,4}}){{0,2}}"
    r"|\d{1,2}(?::\d\d){0,2}\s+[ap]m?"
    r"|true|false",
    re.IGNORECASE,
)
_KEPT = re.compile(r"0|[1-9]\d{0,14}|\D+(?<!true)(?<!false)")
"""Whole numbers that come back in the same digits, and words, names of months among them."""


def guarded(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula: with an apostrophe before it where one might."""
    return f"'{text}" if text.lstrip()[:1] in _ACTS and text.strip() else text


def guarded_code(text: str) -> str:
    """An id or a number of a clause so that no spreadsheet makes a day, a time or another number of it.

    ``1-2`` and ``mar-1`` would become days, ``1.10`` and ``007`` other numbers.
    """
    if _TURNS.fullmatch(text) and not _KEPT.fullmatch(text.lower()):
        return f"'{text}"
    return guarded(text)


def unguarded(text: str) -> str:
    """``text`` without the apostrophe that was put before it."""
    rest = text.removeprefix("'")
    return rest if rest != text and text in (guarded(rest), guarded_code(rest)) else text
