"""What pyproject.toml asks for and what constraints.txt pins go together."""

from __future__ import annotations

import re
import tomllib

import pytest

from floors import constraints, floors, needed, normal
from records import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = (ROOT / "constraints.txt").read_text("utf-8")


def _pins(text: str) -> dict[str, str]:
    lines = [line.partition("==") for line in text.splitlines() if not line.startswith("#")]
    assert all(version for _, _, version in lines), "a line pins nothing"
    assert len({normal(name) for name, _, _ in lines}) == len(lines), "a name is pinned twice"
    return {normal(name): version for name, _, version in lines}


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def test_every_requirement_is_pinned_at_a_version_that_it_allows() -> None:
    """Those of the optional parts too, or what make installs would change by itself."""
    optional = PYPROJECT["project"]["optional-dependencies"].values()
    asked = [*needed(PYPROJECT), *(one for extra in optional for one in extra if not one.startswith("accords["))]
    pins = _pins(PINS)
    for name, lowest in floors(asked).items():
        assert _number(pins[name]) >= _number(lowest), name


def test_the_floors_take_the_place_of_their_pins_and_all_else_stays() -> None:
    """So that what fails with them fails because of them."""
    lowest = floors(needed(PYPROJECT))
    assert {"attrs", "click", "hatchling", "jsonschema-rs", "xlsxwriter"} <= lowest.keys()
    assert _pins("\n".join(constraints(PYPROJECT, PINS))) == _pins(PINS) | lowest


@pytest.mark.parametrize("requirement", ["click", "click>=8,<9", "click~=8.1", "click==8.1.7", "click>8"])
def test_a_requirement_whose_floor_would_be_a_guess_is_refused(requirement: str) -> None:
    """There is one way to write them."""
    with pytest.raises(ValueError, match="lowest version"):
        floors([requirement])
