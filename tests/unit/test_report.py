"""Findings as they are printed."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from accords.diagnostics import Diagnostic, Report, diagnose
from accords.rules import Severity
from accords.validate import Examination, examine
from accords.validate.report import FORMATS, Tally, View, render_concise, render_full, render_json, render_summary
from accords.validate.settings import Settings
from records import ROOT

FAULTY = Path(__file__).parents[1] / "records" / "faulty" / "many-faults.accord.json"
GOLDEN = FAULTY.parent / "golden"
WAIVING = (ROOT / "tests" / "rules" / "ACC208-unused-waiver" / "ok-in-use.json").read_bytes()


def _examined() -> Examination:
    return examine(FAULTY.read_bytes(), file=FAULTY.name)


def _waiving(name: str) -> Examination:
    """Looked at for the rules of its waiver only, as it may break others."""
    return examine(WAIVING, file=name, settings=Settings(select=("ACC2", "ACC307")))


@pytest.mark.parametrize("form", FORMATS)
def test_findings_are_printed_as_in_the_golden_file(form: str) -> None:
    """Rewritten with ACCORDS_REWRITE=1 and read by a person."""
    text = "".join(FORMATS[form]([_examined(), _waiving("waiving.accord.json")], View(statistics=True)))
    text = re.sub(r'("markdown": "# ACC[0-9]{3} [a-z-]+).*"', r'\1 …"', text)  # the pages have their own tests, and
    # rules are told alike: the first stands for all
    text = re.sub(
        r'(?s)(            \{\n              "id": "ACC.*?\n            \}),\n.*?(\n          \])',
        r"\1, …\2",
        text,
        count=1,
    )
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
    names = {*Diagnostic.__annotations__, "fingerprint"}
    assert all(set(finding) == names for finding in record["findings"])
    assert all(isinstance(finding["line"], int) for finding in record["findings"])


def test_a_fixable_finding_is_marked_and_counted() -> None:
    """At the caret, on its line, and in the summary."""
    text = '{"accords_version": "1.0", "id": "x", "titel": "T", "actors": [{"id": "a", "name": "A"}], '
    examination = examine(text + '"parties": [{"actor_id": "a"}]}')
    (found,) = examination.report.diagnostics
    assert found.fix is not None
    assert "did you mean `title`? [*]\n" in render_full(examination.report, examination.text)
    assert render_concise(examination.report).endswith(" [*]\n")
    assert "".join(FORMATS["full"]([examination], View())).endswith("record. [*] 1 fixable with `--fix`.\n")


def test_what_is_waived_is_counted_and_shown_on_request() -> None:
    """With its reason, and who decided."""
    examination = _waiving("w.accord.json")
    counted = "".join(FORMATS["full"]([examination], View()))
    assert counted == "No findings in 1 record. 1 waived (`--show-waived` prints them).\n"
    shown = "".join(FORMATS["full"]([examination], View(show_waived=True)))
    assert shown.startswith("waived[ACC307] due-on-continuing: ")
    assert "The second coder" in shown
    assert shown.endswith("No findings in 1 record. 1 waived.\n")
    (line, _) = "".join(FORMATS["concise"]([examination], View(show_waived=True))).splitlines()
    assert ": waived ACC307 due-on-continuing: The text itself" in line


def test_statistics_count_each_kind_most_frequent_first() -> None:
    """All findings, those that are not printed too."""
    many = [diagnose("ACC201", "x")] * 1200
    examination = Examination(report=Report(diagnostics=(*many, diagnose("ACC102", "x"))))
    text = "".join(FORMATS["full"]([examination], View(statistics=True, quiet=True)))
    assert text.splitlines()[-2:] == ["1,200  ACC201  unknown-id     error", "    1  ACC102  unknown-field  error"]


def test_the_time_is_told_only_where_it_is_asked_for() -> None:
    """Otherwise the same records would not give the same text."""
    clean = [Examination(report=Report())]
    assert "".join(FORMATS["full"](clean, View())) == "No findings in 1 record.\n"
    assert "".join(FORMATS["full"](clean, View(elapsed=lambda: 0.31))) == "No findings in 1 record (0.3 s).\n"
    assert "".join(FORMATS["concise"](clean, View(quiet=True))) == ""


def test_severities_are_counted_apart() -> None:
    """Remarks among them."""
    report = Report(diagnostics=(diagnose("ACC201", "x"), diagnose("ACC302", "x"), diagnose("ACC302", "x")))
    tally = Tally().plus_report(report)
    assert [tally.of(severity) for severity in Severity] == [1, 2, 0]
    assert tally.in_words() == "1 error and 2 warnings"


def test_findings_without_a_limit_are_all_printed() -> None:
    """0 is no limit."""
    report = Report(diagnostics=(diagnose("ACC201", "x"),) * 50)
    assert render_concise(report, most=0).count("\n") == 50
