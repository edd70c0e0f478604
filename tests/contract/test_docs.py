"""The pages for people are true: their Python runs, their records are valid, their commands print what they show.

What a block is, the comment in front of it says:

- ``<!-- file: NAME -->`` before a block of JSON or TOML: it is saved under that name for the commands below it. Before
  one of Python or JavaScript: a program for other tools, which ``test_generators.py`` runs.
- ``<!-- added to: NAME -->`` before a block of JSON: its members are written into that record, items of lists at
  the end of theirs, as a reader would in an editor.
- ``<!-- printed by NAME -->`` before a block of text: that program prints this.
- ``<!-- typed -->`` before a block of Python: what a person types into a file that the commands above it wrote; it is
  run with the commands.
- ``<!-- object: NAME -->`` before a block of JSON: it is one such object, and it is added to the record of the page.
- ``<!-- printed -->`` before a block of text: the block of Python above it prints this.

A block of JSON without a comment is a whole record; it becomes the record of the page. In a block of console, lines
that begin with ``$ `` are commands, and what follows is their output, whole. ACCORDS_REWRITE=1 writes outputs anew.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft202012Validator

from accords.cli import main
from accords.render.checklist.formats import FORMATS
from accords.rules import Severity
from accords.schema.store import AGREEMENT, schema_text
from accords.validate import validate
from blocks import Block, blocks, without_blocks

ROOT = Path(__file__).parents[2]
REWRITE = bool(os.environ.get("ACCORDS_REWRITE"))
GENERATED = {
    ROOT / "docs" / "codebook.md",
    ROOT / "docs" / "format-reference.md",
    *(ROOT / "docs" / "rules").glob("*.md"),
}
PAGES = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("seeds/*.md")})
WRITTEN = [page for page in PAGES if page not in GENERATED]

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)

# Where an object goes in the record of a page; an item takes the place of one with the same id.
_MEMBERS = {
    "Conclusion": "conclusion",
    "Term": "term",
    "Coding": "coding",
    "Release": "release",
    "Extensions": "extensions",
}
_LISTS = {
    "Actor": "actors",
    "Party": "parties",
    "ThirdParty": "third_parties",
    "Obligation": "obligations",
    "Linkage": "linkages",
    "Event": "events",
    "Monitoring": "monitoring",
    "Assessment": "assessments",
    "Source": "sources",
    "Relation": "related",
}


def _with(language: str) -> list[Path]:
    return [
        page
        for page in WRITTEN
        if any(b.language == language and (language != "python" or not _is_for_other_tools(b)) for b in blocks(page))
    ]


def _is_for_other_tools(block: Block) -> bool:
    return block.note.startswith("file: ")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the examples in it, and the data of the pages."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "docs" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


def _save(block: Block, folder: Path) -> None:
    if block.note.startswith("file: "):
        path = folder / block.note.removeprefix("file: ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")
    if block.note.startswith("added to: "):
        path = folder / block.note.removeprefix("added to: ")
        record = json.loads(path.read_text("utf-8"))
        for name, value in json.loads(block.text).items():
            record[name] = [*record.get(name, []), *value] if isinstance(value, list) else value
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def test_there_are_pages_with_blocks_of_every_language() -> None:
    """The tests below look at something."""
    assert all(_with(language) for language in ("console", "python", "json"))
    assert {_name(page) for page in WRITTEN} >= {"README.md", "CONTRIBUTING.md", "docs/format.md", "docs/coding.md"}


@pytest.mark.wide
@pytest.mark.parametrize("page", _with("python"), ids=_name)
def test_the_python_of_a_page_runs_and_prints_what_the_page_says(page: Path, folder: Path) -> None:
    """From top to bottom in one namespace, as a reader would."""
    namespace: dict[str, Any] = {"__name__": "page"}
    printed = ""
    shown: list[tuple[Block, str]] = []
    for block in blocks(page):
        _save(block, folder)
        if block.note == "printed":
            shown.append((block, printed))
            printed = ""
        if block.language == "python" and block.note != "typed" and not _is_for_other_tools(block):
            assert not printed, f"{_name(page)}:{block.line}: the block above prints what the page does not show"
            output = io.StringIO()
            code = compile("\n" * block.line + block.text, _name(page), "exec")
            with contextlib.redirect_stdout(output):
                exec(code, namespace)
            printed = output.getvalue()
    assert not printed, f"{_name(page)}: the last block prints what the page does not show"
    _compare(page, shown)


@pytest.mark.wide
@pytest.mark.parametrize("page", [page for page in _with("console") if page.parent.name != "seeds"], ids=_name)
def test_the_commands_of_a_page_print_what_the_page_shows(
    page: Path, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """To the letter. Only the command itself is run here; what sets it up stands in blocks of sh."""
    shown: list[tuple[Block, str]] = []
    typed: dict[str, Any] = {"__name__": "page"}
    for block in blocks(page):
        _save(block, folder)
        if block.note == "typed":
            exec(compile("\n" * block.line + block.text, _name(page), "exec"), typed)
        if block.language == "console":
            shown.append((block, "".join(_run(block, capfdbinary))))
    _compare(page, shown)


def _compare(page: Path, shown: list[tuple[Block, str]]) -> None:
    """Each block with what was really printed for it."""
    if REWRITE:
        text = page.read_text("utf-8")
        for block, real in reversed(shown):
            text = text[: block.start] + real + text[block.end :]
        page.write_text(text, "utf-8")
    for block, real in shown:
        assert real == block.text, f"{_name(page)}:{block.line}"


def _run(block: Block, captured: pytest.CaptureFixture[bytes]) -> Iterator[str]:
    commands = [line for line in block.text.splitlines() if line.startswith("$ ")]
    assert commands, "a block of console begins with a command"
    for command in commands:
        words = shlex.split(command.removeprefix("$ "))
        assert words[0] == "accords", command
        captured.readouterr()
        main(words[1:])
        streams = captured.readouterr()
        yield f"{command}\n" + (streams.out + streams.err).decode("utf-8")


@pytest.mark.parametrize("page", _with("json"), ids=_name)
def test_the_json_of_a_page_is_valid_piece_by_piece(page: Path) -> None:
    """Every piece by the definition of its object, and the record that they add up to by the whole validator."""
    record: dict[str, Any] = {}
    for block in blocks(page):
        if block.language != "json" or block.note.startswith(("file: ", "added to: ")):
            continue
        where = f"{_name(page)}:{block.line}"
        data = json.loads(block.text)
        if not block.note:
            record = data
        else:
            kind = block.note.removeprefix("object: ")
            assert _faults(kind, data) == [], where
            _place(kind, data, record)
        # A source comes before what cites it, so that only the whole has to be free of hints.
        found = [finding for finding in validate(record).diagnostics if finding.severity is not Severity.INFO]
        assert [finding.message for finding in found] == [], where
    if record:
        assert [finding.message for finding in validate(record).diagnostics] == [], _name(page)


def _faults(kind: str, data: Any) -> list[str]:
    if kind == "Extensions":
        return []
    schema = json.loads(schema_text(AGREEMENT))
    one = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"}
    return [error.message for error in Draft202012Validator(one).iter_errors(data)]


def _place(kind: str, data: Any, record: dict[str, Any]) -> None:
    if kind in _MEMBERS:
        record[_MEMBERS[kind]] = data
    elif kind in _LISTS:
        _add(record, _LISTS[kind], data)
    elif kind == "Condition":
        record["obligations"][0]["trigger"] = data
    elif kind == "Performance":
        record["obligations"][0]["performance"] = data
    elif kind == "Citation":
        _add(record["obligations"][0], "citations", data)
    elif kind == "Claim":
        _add(record["events"][0], "claims", data)
    elif kind == "Correction":
        _add(record["coding"], "corrections", data)
    elif kind != "Waiver":  # one that waives nothing is a finding, and the record of the page has none to waive
        pytest.fail(f"nothing is known of the object {kind!r}")


def _add(holder: dict[str, Any], name: str, data: dict[str, Any]) -> None:
    """Add ``data`` to the list, in place of an item with the same id or about the same actor."""
    kept = [
        item
        for item in holder.get(name, [])
        if not any(key in data and item.get(key) == data[key] for key in ("id", "actor_id"))
    ]
    holder[name] = [*kept, data]


def test_the_links_of_the_pages_lead_somewhere() -> None:
    """To files of the project, and to headings that they have."""
    targets = [(page, target) for page in PAGES for target in _LINK.findall(without_blocks(page))]
    assert len(targets) > 500
    astray = [(_name(page), target) for page, target in targets if not _leads_somewhere(page, target)]
    assert astray == []


def _leads_somewhere(page: Path, target: str) -> bool:
    if re.match(r"[a-z]+:", target):
        return True
    name, _, anchor = target.partition("#")
    path = (page.parent / name).resolve() if name else page
    return path.exists() and (not anchor or anchor in _anchors(path))


@cache
def _anchors(page: Path) -> set[str]:
    """The anchors of the headings, as the common renderers of Markdown make them."""
    text = without_blocks(page)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _HEADING.findall(text)}


def test_each_job_of_a_developer_takes_four_lines_at_most() -> None:
    """After the two records are loaded."""
    first, *jobs = [block for block in blocks(ROOT / "docs" / "jobs.md") if block.language == "python"]
    assert "accords.load" in first.text
    assert len(jobs) == 8
    assert all(0 < block.text.count("\n") <= 4 for block in jobs)


def test_the_page_about_checklists_has_every_format_that_there_is() -> None:
    """In the table of formats, by its name, in any order."""
    page = (ROOT / "docs" / "checklists.md").read_text("utf-8")
    table = page.split("| `--format` |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.M)) == set(FORMATS)


def test_the_pictures_of_the_pages_are_shown_and_small() -> None:
    """Every picture is on some page, with words for those who do not see it, and below 300 kB."""
    shown = {
        (page.parent / target).resolve(): words
        for page in PAGES
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", page.read_text("utf-8"))
    }
    pictures = set((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert set(shown) == pictures
    assert all(len(words) > 40 for words in shown.values())
    assert all(each.stat().st_size < 300_000 for each in pictures)


def test_the_pictures_that_are_drawn_ask_for_nothing_and_say_what_they_are() -> None:
    """Each is XML with a title; the one address in it is the name of its language, which nobody fetches."""
    drawn = sorted((ROOT / "docs" / "images").glob("*.svg"))
    assert len(drawn) >= 4
    for each in drawn:
        text = each.read_text("utf-8")
        assert fromstring(text)[0].text
        assert re.findall(r"[a-z]+://[^\"]*|(?:href|src|@import)\b", text) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("page", WRITTEN, ids=_name)
def test_every_block_of_a_page_says_what_language_it_is(page: Path) -> None:
    """A block in none would be looked at by no test."""
    known = {"console", "html", "js", "json", "python", "r", "sh", "sql", "stata", "text", "toml", "yaml"}
    for block in blocks(page):
        assert block.language in known, f"{_name(page)}:{block.line}"
        if block.language == "text":
            assert block.note, f"{_name(page)}:{block.line}: say what this text is"
    indented = re.findall(r"^[ \t]+```(console|json|python)$", page.read_text("utf-8"), re.M)
    assert not indented, "a block that is indented is not looked at"
