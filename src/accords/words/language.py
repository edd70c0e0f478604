"""A language is a table of phrases. Which one is spoken is said where something is asked for, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from attrs import field, frozen

from accords.words.english.records import PHRASES

__all__ = ["ENGLISH", "Language", "in_language", "spoken"]


_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def _one_or_many(count: int) -> int:
    return 0 if count == 1 else 1


@frozen(kw_only=True)
class Language:
    """The phrases in which people read what this library says, by key; the table of English has every key.

    ``tag`` is the language in BCP 47. A phrase that depends on a number has its forms parted by bars, and ``form``
    tells the place of the form for a number, from 0; a phrase with fewer forms gives its last one. Names in braces
    are filled in, with what comes from a record too, which is never read as a phrase.
    """

    tag: str
    phrases: Mapping[str, str] = field(eq=False, repr=False)
    form: Callable[[int], int] = field(default=_one_or_many, eq=False, repr=False)


ENGLISH = Language(tag="en", phrases=PHRASES)
"""The language in which everything is said where no other is asked for."""

_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def in_language(function: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """Let everything that ``function`` has to say be said in its argument ``language``, which is given by name.

    For the functions that users call. One that is called by another and is given no language speaks as that one
    does. What a function returns has to be whole: a generator would go on in another language.
    """

    @wraps(function)
    def speaking(*args: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        language = named.get("language")
        if language is None:
            return function(*args, **named)
        if not isinstance(language, Language):
            raise TypeError(f"expected a Language, not {type(language).__name__} {language!r:.64}")
        token = _SPOKEN.set(language)
        try:
            return function(*args, **named)
        finally:
            _SPOKEN.reset(token)

    return speaking


def spoken() -> Language:
    """The language that is asked for."""
    return _SPOKEN.get()
