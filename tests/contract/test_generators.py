"""The schema in other hands: classes that are made of it load every record and write it back, by the page about that.

The commands are those of the page. Generators and validators come from the package indexes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accords.schema.store import AGREEMENT, AGREEMENT_TYPES
from blocks import Block, blocks
from records import NEAR_MISSES, ROOT, WHOLE, read_plain

PAGE = blocks(ROOT / "docs" / "schema.md")
RECORDS = (*WHOLE, *NEAR_MISSES)

Run = Callable[..., str]


def _commands(part: str) -> str:
    (block,) = (block for block in PAGE if block.language == "sh" and part in block.text)
    return block.text


def _program(name: str) -> tuple[Block, Block]:
    """A program of the page, and what it prints."""
    (program,) = (block for block in PAGE if block.note == f"file: {name}")
    (printed,) = (block for block in PAGE if block.note == f"printed by {name}")
    return program, printed


def _plain(path: Path) -> dict[str, Any]:
    """What is of the format: the member for editors is not."""
    return {name: value for name, value in read_plain(path).items() if name != "$schema"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schemas, an example, and every record in one file."""
    folder = tmp_path_factory.mktemp("hands")
    for name in (AGREEMENT, AGREEMENT_TYPES):
        shutil.copy(ROOT / "schemas" / "v1" / name, folder)
    shutil.copy(ROOT / "examples" / "minimal.accord.json", folder)
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    (folder / "records.json").write_text(json.dumps([_plain(path) for path in RECORDS]), "utf-8")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    return folder


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    """Runs commands in the folder, where `python` is that of an environment of its own."""
    path = f"{folder / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    pins = {"PIP_CONSTRAINT": str(ROOT / "constraints.txt"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

    def run(command: str, *, schema: str = AGREEMENT_TYPES) -> str:
        script = command.replace(AGREEMENT_TYPES, schema)
        environment = {**os.environ, **pins, "PATH": path}
        done = subprocess.run(
            ["/bin/sh", "-e", "-c", script], check=False, cwd=folder, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


ROUND_IN_PYTHON = """
import json
from agreement import Agreement

records = json.load(open("records.json", encoding="utf-8"))
dump = lambda record: Agreement.model_validate(record).model_dump(mode="json", exclude_unset=True, by_alias=True)
print(json.dumps(list(map(dump, records))))
"""


@pytest.mark.installed
@pytest.mark.parametrize("schema", [AGREEMENT, AGREEMENT_TYPES])
def test_classes_of_pydantic_write_every_record_as_they_read_it(schema: str, folder: Path, run: Run) -> None:
    """Of the twin with types, and of the schema for validators too, which has none for the members of a kind."""
    run(_commands("datamodel-codegen"), schema=schema)
    (folder / "round.py").write_text(ROUND_IN_PYTHON, "utf-8")
    written = json.loads(run("python round.py"))
    for path, record in zip(RECORDS, written, strict=True):
        assert record == _plain(path), path.name
    if schema == AGREEMENT_TYPES:
        program, printed = _program("pydantic_round.py")
        (folder / "pydantic_round.py").write_text(program.text, "utf-8")
        assert run("python pydantic_round.py") == printed.text
        assert json.loads((folder / "copy.json").read_text("utf-8")) == _plain(folder / "minimal.accord.json")


ROUND_IN_JAVASCRIPT = """
const { readFileSync } = require("fs");
const { Convert } = require("./agreement.js");

const round = (record) => JSON.parse(Convert.agreementToJson(Convert.toAgreement(JSON.stringify(record))));
console.log(JSON.stringify(JSON.parse(readFileSync("records.json", "utf-8")).map(round)));
try {
    Convert.toAgreement('{"accords_version": "1.0"}');
    console.error("a record without parties was taken");
    process.exit(1);
} catch (wrong) {}
"""


@pytest.mark.node
@pytest.mark.parametrize("schema", [AGREEMENT, AGREEMENT_TYPES])
def test_types_of_typescript_write_every_record_as_they_read_it(schema: str, folder: Path, run: Run) -> None:
    """Strictly typed, compiled, and run."""
    run(_commands("quicktype"), schema=schema)
    run("npm install --silent --no-audit --no-fund typescript")
    run("npx tsc --strict --target es2020 --lib es2020 --module commonjs agreement.ts")
    (folder / "round.js").write_text(ROUND_IN_JAVASCRIPT, "utf-8")
    written = json.loads(run("node round.js"))
    for path, record in zip(RECORDS, written, strict=True):
        assert record == _plain(path), path.name


@pytest.mark.node
def test_the_types_of_the_twin_name_what_a_condition_holds(folder: Path, run: Run) -> None:
    """The value of a date is a member with a type, not one of any name."""
    run(_commands("quicktype"))
    text = (folder / "agreement.ts").read_text("utf-8")
    condition = text.split("export interface Condition {")[1].split("\n}")[0]
    assert "value?: string;" in condition
    assert "anchor?: Condition;" in condition


@pytest.mark.node
def test_plain_ajv_takes_the_schema_as_the_page_says(folder: Path, run: Run) -> None:
    """With no format to be told of, and nothing on standard error."""
    program, printed = _program("check.js")
    (folder / "check.js").write_text(program.text, "utf-8")
    run(_commands("ajv"))
    assert run("node check.js 2>&1") == printed.text
