"""Whose word makes it so, seen from the status that people read: small invented deals of two and three parties."""

from __future__ import annotations

from typing import Any

import pytest

from accords.codec import structure
from accords.standing.instances import InstanceStatus, StatusReport
from accords.standing.report import status

DAY = "2023-06-30"


def report(events: list[dict[str, Any]], *duties: dict[str, Any], parties: str = "ns", **more: Any) -> StatusReport:
    names = {"n": "north", "s": "south", "e": "east"}
    plain = {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "conclusion": {"form": "signed", "date": "2023-01-01"},
        "actors": [
            *({"id": i, "name": i.title()} for i in ("north", "south", "east", "court", "militia", "paper")),
            {"id": "rival", "name": "Rival", "kind": "person", "acts_for": [{"actor_id": "north"}]},
        ],
        "parties": more.pop("party_list", [{"actor_id": names[each]} for each in parties]),
        "obligations": list(duties),
        "events": events,
    }
    return status(structure(plain | more), as_of=DAY)


def duty(id_: str = "o", who: tuple[str, ...] = ("north",), **more: Any) -> dict[str, Any]:
    return {"id": id_, "obligor_ids": list(who), "modality": "must", "action": "pay"} | more


def event(id_: str, kind: str, *claims: tuple[str, str], about: str | None = "o", **more: Any) -> dict[str, Any]:
    """Each claim is who says it, and what."""
    said = [
        {"says": what, "when": "2023-02-01", "known_on": "2023-02-01", "claimed_by_id": who} for who, what in claims
    ]
    bears = {"obligation_ids": [about]} if about is not None else {}
    return {"id": id_, "kind": kind, "summary": "it happened", "claims": said, **bears, **more}


DUE = {"due": {"kind": "date", "value": "2023-03-01"}}
NOT = {"modality": "must_not"}


def names(found: tuple[InstanceStatus, ...]) -> list[str]:
    return [each.name for each in found]


def test_the_act_of_one_moves_nothing_of_the_other() -> None:
    """North says that it withdrew its guns, south denies it; of south's own guns nothing is reported."""
    moved = event("e", "performance", ("north", "occurred"), ("south", "not_occurred"), actor_ids=["north"])
    found = report([moved], duty(who=("north", "south"), **DUE)).of("o")
    assert names(found) == ["contested", "overdue, nothing reported"]


def test_an_act_of_nobody_in_particular_may_be_of_either() -> None:
    moved = event("e", "performance", ("court", "occurred"), actor_ids=["militia"])
    for each in report([moved], duty(who=("north", "south"), **DUE)).of("o"):
        assert "nothing reported" not in each.name


def test_a_person_beside_a_side_admits_nothing() -> None:
    (found,) = report([event("e", "conduct", ("rival", "breach"))], duty(**NOT)).of("o")
    assert found.name == "reported by rival: not kept"


def test_a_trigger_that_its_other_side_alone_tells_is_a_claim() -> None:
    """The obligor's own word would make it so."""
    waiting = duty(trigger={"kind": "event", "event_id": "w"}, due={
        "kind": "offset", "anchor": {"kind": "event", "event_id": "w"}, "duration": "P10D",
    })  # fmt: skip
    for teller, triggered in (("south", False), ("north", True)):
        withdrew = event("w", "conduct", (teller, "occurred"), about=None, actor_ids=["south"])
        (found,) = report([withdrew], waiting).of("o")
        assert ("conditional" not in found.states) is triggered
        assert (found.name == "claimed by south: it fell due") is not triggered


def test_a_party_by_the_word_of_others_is_perhaps_not_bound() -> None:
    parties = [{"actor_id": "north", "according_to_ids": ["south"]}, {"actor_id": "south"}]
    found = report([], duty(**NOT), party_list=parties)
    assert found.doubted == (("north", ("south",)),)
    (each,) = found.of("o")
    assert each.name == "contested"
    assert "not_in_force" in each.states
    assert [(dispute.sayers, dispute.deniers) for dispute in each.disputes] == [(("south",), ())]


@pytest.mark.parametrize(
    ("according_to", "claims", "name"),
    [
        ([], (("court", "occurred"),), "breached"),
        ([], (("south", "occurred"),), "claimed by south: a breach was found"),
        ([], (("south", "occurred"), ("north", "not_occurred")), "contested"),
        (["south"], (("court", "occurred"),), "claimed by court: a breach was found"),
        (["south"], (("court", "occurred"), ("north", "accepts")), "breached"),
    ],
)
def test_a_finding_is_as_good_as_the_word_for_it(
    according_to: list[str], claims: tuple[tuple[str, str], ...], name: str
) -> None:
    thirds = [{"actor_id": "court", "role": "arbiter", "according_to_ids": according_to}]
    finding = {"on_id": "o", "verdict": "breached", "when": "2023-02-01"}
    found = event("f", "finding", *claims, about=None, actor_ids=["court"], finding=finding)
    (each,) = report([found], duty(**NOT), third_parties=thirds).of("o")
    assert each.name == name


def test_ones_own_word_ends_nothing_that_one_owes() -> None:
    ended = event("t", "termination", ("north", "occurred"), about=None, actor_ids=["north"])
    found = report([ended], duty(), duty("p", ("south",)))
    assert found.agreement_name == "claimed by north: terminated"
    assert found.of("o")[0].name == "claimed by north: terminated"
    assert found.of("p")[0].name.startswith("terminated")
    assert "breached" not in found.of("p")[0].states


def test_one_of_three_that_leaves_frees_itself() -> None:
    left = event("t", "milestone", ("east", "occurred"), about=None, actor_ids=["east"], act="denunciation")
    found = report([left], duty(who=("north", "south", "east"), **NOT), parties="nse")
    assert [{"terminated"} & {state.value for state in each.states} for each in found.of("o")] == [
        set(),
        set(),
        {"terminated"},
    ]
    assert found.agreement == {"in_force"}


def test_no_breach_is_no_admission_of_the_fact() -> None:
    (found,) = report([event("e", "conduct", ("south", "breach"), ("north", "no_breach"))], duty(**NOT)).of("o")
    assert [(violation.fact, violation.charge) for violation in found.violations] == [("claimed", "contested")]


def test_watching_by_a_paper_is_no_evidence() -> None:
    watched = [
        {
            "obligation_ids": ["o"],
            "since": "2023-01-01",
            "through": "2023-06-30",
            "recorded": "all",
            "monitored_by_id": "paper",
        }
    ]
    monitor = [{"actor_id": "paper", "role": "monitor"}]
    (found,) = report([], duty(**DUE), monitoring=watched).of("o")
    assert found.name == "overdue, nothing reported"
    (found,) = report([], duty(**DUE), monitoring=watched, third_parties=monitor).of("o")
    assert found.name == "breached"
