"""What sides say, in words: one side alone, both, a source in its own voice, and what would settle a duty."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from accords.checklist import Checklist, ClaimRow, checklist
from accords.checklist.happenings import headline_in_words
from accords.codec import structure, unstructure
from accords.engine.days.axis import Axis
from accords.engine.facts.ledger import Ledger
from accords.model.conclusion import Term
from accords.model.conditions import Offset, OnEvent
from accords.render.checklist.formats import FORMATS
from accords.render.status.lines import StatusWords, shown
from accords.standing.report import status
from accords.vocabulary import EventKind
from accords.words import names_of
from deals import deal, duty, said
from outputs import outputs

DAY = "2023-06-01"
CITED = [{"source_id": "news", "locator": "p. 1"}]


def claim(by: str | None, says: str = "occurred", **more: Any) -> dict[str, Any]:
    """What somebody said, known by the day asked about; by no actor it is what the newspaper tells itself."""
    speaker = {} if by is None else {"claimed_by_id": by}
    said = {"says": says, "when": "2023-02-01", "known_on": "2023-02-02", "citations": CITED, **speaker, **more}
    return {key: value for key, value in said.items() if value is not None}


def record(*events: dict[str, Any], **duty: Any) -> Any:
    """A duty of Aland towards Bland, with what happened; a field that is None is left out."""
    owed = {
        "id": "d", "obligor_ids": ["a"], "owed_to_ids": ["b"], "modality": "must", "action": "pay",
        "due": {"kind": "date", "value": "2023-03-01"}, "citations": CITED, **duty,
    }  # fmt: skip
    return structure(
        {
            "accords_version": "1.0",
            "id": "deal",
            "title": "Deal",
            "conclusion": {"form": "signed", "date": "2023-01-01", "citations": CITED},
            "actors": [
                {"id": "a", "name": "Aland"},
                {"id": "b", "name": "Bland"},
                {"id": "min", "name": "Minister", "kind": "person", "acts_for": [{"actor_id": "a"}]},
                {"id": "w", "name": "Observers", "kind": "body"},
                {"id": "lead", "name": "Leader", "kind": "person", "acts_for": [{"actor_id": "a"}], "position": "head"},
                {"id": "wing", "name": "Wing", "kind": "group", "acts_for": [{"actor_id": "b"}]},
                {"id": "seat", "name": "Seat", "kind": "office", "acts_for": [{"actor_id": "b"}]},
                {"id": "holder", "name": "Holder", "kind": "person", "acts_for": [{"actor_id": "seat"}]},
                {"id": "club", "name": "Club", "kind": "group"},
                {"id": "chair", "name": "Chair", "kind": "person", "acts_for": [{"actor_id": "club"}]},
            ],
            "parties": [{"actor_id": "a"}, {"actor_id": "b"}],
            "third_parties": [{"actor_id": "w", "role": "verifier"}],
            "sources": [{"id": "news", "kind": "news_report", "title": "The Daily", "published": "2023-02-02"}],
            "obligations": [{key: value for key, value in owed.items() if value is not None}],
            "events": list(events),
        }
    )  # fmt: skip


def act(*claims: dict[str, Any], kind: str = "performance", **more: Any) -> dict[str, Any]:
    """Something that is said to have happened; ``obligation_ids`` may be left empty."""
    event = {"id": "e", "kind": kind, "summary": "It was paid", "obligation_ids": ["d"], "actor_ids": ["a"]}
    return {**event, "claims": list(claims), **more}


def told(rows: Checklist) -> tuple[ClaimRow, ...]:
    """What is said about the one duty."""
    return rows.items[0].claims


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([claim("a")], "told by one side only; no reply is recorded here"),
        ([claim("a"), claim("min")], "told by one side only; no reply is recorded here"),
        ([claim("a"), claim("b")], "both sides are recorded as saying so"),
        ([claim("b")], "the fact is established"),
        ([claim("a"), claim("b", "not_occurred")], "the fact is contested"),
        ([claim(None)], "reported by the source “The Daily”"),
        ([claim("lead"), claim("wing")], "people of both sides are recorded as saying so"),
    ],
)
def test_it_is_said_whether_one_side_alone_tells_of_it(claims: list[dict[str, Any]], words: str) -> None:
    """A minister who acts for a side is no reply to it."""
    rows = checklist(record(act(*claims)), as_of=DAY)
    assert {each.fact_words for each in told(rows)} == {words}


def test_a_source_that_speaks_for_itself_is_named() -> None:
    """Nobody can weigh “a source”."""
    found = record(act(claim(None)))
    assert checklist(found, as_of=DAY).items[0].standing.words == "reported by the source “The Daily”: fulfilled"  # type: ignore[union-attr]
    (instance,) = status(found, as_of=DAY).instances
    assert instance.reported_by_ids == ("news",)


def test_a_charge_that_nobody_answers_is_one_side_s_alone() -> None:
    """Who makes it is named, and that no reply to it is recorded."""
    found = record(act(claim("b", "breach"), kind="conduct"), modality="must_not", due={"kind": "never"})
    report = status(found, as_of=DAY)
    words = StatusWords.of(found)
    (instance,) = report.instances
    lines = list(words.lines(instance, words.standing(instance, report)))
    assert any("alleged by one side only (Bland); no reply to that is recorded here" in line for line in lines)


def test_what_would_settle_a_duty_names_classes_and_asks_nobody_to_confess() -> None:
    """Third parties and the other party come by what they are; the obligor's own word last, and as its account."""
    standing = checklist(record(), as_of=DAY).items[0].standing
    assert standing is not None
    first, *_, last = standing.would_change
    assert "what the obligor itself says of its performance" in last
    assert any("a party (Bland)" in each and "a third party (Observers)" in each for each in standing.would_change)
    assert not any("Aland" in each for each in (first, last))


