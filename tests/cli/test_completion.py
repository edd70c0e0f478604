"""Shells complete verbs, options, words of a list and rule codes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from accords.cli import accords, main


def _offered(words: list[str], incomplete: str) -> list[str]:
    asked = ShellComplete(accords, {}, "accords", "_ACCORDS_COMPLETE")
    return [item.value for item in asked.get_completions(words, incomplete)]


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        ([], "che", ["checklist"]),
        (["rule"], "acc20", ["ACC201", "ACC202", "ACC203"]),
        (["checklist"], "--group", ["--group-by"]),
        (["export", "--format"], "d", ["dot"]),
        (["completion"], "f", ["fish"]),
    ],
)
def test_what_is_begun_is_completed(words: list[str], incomplete: str, expected: list[str]) -> None:
    """As click gives it to every shell."""
    assert set(expected) <= set(_offered(words, incomplete))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It asks the command itself."""
    assert main(["completion", shell]) == 0
    assert f"_ACCORDS_COMPLETE={shell}_complete" in capsys.readouterr().out


@pytest.mark.thorough
def test_bash_completes_a_rule_code(tmp_path: Path) -> None:
    """The script is loaded, and its function is called as bash calls it."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    (tmp_path / "accords").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m accords "$@"\n', "utf-8")
    (tmp_path / "accords").chmod(0o755)
    script = (
        'eval "$(accords completion bash)"; COMP_WORDS=(accords rule ACC20); COMP_CWORD=2; '
        '_accords_completion accords ACC20 rule; echo "${COMPREPLY[@]}"'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, env=environment, timeout=60
    )
    assert done.stdout.split()[:3] == ["ACC201", "ACC202", "ACC203"], done.stderr
