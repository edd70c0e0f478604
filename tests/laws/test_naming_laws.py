"""Every name that occurs says no more than the record does: nobody is quoted with what they did not say."""

from __future__ import annotations

import random
import re

import pytest

from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.walk import events_of
from accords.standing.instances import InstanceStatus, StatusReport
from accords.standing.report import status
from accords.vocabulary import EventKind, Modality, Recorded, Role, Says, Verdict
from accords.words import PHRASES

from .oracle import LOW, Oracle, World
from .oracle_words import Who
from .random_records import random_record
from .soundness import day

SAMPLE = (*range(20_000, 20_400), 21_011, 21_146, 21_269, 21_362, 21_545, 21_579)
"""The last ones are records with a breach that is certain."""

Samples = list[tuple[int, Agreement, int, StatusReport]]

_QUOTE = re.compile(
    r"(?:overdue; )?(?P<who>(?:claimed|reported) by .*?): (?P<what>.*?)"
    r"(?P<ahead>, by this day or later)?(?P<answer>; .*)?"
)
_SAYS = {
    "not kept": (EventKind.CONDUCT, Says.BREACH),
    "not performed in time": (EventKind.PERFORMANCE, Says.NOT_OCCURRED),
    "fulfilled": (EventKind.PERFORMANCE, Says.OCCURRED),
    "fulfilled late": (EventKind.PERFORMANCE, Says.OCCURRED),
    "exercised": (EventKind.PERFORMANCE, Says.OCCURRED),
    "performed": (EventKind.PERFORMANCE, Says.OCCURRED),
    "performed, perhaps late": (EventKind.PERFORMANCE, Says.OCCURRED),
    "released": (EventKind.RELEASE, Says.OCCURRED),
    "terminated": (EventKind.TERMINATION, Says.OCCURRED),
    "superseded": (EventKind.SUPERSESSION, Says.OCCURRED),
    "suspended": (EventKind.SUSPENSION, Says.OCCURRED),
    "postponed": (EventKind.POSTPONEMENT, Says.OCCURRED),
    "partly performed": (EventKind.PERFORMANCE, Says.OCCURRED),
    "a breach was found": (EventKind.FINDING, Says.OCCURRED),
}
"""What a name quotes → the kind of event and the claim that has to stand in the record."""


@pytest.fixture(scope="module")
def samples() -> Samples:
    """Seed, record, day and status."""
    found = []
    for seed in SAMPLE:
        rng = random.Random(seed)
        record = random_record(rng)
        t = rng.randint(-2, 24)
        found.append((seed, record, t, status(record, as_of=day(t))))
    return found


def quoted_rightly(record: Agreement, found: InstanceStatus, t: int) -> bool:
    """Whether each speaker of the name made such a claim about such an event of the duty, for a day by then."""
    quote = _QUOTE.fullmatch(found.name)
    assert quote is not None, found.name
    what = quote["what"]
    about = {found.obligation_id}
    waited_for = _said_of_conditions(record, found.obligation_id)
    if what in _OF_CONDITIONS:
        return _speakers(quote["who"]) <= waited_for
    kinds, says = ((EventKind.RELEASE, EventKind.TERMINATION, EventKind.SUPERSESSION), Says.OCCURRED) if (
        what == "withdrawn"
    ) else ((_SAYS[what][0],), _SAYS[what][1])  # fmt: skip
    said = {
        _teller(claim)
        for event in record.events
        if event.kind in kinds and (about <= set(_about(event)) or (event.kind in _OF_ALL and not event.obligation_ids))
        for claim in event.claims
        if claim.says is says or (says is Says.OCCURRED and claim.says in (Says.BREACH, Says.NO_BREACH))
        if claim.when is None or says is Says.NOT_OCCURRED or claim.when.earliest <= day(t)
    }
    bearing = {event.id for event in record.events if event.kind in kinds and about <= set(_about(event))}
    told = [event for event in record.events if event.finding is not None and event.finding.on_id in bearing]
    said |= {_teller(claim) for event in told for claim in event.claims}
    said |= waited_for if what == "suspended" else set()
    speakers = _speakers(quote["who"])
    return bool(speakers) and speakers <= said


_OF_CONDITIONS = ("it fell due", "excused", "expired", "over", "lapsed before it came to bind")
"""What is said of an event that conditions name, of whatever kind."""


def _said_of_conditions(record: Agreement, duty_id: str) -> set[str]:
    """Those who say anything of an event that the conditions of a duty name, or tell of a finding on one."""
    named = events_of(next(each for each in record.obligations if each.id == duty_id))
    named |= {event.id for event in record.events if event.occurrence_of_id in named}
    about = (e for e in record.events if e.id in named or (e.finding is not None and e.finding.on_id in named))
    return {_teller(claim) for event in about for claim in event.claims}


def _teller(claim: Claim) -> str:
    """Who says it: an actor, or the source that speaks for itself."""
    return claim.claimed_by_id or (claim.citations[0].source_id if claim.citations else "a source")


_OF_ALL = (EventKind.TERMINATION, EventKind.SUPERSESSION, EventKind.SUSPENSION)
"""Kinds of event that bear on every duty where they name none."""


def _about(event: Event) -> tuple[str, ...]:
    return event.obligation_ids if event.finding is None else (event.finding.on_id, *event.obligation_ids)


