"""What a record says, beyond its shape: one generator function for each code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from accords.checks.duties.acts import ACTS
from accords.checks.duties.amounts import QUANTITIES
from accords.checks.duties.duties import DUTIES
from accords.checks.duties.judging import JUDGING
from accords.checks.duties.parts import PARTS
from accords.checks.duties.roles import ROLES
from accords.checks.duties.uses import USES
from accords.checks.identity.circles import CIRCLES
from accords.checks.identity.former import FORMER
from accords.checks.identity.ids import IDENTITY
from accords.checks.identity.waivers import WAIVERS
from accords.checks.lookups.check import Check
from accords.checks.lookups.index import build_index
from accords.checks.provenance.citations import CITATIONS
from accords.checks.provenance.releases import RELEASES
from accords.checks.provenance.sources import PROVENANCE
from accords.checks.time.apart import APART
from accords.checks.time.claims import CLAIMS
from accords.checks.time.exactness import DATES_IN_WORDS, EXACTNESS
from accords.checks.time.offsets import FROM_WORDS, OFFSETS
from accords.checks.time.order import LOGIC
from accords.checks.time.quoted import QUOTED
from accords.checks.time.seasons import SEASONS
from accords.checks.time.turns import TURNS, WEEKDAYS
from accords.checks.time.waiting import WAITING
from accords.checks.time.windows import WINDOWS
from accords.checks.time.zones import TIME
from accords.checks.wording.identifiers import IDENTIFIERS
from accords.checks.wording.spelling import SPELLING
from accords.checks.wording.texts import TEXTS
from accords.checks.wording.words import WORDING
from accords.diagnostics import Diagnostic
from accords.model.agreement import Agreement
from accords.rules import RULES, Severity

__all__ = ["CHECKS", "check_agreement", "has_error"]

CHECKS: tuple[Check, ...] = (
    *IDENTITY,
    *CIRCLES,
    *WAIVERS,
    *FORMER,
    *TIME,
    *LOGIC,
    *WINDOWS,
    *TURNS,
    *WAITING,
    *EXACTNESS,
    *CLAIMS,
    *OFFSETS,
    *QUOTED,
    *SEASONS,
    *FROM_WORDS,
    *WEEKDAYS,
    *DATES_IN_WORDS,
    *APART,
    *PROVENANCE,
    *CITATIONS,
    *RELEASES,
    *DUTIES,
    *ACTS,
    *ROLES,
    *JUDGING,
    *QUANTITIES,
    *PARTS,
    *USES,
    *IDENTIFIERS,
    *WORDING,
    *TEXTS,
    *SPELLING,
)
"""All checks, in the order of their codes."""


def check_agreement(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield everything the checks find, code by code. Never raises, and changes nothing."""
    index = build_index(agreement)
    for check in _about(index.kinds):
        yield from check.find(index)


def has_error(agreement: Agreement) -> bool:
    """Whether the checks find an error. Those that find less are not run."""
    index = build_index(agreement)
    return any(True for check in _about(index.kinds, Severity.ERROR) for _ in check.find(index))


@lru_cache(1_000)
def _about(kinds: frozenset[type | str], severity: Severity | None = None) -> tuple[Check, ...]:
    """The checks, on request of one severity, that can find something in a record that holds ``kinds``."""
    return tuple(
        check
        for check in CHECKS
        if severity in (None, RULES[check.code].severity) and (not check.about or not kinds.isdisjoint(check.about))
    )
