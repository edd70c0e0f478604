"""How long a record takes to read and validate, against tools that check its shape alone.

Machines are noisy: rounds of all contenders take turns, and what is printed is each one's best round as a ratio to
``json.loads`` of the same text in the same run.
"""

from __future__ import annotations

import copy
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs

from accords import load, loads, validate
from accords.schema.store import read_schema

RECORD = Path(__file__).parents[1] / "examples" / "kosovo-serbia-plates-2022.accord.json"
ROUNDS = 7


def grown(obligations: int) -> str:
    """The reference record with so many obligations, each with an id of its own."""
    record: dict[str, Any] = json.loads(RECORD.read_text("utf-8"))
    originals = record["obligations"]
    while len(record["obligations"]) < obligations:
        extra = copy.deepcopy(originals[len(record["obligations"]) % len(originals)])
        extra["id"] = f"{extra['id']}-{len(record['obligations'])}"
        record["obligations"].append(extra)
    return json.dumps(record, ensure_ascii=False)


def contenders(text: str) -> dict[str, Callable[[], object]]:
    """Name → what is timed."""
    rust = jsonschema_rs.validator_for(read_schema())
    python = jsonschema.Draft202012Validator(read_schema())
    faulty = text.replace('"obligor_ids": ["serbia"]', '"obligor_ids": ["servia"]', 1)
    return {
        "json.loads": lambda: json.loads(text),
        "json.loads + jsonschema-rs": lambda: rust.is_valid(json.loads(text)),
        "json.loads + jsonschema": lambda: python.is_valid(json.loads(text)),
        "accords.loads": lambda: loads(text),
        "accords.validate": lambda: validate(text),
        "accords.validate, one finding": lambda: validate(faulty),
    }


def measure(text: str) -> None:
    """Print a table for one record."""
    timed = contenders(text)
    best = dict.fromkeys(timed, float("inf"))
    for _ in range(ROUNDS):
        for name, run in timed.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    base = best["json.loads"]
    print(f"\n{len(text) / 1000:,.0f} kB")
    for name, seconds in best.items():
        print(f"  {name:<32} {seconds * 1000:10.2f} ms {seconds / base:8.1f} x")


def main() -> int:
    """Measure the reference record, and larger ones made from it."""
    assert load(RECORD)
    for obligations in (4, 100, 1000):
        measure(grown(obligations))
    return 0


if __name__ == "__main__":
    sys.exit(main())
