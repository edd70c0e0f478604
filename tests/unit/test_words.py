"""Words: every kind of condition, date, duration and performance reads as a monitor would say it."""

from __future__ import annotations

from string import Formatter
from typing import Any

import pytest
from attrs import evolve

from accords.dates import EXAMPLES as DATES
from accords.dates import parse_date
from accords.dates.durations import EXAMPLES as DURATIONS
from accords.dates.durations import parse_duration
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.events import ClaimedQuantity, Event
from accords.model.obligations import (
    Continuing,
    EachTime,
    Obligation,
    Once,
    Performance,
    Quantity,
    Ratio,
    Recurring,
    Suspension,
)
from accords.vocabulary import (
    AnchorDay,
    Borne,
    ConclusionForm,
    Counted,
    EventKind,
    LinkageMode,
    Modality,
    MonthEnd,
    Reaches,
    RecurrenceMode,
    Role,
    SourceKind,
    SuspensionEffect,
    Vocabulary,
)
from accords.words import (
    PHRASES,
    claimed_quantity_in_words,
    condition_in_words,
    counted,
    date_in_words,
    deadline_in_words,
    duration_in_words,
    end_in_words,
    joined,
    last_moment_in_words,
    names_of,
    on_date_in_words,
    opening_in_words,
    performance_in_words,
    point_in_words,
    quantity_in_words,
    suspension_in_words,
    word,
)

DAY = OnDate(value="2023-01-31")
FORCE = OnEntryIntoForce()
INVITED = OnEvent(event_id="invited")

