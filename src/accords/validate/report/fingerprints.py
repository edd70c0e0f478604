"""A sign for each finding by which it is known again after unrelated changes to the record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from accords.diagnostics import Diagnostic, Report
from accords.validate.report.paths import relative_path

__all__ = ["fingerprint_all"]

_NAMES = ("id", "actor_id", "source_id", "obligation_id")
"""What an item of a list goes by, the first that it has."""


def fingerprint_all(findings: Iterable[Diagnostic], report: Report, text: str | None) -> list[str]:
    """A fingerprint for each of ``findings``: 32 hexadecimal digits.

    It is made of the file, the id of the record, the code and the place. The place is told by the names of members
    and by the ids of what stands in lists, so lines that are put in, members in another order and other findings
    change nothing. Of several findings at one place each has another.
    """
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and most reports have no fingerprints

    document = _parsed(text)
    record = document.get("id") if isinstance(document, dict) and report.first_line > 1 else None
    file = relative_path(report.file or "")
    seen: Counter[str] = Counter()
    signs: list[str] = []
    for found in findings:
        subject = "\n".join((file, str(record or ""), found.code, _stable(found.pointer, document)))
        seen[subject] += 1
        signs.append(hashlib.sha256(f"{subject}\n{seen[subject]}".encode("utf-8", "replace")).hexdigest()[:32])
    return signs


def _parsed(text: str | None) -> Any:
    try:
        return json.loads(text) if text is not None else None
    except (ValueError, RecursionError):
        return None


def _stable(pointer: str, document: Any) -> str:
    """``pointer`` with the ids of items in place of their numbers, as far as they have any."""
    steps: list[str] = []
    here = document
    for step in pointer.split("/")[1:]:
        if isinstance(here, list) and step.isdigit() and int(step) < len(here):
            here = here[int(step)]
            steps.append(_name(here) or f"#{step}")
        else:
            here = here.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(here, dict) else None
            steps.append(step)
    return "/".join(steps)


def _name(item: Any) -> str | None:
    if isinstance(item, str):
        return f"={item}"
    names = (item.get(name) for name in _NAMES) if isinstance(item, dict) else ()
    return next((f"={name}" for name in names if isinstance(name, str)), None)
