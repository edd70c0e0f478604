"""What is counted from something that nobody reports is said to be, as long as it matters."""

from __future__ import annotations

import pytest
from tests.laws.small_records import NOT, Plain, after, duty, event, record, says, step

from accords.model.agreement import Agreement
from accords.standing.report import status

TERM = {
    "entry_into_force": event("in"),
    "provisional_application": {"starts": {"kind": "conclusion"}},
    "ends_if_any": [{"kind": "date", "value": "2023-12-31"}],
}


def provisional(terms: Plain, *claims: Plain) -> Agreement:
    """Applied from the conclusion, and in force once ``in`` comes."""
    return record(duty(**terms), step("in", *claims, act="ratification"), term=TERM)


RIGHT = {"modality": "may", "ends": after("entry_into_force", "P30D")}
OWED = {"due": after("entry_into_force", "P10D")}


@pytest.mark.parametrize(
    ("terms", "flags"),
    [
        (RIGHT, ("ends_unreported", "may_close")),
        (OWED, ("due_unreported",)),
        ({**NOT, "ends": after("entry_into_force", "P30D")}, ("ends_unreported",)),
        ({"due": "2023-02-01", "ends": event("in")}, ()),
    ],
)
def test_it_is_said_while_nobody_reports_the_entry_into_force(terms: Plain, flags: tuple[str, ...]) -> None:
    """An end that is an event itself is no day to count."""
    (found,) = status(provisional(terms), as_of="2023-01-20").instances
    assert found.flags == flags


@pytest.mark.parametrize("terms", [RIGHT, OWED])
def test_it_is_said_no_more_once_somebody_does(terms: Plain) -> None:
    (found,) = status(provisional(terms, says("a", "2023-01-15")), as_of="2023-01-20").instances
    assert not {"ends_unreported", "due_unreported", "may_close"} & set(found.flags)
