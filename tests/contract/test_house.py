"""The house stays small enough to find one's way in: how many rooms there are, how large they are, and what passes."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from layers import LAYERS
from sources import MODULES, SOURCE, name_of, tree_of

FOLDERS = sorted({path.parent for path in MODULES} - {SOURCE})

MOST_ROOMS, MOST_LOOSE, MOST_IN_A_ROOM, MOST_LINES = 18, 18, 25, 300

ALONE = {"internal", "pages", "reading", "rule", "shape"}
"""Rules that no check reports: readers, the schema and the program itself do; and what a rule is, and its page."""


def test_there_are_few_rooms_and_few_modules_outside_of_them() -> None:
    """A room is a folder right under the package."""
    rooms = [folder for folder in FOLDERS if folder.parent == SOURCE]
    loose = [path for path in SOURCE.glob("*.py") if path.stem != "__init__"]
    assert len(rooms) <= MOST_ROOMS, [name_of(room) for room in rooms]
    assert len(loose) <= MOST_LOOSE, [path.stem for path in loose]


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_room_has_few_modules(folder: Path) -> None:
    """One with more is parted into floors with names."""
    assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= MOST_IN_A_ROOM


def test_a_module_is_short() -> None:
    """What is longer is two subjects."""
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


MOST_OF_A_FUNCTION = 60


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How long a function is from its name to its end, without what documents it."""
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None:
        return whole
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


@pytest.mark.thorough
def test_a_function_is_short() -> None:
    """What is longer has parts, and parts have names."""
    lengths = {
        f"{name_of(path)}:{node.lineno} {node.name}": _lines(node)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert len(lengths) > 1000
    assert {name: lines for name, lines in lengths.items() if lines > MOST_OF_A_FUNCTION} == {}


def test_the_documentation_of_a_function_is_no_part_of_its_length() -> None:
    """Its code is all that counts."""
    (function,) = ast.parse('def f(\n    x,\n):\n    """One.\n\n    Two.\n    """\n    return x\n').body
    assert isinstance(function, ast.FunctionDef)
    assert _lines(function) == 4


@pytest.mark.thorough
def test_no_two_classes_have_one_name() -> None:
    """Whoever reads a name knows which class is meant."""
    names = Counter(
        node.name for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)
        if not node.name.startswith("_")
    )  # fmt: skip
    assert len(names) > 200
    assert [name for name, count in names.items() if count > 1] == []


def _subjects(folder: Path) -> dict[str, set[str]]:
    """The files and folders of a room by name; of a folder the files in it."""
    found: dict[str, set[str]] = {}
    for path in folder.iterdir():
        if path.suffix == ".py" and path.stem != "__init__":
            found[path.stem] = set()
        elif path.is_dir() and any(path.glob("*.py")):
            found[path.name] = {each.stem for each in path.glob("*.py")} - {"__init__"}
    return found


