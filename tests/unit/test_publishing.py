"""What may be published of a record: what goes, what is in the way, and what would accuse more than the whole does."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import accords
from accords.checks.lookups.index import build_index
from accords.codec import dumps
from accords.compare.publishing import NotPublishableError, public
from accords.compare.publishing.taking_out import taken_out, without
from accords.formatting import reformat
from accords.model.actors import Actor
from accords.model.agreement import Agreement
from accords.model.coding import Coding, DutyCoding, Release, Waiver
from accords.model.conditions import Vague
from accords.model.events import Assessment, Claim, Event, Finding
from accords.model.sources import Citation, Source
from accords.vocabulary import EventKind, Modality, Says, Scale, SourceKind, Verdict
from deals import deal, duty, on_day, said

RELEASE = Release(on="2023-06-01", by="Office", licence="CC0-1.0")
CODING = Coding(
    coded_by="Desk 7",
    remarks="From the text alone.",
    waivers=(Waiver(code="ACC404", reason="looked at by Desk 8", waived_by="Desk 8"),),
    duties=(DutyCoding(obligation_id="o", coded_by="Desk 9"),),
)


def released(record: Agreement, **more: Any) -> Agreement:
    return evolve(record, **{"release": RELEASE} | more)


def hindrances(record: Agreement, **asked: Any) -> list[str]:
    """The places of what is in the way, each with the first words of why."""
    try:
        accords.public_record(record, **asked)
    except NotPublishableError as error:
        return [f"{each.pointer} {each.message}" for each in error.hindrances]
    return []


def hiding(event: Event, *speakers: str) -> Event:
    """``event`` with the claims of ``speakers`` internal, and of nobody else; without any, the event itself."""
    claims = tuple(evolve(each, internal=each.claimed_by_id in speakers) for each in event.claims)
    return evolve(event, claims=claims, internal=not speakers)


def test_what_the_office_keeps_for_itself_goes_and_what_readers_should_know_stays() -> None:
    """Nobody who did the work is named, nothing is waived, and no reminder is left."""
    vague = duty(due=Vague(text="soon", review_after="2023-03-01"))
    record = released(deal(vague), coding=CODING, extensions={"desk": {"to": "Desk 7"}})
    shown = accords.public_record(record)
    assert shown.coding == Coding(remarks="From the text alone.")
    assert shown.obligations[0].due == Vague(text="soon")
    assert not shown.extensions
    assert "Desk" not in dumps(shown)
    assert shown.release == RELEASE


def test_a_coding_that_holds_nothing_else_goes_whole() -> None:
    """An empty object tells nobody anything."""
    record = released(deal(duty()), coding=Coding(coded_by="Desk 7"))
    assert accords.public_record(record).coding is None


def test_its_bytes_are_laid_out_as_format_lays_them_out() -> None:
    """So that a site and a diff see one text."""
    text = dumps(accords.public_record(accords.examples.load("kosovo-serbia-plates-2022-monitored")))
    assert reformat(text) == text


def test_what_is_not_released_or_a_draft_is_not_published_but_shown() -> None:
    """A preview is for the office."""
    record = deal(duty(), coding=Coding(status="draft"))
    assert hindrances(record) == [" it has no `release`", "/coding/status it is a draft"]
    assert accords.public_record(record, preview=True) == record
    assert hindrances(evolve(record, coding=Coding(status="machine_draft"), release=RELEASE)) == [
        "/coding/status it is a draft"
    ]


def test_a_reference_to_what_is_internal_is_in_the_way_with_its_place() -> None:
    """Of a citation, of a condition, of a claim."""
    news = Source(id="news", kind=SourceKind.NEWS_REPORT, title="News", internal=True)
    cited = duty(citations=(Citation(source_id="news", locator="p. 1"),))
    assert hindrances(released(deal(cited, sources=(news,)))) == [
        '/obligations/0/citations/0/source_id names the source "news", which is internal'
    ]
    waits = duty(trigger=accords.OnEvent(event_id="signal"))
    signal = evolve(said("signal", "2023-02-01", on=None), internal=True)
    assert hindrances(released(deal(waits, events=(signal,)))) == [
        '/obligations/0/trigger/event_id names the event "signal", which is internal'
    ]
    inside = evolve(signal, internal=False, about_event_ids=("other",))
    other = evolve(said("other", None), internal=True)
    (found,) = hindrances(released(deal(duty(), events=(inside, other))))
    assert found.startswith("/events/0/about_event_ids/0")


def test_what_only_internal_things_name_goes_along() -> None:
    """A source of theirs, whoever speaks in them, and for whom that one acts; what nothing names stays."""
    actors = (
        *(Actor(id=each, name=each) for each in "abn"),
        Actor(id="informant", name="I", acts_for=(accords.ActsFor(actor_id="bureau"),)),
        Actor(id="bureau", name="B", member_ids=("informant",)),
        Actor(id="idle", name="Idle"),
    )
    news = Source(id="news", kind=SourceKind.NEWS_REPORT, title="News")
    claim = Claim(says=Says.OCCURRED, when="2023-02-01", claimed_by_id="informant", internal=True,
                  citations=(Citation(source_id="news"),))  # fmt: skip
    event = Event(id="e", kind=EventKind.BACKGROUND, summary="It rains.", claims=(claim,))
    record = released(deal(duty(), events=(event,), actors=actors, sources=(news,)))
    shown = accords.public_record(record)
    assert [each.id for each in shown.actors] == ["a", "b", "n", "idle"]
    assert shown.sources == ()
    cited = evolve(record, obligations=(duty(citations=(Citation(source_id="news"),)),))
    assert [each.id for each in accords.public_record(cited).sources] == ["news"]


BREAK = Event(
    id="e",
    kind=EventKind.CONDUCT,
    summary="A gate is closed.",
    actor_ids=("a",),
    obligation_ids=("o",),
    claims=(
        Claim(says=Says.BREACH, when="2023-02-01", known_on="2023-02-01", claimed_by_id="b"),
        Claim(says=Says.NO_BREACH, known_on="2023-02-02", claimed_by_id="a"),
        Claim(says=Says.OCCURRED, when="2023-02-01", known_on="2023-02-03", claimed_by_id="n"),
    ),
)
KEEP = duty(modality=Modality.MUST_NOT)
DUE = duty(due=on_day("2023-02-10"))
LATER = said("later", "2023-02-05", kind=EventKind.POSTPONEMENT, new_due=on_day("2023-03-10"))
ENDED = said("ended", "2023-02-05", kind=EventKind.RELEASE)
PART = said("part", "2023-02-05", by="ab", extent="partial")
FOUND = said("found", "2023-02-20", by="n", on=None, kind=EventKind.FINDING, actor_ids=("n",),
             finding=Finding(on_id="o", verdict=Verdict.NOT_BREACHED))  # fmt: skip


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (
            deal(KEEP, events=(hiding(BREAK, "a"),)),
            "the charge about the event e stands stronger, or without its answer",
        ),
        (deal(DUE, events=(hiding(said("e", "2023-02-05"), "a", "b"),)), "it is overdue"),
        (deal(DUE, events=(hiding(said("e", "2023-02-05", by="a"), "a"),)), "it is overdue"),
        (deal(DUE, events=(hiding(LATER),)), "it is overdue"),
        (deal(DUE, events=(hiding(ENDED),)), "something better is no longer possible"),
        (deal(DUE, events=(hiding(PART),)), "an act that is reported is not told"),
    ],
    ids=["answer", "performance", "own word", "postponement", "release", "part"],
)
def test_a_record_is_not_published_where_what_speaks_for_somebody_is_internal(record: Agreement, why: str) -> None:
    """With the duty, the day, whose it is, and in which way."""
    found = hindrances(released(record))
    assert any(why in each for each in found), found
    assert all(each.startswith("/obligations/0 as of 2023-0") for each in found)
    assert all("would say worse of a than" in each for each in found)


@pytest.mark.parametrize(
    "record",
    [
        deal(KEEP, events=(hiding(BREAK, "b", "n"),)),
        deal(KEEP, events=(hiding(BREAK),)),
        deal(KEEP, events=(hiding(BREAK, "n"),)),
        deal(KEEP, events=(BREAK, hiding(said("e2", "2023-02-20", kind=EventKind.CONDUCT, says=Says.BREACH, by="b")))),
        deal(duty(), events=(hiding(said("e", "2023-02-05")),)),
    ],
    ids=["charges", "both", "one of two who tell it", "another charge", "act without a date"],
)
def test_what_speaks_against_somebody_may_be_internal(record: Agreement) -> None:
    """Then the public record accuses less."""
    assert hindrances(released(record)) == []


def test_the_days_that_are_asked_for_are_those_that_are_compared() -> None:
    """Before anything is charged nothing is said; afterwards it is."""
    record = released(deal(KEEP, events=(hiding(BREAK, "a"),)))
    assert hindrances(record, as_of=("2023-01-15",)) == []
    found = hindrances(record, as_of=("2023-01-15", "2023-05-01"))
    assert found
    assert all(each.startswith("/obligations/0 as of 2023-05-01") for each in found)


def test_too_many_days_are_not_compared_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is published unseen."""
    monkeypatch.setattr(public, "_MOST_DAYS", 3)
    record = released(deal(DUE, events=(hiding(said("e", "2023-02-05", says=Says.PLANNED, by="n")),)))
    (found,) = hindrances(record)
    assert "3 are compared at most" in found
    assert hindrances(record, as_of=("2023-01-15",)) == []


