"""The catalogue of findings: one table a family, from which pages, help texts and codes are taken.

Numbers are never reused. A name states the fault, not its mending.
"""

from __future__ import annotations

from accords.rules.duties.amounts import AMOUNTS
from accords.rules.duties.duties import DUTIES
from accords.rules.duties.roles import ROLES
from accords.rules.identity import IDENTITY
from accords.rules.internal import INTERNAL
from accords.rules.provenance import PROVENANCE
from accords.rules.reading import READING
from accords.rules.rule import Rule, Severity
from accords.rules.shape import SHAPE
from accords.rules.time.claims import CLAIMS
from accords.rules.time.offsets import OFFSETS
from accords.rules.time.order import LOGIC
from accords.rules.time.waiting import WAITING
from accords.rules.time.windows import WINDOWS
from accords.rules.wording import WORDING

__all__ = ["FAMILIES", "RULES", "Rule", "Severity"]

FAMILIES = {
    "0": "reading",
    "1": "shape",
    "2": "identity and references",
    "3": "time and logic",
    "4": "provenance",
    "5": "duties and roles",
    "6": "wording and neutrality",
    "9": "internal",
}
"""First digit of a code → the stage or subject that it belongs to."""

_TABLE = (
    *READING,
    *SHAPE,
    *IDENTITY,
    *LOGIC,
    *WINDOWS,
    *WAITING,
    *CLAIMS,
    *OFFSETS,
    *PROVENANCE,
    *DUTIES,
    *ROLES,
    *AMOUNTS,
    *WORDING,
    *INTERNAL,
)

RULES = {rule.code: rule for rule in _TABLE}
"""Code → rule, in the order of the codes."""
