"""What is wrong with a single token: a string, a number, a word or a sign that JSON does not have."""

from __future__ import annotations

import re

from attrs import frozen

from accords.codec.reading.scanner import string_stops
from accords.prose import character, printable, quoted

__all__ = ["Fault", "broken_string", "end_of_run", "foreign_sign", "odd_number", "odd_word"]


@frozen(kw_only=True)
class Fault:
    """The place where a text stops being JSON, in offsets, and what to say about it.

    ``other`` is the offset of another place that matters, called ``other_label``.
    """

    at: int
    length: int = 1
    message: str
    help: str
    other: int | None = None
    other_label: str = ""


_signs_in_string = re.compile(r'(?s:\\.){1,100}|"').finditer
_signs_in_single = re.compile(r"(?:\\[^\r\n]){1,100}|['\r\n]").finditer
_match_separator = re.compile(r"[ \t\r\n]*+(?:[,:\]}]|\Z)").match
_match_run = re.compile(r"[^\s,:\[\]{}\"']++").match
_match_comment = re.compile(r"//[^\r\n]*+|/\*(?s:.)*?(?:\*/|\Z)|#[^\r\n]*+").match
_match_quoted = re.compile(r"[`\u00ab\u2018-\u201e][^\r\n`\u00ab\u00bb\u2018-\u201e]*+[`\u00bb\u2018-\u201e]?").match
_match_words = re.compile(r"[^,:\[\]{}\"'\r\n]++").match
_match_number = re.compile(r"[-+]?\.?[0-9]").match
_LITERALS = {
    "true": "true",
    "false": "false",
    "null": "null",
    "none": "null",
    "nil": "null",
    "undefined": "null",
    "yes": "true",
    "no": "false",
}
_ENOUGH = 200
"""How many characters are looked at to tell what is wrong with a number."""

_PYTHON = ("None", "True", "False")
_CONTROLS = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}


def end_of_run(text: str, at: int) -> int:
    """Where the characters end that belong to the word or number at ``at``."""
    found = _match_run(text, at)
    return found.end() if found else min(at + 1, len(text))


def broken_string(text: str, at: int) -> Fault:
    """Why the string that begins at ``at`` is not one: it never ends, or holds what it must not."""
    stop = string_stops(text, at)
    if stop >= len(text) or (text[stop] == "\\" and stop + 1 == len(text)):
        return _unterminated(text, at)
    sign = text[stop]
    if sign == "\\":
        return _bad_escape(text, stop)
    if sign in "\r\n" and not _ends_later(text, at):
        return _unterminated(text, at)
    what = "a line break" if sign in "\r\n" else f"the control character {character(sign)}"
    return Fault(
        at=stop,
        message=f"{what} cannot stand in a text as it is",
        help=f"write it as {_CONTROLS.get(sign, f'{chr(92)}u{ord(sign):04x}')}",
        other=at,
        other_label="the text begins",
    )


def _ends_later(text: str, at: int) -> bool:
    """Whether the string that begins at ``at`` goes on over line breaks to a closing quotation mark."""
    closing = next((sign.end() for sign in _signs_in_string(text, at + 1) if sign[0] == '"'), None)
    return closing is not None and _match_separator(text, closing) is not None


def _unterminated(text: str, at: int) -> Fault:
    length = len(re.split(r"[\r\n]", text[at : at + 10_000], maxsplit=1)[0])
    return Fault(
        at=at,
        length=length,
        message="the text that begins here has no closing quotation mark",
        help='end it with " on the same line; a quotation mark inside it is written \\"',
    )


def _bad_escape(text: str, at: int) -> Fault:
    after = text[at + 1]
    if after == "u":
        digits = re.match(r"[0-9a-fA-F]{0,3}", text[at + 2 : at + 5])
        length = 2 + (digits.end() if digits else 0)
        return Fault(
            at=at,
            length=length,
            message="\\u must be followed by four hexadecimal digits",
            help="write four digits, as in \\u00e9, or the character itself",
        )
    written = f"\\{printable(after)}"
    if after == "'":
        advice = "write ' alone: it needs no backslash"
    elif after in "xX":
        advice = "write \\u and four hexadecimal digits, or the character itself"
    else:
        advice = "for a backslash itself write \\\\"
    return Fault(at=at, length=2, message=f"{written} is not an escape that JSON knows", help=advice)


