"""Numbers, dates, hours and periods as sentences state them, and where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.texts.drafts.figures import dates_in, figures_in, hours_in, numbers_in, periods_in
from accords.texts.drafts.quotes import sentence_around
from accords.texts.drafts.terms.rounds import rounds_in


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("1,592 men, 1 592 men and 1.5 t", ["1592", "1592", "1.5"]),
        ("thirty-five, thirty five and forty and two", ["35", "35", "42"]),
        ("two hundred and six, two million, 3 million", ["206", "2000000", "3000000"]),
        ("a third time, twice, on the second day", ["3", "2", "2"]),
        ("a man and a dog within a month or an hour", ["1", "1"]),
        ("one thousand two hundred", ["1200"]),
        ("nothing at all", []),
        ("Art.7 and B-12", ["12"]),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(sentence: str, numbers: list[str]) -> None:
    """As they are meant; a lone article is none."""
    assert [str(each.value) for each in figures_in(sentence)] == numbers


@given(st.integers(0, 10**9))
def test_every_number_in_digits_is_read(number: int) -> None:
    """With its thousands marked, too."""
    for text in (f"pay {number} crowns", f"pay {number:,} crowns"):
        assert [each.value for each in figures_in(text)] == [number]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("on 23 November 2022", [(2022, 11, 23)]),
        ("on the 3rd of May, 2022", [(2022, 5, 3)]),
        ("on November 23rd, 2022", [(2022, 11, 23)]),
        ("on Nov. 23", [(None, 11, 23)]),
        ("on 2022-11-23 and 23.11.2022", [(2022, 11, 23), (2022, 11, 23)]),
        ("in November 2022, in 2023", [(2022, 11, None), (2023, None, None)]),
        ("in May; may they", [(None, 5, None)]),
        ("1,592 men in 45 days", []),
    ],
)
def test_dates_are_read_as_far_as_they_are_stated(
    sentence: str, dates: list[tuple[int | None, int | None, int | None]]
) -> None:
    """Each once."""
    assert [(each.year, each.month, each.day) for each in dates_in(sentence)] == dates


@given(st.dates(min_value=__import__("datetime").date(1000, 1, 1)), st.dates())
def test_a_date_fits_what_states_it_and_no_other_day(day: object, other: object) -> None:
    """In each way of writing it."""
    parts = tuple(map(int, str(day).split("-")))
    wrong = tuple(map(int, str(other).split("-")))
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y"):
        (stated,) = dates_in(f"by {day:{form}} at the latest")
        assert stated.fits(parts)
        assert stated.fits(parts[:2])
        assert stated.fits(wrong) is (wrong == parts)


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("at 8 a.m. or 8 p.m.", {(8, 0), (20, 0)}),
        ("at 12:30, at noon, at midnight", {(12, 30), (12, 0), (0, 0), (24, 0)}),
        ("at 12 am and 12 pm", {(0, 0), (12, 0)}),
        ("8 men at 25:00", set()),
        ("at 24:00", {(24, 0)}),
    ],
)
def test_hours_are_read_where_they_are_hours(sentence: str, hours: set[tuple[int, int]]) -> None:
    """A bare number is none."""
    assert {(each.hour, each.minute) for each in hours_in(sentence)} == hours


def test_periods_have_the_unit_that_follows_their_number() -> None:
    """In brackets or not; working days are others."""
    text = "within thirty (30) days, ten working days, 48-hour, two calendar weeks or 5 men"
    assert {(count, unit) for count, unit, _ in periods_in(text)} == {
        (30, "day"), (10, "working_day"), (48, "hour"), (2, "week"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "rounds"),
    [
        ("monthly and quarterly", {(1, "month"), (3, "month")}),
        ("every two weeks, each year, every other day", {(2, "week"), (1, "year"), (2, "day")}),
        ("within two weeks of the year", set()),
    ],
)
def test_what_comes_round_is_read_from_words_and_numbers(sentence: str, rounds: set[tuple[int, str]]) -> None:
    """A deadline is no round."""
    assert rounds_in(sentence) == rounds


def test_parts_of_a_date_are_no_numbers_of_their_own() -> None:
    """Ninety prisoners on the fifth are not five."""
    assert [str(each.value) for each in numbers_in("90 prisoners on 5 May 2022")] == ["90"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Smith", "Mr. Smith of No. 3 left."),
        ("it ends", "“Then,” he said, “it ends.”"),
        ("ends.” Yes", "“Then,” he said, “it ends.” Yes"),
        ("He", "He said no."),
    ],
)
def test_a_sentence_goes_from_full_stop_to_full_stop(words: str, sentence: str) -> None:
    """Not from that of an abbreviation; a passage in two has both."""
    text = "He said no. Mr. Smith of No. 3 left. “Then,” he said, “it ends.” Yes"
    at = text.index(words)
    first, last = sentence_around(text, at, at + len(words))
    assert text[first:last] == sentence


@given(st.text(st.sampled_from("aB. !?”“1\n"), max_size=40), st.data())
def test_a_sentence_holds_the_passage(text: str, data: st.DataObject) -> None:
    """Whatever the text, but for white space at its end."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert first <= start
    assert text[start:end].rstrip() in text[first:last]


@pytest.mark.parametrize(
    ("words", "rounds"),
    [
        ("up to 12 hours a week", {(1, "week")}),
        ("a list once a month", {(1, "month")}),
        ("a list twice a year", {(6, "month")}),
        ("a list twice a month", set()),
        ("12 lists within a week", set()),
        ("12 lists for a week", set()),
    ],
)
def test_so_much_in_a_time_comes_round_in_it(words: str, rounds: set[tuple[int, str]]) -> None:
    """And what lasts so long, or is due by then, does not."""
    assert rounds_in(f"Graustark shall send {words}.") == rounds
