"""Good records, damaged: one small change each, most of them faults and some of them harmless."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from accords.pointer import Path

__all__ = ["mutants", "nodes"]

_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    2.0,
    1.5,
    10**30,
    "",
    " ",
    "x",
    "X y",
    "x\n",
    "\u00a0",
    "a" * 101,
    [],
    [[]],
    {},
    {"kind": "never"},
    {"kind": "date", "value": "2023-01-31"},
    {"kind": "vague", "text": "soon"},
    {"kind": "nothing"},
    {"kind": []},
    "2022",
    "2022-11-23",
    "2023-02-29",
    "2024-02-29",
    "2022-11-31",
    "31/01/2023",
    "2022-11-23T10:00:00Z",
    "2022-11-XX",
    "2022-12/2022-11",
    "../..",
    "2022?",
    "P30D",
    "-P1M",
    "P1.5D",
    "PT0S",
    "P",
    "30 days",
    "sr-Latn",
    "UTC",
    "Europe/Brussels",
    "1.0",
    "2.0",
    "must",
    "must_not",
    "date",
    "other",
    "0" * 64,
    ["x"],
    ["x", "x"],
    [None],
)


def nodes(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value in ``value``, itself first."""
    yield path
    if isinstance(value, dict):
        for name, member in value.items():
            yield from nodes(member, (*path, name))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from nodes(item, (*path, place))


def mutants(record: dict[str, Any], count: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Yield ``count`` damaged copies of ``record``, the same ones for the same seed. ``record`` is not changed."""
    chance = random.Random(seed)
    places = [path for path in nodes(record) if path]
    values = [_get(record, path) for path in places]
    names = sorted({str(path[-1]) for path in places if isinstance(path[-1], str)} | {"unknown", "kind", "id"})
    for _ in range(count):
        path = chance.choice(places)
        yield _changed(record, path, _change(chance, path, values, names))


def _get(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _changed(value: Any, path: Path, change: Any) -> Any:
    """A copy of ``value`` in which ``change`` was applied to the holder of ``path``; the rest is shared."""
    if len(path) == 1:
        holder = dict(value) if isinstance(value, dict) else list(value)
        change(holder)
        return holder
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _changed(value[path[0]], path[1:], change)
    return copy


def _change(chance: random.Random, path: Path, values: list[Any], names: list[str]) -> Any:
    step: Any = path[-1]
    kind = chance.randrange(7)
    value = chance.choice(_VALUES) if chance.random() < 0.7 else chance.choice(values)
    name = chance.choice(names)

    def change(holder: Any) -> None:
        if kind == 0:
            del holder[step]
        elif kind == 1 and isinstance(holder, dict):
            holder[name] = value
        elif kind == 2 and isinstance(holder, dict):
            holder[name] = holder.pop(step)
        elif kind == 3 and isinstance(holder, list):
            holder.append(holder[step])
        elif kind == 4 and isinstance(holder[step], str):
            holder[step] = chance.choice(
                (holder[step] + "\n", holder[step].upper(), holder[step][:-1], " " + holder[step])
            )
        elif kind == 5:
            holder[step] = [holder[step]]
        else:
            holder[step] = value

    return change
