"""In which time something comes round, as a sentence says it: ``monthly``, ``every two weeks``, ``12 hours a week``."""

from __future__ import annotations

import re

from accords.texts.drafts.figures import figures_in, periods_in

__all__ = ["rounds_in"]

_ROUNDS = {
    "hourly": (1, "hour"),
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (3, "month"),
    **dict.fromkeys(("annually", "annual", "yearly"), (1, "year")),
}
_EVERY = re.compile(
    r"\b(?:every|each|per|once an?)\s+(?P<other>other\s+)?(?P<unit>hour|day|week|month|year|quarter)\b", re.I
)
_RATE = re.compile(
    r"(?:\s+(?!(?:in|for|within|of|than|after|before|by|on|to|with|from|and|or|a|an)\b)[\w’'-]+){1,4}?"
    r"\s+an?\s+(?P<unit>hour|day|week|month|year)\b(?!\s+(?:of|after|before|from|later|earlier)\b)",
    re.IGNORECASE,
)
"""Behind a number: what it is of, and in which time: “12 hours a week”."""
_TWICE_A_YEAR = re.compile(r"\b(?:twice|two times)\s+(?:an?|each|every|per)\s+year\b", re.IGNORECASE)


def rounds_in(sentence: str) -> frozenset[tuple[int, str]]:
    """Every period in which something comes round by ``sentence``: ``monthly``, ``every two weeks``, ``each year``."""
    found = {period for word, period in _ROUNDS.items() if re.search(rf"\b{word}\b", sentence, re.IGNORECASE)}
    for match in _EVERY.finditer(sentence):
        unit = match["unit"].lower()
        count = 2 if match["other"] else 1
        found.add((3 * count, "month") if unit == "quarter" else (count, unit))
    for figure in figures_in(sentence):
        rate = _RATE.match(sentence, figure.end)
        if rate is not None:
            found.add((1, rate["unit"].lower()))
    if _TWICE_A_YEAR.search(sentence):
        found.discard((1, "year"))
        found.add((6, "month"))
    for number, unit, start in periods_in(sentence):
        if re.search(r"\b(?:every|each)\s+$", sentence[:start], re.IGNORECASE):
            found.add((number, unit))
    return frozenset(found)
