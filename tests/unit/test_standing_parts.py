"""The small modules between the engine and the rows, each by itself."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.engine.days.axis import Axis
from accords.engine.worlds.assess import Assessor
from accords.model.actors import Party
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.model.conclusion import Conclusion
from accords.model.conditions import Condition, Never
from accords.model.events import Claim, ClaimedQuantity
from accords.model.obligations import Quantity, Reading, ReadingTerms
from accords.render.checklist.calendar_plan import planned
from accords.standing.days import Days, Deadline
from accords.standing.deadlines import looked_at, other_dues
from accords.standing.doubted import doubted_in, doubts_in_words
from accords.standing.heard import moved_by_ids
from accords.standing.own_dates import own_dates
from accords.standing.own_name import not_followed_in_words, not_followed_since
from accords.standing.report import day_number, status
from accords.standing.standings import standing_of
from accords.standing.values import Bucket, Shape
from accords.vocabulary import ConclusionForm, EventKind, Says
from accords.words import names_of
from deals import deal, duty, on_day, said

DAY = "2023-04-15"


def moved(by: str) -> Agreement:
    """A duty due on 30 June, postponed as each letter of ``by`` says."""
    word = said("moved", "2023-03-01", by, kind=EventKind.POSTPONEMENT, new_due=on_day("2023-09-30"))
    return deal(duty(due=on_day("2023-06-30"), owed_to_ids=("b",)), events=(word,))


def assessor(record: Agreement, day: str = DAY) -> Assessor:
    """What assesses a record at the end of a day, from what was known by then."""
    axis = Axis.of(record)
    at = day_number(day, axis)
    return Assessor(record, axis, at, at)


@pytest.mark.parametrize(("by", "ids"), [("a", ("a",)), ("ab", ())])
def test_a_deadline_moved_on_somebodys_word_alone_names_them(by: str, ids: tuple[str, ...]) -> None:
    """Nobody is named where both sides say so."""
    worker = assessor(moved(by))
    (found,) = worker.all()
    assert moved_by_ids(worker.ledger, found) == ids


def test_a_row_names_the_other_day() -> None:
    """Beside the one that is reported, whichever that is."""
    record = moved("a")
    (found,) = status(record, as_of=DAY).of("o")
    row = standing_of(found, record.obligations[0], names_of(record), DAY)
    assert {row.due, *(other.words for other in row.other_dues)} == {"30 June 2023", "30 September 2023"}
    assert [plan.day for plan in planned(checklist(record, as_of=DAY))] == [date(2023, 6, 30), date(2023, 9, 30)]


@pytest.mark.parametrize(
    ("held", "replaced", "why"),
    [
        (("a",), on_day("2023-09-30"), "by the reading of a"),
        ((), on_day("2023-09-30"), "by a reading of which no holder is recorded"),
        (("b",), Never(), "by the reading of b"),
    ],
)
def test_another_deadline_says_by_whose_reading_it_is_one(held: tuple[str, ...], replaced: Condition, why: str) -> None:
    """That it is never due is somebody's reading too."""
    reading = Reading(id="r", held_by_ids=held, text="Otherwise", replaces=ReadingTerms(due=replaced))
    record = deal(duty(due=on_day("2023-06-30"), readings=(reading,)))
    (found,) = status(record, as_of=DAY).of("o")
    row = standing_of(found, record.obligations[0], names_of(record), DAY)
    assert [(other.words, other.why) for other in row.other_dues] == [(found.deadline.as_read[1][1].words, why)]


def test_a_reading_that_changes_nothing_is_told_as_what_is_written() -> None:
    """Whoever wrote it down held no other view, and nobody is said to."""
    plain = Reading(id="plain", text="By then")
    other = Reading(id="r", held_by_ids=("a",), text="Later", replaces=ReadingTerms(due=on_day("2023-09-30")))
    record = deal(duty(due=on_day("2023-03-30"), readings=(plain, other)))
    (found,) = status(record, as_of=DAY).of("o")
    (dispute,) = standing_of(found, record.obligations[0], names_of(record), DAY).disputes
    assert [words.split(":")[0] for words in dispute.as_read] == ["as it is written", "as a reads it"]


