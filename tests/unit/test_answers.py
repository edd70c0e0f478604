"""What answers a charge is the same for whoever owes: a word on the happening, or another reading of the duty."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.engine.facts.claims import Standing
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.obligations import Reading, ReadingTerms
from accords.model.sources import Citation, Source
from accords.standing.instances import InstanceStatus
from accords.vocabulary import EventKind, Modality, Says, SourceKind
from deals import deal, duty, on_day, stands
from outputs import outputs

DAY = "2023-02-01"


def record(who: str, *claims: Claim, held: dict[str, str] | None = None) -> Agreement:
    """A duty of one of two sides, what was said of its conduct, and by whom it is read how."""
    readings = tuple(
        Reading(id=id_, text=f"The way {id_}", held_by_ids=tuple(holders), citations=(Citation(source_id="news"),))
        for id_, holders in (held or {}).items()
    )
    other = "b" if who == "a" else "a"
    owed = duty(who=who, modality=Modality.MUST_NOT, owed_to_ids=(other,), readings=readings)
    event = Event(
        id="e", kind=EventKind.CONDUCT, summary="it happened", obligation_ids=("o",), actor_ids=(who,), claims=claims
    )
    news = Source(id="news", kind=SourceKind.NEWS_REPORT, title="News", published="2023-01-03")
    return deal(owed, events=(event,), sources=(news,))


def charged(by: str, reading: str | None = None) -> Claim:
    return Claim(says=Says.BREACH, when="2023-01-09", known_on="2023-01-10", claimed_by_id=by, reading_id=reading)


def cleared(by: str, known: str) -> Claim:
    return Claim(says=Says.NO_BREACH, known_on=known, claimed_by_id=by)


def of(made: Agreement) -> InstanceStatus:
    (found,) = stands(made, DAY)
    return found


@pytest.mark.parametrize(("owes", "accuses"), [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("known", ["2023-01-05", "2023-01-20"])
def test_a_word_on_the_happening_answers_whenever_it_was_said(owes: str, accuses: str, known: str) -> None:
    """In advance as well as afterwards, whichever side owes."""
    found = of(record(owes, charged(accuses), cleared(owes, known)))
    assert found.name == "contested"
    assert found.violations[0].denied_by_ids == (owes,)


@pytest.mark.thorough
@pytest.mark.parametrize(("owes", "accuses"), [("a", "b"), ("b", "a")])
def test_the_obligors_own_reading_answers_a_charge_that_rests_on_another(owes: str, accuses: str) -> None:
    """Said with whose reading it is, in every output that tells of the charge."""
    made = record(owes, charged(accuses, "theirs"), held={"theirs": accuses, "mine": owes})
    found = of(made)
    assert (found.name, found.violations[0].charge) == ("contested", Standing.CONTESTED)
    assert found.violations[0].read_otherwise_by_ids == (owes,)
    told = outputs(made, DAY)
    words = f"charged by {accuses}, read otherwise by {owes}"
    assert all(
        words in told[name] for name in ("status terminal", "checklist terminal", "checklist csv", "checklist ics")
    )
    assert f"Read otherwise by {owes}" in told["checklist html"]


@pytest.mark.further
def test_a_charge_of_what_the_obligor_grants_is_told_once_with_who_makes_it() -> None:
    """That it happened is no answer to its being a breach, and "charged" is not said twice."""
    granted = Claim(says=Says.OCCURRED, when="2023-01-09", known_on="2023-01-11", claimed_by_id="a")
    told = " ".join(outputs(record("a", charged("b"), granted), DAY)["status terminal"].split())
    assert "that it is a breach is charged by b" in told
    assert told.count("charged") == 1


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("reading", "held"),
    [
        (None, {"theirs": "b", "mine": "a"}),  # it rests on none of the readings
        ("theirs", {"theirs": "b"}),  # nobody reads the duty in another way
        ("theirs", {"theirs": "b", "mine": "n"}),  # not those who owe it
        ("theirs", {"theirs": "ab", "mine": "a"}),  # those who owe it hold that one as well
    ],
)
def test_no_other_reading_is_an_answer(reading: str | None, held: dict[str, str]) -> None:
    """Then the charge stands alone, and the words say that no reply is recorded."""
    made = record("a", charged("b", reading), held=held)
    found = of(made)
    assert (found.name, found.violations[0].charge) == ("claimed by b: not kept", Standing.CHARGED)
    assert "no reply to that is recorded here" in outputs(made, DAY)["status terminal"]


def test_a_reading_put_forward_later_is_no_answer_yet() -> None:
    """It answers from the day on which it is known."""
    made = record("a", charged("b", "theirs"), held={"theirs": "b", "mine": "a"})
    (news,) = made.sources
    later = evolve(made, sources=(evolve(news, published="2023-01-20"),))
    assert [stands(later, day)[0].name for day in ("2023-01-15", "2023-01-20")] == [
        "claimed by b: not kept",
        "contested",
    ]


def test_an_admission_stays_one_however_the_duty_is_read() -> None:
    """Who owes it says so itself."""
    made = record("a", charged("a", "theirs"), charged("b", "theirs"), held={"theirs": "b", "mine": "a"})
    assert of(made).violations[0].charge is Standing.ADMITTED


def read_as(**held: str) -> Agreement:
    """A duty that was due on 10 January, or as each reading has it, and was done on the 20th."""
    readings = tuple(
        Reading(
            id=f"r{holder}",
            text=f"As {holder} has it",
            held_by_ids=(holder,),
            replaces=ReadingTerms(due=on_day(due)) if due else None,
            citations=(Citation(source_id="news"),),
        )
        for holder, due in held.items()
    )
    owed = duty(due=on_day("2023-01-10"), owed_to_ids=("b",), readings=readings)
    claims = tuple(Claim(says=Says.OCCURRED, when="2023-01-20", known_on="2023-01-20", claimed_by_id=by) for by in "ab")
    done = Event(id="e", kind=EventKind.PERFORMANCE, summary="done", obligation_ids=("o",), claims=claims)
    news = Source(id="news", kind=SourceKind.NEWS_REPORT, title="News", published="2023-01-03")
    return deal(owed, events=(done,), sources=(news,))


@pytest.mark.parametrize(
    ("held", "told", "so", "otherwise"),
    [
        ({"a": "2023-01-25", "b": ""}, "as b reads it: fulfilled late; as a reads it: fulfilled", ("a",), ("b",)),
        ({"a": "2023-01-25"}, "as it is written: fulfilled late; as a reads it: fulfilled", ("a",), ()),
        (
            {"a": "2023-01-25", "b": "2023-01-15"},
            "as it is written: fulfilled late; as a reads it: fulfilled; as b reads it: fulfilled late",
            ("a",),
            ("b",),
        ),
    ],
)
def test_each_reading_is_told_with_who_holds_it_and_what_follows(
    held: dict[str, str], told: str, so: tuple[str, ...], otherwise: tuple[str, ...]
) -> None:
    """No side is made to say what follows from the reading of another."""
    made = read_as(**held)
    seen = outputs(made, DAY)
    for output in ("status terminal", "checklist csv"):
        assert f"how the duty is read; {told}" in " ".join(seen[output].split())
    (dispute,) = of(made).disputes
    assert (dispute.sayers, dispute.otherwise) == (so, otherwise)
    assert all(words in seen["checklist html"] for words in told.split("; "))
