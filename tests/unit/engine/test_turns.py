"""Tables of turns: from when to when they run, which act is whose, which of them exist."""

from __future__ import annotations

import pytest

from accords.model.conditions import AllOf, Offset, OnConclusion, OnEvent, OnObligation
from accords.model.events import Event
from accords.model.obligations import EachTime, Linkage, Obligation, Recurring
from accords.vocabulary import (
    Borne,
    EventKind,
    InstanceChoice,
    LinkageMode,
    Modality,
    Reaches,
    RecurrenceMode,
    Says,
)
from deals import deal, duty, on_day, said, standings, stands

OVERDUE = "breached fulfilled fulfilled_late"
OPEN = "active fulfilled"
MISSED = "breached fulfilled"
ROLLING = RecurrenceMode.ROLLING


def again(every: str, first: str | None = None, due: str | None = None, **more: object) -> Obligation:
    """A duty that comes round from ``first`` on, each turn due as the first is on ``due``."""
    stated = {name: on_day(day) for name, day in (("not_before", first), ("due", due)) if day is not None}
    of_duty = {name: more.pop(name) for name in ("ends", "modality", "borne", "who", "trigger") if name in more}
    return duty(performance=Recurring(every=every, **more), **stated, **of_duty)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("owed", "acts", "day", "turns"),
    [
        (again("P1Y", due="2023-03-31", times=2), ["2023-02-10"], "2023-04-01", ["fulfilled", OPEN]),
        (
            again("P1Y", due="2023-03-31", times=2),
            ["2023-04-05"],
            "2023-04-06",
            [f"fulfilled_late {MISSED}", OPEN],
        ),
        (again("P1Y", due="2023-03-31", times=2), ["2023-12-05"], "2023-12-06", [OVERDUE, "fulfilled active"]),
        (again("P1M", "2023-01-01", "2023-01-10", times=2), ["2023-01-20"], "2023-01-21", ["fulfilled_late"]),
        (again("P1M", "2023-01-01", "2023-01-10", times=2), ["2023-02-20"], "2023-02-21", [OVERDUE, "fulfilled_late"]),
        (
            again("P1M", "2023-01-01", "2023-01-10", times=2),
            ["2023-01-05", "2023-01-06"],
            "2023-02-21",
            ["fulfilled", OVERDUE],
        ),
        (again("P1W", times=2), ["2023-01-03", "2023-01-09"], "2023-01-20", ["fulfilled", "fulfilled"]),
        (again("P1M", "2023-01-31", "2023-03-31", times=2), ["2023-02-10"], "2023-02-11", ["fulfilled", "pending"]),
        (again("P1M", "2023-01-31", "2023-03-31", times=2), ["2023-03-10"], "2023-03-11", ["fulfilled active", OPEN]),
    ],
)
def test_an_act_belongs_to_the_oldest_open_turn_and_else_to_the_last_that_is_over(
    owed: Obligation, acts: list[str], day: str, turns: list[str | None]
) -> None:
    """Where only deadlines are stated, to the one that is nearer; where several are open, others stay possible."""
    found = standings(deal(owed, events=tuple(said(f"e{n}", on) for n, on in enumerate(acts))), day)
    for expected, got in zip(turns, found, strict=False):
        assert expected is None or set(got.split()) == set(expected.split()), found
        assert expected is None or got.split()[0] == expected.split()[0], found


def test_an_act_belongs_to_the_turn_that_it_names() -> None:
    """Whatever its day: here the report of January comes in March."""
    owed = again("P1M", "2023-01-01", "2023-01-10", times=3)
    late = said("e", "2023-03-05", instance=1)
    assert standings(deal(owed, events=(late,)), "2023-03-20") == ["fulfilled_late", OVERDUE, OVERDUE]


