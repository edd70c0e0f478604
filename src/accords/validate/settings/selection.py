"""Which rules a name or the beginning of a code stands for, and which of several names wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from accords.diagnostics import AccordsError
from accords.prose import quoted
from accords.rules import FAMILIES, RULES
from accords.suggest import nearest

__all__ = ["ALWAYS", "SettingsError", "codes_named", "is_chosen"]

ALWAYS = frozenset({"ACC012", "ACC901"})
"""Findings that cannot be left out: they say that a record was not looked at."""

_PREFIX = re.compile("ACC[0-9]{0,3}")
_LIKE_A_CODE = re.compile("[A-Z]{0,4}[0-9]")
_FAMILIES = frozenset(f"ACC{digit}" for digit in FAMILIES)


class SettingsError(AccordsError, ValueError):
    """A setting says something that it cannot say; the message tells what was probably meant."""


@lru_cache(maxsize=1024)
def codes_named(name: str) -> frozenset[str]:
    """The codes that ``name`` stands for: a code, the beginning of codes such as ``ACC2``, or the name of a rule.

    Raises SettingsError where it stands for none; a family without rules so far is one all the same.
    """
    upper = name.strip().upper()
    if _PREFIX.fullmatch(upper):
        codes = frozenset(code for code in RULES if code.startswith(upper))
    else:
        codes = frozenset(code for code, rule in RULES.items() if rule.name == name.strip().lower())
    if codes or upper in _FAMILIES:
        return codes
    meant = None if _LIKE_A_CODE.match(upper) else nearest(name, (rule.name for rule in RULES.values()))
    advice = f"did you mean {quoted(meant)}?" if meant else ""
    raise SettingsError(
        f"no rule is called {quoted(name)}, and no code begins so; {advice or '`accords rule` lists them'}"
    )


def is_chosen(code: str, select: Iterable[str], ignore: Iterable[str], never: Iterable[str] = ()) -> bool:
    """Whether the rule ``code`` counts: the longest name that covers it decides, and ``ignore`` in a draw.

    ``never`` leaves out whatever it covers, but for the findings that say that a record was not looked at.
    """
    if code in ALWAYS:
        return True
    if any(code in codes_named(name) for name in never):
        return False
    return _longest(code, select) > _longest(code, ignore)


def _longest(code: str, names: Iterable[str]) -> int:
    """How exactly the closest of ``names`` that covers ``code`` speaks of it; 0 where none does."""
    return max((_exactness(name) for name in names if code in codes_named(name)), default=0)


def _exactness(name: str) -> int:
    stripped = name.strip().upper()
    return len(stripped) if _PREFIX.fullmatch(stripped) else len("ACC000")
