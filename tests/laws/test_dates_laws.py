"""Laws of dates and durations, over every day of telling years and over whatever hypothesis comes up with."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accords import dates
from accords.dates import DateError, Edtf, durations, parse_date
from accords.dates.durations import Duration, DurationError, parse_duration, shift_day

DATE, DURATION = re.compile(dates.PATTERN), re.compile(durations.PATTERN)

days = st.dates()
near_days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
counts = st.integers(0, 99_999) | st.just(0)
units = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
lengths = st.builds(Duration, negative=st.booleans(), **dict.fromkeys(units, counts))
some = st.integers(0, 90)
short = st.builds(Duration, negative=st.booleans(), years=some, months=some, weeks=some, days=some)


@st.composite
def edtf(draw: st.DrawFn) -> str:
    """A text that is a date, but for intervals, which may be reversed."""
    day = draw(days).isoformat()
    cuts = [day, day[:7], day[:4], day[:7] + "-XX", day[:4] + "-XX", day[:4] + "-XX-XX"]
    cuts += [day[:3] + "X"] * (day[:3] != "000") + [day[:2] + "XX"] * (day[:2] != "00")
    date_text = draw(st.sampled_from(cuts)) + draw(st.sampled_from(["", "", "?", "~", "%"]))
    match draw(st.integers(0, 5)):
        case 0:
            return draw(st.sampled_from([f"../{date_text}", f"{date_text}/.."]))
        case 1:
            return f"{date_text}/{draw(st.sampled_from(cuts))}"
        case 2:
            time = draw(st.times()).replace(microsecond=0).isoformat()
            return f"{day}T{time}{draw(st.sampled_from(['Z', '+00:00', '-03:30', '+14:00', '+05:45']))}"
        case _:
            return date_text


@st.composite
def damaged(draw: st.DrawFn, whole: st.SearchStrategy[str], letters: str) -> str:
    """A text of ``whole`` with up to three characters replaced, added or left out."""
    text = draw(whole)
    for _ in range(draw(st.integers(0, 3))):
        place, width = draw(st.integers(0, len(text))), draw(st.integers(0, 2))
        text = text[:place] + draw(st.sampled_from(["", *letters])) + text[place + width :]
    return text


def _read(text: str) -> Edtf | DateError:
    try:
        return parse_date(text)
    except DateError as error:
        return error


def _agrees_with_pattern(text: str) -> bool:
    matches, value = DATE.fullmatch(text) is not None, _read(text)
    if isinstance(value, DateError):
        return matches is (value.reason == "reversed-interval") and str(value).isprintable()
    return matches and str(value) == text


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 1996, 2000, 2023, 2024, 2100, 9996, 9999])
def test_exactly_the_days_of_the_calendar_are_read(year: int) -> None:
    """Over every day that two digits can write, in common and leap years, centuries included."""
    for month in range(100):
        for day in range(100):
            text = f"{year:04}-{month:02}-{day:02}"
            real = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
            assert (DATE.fullmatch(text) is not None) is real, text
            if month <= 13 and day <= 32:
                assert _agrees_with_pattern(text), text


def test_the_pattern_knows_every_leap_year() -> None:
    """Over all years from 0000 to 9999, the 29th of February, the year, its decade and its century."""
    for year in range(10_000):
        leap = year > 0 and monthrange(year, 2)[1] == 29
        assert (DATE.fullmatch(f"{year:04}-02-29") is not None) is leap, year
        assert (DATE.fullmatch(f"{year:04}") is not None) is (year > 0), year
        assert (DATE.fullmatch(f"{year:04}"[:3] + "X") is not None) is (year >= 10), year
        assert (DATE.fullmatch(f"{year:04}"[:2] + "XX") is not None) is (year >= 100), year


def test_the_pattern_knows_every_time_of_day_and_offset() -> None:
    """Over all pairs of two digits in each place of the clock."""
    for first in range(100):
        for second in range(100):
            pair = f"{first:02}:{second:02}"
            clock = first < 24 and second < 60
            assert (DATE.fullmatch(f"2022-11-23T{pair}:00Z") is not None) is clock, pair
            assert (DATE.fullmatch(f"2022-11-23T08:{pair}Z") is not None) is (max(first, second) < 60), pair
            offset = second < 60 and first * 60 + second <= 14 * 60
            assert (DATE.fullmatch(f"2022-11-23T08:00:00+{pair}") is not None) is offset, pair
            backwards = offset and first + second > 0
            assert (DATE.fullmatch(f"2022-11-23T08:00:00-{pair}") is not None) is backwards, pair


@settings(max_examples=2 * settings.default.max_examples, deadline=None)
@given(edtf())
def test_what_is_written_is_read_back(text: str) -> None:
    """A date's text is its canonical text, and its days are in order."""
    assert DATE.fullmatch(text)
    value = _read(text)
    if isinstance(value, DateError):
        assert value.reason == "reversed-interval"
        return
    assert parse_date(str(value)) == value
    assert value.earliest or value.latest
    if value.earliest and value.latest:
        assert value.earliest <= value.latest
    if value.start and value.end:
        assert (value.start.earliest, value.end.latest) == (value.earliest, value.latest)


