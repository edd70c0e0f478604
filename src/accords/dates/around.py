"""Words around a date that make another time of it: before it, about it, early in it, one of two."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from accords.compiling import late
from accords.dates.spoken import loose_day, spoken_days

__all__ = ["said_around"]

_ABOUT = late(r"(?:CA?\.?|CIRCA|ABOUT|AROUND|APPROXIMATELY|APPROX\.?|ON OR ABOUT)\s+(.+)")
_PERHAPS = late(r"(.+?)\s*\?|(?:PERHAPS|PROBABLY|POSSIBLY|PRESUMABLY)\s+(.+)")
_BEFORE = late(r"(?:SOME TIME |SOMETIME )?BEFORE\s+(.+)")
_BY = late(r"(?:BY|ON OR BEFORE|(?:NO|NOT) LATER THAN|AT THE LATEST(?: ON)?)\s+(.+)|(.+?),? AT THE LATEST")
_AFTER = late(r"(?:SOME TIME |SOMETIME )?AFTER\s+(.+)")
_FROM = late(r"(?:NOT BEFORE|(?:NO|NOT) (?:EARLIER|SOONER) THAN|ON OR AFTER)\s+(.+)|(.+?),? AT THE EARLIEST")
_LASTING = late(r"(UNTIL|TILL|SINCE|FROM|AS OF|UP TO)\b.*")
_OR = late(r"([0-9]{1,2})(?:ST|ND|RD|TH)? OR (?:THE )?([0-9]{1,2}(?:ST|ND|RD|TH)? .+)")
_SPELL = late(r"(?:FROM |BETWEEN )?([0-9]{1,2})(?: ?[-–] ?| TO | AND | UNTIL )([0-9]{1,2} .+)")
_PART = late(r"(?:THE )?(EARLY|MID|LATE|BEGINNING OF|START OF|MIDDLE OF)[- ](?:THE )?(.+)")
_YEARLESS = late(r".*\b(?:[0-9]{1,2}(?:ST|ND|RD|TH)?(?: OF)? [A-Z]{3,9}|[A-Z]{3,9} [0-9]{1,2}(?:ST|ND|RD|TH)?)\b.*")
_YEAR = late(r".*[0-9]{4}.*")


def said_around(plain: str) -> tuple[str, str | None] | None:
    """What to say of a date in capitals with such words, and the date that says the same, where there is one."""
    words = " ".join(plain.split())
    ways: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
        (_ABOUT, "a date that is not exact has ~ behind it", lambda day: f"{day}~"),
        (_PERHAPS, "a date that is not sure has ? behind it", lambda day: f"{day}?"),
        (_FROM, "a time that begins with a day has two dots behind it", lambda day: f"{day}/.."),
        (_BY, "a time that ends with a day has two dots before it", lambda day: f"../{day}"),
        (_BEFORE, "a time that ends before a day ends with the one before", lambda day: f"../{_beside(day, -1)}"),
        (_AFTER, "a time that begins after a day begins with the next", lambda day: f"{_beside(day, 1)}/.."),
    )
    for form, advice, made in ways:
        found = form.fullmatch(words)
        day = _day(next(filter(None, found.groups()))) if found is not None else None
        if day is not None and (len(day) == 10 or form not in (_BEFORE, _AFTER)):
            return advice, made(day)
    return _without_date(words)


def _without_date(words: str) -> tuple[str, str | None] | None:
    either = _OR.fullmatch(words)
    last = _day(either[2]) if either is not None else None
    if either is not None and last is not None and len(last) == 10:
        return "one of two days is written as the time between them", f"{last[:8]}{either[1].zfill(2)}/{last}"
    spell = _SPELL.fullmatch(words)
    if spell is not None and _day(spell[2]) is not None:
        between = f"{(_day(spell[2]) or '')[:8]}{spell[1].zfill(2)}/{_day(spell[2])}"
        return f"on one of these days is {between}; of a spell the first and the last day have a place each", None
    part = _PART.fullmatch(words)
    if part is not None and _day(part[2]) is not None:
        said = f"“{part[1].lower()}” leaves open which days are meant: put the first and the last that may be with a "
        return f"{said}slash between them, or the whole month or year if that is enough", None
    lasting = _LASTING.fullmatch(words)
    if lasting is not None and (_day(words.partition(" ")[2]) is not None):
        return f"“{lasting[1].lower()}” is of a spell: its first and its last day have a place each", None
    if _YEARLESS.fullmatch(words) and not _YEAR.fullmatch(words) and loose_day(f"{words} 2000") is not None:
        return "it has no year: a day is written as 2022-11-23, an hour as 2022-11-23T18:00:00+01:00", None
    return None


def _day(words: str) -> str | None:
    """The day, month or year that is said; one in the form of records is as it stands."""
    if re.fullmatch("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", words):
        return words
    days = spoken_days(words)
    day = days[0] if days and not words.startswith(("END", "THE END", "CLOSE")) else loose_day(words)
    return day if day is not None and "/" not in day else None


def _beside(day: str, step: int) -> str:
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):
        return day