def _speakers(who: str) -> set[str]:
    return set(re.split(r", | and (?:reported by )?|(?:claimed|reported) by ", who)) - {""}


def test_every_name_that_occurs_quotes_only_what_was_said(samples: Samples) -> None:
    """Names that quote somebody occur, each word of them is known, and its speakers said so."""
    words = set()
    for seed, record, t, report in samples:
        for found in report.instances:
            assert found.name.strip()
            if " by " in found.name and found.name.startswith(("claimed", "reported")):
                assert quoted_rightly(record, found, t), (seed, t, found)
                words.add(found.name.split(": ")[1])
    assert {"not kept", "fulfilled", "released"} <= words


def test_no_name_quotes_a_charge_without_its_denial(samples: Samples) -> None:
    """Whoever denies what the name quotes stands in it, also on a day on which the answer makes no difference yet."""
    answered = 0
    for seed, _, t, report in samples:
        for found in report.instances:
            if not found.context.continuing or ": not kept" not in found.name:
                continue
            for each in found.violations:
                if set(each.charged_by_ids) <= {*found.claimed_by_ids, *found.reported_by_ids}:
                    assert all(who in found.name for who in each.denied_by_ids), (seed, t, found)
                    answered += bool(each.denied_by_ids)
    assert answered


def accused_on_evidence(record: Agreement, found: InstanceStatus, t: int) -> bool:
    """Whether a breach is certain by the oracle's own reading of the record: found, admitted, denied or watched."""
    oracle = Oracle(record, t, t)
    duty = oracle.duty[found.obligation_id]
    who = next(w for w in oracle.instances(duty) if w[1] == "*" or w[1] in found.obligor_ids)
    world = World(lambda options: options[0])
    if oracle.ruled_broken(world, who):
        return True
    bearing = [event for event in record.events if duty.id in event.obligation_ids]
    if duty.modality is Modality.MUST_NOT or duty.performed.kind == "continuing":
        for event in bearing:
            certain = event.kind is EventKind.CONDUCT and None not in oracle.fact(world, event, who)[0]
            said_so = any(
                c.says is Says.BREACH and oracle.live(c)
                and (_camp(oracle, c, who) == "mine" or c.claimed_by_id in oracle.deciders(who))
                for c in event.claims
            )  # fmt: skip
            rulings = oracle.rulings(world, event.id, who)
            ruled = any(r.verdict is Verdict.BREACHED and r.body in oracle.deciders(who) for r in rulings)
            if certain and (said_so or ruled or _too_much(oracle, event, who)):
                return True
        return False
    watched = any(
        duty.id in m.obligation_ids and m.recorded in (Recorded.ALL, Recorded.NONE_FOUND) for m in record.monitoring
    )
    denied = any(
        oracle.fact(world, e, who)[1] >= LOW and any(c.says is Says.NOT_OCCURRED for c in e.claims) for e in bearing
    )
    late = any(e.kind is EventKind.PERFORMANCE and None not in oracle.fact(world, e, who)[0] for e in bearing)
    short = duty.quantities and oracle.no_more_by(who, found.number) >= LOW
    return watched or denied or late or bool(short)


def _camp(oracle: Oracle, claim: Claim, who: Who) -> str:
    return oracle.word(claim.claimed_by_id, oracle.heard(claim), who, Role.VERIFIER).camp


def _too_much(oracle: Oracle, event: Event, who: Who) -> bool:
    """Whether those who owe it, or a verifier, give a figure of what nobody may exceed."""
    return bool(oracle.duty[who[0]].quantities) and any(
        claim.quantities and _camp(oracle, claim, who) in ("mine", "umpire") for claim in event.claims
    )


def test_no_name_says_breached_without_evidence(samples: Samples) -> None:
    """Only a lone state is called so, and only with a finding, an admission, a denial that counts, or watched days."""
    accused = 0
    for seed, record, t, report in samples:
        for found in report.instances:
            said = (
                found.name.replace("no breach reported", "")
                .replace("no breach certain", "")
                .replace("; not breached, according to", "")
            )
            said = said.replace(": a breach was found", "")  # that is what those say who are named before
            if "breach" in said:
                assert found.states == {State.BREACHED}, (seed, t, found)
                assert accused_on_evidence(record, found, t), (seed, t, found)
                accused += 1
    assert accused > 2


def test_every_flag_that_occurs_has_words_everywhere(samples: Samples) -> None:
    """The same in statuses, checklists and differences."""
    flags = {flag for _, _, _, report in samples for found in report.instances for flag in found.flags}
    assert {"quiet", "ended", "still_owed"} <= flags
    assert {f"flag.{flag}" for flag in flags} <= PHRASES.keys()


def test_a_name_says_overdue_exactly_where_the_duty_is(samples: Samples) -> None:
    """A breach that is certain is overdue too where it had a deadline, and has a stronger word."""
    late = 0
    for seed, _, _, report in samples:
        for found in report.instances:
            says = found.name.startswith("overdue") or "not performed in time" in found.name
            late += says
            assert found.is_overdue or not says, (seed, found)
            assert says or not found.is_overdue or found.states == {State.BREACHED}, (seed, found)
    assert late > 20
