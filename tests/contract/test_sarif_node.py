"""The SARIF log in the validator of those who look after the format, from npm."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from accords.cli import main
from records import ROOT

pytestmark = pytest.mark.node

PACKAGE = "@microsoft/sarif-multitool-linux@5.7.0"


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed in a folder of its own."""
    assert shutil.which("npm"), "this test needs node and npm"
    folder = tmp_path_factory.mktemp("sarif")
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE], cwd=folder, check=True)
    program = folder / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    program.chmod(0o755)
    return program


def test_the_log_has_no_fault_and_lacks_only_an_address(multitool: Path, tmp_path: Path) -> None:
    """Every bad record of every rule in one log; the project has no site to name."""
    log = tmp_path / "all.sarif"
    bad = [
        str(path) for path in sorted((ROOT / "tests" / "rules").glob("*/bad-*.json")) if ".expected" not in path.name
    ]
    assert main(["validate", "--format", "sarif", "-o", str(log), *bad]) == 1
    done = subprocess.run(
        [multitool, "validate", log],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert "1 files scanned" in done.stdout
    told = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    assert [line for line in told if "'informationUri'" not in line] == []