@pytest.mark.parametrize(
    ("owed", "day", "count"),
    [
        (again("P1M", "2023-01-05", "2023-01-10", ends=on_day("2023-01-10")), "2023-03-20", 4),
        (again("P1M", due="2023-01-10"), "2023-02-10", 3),
        (again("P1M", "2023-01-10", times=2), "2023-12-01", 2),
        (again("P1M", "2023-01-10"), "2023-01-01", 1),
    ],
)
def test_turns_are_listed_up_to_the_next(owed: Obligation, day: str, count: int) -> None:
    assert len(stands(deal(owed), day)) == count


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("first", "due", "count"), [(None, "2023-01-10", 3), ("2023-01-10", None, 3), ("2023-01-11", "2023-02-20", 2)]
)
def test_a_turn_exists_if_it_begins_by_the_end_of_the_series(first: str | None, due: str | None, count: int) -> None:
    """Where only a deadline is stated, if it falls due by then."""
    series = Recurring(every="P1M", ends=on_day("2023-03-10"))
    stated = {name: on_day(day) for name, day in (("not_before", first), ("due", due)) if day is not None}
    assert len(stands(deal(duty(performance=series, **stated)), "2023-12-01")) == count


def test_a_turn_that_is_over_before_the_duty_binds_lapses() -> None:
    """The monthly report is due from January on, the duty binds from March."""
    owed = again("P1M", "2023-01-01", "2023-01-10", times=4, trigger=on_day("2023-03-05"))
    assert standings(deal(owed), "2023-03-20") == ["lapsed", "lapsed", OVERDUE, "pending"]


def test_a_turn_forestalled_by_an_open_end_lapses() -> None:
    """The series ends with an event of some day in the first half of February; the second turn begins on the tenth."""
    gone = said("gone", "2023-02-05/2023-02-15", known="2023-02-15", on=None)
    owed = duty(
        performance=Recurring(every="P1M", ends=OnEvent(event_id="gone")), not_before=on_day("2023-01-10"),
        due=on_day("2023-01-12"),
    )  # fmt: skip
    found = stands(deal(owed, events=(gone,)), "2023-02-20")
    assert [each.number for each in found][:2] == [1, 2]
    assert "lapsed" in {state.value for state in found[1].states}


@pytest.mark.parametrize(
    ("owed", "day", "due"),
    [
        (again("P30D", due="2023-01-10", mode=ROLLING), "2023-01-20", ["2023-01-10", "2023-02-14"]),
        (again("P30D", "2023-01-08", "2023-01-10", mode=ROLLING), "2023-01-20", ["2023-01-10", "2023-02-14"]),
        (again("P30D", "2023-01-08", mode=ROLLING), "2023-01-20", [None, None]),
    ],
)
def test_a_rolling_turn_is_counted_from_what_was_done(owed: Obligation, day: str, due: list[str | None]) -> None:
    """Done on 15 January; without a deadline the next turn opens thirty days later, and none is ever overdue."""
    found = stands(deal(owed, events=(said("e", "2023-01-15"),)), day)
    assert [each.deadline.computed for each in found] == due


def test_a_window_of_a_rolling_duty_keeps_its_length() -> None:
    owed = again("P30D", "2023-01-08", "2023-01-10", mode=ROLLING)
    done = deal(owed, events=(said("e", "2023-01-10"),))
    assert standings(done, "2023-02-06")[1] == "pending"
    assert standings(done, "2023-02-07")[1] == OPEN


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2022-12-31", ["not_in_force"]),
        ("2023-06-15", ["active breached", "pending"]),
        ("2023-10-15", ["fulfilled breached", "pending"]),
        ("2024-06-15", ["fulfilled breached", "active breached", "pending"]),
    ],
)
def test_what_must_not_be_done_recurs_from_its_beginning_to_its_end(day: str, states: list[str]) -> None:
    """No fishing from April to September of each year; between, nothing is owed."""
    closed = again(
        "P1Y", "2023-04", modality=Modality.MUST_NOT, ends=on_day("2023-09-30")
    )  # fmt: skip
    assert standings(deal(closed), day) == states