@settings(max_examples=4 * settings.default.max_examples, deadline=None)
@given(damaged(edtf(), "0129X?/.-:TZ+ x\n\u0662\u2013"))
def test_pattern_and_parser_accept_the_same_texts(text: str) -> None:
    """But for reversed intervals, on which only the parser can have a say."""
    assert _agrees_with_pattern(text)


@settings(deadline=None)
@given(st.text(max_size=70))
def test_any_text_at_all_is_read_or_refused_in_a_sentence(text: str) -> None:
    """No text raises anything else."""
    assert _agrees_with_pattern(text)
    with suppress(DurationError):
        parse_duration(text)


@settings(max_examples=2 * settings.default.max_examples, deadline=None)
@given(lengths)
def test_a_duration_is_read_back_from_its_text(length: Duration) -> None:
    """Canonical text and value are two forms of the same."""
    assert DURATION.fullmatch(length.text)
    assert parse_duration(length.text) == length


@settings(max_examples=3 * settings.default.max_examples, deadline=None)
@given(damaged(lengths.map(str), "-PT019YMWDHS.p \n\u0663"))
def test_pattern_and_parser_accept_the_same_durations(text: str) -> None:
    """What is read is stable: its canonical text reads as the same value."""
    value = None
    with suppress(DurationError):
        value = parse_duration(text)
    assert (DURATION.fullmatch(text) is not None) is (value is not None)
    assert value is None or parse_duration(value.text) == value


@given(near_days, st.integers(-9_999, 9_999))
def test_days_shift_as_days_are_counted(day: date, count: int) -> None:
    """A shift by days can be undone, and is the same with and without spill."""
    length = Duration(negative=count < 0, days=abs(count))
    back = Duration(negative=count > 0, days=abs(count))
    moved = shift_day(day, length)
    assert moved == day + timedelta(days=count) == shift_day(day, length, spill=True)
    assert shift_day(moved, back) == day


@given(near_days, st.integers(-999, 999))
def test_months_shift_to_the_month_that_is_counted(day: date, count: int) -> None:
    """Clipping stays in the month, on the same or its last day; spilling leaves it by one day at most."""
    length = Duration(negative=count < 0, months=abs(count))
    moved, spilt = shift_day(day, length), shift_day(day, length, spill=True)
    assert moved.year * 12 + moved.month == day.year * 12 + day.month + count
    last = monthrange(moved.year, moved.month)[1]
    assert moved.day == min(day.day, last)
    assert spilt == (moved if moved.day == day.day else moved + timedelta(days=1))


@given(near_days, near_days, short)
def test_a_later_day_never_shifts_to_an_earlier_one(one: date, other: date, length: Duration) -> None:
    """Shifting keeps the order of days, with and without spill."""
    assume(one <= other)
    assert shift_day(one, length) <= shift_day(other, length)
    assert shift_day(one, length, spill=True) <= shift_day(other, length, spill=True)
    assert shift_day(one, length) <= shift_day(one, length, spill=True)


@given(days, lengths, st.booleans())
def test_a_shift_stays_within_the_calendar_or_says_so(day: date, length: Duration, spill: bool) -> None:
    """Whatever the sizes, the only error is OverflowError, and nothing but calendar parts counts."""
    bare = evolve(length, hours=0, minutes=0, seconds=0)
    with suppress(OverflowError):
        assert shift_day(day, length, spill=spill) == shift_day(day, bare, spill=spill)
