"""What a site of 745 agreements takes: CPU time, memory, files and bytes, as of one day and of two.

Run with ``python benchmarks/site.py [count]``. The agreements are invented, from a seed: between 150 parties, with two
or three duties each, most of which somebody says something about.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from accords.codec import structure
from accords.model.agreement import Agreement
from accords.render.site.whole import render_site

COUNT, SEED = 745, 7
DAYS = ("2023-01-20", "2023-06-01")
VERBS = ("withdraw from", "open", "repair", "publish a report on", "inspect", "hand over", "pay for", "demarcate")
OBJECTS = ("the northern line", "the crossing", "the dam", "the archive", "the bridge", "the detained", "the harbour")
THEMES = ("works", "borders", "detainees", "water", "trade", "reporting")


def agreements(count: int) -> Iterator[Agreement]:
    """So many records, the same ones each time."""
    rng = random.Random(SEED)
    for number in range(count):
        yield structure(_record(rng, number))


def _record(rng: random.Random, number: int) -> dict[str, Any]:
    signed = date(2018, 1, 1) + timedelta(days=rng.randrange(1_800))
    one, other = rng.sample(range(150), 2)
    parties, mediator = (f"land-{one}", f"land-{other}"), f"body-{rng.randrange(20)}"
    duties = [_duty(rng, n, rng.choice(parties), signed) for n in range(rng.choice((2, 3, 3, 3, 3, 3, 3, 3, 3, 3)))]
    return {
        "accords_version": "1.0",
        "id": f"agreement-{number}",
        "title": f"Agreement number {number} of Land {one} and Land {other}",
        "summary": "What the two sides agreed on, in a sentence or two, as a coder would put it.",
        "conclusion": {"form": "signed", "date": signed.isoformat(), "place": "Ruritania"},
        "actors": [
            *({"id": each, "kind": "polity", "name": each.title().replace("-", " ")} for each in parties),
            {"id": mediator, "kind": "international_organisation", "name": mediator.title().replace("-", " ")},
        ],
        "parties": [{"actor_id": each} for each in parties],
        "third_parties": [{"actor_id": mediator, "role": "mediator"}],
        "obligations": duties,
        "events": [_event(rng, n, duty, parties, signed) for n, duty in enumerate(duties) if rng.random() < 0.7],
        "sources": [
            {"id": "text", "kind": "agreement_text", "title": "Text of the agreement", "published": signed.isoformat()},
            {"id": "report", "kind": "news_report", "title": "What was seen", "published": "2022-12-20",
             "url": f"https://example.org/{number}"},
        ],
        "release": {"on": "2023-01-15", "by": "The office", "licence": "CC-BY-4.0"},
    }  # fmt: skip


def _duty(rng: random.Random, number: int, obligor: str, signed: date) -> dict[str, Any]:
    modality = rng.choice(("must", "must", "must", "must_not", "may"))
    due = (signed + timedelta(days=rng.randrange(30, 1_500))).isoformat()
    return {
        "id": f"duty-{number}",
        "clause": f"Art. {number + 1}",
        "obligor_ids": [obligor],
        "modality": modality,
        "action": f"{rng.choice(VERBS)} {rng.choice(OBJECTS)}",
        "as_written": "shall, within the time agreed, do what is set out in this article",
        "themes": [rng.choice(THEMES)],
        **({"due": {"kind": "date", "value": due}} if modality == "must" else {}),
        "citations": [{"source_id": "text", "locator": f"Art. {number + 1}"}],
    }


def _event(
    rng: random.Random, number: int, duty: dict[str, Any], parties: tuple[str, str], signed: date
) -> dict[str, Any]:
    day = (signed + timedelta(days=rng.randrange(20, 400))).isoformat()
    says = ("breach", "no_breach") if duty["modality"] == "must_not" else ("occurred", "not_occurred")
    return {
        "id": f"event-{number}",
        "kind": "conduct" if duty["modality"] == "must_not" else "performance",
        "summary": "Something was done that bears on it",
        "actor_ids": duty["obligor_ids"],
        "obligation_ids": [duty["id"]],
        "claims": [
            {"says": word, "when": day, "claimed_by_id": who, "citations": [{"source_id": "report", "locator": "¶2"}]}
            for word, who in zip(says[: rng.choice((1, 2))], parties, strict=False)
        ],
    }


def main() -> None:
    """Print what a site takes as of one day and of two."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    records = list(agreements(count))
    duties = sum(len(each.obligations) for each in records)
    print(f"{count:,} agreements, {duties:,} duties")
    for days in (DAYS[:1], DAYS):
        start = time.process_time()
        files = render_site(records, as_of=days, contact="office@example.org")
        took = time.process_time() - start
        size = sum(map(len, files.values())) / 1e6
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        largest = max(files, key=lambda path: len(files[path]))
        print(
            f"{len(days)} day{'s' * (len(days) > 1)}: {took:.1f} s of CPU, {len(files):,} files, {size:.1f} MB, "
            f"peak memory {memory:,.0f} MB, largest {largest} of {len(files[largest]) / 1e6:.2f} MB"
        )


if __name__ == "__main__":
    main()