DEAL = Agreement(
    id="deal",
    title="A deal",
    actors=(Actor(id="serbia", name="Serbia"), Actor(id="kosovo", name="Kosovo")),
    parties=(Party(actor_id="serbia"), Party(actor_id="kosovo")),
    obligations=(
        Obligation(id="plates", obligor_ids=("serbia",), modality=Modality.MUST_NOT, action="issue plates"),
        Obligation(id="leave", obligor_ids=("serbia", "kosovo"), modality=Modality.MUST, action="leave the bridge."),
        Obligation(
            id="guard", obligor_ids=("serbia", "kosovo"), borne=Borne.ANY, modality=Modality.MUST, action="guard it"
        ),
        Obligation(id="end", obligor_ids=("kosovo",), modality=Modality.MAY, action="end the process"),
        Obligation(id="pay", modality=Modality.MUST, action="pay"),
    ),
    events=(
        Event(id="invited", kind=EventKind.PERFORMANCE, summary="Serbia has invited the parties."),
        Event(id="objection", kind=EventKind.MILESTONE, summary="Kosovo objects"),
        Event(
            id="adoption",
            kind=EventKind.MILESTONE,
            summary="Adoption Day",
            defined_as=Offset(anchor=INVITED, duration="P90D"),
        ),
        Event(id="a", kind=EventKind.MILESTONE, summary="A", defined_as=OnEvent(event_id="b")),
        Event(id="b", kind=EventKind.MILESTONE, summary="B", defined_as=OnEvent(event_id="a")),
    ),
)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (DAY, "on 31 January 2023"),
        (OnDate(value="2022-11"), "in November 2022"),
        (OnConclusion(), "upon the conclusion of the agreement"),
        (FORCE, "upon entry into force"),
        (INVITED, "upon the event ‘Serbia has invited the parties’"),
        (OnEvent(event_id="nowhere"), "upon nowhere"),
        (
            OnEvent(event_id="adoption"),
            "upon the event ‘Adoption Day’, which is 90 days after the event ‘Serbia has invited the parties’",
        ),
        (OnEvent(event_id="a"), "upon the event ‘A’, which is the event ‘B’"),
        (
            OnObligation(obligation_id="leave"),
            "upon the fulfilment of the duty of Serbia and Kosovo to ‘leave the bridge’ (leave)",
        ),
        (
            OnObligation(obligation_id="plates", reaches=Reaches.BREACHED),
            "upon a breach of the duty of Serbia not to ‘issue plates’ (plates)",
        ),
        (
            OnObligation(obligation_id="end", reaches=Reaches.EXERCISED),
            "upon the use of the power of Kosovo to ‘end the process’ (end)",
        ),
        (
            OnObligation(obligation_id="guard", reaches=Reaches.ENDED),
            "upon the end of the duty of Serbia or Kosovo to ‘guard it’ (guard)",
        ),
        (OnObligation(obligation_id="pay"), "upon the fulfilment of the duty to ‘pay’ (pay)"),
        (OnObligation(obligation_id="nowhere"), "upon the fulfilment of nowhere"),
        (Offset(anchor=FORCE, duration="P30D"), "30 days after entry into force"),
        (Offset(anchor=INVITED, duration="-P10D"), "10 days before the event ‘Serbia has invited the parties’"),
        (Offset(anchor=FORCE, duration="P0D"), "the same day as entry into force"),
        (Offset(anchor=FORCE, duration="P2W", approximate=True), "about 2 weeks after entry into force"),
        (
            Offset(anchor=DAY, duration="P1M", anchor_day=AnchorDay.INCLUDED),
            "1 month after 31 January 2023 (that day counts as the first)",
        ),
        (
            Offset(anchor=DAY, duration="P1M", month_end=MonthEnd.NEXT_DAY),
            "1 month after 31 January 2023 (where a month has no such day, the day after its end)",
        ),
        (
            Offset(anchor=DAY, duration="P1M", month_end=MonthEnd.NEXT_DAY, anchor_day=AnchorDay.INCLUDED),
            (
                "1 month after 31 January 2023 "
                "(that day counts as the first; where a month has no such day, the day after its end)"
            ),
        ),
        (
            Offset(anchor=DAY, duration="P1M", month_end=MonthEnd.UNSTATED),
            "1 month after 31 January 2023 (where a month has no such day, the text does not say which)",
        ),
        (
            Offset(anchor=AnyOf(conditions=(DAY, FORCE)), duration="P1D"),
            "1 day after [the first of: (i) 31 January 2023; (ii) entry into force]",
        ),
        (
            AllOf(conditions=(DAY, FORCE)),
            "when all of these are met: (a) on 31 January 2023; (b) upon entry into force",
        ),
        (AllOf(conditions=(DAY,)), "on 31 January 2023"),
        (
            AtLeast(count=2, conditions=(DAY, FORCE, INVITED)),
            (
                "when at least 2 of these are met: (a) on 31 January 2023; (b) upon entry into force; "
                "(c) upon the event ‘Serbia has invited the parties’"
            ),
        ),
        (AtLeast(count=2, conditions=(DAY,)), "when at least 2 of these are met: (a) on 31 January 2023"),
        (
            AllOf(conditions=(AnyOf(conditions=(DAY, AllOf(conditions=(FORCE, INVITED)))), Never())),
            (
                "when all of these are met: (a) [when any of these is met: (i) on 31 January 2023; "
                "(ii) [when all of these are met: (1) upon entry into force; "
                "(2) upon the event ‘Serbia has invited the parties’]]; (b) never (the text says so)"
            ),
        ),
        (
            NoEvent(event_id="objection", since=INVITED, until=Offset(anchor=INVITED, duration="P14D")),
            (
                "if the event ‘Kosovo objects’ does not happen "
                "within 14 days after the event ‘Serbia has invited the parties’"
            ),
        ),
        (
            NoEvent(event_id="objection", since=FORCE, until=OnDate(value="2023-02")),
            "if the event ‘Kosovo objects’ does not happen between entry into force and the end of February 2023",
        ),
        (
            NoEvent(event_id="nowhere", until=DAY),
            "if nowhere does not happen by 31 January 2023",
        ),
        (Never(), "never (the text says so)"),
        (Vague(text="in the coming days"), "“in the coming days” (vague)"),
        (Vague(text="soon", after=FORCE), "“soon” (vague), and not before entry into force"),
        (Prose(text="the situation allows it"), "as worded: “the situation allows it”"),
    ],
)
def test_a_condition_answers_when(condition: Condition, words: str) -> None:
    """Every kind of condition, with ids that lead nowhere printed as they are."""
    assert condition_in_words(condition, DEAL) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (DAY, "by 31 January 2023"),
        (OnDate(value="2022-11"), "by the end of November 2022"),
        (OnDate(value="2022~"), "by the end of 2022 (approximately)"),
        (OnDate(value="2022-11-01/2022-11-21"), "by the end of the period from 1 to 21 November 2022"),
        (Offset(anchor=FORCE, duration="P30D"), "within 30 days after entry into force"),
        (Offset(anchor=FORCE, duration="-P30D"), "no later than 30 days before entry into force"),
        (Offset(anchor=FORCE, duration="PT0S"), "by the same day as entry into force"),
        (Vague(text="in the coming days"), "vague: “in the coming days”"),
        (Vague(text="soon", after=FORCE), "vague: “soon”, and not before entry into force"),
        (Prose(text="in good time"), "as worded: “in good time”"),
        (Never(), "no deadline: the text says so"),
        (INVITED, "by the day of the event ‘Serbia has invited the parties’"),
        (AnyOf(conditions=(OnDate(value="2022"), FORCE)), "by the first of: (a) the end of 2022; (b) entry into force"),
        (AllOf(conditions=(DAY, FORCE)), "by the last of: (a) 31 January 2023; (b) entry into force"),
        (
            NoEvent(event_id="objection", until=DAY),
            "by 31 January 2023, unless the event ‘Kosovo objects’ happens by then",
        ),
        (
            NoEvent(event_id="objection", since=FORCE, until=DAY),
            "by 31 January 2023, unless the event ‘Kosovo objects’ happens between entry into force and then",
        ),
    ],
)
def test_a_deadline_says_by_when(due: Condition, words: str) -> None:
    """A stipulated period runs to its last moment; what has no date says what it has instead."""
    assert deadline_in_words(due, DEAL) == words


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (None, "no end stated"),
        (Never(), "without end: the text says so"),
        (OnDate(value="2023"), "until the end of 2023"),
        (Offset(anchor=DAY, duration="P2W", approximate=True), "until about 2 weeks after 31 January 2023"),
    ],
)
def test_an_end_tells_never_from_not_stated(ends: Condition | None, words: str) -> None:
    """The source saying never is not the source saying nothing."""
    assert end_in_words(ends, DEAL) == words


