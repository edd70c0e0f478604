"""A text as it is kept: the text itself, where it is from and how it was taken out, and its paragraphs."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

from attrs import field, frozen

from accords.model.scalars import as_tuple
from accords.texts.paragraphs import Paragraph, paragraphs_of

__all__ = ["TextEdition", "TextError", "digest", "edition_from_json", "edition_json", "new_edition"]

FORM = "1.0"


class TextError(ValueError):
    """A file that gives no text, or a text that is not the one it should be; as a string, a sentence that says why."""


@frozen(kw_only=True)
class TextEdition:
    """The text of a source as it was coded, against which spans count.

    ``text`` has ``\\n`` as its line ends. ``input_sha256`` is of the file it was taken from and ``extractor`` names
    what took it out, with its version. ``notes`` say what is not in the text; ``rights`` absent means that the text
    is not to be published. ``source`` holds what was said of the source, by the names of its fields.
    """

    id: str
    text: str = field(repr=False)
    input_name: str
    input_sha256: str
    extractor: str
    paragraphs: tuple[Paragraph, ...] = field(repr=False, converter=as_tuple)
    notes: tuple[str, ...] = field(default=(), converter=as_tuple)
    rights: str | None = None
    source: dict[str, str] = field(factory=dict)

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as ``text_sha256`` of a source has it."""
        return digest(self.text)


def digest(text: str | bytes) -> str:
    """SHA-256 in hexadecimal, of a text in UTF-8; half a surrogate pair is hashed, and will match nothing."""
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return hashlib.sha256(raw).hexdigest()


def new_edition(
    text: str,
    *,
    id: str,
    raw: bytes | None = None,
    name: str = "",
    extractor: str = "as it is",
    pages: tuple[int, ...] = (),
    notes: tuple[str, ...] = (),
    rights: str | None = None,
    source: dict[str, str] | None = None,
) -> TextEdition:
    """The edition of ``text``: ``raw`` and ``name`` are of the file it is from, ``pages`` where each page begins."""
    return TextEdition(
        id=id,
        text=text,
        input_name=name,
        input_sha256=digest(text if raw is None else raw),
        extractor=extractor,
        paragraphs=paragraphs_of(text, pages),
        notes=notes,
        rights=rights,
        source=source or {},
    )


def edition_json(edition: TextEdition) -> str:
    """What is kept of ``edition`` beside its text, as JSON."""
    kept: dict[str, Any] = {
        "accords_text": FORM,
        "id": edition.id,
        "input": {"name": edition.input_name, "sha256": edition.input_sha256},
        "extractor": edition.extractor,
        "text": {"sha256": edition.sha256, "characters": len(edition.text)},
        **({} if edition.rights is None else {"rights": edition.rights}),
        **({"source": edition.source} if edition.source else {}),
        **({"notes": list(edition.notes)} if edition.notes else {}),
    }
    rows = [
        {"start": each.start, "end": each.end} | ({} if each.page is None else {"page": each.page})
        for each in edition.paragraphs
    ]
    lines = ",\n".join(f"    {json.dumps(row)}" for row in rows)
    head = json.dumps(kept, indent=2, ensure_ascii=False).removesuffix("\n}")
    return f'{head},\n  "paragraphs": [\n{lines}\n  ]\n}}\n' if rows else f'{head},\n  "paragraphs": []\n}}\n'


def edition_from_json(about: str, text: str) -> TextEdition:
    """The edition that ``edition_json`` wrote ``about``, with its ``text``.

    Raises TextError where it is of another form, or of another text.
    """
    try:
        kept = cast("dict[str, Any]", json.loads(about))
        rows = tuple(Paragraph(start=row["start"], end=row["end"], page=row.get("page")) for row in kept["paragraphs"])
        edition = TextEdition(
            id=kept["id"],
            text=text,
            input_name=kept["input"]["name"],
            input_sha256=kept["input"]["sha256"],
            extractor=kept["extractor"],
            paragraphs=rows,
            notes=kept.get("notes", ()),
            rights=kept.get("rights"),
            source=kept.get("source", {}),
        )
        wanted = kept["text"]["sha256"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise TextError(
            f"what is kept beside the text is not of the form that accords text add writes: {wrong!r}"
        ) from wrong
    if wanted != edition.sha256:
        raise TextError(
            f"the text of {edition.id} was changed since it was added: its hash is {edition.sha256[:16]}…, "
            f"not {str(wanted)[:16]}…; bring it back, or add it anew under another id"
        )
    return edition
