"""Plain JSON that cannot be changed, for what a record holds of somebody's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, cast

__all__ = ["FrozenObject", "freeze", "frozen_object", "thaw"]


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("what a record holds cannot be changed; write {**this, 'name': value} for a copy that differs")


_REFUSED: Any = _refuse


class FrozenObject(dict[str, Any]):
    """An object of JSON that cannot be changed: to change a copy, write ``{**this, "name": value}``."""

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _REFUSED

    def __reduce__(self) -> tuple[type[FrozenObject], tuple[dict[str, Any]]]:
        """Made anew from a plain one, as what is copied may not be filled in."""
        return FrozenObject, (dict(self),)


def freeze(value: Any) -> Any:
    """Plain JSON in which objects cannot be changed and lists are tuples; anything else is left as it is."""
    if isinstance(value, Mapping):
        members = cast("Mapping[str, Any]", value)
        return FrozenObject({name: freeze(member) for name, member in members.items()})
    return tuple(map(freeze, cast("list[Any]", value))) if isinstance(value, (list, tuple)) else value


def thaw(value: Any) -> Any:
    """The same with plain ``dict`` and ``list``, which are the caller's own."""
    if isinstance(value, Mapping):
        return {name: thaw(member) for name, member in cast("Mapping[str, Any]", value).items()}
    return list(map(thaw, cast("tuple[Any, ...]", value))) if isinstance(value, (list, tuple)) else value


def frozen_object(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """``value``, which a caller hands over, frozen through and through.

    Raises TypeError for anything but a mapping with texts as keys, ValueError where it holds itself.
    """
    if not isinstance(value, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected a mapping, not {type(value).__name__} {value!r:.64}")
    try:
        _refuse_other_keys(value)
        frozen: Mapping[str, Any] = freeze(value)
    except RecursionError:
        raise ValueError("objects and lists are nested too deep, or in a circle") from None
    return frozen


def _refuse_other_keys(value: Any) -> None:
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ()
    wrong = next((key for key in value if not isinstance(key, str)), None) if isinstance(value, Mapping) else None
    if wrong is not None:
        raise TypeError(f"the members of an object have texts as names, not {type(wrong).__name__} {wrong!r:.64}")
    for each in cast("list[Any]", inside):
        _refuse_other_keys(each)
