"""What was probably meant: the nearest legal word, if one is near enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from itertools import chain, count

__all__ = ["UnknownIdError", "free_id", "is_clear", "nearest", "numbered", "refuse_unknown_id", "slug_of"]


class UnknownIdError(KeyError, ValueError):
    """Nothing of its kind has this id. As a string, one sentence with the ids that come near it.

    It is a KeyError, as of any look-up, and a ValueError, as of any argument that cannot be.
    """

    id: str
    """The id that was given."""
    near: tuple[str, ...]
    """Up to three ids that come near it, the nearest first."""

    def __init__(self, id: object, noun: str, known: Iterable[str] = ()) -> None:
        names = list(dict.fromkeys(known))
        super().__init__(id, noun, names)
        self.id = str(id)
        best = nearest(self.id, names)
        close = get_close_matches(self.id, names, n=3, cutoff=0.6) if len(self.id) <= _LONGEST else []
        self.near = tuple(dict.fromkeys([*((best,) if best else ()), *close]))[:3]
        more = " …" if len(names) > _MOST_NAMED else ""
        there = f"there are {', '.join(names[:_MOST_NAMED])}{more}" if names else "there is none at all"
        advice = f"did you mean {' or '.join(self.near)}?" if self.near else there
        self._sentence = f"no {noun} has the id {self.id[:_LONGEST]!r}; {advice}"

    def __str__(self) -> str:
        """The sentence for a person."""
        return self._sentence


def refuse_unknown_id(id: object, noun: str, known: Iterable[str]) -> None:
    """Raise UnknownIdError for an id that no ``noun`` has, and TypeError for what is no id at all."""
    if not isinstance(id, str):
        raise TypeError(f"expected the id of the {noun}, not {type(id).__name__} {id!r:.64}")
    names = tuple(known)
    if id not in names:
        raise UnknownIdError(id, noun, names)


_LONGEST = 100
"""No id has more letters."""
_MOST_NAMED = 8

_ALIASES = {
    "article": "clause",
    "best_efforts": "endeavour",
    "by": "due",
    "country": "polity",
    "breach": "obligation",
    "commitments": "obligations",
    "creditor": "owed_to_ids",
    "date": "when",
    "days": "duration",
    "deadline": "due",
    "debtor": "obligor_ids",
    "description": "action",
    "duties": "obligations",
    "either": "any",
    "endeavor": "endeavour",
    "mediators": "third_parties",
    "obligors": "obligor_ids",
    "obligor": "obligor_ids",
    "organization": "international_organisation",
    "participants": "actors",
    "people": "actors",
    "quote": "as_written",
    "represents": "acts_for",
    "shall": "must",
    "shall_not": "must_not",
    "signatories": "parties",
    "signature": "conclusion",
    "signing": "conclusion",
    "state": "polity",
    "treaty": "agreement_text",
    "type": "kind",
    "version": "accords_version",
}
"""What people write → what the format calls it."""

_LOOSE = frozenset(
    {
        "breach",
        "by",
        "date",
        "days",
        "description",
        "either",
        "participants",
        "people",
        "represents",
        "signatories",
        "signature",
        "signing",
    }
)
"""Those of them that may also mean something else: good for a question, not for a change unasked."""

_SHORTEST = 4
"""A part of a name with fewer letters is no slip for another such part: "pm" and "fm" are two offices."""


def nearest(word: str, legal: Iterable[str]) -> str | None:
    """The one of ``legal`` that ``word`` most likely stands for, or None where none is near.

    Spelling, singular for plural, and common other names for the same thing are looked through. Only
    members of ``legal`` are ever answered.
    """
    names = sorted(set(legal))
    if len(word) > _LONGEST:
        return None
    folded = _folded(word)
    by_folded = {name.replace("-", "_"): name for name in names}
    for form in _forms(folded):
        if form in by_folded:
            return by_folded[form]
    aliases = {alias: name for alias, name in _ALIASES.items() if name in names}
    close = get_close_matches(folded, [*by_folded, *aliases], n=1, cutoff=0.72)
    if not close:
        return None
    return by_folded.get(close[0]) or aliases[close[0]]


def is_clear(word: str, meant: str, legal: Iterable[str]) -> bool:
    """Whether ``word`` can hardly be anything but a slip for ``meant``, so that it may be replaced.

    It is where the two differ in letter case or separators only, in number, in a synonym of the format, or by
    a slip of the pen within a longer part of the name that nothing else in ``legal`` comes near. Digits have
    to be the same, and every part has to begin with the same letter: ``unofficial`` is no slip for ``official``,
    nor ``article-3`` for ``article-2``.
    """
    folded, others = _folded(word), {name for name in legal if name != meant}
    if any(_folded(name) == folded for name in others):
        return False
    if _folded(meant) in _forms(folded):
        return True
    if folded in _ALIASES and folded not in _LOOSE:
        return _ALIASES[folded] == meant
    spellings = {meant, *(alias for alias, name in _ALIASES.items() if name == meant and alias not in _LOOSE)}
    best = max((_likeness(folded, _folded(one)) for one in spellings), default=0.0)
    return best >= 0.8 and not any(_is_near(folded, others, best - 0.1))


def _is_near(folded: str, others: Iterable[str], least: float) -> Iterator[bool]:
    """For each of ``others`` whether it is more like ``folded`` than ``least``; what cannot be is seen at once."""
    matcher = SequenceMatcher(b=folded)
    for one in others:
        matcher.set_seq1(_folded(one))
        yield matcher.real_quick_ratio() > least and matcher.quick_ratio() > least and matcher.ratio() > least


def _likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; 0 where they differ in more than slips of the pen."""
    if one.replace("_", "") == other.replace("_", ""):
        return 1.0
    ours, theirs = re.split("[_.]", one), re.split("[_.]", other)
    different = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    for mine, its in different:
        is_short = min(len(mine), len(its)) < _SHORTEST
        if is_short or mine[0] != its[0] or re.sub("[^0-9]", "", mine) != re.sub("[^0-9]", "", its):
            return 0.0
        if SequenceMatcher(None, mine, its).ratio() < 0.75:
            return 0.0
    return SequenceMatcher(None, one, other).ratio() if len(ours) == len(theirs) else 0.0


