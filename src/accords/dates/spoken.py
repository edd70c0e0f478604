"""Dates as people say them, in English: the month by its name, a quarter, the end of a year, a time of day beside."""

from __future__ import annotations

import re

from accords.compiling import late

__all__ = ["MONTHS", "duration_of", "is_of_dates", "loose_day", "names_a_day", "split_clock", "spoken_days"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_SEASONS = ("SPRING", "SUMMER", "AUTUMN", "FALL", "WINTER")
_LONGEST, _MOST = 64, 10_000
_SAYING_NOTHING = ("THE", "OF", "ON", "DAY", "MONTH", "YEAR", "IN", "DATED", "ST", "ND", "RD", "TH", "AD")
_QUARTERS = {"FIRST": 1, "SECOND": 2, "THIRD": 3, "FOURTH": 4, "LAST": 4, "1ST": 1, "2ND": 2, "3RD": 3, "4TH": 4}
_PART = r"(?:(?:THE )?(?:VERY )?(?:END|CLOSE) OF )"
_MONTH = r"(?P<month>[A-Z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:ST|ND|RD|TH)?"
_YEAR = r"(?P<year>[0-9]{4})"
_ENDING = r"(?:THE )?(?:END|CLOSE) OF "
_FORMS = tuple(
    late(form)
    for form in (
        rf"(?:THE )?{_DAY}(?: OF |[ /.-]){_MONTH}(?: OF )?[ ,/.-]*(?P<year>[0-9]{{4}}|[0-9]{{2}})",
        rf"{_MONTH}[ /-]?(?:THE )?{_DAY}[ ,/-]+{_YEAR}",
        rf"{_YEAR}[ ,/-]+{_MONTH}[ /-]?{_DAY}",
        rf"{_PART}?(?:THE )?(?:MONTH OF )?{_MONTH}(?: OF )?[ ,/-]*{_YEAR}",
        rf"{_YEAR}[ ,/-]+{_MONTH}",
        rf"{_PART}(?:THE )?(?:YEAR )?{_YEAR}",
    )
)
_QUARTER = late(
    rf"(?P<ends>{_ENDING})?(?:THE )?(?:Q(?P<figure>[1-4])|(?P<word>[0-9A-Z]+) QUARTER)(?: OF)?[ ,/-]*{_YEAR}"
)
_ZONES = "UTC|GMT|WEST|WET|CEST|CET|EEST|EET|MSK"
_CLOCK = late(
    rf"(?:,? *\bAT +| +)?\b([0-9]{{1,2}}):([0-9]{{2}})(?::([0-9]{{2}}))?(?: *\b({_ZONES})\b)?(?: *\bON\b(?: THE)?)?"
)
_OTHER_WORDS = (
    "THE", "OF", "VERY", "END", "CLOSE", "LAST", "DAY", "BEGINNING", "START", "MIDDLE", "EARLY", "MID", "LATE", "MONTH",
    "YEAR", "QUARTER", "AT", "ON", "FIRST", "SECOND", "THIRD", "FOURTH",
    "Z", "UTC", "GMT", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK",
)  # fmt: skip
_NUMBER = late(
    r"[0-9]{1,4}(?:ST|ND|RD|TH)?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{4}-[0-9]{2}-[0-9]{2}|Q[1-4]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)


def spoken_days(plain: str) -> tuple[str, ...]:
    """The dates that words in capitals mean, in the form of records; such as no calendar has among them."""
    words = " ".join(plain.split())
    quarter = _QUARTER.fullmatch(words)
    if quarter is not None:
        number = int(quarter["figure"] or _QUARTERS.get(quarter["word"], 0))
        first, last = f"{quarter['year']}-{3 * number - 2:02}", f"{quarter['year']}-{3 * number:02}"
        return () if not number else (last,) if quarter["ends"] else (f"{first}/{last}",)
    for form in _FORMS:
        found = form.fullmatch(words)
        if found is not None:
            said = found.groupdict()
            month = _month_of(said["month"]) if "month" in said else None
            if "month" in said and month is None:
                continue
            year = said["year"] if len(said["year"]) == 4 else f"20{said['year']}"
            rest = [f"{month:02}"] if month else []
            rest += [said["day"].zfill(2)] if "day" in said else []
            return ("-".join([year, *rest]),)
    return ()


def loose_day(plain: str) -> str | None:
    """The date whose year, month and day stand in another order, among words that say no more of it."""
    parts = re.findall("[A-Z]+|[0-9]+", plain)
    months = {_month_of(part) for part in parts if part.isalpha()} - {None}
    years = [part for part in parts if len(part) == 4 and part.isdecimal()]
    days = [part.zfill(2) for part in parts if len(part) < 3 and part.isdecimal()]
    rest = [part for part in parts if part.isalpha() and _month_of(part) is None]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or not {*rest} <= {*_SAYING_NOTHING, *_WEEKDAYS}:
        return None
    if set(plain) & set("?~%/-–—"):
        return None
    return "-".join([years[0], f"{months.pop():02}", *days])


def _month_of(word: str) -> int | None:
    """The month that a word in capitals names, whole or by its beginning."""
    return next((n for n, name in enumerate(MONTHS, 1) if len(word) > 2 and name.upper().startswith(word)), None)


def split_clock(plain: str) -> tuple[str, str] | None:
    """The day, in words or figures, and the time of day that stands beside it; None where there is not one."""
    found = list(_CLOCK.finditer(plain))
    if len(found) != 1:
        return None
    hour, minute, second, zone = found[0].groups()
    day = plain[: found[0].start()] + plain[found[0].end() :]
    return day.strip(" ,"), f"{hour.zfill(2)}:{minute}:{second or '00'}{f' {zone}' if zone else ''}"


_EVERY = late(r"(?:EVERY |EACH |ONCE AN? |PER )?(?P<count>[0-9]+|OTHER|TWO|THREE|FOUR|SIX)? ?(?P<unit>[A-Z]+?)S?")
_UNITS = {
    "DAY": "1D", "DAILY": "1D", "WEEK": "1W", "WEEKLY": "1W", "FORTNIGHT": "2W", "MONTH": "1M", "MONTHLY": "1M",
    "QUARTER": "3M", "QUARTERLY": "3M", "YEAR": "1Y", "YEARLY": "1Y", "ANNUAL": "1Y", "ANNUALLY": "1Y",
}  # fmt: skip
_COUNTS = {"OTHER": 2, "TWO": 2, "THREE": 3, "FOUR": 4, "SIX": 6}


def duration_of(text: str) -> str | None:
    """The length of time, as records write it, that English words name, as ``every other month`` does."""
    plain = " ".join(text.upper().split())
    found = _EVERY.fullmatch(plain)
    unit = _UNITS.get(found["unit"]) if found is not None and len(plain) <= _LONGEST else None
    if found is None or unit is None or found["count"] == "0":
        return None
    count = _COUNTS.get(found["count"]) or int(found["count"] or 1)
    return f"P{count * int(unit[0])}{unit[1]}" if count < _MOST else None


def names_a_day(word: str) -> bool:
    """Whether a word names a month, a season or a day of the week."""
    plain = word.upper().rstrip(".,")
    return plain in _WEEKDAYS or plain in _SEASONS or _month_of(plain) is not None


def is_of_dates(word: str) -> bool:
    """Whether a word can be part of a date as people say it."""
    plain = word.upper().rstrip(".,")
    parts = plain.split("-") if not _NUMBER.fullmatch(plain) else [plain]
    return all(part in _OTHER_WORDS or _NUMBER.fullmatch(part) or names_a_day(part) for part in parts)
