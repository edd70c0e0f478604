"""The monitored example: what its record says, and where its duties stand on three days, each with a reason.

That it is valid without a remark and in canonical layout is tested with all examples.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation, Recurring
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.validate import load
from accords.vocabulary import Basis, ConclusionForm, EventKind, Modality, ObligorBasis, Says, SourceKind

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORD = EXAMPLES / "kosovo-serbia-plates-2022-monitored.accord.json"

PLATES, VEHICLES = ("serbia-plates",), ("kosovo-reregistration",)

BEFORE, AFTER, MUCH_LATER = "2022-12-01", "2023-01-20", "2024-01-08"

KEPT_OR_NOT = {State.ACTIVE, State.BREACHED}
DONE_OR_NOT = {State.ACTIVE, State.FULFILLED}
POWER = {State.CONDITIONAL, State.AVAILABLE, State.EXERCISED}

STANDINGS: list[tuple[str, str, int, set[State], str | None, str]] = [
    (BEFORE, "serbia-plates", 1, KEPT_OR_NOT, None, "Nobody watched, and nobody had claimed anything."),
    (BEFORE, "kosovo-reregistration", 1, KEPT_OR_NOT, None, "Nobody watched, and nobody had claimed anything."),
    (BEFORE, "normalisation", 2, {State.ACTIVE}, None, "Best efforts are breached only by a finding."),
    (BEFORE, "key-issues", 1, KEPT_OR_NOT, None, "Nobody watched."),
    (BEFORE, "invitation", 1, DONE_OR_NOT, None, "A vague date gives no deadline; no invitation is reported."),
    (BEFORE, "results-kosovo", 1, DONE_OR_NOT, None, "Its event is not reported, so the date has not come."),
    (BEFORE, "results-serbia", 1, DONE_OR_NOT, None, "Its event is not reported, so the date has not come."),
    (BEFORE, "end-process", 1, POWER, None, "Whether somebody obstructs is in words that nobody ruled on."),
    (BEFORE, "facilitation", 2, KEPT_OR_NOT, None, "Nobody watched."),
    (BEFORE, "briefing", 2, KEPT_OR_NOT, None, "No period is stated, so no turn can be missed; nobody watched."),
    (AFTER, "serbia-plates", 1, KEPT_OR_NOT, "contested", "Sveçla charges; Stano and Petković deny it."),
    (
        AFTER,
        "kosovo-reregistration",
        1,
        KEPT_OR_NOT,
        "contested",
        "Petković charges; Sveçla holds it to be the accord.",
    ),
    (AFTER, "normalisation", 2, {State.ACTIVE}, None, "No finding."),
    (AFTER, "key-issues", 1, KEPT_OR_NOT, None, "Nothing was claimed about it."),
    (AFTER, "invitation", 1, DONE_OR_NOT, None, 'Weeks after "the coming days" there is still no deadline.'),
    (AFTER, "results-kosovo", 1, DONE_OR_NOT, None, "Its event is not reported."),
    (AFTER, "results-serbia", 1, DONE_OR_NOT, None, "Its event is not reported."),
    (AFTER, "end-process", 1, POWER, None, "A charge of breach is no finding of obstruction."),
    (AFTER, "facilitation", 2, KEPT_OR_NOT, None, "Nothing was claimed about it."),
    (AFTER, "briefing", 2, KEPT_OR_NOT, None, "Nothing was claimed about it."),
    (MUCH_LATER, "serbia-plates", 1, KEPT_OR_NOT, "contested", "Neither claim was taken back, and nobody ruled."),
    (MUCH_LATER, "kosovo-reregistration", 1, KEPT_OR_NOT, "contested", "As in January; a later charge has no answer."),
    (MUCH_LATER, "normalisation", 2, {State.ACTIVE}, None, "No finding."),
    (MUCH_LATER, "key-issues", 1, KEPT_OR_NOT, None, "Nothing was claimed about it."),
    (MUCH_LATER, "invitation", 1, DONE_OR_NOT, "reported", "A report of it, and no word of anybody that it was not."),
    (MUCH_LATER, "results-kosovo", 1, DONE_OR_NOT, None, "The record has no report of its event, so sets no date."),
    (MUCH_LATER, "results-serbia", 1, DONE_OR_NOT, None, "The record has no report of its event, so sets no date."),
    (MUCH_LATER, "end-process", 1, POWER, None, "Nobody ruled on obstruction."),
    (MUCH_LATER, "facilitation", 2, KEPT_OR_NOT, None, "Nothing was claimed about it."),
    (MUCH_LATER, "briefing", 2, KEPT_OR_NOT, None, "Nothing was claimed about it."),
]
"""Day, duty, number of instances, what its claims leave possible, how it is spoken of, and why that is right."""

CLAIMANTS = {
    (AFTER, "serbia-plates"): ("svecla",),
    (AFTER, "kosovo-reregistration"): ("petkovic",),
    (MUCH_LATER, "serbia-plates"): ("svecla",),
    (MUCH_LATER, "kosovo-reregistration"): ("petkovic", "serbia-office"),
}
"""On which side's word a standing rests."""


