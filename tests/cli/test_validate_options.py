"""The options of ``accords validate``: which rules count, when it fails, what it mends."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accords.cli import main
from accords.validate.report import FORMATS
from heeding import heed_interrupts
from records import ROOT

MINIMAL = (ROOT / "examples" / "minimal.accord.json").read_text("utf-8")
BROKEN = MINIMAL.replace('"obligor_ids": ["ruritania"]', '"obligors": ["ruritaina"]')
CLEAN = MINIMAL.replace('"id": "ruritania-graustark-ferry"', '"id": "clean"')
WARNED = MINIMAL.replace('"id": "ruritania-graustark-ferry"', '"id": "warned"').replace(
    '"modality": "must_not"', '"due": {"kind": "date", "value": "1912"}, "modality": "must_not"'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, without settings above it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("broken.accord.json").write_text(BROKEN, "utf-8")
    Path("warned.accord.json").write_text(WARNED, "utf-8")
    Path("clean.accord.json").write_text(CLEAN, "utf-8")
    return tmp_path


def _codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["validate", "--format", "jsonl", *arguments])
    return [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_to_the_terminal_and_to_a_file_alike(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the exit code of the findings."""
    assert main(["validate", "--format", form, "."]) == 1
    printed = capsys.readouterr().out
    assert "ACC102" in printed
    assert main(["validate", "--format", form, "-o", "report", "."]) == 1
    assert Path("report").read_text("utf-8") == printed
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ([], ["ACC102", "ACC307"]),
        (["--select", "ACC3"], ["ACC307"]),
        (["--select", "ACC3,unknown-field"], ["ACC102", "ACC307"]),
        (["--select", "ACC2", "--extend-select", "due-on-continuing"], ["ACC307"]),
        (["--ignore", "ACC102", "--ignore", "ACC3"], []),
        (["--ignore", "ACC", "--select", "ACC3"], ["ACC307"]),
        (["--ignore", "acc10"], ["ACC307"]),
    ],
    ids=" ".join,
)
def test_rules_are_chosen_by_code_beginning_and_name(
    arguments: list[str], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Of several names that cover a rule the longest decides."""
    assert _codes(capsys, *arguments, ".") == codes


@pytest.mark.parametrize(
    ("arguments", "name", "code"),
    [
        ([], "warned", 0),
        (["--strict"], "warned", 1),
        (["--fail-on", "warning"], "warned", 1),
        (["--fail-on", "info"], "clean", 0),
        (["--fail-on", "never"], "broken", 0),
        (["--fail-on", "never"], "missing", 2),
        (["--ignore", "ACC102"], "broken", 0),
        (["--strict", "--ignore", "ACC3"], "warned", 0),
    ],
)
def test_the_exit_code_says_whether_a_record_fails(arguments: list[str], name: str, code: int) -> None:
    """From the severity that is asked for; what cannot be read is 2 in any case."""
    assert main(["validate", *arguments, f"{name}.accord.json"]) == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "unknwon-id"], 'did you mean "unknown-id"?'),
        (["--ignore", "ACC8"], "no code begins so"),
        (["--strict", "--fail-on", "never"], "say the same thing"),
        (["--config", "a", "--no-config"], "do not go together"),
        (["--config", "missing.toml"], "missing.toml cannot be read"),
        (["--fix", "--diff"], "do not go together"),
        (["--fix", "-"], "standard input cannot be mended"),
        (["--watch", "-o", "x"], "--watch goes with files"),
        (["--watch", "--format", "json"], "--watch goes with files"),
        (["--statistics", "--format", "sarif"], "--statistics goes with"),
        (["--stdin-filename", "x"], "--stdin-filename goes with -"),
        (["--as-of", "2022"], "is not one day"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_does_not_make_sense_is_said_before_anything_is_done(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one sentence, nothing on standard output."""
    assert main(["validate", *arguments, "broken.accord.json"]) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""


def test_the_nearest_settings_count_for_each_record_and_the_call_goes_before_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Two folders with two files of settings, in one run."""
    for name, text in (("a", 'ignore = ["ACC3"]\n'), ("b", "strict = true\n")):
        Path(name).mkdir()
        Path(name, "accords.toml").write_text(text, "utf-8")
        Path(name, "warned.accord.json").write_text(WARNED, "utf-8")
    assert main(["validate", "a"]) == 0
    assert main(["validate", "a", "b"]) == 1
    assert main(["validate", "b", "--fail-on", "error"]) == 0
    assert main(["validate", "b", "--no-config"]) == 0
    assert main(["validate", "a", "b", "--config", "a/accords.toml"]) == 0
    capsys.readouterr()
    assert _codes(capsys, "a") == []
    assert _codes(capsys, "a", "--ignore", "ACC2") == ["ACC307"]


def test_settings_that_cannot_be_understood_stop_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    """By file, line and key."""
    Path("accords.toml").write_text('[per-file-ignore]\n"*" = ["ACC3"]\n', "utf-8")
    assert main(["validate", "."]) == 2
    message = capsys.readouterr().err
    assert "accords.toml:1: there is no setting" in message
    assert "did you mean `per-file-ignores`?" in message


def test_standard_input_has_the_name_and_the_settings_of_the_file_it_stands_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As editors call it."""
    Path("a").mkdir()
    Path("a", "accords.toml").write_text('ignore = ["ACC102"]\n', "utf-8")
    for name, code in (("a/x.accord.json", 0), ("x.accord.json", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
        assert main(["validate", "--format", "concise", "--stdin-filename", name, "-"]) == code
        assert (f"{name}:" in capsys.readouterr().out) is bool(code)


def test_as_many_findings_are_printed_as_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """From the call, or from a file."""
    record = json.loads(MINIMAL)
    record["obligations"] = [{**record["obligations"][0], "id": f"duty-{n}", "obligor_ids": ["x"]} for n in range(30)]
    Path("many.accord.json").write_text(json.dumps(record), "utf-8")
    for arguments, count in (([], 20), (["--max-findings", "3"], 3), (["--max-findings", "0"], 30)):
        main(["validate", "many.accord.json", "--select", "ACC201", *arguments])
        printed = capsys.readouterr().out
        assert printed.count("error[") == count
        assert "Found 30 errors" in printed
    Path("accords.toml").write_text('select = ["ACC201"]\nmax-findings = 5\n', "utf-8")
    main(["validate", "many.accord.json"])
    assert capsys.readouterr().out.count("error[") == 5


def test_fixes_are_made_in_the_files_round_by_round(capsys: pytest.CaptureFixture[str]) -> None:
    """The misspelt field hides the misspelt actor; both are mended, and the rest is told."""
    assert main(["validate", "--fix", "."]) == 0
    printed = capsys.readouterr().out
    assert Path("broken.accord.json").read_text("utf-8") == MINIMAL
    assert "Fixed 2 findings. Found 1 warning in 1 of 3 records." in printed
    assert main(["validate", "--fix", "."]) == 0
    assert "Fixed" not in capsys.readouterr().out


def test_a_fix_keeps_marks_line_ends_permissions_and_links(tmp_path: Path) -> None:
    """Every byte that is not mended stays."""
    real = tmp_path / "real" / "x.accord.json"
    real.parent.mkdir()
    real.write_bytes(b"\xef\xbb\xbf" + BROKEN.replace("\n", "\r\n").rstrip().encode())
    real.chmod(0o640)
    link = tmp_path / "link.accord.json"
    link.symlink_to(real)
    main(["validate", "--fix", str(link)])
    assert real.read_bytes() == b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").rstrip().encode()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert [path.name for path in real.parent.iterdir()] == [real.name]


def test_only_what_counts_is_mended() -> None:
    """A rule that is left out leaves the file as it is."""
    main(["validate", "--fix", "--ignore", "ACC102", "broken.accord.json"])
    assert Path("broken.accord.json").read_text("utf-8") == BROKEN


def test_a_file_of_lines_is_mended_line_by_line_and_a_compressed_one_is_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The finding has the line of the file, in the excerpt too."""
    good, bad = (json.dumps(json.loads(text)) for text in (MINIMAL, BROKEN))
    Path("all.jsonl").write_text(f"{good}\n\n{bad}\r\n{good}", "utf-8")
    Path("all.jsonl.gz").write_bytes(gzip.compress(f"{bad}\n".encode()))
    main(["validate", "all.jsonl"])
    assert "\n3 | " in capsys.readouterr().out
    assert main(["validate", "--fix", "all.jsonl", "all.jsonl.gz"]) == 1
    assert Path("all.jsonl").read_bytes() == f"{good}\n\n{good}\r\n{good}".encode()
    assert gzip.decompress(Path("all.jsonl.gz").read_bytes()) == f"{bad}\n".encode()


def test_a_diff_shows_the_change_and_makes_none(capsys: pytest.CaptureFixture[str]) -> None:
    """As ``patch`` reads it; what it would come to stands on standard error."""
    assert main(["validate", "--diff", "."]) == 1
    printed = capsys.readouterr()
    assert Path("broken.accord.json").read_text("utf-8") == BROKEN
    assert printed.err == "2 findings would be fixed in 1 file.\n"
    Path("change.diff").write_text(printed.out, "utf-8")
    subprocess.run(["patch", "-s", "-p0", "-i", "change.diff"], check=True)
    assert Path("broken.accord.json").read_text("utf-8") == MINIMAL


def test_a_diff_marks_a_missing_line_break_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    """And takes only line breaks for the ends of lines."""
    one_line = json.dumps(json.loads(BROKEN)).replace("Ferry", "Fer\u2028ry")
    Path("broken.accord.json").write_text(one_line, "utf-8")
    main(["validate", "--diff", "-q", "broken.accord.json"])
    printed = capsys.readouterr().out
    lines = printed.split("\n")
    assert [line[:1] for line in lines] == ["-", "+", "@", "-", "\\", "+", "\\", ""]


def test_a_diff_says_what_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, for standard output is for ``patch``."""
    os.mkfifo("pipe.jsonl")
    assert main(["validate", "--diff", "missing.accord.json", "pipe.jsonl"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "missing.accord.json cannot be read" in printed.err
    assert "pipe.jsonl cannot be read: it is a pipe" in printed.err


@pytest.mark.thorough
def test_a_file_of_lines_prints_no_more_findings_than_another(capsys: pytest.CaptureFixture[str]) -> None:
    """Twenty of the file, however many records it holds; all are counted."""
    Path("all.jsonl").write_text(f"{json.dumps(json.loads(BROKEN))}\n" * 30, "utf-8")
    for form, findings in (("full", "error["), ("concise", ": ACC102"), ("markdown", "**error**")):
        main(["validate", "--format", form, "all.jsonl", "broken.accord.json"])
        printed = capsys.readouterr().out
        assert printed.count(findings) == 21
        assert "10 more" in printed
        assert "31 errors in 31 of 31 records" in printed


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_not_replaced() -> None:
    """Though its folder could be written to."""
    Path("broken.accord.json").chmod(0o444)
    assert main(["validate", "--fix", "broken.accord.json"]) == 2
    assert Path("broken.accord.json").read_text("utf-8") == BROKEN


@pytest.mark.thorough
def test_watching_validates_again_what_changes_and_ends_with_130(tmp_path: Path) -> None:
    """A changed record, a new one, changed settings; Ctrl-C is no fault."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "accords", "validate", "--watch", "--format", "concise", "."],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509
    )
    assert process.stdout

    def until(end: str) -> str:
        lines: list[str] = []
        assert process.stdout
        for line in process.stdout:
            lines.append(line)
            if end in line:
                return "".join(lines)
        pytest.fail(f"it ended without {end!r}: {lines}")

    try:
        assert "ACC102" in until("of 3 records")
        Path("broken.accord.json").write_text(MINIMAL, "utf-8")
        assert until("No findings").endswith("No findings in 1 record.\n")
        Path("new.accord.json").write_text(BROKEN, "utf-8")
        assert "new.accord.json:" in until("of 1 record")
        Path("accords.toml").write_text('ignore = ["ACC"]\n', "utf-8")
        assert until("No findings").endswith("No findings in 4 records.\n")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_progress_is_shown_on_a_terminal_only_and_is_gone_in_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The time it took is told there too; standard output holds no sign of it."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    clock = iter(range(10_000))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    main(["validate", "."])
    assert " s)" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["validate", "--color", "never", "."])
    assert "2 records" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")
    printed = capsys.readouterr().out
    assert " s). [*]" in printed
    assert "\x1b" not in printed
