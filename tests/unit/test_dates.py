"""Dates: what is read, what days it denotes, and what a person is told about anything else."""

from __future__ import annotations

import json
import pickle
import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accords.dates import (
    EXAMPLES,
    PATTERN,
    DateError,
    Edtf,
    Precision,
    Qualifier,
    as_date,
    as_optional_date,
    parse_date,
)


def _error(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2022", "year", "2022-01-01", "2022-12-31"),
        ("2022-11", "month", "2022-11-01", "2022-11-30"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2023-02-XX", "month", "2023-02-01", "2023-02-28"),
        ("2022-11-23", "day", "2022-11-23", "2022-11-23"),
        ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
        ("2000-02-29", "day", "2000-02-29", "2000-02-29"),
        ("2022-XX", "year", "2022-01-01", "2022-12-31"),
        ("2022-XX-XX", "year", "2022-01-01", "2022-12-31"),
        ("202X", "decade", "2020-01-01", "2029-12-31"),
        ("20XX", "century", "2000-01-01", "2099-12-31"),
        ("001X", "decade", "0010-01-01", "0019-12-31"),
        ("0001", "year", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "day", "9999-12-31", "9999-12-31"),
        ("2022-11?", "month", "2022-11-01", "2022-11-30"),
        ("202X~", "decade", "2020-01-01", "2029-12-31"),
        ("2021-10-02T23:30:00-05:00", "time", "2021-10-02", "2021-10-02"),
        ("2022/2023-06", "interval", "2022-01-01", "2023-06-30"),
        ("2022-11-01/2022-11-21", "interval", "2022-11-01", "2022-11-21"),
        ("2022-11-23/2022", "interval", "2022-11-23", "2022-12-31"),
        ("../2022-XX", "interval", None, "2022-12-31"),
        ("2022-11?/..", "interval", "2022-11-01", None),
    ],
)
def test_a_date_denotes_the_days_from_its_earliest_to_its_latest(
    text: str, precision: str, earliest: str | None, latest: str | None
) -> None:
    """Whatever is unsaid widens the span; a qualifier does not; a date-time is its day as written."""
    value = parse_date(text)
    assert (value.text, value.precision) == (text, precision)
    assert [day and day.isoformat() for day in (value.earliest, value.latest)] == [earliest, latest]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("2022?", Qualifier.UNCERTAIN), ("2022-11~", Qualifier.APPROXIMATE), ("20XX?", Qualifier.UNCERTAIN),
     ("2022-11-23%", Qualifier.UNCERTAIN_AND_APPROXIMATE), ("2022", None), ("2022?/2023", None)],
)  # fmt: skip
def test_a_qualifier_is_kept_apart_from_the_days(text: str, qualifier: Qualifier | None) -> None:
    """An interval has no doubt of its own."""
    assert parse_date(text).qualifier is qualifier


def test_the_ends_of_an_interval_are_dates_themselves() -> None:
    """Each end keeps its own precision and qualifier; an open end is None."""
    value = parse_date("2022-11~/2023")
    assert value.start == parse_date("2022-11~")
    assert value.end == parse_date("2023")
    assert value.start is not None
    assert value.start.qualifier is Qualifier.APPROXIMATE
    assert parse_date("../2023").start is parse_date("2022/..").end is parse_date("2022").start is None


def test_a_date_time_names_a_moment_with_its_offset() -> None:
    """Its day is the day at its offset, even where UTC has another."""
    value = parse_date("2021-10-02T00:30:00+02:00")
    assert value.moment == datetime(2021, 10, 1, 22, 30, tzinfo=UTC)
    assert value.moment is not None
    assert value.moment.tzinfo == timezone(timedelta(hours=2))
    assert value.earliest == date(2021, 10, 2)
    assert parse_date("2021-10-02").moment is None