def test_what_is_said_of_events_that_bear_on_no_duty_stands_beside_the_duties() -> None:
    """Each claim once, whether it has a day or none, and only what was known by then."""
    position = act(claim("b", when=None, text="It matters."), kind="background", obligation_ids=[], actor_ids=["b"])
    later = {**act(claim("a", known_on="2024-01-01"), kind="background", obligation_ids=[], actor_ids=[]), "id": "f"}
    rows = checklist(record(position, later), as_of=DAY)
    assert rows.record is not None
    assert [(each.event_id, each.by, each.text) for each in rows.record.claims] == [("e", "Bland", "It matters.")]
    assert checklist(record(position)).records[0].claims == ()


def test_a_contested_turn_speaks_for_a_duty_of_which_no_turn_is_overdue() -> None:
    """Else the sign of the row would hide what a choice by status finds."""
    fired = act(claim("b", "breach"), claim("a", "not_occurred"), kind="conduct", instance=1)
    found = record(
        fired,
        modality="must_not",
        performance={"kind": "recurring", "every": "P1M", "mode": "anchored", "times": 3},
        not_before={"kind": "date", "value": "2023-01-20"},
        ends={"kind": "date", "value": "2023-02-10"},
        due={"kind": "never"},
    )
    (item,) = checklist(found, as_of=DAY).items
    assert item.standing is not None
    assert (item.standing.number, item.standing.words) == (1, "turn 1: contested")
    assert [turn.shape.value for turn in item.turns].count("contested") == 1


def test_a_rating_of_one_obligor_stands_in_its_row_alone() -> None:
    """Another's row would read as if it were rated."""
    found = record(obligor_ids=["a", "b"], borne="each")
    rated = {"obligation_id": "d", "assessor": "Watch", "on": "2023-05-01", "scale": "free", "value": "slow"}
    ratings = [{**rated, "obligor_id": "a"}, {**rated, "value": "both"}]
    found = structure({**unstructure(found), "assessments": ratings})
    told = {item.obligors[0]: [each.value for each in item.assessments] for item in checklist(found, as_of=DAY).items}
    assert told == {"Aland": ["slow", "both"], "Bland": ["both"]}


