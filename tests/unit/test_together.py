"""What is said of several records that are read together, and of one alone is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accords.checks.identity.together import TOGETHER, changes_of, ties_of
from accords.cli import main
from accords.codec import structure
from accords.corpus import examine_pieces, pieces
from accords.corpus.records import Piece, examined
from accords.corpus.together import examine_together
from accords.diagnostics import Diagnostic
from accords.rules import RULES, Severity
from accords.validate import Examination
from accords.validate.report import FORMATS, View
from records import ROOT, WHOLE, read_plain

MINIMAL = read_plain(ROOT / "examples" / "minimal.accord.json")
SUPERSEDED = {
    "id": "later-deal",
    "kind": "supersession",
    "summary": "A later agreement takes the place of this one.",
    "obligation_ids": ["no-tolls"],
    "claims": [{"says": "occurred", "when": "1912-01-01", "citations": [{"source_id": "text", "locator": "p. 1"}]}],
}


def _record(name: str, **changes: Any) -> dict[str, Any]:
    return {**MINIMAL, "id": name, **changes}


def _related(relation: str, other: str) -> dict[str, Any]:
    citation = [{"source_id": "text", "locator": "Art. 9"}]
    return {"related": [{"relation": relation, "title": "Other", "agreement_id": other, "citations": citation}]}


def _save(folder: Path, *records: dict[str, Any]) -> list[str]:
    names = []
    for number, record in enumerate(records):
        path = folder / f"{number}.accord.json"
        path.write_text(json.dumps(record, indent=2), "utf-8")
        names.append(str(path))
    return names


def _said(names: list[str], jobs: int = 1) -> list[tuple[str, str, str]]:
    """File, code and pointer of each finding about several records, in the order in which they are told."""
    return [
        (Path(found.file or "").name, found.code, found.pointer)
        for each in examine_together(pieces(names), jobs)
        for found in each.report.diagnostics
        if found.code in TOGETHER
    ]


def test_records_that_fit_together_give_nothing(tmp_path: Path) -> None:
    """An amended one, its amender, and one that refers to both."""
    names = _save(
        tmp_path,
        _record("old", events=[SUPERSEDED]),
        _record("new", **_related("replaces", "old")),
        _record("third", **_related("refers_to", "new")),
    )
    assert _said(names) == []
    assert _said(names[::-1]) == []


def test_a_record_is_read_again_only_where_its_id_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find the place of its id in the text; of all others that is not looked for."""
    read: list[str] = []

    def noting(piece: Piece) -> Examination:
        if piece.source is not None:
            read.append(Path(piece.file).name)
        return examined(piece)

    monkeypatch.setattr("accords.corpus.together.examined", noting)
    names = _save(tmp_path, *(_record(name) for name in ("a", "b", "a", "c")))
    assert _said(names) == [("2.accord.json", "ACC211", "/id")]
    assert sorted(read) == ["0.accord.json", "1.accord.json", "2.accord.json", "2.accord.json", "3.accord.json"]


def test_the_second_of_two_records_with_one_id_is_told_with_the_first(tmp_path: Path) -> None:
    """At its id, with where the first one is."""
    names = _save(tmp_path, _record("a"), _record("b"), _record("a"))
    assert _said(names) == [("2.accord.json", "ACC211", "/id")]
    (found,) = [one for each in examine_together(pieces(names)) for one in each.report.diagnostics]
    assert (found.line, found.column) == (3, 9)
    assert found.notes == (f"the other one: {names[0]}",)


def test_a_relation_to_a_record_that_is_not_there_is_told_in_the_end(tmp_path: Path) -> None:
    """Where it says so; a record with errors counts as there."""
    names = _save(tmp_path, _record("a", **_related("amends", "b")), _record("c"))
    assert _said(names) == [("0.accord.json", "ACC212", "/related/0/agreement_id")]
    names = _save(tmp_path, _record("a", **_related("amends", "b")), _record("b", title=""))
    assert _said(names) == []


def test_a_superseded_record_whose_later_one_is_not_there_is_told(tmp_path: Path) -> None:
    """Only where somebody says that it happened, and whatever else refers to it."""
    names = _save(tmp_path, _record("a", events=[SUPERSEDED]), _record("b", **_related("refers_to", "a")))
    assert _said(names) == [("0.accord.json", "ACC213", "/events/0")]
    planned = {**SUPERSEDED, "claims": [{**SUPERSEDED["claims"][0], "says": "planned"}]}  # type: ignore[index, dict-item]
    assert _said(_save(tmp_path, _record("a", events=[planned]), _record("b"))) == []
    assert _said(_save(tmp_path, _record("a", events=[{**SUPERSEDED, "claims": []}]), _record("b"))) == []