@pytest.fixture(scope="module")
def record() -> Agreement:
    return load(RECORD)


def duty(record: Agreement, duty_id: str) -> Obligation:
    (found,) = [duty for duty in record.obligations if duty.id == duty_id]
    return found


def happening(record: Agreement, event_id: str) -> Event:
    (found,) = [event for event in record.events if event.id == event_id]
    return found


def claim(record: Agreement, claim_id: str) -> Claim:
    (found,) = [said for event in record.events for said in event.claims if said.id == claim_id]
    return found


def of(record: Agreement, day: str, duty_id: str) -> InstanceStatus:
    (found,) = status(record, as_of=day).of(duty_id)
    return found


# ---- where the duties stand


@pytest.mark.wide
@pytest.mark.parametrize("precision", ["interval", "exact"])
@pytest.mark.parametrize(
    ("day", "duty_id", "instances", "states", "spoken_of", "why"),
    STANDINGS,
    ids=[f"{row[0]}-{row[1]}" for row in STANDINGS],
)
def test_a_duty_stands_where_the_claims_leave_it(
    record: Agreement,
    day: str,
    duty_id: str,
    instances: int,
    states: set[State],
    spoken_of: str | None,
    why: str,
    precision: str,
) -> None:
    """The states that are possible, whether it is contested, and whose claim it rests on."""
    found = status(record, as_of=day, precision=precision).of(duty_id)
    assert len(found) == instances
    for each in found:
        assert each.states == states, why
        assert bool(each.disputes) == (spoken_of == "contested"), why
        assert (each.name == "contested") == (spoken_of == "contested"), why
        assert each.claimed_by_ids == CLAIMANTS.get((day, duty_id), ()), why


@pytest.mark.parametrize("day", [BEFORE, AFTER, MUCH_LATER])
def test_the_table_speaks_of_every_duty(record: Agreement, day: str) -> None:
    """All but the understanding about past agreements, which has no status."""
    spoken_of = {row[1] for row in STANDINGS if row[0] == day}
    assert {found.obligation_id for found in status(record, as_of=day).instances} == spoken_of
    assert {each.id for each in record.obligations} - spoken_of == {"past-agreements"}


def test_the_dispute_names_both_sides_and_both_readings(record: Agreement) -> None:
    """Each side's charge with its answers, and the readings that they rest on; deciding it makes a difference."""
    told = {
        "serbia-plates": ("renewals", ("svecla",), ("petkovic", "stano"), {"new-issue-only", "renewals-too"}),
        "kosovo-reregistration": (
            "entry-refused",
            ("petkovic",),
            ("svecla",),
            {"no-further-stage", "refusal-follows"},
        ),
    }
    for duty_id, (event_id, sayers, deniers, readings) in told.items():
        (dispute,) = of(record, AFTER, duty_id).disputes
        assert dispute.event_id == event_id
        assert (dispute.sayers, dispute.deniers) == (sayers, deniers)
        assert set(dispute.reading_ids) == readings
        assert dispute.if_so == {State.BREACHED}
        assert State.ACTIVE in dispute.if_not