@pytest.mark.parametrize(
    ("text", "exact"),
    [("2022-11-23", True), ("2022-11-23?", True), ("2022-11-23T08:00:00Z", True),
     ("2022-11-23/2022-11-23", True), ("2022-11", False), ("2022-11-XX", False), ("2022-11-23/..", False),
     ("../2022-11-23", False)],
)  # fmt: skip
def test_an_exact_day_is_one_single_calendar_day(text: str, exact: bool) -> None:
    """Doubt about the day does not make it two."""
    assert parse_date(text).is_exact_day is exact


def test_dates_are_equal_when_their_texts_are() -> None:
    """Two spellings of one moment stay two values, so that a record keeps what was written."""
    assert parse_date("2022-11-23") == parse_date("2022-11-23")
    assert len({parse_date("2022"), parse_date("2022"), parse_date("2022?")}) == 2
    assert parse_date("2022-11-23T08:00:00Z") != parse_date("2022-11-23T08:00:00+00:00")
    assert str(parse_date("2022-11-XX")) == "2022-11-XX"


def test_values_and_errors_survive_the_way_between_processes() -> None:
    """Pickling gives back an equal date with all its parts, and an error that says the same."""
    value = pickle.loads(pickle.dumps(parse_date("2022-11/2023?")))
    assert value == parse_date("2022-11/2023?")
    assert value.latest == date(2023, 12, 31)
    error = pickle.loads(pickle.dumps(_error("2022-11-31")))
    assert (str(error), error.reason, error.text) == (str(_error("2022-11-31")), "no-such-day", "2022-11-31")


def test_converters_read_text_and_leave_dates_alone() -> None:
    """The optional one leaves None alone as well."""
    value = parse_date("2022")
    assert as_date("2022") == value
    assert as_date(value) is value
    assert as_optional_date(None) is None
    assert as_optional_date("2022") == as_optional_date(value) == value


@pytest.mark.parametrize("value", [2022, None, 20.22, ["2022"], b"2022", date(2022, 11, 23)])
def test_only_text_is_read(value: object) -> None:
    """A number that happens to be a year is not a date."""
    with pytest.raises(TypeError, match="read from text"):
        parse_date(value)  # type: ignore[arg-type]


REVERSED = ["2022-11-23/2022-11-01", "2023/2022", "2022-12/2022-11-30", "202X/2019"]


@pytest.mark.parametrize("text", REVERSED)
def test_a_reversed_interval_is_refused_by_code_alone(text: str) -> None:
    """No pattern can compare two dates."""
    assert re.fullmatch(PATTERN, text)
    error = _error(text)
    assert (error.reason, str(error)) == ("reversed-interval", f"{text} ends before it starts")


@pytest.mark.parametrize("text", ["2022-11-23/2022-11-23", "2022/2022-01-01", "2022-06/2022"])
def test_an_interval_that_may_hold_a_day_is_not_reversed(text: str) -> None:
    """Reversed is only what starts after its last possible day."""
    assert parse_date(text).precision is Precision.INTERVAL


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2022-11-31", "2022-11-31 is not a day: November has 30 days"),
        ("1972-06-31?", "1972-06-31 is not a day: June has 30 days"),
        ("1953-6-31", "1953-06-31 is not a day: June has 30 days"),
        ("31/11/2022", "2022-11-31 is not a day: November has 30 days"),
        ("31 Nov 2022", "2022-11-31 is not a day: November has 30 days"),
        ("2023-02-29", "2023-02-29 is not a day: 2023 is not a leap year"),
        ("2100-02-29", "2100-02-29 is not a day: 2100 is not a leap year"),
        ("2024-02-30", "2024-02-30 is not a day: February 2024 has 29 days"),
        ("2022-11-00", "2022-11-00 is not a day: days are counted from 01"),
        ("2022-01-32", "2022-01-32 is not a day: January has 31 days"),
        ("2022-13", "2022-13 is not a month: months run from 01 to 12"),
        ("2022-00-XX", "2022-00-XX is not a day: months run from 01 to 12"),
        ("0000", "0000 is not a year: years run from 0001 to 9999"),
        ("00XX", "00XX is not a year: years run from 0001 to 9999"),
        ("2022-11-01/2022-11-31", "2022-11-31 is not a day: November has 30 days"),
        ("2022-11-31T08:00:00Z", "2022-11-31 is not a day: November has 30 days"),
        ("2022-11-30T25:00:00Z", "25:00:00 is not a time of day: hours run from 00 to 23"),
        ("2022-11-30T08:00:60Z", "08:00:60 is not a time of day: minutes and seconds run from 00 to 59"),
        ("2022-11-30T08:00:00+14:01", "+14:01 is not an offset from UTC: offsets run from -14:00 to +14:00"),
        ("2022-11-30T08:00:00-00:00", "-00:00 is not an offset from UTC: write Z"),
    ],
)  # fmt: skip
def test_an_impossible_day_is_told_what_the_calendar_lacks(text: str, sentence: str) -> None:
    """The form is right, so the sentence speaks of the calendar or the clock, not of the form."""
    error = _error(text)
    assert (error.reason, error.text, str(error)) == ("no-such-day", text, sentence)
    assert not re.fullmatch(PATTERN, text)


