"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from accords.report.concise import concise
from accords.report.full import full
from accords.report.github import github
from accords.report.gitlab import gitlab
from accords.report.junit import junit
from accords.report.markdown import markdown
from accords.report.plain import as_json, as_lines
from accords.report.sarif import sarif
from accords.report.view import View
from accords.validate import Examination

__all__ = ["FORMATS", "Form"]

Form: TypeAlias = Callable[[Iterable[Examination], View], Iterator[str]]
"""From examinations, one after the other, to the text about them, piece by piece."""

FORMATS: dict[str, Form] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "jsonl": as_lines,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
}
"""Name → format, those for people first."""
