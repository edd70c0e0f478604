"""Tables of measurements on the page about speed, each between its own marks."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

__all__ = ["about", "row", "write_table"]

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def about() -> str:
    """When and where something was measured, and how busy it was there in the last quarter of an hour."""
    day = datetime.now(UTC).date().isoformat()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    busy = f" at a load of {os.getloadavg()[2]:.0f}" if hasattr(os, "getloadavg") else ""
    return f"Measured on {day} with {python}, {os.cpu_count()} cores shared with others{busy}."


def row(cells: Iterable[object]) -> str:
    """A line of a table."""
    return f"| {' | '.join(map(str, cells))} |"


def write_table(script: str, lines: Sequence[str]) -> None:
    """Put ``lines`` between the marks of ``script``."""
    begin, end = f"<!-- made by benchmarks/{script} -->", f"<!-- end of benchmarks/{script} -->"
    text = "\n".join((begin, "", about(), "", *lines, "", end))
    page, count = re.subn(f"{begin}.*?{end}", lambda _: text, PAGE.read_text("utf-8"), flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{PAGE.name} has no place for what {script} makes")
    PAGE.write_text(page, "utf-8")
