"""What validators say about forty damaged records: python benchmarks/findings.py [--write]

Each tool gets the same texts and, where it takes a schema, the project's own. For each record and tool it is counted:

- found: it says that something is wrong;
- line: one of the places it names is on a line that a person has to change. A tool that names a member counts as
  naming its line, and one that gives a name beside the member counts as naming that name's line;
- single: it says one thing, not several, about the one fault;
- word: what should stand there is named in its message, a list of what is allowed included. Only of the records
  for which there is one right answer.

What a tool says about the sound record is left out. ``--write`` puts the table into docs/comparison.md.
Needs ``pip install accords[bench]``, node and npm.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
from attrs import frozen
from faults import FAULTS, Fault

from accords.codec.reading import locate
from accords.pointer import to_pointer
from accords.schema.store import AGREEMENT, read_schema
from accords.validate import validate

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schemas" / "v1" / AGREEMENT
PAGE = ROOT / "docs" / "comparison.md"

AJV = """
const Ajv = require('ajv/dist/2020'), fs = require('fs');
const [schema, texts] = process.argv.slice(2).map((path) => JSON.parse(fs.readFileSync(path, 'utf8')));
const options = {strict: false, allErrors: true, formats: {edtf: true}};
const validate = new Ajv(options).compile(schema);
process.stdout.write(JSON.stringify(texts.map((text) => {
  try { return validate(JSON.parse(text)) ? [] : validate.errors; }
  catch (error) { return String(error.message); }
})));
"""


@frozen
class Said:
    """One thing that a tool says: the lines that it names, and its words."""

    lines: frozenset[int]
    words: str


def _lines(text: str, pointer: str, name: str | None = None) -> frozenset[int]:
    """The lines of the member at ``pointer``, and of ``name`` in it."""
    pointers = [pointer] if name is None else [f"{pointer}/{name}", pointer]
    spans = locate(text, pointers)
    node = spans.get(pointers[0]) or spans.get(pointer)
    return frozenset() if node is None else frozenset(span.line for span in (node.key, node.value) if span is not None)


def _not_json(text: str, words: str) -> list[Said]:
    """What was said about a text that is not JSON, with the line that is named in it."""
    if found := re.search(r"line (\d+)", words):
        return [Said(frozenset((int(found[1]),)), words)]
    if found := re.search(r"position (\d+)", words):
        return [Said(frozenset((text.count("\n", 0, int(found[1])) + 1,)), words)]
    return [Said(frozenset(), words)]


def accords(texts: list[str]) -> list[list[Said]]:
    """The library itself; warnings and remarks count as saying that something is wrong."""
    return [
        [
            Said(
                frozenset((found.line or 0, *(place.line or 0 for place in found.related))),
                " ".join((found.message, found.help or "", found.suggestion or "", *found.notes)),
            )
            for found in validate(text).diagnostics
        ]
        for text in texts
    ]


def rust(texts: list[str]) -> list[list[Said]]:
    """jsonschema-rs, which leaves reading to Python's json."""
    validator = jsonschema_rs.validator_for(read_schema())
    answers = []
    for text in texts:
        try:
            record = json.loads(text)
        except json.JSONDecodeError as error:
            answers.append(_not_json(text, str(error)))
            continue
        answers.append(
            [Said(_lines(text, to_pointer(tuple(error.instance_path)), _quoted(error.message)), error.message)
             for error in validator.iter_errors(record)]
        )  # fmt: skip
    return answers


def _quoted(message: str) -> str | None:
    """The name in a message about a member that is too much or missing."""
    found = re.search(r"'([^']+)' (?:was|were) unexpected|([\"'])([^\"']+)\2 is a required", message)
    return next((part for part in (found[1], found[3]) if part), None) if found else None


