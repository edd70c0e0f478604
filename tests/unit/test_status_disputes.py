"""A dispute is about every duty that it bears on, however many those are, and about no other."""

from __future__ import annotations

import pytest

from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.conditions import OnEvent, OnObligation
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation
from accords.standing.report import status
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
