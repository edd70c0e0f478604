"""What the reference deal prints, alone and with claims and monitoring added to it."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.engine.terms.table import State
from accords.model.actors import Actor, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conditions import OnDate
from accords.model.events import Claim, Event, Monitoring
from accords.model.obligations import Reading
from accords.standing.days import days_text
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.validate import load
from accords.vocabulary import EventKind, Modality, Recorded, Role, Says
from proofs import plain_proofs, told_proofs
from records import ROOT

PLATES, CARS = "serbia-plates", "cars-refused"


@pytest.fixture(scope="module")
def deal() -> Agreement:
    """The reference deal as if it were followed on, with a neutral agency that may speak and watch for both sides."""
    record = load(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json")
    agency = ThirdParty(actor_id="agency", role=Role.MONITOR)
    actors = (*record.actors, Actor(id="agency", name="Agency"))
    assert record.coding is not None
    record = evolve(record, coding=evolve(record.coding, followed_until=None))
    return evolve(record, actors=actors, third_parties=(*record.third_parties, agency))


def one(record: Agreement, day: str, duty: str = PLATES) -> InstanceStatus:
    (found,) = status(record, as_of=day).of(duty)
    return found


def with_cars(record: Agreement, *claims: Claim) -> Agreement:
    cars = Event(
        id=CARS, kind=EventKind.CONDUCT, summary="cars were refused entry", obligation_ids=(PLATES,), claims=claims
    )
    duties = tuple(
        evolve(duty, readings=(
            Reading(id="renewals-too", held_by_ids=("kosovo",), text="renewals count"),
            Reading(id="new-issue-only", held_by_ids=("serbia",), text="only new issue counts"),
        )) if duty.id == PLATES else duty
        for duty in record.obligations
    )  # fmt: skip
    return evolve(record, obligations=duties, events=(*record.events, cars))


def said(by: str, says: Says, when: str = "2023-01-17", **more: str) -> Claim:
    return Claim(says=says, when=when, known_on="2023-01-18", claimed_by_id=by, **more)


def watching(since: str, through: str, by: str = "agency") -> Monitoring:
    return Monitoring(obligation_ids=(PLATES,), since=since, through=through, monitored_by_id=by, recorded=Recorded.ALL)


def test_the_day_before_nothing_is_in_force(deal: Agreement) -> None:
    """On 22 November 2022 the deal had not been concluded."""
    report = status(deal, as_of="2022-11-22")
    assert {found.name for found in report.instances} == {"not in force"}
    assert report.agreement_name == "not in force"


@pytest.mark.parametrize("day", ["2022-11-23", "2022-12-23"])
def test_duties_to_cease_are_in_force_and_never_done(deal: Agreement, day: str) -> None:
    """On the day and a month later, with nothing claimed since."""
    report = status(deal, as_of=day)
    assert report.agreement_name == "applies (assumed from the announcement)"
    must_not = [duty.id for duty in deal.obligations if duty.modality is Modality.MUST_NOT]
    ceasing = {"serbia-plates", "kosovo-reregistration"} | set(must_not)
    for duty in ceasing:
        for found in report.of(duty):
            assert found.name == "in force, no breach reported"
            assert State.FULFILLED not in found.states


@pytest.mark.parametrize("day", ["2022-11-23", "2022-12-23"])
def test_the_shared_best_efforts_are_owed_by_each(deal: Agreement, day: str) -> None:
    """One instance for each party, and both active."""
    found = status(deal, as_of=day).of("normalisation")
    assert {i.obligor_ids for i in found} == {("kosovo",), ("serbia",)}
    assert all(i.states == {State.ACTIVE} for i in found)


@pytest.mark.parametrize("day", ["2022-11-24", "2022-12-23", "2032-11-23", "2999-12-31"])
def test_the_invitation_is_never_overdue(deal: Agreement, day: str) -> None:
    """ "In the coming days" names no day, however long one waits."""
    found = one(deal, day, "invitation")
    assert found.states == {State.ACTIVE, State.FULFILLED}
    assert found.as_reported is State.ACTIVE
    assert found.name == "open, nothing reported"


def test_neutral_monitoring_makes_it_kept_so_far(deal: Agreement) -> None:
    """Through the last watched day, and not a day longer."""
    watched = evolve(deal, monitoring=(*deal.monitoring, watching("2022-11-23", "2023-01-31")))
    assert one(watched, "2023-01-31").name == "in force, kept so far"
    assert one(watched, "2023-02-01").name == "in force, no breach reported"


def test_monitoring_by_the_obligor_alone_is_no_evidence(deal: Agreement) -> None:
    """One side's own watching is displayed, no more."""
    watched = evolve(deal, monitoring=(watching("2022-11-23", "2023-01-31", by="serbia"),))
    assert one(watched, "2023-01-31").name == "in force, no breach reported"


def test_a_charge_by_one_side_is_claimed_by_it(deal: Agreement) -> None:
    """Nobody is said to have breached anything."""
    found = one(with_cars(deal, said("kosovo", Says.BREACH)), "2023-02-01")
    assert found.name == "claimed by kosovo: not kept"
    assert found.states == {State.ACTIVE, State.BREACHED}


