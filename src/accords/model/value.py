"""What the classes of the model share: values are equal where their fields are, and show them."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import attrs

from accords.compiling import Made

__all__ = ["Value"]


class Value:
    """A value of the model. What attrs would write out as Python for each class, at each start, is here once."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether the other one is of the same class and holds the same."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        held = _HELD[self.__class__]
        return bool(held(self) == held(other))

    def __hash__(self) -> int:
        """Of the class, and of what is held."""
        return hash(_HELD[self.__class__](self))

    def __repr__(self) -> str:
        """The expression that makes it, without what is as it would be unsaid."""
        held = ((each, getattr(self, each.name)) for each in _fields(self.__class__))
        said = (
            f"{each.name}={value!r}" for each, value in held if each.default is attrs.NOTHING or value != each.default
        )
        return f"{self.__class__.__qualname__}({', '.join(said)})"


def _fields(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    return tuple(attrs.fields(cls))


def _names(cls: Any) -> tuple[str, ...]:
    return tuple(attrs.fields_dict(cls))


_HELD = Made(lambda cls: attrgetter("__class__", *_names(cls)))
"""Class → what gives all that a value of it holds."""
