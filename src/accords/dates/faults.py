"""What is wrong with a text that is not a date, in a sentence that says how to write what was probably meant."""

from __future__ import annotations

import calendar
import datetime
import json
import re
import unicodedata

from accords.dates.around import said_around
from accords.dates.grammar import ACCEPTED, OFFSET, DateError
from accords.dates.spoken import MONTHS, loose_day, split_clock, spoken_days

__all__ = ["diagnose_date", "on_clocks_in"]

_LONGEST = 64
_LOOK_ALIKES = str.maketrans({**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u0425": "X"})
_SHAPE = re.compile(
    "([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2})"
    "(?:T([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?([?~%]?)"
)
_WELL_PLACED = re.compile("[0-9]{2}XX|[0-9]{3}X|[0-9]{4}(?:(?:-XX){0,2}|-[0-9]{2}(?:-(?:[0-9]{2}|XX))?)")
_CLOCKED = re.compile(
    "([0-9]{4}-[0-9]{2}-[0-9]{2})([T ]+)([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?([.,][0-9]+)?"
    " *(?:(Z|UTC|GMT)|([+-][0-9]{2}):?([0-9]{2})?|(WET|WEST|CET|CEST|EET|EEST|MSK))?"
)
_OFFSETS_OF = {
    "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00",
    "MSK": "+03:00",
}  # fmt: skip
"""Of clocks whose name stands for one offset alone."""
_NUMBERS = re.compile("([0-9]{1,4})([-/. ])([0-9]{1,2})(?:[-/. ]([0-9]{1,4}))?([?~%]?)")
_YMD = "write year-month-day"
_X_FORMS = "months and days as a whole, as in 2022-11-XX, 2022-XX, 2022-XX-XX, 202X or 20XX"


def diagnose_date(text: str) -> DateError:
    """The error for ``text``, which the grammar has refused."""
    if len(text) <= _LONGEST:
        plain = _plain(text)
        if plain != text and ACCEPTED.fullmatch(plain):
            return _not_a_date(text, f"{_how_it_differs(text)}: {plain}")
        for look in (_wrong_interval, _wrong_shape, _wrong_clock, _wrong_numbers, _wrong_words, _wrong_signs):
            error = look(text, plain)
            if error:
                return error
    return _not_a_date(text, f"{_YMD}, as in 2022-11-23, or as much as is known, as in 2022-11 or 2022")


def _plain(text: str) -> str:
    """The same in ASCII capitals and digits, as far as possible, without invisible signs and outer space."""
    known = unicodedata.normalize("NFKC", text).strip().upper().translate(_LOOK_ALIKES)
    digits = (str(unicodedata.decimal(sign, sign)) for sign in known if sign.isprintable())
    return re.sub(" */ *", "/", "".join(digits))


def _how_it_differs(text: str) -> str:
    if "".join(text.split()) != text:
        return "leave out the white space"
    if not text.isprintable():
        return "leave out the invisible characters"
    return "write X, T and Z as capitals" if text.isascii() else "use plain digits, hyphens and letters"


def _wrong_interval(text: str, plain: str) -> DateError | None:
    start, slash, end = plain.partition("/")
    if not slash or "/" in end or re.fullmatch("[0-9]{1,2}/[0-9]{4}", plain):
        return None
    sides = ["" if side in ("..", "OPEN", "UNKNOWN", "NOW", "PRESENT") else side for side in (start, end)]
    if not any(sides):
        return _not_a_date(text, "an interval has at most one open end, as in 2022/.. or ../2022")
    dotted = "/".join(side or ".." for side in sides)
    if dotted != plain and ACCEPTED.fullmatch(dotted):
        return _not_a_date(text, f"write an open end as two dots: {dotted}")
    if re.fullmatch("[0-9]{1,2}(?:-[0-9]{1,2})?", end):
        return _not_a_date(text, "write both ends of an interval in full, as in 2022-11-01/2022-11-21")
    for side in filter(None, sides):
        if not ACCEPTED.fullmatch(side):
            inner = diagnose_date(side)
            return DateError(text, inner.reason, str(inner))
    return _not_a_date(text, "the ends of an interval are dates without a time of day")


def _wrong_shape(text: str, plain: str) -> DateError | None:
    found = _SHAPE.fullmatch(plain)
    if not found:
        return None
    year, month, day, hour, minute, second, offset, qualifier = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not _WELL_PLACED.fullmatch(date) or (offset and "X" in date):
        return _not_a_date(text, f"only trailing digits may be X, {_X_FORMS}")
    if month and not day and "21" <= month <= "41":
        advice = f"seasons such as {month} are unsupported; write months, as in {year}-03/{year}-05"
        return _not_a_date(text, advice)
    fault = _wrong_day(year, month, day)
    if fault:
        noun = "day" if day else "month" if month else "year"
        return DateError(text, "no-such-day", f"{date} is not a {noun}: {fault}")
    fault = _wrong_time(hour, minute, second, offset) if offset else None
    if fault:
        return DateError(text, "no-such-day", fault)
    return _not_a_date(text, f"a date-time takes no qualifier: {plain[:-1]}") if qualifier else None


def _wrong_day(year: str, month: str | None, day: str | None) -> str | None:
    """What the calendar lacks."""
    fault = None
    if not year.rstrip("X").strip("0"):
        fault = "years run from 0001 to 9999"
    elif month and month.isdecimal() and not 1 <= int(month) <= 12:
        fault = "months run from 01 to 12"
    elif month and day and day.isdecimal():
        name, length = MONTHS[int(month) - 1], calendar.monthrange(int(year), int(month))[1]
        if day == "00":
            fault = "days are counted from 01"
        elif int(day) == 29 > length:
            fault = f"{year} is not a leap year"
        elif int(day) > length:
            fault = f"{name} {year} has {length} days" if length < 30 else f"{name} has {length} days"
    return fault


def _wrong_time(hour: str, minute: str, second: str, offset: str) -> str | None:
    """What the clock lacks."""
    time = f"{hour}:{minute}:{second}"
    if int(hour) > 23:
        midnight = "; midnight is 00:00:00 of the next day" if hour == "24" else ""
        return f"{time} is not a time of day: hours run from 00 to 23{midnight}"
    if int(minute) > 59 or int(second) > 59:
        return f"{time} is not a time of day: minutes and seconds run from 00 to 59"
    if offset == "-00:00":
        return "-00:00 is not an offset from UTC: write Z"
    if not re.fullmatch(OFFSET, offset):
        return f"{offset} is not an offset from UTC: offsets run from -14:00 to +14:00"
    return None


def _wrong_clock(text: str, plain: str) -> DateError | None:
    found = _CLOCKED.fullmatch(plain)
    if not found:
        return None
    day, _, hour, minute, second, fraction, utc, hours, minutes, clocks = found.groups()
    local = f"{day}T{hour}:{minute}:{second or '00'}"
    offset = "Z" if utc else f"{hours}:{minutes or '00'}" if hours else _OFFSETS_OF.get(clocks or "", "")
    meant = local + (offset or "Z")
    if not ACCEPTED.fullmatch(meant):
        return _wrong_shape(text, meant)
    if not offset:
        return _not_a_date(text, f"add how far clocks there were ahead of UTC then, as in {local}+01:00, or Z for UTC")
    if clocks:
        return _not_a_date(text, f"write {clocks} as {offset}: {meant}", meant)
    if not second:
        return _not_a_date(text, f"write the seconds too: {meant}")
    if fraction:
        return _not_a_date(text, f"write whole seconds: {meant}")
    return _not_a_date(text, f"write a time of day like this: {meant}")


def on_clocks_in(zone: str, text: str) -> str | None:
    """A time of day without an offset from UTC with the one that clocks in ``zone`` had then; None where it had two."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - it is asked for where something is wrong

    plain = _plain(text)
    clock = split_clock(plain) if not _CLOCKED.fullmatch(plain) else None
    if clock is not None:
        plain = f"{next(iter(spoken_days(clock[0]) or ()), clock[0])}T{clock[1]}"
    found = _CLOCKED.fullmatch(plain)
    if found is None or found[7] or found[8] or found[10]:
        return None
    try:
        local = datetime.datetime.fromisoformat(f"{found[1]}T{found[3]}:{found[4]}:{found[5] or '00'}")
        first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold).isoformat() for fold in (0, 1))
    except (ValueError, KeyError, OSError):  # no such day or hour, or no such zone
        return None
    return first if first == second and ACCEPTED.fullmatch(first) else None


def _wrong_numbers(text: str, plain: str) -> DateError | None:
    """Numbers with few digits, other separators or in another order."""
    plain = re.sub("^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1/\2/\3", plain)
    backwards = re.fullmatch("([0-9]{1,2})[-/. ]([0-9]{4})", plain)
    if backwards:
        return _meant(text, "write year-month", f"{backwards[2]}-{backwards[1].zfill(2)}")
    found = _NUMBERS.fullmatch(plain)
    if not found:
        return None
    first, separator, second, third, qualifier = found.groups()
    second = second.zfill(2)
    if len(first) == 4 and len(third or "01") <= 2:
        short = [name for name, part in (("month", found[3]), ("day", third)) if part and len(part) == 1]
        padded = f"write the {' and the '.join(short)} with two digits"
        advice = padded if short and separator == "-" else _YMD
        day = f"-{third.zfill(2)}" if third else ""
        return _meant(text, advice, f"{first}-{second}{day}{qualifier}")
    if len(first) > 2:
        return None
    if third is None or len(third) != 4:
        return _not_a_date(text, f"{_YMD} with four digits for the year, as in 2022-11-23")
    first = first.zfill(2)
    return _meant(text, _YMD, f"{third}-{second}-{first}{qualifier}", f"{third}-{first}-{second}{qualifier}")


def _wrong_words(text: str, plain: str) -> DateError | None:
    """A month by its English name, a quarter, the end of a year, with a time of day or without."""
    days = spoken_days(plain)
    if days:
        return _meant(text, _YMD, *days)
    clock = split_clock(plain)
    if clock is not None and (days := spoken_days(clock[0])):
        return _wrong_clock(text, f"{days[0]}T{clock[1]}")
    around = said_around(clock[0] if clock is not None and not loose_day(plain) else plain)
    if around is not None:
        advice, day = around
        return _not_a_date(text, advice) if day is None or clock is not None else _meant(text, advice, day)
    loose = loose_day(plain)
    return _meant(text, _YMD, loose) if loose is not None else None


def _wrong_signs(text: str, plain: str) -> DateError | None:
    """Signs in the wrong place, years out of reach, sets."""
    plain = re.sub("^(?:CA?[.]?|CIRCA|ABOUT|AROUND) *", "~", plain)
    marks = {sign for sign in plain if sign in "?~%"}
    bare = re.sub("[?~%]", "", plain)
    if marks and ACCEPTED.fullmatch(bare) and "/" not in bare:
        qualified = bare + (marks.pop() if len(marks) == 1 else "%")
        return _not_a_date(text, f"write one qualifier, at the end: {qualified}")
    if re.fullmatch("(?:Y?[+-]?[0-9]{5,}|[+-][0-9]{4})(?:-[0-9]{2})*", plain):
        return _not_a_date(text, "years have four digits and run from 0001 to 9999")
    if plain[:1] in ("[", "{"):
        return _not_a_date(text, "sets of dates are not read")
    return None


def _meant(text: str, advice: str, *ways: str) -> DateError | None:
    """The error that names those of ``ways`` that are dates; if none is, what is wrong with the likeliest."""
    dates = list(dict.fromkeys(way for way in ways if ACCEPTED.fullmatch(way)))
    if dates:
        ending = ", whichever the source means" if len(dates) > 1 else ""
        colon = ": " if len(dates) == 1 else ", as in "
        return _not_a_date(text, f"{advice}{colon}{' or '.join(dates)}{ending}", *dates)
    return _wrong_shape(text, min(ways, key=lambda way: way[5:7]))


def _not_a_date(text: str, advice: str, *meant: str) -> DateError:
    return DateError(text, "not-a-date", f"{_shown(text)} is not a date accords can read: {advice}", *meant)


def _shown(text: str) -> str:
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return cut if cut.isprintable() and cut and cut == cut.strip() else json.dumps(cut)
