"""Findings as they are printed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from attrs import evolve
from rich.cells import cell_len

from accords.diagnostics import Diagnostic, Report, diagnose
from accords.report import render_concise, render_full, render_json, render_summary
from accords.validate import Examination, examine

FAULTY = Path(__file__).parents[1] / "records" / "faulty" / "many-faults.accord.json"
GOLDEN = FAULTY.parent / "golden"


def _examined() -> Examination:
    examination = examine(FAULTY)
    report = examination.report
    named = tuple(evolve(found, file=FAULTY.name) for found in report.diagnostics)
    return evolve(examination, report=evolve(report, file=FAULTY.name, diagnostics=named))


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_findings_are_printed_as_in_the_golden_file(form: str) -> None:
    """Rewritten with ACCORDS_REWRITE=1 and read by a person."""
    examination = _examined()
    text = {
        "full": lambda: render_full(examination.report, examination.text),
        "concise": lambda: render_concise(examination.report),
        "json": lambda: render_json([examination.report]),
    }[form]()
    golden = GOLDEN / f"many-faults.{form}.txt"
    if os.environ.get("ACCORDS_REWRITE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_carets_stand_under_what_they_mean() -> None:
    """The text above them is the value at the place, wide letters and cut lines included."""
    text = '{"accords_version": "1.0", "id": "x", "title": "橋の取り決め", "obligations": 橋}'
    report = examine(text).report
    lines = render_full(report, text).splitlines()
    caret = next(number for number, line in enumerate(lines) if "^" in line)
    cells = lines[caret].index("^") - lines[caret].index("|")
    above = lines[caret - 1][lines[caret - 1].index("|") :]
    position = next(i for i in range(len(above)) if cell_len(above[:i]) == cells)
    assert above[position] == "橋"


def test_a_long_line_is_cut_around_the_fault() -> None:
    """A minified record is one line of everything."""
    text = json.dumps({"accords_version": "1.0", "id": "x", "title": 5, "summary": "s" * 5000})
    text = text.replace('"title"', " " * 3000 + '"title"')
    printed = render_full(examine(text).report, text)
    assert max(map(len, printed.splitlines())) < 220
    assert "title" in printed


def test_text_from_a_record_cannot_steer_the_terminal() -> None:
    """Escapes, line breaks and bidirectional controls are shown, not sent."""
    evil = "\x1b[2J\r\n\u202eevil\u2066\x07"
    text = json.dumps({"accords_version": "1.0", "id": evil, "title": "T", evil: 1}, ensure_ascii=False)
    text = text.replace("\\u001b", "\x7f")
    report = examine(text).report
    for printed in (render_full(report, text), render_concise(report)):
        assert not set("\x1b\r\u202e\u2066\x07\x7f") & set(printed)


def test_at_most_twenty_findings_are_printed_and_all_are_counted() -> None:
    """A file with a thousand faults does not bury the next one."""
    finding = diagnose("ACC201", "no actor has the id", pointer="/x", file="a.json")
    report = Report(file="a.json", diagnostics=(finding,) * 1000)
    assert render_full(report).count("error[") == 20
    assert "980 more findings" in render_full(report)
    assert render_summary([report, Report(file="b.json")]) == "Found 1,000 errors in 1 of 2 records.\n"


def test_colour_is_added_only_where_it_is_wanted() -> None:
    """And takes nothing away."""
    examination = _examined()
    plain = render_full(examination.report, examination.text)
    coloured = render_full(examination.report, examination.text, color=True)
    assert "\x1b[" not in plain
    assert "\x1b[31m" in coloured


def test_json_holds_every_field_of_every_finding() -> None:
    """Lines and columns as numbers, absent things as null."""
    (record,) = json.loads(render_json([_examined().report]))
    assert record["file"] == FAULTY.name
    assert record["ok"] is False
    assert record["stages"] == ["read", "version", "schema"]
    names = set(Diagnostic.__annotations__)
    assert all(set(finding) == names for finding in record["findings"])
    assert all(isinstance(finding["line"], int) for finding in record["findings"])
