"""Large records: deep chains and hubs are followed to their end, and many spells of watching stay apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accords import checklist
from accords.codec import structure
from accords.engine.days import followers
from accords.engine.days.moments import MAX_SPANS, NEVER, drop, earliest, joined, union
from accords.engine.facts.bearing import Bearing
from accords.engine.terms import whole
from accords.engine.terms.table import State
from accords.model.events import Event
from accords.standing.report import status
from proofs import plain_proofs

DEEP = 1_100  # deeper than Python follows calls


def record(*obligations: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {
        "accords_version": "1.0",
        "id": "large",
        "title": "Large",
        "conclusion": {"form": "signed", "date": "2023-01-01"},
        "actors": [{"id": actor, "name": actor} for actor in ("north", "south", "observer")],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        "sources": [{"id": "text", "kind": "agreement_text", "title": "Text"}],
        "obligations": list(obligations),
    } | members


def duty(n: int, **members: Any) -> dict[str, Any]:
    return {"id": f"d{n}", "obligor_ids": ["north"], "modality": "must", "action": "act"} | members


def performed(n: int, day: str) -> dict[str, Any]:
    claim = {"says": "occurred", "when": day, "known_on": day, "claimed_by_id": "south"}
    return {"id": f"e{n}", "kind": "performance", "summary": "done", "obligation_ids": [f"d{n}"], "claims": [claim]}


@pytest.mark.thorough
def test_a_chain_of_duties_of_any_length_is_followed_to_its_end() -> None:
    """Only when all before it were performed is the last duty of the chain open; whatever order they stand in."""
    trigger = [{"kind": "obligation", "obligation_id": f"d{n - 1}", "reaches": "fulfilled"} for n in range(DEEP)]
    duties = [duty(n, **({"trigger": trigger[n]} if n else {})) for n in range(DEEP)]
    acts = [performed(n, "2023-02-01") for n in range(DEEP - 1)]
    whole = status(structure(record(*reversed(duties), events=acts)), as_of="2023-03-01")
    broken = status(structure(record(*reversed(duties), events=acts[1:])), as_of="2023-01-15", known_by="2023-01-15")
    assert whole.of(f"d{DEEP - 1}")[0].as_reported is State.ACTIVE
    assert {each.as_reported for each in whole.instances[1:]} == {State.FULFILLED}
    assert broken.of(f"d{DEEP - 1}")[0].as_reported is State.CONDITIONAL


def test_in_a_large_linkage_only_the_duties_in_breach_excuse_the_others() -> None:
    """The one duty whose breach nothing explains excuses all but itself."""
    count = 300
    duties = [duty(n, due={"kind": "date", "value": "2023-02-01"}) for n in range(count)]
    linkage = {"obligation_ids": [f"d{n}" for n in range(count)], "mode": "reciprocal"}
    refused = {"says": "not_occurred", "when": "2023-03-01", "known_on": "2023-03-01", "claimed_by_id": "north"}
    events = [
        performed(0, "2023-01-15") | {"claims": [refused]},
        *(performed(n, "2023-01-15") for n in range(1, count)),
    ]
    found = status(structure(record(*duties, events=events, linkages=[linkage])), as_of="2023-03-01")
    assert found.of("d0")[0].states == {State.BREACHED}
    assert all(found.of(f"d{n}")[0].states == {State.FULFILLED} for n in range(1, count))


def test_a_day_that_nobody_watched_is_no_evidence_however_many_days_were_watched() -> None:
    """Days that were watched with a day between them are not one stretch, in which a violation would have been seen."""
    days = [f"2023-01-{day:02d}" for day in range(1, 31, 2)]
    watches = [
        {
            "monitored_by_id": "observer",
            "obligation_ids": ["d0"],
            "recorded": "none_found",
            "since": day,
            "through": day,
        }
        for day in days
    ]
    assert len(days) > MAX_SPANS
    kept = status(structure(record(duty(0, modality="must_not"), monitoring=watches)), as_of="2023-01-29")
    assert kept.instances[0].states == {State.ACTIVE, State.BREACHED}


def test_joining_spans_keeps_every_gap_and_simplifying_them_the_widest() -> None:
    """Of twelve days a few apart, joining leaves twelve and simplifying as many spans as are allowed."""
    days = [(n * n, n * n) for n in range(12)]
    assert joined(reversed(days)) == ((0, 1), *days[2:])
    assert union(days)[1:] == tuple(days[1 - MAX_SPANS :])
    assert drop(((0, NEVER),), days)[:3] == ((2, 3), (5, 8), (10, 15))


@pytest.mark.thorough
def test_exact_precision_of_a_long_chain_falls_back_where_too_much_lies_below() -> None:
    """The first duties of the chain are decided exactly, the later ones say that they are not; no set grows by it."""
    count = 210
    duties = [
        duty(n, trigger={"kind": "obligation", "obligation_id": f"d{n - 1}", "reaches": "fulfilled"}) if n else duty(n)
        for n in range(count)
    ]
    agreement = structure(record(*duties))
    exact = status(agreement, as_of="2023-03-01", precision="exact").instances
    coarse = status(agreement, as_of="2023-03-01").instances
    assert exact[1].precision == "exact"
    assert exact[-1].precision == "interval"
    assert all(one.states <= other.states for one, other in zip(exact, coarse, strict=True))


def each_day(n: int, **members: Any) -> dict[str, Any]:
    performance = {"kind": "recurring", "every": "P1D"}
    return duty(n, performance=performance | members, not_before={"kind": "date", "value": "2023-01-01"})


def test_many_recurring_duties_share_the_turns_that_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has as many as the others, and the report says so; what stays within the bound is listed in full."""
    monkeypatch.setattr("accords.engine.facts.bearers._TURNS_IN_ALL", 100)
    found = status(structure(record(*(each_day(n) for n in range(20)))), as_of="2024-01-01")
    assert [len(found.of(f"d{n}")) for n in range(20)] == [5] * 20
    assert any("only the first 5 are listed" in words for words in found.assumptions)
    whole = status(structure(record(*(each_day(n, times=5) for n in range(20)))), as_of="2024-01-01")
    assert len(whole.instances) == 100
    assert not any("turns" in words for words in whole.assumptions)