def odd_number(text: str, at: int) -> Fault | None:
    """What is wrong with the way the number at ``at`` is written, or None where no number begins there."""
    if not _match_number(text, at) and text[at : at + 1] not in ("-", "+"):
        return None
    end = end_of_run(text, at)
    raw = text[at : min(end, at + _ENOUGH)]
    shown = printable(raw if len(raw) <= 32 else raw[:31] + "…")
    digits = raw.lstrip("+-")
    if not digits or len(raw) - len(digits) > 1:
        message, advice = (
            f"`{shown}` is not a number",
            "write a number with digits, and at most one minus sign",
        )
    elif raw.lower().lstrip("+-") in ("inf", "infinity", "nan"):
        message, advice = f"`{shown}` is not a number that JSON has", "leave the member away or write null"
    elif raw.startswith("+"):
        message, advice = f"the number {shown} begins with a plus sign", "leave the plus sign away"
    elif digits.startswith("."):
        message, advice = (
            f"the number {shown} begins with a point",
            "write a digit before the point, as in 0.5",
        )
    elif re.fullmatch(r"0[xXoObB][0-9a-fA-F_]+", digits):
        message, advice = f"the number {shown} is not decimal", "write it with decimal digits"
    elif re.fullmatch(r"[0-9]+(-[0-9]+)+", raw):
        message, advice = f"{shown} is neither a number nor a text", f'write a date as a text: "{shown}"'
    elif re.match(r"0[0-9]", digits):
        message, advice = (
            f"the number {shown} begins with a zero",
            "leave leading zeros away, or write a code as a text",
        )
    elif re.match(r"[0-9]+\.(?![0-9])", digits):
        message, advice = (
            f"the number {shown} has no digit behind its point",
            "write a digit there, as in 1.0",
        )
    elif re.fullmatch(r"[0-9.]+[eE][-+]?", digits):
        message, advice = f"the number {shown} has no digits in its exponent", "write them, as in 1e3"
    else:
        message, advice = (
            f"`{shown}` is not a number",
            "write a number in decimal digits, or put it in quotation marks",
        )
    return Fault(at=at, length=end - at, message=message, help=advice)


def odd_word(text: str, at: int) -> Fault | None:
    """What to write instead of the bare word at ``at``, or None where no word begins there."""
    if not (text[at].isalpha() or text[at] in "_$"):
        return None
    end = end_of_run(text, at)
    word = text[at:end]
    right = _LITERALS.get(word.lower())
    if right and word != right:
        origin = " is how Python writes it" if word in _PYTHON else " is not a word of JSON"
        return Fault(at=at, length=end - at, message=f"`{word}`{origin}", help=f"write {right}")
    words = found[0].rstrip() if (found := _match_words(text, at)) else word
    return Fault(
        at=at,
        length=len(words),
        message=f"the text {quoted(words)} is not in quotation marks",
        help='put it between two "',
    )


def foreign_sign(text: str, at: int) -> Fault | None:
    """The fault of a comment, another kind of quotation mark or an invisible character at ``at``, or None."""
    comment = _match_comment(text, at)
    if comment:
        length = len(re.split(r"[\r\n]", comment[0][:10_000], maxsplit=1)[0])
        return Fault(
            at=at,
            length=length,
            message="JSON has no comments",
            help="take the comment out, or keep it in a member for notes",
        )
    end = _end_of_single(text, at) if text[at] == "'" else None
    quotes = _match_quoted(text, at)
    if quotes:
        end = quotes.end()
    if end is not None:
        return Fault(
            at=at,
            length=end - at,
            message=f"{character(text[at])} does not begin a text in JSON",
            help='texts and names stand between two straight "',
        )
    if text[at].isspace() or not text[at].isprintable():
        return Fault(
            at=at,
            message=f"{character(text[at])} cannot stand here",
            help="take it out: white space in JSON is the space, the tab and the line break",
        )
    return None


def _end_of_single(text: str, at: int) -> int:
    """Where the text in single quotation marks that begins at ``at`` ends: with its mark, or with its line."""
    sign = next((sign for sign in _signs_in_single(text, at + 1) if len(sign[0]) == 1), None)
    if sign is None:
        return len(text)
    return sign.end() if sign[0] == "'" else sign.start()
