"""One answer to "where does it stand": statuses, checklists and differences give the same sign, words, flags and days.

The graph says nothing about where a duty stands, and stated days as the others do.
"""

from __future__ import annotations

import csv
import json
import random
import re
from io import StringIO

import pytest
from attrs import evolve, frozen

from accords.checklist import Checklist, Item, StandingRow, TimingKind, checklist
from accords.checklist.standing_lines import deadline_words, flags_beside, status_in_words
from accords.compare import Difference, diff
from accords.dates import Precision
from accords.model.agreement import Agreement
from accords.model.conditions import OnDate
from accords.model.obligations import Obligation
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.pictures.graph import graph_of
from accords.render.status.lines import StatusWords, shown
from accords.render.status.text import render_status, render_status_markdown
from accords.standing.instances import InstanceStatus, StatusReport
from accords.standing.report import status
from accords.standing.values import SIGNS
from accords.vocabulary import Borne
from accords.words import PHRASES, date_in_words

from .random_records import random_record
from .soundness import day

SAMPLE = range(20_000, 20_120)
WIDE = 100_000


@frozen
class Sample:
    """A record with its checklist, its status, and what is added where it had no duties before, as of one day."""

    seed: int
    record: Agreement
    rows: Checklist
    report: StatusReport
    difference: Difference

    @property
    def standings(self) -> dict[tuple[str, frozenset[str], int | None], StandingRow]:
        """Every row of the checklist that says where something stands."""
        return {
            (item.obligation_id, self.whose(item.obligation_id, item.obligor_ids), each.number): each
            for item in self.rows.items
            for each in item.turns or ((item.standing,) if item.standing is not None else ())
        }

    def duty(self, duty_id: str) -> Obligation:
        return next(each for each in self.record.obligations if each.id == duty_id)

    def of(self, found: InstanceStatus) -> StandingRow:
        return self.standings[found.obligation_id, self.whose(found.obligation_id, found.obligor_ids), found.number]

    def whose(self, duty_id: str, obligor_ids: tuple[str, ...]) -> frozenset[str]:
        """Those who owe it; all of them where they take turns, which stand in one row."""
        duty = self.duty(duty_id)
        return frozenset(duty.obligor_ids if duty.borne is Borne.IN_TURN else obligor_ids)


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    found = []
    for seed in SAMPLE:
        rng = random.Random(seed)
        record = random_record(rng)
        when = day(rng.randint(-2, 24))
        bare = evolve(record, obligations=(), events=(), linkages=(), assessments=(), monitoring=())
        found.append(
            Sample(
                seed,
                record,
                checklist(record, as_of=when),
                status(record, as_of=when),
                diff(bare, record, as_of=when),
            )
        )
    return found


def blocks_of(text: str, start: str = "") -> list[list[str]]:
    """The lines of each instance in a status, its title first; those that count turns are left out."""
    found: list[list[str]] = []
    for line in text.splitlines():
        if re.match(rf"{re.escape(start)}[{''.join(SIGNS.values())}] ", line):
            found.append([line.removeprefix(start)])
        elif not line.startswith("  "):
            found.append([OTHER])  # a heading, or the line above turns
        else:
            found[-1].append(line.strip())
    return [block for block in found if block[0] is not OTHER]


OTHER = "what is no instance"
FLAGS = {key: words for key, words in PHRASES.items() if key.startswith("flag.")}


def told_flags(lines: list[str]) -> set[str]:
    """The flags that lines tell, by their phrases."""
    return {
        key.removeprefix("flag.")
        for key, words in FLAGS.items()
        for form in words.split("|")
        for line in lines
        if re.fullmatch(
            re.sub(r"\\{(quiet|until)\\}", "[^,]*", re.escape(form).replace(r"\{names\}", ".*")) + "(: .*)?", line
        )
    }


def test_a_status_says_what_the_row_of_the_checklist_says(samples: list[Sample]) -> None:
    """Sign, words, deadline and flags, of every instance that is printed; most shapes occur."""
    shapes = set()
    for sample in samples:
        ordered = StatusWords.of(sample.record).in_order(sample.report.instances)
        printed = [found for _, _, instances in shown(sample.report, ordered) for found in instances]
        blocks = blocks_of(render_status(sample.report, sample.record, width=WIDE))
        for found, block in zip(printed, blocks, strict=True):
            row = sample.of(found)
            shapes.add(row.shape)
            assert block[0].startswith(f"{row.sign} "), (sample.seed, block)
            assert block[1] == row.words, (sample.seed, block)
            assert (row.due is not None) <= (f"due {deadline_words(row, distances=False)}" in block), sample.seed
            stated = found.deadline.original is not None
            expected = set(row.flags) - ({"no_date_stated"} if stated else set())
            assert told_flags(block) == expected, (sample.seed, block)
            assert set(row.flag_words) - ({"no date stated"} if stated else set()) <= set(block), (sample.seed, block)
    assert len(shapes) >= 8


