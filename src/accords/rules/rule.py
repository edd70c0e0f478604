"""What a kind of finding is: its code, its name and what there is to say about it."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["Rule", "Severity"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Rule:
    """One kind of finding: its code and name, what it says, why it matters and how to mend it."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    mend: str

    @property
    def page(self) -> str:
        """The documentation page of the rule, relative to the project's root."""
        return f"docs/rules/{self.code}.md"
