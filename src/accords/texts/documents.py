"""What runs in a process of its own: a page, an office document or a PDF goes in, its text comes out as JSON.

The libraries that read the latter two are not installed unless asked for (``accords[text]``).
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import contextlib
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from io import BytesIO
from typing import Any

from accords.texts.apart import TakenOut
from accords.texts.edition import TextError
from accords.texts.markup import decode_page, read_page
from accords.version import VERSION

__all__ = ["main", "read_docx", "read_html", "read_pdf", "told"]

_MOST_UNPACKED = 200_000_000
_MOST_PARTS = 10_000
_MOST_PAGES = 5_000
_MOST_CHARACTERS = 10_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRACKED = tuple(_W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_OFF = ("0", "false", "off", "none")
_NEW = re.compile(
    r"(?:ARTICLE|Article|Art\.|Section|SECTION|Chapter|CHAPTER|Annex|ANNEX|§)\s*\S|\(?[0-9a-zA-Z]{1,4}[.)]\s|[•–—-]\s"
)
_ENDS = re.compile(r"[.:;!?]['\"”’)]*$")


def main() -> None:
    """Read standard input as the kind of file that the first argument names, in the memory that the second gives."""
    kind, memory = sys.argv[1], int(sys.argv[2])
    with contextlib.suppress(ImportError, ValueError, OSError):  # where the system has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    json.dump(told(kind, sys.stdin.buffer.read()), sys.stdout)


def told(kind: str, raw: bytes) -> dict[str, Any]:
    """What is in ``raw``, a file of the ``kind`` html, pdf or docx, as plain JSON; or, as ``error``, why not.

    Whatever else a library raises of a damaged file ends the process; ``read_apart`` says so.
    """
    try:
        taken = {"pdf": read_pdf, "docx": read_docx, "html": read_html}[kind](raw)
        if sum(map(len, taken.pages)) > _MOST_CHARACTERS:
            raise TextError(f"its text has more than {_MOST_CHARACTERS:,} characters; give a part of it")
    except TextError as wrong:
        return {"error": str(wrong)}
    except MemoryError:
        return {"error": "reading it took more memory than is allowed; nothing was taken over"}
    except RecursionError:
        return {"error": "it is nested too deep to be read; nothing was taken over"}
    return {"pages": taken.pages, "extractor": taken.extractor, "notes": taken.notes, "title": taken.title}


def read_html(raw: bytes) -> TakenOut:
    """What is seen of a page, a paragraph to a line."""
    page = read_page(decode_page(raw))
    notes = (f"text that the page hides was left out: {page.hidden:,} characters",) if page.hidden else ()
    return TakenOut(("\n".join(page.lines),), f"accords {VERSION}", notes, page.title)


# ---- PDF


def read_pdf(raw: bytes) -> TakenOut:
    """The text of a PDF, page by page, lines as they stand and blank lines between what seem to be paragraphs."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = "it is locked with a password; save a copy without one"
    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise TextError(locked)
    try:
        count = len(reader.pages)
        if count > _MOST_PAGES:
            raise TextError(f"it has {count:,} pages, more than the limit of {_MOST_PAGES:,}; give a part of it")
        pages: list[str] = []
        length = 0
        for page in reader.pages:
            pages.append(_in_paragraphs(page.extract_text().splitlines()))
            length += len(pages[-1])
            if length > _MOST_CHARACTERS:
                raise TextError(f"its text has more than {_MOST_CHARACTERS:,} characters; give a part of it")
    except FileNotDecryptedError as wrong:
        raise TextError(locked) from wrong
    blank = [str(number) for number, text in enumerate(pages, 1) if not text.strip()]
    if len(blank) == len(pages):
        raise TextError("it has no text, only pictures of pages; run it through text recognition (OCR) and read that")
    notes = [f"without text: page {', '.join(blank)}"] if blank else []
    found = reader.metadata.title if reader.metadata is not None else None
    return TakenOut(tuple(pages), f"pypdf {version('pypdf')}", tuple(notes), (found or "").strip() or None)


def _in_paragraphs(lines: Iterable[str]) -> str:
    """Lines as they stand, with a blank one wherever a line ends a sentence or a new clause begins."""
    made: list[str] = []
    for line in (each.strip() for each in lines):
        if made and line and made[-1] and (_NEW.match(line) or (_ENDS.search(made[-1]) and not line[0].islower())):
            made.append("")
        if line or (made and made[-1]):
            made.append(line)
    return "\n".join(made).strip("\n")


# ---- DOCX


def read_docx(raw: bytes) -> TakenOut:
    """The text of an office document, a paragraph to a line, tables and text boxes included where they stand."""
    _check_archive(raw)
    from docx import Document

    document = Document(BytesIO(raw))
    body = document.element.body
    if next(body.iter(*_TRACKED), None) is not None:
        raise TextError(
            "it has tracked changes, so it is two texts at once; accept or reject them all, save it, and add that"
        )
    hidden = sum(1 for run in body.iter(f"{_W}r") if _is_hidden(run))
    lines = [line for paragraph in _paragraphs(body) for line in _text(paragraph).split("\n") if line.strip()]
    if not lines:
        raise TextError("it has no text, only pictures or nothing; give a file with text")
    package = document.part.package
    names = {part.partname for part in package.iter_parts()} if package is not None else set[str]()
    about = {
        "hidden text was left out": hidden,
        "footnotes and endnotes are not in the text": next(
            body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"), None
        ) is not None,
        "comments are not in the text": "/word/comments.xml" in names,
        "numbers that the program sets before paragraphs are not in the text": next(body.iter(f"{_W}numPr"), None)
        is not None,
    }  # fmt: skip
    title = document.core_properties.title.strip() or None
    notes = tuple(note for note, holds in about.items() if holds)
    return TakenOut(("\n".join(line.strip() for line in lines),), f"python-docx {version('python-docx')}", notes, title)


def _check_archive(raw: bytes) -> None:
    """Raise TextError where unpacking it would take more than any document does, or it is no document."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as wrong:
        raise TextError("it is damaged, or no document at all; open it and save it anew as .docx") from wrong
    if sum(each.file_size for each in parts) > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise TextError(
            f"unpacked it would have more than {_MOST_UNPACKED // 1_000_000:,} MB or {_MOST_PARTS:,} parts, "
            "as no document does; nothing was taken over"
        )
    if not any(each.filename == "word/document.xml" for each in parts):
        raise TextError("it is no document of a word processor; save it as .docx")


def _paragraphs(body: Any) -> Iterator[Any]:
    for paragraph in body.iter(f"{_W}p"):
        if not any(outer.tag == _FALLBACK for outer in paragraph.iterancestors()):
            yield paragraph


def _text(paragraph: Any) -> str:
    """What is read in a paragraph; what is in a box in it is a paragraph of its own."""
    signs: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            signs.append(element.text or "")
        elif element.tag == f"{_W}tab":
            signs.append("\t")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            signs.append("\n")
        elif element.tag == f"{_W}noBreakHyphen":
            signs.append("\u2011")
        elif element.tag not in (f"{_W}p", f"{_W}pPr", f"{_W}rPr", _FALLBACK) and not (
            element.tag == f"{_W}r" and _is_hidden(element)
        ):
            waiting += reversed(element)
    return "".join(signs)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "1") not in _OFF
