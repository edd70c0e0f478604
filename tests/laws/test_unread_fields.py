"""The laws have teeth: an engine that does not read a field is caught, by a table or by random records."""

from __future__ import annotations

import pytest

from accords.standing.report import status

from .erased import bearing, caught, without
from .small_records import faults
from .test_expected_readings import CASES

SEARCHED = 2
"""So many records are looked at from the first on that is known to show the fault."""
FIRST: dict[str, int] = {}
"""Field → the first seed whose record is answered wrongly by an engine that does not read it; ``python -m
tests.laws.erased`` finds them."""


def differs(name: str, field: str) -> bool:
    """Whether a situation is answered as expected, and no longer by an engine that does not read the field."""
    made, days = CASES[name]
    record = made()
    blind = without(record, field)
    if blind == record:
        return False
    for day, expected in days.items():
        right, wrong = ([status(r, as_of=day, precision=p) for p in ("exact", "interval")] for r in (record, blind))
        try:
            if not list(faults(*right, expected)) and list(faults(*wrong, expected)):
                return True
        except AssertionError:  # another number of instances
            return True
    return False


def test_every_field_that_bears_on_status_is_looked_at() -> None:
    """A field that is added bears on status until somebody says that it does not."""
    assert len(bearing()) > 100


@pytest.mark.parametrize("field", bearing())
def test_the_tables_catch_an_engine_that_does_not_read_a_field(field: str) -> None:
    """Some situation is answered otherwise than expected."""
    assert any(differs(name, field) for name in CASES)


@pytest.mark.parametrize("field", FIRST)
def test_random_records_catch_an_engine_that_does_not_read_a_field(field: str) -> None:
    """Some record has a world that such an engine rules out."""
    assert caught(field, range(FIRST[field], FIRST[field] + SEARCHED)) is not None
