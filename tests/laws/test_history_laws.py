"""The timeline against the plain way: the status of every single day, compared with the day before."""

from __future__ import annotations

import random
from datetime import date

import pytest

from accords.engine.facts.claims import Standing
from accords.model.agreement import Agreement
from accords.standing.history import Change, changes, timeline
from accords.standing.instances import InstanceStatus
from accords.standing.report import status

from .oracle import BASE
from .random_records import random_record
from .soundness import day

FIRST = -30
Called = tuple[str, frozenset[tuple[str | None, Standing, Standing, bool]]]
Move = tuple[str, str, tuple[str, ...], int | None, Called | None, Called | None]


def called(found: InstanceStatus | None) -> Called | None:
    """The name of an instance, and what is charged of it, without days."""
    if found is None:
        return None
    return found.name, frozenset((each.event_id, each.fact, each.charge, each.certain) for each in found.violations)


def told(change: Change) -> Move:
    names = [called(found) for found in (change.before, change.after)]
    return change.day, change.obligation_id, change.obligor_ids, change.number, names[0], names[1]


def day_by_day(record: Agreement, known: int) -> list[Move]:
    found: list[Move] = []
    before = None
    for t in range(FIRST, known + 1):
        report = status(record, as_of=day(t), known_by=day(known))
        after = {(i.obligation_id, i.obligor_ids, i.number): (i.states, called(i)) for i in report.instances}
        for key in after if before is not None else ():
            was, now = (before or {}).get(key), after[key]
            if was != now:
                found.append((day(t).isoformat(), *key, was[1] if was else None, now[1]))
        before = after
    return found


def check(seeds: range) -> int:
    """Hold the timelines of the sample against the days; how many changes there were."""
    moves = 0
    for seed in seeds:
        rng = random.Random(seed)
        record = random_record(rng)
        known = rng.randint(5, 26)
        line = [change for change in timeline(record, known_by=day(known)) if change.day > day(FIRST).isoformat()]
        assert [told(change) for change in line] == day_by_day(record, known), (seed, known)
        moves += len(line)
    return moves


def test_the_timeline_has_every_day_on_which_any_status_changes() -> None:
    """And no other day."""
    assert check(range(20_150, 20_157)) > 15


@pytest.mark.slow
def test_the_timeline_has_every_such_day_at_length() -> None:
    """The same over a thousand records."""
    assert check(range(40_000, 41_000)) > 1_000


def test_changes_between_two_days_are_what_the_timeline_amounts_to() -> None:
    """Where both go by the same knowledge: the first state before and the last one after, where they differ."""
    for seed in range(20_000, 20_012):
        rng = random.Random(seed)
        record = random_record(rng)
        a, b = sorted(rng.sample(range(-2, 24), 2))
        first: dict[object, object] = {}
        last: dict[object, object] = {}
        for change in timeline(record, known_by=day(25)):
            if day(a) < date.fromisoformat(change.day) <= day(b):
                key = (change.obligation_id, change.obligor_ids, change.number)
                first.setdefault(key, change.before and (change.before.states, called(change.before)))
                last[key] = change.after and (change.after.states, called(change.after))
        found = {
            (c.obligation_id, c.obligor_ids, c.number): c.after and (c.after.states, called(c.after))
            for c in changes(record, between=(day(a), day(b)), known_by=day(25))
        }
        assert found == {key: last[key] for key in last if last[key] != first[key]}, (seed, a, b)


def test_days_before_the_calendar_are_not_asked_about() -> None:
    """A record without any date has nothing to list, or only days of the calendar."""
    for seed in range(20_000, 20_010):
        for change in timeline(random_record(random.Random(seed)), known_by=date.fromordinal(BASE)):
            assert change.day >= "0001-01-02"
