"""Citations in cells: the id of a source, the place in it, and the span."""

from __future__ import annotations

import json
import re
from typing import Any

from accords.editing.workbook.cells.holding import CellContext, CellKind
from accords.editing.workbook.cells.naming import id_kind
from accords.editing.workbook.cells.refusing import CellError

__all__ = ["CITATION"]

_CITATION = re.compile(r"(\S+)(?:\s+(.*?))??(?:\s*@([0-9]+)-([0-9]+)\s+([0-9a-f]{64}))?", re.DOTALL)
_LINE_ENDS = re.compile("[\n\r]")


def _citation_text(value: Any) -> str:
    words = value["source_id"] + (f" {_kept(value['locator'])}" if "locator" in value else "")
    span = value.get("span")
    return words if span is None else f"{words} @{span['start']}-{span['end']} {span['sha256']}"


def _kept(locator: str) -> str:
    """A locator; in quotation marks where it would not be read back as it is."""
    plain = locator == locator.strip() and locator[:1] != '"' and "@" not in locator
    return locator if plain and not _LINE_ENDS.search(locator) else json.dumps(locator, ensure_ascii=False)


_SOURCE = id_kind("source")


def _citation(text: str, context: CellContext) -> Any:
    found = _CITATION.fullmatch(text)
    if found is None:
        raise ValueError("a citation is the id of a source and, behind a space, the place in it: text Art. 3")
    source_id, locator, start, end, sha256 = found.groups()
    if not (locator or "").startswith('"'):
        _refuse_another(text, context)
    try:
        _SOURCE.read(source_id, context)
    except CellError as error:
        raise CellError(error.sentence, *(meant + text[len(source_id) :] for meant in error.meant)) from None
    made: dict[str, Any] = {"source_id": source_id}
    if locator:
        _refuse_line_ends(text, locator)
        made["locator"] = _unquoted(locator)
    if start is not None:
        made["span"] = {"start": int(start), "end": int(end), "sha256": sha256}
    return made


def _refuse_line_ends(text: str, locator: str) -> None:
    """Raise for a place with a backslash before an n or r, which is read as the end of a line."""
    if locator[:1] != '"' and (end := _LINE_ENDS.search(locator)):
        sign = {"\n": "n", "\r": "r"}[end[0]]
        meant = text.replace("\n", "\\n").replace("\r", "\\r")
        raise CellError(f"a backslash stands twice where one is meant, and not before “{sign}”", meant)


def _refuse_another(text: str, context: CellContext) -> None:
    """Raise where behind a comma the id of a source stands, as if it began another citation, with both readings."""
    parts = re.split(r",\s*", text)
    known, first = set(context.ids.get("source", ())), text.split(maxsplit=1)[0]
    if not context.typed or not any(part.partition(" ")[0] in known for part in parts[1:]):
        return
    joined = [parts[0]]
    for part in parts[1:]:
        joined = [*joined, part] if part.partition(" ")[0] in known else [*joined[:-1], f"{joined[-1]}, {part}"]
    meant = ["; ".join(joined)]
    if first in known and "@" not in text:
        place = json.dumps(text[len(first) :].strip(), ensure_ascii=False)
        meant.append(f"{first} {place}")
    said = "a comma parts nothing, and behind one stands the id of a source"
    raise CellError(said, *(meant if ";" not in text else ()))


def _unquoted(locator: str) -> str:
    if locator[:1] != '"':
        return locator
    try:
        read = json.loads(locator)
    except ValueError:
        read = None
    if not isinstance(read, str):
        raise ValueError("a place that begins with a quotation mark ends with one")
    return read


def _of_same_source(before: str, text: str) -> str:
    return f"{before.partition(' ')[0]} {text}"


CITATION = CellKind(write=_citation_text, read=_citation, carried=_of_same_source, many=True)
