"""From a record in any form to everything that is wrong with it."""

from __future__ import annotations

import copy
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from accords.codec import ConversionError, dumps, structure
from accords.codec.reading import Limits
from accords.diagnostics import InvalidRecordError
from accords.model.agreement import Agreement
from accords.validate import dump, examine, load, loads, validate
from mutants import mutants
from records import ROOT, VALID, read_plain

STAGES = ("read", "version", "schema", "convert", "checks")
RECORD: dict[str, Any] = {
    "accords_version": "1.0",
    "id": "deal",
    "title": "Deal",
    "actors": [{"id": "north", "name": "North"}],
    "parties": [{"actor_id": "north"}],
}
TEXT = json.dumps(RECORD, indent=1)


def test_the_same_record_in_every_form_gives_the_same_findings(tmp_path: Path) -> None:
    """Path, text, bytes, streams, plain JSON; a built agreement is the form that cannot hold this fault."""
    faulty = {**RECORD, "parties": [{"actor_id": "nort"}]}
    text = json.dumps(faulty)
    path = tmp_path / "deal.accord.json"
    path.write_text(text, "utf-8")
    sources: list[Any] = [path, str(path), text, text.encode(), io.StringIO(text), io.BytesIO(text.encode()), faulty]
    sources.append(structure(faulty))
    found = [[(f.code, f.pointer, f.message) for f in validate(source).diagnostics] for source in sources]
    assert found == [[("ACC201", "/parties/0/actor_id", 'no actor has the id "nort"')]] * len(sources)


def test_a_clean_record_passes_all_stages() -> None:
    """And the report says that they ran."""
    report = validate(TEXT)
    assert report.ok
    assert report.stages == STAGES
    assert not report.diagnostics


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("{", STAGES[:1]),
        (TEXT.replace("1.0", "7.0"), STAGES[:2]),
        (TEXT.replace('"Deal"', "5"), STAGES[:3]),
        (TEXT.replace('"actor_id": "north"', '"actor_id": "south"'), STAGES),
        ("\ufeff" + TEXT, STAGES),
    ],
)
def test_a_stage_runs_only_where_those_before_it_found_no_error(text: str, stages: tuple[str, ...]) -> None:
    """A warning, such as a byte order mark, stops nothing."""
    assert validate(text).stages == stages


@pytest.mark.wide
@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parent.name[:6]}-{path.stem}")
def test_every_valid_record_of_the_repository_is_valid(path: Path) -> None:
    """No error, and an agreement that equals what the codec alone makes of it."""
    examination = examine(path)
    assert examination.report.ok, examination.report.diagnostics
    assert examination.agreement == structure(read_plain(path))


@pytest.mark.thorough
@pytest.mark.parametrize("count", [60, pytest.param(2000, marks=pytest.mark.slow)])
def test_validation_changes_nothing_and_never_raises(count: int) -> None:
    """Whatever the record, damaged ones included."""
    for record in (read_plain(path) for path in VALID[:2]):
        for mutant in mutants(record, count, seed=3):
            before = copy.deepcopy(mutant)
            report = validate(mutant)
            assert mutant == before
            assert report.ok is not any(found.severity == "error" for found in report.diagnostics)
            assert all(found.code != "ACC901" for found in report.diagnostics)


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        ({**RECORD, "extensions": {"when": object()}}, "ACC103"),
        ({**RECORD, "extensions": {"share": float("nan")}}, "ACC007"),
        ({**RECORD, "extensions": {"half": "\ud800"}}, "ACC008"),
        ({}, "ACC101"),
        ("", "ACC012"),
        ("no-such-file.accord.json", "ACC012"),
        ("{", "ACC001"),
        (b"\xff\xfe", "ACC003"),
        ("\n", "ACC001"),
    ],
)
def test_odd_input_gives_a_finding_and_no_exception(odd: Any, code: str) -> None:
    """Including what only Python can hold."""
    assert code in [found.code for found in validate(odd).diagnostics]


def test_a_mapping_that_holds_itself_is_told_as_too_deep_or_not_json() -> None:
    """There is no end to it."""
    circle: dict[str, Any] = {**RECORD}
    circle["extensions"] = circle
    assert not validate(circle).ok


def test_a_built_agreement_with_a_wrong_value_is_told_like_a_file() -> None:
    """Static types catch it first; at run time validation does."""
    wrong = structure(RECORD)
    object.__setattr__(wrong, "title", 5)
    assert [found.code for found in validate(wrong).diagnostics] == ["ACC103"]


def test_limits_can_be_set() -> None:
    """In bytes and levels."""
    assert [found.code for found in validate(TEXT, limits=Limits(max_bytes=10)).diagnostics] == ["ACC006"]
    assert [found.code for found in validate(TEXT, limits=Limits(max_depth=1)).diagnostics] == ["ACC005"]


def test_nesting_beyond_the_interpreter_is_told_as_too_deep() -> None:
    """Where a caller lifts the limit."""
    text = '{"kind": "all_of", "conditions": [' * 3000 + '{"kind": "never"}' + "]}" * 3000
    record = TEXT.rstrip("}") + ', "term": {"entry_into_force": ' + text + "}}"
    report = validate(record, limits=Limits(max_depth=100_000))
    assert [found.code for found in report.diagnostics] == ["ACC005"]


def test_findings_stand_in_the_order_of_the_text() -> None:
    """Whatever stage or check they come from."""
    report = validate(ROOT / "tests" / "records" / "faulty" / "many-faults.accord.json")
    places = [(found.line, found.column) for found in report.diagnostics]
    assert len(places) > 5
    assert places == sorted(places)


def test_a_fault_of_the_converter_is_told_as_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that passes the schema and does not convert is a bug here, not there."""

    def fail(_: object) -> Agreement:
        raise ConversionError("no reason")

    monkeypatch.setattr(sys.modules["accords.validate.stages"], "structure_accepted", fail)
    assert [found.code for found in validate(TEXT).diagnostics] == ["ACC901"]


def test_load_raises_one_exception_that_carries_the_report(tmp_path: Path) -> None:
    """Its text names the first faults with their places."""
    path = tmp_path / "deal.accord.json"
    path.write_text(TEXT.replace('"Deal"', "5"), "utf-8")
    with pytest.raises(InvalidRecordError, match=r"(?s)1 error.*4:11 /title ACC103") as caught:
        load(path)
    assert [found.code for found in caught.value.report.diagnostics] == ["ACC103"]
    with pytest.raises(InvalidRecordError, match="no such file"):
        load(tmp_path / "missing")
    with pytest.raises(InvalidRecordError):
        loads("[]")


def test_what_is_dumped_loads_as_the_same_agreement(tmp_path: Path) -> None:
    """In canonical layout; the file is replaced, and nothing is left beside it."""
    path = tmp_path / "deal.accord.json"
    path.write_text("old", "utf-8")
    agreement = loads(TEXT)
    dump(agreement, path)
    assert load(path) == load(str(path)) == agreement
    assert path.read_text("utf-8") == dumps(agreement)
    assert [child.name for child in tmp_path.iterdir()] == [path.name]


def test_a_dump_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """And no draft."""
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(OSError, match="folder"):
        dump(loads(TEXT), path)
    assert list(tmp_path.iterdir()) == [path]
