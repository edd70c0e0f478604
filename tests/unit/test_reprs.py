"""What a shell and a notebook show of a value: which it is, on a line or in a table, and never the whole of it."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import accords
from accords.checklist.kinds import GroupBy
from accords.prose import html_table
from accords.standing.instances import StatusReport
from records import ROOT

DEAL = accords.load(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json")
FERRY = accords.load(ROOT / "examples" / "minimal.accord.json")
DAY = "1911-10-01"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (DEAL, "<Agreement kosovo-serbia-plates-2022: 4 obligations, 2 parties>"),
        (evolve(FERRY, parties=FERRY.parties[:1]), "<Agreement ruritania-graustark-ferry: 2 obligations, 1 party>"),
        (accords.validate(FERRY), "<Report of a record: nothing found>"),
        (accords.validate({"accords_version": "1.0"}), "<Report of a record: 1 error>"),
        (accords.checklist(FERRY), "<Checklist ruritania-graustark-ferry: 2 items>"),
        (accords.checklist(FERRY, as_of=DAY), "<Checklist ruritania-graustark-ferry, 1911-10-01: 2 items>"),
        (accords.combined_checklist([FERRY, DEAL]), "<Checklist 2 records: 7 items>"),
        (accords.status(FERRY, as_of=DAY), "<StatusReport ruritania-graustark-ferry, 1911-10-01: 2 instances>"),
        (
            accords.overdue(FERRY, as_of=DAY)[0],
            "<InstanceStatus repair-landing (ruritania): overdue, nothing reported>",
        ),
        (accords.diff(FERRY, FERRY), "<Difference ruritania-graustark-ferry: the same>"),
        (FERRY.actors[1], "Actor(id='graustark', kind=<ActorKind.POLITY: 'polity'>, name='Graustark')"),
        (FERRY.obligations[0].due, "OnDate(value=Edtf(text='1911-09-30'))"),
        (accords.checklist(FERRY).items[1], "<Item 2 no-tolls (graustark)>"),
        (
            accords.checklist(FERRY, as_of=DAY).items[0],
            "<Item 1 repair-landing (ruritania): overdue, nothing reported>",
        ),
        (accords.checklist(FERRY, group_by=GroupBy.OBLIGOR).sections[0], "<Section Ruritania: 1 item>"),
        (
            accords.explain(FERRY, "no-tolls", as_of=DAY)[0],
            "<Proof <InstanceStatus no-tolls (graustark): in force, no breach reported>>",
        ),
        (accords.explain(FERRY, FERRY.id, as_of=DAY)[0], "<Proof ruritania-graustark-ferry: in_force>"),
        (
            accords.changes(FERRY, between=("1911-09-01", DAY))[0],
            "<Change 1911-10-01 repair-landing (ruritania): open, nothing reported → overdue, nothing reported>",
        ),
        (
            accords.due([FERRY], as_of=DAY).entries[1],
            "<DueEntry silent: ruritania-graustark-ferry/no-tolls: in force, no breach reported>",
        ),
        (
            accords.validate('{"x": 1}').errors[0],
            (
                "<Diagnostic ACC101 missing-field 1:1 /: "
                "an agreement needs `accords_version`, `id`, `title`, `actors` and `parties`>"
            ),
        ),
    ],
)
def test_a_value_is_shown_in_a_line_of_its_own(value: object, shown: str) -> None:
    """Short enough for a shell."""
    assert repr(value) == shown


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        (FERRY, ["repair-landing", "Ruritania", "must_not"]),
        (accords.checklist(FERRY, as_of=DAY), ["Graustark", "must not", "overdue, nothing reported"]),
        (accords.status(FERRY, as_of=DAY), ["repair-landing", "ruritania", "1911-09-30"]),
        (accords.validate({"accords_version": "1.0"}), ["ACC101", "error", "an agreement needs"]),
    ],
)
def test_a_notebook_shows_a_table(value: Any, cells: list[str]) -> None:
    """With a row for each thing in it."""
    page = value._repr_html_()
    assert page.startswith("<table>")
    assert page.endswith("</table>")
    assert all(cell in page for cell in cells)


def test_texts_of_a_record_do_nothing_on_the_page() -> None:
    """Whatever somebody has written into it."""
    bad = evolve(FERRY, title="<script>alert(1)</script>\u202e", obligations=())
    page = bad._repr_html_()
    assert "<script" not in page
    assert "\u202e" not in page


def test_a_long_table_is_cut_and_says_how_much_is_left_out() -> None:
    """A notebook has little room."""
    page = html_table("many", ("n",), ((number,) for number in range(60)))
    assert page.count("<tr>") == 51
    assert "(10 more rows)" in page


def test_a_report_is_true_where_the_record_has_no_error() -> None:
    """Warnings do not count, as for `ok`."""
    assert accords.validate(DEAL)
    assert not accords.validate({"accords_version": "1.0"})


def test_a_status_without_instances_is_shown_too() -> None:
    """None of a record that was not followed."""
    report = accords.status(evolve(FERRY, coding=accords.Coding(followed_until="1911-01-01")), as_of=DAY)
    assert isinstance(report, StatusReport)
    assert repr(report).endswith(": 0 instances>")