@pytest.mark.thorough
def test_a_duty_of_more_turns_than_are_listed_says_so() -> None:
    """Four hundred of them, in status and checklist."""
    agreement = structure(record(each_day(0)))
    assert len(status(agreement, as_of="2025-01-01").instances) == 400
    assert any(
        "only the first 400 are listed" in words for words in checklist(agreement, as_of="2025-01-01").assumptions
    )
    assert not any("turns" in words for words in checklist(agreement, as_of="2023-03-01").assumptions)


@pytest.mark.thorough
def test_what_would_settle_a_duty_is_tried_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of hundreds of reports about one duty the first are tried, and the proof says that it is not all."""
    events = [performed(0, "2023-02-01") | {"id": f"e{n}"} for n in range(200)]
    for event in events:
        event["claims"][0]["claimed_by_id"] = "north"
    agreement = structure(record(duty(0), events=events))
    whole = plain_proofs(agreement, "d0", as_of="2024-01-01")[0]
    monkeypatch.setattr("accords.engine.worlds.assess._STEPS", 2_000)
    part = plain_proofs(agreement, "d0", as_of="2024-01-01")[0]
    assert 0 < len(part["would_change"]) < 20 < len(whole["would_change"])
    said = "what would settle a duty is not listed in full"
    assert [any(said in words for words in proof["assumptions"]) for proof in (whole, part)] == [False, True]


def test_a_proof_of_one_occurrence_has_the_claims_of_that_one() -> None:
    """Not those of all the others, which would make the proofs of many occurrences grow with their square."""
    claim = {"says": "occurred", "when": "2023-02-01", "claimed_by_id": "south"}
    events = [{"id": "x", "kind": "milestone", "summary": "s"}]
    events += [
        {"id": f"x{n}", "kind": "milestone", "summary": "s", "occurrence_of_id": "x", "claims": [claim]}
        for n in range(5)
    ]
    due = {"kind": "offset", "anchor": {"kind": "event", "event_id": "x"}, "duration": "P5D"}
    each = duty(0, performance={"kind": "each_time", "event_id": "x"}, due=due)
    agreement = structure(record(each, events=events))
    proofs = plain_proofs(agreement, "d0", as_of="2024-01-01")
    assert [[found["event_id"] for found in proof["claims"]] for proof in proofs] == [[f"x{n}"] for n in range(5)]


def test_those_who_could_speak_are_named_up_to_a_hundred() -> None:
    """And in words a few of them, with how many others there are."""
    ids = [f"a{n}" for n in range(150)]
    members = {"actors": [{"id": i, "name": i} for i in ids], "parties": [{"actor_id": i} for i in ids]}
    agreement = structure(record(duty(0, obligor_ids=ids, owed_to_ids=ids), **members))
    found = [each for each in plain_proofs(agreement, "d0", as_of="2024-01-01")[0]["would_change"] if each["by_ids"]]
    assert max(len(each["by_ids"]) for each in found) == 100
    assert any("144 others" in each["words"] for each in found)


def suspended(pairs: int) -> dict[str, Any]:
    """A duty that is suspended and resumed so many times, as one side and then the other says."""
    events = []
    for n in range(2 * pairs):
        day = date.fromordinal(date(2023, 2, 1).toordinal() + 3 * n).isoformat()
        claim = {"says": "occurred", "when": day, "known_on": day, "claimed_by_id": ("north", "south")[n % 2]}
        kind = ("suspension", "resumption")[n % 2]
        events.append({"id": f"s{n}", "kind": kind, "summary": "s", "obligation_ids": ["d0"], "claims": [claim]})
    return record(duty(0, due={"kind": "date", "value": "2023-06-01"}), events=events)


def test_each_suspension_asks_no_more_of_many_resumptions_than_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many of them take about twice the work."""
    taken = []
    for pairs in (40, 80):
        agreement = structure(suspended(pairs))
        asked: list[int] = []
        for module in (followers, whole):
            monkeypatch.setattr(module, "earliest", lambda a, b, asked=asked: asked.append(1) or earliest(a, b))
        assert status(agreement, as_of="2025-01-01").instances[0].states
        taken.append(len(asked))
    assert 40 < taken[0] < taken[1] < 2.2 * taken[0]


