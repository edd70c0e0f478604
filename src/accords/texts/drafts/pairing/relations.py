"""Small words such as “to” and “from” with what they stand before: they turn round what is done to whom and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from accords.texts.drafts.figures import dates_in
from accords.texts.drafts.likeness import stem
from accords.texts.drafts.unsaid import TELLING_NOTHING

__all__ = ["relations_of", "tellings_of", "turned_relations"]

_RELATIONS = frozenset(
    re.findall(
        r"\w+",
        "to from into onto in on at by for with without out off up down over under above below against about across "
        "along around through toward towards near behind beside beyond inside outside after before between among as",
    )
)
_SAME = {"towards": "to", "toward": "to", "into": "to", "onto": "on"}
_BOUNDS = re.compile(
    r"\b(?:at (?:least|most)|up to|(?:not?|never) (?:more|less|fewer|later|earlier) than|as (?:well as|far as|much as)"
    r"|in (?:all|total)|by (?:now|then)|for (?:ever|good))\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b([A-Z][\w’'-]*)\s+with\b")
"""Behind whom “with” leaves what is given as it is: “supply Ruritania with wire”."""
_AND_TO = re.compile(r"\s(?:and|or)\s+to\s+(?=[a-z])")
"""Before another verb."""
_WORD = re.compile(r"\w[\w’'-]*|[,;:.…]")


def tellings_of(text: str) -> Iterator[str]:
    """The words of ``text`` that tell something, without its dates."""
    for word, _ in _words_with_relations(text, ()):
        yield word


def relations_of(text: str, stops: Collection[str] = ()) -> dict[str, set[str]]:
    """Stem of each word that tells something → the small words that stand before it, none for the empty one.

    Behind one of the ``stops``, which are stems, nothing goes on to the next word.
    """
    found: dict[str, set[str]] = {}
    for word, relation in _words_with_relations(text, stops):
        found.setdefault(stem(word), set()).add(relation)
    return found


def _words_with_relations(text: str, stops: Collection[str]) -> Iterator[tuple[str, str]]:
    relation = ""
    for word in _WORD.findall(_AND_TO.sub(" and ", _GIVEN.sub(r"\1 ; ", _BOUNDS.sub(" ", _undated(text))))):
        plain: str = word.casefold()
        if plain in _RELATIONS:
            relation = _SAME.get(plain, plain)
        elif plain in ",;:.…":
            relation = ""
        elif plain not in TELLING_NOTHING:
            yield word, relation
            if stem(plain) in stops:
                relation = ""


def _undated(text: str) -> str:
    for each in reversed(dates_in(text)):
        if each.month is not None:
            text = f"{text[: each.start]} ; {text[each.end :]}"
    return text


def turned_relations(words: str, text: str, more: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Words of a row, and of its text, that stand before the same word and are not the same: “to Varn”, “from Varn”.

    ``more`` are other words that the row has, in whatever field. With what the words begin is left out: it is a verb.
    """
    stops = {stem(word) for text in (words, *more) for word in tellings_of(text)}
    there = relations_of(text, stops)
    for word, relation in tuple(_words_with_relations(words, stops))[1:]:
        stated = there.get(stem(word), {relation})
        if relation not in stated:
            yield f"{relation} {word}".strip(), " / ".join(sorted(f"{each} {word}".strip() for each in stated))
