"""The laws have teeth: an engine that does not read a field is caught, by a table or by random records."""

from __future__ import annotations

from functools import cache

import pytest

from accords.model.agreement import Agreement
from accords.standing.report import status

from .erased import bearing, caught, stated, without
from .small_records import faults
from .test_expected_readings import CASES

SEARCHED = 2
"""So many records are looked at from the first on that is known to show the fault."""
FIRST: dict[str, int] = {
    "Agreement.conclusion": 20018,
    "Agreement.events": 20003,
    "Agreement.linkages": 20035,
    "Agreement.term": 20000,
    "Agreement.third_parties": 20232,
    "Claim.known_on": 20002,
    "Claim.says": 20003,
    "Claim.when": 20000,
    "Conclusion.date": 20018,
    "EachTime.event_id": 20007,
    "Event.act": 20005,
    "Event.actor_ids": 20020,
    "Event.claims": 20003,
    "Event.defined_as": 20031,
    "Event.finding": 20003,
    "Event.obligation_ids": 20035,
    "Monitoring.since": 20016,
    "Obligation.binds_from": 20015,
    "Obligation.due": 20007,
    "Obligation.ends": 20018,
    "Obligation.excused_if": 20014,
    "Obligation.not_before": 20002,
    "Obligation.owed_to_ids": 20005,
    "Obligation.performance": 20007,
    "Obligation.readings": 20029,
    "Obligation.renewal": 20022,
    "Obligation.survives_termination": 20009,
    "Obligation.suspensions": 20018,
    "Obligation.trigger": 20012,
    "Offset.approximate": 20040,
    "Offset.duration": 20015,
    "Offset.then": 20030,
    "Offset.working_days": 20012,
    "Party.bound_from": 20001,
    "Party.bound_until": 20016,
    "ProvisionalApplication.ends": 20056,
    "Reading.replaces": 20029,
    "ReadingTerms.ends": 20040,
    "ReadingTerms.not_before": 20029,
    "Renewal.if_event_id": 20018,
    "Source.published": 20040,
    "Suspension.ends": 20009,
    "Term.entry_into_force": 20000,
    "Term.provisional_application": 20056,
    "Term.suspensions": 20066,
    "ThirdParty.according_to_ids": 20203,
}
"""Field → the first seed whose record is answered wrongly by an engine that does not read it; ``python -m
tests.laws.erased`` finds them."""


@cache
def made(name: str) -> tuple[Agreement, frozenset[str]]:
    record = CASES[name][0]()
    return record, frozenset(stated(record))


@cache
def stating(field: str) -> list[str]:
    """The situations in which a field is stated, those first that state little else."""
    return sorted((name for name in CASES if field in made(name)[1]), key=lambda name: len(made(name)[1]))


def is_missed(record: Agreement, day: str, expected: dict[str, str], precision: str) -> bool:
    """Whether an engine that is given the record says something else than expected."""
    interval = status(record, as_of=day)
    exact = status(record, as_of=day, precision=precision) if precision == "exact" else None
    try:
        return any(faults(exact, interval, expected))
    except AssertionError:  # another number of instances
        return True


@cache
def is_right(name: str, day: str, precision: str) -> bool:
    """Whether a situation is answered as expected where every field is read."""
    return not is_missed(made(name)[0], day, CASES[name][1][day], precision)


def differs(name: str, field: str, precision: str) -> bool:
    """Whether a situation is answered as expected, and no longer by an engine that does not read the field."""
    blind = without(made(name)[0], field)
    days = CASES[name][1].items()
    return any(is_missed(blind, *each, precision) and is_right(name, each[0], precision) for each in days)


def test_every_field_that_bears_on_status_is_looked_at() -> None:
    """A field that is added bears on status until somebody says that it does not."""
    assert len(bearing()) > 100


@pytest.mark.parametrize("field", bearing())
def test_the_tables_catch_an_engine_that_does_not_read_a_field(field: str) -> None:
    """Some situation is answered otherwise than expected; what is exact takes longer, and is asked last."""
    assert any(differs(name, field, precision) for precision in ("interval", "exact") for name in stating(field))


@pytest.mark.parametrize("field", FIRST)
def test_random_records_catch_an_engine_that_does_not_read_a_field(field: str) -> None:
    """Some record has a world that such an engine rules out."""
    assert caught(field, range(FIRST[field], FIRST[field] + SEARCHED)) is not None