def test_a_prohibition_is_never_called_by_what_it_forbids() -> None:
    """Where it has no label, its heading says that it must not be done."""
    found = record(modality="must_not", due={"kind": "never"})
    report = status(found, as_of=DAY)
    assert StatusWords.of(found).title(report.instances[0]) == "Aland: must not pay [d]"


@pytest.mark.wide
@pytest.mark.parametrize(
    ("by", "words", "short"),
    [
        ("a", "Aland", "Aland"),
        ("holder", "Holder (for Bland)", "Holder for Bland"),
        ("seat", "Seat (for Bland)", "Seat for Bland"),
        ("lead", "Leader (head, of Aland)", "Leader of Aland"),
        ("chair", "Chair (of Club)", "Chair of Club"),
    ],
)
def test_a_speaker_is_told_with_office_and_side(by: str, words: str, short: str) -> None:
    """Who holds an office of a side speaks for it; who merely belongs to one is told as one of its people."""
    made = record(act(claim(by, "breach"), kind="conduct"), modality="must_not", due=None)
    names = names_of(made)
    assert (names.speaker(by), names.voice(by)) == (words, short)
    assert [row.by for row in told(checklist(made, as_of=DAY))] == [words]
    assert words in outputs(made, DAY)["status terminal"]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("by", "words"),
    [
        (["b"], "alleged by one side only (Bland); no reply to that is recorded here"),
        (["b", "holder"], "alleged by one side only (Bland and Holder (for Bland)); no reply to that is recorded here"),
        (["b", "chair"], "alleged by Bland and Chair (of Club); no reply to that is recorded here"),
        (["chair"], "alleged by Chair (of Club); no reply to that is recorded here"),
    ],
)
def test_a_charge_without_an_answer_says_so_in_every_output(by: list[str], words: str) -> None:
    """Whoever has no side is not told as one."""
    made = record(act(*(claim(each, "breach") for each in by), kind="conduct"), modality="must_not", due=None)
    seen = outputs(made, DAY)
    told_in = {name for name, text in seen.items() if words in text}
    assert told_in >= {"status terminal", "status markdown", *(f"checklist {form}" for form in FORMATS)} - {
        "checklist json"
    }


@pytest.mark.further
def test_what_the_coder_read_in_is_marked_wherever_it_answers_or_charges() -> None:
    """Of two answers the one that was read in, in every output that names who gave it."""
    claims = (claim("b", "breach"), claim("a", "no_breach", basis="inferred"), claim("w", "no_breach"))
    made = record(act(*claims, kind="conduct"), modality="must_not", due=None)
    seen = outputs(made, DAY)
    words = "denied by Aland (as the coder reads it) and Observers"
    for name in (
        "status terminal",
        "status markdown",
        "proofs terminal",
        *(f"checklist {form}" for form in ("terminal", "csv", "ics", "markdown", "xlsx")),
    ):
        assert words in seen[name], name
    assert f"D{words[1:]}" in seen["checklist html"]
    assert [violation.read_in_ids for violation in status(made, as_of=DAY).instances[0].violations] == [("a",)]


