"""The site of the documentation: every page has its place in it, and every place a page."""

from __future__ import annotations

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