def test_what_would_settle_a_duty_is_tried_less_often_the_more_events_are_about_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A try takes every event about the duty into account, whatever its kind, and so costs as many steps."""
    monkeypatch.setattr("accords.engine.worlds.assess._STEPS", 2_000)
    tried: list[int] = []
    solve = whole.Whole.suspensions
    monkeypatch.setattr(whole.Whole, "suspensions", lambda self, *about: tried.append(1) or solve(self, *about))
    proof = plain_proofs(structure(suspended(100)), "d0", as_of="2025-01-01")[0]
    assert 4 < len(tried) < 60
    assert any("what would settle a duty is not listed in full" in words for words in proof["assumptions"])


def acts_of_their_own(many: int) -> dict[str, Any]:
    """One duty of many, each of whom did an act."""
    ids = [f"state-{n}" for n in range(many)]
    acts = [performed(0, "2023-01-15") | {"id": f"e{n}", "actor_ids": [each]} for n, each in enumerate(ids)]
    actors = [{"id": each, "name": each} for each in (*ids, "south")]
    shared = duty(0, obligor_ids=ids, due={"kind": "date", "value": "2023-02-01"})
    return record(shared, events=acts, actors=actors, parties=[{"actor_id": each["id"]} for each in actors])


@pytest.mark.further
def test_none_of_many_goes_through_what_all_others_did(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked whose an act is as often for each of forty as for each of ten."""
    asked: list[int] = []
    behind = Bearing.behind

    def counted(self: Bearing, event: Event) -> frozenset[str]:
        asked[-1] += 1
        return behind(self, event)

    monkeypatch.setattr(Bearing, "behind", counted)
    for many in (10, 40):
        asked.append(0)
        rows = checklist(structure(acts_of_their_own(many)), as_of="2023-03-01")
        assert len(rows.items) == many
    assert 0 < asked[1] <= 4 * asked[0]
