"""The schema in the validator that editors and web tools use: ajv, from npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, read_schema
from mutants import mutants
from records import ROOT, VALID, read_plain

pytestmark = pytest.mark.node

SCRIPT = """
const Ajv = require('ajv/dist/2020');
const fs = require('fs');
const [schema, records] = process.argv.slice(2).map((path) => JSON.parse(fs.readFileSync(path, 'utf8')));
const ajv = new Ajv({allowUnionTypes: true});
const validate = ajv.compile(schema);
process.stdout.write(JSON.stringify(records.map((record) => validate(record))));
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ajv installed in it."""
    assert shutil.which("npm"), "these tests need node and npm"
    folder = tmp_path_factory.mktemp("node")
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "ajv@8"], cwd=folder, check=True)
    (folder / "check.js").write_text(SCRIPT, "utf-8")
    return folder


@pytest.mark.parametrize("name", [AGREEMENT, AGREEMENT_TYPES])
def test_ajv_accepts_and_rejects_what_the_others_do(name: str, folder: Path) -> None:
    """Every valid record, and a thousand mutants of each."""
    corpus: list[dict[str, Any]] = []
    for path in VALID:
        record = read_plain(path)
        corpus += [record, *mutants(record, 1000 if len(json.dumps(record)) < 3000 else 300, seed=4)]
    records = folder / "records.json"
    records.write_text(json.dumps(corpus), "utf-8")
    schema = ROOT / "schemas" / "v1" / name
    done = subprocess.run(
        ["node", "check.js", str(schema), str(records)], cwd=folder, check=True, capture_output=True, text=True
    )
    verdicts = json.loads(done.stdout)
    judge = jsonschema_rs.validator_for(read_schema(name))
    different = [
        record for record, verdict in zip(corpus, verdicts, strict=True) if judge.is_valid(record) is not verdict
    ]
    assert not different, json.dumps(different[0])
    assert 0 < sum(verdicts) < len(verdicts)