@pytest.mark.parametrize(
    ("not_before", "words"),
    [
        (OnDate(value="2022-11"), "not before November 2022"),
        (Prose(text="in due course"), "as worded: “in due course”"),
        (Vague(text="soon"), "not before “soon” (vague)"),
        (
            OnDate(value="2022-11-01/2022-11-21"),
            "not before the start of the period from 1 to 21 November 2022",
        ),
        (OnDate(value="2022-11-01/.."), "not before 1 November 2022"),
        (OnDate(value="../2022-11-21"), "not before some day up to 21 November 2022"),
    ],
)
def test_an_earliest_time_says_not_before(not_before: Condition, words: str) -> None:
    """A period opens at its beginning, so it is named as it is."""
    assert opening_in_words(not_before, DEAL) == words


DATE_WORDS = [
    ("2022-11-23", "23 November 2022", "on 23 November 2022", "23 November 2022"),
    ("2022-11", "November 2022", "in November 2022", "the end of November 2022"),
    ("2022", "2022", "in 2022", "the end of 2022"),
    ("0079", "79", "in 79", "the end of 79"),
    ("202X", "the 2020s", "in the 2020s", "the end of the 2020s"),
    ("19XX", "the years 1900 to 1999", "in the years 1900 to 1999", "the end of the years 1900 to 1999"),
    (
        "2022-11-XX",
        "November 2022 (day not known)",
        "in November 2022 (day not known)",
        "the end of November 2022 (day not known)",
    ),
    ("2022-XX-XX", "2022 (month not known)", "in 2022 (month not known)", "the end of 2022 (month not known)"),
    ("2022~", "2022 (approximately)", "in 2022 (approximately)", "the end of 2022 (approximately)"),
    ("2022-11-23?", "23 November 2022 (uncertain)", "on 23 November 2022 (uncertain)", "23 November 2022 (uncertain)"),
    (
        "2022%",
        "2022 (uncertain and approximate)",
        "in 2022 (uncertain and approximate)",
        "the end of 2022 (uncertain and approximate)",
    ),
    (
        "2021-10-02T08:00:00+02:00",
        "2 October 2021, 08:00 (UTC+02:00)",
        "on 2 October 2021 at 08:00 (UTC+02:00)",
        "2 October 2021, 08:00 (UTC+02:00)",
    ),
    (
        "2021-10-02T08:00:07Z",
        "2 October 2021, 08:00:07 (UTC)",
        "on 2 October 2021 at 08:00:07 (UTC)",
        "2 October 2021, 08:00:07 (UTC)",
    ),
    (
        "2022-11-01/2022-12?",
        "from 1 November 2022 to December 2022 (uncertain)",
        "from 1 November 2022 to December 2022 (uncertain)",
        "the end of the period from 1 November 2022 to December 2022 (uncertain)",
    ),
    (
        "2022-11-23/2022-12-05",
        "from 23 November to 5 December 2022",
        "from 23 November to 5 December 2022",
        "the end of the period from 23 November to 5 December 2022",
    ),
    (
        "2022-12-31/2023-01-02",
        "from 31 December 2022 to 2 January 2023",
        "from 31 December 2022 to 2 January 2023",
        "the end of the period from 31 December 2022 to 2 January 2023",
    ),
    ("2022-11-23/..", "from 23 November 2022 on", "from 23 November 2022 on", "some day from 23 November 2022 on"),
    ("../2022", "up to 2022", "up to 2022", "the end of the period up to 2022"),
]


