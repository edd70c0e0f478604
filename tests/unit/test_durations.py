"""Durations: what is read, what it adds up to, where it leads, and what is said of anything else."""

from __future__ import annotations

import json
import pickle
import re
from datetime import date, timedelta

import pytest

from accords.dates.durations import (
    EXAMPLES,
    PATTERN,
    Duration,
    DurationError,
    as_duration,
    as_optional_duration,
    in_words,
    parse_duration,
    shift_day,
)


def _error(text: str) -> DurationError:
    with pytest.raises(DurationError) as caught:
        parse_duration(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value", "canonical"),
    [
        ("P30D", Duration(days=30), "P30D"),
        ("-P10D", Duration(negative=True, days=10), "-P10D"),
        ("P1Y6M", Duration(years=1, months=6), "P1Y6M"),
        ("P2W", Duration(weeks=2), "P2W"),
        ("P2W3D", Duration(weeks=2, days=3), "P2W3D"),
        ("PT48H", Duration(hours=48), "PT48H"),
        ("P1DT12H", Duration(days=1, hours=12), "P1DT12H"),
        ("P1M", Duration(months=1), "P1M"),
        ("PT1M", Duration(minutes=1), "PT1M"),
        ("P1MT1M1S", Duration(months=1, minutes=1, seconds=1), "P1MT1M1S"),
        ("P007D", Duration(days=7), "P7D"),
        ("P0Y12M0D", Duration(months=12), "P12M"),
        ("P99999Y", Duration(years=99999), "P99999Y"),
        ("P1DT0S", Duration(days=1), "P1D"),
        ("-P0D", Duration(), "P0D"),
        ("PT0S", Duration(), "P0D"),
    ],
)
def test_a_duration_keeps_the_units_in_which_it_is_stated(text: str, value: Duration, canonical: str) -> None:
    """Nothing is converted; only zeros that say nothing are dropped."""
    assert parse_duration(text) == value
    assert hash(parse_duration(text)) == hash(value)
    assert str(value) == value.text == canonical
    assert re.fullmatch(PATTERN, text)


@pytest.mark.parametrize(
    ("text", "months", "days", "seconds"),
    [("P1Y6M", 18, 0, 0), ("-P1Y6M", -18, 0, 0), ("P2W3D", 0, 17, 0), ("-P1M10D", -1, -10, 0),
     ("PT48H", 0, 0, 172_800), ("P1DT1H1M1S", 0, 1, 3_661), ("-PT90M", 0, 0, -5_400), ("P0D", 0, 0, 0)],
)  # fmt: skip
def test_calendar_parts_add_up_apart_from_exact_ones(text: str, months: int, days: int, seconds: int) -> None:
    """Months, days and seconds have no common measure; the sign holds for all."""
    value = parse_duration(text)
    assert (value.total_months, value.total_days, value.exact_seconds) == (months, days, seconds)
    assert value.is_zero is not any((months, days, seconds))


def test_nothing_at_all_has_no_sign() -> None:
    """Minus zero is zero, also when it is built and not read."""
    assert Duration(negative=True) == Duration() == parse_duration("-PT0H")


@pytest.mark.parametrize("count", [-1, 100_000])
def test_numbers_stay_within_what_text_can_say(count: int) -> None:
    """Every duration can be written and read back."""
    with pytest.raises(ValueError, match=f"whole number of days from 0 to 99999, not {count}"):
        Duration(days=count)


@pytest.mark.parametrize(
    ("text", "words"),
    [("P30D", "30 days"), ("-P10D", "10 days"), ("P1Y6M", "1 year and 6 months"), ("PT48H", "48 hours"),
     ("P1D", "1 day"), ("P1M2W3D", "1 month, 2 weeks and 3 days"), ("PT1M1S", "1 minute and 1 second"),
     ("P0D", "0 days")],
)  # fmt: skip
def test_a_duration_is_said_in_its_own_units(text: str, words: str) -> None:
    """Forty-eight hours are not said as two days, and the sign is left to the sentence."""
    assert in_words(parse_duration(text)) == words


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("30 days", "write P30D"),
        ("1 year and 6 months", "write P1Y6M"),
        ("1 Year, 6 months, and 2 days", "write P1Y6M2D"),
        ("48 hours", "write PT48H"),
        ("90 min", "write PT90M"),
        ("p30d", "write P30D"),
        ("30D", "write P30D"),
        ("P48H", "write PT48H"),
        ("PT30D", "write P30D"),
        ("P6M1Y", "write P1Y6M"),
        ("P1Y 6M", "write P1Y6M"),
        ("+P30D", "write P30D"),
        ("P-30D", "write -P30D"),
        ("P1DT", "write P1D"),
        (" P30D", "leave out the white space around it: P30D"),
        ("P30D\n", "leave out the white space around it: P30D"),
        ("P", "it has no parts; write at least one, as in P30D"),
        ("PT", "after T come hours, minutes or seconds, as in PT48H"),
        ("P1.5Y", "numbers are whole; use a smaller unit, as in P1Y6M for a year and a half"),
        ("P0,5D", "numbers are whole; use a smaller unit, as in P1Y6M for a year and a half"),
        ("P100000D", "a number has at most five digits"),
        ("P30", "every number needs its unit, as in P30D"),
        ("P1D2D", "each unit comes once, in the order of P1Y1M1W1DT1H1M1S"),
        ("P1H30M", "each unit comes once, in the order of P1Y1M1W1DT1H1M1S"),
    ],
)
def test_any_other_text_is_told_how_to_write_it(text: str, advice: str) -> None:
    """Where the meaning is plain, the sentence ends in the text to write."""
    error = _error(text)
    shown = text if text == text.strip() else json.dumps(text)
    assert str(error) == f"{shown} is not a duration accords can read: {advice}"
    assert error.text == text
    assert not re.fullmatch(PATTERN, text)


