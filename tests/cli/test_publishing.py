"""``accords export --public``: what is written, and when nothing is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import accords
from accords.cli import main
from records import ROOT

EXAMPLES = ROOT / "examples"
MONITORED = EXAMPLES / "kosovo-serbia-plates-2022-monitored.accord.json"


def test_a_public_record_is_written_to_a_file_or_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the layout of the format, and valid."""
    out = tmp_path / "public.json"
    assert main(["export", str(MONITORED), "--public", "-o", str(out)]) == 0
    assert main(["export", str(MONITORED), "--public"]) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert main(["format", "--check", str(out)]) == 0
    assert accords.load(out) == accords.public_record(accords.load(MONITORED))


def test_several_go_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each under its id; without a folder that is an error."""
    some = [str(EXAMPLES / f"kosovo-serbia-{name}.accord.json") for name in ("plates-2022", "ohrid-2023")]
    assert main(["export", *some, "--public", "-o", str(tmp_path / "a" / "b")]) == 0
    assert "2 records into" in capsys.readouterr().err
    names = sorted(path.name for path in (tmp_path / "a" / "b").iterdir())
    assert names == ["kosovo-serbia-ohrid-2023.accord.json", "kosovo-serbia-plates-2022.accord.json"]
    assert main(["export", *some, "--public"]) == 2
    assert "name one with -o FOLDER" in capsys.readouterr().err


def damaged(tmp_path: Path) -> Path:
    """The monitored example, in which what Serbia answers is internal."""
    plain = json.loads(MONITORED.read_text("utf-8"))
    for event in plain["events"]:
        for claim in event.get("claims", ()):
            claim["internal"] = claim.get("says") == "no_breach"
    path = tmp_path / "damaged.accord.json"
    path.write_text(json.dumps(plain), "utf-8")
    return path


def test_nothing_is_written_where_one_would_accuse_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The duty is named, with the day and why; the other record waits too."""
    out = tmp_path / "out"
    some = [str(damaged(tmp_path)), str(EXAMPLES / "kosovo-serbia-ohrid-2023.accord.json")]
    assert main(["export", *some, "--public", "-o", str(out), "--as-of", "2023-01-20,2023-06-01"]) == 2
    said = capsys.readouterr().err
    assert "/obligations/0 (in obligation serbia-plates)\n    as of 2023-01-20 it would say worse of serbia" in said
    assert "nothing is written" in said
    assert not out.exists()


def test_an_unreleased_or_faulty_record_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first ends with 2, the second as everywhere with 1."""
    out = tmp_path / "out.json"
    assert main(["export", str(EXAMPLES / "minimal.accord.json"), "--public", "-o", str(out)]) == 2
    assert "it has no `release`" in capsys.readouterr().err
    bad = ROOT / "tests" / "rules" / "ACC201-unknown-id" / "bad-source.json"
    assert main(["export", str(bad), "--public", "-o", str(out)]) == 1
    assert not out.exists()


def test_a_record_never_takes_the_place_of_what_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not in the folder in which it stands either."""
    own = tmp_path / MONITORED.name
    own.write_bytes(MONITORED.read_bytes())
    assert main(["export", str(own), "--public", "-o", str(tmp_path)]) == 2
    assert "would replace what is read" in capsys.readouterr().err
    assert own.read_bytes() == MONITORED.read_bytes()


@pytest.mark.parametrize(
    "options",
    [["--format", "csv"], ["--sql", "SELECT 1"], ["--known-by", "2023-01-01"], ["-j", "2"]],
    ids=lambda options: options[0],
)
def test_it_takes_no_options_of_other_outputs(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And says so."""
    assert main(["export", str(MONITORED), "--public", *options]) == 2
    assert "--public writes records" in capsys.readouterr().err
