"""After the day until which a record was followed, no output says where a duty stands: nobody looked."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from attrs import evolve

from accords.checklist import Checklist, Choice, checklist, combined_checklist
from accords.compare.records import diff
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.diff import render_diff
from accords.render.status.json import render_changes_json, render_status_json
from accords.render.status.text import render_changes, render_status, render_status_markdown
from accords.standing.history import changes, timeline
from accords.standing.report import status
from deals import deal, duty, on_day, said
from page import Page

LAST, AFTER = "2023-12-31", "2024-01-01"
WORDS = "not monitored here since 31 December 2023; nothing is said of later days"
STATUSES = ("overdue", "nothing reported", "in force", "fulfilled")


def followed(until: str | None = LAST) -> Agreement:
    """Two duties, one done and one not, of which reports were looked for up to the end of 2023."""
    record = deal(
        duty(due=on_day("2023-06-30")), duty("p", "b", due=on_day("2023-06-30")),
        events=(said("act", "2023-05-01", "ab", "p"),),
    )  # fmt: skip
    return evolve(record, coding=Coding(followed_until=until)) if until is not None else record


def whole(rows: Checklist) -> str:
    """The sentences of a page."""
    return Page(render_html(rows, followed())).seen


@pytest.mark.parametrize("render", [render_terminal, render_markdown, whole, render_csv])
def test_every_format_says_since_when_and_no_status(render: Callable[[Checklist], str]) -> None:
    """Every row, and the agreement too."""
    seen = " ".join(render(checklist(followed(), as_of=AFTER)).split())
    assert seen.count(WORDS) >= 2
    assert not any(word in seen for word in STATUSES)
    on_the_day = render(checklist(followed(), as_of=LAST))
    assert WORDS not in on_the_day
    assert "overdue" in on_the_day


def test_json_has_null_for_every_status() -> None:
    """In a checklist and in a report."""
    rows = json.loads(render_json(checklist(followed(), as_of=AFTER)))
    assert [item["standing"] for section in rows["sections"] for item in section["items"]] == [None, None]
    report = json.loads(render_status_json(status(followed(), as_of=AFTER)))
    assert (report["instances"], report["agreement"], report["not_followed_since"]) == (None, None, LAST)
    assert report["agreement_name"] == WORDS
    assert json.loads(render_status_json(status(followed(), as_of=LAST)))["not_followed_since"] is None


@pytest.mark.parametrize("render", [render_status, render_status_markdown])
def test_a_status_says_that_nobody_looked(render: Callable[..., str]) -> None:
    """And lists no duty as open or overdue."""
    seen = " ".join(render(status(followed(), as_of=AFTER), followed()).split())
    assert "Nobody looked for reports after that day" in seen
    assert not any(word in seen for word in STATUSES)


def test_without_such_a_day_nothing_changes() -> None:
    """The same rows, to the letter."""
    plain = checklist(followed(None), as_of=AFTER)
    assert plain.items == checklist(followed("2024-01-01"), as_of=AFTER).items
    assert status(followed(None), as_of=AFTER).instances == status(followed(AFTER), as_of=AFTER).instances


def test_what_changed_by_then_is_that_nobody_looked_any_more() -> None:
    """Told as one change, not as duties that are no longer listed."""
    moved = changes(followed(), between=(LAST, AFTER))
    assert {change.after for change in moved} == {None}
    assert f"→ {WORDS}" in render_changes(moved, followed(), between=(LAST, AFTER), width=400)
    assert {each["not_followed"] for each in json.loads(render_changes_json(moved))} == {WORDS}
    assert {change.day for change in timeline(followed(), known_by="2025-01-01")[-2:]} == {AFTER}
    assert WORDS in render_diff(diff(followed(), between=(LAST, AFTER)))


def test_what_nobody_followed_may_still_be_open() -> None:
    """It is shown where open duties are asked for, under a heading of its own, and counted as what it is."""
    rows = combined_checklist((followed(),), as_of=AFTER, choice=Choice(only_open=True))
    assert [section.heading for section in rows.sections] == ["Not monitored here any more"]
    assert rows.counts == (f"2 undertakings: {WORDS}, as nobody looked for reports.",)
