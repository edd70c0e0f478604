"""Every text of a record put through a function: what a coder writes freely, but no id, date or word of a list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_type_hints

from attrs import evolve, fields, has

from accords.model.scalars import Scalar

__all__ = ["text_fields", "with_named_texts", "with_texts"]


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """``value``, a record or a part of one, with every text changed."""
    return with_named_texts(value, lambda text, _: change(text))


def with_named_texts(value: Any, change: Callable[[str, str], str]) -> Any:
    """The same where the change depends on the field too, which is named as in ``Obligation.action``."""
    if isinstance(value, tuple):
        return tuple(with_named_texts(each, change) for each in value)
    if not has(type(value)):
        return value
    texts = text_fields(type(value))
    changed: dict[str, Any] = {}
    for attribute in fields(type(value)):
        old, name = getattr(value, attribute.name), f"{type(value).__name__}.{attribute.name}"
        if attribute.name not in texts:
            new = with_named_texts(old, change)
        elif isinstance(old, tuple):
            new = tuple(change(each, name) if isinstance(each, str) else with_named_texts(each, change) for each in old)
        else:
            new = change(old, name) if isinstance(old, str) else old
        if new is not old and new != old:
            changed[attribute.name] = new
    return evolve(value, **changed) if changed else value


@cache
def text_fields(owner: type) -> frozenset[str]:
    """The names of the fields of ``owner`` that hold texts."""
    hints = get_type_hints(owner, include_extras=True)
    return frozenset(name for name, hint in hints.items() if _is_text(hint))


def _is_text(hint: Any) -> bool:
    inner = get_args(hint)
    if any(isinstance(each, Scalar) and each.name == "Text" for each in getattr(hint, "__metadata__", ())):
        return True
    return any(_is_text(each) for each in inner if not isinstance(each, Scalar))