def test_midnight_is_the_start_of_a_day() -> None:
    """Hour 24 would be a second name for the same moment."""
    assert str(_error("2022-11-30T24:00:00Z")).endswith("midnight is 00:00:00 of the next day")


AHEAD = "add how far clocks there were ahead of UTC then, as in 2021-10-02T08:00:00+01:00, or Z for UTC"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("06/10/1999", "write year-month-day, as in 1999-10-06 or 1999-06-10, whichever the source means"),
        ("14/09/2016", "write year-month-day: 2016-09-14"),
        ("05.05.2020?", "write year-month-day: 2020-05-05?"),
        ("10/1999", "write year-month: 1999-10"),
        ("27 Jun 2001", "write year-month-day: 2001-06-27"),
        ("27 Jun 2001 a", "write year-month-day, as in 2022-11-23, or as much as is known, as in 2022-11 or 2022"),
        ("September 14th, 2016", "write year-month-day: 2016-09-14"),
        ("June 2001", "write year-month-day: 2001-06"),
        ("1953-05-5", "write the day with two digits: 1953-05-05"),
        ("1953-5-5", "write the month and the day with two digits: 1953-05-05"),
        ("1953-5", "write the month with two digits: 1953-05"),
        ("20221123", "write year-month-day: 2022-11-23"),
        ("2022/11/23", "write year-month-day: 2022-11-23"),
        ("2021-10-02T08:00:00", AHEAD),
        ("2021-10-02 08:00", AHEAD),
        ("2022-11-23T08:00+02:00", "write the seconds too: 2022-11-23T08:00:00+02:00"),
        ("2022-11-23T08:00:00.5Z", "write whole seconds: 2022-11-23T08:00:00Z"),
        ("2022-11-23 08:00:00+0200", "write a time of day like this: 2022-11-23T08:00:00+02:00"),
        ("2022-11-23T08:00:00Z~", "a date-time takes no qualifier: 2022-11-23T08:00:00Z"),
        ("202x", "write X, T and Z as capitals: 202X"),
        ("2022-11-23t08:00:00z", "write X, T and Z as capitals: 2022-11-23T08:00:00Z"),
        ("2022-11-\u0662\u0663", "use plain digits, hyphens and letters: 2022-11-23"),
        ("2022\u201311\u201323", "use plain digits, hyphens and letters: 2022-11-23"),
        ("2022-\u0425\u0425", "use plain digits, hyphens and letters: 2022-XX"),
        (" 2022", "leave out the white space: 2022"),
        ("2022-11-23\n", "leave out the white space: 2022-11-23"),
        ("2022 / 2023", "leave out the white space: 2022/2023"),
        ("2022\u200b", "leave out the invisible characters: 2022"),
        ("~2022", "write one qualifier, at the end: 2022~"),
        ("c. 2022-11", "a date that is not exact has ~ behind it: 2022-11~"),
        ("before 10 June 2024", "a time that ends before a day ends with the one before: ../2024-06-09"),
        ("after 31 December 2024", "a time that begins after a day begins with the next: 2025-01-01/.."),
        ("by 10 June 2024", "a time that ends with a day has two dots before it: ../2024-06-10"),
        ("not before June 2024", "a time that begins with a day has two dots behind it: 2024-06/.."),
        ("10 June 2024?", "a date that is not sure has ? behind it: 2024-06-10?"),
        ("9 or 10 June 2024", "one of two days is written as the time between them: 2024-06-09/2024-06-10"),
        (
            "10-11 June 2024",
            "on one of these days is 2024-06-10/2024-06-11; of a spell the first and the last day have a place each",
        ),
        (
            "mid-June 2024",
            (
                "“mid” leaves open which days are meant: put the first and the last that may be with a "
                "slash between them, or the whole month or year if that is enough"
            ),
        ),
        ("until 10 June 2024", "“until” is of a spell: its first and its last day have a place each"),
        ("18:00 CEST on 2 May", "it has no year: a day is written as 2022-11-23, an hour as 2022-11-23T18:00:00+01:00"),
        ("2 May 2024 at 18:00 CEST", "write CEST as +02:00: 2024-05-02T18:00:00+02:00"),
        ("2022?~", "write one qualifier, at the end: 2022%"),
        ("2022-21", "seasons such as 21 are unsupported; write months, as in 2022-03/2022-05"),
        ("12022-01", "years have four digits and run from 0001 to 9999"),
        ("06/10/99", "write year-month-day with four digits for the year, as in 2022-11-23"),
        ("[2021,2022]", "sets of dates are not read"),
        ("../..", "an interval has at most one open end, as in 2022/.. or ../2022"),
        ("2022/", "write an open end as two dots: 2022/.."),
        ("2022/open", "write an open end as two dots: 2022/.."),
        ("2022-11-01/21", "write both ends of an interval in full, as in 2022-11-01/2022-11-21"),
        ("2022-11-23T08:00:00Z/..", "the ends of an interval are dates without a time of day"),
    ],
)
def test_any_other_text_is_told_how_to_write_it(text: str, advice: str) -> None:
    """The advice is what a coder can paste, wherever the text leaves one meaning or two."""
    error = _error(text)
    assert (error.reason, error.text) == ("not-a-date", text)
    shown = text if text.isprintable() and text == text.strip() else json.dumps(text)
    assert str(error) == f"{shown} is not a date accords can read: {advice}"
    assert not re.fullmatch(PATTERN, text)
    for suggestion in re.findall(r"[0-9]{4}-\S+[0-9XZ?~]", advice):
        assert parse_date(suggestion)


