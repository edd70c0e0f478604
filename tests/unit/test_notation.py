"""Conditions in one line: what is read, what is refused and where, what is kept."""

from __future__ import annotations

import pickle

import pytest

from accords.codec.notation.cursor import signed
from accords.codec.notation.faults import NotationError
from accords.codec.notation.guesses import KnownIds, known_id
from accords.codec.notation.keeping import Lost, keep_marks
from accords.codec.notation.lengths import length_of_duration
from accords.codec.notation.reader import parse_condition, read_condition
from accords.codec.notation.tokens import Token, split
from accords.codec.notation.writer import write_condition
from accords.dates import parse_date
from accords.model.conditions import AllOf, AnyOf, Never, Offset, OnEvent, Vague
from accords.model.sources import Citation
from accords.validate import load
from records import ROOT

KNOWN = KnownIds(events={"settlement", "objection"}, duties={"pull-out"})


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("Entry  into\u00a0FORCE", "entry into force"),
        ("“so it is”", '"so it is"'),
        ("„so“", '"so"'),
        ("(2023)", "2023"),
        ("((2023 and never))", "2023 and never"),
        ("all of (2023; never)", "2023 and never"),
        ("any of (2023; never)", "2023 or never"),
        ("1 days after 2023", "1 day after 2023"),
        ("duty:pull-out fulfilled", "duty:pull-out"),
        ("1 day after never, that day counted, then the next year start",
         "1 day after never, then the next year start, that day counted"),
        ("2023 day after never", "2023 days after never"),
        ("2022-11-XX?", "2022-11-XX?"),
    ],
)  # fmt: skip
def test_what_means_the_same_is_written_in_one_way(line: str, same: str) -> None:
    """Spaces, capitals, curly marks, needless brackets and the order of what stands after commas are free."""
    assert write_condition(parse_condition(line)) == same


