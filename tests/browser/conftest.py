"""What the browser tests share: a browser, tools from npm, and the pages to look at."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import accords
from accords.checklist import checklist
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.render.checklist.html import render_html
from accords.vocabulary import Modality
from hostile import hostile_record
from records import ROOT

AS_OF = "2023-01-20"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests."""
    made = import_module("chromium").Browser(tmp_path_factory.mktemp("profile"))
    yield made
    made.quit()


@pytest.fixture(scope="session")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of npm packages."""
    assert shutil.which("npm"), "these tests need npm"
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    packages = ["axe-core@4", "mermaid@11"]
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *packages], cwd=folder, check=True)
    return folder / "node_modules"


def long_record() -> Agreement:
    """More undertakings than fit on one sheet."""
    actors = (Actor(id="a", name="Alpha"), Actor(id="b", name="Beta"))
    duties = tuple(
        Obligation(id=f"duty-{n}", obligor_ids=("ab"[n % 2],), modality=Modality.MUST, action=f"open crossing {n}")
        for n in range(60)
    )
    parties = (Party(actor_id="a"), Party(actor_id="b"))
    return Agreement(id="long", title="Sixty crossings", actors=actors, parties=parties, obligations=duties)


def _records() -> dict[str, Agreement]:
    found = {path.name.split(".")[0]: accords.load(path) for path in sorted((ROOT / "examples").glob("*.accord.json"))}
    found["everything"] = accords.load(ROOT / "tests" / "records" / "valid" / "everything.accord.json")
    return found | {"hostile": hostile_record(), "long": long_record()}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every record as a page as of a day and with a column for signing off; some also without a status."""
    folder = tmp_path_factory.mktemp("pages")
    texts = {
        name: render_html(checklist(record, as_of=AS_OF), record, sign_off=True) for name, record in _records().items()
    }
    for name, record in _records().items():
        texts[f"{name}-undated"] = render_html(checklist(record), record)
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in texts}
