"""The parts of a workbook's archive that its sheets refer to, and how any part is read: counted, piece by piece."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import IO, TypeAlias
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile, ZipInfo

from attrs import define, field

__all__ = ["CellStyles", "Links", "SheetNames", "Texts", "WorkbookError", "parse", "pieces", "refuse_long", "unescaped"]

_CHUNK = 1 << 16
_MOST_TAGS = 4_000_000
_MOST_CHARACTERS = 30_000_000
_LARGEST_PART = 200_000_000


class WorkbookError(ValueError):
    """A file is no workbook that can be read, with the reason."""


ARCHIVE, OLD_FORM = b"PK", bytes.fromhex("d0cf11e0")
"""With what a workbook begins, and one of an old form or with a password."""


def wrong_with(error: Exception, begins: bytes) -> WorkbookError:
    """What is wrong with a file that could not be read as a workbook, by its first bytes, and what to do."""
    if isinstance(error, WorkbookError):
        return error
    if not begins:
        return WorkbookError("it is empty; fetch it again, or save it anew")
    if begins == OLD_FORM:
        return WorkbookError("it is of an old form, or locked with a password; save it as .xlsx without one")
    if not begins.startswith(ARCHIVE):
        return WorkbookError("it is something else under that name; save the table as .xlsx")
    if isinstance(error, KeyError) and "'xl/workbook.xml'" in str(error):
        return WorkbookError("it is an archive of other things; save the table as .xlsx")
    return WorkbookError("it is damaged or was cut off; fetch it again, or open it and save it anew as .xlsx")


_Begin: TypeAlias = Callable[[str, dict[str, str]], None]
_End: TypeAlias = Callable[[str], None]
_Say: TypeAlias = Callable[[str], None]


def parse(archive: ZipFile, part: str, begin: _Begin, end: _End | None = None, say: _Say | None = None) -> None:
    """Parse a part of the archive as a whole."""
    for _ in pieces(archive, part, begin, end, say):
        pass


def pieces(
    archive: ZipFile, part: str, begin: _Begin, end: _End | None = None, say: _Say | None = None
) -> Iterator[None]:
    """Parse a part of the archive, and pause after each piece of it."""
    tags = 0

    def counted(name: str, attributes: dict[str, str]) -> None:
        nonlocal tags
        tags += 1
        if tags > _MOST_TAGS:
            raise WorkbookError(f"it holds more than {_MOST_TAGS:,} cells and texts")
        begin(name.rpartition(" ")[2], attributes)

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = counted
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    if say is not None:
        parser.CharacterDataHandler = say
    parser.StartDoctypeDeclHandler = _no_doctype
    with _opened(archive, archive.getinfo(part)) as stream:
        while piece := stream.read(_CHUNK):
            parser.Parse(piece)
            yield
        parser.Parse(b"", True)
        yield


def _opened(archive: ZipFile, info: ZipInfo) -> IO[bytes]:
    if info.file_size > _LARGEST_PART:
        raise WorkbookError(f"it is larger than {_LARGEST_PART // 1_000_000} MB when unpacked")
    if info.flag_bits & 1:
        raise WorkbookError("it is locked with a password")
    return archive.open(info)


def _no_doctype(*_: object) -> None:
    raise WorkbookError("it declares entities, as no spreadsheet does")


@define
class SheetNames:
    """The names of sheets, each with the key of its link, and whether days are counted from 1904."""

    sheets: dict[str, str] = field(factory=dict)
    from_1904: bool = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            key = next((value for each, value in attributes.items() if each.endswith(" id")), "")
            self.sheets[attributes.get("name", "")] = key
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in ("1", "true")


@define
class Links:
    """Where the parts stand in the archive: those with a key, and the two that all sheets share."""

    targets: dict[str, str] = field(factory=dict)
    texts: str = ""
    styles: str = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.targets[attributes.get("Id", "")] = target
        if kind == "sharedStrings":
            self.texts = target
        elif kind == "styles":
            self.styles = target


@define
class Texts:
    """The texts that cells share. Parts of a text with a look of their own are joined; how to read it is left out."""

    all: list[str] = field(factory=list)
    _parts: list[str] = field(factory=list)
    _told: int = 0
    _in_text: bool = False
    _aside: int = 0

    def begin(self, name: str, _: dict[str, str]) -> None:
        if name == "rPh":
            self._aside += 1
        self._in_text = name == "t" and not self._aside

    def end(self, name: str) -> None:
        self._in_text = False
        if name == "rPh":
            self._aside -= 1
        elif name == "si":
            self.all.append(unescaped("".join(self._parts)))
            self._parts.clear()

    def say(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)
            self._told += len(text)
            refuse_long(self._told)


def refuse_long(characters: int) -> None:
    """Raise WorkbookError where a part has told more characters than are read."""
    if characters > _MOST_CHARACTERS:
        raise WorkbookError(f"it holds more than {_MOST_CHARACTERS:,} characters")


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_HALF = re.compile("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    """A text with the characters that are written by number; halves of surrogate pairs become U+FFFD."""
    if "_x" not in text:
        return text
    return _HALF.sub("\ufffd", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


_DAY_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""The numbers of formats that every spreadsheet knows and that show a day."""
_TIME_FORMATS = frozenset((17, *range(18, 22), *range(45, 48)))
"""Those that show a month, or the time of a day."""
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@define
class CellStyles:
    """The ways in which cells are shown, as far as they tell a day from a number."""

    _formats: dict[int, str] = field(factory=dict)
    _cells: list[int] = field(factory=list)
    _in_cells: bool = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self._formats[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles"):
            self._in_cells = name == "cellXfs"
        elif name == "xf" and self._in_cells:
            self._cells.append(int(attributes.get("numFmtId", 0)))

    def days(self) -> frozenset[int]:
        """The numbers of the styles that show a number as a day."""
        own = {number for number, code in self._formats.items() if re.search("[dy]", _NOT_SHOWN.sub("", code.lower()))}
        shown = (_DAY_FORMATS - self._formats.keys()) | own
        return frozenset(at for at, number in enumerate(self._cells) if number in shown)

    def times(self) -> frozenset[int]:
        """The numbers of the styles that show a number as a time, or as a month or year, and not as a day."""
        codes = {number: _NOT_SHOWN.sub("", code.lower()) for number, code in self._formats.items()}
        own = {number for number, code in codes.items() if re.search("[dmyhs]", code) and "d" not in code}
        shown = (_TIME_FORMATS - self._formats.keys()) | own
        return frozenset(at for at, number in enumerate(self._cells) if number in shown)
