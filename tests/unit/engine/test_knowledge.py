"""What is visible by a day of knowledge: claims not taken back, findings, watched days."""

from __future__ import annotations

from typing import Any

import pytest

from accords.codec import structure
from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.facts.knowledge import Visible
from accords.engine.facts.sides import Speakers
from accords.engine.facts.watching import Watching
from accords.vocabulary import Says

DAY = Axis("UTC")


def visible(events: list[dict[str, Any]], known_by: str = "2023-12-31", **more: Any) -> Visible:
    record = structure(
        {
            "accords_version": "1.0",
            "id": "deal",
            "title": "Deal",
            "actors": [{"id": i, "name": i.title()} for i in ("north", "south", "court", "paper")],
            "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
            "obligations": [{"id": "o", "obligor_ids": ["north"], "modality": "must", "action": "pay"}],
            "events": events,
            **more,
        }
    )
    day = DAY.last(as_date(known_by))
    return Visible(record, DAY, day, day)


def event(*claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "e", "kind": "performance", "summary": "it happened", "claims": list(claims), **more}


FIRST = {"id": "c", "says": "occurred", "when": "2023-01-05", "known_on": "2023-01-10", "claimed_by_id": "north"}
BACK = {"retracts_id": "c", "known_on": "2023-02-01", "claimed_by_id": "north"}


@pytest.mark.parametrize(
    ("claims", "known_by", "expected"),
    [
        ([FIRST], "2023-01-09", 0),
        ([FIRST], "2023-01-10", 1),
        ([FIRST, BACK], "2023-01-31", 1),
        ([FIRST, BACK], "2023-02-01", 0),
        ([FIRST, BACK | {"claimed_by_id": "south"}], "2023-02-01", 1),
    ],
)
def test_a_claim_stands_from_when_it_was_known_until_its_speaker_takes_it_back(
    claims: list[dict[str, Any]], known_by: str, expected: int
) -> None:
    assert len(visible([event(*claims)], known_by).statements["e"]) == expected


@pytest.mark.parametrize(
    ("claim", "first", "last", "ahead"),
    [
        ({"says": "occurred", "when": "2023-01"}, "2023-01-01", "2023-01-10", False),
        ({"says": "occurred", "when": "2023-02"}, "2023-02-01", "2023-02-28", True),
        ({"says": "not_occurred"}, "2023-01-10", "2023-01-10", False),
        ({"says": "planned", "when": "2023-01-05"}, "2023-01-05", "2023-01-05", True),
    ],
)
def test_the_days_that_a_statement_gives(claim: dict[str, Any], first: str, last: str, ahead: bool) -> None:
    (said,) = visible([event({"known_on": "2023-01-10", "claimed_by_id": "north", **claim})]).statements["e"]
    days = (DAY.first(as_date(first)), DAY.last(as_date(last)))
    assert (said.first, said.last, said.ahead) == (*days, ahead)


def ruling(number: int, known: str, verdict: str, **more: Any) -> dict[str, Any]:
    said = {"says": "occurred", "known_on": known, "when": known, "claimed_by_id": "court"}
    about = {"on_id": "o", "verdict": verdict}
    return event(said, id=f"f{number}", kind="finding", actor_ids=["court"], finding=about, **more)


def test_the_rulings_of_a_body_stand_with_its_latest_first() -> None:
    found = visible([ruling(1, "2023-01-01", "breached"), ruling(2, "2023-03-01", "not_breached")]).rulings["o"]
    assert [each.event_id for each in found] == ["f2", "f1"]


def test_a_body_takes_its_own_finding_back() -> None:
    refused = {"says": "not_occurred", "known_on": "2023-02-01", "when": "2023-02-01", "claimed_by_id": "court"}
    made = ruling(1, "2023-01-01", "breached")
    made["claims"].append(refused)
    assert visible([made]).rulings == {}
    made["claims"][-1] = refused | {"claimed_by_id": "north"}
    (found,) = visible([made]).rulings["o"]
    assert [said.says for said in found.denied] == [Says.NOT_OCCURRED]


WATCHED = {"obligation_ids": ["o"], "since": "2023-01-01", "through": "2023-01-31", "recorded": "all"}


@pytest.mark.parametrize(
    ("watches", "thirds", "proves"),
    [
        ([{"monitored_by_id": "paper"}], [], False),
        ([{}], [], False),
        ([{"monitored_by_id": "paper"}], [{"actor_id": "paper", "role": "monitor"}], True),
        ([{"monitored_by_id": "paper"}], [{"actor_id": "paper", "role": "verifier"}], True),
        ([{"monitored_by_id": "paper"}], [{"actor_id": "paper", "role": "observer"}], False),
        (
            [{"monitored_by_id": "paper"}],
            [{"actor_id": "paper", "role": "monitor", "according_to_ids": ["south"]}],
            False,
        ),
        (
            [{"monitored_by_id": "paper"}],
            [{"actor_id": "paper", "role": "monitor", "according_to_ids": ["north", "south"]}],
            True,
        ),
        ([{"monitored_by_id": "south"}], [], False),
        ([{"monitored_by_id": "south"}, {"monitored_by_id": "north"}], [], True),
    ],
)
def test_whose_watching_makes_silence_evidence(
    watches: list[dict[str, Any]], thirds: list[dict[str, Any]], proves: bool
) -> None:
    seen = visible([], monitoring=[WATCHED | watch for watch in watches], third_parties=thirds)
    speakers = Speakers(seen.record, DAY)
    (duty,) = seen.record.obligations
    days = Watching(seen.record, seen, speakers).days(["o"], speakers.sides(duty, duty.obligor_ids, False))
    whole = ((DAY.first(as_date("2023-01-01")), DAY.last(as_date("2023-01-31"))),)
    assert days == (whole if proves else ())


@pytest.mark.parametrize("count", [4_000, 4_001])
def test_of_claims_that_each_take_the_one_before_back_every_other_one_stands(count: int) -> None:
    """The last stands, so the one before does not, and so on, however many there are."""
    claims = [
        {"id": f"c{n}", "says": "occurred", "claimed_by_id": "north", "known_on": "2023-02-01"}
        | ({"retracts_id": f"c{n - 1}"} if n else {})
        for n in range(count)
    ]
    found = visible([event(*claims)])
    assert [said.claim.id for said in found.statements["e"]] == [f"c{n}" for n in range((count - 1) % 2, count, 2)]


def test_claims_that_take_each_other_back_in_a_circle_all_stand() -> None:
    """And whoever takes one of them back from outside takes nothing away from them."""
    said = {"says": "occurred", "claimed_by_id": "north", "known_on": "2023-02-01"}
    ring = [{"id": f"c{n}", "retracts_id": f"c{(n + 1) % 3}", **said} for n in range(3)]
    outside = {
        "id": "d",
        "says": "not_occurred",
        "claimed_by_id": "north",
        "known_on": "2023-02-02",
        "retracts_id": "c0",
    }
    assert len(visible([event(*ring, outside)]).statements["e"]) == 4
