"""What stands of what is said: of facts, charges and findings, by whose word it is."""

from __future__ import annotations

from typing import Any

import pytest

from accords.codec import structure
from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER, Moment, rest
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.claims import Fact, Standing
from accords.engine.facts.ledger import Ledger
from accords.model.agreement import Agreement

DAY = Axis("UTC")
FEBRUARY = "2023-02"


def says(who: str | None, what: str, when: str | None = "2023-02-05", **more: Any) -> dict[str, Any]:
    claim: dict[str, Any] = {"says": what, "known_on": "2023-03-01", "citations": [{"source_id": "news"}], **more}
    if who is not None:
        claim["claimed_by_id"] = who
    if when is not None:
        claim["when"] = when
    return claim


def record(
    *claims: dict[str, Any], kind: str = "performance", finding: list[dict[str, Any]] | None = None, **more: Any
) -> Agreement:
    """North owes south; east is a third signatory where the parties name it."""
    owed = {"id": "o", "obligor_ids": ["north"], "modality": "must", "action": "pay"} | more.pop("duty", {})
    about = {"obligation_ids": ["o"]} | more.pop("about", {})
    events = [{"id": "e", "kind": kind, "summary": "it happened", "claims": list(claims), **about}, *(finding or [])]
    plain = {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "actors": [
            *({"id": i, "name": i} for i in ("north", "south", "east", "court", "jury", "press", "militia")),
            {"id": "rival", "name": "rival", "kind": "person", "acts_for": [{"actor_id": "north"}]},
        ],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        "third_parties": [{"actor_id": "court", "role": "arbiter"}, {"actor_id": "jury", "role": "arbiter"}],
        "obligations": [owed],
        "events": events,
        "sources": [
            {"id": "news", "kind": "news_report", "title": "News"},
            {"id": "award", "kind": "legal_act", "title": "Award"},
        ],
    }
    return structure(plain | more)


def ledger(agreement: Agreement) -> Ledger:
    day = DAY.last(as_date("2023-12-31"))
    return Ledger(agreement, DAY, day, day)


def span(text: str) -> Moment:
    return ((DAY.first(as_date(text)), DAY.last(as_date(text))),)


def fact_of(agreement: Agreement) -> Fact:
    book = ledger(agreement)
    (bearer,) = book.bearers["o"]
    return book.fact(book.events["e"], bearer)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("south", "occurred")], Standing.ESTABLISHED),
        ([("north", "occurred")], Standing.CLAIMED),
        ([("rival", "occurred")], Standing.CLAIMED),
        ([("press", "occurred")], Standing.REPORTED),
        ([(None, "occurred")], Standing.REPORTED),
        ([("south", "occurred"), ("press", "not_occurred")], Standing.CONTESTED),
        ([("north", "not_occurred")], Standing.NOT_YET),
        ([("rival", "not_occurred")], Standing.CLAIMED),
        ([("south", "not_occurred")], Standing.CLAIMED),
    ],
)
def test_a_performance_is_established_by_the_counterpart(claims: list[tuple[str | None, str]], expected: Any) -> None:
    assert fact_of(record(*(says(who, what) for who, what in claims))).standing is expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("north", "occurred")], Standing.ESTABLISHED),
        ([("rival", "occurred")], Standing.REPORTED),
        ([("south", "breach")], Standing.CLAIMED),
        ([("north", "no_breach")], Standing.UNREPORTED),
        ([("south", "breach"), ("north", "no_breach")], Standing.CLAIMED),
    ],
)
def test_a_conduct_is_established_by_the_obligor_and_no_breach_asserts_nothing(
    claims: list[tuple[str, str]], expected: Standing
) -> None:
    assert fact_of(record(*(says(who, what) for who, what in claims), kind="conduct")).standing is expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("south", FEBRUARY), ("north", "2023-02-09")], FEBRUARY),
        ([("south", "2023-02-09"), ("north", FEBRUARY)], "2023-02-09"),
        ([("south", FEBRUARY), ("press", "2023-02-09"), ("north", "2023-02-07/2023-02-09")], "2023-02-09"),
        ([("press", FEBRUARY), ("north", "2023-02-09")], FEBRUARY),
        ([("north", FEBRUARY), ("rival", "2023-02-09")], "2023-02-09"),
    ],
)
def test_a_self_serving_claim_never_narrows_the_days_that_others_give(
    claims: list[tuple[str, str]], expected: str
) -> None:
    found = fact_of(record(*(says(who, "occurred", when) for who, when in claims)))
    assert found.asserted == span(expected)


def test_days_at_odds_with_a_self_serving_claim_are_all_possible() -> None:
    """South says on the 12th, north on the 9th: nothing tells which of the two is right."""
    found = fact_of(record(says("south", "occurred", "2023-02-12"), says("north", "occurred", "2023-02-09")))
    assert found.standing is Standing.ESTABLISHED
    assert found.asserted == (*span("2023-02-09"), *span("2023-02-12"))


TOGETHER = {"obligor_ids": ["north", "south"], "borne": "jointly"}


