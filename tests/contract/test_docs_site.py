"""The site of the documentation: every page has its place in it, and every place a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ELSEWHERE = {"index.md": "README.md", "contents.md": "docs/README.md"} | {
    name: name for name in ("CONTRIBUTING.md", "CHANGELOG.md")
}
"""Pages of the site that stand elsewhere in the repository."""
MADE = {"api.md"}
"""Pages that are made when the site is built."""


def _pages(entries: list[object]) -> Iterator[str]:
    for entry in entries:
        assert isinstance(entry, dict)
        for value in entry.values():
            yield from [value] if isinstance(value, str) else _pages(value)


def _named() -> list[str]:
    return list(_pages(tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]))


def test_every_page_of_the_documentation_is_in_the_navigation_of_its_site() -> None:
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages <= set(_named())


def test_the_navigation_names_no_page_twice_and_none_that_is_not_there() -> None:
    named = _named()
    assert len(named) == len(set(named))
    gone = [name for name in named if name not in MADE and not (ROOT / ELSEWHERE.get(name, f"docs/{name}")).is_file()]
    assert not gone


def test_the_site_asks_for_no_letters_from_elsewhere() -> None:
    assert tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["theme"]["font"] is False


def _in_nav(links: list[str], folder: str) -> list[str]:
    """Links of a page as the navigation calls their pages."""
    names = {path: name for name, path in ELSEWHERE.items()}
    paths = [(ROOT / folder / link).resolve().relative_to(ROOT).as_posix() for link in links]
    return [names.get(path, path.removeprefix("docs/")) for path in paths]


def test_the_list_of_pages_has_each_of_them_in_the_order_of_the_navigation() -> None:
    text = (ROOT / "docs" / "README.md").read_text("utf-8")
    listed = _in_nav(re.findall(r"^\| \[[^]]+\]\(([^)]+)\) \|", text, re.M), "docs")
    assert listed == [name for name in _named() if name not in MADE | {"index.md", "contents.md"}]


def test_the_readme_names_pages_in_the_order_of_the_navigation() -> None:
    (row,) = re.findall(r"^\| \[docs/\].*$", (ROOT / "README.md").read_text("utf-8"), re.M)
    named = _in_nav(re.findall(r"\(([^)]+)\)", row), ".")[1:]
    assert len(named) > 15
    assert named == [name for name in _named() if name in named]


def test_the_navigation_has_the_four_kinds_of_pages() -> None:
    entries = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]
    kinds = [name for entry in entries for name, value in entry.items() if isinstance(value, list)]
    assert kinds == ["Tutorials", "How-to", "Reference", "Explanation"]


def test_no_page_of_the_navigation_is_taken_for_the_front_of_its_group() -> None:
    """With that feature a README within a group is shown in no list."""
    project = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]
    assert "navigation.indexes" not in project["theme"]["features"]
    assert all((ROOT / "docs" / style).is_file() for style in project["extra_css"])
