"""Words that take a side, and words around them that say whose words they are. English only.

The lists are a choice of this project, kept short: a word stands here only where it all but always judges. Words of
charge (breach, violate, illegal) are those by which one side says that another did not keep its word. Labels for
people (terrorist) and for authorities (regime, so-called, self-proclaimed, puppet) are among those that handbooks of
news agencies ask to leave to whoever is quoted.
"""

from __future__ import annotations

import re

from accords.compiling import late

__all__ = ["ATTRIBUTED", "CHARGES", "LABELS", "LABEL_SIGNS", "STATUS_NAMES", "charge_in", "outside_names"]

CHARGES = late(
    r"\b(?=[bcfinruv])(?:breach(?:e[sd]|ing)?|violat(?:e[sd]?|ing|ions?)|infring(?:e[sd]?|ing|ements?)|contraven(?:e[sd]?|ing|tions?)"
    r"|illegal(?:ly)?|unlawful(?:ly)?|in defiance of|in disregard of|flout(?:s|ed|ing)?|reneg(?:e[sd]?|ing)"
    r"|non-?compliance|in bad faith)\b",
    re.IGNORECASE,
)
"""Words that charge somebody with a breach."""

_LABELS = {
    "so-called": "",
    "self-": "(?:proclaimed|declared|styled)",
    "puppet ": "(?:state|government|regime|republic)s?",
    "pseudo": "-?states?",
    "terrorist": "s?",
    "aggressor": "s?",
    "occupier": "s?",
    "invaders": "",
    "separatist": "s?",
    "breakaway": "",
    "renegade": "",
    "thugs": "",
    "bandits": "",
    "traitors": "",
    "fanatics": "",
}
"""How a label begins → what follows."""

LABELS = late(
    rf"\b(?:{'|'.join(first + rest for first, rest in _LABELS.items())})\b"
    r"|(?<=[a-z] )[A-Z]\w{1,40} regime\b|\bthe regime in [A-Z]\w",
)
"""Labels that judge those whom they name. A customs regime or a legal regime is none."""

LABEL_SIGNS = (*_LABELS, " regime")
"""One of these is in every text that has such a label."""

ATTRIBUTED = late(
    r"\b(?:said|says?|stat(?:es|ed|ing)|accus\w{1,9}|alleg\w{1,9}|claim(?:s|ed|ing)?|den(?:y|ies|ied)|complain\w{1,6}"
    r"|protest(?:s|ed|ing)?|according to|call(?:s|ed|ing)|describ\w{1,6}|f(?:ound|inds)|rul(?:es|ed|ing)"
    r"|report(?:s|ed|ing)?|condemn\w{1,6}|criticis\w{1,6}|named|listed as|designated|whether)\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells that it gives the words of somebody."""

STATUS_NAMES = late(
    r"^(?:the )?(?:[A-Z][\w'-]{1,30} ){0,3}"
    r"(?:Republic|Kingdom|State|Emirate|Sultanate|Principality|Province)(?: of\b|$)",
    re.IGNORECASE,
)
"""Names that say what their bearer is: Republic of ..., Province of ..."""


def charge_in(text: str) -> str | None:
    """The word of ``text`` that charges somebody with a breach; None where it says whose charge that is."""
    found = outside_names(CHARGES, text)
    return found if found is not None and ATTRIBUTED.search(text) is None else None


def outside_names(words: re.Pattern[str], text: str) -> str | None:
    """The first match that is no part of a name, as "Violations" is in the name of a commission."""
    for found in words.finditer(text):
        if found.start() == 0 or not found[0][0].isupper():
            return found[0]
    return None
