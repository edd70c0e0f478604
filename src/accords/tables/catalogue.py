"""All tables, in the order in which they are written, and what of a record none of them has."""

from __future__ import annotations

from types import MappingProxyType

from accords.tables.further import FURTHER
from accords.tables.judged import AGREEMENT_STATUSES, FINDINGS, RECORDS, STATUSES
from accords.tables.parted import PARTED
from accords.tables.recorded import MAIN

__all__ = ["LEFT_OUT", "TABLES", "TABLES_VERSION"]

TABLES_VERSION = "1"
"""The version of the tables. It changes when a column is renamed, taken away or comes to mean something else."""

_FIRST = (
    "agreements",
    "actors",
    "parties",
    "third_parties",
    "obligations",
    "obligation_actors",
    "conditions",
    "quantities",
    "events",
    "claims",
    "ratings",
    "sources",
    "statuses",
    "agreement_statuses",
    "findings",
    "records",
)
"""The tables that most questions need, in the order in which a reader wants them."""

_ALL = {
    table.name: table
    for table in (
        *MAIN.values(),
        *FURTHER.values(),
        *(table for table, _ in PARTED),
        RECORDS,
        FINDINGS,
        STATUSES,
        AGREEMENT_STATUSES,
    )
}

TABLES = MappingProxyType({name: _ALL[name] for name in [*_FIRST, *(name for name in _ALL if name not in _FIRST)]})
"""Name → table."""

LEFT_OUT = {"extensions": "Anything of the coder's own, which has no fixed shape."}
"""Fields of a record that are in no table, and why."""
