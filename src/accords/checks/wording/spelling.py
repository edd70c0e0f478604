"""One text in two forms: characters composed in two ways, words in two alphabets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.diagnostics import Diagnostic
from accords.pointer import Path
from accords.prose import quoted

__all__ = ["SPELLING"]

_WORD = late(r"[^\W\d_]+")
_NOT_LATIN = late("[\u0370-\u04ff]")
_ALPHABETS = (
    ("Latin", late("[A-Za-z\u00c0-\u024f]")),
    ("Greek", late("[\u0370-\u03ff]")),
    ("Cyrillic", late("[\u0400-\u04ff]")),
)


def two_forms_of_a_name(index: Index) -> Iterator[Diagnostic]:
    """ACC623: a name or a theme is written in two forms that look the same and are not equal."""
    seen: dict[str, tuple[str, Path]] = {}
    for path, text in index.wide_texts:
        if not _names(path):
            continue
        form = unicodedata.normalize("NFC", text)
        before, where = seen.setdefault(form, (text, path))
        if before != text:
            yield index.found(
                "ACC623",
                f"{quoted(form)} is composed of other characters here than elsewhere in the record",
                path,
                help="write it in one form, best in that of Unicode normalisation form C",
                suggestion=form if form != text else None,
                related=((where, "written otherwise here"),),
            )


def two_alphabets_in_a_word(index: Index) -> Iterator[Diagnostic]:
    """ACC624: a word mixes letters of two alphabets that look alike."""
    for path, text in index.wide_texts:
        if _NOT_LATIN.search(text) is None:
            continue
        for word in _WORD.findall(text):
            of = [name for name, letters in _ALPHABETS if letters.search(word)]
            if len(of) > 1 and len(word) > 2:
                yield index.found(
                    "ACC624",
                    f"{quoted(word)} has {of[0]} and {of[1]} letters",
                    path,
                    help="type the word anew in one alphabet: what looks the same is found by no search",
                )
                break


def _names(path: Path) -> bool:
    """Whether a text is one by which things are told apart or grouped."""
    match path:
        case (*_, "name" | "publisher" | "assessor" | "measure" | "unit" | "side"):
            return True
        case (*_, "names", int(), "text") | (*_, "themes" | "authors", int()):
            return True
        case _:
            return False


SPELLING: tuple[Check, ...] = (
    Check("ACC623", two_forms_of_a_name),
    Check("ACC624", two_alphabets_in_a_word),
)
"""Code → the check that yields it."""
