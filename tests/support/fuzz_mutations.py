"""Records changed by chance: small changes that often stay valid, and values at the edge of what is allowed."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from accords.pointer import Path
from mutants import mutants, nodes
from records import ROOT

__all__ = ["mutate", "seeds"]

_DATES = ("0001-01-01", "9999-12-31", "9999", "0000", "../2022", "2022/..", "2022-02-29", "2022-11-XX", "202X")
_DATES += ("2022-11-23T23:59:59+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "2022%", "1582-10-10")
_PERIODS = ("PT1S", "P1D", "P0D", "-P1D", "P9999Y", "-P9999Y", "P999999999D", "PT999999999999S", "P1M", "P1Y1M1DT1H")
_PERIODS += ("P99999999999999999999D", "-PT1S", "PT0.000000001S", "P1W")
_ZONES = ("UTC", "Pacific/Kiritimati", "America/Sao_Paulo", "Asia/Kathmandu", "posixrules", "../etc/passwd", "Factory")
_NUMBERS = (0, 1, 2, 3, 64, 1_000, 10**6, 10**9, 2**63, 10**30, -1, 2.0)
_TEXTS = (
    "",
    " ",
    "x",
    "=1+1",
    "\u202e",
    "\x1b[31m",
    "<b>",
    "|",
    "\n",
    "]]>",
    "a" * 300,
    "ﷺ" * 30,
    "👩‍👩‍👧‍👦",
    "\ud83d\ude00",
)
_DEEP = 12


def mutate(data: bytes, seed: int, longest: int = 60_000) -> bytes:
    """``data``, a JSON text, with one to four changes that ``seed`` decides; ``data`` itself where it is none."""
    chance = random.Random(seed)
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return data
    for _ in range(chance.choice((1, 1, 2, 4))):
        if isinstance(value, dict) and value:
            value = _changed(value, chance)
    try:
        changed = json.dumps(value, ensure_ascii=chance.random() < 0.2).encode()
    except (ValueError, UnicodeEncodeError, RecursionError):
        return data
    return changed if len(changed) <= longest else data


def _changed(record: dict[str, Any], chance: random.Random) -> Any:
    if chance.random() < 0.25:
        return next(iter(mutants(record, 1, seed=chance.getrandbits(32))))
    record = copy.deepcopy(record)
    places = [path for path in nodes(record) if path]
    path = chance.choice(places)
    holder, step = _holder(record, path), path[-1]
    old = holder[step]
    kind = chance.randrange(6)
    if kind == 0 and isinstance(holder, list):
        holder.append(copy.deepcopy(old))
    elif kind == 1 and len(holder) > 1:
        del holder[step]  # type: ignore[arg-type]
    elif kind == 2:
        same = [other for other in places if other[-1] == step or isinstance(other[-1], type(step))]
        holder[step] = copy.deepcopy(_value(record, chance.choice(same)))
    elif kind == 3 and isinstance(old, dict) and "kind" in old and len(path) < _DEEP:
        holder[step] = _wrapped(old, chance)
    else:
        holder[step] = _edge(old, chance)
    return record


def _wrapped(condition: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A condition inside another."""
    return chance.choice(
        (
            {"kind": "all_of", "conditions": [condition, condition]},
            {"kind": "any_of", "conditions": [condition, {"kind": "never"}]},
            {"kind": "at_least", "count": 1, "conditions": [condition, condition]},
            {"kind": "offset", "anchor": condition, "duration": chance.choice(_PERIODS)},
            {"kind": "vague", "text": "soon", "after": condition},
        )
    )


def _edge(old: Any, chance: random.Random) -> Any:
    """A value of the same sort as ``old``, at the edge of what there is."""
    match old:
        case bool():
            return not old
        case int() | float():
            return chance.choice(_NUMBERS)
        case str() if old[:1] in "PR-" and any(one.isdigit() for one in old):
            return chance.choice(_PERIODS)
        case str() if old[:4].isdigit():
            return chance.choice(_DATES)
        case str() if "/" in old or old == "UTC":
            return chance.choice(_ZONES)
        case str():
            return chance.choice(_TEXTS)
        case list():
            return chance.sample(old, len(old)) if chance.random() < 0.7 else []
        case _:
            return chance.choice(({}, {"kind": "never"}, {"kind": "prose", "text": "if"}, [], None))


def _holder(value: Any, path: Path) -> Any:
    for step in path[:-1]:
        value = value[step]
    return value


def _value(value: Any, path: Path) -> Any:
    return _holder(value, path)[path[-1]]


def seeds() -> list[bytes]:
    """Texts to begin with: the examples, the fixtures of all rules, and texts that are not records at all."""
    folders = (ROOT / "examples", ROOT / "tests" / "rules", ROOT / "tests" / "corpus")
    names = [path for folder in folders for path in sorted(folder.rglob("*.json"))]
    texts = [path.read_bytes() for path in names if ".expected." not in path.name and ".settings." not in path.name]
    scraps = (
        b"",
        b"{}",
        b"[]",
        b'{"a": [1e400, -0, NaN]}',
        b"\xff\xfe{\x00",
        b'{"a":"\\ud800"}',
        b"2022-11-23/..",
        b"P1Y2M",
    )
    return [text for text in texts if len(text) <= 60_000] + list(scraps)
