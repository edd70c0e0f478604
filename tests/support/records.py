"""The valid records of the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

__all__ = ["NEAR_MISSES", "ROOT", "VALID", "WHOLE", "read_plain"]

ROOT = Path(__file__).parents[2]

WHOLE = (
    *sorted((ROOT / "examples").glob("*.accord.json")),
    *sorted((ROOT / "tests" / "records" / "valid").glob("*.json")),
)
"""Whole records without an error, examples first."""

NEAR_MISSES = tuple(
    path for path in sorted((ROOT / "tests" / "rules").glob("*/ok-*.json")) if ".settings" not in path.name
)
"""Short records that come close to a finding and have no error."""

VALID = (*WHOLE, *NEAR_MISSES)
"""Every record that has no error."""


def read_plain(path: Path) -> dict[str, Any]:
    """The record in ``path`` as plain JSON."""
    record: dict[str, Any] = json.loads(path.read_text("utf-8-sig"))
    return record
