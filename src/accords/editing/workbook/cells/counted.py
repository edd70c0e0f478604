"""Amounts as people write them, and as a cell holds them: ``up to 40 boats``, ``5%``, ``200,000``."""

from __future__ import annotations

import re

from accords.codec.notation import figure_of

__all__ = ["amount_in_figures", "counted_line", "doubtful_point", "why_not_counted"]

_NUMBER = r"(?:[0-9][0-9,. ]*[0-9]|[0-9]|[a-z]+)"
_SAID = re.compile(
    r"\s*(?P<limit>at least|min\.?|minimum(?: of)?|at most|max\.?|maximum(?: of)?|up to|no more than|not more than"
    r"|no fewer than|not less than|no less than|about|between)?\s*"
    rf"(?P<first>{_NUMBER})(?:\s*(?P<join>[-–]|\bto\b|\band\b)\s*(?P<last>{_NUMBER}))?(?P<percent>\s*%)?"
    r"(?:\s+(?P<what>\S.*?))?\s*",
    re.IGNORECASE,
)
_MOST = ("at most", "up to", "no more than", "not more than", "max", "max.", "maximum", "maximum of")
_DOZEN = re.compile(r"(?P<times>[a-z0-9]+)\s+(?P<of>dozen|hundred|thousand|million)(?:\s+of)?\b", re.IGNORECASE)
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_VAGUE = re.compile(
    r"(?:dozens?|scores?|hundreds?|thousands?|millions?|billions?|couple|pair|few|handful|half|halves|thirds?|quarters?|"
    r"number|lot|lots|majority|part|and|point|more|less|or|than)\b",
    re.IGNORECASE,
)
"""What makes another number of the one before it, so that neither is known."""
_UNIT = re.compile(r"\S*(?:/|²|³|[0-9])\S*|kg|g|t|km|m|cm|mm|ha|l|mwh|kwh|gwh|mw|kw", re.IGNORECASE)

_MEASURED = re.compile(
    r"(?P<unit>(?:metric )?(?:ton(?:ne)?s?|kilo(?:gram(?:me)?)?s?|litres?|liters?|barrels?|hectares?"
    r"|(?:cubic |square )?(?:kilo)?met(?:re|er)s?|(?:mega|giga|kilo)watt[- ]hours?)(?= of )"
    rf"|{_UNIT.pattern})(?: of)? (?P<of>[^\W\d].*)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:\band|\bor|,)\s+[0-9]", re.IGNORECASE)
_TIMED = re.compile(r"\bat the (?:latest|earliest|end|beginning)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:at (?:least|most)|or (?:more|less|fewer))\s*\Z", re.IGNORECASE)
_LIMITED = re.compile(
    r"\s*(more than|over|less than|fewer than|under|about|around|some|nearly|almost)\s+\S", re.IGNORECASE
)


def why_not_counted(text: str) -> str | None:
    """What to do about an amount with a word that no figure says; None where there is no such word."""
    timed = _TIMED.search(text)
    if timed is not None:
        return f"“{timed[0]}” is no part of what is counted: by when stands in a column of its own"
    found = _LIMITED.match(text)
    if found is None:
        return None
    word = found[1].lower()
    if word in ("more than", "over", "less than", "fewer than", "under"):
        end = "least that is enough" if word in ("more than", "over") else "most that is allowed"
        sign = "at_least" if word in ("more than", "over") else "at_most"
        return f"“{word}” goes beyond the figure: of what is counted in ones, write the {end} behind {sign}"
    return f"“{word}” is no figure: write what the source leaves possible behind at_least and at_most"


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


def _multiplied(found: re.Match[str]) -> str:
    """``a dozen`` as a number in figures; as it is where there is none."""
    times = amount_in_figures(found["times"])
    return str(int(times) * _TIMES[found["of"].lower()]) if times is not None and times.isdigit() else found[0]


def doubtful_point(text: str) -> tuple[str, str] | None:
    """Both readings of a number with three digits behind its point, which may be thousands; None of any other."""
    found = re.fullmatch(r"\s*([1-9][0-9]{0,2})\.([0-9]{3})\s*", text)
    return None if found is None else (found[1] + found[2], f"{found[1]}.{found[2]}".rstrip("0").rstrip("."))


def counted_line(text: str, *, amount: bool) -> tuple[str, bool] | None:
    """The line for an amount, and whether it lacks of what: then it has boats, for an example."""
    found = _SAID.fullmatch(_DOZEN.sub(_multiplied, text, count=1))
    first = amount_in_figures(found["first"]) if found is not None else None
    if found is None or first is None:
        return None
    last = amount_in_figures(found["last"]) if found["last"] else None
    between = (found["limit"] or "").lower() == "between"
    if (found["last"] and last is None) or between is not ((found["join"] or "").lower() == "and"):
        return None
    limit = (found["limit"] or "").lower()
    if last is not None:
        told = f"at_least: {first} | at_most: {last}"
    elif limit in _MOST:
        told = f"at_most: {first}"
    else:
        told = f"amount: {first}" if amount and not limit else f"at_least: {first}"
    what = (found["what"] or "").removeprefix("of ").strip()
    if limit == "about" or any((_VAGUE.match(what), *(each.search(what) for each in (_ANOTHER, _TIMED, _BEHIND)))):
        return None
    measured = _MEASURED.fullmatch(what)
    if measured is not None and not found["percent"]:
        return f"measure: {measured['of']} | unit: {measured['unit']} | {told}", False
    if found["percent"]:
        return f"measure: {what or _EXAMPLE} | unit: % | {told}", not what
    if not what or _UNIT.fullmatch(what):
        unit = f" | unit: {what}" if what else ""
        return f"measure: {_EXAMPLE}{unit} | {told}", True
    return f"measure: {what} | {told}", False


_EXAMPLE = "boats"
