"""How the time of each command grows with a record, for shapes of records that invite quadratic work.

Run with ``python benchmarks/growth.py [shape ...]``. Every shape is measured at a size and at ten times that size;
a growth of about 10 is linear, of about 100 quadratic. Times are of this process alone, the median of a few runs.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from accords.checklist import checklist
from accords.codec.reading import Limits
from accords.model.agreement import Agreement
from accords.standing.history import timeline
from accords.standing.report import status
from accords.validate import loads

LIMITS = Limits(max_bytes=1 << 30)
DAY = "2023-12-31"
Plain = dict[str, Any]


def frame(*obligations: Plain, **members: Any) -> Plain:
    """A record between two parties."""
    return {
        "accords_version": "1.0",
        "id": "growth",
        "title": "Growth",
        "conclusion": {"form": "signed", "date": "2023-01-01"},
        "actors": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        "obligations": list(obligations),
        "sources": [{"id": "text", "kind": "agreement_text", "title": "Text"}],
    } | members


def duty(n: int, **members: Any) -> Plain:
    """The n-th duty of a record."""
    cited = {"citations": [{"source_id": "text", "locator": str(n)}]}
    common = {"id": f"duty-{n}", "obligor_ids": ["north"], "modality": "must", "action": f"do the thing numbered {n}"}
    return common | {"due": {"kind": "date", "value": "2023-06-30"}} | cited | members


def undated(**members: Any) -> Plain:
    """A duty without a deadline."""
    return {name: value for name, value in duty(0, **members).items() if name != "due"}


def said(n: int, speaker: str = "north", says: str = "occurred") -> Plain:
    """The n-th claim of a record."""
    return {
        "says": says, "when": f"2023-0{n % 6 + 1}-{n % 28 + 1:02d}", "known_on": "2023-07-01", "claimed_by_id": speaker,
        "citations": [{"source_id": "text"}],
    }  # fmt: skip


def act(n: int, of: str, *claims: Plain, **members: Any) -> Plain:
    """The n-th event: a performance of a duty."""
    common = {"id": f"event-{n}", "kind": "performance", "summary": "what happened", "actor_ids": ["north"]}
    return common | {"obligation_ids": [of], "claims": list(claims or (said(n),))} | members


def chain(n: int) -> Plain:
    """Each duty waits for the one before it, and the first act is disputed."""
    after = [{"kind": "obligation", "obligation_id": f"duty-{i - 1}", "reaches": "fulfilled"} for i in range(n)]
    duties = [duty(i, **({"trigger": after[i]} if i else {})) for i in range(n)]
    first = act(0, "duty-0", said(0), said(3, "south", "not_occurred"))
    return frame(*duties, events=[first, *(act(i, f"duty-{i}") for i in range(1, n))])


def event_of_many(n: int) -> Plain:
    """Every duty waits for the same event, whose date is disputed."""
    trigger = {"kind": "event", "event_id": "start"}
    start = {"id": "start", "kind": "milestone", "summary": "it starts", "claims": [said(1), said(2, "south")]}
    return frame(*(duty(i, trigger=trigger) for i in range(n)), events=[start])


def duty_of_many(n: int) -> Plain:
    """Every event is an act under one duty."""
    return frame(duty(0), events=[act(i, "duty-0") for i in range(n)])


def many_claims(n: int) -> Plain:
    """One event with many claims, for it and against it."""
    claims = [said(i, *(("south", "not_occurred") if i % 2 else ("north", "occurred"))) for i in range(n)]
    return frame(duty(0), events=[act(0, "duty-0", *claims)])


def turns(n: int) -> Plain:
    """A duty that comes round every month, with an act on each of many days."""
    first, last = ({"kind": "date", "value": day} for day in ("2001-01-01", "2001-01-06"))
    monthly = undated(performance={"kind": "recurring", "every": "P1M"}) | {"not_before": first, "due": last}
    return frame(monthly, events=[act(i, "duty-0") for i in range(n)])


def watching(n: int) -> Plain:
    """One duty not to do something, watched on every other day."""
    days = [(date(1960, 1, 1) + timedelta(days=2 * i)).isoformat() for i in range(n)]
    spells = [
        {
            "obligation_ids": ["duty-0"], "recorded": "none_found", "since": day, "through": day, "known_on": day,
            "monitored_by_id": "observer", "citations": [{"source_id": "text"}],
        }
        for day in days
    ]  # fmt: skip
    made = frame(undated(modality="must_not"), monitoring=spells)
    made["actors"].append({"id": "observer", "name": "Observer"})
    made["conclusion"]["date"] = "1960-01-01"
    return made


def all_of(n: int) -> Plain:
    """A duty that waits for many events at once."""
    waits = {"kind": "all_of", "conditions": [{"kind": "event", "event_id": f"step-{i}"} for i in range(n)]}
    steps = [{"id": f"step-{i}", "kind": "milestone", "summary": "a step", "claims": [said(i)]} for i in range(n)]
    return frame(duty(0, trigger=waits), events=steps)


def disputes(n: int) -> Plain:
    """Each duty waits for the one before it, and every act is disputed."""
    made = chain(n)
    for i, event in enumerate(made["events"]):
        event["claims"] = [said(i), said(i, "south", "not_occurred")]
    return made


def obligors(n: int) -> Plain:
    """One duty that each of many owes."""
    ids = [f"state-{i}" for i in range(n)]
    made = frame(duty(0, obligor_ids=ids))
    made["actors"] += [{"id": each, "name": each} for each in ids]
    made["parties"] += [{"actor_id": each} for each in ids]
    return made


def linkage(n: int) -> Plain:
    """Many duties that are due at the same time as each other."""
    ids = [f"duty-{i}" for i in range(n)]
    duties = (duty(i, obligor_ids=["south" if i % 2 else "north"]) for i in range(n))
    tie = {"obligation_ids": ids, "mode": "simultaneous", "citations": [{"source_id": "text"}]}
    return frame(*duties, linkages=[tie])


def reciprocal(n: int) -> Plain:
    """Many duties that depend on each other being kept."""
    made = linkage(n)
    made["linkages"][0]["mode"] = "reciprocal"
    return made


SHAPES: dict[str, tuple[Callable[[int], Plain], int]] = {
    "chain": (chain, 1_000),
    "event of many duties": (event_of_many, 1_000),
    "duty of many events": (duty_of_many, 1_000),
    "event of many claims": (many_claims, 1_000),
    "duty of many turns": (turns, 100),
    "spells of watching": (watching, 1_000),
    "all of many": (all_of, 1_000),
    "chain, all disputed": (disputes, 100),
    "duty of many obligors": (obligors, 250),
    "simultaneous linkage": (linkage, 250),
    "reciprocal linkage": (reciprocal, 250),
}


def histories(n: int) -> Plain:
    """Duties with deadlines and acts of their own, for the timeline."""
    return frame(*(duty(i) for i in range(n)), events=[act(i, f"duty-{i}") for i in range(n)])


def timed(call: Callable[[], object], times: int) -> float:
    """The median of ``times`` runs in seconds of this process, each after a full collection."""
    found = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return statistics.median(found)


def measured(record: Plain) -> tuple[float, ...]:
    """How long loading, status and checklist take."""
    text = json.dumps(record)
    agreement: Agreement = loads(text, limits=LIMITS)
    calls = (
        lambda: loads(text, limits=LIMITS),
        lambda: status(agreement, as_of=DAY),
        lambda: checklist(agreement, as_of=DAY),
    )
    return tuple(timed(call, 3) for call in calls)


def timeline_time(n: int) -> float:
    """How long the timeline of ``n`` duties takes, once."""
    agreement = loads(json.dumps(histories(n)), limits=LIMITS)
    return timed(lambda: timeline(agreement, known_by=DAY), 1)


def main(chosen: list[str]) -> int:
    """Print a line for each shape: the time at the larger size, and how many times that of the smaller it is."""
    print(f"{'':<24}{'size':>8}{'load':>18}{'status':>18}{'checklist':>18}")
    for name, (make, size) in SHAPES.items():
        if chosen and name not in chosen:
            continue
        small, large = measured(make(size)), measured(make(size * 10))
        cells = "".join(f"{b:9.2f} s {b / a:5.0f} x" for a, b in zip(small, large, strict=True))
        print(f"{name:<24}{size * 10:>8}{cells}", flush=True)
    if not chosen or "timeline" in chosen:
        small, large = (timeline_time(n) for n in (100, 1_000))
        print(f"{'timeline':<24}{1_000:>8}{large:9.2f} s {large / small:5.0f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