@pytest.mark.parametrize("text", ["", "soon", "30m", "P\u0663D", "2022/P1M", "10 days before", "--P1D", "1D" * 400_000])
def test_hopeless_or_ambiguous_text_is_told_the_usual_forms(text: str) -> None:
    """Thirty m may be months or minutes; however long the text, at most 64 characters of it are shown."""
    advice = "write P30D for 30 days, P6M for 6 months, PT48H for 48 hours, or -P10D for 10 days before"
    assert str(_error(text)).endswith(f" is not a duration accords can read: {advice}")
    assert len(str(_error(text))) < 200


@pytest.mark.parametrize("value", [30, None, 1.5, ["P1D"], b"P1D"])
def test_only_text_is_read(value: object) -> None:
    """A number has no unit."""
    with pytest.raises(TypeError, match="read from text"):
        parse_duration(value)  # type: ignore[arg-type]


def test_converters_read_text_and_leave_durations_alone() -> None:
    """The optional one leaves None alone as well."""
    value = parse_duration("P30D")
    assert as_duration("P30D") == value
    assert as_duration(value) is value
    assert as_optional_duration(None) is None
    assert as_optional_duration("P30D") == as_optional_duration(value) == value


def test_values_and_errors_survive_the_way_between_processes() -> None:
    """Pickling gives back an equal duration, and an error that says the same."""
    assert pickle.loads(pickle.dumps(parse_duration("-P1Y"))) == parse_duration("-P1Y")
    assert str(pickle.loads(pickle.dumps(_error("30 days")))) == str(_error("30 days"))


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_canonical(text: str) -> None:
    """The examples stand in the schema."""
    assert str(parse_duration(text)) == text


def test_the_pattern_is_portable() -> None:
    r"""No lookaround, back-reference, named or capturing group, no ``\d`` or other escape."""
    assert not re.search(r"\\|\((?!\?:)", PATTERN)


@pytest.mark.parametrize(
    ("day", "duration", "clipped", "spilt"),
    [
        ("2015-07-20", "P90D", "2015-10-18", "2015-10-18"),  # a public tracker prints the 19th
        ("2023-03-18", "P30D", "2023-04-17", "2023-04-17"),  # a body met "30 days after" on the 18th
        ("2023-01-31", "P1M", "2023-02-28", "2023-03-01"),
        ("2024-01-31", "P1M", "2024-02-29", "2024-03-01"),
        ("2023-01-31", "P2M", "2023-03-31", "2023-03-31"),
        ("2023-03-31", "-P1M", "2023-02-28", "2023-03-01"),
        ("2024-02-29", "P1Y", "2025-02-28", "2025-03-01"),
        ("2024-02-29", "P4Y", "2028-02-29", "2028-02-29"),
        ("2022-12-15", "P1M", "2023-01-15", "2023-01-15"),
        ("2023-01-15", "-P1M", "2022-12-15", "2022-12-15"),
        ("2023-01-31", "P1M1D", "2023-03-01", "2023-03-02"),
        ("2023-01-31", "-P1M2W", "2022-12-17", "2022-12-17"),
        ("2023-01-31", "PT48H", "2023-01-31", "2023-01-31"),
        ("2023-01-31", "P0D", "2023-01-31", "2023-01-31"),
        ("9999-12-30", "P1D", "9999-12-31", "9999-12-31"),
    ],
)
def test_a_day_is_shifted_by_months_first_and_then_by_days(day: str, duration: str, clipped: str, spilt: str) -> None:
    """The anchor is not counted; a day that the month lacks is clipped, or spills into the next month."""
    anchor, length = date.fromisoformat(day), parse_duration(duration)
    assert shift_day(anchor, length).isoformat() == clipped
    assert shift_day(anchor, length, spill=True).isoformat() == spilt


@pytest.mark.parametrize(
    ("day", "duration"),
    [("9999-12-31", "P1D"), ("9999-12-31", "P1M"), ("0001-01-01", "-P1D"), ("0001-01-31", "-P1M"),
     ("2022-01-01", "P99999Y"), ("2022-01-01", "-P99999Y99999M99999W99999D"), ("9999-12-01", "P1M1D")],
)  # fmt: skip
def test_a_day_beyond_the_calendar_is_an_overflow(day: str, duration: str) -> None:
    """The message names the day and the duration."""
    message = f"{day} shifted by {duration} is outside the years 0001 to 9999"
    with pytest.raises(OverflowError, match=re.escape(message)):
        shift_day(date.fromisoformat(day), parse_duration(duration))


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(days=30), "P30D"),
        (timedelta(days=-10), "-P10D"),
        (timedelta(hours=48), "P2D"),
        (timedelta(hours=36), "P1DT12H"),
        (timedelta(minutes=-90, seconds=-1), "-PT1H30M1S"),
        (timedelta(), "P0D"),
    ],
)
def test_a_timedelta_is_taken_for_its_days_and_its_clock_time(length: timedelta, text: str) -> None:
    """It knows nothing of 48 hours that are not two days."""
    assert as_duration(length) == parse_duration(text)
    assert as_optional_duration(length) == parse_duration(text)


def test_a_timedelta_with_fractions_of_a_second_is_refused() -> None:
    """Durations have whole numbers."""
    with pytest.raises(DurationError, match="fractions of a second"):
        as_duration(timedelta(seconds=1.5))
