"""What is loaded when: the package by name, and the command by verb."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import accords
from accords.homes import HOMES

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
RECORD = str(ROOT / "examples" / "minimal.accord.json")
WATCHED = (
    "attrs",
    "cattrs",
    "concurrent.futures",
    "docx",
    "duckdb",
    "icalendar",
    "jinja2",
    "jsonschema",
    "lark",
    "openpyxl",
    "pandas",
    "pyarrow",
    "pypdf",
    "pyspark",
    "rich.console",
    "sqlite3",
    "xlsxwriter",
)
"""Packages that take long to load, none of which a plain import of the library may load."""


def _loaded(code: str, *arguments: str) -> set[str]:
    """The modules a new process has loaded after ``code``."""
    code += "\nimport sys; sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, encoding="utf-8")
    return set(done.stderr.split())


def test_importing_the_package_loads_nothing_of_it_but_its_table_of_names() -> None:
    """A name brings its modules when it is first asked for."""
    loaded = _loaded("import accords")
    assert {name for name in loaded if name.startswith("accords.")} == {"accords.homes", "accords.version"}
    assert not loaded & set(WATCHED)


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["--help"], set()),
        (["rule", "ACC105"], {"attrs"}),
        (["validate", RECORD], {"attrs"}),
        (["checklist", RECORD, "--format", "html"], {"attrs", "jinja2"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_verb_loads_no_large_package_it_does_not_need(words: list[str], needed: set[str]) -> None:
    """Each row is the whole list of what that verb may load of the watched packages, and does."""
    loaded = _loaded("import sys; from accords.cli import main; assert main(sys.argv[1:]) == 0", *words)
    assert loaded & set(WATCHED) == needed


def test_the_table_of_names_has_every_public_name_and_its_own_module() -> None:
    """No name is public that the table lacks, and none is left in the table."""
    assert set(HOMES) == set(accords.__all__)
    assert set(accords.__all__) <= set(dir(accords))
    for name, module in HOMES.items():
        assert getattr(accords, name) is getattr(sys.modules[module], name)


def test_a_function_is_not_hidden_by_the_module_of_its_name() -> None:
    """In whatever order the two are asked for: ``accords.checklist`` is a function and a package."""
    _loaded(
        "import accords.checklist.build, accords.validate, accords\n"
        "for name in ('checklist', 'validate'):\n"
        "    assert callable(getattr(accords, name)), name\n"
        "import accords.checklist\n"
        "assert callable(accords.checklist)"
    )


def test_a_star_import_brings_every_public_name() -> None:
    """Those of ``__all__``, as the objects themselves."""
    names: dict[str, object] = {}
    exec("from accords import *", names)
    assert {name: names.get(name) for name in accords.__all__} == {
        name: getattr(accords, name) for name in accords.__all__
    }


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    """The error names the package and the name, as Python's own does."""
    with pytest.raises(AttributeError, match="module 'accords' has no attribute 'treaty'"):
        accords.treaty  # type: ignore[attr-defined]  # noqa: B018


def test_values_of_public_classes_are_pickled_by_a_process_that_has_loaded_nothing() -> None:
    """They are found in their own modules, not through the front door."""
    actor = accords.Actor(id="north", name="North")
    code = f"import pickle; actor = pickle.loads({pickle.dumps(actor)!r}); assert actor.name == 'North'"
    assert "accords.checklist" not in _loaded(code)
