"""Names of files as other tools expect them."""

from __future__ import annotations

from pathlib import Path

import pytest

from accords.validate.report.paths import relative_path, relative_uri


def test_a_file_is_named_from_the_root_of_its_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command runs; outside of one from the working folder; what is no file as it is."""
    inside, outside = tmp_path / "repository" / "records", tmp_path / "elsewhere"
    for folder in (inside, outside, tmp_path / "repository" / ".git"):
        folder.mkdir(parents=True)
    monkeypatch.chdir(inside)
    assert relative_path("a b.json") == "records/a b.json"
    assert relative_uri("a b#.json") == "records/a%20b%23.json"
    assert relative_path(str(outside / "c.json")) == (outside / "c.json").as_posix()
    assert relative_uri(str(outside / "c.json")).startswith("file:///")
    assert relative_path("<stdin>") == "<stdin>"
    monkeypatch.chdir(outside)
    assert relative_path("c.json") == "c.json"