def test_days_that_are_reported_are_no_other_days() -> None:
    """And what has no end has no day in a calendar."""
    june, later = ("2023-06-30", "2023-06-30"), ("2023-07-05", "never")
    deadline = Deadline(stated=Days((june,)), reported=Days((june,)), possible=Days((june, later)))
    (other,) = other_dues(deadline, date(2023, 4, 15))
    assert (other.words, other.first, other.last) == ("any day from 5 July 2023 on", None, None)


def test_a_duty_is_looked_at_by_its_deadline() -> None:
    """Seven days before, and not eight."""
    record = deal(duty(due=on_day("2023-06-30")))
    (found,) = status(record, as_of=DAY).of("o")
    buckets = [looked_at(found, record.obligations[0], date(2023, 6, day)).first for day in (22, 23)]
    assert buckets == [Bucket.WITHIN_30_DAYS, Bucket.WITHIN_7_DAYS]


def test_a_party_that_holds_itself_bound_is_not_doubted() -> None:
    """One of whom others alone say so is."""
    record = evolve(deal(duty()), parties=(Party(actor_id="a", according_to_ids=("b",)), Party(actor_id="b")))
    assert doubted_in(record) == {"a": ("b",)}
    assert len(list(doubts_in_words(names_of(record, held=doubted_in(record))))) == 1
    assert doubted_in(deal(duty())) == {}


def test_the_last_day_that_was_followed_is_followed_to_its_end() -> None:
    """A month to its last day."""
    record = evolve(deal(duty()), coding=Coding(followed_until="2023-04"))
    axis = Axis.of(record)
    assert not_followed_since(record, day_number("2023-04-30", axis), axis) is None
    assert not_followed_since(record, day_number("2023-05-01", axis), axis) == "2023-04"
    assert (
        not_followed_in_words(record, day_number("2023-05-01", axis), axis)
        == "not monitored here since April 2023; nothing is said of later days"
    )


def test_a_deal_without_a_term_has_its_conclusion_alone() -> None:
    """Nothing is worked out that the record does not state."""
    assert [found.key for found in own_dates(assessor(deal(duty())))] == ["concluded"]


def test_a_status_and_a_checklist_call_the_agreement_the_same() -> None:
    """Where it is taken to apply from its announcement, neither calls it in force."""
    announced = Conclusion(form=ConclusionForm.ANNOUNCED, date="2023-01-01")
    record = deal(duty(), conclusion=announced)
    names = (status(record, as_of=DAY).agreement_name, checklist(record, as_of=DAY).records[0].status_words)
    assert set(names) == {"applies (assumed from the announcement)"}
    assert status(deal(duty()), as_of=DAY).agreement_name == "in force"


def returned(**figures: int) -> Agreement:
    """Ninety things that were due on 31 March, and how many were returned as each side says."""
    claims = tuple(
        Claim(
            says=Says.OCCURRED, when="2023-03-20", known_on="2023-03-21", claimed_by_id=who,
            quantities=(ClaimedQuantity(measure="things", amount=amount),),
        )
        for who, amount in figures.items()
    )  # fmt: skip
    act = evolve(said("e", "2023-03-20"), claims=claims)
    promise = (Quantity(measure="things", at_least=90),)
    return deal(duty(due=on_day("2023-03-31"), owed_to_ids=("b",), quantities=promise), events=(act,))


@pytest.mark.parametrize(
    ("figures", "shape"),
    [
        ({"b": 88}, Shape.PARTLY),
        ({"a": 88, "b": 88}, Shape.PARTLY),
        ({"a": 90, "b": 88}, Shape.CONTESTED),
        ({"b": 90}, Shape.FULFILLED),
    ],
)
def test_a_part_has_a_sign_of_its_own_and_figures_at_odds_are_contested(figures: dict[str, int], shape: Shape) -> None:
    """It never has the sign for what nobody reports."""
    record = returned(**figures)
    (found,) = status(record, as_of=DAY).of("o")
    assert standing_of(found, record.obligations[0], names_of(record), DAY).shape is shape