@pytest.mark.further
def test_events_and_readings_are_told_by_what_they_are_with_their_ids_behind() -> None:
    """Statuses and proofs call neither by an id alone."""
    readings = [
        {"id": "r1", "held_by_ids": ["b"], "text": "In full"},
        {"id": "r2", "held_by_ids": ["a"], "text": "In part"},
    ]
    event = act(claim("b", "breach", reading_id="r1"), kind="conduct")
    seen = outputs(record(event, modality="must_not", due=None, readings=readings), DAY)
    assert "as Bland reads it: “In full” [r1]" in seen["status terminal"]
    assert "It was paid [e], 1 February 2023: " in seen["status terminal"]
    proof = seen["proofs terminal"]
    assert "said of ‘It was paid’ [e]: " in proof
    assert "Bland: breach, 1 February 2023, by the reading of Bland [r1]; cited: “The Daily”, p. 1" in proof


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "if so: not kept; if not: in force; no further charge is recorded"),
        (("b",), "if so: not kept; if not: in force, unless another charge is right"),
    ],
)
def test_what_follows_from_a_denial_does_not_contradict_it(more: tuple[str, ...], words: str) -> None:
    """It leaves the duty in force; what nobody charges, or another charge, is an exception."""
    first = act(claim("b", "breach"), claim("a", "no_breach"), kind="conduct")
    others = [act(claim(by, "breach"), kind="conduct", id="f") for by in more]
    seen = outputs(record(first, *others, modality="must_not", due=None), DAY)
    assert words in seen["status terminal"]
    assert words in seen["checklist csv"]


@pytest.mark.further
def test_where_an_act_is_denied_another_may_have_performed() -> None:
    """So that the duty is not called late and done in one breath."""
    seen = outputs(record(act(claim("a"), claim("b", "not_occurred", when="2023-02-20"))), DAY)
    assert "if not: not performed in time, unless another act performed it" in seen["status terminal"]


@pytest.mark.thorough
def test_pictures_name_who_tells_of_an_event_and_who_denies_it() -> None:
    """A newspaper by its title, also where it alone tells; nobody is left out because others say it too."""
    told_alone = outputs(record(act(claim(None))), DAY)
    contradicted = outputs(record(act(claim(None), claim("b"), claim("a", "not_occurred"))), DAY)
    for name in ("checklist html", "graph svg", "graph dot", "graph mermaid"):
        assert "according to the source “The Daily”" in told_alone[name], name
        assert "according to the source “The Daily” and Bland; denied by Aland" in contradicted[name], name


@pytest.mark.further
def test_a_picture_of_a_day_names_only_who_had_spoken() -> None:
    """A later word is on no page of an earlier day."""
    made = record(act(claim("b"), claim("a", known_on="2023-07-01")))
    page = outputs(made, DAY)["checklist html"]
    assert "according to Bland" in page
    assert "according to Bland and Aland" not in page


@pytest.mark.further
def test_a_page_calls_a_reading_by_who_holds_it() -> None:
    """Also where it says what days each reading leads to."""
    later = {"due": {"kind": "date", "value": "2024-03-01"}}
    readings = [{"id": "as-b-has-it", "held_by_ids": ["b"], "text": "A year later", "replaces": later}]
    page = outputs(record(readings=readings), DAY)["checklist html"]
    assert "by the reading of Bland" in page
    assert "as-b-has-it" not in page


MARK = {"measure": "water", "unit": "m"}


@pytest.mark.parametrize(
    ("by", "amount", "asked", "name"),
    [
        ("b", 9, {"at_most": 5}, "claimed by b: not the amount that is agreed"),
        ("club", 9, {"at_most": 5}, "reported by club: not the amount that is agreed"),
        ("b", 3, {"at_least": 5}, "claimed by b: not the amount that is agreed"),
        ("b", 4, {"at_most": 5}, "in force, no breach reported"),
        ("b", 6, {"at_least": 5}, "in force, no breach reported"),
        ("w", 9, {"at_most": 5}, "breached"),
        ("a", 3, {"at_least": 5}, "breached"),
    ],
)
def test_a_figure_beyond_what_is_agreed_is_told_with_who_gives_it(
    by: str, amount: int, asked: dict[str, int], name: str
) -> None:
    """Whether or not anybody answers it: silence makes no figure unsaid."""
    told = claim(by, quantities=[{"measure": "water", "amount": amount}])
    measured = {
        "id": "e", "kind": "conduct", "actor_ids": ["a"], "obligation_ids": ["d"], "summary": "It was measured.",
        "claims": [told],
    }  # fmt: skip
    kept = {"performance": {"kind": "continuing"}, "due": None}
    deal = record(measured, quantities=[{**MARK, **asked, "counted": "level"}], **kept)
    assert [each.name for each in status(deal, as_of=DAY).instances] == [name]