REFUSED = [
    # what is written, where it is wrong, what is said, the lines meant
    ("", "", "a condition is missing", ()),
    ("event:setlement", "event:setlement", "did you mean settlement?", ("event:settlement",)),
    ("event:pull-out", "event:pull-out", "of the other kind", ("duty:pull-out",)),
    ("event:", "event:", "right after the colon", ()),
    ("event:Has Space", "event:Has", "no event has the id 'has'", ()),
    ("duty:nothing-like-it", "duty:nothing-like-it", "no duty has the id", ()),
    ("settlement", "settlement", "named with its kind", ("event:settlement",)),
    ("30 days after pull-out", "pull-out", "named with its kind", ("30 days after duty:pull-out",)),
    ("when Serbia pulls out", "when", "the field says so already", ('"Serbia pulls out"',)),
    ("Serbia pulls out", "Serbia", "quotation marks", ('"Serbia pulls out"',)),
    ("30 days", "", "whichever the text means", ("30 days after the conclusion", "30 days after entry into force")),
    ("30 days before", "", "from what it counts is missing", ("30 days before the conclusion",)),
    ("48 hours after the signature", "the", "otherwise", ("48 hours after the conclusion",)),
    ("within 2 days of the signing of this agreement", "within", "already", ("2 days after the conclusion",)),
    ("5 days after the Entry into Force", "the", "otherwise", ("5 days after entry into force",)),
    ("72 hours after the pull out", "the", "otherwise", ("72 hours after duty:pull-out",)),
    ("72 hours after the maps", "the", "quotation marks", ('72 hours after "the maps"',)),
    ("30 days of never", "of", "“after” or “before” comes here", ("30 days after never",)),
    ("thirty days after never", "thirty", "in figures", ("30 days after never",)),
    ("at least two of (2023; never)", "two", "in figures", ("at least 2 of (2023; never)",)),
    ("2023 and never or 2024", "or", "two readings", ("(2023 and never) or 2024", "2023 and (never or 2024)")),
    ("(2023 or never and 2024)", "and", "two readings", ("((2023 or never) and 2024)", "(2023 or (never and 2024))")),
    (
        "5 days after 2023 and never",
        "5 days after 2023",
        "in brackets",
        ("(5 days after 2023) and never", "5 days after (2023 and never)"),
    ),
    ("never or 5 days after 2023", "5 days after 2023", "in brackets", ("never or (5 days after 2023)",)),
    ("5 days after 3 days before 2023", "3 days before 2023", "in brackets", ("5 days after (3 days before 2023)",)),
    ("2023-02-30", "2023-02-30", "February 2023 has 28 days", ()),
    ("03/04/2022", "03/04/2022", "year-month-day", ("2022-04-03", "2022-03-04")),
    ("3 March 2023", "3 March 2023", "year-month-day", ("2023-03-03",)),
    ("5 days after 15th February, 2022", "15th", "year-month-day", ("5 days after 2022-02-15",)),
    ("February 2022 or never", "February 2022", "year-month-day", ("2022-02 or never",)),
    ("no later than 15 May 2022", "no", "already", ("2022-05-15",)),
    ("before 15 May 2022", "before", "a length of time", ("1 day before 2022-05-15",)),
    ("Monday", "Monday", "with its year", ()),
    ("summer 2022", "summer", "with its year", ()),
    ("2022-04-03 18:00", "2022-04-03 18:00", "ahead of UTC", ()),
    ("31 February 2022", "31 February 2022", "28 days", ()),
    ("2 days aftr never", "aftr", "comes here", ("2 days after never",)),
    ("duty:pull-out fulfiled", "fulfiled", "otherwise", ("duty:pull-out fulfilled",)),
    ("2023 2024", "2024", "joins two of them", ()),
    ("2023)", ")", "joins two of them", ()),
    ("(2023", "", "closing bracket", ()),
    ("2023 and", "", "a condition is missing", ()),
    ('vague "soon', '"soon', "not closed", ('vague "soon"',)),
    ('"a\\b"', '"a\\b"', "written twice", ('"a\\\\b"',)),
    ('vague " "', '" "', "blank", ()),
    ("vague soon", "soon", "in quotation marks", ()),
    ("no event:objection", "", "has an end", ("no event:objection until (30 days after the conclusion)",)),
    ("1 day 1 year after never", "1", "the longest first", ()),
    ("1 day after never give or take 2 working days", "2", "no working days", ()),
    ("1 day after never, counted", "counted", "after the comma comes one of", ()),
    ("1 day after never, that day counted, that day counted", "that", "said once", ()),
    ("duty:pull-out (turn 0)", "0", "at least 1", ()),
    ("duty:pull-out (third)", "third", "brackets hold", ()),
    ("the next month start before never", "before", "comes after something", ()),
    ("10 working hours after never", "hours", "said of days", ()),
    ("123456 days after never", "123456", "at most 5 digits", ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "place", "said", "meant"), REFUSED)
def test_what_is_no_condition_is_refused_at_its_place(line: str, place: str, said: str, meant: tuple[str, ...]) -> None:
    """With the reason, and the line that was meant."""
    with pytest.raises(NotationError) as caught:
        read_condition(line, KNOWN)
    error = caught.value
    assert line[error.at :].startswith(place) if place else error.at == len(line)
    assert said in str(error)
    assert error.meant == tuple(each for each in meant if each)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


_SAID_DAYS = (
    "February 2022", "Feb 2022", "Feb. 2022", "FEBRUARY, 2022", "end of February 2022", "by the end of February 2022",
    "15 February 2022", "Feb. 15, 2022", "15-Feb-22", "15th of February 2022", "on 15 Feb 2022",
    "2022 February 15", "Q1 2022", "the first quarter of 2022", "by end of Q1 2022", "end of 2022",
    "15/2/2022", "2/2022", "15.2.2022", "2022/2/15", "20220215", "2022-2-15",
)  # fmt: skip


