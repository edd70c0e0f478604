"""Amounts as people write them, and as a cell holds them: ``up to 40 boats``, ``5%``, ``200,000``."""

from __future__ import annotations

import re

from accords.codec.notation import figure_of

__all__ = ["amount_in_figures", "counted_line"]

_NUMBER = r"(?:[0-9][0-9,. ]*[0-9]|[0-9]|[a-z]+)"
_SAID = re.compile(
    rf"\s*(?P<limit>at least|at most|up to|no more than|not more than|no fewer than|not less than|about)?\s*"
    rf"(?P<first>{_NUMBER})(?:\s*(?:-|–|to)\s*(?P<last>{_NUMBER}))?(?P<percent>\s*%)?(?:\s+(?P<what>\S.*?))?\s*",
    re.IGNORECASE,
)
_MOST = ("at most", "up to", "no more than", "not more than")
_UNIT = re.compile(r"\S*(?:/|²|³|[0-9])\S*|kg|g|t|km|m|cm|mm|ha|l|mwh|kwh|gwh|mw|kw", re.IGNORECASE)


def amount_in_figures(text: str) -> str | None:
    """A number in figures, with a point before tenths, of one in words or with signs between thousands."""
    plain = text.strip().lower()
    word = figure_of(plain)
    if word is not None:
        return str(word)
    if re.fullmatch(r"[0-9]{1,3}(?:[,. ][0-9]{3})+", plain):
        return re.sub("[^0-9]", "", plain) if not re.fullmatch(r"[0-9]+\.[0-9]{3}", plain) else plain
    if re.fullmatch(r"[0-9]+,[0-9]+", plain):
        return plain.replace(",", ".")
    return plain if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain) else None


def counted_line(text: str, *, amount: bool) -> tuple[str, bool] | None:
    """The line for an amount, and whether it lacks of what: then it has boats, for an example."""
    found = _SAID.fullmatch(text)
    first = amount_in_figures(found["first"]) if found is not None else None
    if found is None or first is None:
        return None
    last = amount_in_figures(found["last"]) if found["last"] else None
    if found["last"] and last is None:
        return None
    limit = (found["limit"] or "").lower()
    if last is not None:
        told = f"at_least: {first} | at_most: {last}"
    elif limit in _MOST:
        told = f"at_most: {first}"
    else:
        told = f"amount: {first}" if amount and not limit else f"at_least: {first}"
    what = (found["what"] or "").removeprefix("of ").strip()
    if found["percent"]:
        return f"measure: {what or _EXAMPLE} | unit: % | {told}", not what
    if not what or _UNIT.fullmatch(what):
        unit = f" | unit: {what}" if what else ""
        return f"measure: {_EXAMPLE}{unit} | {told}", True
    return f"measure: {what} | {told}", False


_EXAMPLE = "boats"
