"""Files of other programs, made for the tests: PDFs and office documents, sound and damaged."""

from __future__ import annotations

import io
import zipfile

__all__ = ["bomb_of", "docx_of", "pdf_of", "zip_of"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def zip_of(**parts: str) -> bytes:
    """An archive with these parts; ``__`` in a name stands for a slash, ``_DOT_`` for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return out.getvalue()


def bomb_of(*, size: int = 0, parts: int = 1) -> bytes:
    """An archive whose list of contents names so many parts of so many bytes, and that has a single one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "x")
        archive.filelist *= parts
        archive.filelist[0].file_size = size
    return out.getvalue()


def docx_of(body: str) -> bytes:
    """An office document whose body is ``body``, in the words of its XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def pdf_of(*pages: str, password: str | None = None) -> bytes:
    """A PDF with the lines of each of ``pages``."""
    from pypdf import PdfWriter  # noqa: PLC0415
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject  # noqa: PLC0415

    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject(f"/{key}"): NameObject(f"/{value}")
         for key, value in (("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Helvetica"))}
    )  # fmt: skip
    for text in pages:
        page = writer.add_blank_page(600, 800)
        lines = [f"({line}) Tj T*" for line in text.split("\n") if line]
        stream = DecodedStreamObject()
        stream.set_data(("BT /F1 12 Tf 14 TL 50 750 Td " + " ".join(lines) + " ET").encode("ascii"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if password is not None:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
