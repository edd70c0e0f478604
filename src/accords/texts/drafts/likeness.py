"""Whether two English words are forms of one, by their endings; too few are found alike rather than too many."""

from __future__ import annotations

import re

__all__ = ["alike", "stem"]

_ENDINGS = ("ational", "ations", "ation", "ings", "ing", "ied", "ies", "ment", "ed", "es", "’s", "'s", "s", "e", "y")

_WHOLE = frozenset(("no", "nor", "not", "none"))
"""Words of which nothing else is a form."""

_IRREGULAR = {
    form: verb
    for verb, forms in {
        "begin": "began begun", "bring": "brought", "build": "built", "buy": "bought", "choose": "chose chosen",
        "draw": "drew drawn", "give": "gave given", "hold": "held", "keep": "kept", "lend": "lent", "make": "made",
        "meet": "met", "pay": "paid", "rebuild": "rebuilt", "repay": "repaid", "sell": "sold", "send": "sent",
        "take": "took taken", "withdraw": "withdrew withdrawn", "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip


def stem(word: str) -> str:
    """``word`` in small letters without what forms of a word differ by."""
    plain = word.casefold()
    plain = _IRREGULAR.get(plain, plain)
    if plain in _WHOLE:
        return f"{plain}."
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain.removesuffix(ending)
            break
    plain = plain[:-1] if len(plain) > 3 and plain[-1] in "eiy" else plain
    return plain[:-1] if len(plain) > 3 and re.search(r"([bdfgmnprt])\1$", plain) else plain


def alike(one: str, other: str) -> bool:
    """Whether both are forms of one word."""
    return stem(one) == stem(other)
