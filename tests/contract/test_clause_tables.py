"""The tables of the page of clauses: every row is valid in the record of the page, and printed as it says.

A row holds a clause, JSON in backticks, and a line of the checklist in full. The JSON is members of an obligation,
which replace those of a plain one, or members of the record, whose items are added or replace those with the same id.
ACCORDS_REWRITE=1 writes the printed lines anew; what stands before the first colon says which line it is.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from accords.checklist import checklist
from accords.checklist.lines import detail_lines, duty_in_words, heading_in_words
from accords.model.agreement import Agreement
from accords.rules import Severity
from accords.validate import loads, validate
from blocks import blocks

PAGE = Path(__file__).parents[2] / "docs" / "clauses.md"
REWRITE = bool(os.environ.get("ACCORDS_REWRITE"))

_ROW = re.compile(r"^\| (?P<clause>.+?) \| `(?P<json>\{.*\})` \| (?P<printed>.+?) \|$", re.M)
_LISTS = {"Event": "events", "Obligation": "obligations", "Source": "sources"}
_PLAIN = {
    "id": "clause",
    "obligor_ids": ["ruritania"],
    "modality": "must",
    "action": "dredge the channel",
    "citations": [{"source_id": "text", "locator": "Art. 20"}],
}
_OF_THE_RECORD = {field.name for field in attrs.fields(Agreement)} - {"title", "id"}

TEXT = PAGE.read_text("utf-8")
ROWS = list(_ROW.finditer(TEXT))


def _page_record() -> dict[str, Any]:
    record: dict[str, Any] = {}
    for block in blocks(PAGE):
        if block.language != "json" or block.note.startswith("file: "):
            continue
        data = json.loads(block.text)
        if not block.note:
            record = data
        else:
            record.setdefault(_LISTS[block.note.removeprefix("object: ")], []).append(data)
    return record


def _with_row(members: dict[str, Any]) -> dict[str, Any]:
    record = _page_record()
    of_duty = members if not _OF_THE_RECORD & members.keys() else {}
    record["obligations"].append({**_PLAIN, **of_duty})
    for name, value in () if of_duty else members.items():
        if not isinstance(value, list):
            record[name] = value
            continue
        items = record.setdefault(name, [])
        for item in value:
            same = next((old for old in items if _key(old) is not None and _key(old) == _key(item)), None)
            if same is None:
                items.append(item)
            else:
                same.update(item)
    return record


def _key(item: dict[str, Any]) -> str | None:
    return item.get("id") or item.get("actor_id")


def _printed(record: dict[str, Any]) -> Iterator[str]:
    """Every line that the checklist has on the clause or on the agreement, with what stands before it."""
    rows = checklist(loads(json.dumps(record)))
    for section in rows.sections:
        for item in section.items:
            if item.obligation_id == "clause":
                yield f"Heading: {heading_in_words(section)}"
                yield f"Duty: {' '.join(duty_in_words(item))}"
                yield from (f"{line.label}: {line.words}" for line in detail_lines(item))
    for one in rows.records or ((rows.record,) if rows.record is not None else ()):
        yield from (f"{fact.label}: {fact.words}" for fact in one.facts)


def test_the_table_is_long_enough_to_be_of_use() -> None:
    """As long as two pages say; and no clause stands in it twice."""
    assert len(ROWS) > 100
    assert len({row["clause"] for row in ROWS}) == len(ROWS)
    assert TEXT.count("\n| “") == len(ROWS)


def test_the_printed_lines_are_written_anew_on_request() -> None:
    """Where the label is kept, the words are those of the checklist."""
    if not REWRITE:
        return
    text = TEXT
    for row in reversed(ROWS):
        label = row["printed"].partition(":")[0]
        found = [line for line in _printed(_with_row(json.loads(row["json"]))) if line.partition(":")[0] == label]
        assert found, f"{row['clause']}: there is no line {label}"
        text = text[: row.start("printed")] + found[0].replace("|", "\\|") + text[row.end("printed") :]
    PAGE.write_text(text, "utf-8")


@pytest.mark.wide
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["clause"])
def test_a_row_is_valid_and_printed_as_it_says(row: re.Match[str]) -> None:
    """Without an error or a warning."""
    record = _with_row(json.loads(row["json"]))
    found = [each for each in validate(record).diagnostics if each.severity is not Severity.INFO]
    assert not found, [f"{each.code} {each.message}" for each in found]
    if not REWRITE:
        assert row["printed"] in set(_printed(record))
