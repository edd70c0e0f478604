"""The recipes for servers: every command in them is run on the page, and every hook is one that the project defines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accords.cli import main
from blocks import blocks

ROOT = Path(__file__).parents[2]
BLOCKS = blocks(ROOT / "docs" / "ci.md")
RECIPES = [block.text for block in BLOCKS if block.language == "yaml"]
HOOKS = dict(
    re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  entry: (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.M)
)


def test_every_command_of_a_recipe_is_run_on_the_page() -> None:
    """To the letter: as a command of a console, whose output another test compares."""
    asked = [line for text in RECIPES for line in re.findall(r"^ *- (?:run: )?(accords .+)$", text, re.M)]
    shown = "".join(block.text for block in BLOCKS if block.language == "console")
    run = {line.removeprefix("$ ") for line in shown.splitlines()}
    assert len(asked) >= 4
    assert set(asked) <= run


def test_the_hooks_that_are_named_are_those_that_the_project_defines() -> None:
    """By their ids, and a hook of one's own by its entry."""
    named = re.findall(r"- id: (\S+)", "".join(RECIPES))
    assert set(named) == set(HOOKS)
    assert set(re.findall(r"entry: (.+)", "".join(RECIPES))) <= set(HOOKS.values())


@pytest.mark.parametrize(("hook", "code"), [("accords-validate", 1), ("accords-format", 0)])
def test_a_hook_does_what_its_name_says(hook: str, code: int, tmp_path: Path) -> None:
    """On the record of the page, which has an error and is laid out already."""
    (text,) = [block.text for block in BLOCKS if block.note == "file: records/ferry.accord.json"]
    record = tmp_path / "ferry.accord.json"
    record.write_text(text, "utf-8")
    assert main([*HOOKS[hook].split()[1:], str(record)]) == code
    assert record.read_text("utf-8") == text