def test_a_violation_breaches_the_turn_in_which_it_falls() -> None:
    closed = again("P1Y", "2023-04", modality=Modality.MUST_NOT, ends=on_day("2023-09-30"))
    caught = said("e", "2024-05-01", by="a", kind=EventKind.CONDUCT, says=Says.BREACH)
    between = said("e", "2023-11-01", by="a", kind=EventKind.CONDUCT, says=Says.BREACH)
    assert standings(deal(closed, events=(caught,)), "2024-06-15")[:2] == ["fulfilled breached", "breached"]
    assert standings(deal(closed, events=(between,)), "2024-06-15")[:2] == ["fulfilled breached", "active breached"]


def test_obligors_take_turns() -> None:
    """In the order in which they are named: alternating hosts."""
    owed = again("P1Y", due="2023-06-30", times=3, who="ba", borne=Borne.IN_TURN)
    found = stands(deal(owed), "2023-07-01")
    assert [(each.obligor_ids, each.number) for each in found] == [(("b",), 1), (("b",), 3), (("a",), 2)]


# ---- each time


def exercise(id_: str, day: str | None, says: Says = Says.OCCURRED) -> Event:
    return said(id_, day, on=None, says=says, known="2023-01-05" if says is Says.PLANNED else None,
                occurrence_of_id="exercise")  # fmt: skip


BEFORE = duty(
    performance=EachTime(event_id="exercise"), due=Offset(anchor=OnEvent(event_id="exercise"), duration="-P14D")
)
EXERCISE = said("exercise", None, on=None)


def test_what_is_owed_before_the_occurrence_is_open_from_when_it_binds() -> None:
    """Notice fourteen days before each exercise."""
    record = deal(BEFORE, events=(EXERCISE, exercise("one", "2023-03-01")))
    assert standings(record, "2023-03-10") == [OVERDUE]
    told = said("told", "2023-02-01")
    assert standings(deal(BEFORE, events=(*record.events, told)), "2023-03-10") == ["fulfilled"]


def test_what_is_only_planned_makes_nothing_overdue() -> None:
    """The exercise is announced for 1 March; by 20 February no notice has come."""
    planned = exercise("one", "2023-03-01", Says.PLANNED)
    (found,) = standings(deal(BEFORE, events=(EXERCISE, planned)), "2023-02-20")
    assert not found.startswith("breached")


@pytest.mark.parametrize(
    ("acts", "states"),
    [
        (["2023-03-05", "2023-05-05"], ["fulfilled", "fulfilled"]),
        (["2023-05-05"], ["fulfilled_late breached fulfilled", "fulfilled breached fulfilled_late"]),
        (["2023-03-05"], ["fulfilled", OVERDUE]),
    ],
)
def test_an_act_of_one_occurrence_is_told_by_its_day(acts: list[str], states: list[str]) -> None:
    """Asked on 1 March and on 1 May, to be allowed within ten days."""
    owed = duty(
        performance=EachTime(event_id="exercise"), due=Offset(anchor=OnEvent(event_id="exercise"), duration="P10D")
    )
    asked = (EXERCISE, exercise("one", "2023-03-01"), exercise("two", "2023-05-01"))
    record = deal(owed, events=(*asked, *(said(f"e{n}", day) for n, day in enumerate(acts))))
    found = standings(record, "2023-06-01")
    if len(acts) == 1 and acts[0] > "2023-04":
        assert "fulfilled" in found[1]
    else:
        assert found == states


def test_a_duty_may_arise_with_each_turn_of_another() -> None:
    """For each report an answer within ten days, once both who report have done so."""
    reports = duty("report", "ab", performance=Recurring(every="P1M", times=2), due=on_day("2023-01-31"))
    answer = duty(
        "answer", "b", performance=EachTime(obligation_id="report"),
        due=Offset(anchor=OnObligation(obligation_id="report"), duration="P10D"),
    )  # fmt: skip
    events = (
        said("a1", "2023-01-10", on="report", actor_ids=("a",), instance=1),
        said("b1", "2023-01-20", on="report", actor_ids=("b",), instance=1),
        said("a2", "2023-02-10", on="report", actor_ids=("a",), instance=2),
    )
    first, second = stands(deal(reports, answer, events=events), "2023-02-20", "answer")
    assert (first.deadline.computed, first.as_reported.value) == ("2023-01-30", "breached")
    assert second.as_reported.value == "conditional"


