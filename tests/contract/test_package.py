"""The package as users get it: built as a wheel, and looked at from outside the checkout."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from accords.rules import RULES
from accords.version import VERSION

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
SCHEMAS = sorted((ROOT / "schemas" / "v1").glob("*.json"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once, without the network."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling, which builds the package, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, cwd=folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel puts on the path."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_is_named_after_the_version_and_runs_everywhere(wheel: Path) -> None:
    """Pure Python, one wheel for all systems."""
    assert wheel.name == f"accords-{VERSION}-py3-none-any.whl"


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(unpacked: Path) -> None:
    """Modules, the marker for type checkers, schemas and pages; no tests, no caches."""

    def files(folder: Path) -> set[str]:
        paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return {
            path.as_posix() for path in paths if not any(part.startswith((".", "__pycache__")) for part in path.parts)
        }

    held = files(unpacked / "accords")
    assert held == files(ROOT / "src" / "accords")
    assert "py.typed" in held
    assert [path.name for path in unpacked.iterdir() if path.name != "accords"] == [f"accords-{VERSION}.dist-info"]


def test_the_wheel_holds_the_schemas_of_the_project_byte_for_byte(unpacked: Path) -> None:
    """Those at the top of the project, in the package's own folder, and no others."""
    bundled = unpacked / "accords" / "schema" / "v1"
    assert len(SCHEMAS) == 4
    assert {path.name for path in bundled.iterdir()} == {path.name for path in SCHEMAS}
    for path in SCHEMAS:
        assert (bundled / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_wheel_holds_a_page_for_every_rule(unpacked: Path) -> None:
    """The same that stand in the documentation."""
    pages = unpacked / "accords" / "pages"
    assert {path.stem for path in pages.glob("*.md")} == set(RULES)
    for code, rule in RULES.items():
        assert (pages / f"{code}.md").read_bytes() == (ROOT / rule.page).read_bytes(), code


def test_the_wheel_says_what_it_is_and_under_which_licence(unpacked: Path) -> None:
    """The metadata that package indexes show, with the README as description."""
    folder = unpacked / f"accords-{VERSION}.dist-info"
    metadata = Parser().parsestr((folder / "METADATA").read_text("utf-8"))
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata.get_payload() == (ROOT / "README.md").read_text("utf-8")
    assert (folder / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert "accords = accords.cli:run" in (folder / "entry_points.txt").read_text("utf-8")


def test_the_package_works_away_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    """Every verb that needs bundled files finds them, and the code that runs is the wheel's."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    record = ROOT / "examples" / "minimal.accord.json"

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], check=True, capture_output=True, cwd=tmp_path, env=environment, encoding="utf-8"
        )
        return done.stdout

    assert Path(run("-c", "import accords; print(accords.__file__)").strip()).is_relative_to(unpacked)
    assert run("-m", "accords", "--version").strip() == f"accords, version {VERSION}"
    assert run("-m", "accords", "validate", "--format", "concise", "--quiet", str(record)) == ""
    assert "repair the ferry landing" in run("-m", "accords", "checklist", str(record))
    assert run("-m", "accords", "schema") == (ROOT / "schemas" / "v1" / "agreement.schema.json").read_text("utf-8")
    assert run("-m", "accords", "rule", "ACC201").startswith("# ACC201 unknown-id")
