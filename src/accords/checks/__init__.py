"""What a record says, beyond its shape: one generator function for each code."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.acts import ACTS
from accords.checks.circles import CIRCLES
from accords.checks.citations import CITATIONS
from accords.checks.claims import CLAIMS
from accords.checks.duties import DUTIES
from accords.checks.exactness import EXACTNESS
from accords.checks.identifiers import IDENTIFIERS
from accords.checks.identity import IDENTITY
from accords.checks.index import build_index
from accords.checks.judging import JUDGING
from accords.checks.logic import LOGIC
from accords.checks.provenance import PROVENANCE
from accords.checks.roles import ROLES
from accords.checks.texts import TEXTS
from accords.checks.time import TIME
from accords.checks.turns import TURNS
from accords.checks.waiting import WAITING
from accords.checks.waivers import WAIVERS
from accords.checks.windows import WINDOWS
from accords.checks.wording import WORDING
from accords.diagnostics import Diagnostic
from accords.model.agreement import Agreement

__all__ = ["CHECKS", "check_agreement"]

CHECKS = (
    *IDENTITY,
    *CIRCLES,
    *WAIVERS,
    *TIME,
    *LOGIC,
    *WINDOWS,
    *TURNS,
    *WAITING,
    *EXACTNESS,
    *CLAIMS,
    *PROVENANCE,
    *CITATIONS,
    *DUTIES,
    *ACTS,
    *ROLES,
    *JUDGING,
    *IDENTIFIERS,
    *WORDING,
    *TEXTS,
)
"""Code → check, in the order of the codes."""


def check_agreement(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield everything the checks find, code by code. Never raises, and changes nothing."""
    index = build_index(agreement)
    for _, check in CHECKS:
        yield from check(index)
