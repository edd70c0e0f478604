"""The small parts that every text about findings is made of: places, suggestions, colours."""

from __future__ import annotations

from click import style

from accords.diagnostics import Diagnostic
from accords.prose import printable
from accords.rules import Severity

__all__ = ["dim", "meant", "paint", "place_of"]

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def place_of(found: Diagnostic) -> str:
    """``file:line:column``, as far as there is one, safe to print."""
    file = printable(found.file or "record")
    return f"{file}:{found.line}:{found.column}" if found.line else file


def meant(found: Diagnostic) -> str:
    """What was probably meant, as it would be spoken of."""
    quote = "`" if found.on_key else '"'
    return f"{quote}{printable(found.suggestion or '')}{quote}"


def paint(text: str, found: Diagnostic, *, color: bool) -> str:
    """``text`` in the colour of the severity, where colour is wanted."""
    return style(text, fg=_COLOURS[found.severity], bold=True) if color else text


def dim(text: str, *, color: bool) -> str:
    """``text`` in the background, where colour is wanted."""
    return style(text, dim=True) if color else text
