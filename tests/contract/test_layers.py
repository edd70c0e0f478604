"""The house is layered: rooms import only rooms below them, and nothing is imported in a circle or in secret."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from blocks import blocks
from layers import LAYERS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "accords"

LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}


def _module(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(path): path for path in sorted(SOURCE.rglob("*.py"))}


def _imports(tree: ast.AST, module: str) -> list[tuple[int, str]]:
    """Every module of the package that ``tree`` imports, with the line."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "accords"]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative import"
            if node.module and node.module.split(".")[0] == "accords":
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    found.append((node.lineno, full if full in MODULES else node.module))
    return found


def _room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_layers_below_its_own(module: str) -> None:
    """The package's front door imports anything; nobody imports the front door."""
    room = _room(module)
    if room is None:
        return
    assert room in LEVEL, f"{room} has no layer: give it one in LAYERS"
    for line, target in _imports(ast.parse(MODULES[module].read_text("utf-8")), module):
        other = _room(target)
        assert other is not None, f"{module}:{line} imports the front door"
        assert other == room or LEVEL[other] < LEVEL[room], f"{module}:{line} imports {target}, which is not below it"


@pytest.mark.thorough
def test_no_modules_import_each_other_in_a_circle() -> None:
    """The import graph of all modules has an order."""
    graph = {
        module: {target for _, target in _imports(ast.parse(path.read_text("utf-8")), module)}
        for module, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"circle of imports: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize("module", MODULES)
def test_no_function_imports_from_the_package(module: str) -> None:
    """An own-package import inside a function hides an arrow of the architecture."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert not _imports(node, module), f"{module}:{node.lineno} {node.name} imports from the package"


def _drawn() -> list[tuple[str, ...]]:
    """The rooms of the picture in docs/architecture.md, floor by floor from the roof down."""
    page = ROOT / "docs" / "architecture.md"
    picture = next(block.text for block in blocks(page) if block.note == "picture: rooms")
    floors: list[tuple[str, ...]] = [()]
    for line in picture.splitlines():
        if line.startswith("├"):
            floors.append(())
        elif line.startswith("│"):
            floors[-1] = (*floors[-1], *line.split("│")[1].split())
    return floors


def test_the_picture_of_the_rooms_has_the_floors_as_they_are() -> None:
    """Every room on its floor, and none that is gone."""
    assert [sorted(floor) for floor in _drawn()] == [sorted(floor) for floor in reversed(LAYERS)]


def test_the_map_names_files_that_are_there() -> None:
    """What stands in code quotes on the page and looks like a path leads to one."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = [name for name in re.findall(r"`([\w./]+)`", page) if "/" in name or name.endswith(".py")]
    assert len(named) > 20
    inside = [SOURCE, *(SOURCE / room for room in ("engine/facts", "engine/terms", "checklist"))]
    assert [name for name in named if not any((at / name).exists() for at in (ROOT, *inside))] == []
