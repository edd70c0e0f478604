"""Cells that hold a name: the id of something, or one of a closed list of words."""

from __future__ import annotations

import re
from typing import get_args

from accords.checks.wording.languages import tag_of
from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.refusing import CellError
from accords.model.scalars import Language
from accords.suggest import UnknownIdError, nearest, slug_of

__all__ = ["id_kind", "language_kind", "word_kind"]

_EVERYBODY = re.compile(
    r"(?:both|all|each|every)(?:\s+(?:of\s+)?(?:the\s+)?(?:parties|party|sides?))?|the parties", re.I
)
_SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_TAG = re.compile(get_args(Language)[1].pattern)


def id_kind(of: str, *, many: bool = False) -> CellKind:
    """The id of something; of one of ``many``, which are parted by semicolons and nothing else."""

    def read(text: str, context: CellContext) -> str:
        name, known = text.strip(), sorted(context.ids.get(of, ()))
        if name in known:
            return name
        everybody = context.ids.get("party", ()) if of == "actor" and _EVERYBODY.fullmatch(name) else ()
        if everybody:
            raise CellError("each is named by its id", "; ".join(everybody) if many else min(everybody))
        parts = [part.strip() for part in re.split(r",|\s(?:and|or)\s", name) if part.strip()]
        if len(parts) > 1:
            found = [part if part in known else nearest(part, known) or slug_of(part) or "" for part in parts]
            meant = ["; ".join(found)] if many and (not known or all(part in known for part in found)) else []
            raise CellError("ids are parted by semicolons" if many else "one id stands here", *meant)
        if not _SLUG.fullmatch(name) and known:
            meant = [near] if (near := nearest(slug_of(name) or name, known)) else []
            error = str(UnknownIdError(name, of, known if not meant else ())).partition(";")[0]
            raise CellError(error, *meant) if meant else ValueError(str(UnknownIdError(name, of, known)))
        return name

    return CellKind(write=str, read=read, ids=of, many=many)


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
    "confirmed": "occurred",
    "did not happen": "not_occurred",
    "happened": "occurred",
    "should": "endeavour",
    "will": "must",
    "can": "may",
}
"""Other words for those of the format."""


def word_kind(words: tuple[str, ...]) -> CellKind:
    """One of a closed list of words."""

    def read(text: str, _: CellContext) -> str:
        word = text.strip()
        if word not in words:
            meant = _SAID_FOR.get(word.lower()) if _SAID_FOR.get(word.lower()) in words else nearest(word, words)
            raise CellError(f"{word!r} is none of {', '.join(words)}", *([meant] if meant else []))
        return word

    return CellKind(write=str, read=read, words=words)