def test_a_claim_that_is_taken_back_internally_is_not_published() -> None:
    """It is not what its speaker says any more."""
    event = Event(
        id="e",
        kind=EventKind.BACKGROUND,
        summary="It rains.",
        claims=(
            Claim(id="c", says=Says.OCCURRED, when="2023-02-01", claimed_by_id="n"),
            Claim(retracts_id="c", known_on="2023-03-01", claimed_by_id="n", internal=True),
        ),
    )
    assert hindrances(released(deal(duty(), events=(event,)))) == [
        '/events/0/claims/0 the claim "c" is taken back by one that is internal'
    ]


def test_an_answer_to_a_charge_about_a_single_act_is_not_kept_back() -> None:
    """The status of a duty that one act performs does not tell who answered."""
    assert hindrances(released(deal(duty(), events=(hiding(BREAK, "a"),)))) == [
        '/events/0 what is said of the event "e" is denied by a claim that is internal'
    ]
    assert hindrances(released(deal(duty(), events=(hiding(BREAK, "b"),)))) == []


def test_that_a_finding_of_breach_is_rejected_is_not_kept_back() -> None:
    """That one in favour is rejected may be."""
    answer = Claim(says=Says.REJECTS, known_on="2023-02-25", claimed_by_id="a", internal=True)
    for verdict, expected in ((Verdict.BREACHED, 1), (Verdict.NOT_BREACHED, 0)):
        found = evolve(FOUND, finding=Finding(on_id="o", verdict=verdict), claims=(*FOUND.claims, answer))
        assert len(hindrances(released(deal(DUE, events=(found,))))) == expected


