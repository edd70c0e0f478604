"""The floors of the house: which room stands on which, and the table of rooms that CONTRIBUTING.md prints."""

from __future__ import annotations

import ast
from pathlib import Path

__all__ = ["LAYERS", "room_table"]

LAYERS = (
    ("compiling", "wordlists"),
    (
        "collecting",
        "dates",
        "differing",
        "homes",
        "layout",
        "pointer",
        "prose",
        "rules",
        "suggest",
        "version",
        "vocabulary",
        "wrapping",
        "writing",
    ),
    ("diagnostics", "model"),
    ("codec", "schema"),
    ("checks",),
    ("validate",),
    ("engine", "formatting", "starter", "words"),
    ("standing", "texts"),
    ("checklist",),
    ("compare", "tables"),
    ("corpus", "render"),
    ("editing",),
    ("cli",),
    ("__main__",),
)
"""From the ground up. A room may import the layers below its own, and nothing from beside or above."""


def room_table(package: Path) -> str:
    """A row for each room, from the top down, with the first sentence of its docstring."""
    rows = [f"| `{room}` | {_first_sentence(package, room)} |" for rooms in reversed(LAYERS) for room in rooms]
    return "\n".join(["| room | what it holds |", "|---|---|", *rows, ""])


def _first_sentence(package: Path, room: str) -> str:
    path = package / room / "__init__.py" if (package / room).is_dir() else package / f"{room}.py"
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())
