"""The first fault of a text that is not JSON: the place where something is wrong, and what to do there.

A parser names the place where it gave up, which is often the next line. Here a missing comma is reported
behind the value that lacks it, and a text without an end where it begins.
"""

from __future__ import annotations

from accords.codec.reading.positions import Lines, split_lines
from accords.codec.reading.scanner import MalformedError, Wanted, scan, skip_space
from accords.codec.reading.tokens import Fault, broken_string, end_of_run, foreign_sign, odd_number, odd_word
from accords.diagnostics import Diagnostic, Place, diagnose
from accords.prose import character, counted, quoted

__all__ = ["report_fault"]

_WRITE_VALUE = "write it, or null"
_CLOSING = {"{": "}", "[": "]"}
_CONFLICT = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
_KIND = {"{": "object", "[": "list"}


def report_fault(text: str, *, file: str | None = None) -> Diagnostic | None:
    """The finding ACC001 for the first fault in ``text``, or None where ``text`` is JSON."""
    if skip_space(text, 0) == len(text):
        return diagnose(
            "ACC001",
            "the file is empty",
            help="write a record into it, or remove it",
            line=1,
            column=1,
            file=file,
        )
    try:
        for _ in scan(text):
            pass
    except MalformedError as stopped:
        lines = split_lines(text)
        return _finding(_explain(text, stopped, lines), lines, file)
    return None


def _finding(fault: Fault, lines: Lines, file: str | None) -> Diagnostic:
    span = lines.span(fault.at, fault.at + fault.length)
    related: tuple[Place, ...] = ()
    if fault.other is not None:
        line, column = lines.place(fault.other)
        related = (Place(pointer="", label="here", line=line, column=column),)
    return diagnose(
        "ACC001",
        fault.message,
        help=fault.help,
        line=span.line,
        column=span.column,
        length=span.length,
        related=related,
        related_label=fault.other_label or "see",
        file=file,
    )


def _explain(text: str, stopped: MalformedError, lines: Lines) -> Fault:
    at = skip_space(text, stopped.at)
    if at == len(text):
        return _cut_short(text, stopped, lines)
    if text[at : at + 7] in _CONFLICT and text[at - 1 : at] in ("", "\n"):
        advice = "keep what is to stand of the two sides, and take the lines with these marks out"
        return Fault(at=at, length=7, message="this marks a conflict that Git could not merge", help=advice)
    fault = foreign_sign(text, at) if stopped.wanted is not Wanted.SEPARATOR or text[at] not in "'" else None
    if fault is None and text[at] in "}]":
        fault = _closing(text, stopped, at, lines)
    return fault or _misplaced(text, stopped, at)


def _misplaced(text: str, stopped: MalformedError, at: int) -> Fault:
    match stopped.wanted:
        case Wanted.VALUE:
            fault = _no_value(text, stopped, at)
        case Wanted.NAME:
            fault = _no_name(text, stopped, at)
        case Wanted.COLON:
            fault = _no_colon(text, stopped, at)
        case Wanted.SEPARATOR:
            fault = _no_separator(text, stopped, at)
        case Wanted.NOTHING:
            fault = _glued(text, stopped, at) or Fault(
                at=at,
                length=end_of_run(text, at) - at,
                message="the text goes on after the end of the record",
                help="give one record to a file; several belong in a .jsonl file, one to a line",
            )
    return fault


def _cut_short(text: str, stopped: MalformedError, lines: Lines) -> Fault:
    """The text ends while brackets are open."""
    if not stopped.opened:
        return Fault(at=stopped.at, message="the text ends before its value", help="write the value")
    inner = stopped.opened[-1]
    line, column = lines.place(inner)
    closing = "".join(_CLOSING[text[one]] for one in reversed(stopped.opened[-8:]))
    also = len(stopped.opened) - 1
    more = f", and {counted(also, 'bracket')} around it" if also else ""
    return Fault(
        at=max(0, stopped.at - 1),
        message=f"the text ends, but the {_KIND[text[inner]]} opened at {line}:{column} is not closed{more}",
        help=f"close it: {closing} is missing" if also < 8 else "the file was cut short: save it again",
        other=inner,
        other_label="opened",
    )


