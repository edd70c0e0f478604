"""Whole texts held against the hash of the one that was coded."""

from __future__ import annotations

from itertools import product

from accords.diagnostics import Diagnostic, diagnose
from accords.model.sources import Source
from accords.pointer import Path, to_pointer
from accords.texts.edition import digest

__all__ = ["differs", "variants"]


def differs(source: Source, text: str, path: Path) -> Diagnostic:
    """The finding that ``text`` is not the one that ``source`` was coded from, with what editors may have changed."""
    found = _differences(text, source.text_sha256 or "")
    return diagnose(
        "ACC402",
        f'the text given for "{source.id}" is not the one that was coded: its hash is {digest(text)[:16]}…',
        pointer=to_pointer(path),
        notes=(f"it would be that text but for {' and '.join(found)}",) if found else (),
        help=f"give the text with the hash {source.text_sha256}",
    )


_LINE_ENDS = {"": None, r"its line ends, \r\n for \n": "\n", r"its line ends, \n for \r\n": "\r\n"}
_LAST_LINE = {"": None, "a line break at its end": False, "the line break missing at its end": True}


def _differences(text: str, wanted: str) -> list[str]:
    """What editors change unasked and by which alone the text differs from the one that was coded, if it does."""
    marks = ("", "a byte order mark at its start") if text.startswith("\ufeff") else ("",)
    for mark, line_ends, last_line in product(marks, _LINE_ENDS, _LAST_LINE):
        changed = _with_line_ends(text[1:] if mark else text, line_ends)
        if (ended := _LAST_LINE[last_line]) is not None:
            line_break = "\r\n" if "\r\n" in changed else "\n"
            changed = changed + line_break if ended else changed.removesuffix(line_break)
        if digest(changed) == wanted:
            return [difference for difference in (mark, line_ends, last_line) if difference]
    return []


def _with_line_ends(text: str, line_ends: str) -> str:
    line_break = _LINE_ENDS[line_ends]
    return text if line_break is None else text.replace("\r\n", "\n").replace("\n", line_break)


def variants(text: str) -> dict[str, str]:
    """The forms of ``text`` in which offsets lie elsewhere: what alone differs, and the text so changed."""
    marks = ("", "a byte order mark at its start") if text.startswith("\ufeff") else ("",)
    made: dict[str, str] = {}
    for mark, line_ends in product(marks, _LINE_ENDS):
        changed = _with_line_ends(text[1:] if mark else text, line_ends)
        if changed != text:
            made[" and ".join(part for part in (mark, line_ends) if part)] = changed
    return made
