"""Exactness: vague times that were made exact, and exact ones that were left vague."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.dates.spoken import MONTHS
from accords.diagnostics import Diagnostic
from accords.model.conditions import Condition, Offset, OnDate, Prose, Vague
from accords.prose import quoted

__all__ = ["DATES_IN_WORDS", "EXACTNESS"]

_MONTH = f"(?:{'|'.join(MONTHS).lower()})"
_NUMBER = (
    "(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|sixty"
    "|ninety)"
)
_VAGUE = late(
    r"\bin the (?:coming|next|following) (?:hours|days|weeks|months|period)\b|\bas soon as (?:possible|practicable"
    r"|feasible)\b|\bwithout (?:any |further |undue )?delay\b|\b(?:soon|shortly|forthwith|promptly|immediately|swiftly"
    r"|speedily|urgently|expeditiously)\b|\bat the earliest (?:possible|opportunity|convenience)\b|\bat an early date\b"
    r"|\bin due (?:course|time)\b|\bin a timely manner\b|\bwithin a reasonable (?:time|period)\b"
    r"|\bin the near future\b|\bat once\b",
    re.IGNORECASE,
)
"""Words for a time that no calendar knows."""
_STATED = late(rf"[0-9]|\b{_MONTH}\b|\b{_NUMBER} (?:calendar )?(?:hour|day|week|month|year)s?\b", re.IGNORECASE)
"""Words for a time that a calendar knows."""
_EXACT = late(
    rf"\b(?:by|on|before|until|from|not? later than) (?:the )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}"
    rf"|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?\b|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|\bwithin (?:a period of )?{_NUMBER} (?:calendar )?(?:hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_SHORT = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?"
_NAMED = rf"(?:{_MONTH}|{_SHORT})"
_DATE = late(
    r"\W*(?:(?:from|until|till|by|on|in|before|after|since|to|through|as of|up to|and including|not? later than"
    r"|not? earlier than|not before|beginning|starting|between|during|the|end of|start of|beginning of|close of)\s+)*"
    rf"(?P<date>[0-9]{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?{_NAMED}(?:,? [0-9]{{4}}\b|(?=\W*$|[,;]))"
    rf"|{_NAMED} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? [0-9]{{4}}\b|(?=\W*$|[,;]))|{_NAMED},? [0-9]{{4}}\b"
    r"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}\b|Q[1-4] [0-9]{4}\b|[0-9]{4}(?=\W*$))",
    re.IGNORECASE,
)
"""Words that begin with a date, with no more before it than such as “until the end of”."""
_ROUGHLY = late(
    r"\b(?:about|around|approximately|roughly|circa|some|if possible|in principle|working|business)\b", re.IGNORECASE
)


def vague_time_made_exact(index: Index) -> Iterator[Diagnostic]:
    """ACC325: the words of the source give a vague time, and the deadline is an exact one that cites nothing."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.as_written is None or duty.due is None or not _is_exact(duty.due):
            continue
        vague = _VAGUE.search(duty.as_written)
        if vague is not None and not _STATED.search(duty.as_written):
            yield index.found(
                "ACC325",
                f"the words of the source say {quoted(vague[0])}, and the deadline is an exact day",
                ("obligations", place, "due"),
                "keep the words in a `vague` condition; where another clause states the day, cite it in the condition",
                related=((("obligations", place, "as_written"), "as written"),),
                related_label="the words",
            )


def exact_time_left_vague(index: Index) -> Iterator[Diagnostic]:
    """ACC326: a condition keeps a time in words that could be computed."""
    for condition, path in index.placed(Vague):
        exact = _EXACT.search(condition.text)
        if exact is not None and not _ROUGHLY.search(condition.text):
            kind = "an `offset`" if exact[0].casefold().startswith("within") else "a `date`"
            yield index.found(
                "ACC326",
                f"{quoted(exact[0])} can be computed, and as `vague` nothing is ever late by it",
                (*path, "text"),
                f"write it as {kind}; a year that the source leaves out is yours, and `note` says so",
            )


def date_in_prose(index: Index) -> Iterator[Diagnostic]:
    """ACC349: a condition in words says no more than a date."""
    for condition, path in index.placed(Prose):
        found = _DATE.match(condition.text)
        if found is not None and not _ROUGHLY.search(condition.text):
            yield index.found(
                "ACC349",
                f"{quoted(found['date'])} is a date, and as `prose` it never comes",
                (*path, "text"),
                "write it as a `date`, such as 2022-12-31 or 2022-12; a year that the source leaves out is yours, and "
                "a day from which something is owed is `not_before`",
            )


def _is_exact(condition: Condition) -> bool:
    """Whether it is a stated date, or a period counted from something, with no clause of its own cited for it."""
    match condition:
        case OnDate():
            return not condition.citations
        case Offset():
            exact = not (condition.citations or condition.approximate or condition.is_same_day)
            return exact and not condition.anchor.citations
        case _:
            return False


EXACTNESS: tuple[Check, ...] = (
    Check("ACC325", vague_time_made_exact, (OnDate, Offset)),
    Check("ACC326", exact_time_left_vague, (Vague,)),
)
"""Code → the check that yields it."""
DATES_IN_WORDS: tuple[Check, ...] = (Check("ACC349", date_in_prose, (Prose,)),)
"""The same, of a later number."""
