"""Bytes to text: UTF-8 or a finding that says which byte is wrong and what the bytes look like."""

from __future__ import annotations

import codecs

from accords.codec.reading.positions import split_lines
from accords.diagnostics import Diagnostic, diagnose

__all__ = ["BYTE_ORDER_MARK", "decode", "not_utf8", "without_mark"]

BYTE_ORDER_MARK = "\ufeff"

_KINDS = (
    (codecs.BOM_UTF32_LE, "UTF-32 text"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32 text"),
    (codecs.BOM_UTF16_LE, "UTF-16 text"),
    (codecs.BOM_UTF16_BE, "UTF-16 text"),
    (b"\x1f\x8b", "data compressed by gzip"),
    (b"\xfd7zXZ\x00", "data compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "data compressed by zstd"),
    (b"PK\x03\x04", "a ZIP archive, or an office document"),
    (b"%PDF-", "a PDF document"),
)
_AROUND = 12
"""How many bytes on each side of a wrong one are shown."""


def decode(raw: bytes, *, file: str | None = None) -> str | Diagnostic:
    """The text of ``raw``, byte order mark included, or the finding ACC003 where it is not UTF-8."""
    kind = _kind(raw)
    if kind:
        return _whole(kind, file)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return not_utf8(wrong, file=file)


def without_mark(text: str, *, file: str | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """``text`` without the byte order mark at its start, and the warning ACC004 where there was one."""
    if not text.startswith(BYTE_ORDER_MARK):
        return text, ()
    found = diagnose(
        "ACC004",
        "the file begins with a byte order mark (U+FEFF)",
        help="save the file as UTF-8 without a byte order mark",
        line=1,
        column=1,
        file=file,
    )
    return text[1:], (found,)


def not_utf8(wrong: UnicodeDecodeError, *, file: str | None = None) -> Diagnostic:
    """The finding ACC003 for the first byte that cannot be decoded, with its line and column."""
    raw, start = wrong.object, wrong.start
    before = raw[:start].decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    line, column = split_lines(before).place(len(before))
    what, advice = _reason(wrong)
    return diagnose(
        "ACC003",
        f"byte 0x{raw[start]:02X} at {line}:{column} (offset {start:,}) is not UTF-8: {what}",
        help=advice,
        notes=(f"read as windows-1252, it stands in: {_surroundings(raw, start)}",),
        line=line,
        column=column,
        file=file,
    )


def _whole(kind: str, file: str | None) -> Diagnostic:
    advice = "save the file as UTF-8" if "UTF" in kind else "give the JSON text itself, saved as UTF-8"
    if "gzip" in kind:
        advice = f"unpack it first (gunzip): {advice}"
    return diagnose("ACC003", f"the file is not UTF-8: it looks like {kind}", help=advice, line=1, column=1, file=file)


def _kind(raw: bytes) -> str | None:
    """What ``raw`` is, where its first bytes show that it is not UTF-8: no JSON text begins like this."""
    for mark, kind in _KINDS:
        if raw.startswith(mark):
            return kind
    start = raw[:4]
    if b"\0" not in start:
        return None
    empty = tuple(byte == 0 for byte in start)
    if empty in ((True, True, True, False), (False, True, True, True)):
        return "UTF-32 text"
    if empty[:2] in ((True, False), (False, True)):
        return "UTF-16 text"
    return "binary data, not text"


def _reason(wrong: UnicodeDecodeError) -> tuple[str, str]:
    """What the wrong bytes look like, and what to do."""
    raw, start = wrong.object, wrong.start
    first = raw[start]
    if wrong.reason == "unexpected end of data":
        return "the text ends in the middle of a character", "the file was cut short: fetch or save it again"
    if first == 0xED and 0xA0 <= raw[start + 1] <= 0xBF:
        return (
            "half of a surrogate pair was written as a character (CESU-8)",
            "write the text again from its source, as UTF-8",
        )
    if wrong.end > start + 1:
        return "a character of several bytes is cut short", "the file is damaged here: fetch or save it again"
    western, central = (bytes((first,)).decode(name, "replace") for name in ("cp1252", "cp1250"))
    if "\ufffd" in (western, central):
        return "no character begins with it", "save the file as UTF-8"
    if western == central:
        return f'it looks like "{western}" in windows-1252', "save the file as UTF-8, not as windows-1252"
    return (
        f'it looks like "{western}" in windows-1252, or "{central}" in windows-1250',
        "save the file as UTF-8, not in an encoding of one byte to a character",
    )


def _surroundings(raw: bytes, start: int) -> str:
    """The bytes about ``start`` as text, without line ends and what cannot be printed."""
    near = raw[max(0, start - _AROUND) : start + _AROUND].decode("cp1252", "replace")
    return "".join(one if one.isprintable() else " " for one in near).strip()
