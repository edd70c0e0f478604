"""What a cell can hold: how each kind of value is written, and read again with what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from attrs import evolve, frozen

from accords.codec.compiled import READERS, WRITERS
from accords.codec.notation import KnownIds, keep_marks, read_condition, write_condition
from accords.dates import DateError, parse_date
from accords.dates.durations import parse_duration
from accords.editing.clocks import told_in_zone
from accords.editing.workbook.lists import joined_items, split_items
from accords.model.conditions import Condition
from accords.suggest import nearest

__all__ = [
    "CONDITION_KINDS",
    "TEXT",
    "CellContext",
    "CellKind",
    "condition_of",
    "plain_condition",
    "read_id",
    "several",
    "word_kind",
]

CONDITION_KINDS: dict[str, type] = {cls.kind: cls for cls in get_args(Condition)}


def condition_of(plain: Any) -> Condition:
    """A condition of its plain JSON."""
    return cast("Condition", READERS[CONDITION_KINDS[plain["kind"]]](plain))


def plain_condition(condition: Condition) -> Any:
    """The plain JSON of a condition."""
    return WRITERS[type(condition)](condition)


@frozen
class CellContext:
    """What a cell is read with: the ids there are, what stood there before, where losses are said, the time zone."""

    known: KnownIds | None
    before: Any
    lose: Callable[[str], None]
    zone: str | None = None


@frozen(kw_only=True)
class CellKind:
    """A kind of value: how it is written and read, what else than text may hold it, and what it can be chosen from.

    ``read`` raises ValueError, whose sentence says what is wrong.
    """

    write: Callable[[Any], str]
    read: Callable[[str, CellContext], Any]
    numbers: bool = False
    days: bool = False
    truths: bool = False
    words: tuple[str, ...] = ()
    ids: str | None = None


def _same(text: str, _: CellContext) -> str:
    return text


def _stripped(text: str, _: CellContext) -> str:
    return text.strip()


def read_id(text: str, _: CellContext) -> str:
    """One of several ids, which are parted by semicolons and nothing else."""
    parts = [part.strip() for part in re.split(r",|\s(?:and|or)\s", text) if part.strip()]
    if len(parts) > 1:
        raise ValueError(f"ids are parted by semicolons: write {'; '.join(parts)}")
    return text.strip()


TEXT = CellKind(write=str, read=_same)
ID = CellKind(write=str, read=_stripped)


def _date(text: str, context: CellContext) -> str:
    try:
        return parse_date(text.strip()).text
    except DateError as error:
        raise ValueError(told_in_zone(error, text, context.zone)) from error


def _duration(text: str, _: CellContext) -> str:
    return parse_duration(text.strip()).text


DATE = CellKind(write=str, read=_date, days=True)
DURATION = CellKind(write=str, read=_duration)


def _truth(text: str, _: CellContext) -> bool:
    word = text.strip().lower()
    if word not in ("yes", "no", "true", "false"):
        raise ValueError("write yes or no")
    return word in ("yes", "true")


YES_NO = CellKind(write=lambda value: "yes" if value else "no", read=_truth, truths=True, words=("yes", "no"))


def _whole(text: str, _: CellContext) -> int:
    if not re.fullmatch(r"\s*-?[0-9]{1,15}\s*", text):
        raise ValueError("write a whole number in figures")
    return int(text)


def _number(text: str, _: CellContext) -> int | float:
    try:
        number = Decimal(text.strip()) if re.fullmatch(r"\s*-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\s*", text) else None
    except InvalidOperation:
        number = None
    if number is None or len(text) > 40:
        raise ValueError("write a number in figures, with a point before tenths and nothing between thousands")
    return int(number) if number == number.to_integral_value() else float(number)


def _number_text(value: Any) -> str:
    return str(value) if isinstance(value, int) else repr(float(value))


WHOLE = CellKind(write=str, read=_whole, numbers=True)
NUMBER = CellKind(write=_number_text, read=_number, numbers=True)
_RATIO = re.compile(r"(\S+)\s+times\s+duty:(\S+)")


def _amount(text: str, context: CellContext) -> Any:
    found = _RATIO.fullmatch(text.strip())
    if found:
        return {"times": _number(found[1], context), "of_obligation_id": found[2]}
    try:
        return _number(text, context)
    except ValueError as error:
        raise ValueError(f"{error}; or as 3 times duty:SOME-ID") from None


def _amount_text(value: Any) -> str:
    if isinstance(value, dict):
        return f"{_number_text(value['times'])} times duty:{value['of_obligation_id']}"
    return _number_text(value)


AMOUNT = CellKind(write=_amount_text, read=_amount, numbers=True)


def word_kind(words: tuple[str, ...]) -> CellKind:
    """One of a closed list of words."""

    def read(text: str, _: CellContext) -> str:
        word = text.strip()
        if word not in words:
            meant = nearest(word, words)
            raise ValueError(f"{word!r} is none of {', '.join(words)}" + (f"; write {meant}" if meant else ""))
        return word

    return CellKind(write=str, read=read, words=words)


def _condition(text: str, context: CellContext) -> Any:
    before = condition_of(context.before) if isinstance(context.before, dict) else None
    kept, lost = keep_marks(read_condition(text.strip(), context.known), before)
    for each in lost:
        what = [f"the id {each.id}"] if each.id is not None else []
        what += [f"{len(each.citations)} citations"] if each.citations else []
        what += [f"the review after {each.review_after}"] if each.review_after is not None else []
        context.lose(f"a part of the condition is no longer there, and with it {' and '.join(what)}")
    return plain_condition(kept)


CONDITION = CellKind(write=lambda value: write_condition(condition_of(value)), read=_condition, days=True)

_CITATION = re.compile(r"(\S+)(?:\s+(.*?))??(?:\s*@([0-9]+)-([0-9]+)\s+([0-9a-f]{64}))?", re.DOTALL)


def _citation_text(value: Any) -> str:
    words = value["source_id"] + (f" {_kept(value['locator'])}" if "locator" in value else "")
    span = value.get("span")
    return words if span is None else f"{words} @{span['start']}-{span['end']} {span['sha256']}"


def _kept(locator: str) -> str:
    """A locator; in quotation marks where it would not be read back as it is."""
    plain = locator == locator.strip() and locator[:1] != '"' and "@" not in locator
    return locator if plain else json.dumps(locator, ensure_ascii=False)


def _citation(text: str, context: CellContext) -> Any:
    found = _CITATION.fullmatch(text)
    if found is None:
        raise ValueError("a citation is the id of a source and, behind a space, the place in it: text Art. 3")
    source_id, locator, start, end, sha256 = found.groups()
    made: dict[str, Any] = {"source_id": source_id}
    if locator:
        made["locator"] = _unquoted(locator)
    if start is not None:
        made["span"] = {"start": int(start), "end": int(end), "sha256": sha256}
    return made


def _unquoted(locator: str) -> str:
    if locator[:1] != '"':
        return locator
    try:
        read = json.loads(locator)
    except ValueError:
        read = None
    if not isinstance(read, str):
        raise ValueError("a place that begins with a quotation mark ends with one")
    return read


CITATION = CellKind(write=_citation_text, read=_citation)


def several(kind: CellKind, *, mark: str = ";", glue: str = "; ") -> CellKind:
    """A list of such values, parted by semicolons, or in lines of their own."""

    def write(values: Any) -> str:
        return joined_items(map(kind.write, values), mark, glue)

    def read(text: str, context: CellContext) -> list[Any]:
        before = context.before if isinstance(context.before, list) else []
        found: list[Any] = []
        for place, part in enumerate(split_items(text, mark), 1):
            try:
                old = before[place - 1] if place <= len(before) else None
                found.append(kind.read(part, evolve(context, before=old)))
            except ValueError as error:
                raise ValueError(f"item {place}: {error}") from None
        return found

    return CellKind(write=write, read=read)


def _json(text: str, _: CellContext) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise ValueError("this cell holds JSON, and it cannot be read") from None


JSON = CellKind(write=lambda value: json.dumps(value, ensure_ascii=False), read=_json)