def check_jsonschema(texts: list[str]) -> list[list[Said]]:
    """check-jsonschema, from its command line."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, text in enumerate(texts):
            names.append(f"{number:02}.json")
            Path(folder, names[-1]).write_text(text, "utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), "--output-format", "json"]
        done = subprocess.run([*command, *names], cwd=folder, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    answers: list[list[Said]] = [[] for _ in texts]
    for error in told.get("errors", ()):
        number = int(Path(error["filename"]).stem)
        text = texts[number]
        pointer = to_pointer(tuple(int(s) if s.isdigit() else s for s in re.findall(r"[^.\[\]]+", error["path"])[1:]))
        answers[number].append(Said(_lines(text, pointer, _quoted(error["message"])), error["message"]))
    for error in told.get("parse_errors", ()):  # it names the file and no place
        number = int(Path(error["filename"]).stem)
        answers[number] += _not_json(texts[number], error["message"])
    return answers


def ajv(texts: list[str]) -> list[list[Said]]:
    """ajv with all errors; its lines about an if that did not hold are left out, as they only repeat others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.joinpath("package.json").write_text('{"private": true}', "utf-8")
        folder.joinpath("run.js").write_text(AJV, "utf-8")
        folder.joinpath("texts.json").write_text(json.dumps(texts), "utf-8")
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "ajv@8"], cwd=folder, check=True)
        command = ["node", "run.js", str(SCHEMA), "texts.json"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    answers = []
    for text, told in zip(texts, json.loads(done.stdout), strict=True):
        if isinstance(told, str):
            answers.append(_not_json(text, told))
            continue
        answers.append(
            [
                Said(_lines(text, error["instancePath"], error["params"].get("additionalProperty")), json.dumps(error))
                for error in told
                if error["keyword"] != "if"
            ]
        )
    return answers


TOOLS: dict[str, Callable[[list[str]], list[list[Said]]]] = {
    "accords": accords,
    "check-jsonschema": check_jsonschema,
    "jsonschema-rs": rust,
    "ajv": ajv,
}


def judge(fault: Fault, said: list[Said], sound: list[Said]) -> dict[str, bool | None]:
    """The four answers for one record; None where there is no one right word."""
    known = {each.words for each in sound}
    new = [each for each in said if each.words not in known]
    return {
        "found": bool(new),
        "line": any(each.lines & fault.lines for each in new),
        "single": len(new) == 1,
        "word": None if fault.word is None else any(fault.word in each.words for each in new),
    }


def run() -> dict[str, dict[str, dict[str, Any]]]:
    """Tool → name of the fault → the four answers."""
    texts, sound = [fault.text for fault in FAULTS], [fault.sound for fault in FAULTS]
    results: dict[str, dict[str, dict[str, Any]]] = {}
    for name, tool in TOOLS.items():
        said, before = tool(texts), tool(sound)
        results[name] = {
            fault.name: judge(fault, now, then) for fault, now, then in zip(FAULTS, said, before, strict=True)
        }
    return results


def tables(results: dict[str, dict[str, dict[str, Any]]]) -> str:
    """The sums, and then every record, as Markdown."""
    lines = ["| tool | found | right line | single finding | right word named |", "|---|---|---|---|---|"]
    words = sum(fault.word is not None for fault in FAULTS)
    for name, answers in results.items():
        sums = {
            key: sum(answer[key] is True for answer in answers.values()) for key in ("found", "line", "single", "word")
        }
        cells = [f"{sums[key]} of {words if key == 'word' else len(FAULTS)}" for key in sums]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", f"| fault | {' | '.join(results)} |", "|---" * (len(results) + 1) + "|"]
    for fault in FAULTS:
        cells = []
        for answers in results.values():
            got = answers[fault.name]
            cells.append(", ".join(key for key in ("found", "line", "single", "word") if got[key]) or "–")
        lines.append(f"| {fault.name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print the tables, and with --write put them into the page."""
    text = tables(run())
    print(text, end="")
    if "--write" in sys.argv:
        head, _, _ = PAGE.read_text("utf-8").partition("<!-- made by benchmarks/findings.py -->")
        PAGE.write_text(f"{head}<!-- made by benchmarks/findings.py -->\n\n{text}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