@pytest.mark.parametrize(
    ("duty", "parties", "claims", "expected"),
    [
        (TOGETHER, "ns", [("north", "occurred"), ("south", "occurred")], Standing.ESTABLISHED),
        (TOGETHER, "ns", [("north", "occurred")], Standing.CLAIMED),
        (TOGETHER, "ns", [("north", "not_occurred")], Standing.CLAIMED),
        (TOGETHER, "ns", [("north", "not_occurred"), ("south", "not_occurred")], Standing.NOT_YET),
        (TOGETHER | {"owed_to_ids": ["east"]}, "nse", [("north", "occurred"), ("south", "occurred")], Standing.CLAIMED),
        (TOGETHER | {"owed_to_ids": ["east"]}, "nse", [("east", "occurred")], Standing.ESTABLISHED),
    ],
)
def test_those_who_owe_together_admit_only_together(
    duty: dict[str, Any], parties: str, claims: list[tuple[str, str]], expected: Standing
) -> None:
    """Where all parties owe it, all together establish; where somebody is left to confirm it, they do not."""
    names = {"n": "north", "s": "south", "e": "east"}
    agreement = record(
        *(says(who, what) for who, what in claims), duty=duty, parties=[{"actor_id": names[p]} for p in parties]
    )
    assert fact_of(agreement).standing is expected


def test_an_event_bears_on_those_to_whom_its_actors_belong() -> None:
    """North's own act is nothing to south, who owes the same; the militia's may be either's."""
    both = {"obligor_ids": ["north", "south"]}
    for actors, expected in (["north"], [True, False]), (["rival"], [True, False]), (["militia"], [None, None]):
        book = ledger(record(says("south", "occurred"), duty=both, about={"actor_ids": actors}))
        event = book.events["e"]
        assert [book.acts_for(event, bearer) for bearer in book.bearers["o"]] == expected
        told = [event in [matter.event for matter in book.matters(bearer)] for bearer in book.bearers["o"]]
        assert told == [whose is not False for whose in expected]


def finding(
    *claims: dict[str, Any], by: str | None = "court", verdict: str = "breached", **more: Any
) -> dict[str, Any]:
    about = {"on_id": "o", "verdict": verdict, "when": "2023-02-05"}
    found = {"id": f"f-{by}", "kind": "finding", "summary": "it was found", "finding": about, "claims": list(claims)}
    return found | ({"actor_ids": [by]} if by is not None else {})


DONT = {"duty": {"modality": "must_not"}, "kind": "conduct"}


@pytest.mark.parametrize(
    ("found", "standing", "settles"),
    [
        (finding(says("court", "occurred")), Standing.ESTABLISHED, True),
        (finding(says("north", "occurred")), Standing.ESTABLISHED, True),
        (finding(says("south", "occurred")), Standing.CLAIMED, False),
        (finding(says(None, "occurred")), Standing.REPORTED, False),
        (finding(says(None, "occurred", citations=[{"source_id": "award"}])), Standing.ESTABLISHED, True),
        (finding(says("south", "occurred"), says("north", "not_occurred")), Standing.CONTESTED, False),
        (finding(says("south", "occurred"), says("north", "accepts")), Standing.ESTABLISHED, True),
        (finding(says("south", "occurred"), says("north", "rejects")), Standing.CLAIMED, False),
        (finding(says("press", "occurred"), by="press"), Standing.ESTABLISHED, False),
        (finding(says("press", "occurred"), says("north", "accepts"), by="press"), Standing.ESTABLISHED, True),
        (finding(says(None, "occurred"), by=None), Standing.REPORTED, False),
        (finding(says("south", "occurred"), verdict="not_breached"), Standing.ESTABLISHED, True),
    ],
)
def test_that_a_body_found_it_takes_its_own_word_or_that_of_the_side_it_goes_against(
    found: dict[str, Any], standing: Standing, settles: bool
) -> None:
    book = ledger(record(finding=[found], **DONT))
    (weighed,) = book.findings("o", Bearer("o", ("north",), False))
    assert (weighed.standing, weighed.settles) == (standing, settles)


@pytest.mark.parametrize(
    ("according_to", "settles", "charge"),
    [([], True, Standing.FOUND), (["south"], False, Standing.CHARGED), (["north", "south"], True, Standing.FOUND)],
)
def test_a_body_that_one_side_alone_recognises_speaks_beside_that_side(
    according_to: list[str], settles: bool, charge: Standing
) -> None:
    """Its finding against the other is a charge."""
    found = finding(says("court", "occurred"))
    found["finding"]["on_id"] = "e"
    thirds = [{"actor_id": "court", "role": "arbiter", "according_to_ids": according_to}]
    book = ledger(record(says("south", "occurred"), finding=[found], third_parties=thirds, **DONT))
    (bearer,) = book.bearers["o"]
    (weighed,) = book.findings("e", bearer)
    charged = book.charge(book.events["e"], bearer)
    assert (weighed.settles, charged.standing, charged.chargers) == (settles, charge, ("court",))


def test_two_bodies_at_odds_are_both_named() -> None:
    found = [finding(says(by, "occurred"), by=by, verdict=what) for by, what in _AT_ODDS]
    for each in found:
        each["finding"]["on_id"] = "e"
    book = ledger(record(says("north", "occurred"), finding=found, **DONT))
    (bearer,) = book.bearers["o"]
    charged = book.charge(book.events["e"], bearer)
    assert charged.standing is Standing.CONTESTED
    assert (charged.chargers, charged.deniers) == (("court",), ("jury",))


_AT_ODDS = (("court", "breached"), ("jury", "not_breached"))


def test_what_one_side_declares_takes_effect_for_what_it_is_owed() -> None:
    """South may release north; north's own word that it owes nothing more is its claim, whoever tells of it."""
    for by, teller, expected in (
        ("south", "south", Standing.ESTABLISHED),
        ("north", "north", Standing.CLAIMED),
        ("north", "south", Standing.CLAIMED),
    ):
        about = {"actor_ids": [by]}
        found = fact_of(record(says(teller, "occurred"), kind="release", about=about))
        assert found.standing is expected, (by, teller)
        assert bool(found.days[-1][1] == NEVER) is (expected is Standing.CLAIMED)
        assert rest(found.days) == span("2023-02-05")
