"""How long the status of a whole record takes, against its number of obligations and against loading it.

Run with ``python benchmarks/status.py``. Each record has two events for each obligation, and every obligation
but the first of ten waits for the one before it.
"""

from __future__ import annotations

import gc
import json
import time
from typing import Any

from accords.codec.reading import Limits
from accords.standing.report import status
from accords.validate import loads

SIZES = (10, 100, 1_000, 10_000)


def record(size: int) -> dict[str, Any]:
    """A record with ``size`` obligations, as plain JSON."""
    obligations: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for n in range(size):
        me, other = ("north", "south") if n % 2 else ("south", "north")
        duty: dict[str, Any] = {
            "id": f"duty-{n}",
            "obligor_ids": [me],
            "modality": "must_not" if n % 5 == 4 else "must",
            "action": f"do the thing numbered {n}",
            "citations": [{"source_id": "text", "locator": f"{n}"}],
        }
        if n % 5 != 4:
            duty["due"] = {"kind": "offset", "anchor": {"kind": "entry_into_force"}, "duration": f"P{n % 300 + 1}D"}
        if n % 10:
            duty["trigger"] = {"kind": "obligation", "obligation_id": f"duty-{n - 1}", "reaches": "fulfilled"}
        obligations.append(duty)
        kind = "conduct" if n % 5 == 4 else "performance"
        for turn, (speaker, says) in enumerate(
            ((me, "occurred"), (other, "not_occurred" if n % 7 == 0 else "occurred"))
        ):
            events.append(
                {
                    "id": f"event-{n}-{turn}",
                    "kind": kind,
                    "summary": "what happened",
                    "actor_ids": [me],
                    "obligation_ids": [f"duty-{n}"],
                    "claims": [
                        {
                            "says": says,
                            "when": "2023-03-01",
                            "known_on": "2023-03-02",
                            "claimed_by_id": speaker,
                            "citations": [{"source_id": "text"}],
                        }
                    ],
                }
            )
    return {
        "accords_version": "1.0",
        "id": "benchmark",
        "title": "Benchmark",
        "conclusion": {"form": "signed", "date": "2023-01-01", "citations": [{"source_id": "text"}]},
        "actors": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        "obligations": obligations,
        "events": events,
        "sources": [{"id": "text", "kind": "agreement_text", "title": "Text"}],
    }


def timed(call: Any, times: int) -> float:
    """The best of ``times`` runs, in seconds of this process, each after a full collection."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print one line for each size."""
    limits = Limits(max_bytes=1 << 30)
    print(
        f"{'obligations':>12} {'load s':>9} {'status s':>9} {'status/load':>12} {'ms each':>8} {'times the tenth':>16}"
    )
    before = None
    for size in SIZES:
        text = json.dumps(record(size))
        times = 2 if size >= 10_000 else 5
        agreement = loads(text, limits=limits)
        load = timed(lambda text=text: loads(text, limits=limits), times)
        took = timed(lambda agreement=agreement: status(agreement, as_of="2023-12-31"), times)
        growth = f"{took / before:16.1f}" if before else f"{'':>16}"
        print(f"{size:>12} {load:>9.3f} {took:>9.3f} {took / load:>12.2f} {took / size * 1000:>8.3f} {growth}")
        before = took


if __name__ == "__main__":
    main()
