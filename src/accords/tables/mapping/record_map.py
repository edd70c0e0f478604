"""A map: what the columns and cells of a sheet mean in records. It is TOML, read with its faults told."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from attrs import frozen

from accords.suggest import nearest
from accords.tables.mapping.days import DayOrder
from accords.tables.mapping.filling import columns_in, words_in
from accords.tables.mapping.frames import RECORD, Frame, FrameError, member_of

__all__ = ["MapError", "RecordMap", "read_map", "shipped_map", "shipped_maps"]

_MEMBERS = {"title", "about", "read", "source", "words", "record", "each"}
_READING = {"record", "missing", "yes", "no", "days", "delimiter", "encoding"}
_ASKED = ("if", "day", "missing", "kind", "split")
"""Members of an object in a map that are no fields of the format, or say which class it is."""
_MADE_HERE = ("sources", "accords_version")


class MapError(ValueError):
    """A map is none, with the place and the reason."""


@frozen(kw_only=True)
class RecordMap:
    """What a sheet is, which column tells its records apart, and the objects that are filled from its rows.

    ``record`` is filled from the first row of a record, and each object of ``each`` from every row, for the list of its
    name. A cell in ``missing`` says nothing; ``yes`` and ``no`` are the cells that answer an ``if``.
    """

    title: str
    source: Mapping[str, Any]
    key: str
    record: Mapping[str, Any]
    each: Mapping[str, tuple[Mapping[str, Any], ...]]
    missing: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    order: DayOrder
    delimiter: str
    encoding: str
    words: Mapping[str, Mapping[str, Any]]
    columns: frozenset[str]
    """Every column that it names."""


def shipped_maps() -> tuple[str, ...]:
    """The names of the maps that come with the library."""
    folder = resources.files("accords.tables.mapping") / "maps"
    return tuple(sorted(each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml")))


def shipped_map(name: str) -> str:
    """The text of a map that comes with the library. Raises MapError for another name, with the one that is near."""
    if name not in shipped_maps():
        meant = nearest(name, shipped_maps())
        known = f"did you mean {meant}?" if meant else f"there are {', '.join(shipped_maps())}"
        raise MapError(f"no map that comes with accords is called {name!r}; {known}")
    return (resources.files("accords.tables.mapping") / "maps" / f"{name}.toml").read_text("utf-8")


def read_map(text: str) -> RecordMap:
    """The map in ``text``. Raises MapError where it is none, with what to mend."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MapError(f"it is no TOML: {error}") from error
    _known(whole, _MEMBERS, "the map")
    reading = _table(whole, "read", "the map")
    _known(reading, _READING, "[read]")
    record, each = _table(whole, "record", "the map"), whole.get("each", {})
    _check_objects(record, each)
    words = whole.get("words", {})
    for table in words_in(record).union(*(words_in(objects) for objects in each.values())):
        if not isinstance(words.get(table), Mapping):
            raise MapError(f"{{…|{table}}} needs a table [words.{table}], and there is none")
    key = _key(reading)
    return RecordMap(
        columns=columns_in(record).union({key}, *(columns_in(objects) for objects in each.values())),
        title=str(whole.get("title", "a sheet")),
        source=_table(whole, "source", "the map"),
        key=key,
        record=record,
        each={name: tuple(objects) for name, objects in each.items()},
        missing=frozenset({"", *map(str, reading.get("missing", ()))}),
        yes=frozenset(map(str, reading.get("yes", ("1", "yes", "true")))),
        no=frozenset(map(str, reading.get("no", ("0", "no", "false")))),
        order=_order(reading.get("days", DayOrder.YEAR_FIRST.value)),
        delimiter=_delimiter(reading.get("delimiter", ",")),
        encoding=str(reading.get("encoding", "utf-8")),
        words=words,
    )


def _key(reading: Mapping[str, Any]) -> str:
    if not isinstance(reading.get("record"), str):
        raise MapError("[read] needs record: the column in which rows of one record are alike")
    return str(reading["record"])


def _order(value: object) -> DayOrder:
    if value not in list(DayOrder):
        raise MapError(f"[read] days is one of {', '.join(DayOrder)}, not {value!r}")
    return DayOrder(str(value))


def _delimiter(value: object) -> str:
    if not isinstance(value, str) or len(value) != 1:
        raise MapError(f"[read] delimiter is one sign, not {value!r}")
    return value


def _table(whole: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    found = whole.get(name)
    if not isinstance(found, Mapping):
        raise MapError(f"{where} needs a table [{name}]")
    return found


def _known(table: Mapping[str, Any], names: set[str], where: str) -> None:
    for name in table:
        if name not in names:
            meant = nearest(name, names)
            raise MapError(f"{where} has no member {name!r}" + (f"; did you mean {meant!r}?" if meant else ""))


def _check_objects(record: Mapping[str, Any], each: Mapping[str, Any]) -> None:
    """Raise MapError where an object is none of the format."""
    for name in (*record, *each):
        if name in _MADE_HERE:
            raise MapError(f"{name} is made from [source], and not by the map")
    for place, frame, template in _placed("[record]", RECORD.without("actors", "parties"), record):
        _check(place, frame, template)
    for name, objects in each.items():
        if not isinstance(objects, list) or not all(isinstance(one, Mapping) for one in objects):
            raise MapError(f"each.{name} is a list of tables: write [[each.{name}]]")
        for number, template in enumerate(objects, 1):
            place = f"[[each.{name}]] {number}"
            inner_frame = _inner(place, RECORD, name, template)
            if inner_frame is None:
                raise MapError(f"{place}: a record has no list of objects called {name!r}")
            if not _is_split(template.get("split", {"": ","})):
                raise MapError(
                    f'{place}: split is one column and the sign that parts it, as in split = {{column = ";"}}'
                )
            for where, inner, held in _placed(place, inner_frame, template):
                _check(where, inner, held)


def _is_split(value: object) -> bool:
    return (
        isinstance(value, Mapping) and len(value) == 1 and all(isinstance(one, str) and one for one in value.values())
    )


def _placed(place: str, frame: Frame, template: Mapping[str, Any]) -> Iterator[tuple[str, Frame, Mapping[str, Any]]]:
    yield place, frame, template
    for name, value in template.items():
        if name in _ASKED:
            continue
        for one in value if isinstance(value, list) else [value]:
            inner = _inner(place, frame, name, one)
            if inner is not None and "day" not in one:
                yield from _placed(f"{place}, {name}", inner, one)


def _inner(place: str, frame: Frame, name: str, value: object) -> Frame | None:
    try:
        return member_of(frame, name, value)
    except FrameError as error:
        raise MapError(f"{place}: {error}") from error


def _check(place: str, frame: Frame, template: Mapping[str, Any]) -> None:
    """Raise MapError where an object lacks what it needs."""
    for name, value in template.items():
        if name not in _ASKED:
            _inner(place, frame, name, value)
    lacking = sorted(frame.needed - template.keys())
    if lacking:
        raise MapError(f"{place}: it needs {', '.join(lacking)}")
