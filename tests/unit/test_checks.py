"""The checks as a whole: they never raise, however far the days and counts, and do no more than their work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accords.checks import check_agreement
from accords.codec import structure
from accords.model.agreement import Agreement
from accords.validate import validate
from counting import counted_steps


def record(**more: Any) -> dict[str, Any]:
    """A record of two parties, with one cited duty for every object that is given for it."""
    return {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "actors": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        "sources": [{"id": "text", "kind": "agreement_text", "title": "Text"}],
        **more,
    }


def duty(number: int, **more: Any) -> dict[str, Any]:
    """An obligation of the north."""
    return {
        "id": f"duty-{number}",
        "obligor_ids": ["north"],
        "modality": "must",
        "action": "open the bridge",
        "citations": [{"source_id": "text", "locator": str(number)}],
        **more,
    }


def date(value: str) -> dict[str, Any]:
    """A stipulated date."""
    return {"kind": "date", "value": value}


EXTREMES = ["0001-01-01", "9999-12-31", "0001", "9999-12", "../0001-01-01", "9999-12-31/..", "001X", "99XX", "9999~"]
PERIODS = ["P99999Y", "-P99999Y", "P99999D", "-P99999M", "PT99999H", "P0D", "P99999Y99999M99999W99999D"]


@pytest.mark.wide
@pytest.mark.parametrize("day", EXTREMES)
@pytest.mark.parametrize("period", PERIODS)
def test_days_and_periods_at_the_edge_of_the_calendar_are_checked_like_others(day: str, period: str) -> None:
    """In every slot of conditions, turns, claims and sources; a day that no calendar has is no day."""
    shifted = {"kind": "offset", "anchor": date(day), "duration": period}
    suspended = {"starts": shifted, "ends": date(day)}
    turns = {"kind": "recurring", "every": period, "times": 10**30}
    plain = record(
        conclusion={"form": "signed", "date": day, "citations": [{"source_id": "text"}]},
        term={"entry_into_force": date(day), "ends_if_any": [shifted], "renewal": {"duration": period}},
        obligations=[
            duty(1, not_before=shifted, due=date(day), ends=shifted),
            duty(2, performance={**turns, "ends": shifted}, not_before=date(day), due=shifted),
            duty(
                3,
                performance={**turns, "ends": date(day)},
                due=date(day),
                suspensions=[suspended],
            ),
        ],
        events=[
            {
                "id": "delay",
                "kind": "postponement",
                "summary": "The day was moved.",
                "obligation_ids": ["duty-1", "duty-2"],
                "instance": 10**30,
                "new_due": shifted,
                "defined_as": shifted,
                "claims": [
                    {"says": says, "when": day, "until": day, "when_as_written": "١٢ on Monday", "known_on": day}
                    for says in ("occurred", "not_occurred")
                ],
            }
        ],
        monitoring=[{"obligation_ids": ["duty-1"], "since": day, "through": day, "known_on": day}],
        sources=[
            {
                "id": "text",
                "kind": "agreement_text",
                "title": "Text",
                "published": day,
                "url": "https://a.example/2022/02/30/deal",
                "archived_url": "https://b.example/web/20220230000000/deal",
            },
            {
                "id": "news",
                "kind": "news_report",
                "title": "News",
                "published": day,
                "url": "https://a.example/2022/02",
            },
        ],
        coding={"coded_on": day},
    )
    report = validate(plain)
    assert "checks" in report.stages
    assert "ACC901" not in {found.code for found in report.diagnostics}


def opposed(size: int) -> dict[str, Any]:
    """As many duties as prohibitions of the same act, none of them at the same time."""
    musts = [duty(n, due=date("2023-01-31")) for n in range(size)]
    bans = [duty(n + size, modality="must_not", ends=date("2022-01-31")) for n in range(size)]
    return record(obligations=[*musts, *bans])


def chained(size: int) -> dict[str, Any]:
    """Every duty waits for an event that the next one brings about, and the last for that of the first."""
    return record(
        obligations=[
            duty(n, action=f"act {n}", trigger={"kind": "event", "event_id": f"act-{(n + 1) % size}"})
            for n in range(size)
        ],
        events=[
            {"id": f"act-{n}", "kind": "performance", "summary": "An act.", "obligation_ids": [f"duty-{n}"]}
            for n in range(size)
        ],
    )


def disputed(size: int) -> dict[str, Any]:
    """One event with many claims, each of which takes back the one before."""
    claims = [
        {
            "id": f"claim-{n}",
            "says": "occurred",
            "when": "2023-01-01" if n % 2 else "2023-01-02",
            "claimed_by_id": "north",
            **({"retracts_id": f"claim-{n - 1}"} if n else {}),
        }
        for n in range(size)
    ]
    return record(events=[{"id": "act", "kind": "conduct", "summary": "An act.", "claims": claims}])


def cited(size: int) -> dict[str, Any]:
    """Many sources with one address, and many hashes of one passage."""
    span = {"start": 0, "end": 9}
    return record(
        obligations=[
            duty(n, action=f"act {n}", citations=[{"source_id": "s0", "span": {**span, "sha256": f"{n:064x}"}}])
            for n in range(size)
        ],
        sources=[{"id": f"s{n}", "kind": "report", "title": "Report", "url": "https://a.example"} for n in range(size)],
    )


@pytest.mark.further
@pytest.mark.parametrize("made", [opposed, chained, disputed, cited], ids=lambda made: str(made.__name__))
def test_four_times_as_much_takes_about_four_times_the_work(made: Callable[[int], dict[str, Any]]) -> None:
    """Of the kinds of record that tempt a check to compare everything with everything else."""
    list(check_agreement(structure(made(1))))  # what is worked out once for all
    small, large = (_steps(structure(made(size))) for size in (100, 400))
    assert large < 4.5 * small


def _steps(agreement: Agreement) -> int:
    with counted_steps() as work:
        list(check_agreement(agreement))
    return work.count