def test_a_status_in_markdown_says_the_same(samples: list[Sample]) -> None:
    """The same instances with the same signs and words."""
    for sample in samples:
        plain = blocks_of(render_status(sample.report, sample.record, width=WIDE))
        marked = blocks_of(render_status_markdown(sample.report, sample.record), "- ")
        assert [f"{block[0]}: **{block[1]}**" for block in plain] == [
            re.sub(r"\\(.)", r"\1", block[0]) for block in marked
        ]


def test_the_instances_of_a_status_are_the_rows_of_the_checklist(samples: list[Sample]) -> None:
    """None is missing on either side, but for duties that have not arisen and have no instance."""
    for sample in samples:
        instances = {
            (each.obligation_id, sample.whose(each.obligation_id, each.obligor_ids), each.number)
            for each in sample.report.instances
        }
        rows = {key for key, row in sample.standings.items() if row.states}
        assert instances == rows, sample.seed


def lines_of(item: Item) -> list[str]:
    """What every format for people says about where an item stands."""
    row = item.standing
    if row is None:
        return []
    return [status_in_words(row), row.due or "", *flags_beside(row), *(turn.words for turn in item.turns[:12])]


FORMATS = {
    "terminal": lambda rows, _: render_terminal(rows, width=1000),
    "markdown": lambda rows, _: re.sub(r"\\(.)", r"\1", render_markdown(rows)),
    "csv": lambda rows, _: " ".join(" ".join(line) for line in csv.reader(StringIO(render_csv(rows), newline=""))),
    "html": render_html,
    "json": lambda rows, _: json.dumps(json.loads(render_json(rows)), ensure_ascii=False),
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_the_checklist_says_it_too(form: str, samples: list[Sample]) -> None:
    """The words of the row; the sign beside them, which CSV and JSON have apart and a page draws."""
    for sample in samples[:24]:
        text = " ".join(FORMATS[form](sample.rows, sample.record).replace("&#39;", "'").split())
        for item in sample.rows.items:
            for words in lines_of(item):
                sought = words if form in ("terminal", "markdown") else words.split(" ", 1)[-1]
                assert " ".join(sought.split()) in text, (sample.seed, item.instance, words)


def test_the_rows_of_csv_and_json_have_the_sign_of_the_status(samples: list[Sample]) -> None:
    """Item by item."""
    for sample in samples[:40]:
        cells = list(csv.DictReader(StringIO(render_csv(sample.rows).lstrip("\ufeff"), newline="")))
        plain = [each for section in json.loads(render_json(sample.rows))["sections"] for each in section["items"]]
        for item, line, data in zip(sample.rows.items, cells, plain, strict=True):
            if item.standing is not None:
                assert (line["Sign"], line["Status"]) == (item.standing.sign, item.standing.words)
                assert (data["standing"]["sign"], data["standing"]["words"]) == (line["Sign"], line["Status"])


def test_a_difference_says_what_the_checklist_says(samples: list[Sample]) -> None:
    """Of every undertaking that is new: the sign and the words, the flags, and the deadline where it has no turns."""
    compared = 0
    for sample in samples:
        changed = {duty.instance: duty for duty in sample.difference.duties}
        for item in sample.rows.items:
            row = item.standing
            if row is None:
                continue
            lines = {change.label: change.after for change in changed[item.instance].changes}
            assert lines["Status"] == (status_in_words(row),), sample.seed
            deadline = "" if item.turns else deadline_words(row, distances=False)
            assert lines.get("Deadline", ()) == tuple(filter(None, [deadline])), sample.seed
            assert lines.get("Remark", ()) == tuple(filter(None, ["; ".join(flags_beside(row))])), sample.seed
            compared += 1
    assert compared > 200


def test_the_graph_says_stated_days_as_the_checklist_does(samples: list[Sample]) -> None:
    """A deadline on a stated day stands in both in the same words."""
    days = 0
    for sample in samples:
        labels = {node.label for node in graph_of(sample.record).nodes}
        for item in sample.rows.items:
            due = sample.duty(item.obligation_id).due
            if isinstance(due, OnDate) and due.value.precision is Precision.DAY:
                words = date_in_words(due.value)
                assert words in labels
                assert item.timing.kind is not TimingKind.DATED or words in item.timing.words
                days += item.timing.kind is TimingKind.DATED
    assert days > 10