def test_a_denied_charge_is_contested_and_names_both_and_their_readings(deal: Agreement) -> None:
    """Who says so, who denies it, and what each reads the duty to mean."""
    record = with_cars(
        deal,
        said("kosovo", Says.BREACH, reading_id="renewals-too"),
        said("serbia", Says.NO_BREACH, reading_id="new-issue-only"),
    )
    found = one(record, "2023-02-01")
    assert found.name == "contested"
    (dispute,) = found.disputes
    assert (dispute.sayers, dispute.deniers) == (("kosovo",), ("serbia",))
    assert set(dispute.reading_ids) == {"renewals-too", "new-issue-only"}


def test_an_agreed_fact_that_one_side_calls_a_breach_is_no_breach(deal: Agreement) -> None:
    """Both say that cars were refused; only one calls it a breach."""
    record = with_cars(deal, said("kosovo", Says.BREACH), said("serbia", Says.OCCURRED))
    found = one(record, "2023-02-01")
    assert found.states == {State.ACTIVE, State.BREACHED}
    assert found.name == "claimed by kosovo: not kept"


def test_an_admitted_breach_is_a_breach(deal: Agreement) -> None:
    """Said against one's own interest, and known only from the day on which it was said."""
    record = with_cars(deal, said("serbia", Says.BREACH))
    assert one(record, "2023-02-01").name == "breached"
    assert (
        status(record, as_of="2023-02-01", known_by="2023-01-17").of(PLATES)[0].name == "in force, no breach reported"
    )


def test_the_proof_says_what_would_settle_it(deal: Agreement) -> None:
    """Watching would; the assumption about entry into force is printed."""
    (proof,) = plain_proofs(deal, PLATES, as_of="2022-12-23")
    assert any("neutral monitoring" in each["words"] for each in proof["would_change"])
    assert any("entry into force" in line for line in proof["assumptions"])


def test_a_charge_for_some_day_of_a_span_is_not_turned_into_its_opposite(deal: Agreement) -> None:
    """Asked about a day inside the span, nobody is quoted as saying that the duty is kept."""
    record = with_cars(deal, said("kosovo", Says.BREACH, when="2023-01-10/2023-01-17"))
    assert status(record, as_of="2023-01-12", known_by="2023-02-01").of(PLATES)[0].name == (
        "claimed by kosovo: not kept, by this day or later"
    )
    assert one(record, "2023-02-01").name == "claimed by kosovo: not kept"


def test_the_fact_and_its_character_stand_apart(deal: Agreement) -> None:
    """Agreed that it happened, charged by one side that it was a breach: the proof shows both standings."""
    record = with_cars(deal, said("kosovo", Says.BREACH), said("serbia", Says.OCCURRED))
    (proof,) = plain_proofs(record, PLATES, as_of="2023-02-01")
    assert {(claim["fact"], claim["charge"]) for claim in proof["claims"]} == {("established", "charged")}
    told = told_proofs(record, PLATES, as_of="2023-02-01")
    assert "both sides are recorded as saying so; that it is a breach is charged" in told
    (violation,) = one(record, "2023-02-01").violations
    assert (violation.fact, violation.charge, violation.certain) == ("established", "charged", False)


def test_a_breached_duty_tells_every_violation_and_whether_it_is_quiet_since(deal: Agreement) -> None:
    """Two admitted ones: quiet after the second; ceased again where somebody neutral watched from then on."""
    record = with_cars(deal, said("serbia", Says.BREACH))
    again = Event(
        id="cars-again", kind=EventKind.CONDUCT, summary="again", obligation_ids=(PLATES,),
        claims=(
            Claim(
                says=Says.BREACH, when="2023-03-02", until="2023-03-05", known_on="2023-03-06", claimed_by_id="serbia"
            ),
        ),
    )  # fmt: skip
    record = evolve(record, events=(*record.events, again))
    assert [v.event_id for v in one(record, "2023-02-01").violations] == [CARS]
    later = one(record, "2023-04-01")
    assert [(v.event_id, days_text(v.days), v.until, v.certain) for v in later.violations] == [
        (CARS, "2023-01-17", None, True),
        ("cars-again", "2023-03-02", "2023-03-05", True),
    ]
    assert (later.name, later.quiet_since, later.flags) == ("breached", "2023-03-05", ("quiet",))
    last_day = status(record, as_of="2023-03-05", known_by="2023-04-01").of(PLATES)[0]
    assert (last_day.quiet_since, last_day.flags) == (None, ())
    watched = evolve(record, monitoring=(watching("2023-03-06", "2023-04-30"),))
    assert one(watched, "2023-04-01").flags == ("ceased_again",)
    assert one(watched, "2023-05-01").flags == ("quiet",)


def test_a_breached_duty_whose_time_is_over_is_flagged_as_ended(deal: Agreement) -> None:
    """It stays breached, and it is no longer owed."""
    record = with_cars(deal, said("serbia", Says.BREACH))
    duties = tuple(evolve(d, ends=OnDate(value="2023-03-31")) if d.id == PLATES else d for d in record.obligations)
    record = evolve(record, obligations=duties)
    assert "ended" not in one(record, "2023-03-30").flags
    assert one(record, "2023-04-01").name == "breached"
    assert "ended" in one(record, "2023-04-01").flags
