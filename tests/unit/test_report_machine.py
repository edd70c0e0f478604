"""Findings as other programs read them: valid by their own readers, whatever a record says."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from junitparser import Error, Failure, JUnitXml
from markdown_it import MarkdownIt

from accords.diagnostics import Report, diagnose
from accords.validate import Examination, apply_fixes, examine
from accords.validate.report import FORMATS, View
from accords.validate.settings import FailOn, Settings
from records import ROOT

FAULTY = ROOT / "tests" / "records" / "faulty" / "many-faults.accord.json"
WAIVING = ROOT / "tests" / "rules" / "ACC208-unused-waiver" / "ok-in-use.json"
MINIMAL = ROOT / "examples" / "minimal.accord.json"
LOOKED_AT = Settings(select=("ACC0", "ACC1", "ACC2", "ACC307"))
"""Other rules have their own fixtures; these records may break them."""
SCHEMA = ROOT / "tests" / "support" / "sarif" / "sarif-2.1.0.json"
HOSTILE = "\r\n::error::x\x00\x1b[2J\u202e|<script>@everyone ]]>&\"'`%0A,:= [a](http://b) ![c](d) #1 www.e.f \ud800"


@pytest.fixture(scope="module")
def examined() -> list[Examination]:
    """A record with many faults, one that waives a finding, one that cannot be read, and a clean one."""
    return [
        examine(FAULTY.read_bytes(), file="a b/många:faults.accord.json"),
        examine(WAIVING.read_bytes(), file="waiving.accord.json", settings=LOOKED_AT),
        examine(Path("missing.accord.json")),
        examine(MINIMAL.read_bytes(), file="minimal.accord.json", settings=LOOKED_AT),
    ]


def _hostile(text: str) -> Examination:
    found = diagnose(
        "ACC302", text, pointer=f"/{text}", file=text, line=3, column=7, suggestion=text, place=text, help=text
    )
    return Examination(report=Report(file=text, diagnostics=(found,)), text=text)


def _render(form: str, examinations: list[Examination]) -> str:
    return "".join(FORMATS[form](examinations, View()))


@cache
def _sarif_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8-sig")))


def _assert_sarif(text: str) -> Any:
    log = json.loads(text)
    assert [f"{error.json_path}: {error.message}" for error in _sarif_schema().iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    """So that passing it says something."""
    assert not _sarif_schema().is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_sarif_is_valid_and_says_where_what_and_how(examined: list[Examination]) -> None:
    """Relative addresses, columns in code points, the rules with their pages, and whether all was read."""
    run = _assert_sarif(_render("sarif", examined))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": False}]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} ")
        (location,) = result["locations"]
        assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", location["physicalLocation"]["artifactLocation"]["uri"])
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert "a%20b/m%C3%A5nga%3Afaults.accord.json" in uris


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("[more](http://x)", r"\[more\](http://x)"),
        ("[see](1) {0}", r"\[see\](1) {{0}}"),
        (r"\[a](1)", r"\\\[a\](1)"),
    ],
)
def test_no_text_of_a_record_is_a_link_or_a_place_in_sarif(name: str, written: str) -> None:
    """Messages of SARIF know embedded links and places to be filled in; here they are none."""
    run = _assert_sarif(_render("sarif", [examine(json.dumps({"accords_version": "1.0", name: 1}), file="a.json")]))
    texts = [result["message"]["text"] for result in run["results"]]
    assert any(written in text for text in texts)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
@pytest.mark.parametrize("folder", ["", "deals", "deals/deep"])
def test_annotations_are_relative_to_the_root_of_the_repository(
    form: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the command runs, and however the file is named; the sign of a finding stays the same."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "deals" / "deep").mkdir(parents=True)
    path = tmp_path / "deals" / "x.accord.json"
    path.write_text("{}", "utf-8")
    monkeypatch.chdir(tmp_path / folder)
    texts = {_render(form, [examine(name)]) for name in (path, Path(os.path.relpath(path)))}
    assert len(texts) == 1
    assert "deals/x.accord.json" in texts.pop().replace(str(tmp_path), "OUTSIDE")
    assert str(tmp_path) not in _render(form, [examine(path)])


def test_sarif_points_at_the_text_at_fault(examined: list[Examination]) -> None:
    """The region of a result is the name or value that its pointer leads to."""
    run = _assert_sarif(_render("sarif", examined[:1]))
    lines = FAULTY.read_text("utf-8").split("\n")
    for found, result in zip(examined[0].report.diagnostics, run["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] == region["endLine"] == found.line
        assert region["endColumn"] - region["startColumn"] == found.length
        if found.code == "ACC102":
            name = found.pointer.rpartition("/")[2]
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == f'"{name}"'


def test_a_fix_in_sarif_does_what_the_fix_does() -> None:
    """Made by hand from the log, it gives the same text, characters outside the basic plane before it included."""
    text = '{"accords_version": "1.0", "id": "x", "summary": "🚗🚗", "titel": "T",\n "actors": '
    text += '[{"id": "a", "name": "A"}], "parties": [{"actor_id": "a"}]}'
    examination = examine(text, file="x.accord.json")
    (result,) = _assert_sarif(_render("sarif", [examination]))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    lines = text.split("\n")
    line = lines[region["startLine"] - 1]
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    lines[region["startLine"] - 1] = line[:start] + replacement["insertedContent"]["text"] + line[end:]
    assert "\n".join(lines) == apply_fixes(text, examination.report.diagnostics)
    assert '"title": "T"' in "\n".join(lines)


def test_related_places_and_waivers_are_in_sarif(examined: list[Examination]) -> None:
    """A waived finding is suppressed in the source, with the reason."""
    (waived,) = _assert_sarif(_render("sarif", examined[1:2]))["results"]
    assert waived["suppressions"][0]["kind"] == "inSource"
    assert waived["suppressions"][0]["justification"].startswith("The text itself")
    bad = ROOT / "tests" / "rules" / "ACC202-duplicate-id" / "bad-two-obligations.json"
    run = _assert_sarif(_render("sarif", [examine(bad.read_bytes(), file=bad.name)]))
    related = [place for result in run["results"] for place in result.get("relatedLocations", ())]
    assert all(place["physicalLocation"]["region"]["startLine"] > 1 for place in related)
    assert related


def test_json_is_one_list_and_jsonl_one_object_a_line(examined: list[Examination]) -> None:
    """Both say the same about each finding."""
    records = json.loads(_render("json", examined))
    lines = [json.loads(line) for line in _render("jsonl", examined).splitlines()]
    assert [record["file"] for record in records] == [each.report.file for each in examined]
    assert [finding for record in records for finding in record["findings"]] == lines
    assert [one["reason"][:8] for one in records[1]["waived"]] == ["The text"]
    assert json.loads(_render("json", [])) == []
    assert _render("jsonl", []) == ""


_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*,?)+)::([^\r\n]*)\n")


def test_github_gets_a_command_for_each_finding_and_nothing_else(examined: list[Examination]) -> None:
    """With the file, the place and the code."""
    lines = _render("github", examined).splitlines(keepends=True)
    assert len(lines) == sum(len(each.report.diagnostics) for each in examined)
    assert all(_COMMAND.fullmatch(line) for line in lines)
    assert lines[0].startswith("::error file=a b/många%3Afaults.accord.json,line=")


@pytest.mark.thorough
@given(st.text(max_size=60) | st.just(HOSTILE))
def test_no_text_of_a_record_ends_a_command_or_begins_another(text: str) -> None:
    """Whatever it holds: line breaks, colons, commas, percent signs, ends of lines that only Unicode knows."""
    printed = _render("github", [_hostile(text)])
    found = _COMMAND.fullmatch(printed)
    assert found
    assert len(printed.splitlines()) == 1
    properties = dict(one.split("=", 1) for one in found[2].split(","))
    assert set(properties) == {"file", "line", "col", "endColumn", "title"}


def test_gitlab_gets_issues_with_fingerprints_of_their_own(examined: list[Examination]) -> None:
    """In the form that its code quality report reads."""
    issues = json.loads(_render("gitlab", examined))
    assert len(issues) == sum(len(each.report.diagnostics) for each in examined)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"]
        assert issue["check_name"]
        assert issue["location"]["positions"]["begin"]["line"] >= 1
        assert not issue["location"]["path"].startswith("./")


def test_junit_is_read_by_a_common_reader(examined: list[Examination], tmp_path: Path) -> None:
    """A suite for each record; failures, an error for what was not read, and a case that passes where all is well."""
    path = tmp_path / "report.xml"
    path.write_text(_render("junit", examined), "utf-8")
    suites = list(JUnitXml.fromfile(str(path)))
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites] == [
        (len(examined[0].report.diagnostics), len(examined[0].report.errors), 0),
        (1, 0, 0),
        (1, 0, 1),
        (1, 0, 0),
    ]
    results = [type(result) for case in suites[0] for result in case.result]
    assert set(results) == {Failure}
    assert [type(result) for case in suites[2] for result in case.result] == [Error]


def test_in_junit_only_that_fails_for_which_the_record_fails() -> None:
    """A warning is output of a case that passes, unless warnings are to fail."""
    lenient = _hostile("late")
    strict = evolve(lenient, settings=Settings(fail_on=FailOn.WARNING))
    for examination, failures in ((lenient, 0), (strict, 1)):
        root = ElementTree.fromstring(_render("junit", [examination]))
        assert len(root.findall(".//failure")) == failures
        assert len(root.findall(".//system-out")) == 1 - failures


@pytest.mark.thorough
@given(st.text(max_size=60) | st.just(HOSTILE))
def test_every_format_stays_whole_whatever_a_record_says(text: str) -> None:
    """Parsed by a reader of its own; nothing in it can steer a terminal."""
    hostile = [_hostile(text)]
    _assert_sarif(_render("sarif", hostile))
    for form in ("json", "gitlab"):
        assert len(json.loads(_render(form, hostile))) == 1
    assert len(_render("jsonl", hostile).splitlines()) == 1
    root = ElementTree.fromstring(_render("junit", hostile))
    assert [child.tag for child in root.iter()] == ["testsuites", "testsuite", "testcase", "system-out"]
    for form in FORMATS:
        assert not set("\x00\x07\x1b\x7f\x9b\u202e\u2066\r") & set(_render(form, hostile))


@pytest.mark.thorough
@given(st.text(max_size=60) | st.text("`*_[]()<>#|~&$:@!.\\w/ ", max_size=40) | st.just(HOSTILE))
def test_markdown_makes_no_markup_of_what_a_record_says(text: str) -> None:
    """One table with one row; no link, image, HTML or emphasis but our own; the text reads as it was."""
    printed = _render("markdown", [_hostile(text)])
    tokens = MarkdownIt("commonmark").enable("table").parse(printed)
    assert [token.type for token in tokens].count("tr_open") == 2
    assert not any(token.type.startswith("html") for token in tokens)
    inline = [child for token in tokens if token.children for child in token.children]
    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "code_inline", "text_special"}
    assert sum(child.type == "strong_open" for child in inline) == 1
    assert not re.search(r"[@#]\w", "".join(child.content for child in inline if child.type == "text"))
