"""What `help` shows is true: examples run, arguments have types, and every type that a value leads to is public."""

from __future__ import annotations

import datetime
import doctest
import inspect
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import accords
from accords.vocabulary import Vocabulary
from records import ROOT

FUNCTIONS = [name for name in accords.__all__ if inspect.isroutine(getattr(accords, name))]
METHODS = [
    "Agreement.actor",
    "Agreement.obligation",
    "Agreement.obligations_of",
    "Agreement.citations",
    "Examples.load",
    "Examples.names",
]


def _named(name: str) -> Any:
    found: Any = accords
    for step in name.split("."):
        found = getattr(found, step)
    return found


def _examples(name: str) -> doctest.DocTest:
    """The examples of a value, with nothing but the package and what it takes to print a day to begin from."""
    text = inspect.getdoc(inspect.unwrap(_named(name))) or ""
    return doctest.DocTestParser().get_doctest(text, {"accords": accords, "datetime": datetime}, name, None, 0)


@pytest.mark.parametrize("name", [*FUNCTIONS, *METHODS])
def test_every_public_function_has_an_example_that_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the folder of the project, and prints what it says."""
    monkeypatch.chdir(ROOT)
    test = _examples(name)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def _classes() -> Iterator[tuple[str, Any]]:
    for name in accords.__all__:
        value = getattr(accords, name)
        if inspect.isclass(value) and value.__module__.startswith("accords"):
            yield name, value
            for member, inner in vars(value).items():
                if inspect.isfunction(inner) and not member.startswith("_"):
                    yield f"{name}.{member}", inner


@pytest.mark.parametrize("name", [name for name, value in _classes() if ">>>" in (value.__doc__ or "")])
def test_the_examples_of_classes_and_methods_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are any."""
    monkeypatch.chdir(ROOT)
    assert doctest.DocTestRunner().run(_examples(name)).failed == 0


def _parts(hint: Any) -> Iterator[Any]:
    """The classes that a type is made of."""
    if isinstance(hint, (list, tuple)):
        for each in hint:
            yield from _parts(each)
    elif arguments := get_args(hint):
        yield from _parts(arguments)
    else:
        yield hint


def _hints(value: Any) -> Iterator[Any]:
    """The types of what a value takes, gives and holds; of a class, those of its public members."""
    if not inspect.isclass(value):
        yield from get_type_hints(inspect.unwrap(value)).values()
        return
    yield from (hint for name, hint in get_type_hints(value).items() if not name.startswith("_"))
    for name, member in vars(value).items():
        function = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
        if not name.startswith("_") and inspect.isfunction(function):
            yield from get_type_hints(function).values()


def test_every_type_that_a_public_value_leads_to_is_public() -> None:
    """Whoever gets a value can name its type, and what it holds, and so on to the end."""
    public = {id(getattr(accords, name)) for name in accords.__all__}
    seen: set[Any] = set()
    waiting = [
        value
        for name in accords.__all__
        if inspect.isclass(value := getattr(accords, name)) or inspect.isfunction(value)
    ]
    hidden: set[str] = set()
    while waiting:
        value = waiting.pop()
        for part in (part for hint in _hints(value) for part in _parts(hint)):
            if inspect.isclass(part) and part.__module__.startswith("accords") and part not in seen:
                seen.add(part)
                waiting.append(part)
                if id(part) not in public:
                    hidden.add(f"{part.__module__}.{part.__name__}")
    assert len(seen) > 100
    assert hidden <= INTERNAL


INTERNAL = {"accords.wordlists.Vocabulary", "accords.model.lookups._Named", "accords.validate.record._Stream"}
"""What a type variable, a protocol or a base stands for."""


@pytest.mark.parametrize(
    "cls",
    [value for _, value in _classes() if attrs.has(value) and value.__module__.startswith("accords.model")],
    ids=lambda cls: cls.__name__,
)
def test_help_shows_the_type_of_every_argument(cls: Any) -> None:
    """Of tuples and of words from a list too, where the class takes more than it says."""
    for name, parameter in inspect.signature(cls).parameters.items():
        assert parameter.annotation is not inspect.Parameter.empty, name
        kind = typing.get_origin(field := attrs.fields_dict(attrs.resolve_types(cls))[name].type)
        if kind is tuple or (inspect.isclass(field) and issubclass(field, Vocabulary)):
            assert "Any" not in str(parameter.annotation)


def test_help_names_the_classes_and_lists_of_an_obligation() -> None:
    """As somebody reads them who asks for help in a shell."""
    shown = str(inspect.signature(accords.Obligation))
    for part in (
        "modality: 'Modality'",
        "obligor_ids: 'tuple[ActorId, ...]' = ()",
        "readings: 'tuple[Reading, ...]' = ()",
    ):
        assert part in shown
