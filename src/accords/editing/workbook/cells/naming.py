"""Cells that hold a name: the id of something, or one of a closed list of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from accords.checks.wording.languages import tag_of
from accords.dates.spoken import duration_of
from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.refusing import CellError
from accords.model.scalars import Language
from accords.suggest import UnknownIdError, nearest, slug_of
from accords.words import say

__all__ = ["id_kind", "language_kind", "said_as", "word_kind"]

_EVERYBODY = re.compile(
    r"(?:both|all|each|every)(?:\s+(?:of\s+)?(?:the\s+)?(?:parties|party|sides?))?|the parties", re.I
)
_SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_TURNING = re.compile(r"(?:^|\s)(?:not|no|all but|except|but|without|other than)\s|\sor\s|^either\s", re.IGNORECASE)
_ONE = "one id stands here, and each other one in a row of its own"
_TAG = re.compile(get_args(Language)[1].pattern)


def id_kind(of: str, *, many: bool = False) -> CellKind:
    """The id of something; of one of ``many``, which are parted by semicolons and nothing else."""

    def read(text: str, context: CellContext) -> str:
        name, known = text.strip(), sorted(context.ids.get(of, ()))
        if name in known:
            return name
        everybody = context.ids.get("party", ()) if of == "actor" and _EVERYBODY.fullmatch(name) else ()
        if everybody and many:
            raise CellError("each is named by its id", "; ".join(everybody))
        if everybody:
            raise ValueError(f"{_ONE}: {', '.join(everybody)}")
        turning = _TURNING.search(name) if not _SLUG.fullmatch(name) else None
        if turning is not None:
            raise ValueError(_turned(turning[0].strip(), known, many=many))
        parts = [part.strip() for part in re.split(r"[,;/\n]|\s(?:and|&)\s", name) if part.strip()]
        if len(parts) > 1:
            found = [part if part in known else nearest(part, known) or slug_of(part) or "" for part in parts]
            meant = ["; ".join(found)] if many and (not known or all(part in known for part in found)) else []
            raise CellError("ids are parted by semicolons" if many else _ONE, *meant)
        if not _SLUG.fullmatch(name) and known:
            meant = [near] if (near := nearest(slug_of(name) or name, known)) else []
            error = str(UnknownIdError(name, of, known if not meant else ())).partition(";")[0]
            raise CellError(error, *meant) if meant else ValueError(str(UnknownIdError(name, of, known)))
        return name

    return CellKind(write=str, read=read, ids=of, many=many)


def _turned(word: str, known: Iterable[str], *, many: bool) -> str:
    """What to say where a word behind or before an id makes it mean another, or leaves open which."""
    there = f"; there are {', '.join(known)}" if known else ""
    if word.lower() in ("or", "either"):
        how = "each that is stands here, parted by semicolons" if many else "the one that is stands here"
        return f"“{word}” leaves open which is meant; {how}{there}"
    return f"“{word}” says which is not meant; those that are stand here{there}"


def language_kind(*, many: bool = False) -> CellKind:
    """The tag of a language; in a list of ``many``, which are parted by semicolons, one of them."""

    def read(text: str, _: CellContext) -> str:
        tag = text.strip()
        if _TAG.fullmatch(tag):
            return tag
        parts = [part.strip() for part in re.split(r"[,;/&\n]|\s(?:and|or)\s", tag) if part.strip()]
        whole = tag_of(tag) if len(parts) < 2 else None
        tags = [part if _TAG.fullmatch(part) else tag_of(part) for part in parts]
        if len(parts) > 1 and None not in tags:
            said = "language tags are parted by semicolons" if many else "one language tag stands here"
            named = [each for each in tags if each is not None]
            raise CellError(said, *(["; ".join(named)] if many else named))
        form = "a language is named by its tag, two or three letters and the rest behind hyphens: en, sq, sr-Latn"
        raise CellError(f"{tag[:40]!r} is no language tag; {form}", *([whole] if whole is not None else []))

    return CellKind(write=str, read=read, many=many)


_SAID_FOR = {
    "denied": "not_occurred",
    "denies": "not_occurred",
    "no": "not_occurred",
    "yes": "occurred",
    "confirmed": "occurred",
    "happened": "occurred",
    "done": "occurred",
    "should": "endeavour",
    "will": "must",
    "will not": "must_not",
    "shall not": "must_not",
    "can": "may",
    "together": "jointly",
    "separately": "each",
    "individually": "each",
    "each of them": "each",
    "by turns": "in_turn",
    **{day[:3]: day for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")},
}
"""Other words for those of the format."""
_NOT_YET = re.compile(
    r"(?:(?:has|have|had|did|was|were|is)(?: not|n['’]t)|not) (?:yet )?(?:happen(?:ed)?|occur(?:red)?|done|so)", re.I
)
_ASKED = {
    "may not": "“may not” is must_not where it forbids; where it only leaves something undone, no duty stands here",
    "cannot": "“cannot” is must_not where it forbids; where it only leaves something undone, no duty stands here",
    "can not": "“can not” is must_not where it forbids; where it only leaves something undone, no duty stands here",
    "need not": "“need not” binds nobody; leave the row out, or write what excuses under “{excused_if}” of the duty",
    "is not obliged to": "“is not obliged to” binds nobody; leave the row out, or write what excuses under "
    "“{excused_if}” of the duty",
    "should not": "“should not” is must_not where it binds; to try not to is endeavour, with “not to …” as the action",
}
"""Words that the format has no one word for."""
_NEGATED = re.compile(r"(?:^|[\W_])(?:not?|never|non)(?:[\W_]|$)|n['’]t\b|nnot\b", re.I)


def word_kind(words: tuple[str, ...], *, many: bool = False) -> CellKind:
    """One of a closed list of words; in a list of ``many``, which are parted by semicolons, one of them."""

    def read(text: str, _: CellContext) -> str:
        word = text.strip()
        if word in words:
            return word
        parts = [part.strip() for part in re.split(r"[,;/&\n]|\sand\s", word) if part.strip()]
        meant = [said_as(part, words) for part in parts]
        if many and len(parts) > 1 and None not in meant:
            raise CellError("words are parted by semicolons", "; ".join(each for each in meant if each is not None))
        asked = _ASKED.get(" ".join(word.lower().split())) if "must_not" in words else None
        said = f"{word!r} is none of {', '.join(words)}"
        if asked is not None:
            raise ValueError(f"{said}; {asked.format(excused_if=say('book.field.excused_if'))}")
        every = duration_of(word) if "recurring" in words else None
        if every is not None:
            where = say("book.inner", outer=say("book.field.performance"), inner=say("book.field.every"))
            raise CellError(f"{said}; {every} stands under “{where}”", "recurring")
        one = said_as(word, words)
        raise CellError(said, *([one] if one is not None else []))

    return CellKind(write=str, read=read, words=words, many=many)


def said_as(said: str, words: tuple[str, ...]) -> str | None:
    """The word of the format that says the same; none that lacks a “not” which was said, or has one more."""
    plain = " ".join(said.lower().split())
    if plain in words:
        return plain
    known = "not_occurred" if _NOT_YET.fullmatch(plain) else _SAID_FOR.get(plain)
    if known in words:
        return known
    near = nearest(plain, words)
    return near if near is not None and bool(_NEGATED.search(plain)) == bool(_NEGATED.search(near)) else None
