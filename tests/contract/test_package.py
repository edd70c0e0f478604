"""The package as users get it: built as a wheel, and looked at from outside the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from accords.rules import RULES
from accords.version import VERSION
from blocks import blocks
from build_hooks import addresses, page

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
HATCH = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
HOME = HATCH["metadata"]["hooks"]["custom"]["home"]
LINK = re.compile(r"\]\((?!https?:|#)([^)\s]+)\)")
"""A link to a file of the project."""
EXAMPLES = sorted((ROOT / "examples").glob("*.accord.json"))
SCHEMAS = sorted((ROOT / "schemas" / "v1").glob("*.json"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once, without the network."""
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
    """Modules, the marker for type checkers, schemas, pages and example records; no tests, no caches."""

    def files(folder: Path) -> set[str]:
        paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return {
            path.as_posix() for path in paths if not any(part.startswith((".", "__pycache__")) for part in path.parts)
        }

    held = files(unpacked / "accords")
    records = {path for path in held if path.startswith("example_records/") and path.endswith(".accord.json")}
    assert held - records == files(ROOT / "src" / "accords")
    assert {path.removeprefix("example_records/") for path in records} == {path.name for path in EXAMPLES}
    assert all(
        (unpacked / "accords" / "example_records" / path.name).read_bytes() == path.read_bytes() for path in EXAMPLES
    )
    assert "py.typed" in held
    assert [path.name for path in unpacked.iterdir() if path.name != "accords"] == [f"accords-{VERSION}.dist-info"]


def test_the_wheel_holds_the_schemas_of_the_project_byte_for_byte(unpacked: Path) -> None:
    """Those at the top of the project, in the package's own folder, and no others."""
    bundled = unpacked / "accords" / "schema" / "v1"
    assert len(SCHEMAS) == 6
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
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload() == page(README, HOME)
    assert metadata.get_all("Project-URL", []) == [f"{label}, {url}" for label, url in addresses(HOME).items()]
    assert (folder / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert "accords = accords.cli:run" in (folder / "entry_points.txt").read_text("utf-8")


def test_without_a_home_the_index_page_has_no_link_that_leads_nowhere() -> None:
    """What a link says is kept, and what a picture shows is told."""
    shown = page(README, "")
    assert not LINK.search(shown)
    assert "The reference record describes the agreement" in " ".join(shown.split())
    assert "*The top of the HTML checklist as of 20 January 2023" in shown
    assert addresses("") == {}


def test_with_a_home_every_link_of_the_index_page_leads_to_a_file_there() -> None:
    """Pages as pages, the picture as it is, and code is left alone."""
    home = "https://example.org/accords"
    shown = page(README, home)
    assert not LINK.search(shown)
    before, after = LINK.findall(README), re.findall(rf"{home}/(blob|raw)/HEAD/([^)\s]+)", shown)
    assert [path for _, path in after] == before
    assert [path for kind, path in after if kind == "raw"] == ["docs/images/site.png", "docs/images/checklist.png"]
    assert all((ROOT / path.split("#")[0]).exists() for _, path in after)
    assert blocks(ROOT / "README.md")[0].text in shown
    assert page("```sh\n[a](b)\n```\n[a](b) [c](#d) [e](https://f)", home) == (
        f"```sh\n[a](b)\n```\n[a]({home}/blob/HEAD/b) [c](#d) [e](https://f)"
    )
    assert all(address.startswith(home) for address in addresses(home).values())
    assert addresses(home)["Source"] == home


def test_the_archive_of_sources_holds_what_git_holds_but_for_what_is_git_s_own(tmp_path: Path) -> None:
    """Tests and documentation among it, so that whoever packs it anew can run them."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path], check=True, cwd=ROOT)
    [path] = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "pyproject.toml", "PKG-INFO", "tests/contract/test_package.py", "docs/format.md"} <= held
    assert not {".gitignore", ".git"} & held
    assert not [name for name in held if name.startswith((".ci", ".venv")) or "__pycache__" in name]


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
    asked = "import accords; print(len(accords.examples.names()), accords.examples.load('ohrid-2023').id)"
    assert run("-c", asked).split() == [str(len(EXAMPLES)), "kosovo-serbia-ohrid-2023"]