def _folded(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def _forms(folded: str) -> Iterator[str]:
    """``folded`` itself, and what it would be in the other number or as a field for ids."""
    yield folded
    yield f"{folded}s"
    yield f"{folded.removesuffix('y')}ies"
    yield f"{folded}_id"
    yield f"{folded}_ids"
    yield folded.removesuffix("s")
    yield f"{folded.removesuffix('s')}_ids"
    yield f"{folded.removesuffix('_id')}_ids"


_LETTERS = str.maketrans(
    {
        **dict(zip("đðħıłøŧĸ", "ddhilotk", strict=True)),
        "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ŋ": "ng", "ə": "e", "ĳ": "ij",
        **dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", [
            "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
            "kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia",
        ], strict=True)),
        "ђ": "d", "є": "ie", "ѕ": "dz", "і": "i", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ґ": "g",
        "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ә": "a",
    }
)  # fmt: skip
"""Letters that are more than a Latin one with an accent: Latin as in print without them, Cyrillic as in passports."""


def slug_of(text: str) -> str | None:
    """The nearest id to ``text``: accents dropped, other letters in Latin ones, other signs as single hyphens.

    Cyrillic is written as in passports (ICAO Doc 9303), by one table for all languages. None where there is no id, or
    where letters of another script would be lost, so that only a piece of the name would be left.
    """
    plain = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    written = "".join(one for one in plain if not unicodedata.combining(one))
    if any(not one.isascii() and one.isalnum() and unicodedata.category(one) != "Lm" for one in written):
        return None
    kept = re.sub(r"[^a-z0-9._-]+", "-", written)
    slug = re.sub(r"([._-])[._-]+", r"\1", kept).strip("._-")[:100].rstrip("._-")
    return slug or None


def free_id(words: str, taken: Container[str], otherwise: str, longest: int = 90) -> str:
    """The nearest id to ``words``, or ``otherwise``, with a number behind it where it is among those ``taken``."""
    return numbered((slug_of(words) or otherwise)[:longest].rstrip("._-"), taken)


def numbered(stem: str, taken: Container[str]) -> str:
    """``stem``, or the first of ``stem-2``, ``stem-3`` and so on that is not ``taken``."""
    return next(made for made in chain((stem,), (f"{stem}-{number}" for number in count(2))) if made not in taken)
