"""What the schema says about its own parts."""

from __future__ import annotations

import pytest

from accords.schema.nouns import homes_of_fields, kinds_by_field, kinds_with, noun_of
from accords.schema.store import read_schema

DEFINITIONS = read_schema()["$defs"]


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Obligation", "an obligation"),
        ("Actor", "an actor"),
        ("OnDate", "a `date` condition"),
        ("AnyOf", "an `any_of` condition"),
        ("Recurring", "a `recurring` performance"),
    ],
)
def test_an_object_is_called_by_its_name_and_kind(name: str, noun: str) -> None:
    """With its article."""
    assert noun_of(DEFINITIONS[name]) == noun


def test_fields_lead_to_the_kinds_that_have_them() -> None:
    """Of one choice, and through the whole format."""
    assert kinds_with(DEFINITIONS["Condition"], ["conditions", "count"]) == ["at_least"]
    assert kinds_with(DEFINITIONS["Actor"], ["name"]) == []
    assert "offset" in kinds_by_field(DEFINITIONS["OnDate"])["anchor"]
    assert "value" not in kinds_by_field(DEFINITIONS["OnDate"])
    assert homes_of_fields()["modality"]
