"""Phrases of the catalogue with their parts filled in, and lists inside sentences."""

from __future__ import annotations

from collections.abc import Sequence

from accords.vocabulary import Vocabulary
from accords.words.catalogue import PHRASES

__all__ = ["counted", "joined", "say", "word"]


def say(key: str, **parts: object) -> str:
    """The phrase ``key`` with ``parts`` filled in; parts may hold any text and are never read as phrases.

    Raises KeyError for a phrase that is not in the catalogue or a part that it asks for and is not given.
    """
    return PHRASES[key].format_map(parts)


def counted(key: str, count: int, **parts: object) -> str:
    """The phrase ``key`` for ``count`` things: the part before its bar for one, else the part after it."""
    one, _, many = PHRASES[key].partition("|")
    return (one if count == 1 or not many else many).format_map({"count": count, **parts})


def word(member: Vocabulary) -> str:
    """How people read a member of one of the closed lists: ``must not`` for ``must_not``."""
    return PHRASES[f"{type(member).__name__.lower()}.{member.value}"]


def joined(items: Sequence[str], by: str = "and") -> str:
    """``items`` as a list in a sentence: ``a, b and c``, or with ``by="or"`` ``a, b or c``."""
    if len(items) < 2:
        return "".join(items)
    return say(by, first=say("comma").join(items[:-1]), last=items[-1])
