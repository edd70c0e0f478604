"""The front door: what is public, sorted, documented, and not changed by accident."""

from __future__ import annotations

import inspect
import os
from pathlib import Path

import accords

SNAPSHOT = Path(__file__).with_name("public_api.txt")


def _describe(name: str) -> str:
    value = getattr(accords, name)
    return f"{name}{inspect.signature(value)}" if inspect.isroutine(value) else name


def test_the_public_names_are_those_of_the_snapshot() -> None:
    """A change here is a change for every user; write it into the changelog."""
    current = "\n".join(_describe(name) for name in accords.__all__) + "\n"
    if os.environ.get("ACCORDS_REWRITE"):
        SNAPSHOT.write_text(current, "utf-8")
    assert current == SNAPSHOT.read_text("utf-8")


def test_the_list_of_public_names_is_sorted_and_each_exists() -> None:
    """Constants, then classes, then functions, each by the alphabet."""

    def rank(name: str) -> tuple[int, str]:
        return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)

    assert list(accords.__all__) == sorted(set(accords.__all__), key=rank)
    for name in accords.__all__:
        assert hasattr(accords, name)


def test_listing_the_package_shows_its_public_names_and_no_others() -> None:
    """Whoever asks dir(accords) in a shell is not shown how it is made."""
    assert dir(accords) == sorted({*accords.__all__, "__version__"})


def test_every_public_class_and_function_is_documented() -> None:
    """In sentences of its own."""
    values = {name: getattr(accords, name) for name in accords.__all__}
    told = {name: value for name, value in values.items() if inspect.isroutine(value) or inspect.isclass(value)}
    assert len(told) > 200
    for name, value in told.items():
        assert value.__module__.startswith(("accords", "typing", "types")), name
        assert (value.__doc__ or "").strip().split("\n\n")[0].endswith((".", ":")), name
