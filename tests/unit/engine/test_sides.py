"""Where a speaker stands towards one instance, and what its word weighs there."""

from __future__ import annotations

from typing import Any

import pytest

from accords.codec import structure
from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.facts.sides import Side, Speakers
from accords.model.agreement import Agreement

ACTORS: list[dict[str, Any]] = [
    *({"id": i, "name": i} for i in ("north", "south", "east", "union", "court", "mission")),
    {"id": "ministry", "name": "ministry", "kind": "body", "acts_for": [{"actor_id": "north"}]},
    {"id": "premier", "name": "premier", "kind": "office", "acts_for": [{"actor_id": "north"}]},
    {"id": "kane", "name": "Kane", "kind": "person", "acts_for": [{"actor_id": "premier", "until": "2020-06-30"}]},
    {"id": "rival", "name": "Rival", "kind": "person", "acts_for": [{"actor_id": "north"}]},
    {"id": "envoy", "name": "Envoy", "kind": "person"},
    {"id": "league", "name": "league", "kind": "group", "member_ids": ["village"]},
    {"id": "village", "name": "village"},
]


def agreement(parties: list[dict[str, Any]], thirds: list[dict[str, Any]] | None = None, **duty: Any) -> Agreement:
    owed = {"id": "o", "obligor_ids": ["north"], "modality": "must", "action": "pay", **duty}
    return structure(
        {
            "accords_version": "1.0",
            "id": "deal",
            "title": "Deal",
            "actors": ACTORS,
            "parties": parties,
            "third_parties": thirds or [],
            "obligations": [owed],
        }
    )


def side(record: Agreement, speaker: str, day: str = "2020-01-01") -> Side:
    axis = Axis("UTC")
    speakers = Speakers(record, axis)
    (duty,) = record.obligations
    sides = speakers.sides(duty, duty.obligor_ids, len(duty.obligor_ids) > 1)
    return speakers.side(speaker, False, sides, axis.last(as_date(day)))


TWO = [{"actor_id": "north", "represented_by_ids": ["envoy"]}, {"actor_id": "south"}]
THREE = [*TWO, {"actor_id": "east"}]
ALLIED = [
    {"actor_id": "north", "side": "coast"},
    {"actor_id": "east", "side": "coast"},
    {"actor_id": "south"},
]


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("north", Side.OWN),
        ("ministry", Side.OWN),
        ("premier", Side.OWN),
        ("kane", Side.OWN),
        ("envoy", Side.OWN),
        ("rival", Side.BESIDE_OWN),
        ("south", Side.OTHER),
        ("court", Side.NEUTRAL),
    ],
)
def test_a_side_speaks_through_offices_bodies_and_those_who_represent_it(speaker: str, expected: Side) -> None:
    assert side(agreement(TWO), speaker) is expected


def test_the_day_of_speaking_counts() -> None:
    """Who no longer holds the office speaks in his own name."""
    assert side(agreement(TWO), "kane", "2020-06-30") is Side.OWN
    assert side(agreement(TWO), "kane", "2020-07-01") is Side.BESIDE_OWN


@pytest.mark.parametrize(
    ("parties", "owed_to", "speaker", "expected"),
    [
        (THREE, [], "south", Side.NEUTRAL),
        (THREE, ["south"], "south", Side.OTHER),
        (THREE, ["south"], "east", Side.NEUTRAL),
        (ALLIED, [], "south", Side.OTHER),
        (ALLIED, [], "east", Side.BESIDE_OWN),
        (ALLIED, ["east"], "east", Side.BESIDE_OWN),
        (TWO, ["union"], "union", Side.OTHER),
        (TWO, ["union"], "south", Side.OTHER),
    ],
)
def test_the_counterpart(parties: list[dict[str, Any]], owed_to: list[str], speaker: str, expected: Side) -> None:
    """Those it is owed to, and the other side where there are two; never one on the obligor's own."""
    assert side(agreement(parties, owed_to_ids=owed_to), speaker) is expected


def test_a_member_speaks_in_its_own_name() -> None:
    record = agreement([{"actor_id": "league"}, {"actor_id": "south"}], obligor_ids=["league"])
    assert side(record, "village") is Side.BESIDE_OWN
    assert side(record, "league") is Side.OWN


@pytest.mark.parametrize(
    ("according_to", "expected"),
    [
        ([], Side.VERIFIER),
        (["north", "south"], Side.VERIFIER),
        (["envoy", "south"], Side.VERIFIER),
        (["north"], Side.BESIDE_OWN),
        (["south"], Side.BESIDE_OTHER),
        (["court"], Side.NEUTRAL),
    ],
)
def test_a_verifier_is_one_for_those_who_recognise_it(according_to: list[str], expected: Side) -> None:
    thirds = [{"actor_id": "mission", "role": "verifier", "according_to_ids": according_to}]
    assert side(agreement(TWO, thirds), "mission") is expected


def test_a_party_is_that_party_whatever_other_role_it_has() -> None:
    thirds = [{"actor_id": "south", "role": "verifier"}]
    assert side(agreement(TWO, thirds), "south") is Side.OTHER
    assert side(agreement(TWO, verified_by_ids=["south"]), "south") is Side.OTHER
    assert side(agreement(TWO, verified_by_ids=["north"]), "north") is Side.OWN


def test_who_decides_is_recognised_by_both_or_named_for_the_duty() -> None:
    def deciders(according_to: list[str], **duty: Any) -> frozenset[str]:
        thirds = [{"actor_id": "court", "role": "arbiter", "according_to_ids": according_to}]
        record = agreement(TWO, thirds, **duty)
        (owed,) = record.obligations
        return Speakers(record, Axis("UTC")).sides(owed, owed.obligor_ids, False).deciders

    assert deciders([]) == {"court"}
    assert deciders(["north", "south"]) == {"court"}
    assert deciders(["south"]) == frozenset()
    assert deciders(["south"], determined_by_ids=["mission", "south"]) == {"mission"}


def test_a_party_that_does_not_hold_itself_to_be_one_is_doubted() -> None:
    parties = [
        {"actor_id": "north", "according_to_ids": ["south"]},
        {"actor_id": "south", "according_to_ids": ["south", "court"]},
    ]
    assert Speakers(agreement(parties), Axis("UTC")).doubted == {"north": ("south",)}