def test_the_dispute_begins_on_the_day_of_the_claims(record: Agreement) -> None:
    """What is charged lies in December, yet nothing is charged before anybody said so.

    On the day of the charges each has its answer: what Sveçla says of the refusal, and how Serbia had read its duty.
    """
    days = ("2023-01-17", "2023-01-18", "2023-01-19")
    named = {
        duty_id: [bool(of(record, day, duty_id).disputes) for day in days]
        for duty_id in ("serbia-plates", "kosovo-reregistration")
    }
    assert named == {"serbia-plates": [False, True, True], "kosovo-reregistration": [False, True, True]}


def test_in_november_2023_nobody_has_found_a_breach_by_kosovo(record: Agreement) -> None:
    """The conversion that was resumed leaves the standing as the claim of January had left it."""
    before, after = (of(record, day, "kosovo-reregistration") for day in ("2023-10-31", "2023-11-30"))
    assert (before.states, before.name) == (after.states, after.name)
    assert State.ACTIVE in after.states


@pytest.mark.parametrize("year", range(2022, 2043, 4))
def test_the_invitation_is_never_overdue(record: Agreement, year: int) -> None:
    """Nothing is ever overdue by a vague date; also where the record does not say until when it was followed."""
    assert record.coding is not None
    unbounded = evolve(record, coding=evolve(record.coding, followed_until=None))
    found = of(unbounded, date(year, 12, 31).isoformat(), "invitation")
    assert State.BREACHED not in found.states
    assert found.deadline.computed is None
    assert "overdue" not in found.name


def test_after_the_day_until_which_it_was_followed_the_example_says_nothing(record: Agreement) -> None:
    """Nobody looked for reports then."""
    assert status(record, as_of="2024-01-08").instances
    later = status(record, as_of="2024-01-09")
    assert (later.instances, later.agreement_name) == (
        (),
        "not monitored here since 8 January 2024; nothing is said of later days",
    )


def test_no_duty_is_ever_said_to_be_breached_and_nothing_else(record: Agreement) -> None:
    """There is no finding and no admission, so keeping it stays possible for everybody."""
    for day in (BEFORE, AFTER, "2023-11-30", MUCH_LATER, "2034-01-01"):
        for found in status(record, as_of=day).instances:
            assert found.states != {State.BREACHED}
            assert found.name != "breached"


# ---- how it is coded


def test_it_has_the_nine_undertakings_and_powers_of_the_statement(record: Agreement) -> None:
    """The seventh is two duties, as it has a date for each party; so is the ninth, of two kinds of acts."""
    both, offices = ("kosovo", "serbia"), ("eu-foreign-policy-chief", "eu-special-representative")
    assert {each.id: (each.obligor_ids, each.modality, each.performed.kind) for each in record.obligations} == {
        "serbia-plates": (("serbia",), Modality.MUST_NOT, "continuing"),
        "kosovo-reregistration": (("kosovo",), Modality.MUST_NOT, "continuing"),
        "normalisation": (both, Modality.ENDEAVOUR, "continuing"),
        "past-agreements": (both, Modality.DECLARES, "once"),
        "key-issues": (("eu",), Modality.MUST, "continuing"),
        "invitation": (("eu-foreign-policy-chief",), Modality.MUST, "once"),
        "results-kosovo": (("kosovo",), Modality.ENDEAVOUR, "once"),
        "results-serbia": (("serbia",), Modality.ENDEAVOUR, "once"),
        "end-process": (("eu",), Modality.MAY, "once"),
        "facilitation": (offices, Modality.MUST, "continuing"),
        "briefing": (offices, Modality.MUST, "recurring"),
    }


