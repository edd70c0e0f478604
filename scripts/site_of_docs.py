"""Lays the documentation out for the site generator: pages, the files they link to, and the library's reference.

usage: site_of_docs.py stage SOURCE-FOLDER    copy the pages there, links within the repository kept alive
       site_of_docs.py check SITE-FOLDER      name whatever a built page would load from elsewhere
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import griffe

from accords.homes import HOMES

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"(\]\(|src=\")([^)\s\"#]+)((?:#[^)\s\"]*)?(?:\)|\"))")
"""A link or a picture of Markdown or of the HTML in it: what comes before its target, the target, what follows."""
LOADED = re.compile(
    r"""<(?:script|img|iframe|source|embed|object|video|audio)\b[^>]*?\b(?:src|data)=["']?\s*((?:https?:)?//[^"'\s>]+)"""
    r"""|<link\b(?![^>]*rel=["']?canonical)[^>]*?\bhref=["']?\s*((?:https?:)?//[^"'\s>]+)"""
    r"""|url\(\s*["']?((?:https?:)?//[^"')\s]+)"""
    r"""|@import\s+["']((?:https?:)?//[^"']+)""",
    re.IGNORECASE,
)
"""What a browser would fetch by itself."""
HOME = {"README.md": "index.md", "docs/README.md": "contents.md"}
"""Pages that are called otherwise on the site."""
STYLE = "pages.css"
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")


def place(path: Path) -> str:
    """Where a file of the repository stands on the site."""
    name = path.relative_to(ROOT).as_posix()
    return HOME.get(name, name.removeprefix("docs/"))


def stage(folder: Path) -> None:
    """Copies all pages, and every file to which one of them links."""
    shutil.rmtree(folder, ignore_errors=True)
    waiting = [ROOT / name for name in PAGES] + sorted((ROOT / "docs").rglob("*.md"))
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        target = folder / place(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".md":
            shutil.copyfile(path, target)
            continue
        text, linked = with_links(path, path.read_text("utf-8"))
        target.write_text(text, "utf-8")
        waiting += linked - seen
        seen |= linked
    (folder / "api.md").write_text(api(), "utf-8")
    shutil.copyfile(ROOT / "docs" / STYLE, folder / STYLE)


def with_links(path: Path, text: str) -> tuple[str, set[Path]]:
    """A page with its links as they are on the site, and the files to which it links."""
    linked: set[Path] = set()
    here = Path(place(path)).parent

    def moved(match: re.Match[str]) -> str:
        before, target, after = match.groups()
        if "://" in target or target.startswith("mailto:"):
            return match[0]
        found = (path.parent / target).resolve()
        if not found.exists():
            raise SystemExit(f"{path.relative_to(ROOT)}: links to {target}, which is not there")
        if found.is_dir():
            found = next((each for each in (found / "README.md", *sorted(found.iterdir())) if each.is_file()), found)
        linked.add(found)
        return before + _relative(here, Path(place(found))) + after

    return LINK.sub(moved, text), linked


def _relative(here: Path, there: Path) -> str:
    up, down = list(here.parts), list(there.parts)
    while up and down[:-1] and up[0] == down[0]:
        up, down = up[1:], down[1:]
    return "/".join([*[".."] * len(up), *down])


# ---- the library's reference


def api() -> str:
    """Every public name with its signature and its words, by what it is."""
    package = griffe.load("accords", search_paths=[ROOT / "src"], resolve_aliases=True)
    classes: list[str] = []
    functions: list[str] = []
    rest: list[str] = []
    for name in sorted(HOMES, key=str.casefold):
        found = package.modules_collection[HOMES[name]].members[name]
        while found.is_alias:
            found = found.final_target
        words = with_examples(found.docstring.value) if found.docstring else ""
        if found.is_class:
            classes += [f"### {name}", "", words, "", *_fields(found)]
        elif found.is_function:
            functions += [f"### {name}", "", "```python", _signature(name, found), "```", "", words, ""]
        else:
            rest += [f"### {name}", "", words, ""]
    head = ["# The library, name by name", "", "Made from the code. All of it is imported from `accords`.", ""]
    return "\n".join([*head, "## Functions", "", *functions, "## Classes", "", *classes, "## Other names", "", *rest])


def with_examples(words: str) -> str:
    """A docstring with its examples as blocks of code."""
    parts = [
        f"```pycon\n{part}\n```" if part.startswith(">>> ") else part
        for part in re.split(r"\n\n(?=>>> )|(?<=\n)\n(?!>>> )", words)
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts)


def _signature(name: str, found: griffe.Function) -> str:
    parts: list[str] = []
    kind = None
    for each in found.parameters:
        if each.kind is griffe.ParameterKind.keyword_only and kind not in ("*", griffe.ParameterKind.keyword_only):
            parts.append("*")
        kind = each.kind
        star = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}.get(each.kind, "")
        if star == "*":
            kind = "*"
        note = f": {each.annotation}" if each.annotation is not None else ""
        default = f" = {each.default}" if each.default is not None and not star else ""
        parts.append(f"{star}{each.name}{note}{default}")
    back = f" -> {found.returns}" if found.returns is not None else ""
    inside = "".join(f"\n    {part}," for part in parts)
    return f"def {name}({inside}\n){back}" if parts else f"def {name}(){back}"


def _fields(found: griffe.Class) -> Iterator[str]:
    rows = []
    for name, member in found.members.items():
        if name.startswith("_") or member.is_alias:
            continue
        words = member.docstring.value.split("\n\n")[0].replace("\n", " ") if member.docstring else ""
        if member.is_attribute:
            kind = str(getattr(member, "annotation", None) or "")
            rows.append((f"`{name}`", f"`{kind}`" if kind else "", words))
        elif member.is_function:
            rows.append((f"`{name}()`", f"`{member.returns}`" if member.returns else "", words))
    if rows:
        yield from ("| member | type | |", "|---|---|---|")
        for row in rows:
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
        yield ""


# ---- what was built


def outside(site: Path) -> Iterator[str]:
    """What a built page or style would load from another place."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".css", ".svg"):
            for match in LOADED.finditer(path.read_text("utf-8", "replace")):
                yield f"{path.relative_to(site)}: {next(filter(None, match.groups()))}"


def main(verb: str, folder: str) -> int:
    """Lays out or checks, as the command line says."""
    if verb == "stage":
        stage(Path(folder))
        return 0
    found = list(outside(Path(folder)))
    print("\n".join(found) or f"{folder}: nothing is loaded from elsewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
