"""Every output of a record that says of itself that a program drafted it says that nobody has checked it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from attrs import evolve

from accords.checklist import checklist, due
from accords.compare import diff
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.render.checklist.formats import FORMATS, Look
from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
from accords.render.pictures.graph import graph_of
from accords.render.status.json import render_status_json
from accords.render.status.text import (
    render_changes,
    render_proofs,
    render_status,
    render_status_markdown,
)
from accords.standing.history import changes
from accords.standing.proving import explain
from accords.standing.report import status
from accords.validate import load
from accords.vocabulary import CodingStatus
from outputs import read
from records import ROOT

DAY, LATER = "1911-06-01", "1911-10-10"
WORDS = "Draft, checked by nobody"


@cache
def record(word: CodingStatus | None) -> Agreement:
    return evolve(load(ROOT / "examples" / "minimal.accord.json"), coding=Coding(status=word))


@cache
def _outputs(agreement: Agreement) -> dict[str, str]:
    rows = checklist(agreement, as_of=DAY)
    found = {
        f"checklist {name}": read(name, form.write(rows, agreement, Look(width=1000, review_every="P1M")))
        for name, form in FORMATS.items()
    }
    report = status(agreement, as_of=DAY)
    between = (DAY, LATER)
    difference = diff(agreement, between=between)
    told = changes(agreement, between=between)
    return found | {
        "status": render_status(report, agreement),
        "status markdown": render_status_markdown(report, agreement),
        "status json": render_status_json(report),
        "proof": render_proofs(explain(agreement, "repair-landing", as_of=DAY), agreement),
        "changes": render_changes(told, agreement, between=between),
        "diff": render_diff(difference),
        "diff markdown": render_diff_markdown(difference),
        "diff json": render_diff_json(difference),
        "graph": graph_of(agreement).title,
    }


@pytest.mark.wide
@pytest.mark.parametrize("name", _outputs(record(None)))
def test_what_a_program_drafted_is_never_shown_as_if_somebody_had_checked_it(name: str) -> None:
    """And what people coded is not called a draft."""
    shown = {word: re.sub(r"\s+", " ", _outputs(record(word))[name]) for word in (*CodingStatus, None)}
    for word, text in shown.items():
        assert (WORDS in text) is (word is CodingStatus.MACHINE_DRAFT), word


@pytest.mark.parametrize("word", [*CodingStatus, None])
def test_what_a_program_or_a_person_is_still_drafting_is_not_in_the_list_of_what_is_due(
    word: CodingStatus | None,
) -> None:
    """It is named there as left out; everything else is in it."""
    made = due([record(word)], as_of="1911-09-20", within="P30D")
    is_draft = word in (CodingStatus.DRAFT, CodingStatus.MACHINE_DRAFT)
    assert bool(made.entries) is not is_draft
