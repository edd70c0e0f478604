"""Whatever a record says: written as tables and taken back it is the same, with the record beside it and without."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest

from accords.codec import structure, to_dict
from accords.editing.workbook.cells.kinds import plain_condition
from accords.editing.workbook.copies import merge_records
from accords.editing.workbook.csv_tables import read_tables, render_tables
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.merging import Taken, take_in
from accords.editing.workbook.sheets import FilledBook
from accords.editing.workbook.xlsx import render_workbook
from accords.model.agreement import Agreement
from accords.validate import load, validate
from any_conditions import AnyCondition
from records import ROOT

from .random_records import random_record

EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
CONDITIONS = (
    "trigger",
    "not_before",
    "due",
    "ends",
    "excused_if",
    "defined_as",
    "new_due",
    "starts",
    "entry_into_force",
)


def taken(book: FilledBook, record: Agreement, current: Agreement | None) -> Taken:
    base = {(table, key): hashes for (of, table, key), hashes in book.base.items() if of == record.id}
    return take_in(book.rows, base, None if current is None else to_dict(current))


def in_all_forms(record: Agreement) -> Iterator[FilledBook]:
    yield read_book(BytesIO(render_workbook([record])))
    yield read_tables(render_tables([record]), "tables.zip")


def without_empty(value: Any) -> Any:
    """Plain JSON without objects that say nothing: no cell can tell one from none."""
    if isinstance(value, dict):
        return {name: without_empty(each) for name, each in value.items() if each != {}}
    return [without_empty(each) for each in value] if isinstance(value, list) else value


def check_round_trip(record: Agreement) -> None:
    for book in in_all_forms(record):
        assert book.faults == ()
        same, new = taken(book, record, record), taken(book, record, None)
        assert (same.plain, same.faults, same.remarks) == (to_dict(record), (), ())
        assert (new.plain, new.faults, new.remarks) == (without_empty(to_dict(record)), (), ())


class AnyRecord(AnyCondition):
    """Puts any texts and any conditions into a record, in the place of those that it has."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__(rng, marks=True)

    def slug(self) -> str:
        return self.rng.choice(("settlement", "a.b_c", "9"))

    def record(self, plain: Any) -> Agreement:
        made = self.value(plain, "")
        for name, kind in (("events", {"kind": "milestone"}), ("obligations", {"modality": "may"})):
            word = "summary" if name == "events" else "action"
            made[name] += [{"id": each, word: self.text(), **kind} for each in ("settlement", "a.b_c", "9")]
        found = structure(made)
        assert isinstance(found, Agreement)
        return found

    def value(self, value: Any, name: str) -> Any:
        if isinstance(value, dict):
            if name in CONDITIONS and "kind" in value and self.maybe(0.7):
                return plain_condition(self.make(3))
            return {key: self.value(each, key) for key, each in value.items()}
        if isinstance(value, list):
            return [self.value(each, name) for each in value]
        if isinstance(value, str) and value.startswith("A text for") and self.maybe(0.6):
            return self.text()
        return value


def test_random_records_come_back_as_they_were() -> None:
    """With turns, hours, amounts, readings and claims of every kind."""
    for seed in range(6):
        check_round_trip(random_record(random.Random(seed)))


def test_any_text_and_any_condition_come_back_as_they_were() -> None:
    """With whatever a spreadsheet might take for something else, and ids and citations at any depth."""
    plain = json.loads(EVERYTHING.read_text("utf-8"))
    for seed in range(3):
        check_round_trip(AnyRecord(random.Random(seed)).record(plain))


@pytest.mark.slow
def test_two_hundred_records_come_back_as_they_were() -> None:
    """The same for long."""
    plain = json.loads(EVERYTHING.read_text("utf-8"))
    for seed in range(1_000, 1_100):
        check_round_trip(random_record(random.Random(seed)))
        check_round_trip(AnyRecord(random.Random(seed)).record(plain))


@pytest.mark.parametrize("path", [EVERYTHING, *sorted((ROOT / "examples").glob("*.accord.json"))], ids=lambda p: p.stem)
def test_every_record_of_the_project_comes_back_as_it_was(path: Any) -> None:
    """Everything that the format has, and what real records use of it."""
    check_round_trip(load(path))


def test_several_records_come_back_each_as_it_was() -> None:
    """Every row names its own."""
    records = [random_record(random.Random(7)), load(EVERYTHING), load(ROOT / "examples" / "minimal.accord.json")]
    for book in (read_book(BytesIO(render_workbook(records))), read_tables(render_tables(records), "t.zip")):
        for record in records:
            rows = [row for row in book.rows if row.record == record.id]
            base = {(table, key): hashes for (of, table, key), hashes in book.base.items() if of == record.id}
            assert take_in(rows, base, None).plain == without_empty(to_dict(record))


@pytest.mark.parametrize("count", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_what_one_side_changed_is_taken_and_what_nobody_changed_stays(count: int) -> None:
    """Three copies of a record: whichever of two sides changed something, the outcome is the same."""
    sound = 0
    for seed in range(count):
        rng = random.Random(seed)
        old = random_record(rng)
        if validate(old).errors:
            continue
        sound += 1
        plain = to_dict(old)
        for duty in plain["obligations"]:
            duty["note"] = f"seen {rng.random()}"
        changed = structure(plain)
        assert isinstance(changed, Agreement)
        for theirs, ours in ((changed, old), (old, changed), (changed, changed)):
            merged = merge_records(old, theirs, ours)
            assert merged.faults == ()
            assert merged.record == changed
    assert sound > 3