def test_of_one_record_alone_nothing_is_said(tmp_path: Path) -> None:
    """Nobody can tell what would be read with it."""
    names = _save(tmp_path, _record("a", events=[SUPERSEDED], **_related("amends", "b")))
    assert _said(names) == []
    assert all(not set(TOGETHER) & {found.code for found in each.report.diagnostics} for each in _alone(names))


def _alone(names: list[str]) -> Iterator[Examination]:
    return examine_pieces(pieces(names))


def test_a_record_may_waive_what_is_said_of_it_beside_others(tmp_path: Path) -> None:
    """And no such waiver is called useless where the record is read alone, until its last day."""
    waiver = {"code": "ACC212", "reason": "It is kept elsewhere.", "until": "2030-01-01"}
    coding = {"coding": {"waivers": [waiver]}}
    names = _save(tmp_path, _record("a", **_related("amends", "b"), **coding), _record("c"))
    assert _said(names) == []
    assert [found.code for each in examine_together(pieces(names[:1])) for found in each.report.diagnostics] == []
    assert main(["validate", *names, "--as-of", "2031-01-01", "--format", "json"]) == 0


def test_a_waiver_whose_day_has_passed_waives_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the day that is asked about."""
    waiver = {"code": "ACC212", "reason": "It is kept elsewhere.", "until": "2030-01-01"}
    names = _save(tmp_path, _record("a", **_related("amends", "b"), coding={"waivers": [waiver]}), _record("c"))
    for day, codes in (("2029-01-01", []), ("2031-01-01", ["ACC212"])):
        main(["validate", *names, "--as-of", day, "--format", "json"])
        told = json.loads(capsys.readouterr().out)
        assert [found["code"] for each in told for found in each["findings"]] == codes


def test_rules_are_left_out_as_all_others_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By settings and options."""
    names = _save(tmp_path, _record("a", **_related("amends", "b")), _record("a"))
    assert main(["validate", *names, "--ignore", "ACC211,ACC212", "--format", "concise"]) == 0
    assert capsys.readouterr().out == "No findings in 2 records.\n"
    assert main(["validate", *names, "--select", "ACC211", "--strict", "--format", "concise"]) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_them_and_counts_each_record_once(form: str, tmp_path: Path) -> None:
    """A further report of a record is no further record."""
    names = _save(tmp_path, _record("a", **_related("amends", "b")), _record("c"))
    text = "".join(FORMATS[form](examine_together(pieces(names)), View()))
    assert "ACC212" in text
    if form in ("full", "concise"):
        assert text.splitlines()[-1] == "Found 1 remark in 1 of 2 records."


def test_a_record_with_findings_of_its_own_is_counted_once(tmp_path: Path) -> None:
    """With those that come in the end."""
    names = _save(tmp_path, _record("a", title="Ferry ", **_related("amends", "b")), _record("c"))
    text = "".join(FORMATS["concise"](examine_together(pieces(names)), View()))
    assert text.splitlines()[-1] == "Found 2 remarks in 1 of 2 records."


@pytest.mark.thorough
def test_several_processes_say_the_same(tmp_path: Path) -> None:
    """In the same order, on lines too."""
    records = [_record(f"r-{number % 70}", **_related("amends", f"r-{number + 20}")) for number in range(100)]
    lines = tmp_path / "many.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    assert _said([str(lines)], 1) == _said([str(lines)], 3)
    assert len(_said([str(lines)])) > 60
    places = {found.line for found in _found([str(lines)]) if found.code == "ACC211"}
    assert places == set(range(71, 101))


def _found(names: list[str]) -> list[Diagnostic]:
    return [found for each in examine_together(pieces(names)) for found in each.report.diagnostics]


def test_what_waits_for_the_end_holds_no_record(tmp_path: Path) -> None:
    """Records are read one by one, and told as they are read."""
    names = _save(tmp_path, *(_record(f"r-{number}", **_related("amends", "none")) for number in range(20)))
    taken: list[str] = []

    def counted() -> Iterator[Piece]:
        for piece in pieces(names):
            taken.append(piece.file)
            yield piece

    told = examine_together(counted())
    for number in range(1, 21):
        assert next(told).report.told_before is None
        assert len(taken) == number
    rest = list(told)
    assert len(rest) == 20
    assert all(each.agreement is None and each.text is None and each.report.told_before is False for each in rest)


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_record_has_ties_of_the_codes_of_the_catalogue(path: Path) -> None:
    """None of them is an error: what is not there may lie elsewhere."""
    record = structure(read_plain(path))
    assert {tie.finding.code for tie in ties_of(record)} <= set(TOGETHER)
    assert all(RULES[code].severity is not Severity.ERROR for code in TOGETHER)
    assert set(changes_of(record)) <= {each.agreement_id for each in record.related}