def test_nothing_is_made_up_that_the_statement_does_not_state(record: Agreement) -> None:
    """No signature, no entry into force, no end, no tie between the duties, no period, no date of its own."""
    assert record.conclusion is not None
    assert record.conclusion.form is ConclusionForm.ANNOUNCED
    assert record.term is None
    assert record.linkages == ()
    assert not any(event.act is not None and event.act.value == "signature" for event in record.events)
    due = {each.id: each.due.kind for each in record.obligations if each.due is not None}
    assert due == {"invitation": "vague", "results-kosovo": "event", "results-serbia": "event"}
    assert not any(each.ends or each.not_before for each in record.obligations)
    briefing = duty(record, "briefing").performed
    assert isinstance(briefing, Recurring)
    assert (briefing.every, briefing.text) == (None, "regularly")
    read_in = {each.id for each in record.obligations if each.obligor_basis is ObligorBasis.INFERRED}
    assert read_in == {"results-kosovo", "results-serbia", "end-process"}


def test_what_the_facilitating_side_promises_stands_beside_what_the_parties_agreed(record: Agreement) -> None:
    """Its promises and its power are its own words in the statement; nothing that a party owes is beside it."""
    beside = {each.id for each in record.obligations if each.beside_agreement}
    assert beside == {"key-issues", "invitation", "end-process", "facilitation", "briefing"}


def test_the_undertakings_keep_the_words_of_the_statement(record: Agreement) -> None:
    """Each as it is written there."""
    assert all(each.as_written for each in record.obligations)


def test_nobody_watched_and_nobody_rated(record: Agreement) -> None:
    """No monitoring, rating or finding of these duties is known, so silence is evidence of nothing."""
    assert (record.monitoring, record.assessments) == ((), ())
    assert not any(event.kind is EventKind.FINDING for event in record.events)


def test_what_happened_is_kept_apart_from_what_it_is_called(record: Agreement) -> None:
    """Each side's charge and the answer to it stand on the other side's duty; the facts are neutral.

    Nobody of Serbia's side is said to have said that anything was renewed: an answer says nothing about the fact.
    """
    charges = {
        said.id: (event.id, event.obligation_ids, said.says, said.claimed_by_id, said.reading_id)
        for event in record.events
        for said in event.claims
        if said.says in (Says.BREACH, Says.NO_BREACH)
    }
    assert charges == {
        "government-on-regulation": ("regulation", PLATES, Says.NO_BREACH, "serbia-government", "new-issue-only"),
        "svecla-on-renewals": ("renewals", PLATES, Says.BREACH, "svecla", "renewals-too"),
        "stano-on-renewals": ("renewals", PLATES, Says.NO_BREACH, "stano", None),
        "petkovic-on-renewals": ("renewals", PLATES, Says.NO_BREACH, "petkovic", "new-issue-only"),
        "svecla-on-charge": ("entry-refused", VEHICLES, Says.NO_BREACH, "svecla", "refusal-follows"),
        "petkovic-on-entry": ("entry-refused", VEHICLES, Says.BREACH, "petkovic", None),
        "petkovic-on-duty": ("entry-refused", VEHICLES, Says.BREACH, "petkovic", "no-further-stage"),
        "office-on-plates-taken": ("plates-taken", VEHICLES, Says.BREACH, "serbia-office", None),
        "simic-on-plates-taken": ("plates-taken", VEHICLES, Says.BREACH, "simic", None),
    }
    assert claim(record, "petkovic-on-renewals").basis is Basis.INFERRED
    occurred = {said.claimed_by_id for said in happening(record, "renewals").claims if said.says is Says.OCCURRED}
    assert occurred == set()
    for event in record.events:
        assert "breach" not in event.summary.lower()
        assert "violat" not in event.summary.lower()
    held = {
        reading.id: reading.held_by_ids
        for duty_id in (*PLATES, *VEHICLES)
        for reading in duty(record, duty_id).readings
    }
    assert held == {
        "new-issue-only": ("serbia", "srpska-lista"),
        "renewals-too": ("kosovo",),
        "no-further-stage": ("serbia",),
        "refusal-follows": ("kosovo",),
    }


def test_a_source_is_cited_for_what_it_has_alone(record: Agreement) -> None:
    """NetPress has one charge and no refusal of entry, nor any word of the other side."""
    citing = [
        said.id for event in record.events for said in event.claims for cited in said.citations
        if cited.source_id == "netpress"
    ]  # fmt: skip
    assert citing == ["svecla-on-renewals"]


