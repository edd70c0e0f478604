"""Commands that each run to the end of a process of their own, for which Python is started only once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

__all__ = ["Ended", "each_in_a_process"]

_SCRIPT = """
import json, os, resource, sys
import accords.cli

commands, memory, out = json.load(sys.stdin)
for verb in {words[0] for words in commands}:
    accords.cli.accords.get_command(None, verb)

def to(stream, name):
    os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), stream)

for number, words in enumerate(commands):
    if not os.fork():
        to(1, out or f"{number}.out")
        to(2, f"{number}.told")
        if memory:
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        sys.argv[1:] = words
        accords.cli.run()
    print(os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
"""


@frozen
class Ended:
    """How a process ended: its exit code, what it printed, and what it told on standard error."""

    code: int
    out: str
    told: str


def each_in_a_process(
    commands: Sequence[Sequence[str]], folder: Path, *, memory: int = 0, out: str = ""
) -> list[Ended]:
    """Run ``accords`` with each of ``commands`` in ``folder``, with so much memory and this file as standard output."""
    # Streams that keep what they are given for a while, as a shell leaves them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        input=json.dumps([list(map(list, commands)), memory, out]),
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment,
    )

    def read(name: str) -> str:
        return (folder / name).read_text("utf-8") if (folder / name).is_file() else ""

    codes = map(int, done.stdout.split())
    return [Ended(code, read(f"{number}.out"), read(f"{number}.told")) for number, code in enumerate(codes)]
