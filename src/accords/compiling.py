"""Functions that are written out as Python when they are first needed, one for each class."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

__all__ = ["Code", "Function", "Made"]

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