@pytest.mark.wide
@pytest.mark.parametrize(
    ("chosen", "acts", "state"),
    [
        ({}, [1, 2], "conditional"),
        ({}, [1, 2, 3], "active"),
        ({"instances": InstanceChoice.FIRST}, [2], "active"),
        ({"instances": InstanceChoice.ALL}, [1, 2], "conditional"),
        ({"instances": InstanceChoice.ALL}, [1, 2, 3], "active"),
        ({"turn": 2}, [1], "conditional"),
        ({"turn": 2}, [2], "active"),
        ({"reaches": Reaches.BREACHED}, [1, 2, 3], "lapsed"),
    ],
)
def test_a_condition_on_a_duty_with_turns_says_which_are_meant(
    chosen: dict[str, object], acts: list[int], state: str
) -> None:
    monthly = duty("pay", performance=Recurring(every="P1M", times=3), not_before=on_day("2023-01-01"),
                   due=on_day("2023-01-10"))  # fmt: skip
    then = duty("then", "b", trigger=OnObligation(obligation_id="pay", **chosen))
    paid = tuple(said(f"e{n}", f"2023-0{n}-05", on="pay", instance=n) for n in acts)
    (found,) = stands(deal(monthly, then, events=paid), "2023-06-01", "then")
    assert found.as_reported.value == state


def test_all_turns_leave_out_those_that_are_no_longer_owed() -> None:
    """The second payment was released."""
    monthly = duty("pay", performance=Recurring(every="P1M", times=2), not_before=on_day("2023-01-01"),
                   due=on_day("2023-01-10"), ends=on_day("2023-01-20"))  # fmt: skip
    then = duty("then", "b", trigger=OnObligation(obligation_id="pay", instances=InstanceChoice.ALL))
    first = said("e1", "2023-01-05", on="pay", instance=1)
    (found,) = stands(deal(monthly, then, events=(first,)), "2023-02-15", "then")
    assert found.as_reported.value == "conditional"
    (found,) = stands(deal(monthly, then, events=(first,)), "2023-02-21", "then")
    assert found.as_reported.value == "active"


def test_a_series_without_an_end_is_never_done() -> None:
    monthly = duty("pay", performance=Recurring(every="P1M"), due=on_day("2023-01-10"))
    then = duty("then", "b", trigger=OnObligation(obligation_id="pay", instances=InstanceChoice.ALL))
    paid = tuple(said(f"e{n}", f"2023-0{n}-05", on="pay", instance=n) for n in (1, 2))
    assert standings(deal(monthly, then, events=paid), "2023-02-15", "then") == ["conditional"]


@pytest.mark.thorough
def test_a_linkage_ties_turn_to_turn() -> None:
    """Each pays only where the other did not break off: a's second turn is excused by b's second breach alone."""
    mine, theirs = (
        duty(id_, who, performance=Recurring(every="P1M", times=2), not_before=on_day("2023-01-01"), due=on_day(due))
        for id_, who, due in (("o", "a", "2023-01-20"), ("p", "b", "2023-01-10"))
    )
    tied = Linkage(obligation_ids=("o", "p"), mode=LinkageMode.RECIPROCAL)
    events = (
        said("p1", "2023-01-05", on="p", instance=1),
        said("p2", "2023-02-25", by="b", on="p", says=Says.NOT_OCCURRED, instance=2),
    )
    found = standings(deal(mine, theirs, events=events, linkages=(tied,)), "2023-02-26")
    assert found[0] == OVERDUE
    assert "excused" in found[1]


def test_the_first_turn_of_a_period_is_counted_from_the_day_on_which_it_binds() -> None:
    """That day is day one."""
    weekly = duty(performance=Recurring(every="P7D", times=2), trigger=AllOf(conditions=(OnConclusion(),)))
    assert [each.deadline.computed for each in stands(deal(weekly), "2023-02-01")] == ["2023-01-07", "2023-01-14"]
