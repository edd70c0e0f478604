"""Texts as such: what cannot be seen in them, what was garbled, what stands there only for the time being."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.checks.wording.languages import LANGUAGES, MEANT
from accords.compiling import late
from accords.diagnostics import Diagnostic
from accords.prose import character, composed, counted, listed, quoted

__all__ = ["TEXTS"]

_LONGEST_QUOTATION = 300

_UNSEEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u180e\u200b\u202d\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]")
_DIRECTIONS = late("[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]")
_RIGHT_TO_LEFT = late("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_RUN = late("(?<![\x80-\uffff])[\xc2-\xf4][\x80-\uffff]+")
"""Letters that may be the bytes of one or more characters: the first of them as such bytes begin."""
_TWO = late(r"[\xc2-\xf4][^\x00-\x7f]")
"""What every such run begins with, found much sooner."""
_SIGN = late("[\x80-\x9f\xc2-\xf4\ufffd]")
"""What is in every garbled text, found sooner still."""
_PLAUSIBLE = late("[\xa0-\u017f\u0218-\u021b\u0370-\u04ff\u2010-\u2044\u20ac\u2122]+")
_C1 = late("[\x80-\x9f]")

_PLACEHOLDER = late(
    r"\s*(?:to ?do|tbd|tbc|fixme|x{3,}|\?+|n/a|n\.a\.|none|null|nil|unknown"
    r"|not (?:known|stated|given|available|applicable)"
    r"|to be (?:added|completed|confirmed|done)|-+|–|—|\.{2,}|…|lorem ipsum.*)[.:!]?\s*",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset("tfxnulTFXNUL?-–—.…")
"""What such a text begins with, if not with white space."""
_MARK_WORDS = ("TODO", "FIXME", "TBD", "lorem ipsum")
_MARK = late(rf"\b(?:{'|'.join(_MARK_WORDS)})\b|\?\?\?", re.ASCII)
_MARKS = (*_MARK_WORDS, "???")
"""One of these is in every text that has such a mark."""


def unseen_character(index: Index) -> Iterator[Diagnostic]:
    """ACC616: a text holds a character that cannot be seen."""
    for path, text in () if index.all_texts.isprintable() else index.texts:
        if text.isprintable():
            continue
        hidden = _UNSEEN.findall(text)
        plain = _UNSEEN.sub("", text)
        if _RIGHT_TO_LEFT.search(text) is None:
            hidden += _DIRECTIONS.findall(text)
            plain = _DIRECTIONS.sub("", plain)
        if hidden:
            kinds = listed([character(one) for one in sorted(set(hidden))[:4]])
            yield index.found(
                "ACC616",
                f"{counted(len(hidden), 'character')} of this text cannot be seen: {kinds}",
                path,
                help="delete what cannot be seen; it makes equal texts differ and can turn what is shown around",
                suggestion=plain if plain.strip() else None,
            )


def garbled_text(index: Index) -> Iterator[Diagnostic]:
    """ACC617: a text was read in the wrong encoding somewhere on its way."""
    for path, text in index.wide_texts:
        if _SIGN.search(text) is None:
            continue
        mended = _RUN.sub(_decoded, text) if _TWO.search(text) is not None else text
        if mended != text:
            yield index.found(
                "ACC617",
                "letters of this text were read in the wrong encoding",
                path,
                help="look the text up in its source and write it anew",
                suggestion=mended,
            )
        elif "\ufffd" in text or _C1.search(text) is not None:
            yield index.found(
                "ACC617",
                "letters of this text were lost when it was read in the wrong encoding",
                path,
                help="look the text up in its source and write it anew",
            )


def _decoded(run: re.Match[str]) -> str:
    """What the letters were before UTF-8 was read as Windows-1252, if that is what happened."""
    before = run.string[run.start() - 1 : run.start()]
    if before.isupper():
        return run[0]  # a word in capitals before a closing quotation mark looks alike
    try:
        meant = b"".join(_as_byte(one) for one in run[0]).decode("utf-8")
    except UnicodeError:
        return run[0]
    return meant if _PLAUSIBLE.fullmatch(meant) else run[0]


def _as_byte(one: str) -> bytes:
    return one.encode("latin-1") if "\x80" <= one <= "\x9f" else one.encode("cp1252")


def space_at_edges(index: Index) -> Iterator[Diagnostic]:
    """ACC618: a text begins or ends with white space."""
    for path, text in index.texts:
        bare = text.strip()
        if bare != text and bare:
            yield index.found(
                "ACC618",
                f"white space stands {'before' if text[0].isspace() else 'after'} the text",
                path,
                help="delete it; names that differ in it alone are taken for two",
                suggestion=bare,
            )


def placeholder_text(index: Index) -> Iterator[Diagnostic]:
    """ACC619: a text stands only for one that is still to be written."""
    is_marked = any(mark in index.all_texts for mark in _MARKS)
    for path, text in index.texts:
        first = text[:1]
        may_be = (first in _BEGINNINGS or first.isspace()) and len(text) < 1000
        whole = _PLACEHOLDER.fullmatch(text) if may_be else None
        mark = whole or (_MARK.search(text) if is_marked else None)
        if mark is not None and path[-1] not in ("clause", "locator", "value"):  # XXX is a number there, or a code
            yield index.found(
                "ACC619",
                f"{quoted(mark[0].strip())} is no text yet",
                path,
                help="write the text, or leave the field out: what is absent is not stated",
            )


def long_quotation(index: Index) -> Iterator[Diagnostic]:
    """ACC620: the operative words are quoted at length."""
    for place, duty in enumerate(index.agreement.obligations):
        length = len(duty.as_written or "")
        if length > _LONGEST_QUOTATION:
            yield index.found(
                "ACC620",
                f"{length:,} characters are quoted, and the operative words are a short phrase",
                ("obligations", place, "as_written"),
                help="keep the words on which the duty turns; a citation with a span leads to the rest",
            )


def unknown_language(index: Index) -> Iterator[Diagnostic]:
    """ACC621: a language tag names no language, or not by the code that BCP 47 asks for."""
    for path, tag in index.languages:
        first, dash, rest = tag.partition("-")
        code = first.lower()
        meant = MEANT.get(code)
        if meant is None and (len(code) != 2 or code in LANGUAGES):
            continue
        is_longer = len(code) == 3
        yield index.found(
            "ACC621",
            f"{quoted(first)} {'has a shorter code, which language tags use' if is_longer else 'names no language'}",
            path,
            help="write a language tag such as en, sq or sr-Latn",
            suggestion=f"{meant}{dash}{rest}" if meant else None,
        )


def theme_spelt_twice(index: Index) -> Iterator[Diagnostic]:
    """ACC622: a theme is spelt in two ways."""
    first: dict[str, tuple[str, int, int]] = {}
    for place, duty in enumerate(index.agreement.obligations):
        for number, theme in enumerate(duty.themes):
            key = re.sub(r"[\s_-]+", " ", composed(theme.strip()).casefold())
            spelling, before, at = first.setdefault(key, (theme, place, number))
            if composed(theme.strip()) != composed(spelling.strip()):
                yield index.found(
                    "ACC622",
                    f"{quoted(theme)} is spelt {quoted(spelling)} elsewhere, and they are listed as two themes",
                    ("obligations", place, "themes", number),
                    help="spell a theme in one way",
                    suggestion=spelling,
                    related=[(("obligations", before, "themes", at), spelling)],
                    related_label="first here",
                )


TEXTS: tuple[Check, ...] = (
    Check("ACC616", unseen_character),
    Check("ACC617", garbled_text),
    Check("ACC618", space_at_edges),
    Check("ACC619", placeholder_text),
    Check("ACC620", long_quotation),
    Check("ACC621", unknown_language),
    Check("ACC622", theme_spelt_twice),
)
"""Code → the check that yields it."""
