"""`accords format` and `accords new`, as called from a shell."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from accords.cli import format as verb
from accords.cli import main
from accords.validate import load, validate
from records import ROOT

MINIMAL = ROOT / "examples" / "minimal.accord.json"
MESSY = (
    '{"title": "t",\r\n "accords_version": "1.0", "id": "a",\r\n'
    '"actors": [{"name":"A","id":"a1"}], "parties": [{"actor_id":"a1"}]}'
)


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """A valid record in disorder, with line ends from Windows."""
    path = tmp_path / "messy.accord.json"
    path.write_bytes(MESSY.encode())
    return path


def test_a_file_is_replaced_and_keeps_its_mode_its_line_ends_and_what_it_says(messy: Path) -> None:
    """And a second run changes nothing."""
    messy.chmod(0o640)
    before = load(messy)
    assert main(["format", str(messy)]) == 0
    text = messy.read_bytes()
    assert text.startswith(b'{\r\n  "accords_version": "1.0",\r\n  "id": "a",')
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert stat.S_IMODE(messy.stat().st_mode) == 0o640
    assert load(messy) == before
    kept = messy.stat().st_mtime_ns
    assert main(["format", "--check", str(messy)]) == 0
    assert main(["format", str(messy)]) == 0
    assert messy.stat().st_mtime_ns == kept
    assert os.listdir(messy.parent) == [messy.name]


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing_and_says_so_with_its_exit_code(
    option: str, messy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--check names the file, --diff shows the change."""
    assert main(["format", option, str(messy)]) == 1
    assert messy.read_bytes() == MESSY.encode()
    printed = capsys.readouterr().out
    assert str(messy) in printed
    assert ('+  "accords_version": "1.0",' in printed) == (option == "--diff")


def test_standard_input_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As editors call it: nothing but the record."""
    with MINIMAL.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert main(["format", "-"]) == 0
    assert capfdbinary.readouterr().out == MINIMAL.read_bytes()


def test_a_link_stays_a_link_and_its_target_is_laid_out(messy: Path, tmp_path: Path) -> None:
    """As any editor would have it."""
    link = tmp_path / "link.accord.json"
    link.symlink_to(messy)
    assert main(["format", str(link)]) == 0
    assert link.is_symlink()
    assert messy.read_bytes() != MESSY.encode()


def test_what_cannot_be_read_is_not_touched_and_does_not_stop_the_others(
    messy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A repeated member would be lost; the finding says where it is."""
    broken = tmp_path / "broken.accord.json"
    broken.write_text('{"id": "a", "id": "b"}', "utf-8")
    os.mkfifo(tmp_path / "pipe.accord.json")
    assert main(["format", str(tmp_path)]) == 2
    assert broken.read_text("utf-8") == '{"id": "a", "id": "b"}'
    assert messy.read_bytes() != MESSY.encode()
    told = capsys.readouterr()
    assert "ACC002" in told.err
    assert "ACC012" in told.err
    assert "1 record laid out anew, 2 records could not be read or written." in told.out


def test_a_file_that_somebody_else_changes_meanwhile_is_left_to_them(
    messy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their words are not overwritten."""
    real = verb.reformat_reading

    def slow(reading: object) -> str:
        messy.write_text("{}", "utf-8")
        return real(reading)  # type: ignore[arg-type]

    monkeypatch.setattr(verb, "reformat_reading", slow)
    assert main(["format", str(messy)]) == 2
    assert messy.read_text("utf-8") == "{}"
    assert "has changed while it was read" in capsys.readouterr().err


def test_one_record_can_be_written_elsewhere(messy: Path, tmp_path: Path) -> None:
    """The original stays."""
    out = tmp_path / "out.json"
    assert main(["format", str(messy), "-o", str(out)]) == 0
    assert messy.read_bytes() == MESSY.encode()
    assert load(out) == load(messy)
    assert main(["format", str(messy), str(MINIMAL), "-o", str(out)]) == 2


def test_a_new_record_is_valid_and_in_canonical_layout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From all options, and from none."""
    bare, full = tmp_path / "bare.accord.json", tmp_path / "full.accord.json"
    assert main(["new", "-o", str(bare)]) == 0
    words = ["--title", "Vertrag über Fähren", "--party", "Ruritania", "--party", "gr=Graustark"]
    words += ["--form", "announced", "--date", "1911-04-30", "--source", "Ferry Gazette"]
    assert main(["new", *words, "-o", str(full)]) == 0
    for path in (bare, full):
        assert validate(path).diagnostics == ()
        assert main(["format", "--check", "-q", str(path)]) == 0
    record = load(full)
    assert record.id == "vertrag-uber-fahren"
    assert [actor.id for actor in record.actors] == ["ruritania", "gr"]
    assert main(["new", "-o", str(full)]) == 2
    assert load(full) == record
    assert main(["new", "--force", "-o", str(full)]) == 0
    capsys.readouterr()
    main(["new", "--id", "x"])
    assert json.loads(capsys.readouterr().out)["id"] == "x"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--id", "Not an Id"], "did you mean not-an-id?"),
        (["--party", "A", "--party", "a"], "two parties have the id"),
        (["--date", "2022-11-23"], "a date needs a form"),
        (["--form", "signed", "--date", "2022-11-31"], "November has 30 days"),
        (["--title", " "], "blank"),
        (["--party", ""], "blank"),
    ],
)
def test_what_would_not_be_valid_is_refused(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence, and nothing is printed that looks like a record."""
    assert main(["new", *words]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert not captured.out
