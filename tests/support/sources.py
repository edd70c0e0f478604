"""The modules of the package, each parsed once for all tests that look into them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

__all__ = ["MODULES", "SOURCE", "name_of", "tree_of"]

SOURCE = Path(__file__).parents[2] / "src" / "accords"
MODULES = tuple(sorted(SOURCE.rglob("*.py")))


def name_of(path: Path) -> str:
    """A module by its place in the package."""
    return path.relative_to(SOURCE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(path.read_text("utf-8"))
