"""``accords site``: a folder that is a site, made again and again."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from accords.cli import main
from accords.codec import dumps
from accords.render.site.whole import ADDRESSES, MANIFEST
from sites import DAY, deal

ASKED = ["--as-of", DAY, "--contact", "office@example.org"]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder with two published records."""
    folder = tmp_path / "records"
    folder.mkdir()
    for name in ("ferry", "bridge"):
        (folder / f"{name}.accord.json").write_text(dumps(deal(name)), "utf-8")
    return folder


def _files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.further
def test_a_site_is_made_and_made_again(records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time nothing changes, not even the times of files."""
    site = tmp_path / "site"
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 0
    assert "2 records in" in capsys.readouterr().err
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 0
    assert ", 0 of them changed" in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in before} == before
    for line in (site / MANIFEST).read_text("utf-8").splitlines():
        digest, path = line.split("  ")
        assert sha256((site / path).read_bytes()).hexdigest() == digest


def test_what_is_gone_is_taken_out_and_what_is_not_ours_stays(records: Path, tmp_path: Path) -> None:
    """Files of an earlier run alone are taken out, with the folders that they leave empty."""
    site = tmp_path / "site"
    assert main(["site", str(records), "-o", str(site), *ASKED, "-q"]) == 0
    (site / "CNAME").write_text("example.org", "utf-8")
    (site / "a" / "bridge" / "notes.txt").write_text("ours", "utf-8")
    (records / "bridge.accord.json").unlink()
    gone = tmp_path / "gone.json"
    gone.write_text(json.dumps({"a/bridge/": "taken back by both sides"}), "utf-8")
    assert main(["site", str(records), "-o", str(site), *ASKED, "-q", "--withdrawn", str(gone)]) == 0
    found = _files(site)
    assert found["CNAME"] == b"example.org"
    assert found["a/bridge/notes.txt"] == b"ours"
    assert "a/bridge/record.json" not in found
    assert b"taken back by both sides" in found["a/bridge/index.html"]
    assert json.loads(found[ADDRESSES])["addresses"]["a/bridge/"] == {"withdrawn": "taken back by both sides"}


def test_an_address_that_would_vanish_stops_the_command_and_nothing_changes(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says which, and what to do."""
    site = tmp_path / "site"
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 0
    before = _files(site)
    (records / "bridge.accord.json").unlink()
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 2
    told = capsys.readouterr().err
    assert "a/bridge/ would vanish" in told
    assert "a/bridge/repair/" not in told
    assert "former_ids" in told
    assert _files(site) == before


def test_a_record_that_is_not_published_stops_the_command(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is named, and nothing is written; a preview is made of them."""
    plain = json.loads((records / "ferry.accord.json").read_text("utf-8"))
    del plain["release"]
    (records / "ferry.accord.json").write_text(json.dumps(plain), "utf-8")
    site = tmp_path / "site"
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 2
    assert "  ferry: it has no `release`" in capsys.readouterr().err
    assert not site.exists()
    assert main(["site", str(records), "-o", str(site), *ASKED, "--preview"]) == 0
    assert b"Not for publication" in _files(site)["a/bridge/index.html"]


def test_a_folder_of_somebody_else_is_left_alone(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with files needs the manifest of an earlier run, and a file in the way has to be in it."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("mine", "utf-8")
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 2
    assert MANIFEST in capsys.readouterr().err
    assert _files(site) == {"index.html": b"mine"}
    (site / "index.html").unlink()
    assert main(["site", str(records / "ferry.accord.json"), "-o", str(site), *ASKED]) == 0
    (site / "a" / "bridge").mkdir()
    (site / "a" / "bridge" / "index.html").write_text("mine", "utf-8")
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 2
    assert "a/bridge/index.html stands there" in capsys.readouterr().err
    assert _files(site)["a/bridge/index.html"] == b"mine"


def test_a_manifest_cannot_take_out_files_elsewhere(records: Path, tmp_path: Path) -> None:
    """Whoever wrote it."""
    site = tmp_path / "site"
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 0
    (tmp_path / "precious.txt").write_text("mine", "utf-8")
    with (site / MANIFEST).open("a", encoding="utf-8") as stream:
        stream.write(f"{'0' * 64}  ../precious.txt\n{'0' * 64}  {tmp_path / 'precious.txt'}\n")
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 0
    assert (tmp_path / "precious.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("text", "why"),
    [("{", "no JSON"), ("[]", "an object"), ('{"a/x/": ""}', "an object"), ('{"a/x/": 1}', "an object")],
)
def test_reasons_that_are_none_are_refused(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, why: str
) -> None:
    """With the file, and how it has to look."""
    gone = tmp_path / "gone.json"
    gone.write_text(text, "utf-8")
    assert main(["site", str(records), "-o", str(tmp_path / "site"), *ASKED, "--withdrawn", str(gone)]) == 2
    told = capsys.readouterr().err
    assert "gone.json" in told
    assert why in " ".join(told.split())


@pytest.mark.thorough
def test_days_are_asked_for_and_may_be_two(records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a day there is no site; the word `today` is a day, and said."""
    site = tmp_path / "site"
    start = ["site", str(records), "-o", str(site), "--contact", "x@example.org"]
    assert main(start) == 2
    assert main([*start, "--as-of", "soon"]) == 2
    assert main([*start, "--as-of", "2023-01-20, 2023-03-01"]) == 0
    assert b"As of 20 January 2023 and of 1 March 2023" in _files(site)["index.html"]
    capsys.readouterr()
    assert main([*start, "--as-of", "today"]) == 0
    assert "as of today, 2" in capsys.readouterr().err


def test_a_record_with_errors_stops_the_command(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site with less than it had would be one more surprise; what is wrong is told."""
    (records / "ferry.accord.json").write_text("{}", "utf-8")
    assert main(["site", str(records), "-o", str(tmp_path / "site"), *ASKED]) == 1
    assert "ACC" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_list_of_addresses_that_cannot_be_read_stops_the_command(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Otherwise all that was given would be forgotten."""
    site = tmp_path / "site"
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 0
    (site / ADDRESSES).write_text("?", "utf-8")
    assert main(["site", str(records), "-o", str(site), *ASKED]) == 2
    assert "addresses.json" in capsys.readouterr().err
