"""Findings about duties and roles: who owes what to whom, and in which part."""

from __future__ import annotations

from accords.rules.rule import Rule

__all__ = ["DUTIES"]

DUTIES: tuple[Rule, ...] = ()