@pytest.mark.parametrize(
    ("when", "by", "name"),
    [
        ("2023-01", "b", "claimed by b: not kept"),
        ("2023-01", "a", "over, no breach certain"),
        ("2023-01-25", "b", "over, no breach certain"),
        (None, None, "over, no breach reported"),
    ],
)
def test_a_turn_in_or_after_which_a_breach_is_charged_never_reads_as_if_none_was(
    when: str | None, by: str | None, name: str
) -> None:
    """Charged of a month in part of which it was owed, admitted of that, charged of a day after it; and not at all."""
    charge = claim(by, "breach", when=when, known_on="2023-02-01")
    fired = {"id": "e", "kind": "conduct", "actor_ids": ["a"], "obligation_ids": ["d"], "summary": "Shots."}
    kept = {
        "modality": "must_not", "due": None, "performance": {"kind": "recurring", "every": "P1Y", "mode": "anchored"},
        "not_before": {"kind": "date", "value": "2023-01-05"}, "ends": {"kind": "date", "value": "2023-01-15"},
    }  # fmt: skip
    deal = record({**fired, "claims": [charge] if when else []}, **kept)
    assert [each.name for each in status(deal, as_of=DAY).instances if each.number == 1] == [name]


def test_of_many_turns_those_are_printed_of_which_a_breach_is_told() -> None:
    """However long ago they were."""
    charge = claim("b", "breach", when="2023-01-06", known_on="2023-01-06")
    fired = {
        "id": "e", "kind": "conduct", "actor_ids": ["a"], "obligation_ids": ["d"], "summary": "Shots.",
        "claims": [charge],
    }  # fmt: skip
    daily = {"kind": "recurring", "every": "P1D", "mode": "anchored"}
    deal = record(fired, modality="must_not", due=None, performance=daily)
    report = status(deal, as_of=DAY)
    ((_, found, printed),) = shown(report, report.instances)
    assert printed[0].number == 6
    assert len(printed) < len(found)


def test_of_what_arises_each_time_the_report_of_one_time_is_quoted() -> None:
    """A third party alone tells of the launch from which the deadline counts."""
    launch = {"id": "launch", "kind": "background", "summary": "A launch."}
    one = {
        "id": "l1", "kind": "background", "summary": "Aland launched.", "actor_ids": ["a"],
        "occurrence_of_id": "launch", "claims": [claim("club")],
    }  # fmt: skip
    due = {"kind": "offset", "anchor": {"kind": "event", "event_id": "launch"}, "duration": "-P7D"}
    deal = record(launch, one, performance={"kind": "each_time", "event_id": "launch", "whose": "own"}, due=due)
    assert [each.name for each in status(deal, as_of=DAY).instances] == ["reported by club: it fell due"]


def test_what_never_arose_did_bind() -> None:
    """The agreement is over, and nothing came that would have made the duty arise."""
    launch = {"id": "launch", "kind": "background", "summary": "A launch."}
    deal = record(
        launch, performance={"kind": "each_time", "event_id": "launch"}, due=None,
        ends={"kind": "date", "value": "2023-03-01"},
    )  # fmt: skip
    assert [each.name for each in status(deal, as_of=DAY).instances] == ["never arose, and is no longer owed"]


STORM = {"kind": "event", "event_id": "storm"}
FREEING = [
    ({"excused_if": STORM}, "excused"),
    ({"suspensions": [{"starts": STORM}]}, "suspended"),
    ({"ends": STORM}, "expired"),
    ({"ends": STORM, "modality": "must_not", "due": None}, "over"),
    (
        {"trigger": {"kind": "no_event", "event_id": "storm", "until": {"kind": "date", "value": "2023-02-20"}}},
        "lapsed before it came to bind",
    ),
]


