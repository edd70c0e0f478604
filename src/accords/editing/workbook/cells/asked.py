"""Words before a condition that another column says, so that without them the cell would say something else."""

from __future__ import annotations

import re

from accords.codec.notation.lengths import UNITS
from accords.dates.around import said_around
from accords.prose import listed
from accords.words import say

__all__ = ["said_elsewhere"]

_TIME = rf"\S+\s+(?:working\s+|calendar\s+)?(?:{'|'.join(UNITS)}|fortnight)s?\b"
_EARLIEST = re.compile(
    r"(?:from|as of|as from|effective|starting|after|not before|not until|(?:no|not) (?:earlier|sooner) than|"
    rf"(?:at least|more than|over) {_TIME})\b|.*\b(?:at the earliest|or later|onwards?)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LATEST = re.compile(
    r"(?:by|within|before|until|till|up to|on or before|(?:no|not) later than|"
    rf"(?:at most|less than|fewer than|no more than|not more than) {_TIME})\b|.*\b(?:at the latest|or earlier)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_BEFORE = re.compile(r"(?:not before|(?:no|not) (?:earlier|sooner) than)\s+(.+)", re.IGNORECASE | re.DOTALL)
_UNLESS = re.compile(r"(?:only )?(?:unless|except|save|without|but not|not if|not when)\b", re.IGNORECASE)
_IF = re.compile(r"(?:only )?(?:if|provided|on condition|in case|only when|only once)\b", re.IGNORECASE)
_AMIDST = re.compile(r"\b(?:unless|except (?:if|when|in))\b", re.IGNORECASE)
_AT_THE_LATEST = re.compile(r"at the latest(?: on| by)? (.+)|(.+?),? at the latest", re.IGNORECASE)
_RENEWED = ("ends", "ends_if_any")
_RENEWAL = re.compile(r"\b(?:renew|prolong)\w*|\bextend(?:ed|s)\b", re.IGNORECASE)
_CLEAR = re.compile(r"\bclear (?:working )?days?\b", re.IGNORECASE)
_CLEAR_IS = "clear days leave out the first and the last: count all of them, as in 11 days after the conclusion"
_DEADLINES = ("due", "new_due")
_BEGINNINGS = ("not_before", "starts", "bound_from", "entry_into_force")


def said_elsewhere(text: str, field: str) -> tuple[str, str | None] | None:
    """What to say of a line whose first words say something else than its column does, and the line that is as good.

    None where its words fit. ``field`` is what the format calls the column.
    """
    words = " ".join(text.split())
    if field in _RENEWED and _RENEWAL.search(words):
        parts = [_inner("renewal", each) for each in ("duration", "unless_event_id", "if_event_id")]
        return f"{_title(field)} is the end without a renewal, which stands under {listed(parts)}", None
    if _UNLESS.match(words) or (field != "excused_if" and _AMIDST.search(words)):
        return _unless(field), None
    latest = _AT_THE_LATEST.fullmatch(words)
    if latest is not None and field in _DEADLINES:
        moment = next(filter(None, latest.groups()))
        return f"{_title(field)} says “at the latest” already; a condition is a moment", moment
    around = said_around(words.upper())
    if around is not None and around[1] is not None and around[1][-1] in "~?":
        return around
    if _CLEAR.search(words):
        return (
            "clear days leave out the first and the last: count all of them, as in 11 days after the conclusion",
            None,
        )
    if _IF.match(words) and field in (*_DEADLINES, "not_before"):
        return f"{_first(words)} says on what it depends: write that under {_title('trigger')}", None
    is_not_before = _NOT_BEFORE.fullmatch(words)
    if is_not_before and field in _BEGINNINGS:
        return f"{_title(field)} says “not before” already; a condition is a moment", is_not_before[1]
    if _EARLIEST.match(words) and (field in _DEADLINES or _counts_from(words, field)):
        return f"{_first(words)} says when it begins: write that moment under {_title('not_before')}", None
    if _LATEST.match(words) and field in _BEGINNINGS[1:]:
        return f"{_first(words)} leaves open when it begins; write the moment at which it does", None
    if _LATEST.match(words) and field in ("not_before", "trigger", "excused_if"):
        return f"{_first(words)} says how long there is: write that moment under {_title('due')}", None
    return None


def _counts_from(words: str, field: str) -> bool:
    """Whether words in a trigger say when it begins, and not on what it depends."""
    return field == "trigger" and not re.match(
        r"(?:from|as of|as from|effective|starting|after)\b", words, re.IGNORECASE
    )


def _unless(field: str) -> str:
    if field == "excused_if":
        return f"under {_title(field)} stands what excuses; “unless” and the like turn that round: write what excuses"
    return (
        f"“unless” and the like turn a condition round: write what excuses under {_title('excused_if')}, without them; "
        "that an event does not happen until a time is written no event:ID until DATE"
    )


def _first(words: str) -> str:
    tail = re.search(r"\b(?:at the earliest|at the latest|or later|or earlier|onwards?)\Z", words, re.IGNORECASE)
    beginning = re.match(
        r"(?:(?:not|no) \S+(?: than)?|at least|at most|more than|less than|as of|up to|on or before|on condition|\S+)",
        words,
        re.IGNORECASE,
    )
    found = tail or beginning
    return f"“{found[0] if found else words}”"


def _title(field: str) -> str:
    return f"“{say(f'book.field.{field}')}”"


def _inner(outer: str, inner: str) -> str:
    titles = (say(f"book.field.{each}") for each in (outer, inner))
    return f"“{say('book.inner', **dict(zip(('outer', 'inner'), titles, strict=True)))}”"
