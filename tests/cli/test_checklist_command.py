"""``accords checklist`` as of a day: options, filters, formats and what it refuses."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from attrs import evolve
from openpyxl import load_workbook
from rich.cells import cell_len

from accords.cli import main
from accords.codec import dumps
from accords.validate import load
from records import ROOT
from trial import trial

GOLDEN = Path(__file__).parent / "golden"
DAY = ("--as-of", "2023-01-20")


@pytest.fixture
def record(tmp_path: Path) -> str:
    """The trial record as a file."""
    path = tmp_path / "trial.accord.json"
    path.write_text(dumps(trial()), "utf-8")
    return str(path)


def golden(name: str, printed: str) -> None:
    """Hold ``printed`` against a golden file; ACCORDS_REWRITE=1 writes it, and a person reads it."""
    path = GOLDEN / name
    if os.environ.get("ACCORDS_REWRITE"):
        path.write_bytes(printed.encode("utf-8"))
    assert printed == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(("form", "options"), [("terminal", ()), ("markdown", ()), ("json", ("--status", "contested"))])
def test_the_checklist_as_of_a_day_is_the_golden_one(
    form: str, options: tuple[str, ...], record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every format that is text; as JSON one row, for JSON has the rows as they are."""
    assert main(["checklist", record, *DAY, "--format", form, *options]) == 0
    golden(f"status.{form}.txt", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("terminal", ("--party", "serbia")),
        ("csv", ("--party", "serbia")),
        ("ics", ("--party", "serbia", "--review-every", "P1M")),
    ],
)
def test_the_checklist_of_the_monitored_example_is_the_golden_one(
    form: str, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """In the formats in which `examples/checklists` does not have it; one party's duties, so that it can be read."""
    record = str(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    assert main(["checklist", record, *DAY, "--format", form, *options]) == 0
    golden(f"monitored.{form}.txt", capsys.readouterr().out)


@pytest.mark.wide
@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("group_by", ["obligor", "deadline", "theme", "status"])
def test_a_status_fits_the_width(width: int, group_by: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """However the list is grouped; the obligor is named everywhere."""
    assert main(["checklist", record, *DAY, "--width", str(width), "--group-by", group_by]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= width
    named = [line for line in lines if line.strip().startswith("Obligor ") or "Obligor  " in line]
    assert len(named) == (0 if group_by == "obligor" else 12)


def test_today_is_said_where_it_is_asked_for(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, and the day stands in the header; without --as-of there is no day at all."""
    assert main(["checklist", record, "--as-of", "today"]) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("as of today, 2")
    assert "As of " in printed.out
    assert main(["checklist", record]) == 0
    assert "As of " not in capsys.readouterr().out


def test_a_part_says_that_it_is_one(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """So that it is not taken for the whole."""
    chosen = ["--obligor", "serbia", "--modality", "must", "--only-open", "--status", "one_sided", "--due", "passed"]
    assert main(["checklist", record, *DAY, *chosen, "--width", "200"]) == 0
    printed = capsys.readouterr().out
    assert "11 undertakings left out" in printed
    assert "must open the office" in printed
    assert main(["checklist", record, *DAY, "--modality", "may", "--status", "breached"]) == 0
    assert "No undertaking of the record is of this kind." in capsys.readouterr().out
    assert main(["checklist", record, *DAY, "--theme", "no such theme"]) == 2
    assert "no undertaking has the theme 'no such theme'; the themes are: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--only-open"], "give --as-of DATE"),
        (["--group-by", "deadline"], "give --as-of DATE"),
        (["--known-by", "2023-01-20"], "give --as-of DATE"),
        (["--as-of", "2023-02-30"], "2023-02-30"),
        (["--obligor", "servia"], "did you mean serbia?"),
        (["--party", "xyz"], "there are kosovo, serbia"),
    ],
)
def test_a_question_that_cannot_be_answered_is_wrong_usage(
    options: list[str], said: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do about it."""
    assert main(["checklist", record, *options]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.thorough
def test_two_days_differ_in_markdown_only_where_something_changed(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lists of two quiet days differ in the line that names the day."""
    printed: list[list[str]] = []
    for day in ("2023-01-20", "2023-01-21"):
        assert main(["checklist", record, "--as-of", day, "--format", "markdown"]) == 0
        printed.append(capsys.readouterr().out.splitlines())
    differing = [pair for pair in zip(*printed, strict=True) if pair[0] != pair[1]]
    assert [old.split(":")[0] for old, _ in differing] == ["- As of"]


def _filled(record: str, path: Path, *cells: tuple[int, str, str]) -> None:
    assert main(["checklist", record, *DAY, "--format", "xlsx", "-o", str(path)]) == 0
    book = load_workbook(path)
    sheet = book["Checklist"]
    own = [cell.value for cell in sheet[1]].index("My status") + 1
    for row, status, note in cells:
        sheet.cell(row, own, status)
        sheet.cell(row, own + 1, note)
    book.save(path)


@pytest.mark.thorough
def test_a_filled_workbook_is_shown_as_a_difference_and_written_only_if_asked(
    record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second time there is nothing left to take back."""
    path = tmp_path / "filled.xlsx"
    _filled(record, path, (2, "done", "seen in the gazette"))
    before = Path(record).read_text("utf-8")
    merging = ["import", str(path), record, "--assessor", "Desk officer"]
    assert main(merging) == 0
    printed = capsys.readouterr()
    assert "done (seen in the gazette)" in printed.out
    assert "--write" in printed.err
    assert Path(record).read_text("utf-8") == before
    assert main([*merging, "--write"]) == 0
    (rating,) = (each for each in load(record).assessments if each.assessor == "Desk officer")
    assert (rating.obligation_id, rating.value, rating.basis) == ("law", "done", "seen in the gazette")
    assert rating.on.text == "2023-01-20"
    capsys.readouterr()
    assert main(merging) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "has changed since" in printed.err
    assert main(["validate", record]) == 0


def test_a_workbook_that_cannot_be_taken_back_is_refused(
    record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of another record, no workbook at all, missing, or nobody's."""
    path = tmp_path / "filled.xlsx"
    _filled(record, path)
    book = load_workbook(path)
    book["About"]["B1"] = "another"
    book.save(path)
    assert main(["import", str(path), record, "--assessor", "Me"]) == 2
    assert "is of the record 'another'" in capsys.readouterr().err
    path.write_bytes(b"no workbook")
    assert main(["import", str(path), record, "--assessor", "Me"]) == 2
    assert main(["import", str(tmp_path / "missing.xlsx"), record, "--assessor", "Me"]) == 2
    assert main(["import", str(path), record]) == 2
    assert "--assessor" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--as", "todo"], ["--review-every", "P1M", "--alarm-days", "14"]])
def test_a_calendar_is_the_golden_one(options: list[str], record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Events, tasks, and with reviews."""
    assert main(["checklist", record, *DAY, "--format", "ics", *options]) == 0
    golden(f"status{''.join(options[:2])}.ics", capsys.readouterr().out)


def test_a_calendar_without_a_day_is_wrong_usage(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the option to give."""
    assert main(["checklist", record, "--format", "ics"]) == 2
    assert "--as-of" in capsys.readouterr().err


def test_a_page_is_written_whole_and_signed_off_on_request(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One HTML file; the empty column is there only if asked for."""
    for options, signed in (((), False), (("--sign-off",), True)):
        assert main(["checklist", record, *DAY, "--format", "html", *options]) == 0
        page = capsys.readouterr().out
        assert page.startswith("<!doctype html>")
        assert page.endswith("</html>\n")
        assert page.count("<article") == 12
        assert ("Date, initials" in page) is signed


def test_csv_goes_to_a_file_with_its_line_ends(record: str, tmp_path: Path) -> None:
    """Byte for byte as it is printed."""
    path = tmp_path / "list.csv"
    assert main(["checklist", record, *DAY, "--format", "csv", "-o", str(path)]) == 0
    golden("status.csv", path.read_bytes().decode("utf-8"))


@pytest.mark.thorough
def test_a_folder_makes_one_list_and_a_broken_record_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is said on standard error and in the list itself, and in the exit code."""
    text = dumps(trial())
    (tmp_path / "a.accord.json").write_text(text, "utf-8")
    (tmp_path / "b.accord.json").write_text(text.replace('"id": "trial"', '"id": "other"'), "utf-8")
    (tmp_path / "c.accord.json").write_text("{oops", "utf-8")
    (tmp_path / "d.accord.json").write_text(text, "utf-8")
    assert main(["checklist", str(tmp_path), f"{tmp_path}/nowhere", *DAY, "--format", "json"]) == 2
    printed = capsys.readouterr()
    rows = json.loads(printed.out)
    assert [record["id"] for record in rows["records"]] == ["trial", "other"]
    assert [each["name"].rpartition("/")[2] for each in rows["unread"]] == ["c.accord.json", "d.accord.json", "nowhere"]
    assert "ACC001" in printed.err
    assert "its id, trial, is that of" in printed.err
    assert "ACC012" in printed.err
    assert "\x1b" not in printed.err  # no progress where nobody sits before it
    for form in ("terminal", "markdown", "html"):
        assert main(["checklist", str(tmp_path), *DAY, "--format", form]) == 1
        assert "c.accord.json" in capsys.readouterr().out.replace("\n", "").replace(" ", "").replace("\\", "")


@pytest.mark.parametrize("verb", ["checklist", "due", "export --format workbook"])
def test_of_two_records_with_one_id_that_differ_none_is_taken_for_the_current_one(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a backup beside the record makes them: both are named, with what to do; a mere copy is told too."""
    text = dumps(trial())
    (tmp_path / "before.accord.json").write_text(dumps(evolve(trial(), summary="As it was last week.")), "utf-8")
    (tmp_path / "trial.accord.json").write_text(text, "utf-8")
    (tmp_path / "z.accord.json").write_text(text.replace('"id": "trial"', '"id": "other"'), "utf-8")
    words = [*verb.split(), str(tmp_path), *(("-o", str(tmp_path / "out")) if "export" in verb else DAY)]
    code = main(words)
    told = capsys.readouterr().err
    assert code == 1
    for mine, other in (("before", "trial"), ("trial", "before")):
        assert f"{mine}.accord.json: its id, trial, is that of {tmp_path}/{other}.accord.json too; name the one" in told
    (tmp_path / "before.accord.json").write_text(text, "utf-8")
    assert main([*words, *(["--force"] if "export" in verb else [])]) == 1
    assert capsys.readouterr().err.count("is that of") == 1


def test_lines_on_standard_input_make_a_list_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a file that ends in .jsonl does; a single record stays a list of its own."""
    lines = [json.dumps({**json.loads(dumps(trial())), "id": name}) for name in ("one", "two")]
    for given, combined in ((lines, True), (lines[:1], False)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(given).encode())))
        assert main(["checklist", "-", "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["combined"] is combined


@pytest.mark.parametrize(
    "names", [["kosovo-serbia-plates-2022"], ["kosovo-serbia-plates-2022", "minimal"]], ids=["one", "several"]
)
def test_a_house_style_that_no_name_has_is_refused(names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are: a list without the note asked for reads as if it had it."""
    paths = [str(ROOT / "examples" / f"{name}.accord.json") for name in names]
    assert main(["checklist", *paths, "--house-style", "OSCE"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "no name has a note in the style 'OSCE'; there are those of: EU institutions" in told


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (
            ("--names-by", "OSCE"),
            "no name has one used by 'OSCE'; there are those of: the news report, EU institutions",
        ),
        (("--title-language", "sr"), "no title is in 'sr'; other titles here are in: none"),
    ],
)
def test_names_and_titles_that_the_record_does_not_have_are_refused(
    option: tuple[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With those that there are."""
    assert main(["checklist", str(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json"), *option]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
