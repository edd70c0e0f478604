"""Findings about accords itself."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["INTERNAL"]

_E = Severity.ERROR

INTERNAL = (
    Rule(
        "ACC901",
        "internal-fault",
        _E,
        "accords itself failed on this record.",
        "The record passed the schema and could not be read all the same: that is a fault of ours, not of the record.",
        "Please report it, with the record if you can share it.",
    ),
)