@pytest.mark.parametrize(("text", "alone", "on", "last"), DATE_WORDS)
def test_a_date_reads_alone_with_its_preposition_and_as_a_last_moment(
    text: str, alone: str, on: str, last: str
) -> None:
    """Each form of date in each of its three uses."""
    date = parse_date(text)
    assert (date_in_words(date), on_date_in_words(date), last_moment_in_words(date)) == (alone, on, last)


@pytest.mark.parametrize("text", DATES)
def test_no_date_is_read_out_as_code(text: str) -> None:
    """Nothing of the notation is left over in words."""
    words = date_in_words(parse_date(text))
    assert not set("/X?~%") & set(words)
    assert ".." not in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P30D", "30 days"),
        ("-P10D", "10 days"),
        ("P1Y6M", "1 year and 6 months"),
        ("P1DT12H30M", "1 day, 12 hours and 30 minutes"),
        ("P1M", "1 month"),
        ("P2W", "2 weeks"),
        ("PT48H", "48 hours"),
        ("PT1S", "1 second"),
        ("P0D", "0 days"),
    ],
)
def test_a_duration_keeps_the_units_in_which_it_is_stated(text: str, words: str) -> None:
    """Forty-eight hours are not turned into two days."""
    assert duration_in_words(parse_duration(text)) == words


@pytest.mark.parametrize("text", DURATIONS)
def test_every_form_of_duration_has_words(text: str) -> None:
    """No unit is left without a phrase."""
    assert duration_in_words(parse_duration(text))[0].isdigit()


