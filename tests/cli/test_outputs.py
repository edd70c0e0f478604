"""Where outputs go, what a command does with a name or an option that comes to nothing, and settings with a slip."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accords.cli import main
from accords.codec import dumps
from accords.suggest import slug_of
from records import ROOT
from trial import trial

MINIMAL = ROOT / "examples" / "minimal.accord.json"
DAY = ("--as-of", "2023-01-20")


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A record in the working folder, by its name."""
    monkeypatch.chdir(tmp_path)
    Path("trial.accord.json").write_text(dumps(trial()), "utf-8")
    return "trial.accord.json"


@pytest.mark.parametrize(
    "command",
    [
        "checklist trial.accord.json",
        "checklist trial.accord.json --format json",
        "checklist . other.accord.json",
        "checklist tri*.json",
        "validate trial.accord.json",
        "validate --diff trial.accord.json",
        "status trial.accord.json --as-of 2023-01-20",
        "diff other.accord.json trial.accord.json",
        "export trial.accord.json",
        "verify other.accord.json --source src=trial.accord.json",
        "format --diff trial.accord.json",
    ],
)
@pytest.mark.parametrize("output", ["trial.accord.json", "./trial.accord.json", "link.accord.json"])
def test_an_output_never_replaces_what_is_read(
    command: str, output: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """However the file is named, and whether by itself or in a folder or pattern."""
    before = Path(record).read_text("utf-8")
    Path("other.accord.json").write_text(before.replace('"id": "trial"', '"id": "other"'), "utf-8")
    Path("link.accord.json").symlink_to("trial.accord.json")
    assert main([*command.split(), "-o", output]) == 2
    assert "would replace what is read" in capsys.readouterr().err
    assert Path(record).read_text("utf-8") == before


def test_neither_the_table_nor_the_settings_are_replaced(record: str) -> None:
    """What a command reads besides the record is an input too."""
    Path("a.csv").write_text("Id,My status,My note,As of\nlaw,done,,2023-01-20\n", "utf-8")
    Path("a.toml").write_text("", "utf-8")
    assert main(["import", "a.csv", record, "--assessor", "Me", "-o", "a.csv"]) == 2
    assert main(["validate", record, "--config", "a.toml", "-o", "a.toml"]) == 2
    assert Path("a.csv").read_text("utf-8").startswith("Id,")
    assert Path("a.toml").read_text("utf-8") == ""


@pytest.mark.wide
@pytest.mark.parametrize(
    ("command", "name", "beginning"),
    [
        ("checklist", "a.xlsx", b"PK"),
        ("checklist", "a.ics", b"BEGIN:VCALENDAR"),
        ("checklist", "a.HTML", b"<!doctype html>"),
        ("checklist", "a.csv", "\ufeffId".encode()),
        ("checklist", "a.md", b"# "),
        ("checklist", "a.json", b"{"),
        ("checklist", "a.txt", b"Trial"),
        ("status", "a.json", b"{"),
        ("status", "a.md", b"# "),
        ("export", "a.svg", b"<svg"),
        ("export", "a.dot", b"digraph"),
        ("export", "a.mmd", b"flowchart"),
        ("validate", "a.json", b"["),
        ("validate", "a.sarif", b'{\n  "$schema"'),
        ("validate", "a.xml", b"<?xml"),
    ],
)
def test_the_ending_of_the_name_says_the_format(command: str, name: str, beginning: bytes, record: str) -> None:
    """Whoever names a workbook gets one; --format goes before."""
    day = DAY if command in ("checklist", "status") else ()
    code = main([command, record, *day, "-o", name])
    assert code == (1 if command == "validate" else 0) or command == "validate"
    assert Path(name).read_bytes().startswith(beginning)
    if command == "checklist":
        assert main([command, record, *day, "--format", "json", "-o", name, "--force"]) == 0
        assert Path(name).read_bytes().startswith(b"{")


@pytest.mark.parametrize("command", ["checklist", "status", "export", "validate"])
def test_an_ending_that_no_format_has_is_refused(command: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Text under the name of a PDF helps nobody."""
    assert main([command, record, "-o", "a.pdf"]) == 2
    assert "--format" in capsys.readouterr().err
    assert not Path("a.pdf").exists()


@pytest.mark.parametrize("name", ["none-*.json", "empty", "nowhere.accord.json", "none.jsonl"])
def test_a_name_that_stands_for_nothing_makes_no_list(
    name: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing was read, so nothing is said of what is owed."""
    Path("empty").mkdir()
    assert main(["checklist", name]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "ACC012" in printed.err
    assert main(["checklist", record, name]) == 2
    assert "Trial" in capsys.readouterr().out


def test_records_with_errors_alone_make_no_list(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """They were read: the exit code says that they are at fault."""
    Path(record).write_text("{}", "utf-8")
    assert main(["checklist", "."]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "left out" not in printed.err


@pytest.mark.wide
@pytest.mark.parametrize(
    "command",
    [
        "checklist trial.accord.json --as-of today",
        "checklist trial.accord.json --as-of 2023-01-20 --known-by today",
        "status trial.accord.json --as-of today",
        "status trial.accord.json --between 2023-01-20 today",
        "diff trial.accord.json --between 2023-01-20 today",
        "diff trial.accord.json trial.accord.json --as-of today",
    ],
)
def test_today_is_a_day_for_every_command(command: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And which day that is is said."""
    assert main(command.split()) == 0
    assert capsys.readouterr().err.startswith("as of today, 2")


@pytest.mark.wide
@pytest.mark.parametrize(
    ("options", "named"),
    [
        ("--as todo", ["--as"]),
        ("--alarm-days 3 --review-every P1M", ["--alarm-days", "--review-every"]),
        ("--sign-off --format csv", ["--sign-off"]),
        ("--width 60 --format html", ["--width"]),
        ("--width 60", []),
        ("--sign-off -o a.html", []),
        ("--as todo --alarm-days 3 --as-of 2023-01-20 -o a.ics", []),
    ],
)
def test_options_without_effect_are_said(
    options: str, named: list[str], record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list is made all the same; -q leaves the remark out."""
    Path("a.csv").write_text("Id,My status,My note,As of\nlaw,done,,2023-01-20\n", "utf-8")
    assert main(["checklist", record, *options.split()]) == 0
    told = capsys.readouterr().err
    assert [each.split()[0] for each in told.splitlines() if "has no effect" in each] == named
    assert main(["checklist", record, *options.split(), "-q"]) == 0
    assert "has no effect" not in capsys.readouterr().err


def test_a_calendar_without_entries_says_so(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the option that makes some; with an entry nothing is said."""
    day = ("--as-of", "2023-01-20", "--format", "ics")
    assert main(["checklist", record, *day, "--modality", "may"]) == 0
    assert "--review-every" in capsys.readouterr().err
    assert main(["checklist", record, *day]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["accords.toml", "pyproject.toml"])
def test_settings_with_a_byte_order_mark_are_read(name: str, record: str) -> None:
    """Editors put it there; a slip is still told with its line."""
    table = "[tool.accords]\n" if name == "pyproject.toml" else ""
    Path(name).write_text(f"{table}select = ['ACC1']\nfail-on = 'info'\n", "utf-8-sig")
    assert main(["validate", "."]) == 0
    Path(name).write_text(f"{table}slect = ['ACC1']\n", "utf-8-sig")
    assert main(["validate", "."]) == 2


def test_a_slip_in_the_first_line_after_the_mark_has_its_line(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The mark belongs to no key."""
    Path("accords.toml").write_text("slect = ['ACC1']\n", "utf-8-sig")
    assert main(["validate", "."]) == 2
    assert "accords.toml:1" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "F" * 5000, "-1", "1e400", "'9'", "[0x" + "F" * 5000 + "]"])
def test_a_number_of_too_many_digits_in_the_settings_is_told(
    number: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, with exit code 2."""
    Path("accords.toml").write_text(f"max-findings = {number}\n", "utf-8")
    assert main(["validate", "."]) == 2
    assert "accords.toml" in capsys.readouterr().err


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["accords.toml", "pyproject.toml"])
def test_watching_goes_on_after_a_slip_in_the_settings(name: str, record: str) -> None:
    """It is told, and when it is mended the records are looked at again."""
    table = "[tool.accords]\n" if name == "pyproject.toml" else ""
    Path(name).write_text(f"{table}ignore = []\n", "utf-8")
    watching = subprocess.Popen(
        [sys.executable, "-m", "accords", "validate", "--watch", "-q", "--format", "concise", "."],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        text=True,
    )
    assert watching.stderr is not None
    try:
        assert "Waiting" in watching.stderr.readline()
        Path(name).write_text(f"{table}ignore = [\n", "utf-8")
        assert f"{name} is not TOML" in watching.stderr.readline()
        assert "Waiting" in watching.stderr.readline()
        time.sleep(0.1)
        Path(name).write_text(f"{table}ignore = ['ACC5']\n", "utf-8")
        assert "Waiting" in watching.stderr.readline()
        assert watching.poll() is None
    finally:
        watching.kill()
        watching.communicate()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Đakovica", "dakovica"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("Œuvre", "oeuvre"),
        ("Þingvellir", "thingvellir"),
        ("Iğdır", "igdir"),
        ("Ђаковица", "dakovitsa"),
        ("Подгорица", "podgoritsa"),
        ("Київ", "kiiv"),
        ("Щастя", "shchastia"),
        ("Έλλη", None),
        ("中国", None),
        ("Treaty of ბათუმი", None),
    ],
)
def test_ids_keep_the_letters_of_a_name(name: str, made: str | None) -> None:
    """In Latin letters where there is a table for it; no piece of a name stands for the whole."""
    assert slug_of(name) == made


def test_a_new_record_names_parties_whose_letters_it_does_not_know_by_number(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name itself stays as it is."""
    assert main(["new", "--title", "条约 1922", "--party", "Страна", "--party", "საქართველო"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["id"] == "agreement"
    assert [each["id"] for each in made["actors"]] == ["strana", "party-2"]
    assert [each["name"] for each in made["actors"]] == ["Страна", "საქართველო"]


@pytest.mark.further
@pytest.mark.parametrize(
    "command",
    [
        "new",
        "format trial.accord.json",
        "export trial.accord.json --format workbook",
        "export trial.accord.json --format workbook-csv",
        "checklist trial.accord.json --format xlsx",
        "import filled.xlsx",
        "import rows.csv --map map.toml",
    ],
)
def test_what_people_work_in_takes_no_files_place_unless_that_is_asked_for(
    command: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the file that is there is called: a claim may have been entered into it, or a cell filled in."""
    assert main(["export", record, "-o", "filled.xlsx", "-q"]) == 0
    Path("rows.csv").write_text("title\nFerry\n", "utf-8")
    Path("map.toml").write_text('[map]\ntitle = "Rows"\n[record]\ntitle = "{title}"\n', "utf-8")
    for name in ("notes.txt", "other.accord.json", "old.xlsx"):
        Path(name).write_text("mine", "utf-8")
        assert main([*command.split(), "-o", name]) == 2
        assert f"{name} is there already; --force replaces it" in _said(capsys)
        assert Path(name).read_text("utf-8") == "mine"
        if "--map" not in command:
            assert main([*command.split(), "-o", name, "--force"]) == 0
            assert Path(name).read_bytes() != b"mine"


@pytest.mark.parametrize(
    "command", ["checklist", "validate", "status --as-of 2023-01-20", "export --format dot", "due"]
)
@pytest.mark.parametrize("name", ["other.accord.json", "filled.xlsx", "filled.zip"])
def test_no_report_takes_the_place_of_a_record_or_workbook(
    command: str, name: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """While one that is written each night takes the place of the last one."""
    for each in (name, "report.txt"):
        Path(each).write_text("mine", "utf-8")
    verb, *words = command.split()
    form = [] if "--format" in words else ["--format", "text" if verb == "due" else "json"]
    form = ["--format", "concise"] if verb == "validate" else form
    assert main([verb, record, *words, *form, "-o", name]) == 2
    said = _said(capsys)
    assert any(each in said for each in ("would replace a record or workbook", "is there already"))
    assert Path(name).read_text("utf-8") == "mine"
    assert main([verb, record, *words, *form, "-o", "report.txt"]) == 0
    assert Path("report.txt").read_text("utf-8") != "mine"


@pytest.mark.parametrize("command", ["schema", "rule ACC102", "completion bash", "draft schema"])
def test_nor_does_what_is_printed_without_a_record(
    command: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the hand would else cost the record."""
    before = Path(record).read_bytes()
    assert main([*command.split(), "-o", record]) == 2
    assert "would replace a record or workbook" in _said(capsys)
    assert Path(record).read_bytes() == before
    assert main([*command.split(), "-o", "answer"]) == 0


@pytest.mark.parametrize("command", ["checklist", "status", "due"])
@pytest.mark.parametrize("word", ["today", "TODAY", " Today "])
def test_today_may_be_written_in_capitals(
    command: str, word: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the day it is is said."""
    assert main([command, record, "--as-of", word]) == 0
    assert "as of today, 2" in capsys.readouterr().err


@pytest.mark.parametrize("raw", ["strict = false".encode("utf-16"), b"# \xe9\n"])
def test_settings_in_another_encoding_are_told(raw: bytes, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As some shells write a file, and in no words of a decoder; a map of rows is a file of that kind too."""
    Path("a.toml").write_bytes(raw)
    Path("rows.csv").write_text("title\nFerry\n", "utf-8")
    for command in ("validate " + record + " --config a.toml", "import rows.csv --map a.toml"):
        assert main(command.split()) == 2
        assert "a.toml is no text in UTF-8; save it as UTF-8" in _said(capsys)


@pytest.mark.thorough
def test_what_comes_by_standard_input_is_not_replaced(record: str) -> None:
    """Though the command is not told its name."""
    before = Path(record).read_bytes()
    Path("plain").write_bytes(before)
    for output, code in ("plain", 2), ("other", 0):
        with Path("plain").open("rb") as stream:
            words = [sys.executable, "-m", "accords", "checklist", "-", "-o", output]
            done = subprocess.run(words, stdin=stream, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
    assert "would replace what is read" not in done.stderr
    assert Path("plain").read_bytes() == before


@pytest.mark.parametrize("command", ["new", "export trial.accord.json --format workbook", "import filled.xlsx"])
def test_where_something_was_written_is_said(command: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless nobody wants to hear it."""
    assert main(["export", record, "-o", "filled.xlsx", "-q"]) == 0
    assert capsys.readouterr().err == ""
    assert main([*command.split(), "-o", "made"]) == 0
    assert "written to made" in capsys.readouterr().err
    assert main([*command.split(), "-o", "made", "--force", "-q"]) == 0
    assert "written" not in capsys.readouterr().err


def _said(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().err.split())
