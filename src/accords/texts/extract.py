"""A file to the text that is in it: plain text and HTML here, office documents and PDFs where their readers are."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from accords.codec.reading.encoding import BYTE_ORDER_MARK, decode
from accords.diagnostics import Diagnostic
from accords.prose import bytes_in_words, listed
from accords.texts.apart import read_apart
from accords.texts.edition import TextEdition, TextError, new_edition
from accords.texts.marks import UnseenMark, unseen_in, without_unseen
from accords.version import VERSION

__all__ = ["KEEP_OR_DROP", "MOST_BYTES", "edition_of"]

MOST_BYTES = 50_000_000
_PAGES = (".html", ".htm", ".xhtml")
_READERS = {"pdf": ("pypdf", "pypdf"), "docx": ("docx", "python-docx")}
"""Kind → the module that reads it, and the name of its package."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_READ = {
    **dict.fromkeys((".doc", ".rtf", ".odt", ".pages"), "save it as .docx"),
    **dict.fromkeys((".epub", ".mhtml"), "save the part that matters as HTML"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic"), "run it through text recognition"),
}
KEEP_OR_DROP = ("keep", "drop")
"""What can be done with signs that are not seen."""


def edition_of(
    raw: bytes,
    *,
    id: str,
    name: str = "",
    unseen: str | None = None,
    rights: str | None = None,
    source: dict[str, str] | None = None,
) -> TextEdition:
    """The edition of the text in the file ``raw``, which was called ``name``.

    Args:
        raw: the file, whole. What it is is told by its first bytes, then by the ending of ``name``.
        id: the id of the source.
        name: the name of the file.
        unseen: ``keep`` or ``drop`` signs that are not seen; where it is None, a text that has some is refused.
        rights: under which rights the text may be published, best as an SPDX identifier; None: not at all.
        source: what is known of the source, by the names of its fields; a title in the file is added.

    Raises TextError, in a sentence that says what to do, for a file of which no whole text can be had.

    >>> accords.edition_of(b"<p>One</p><p>Two</p>", id="page", name="page.html").text.splitlines()
    ['One', 'Two']
    """
    if len(raw) > MOST_BYTES:
        raise TextError(f"it has more than the limit of {bytes_in_words(MOST_BYTES)}; give a part of it")
    kind = _kind(raw, Path(name).suffix.lower())
    text, extractor, notes, title, pages = _taken(kind, raw)
    marks = unseen_in(text)
    if marks and unseen not in KEEP_OR_DROP:
        raise TextError(f"it has signs that nobody sees: {_listed(marks)}; say whether to keep or to drop them")
    if marks and unseen == "drop":
        cleaned = tuple(
            without_unseen(text[start:end]) for start, end in zip(pages, (*pages[1:], len(text)), strict=True)
        )
        pages = tuple(sum(map(len, cleaned[:at])) for at in range(len(cleaned)))
        text, notes = "".join(cleaned), (*notes, f"signs that nobody sees were dropped: {_listed(marks)}")
    if not text.strip():
        raise TextError("there is no text in it")
    known = {**({"title": title} if title else {}), **(source or {})}
    return new_edition(
        text, id=id, raw=raw, name=Path(name).name, extractor=extractor, pages=pages if kind == "pdf" else (),
        notes=notes, rights=rights, source=known,
    )  # fmt: skip


def _kind(raw: bytes, ending: str) -> str:
    if raw.startswith(b"%PDF-"):
        return "pdf"
    if raw.startswith(b"PK\x03\x04") and ending != ".odt":
        return "docx"
    if raw.startswith(_OLD):
        raise TextError("it is a document of an old form, or one locked with a password; save it as .docx without one")
    if ending in _NOT_READ:
        raise TextError(f"files that end in {ending} are not read; {_NOT_READ[ending]}")
    if ending in (".pdf", ".docx"):
        raise TextError(f"it ends in {ending} and is no such file; look what it is, and name it so")
    return "html" if ending in _PAGES else "text"


def _taken(kind: str, raw: bytes) -> tuple[str, str, tuple[str, ...], str | None, tuple[int, ...]]:
    """The text, what took it out, what is not in it, a title, and where its pages begin."""
    if kind == "text":
        text = decode(raw)
        if isinstance(text, Diagnostic):
            raise TextError(f"{text.message}; {text.help}")
        plain = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
        return plain, f"accords {VERSION}", (), None, (0,)
    if kind in _READERS and find_spec(_READERS[kind][0]) is None:
        raise TextError(
            f'reading a .{kind} needs {_READERS[kind][1]}, which is not installed: pip install "accords[text]"'
        )
    taken = read_apart(kind, raw)
    starts = [0]
    for page_text in taken.pages[:-1]:
        starts.append(starts[-1] + len(page_text) + 2)
    return "\n\n".join(taken.pages) + "\n", taken.extractor, taken.notes, taken.title, tuple(starts)


def _listed(marks: tuple[UnseenMark, ...]) -> str:
    told = [f"{mark.name}, {mark.count:,} times, first at {mark.places[0]:,}" for mark in marks[:5]]
    return listed(told) + (f", and {len(marks) - 5} other kinds" if len(marks) > 5 else "")
