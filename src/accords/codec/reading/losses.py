"""What a plain JSON reader would lose without a word: repeated names, numbers, half surrogate pairs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from itertools import islice

from attrs import evolve

from accords.codec.reading.limits import most_digits
from accords.codec.reading.positions import Lines, name_at, split_lines
from accords.codec.reading.scanner import scan
from accords.collecting import collection_paused
from accords.compiling import late
from accords.diagnostics import Diagnostic, Place, diagnose
from accords.pointer import Path, to_pointer
from accords.prose import counted, quoted

__all__ = [
    "MOST_FINDINGS",
    "has_escaped_surrogate",
    "may_hold_surrogates",
    "parse",
    "report_losses",
    "without_surrogates",
]

MOST_FINDINGS = 1_000
"""How many findings one text gets at most; the last of them says how many more there are."""

_ADVICE = {
    "ACC007": "write the number out, or leave the member away where it is not known",
    "ACC008": "replace it by the character that is meant",
    "ACC011": "write it as a text if it is a name or a code, otherwise shorten it",
}
_ESCAPED_SURROGATE = late(r"\\u[dD][89a-fA-F]")
_LITERAL_SURROGATE = late(r"[\ud800-\udfff]")
_WHOLE_CHARACTERS = late(
    r"(?:[^\\\ud800-\udfff]++|\\[^u]|\\u(?![dD][89a-fA-F]).{4}|\\u[dD][89abAB]..\\u[dD][c-fC-F]..)*+"
)
_ESCAPE = 6
"""The length of an escape with four digits."""


def may_hold_surrogates(text: str) -> bool:
    """Whether ``text`` holds any surrogate, written out or as an escape, paired or not."""
    return has_escaped_surrogate(text) or not _encodes(text)


def has_escaped_surrogate(text: str) -> bool:
    """Whether ``text`` holds a surrogate as an escape, paired or not."""
    return "\\u" in text and _ESCAPED_SURROGATE.search(text) is not None


def without_surrogates(text: str) -> str:
    """``text`` with U+FFFD for each surrogate written out in it: it can be encoded, and nothing moves."""
    return text if _encodes(text) else _LITERAL_SURROGATE.sub("\ufffd", text)


def _encodes(text: str) -> bool:
    """Whether no surrogate is written out in ``text``: many times faster than a search."""
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def parse(text: str, names: int) -> tuple[object, int]:
    """The value of the JSON ``text`` with so many ``names``, and how many of them and of its numbers it lost.

    A name is lost where it is repeated, a number where it is not fit to be held.

    Raises json.JSONDecodeError where ``text`` is not JSON, RecursionError where it is nested too deep for
    the interpreter.
    """
    lost = kept = 0
    longest = most_digits()

    def count(members: dict[str, object]) -> dict[str, object]:
        nonlocal kept
        kept += len(members)
        return members

    def whole(digits: str) -> int:
        nonlocal lost
        if len(digits) <= longest:
            return int(digits)
        lost += 1
        return 0

    def fraction(digits: str) -> float:
        nonlocal lost
        value = float(digits) if len(digits) <= longest else math.inf
        lost += math.isinf(value)
        return value

    def constant(_: str) -> None:
        nonlocal lost
        lost += 1

    with collection_paused():
        value: object = json.loads(
            text, object_hook=count, parse_int=whole, parse_float=fraction, parse_constant=constant
        )
    return value, lost + names - kept


def report_losses(text: str, lost: int, *, file: str | None = None) -> tuple[Diagnostic, ...]:
    """One finding for each loss in the JSON ``text``, of which `parse` counted ``lost``; at most 1,000.

    Half surrogate pairs are reported as well, though they are not part of that number.
    """
    found = list(islice(_losses(text, split_lines(text)), MOST_FINDINGS + 1))
    if len(found) > MOST_FINDINGS:
        listed = sum(one.code != "ACC008" for one in found)
        more = max(1, lost - listed + (found[-1].code != "ACC008"))
        least = "at least " if listed < len(found) else ""
        last = found[MOST_FINDINGS - 1]
        tail = f"; {least}{counted(more, 'more finding')} not listed"
        found[MOST_FINDINGS - 1] = evolve(last, message=last.message + tail)
    return tuple(evolve(one, file=file) for one in found[:MOST_FINDINGS])


def _losses(text: str, lines: Lines) -> Iterator[Diagnostic]:
    suspicious = may_hold_surrogates(text)
    names: dict[str, int] | None = None  # of the innermost object, with the offset of each; None in a list
    outer: list[dict[str, int] | None] = []
    path: list[str | int] = []  # one step for each open bracket
    for name_start, name_end, start, end in scan(text):
        mark = text[start]
        if mark in "]}":
            names = outer.pop()
            path.pop()
            continue
        if names is not None:
            name = name_at(text, name_start, name_end)
            path[-1] = name
            first = names.setdefault(name, name_start)
            if first != name_start:
                yield _repeated(name, first, name_start, name_end, path=tuple(path), lines=lines)
            if suspicious:
                yield from _surrogates(text, name_start, name_end, path=tuple(path), lines=lines, in_name=True)
        elif path:
            path[-1] = int(path[-1]) + 1
        if mark in "[{":
            outer.append(names)
            names = {} if mark == "{" else None
            path.append(-1)
        elif mark == '"':
            if suspicious:
                yield from _surrogates(text, start, end, path=tuple(path), lines=lines, in_name=False)
        elif mark in "-0123456789NI":
            yield from _unfit(text, start, end, path=tuple(path), lines=lines)


def _repeated(name: str, first: int, start: int, end: int, *, path: Path, lines: Lines) -> Diagnostic:
    span, (line, column) = lines.span(start, end), lines.place(first)
    pointer = to_pointer(path)
    return diagnose(
        "ACC002",
        f"{quoted(name)} is already a member of this object, at {line}:{column}",
        help="keep one of the two; where both are meant, merge their values",
        pointer=pointer,
        related=(Place(pointer=pointer, label=quoted(name), line=line, column=column),),
        related_label="the first one",
        line=span.line,
        column=span.column,
        length=span.length,
        on_key=True,
    )


def _unfit(text: str, start: int, end: int, *, path: Path, lines: Lines) -> Iterator[Diagnostic]:
    """The finding for the number between ``start`` and ``end``, where it cannot be held."""
    long, longest = end - start, most_digits()
    if long > longest:
        code = "ACC011"
        message = f"a number of {long:,} characters is too long to read; the limit is {longest:,}"
    elif text[start] in "NI" or text[end - 1] == "y":
        code, message = "ACC007", f"`{text[start:end]}` is not a number that JSON can hold"
    elif not text[start + 1 : end].isdigit() and math.isinf(float(text[start:end])):
        written = text[start:end] if long <= 32 else f"{text[start : start + 31]}…"
        code, message = "ACC007", f"the number {written} is too large to hold"
    else:
        return
    yield _spot(code, message, start, end, path=path, lines=lines)


def _surrogates(text: str, start: int, end: int, *, path: Path, lines: Lines, in_name: bool) -> Iterator[Diagnostic]:
    """One finding for each half of a surrogate pair in the string between ``start`` and ``end``."""
    at = start
    while True:
        whole = _WHOLE_CHARACTERS.match(text, at, end)
        at = whole.end() if whole else end
        if at >= end:
            return
        stop = at + _ESCAPE if text[at] == "\\" else at + 1
        number = int(text[at + 2 : stop], 16) if text[at] == "\\" else ord(text[at])
        message = f"\\u{number:04x} is half of a surrogate pair, not a character"
        yield _spot("ACC008", message, at, stop, path=path, lines=lines, on_key=in_name)
        at = stop


def _spot(
    code: str, message: str, start: int, end: int, *, path: Path, lines: Lines, on_key: bool = False
) -> Diagnostic:
    span = lines.span(start, end)
    return diagnose(
        code,
        message,
        help=_ADVICE[code],
        pointer=to_pointer(path),
        line=span.line,
        column=span.column,
        length=span.length,
        on_key=on_key,
    )
