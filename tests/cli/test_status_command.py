"""``accords status`` from the command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import fields

import accords
from accords.cli import main
from gfm import gfm
from records import ROOT

EXAMPLE = str(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json")
DAY = ("--as-of", "2022-11-23")


def test_it_prints_both_dates_and_a_name_for_every_instance(capsys: pytest.CaptureFixture[str]) -> None:
    """Fits eighty columns."""
    assert main(["status", EXAMPLE, *DAY]) == 0
    printed = capsys.readouterr()
    assert "As of 23 November 2022, from what was known by 23 November 2022" in printed.out
    assert printed.out.count("in force, no breach reported") == 2
    assert max(map(len, printed.out.splitlines())) <= 80
    assert printed.err == ""


def test_without_a_day_it_is_today_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """On the error stream, so that the answer stays clean; -q leaves it out."""
    assert main(["status", EXAMPLE]) == 0
    printed = capsys.readouterr()
    assert f"as of today, {datetime.now(UTC).year}" in printed.err
    assert "(today), from what was known by" in printed.out
    assert main(["status", EXAMPLE, "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_json_says_the_states_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    """The same answer for programs; as known by an earlier day where asked."""
    assert main(["status", EXAMPLE, *DAY, "--known-by", "2022-11-24", "--format", "json", "--precision", "exact"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["as_of"], data["known_by"], data["precision"]) == ("2022-11-23", "2022-11-24", "exact")
    assert all(found["states"] and found["rows"] and found["name"] for found in data["instances"])


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_the_proof_of_one_duty(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What gives each state, and what would change it."""
    assert main(["status", EXAMPLE, *DAY, "--explain", "serbia-plates", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "neutral monitoring for any violation" in " ".join(printed.split())
    if form == "json":
        (proof,) = json.loads(printed)
        assert proof["states"] == ["active", "breached"]


def test_a_proof_calls_actors_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    """Bearers, speakers and both sides of a dispute, with the note of a marked name; JSON keeps the ids."""
    monitored = str(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    asked = ["status", monitored, "--as-of", "2023-01-20", "--explain"]
    assert main([*asked, "serbia-plates"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Serbia: Plates with Kosovo cities' denominations [serbia-plates]: contested" in printed
    assert "the duty, if it happened; charged by Xhelal Sveçla (interior minister of Kosovo, for Kosovo*)" in printed
    assert "Petar Petković (head of Serbia's “Office for Kosovo and Metohija”, for Serbia; as the coder" in printed
    assert main([*asked, "kosovo-reregistration"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Kosovo*: Re-registration of vehicles [kosovo-reregistration]: contested" in printed
    assert "denied by Xhelal Sveçla (interior minister of Kosovo, for Kosovo*); if so: not kept;" in printed
    assert "* This designation is without prejudice" in printed
    assert main([*asked, "kosovo-reregistration", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == "contested"


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_what_changed_between_two_days(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And that nothing did."""
    assert main(["status", EXAMPLE, "--between", "2022-11-22", "2022-11-23", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "in force, no breach reported" in " ".join(printed.split())
    assert main(["status", EXAMPLE, "--between", "2022-12-01", "2022-12-02", "--format", form]) == 0
    assert capsys.readouterr().out in ("no status of this record differs\n", "[]\n")


def test_markdown_escapes_what_comes_from_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A label is data, in every format."""
    data = json.loads(Path(EXAMPLE).read_text("utf-8"))
    data["obligations"][0]["label"] = "*bold* <b>\u001b[31m"
    record = tmp_path / "record.accord.json"
    record.write_text(json.dumps(data), "utf-8")
    assert main(["status", str(record), *DAY, "--format", "markdown"]) == 0
    printed = capsys.readouterr().out
    assert r"\*bold\* \<b\>" in printed
    assert "\u001b" not in printed


@pytest.mark.parametrize("run", ["```", "````", "`````text", "~~~"])
def test_no_text_of_a_record_ends_the_block_of_a_proof(
    run: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fence is longer than any run of backticks inside, wherever lines are broken."""
    data = json.loads(Path(EXAMPLE).read_text("utf-8"))
    noted = next(actor for actor in data["actors"] if actor.get("designation_notes"))
    noted["designation_notes"][0]["text"] = f"{'a' * 77} {run} {'b' * 77} [click](http://example.org) <img src=x>"
    record = tmp_path / "record.accord.json"
    record.write_text(json.dumps(data), "utf-8")
    duty = data["obligations"][0]["id"]
    assert main(["status", str(record), *DAY, "--explain", duty, "--format", "markdown"]) == 0
    (block,) = gfm().parse(capsys.readouterr().out)
    assert block.type == "fence"
    assert "<img src=x>" in block.content


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--as-of", "23 November"], "23 November"),
        ([*DAY, "--explain", "serbia-plate"], 'did you mean "serbia-plates"?'),
        (["--between", "2022-12-01", "2022-11-01"], "before the first"),
        (["--between", "2022-11-01", "2022-12-01", *DAY], "--between names its own days"),
        ([*DAY, "--precision", "rough"], "'interval', 'exact'"),
    ],
)
def test_a_question_that_cannot_be_read(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and a sentence."""
    assert main(["status", EXAMPLE, *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_record_with_errors_has_no_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 and the findings; 2 where there is nothing to read."""
    record = tmp_path / "record.accord.json"
    record.write_text("{}", "utf-8")
    assert main(["status", str(record)]) == 1
    assert "ACC101" in capsys.readouterr().err
    assert main(["status", str(tmp_path / "none.json")]) == 2


def test_a_declaration_has_no_status(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for its proof is an error that says so."""
    monitored = str(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    assert main(["status", monitored, *DAY, "--explain", "past-agreements"]) == 2
    assert "past-agreements is a declaration" in capsys.readouterr().err


def test_changes_can_go_by_the_knowledge_of_one_day(capsys: pytest.CaptureFixture[str]) -> None:
    """Before the charges were known nothing changed in January; from what is known now something did."""
    monitored = str(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    january = ["status", monitored, "--between", "2022-12-08", "2023-01-10"]
    assert main(january) == 0
    assert capsys.readouterr().out == "no status of this record differs\n"
    assert main([*january, "--known-by", "2023-02-01"]) == 0
    assert "contested" in capsys.readouterr().out


def test_every_output_fits_and_can_go_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Eighty columns for status, proof and changes of a record with claims; -o writes the same bytes."""
    monitored = str(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    for more in (["--as-of", "2024-01-08"], ["--as-of", "2024-01-08", "--explain", "kosovo-reregistration"],
                 ["--between", "2022-11-22", "2024-01-08"]):  # fmt: skip
        assert main(["status", monitored, *more]) == 0
        printed = capsys.readouterr().out
        assert max(map(len, printed.splitlines())) <= 80
        assert main(["status", monitored, *more, "-o", str(tmp_path / "out.txt")]) == 0
        assert (tmp_path / "out.txt").read_text("utf-8") == printed


def told(kind: type) -> set[str]:
    """The fields and properties of a value."""
    return {field.name for field in fields(kind)} | {
        name for name, at in vars(kind).items() if isinstance(at, property)
    }


def test_json_has_everything_that_the_value_in_python_has(capsys: pytest.CaptureFixture[str]) -> None:
    """Every public field of the report and of each instance; what is a day or a key there is in words or ISO form."""
    monitored = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
    assert main(["status", str(monitored), "--as-of", "2024-01-08", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    report = accords.status(accords.load(monitored), as_of="2024-01-08")
    assert data.keys() == told(type(report)) - {
        "asked",
        "known",
        "assumed",
        "agreement_states",
        "ending",
        "assumed_from",
        "not_followed",
        "obligation_ids",  # the record has them
    }
    names = told(accords.InstanceStatus) - {"key", "quiet", "assumed", "context"}
    for plain, found in zip(data["instances"], report.instances, strict=True):
        assert plain.keys() == names
        assert set(plain["states"]) == {state.value for state in found.states}
        assert len(plain["violations"]) == len(found.violations)


@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.parametrize("question", [DAY, ("--between", "2022-11-22", "2022-11-23")])
def test_a_name_that_has_a_note_is_printed_with_it(
    question: tuple[str, ...], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mark at the name wherever it stands, and the note once, at the end."""
    assert main(["status", EXAMPLE, *question, "--format", form]) == 0
    printed = " ".join(capsys.readouterr().out.replace("\\*", "*").split())
    assert "Kosovo: " not in printed
    assert printed.count("Kosovo*: ") == 2
    assert printed.count("without prejudice to positions on status") == 1


def test_of_several_records_each_is_told_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In JSON as a list, in the order of the paths; what cannot be used is left out, and said."""
    minimal = str(ROOT / "examples" / "minimal.accord.json")
    assert main(["status", EXAMPLE, minimal, *DAY, "--format", "json"]) == 0
    reports = json.loads(capsys.readouterr().out)
    assert [each["agreement_id"] for each in reports] == ["kosovo-serbia-plates-2022", "ruritania-graustark-ferry"]
    broken = tmp_path / "broken.accord.json"
    broken.write_text("{}", "utf-8")
    assert main(["status", minimal, str(broken), *DAY]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("Ferry agreement")
    assert "broken.accord.json" in printed.err
    assert "1 record left out for what is wrong with it" in printed.err


def test_a_proof_is_about_one_record(capsys: pytest.CaptureFixture[str]) -> None:
    """Ids of several records need not mean the same."""
    assert main(["status", EXAMPLE, EXAMPLE, "--explain", "serbia-plates"]) == 2
    assert "name its file alone" in capsys.readouterr().err
