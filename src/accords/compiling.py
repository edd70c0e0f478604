"""What is made when it is first needed: functions that are written out as Python, patterns to search for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias, cast

__all__ = ["Code", "Function", "Made", "late"]

Function: TypeAlias = Callable[..., Any]


class Code:
    """The text of a function, and the things that it names. Only names of fields and of things come into the text."""

    def __init__(self, name: str, *parameters: str) -> None:
        self._name = name
        self._lines = [f"def {name}({', '.join(parameters)}):"]
        self._things: dict[str, Any] = {}

    def add(self, line: str) -> None:
        """Add a line to the body of the function."""
        self._lines.append(f"    {line}")

    def name(self, thing: Any) -> str:
        """A name for ``thing`` in the text."""
        name = f"thing_{len(self._things)}"
        self._things[name] = thing
        return name

    def function(self) -> Function:
        """The function itself."""
        exec(compile("\n".join(self._lines), f"<{self._name}>", "exec"), self._things)
        function: Function = self._things[self._name]
        return function


class Made(dict[Any, Function]):
    """What a function is for → the function, made when it is first asked for."""

    def __init__(self, make: Callable[[Any], Function]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Function:
        """Make it."""
        made = self[key] = self._make(key)
        return made


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes, when its first method is asked for: to start a run needs few patterns of many."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """A method of the pattern, kept so that the next call finds it at once."""
        found = self.__dict__[name] = getattr(re.compile(*self._source), name)
        return found
