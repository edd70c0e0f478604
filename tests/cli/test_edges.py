"""Files, folders and streams that are not what one hopes for: always a sentence and exit code 2, never a traceback."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from accords.cli import main
from forked import each_in_a_process
from records import ROOT

pytestmark = pytest.mark.thorough

MINIMAL = ROOT / "examples" / "minimal.accord.json"


def _shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    script = command.replace("accords", f'"{sys.executable}" -m accords')
    # Streams that keep what they are given for a while, as a shell leaves them.
    environment = {**os.environ, "RECORD": str(MINIMAL)}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        ["bash", "-c", script], cwd=cwd, capture_output=True, text=True, check=False, env=environment, timeout=20
    )


@pytest.mark.parametrize(
    "command", ["validate", "status --as-of 2023-01-20", "checklist", "diff --between 2023-01-01 2023-01-20", "due"]
)
def test_every_verb_knows_a_record_by_its_short_name(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What comes before .accord.json; a file that is called just so goes before."""
    monkeypatch.chdir(tmp_path)
    Path("ferry.accord.json").write_bytes((ROOT / "examples" / "minimal.accord.json").read_bytes())
    verb, *words = command.split()
    assert main([verb, "ferry", *words]) == 0
    Path("ferry").write_text("{oops", "utf-8")
    assert main([verb, "ferry", *words]) in (1, 2)
    assert capsys.readouterr()


@pytest.mark.parametrize(
    "command",
    [
        'accords validate "$RECORD" >&-',
        'accords checklist "$RECORD" >&-',
        "accords validate - <&-",
        'accords verify "$RECORD" --source text=/dev/zero',
        'mkfifo pipe; accords verify "$RECORD" --source pipe',
        "mkfifo pipe; accords validate pipe",
    ],
)
def test_it_ends_with_a_sentence_and_exit_code_two(command: str, tmp_path: Path) -> None:
    """And soon."""
    done = _shell(command, tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert done.stderr or done.stdout


@pytest.mark.parametrize("words", [["a" * 300], ["-o", "no/such/folder", str(MINIMAL)], ["."]], ids=["long", "no", "."])
def test_a_place_that_cannot_be_is_told(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, with the same exit code."""
    monkeypatch.chdir(tmp_path)
    assert main(["validate", *words]) == 2
    told = capsys.readouterr()
    assert told.err or told.out


PLATES = ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json"
WRITING = [
    f"validate {MINIMAL}",
    f"checklist {MINIMAL}",
    f"checklist {MINIMAL} --format xlsx",
    f"status {MINIMAL} --as-of 2023-01-01",
    f"export {MINIMAL} --format dot",
    f"diff {MINIMAL} {PLATES}",
    f"format --check {MINIMAL}",
    "new",
    "rule ACC101",
    "schema",
    "completion bash",
    "status --help",
    "--help",
    "--version",
]


def test_a_full_disk_behind_standard_output_is_told_once(tmp_path: Path) -> None:
    """Whether the output is short and was kept back, or long and fails at once."""
    ended = each_in_a_process([words.split() for words in WRITING], tmp_path, out="/dev/full")
    for words, each in zip(WRITING, ended, strict=True):
        told = each.told
        assert each.code == 2, words
        assert told.splitlines()[-1:] == ["Error: standard output cannot be written: No space left on device"], words
        assert told.count("No space left") == 1, words
        assert "ignored" not in told, words


def test_nobody_left_to_tell_is_exit_code_two(tmp_path: Path) -> None:
    """Where standard error is full as well."""
    assert _shell('accords validate "$RECORD" >/dev/full 2>/dev/full', tmp_path).returncode == 2


def test_a_reader_who_goes_early_is_no_fault(tmp_path: Path) -> None:
    """`| head` reads what it wants, and nothing is said of the rest."""
    done = _shell('accords checklist "$RECORD" | true; exit ${PIPESTATUS[0]}', tmp_path)
    assert (done.stderr, done.returncode) in (("", 1), ("", 0))


def test_a_pipe_or_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """-o /dev/stdout is a common way to say so."""
    done = _shell('mkfifo pipe; cat pipe & accords checklist "$RECORD" -o pipe; wait', tmp_path)
    assert "Ferry agreement" in done.stdout
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_file_name_that_is_no_text_is_shown_and_nothing_fails_for_it(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are legal in names."""
    done = _shell(
        """printf '{' > $'bad\\xff.accord.json'; accords validate $'bad\\xff.accord.json' -o out; echo $?""", tmp_path
    )
    assert done.stdout == "1\n"
    assert "ACC001" in (tmp_path / "out").read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not passed over for a clean one."""
    (tmp_path / "a.accord.json").write_bytes(MINIMAL.read_bytes())
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    try:
        assert main(["validate", str(tmp_path)]) == 2
    finally:
        locked.chmod(0o700)
    assert "cannot be looked into" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_no_format_sends_the_terminal_what_cannot_be_seen(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """C1 controls, delete and bidirectional marks included."""
    path = tmp_path / "evil.accord.json"
    path.write_text('{"x\u009b31m\u202e\u007f": 1}', "utf-8")
    main(["validate", "--format", form, str(path)])
    printed = capsys.readouterr().out
    assert not {"\u009b", "\u202e", "\u007f"} & set(printed)
    assert "\\u202e" in printed
