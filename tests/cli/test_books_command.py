"""Records by workbook on the command line: begun, exported, taken back, merged; and what gets one clear answer."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from accords.cli import main
from accords.validate import load
from books import MINIMAL
from records import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record in a folder of its own."""
    shutil.copy(MINIMAL, tmp_path / "ferry.json")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(name: str, sheet: str, place: str, value: object) -> None:
    book = load_workbook(name)
    book[sheet][place] = value
    book.save(name)


def find(name: str, sheet: str, key: str, title: str) -> str:
    held = load_workbook(name)[sheet]
    titles = [cell.value for cell in held[1]]
    row = next(cell.row for cell in held["A"] if cell.value == key)
    return held.cell(row, titles.index(title) + 1).coordinate


@pytest.mark.usefixtures("folder")
def test_whoever_makes_a_record_a_second_time_is_told_how_to_go_on_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    """By a command line that is taken as it stands there; a file that is no record has none."""
    assert main(["export", "ferry.json", "-o", "a b.xlsx"]) == 0
    assert main(["import", "a b.xlsx", "-o", "new.accord.json"]) == 0
    capsys.readouterr()
    assert main(["import", "a b.xlsx", "-o", "new.accord.json"]) == 2
    line = " ".join(capsys.readouterr().err.split()).partition("to take what is new into it: accords ")[2]
    assert main(shlex.split(line)) == 0
    Path("notes.txt").write_text("mine", "utf-8")
    assert main(["import", "a b.xlsx", "-o", "notes.txt"]) == 2
    assert "--again" not in capsys.readouterr().err


@pytest.mark.thorough
@pytest.mark.usefixtures("folder")
def test_a_record_is_begun_in_a_workbook(capsys: pytest.CaptureFixture[str]) -> None:
    """Of which it is made when there is none yet; what is missing is told by its cell."""
    assert main(["new", "--title", "Ferry", "--party", "Ruritania", "--party", "Graustark", "-o", "ferry.xlsx"]) == 0
    book = load_workbook("ferry.xlsx")
    titles = [cell.value for cell in book["Duties"][1]]
    said = {"Id": "no-tolls", "Obligors": "graustark; ruritania", "Modality": "must_not", "Action": "charge tolls"}
    for title, value in said.items():
        book["Duties"].cell(2, titles.index(title) + 1, value)
    book.save("ferry.xlsx")
    assert main(["import", "ferry.xlsx", "-o", "new.accord.json"]) == 0
    assert load("new.accord.json").obligation("no-tolls").obligor_ids == ("graustark", "ruritania")
    typed("ferry.xlsx", "Duties", find("ferry.xlsx", "Actors", "ruritania", "Id").replace("B", "C"), None)
    capsys.readouterr()
    typed("ferry.xlsx", "Duties", f"{chr(ord('A') + titles.index('Modality'))}2", "shall")
    assert main(["import", "ferry.xlsx", "-o", "other.accord.json"]) == 1
    assert "Duties!" in capsys.readouterr().err
    assert not Path("other.accord.json").exists()


