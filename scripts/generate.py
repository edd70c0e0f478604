"""Write every generated file of the project, or with --check say which are out of date."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from attrs import evolve

from accords.checklist import Checklist
from accords.codec.reading import Limits
from accords.compare import Difference
from accords.compare.coders import CodersCompared
from accords.diagnostics import Report
from accords.homes import HOMES
from accords.rules import FAMILIES, RULES, Rule
from accords.rules.pages import compose
from accords.schema.build import build_schemas
from accords.schema.generate import generate
from accords.schema.store import CHECKLIST, CODERS, DIFF, DRAFT
from accords.texts.drafts.sheet import draft_schema
from accords.texts.verify import verify
from accords.validate import examine
from accords.validate.report import render_full
from codebook import compose_codebook
from drawings import IMAGES, drawings
from layers import room_table
from reference import compose_reference
from shelf import CHECKLISTS, checklists, leaf_table

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "accords"
SHELF = ROOT / "docs" / "examples" / "README.md"


def generated() -> dict[Path, str]:
    """Path → text of every generated file."""
    files: dict[Path, str] = {}
    for name, text in {**build_schemas(), **written_schemas()}.items():
        files[ROOT / "schemas" / "v1" / name] = text
        files[PACKAGE / "schema" / "v1" / name] = text
    for rule in RULES.values():
        files[ROOT / rule.page] = files[PACKAGE / "pages" / f"{rule.code}.md"] = rule_page(rule)
    files[ROOT / "docs" / "rules" / "README.md"] = rule_index()
    files |= checklists()
    files |= drawings()
    files[ROOT / "docs" / "format-reference.md"] = compose_reference(
        json.loads(build_schemas()["agreement.schema.json"])
    )
    files[ROOT / "CONTRIBUTING.md"] = between("rooms", room_table(PACKAGE), ROOT / "CONTRIBUTING.md")
    files[SHELF] = between("leaves", leaf_table(), SHELF)
    files[ROOT / "docs" / "codebook.md"] = compose_codebook()
    files[PACKAGE / "__init__.pyi"] = front_door()
    return files


def front_door() -> str:
    """What type checkers and editors read of the package: its public names, each from its home."""
    names: dict[str, list[str]] = {}
    for name, module in HOMES.items():
        names.setdefault(module, []).append(name)
    rows = [f"from {module} import {name} as {name}" for module in sorted(names) for name in in_order(names[module])]
    return "\n".join(
        ['"""The public names of accords. Written from accords/homes.py."""', "", *rows, "", "__version__: str", ""]
    )


def between(mark: str, table: str, page: Path) -> str:
    """The text of a page with the table between two marks of it written anew."""
    before, rest = page.read_text("utf-8").split(f"<!-- {mark} -->\n")
    after = rest.split(f"<!-- end of {mark} -->\n")[1]
    return f"{before}<!-- {mark} -->\n{table}<!-- end of {mark} -->\n{after}"


def in_order(names: list[str]) -> list[str]:
    """Constants, then classes, then functions, each by the alphabet."""
    return sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))


def written_schemas() -> dict[str, str]:
    """File name → text of the schemas of what the library writes as JSON, and of drafts, from the classes of rows."""
    drafts = {DRAFT: json.dumps(draft_schema(), indent=2) + "\n"}
    return drafts | {
        name: json.dumps(generate(root, {}, identifier=f"urn:accords:1.0:{kind}", output=True), indent=2) + "\n"
        for name, kind, root in (
            (CHECKLIST, "checklist", Checklist),
            (DIFF, "diff", Difference),
            (CODERS, "coders", CodersCompared),
        )
    }


def rule_page(rule: Rule) -> str:
    """The page of ``rule``, with what is printed for its first bad fixtures and what its near misses say."""
    folder = ROOT / "tests" / "rules" / f"{rule.code}-{rule.name}"
    bad = sorted(path for path in folder.glob("bad-*.json") if not path.name.endswith(".expected.json"))
    ok = sorted(path for path in folder.glob("ok-*.json") if not path.name.endswith(".settings.json"))
    printed = [_printed(path, rule) for path in bad[:3]]
    about = [json.loads(path.read_text("utf-8-sig"))["extensions"]["about"] for path in ok]
    return compose(rule, "\n".join(printed), "\n\n".join(about))


def _printed(path: Path, rule: Rule) -> str:
    settings = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    examination = examine(path.read_bytes(), limits=Limits(**settings.get("limits", {})))
    report = examination.report
    if "texts" in settings and examination.agreement is not None:
        report = verify(examination.agreement, settings["texts"]).report
    own = [found for found in report.diagnostics if found.code == rule.code]
    named = tuple(evolve(found, file=path.name) for found in own)
    return render_full(Report(file=path.name, diagnostics=named), examination.text)


def rule_index() -> str:
    """The list of all rules, with links to their pages."""
    lines = ["# Findings", "", "Every finding has a code that is never reused, and a page.", ""]
    for digit, family in FAMILIES.items():
        members = [rule for rule in RULES.values() if rule.code[3] == digit]
        if members:
            lines += [
                f"## ACC{digit}xx: {family}",
                "",
                "| code | name | severity | what it says |",
                "|---|---|---|---|",
            ]
            lines += [
                f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.what} |" for rule in members
            ]
            lines.append("")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write the files, or compare them; 1 where --check finds a difference."""
    check = "--check" in arguments
    wanted = generated()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    pages = (
        *(ROOT / "docs" / "rules").glob("*.md"),
        *(PACKAGE / "pages").glob("*.md"),
        *CHECKLISTS.glob("*"),
        *IMAGES.glob("*.svg"),
    )
    orphaned = [path for path in pages if path not in wanted]
    for path in stale:
        print(f"{'out of date' if check else 'wrote'}: {path.relative_to(ROOT)}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], "utf-8")
    for path in orphaned:
        print(f"{'belongs to nothing' if check else 'removed'}: {path.relative_to(ROOT)}")
        if not check:
            path.unlink()
    return 1 if check and (stale or orphaned) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
