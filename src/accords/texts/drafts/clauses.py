"""Who is to do what, and how strictly: read where name, modal word and verb stand side by side in a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from accords.texts.drafts.likeness import alike
from accords.vocabulary import Modality

__all__ = ["Clause", "Modal", "clause_of", "modals_in", "performs", "verb_of"]

_KINDS: dict[str, frozenset[Modality]] = {
    "nothing": frozenset(),
    "may": frozenset({Modality.MAY}),
    "refrain": frozenset({Modality.MUST_NOT}),
    "must_not": frozenset({Modality.MUST_NOT}),
    "endeavour": frozenset({Modality.ENDEAVOUR}),
    "must": frozenset({Modality.MUST}),
    "declares": frozenset({Modality.DECLARES}),
}
_SHALL = r"(?:shall|must|will)"
_BE = r"(?:is|are|shall be|will be|must be)"
_ITSELF = r"(?:\s+(?:itself|themselves))"
_TO = rf"(?:undert(?:akes?|ook)|agree[sd]?|pledge[sd]?{_ITSELF}?|commits?{_ITSELF}?|committed{_ITSELF}|promise[sd]?)"
_BOUND = r"(?:obliged|required|bound)"
_FREE = r"(?:entitled|free|permitted|allowed|authori[sz]ed|empowered)"
_PHRASES = {
    "nothing": rf"would|could|might|need not|{_BE} not {_BOUND} to|shall not be {_BOUND} to|should not",
    "may": rf"(?:{_SHALL} have|has|have) the right to|{_BE} {_FREE} to|reserves? the right to|may(?! not\b)"
    r"|can(?! ?not\b)",
    "refrain": rf"(?:{_SHALL}|{_TO} to) (?:refrain|abstain|desist) from",
    "must_not": rf"(?:{_SHALL}|may|can) (?:not|never|in no (?:case|event|way))(?: be {_FREE} to)?|cannot"
    rf"|{_TO} (?:not|never) to|(?:is|are) not (?:{_FREE} )?to|{_BE} (?:prohibited|forbidden|barred|banned) from",
    "endeavour": rf"(?:{_SHALL}|{_TO} to) (?:make|use) (?:every|all|its best|their best|best)(?: \w+)? efforts? to"
    rf"|(?:{_SHALL} |{_TO} to )?(?:endeavou?rs?|strives?|seeks?|tr(?:y|ies)|attempts?|aims?) to|should",
    "must": rf"{_BE} {_BOUND} to|(?:is|are) under an? (?:\w+ )?(?:duty|obligation) to|{_TO} to|{_SHALL}"
    r"|(?:is|are|has|have) to",
    "declares": r"recogni[sz]es?|confirms?|declares?|acknowledges?|(?:re)?affirms?|notes?|understands?|considers?"
    r"|agrees? that|welcomes?|holds?",
}
_MODAL = re.compile(
    "|".join(f"(?P<{kind}>\\b(?:{words})\\b)".replace(" ", r"\s+") for kind, words in _PHRASES.items()),
    re.IGNORECASE,
)
_ADVERB = (
    r"(?:jointly|promptly|immediately|hereby|also|therefore|likewise|each|both|all|then|thereafter|further|forthwith"
    r"|mutually|itself|themselves|respectively|solemnly|fully|freely|equally|either|safely|at once|at all times)"
)
_DETERMINER = (
    r"(?i:(?:each|all|any|both|every one|either) of (?:the|its|their)|the|an?|any|each|every|both|all|its|their)"
)
_JOIN = r"\s*+(?:,\s*+(?:(?:and|or)\b\s*+)?|(?:and|or|as well as)\b\s*+)(?:also\s++)?"
_SIDES = r"(?:part(?:y|ies)|sides?|governments?|countries|states|signatories)"
_ALL = rf"(?:both|neither|either|the two|each|each of the(?: two)?|all(?: the)?|the)\s+(?:contracting\s+)?{_SIDES}"
_TWO = re.compile(r"^(?:both|neither|either|the two|each of the two)\b", re.IGNORECASE)
_NEITHER = re.compile(r"\bneither\s+(?:of the\s+)?(?:contracting\s+)?\w+\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w[\w’'-]*")
_SUBORDINATE = re.compile(r"\b(?:that|who|whom|whose|which|whether|if|lest)\b", re.IGNORECASE)
_ASIDE = re.compile(r"^\s*,[^,]*,")


_MOST = 30
"""How many more than one may bear a duty together, by name."""
_NEAR = 500
"""How far before a modal word names are looked for, in characters."""


@frozen
class Modal:
    """A word or phrase that makes a duty, where it stands, and which modalities it supports; none where it frees."""

    words: str
    start: int
    end: int
    supports: frozenset[Modality]


@frozen
class Clause:
    """A modal word with the names right before it, all that the sentence says before those, and what follows it."""

    modal: Modal
    names: frozenset[str]
    lead: str
    bearers: str
    rest: str


def modals_in(text: str) -> tuple[Modal, ...]:
    """Every modal word of ``text``; the month of May is none."""
    return tuple(
        Modal(match[0], match.start(), match.end(), _KINDS[match.lastgroup or "nothing"])
        for match in _MODAL.finditer(text)
        if match[0] != "May"
    )


def clause_of(
    sentence: str,
    quoted: tuple[int, int],
    who: tuple[str, ...],
    called: Mapping[str, tuple[str, ...]],
    sides: Iterable[str],
) -> Clause | None:
    """The first clause in the quoted part whose modal word stands right behind all of ``who``, and nobody else.

    ``called`` has what the text calls everybody; ``sides`` are the parties, who may be meant by “both parties”.
    """
    for modal in modals_in(sentence):
        if quoted[0] <= modal.start and modal.end <= quoted[1]:
            skipped = max(0, modal.start - _NEAR)
            found = _bearers(sentence[skipped : modal.start], called, tuple(sides))
            if found is not None and found[0] == frozenset(who):
                meant = _of_neither(modal) if _NEITHER.search(sentence[: modal.start]) else modal
                start = skipped + found[1]
                told = sentence[:start], sentence[start : modal.start], sentence[modal.end : quoted[1]]
                return Clause(meant, found[0], *told)
    return None


def _of_neither(modal: Modal) -> Modal:
    """“Neither side may” forbids what “may” allows and “shall” asks for; a second negation leaves nothing clear."""
    plain = modal.supports in (_KINDS["may"], _KINDS["must"])
    return evolve(modal, supports=_KINDS["must_not"] if plain else frozenset())


def _bearers(
    before: str, called: Mapping[str, tuple[str, ...]], sides: tuple[str, ...]
) -> tuple[frozenset[str], int] | None:
    """Who stands at the end of ``before``, and where that begins."""
    small = before.casefold()
    called = {name: tuple(each for each in every if each.casefold() in small) for name, every in called.items()}
    names = sorted((each for every in called.values() for each in every), key=len, reverse=True)
    one = "|".join(map(_named, names))
    group = rf"(?:{_DETERMINER}\s+)?(?:{one})"
    behind = rf"\s*+,?(?:\s*+{_ADVERB}\b)*+\s*+$"
    listed = re.search(rf"(?<![\w’'-])({group}(?:{_JOIN}{group}){{0,{_MOST}}}){behind}", before) if one else None
    if (
        listed is not None
        and (last := _BEHIND_ANOTHER.search(before, 0, listed.end(1)))
        and last.end() > listed.start()
    ):
        listed = re.compile(rf"({group}){behind}").match(before, last.end()) or listed
    if listed is not None:
        said = {name for name, each in called.items() if any(_stands(call, listed[1]) for call in each)}
        return frozenset(_longest(said, listed[1], called)), listed.start()
    everybody = re.search(rf"(?<!\w)({_ALL})(?:\s++{_ADVERB}\b)*+\s*+$", before, re.IGNORECASE)
    if everybody is not None and len(sides) > 1 and (len(sides) == 2 or not _TWO.match(everybody[1])):
        return frozenset(sides), everybody.start()
    return None


_BEHIND_ANOTHER = re.compile(
    r"\b(?:shall|must|will|may)\b[^,;.]*\b(?:by|to|from|with|for|of)\s+(?:the\s+)?[^,;.]*,\s+(?:and|or)\s+",
    re.IGNORECASE,
)
"""A clause of its own before the last of the names, that ends with the one before: “shall be mended by one, and”."""


def _longest(said: set[str], text: str, called: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """Those of whom a name still stands in ``text`` when all longer names are taken out of it."""
    pairs = sorted(((call, name) for name in said for call in called[name]), key=lambda pair: -len(pair[0]))
    for call, name in pairs:
        shorter = re.sub(rf"(?<!\w){_named(call)}(?!\w)", " ", text)
        if shorter != text:
            yield name
        text = shorter


def _named(name: str) -> str:
    first = name[:1]
    return (f"[{first.upper()}{first.lower()}]" if first.isalpha() else re.escape(first)) + re.escape(name[1:])


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){_named(name)}(?!\w)", text) is not None


def verb_of(action: str) -> str:
    """The first word of ``action`` that is no adverb, in small letters."""
    return next((word for word in _WORD.findall(action) if not re.fullmatch(_ADVERB, word, re.I)), "").casefold()


def performs(action: str, rest: str, is_owned: bool) -> bool:
    """Whether ``rest``, behind a modal word, begins with the verb of ``action``, or has it behind “and”.

    Where nobody ``is_owned`` to be the bearer, “be done” is as good as “do”.
    """
    verb = verb_of(action)
    plain = re.sub(rf"^(?:\s*,?\s*{_ADVERB}\b)+", "", _ASIDE.sub(" ", rest), flags=re.IGNORECASE)
    first = [word.casefold() for word in _WORD.findall(plain)[:4]]
    if not first or not verb:
        return False
    if first[0] == verb or (verb == "be" and first[0] == "is"):
        return True
    if not is_owned and first[0] in ("be", "also") and any(alike(word, verb) for word in first[1:3]):
        return True
    if first[0].endswith("ing") and alike(first[0], verb):
        return True
    return any(
        not _SUBORDINATE.search(plain[: match.start()])
        for match in re.finditer(
            rf"(?:,|\b(?:and|or))\s+(?:(?:shall|must|will|may)\s+)?(?:{_ADVERB}\s+)?{re.escape(verb)}\b", plain, re.I
        )
    )
