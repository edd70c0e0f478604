"""No quotation, name or other text of a record is changed in any format, however much it looks like something else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

import accords
from accords.codec import structure
from accords.model.agreement import Agreement
from accords.validate import load
from outputs import outputs
from records import ROOT
from texts import text_fields, with_named_texts

EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
FIGURES = {
    "accords_version": "1.0",
    "id": "figures",
    "title": "Figures",
    "actors": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
    "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
    "obligations": [
        {
            "id": "aid",
            "obligor_ids": ["north"],
            "owed_to_ids": ["south"],
            "modality": "must",
            "action": "deliver aid",
            "quantities": [{"measure": "aid", "unit": "tonnes", "at_least": 200}],
        }
    ],
    "events": [
        {
            "id": "delivered",
            "kind": "performance",
            "summary": "Aid came.",
            "obligation_ids": ["aid"],
            "claims": [
                {
                    "says": "occurred",
                    "when": "2023-01-05",
                    "claimed_by_id": "south",
                    "quantities": [{"measure": "aid", "unit": "tonnes", "amount": 80}],
                }
            ],
        }
    ],
    "scales": [{"id": "steps", "title": "Steps", "levels": [{"value": 0, "label": "none"}, {"value": 1}]}],
    "assessments": [
        {"obligation_id": "aid", "assessor": "Watch", "on": "2023-01-10", "scale_id": "steps", "value": "0"}
    ],
}
"""Amounts in the claims of a duty, and a rating on a scale of the record's own."""
RECORDS: dict[str, tuple[Path | dict[str, Any], str]] = {
    "everything": (EVERYTHING, "2023-03-10"),
    "monitored": (MONITORED, "2023-01-20"),
    "figures": (FIGURES, "2023-01-20"),
}
MEMO = "once memo 2022-11-04 is approved, P30D after 2022-XX, never"
"""What looks like a day, a doubtful day, a period and a word of ours, inside a text."""

NEVER_SHOWN = {
    "ActorName.text",
    "ActorName.used_by",
    "Coding.coded_by",
    "Coding.remarks",
    "DutyCoding.coded_by",
    "DutyCoding.remarks",
    "DutyCoding.reviewed_by",
    "Identifier.value",
    "LocalText.text",
    "Source.archived_url",
    "Source.authors",
    "Source.note",
    "Waiver.reason",
    "Waiver.waived_by",
}
"""The fields that only a record itself shows."""


@cache
def marked(name: str) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """The outputs of a record whose every text is the memo between two marks of its own; mark → text and field."""
    source, day = RECORDS[name]
    texts: dict[str, tuple[str, str]] = {}

    def change(text: str, field: str) -> str:
        if field == "Assessment.value" and text.isdecimal():
            return text  # by its number a level is found
        mark = f"q{len(texts):04d}"
        texts[mark] = f"{mark}a {MEMO} {mark}z", field
        return texts[mark][0]

    record: Agreement = with_named_texts(structure(source) if isinstance(source, dict) else load(source), change)
    return outputs(record, day), texts


def altered(shown: str, texts: dict[str, tuple[str, str]]) -> list[str]:
    """The texts of which ``shown`` has the beginning and then something else than the rest, if only cut short."""
    plain = re.sub(r"\s+", "", shown)
    found = []
    for beginning in re.finditer(r"q\d{4}a", plain):
        text, field = texts[beginning[0][:-1]]
        whole = re.sub(r"\s+", "", text)
        here = plain[beginning.start() : beginning.start() + len(whole)]
        if here != whole and not ("…" in here and whole.startswith(here.split("…")[0])):
            found.append(f"{field}: {here}")
    return found


@pytest.mark.parametrize("name", RECORDS)
def test_no_text_of_a_record_is_changed_in_any_format(name: str) -> None:
    """Every text field of the model; a text that is shown at all is shown as it is, or cut where there is no room."""
    shown, texts = marked(name)
    assert {form: found for form, text in shown.items() if (found := altered(text, texts))} == {}


def test_every_text_field_is_put_to_the_test() -> None:
    """Each is filled in the records, and shown in some format, but for those that say nothing about a duty."""
    kinds = [kind for name in accords.__all__ for kind in _classes(getattr(accords, name))]
    every = {f"{kind.__name__}.{field}" for kind in kinds for field in text_fields(kind)}
    seen: set[str] = set()
    filled: set[str] = set()
    for name in RECORDS:
        shown, texts = marked(name)
        whole = " ".join(shown.values())
        filled |= {field for _, field in texts.values()}
        seen |= {field for mark, (_, field) in texts.items() if f"{mark}a" in whole}
    assert every - filled == set()
    assert every - seen == NEVER_SHOWN


def _classes(value: object) -> list[type]:
    found = [each for each in (value, *get_args(value)) if isinstance(each, type)]
    return [each for each in found if each.__module__.startswith("accords.model")]


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("q0000a once memo 2022-11-04 q0000z", False),
        ("q0000a once memo 4 November 2022 q0000z", True),
        ("x q0000a once memo… y", False),
        ("q0000a once", True),
    ],
)
def test_changes_are_found(shown: str, fault: bool) -> None:
    """A day that is spelt out, an end that is missing."""
    assert bool(altered(shown, {"q0000": ("q0000a once memo 2022-11-04 q0000z", "Source.title")})) is fault
