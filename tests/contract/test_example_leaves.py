"""Every leaf of the examples is stated by a source that can be found, marked where a reader sees it, or technical."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from accords.checklist import checklist
from accords.render.checklist.html import render_html
from accords.render.checklist.markdown import render_markdown
from accords.render.status.text import render_status
from accords.standing.report import status
from accords.validate import examine
from leaves import Account, leaves

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS = sorted(path for path in EXAMPLES.glob("*.accord.json") if path.name != "minimal.accord.json")
by_name = pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name.removesuffix(".accord.json"))

LAST_DAY = "2024-01-08"
"""Where a record does not say until when it was followed."""


def read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


def unsupported(document: dict[str, Any]) -> list[str]:
    return [leaf.pointer for leaf in leaves(document) if leaf.account is Account.UNSUPPORTED]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(member)


def counted(document: dict[str, Any]) -> Counter[str]:
    return Counter(leaf.account.value for leaf in leaves(document))


def test_all_examples_are_counted() -> None:
    """The table on the page of the examples has each, with its numbers; the minimal one aside, which is invented.

    A mark or a citation that is dropped changes the table, and so is looked at.
    """
    page = (EXAMPLES.parent / "docs" / "examples" / "README.md").read_text("utf-8")
    for path in RECORDS:
        found = counted(read(path))
        numbers = " | ".join(str(found[kind]) for kind in ("stated", "inferred", "technical"))
        assert f"[{path.name.removesuffix('.accord.json')}](../../examples/{path.name}) | {numbers} |" in page


@by_name
def test_nothing_of_an_example_is_unsupported(path: Path) -> None:
    """Each leaf is stated, marked as inferred, or technical."""
    document = read(path)
    assert unsupported(document) == []
    assert counted(document)["stated"] > 100


@pytest.mark.thorough
@by_name
def test_every_citation_bears_something(path: Path) -> None:
    """Without the citations of any one object, something is unsupported.

    Those of a condition are left out: they say more exactly where a part of a duty stands, which is cited itself.
    """
    document = read(path)
    for each in list(objects(document)):
        if "citations" not in each or "kind" in each or "duration" in each:
            continue
        citations = each.pop("citations")
        assert unsupported(document), each
        each["citations"] = citations


@by_name
def test_a_source_that_cannot_be_found_states_nothing(path: Path) -> None:
    """Without its address, what a source alone states is unsupported."""
    document = read(path)
    for source in document["sources"]:
        for key in ("url", "text_sha256"):
            source.pop(key, None)
    assert len(unsupported(document)) > counted(read(path))["stated"] / 2


@pytest.mark.wide
@by_name
def test_a_mark_that_is_dropped_changes_the_count(path: Path) -> None:
    """An inferred leaf that loses its mark counts as another kind of leaf."""
    document = read(path)
    marked = [(n, key) for n, each in enumerate(objects(document)) for key in each if each[key] == "inferred"]
    assert marked
    for number, key in marked:
        damaged = deepcopy(document)
        del list(objects(damaged))[number][key]
        assert counted(damaged) != counted(document)


def outputs(text: str) -> Iterator[str]:
    """All that people read of a record, page by page, without the hash of its content."""
    record = examine(text.encode()).agreement
    assert record is not None
    followed = record.coding.followed_until if record.coding else None
    day = str(followed or LAST_DAY)
    yield re.sub(HASH, "", render_markdown(rows := checklist(record, as_of=day)))
    yield re.sub(HASH, "", render_status(status(record, as_of=day), record))
    yield re.sub(HASH, "", render_html(rows, record))


HASH = r"[0-9a-f]{16,64}"


def _differs(document: dict[str, Any], printed: tuple[str, ...]) -> bool:
    return any(page != before for page, before in zip(outputs(json.dumps(document)), printed, strict=True))


ENOUGH = 2
"""Objects of one kind with the same fields are printed by the same code."""


@pytest.mark.thorough
@by_name
def test_a_reader_sees_each_mark_with_what_it_marks(path: Path) -> None:
    """Where a value that the coder inferred is printed, it is printed differently from one that a source states."""
    document = read(path)
    printed = tuple(outputs(json.dumps(document)))
    unseen = []
    marked: Counter[tuple[str, ...]] = Counter()
    for number, each in enumerate(objects(document)):
        for key in [key for key in each if each[key] == "inferred"]:
            marked[key, *sorted(each)] += 1
            if marked[key, *sorted(each)] > ENOUGH:
                continue
            plain = deepcopy(document)
            del list(objects(plain))[number][key]
            if not _differs(plain, printed) and _prints(document, number, key, printed):
                unseen.append((each.get("id"), key))
    assert unseen == []


def _prints(document: dict[str, Any], number: int, mark: str, printed: tuple[str, ...]) -> bool:
    """Whether any page shows the value that ``mark`` is about: whether it changes with the value."""
    field = {"basis": "text", "obligor_basis": "obligor_ids", "represented_by_basis": "represented_by_ids"}.get(
        mark, mark.removesuffix("_basis")
    )
    changed = deepcopy(document)
    each = list(objects(changed))[number]
    each[field] = ["eu"] if isinstance(each[field], list) else "1999-12-31"
    if mark == "published_basis":  # an earlier day would let more be known, which is another matter
        each[field] = "2100-12-31"
    return _differs(changed, printed)
