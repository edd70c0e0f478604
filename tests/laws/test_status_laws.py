"""The laws of status, over random records that use every feature; the oracle plays worlds that fit the claims."""

from __future__ import annotations

import json
import random
import re
from datetime import date, timedelta

import attrs
import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from accords.codec import structure, unstructure
from accords.engine.days.moments import BEGIN
from accords.engine.facts.claims import common_days
from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event, Monitoring
from accords.standing.instances import StatusReport
from accords.standing.report import status
from accords.vocabulary import Recorded, Says

from .oracle import BASE, FAR, Oracle, World, worlds
from .oracle_time import NEVER, At
from .random_records import iso, random_record
from .soundness import Tally, compare, day

_CALM = settings(
    deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)  # fmt: skip
"""Without shrinking: a record made by chance has no smaller one."""
_RNG = st.randoms(use_true_random=True)
_DRAWN = st.randoms(use_true_random=False)
"""Every choice drawn by hypothesis, which likes extremes; that takes longer than what it is for."""
SAMPLE = range(20_000, 20_040)
_SAYS_BREACHED = re.compile("(?<!not )breached")


def days_of(rng: random.Random) -> tuple[int, int]:
    t = rng.randint(-2, 22)
    return t, t if rng.random() < 0.7 else rng.randint(0, 26)


def sets_of(report: StatusReport) -> dict[object, frozenset[State]]:
    return {(i.obligation_id, i.obligor_ids, i.number): i.states for i in report.instances}


def of(record: Agreement, t: int, k: int, precision: str = "interval") -> StatusReport:
    return status(record, as_of=day(t), known_by=day(k), precision=precision)


def test_no_world_of_the_fixed_sample_escapes_the_engine() -> None:
    """Soundness, as_reported inside the set, and no false lone breach, on records that never change."""
    for seed in SAMPLE:
        rng = random.Random(seed)
        record = random_record(rng)
        for verdict in compare(record, *days_of(rng), rng, 24):
            assert not verdict.unsound, (seed, verdict)


@pytest.mark.thorough
@pytest.mark.parametrize(("most", "judged"), [(20_000, 400), (1, 0)])
def test_hundreds_of_turns_are_judged_in_the_same_worlds(most: int, judged: int) -> None:
    """Each turn of a rolling duty is worked out from all those before it; what takes too much is not judged."""
    rng = random.Random(20_041_125)
    record, tally = random_record(rng), Tally()
    for verdict in compare(record, *days_of(rng), rng, 2, most=most):
        assert not verdict.unsound, verdict
        tally.add(verdict)
    assert (tally.judged, tally.instances) == (judged, 400)
    assert f"{400 - judged} not judged" in str(tally)


@pytest.mark.parametrize(("most", "judged"), [(20_000, 2), (0, 1)])
def test_instances_of_few_are_judged_as_far_as_questions_last(most: int, judged: int) -> None:
    """Each in worlds of its own; what comes after too many questions is counted as not judged."""
    rng = random.Random(1)
    record, tally = random_record(rng), Tally()
    for verdict in compare(record, *days_of(rng), rng, 2, most=most):
        tally.add(verdict)
    assert (tally.judged, tally.instances) == (judged, 2)