def test_contradicting_dates_stand_side_by_side(record: Agreement) -> None:
    """Three days for the start of the fines, none of which came true."""
    fines = happening(record, "fines").claims
    assert {str(said.when) for said in fines} == {"2022-11-21", "2022-11-22", "2022-11-29"}
    assert {said.says for said in fines} == {Says.PLANNED}


def test_the_words_of_january_2024_are_their_speakers_own(record: Agreement) -> None:
    """Several ways to call what was decided, none of them in a summary, and quotations whole."""
    for claim_id, speaker, words in (
        ("eeas-on-plates", "eeas", "formally recognize each other’s vehicle license plates and fully abolish"),
        ("kosovo-on-plates", "kosovo-government", "answers Serbia's recognition of Kosovo's plates"),
        ("stano-on-rks-plates", "stano", "officially recognize RKS license plates"),
        ("petkovic-on-rks-plates", "petkovic", "purely practical decision, to facilitate the freedom of movement"),
        ("petkovic-on-rks-plates", "petkovic", "cannot be interpreted as a recognition of the unilaterally"),
    ):
        said = claim(record, claim_id)
        assert said.claimed_by_id == speaker
        assert words in (said.text or "")
    for event_id in ("plates-of-the-other", "rks-plates-admitted", "stickers-dropped"):
        assert "recogni" not in happening(record, event_id).summary


def test_what_only_a_side_or_an_office_says_names_its_speaker(record: Agreement) -> None:
    """No statement or post passes for a neutral report."""
    speaking = (SourceKind.OFFICIAL_STATEMENT, SourceKind.SOCIAL_MEDIA_POST, SourceKind.AGREEMENT_TEXT)
    kinds = {source.id: source.kind for source in record.sources}
    for event in record.events:
        for said in event.claims:
            if any(kinds[cited.source_id] in speaking for cited in said.citations):
                assert said.claimed_by_id is not None, event.id


def test_everything_is_cited_and_nothing_after_the_deal_is_known_too_early(record: Agreement) -> None:
    """Each claim has its source; what happened after the deal became known no earlier than it happened."""
    published = {source.id: source.published for source in record.sources}
    for event in record.events:
        for said in event.claims:
            assert said.citations, event.id
            if said.when is not None and str(said.when) >= "2022-11-24" and said.says is not Says.PLANNED:
                became_known = said.known_on or published[said.citations[0].source_id]
                assert became_known is not None, event.id
                known, happened = became_known.latest, said.when.earliest
                assert known is not None, event.id
                assert happened is not None, event.id
                assert known >= happened, event.id
    assert all(each.citations for each in record.obligations)
    cited = RECORD.read_text("utf-8")
    for source in record.sources:
        assert f'"source_id": "{source.id}"' in cited
        assert source.url is not None or source.text_sha256 is not None, source.id


def test_it_shares_the_names_and_codes_of_the_reference_record(record: Agreement) -> None:
    """An actor of both records has the same name, codes, designation notes and post in both."""
    reference = {actor.id: actor for actor in load(EXAMPLES / "kosovo-serbia-plates-2022.accord.json").actors}
    shared = [actor for actor in record.actors if actor.id in reference]
    assert {"kosovo", "serbia", "eu", "borrell", "petkovic"} <= {actor.id for actor in shared}
    for actor in shared:
        other = reference[actor.id]
        assert (actor.name, actor.kind, actor.identifiers) == (other.name, other.kind, other.identifiers)
        assert (actor.designation_notes, actor.position) == (other.designation_notes, other.position)


def test_related_agreements_have_their_register_numbers(record: Agreement) -> None:
    """Those before it by their numbers in PA-X; the set of all past agreements has none."""
    numbers = {str(each.date): [code.value for code in each.identifiers] for each in record.related if each.identifiers}
    assert numbers == {"2011-07-02": ["2015"], "2016-09-14": ["2030"], "2021-09-30": ["2389", "2418"]}