@pytest.mark.parametrize("said", ["duty:open done", "duty:open completed"])
def test_a_duty_alone_says_that_it_was_done(said: str) -> None:
    """What stands behind it is told as needless."""
    with pytest.raises(NotationError) as caught:
        read_condition(said, KnownIds(events=(), duties=("open",)))
    assert caught.value.meant == ("duty:open",)


@pytest.mark.parametrize("said", _SAID_DAYS)
@pytest.mark.parametrize("around", ["{}", "30 days after {}", "event:gone-out and {}", "all of ({}; never)"])
def test_the_advice_on_a_date_in_words_is_taken_and_is_a_date(said: str, around: str) -> None:
    """No date is advised to be put in quotation marks, which would make it words that never come."""
    with pytest.raises(NotationError) as caught:
        read_condition(around.format(said), None)
    assert caught.value.meant
    for meant in caught.value.meant:
        assert '"' not in write_condition(read_condition(meant, None))
        assert "2022" in meant


def test_a_deep_or_long_line_is_refused_and_not_followed() -> None:
    """By brackets, by counting from what is counted, and by length."""
    for line in ("(" * 5_000, "1 day after " * 5_000, "all of (" * 5_000, "vague 'x' after (" * 3):
        with pytest.raises(NotationError):
            parse_condition(line)
    with pytest.raises(NotationError, match="at most 100,000 characters"):
        parse_condition("(" * 100_001)
    line = "(" * 99 + "never" + ")" * 99
    assert parse_condition(line) == Never()


def test_an_offset_that_no_record_has_is_not_written() -> None:
    """One with two lengths, or with none."""
    for lengths in ({}, {"duration": "P1D", "working_days": 1}):
        with pytest.raises(ValueError, match="an offset has"):
            write_condition(Offset(anchor=Never(), **lengths))


CITED = (Citation(source_id="text", locator="Art. 3"),)


def test_what_a_line_does_not_say_stays_on_parts_that_are_unchanged() -> None:
    """Wherever they stand now; what goes with the others is told."""
    soon = Vague(id="soon", text="soon", review_after="2023-01-01", citations=CITED)
    before = AnyOf(id="either", conditions=(soon, OnEvent(id="one", event_id="objection")))
    kept, lost = keep_marks(parse_condition('30 days after vague "soon"'), before)
    assert kept == Offset(anchor=soon, duration="P30D")
    assert lost == (Lost("either", (), None), Lost("one", (), None))
    changed, lost = keep_marks(parse_condition('vague "later"'), soon)
    assert changed == Vague(text="later")
    assert lost == (Lost("soon", CITED, parse_date("2023-01-01")),)
    assert keep_marks(Never(), None) == (Never(), ())


def test_of_parts_that_say_the_same_each_keeps_its_own() -> None:
    """In their order; one that is new has nothing to keep."""
    one, two = Never(id="one"), Never(id="two")
    kept, lost = keep_marks(parse_condition("never and never and never"), AllOf(conditions=(one, two)))
    assert kept == AllOf(conditions=(one, two, Never()))
    assert lost == ()


def test_the_pieces_have_their_own_meaning() -> None:
    """Tokens keep their places, lengths their signs, ids are looked up."""
    assert split("A (x)")[1:4] == [Token("mark", "(", 2, 3), Token("word", "x", 3, 4), Token("mark", ")", 4, 5)]
    length = parse_condition("1 week after never")
    assert isinstance(length, Offset)
    assert length.duration is not None
    assert length_of_duration(signed(length.duration, True)) == "1 week"
    assert known_id("event:objection", split("event:objection")[0], KNOWN) == "objection"


def test_a_record_says_what_can_be_named() -> None:
    """Ids of its events and obligations, each under its kind; without a record any id can be."""
    record = load(ROOT / "examples" / "minimal.accord.json")
    assert parse_condition("duty:no-tolls", record) == parse_condition("duty:no-tolls")
    with pytest.raises(NotationError, match="did you mean no-tolls"):
        parse_condition("duty:no-toll", record)
