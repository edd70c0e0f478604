"""What a proof proposes really helps: carried out, it leaves fewer states or the same ones, never another one."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.standing.report import status
from proofs import plain_proofs

from .random_records import random_record
from .settled import carried_out
from .soundness import day

SAMPLE = range(20_000, 20_045)
EVERY_KIND = {"report", "finding", "monitoring", "date"}


def states_of(record: Agreement, proof: dict[str, Any], t: int, k: int) -> set[str] | None:
    """The states of the instance that a proof is about, on another record; None where it is not listed there."""
    for found in status(record, as_of=day(t), known_by=day(k)).of(proof["obligation_id"]):
        if (list(found.obligor_ids), found.number) == (proof["obligor_ids"], proof["number"]):
            return {state.value for state in found.states}
    return None


def is_what_makes_it(record: Agreement, duty: Obligation, subject_id: str | None) -> bool:
    """Whether an instance is one for each time that the subject happens: where it did not, the number is another's."""
    made_by = getattr(duty.performance, "event_id", None)
    times = {event.id for event in record.events if event.occurrence_of_id == made_by} if made_by else set()
    return made_by is not None and subject_id in {made_by, *times}


def outcomes(seeds: range) -> Counter[tuple[str, bool]]:
    """Kind of proposal, and whether it left fewer states, over all open instances; fails where it adds one."""
    found: Counter[tuple[str, bool]] = Counter()
    for seed in seeds:
        rng = random.Random(seed)
        record = random_record(rng)
        t = rng.randint(-2, 22)
        for duty in record.obligations:
            for proof in plain_proofs(record, duty.id, as_of=day(t)):
                before = set(proof["states"])
                assert len(before) > 1 or not proof["would_change"]
                for proposal in proof["would_change"]:
                    if is_what_makes_it(record, duty, proposal["subject_id"]):
                        continue
                    for other in carried_out(record, proof, proposal):
                        after = states_of(other, proof, t, t)
                        if after is not None:
                            assert after <= before, (seed, t, proof["obligation_id"], proposal)
                            found[proposal["kind"], after < before] += 1
    return found


def test_what_is_proposed_never_adds_a_state_and_mostly_takes_one_away() -> None:
    """Every kind occurs in the sample and takes states away, all together more often than not.

    A finding that what is charged was a breach, or was none, need not: other violations may have gone unseen.
    """
    found = outcomes(SAMPLE)
    assert {kind for kind, _ in found} == EVERY_KIND
    assert all(found[kind, True] for kind in EVERY_KIND), found
    shrinking = sum(count for (_, fewer), count in found.items() if fewer)
    assert shrinking > 2 * (found.total() - shrinking), found


@pytest.mark.slow
def test_what_is_proposed_never_adds_a_state_at_length() -> None:
    """The same over two thousand records."""
    assert outcomes(range(30_000, 32_000))
