"""A dispute is about every duty that it bears on, however many those are, and about no other."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.engine.terms.table import State
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.conditions import OnDate, OnEvent, OnObligation
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import Continuing, Obligation, Quantity, Suspension
from accords.standing.report import status
from accords.standing.shapes import shape_of_status
from accords.standing.values import Shape
from accords.vocabulary import ConclusionForm, EventKind, Modality, Reaches, Says

MANY = 300


def disputed(kind: EventKind, *duty_ids: str, **more: object) -> Event:
    """An event that a says took place on the first of February, and that b denies."""
    claims = (
        Claim(says=Says.OCCURRED, when="2023-02-01", known_on="2023-02-02", claimed_by_id="a"),
        Claim(says=Says.NOT_OCCURRED, known_on="2023-02-03", claimed_by_id="b"),
    )
    return Event(id="e", kind=kind, summary="it happened", obligation_ids=duty_ids, claims=claims, **more)


def deal(*duties: Obligation, events: tuple[Event, ...], parties: tuple[Party, ...] = ()) -> Agreement:
    return Agreement(
        id="deal",
        title="Deal",
        actors=tuple(Actor(id=i, name=i) for i in "ab"),
        parties=parties or (Party(actor_id="a"), Party(actor_id="b")),
        conclusion=Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01"),
        obligations=duties,
        events=events,
    )


def must(id_: str, **more: object) -> Obligation:
    return Obligation(id=id_, obligor_ids=("a",), modality=Modality.MUST, action="do it", **more)


def contested(record: Agreement) -> list[str]:
    return [each.obligation_id for each in status(record, as_of="2023-06-01").instances if each.disputes]


def test_a_disputed_termination_makes_every_duty_contested() -> None:
    """It names no duty, so it is about all of them."""
    record = deal(*(must(f"d{n}") for n in range(MANY)), events=(disputed(EventKind.TERMINATION),))
    assert contested(record) == [f"d{n}" for n in range(MANY)]


def test_a_disputed_event_that_many_duties_wait_for_makes_each_of_them_contested() -> None:
    """And none that waits for something else."""
    waiting = [must(f"d{n}", trigger=OnEvent(event_id="e")) for n in range(MANY)]
    record = deal(must("free"), *waiting, events=(disputed(EventKind.MILESTONE),))
    assert contested(record) == [duty.id for duty in waiting]


def test_a_dispute_is_followed_from_duty_to_duty_wherever_they_stand_in_the_record() -> None:
    """The one that waits stands before the one it waits for."""
    second = must("second", trigger=OnObligation(obligation_id="first", reaches=Reaches.FULFILLED))
    record = deal(second, must("first"), events=(disputed(EventKind.PERFORMANCE, "first"),))
    assert contested(record) == ["second", "first"]


def test_a_dispute_about_an_event_bears_on_what_is_defined_by_it() -> None:
    """Through the definition of another event, and through the day on which a party is bound."""
    day = Event(id="day", kind=EventKind.MILESTONE, summary="the day", defined_as=OnEvent(event_id="e"))
    by_definition = deal(
        must("d", trigger=OnEvent(event_id="day")), must("free"), events=(disputed(EventKind.MILESTONE), day)
    )
    assert contested(by_definition) == ["d"]
    parties = (Party(actor_id="a", bound_from=OnEvent(event_id="e")), Party(actor_id="b"))
    assert contested(deal(must("d"), events=(disputed(EventKind.MILESTONE),), parties=parties)) == ["d"]


def test_what_is_not_followed_to_its_end_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a bound to what is tried; reaching it is no silence."""
    monkeypatch.setattr("accords.engine.worlds.disputes._LEAST_TRIES", 5)
    monkeypatch.setattr("accords.engine.worlds.disputes._TRIES_EACH", 0)
    record = deal(*(must(f"d{n}") for n in range(20)), events=(disputed(EventKind.TERMINATION),))
    report = status(record, as_of="2023-06-01")
    assert 0 < len(contested(record)) < 20
    assert any("more is in dispute" in each for each in report.assumptions)


def told(*days: tuple[str, str], **more: object) -> Agreement:
    """a has to act by the first of March, and each of those named says on which day it did."""
    claims = tuple(Claim(says=Says.OCCURRED, when=day, known_on="2023-04-01", claimed_by_id=who) for who, day in days)
    act = Event(
        id="e", kind=EventKind.PERFORMANCE, summary="done", actor_ids=("a",), obligation_ids=("d",), claims=claims
    )
    return deal(must("d", due=OnDate(value="2023-03-01"), owed_to_ids=("b",), **more), events=(act,))


def test_in_time_by_the_one_side_and_late_by_the_other_is_contested_though_it_was_done() -> None:
    """Neither name nor sign takes the word of one of them, and both are named."""
    found = status(told(("a", "2023-02-27"), ("b", "2023-03-05")), as_of="2023-06-01").instances[0]
    (dispute,) = found.disputes
    assert found.name == "fulfilled, contested whether in time"
    assert shape_of_status(found) is Shape.CONTESTED
    assert (dispute.sayers, dispute.deniers) == (("a",), ("b",))
    assert (dispute.if_so, dispute.if_not) == ({State.FULFILLED}, {State.FULFILLED_LATE})


def test_a_date_that_fits_both_ways_contradicts_nobody() -> None:
    """Done in the days around the deadline, says the one, and a day before it, says the other."""
    found = status(told(("a", "2023-02-27"), ("b", "2023-02-20/2023-03-05")), as_of="2023-06-01").instances[0]
    assert found.disputes == ()
    assert found.name == "fulfilled, perhaps late"


def test_the_day_of_a_verifier_settles_whether_it_was_in_time() -> None:
    """Whoever contradicts it disputes nothing."""
    record = told(("a", "2023-02-27"), ("b", "2023-03-05"), ("v", "2023-03-06"), verified_by_ids=("v",))
    record = evolve(record, actors=(*record.actors, Actor(id="v", name="v")))
    found = status(record, as_of="2023-06-01").instances[0]
    assert found.disputes == ()
    assert found.name == "fulfilled late"


@pytest.mark.parametrize("other", ["2023-01-20", "2023-02-10", "2023-03-10"])
def test_a_charge_with_a_figure_takes_no_dispute_of_another_figure_away(other: str) -> None:
    """Be it of a day before the duty binds, while it was suspended, or while it was owed."""

    def level(id_: str, day: str, **amounts: str) -> Event:
        said = tuple(
            Claim(
                says=Says.OCCURRED if len(amounts) > 1 else Says.BREACH,
                when=day,
                known_on="2023-04-01",
                claimed_by_id=who,
                quantities=(ClaimedQuantity(measure="capacity", amount=amount),),
            )
            for who, amount in amounts.items()
        )
        return Event(
            id=id_, kind=EventKind.CONDUCT, summary="measured", actor_ids=("a",), obligation_ids=("d",), claims=said
        )

    duty = must(
        "d",
        owed_to_ids=("b",),
        not_before=OnDate(value="2023-02-01"),
        performance=Continuing(),
        quantities=(Quantity(measure="capacity", at_least="300", counted="level"),),
        suspensions=(Suspension(starts=OnDate(value="2023-02-05"), ends=OnDate(value="2023-02-20")),),
    )
    record = deal(duty, events=(level("e", "2023-03-15", b="250", a="310"), level("f", other, b="120")))
    (dispute,) = status(record, as_of="2023-06-01").instances[0].disputes
    assert dispute.if_so == {State.BREACHED}
    assert (dispute.sayers, dispute.deniers) == (("b",), ("a",))
