"""Which class of the format an object of a map stands for, and what it needs: read from the model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs
from attrs import frozen

from accords.model.agreement import Agreement
from accords.model.walk import type_parts
from accords.suggest import nearest

__all__ = ["RECORD", "Frame", "FrameError", "member_of"]


class FrameError(ValueError):
    """An object of a map is none of the format, with the reason."""


@frozen
class Frame:
    """A class of the format: its members by name, which of them have to be there, and whether it is cited."""

    cls: type
    elsewhere: frozenset[str] = frozenset()
    """Members that are filled from another place."""

    @property
    def needed(self) -> frozenset[str]:
        """The members without which there is no such object."""
        needed = frozenset(one.name for one in attrs.fields(self.cls) if one.default is attrs.NOTHING)
        return needed - self.elsewhere

    def without(self, *names: str) -> Frame:
        """The same, with members that are filled from another place."""
        return Frame(self.cls, frozenset(names))

    @property
    def is_cited(self) -> bool:
        """Whether citations stand in it that its reader wants: a condition has those of its duty."""
        return "citations" in _members(self.cls) and _kind(self.cls) is None


RECORD = Frame(Agreement)
"""The record itself."""


def _kind(cls: type) -> str | None:
    """The kind of a class of which there are several kinds."""
    kind = getattr(cls, "kind", None)  # elsewhere it is a field, whose value is not known here
    return kind if isinstance(kind, str) else None


@cache
def _members(cls: type) -> dict[str, tuple[tuple[Any, ...], tuple[Any, ...]]]:
    found: dict[str, tuple[tuple[Any, ...], tuple[Any, ...]]] = {}
    for one in attrs.fields(attrs.resolve_types(cls)):
        notes, kinds = type_parts(one.type)
        found[one.name] = tuple(notes), tuple(kinds)
    return found


def member_of(frame: Frame, name: str, value: object) -> Frame | None:
    """The class of what stands under ``name``; None where it is no object. Raises FrameError where it cannot be."""
    members = _members(frame.cls)
    if name not in members:
        meant = nearest(name, list(members))
        raise FrameError(
            f"{frame.cls.__name__} has no field {name!r}" + (f"; did you mean {meant!r}?" if meant else "")
        )
    classes = [kind for kind in members[name][1] if isinstance(kind, type) and attrs.has(kind)]
    classes = [kind for kind in classes if kind.__module__.startswith("accords.model")]
    if not classes or not isinstance(value, Mapping):
        return None
    if len(classes) == 1 and _kind(classes[0]) is None:
        return Frame(classes[0])
    chosen = next((each for each in classes if _kind(each) == value.get("kind")), None)
    if chosen is None:
        raise FrameError(f"{name} needs a kind, one of {', '.join(filter(None, map(_kind, classes)))}")
    return Frame(chosen)
