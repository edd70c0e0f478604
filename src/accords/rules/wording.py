"""Findings about wording and neutrality: names, codes and words that take a side."""

from __future__ import annotations

from accords.rules.rule import Rule

__all__ = ["WORDING"]

WORDING: tuple[Rule, ...] = ()
