"""Every attack of docs/attacks.md is tried, and ends as that page says: soon, in a sentence, with nothing broken."""

from __future__ import annotations

import array
import fcntl
import json
import os
import re
import resource
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from accords.cli import main
from counting import counted_calls
from heeding import heed_interrupts
from records import ROOT

from .records_that_attack import ATTACKS

PAGE = ROOT / "docs" / "attacks.md"
MINIMAL = ROOT / "examples" / "minimal.accord.json"
VERBS = (
    ["status", "--as-of", "2023-01-01"],
    ["checklist", "--as-of", "2023-01-01"],
    ["export", "--format", "mermaid"],
    ["format", "--check"],
)
LITTLE, MUCH = 2_000_000, 60_000_000
"""Calls of functions for one command: on a cheap attack, and on one of a megabyte or more of valid record."""


def _run(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, int, str]:
    with counted_calls() as work:
        code = main(words)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    return code, work.count, told.out


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if each.slow else ()) for name, each in ATTACKS.items()]
)
def test_a_record_that_attacks(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Validation says what it finds; where it finds no error, every other command has an answer too."""
    attack = ATTACKS[name]
    path = tmp_path / "attack.accord.json"
    text = attack.text()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    limit = MUCH if attack.slow else LITTLE
    code, took, printed = _run(["validate", "-q", "--format", "json", str(path)], capsys)
    assert code == attack.exit_code
    assert took < limit, f"validate took {took:,} calls"
    codes = {found["code"] for record in json.loads(printed) for found in record["findings"]}
    assert attack.code is None or attack.code in codes, codes
    assert not any(each.startswith("ACC9") for each in codes)
    for words in VERBS if code == 0 else VERBS[:1]:
        code, took, _ = _run([*words, str(path)], capsys)
        assert code in (0, 1)
        assert took < limit, f"{words[0]} took {took:,} calls"


def _shell(script: str, cwd: Path, **settings: object) -> subprocess.CompletedProcess[str]:
    script = script.replace("accords ", f'"{sys.executable}" -m accords ')
    environment = {**os.environ, "RECORD": str(MINIMAL)}
    return subprocess.run(
        ["bash", "-c", script],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=60,
        **settings,
    )  # type: ignore[call-overload]


def test_a_folder_of_traps(tmp_path: Path) -> None:
    """Links in a circle, a link to nothing, a pipe, a device: each is told or passed over."""
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.accord.json").symlink_to(tmp_path / "self.accord.json")
    (tmp_path / "gone.accord.json").symlink_to(tmp_path / "nowhere")
    (tmp_path / "zero.accord.json").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.accord.json")
    (tmp_path / "good.accord.json").write_bytes(MINIMAL.read_bytes())
    done = _shell("accords validate --format json .", tmp_path)
    files = {Path(record["file"]).name: record["ok"] for record in json.loads(done.stdout)}
    assert files == {f"{name}.accord.json": name == "good" for name in ("self", "gone", "zero", "pipe", "good")}
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/proc/self/mem").exists(), reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A sentence and exit code 2; the other records are read."""
    name = "/proc/self/mem" if os.geteuid() == 0 else str(tmp_path / "locked.accord.json")
    if os.geteuid():
        Path(name).touch(mode=0o000)
    done = _shell(f'accords validate {name} "$RECORD"', tmp_path)
    assert done.returncode == 2
    assert "cannot be read" in done.stdout
    assert "of 2 records" in done.stdout


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    """Hundreds of rewritings meanwhile: what is read is some state of it, and format overwrites none."""
    path = tmp_path / "busy.accord.json"
    path.write_bytes(MINIMAL.read_bytes())
    script = 'whole=$(<"$RECORD"); for i in {1..300}; do printf %s "$whole" > busy.accord.json; '
    script += 'printf "{" > busy.accord.json; done & '
    done = _shell(
        f"{script} for i in 1 2; do accords validate -q busy.accord.json; accords format -q .; done; wait", tmp_path
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert path.read_text("utf-8") == "{"


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


@pytest.mark.parametrize(
    "words", ['checklist "$RECORD" -o old.txt', "format old.accord.json", "new --force -o old.txt"]
)
def test_a_disk_that_is_full(words: str, tmp_path: Path) -> None:
    """The old file stands, nothing lies beside it, and the exit code is 2."""
    (tmp_path / "old.txt").write_text("old", "utf-8")
    untidy = '{"id": "a", ' + '"title": "' + "x" * 200 + '"}'
    (tmp_path / "old.accord.json").write_text(untidy, "utf-8")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "accords", *words.replace('"$RECORD"', str(MINIMAL)).split()]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment, preexec_fn=_small_files
    )
    assert done.returncode == 2, done.stderr
    assert "cannot be written" in done.stderr
    assert (tmp_path / "old.txt").read_text("utf-8") == "old"
    assert (tmp_path / "old.accord.json").read_text("utf-8") == untidy
    assert sorted(os.listdir(tmp_path)) == ["old.accord.json", "old.txt"]


def test_a_full_standard_output(tmp_path: Path) -> None:
    """Told, with exit code 2."""
    done = _shell('accords checklist "$RECORD" > /dev/full', tmp_path)
    assert done.returncode == 2
    assert "No space left" in done.stderr


def _unread(pipe: int) -> int:
    """How many bytes nobody has taken out of the pipe yet."""
    waiting = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, waiting)
    return waiting[0]


def test_control_c(tmp_path: Path) -> None:
    """Exit code 130, no traceback, and no half-written file: here while standard input is waited for."""
    command = [sys.executable, "-m", "accords", "format", "-", "-o", "out.accord.json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = subprocess.Popen(command, cwd=tmp_path, text=True, preexec_fn=heed_interrupts, **pipes)  # noqa: PLW1509
    assert running.stdin is not None
    running.stdin.write("{")
    running.stdin.flush()
    until = time.monotonic() + 30
    while _unread(running.stdin.fileno()) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    out, told = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Traceback" not in told
    assert not out
    assert os.listdir(tmp_path) == []


def test_control_c_while_a_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old file stands, and the draft beside it is taken away."""
    path = tmp_path / "old.txt"
    path.write_text("old", "utf-8")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    assert main(["checklist", str(MINIMAL), "-o", str(path)]) == 130
    assert path.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["old.txt"]


def test_a_broken_pipe(tmp_path: Path) -> None:
    """Silent, as `| head` expects."""
    many = {"accords_version": "1.0", **{f"z{n}": n for n in range(200)}}
    (tmp_path / "many.accord.json").write_text(json.dumps(many), "utf-8")
    done = _shell("accords validate --format json many.accord.json | head -c 10", tmp_path)
    assert len(done.stdout) == 10
    assert done.stderr == ""


def test_the_page_lists_every_attack_that_is_tried_and_no_other() -> None:
    """The last column of the table names the test, or several."""
    cells = re.findall(r"\| (`[a-z0-9_-]+`(?:, `[a-z0-9_-]+`)*) \|$", PAGE.read_text("utf-8"), re.M)
    named = {name for cell in cells for name in re.findall("`([^`]+)`", cell)}
    here = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    here -= {"a_record_that_attacks", "the_page_lists_every_attack_that_is_tried_and_no_other"}
    assert not (set(ATTACKS) | here) - named
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for name in named - set(ATTACKS):
        assert f"def test_{name}(" in tests, name
