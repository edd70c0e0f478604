"""What was probably meant: the nearest legal word, if one is near enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["nearest", "slug_of"]

_ALIASES = {
    "article": "clause",
    "best_efforts": "endeavour",
    "by": "due",
    "country": "polity",
    "breach": "obligation",
    "creditor": "owed_to_ids",
    "date": "when",
    "deadline": "due",
    "debtor": "obligor_ids",
    "description": "action",
    "either": "any",
    "endeavor": "endeavour",
    "mediators": "third_parties",
    "obligors": "obligor_ids",
    "obligor": "obligor_ids",
    "organization": "international_organisation",
    "quote": "as_written",
    "represents": "acts_for_id",
    "shall": "must",
    "shall_not": "must_not",
    "signature": "conclusion",
    "signing": "conclusion",
    "state": "polity",
    "treaty": "agreement_text",
    "type": "kind",
    "version": "accords_version",
}
"""What people write → what the format calls it."""


def nearest(word: str, legal: Iterable[str]) -> str | None:
    """The one of ``legal`` that ``word`` most likely stands for, or None where none is near.

    Spelling, singular for plural, and common other names for the same thing are looked through. Only
    members of ``legal`` are ever answered.
    """
    names = sorted(set(legal))
    if len(word) > 100:
        return None
    folded = word.strip().lower().replace("-", "_").replace(" ", "_")
    by_folded = {name.replace("-", "_"): name for name in names}
    for form in (
        folded,
        f"{folded}s",
        f"{folded}_id",
        f"{folded}_ids",
        folded.removesuffix("s"),
        f"{folded.removesuffix('s')}_ids",
        f"{folded.removesuffix('_id')}_ids",
    ):
        if form in by_folded:
            return by_folded[form]
    aliases = {alias: name for alias, name in _ALIASES.items() if name in names}
    close = get_close_matches(folded, [*by_folded, *aliases], n=1, cutoff=0.72)
    if not close:
        return None
    return by_folded.get(close[0]) or aliases[close[0]]


def slug_of(text: str) -> str | None:
    """The nearest id to ``text``: accents dropped, other signs as single hyphens."""
    plain = unicodedata.normalize("NFKD", text).lower()
    kept = re.sub(r"[^a-z0-9._-]+", "-", "".join(one for one in plain if not unicodedata.combining(one)))
    slug = re.sub(r"([._-])[._-]+", r"\1", kept).strip("._-")[:100].rstrip("._-")
    return slug or None