def _closing(text: str, stopped: MalformedError, at: int, lines: Lines) -> Fault | None:
    """A closing bracket in the wrong place: the wrong one, or behind a comma."""
    sign = text[at]
    if not stopped.opened:
        what = "closes nothing: every bracket before it is closed" if stopped.at else "closes nothing"
        return Fault(at=at, message=f"`{sign}` {what}", help="take it out, or look for one that closes too early")
    inner = stopped.opened[-1]
    if sign != _CLOSING[text[inner]]:
        line, column = lines.place(inner)
        return Fault(
            at=at,
            message=f"`{sign}` stands where the {_KIND[text[inner]]} opened at {line}:{column} is still open",
            help=f"close that first, with {_CLOSING[text[inner]]}",
            other=inner,
            other_label="opened",
        )
    if text[stopped.at - 1 : stopped.at] == ",":
        message = f"a comma stands before the closing `{sign}`"
        return Fault(at=stopped.at - 1, message=message, help="take the comma out: nothing follows it")
    if stopped.wanted is Wanted.VALUE:
        return Fault(at=stopped.at - 1, message="the value is missing after this colon", help=_WRITE_VALUE)
    return None  # the name without a value is told by _no_colon


def _no_value(text: str, stopped: MalformedError, at: int) -> Fault:
    sign = text[at]
    if sign == '"':
        return broken_string(text, at)
    if sign == ",":
        if text[stopped.at - 1 : stopped.at] == ":":
            return Fault(at=stopped.at - 1, message="the value is missing after this colon", help=_WRITE_VALUE)
        return Fault(at=at, message="a value is missing before this comma", help="write it, or take the comma out")
    if text.startswith('\\"', at):
        advice = "take the backslashes out: the text was escaped once too often"
        return Fault(at=at, message="a backslash stands before the quotation mark", help=advice)
    if sign == "<" and not stopped.opened:
        return Fault(at=at, message="this looks like HTML or XML, not JSON", help="give the record itself")
    return odd_number(text, at) or odd_word(text, at) or _unexpected(text, at, "a value")


def _no_name(text: str, stopped: MalformedError, at: int) -> Fault:
    sign = text[at]
    if sign == '"':
        return broken_string(text, at)
    if sign == ",":
        return Fault(at=at, message="a member is missing before this comma", help="take the comma out")
    if sign in "[{:":
        return Fault(
            at=at,
            message=f"the name is missing before this `{sign}`",
            help='every member of an object is written "name": value',
        )
    end = end_of_run(text, at)
    if end > at + 1 or sign.isalnum() or sign in "_$":
        return Fault(
            at=at,
            length=end - at,
            message=f"the name {quoted(text[at:end])} is not in quotation marks",
            help='put it between two "',
        )
    return _unexpected(text, at, "a name")


def _no_colon(text: str, stopped: MalformedError, at: int) -> Fault:
    name = quoted(text[stopped.value_at + 1 : stopped.at - 1])
    length = stopped.at - stopped.value_at
    if text[at] in ",}":
        return Fault(
            at=stopped.value_at,
            length=length,
            message=f"the name {name} has no value",
            help='every member of an object is written "name": value',
        )
    if text[at] in "=;":
        return Fault(at=at, message=f"`{text[at]}` stands where a colon belongs", help="write : between name and value")
    if at == stopped.at and text[at].isalnum():
        return Fault(
            at=at,
            length=end_of_run(text, at) - at,
            message=f"the name {name} ends before this",
            help='a quotation mark inside a text is written \\"',
        )
    return Fault(at=stopped.at, message=f"a colon is missing after the name {name}", help="write : here")


def _no_separator(text: str, stopped: MalformedError, at: int) -> Fault:
    sign, inner = text[at], text[stopped.opened[-1]]
    glued = _glued(text, stopped, at)
    if glued:
        return glued
    if sign == ":":
        if inner == "[":
            return Fault(
                at=at,
                message="a list has no names",
                help="close the list before this name, or put { } around members that have names",
                other=stopped.opened[-1],
                other_label="the list begins",
            )
        return Fault(at=at, message="a colon stands after a value", help="write a comma between members")
    if sign in "\"'{[-" or sign.isalnum():
        return Fault(at=stopped.at, message="a comma is missing after this value", help="write , here")
    return _unexpected(text, at, f"a comma or the closing {_CLOSING[inner]}")


def _glued(text: str, stopped: MalformedError, at: int) -> Fault | None:
    """What clings to the value before it: a number in another notation, a longer word, a quotation mark."""
    first = text[stopped.value_at]
    if at > stopped.at or text[at] in "\"'{[:,<;=":
        return None
    if first in "-0123456789":
        return odd_number(text, stopped.value_at)
    if first == '"' and (text[at].isalnum() or text[at] in "\\_-.?!()/"):
        return Fault(
            at=at,
            length=end_of_run(text, at) - at,
            message="the text before this has ended already",
            help='a quotation mark inside a text is written \\"; between two values a comma is needed',
        )
    return odd_word(text, stopped.value_at) if first.isalpha() else None


def _unexpected(text: str, at: int, wanted: str) -> Fault:
    return Fault(at=at, message=f"{character(text[at])} stands where {wanted} belongs", help=f"write {wanted} there")