@pytest.mark.parametrize(
    "text",
    ["1964-XX-16", "XXXX", "2XXX", "202X-XX", "2022-1X", "2022-11-2X", "20X2", "2022-11-XXT08:00:00Z"],
)
def test_only_trailing_digits_may_be_unspecified(text: str) -> None:
    """A known day of an unknown month is level 2."""
    assert "only trailing digits may be X, months and days as a whole" in str(_error(text))


@pytest.mark.parametrize(
    "text", ["", " ", "soon", "2022/2023/2024", "27/06/2001/a", "-", "\ud800", "x" * 1000, "2022" * 99_999]
)
def test_hopeless_text_is_told_the_usual_forms(text: str) -> None:
    """However long the text, the sentence shows at most 64 characters of it."""
    advice = "write year-month-day, as in 2022-11-23, or as much as is known, as in 2022-11 or 2022"
    assert str(_error(text)).endswith(f" is not a date accords can read: {advice}")
    assert len(str(_error(text))) < 200


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_a_date(text: str) -> None:
    """The examples stand in the schema."""
    assert isinstance(parse_date(text), Edtf)


def test_the_pattern_is_portable() -> None:
    r"""No lookaround, back-reference, named or capturing group, no ``\d`` or other escape."""
    assert not re.search(r"\\|\((?!\?:)", PATTERN)
    assert PATTERN[:4] + PATTERN[-2:] == "^(?:)$"


EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("2022-11?", "2022-11?"),
        (date(2022, 11, 23), "2022-11-23"),
        (datetime(2022, 11, 23, 10, 0, tzinfo=EAST), "2022-11-23T10:00:00+02:00"),
        (datetime(2022, 11, 23, 10, 0, 5, 999_999, tzinfo=UTC), "2022-11-23T10:00:05+00:00"),
    ],
)
def test_days_and_moments_are_taken_for_the_texts_that_they_are(given: str | date, text: str) -> None:
    """A moment to the second, with the offset that it has."""
    assert as_date(given) is parse_date(text)


@pytest.mark.parametrize("moment", [datetime(2022, 11, 23), datetime(2022, 11, 23, 10, 30)])
def test_a_datetime_without_a_zone_is_refused_in_words(moment: datetime) -> None:
    """It names no moment, and no day of any record."""
    with pytest.raises(DateError, match="has no time zone, so that it names no moment: give it a time zone"):
        as_date(moment)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022-11-22", "2022-11-23"),
        ("2022-10", "2022-11-01"),
        ("2021-XX-XX", "2022"),
        ("2022-10?", "2022-11~"),
        ("../2022-10", "2022-11/.."),
        ("2022-11-01/2022-11-21", "2022-11-22"),
        ("2022-11-23T10:00:00+02:00", "2022-11-23T09:00:00Z"),
        ("2022-11-23T10:00:00Z", "2022-11-25"),
        ("2022-11-21", "2022-11-23T10:00:00Z"),
    ],
)
def test_what_certainly_comes_first_is_before_and_not_after(one: str, other: str) -> None:
    """By every operator, from both sides."""
    first, last = parse_date(one), parse_date(other)
    assert first < last
    assert first <= last
    assert last > first
    assert last >= first
    assert not last < first
    assert not last <= first
    assert not first > last
    assert not first >= last


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022", "2022-11"),
        ("2022-11-23/..", "2022-12"),
        ("../2022-11-23", "2022-11-01"),
        ("2022-11-23T20:00:00Z", "2022-11-24"),
        ("2022-11-23T10:00:00Z", "2022-11-23"),
    ],
)
def test_where_the_order_is_not_certain_the_question_is_refused(one: str, other: str) -> None:
    """With what to compare instead. A moment may lie on another day in the zone of a record."""
    first, last = parse_date(one), parse_date(other)
    for ask in (lambda: first < last, lambda: first <= last, lambda: first > last, lambda: first >= last):
        with pytest.raises(ValueError, match="is not certain: compare their `earliest` and `latest` days"):
            ask()


def test_at_the_edge_the_one_question_is_certain_and_the_other_is_not() -> None:
    """A day and the month that begins with it: not after it for certain, and perhaps on it."""
    day, month = parse_date("2022-11-01"), parse_date("2022-11")
    assert day <= month
    with pytest.raises(ValueError, match="not certain"):
        _ = day < month


def test_equal_dates_are_neither_before_nor_after_each_other() -> None:
    """However much in doubt they are; so a list that holds one twice can be sorted."""
    one, other = parse_date("2022-11?"), parse_date("2022-11?")
    assert not one < other
    assert one <= other
    assert one >= other
    assert sorted([parse_date("2023"), one, other]) == [one, other, parse_date("2023")]


def test_dates_are_compared_with_days_of_python_and_with_nothing_else() -> None:
    """From both sides."""
    assert parse_date("2022-11") < date(2022, 12, 1)
    assert date(2022, 10, 31) < parse_date("2022-11")
    assert parse_date("2022-11-23") >= date(2022, 11, 23)
    with pytest.raises(TypeError):
        _ = parse_date("2022") < "2023"  # type: ignore[operator]
