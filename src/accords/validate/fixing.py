"""Fixes: which of them are safe, and how they are made in the text, every other character as it was."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from accords.codec.reading import split_lines
from accords.compiling import late
from accords.diagnostics import Diagnostic, Edit, Stage
from accords.prose import refuse_one, refuse_other
from accords.validate.stages import run_stages

__all__ = ["apply_fixes", "keep_safe"]

_LARGEST = 500_000
"""In a text of more characters no fix is tried: trying one means to validate it again."""
_SMALL = 100_000
"""In a text of fewer, fixes that do not go together are tried one by one."""
_DECODER = json.JSONDecoder()
_COLON = late(r"\s*:\s*")
_COMMA = late(r"\s*,\s*")
_MOST = 20
"""So many of them."""


def apply_fixes(text: str, findings: Iterable[Diagnostic]) -> str:
    """``text`` with every fix of ``findings`` made at its exact place; nothing else is changed.

    Of two fixes at one place the first is made. An edit whose place is no text in quotation marks is left out.

    >>> text = accords.dumps(accords.load("examples/minimal.accord.json")).replace('"title"', '"titel"')
    >>> '"title"' in accords.apply_fixes(text, accords.validate(text).diagnostics)
    True
    """
    refuse_other(text, str, "the text of a record")
    refuse_one(findings, "findings, as a report has them")
    lines = split_lines(text)
    edits: dict[int, tuple[int, str]] = {}
    for found in findings:
        for edit in found.fix.edits if found.fix else ():
            span = _offsets(edit, lines.starts)
            if span is None or text[span[0]] != '"' or text[span[1] - 1] != '"':
                continue
            if not edit.content:
                span = _whole_member(text, *span)
            if span is not None:
                edits.setdefault(span[0], (span[1], edit.content))
    parts: list[str] = []
    at = 0
    for start, (end, content) in sorted(edits.items()):
        parts += [text[at:start], content]
        at = end
    return "".join([*parts, text[at:]])


def _offsets(edit: Edit, starts: Sequence[int]) -> tuple[int, int] | None:
    if edit.line is None or edit.column is None or edit.length is None or edit.length < 2:
        return None
    start = starts[edit.line - 1] + edit.column - 1
    return start, start + edit.length


def _whole_member(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a member whose name is given, with the comma before it, or where it comes first, after it."""
    colon = _COLON.match(text, end)
    if colon is None:
        return None
    try:
        _, end = _DECODER.raw_decode(text, colon.end())
    except (ValueError, RecursionError):
        return None
    before = len(text[:start].rstrip())
    if text[before - 1] == ",":
        return before - 1, end
    after = _COMMA.match(text, end)
    return start, after.end() if after is not None else end


def keep_safe(text: str | None, findings: Sequence[Diagnostic], last: Stage) -> tuple[Diagnostic, ...]:
    """``findings``, of which only those keep their fix that it mends without a new finding.

    Each fix is tried: the changed text goes through the stages up to ``last``, the last that ran before. All are
    tried together first, then one after the other with those that went well.
    """
    fixable = [found for found in findings if found.fix]
    if not fixable:
        return tuple(findings)
    safe: list[Diagnostic] = []
    if text is not None and len(text) <= _LARGEST:
        before = Counter(_subject(found) for found in findings)
        if _goes_well(text, fixable, before, last):
            safe = fixable
        elif len(text) <= _SMALL:
            for found in fixable[:_MOST]:
                if _goes_well(text, [*safe, found], before, last):
                    safe.append(found)
    kept = {id(found) for found in safe}
    return tuple(found if found.fix is None or id(found) in kept else evolve(found, fix=None) for found in findings)


def _goes_well(text: str, fixed: Sequence[Diagnostic], before: Counter[tuple[str, str]], last: Stage) -> bool:
    try:
        data = json.loads(apply_fixes(text, fixed), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        return False
    after = Counter(_subject(found) for found in run_stages(data, last).findings)
    return not after - (before - Counter(_subject(found) for found in fixed))


def _subject(found: Diagnostic) -> tuple[str, str]:
    return found.code, found.pointer


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member is there already")
    return members
