"""The one scanner of JSON text: every name and value with its offsets, or the first fault.

It accepts exactly what `json.loads` accepts, NaN and Infinity included. It never recurses, keeps nothing
but the offsets of the open brackets, and takes one regular expression match for each member or item. It
runs for records with findings only: the standard library is about ten times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

__all__ = ["Event", "MalformedError", "Wanted", "scan", "skip_space", "string_stops"]

Event: TypeAlias = tuple[int, int, int, int]
"""Start and end of a name with its quotation marks (equal where there is none), start and end of a value.

For an object or list the value is its opening bracket alone; a closing bracket is an event of its own.
"""


class Wanted(Enum):
    """What had to come where the text stopped being JSON."""

    VALUE = "a value"
    NAME = "a name"
    COLON = "a colon"
    SEPARATOR = "a comma or the closing bracket"
    NOTHING = "the end"


class MalformedError(Exception):
    """The text stops being JSON.

    ``at`` is the offset behind the last good token, ``opened`` the offsets of the brackets open there,
    ``value_at`` the offset of the last value (or name, where a colon is wanted).
    """

    def __init__(self, wanted: Wanted, at: int, opened: tuple[int, ...], value_at: int) -> None:
        """Keep the four as they are."""
        self.wanted = wanted
        self.at = at
        self.opened = opened
        self.value_at = value_at
        super().__init__(f"{wanted.value} was wanted at offset {at}")


# No group is repeated possessively in any of these: releases of Python differ in what such a group matches
# when its body fails half-way. Escapes are hidden instead, so that a string is a run of single characters.
_SPACE = r"[ \t\n\r]*+"
_STRING_BODY = r'"[^"\\\x00-\x1f]*+'
_STRING = _STRING_BODY + '"'
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?"
_VALUE = rf"({_STRING}|[\[{{]|{_NUMBER}|true|false|null|NaN|-?Infinity)"
_MARK = rf"{_SPACE}([,\]}}]?)"

_match_item = re.compile(rf"{_SPACE}(){_VALUE}{_MARK}").match
_match_member = re.compile(rf"{_SPACE}({_STRING}){_SPACE}:{_SPACE}{_VALUE}{_MARK}").match
_match_name = re.compile(rf"{_SPACE}({_STRING}){_SPACE}(:?)").match
_match_mark = re.compile(_MARK).match
_match_space = re.compile(_SPACE).match
_match_string_body = re.compile(_STRING_BODY).match
_hide = re.compile(r'(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){1,100}').sub


def scan(text: str) -> Iterator[Event]:
    """Yield the names and values of ``text`` in the order in which they are written.

    Raises MalformedError at the first place where ``text`` is not JSON.
    """
    text = _without_escapes(text)
    opened: list[int] = []
    in_object = False
    at = value_at = 0
    while True:
        found = (_match_member if in_object else _match_item)(text, at)
        if found is None:
            raise _nothing_fits(text, at, in_object, tuple(opened), value_at)
        name_at, name_end = found.span(1)
        value_at, before = found.span(2)
        yield name_at, name_end, value_at, before
        mark, at = found[3], found.end()
        opener = text[value_at]
        if opener in "[{":
            opened.append(value_at)
            in_object = opener == "{"
            if mark != ("}" if in_object else "]"):
                at = before
                continue
        while opened and mark != ",":
            if mark != ("}" if in_object else "]"):
                raise MalformedError(Wanted.SEPARATOR, before, tuple(opened), value_at)
            yield at, at, at - 1, at
            opened.pop()
            in_object = bool(opened) and text[opened[-1]] == "{"
            before = value_at = at
            after = _match_mark(text, at)
            if after is not None:  # always: the pattern matches nothing at all, too
                mark, at = after[1], after.end()
        if not opened:
            if skip_space(text, before) < len(text):
                raise MalformedError(Wanted.NOTHING, before, (), value_at)
            return


def skip_space(text: str, at: int) -> int:
    """The offset of the first character from ``at`` on that is not white space, or the length of ``text``."""
    found = _match_space(text, at)
    return found.end() if found else at


def string_stops(text: str, at: int) -> int:
    """Where the string that begins at ``at`` comes to its closing quotation mark, or to what cannot stand in it."""
    found = _match_string_body(_without_escapes(text[at:]))
    return at + found.end() if found else at


def _without_escapes(text: str) -> str:
    """``text``, as long as it was, with underscores over the escapes: what a string may hold, and no token begins with.

    Up to the first fault every backslash stands in a string, so they pair up as a parser would pair them.
    """
    return _hide(lambda found: "_" * len(found[0]), text) if "\\" in text else text


def _nothing_fits(text: str, at: int, in_object: bool, opened: tuple[int, ...], value_at: int) -> MalformedError:
    """Tell which part of a member or item is missing behind the offset ``at``."""
    if not in_object:
        return MalformedError(Wanted.VALUE, at, opened, value_at)
    name = _match_name(text, at)
    if name is None:
        return MalformedError(Wanted.NAME, at, opened, value_at)
    if not name[2]:
        return MalformedError(Wanted.COLON, name.end(1), opened, name.start(1))
    return MalformedError(Wanted.VALUE, name.end(), opened, name.start(1))
