"""Texts in their folder: ``ID.txt`` and, beside it, what is known of it in ``ID.text.json``."""

from __future__ import annotations

import re
from pathlib import Path

from accords.codec.reading import Limits, read_file
from accords.codec.reading.encoding import decode
from accords.diagnostics import Diagnostic
from accords.texts.edition import TextEdition, TextError, edition_from_json, edition_json, new_edition
from accords.texts.extract import MOST_BYTES
from accords.writing import write_whole

__all__ = ["FOLDER", "is_kept", "keep", "read_kept", "read_plain"]

FOLDER = "texts"
"""Where texts are, beside a record."""
_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")


def _paths(folder: Path, id: str) -> tuple[Path, Path]:
    if not _ID.fullmatch(id):
        raise TextError(f"{id!r:.64} is no id: small letters, digits, and single hyphens, dots or underscores between")
    return folder / f"{id}.txt", folder / f"{id}.text.json"


def is_kept(folder: Path, id: str) -> bool:
    """Whether the folder has a text of this id. Raises TextError for what is no id."""
    return any(path.exists() for path in _paths(folder, id))


def keep(edition: TextEdition, folder: Path) -> bool:
    """Write ``edition`` into ``folder``; False where it is there already, as it is.

    Raises TextError where another text is there under its id, OSError where it cannot be written.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> edition = accords.edition_of(b"One.", id="a")
    >>> accords.keep(edition, folder), accords.keep(edition, folder)
    (True, False)
    """
    text, about = _paths(folder, edition.id)
    if text.exists() and about.exists():
        if read_kept(folder, edition.id).sha256 != edition.sha256:
            raise TextError(
                f'another text is there as "{edition.id}"; a text is never changed: give this one another id'
            )
        return False
    if text.exists() and read_plain(text) != edition.text:
        raise TextError(f"{text} is there, and holds another text; give this one another id")
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(text, edition.text)
    write_whole(about, edition_json(edition))
    return True


def read_kept(folder: Path, id: str) -> TextEdition:
    """The edition that is kept in ``folder`` under ``id``; of a text without more beside it, that text as it is.

    Raises TextError where there is none, or it is not the one that was added.

    >>> import pathlib
    >>> accords.read_kept(pathlib.Path("nowhere"), "a")
    Traceback (most recent call last):
    accords.texts.edition.TextError: no text "a" in nowhere: there is none; `accords text add` makes one
    """
    text, about = _paths(folder, id)
    if not text.exists():
        others = sorted(path.stem for path in folder.glob("*.txt"))
        there = f"there are {', '.join(others[:20])}" if others else "there is none"
        raise TextError(f'no text "{id}" in {folder}: {there}; `accords text add` makes one')
    plain = read_plain(text)
    return edition_from_json(read_plain(about), plain) if about.exists() else new_edition(plain, id=id, name=text.name)


def read_plain(path: Path) -> str:
    """The text in a file, exactly as it is. Raises TextError where it cannot be read or is no UTF-8."""
    raw = read_file(path, Limits(max_bytes=MOST_BYTES))
    text = decode(raw, file=str(path)) if isinstance(raw, bytes) else raw
    if isinstance(text, Diagnostic):
        raise TextError(text.message if text.code == "ACC012" else f"{path} cannot be read as text: {text.message}")
    return text