def test_rules_and_the_checks_that_report_them_go_by_the_same_names() -> None:
    """A group of rules is a folder of checks, and where both are parted, the parts have one name."""
    rules, checks = _subjects(SOURCE / "rules"), _subjects(SOURCE / "checks")
    assert rules.keys() - ALONE == checks.keys() - {"lookups"}
    for group in rules.keys() - ALONE:
        assert rules[group] <= checks[group], f"rules/{group} has a file that checks/{group} has not"


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions of a module and the methods of its classes that others may call."""
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_") else [node]
        for each in inner:
            if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"):
                yield each


BETWEEN = [path for room in ("engine", "standing", "checklist") for path in (SOURCE / room).rglob("*.py")]


@pytest.mark.thorough
def test_no_plain_dictionary_passes_from_room_to_room() -> None:
    """What is worked out is a value with a class; JSON is made where it is written."""
    passed = [
        (f"{name_of(path)}:{function.lineno} {function.name}", ast.unparse(hint))
        for path in BETWEEN
        for function in _public(tree_of(path))
        for hint in (
            function.returns,
            *(each.annotation for each in (*function.args.args, *function.args.kwonlyargs)),
        )
        if hint is not None
    ]
    assert len(passed) > 500
    assert [each for each in passed if "[str, Any]" in each[1]] == []


def test_the_engine_knows_no_words() -> None:
    """It cannot import them: what it finds are values, and the room above it puts them into words."""
    level = {room: at for at, rooms in enumerate(LAYERS) for room in rooms}
    assert level["engine"] <= level["words"] < level["standing"]


SAYING = {"say", "counted", "word", "joined", "date_in_words", "duration_in_words"}


def _at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions, and with their defaults."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += [each for each in (*node.args.defaults, *node.args.kw_defaults) if each is not None]
            waiting += node.decorator_list if not isinstance(node, ast.Lambda) else []
        else:
            waiting += ast.iter_child_nodes(node)


def _said_at_import(tree: ast.Module) -> list[int]:
    return [
        node.lineno
        for node in _at_import(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING
    ]


@pytest.mark.thorough
def test_no_phrase_is_said_when_a_module_is_imported() -> None:
    """Nobody has chosen a language by then."""
    assert [f"{name_of(path)}:{line}" for path in MODULES for line in _said_at_import(tree_of(path))] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('WORDS = {each: say(f"state.{each}") for each in State}', True),
        ('def f(x=say("a")):\n    return x', True),
        ('class A:\n    label = say("a")', True),
        ('def f():\n    return say("a")', False),
        ('KEY = lambda: say("a")', False),
    ],
)
def test_phrases_said_at_import_are_found(code: str, found: bool) -> None:
    """In tables, defaults and classes; not in functions."""
    assert bool(_said_at_import(ast.parse(code))) is found


TWICE = {
    "faults": "of a JSON text and of a condition in one line",
    "json": "of checklists and of statuses",
    "times": "the phrases and their use",
    "tokens": "of a JSON text and of a condition in one line",
}
"""File names that a room has twice, and of what."""


def test_files_of_a_room_are_called_alike_only_for_one_subject() -> None:
    """In different rooms a name may come again: each file is that subject's part of its room."""
    names = Counter(
        (path.relative_to(SOURCE).parts[0], path.stem) for path in MODULES if path.stem != "__init__"
    )  # fmt: skip
    assert {stem for (_, stem), count in names.items() if count > 1} == set(TWICE)


TESTS = Path(__file__).parents[1]
LARGEST_GOLDEN = 21_000


def test_golden_files_are_small_enough_to_be_read() -> None:
    """A person reads every difference in them: what is larger is read by nobody."""
    files = [path for path in TESTS.rglob("*") if path.parent.name == "golden"]
    assert len(files) > 10
    assert [path.name for path in files if path.stat().st_size > LARGEST_GOLDEN] == []


MOST_WITHOUT_A_TEST_OF_THEIR_OWN = 113
TESTED_ELSEWHERE = (
    "cli/",
    "checks/duties",
    "checks/identity",
    "checks/provenance",
    "checks/time",
    "checks/wording",
    "rules/",
    "words/english/",
)
"""Verbs have tests/cli, rules and checks their records in tests/rules, phrases the tests of the catalogue."""


def _imported_by_unit_tests() -> set[str]:
    """Modules, and what is taken from modules, in the tests of units."""
    found: set[str] = set()
    for path in (TESTS / "unit").rglob("*.py"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
    return found


@pytest.mark.thorough
def test_the_modules_without_a_unit_test_of_their_own_become_fewer() -> None:
    """They are tested through others only; the number is the one there was, and may only fall."""
    imported = _imported_by_unit_tests()
    modules = {path: "accords." + name_of(path).removesuffix(".py").replace("/", ".") for path in MODULES}
    without = [
        module
        for path, module in modules.items()
        if path.stem not in ("__init__", "__main__") and not name_of(path).startswith(TESTED_ELSEWHERE)
        if module not in imported
    ]
    assert len(without) <= MOST_WITHOUT_A_TEST_OF_THEIR_OWN, without
