"""The house is layered: rooms import only rooms below them, and nothing is imported in a circle or in secret."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from blocks import blocks
from layers import LAYERS
from records import ROOT
from sources import MODULES as FILES
from sources import SOURCE, tree_of

LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}


def _module(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(path): path for path in FILES}


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


def test_every_room_has_a_layer() -> None:
    """A new one is given its place in LAYERS."""
    assert {room for room in map(_room, MODULES) if room is not None} == LEVEL.keys()


@pytest.mark.thorough
def test_a_module_imports_only_from_layers_below_its_own() -> None:
    """The package's front door imports anything; nobody imports the front door."""
    wrong = []
    for module, path in MODULES.items():
        room = _room(module)
        for line, target in _imports(tree_of(path), module) if room is not None else ():
            other = _room(target)
            if other is None or (other != room and LEVEL[other] >= LEVEL[room]):
                wrong.append(f"{module}:{line} imports {target}, which is not below it")
    assert wrong == []


@pytest.mark.thorough
def test_no_modules_import_each_other_in_a_circle() -> None:
    """The import graph of all modules has an order."""
    graph = {module: {target for _, target in _imports(tree_of(path), module)} for module, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"circle of imports: {' -> '.join(error.args[1])}")


@pytest.mark.thorough
def test_no_function_imports_from_the_package() -> None:
    """An own-package import inside a function hides an arrow of the architecture."""
    functions = [
        (module, node)
        for module, path in MODULES.items()
        for node in ast.walk(tree_of(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    assert len(functions) > 1000
    assert [f"{module}:{node.lineno} {node.name}" for module, node in functions if _imports(node, module)] == []


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
    inside = [
        SOURCE,
        *(
            SOURCE / room
            for room in (
                "engine/facts",
                "engine/terms",
                "checklist",
                "codec/notation",
                "compare/publishing",
                "editing/workbook",
            )
        ),
    ]
    assert [name for name in named if not any((at / name).exists() for at in (ROOT, *inside))] == []
