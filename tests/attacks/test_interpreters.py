"""The same text gets the same findings from every interpreter that is to be had here."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from records import ROOT
from tell import told

_PIECES = (*"{}[]\"'\\,: \n\r\t\x00\x1f/u1eE+-.x_tfnN“’`#é\u2028\ud800", '\\"', "\\\\", "\\n", "\\u12", "\\u00e9")
_PIECES += ("true", "null", "NaN", '"a"', '"a": ', '{"a": "', '", ', "// no", "/* no */", "a b", "-0", "1e5", "01")


def _interpreters() -> Iterator[str]:
    """Other releases of Python than this one, each once: on the path, and where pyenv keeps them."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = [Path(name) for name in (*os.get_exec_path(), *os.defpath.split(os.pathsep))]
    folders += sorted(pyenv.glob("versions/*/bin"))
    seen = {sys.version.replace("\n", " ")}
    for path in (path for folder in folders for path in sorted(folder.glob("python3*"))):
        if not path.name.removeprefix("python3").removeprefix(".").isdecimal() and path.name != "python3":
            continue
        code = "import sys; print(sys.version_info >= (3, 11), sys.version.replace('\\n', ' '))"
        asked = subprocess.run([path, "-c", code], capture_output=True, text=True, check=False)
        fits, _, version = asked.stdout.strip().partition(" ")
        if fits == "True" and version not in seen:
            seen.add(version)
            yield str(path)


def _texts(count: int) -> list[str]:
    """Short texts by chance, most of them not JSON, and a record with a piece put in or taken out."""
    chance = random.Random(1)
    record = (ROOT / "examples" / "minimal.accord.json").read_text("utf-8")
    texts = ['{"a": "a\\u12 b"}', '{"a": "a\\u12"}', '{"a\\u1": 1}', '{"a": "\\n\\q"}']
    for number in range(count):
        piece = "".join(chance.choices(_PIECES, k=chance.randint(1, 6)))
        at = chance.randrange(len(record))
        if number % 2:
            texts.append(record[:at] + piece + record[at + chance.randint(0, 3) :])
        else:
            texts.append('{"a": "' + piece + "".join(chance.choices(_PIECES, k=chance.randint(0, 30))))
    return texts


@pytest.mark.parametrize("count", [150, pytest.param(20_000, marks=pytest.mark.slow)])
def test_every_interpreter_says_the_same(count: int) -> None:
    """Releases have differed in what a regular expression matches, and so in what was said, and of which column."""
    others = list(_interpreters())
    if not others:
        pytest.skip("there is no other Python of 3.11 or later here")
    texts = _texts(count)
    expected = [json.dumps(told(text)) for text in texts]
    assert len(set(expected)) > min(count, 1_000) // 2  # short texts by chance say the same before long
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    # Reading needs nothing but attrs, which is Python alone, so the packages of this interpreter serve the others.
    paths = (ROOT / "src", ROOT / "tests" / "support", sysconfig.get_path("purelib"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONDONTWRITEBYTECODE": "1"}
    for other in others:
        done = subprocess.run(
            [other, "-m", "tell"], input=lines, capture_output=True, text=True, check=False, env=environment
        )
        assert done.returncode == 0, f"{other}: {done.stderr}"
        for text, ours, theirs in zip(texts, expected, done.stdout.splitlines(), strict=True):
            assert theirs == ours, (other, text)
