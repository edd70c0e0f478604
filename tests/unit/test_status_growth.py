"""Large records: deep chains and hubs are followed to their end, and many spells of watching stay apart."""

from __future__ import annotations

from typing import Any

from accords.codec import structure
from accords.engine.moments import MAX_SPANS, NEVER, drop, joined, union
from accords.engine.status import status
from accords.engine.table import State

DEEP = 1_500  # deeper than Python follows calls


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
