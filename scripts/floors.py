"""Print constraints for pip that hold what accords needs at the lowest versions that pyproject.toml allows.

Everything else, the tools of the tests above all, stays as constraints.txt pins it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

_FLOOR = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?>=(?P<version>[0-9.]+)(?:;.*)?")
_PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==.+")


def floors(requirements: list[str]) -> dict[str, str]:
    """Name in its normal form → lowest version allowed.

    Raises ValueError where a requirement says anything but a lowest version: its floor would be a guess.
    """
    found: dict[str, str] = {}
    for requirement in requirements:
        parts = _FLOOR.fullmatch(requirement)
        if parts is None:
            raise ValueError(f"{requirement!r} does not say a lowest version, and nothing else")
        found[normal(parts["name"])] = parts["version"]
    return found


def normal(name: str) -> str:
    """The one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(pyproject: dict[str, Any]) -> list[str]:
    """What accords needs to be built and to run, with what its users add to it."""
    project = pyproject["project"]
    optional = project["optional-dependencies"]
    return [*pyproject["build-system"]["requires"], *project["dependencies"], *optional["data"], *optional["text"]]


def constraints(pyproject: dict[str, Any], pins: str) -> Iterator[str]:
    """The lines of ``pins`` with the floors of ``pyproject`` in place of theirs."""
    lowest = floors(needed(pyproject))
    for line in pins.splitlines():
        pin = _PIN.fullmatch(line)
        if pin is None or normal(pin["name"]) not in lowest:
            yield line
    for name, version in sorted(lowest.items()):
        yield f"{name}=={version}"


if __name__ == "__main__":
    read = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    sys.stdout.writelines(f"{line}\n" for line in constraints(read, (ROOT / "constraints.txt").read_text("utf-8")))
