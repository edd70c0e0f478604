"""Ids of rows: those that are made, and those that get another one, with everything that names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from accords.codec.notation import KnownIds
from accords.editing.workbook.sheets import FilledRow
from accords.editing.workbook.tables import TableRow
from accords.suggest import free_id

__all__ = ["NewId", "forget_own_id", "give_new_ids", "ids_in", "ids_of", "made_id", "rename", "undo_new_ids"]

_KINDS = {"actors": "actor", "happenings": "event", "duties": "obligation", "sources": "source", "scales": "scale"}
_NAMING = ("name", "label", "title", "summary", "action")
_ELSEWHERE = ("former_ids", "agreement_id", "extensions")


def ids_of(
    ours: Mapping[tuple[str, str], TableRow], rows: Iterable[FilledRow], since: Mapping[str, str]
) -> tuple[KnownIds, set[str], dict[str, tuple[str, ...]]]:
    """Which events and duties conditions may name, those that are filled in too; all ids that are taken; and by kind.

    Under ``party`` stand the ids of the parties. ``since`` has the ids that things got since, by which they go as well.
    """
    found: dict[str, set[str]] = {"happenings": set(), "duties": set()}
    kinds: dict[str, dict[str, None]] = {kind: {} for kind in (*_KINDS.values(), "party")}
    taken: set[str] = set()
    new = {old: one for one, old in since.items()}
    for (table, _), row in ours.items():
        if table in found:
            one: str = row.held["id"]
            found[table].update((one, new.get(one, one)))
        if isinstance(row.held, dict) and isinstance(row.held.get("id"), str):
            taken.add(row.held["id"])
            if table in _KINDS:
                for each in (row.held["id"], new.get(row.held["id"])):
                    kinds[_KINDS[table]] |= {each: None} if each is not None else {}
        if table == "parties":
            kinds["party"][row.held["actor_id"]] = None
    for filled in rows:
        text = filled.text("id").strip() if filled.table.own_id else ""
        if filled.table.name in found and text:
            found[filled.table.name].add(text)
        taken.add(text)
        party = filled.text("actor_id").strip() if filled.table.name == "parties" else ""
        for kind, one in ((_KINDS.get(filled.table.name), text), ("party", party)):
            if kind is not None and one and not filled.deleted:
                kinds[kind][one] = None
    known = {kind: tuple(ids) for kind, ids in kinds.items()}
    return KnownIds(events=found["happenings"], duties=found["duties"]), taken, known


def made_id(held: Mapping[str, Any], taken: set[str]) -> str:
    """An id for what has none, of its name or its words, that is not ``taken``; then it is."""
    words = next((held[name] for name in _NAMING if isinstance(held.get(name), str)), "")
    found = free_id(words[:60], taken, "new", 60)
    taken.add(found)
    return found


def ids_in(value: Any) -> Iterator[str]:
    """The own ids of everything inside plain JSON."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for name, each in value.items():
            if name != "extensions":
                yield from ids_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from ids_in(each)


@frozen(kw_only=True)
class NewId:
    """Another id for something: the cell that says so, and what has it."""

    new: str
    place: str
    held: dict[str, Any]
    keeps_former: bool


def give_new_ids(record: Any, wanted: Mapping[str, NewId]) -> Iterator[tuple[NewId, str, bool]]:
    """Rename what is to have another id, all at once; say of each what it was, and whether its new one is taken.

    Then it keeps the old one. Actors and duties keep it among their former ids.
    """
    there = set(ids_in(record)) - wanted.keys() if wanted else set[str]()
    new: dict[str, str] = {}
    for old, each in wanted.items():
        yield each, old, each.new in there
        if each.new not in there:
            new[old] = each.new
            there.add(each.new)
            if each.keeps_former:
                each.held["former_ids"] = [*each.held.get("former_ids", ()), old]
    rename(record, new)


def undo_new_ids(record: dict[str, Any], rows: Iterable[FilledRow]) -> dict[str, str]:
    """Give back the ids that rows were written with where their new ones were taken before, so that they are again.

    Return the ids that rows were written with, by their new ones.
    """
    there = set(ids_in(record))
    told = ((row.key, row.text("id").strip()) for row in rows if row.table.own_id and row.key)
    old = {new: was for was, new in told if new in there and was not in there}
    rename(record, old)
    for each in (*record.get("actors", ()), *record.get("obligations", ())) if old else ():
        forget_own_id(each)
    return old


def forget_own_id(thing: dict[str, Any]) -> None:
    """Take the id that a thing has out of its former ones."""
    if thing["id"] in thing.get("former_ids", ()):
        thing["former_ids"].remove(thing["id"])
        if not thing["former_ids"]:
            del thing["former_ids"]


def rename(record: dict[str, Any], new: Mapping[str, str]) -> None:
    """Give everything in a record as plain JSON its new id, wherever it is named; the record keeps its own."""
    if new:
        _rename({name: each for name, each in record.items() if name != "id"}, new)


def _rename(value: Any, new: Mapping[str, str]) -> None:
    for name, each in list(value.items() if isinstance(value, dict) else enumerate(value)):
        if name in _ELSEWHERE:
            continue
        names = isinstance(name, str) and (name == "id" or name.endswith("_id"))
        if names and isinstance(each, str):
            value[name] = new.get(each, each)
        elif isinstance(name, str) and name.endswith("_ids"):
            value[name] = [new.get(one, one) for one in each]
        elif isinstance(each, (dict, list)):
            _rename(each, new)
