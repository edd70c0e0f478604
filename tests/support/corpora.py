"""Corpora of any length from a seed: records as long, as conditional and as talked about as real ones, one in a
hundred of them damaged, with the counts of what is in them."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

__all__ = ["random_agreement", "random_corpus", "write_corpus"]

_DAMAGED = 0.01
_VERBS = ("repair", "open", "withdraw from", "publish a report on", "inspect", "pay for", "hand over", "demarcate")
_OBJECTS = ("the landing", "the crossing", "the northern line", "the archive", "the bridge", "the detained", "the dam")
_THEMES = ("works", "borders", "detainees", "water", "trade", "reporting")


def write_corpus(path: Path, seed: int, count: int) -> Counter[str]:
    """Write ``count`` records on lines, packed, and return how many there are of what."""
    counts: Counter[str] = Counter()
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for line, one in random_corpus(seed, count):
            stream.write(line + b"\n")
            counts.update(one)
    return counts


def random_corpus(seed: int, count: int) -> Iterator[tuple[bytes, Counter[str]]]:
    """Each record as bytes, with the counts of what is in it; of a damaged one that alone."""
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        record = random_agreement(rng, f"deal-{number}", earlier=number)
        if rng.random() < _DAMAGED:
            yield _damaged(rng, record), Counter(records=1, damaged=1)
        else:
            yield json.dumps(record, ensure_ascii=False).encode(), _counts(record)


def random_agreement(rng: random.Random, name: str, earlier: int = 0) -> dict[str, Any]:
    """One record in plain JSON; every tenth or so amends one of ``earlier`` before it."""
    signed = date(1990, 1, 1) + timedelta(days=rng.randrange(12_000))
    parties = [f"party-{letter}" for letter in "abcdef"[: rng.choice((2, 2, 2, 2, 3, 3, 4, 6))]]
    duties = [_duty(rng, number, parties, signed) for number in range(1, 2 + int(rng.lognormvariate(2.0, 0.7)))]
    events = [_event(rng, number, parties, duties, signed) for number in range(_talk(rng))]
    record: dict[str, Any] = {
        "accords_version": "1.0",
        "id": name,
        "title": f"Agreement {name} (invented)",
        "conclusion": {"form": "signed", "date": signed.isoformat(), "citations": _cited("closing line")},
        "actors": [{"id": each, "kind": "polity", "name": f"Land {each[-1].upper()}"} for each in parties],
        "parties": [{"actor_id": each} for each in parties],
        "obligations": duties,
        "sources": [
            {"id": "text", "kind": "agreement_text", "title": "Text", "published": signed.isoformat()},
            {"id": "report", "kind": "report", "title": "Report", "published": _later(signed, 4000)},
        ],
    }
    if events:
        record["events"] = events
    if earlier and rng.random() < 0.1:
        other = f"deal-{rng.randrange(earlier)}"
        record["related"] = [{"relation": "amends", "title": "Earlier", "agreement_id": other}]
    return record


def _talk(rng: random.Random) -> int:
    """How many events a record has: few, but one in fifty is watched closely."""
    return int(rng.expovariate(0.25)) + (rng.randrange(100, 200) if rng.random() < 0.02 else 0)


def _duty(rng: random.Random, number: int, parties: list[str], signed: date) -> dict[str, Any]:
    modality = rng.choice(["must"] * 6 + ["must_not"] * 2 + ["may", "endeavour"])
    duty: dict[str, Any] = {
        "id": f"duty-{number}",
        "clause": f"{1 + number // 3}({1 + number % 3})",
        "obligor_ids": rng.sample(parties, rng.choice((1, 1, 1, len(parties)))),
        "modality": modality,
        "action": f"{rng.choice(_VERBS)} {rng.choice(_OBJECTS)}, sector {number}",
        "themes": [rng.choice(_THEMES)],
        "citations": _cited(f"Art. {1 + number // 3}"),
    }
    if modality == "must_not":
        return duty
    if modality == "must" and rng.random() < 0.15:
        start = signed + timedelta(days=30)
        every, times = rng.choice((("P1M", 12), ("P3M", 8), ("P1Y", 5)))
        duty["performance"] = {"kind": "recurring", "every": every, "mode": "anchored", "times": times}
        duty["not_before"] = {"kind": "date", "value": start.isoformat()}
        duty["due"] = {"kind": "date", "value": (start + timedelta(days=20)).isoformat()}
    elif rng.random() < 0.7:
        duty["due"] = _deadline(rng, number, signed)
    if rng.random() < 0.2:
        duty["trigger"] = _trigger(rng, number)
    return duty


def _deadline(rng: random.Random, number: int, signed: date) -> dict[str, Any]:
    after: dict[str, Any] = {"kind": "conclusion"}
    match rng.randrange(4):
        case 0:
            return {"kind": "date", "value": _later(signed, 900)}
        case 1:
            return {"kind": "vague", "text": "as soon as possible"}
        case 2 if number > 1:
            after = {"kind": "obligation", "obligation_id": f"duty-{rng.randrange(1, number)}", "reaches": "ended"}
    return {"kind": "offset", "anchor": after, "duration": rng.choice(("P10D", "P30D", "P6M", "P1Y"))}


def _trigger(rng: random.Random, number: int) -> dict[str, Any]:
    words: dict[str, Any] = {"kind": "prose", "id": f"weather-{number}", "text": "the water is low enough"}
    if rng.random() < 0.5:
        return words
    return {"kind": "all_of", "conditions": [{"kind": "conclusion"}, words]}


def _event(
    rng: random.Random, number: int, parties: list[str], duties: list[dict[str, Any]], signed: date
) -> dict[str, Any]:
    duty = rng.choice(duties)
    done = duty["modality"] != "must_not"
    day = _later(signed, 1500)
    claims = [
        {
            "says": _says(rng, done=done),
            "when": day,
            "claimed_by_id": rng.choice(parties),
            "citations": _cited(f"¶{number}-{place}", "report"),
        }
        for place in range(rng.choice((1, 1, 2, 3)))
    ]
    return {
        "id": f"event-{number}",
        "kind": "performance" if done else "conduct",
        "summary": f"What was done in sector {number}.",
        "actor_ids": [duty["obligor_ids"][0]],
        "obligation_ids": [duty["id"]],
        "claims": claims,
    }


def _says(rng: random.Random, *, done: bool) -> str:
    if not done and rng.random() < 0.3:
        return "breach"
    return rng.choice(("occurred", "occurred", "not_occurred"))


def _later(day: date, most: int) -> str:
    return (day + timedelta(days=1 + most // 2)).isoformat()


def _cited(locator: str, source: str = "text") -> list[dict[str, Any]]:
    return [{"source_id": source, "locator": locator}]


def _damaged(rng: random.Random, record: dict[str, Any]) -> bytes:
    """The record with one fault that is an error."""
    match rng.randrange(5):
        case 0:
            return json.dumps(record).encode()[:-2]
        case 1:
            del record["title"]
        case 2:
            record["obligations"][0]["obligor_ids"] = ["nobody"]
        case 3:
            record["conclusion"]["date"] = "2021-02-30"
        case _:
            record["obligations"][0]["modality"] = "should"
    return json.dumps(record).encode()


def _counts(record: dict[str, Any]) -> Counter[str]:
    text = json.dumps(record)
    events = record.get("events", [])
    return Counter(
        records=1,
        obligations=len(record["obligations"]),
        actors=len(record["actors"]),
        events=len(events),
        claims=sum(len(event["claims"]) for event in events),
        conditions=sum(text.count(f'"kind": "{kind}"') for kind in _CONDITIONS),
        relations=len(record.get("related", [])),
    )


_CONDITIONS = ("date", "vague", "offset", "obligation", "conclusion", "prose", "all_of")
