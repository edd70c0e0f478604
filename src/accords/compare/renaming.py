"""Ids that were changed and nothing else: found, and undone, so that what stayed the same is seen to have stayed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["plain_differences", "renamed", "with_ids"]

_NAMED = ("actors", "sources", "events", "obligations")
_ROUNDS = 8
"""What refers to something renamed is found in the next round; chains of more are left as they are."""


def renamed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Id in the record ``old`` → its id in ``new``, for whatever differs in its id alone.

    So does what says that it had the old one. Both are plain JSON.
    """
    found: dict[str, str] = {}
    for _ in range(_ROUNDS):
        more = dict(_pairs(with_ids(old, found), new))
        if not more:
            break
        back = {after: before for before, after in found.items()}
        found.update({back.get(before, before): after for before, after in more.items()})
    return found


def with_ids(value: Any, ids: Mapping[str, str]) -> Any:
    """Plain JSON with other ids where ids stand."""
    if isinstance(value, dict):
        return {key: _id(each, ids) if key == "id" or key.endswith("_id") else _below(key, each, ids)
                for key, each in value.items()}  # fmt: skip
    return [with_ids(each, ids) for each in value] if isinstance(value, list) else value


def _below(key: str, value: Any, ids: Mapping[str, str]) -> Any:
    if key.endswith("_ids") and isinstance(value, list):
        return [_id(each, ids) for each in value]
    return value if key == "extensions" else with_ids(value, ids)


def _id(value: Any, ids: Mapping[str, str]) -> Any:
    return ids.get(value, value) if isinstance(value, str) else value


def _pairs(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _NAMED:
        before, after = _by_id(old.get(name, ())), _by_id(new.get(name, ()))
        came: dict[str, list[str]] = {}
        for each, content in after.items():
            if each not in before:
                came.setdefault(content, []).append(each)
        told = {was: each["id"] for each in new.get(name, ()) for was in each.get("former_ids", ())}
        for each, content in before.items():
            if each not in after and told.get(each, each) not in before:
                yield each, told[each]
            elif each not in after and came.get(content):
                yield each, came[content].pop(0)


def _by_id(things: Any) -> dict[str, str]:
    return {
        thing["id"]: json.dumps({key: value for key, value in thing.items() if key != "id"}, sort_keys=True)
        for thing in things
    }


def plain_differences(old: Any, new: Any, pointer: str = "") -> Iterator[str]:
    """The JSON Pointers of what differs: into ``new``, or into ``old`` where it is there only.

    Things with ids are matched by their id, others by their place. A list in another order is one difference.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*new, *old)):
            here = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            if key in new and key in old:
                yield from plain_differences(old[key], new[key], here)
            elif _is_of_things(new.get(key, old.get(key))):
                yield from _lists(old.get(key, []), new.get(key, []), here)
            else:
                yield here
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(old, new, pointer)
    elif old != new or type(old) is not type(new):
        yield pointer


def _is_of_things(held: Any) -> bool:
    """Whether it is a list of things with ids, which are told one by one where there was no such list before."""
    return isinstance(held, list) and bool(held) and all(isinstance(each, dict) and "id" in each for each in held)


def _lists(old: list[Any], new: list[Any], pointer: str) -> Iterator[str]:
    were = {_key(each, place): (each, place) for place, each in enumerate(old)}
    for place, each in enumerate(new):
        known = were.pop(_key(each, place), None)
        if known is None:
            yield f"{pointer}/{place}"
        else:
            yield from plain_differences(known[0], each, f"{pointer}/{place}")
    yield from (f"{pointer}/{place}" for _, place in were.values())
    orders = [[key for key in map(_key, side, range(len(side))) if key not in were] for side in (old, new)]
    common = set(orders[0]) & set(orders[1])
    if [key for key in orders[0] if key in common] != [key for key in orders[1] if key in common]:
        yield pointer


def _key(thing: Any, place: int) -> object:
    return thing["id"] if isinstance(thing, dict) and isinstance(thing.get("id"), str) else place