@_CALM
@given(_DRAWN)
def test_no_world_of_any_record_escapes_the_engine(rng: random.Random) -> None:
    """Soundness over records that hypothesis chooses."""
    record = random_record(rng)
    for verdict in compare(record, *days_of(rng), rng, 16):
        assert not verdict.unsound, verdict


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_no_world_of_fifty_thousand_records_escapes_the_engine(part: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Soundness at length: 5,000 records a part, 8 worlds an instance.

    Exact precision is asked of every 25th record.
    """
    tallies = {"interval": Tally(), "exact": Tally()}
    for seed in range(1_000_000 + 5_000 * part, 1_005_000 + 5_000 * part):
        for precision in tallies if seed % 25 == 0 else ("interval",):
            rng = random.Random(seed)
            record = random_record(rng)
            for verdict in compare(record, *days_of(rng), rng, 8, precision):
                assert not verdict.unsound, (seed, precision, verdict)
                tallies[precision].add(verdict)
    with capsys.disabled():
        for precision, tally in tallies.items():
            print(f"\npart {part}, {precision}: {tally}")


@pytest.mark.slow
def test_how_often_an_answer_is_needlessly_open(capsys: pytest.CaptureFixture[str]) -> None:
    """Measured where all worlds can be played, up to 300 an instance: exact precision is open less often."""
    tallies = {"interval": Tally(), "exact": Tally()}
    for seed in range(2_000_000, 2_000_400):
        rng = random.Random(seed)
        record = random_record(rng)
        t, k = days_of(rng)
        exact = {(i.obligation_id, i.obligor_ids, i.number): i for i in of(record, t, k, "exact").instances}
        for verdict, found in zip(compare(record, t, k, rng, 600), exact.values(), strict=True):
            tallies["interval"].add(verdict)
            tallies["exact"].add(verdict._replace(engine=frozenset(state.value for state in found.states)))
    with capsys.disabled():
        for precision, tally in tallies.items():
            print(f"\n{precision}: {tally.openness}")
    assert tallies["exact"].needless < tallies["interval"].needless < tallies["interval"].complete / 10


@_CALM
@given(_RNG)
def test_no_world_escapes_what_is_said_of_the_agreement_itself(rng: random.Random) -> None:
    """Soundness for the agreement's own status."""
    record = random_record(rng)
    t, k = days_of(rng)
    oracle = Oracle(record, t, k)
    states, _ = worlds(lambda world: oracle.play_whole(world, t), 40, rng)
    assert states <= of(record, t, k).agreement


@_CALM
@given(_RNG)
def test_exact_precision_is_sound_and_never_wider(rng: random.Random) -> None:
    """Exact precision only takes states away, and none that a world reaches."""
    record = random_record(rng)
    t, k = days_of(rng)
    coarse, fine = sets_of(of(record, t, k)), sets_of(of(record, t, k, "exact"))
    assert all(fine[key] <= coarse[key] for key in coarse)
    for verdict in compare(record, t, k, rng, 12, "exact"):
        assert not verdict.unsound, verdict


@_CALM
@given(_RNG)
def test_every_instance_has_states_a_name_and_a_state_as_reported(rng: random.Random) -> None:
    """Totality; "breached" is a name only where nothing else is possible."""
    record = random_record(rng)
    for found in of(record, *days_of(rng)).instances:
        assert found.states
        assert found.as_reported in found.states
        assert found.name.strip()
        assert not _SAYS_BREACHED.search(found.name) or found.states == {State.BREACHED}


@_CALM
@given(_RNG)
def test_the_order_of_lists_changes_nothing(rng: random.Random) -> None:
    """Obligations, events, claims and monitoring may stand in any order."""
    record = random_record(rng)
    t, k = days_of(rng)

    def mixed(items: tuple) -> tuple:
        return tuple(rng.sample(items, len(items)))

    events = mixed(tuple(evolve(event, claims=mixed(event.claims)) for event in record.events))
    other = evolve(record, obligations=mixed(record.obligations), events=events, monitoring=mixed(record.monitoring))
    assert sets_of(of(record, t, k)) == sets_of(of(other, t, k))
    assert of(record, t, k) == of(record, t, k)


def cut(record: Agreement, k: int) -> Agreement:
    """The record without what became known after ``k``."""
    oracle = Oracle(record, k, k)

    def known(thing: Claim | Monitoring) -> bool:
        day_of_knowledge = oracle.known(thing)
        return day_of_knowledge is None or day_of_knowledge <= k

    events = tuple(evolve(event, claims=tuple(filter(known, event.claims))) for event in record.events)
    monitoring = tuple(filter(known, record.monitoring))
    return evolve(record, obligations=tuple(oracle.duty.values()), events=events, monitoring=monitoring)


@_CALM
@given(_RNG)
def test_what_is_not_known_yet_changes_nothing(rng: random.Random) -> None:
    """Cutting the record to what is known by a day changes nothing as known by that day, or by any later one."""
    record = random_record(rng)
    t, k = days_of(rng)
    before, past = of(record, t, k), cut(record, k)
    assert before.instances == of(past, t, k).instances
    oracle = Oracle(past, k, k)
    if all(oracle.known(claim) is not None for event in past.events for claim in event.claims):
        assert before.instances == of(past, t, k + 1_000).instances


def moved(record: Agreement, days: int) -> Agreement:
    def later(found: re.Match[str]) -> str:
        if len(found[0]) == len("2023-01"):
            return f"{int(found[0][:4]) + 400}{found[0][4:]}"
        return (date.fromisoformat(found[0]) + timedelta(days=days)).isoformat()

    return structure(json.loads(re.sub(r"\d{4}-\d\d(-\d\d)?", later, json.dumps(unstructure(record)))))


ONLY_ROUND = re.compile(r'P\d+M|"\d{4}-\d\d"|working_days|next_month_start|next_year_start|America')
"""What does not count in days alone: months, years and weeks differ in length or place, and so do clocks."""


@_CALM
@given(_RNG, st.sampled_from((1, 17, 59, 365, 146_097)))
def test_moving_every_date_moves_the_answer(rng: random.Random, days: int) -> None:
    """A record whose dates all lie so many days later has the same states so many days later."""
    record = random_record(rng)
    t, k = days_of(rng)
    if ONLY_ROUND.search(json.dumps(unstructure(record))):
        days = 146_097  # after four hundred years the calendar comes round
    assert sets_of(of(record, t, k)) == sets_of(of(moved(record, days), t + days, k + days))


@_CALM
@given(_RNG)
def test_more_watched_days_add_no_state(rng: random.Random) -> None:
    """Refinement by watching: days more, whoever watched, never make anything possible that was not."""
    record = random_record(rng)
    t, k = days_of(rng)
    duty = rng.choice(record.obligations)
    first = rng.randint(-5, 12)
    more = Monitoring(
        obligation_ids=(duty.id,), since=iso(first), through=iso(first + rng.randint(0, 20)),
        monitored_by_id=rng.choice("nvab"), recorded=Recorded.ALL,
    )  # fmt: skip
    before, after = sets_of(of(record, t, k)), sets_of(of(evolve(record, monitoring=(*record.monitoring, more)), t, k))
    assert all(after[key] <= before[key] for key in before)


@_CALM
@given(_RNG)
def test_a_denial_that_ends_before_every_asserted_day_adds_no_state(rng: random.Random) -> None:
    """Refinement by a denial that contradicts nobody."""
    record = random_record(rng)
    t, k = days_of(rng)
    plain = [e for e in record.events if e.claims and all(is_plain(c) and c.says is Says.OCCURRED for c in e.claims)]
    if not plain or any(c.retracts_id for e in record.events for c in e.claims):
        return
    event = rng.choice(plain)
    first = min(c.when.earliest for c in event.claims if c.when is not None)
    denial = Claim(
        says=Says.NOT_OCCURRED, when=(first - timedelta(days=1)).isoformat(), claimed_by_id=rng.choice("abcnv")
    )
    events = tuple(evolve(e, claims=(*e.claims, denial)) if e is event else e for e in record.events)
    before, after = sets_of(of(record, t, k)), sets_of(of(evolve(record, events=events), t, k))
    assert all(after[key] <= before[key] for key in before)


def is_plain(claim: Claim) -> bool:
    """Whether it gives days, without an hour, a doubt or a figure that might replace another."""
    return claim.when is not None and not set("T?~%") & set(claim.when.text) and not claim.quantities


def has_turns(record: Agreement, event: Event) -> bool:
    """Whether it may decide to which turn another act belongs, or how much was done."""
    duties = [duty for duty in record.obligations if duty.id in event.obligation_ids]
    return any(duty.performed.kind in ("recurring", "each_time") or duty.quantities for duty in duties)


def assertions(record: Agreement, k: int, rng: random.Random) -> tuple[Event, list[tuple[Claim, int, int]]] | None:
    """An event that is only asserted, each time for stated days by the day on which it became known, and its claims."""
    oracle = Oracle(record, k, k)
    events = list(record.events)
    rng.shuffle(events)
    for event in events:
        found = []
        for claim in event.claims:
            known = oracle.known(claim)
            if claim.says is None or not is_plain(claim) or not oracle.live(claim) or (known is not None and known > k):
                break
            first, last = (edge.toordinal() - BASE for edge in (claim.when.earliest, claim.when.latest))
            if claim.says not in (Says.OCCURRED, Says.BREACH) or (known is not None and last > known):
                break
            found.append((claim, first, last))
        else:
            if found and not has_turns(record, event) and not judged(record, event):
                return event, found
    return None


def judged(record: Agreement, event: Event) -> bool:
    return any(other.finding is not None and other.finding.on_id == event.id for other in record.events)


def with_claims(record: Agreement, event: Event, claims: tuple[Claim, ...]) -> Agreement:
    return evolve(record, events=tuple(evolve(e, claims=claims) if e is event else e for e in record.events))


@_CALM
@given(_RNG)
def test_an_assertion_that_agrees_with_all_others_adds_no_state(rng: random.Random) -> None:
    """Refinement by a word more: by anybody, for days on which all that is asserted so far may have been."""
    record = random_record(rng)
    t, k = days_of(rng)
    picked = assertions(record, k, rng)
    if picked is None:
        return
    event, found = picked
    low, high = max(a for _, a, _ in found), min(b for _, _, b in found)
    if low > high:
        return
    first = rng.randint(low, high)
    when = f"{iso(first)}/{iso(rng.randint(first, high))}"
    more = Claim(says=Says.OCCURRED, when=when, claimed_by_id=rng.choice("abcnv"))
    before, after = sets_of(of(record, t, k)), sets_of(of(with_claims(record, event, (*event.claims, more)), t, k))
    assert all(after[key] <= before[key] for key in before if key in after)


@_CALM
@given(_RNG)
def test_a_narrower_date_that_still_agrees_with_all_others_adds_no_state(rng: random.Random) -> None:
    """Refinement by a date: a claim is replaced by one for fewer days, some of them common to all other claims."""
    record = random_record(rng)
    t, k = days_of(rng)
    picked = assertions(record, k, rng)
    if picked is None:
        return
    event, found = picked
    claim, first, last = rng.choice(found)
    low = max(a for _, a, _ in found)
    high = min(b for _, _, b in found)
    if low > high:
        return
    inside = rng.randint(low, high)
    narrower = evolve(claim, when=f"{iso(rng.randint(first, inside))}/{iso(rng.randint(inside, last))}")
    claims = tuple(narrower if c is claim else c for c in event.claims)
    before, after = sets_of(of(record, t, k)), sets_of(of(with_claims(record, event, claims), t, k))
    assert all(after[key] <= before[key] for key in before if key in after)


def test_a_narrower_date_that_agrees_no_longer_opens_the_days_again() -> None:
    """Why the law needs its condition: 1 to 5 and 4 to 8 May agree on two days, 1 to 2 and 4 to 8 May on none."""
    spans = [((1, 5), (4, 8)), ((1, 2), (4, 8))]
    assert [common_days(pair) for pair in spans] == [(((4, 5),), False), (((1, 2), (4, 8)), True)]


@_CALM
@given(_RNG)
def test_a_lone_breach_rests_on_evidence(rng: random.Random) -> None:
    """Nobody is said to have breached a duty on silence alone: somebody watched, admitted, denied or found."""
    record = random_record(rng)
    t, k = days_of(rng)
    bare = evolve(record, monitoring=(), events=tuple(evolve(e, claims=()) for e in record.events))
    for found in of(bare, t, k).instances:
        assert found.states != {State.BREACHED}, found


def forgotten(key: object, answer: object, t: int) -> object:
    """An answer of a world in which nothing happens after a day."""
    if isinstance(answer, At) and isinstance(key, tuple) and key[0] == "event" and answer.day > t:
        return NEVER
    later = isinstance(answer, int) and answer > t
    return FAR if later and isinstance(key, tuple) and key[0] in ("act", "wrong unseen") else answer


@_CALM
@given(_RNG)
def test_in_a_world_the_state_depends_only_on_its_past(rng: random.Random) -> None:
    """Causality: forgetting everything that happens after a day leaves that day's state as it is."""
    record = random_record(rng)
    if re.search("negative=True|working_days=-|instance=[0-9]", repr(attrs.astuple(record, recurse=False))):
        return
    t, k = days_of(rng)
    oracle = Oracle(record, t, k)
    for duty in record.obligations:
        for who in oracle.instances(duty):
            turn = 1 if duty.performed.kind == "recurring" else None
            world = World(rng.choice)
            state = oracle.play(world, who, turn, t)
            past = World(lambda options: options[0])
            past.answers = {key: forgotten(key, answer, t) for key, answer in world.answers.items()}
            assert oracle.play(past, who, turn, t) == state, (who, turn)


def test_the_day_axis_begins_before_every_day() -> None:
    """No date of the calendar is the day that stands for the beginning."""
    assert date.min.toordinal() > BEGIN
