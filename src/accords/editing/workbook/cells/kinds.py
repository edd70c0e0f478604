"""What a cell can hold: how each kind of value is written, and read again with what is wrong with it."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from accords.codec.compiled import READERS, WRITERS
from accords.codec.notation import NotationError, keep_marks, read_condition, write_condition
from accords.dates import DateError, parse_date
from accords.dates.durations import parse_duration
from accords.dates.faults import on_clocks_in
from accords.dates.spoken import duration_of
from accords.editing.workbook.cells.asked import said_elsewhere
from accords.editing.workbook.cells.counted import amount_in_figures, doubtful_point
from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.naming import language_kind
from accords.editing.workbook.cells.refusing import CellError, said_of
from accords.model.conditions import Condition
from accords.words import say

__all__ = [
    "CONDITION_KINDS",
    "LOST_MARKS",
    "TEXT",
    "condition_of",
    "plain_condition",
]

LOST_MARKS = "a part of the condition is no longer there"
CONDITION_KINDS: dict[str, type] = {cls.kind: cls for cls in get_args(Condition)}


def condition_of(plain: Any) -> Condition:
    """A condition of its plain JSON."""
    return cast("Condition", READERS[CONDITION_KINDS[plain["kind"]]](plain))


def plain_condition(condition: Condition) -> Any:
    """The plain JSON of a condition."""
    return WRITERS[type(condition)](condition)


def _same(text: str, _: CellContext) -> str:
    return text


def _stripped(text: str, _: CellContext) -> str:
    return text.strip()


TEXT = CellKind(write=str, read=_same)
ID = CellKind(write=str, read=_stripped)
LANGUAGE = language_kind()


def _date(text: str, context: CellContext) -> str:
    try:
        return parse_date(text.strip()).text
    except DateError as error:
        _refuse_clock(text, context)
        if text.strip().lower() in _NOTHING:
            raise ValueError("what there is nothing of is told by an empty cell") from None
        if _END.match(text):
            raise ValueError(_END_IS) from None
        raise CellError(*_apart(said_of(error))) from error


_NOTHING = ("none", "no", "nil", "n/a", "-", "–", "—")
_END = re.compile(r"\s*(?:the\s+)?(?:very\s+)?(?:end|close)\s+of\b", re.IGNORECASE)
_END_IS = (
    "“end of” leaves open which days are meant: put the first and the last that may be with a slash between them, or "
    "the whole month or year if that is enough"
)


def _apart(said: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
    return said[0], *said[1]


def _refuse_clock(text: str, context: CellContext) -> None:
    """Raise for a time of day that lacks its offset from UTC, where the clocks of the record say it."""
    meant = on_clocks_in(context.zone, text) if context.zone is not None else None
    if meant is not None:
        raise CellError(f"{text.strip()} lacks the offset from UTC of {context.zone}", meant)


_OFTEN = re.compile(r"\s*(?:twice|thrice|[a-z0-9]+\s+times)\b", re.IGNORECASE)
_HOW_OFTEN = (
    "“{words}” leaves open when each is due: from turn to turn it is P6M where each half of a year has its own; "
    "where all may come at any time of the year, it is P1Y, and how many come is said under “{where}”"
)


def _duration(text: str, _: CellContext) -> str:
    try:
        return parse_duration(text.strip()).text
    except ValueError:
        meant = duration_of(text)
        often = _OFTEN.match(text)
        if meant is None and often is not None:
            raise ValueError(_HOW_OFTEN.format(words=often[0].strip(), where=say("book.field.quantities"))) from None
        if meant is None:
            raise
        raise CellError("a length of time is written as in P1Y, P6M, P1M, P2W, P30D or PT12H", meant) from None


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
        figures = amount_in_figures(re.sub(r"\s*times\s*\Z", "", text))
        meant = [figures] if figures is not None and figures.isdigit() else []
        raise CellError("a whole number stands here in figures", *meant)
    return int(text)


def _number(text: str, context: CellContext) -> int | float:
    doubtful = doubtful_point(text)
    if doubtful is not None and text.strip() != doubtful[1]:
        raise CellError("a point stands before tenths, and nothing between thousands", *doubtful)
    if doubtful is not None and context.typed:
        context.lose(
            f"{doubtful[1]} is less than a thousand, for a point parts tenths; if more is meant, write {doubtful[0]}"
        )
    try:
        number = Decimal(text.strip()) if re.fullmatch(r"\s*-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\s*", text) else None
    except InvalidOperation:
        number = None
    if number is None or len(text) > 40:
        figures = amount_in_figures(text.strip().strip("\"'“”„«»"))
        meant = [figures] if figures is not None else []
        raise CellError("numbers are in figures, with a point before tenths and nothing between thousands", *meant)
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
    except CellError as error:
        if error.meant:
            raise
        raise ValueError(f"{error}; or as 3 times duty:SOME-ID") from None


def _amount_text(value: Any) -> str:
    if isinstance(value, dict):
        return f"{_number_text(value['times'])} times duty:{value['of_obligation_id']}"
    return _number_text(value)


AMOUNT = CellKind(write=_amount_text, read=_amount, numbers=True)


def _condition(text: str, context: CellContext) -> Any:
    before = condition_of(context.before) if isinstance(context.before, dict) else None
    try:
        read = read_condition(text.strip(), context.known)
    except NotationError:
        _refuse_clock(text, context)
        _refuse_elsewhere(text.strip(), context)
        if context.field not in _ENDS_AT and re.search(r"\b(?:end|close) of\b", text, re.IGNORECASE):
            raise ValueError(_END_IS) from None
        raise
    kept, lost = keep_marks(read, before)
    for each in lost:
        what = [f"the id {each.id}"] if each.id is not None else []
        what += [f"{len(each.citations)} citations"] if each.citations else []
        what += [f"the review after {each.review_after}"] if each.review_after is not None else []
        context.lose(f"{LOST_MARKS}, and with it {' and '.join(what)}")
    return plain_condition(kept)


_ENDS_AT = ("due", "new_due", "ends", "bound_until")


def _refuse_elsewhere(text: str, context: CellContext) -> None:
    """Raise for a line that another column is to say; with a line of its own where that says the same."""
    said = said_elsewhere(text, context.field)
    if said is None:
        return
    sentence, line = said
    lines: tuple[str, ...] = () if line is None else (line,)
    try:
        read_condition(line or "never", context.known)
    except NotationError as error:
        lines = error.meant
    raise CellError(sentence, *lines) from None


CONDITION = CellKind(write=lambda value: write_condition(condition_of(value)), read=_condition, days=True)


def _json(text: str, _: CellContext) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise ValueError("this cell holds JSON, and it cannot be read") from None


JSON = CellKind(write=lambda value: json.dumps(value, ensure_ascii=False), read=_json)