@pytest.mark.parametrize(
    ("by", "told"), [("a", "claimed by Aland: {}"), (None, "reported by the source “The Daily”: {}")]
)
@pytest.mark.parametrize(("terms", "free"), FREEING)
def test_what_one_side_says_to_be_free_of_a_duty_is_named_as_its_word(
    terms: dict[str, Any], free: str, by: str | None, told: str
) -> None:
    storm = {"id": "storm", "kind": "background", "summary": "It stormed.", "claims": [claim(by)]}
    rows = checklist(record(storm, **terms), as_of=DAY)
    assert rows.items[0].standing is not None
    assert rows.items[0].standing.words == told.format(free)


@pytest.mark.parametrize(("terms", "free"), FREEING)
def test_what_the_side_that_loses_by_it_says_frees_from_a_duty_without_its_name(
    terms: dict[str, Any], free: str
) -> None:
    storm = {"id": "storm", "kind": "background", "summary": "It stormed.", "claims": [claim("b")]}
    rows = checklist(record(storm, **terms), as_of=DAY)
    assert rows.items[0].standing is not None
    assert "according" not in (words := rows.items[0].standing.words)
    assert "by" not in words.split()


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("a", "breached"),
        ("b", "claimed by b: not the amount that is agreed"),
        ("club", "reported by club: not the amount that is agreed"),
    ],
)
def test_who_tells_of_a_part_alone_is_not_quoted_with_the_whole(by: str, name: str) -> None:
    """Aland said itself how much the one part was, and nothing of the other: the two together are beyond it."""
    parts = [
        act(claim(each, quantities=[{"measure": "water", "amount": 3}]), id=f"e{n}", kind="conduct")
        for n, each in enumerate(("a", by))
    ]
    kept = {"modality": "must_not", "due": None, "quantities": [{**MARK, "at_most": 5}]}
    assert [each.name for each in status(record(*parts, **kept), as_of=DAY).instances] == [name]


@pytest.mark.parametrize(
    ("by", "agreement", "name"),
    [
        ("a", "claimed by Aland: expired", "claimed by Aland: over"),
        (None, "reported by the source “The Daily”: expired", "reported by the source “The Daily”: over"),
    ],
)
@pytest.mark.parametrize("survives", [False, True])
def test_that_an_agreement_came_to_its_end_is_the_word_of_who_says_so(
    by: str | None, agreement: str, name: str, survives: bool
) -> None:
    """What survives goes on, whatever anybody says."""
    storm = {"id": "storm", "kind": "background", "summary": "It stormed.", "claims": [claim(by)]}
    deal = evolve(
        record(storm, modality="must_not", due=None, survives_termination=survives),
        term=Term(ends_if_any=(OnEvent(event_id="storm"),)),
    )
    rows = checklist(deal, as_of=DAY)
    assert rows.items[0].standing is not None
    assert rows.items[0].standing.words == ("in force, no breach reported" if survives else name)
    assert status(deal, as_of=DAY).agreement_named(names_of(deal).voice) == agreement


@pytest.mark.parametrize("tellers", ["ab", "bc"])
def test_what_several_sides_say_of_what_a_duty_waits_for_is_told_as_theirs(tellers: str) -> None:
    """Of three parties whose duty is owed to nobody named: it is a claim, and not that of one side."""
    shut = said("shut", "2023-05-01", by=tellers, on=None, kind=EventKind.BACKGROUND)
    owed = duty(due=Offset(anchor=OnEvent(event_id="shut"), duration="P6D"))
    three = deal(owed, events=(shut,), parties="abc")
    rows = checklist(three, as_of=DAY).items[0].claims
    assert {(each.fact, each.fact_words) for each in rows} == {("claimed", "several sides are recorded as saying so")}
    axis = Axis.of(three)
    ledger = Ledger(three, axis, axis.end - 1, axis.end - 1)
    assert "(told by several sides)" in headline_in_words(ledger, shut, names_of(three), 10)