@pytest.mark.parametrize(
    ("performance", "words"),
    [
        (Once(), "one act"),
        (Continuing(), "continuing: never ticked off as done"),
        (EachTime(event_id="objection"), "each time that the event ‘Kosovo objects’ happens"),
        (Recurring(), "recurring"),
        (Recurring(text="regularly"), "recurring: “regularly” (vague)"),
        (
            Recurring(
                every="P3M",
                mode=RecurrenceMode.ANCHORED,
                times=4,
                ends=OnDate(value="2024"),
            ),
            ("recurring: every 3 months, counted from the first time, 4 times in all, until the end of 2024"),
        ),
        (
            Recurring(every="P1Y", mode=RecurrenceMode.ROLLING, times=1),
            "recurring: every year, counted from the time before, 1 time in all",
        ),
    ],
)
def test_a_performance_says_how_often(performance: Performance, words: str) -> None:
    """Each way to perform a duty."""
    assert performance_in_words(performance, DEAL) == words


def test_a_suspension_says_when_and_what_it_does_to_the_clock() -> None:
    """Start, end and effect are all told."""
    suspension = Suspension(starts=INVITED, effect=SuspensionEffect.CLOCK_RUNS)
    words = suspension_in_words(suspension, DEAL)
    assert words == "upon the event ‘Serbia has invited the parties’, no end stated; the deadline keeps running"


@pytest.mark.parametrize("listing", [Modality, Role, ConclusionForm, SourceKind])
def test_every_member_of_a_printed_list_has_its_word(listing: type[Vocabulary]) -> None:
    """No reader meets an underscore, and no two members read alike."""
    words = [word(member) for member in listing]
    assert not [each for each in words if "_" in each]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("prefix", "listing"),
    [
        ("duty", Modality),
        ("duty.noun", Modality),
        ("obligation", Reaches),
        ("linkage", LinkageMode),
        ("suspension", SuspensionEffect),
        ("recurring", RecurrenceMode),
    ],
)
def test_phrases_that_are_looked_up_by_a_member_exist_for_each(prefix: str, listing: type[Vocabulary]) -> None:
    """A new member of a list cannot be forgotten in the catalogue."""
    assert {f"{prefix}.{member.value}" for member in listing} <= set(PHRASES)


def test_singular_and_plural_ask_for_the_same_parts() -> None:
    """Both forms of a counted phrase can be filled in by the same call."""
    for key, phrase in PHRASES.items():
        forms = [{name for _, name, _, _ in Formatter().parse(form) if name} for form in phrase.split("|")]
        assert len(forms) <= 2, key
        assert forms[-1] - forms[0] <= {"count"}, key