def test_a_denial_of_what_bears_on_no_duty_is_not_kept_back() -> None:
    """No status would tell of it."""
    claims = (
        Claim(says=Says.OCCURRED, when="2023-02-01", claimed_by_id="b"),
        Claim(says=Says.NOT_OCCURRED, when="2023-02-03", claimed_by_id="a", internal=True),
    )
    event = Event(id="e", kind=EventKind.BACKGROUND, summary="Shots.", actor_ids=("a",), claims=claims)
    assert hindrances(released(deal(duty(), events=(event,)))) == [
        '/events/0 what is said of the event "e" is denied by a claim that is internal'
    ]
    other = evolve(event, claims=(evolve(claims[0], internal=True), evolve(claims[1], internal=False)))
    assert hindrances(released(deal(duty(), events=(other,)))) == []


def test_a_rating_that_its_rater_replaced_internally_is_not_published() -> None:
    """Of one rater's ratings the latest counts; ratings of others stand for themselves."""

    def rating(on: str, value: str, who: str = "n", *, internal: bool = False) -> Assessment:
        return Assessment(
            obligation_id="o", on=on, scale=Scale.PERCENT, value=value, assessor_id=who, internal=internal
        )

    first, later = rating("2023-02-01", "10"), rating("2023-05-01", "90", internal=True)
    (found,) = hindrances(released(deal(duty(), assessments=(first, later))))
    assert found.startswith("/assessments/0 the rater rated the same thing again later")
    others = (first, rating("2023-05-01", "90", "a", internal=True), rating("2023-01-01", "5", internal=True))
    assert hindrances(released(deal(duty(), assessments=others))) == []


def test_an_error_of_the_record_is_told() -> None:
    """A record that was built may have any."""
    (found,) = hindrances(released(deal(duty(who="x"))))
    assert found.startswith("/obligations/0/obligor_ids/0 what would be published has an error here")


def test_what_is_taken_out_by_itself_would_accuse() -> None:
    """The table above can fail: without looking, the charge stands there with no answer."""
    record = released(deal(KEEP, events=(hiding(BREAK, "a"),)))
    bare = without(record, taken_out(build_index(record)))
    (here,) = accords.status(bare, as_of="2023-05-01").instances
    (there,) = accords.status(record, as_of="2023-05-01").instances
    assert (here.violations[0].answered, there.violations[0].answered) == (False, True)
