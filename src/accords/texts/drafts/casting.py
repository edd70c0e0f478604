"""Whether a sentence bears out who somebody is: a part in the agreement, for whom it acts, by which other names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import product

from accords.texts.drafts.cues import ASIDE

__all__ = ["ActsAs", "acts_as_said", "has_part", "is_office", "is_party", "is_same_name"]

_OFFICE = re.compile(
    r"(?<!\w)(?:envoy|ambassador|minister|president|premier|chancellor|secretary|secretariat|negotiator|delegate"
    r"|delegation|representative|plenipotentiary|spokes(?:man|woman|person)|king|queen|prince|princess|emperor|empress"
    r"|commissioner|commission|government|cabinet|ministry|consul|governor|head of state|chair\w*|attach[eé]|officials?"
    r"|mediator|director|commander|office|mission|monarch|council|court|committee|panel)(?:s?)(?!\w)",
    re.IGNORECASE,
)
_NOT_IN_OFFICE = re.compile(
    r"\b(?:opposition|oppositional|former\w*|ex-\w+|retired|rival\w*|critics?|ousted|exiled|late|shadow|would-be|not"
    r"|never|no longer|against)\b",
    re.IGNORECASE,
)
_BEHALF = r"(?:for|on behalf of|in the name of|representing|acting for|speaking for|of)"
_NEAR = 80


class ActsAs:
    """How far it is borne out that somebody acts for another."""

    STATED = "stated"
    INFERRED = "inferred"
    NOT = "not"


def acts_as_said(sentence: str, called: Iterable[str], whom: Iterable[str], others: Collection[str]) -> str:
    """How far ``sentence`` says that the one who is ``called`` so acts for ``whom``, and for none of ``others``.

    It is stated where a title stands between or beside both names (“Ruritania's envoy, Rassendyll”), and inferred
    where the sentence has a title beside the name and speaks of nobody else.
    """
    pairs = [(one, two) for one, two in product(called, whom) if _find(one, sentence) and _find(two, sentence)]
    if any(_is_beside(sentence, one, two, others) for one, two in pairs):
        return ActsAs.STATED
    names = [each for each in called if _find(each, sentence)]
    titled = any(_has_title(sentence, each) for each in names)
    is_spoken_of = any(_find(each, sentence) or _adjective(each, sentence) for each in whom)
    is_alone = not any(_find(each, sentence) or _adjective(each, sentence) for each in others)
    return ActsAs.INFERRED if titled and is_spoken_of and is_alone else ActsAs.NOT


def _is_beside(sentence: str, one: str, two: str, others: Collection[str]) -> bool:
    """Whether a title joins the name ``one`` to ``two``; behind a name that of another may stand in no title."""
    name, whom = re.escape(one), re.escape(two)
    title = r"(?P<title>[^,;:.()]{0,80}?)"
    before = (
        rf"(?<!\w){whom}[’']s?\s+{title},?\s+(?:[A-Z][\w’'-]*\s+){{0,5}}{name}(?!\w)",
        rf"(?<!\w){name},\s+{whom}[’']s?\s+{title}(?=[,;:.]|\s+(?:said|told)|$)",
    )
    behind = (
        rf"(?<!\w){name}\s*[,(]\s*(?:as\s+)?(?:the\s+|an?\s+)?{title}\s+{_BEHALF}\s+(?:the\s+)?{whom}(?!\w)",
        rf"(?<!\w)(?:the\s+)?{title}\s+of\s+(?:the\s+)?{whom},?\s+(?:[A-Z][\w’'-]*\s+){{0,5}}{name}(?!\w)",
    )
    titles = [match["title"] for form in before for match in re.finditer(form, sentence)]
    said = [match["title"] for form in behind for match in re.finditer(form, sentence)]
    titles += [title for title in said if not any(_find(each, title) for each in others)]
    return any(_is_title(title) for title in titles)


def _is_title(words: str) -> bool:
    return _OFFICE.search(words) is not None and _NOT_IN_OFFICE.search(words) is None


def _has_title(sentence: str, name: str) -> bool:
    """Whether the name has a title in it, or right before or behind it."""
    one = re.escape(name)
    before = re.search(rf"([^,;:.()]{{0,80}}?),?\s+((?:[A-Z][\w’'-]*\s+){{0,5}}){one}(?!\w)", sentence)
    behind = re.search(rf"(?<!\w){one}\s*[,(]\s*((?:(?!who|which|that\b)[\w’'-]+\s*){{1,6}})", sentence)
    titles = [name, *(match[1] for match in (behind,) if match)]
    if before is not None:
        last = re.search(rf"(?:[\w’'-]+\s+){{0,3}}{_OFFICE.pattern}$", before[1], re.IGNORECASE)
        titles += [before[2], last[0] if last else ""]
    return any(_is_title(title) for title in titles)


def is_office(sentence: str, name: str) -> bool:
    """Whether the name, or a title right beside it, is that of an office."""
    at = sentence.find(name)
    return at < 0 or _OFFICE.search(sentence[max(0, at - _NEAR) : at + len(name) + _NEAR]) is not None


def _find(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _adjective(name: str, text: str) -> bool:
    """Whether ``text`` has a word such as “Ruritanian” that is made of the name."""
    start = re.sub(r"[aeiouy]+$", "", name)
    return len(start) > 3 and re.search(rf"(?<!\w){re.escape(start)}[a-z]{{0,4}}(?!\w)", text) is not None


# ---- parts

_AGREES = (
    r"(?:agree[sd]?|announc\w+|sign(?:s|ed)|conclud\w+|reach(?:es|ed)|struck|strikes?|declar\w+|adopt\w*|made|make|met"
    r"|undertakes?|decided|resolved|initialled|shook|will|shall|must|may|is to|are to)"
)
_NOT = r"(?:not|never|no|neither|nor|den\w+|refus\w+|reject\w+|fail\w+)\b"
_ROLES = {
    "mediator": r"mediat\w*|broker\w*",
    "co_mediator": r"mediat\w*|broker\w*",
    "facilitator": r"facilitat\w*|good offices",
    "host": r"host\w*|held in|met in|in",
    "chair": r"chair\w*|presid\w*",
    "convenor": r"conven\w*|invit\w*|call(?:s|ed)? (?:the|a|both)",
    "witness": r"witness\w*|attest\w*|in the presence of",
    "guarantor": r"guarant\w*",
    "observer": r"observ\w*",
    "verifier": r"verif\w*|inspect\w*|certif\w*|confirm(?:s|ed)? (?:that|whether)",
    "monitor": r"monitor\w*|supervis\w*|watch(?:es|ed)? (?:over|that|whether)|report (?:on|whether|to)",
    "joint_body": r"joint\w*|mixed|set up|establish\w*|appoint\w*|compos\w*",
    "arbiter": r"arbit\w*|(?:settle|decide|rule on)\w*|dispute\w*|judg\w*",
    "depositary": r"deposit\w*",
    "security_provider": r"secur\w*|guard\w*|protect\w*|peacekeep\w*",
    "donor": r"donat\w*|donor\w*|pay\w*|paid|fund\w*|financ\w*|grant\w*",
    "supporter": r"support\w*|assist\w*|help\w*|back(?:s|ed|ing)?",
}
"""Role → the words of which one stands beside whoever has it."""


_NOT_TAKEN_UP = re.compile(
    rf"{ASIDE.pattern}|\b(?:volunteer\w*|declin\w+|ready|willing|invited|nominat\w+|candidate|appl(?:y|ies|ied)|begg\w+"
    r"|eager|keen|agreeable|tried|tries|trying|decided against|pretend\w*|mock|resign\w*|quit|hesitat\w+|free"
    r"|too|about|thinks?|thought|long(?:s|ed|ing)|dream\w*|yearn\w*|hoped|unfit|unable|able|slow|afraid|reluctant\w*"
    r"|instead|(?:was|were)(?: all)? to)\b",
    re.IGNORECASE,
)
"""What between a name and a part says that the part is offered, asked for or declined."""
_UNDONE = re.compile(
    r"\b(?:(?:was|were)(?: all)? to(?: have(?: been)?| be)?|nearly|almost|would have)\s+$", re.IGNORECASE
)
"""What before the word for a part says that it came to nothing, or was only to be."""
_ASKED = re.compile(
    r"\b(?:ask|invit|want|urg|begg|request|propos|nominat|reject|refus|declin|suggest|dismiss|press)\w*\s+"
    r"(?:that\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def is_party(sentence: str, called: Collection[str], listed: Iterable[str]) -> bool:
    """Whether the sentence says that the one who is ``called`` so, perhaps with others ``listed``, agrees to something.

    “Between one and another” says so too.
    """
    names = tuple(sorted({*listed, *called}, key=lambda name: (-len(name), name)))
    return any(_find(each, text) for each in called for text in _those_who_agree(sentence, names))


@lru_cache(maxsize=64)
def _those_who_agree(sentence: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """Every run of listed names of whom the sentence says that they agree to something."""
    every = "|".join(map(re.escape, listed))
    one = rf"(?:the\s+)?(?:[\w-]+\s+of\s+(?:the\s+)?){{0,2}}(?:{every})"
    names = rf"{one}(?:(?:\s*,\s*|\s+)(?:and\s+|or\s+|as well as\s+)?{one}){{0,30}}+"
    subject = rf"(?<!by )(?<!of )(?<!from )({names})\s*,?\s*(?:(?!{_NOT})\w+\s+){{0,2}}?{_AGREES}\b(?!\s+not\b)"
    between = rf"\b(?:between|among)\s+({names})"
    return tuple(match[1] for form in (subject, between) for match in re.finditer(form, sentence, re.IGNORECASE))


def has_part(sentence: str, called: Iterable[str], others: Iterable[str], role: str) -> bool:
    """Whether a word for the ``role`` stands near one of the names, and no other name between them."""
    words = _ROLES.get(role)
    if words is None:
        return False
    elsewhere = [each for each in others if _find(each, sentence)]
    for name in called:
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
            for word in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", sentence, re.IGNORECASE):
                low, high = sorted((place.span(), word.span()))
                is_near = high[0] - low[1] <= _NEAR and not _NOT_TAKEN_UP.search(sentence[low[1] : high[0]])
                is_near = is_near and not _ASKED.search(sentence[: place.start()])
                is_near = is_near and not _UNDONE.search(sentence[: word.start()])
                if is_near and not any(_find(each, sentence[low[1] : high[0]]) for each in elsewhere):
                    return True
    return False


# ---- names

_TITLES = frozenset(
    re.findall(
        r"\S+",
        "republic kingdom federation union state government people's democratic islamic of the and a an mr mrs ms dr "
        "sir lord lady president minister ambassador general commission",
    )
)


def is_same_name(name: str, other: str, text: str) -> bool:
    """Whether ``other`` is a short or long form of ``name``, its initials, or said in ``text`` to be the same."""
    one, two = ([word.casefold() for word in re.findall(r"[\w’'-]+", each)] for each in (name, other))
    told = {word for word in two if word not in ("the", "a", "an")}
    if told and (told <= set(one) or (set(one) <= told and told - set(one) <= _TITLES)):
        return True
    capitals = "".join(word[0] for word in re.findall(r"[\w’'-]+", name) if word[:1].isupper())
    if len(other) > 1 and re.sub(r"\W", "", other) == capitals:
        return True
    first, second = re.escape(name), re.escape(other)
    marked = r"[(\"“‘'„«]"
    return any(
        re.search(rf"(?<!\w){a}(?!\w),?\s*[(]?(?:[\w-]+,?\s+){{0,5}}?{marked}+(?:the\s+)?{b}(?!\w)", text)
        for a, b in ((first, second), (second, first))
    )
