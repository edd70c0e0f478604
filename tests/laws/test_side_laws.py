"""The laws of whose word counts: what a side says for itself decides nothing alone, and nobody's act moves another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation, Ratio
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.vocabulary import EventKind, Role, Says

from .oracle import Oracle
from .oracle_words import Who
from .random_records import random_record
from .soundness import day, key

_CALM = settings(
    deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)  # fmt: skip
"""Without shrinking: a record made by chance has no smaller one."""
_RNG = st.randoms(use_true_random=False)
LONE = {"breached", "fulfilled"}
FOR_ITSELF = {
    ("mine", EventKind.PERFORMANCE): {Says.OCCURRED},
    ("mine", EventKind.CONDUCT): {Says.NOT_OCCURRED, Says.NO_BREACH},
    ("theirs", EventKind.PERFORMANCE): {Says.NOT_OCCURRED},
    ("theirs", EventKind.CONDUCT): {Says.OCCURRED, Says.BREACH},
}
"""What serves the side of the obligor, and the other one."""


def by_side(record: Agreement, k: int, who: Who, camp: str) -> Agreement:
    """The record without what one side says or watches for itself of a duty; formal acts and milestones apart."""
    oracle = Oracle(record, k, k)
    camps = {camp, f"soft {camp}"}

    def struck(event: Event, claim: Claim) -> bool:
        serves = FOR_ITSELF.get((camp, event.kind), set())
        word = oracle.word(claim.claimed_by_id, oracle.heard(claim), who, Role.VERIFIER)
        own = who[0] in event.obligation_ids and event.act is None
        return own and claim.says in serves and word.camp in camps

    events = tuple(evolve(e, claims=tuple(c for c in e.claims if not struck(e, c))) for e in record.events)
    watching = tuple(
        m
        for m in record.monitoring
        if who[0] not in m.obligation_ids
        or oracle.word(m.monitored_by_id, oracle.heard(m), who, Role.VERIFIER, Role.MONITOR).camp not in camps
    )
    return evolve(record, events=events, monitoring=watching)


def both_watch(record: Agreement, k: int, who: Who) -> bool:
    """Whether the two sides watched together, so that each one's watching counts by the other's."""
    oracle = Oracle(record, k, k)
    watching = [m for m in record.monitoring if who[0] in m.obligation_ids]
    camps = {oracle.word(m.monitored_by_id, oracle.heard(m), who, Role.VERIFIER, Role.MONITOR).camp for m in watching}
    return {"mine", "theirs"} <= camps


@_CALM
@given(_RNG)
def test_what_one_side_says_for_itself_holds_up_no_certainty(rng: random.Random) -> None:
    """Strike it, and a lone breach or fulfilment stays alone."""
    record = random_record(rng)
    t = rng.randint(-2, 22)
    oracle = Oracle(record, t, t)
    for found in status(record, as_of=day(t)).instances:
        if {state.value for state in found.states} not in ({"breached"}, {"fulfilled"}):
            continue
        options = oracle.instances(oracle.duty[found.obligation_id])
        who = next(w for w in options if w[1] == "*" or w[1] in found.obligor_ids)
        for camp in ("mine", "theirs"):
            if both_watch(record, t, who):
                continue
            after = status(by_side(record, t, who, camp), as_of=day(t))
            same = [each for each in after.instances if key(each) == key(found)]
            assert [each.states for each in same] == [found.states], (camp, key(found))


# ---------------------------------------------------------------- others' acts


def others(record: Agreement) -> Iterator[tuple[Obligation, Event, str]]:
    """Acts of one obligor of a duty that each owes, with another obligor of it."""
    oracle = Oracle(record, 0, 0)
    for duty in record.obligations:
        if len(oracle.instances(duty)) < 2 or duty.borne.value == "in_turn":
            continue
        for event in record.events:
            own = event.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT) and event.obligation_ids == (duty.id,)
            doers = oracle.doers(event, duty) if own else []
            yield from ((duty, event, o) for o in duty.obligor_ids if doers and o not in doers)


def is_tied(record: Agreement, duty: Obligation, event: Event) -> bool:
    """Whether a condition, a linkage or an amount hangs on the duty or the event."""
    text = repr((record.obligations, record.term, record.parties, [e.new_due for e in record.events]))
    linked = any(duty.id in link.obligation_ids for link in record.linkages)
    amounts = any(
        isinstance(bound, Ratio) for o in record.obligations for q in o.quantities for bound in (q.at_least, q.at_most)
    )
    named = f"event_id='{event.id}'" in text or f"obligation_id='{duty.id}'" in text
    return linked or amounts or named or event.occurrence_of_id is not None


def seen(found: InstanceStatus) -> object:
    return found.states, found.as_reported, found.name, found.deadline.computed


def test_the_act_of_one_obligor_moves_nobody_else() -> None:
    """Where nothing ties the two, an event of one obligor is nothing to the instance of another."""
    looked = 0
    for seed in range(20_000, 20_250):
        rng = random.Random(seed)
        record = random_record(rng)
        t = rng.randint(-2, 22)
        for duty, event, other in others(record):
            if is_tied(record, duty, event):
                continue
            without = evolve(record, events=tuple(evolve(e, claims=()) if e is event else e for e in record.events))
            before, after = (
                {key(i): seen(i) for i in status(each, as_of=day(t)).of(duty.id) if i.obligor_ids == (other,)}
                for each in (record, without)
            )
            assert all(after[one] == before[one] for one in before if one in after), (seed, duty.id, event.id, other)
            looked += len(before)
    assert looked > 30
