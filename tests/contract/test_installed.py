"""The package as a stranger gets it: the built wheel with what it asks for, in an environment that has nothing else.

Its dependencies come from the package index, so `make test-installed` runs this, and the suite does not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from blocks import Block, blocks
from records import ROOT

pytestmark = pytest.mark.installed

BLOCKS = blocks(ROOT / "README.md")
_SET_UP = ("make ", "python -m pip ")
"""How lines begin that put in place what is in place here."""

Run = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment with the wheel, which is built from the archive of sources."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder], check=True, cwd=ROOT)
    [sources] = folder.glob("*.tar.gz")
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, sources], check=True, cwd=folder)
    [wheel] = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    command = [*pip, "--python", folder / "venv", "install", "--constraint", ROOT / "constraints.txt", wheel]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "venv" / "bin"


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Runs a script in a folder with the examples, where nothing is set but an empty home and a path."""
    home, folder = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    shutil.copytree(ROOT / "examples", folder / "examples")
    environment = {"HOME": str(home), "PATH": f"{installed}{os.pathsep}{os.defpath}"}

    def script(text: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", "-e", "-c", text],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    return script


def _saved(block: Block) -> str:
    """A script that writes ``block`` to the file it is meant for."""
    return f"cat >{block.note.removeprefix('file: ')} <<'END'\n{block.text}END\n"


def test_the_code_that_runs_is_the_wheels(installed: Path, run: Run) -> None:
    """And not that of the checkout."""
    done = run("python -c 'import accords; print(accords.__file__)'; command -v accords")
    module, command = done.stdout.splitlines()
    assert Path(module).is_relative_to(installed.parent)
    assert Path(command) == installed / "accords"


def test_the_commands_of_the_readme_print_what_it_shows(run: Run) -> None:
    """To the letter, without a locale, a terminal or any setting."""
    shown = 0
    for block in BLOCKS:
        if block.note.startswith("file: "):
            run(_saved(block))
        if block.language == "console":
            for part in block.text.split("$ ")[1:]:
                command, _, expected = part.partition("\n")
                assert run(command).stdout == expected, command
                shown += 1
    assert shown >= 4


def test_the_other_commands_of_the_readme_succeed(run: Run) -> None:
    """But for those that set up what is set up here."""
    scripts = [block.text for block in BLOCKS if block.language == "sh"]
    lines = [[line for line in script.splitlines() if not line.startswith(_SET_UP)] for script in scripts]
    assert sum(map(len, lines)) >= 5
    for script in lines:
        done = run("\n".join(script))
        assert done.returncode == 0, done.stdout


def test_the_python_of_the_readme_prints_what_it_shows(run: Run) -> None:
    """With the library as it is installed."""
    [code] = [block.text for block in BLOCKS if block.language == "python"]
    [printed] = [block.text for block in BLOCKS if block.note == "printed"]
    assert run(f"python - <<'END'\n{code}END\n").stdout == printed
