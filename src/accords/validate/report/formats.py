"""The formats by name; each is imported when it is first written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TypeAlias

from accords.validate import Examination
from accords.validate.report.view import View

__all__ = ["FORMATS", "Form"]

Form: TypeAlias = Callable[[Iterable[Examination], View], Iterator[str]]
"""From examinations, one after the other, to the text about them, piece by piece."""


def _form(module: str, name: str) -> Form:
    """The format that ``name`` of ``module`` in this package writes."""

    def write(examinations: Iterable[Examination], view: View) -> Iterator[str]:
        form: Form = getattr(import_module(f"accords.validate.report.{module}"), name)
        return form(examinations, view)

    return write


FORMATS: dict[str, Form] = {
    "full": _form("full", "full"),
    "concise": _form("concise", "concise"),
    "json": _form("plain", "as_json"),
    "jsonl": _form("plain", "as_lines"),
    "sarif": _form("sarif", "sarif"),
    "github": _form("github", "github"),
    "gitlab": _form("gitlab", "gitlab"),
    "junit": _form("junit", "junit"),
    "markdown": _form("markdown", "markdown"),
}
"""Name → format, those for people first."""
