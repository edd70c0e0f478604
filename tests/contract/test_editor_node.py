"""The schema in the language service that VS Code and many other editors use, from npm."""

# ruff: noqa: E501 - a program in another language

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from records import ROOT

pytestmark = pytest.mark.node

SCRIPT = r"""
const { getLanguageService, TextDocument } = require('vscode-json-languageservice');
const fs = require('fs');
const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: 'memory://accords', fileMatch: ['*'], schema }] });
const open = (text) => { const document = TextDocument.create('file:///a.accord.json', 'json', 1, text); return [document, service.parseJSONDocument(document)]; };
async function main() {
  const at = (marked) => { const offset = marked.indexOf('^'); const [d, j] = open(marked.replace('^', '')); return [d, j, d.positionAt(offset)]; };
  const [d, j, p] = at('{"accords_version": "1.0", "obligations": [{"due": {^}}]}');
  const items = (await service.doComplete(d, p, j)).items;
  const [d2, j2, p2] = at('{"accords_version": "1.0", "obligations": [{"due": {"kind": "^"}}]}');
  const kinds = (await service.doComplete(d2, p2, j2)).items;
  const [d4, j4, p4] = at('{"accords_version": "1.0", "obligations": [{"due": {"kind": "date", ^}}]}');
  const ofDate = (await service.doComplete(d4, p4, j4)).items;
  const [d3, j3, p3] = at('{"accords_version": "1.0", "obligations": [{"mod^ality": "must"}]}');
  const hover = await service.doHover(d3, p3, j3);
  const text = '{\n "accords_version": "1.0", "id": "a", "title": "t", "actors": [{"id": "p", "name": "P"}], "parties": [{"actor_id": "p"}],\n "obligations": [{"id": "d", "obligor_ids": ["p"], "action": "x",\n "modality": "shall"}]}';
  const [d5, j5] = open(text);
  const faults = await service.doValidation(d5, j5);
  process.stdout.write(JSON.stringify({ condition: items.map((i) => i.label), kinds: kinds.map((i) => i.label), ofDate: ofDate.map((i) => i.label), hover: hover && hover.contents, faults: faults.map((f) => [f.range.start.line, d5.getText(f.range), f.message]) }));
}
main();
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What an editor shows at a few places of a record."""
    assert shutil.which("npm"), "these tests need node and npm"
    folder: Path = tmp_path_factory.mktemp("editor")
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    package = "vscode-json-languageservice@5"
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", package], cwd=folder, check=True)
    (folder / "probe.js").write_text(SCRIPT, "utf-8")
    schema = ROOT / "schemas" / "v1" / "agreement.schema.json"
    done = subprocess.run(["node", "probe.js", str(schema)], cwd=folder, check=True, capture_output=True, text=True)
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_a_condition_is_begun_with_its_kind(shown: dict[str, Any]) -> None:
    """Nothing else is offered before it is known; then every kind is."""
    assert shown["condition"] == ["kind"]
    assert {'"date"', '"all_of"', '"prose"'} <= set(shown["kinds"])
    assert len(shown["kinds"]) == 13


def test_only_the_members_of_the_kind_are_offered(shown: dict[str, Any]) -> None:
    """Of a date, not of an event."""
    assert sorted(shown["ofDate"]) == ["citations", "id", "value"]


def test_a_field_says_what_it_means(shown: dict[str, Any]) -> None:
    """With the meaning of every word."""
    assert "The obligor is not to do it" in shown["hover"][0]


def test_a_fault_is_marked_at_its_value(shown: dict[str, Any]) -> None:
    """One mark, on the word that is wrong, with the words that are right."""
    [[line, marked, message]] = shown["faults"]
    assert (line, marked) == (3, '"shall"')
    assert '"must_not"' in message