@pytest.mark.parametrize("name", ["ferry.xlsx", "ferry.zip"])
@pytest.mark.usefixtures("folder")
def test_what_nobody_changed_changes_nothing(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a byte, with --write as well."""
    assert main(["export", "ferry.json", "-o", name]) == 0
    assert main(["import", name, "ferry.json", "--write"]) == 0
    assert "nothing changes" in capsys.readouterr().err
    assert Path("ferry.json").read_bytes() == MINIMAL.read_bytes()


@pytest.mark.further
@pytest.mark.usefixtures("folder")
def test_a_changed_cell_is_shown_and_then_written(capsys: pytest.CaptureFixture[str]) -> None:
    """Every other byte of the record stays; taken a second time nothing changes."""
    main(["export", "ferry.json", "-o", "f.xlsx"])
    typed("f.xlsx", "Duties", find("f.xlsx", "Duties", "repair-landing", "Due"), "2 weeks after the conclusion")
    assert main(["import", "f.xlsx", "ferry.json"]) == 0
    assert "2 weeks after" in capsys.readouterr().out
    assert Path("ferry.json").read_bytes() == MINIMAL.read_bytes()
    assert main(["import", "f.xlsx", "ferry.json", "--write"]) == 0
    before, after = MINIMAL.read_text("utf-8").splitlines(), Path("ferry.json").read_text("utf-8").splitlines()
    assert sum(line not in before for line in after) <= 3
    assert main(["import", "f.xlsx", "ferry.json", "--write"]) == 0
    assert "nothing changes" in capsys.readouterr().err


@pytest.mark.further
@pytest.mark.usefixtures("folder")
def test_a_conflict_is_told_by_its_cell_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1; the file of the record stays as it is."""
    main(["export", "ferry.json", "-o", "f.xlsx"])
    place = find("f.xlsx", "Duties", "no-tolls", "Action")
    typed("f.xlsx", "Duties", place, "ask for tolls")
    text = Path("ferry.json").read_text("utf-8").replace("charge tolls", "levy tolls")
    Path("ferry.json").write_text(text, "utf-8")
    assert main(["import", "f.xlsx", "ferry.json", "--write"]) == 1
    said = capsys.readouterr().err
    assert f"conflict at Duties!{place}: Duties: no-tolls: Action was changed on both sides: the workbook says" in said
    assert "“ask for tolls”, the record “levy tolls" in said
    assert "\n  help: to keep what the record says, write “levy tolls" in said
    assert Path("ferry.json").read_text("utf-8") == text


@pytest.mark.usefixtures("folder")
def test_files_that_cannot_be_taken_back_get_one_clear_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """A workbook of another record, one with macros, one of several records without their files."""
    main(["export", "ferry.json", "-o", "f.xlsx"])
    other = Path("other.json")
    other.write_text(MINIMAL.read_text("utf-8").replace('"ruritania-graustark-ferry"', '"other"'), "utf-8")
    main(["export", "ferry.json", "other.json", "-o", "both.xlsx"])
    shutil.copy("f.xlsx", "macros.xlsm")
    with zipfile.ZipFile("macros.xlsm", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    capsys.readouterr()
    for arguments, said in (
        (["f.xlsx", "other.json"], "is of 'ruritania-graustark-ferry', not of the record 'other'"),
        (["macros.xlsm", "ferry.json"], "holds macros"),
        (["both.xlsx"], "several records"),
        (["ferry.json", "ferry.json"], "needs --base"),
        (["ferry.json", "other.json", "--base", "ferry.json"], "two records"),
    ):
        assert main(["import", *arguments, "--write"]) == 2
        error = capsys.readouterr().err
        assert said in error
    assert main(["import", "both.xlsx", "ferry.json", "other.json"]) == 0


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_records_by_their_fields(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As its merge driver: two branches that changed one line each of the same duty are one.

    A clash stays one, with both sides in the file.
    """

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
        return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)

    def branch(name: str, **changes: str) -> None:
        git("checkout", "-q", "-b", name, "start")
        record = json.loads((folder / "ferry.json").read_text("utf-8"))
        record["obligations"][0].update(changes)
        (folder / "ferry.json").write_text(json.dumps(record), "utf-8")
        git("commit", "-qam", name)

    git("init", "-q", "-b", "start")
    page = (ROOT / "docs" / "workbooks.md").read_text("utf-8")
    driver = page.partition("merge.accords.driver '")[2].partition("'")[0]
    assert driver
    driver = driver.replace("accords", f"{sys.executable} -m accords")
    git("config", "merge.accords.driver", driver)
    (folder / ".gitattributes").write_text("*.json merge=accords\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "start")
    branch("one", note="seen by one")
    branch("two", place="by two")
    branch("three", note="seen by three")
    git("checkout", "-q", "one")
    assert git("merge", "two", "-m", "merged").returncode == 0
    duty = load(folder / "ferry.json").obligations[0]
    assert (duty.note, duty.place) == ("seen by one", "by two")
    clash = git("merge", "three", "-m", "clash")
    assert clash.returncode == 1
    assert "/obligations/0/note" in clash.stderr + clash.stdout
    assert "1 place to mend" in clash.stderr + clash.stdout
    left = (folder / "ferry.json").read_text("utf-8")
    assert all(each in left for each in ("seen by one", "seen by three", "<<<<<<< ours", ">>>>>>> theirs"))
    assert main(["validate", str(folder / "ferry.json")]) == 1
    assert "conflict" in capsys.readouterr().out


@pytest.mark.thorough
@pytest.mark.usefixtures("folder")
def test_the_findings_of_a_workbook_stand_at_its_cells(capsys: pytest.CaptureFixture[str]) -> None:
    """Those of rules when it is validated, made a record, or taken into one; and what cannot be taken at all."""
    assert main(["export", "ferry.json", "-o", "ferry.xlsx", "-q"]) == 0
    place = find("ferry.xlsx", "Duties", "repair-landing", "Action")
    typed("ferry.xlsx", "Duties", place, "not repair the landing")
    capsys.readouterr()
    said = f"Duties!{place}: warning[ACC614] negative-must: "
    assert main(["validate", "ferry.xlsx"]) == 0
    assert f"ferry.xlsx: {said}" in capsys.readouterr().out
    assert main(["validate", "ferry.xlsx", "--strict", "-q"]) == 1
    assert "\n  help: make it `must_not`" in capsys.readouterr().out
    assert main(["validate", "ferry.xlsx", "--ignore", "ACC614"]) == 0
    assert capsys.readouterr().out == "No findings in 1 record.\n"
    assert main(["import", "ferry.xlsx", "-o", "new.accord.json"]) == 0
    assert said in capsys.readouterr().err
    assert main(["import", "ferry.xlsx", "ferry.json"]) == 0
    told = capsys.readouterr().err
    assert f"in the cell Duties!{place}" in told
    assert "help: make it `must_not`" in told
    typed("ferry.xlsx", "Duties", find("ferry.xlsx", "Duties", "repair-landing", "Modality"), None)
    assert main(["validate", "ferry.xlsx"]) == 1
    told = capsys.readouterr().out
    assert f"Duties!{find('ferry.xlsx', 'Duties', 'repair-landing', 'Modality')}: error: it is empty" in told
    assert "Found 1 error in 1 record." in told


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["ferry.json"], "name workbooks apart from records"),
        (["--fix"], "take no --fix"),
        (["--format", "sarif"], "take no --format sarif: `accords import ferry.xlsx -o NAME.accord.json`"),
        (["-o", "found.txt"], "take no --output"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_workbook_is_validated_by_itself(more: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever needs the lines of a record is refused in one sentence, with what to do."""
    assert main(["export", "ferry.json", "-o", "ferry.xlsx", "-q"]) == 0
    assert main(["validate", "ferry.xlsx", *more]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
