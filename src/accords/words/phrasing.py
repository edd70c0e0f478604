"""Phrases of the catalogue with their parts filled in, and lists inside sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

from accords.vocabulary import Vocabulary
from accords.words.language import spoken

__all__ = ["counted", "few", "joined", "ordinal", "say", "word"]

_NAMED = 5
_IN_WORDS = 12
_Thing = TypeVar("_Thing")


def say(key: str, **parts: object) -> str:
    """The phrase ``key`` with ``parts`` filled in; parts may hold any text and are never read as phrases.

    Raises KeyError for a phrase that is not in the catalogue or a part that it asks for and is not given.
    """
    return spoken().phrases[key].format_map(parts)


def counted(key: str, count: int, **parts: object) -> str:
    """The phrase ``key`` in the form that goes with ``count`` things."""
    language = spoken()
    forms = language.phrases[key].split("|")
    return forms[min(language.form(count), len(forms) - 1)].format_map({"count": count, **parts})


def ordinal(number: int) -> str:
    """A number in an order, in words up to the twelfth: ``second``, ``13th``."""
    if number <= _IN_WORDS:
        return say(f"ordinal.word.{number}")
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return say(f"ordinal.{last if last in (1, 2, 3) else 'other'}", number=number)


def word(member: Vocabulary) -> str:
    """How people read a member of one of the closed lists: ``must not`` for ``must_not``."""
    return say(f"{type(member).__name__.lower()}.{member.value}")


def few(things: Iterable[_Thing], count: int) -> tuple[tuple[_Thing, ...], int]:
    """Which of ``count`` things a sentence names, and how many more there are: all of up to six, else the first five.

    A line that names hundreds is not read, and where each of hundreds of lines does, their length is squared.
    """
    named = count if count <= _NAMED + 1 else _NAMED
    return tuple(islice(things, named)), count - named


def joined(items: Sequence[str], by: str = "and", more: int = 0) -> str:
    """``items`` as a list: ``a, b and c``, with ``by="or"`` ``a, b or c``, with ``more`` ``a and 2 others``."""
    if more:
        items = [*items, counted("others", more)]
    if len(items) < 2:
        return "".join(items)
    return say(by, first=say("comma").join(items[:-1]), last=items[-1])