def test_lists_in_sentences_use_and_or_or() -> None:
    """From nobody to three."""
    assert [joined(["a", "b", "c"][:many]) for many in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert joined(["a", "b", "c"], "or") == "a, b or c"
    assert [counted("duration.day", many) for many in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_braces_in_a_record_are_text() -> None:
    """What comes from a record is never taken for a part to be filled in."""
    assert condition_in_words(Prose(text="{0} {text} %s"), DEAL) == "as worded: “{0} {text} %s”"


def test_many_items_get_marks_of_their_own() -> None:
    """After z comes aa; nothing is marked twice."""
    words = condition_in_words(AllOf(conditions=(FORCE,) * 28), DEAL)
    assert words.endswith("; (z) upon entry into force; (aa) upon entry into force; (ab) upon entry into force")


def test_deep_nesting_has_words() -> None:
    """As deep as a record can be read, and deeper; brackets and levels are balanced."""
    condition: Condition = FORCE
    for _ in range(100):
        condition = AllOf(conditions=(condition, DAY))
    words = condition_in_words(condition, DEAL)
    assert words.count("[") == words.count("]") == 99
    assert words.count("on 31 January 2023") == 100


def test_marks_follow_names_once() -> None:
    """A marked actor is marked wherever it is named, but a name that ends in the mark keeps one."""
    names = names_of(DEAL, {"kosovo": "*"})
    assert names.actors_in_words(("serbia", "kosovo", "serbia", "nobody")) == "Serbia, Kosovo* and nobody"
    starred = evolve(DEAL, actors=(Actor(id="kosovo", name="Kosovo*"),))
    assert names_of(starred, {"kosovo": "*"}).actor("kosovo") == "Kosovo*"
    assert point_in_words(OnObligation(obligation_id="end", reaches=Reaches.EXERCISED), names).startswith(
        "the use of the power of Kosovo* to"
    )


# ---- amounts


BUOYS = Ratio(times=3, of_obligation_id="gone")


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(measure="prisoners", at_least=90), "at least 90 prisoners"),
        (Quantity(measure="fish", unit="t", at_most=8500), "at most 8,500 t of fish"),
        (Quantity(measure="lorries", at_least=60, at_most=60), "exactly 60 lorries"),
        (Quantity(measure="width", unit="m", at_least=20.5, at_most=25), "20.5 to 25 m of width"),
        (
            Quantity(measure="level", unit="m above sea level", at_most=212.5, counted=Counted.LEVEL),
            "level: at most 212.5 m above sea level, at any time",
        ),
        (Quantity(measure="meetings", at_least=1), "meetings: at least 1"),
        (Quantity(measure="powder", at_most=300, counted=Counted.LEVEL), "at most 300 powder, at any time"),
        (Quantity(measure="barges", at_least=BUOYS), "at least 3 barges for each one under gone"),
        (
            Quantity(measure="barges", at_least=BUOYS, at_most=40),
            "at least 3 barges for each one under gone and at most 40 barges",
        ),
        (Quantity(measure="barges"), "an unstated number of barges"),
    ],
)
def test_an_amount_that_is_owed_says_its_limits(quantity: Quantity, words: str) -> None:
    """Exactly, between two, at least, at most, or so many for each of another duty."""
    assert quantity_in_words(quantity, DEAL) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (ClaimedQuantity(measure="prisoners", amount=88), "88 prisoners"),
        (ClaimedQuantity(measure="grain", amount=0.1), "0.1 t of grain"),
        (ClaimedQuantity(measure="grain", unit="kg", at_least=1000), "at least 1,000 kg of grain"),
        (ClaimedQuantity(measure="grain", at_most=5), "at most 5 t of grain"),
        (ClaimedQuantity(measure="grain", at_least=4, at_most=5, so_far=True), "4 to 5 t of grain so far"),
    ],
)
def test_an_amount_that_is_reported_is_in_the_unit_of_the_duty_unless_it_has_its_own(
    quantity: ClaimedQuantity, words: str
) -> None:
    """And says where it is a sum up to then."""
    asked = Quantity(measure="grain", unit="t", at_least=5) if quantity.measure == "grain" else None
    assert claimed_quantity_in_words(quantity, asked) == words


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"then": "next_month_start"}, "by the first day of the month after {it}"),
        ({"duration": "P1M", "then": "next_month_start"}, "by the first day of the second month after {it}"),
        (
            {"duration": "P30D", "then": "next_month_start"},
            "by the first day of the month that follows 30 days after {it}",
        ),
        ({"duration": "P20Y", "then": "next_year_start"}, "by the first day of the 21st year after {it}"),
        ({"working_days": -1}, "no later than 1 working day before {it}"),
        (
            {"working_days": 5, "approximate": True, "tolerance": "P2D"},
            "within about 5 working days after {it} (at most 2 days off)",
        ),
    ],
)  # fmt: skip
def test_working_days_and_starts_of_months_are_told(members: dict[str, Any], words: str) -> None:
    """Of whole months it is told which one begins."""
    told = deadline_in_words(Offset(anchor=OnConclusion(), **members), DEAL)
    assert told == words.format(it="the conclusion of the agreement")
