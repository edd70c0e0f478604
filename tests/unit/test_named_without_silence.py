"""No name calls a duty overdue by what another may have done without a report."""

from __future__ import annotations

import pytest

from accords.checklist import Shape, checklist
from accords.model.agreement import Agreement
from accords.model.conditions import Offset, OnObligation
from accords.model.obligations import Linkage, Obligation
from accords.standing.report import status
from accords.vocabulary import EventKind, LinkageMode, Reaches
from deals import deal, duty, on_day, said

SURVEYED = OnObligation(obligation_id="survey")
SURVEY = duty("survey", "b")
DAY = "2023-06-01"


def names(record: Agreement, id_: str = "o") -> list[str]:
    return [found.name for found in status(record, as_of=DAY).of(id_)]


def after(on: OnObligation, **more: object) -> Obligation:
    return duty(due=Offset(anchor=on, duration="P30D"), **more)


@pytest.mark.parametrize(
    ("trigger", "silent", "told"),
    [
        (None, "open, nothing reported", "overdue, nothing reported"),
        (SURVEYED, "waiting for its trigger", "overdue, nothing reported"),
    ],
)
def test_what_is_due_after_another_duty_is_not_overdue_while_nobody_reports_that_one(
    trigger: OnObligation | None, silent: str, told: str
) -> None:
    """What would be so stays possible; a report of it makes it so."""
    owed = (SURVEY, after(SURVEYED, trigger=trigger))
    assert names(deal(*owed)) == [silent]
    assert "breached" in status(deal(*owed), as_of=DAY).of("o")[0].states
    assert names(deal(*owed, events=(said("e", "2023-02-01", on="survey"),))) == [told]


def test_what_is_overdue_as_reported_is_named_with_what_else_is_possible() -> None:
    """That the other duty may have been performed in time speaks for who owes this one, and is kept."""
    late = OnObligation(obligation_id="survey", reaches=Reaches.BREACHED)
    survey = duty("survey", "b", due=on_day("2023-03-01"))
    (name,) = names(deal(survey, after(late, trigger=late)))
    assert name.startswith("perhaps overdue, nothing certain; possibly waiting for its trigger")


def test_what_may_be_overdue_by_another_report_is_named_so() -> None:
    """Only one of two days of the survey leaves it overdue."""
    done = (said("e", "2023-04-20/2023-05-20", "b", on="survey", known="2023-05-25"),)
    (name,) = names(deal(SURVEY, after(SURVEYED), events=done))
    assert "overdue" in name


@pytest.mark.parametrize(
    ("done", "one", "other"),
    [
        (None, "open, nothing reported", "open, nothing reported"),
        ("2023-03-01", "fulfilled", "overdue, nothing reported"),
    ],
)
def test_neither_of_two_simultaneous_duties_without_a_date_is_late_before_the_other_is_reported(
    done: str | None, one: str, other: str
) -> None:
    tie = Linkage(obligation_ids=("o", "p"), mode=LinkageMode.SIMULTANEOUS)
    events = (said("e", done, on="o"),) if done else ()
    record = deal(duty(), duty("p", "b"), events=events, linkages=(tie,))
    assert (names(record), names(record, "p")) == ([one], [other])


@pytest.mark.parametrize("kind", [EventKind.RELEASE, EventKind.TERMINATION, EventKind.SUPERSESSION])
def test_what_is_let_go_is_over_though_it_may_have_been_done_before(kind: EventKind) -> None:
    """It is found among what is not in force, and what is reported as done is no part of the name."""
    over = said("e", "2023-02-01", kind=kind)
    owed = duty(due=on_day("2023-06-30"), owed_to_ids=("b",))
    standing = checklist(deal(owed, events=(over,)), as_of=DAY).items[0].standing
    assert standing is not None
    assert standing.words.endswith("ed, no performance reported")
    assert standing.shape is Shape.NOT_IN_FORCE
    done = deal(owed, events=(over, said("p", "2023-01-20", "a")))
    assert names(done) == ["claimed by a: fulfilled"]
