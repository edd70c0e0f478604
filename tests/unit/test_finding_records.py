"""From names to files: folders, patterns and files of lines, each file once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from accords.corpus.rejecting import keep_rejected
from accords.corpus.walk import find_records, stands_for_many
from accords.validate import examine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.accord.json", "a.accord.json", "c/d.accord.jsonl", "c/e.accord.jsonl.gz", "c/f.json", "g.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["."], ["a.accord.json", "b.accord.json", "c/d.accord.jsonl", "c/e.accord.jsonl.gz"]),
        (["b.accord.json", "*.accord.json"], ["b.accord.json", "a.accord.json"]),
        (["**/*.json"], ["a.accord.json", "b.accord.json", "c/f.json"]),
        (["nothing*", "absent.json"], ["nothing*", "absent.json"]),
    ],
)
def test_names_stand_for_the_files_that_are_meant(
    names: list[str], found: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands for nothing is handed on, so that opening it says why."""
    monkeypatch.chdir(folder)
    assert [path.as_posix() for path in find_records(names)] == found


@pytest.mark.parametrize(
    ("name", "many"),
    [(".", True), ("*.accord.json", True), ("g.jsonl", True), ("a.accord.json", False), ("absent.json", False)],
)
def test_a_name_may_stand_for_many_records(
    name: str, many: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert stands_for_many(name) is many


def test_a_record_that_fails_is_kept_on_a_line_of_its_own() -> None:
    """With what could not be read, or is empty, left out; all examinations are passed on."""
    kept = io.StringIO()
    examined = [examine(text) for text in ('{\n"id":\r\n1}', "\n", b"\xff")]
    assert list(keep_rejected(examined, kept)) == examined
    assert kept.getvalue() == '{ "id":  1}\n'
