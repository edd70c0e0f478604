"""A record laid out anew: members in the order of the format, the canonical indentation, and nothing else changed."""

from __future__ import annotations

import json
from typing import Any

from accords.codec.reading import Limits, ReadText, read_bytes, read_text
from accords.diagnostics import InvalidRecordError, Report, diagnose
from accords.layout import Verbatim, lay_out
from accords.schema.nouns import resolved
from accords.schema.store import shared_schema
from accords.validate import VERSIONS

__all__ = ["reformat", "reformat_reading"]


def reformat(source: str | bytes, *, limits: Limits | None = None) -> str:
    """Lay the JSON text of a record out anew; a ``str`` is the text itself, not a path.

    Members come in the order of the format, those that it does not know after them as they stand. Lists keep their
    order, numbers their digits, the text its line ends (LF or CRLF); a byte order mark is left out. The record need
    not be valid: what can be read can be laid out, and it says the same before and after.

    Args:
        source: the text, or its bytes in UTF-8.
        limits: the largest size in bytes, and the deepest nesting, that are read.

    Raises:
        InvalidRecordError: the text cannot be read, or is in a version of the format that is not known here; its
            ``report`` says which.

    >>> print(accords.reformat('{"title": "Ferry", "id": "ferry"}'), end="")
    {
      "id": "ferry",
      "title": "Ferry"
    }
    """
    limits = limits or Limits()
    reading = read_text(source, limits=limits) if isinstance(source, str) else read_bytes(source, limits=limits)
    return reformat_reading(reading)


def reformat_reading(reading: ReadText) -> str:
    """Lay out anew what was read; raises InvalidRecordError as ``reformat`` does."""
    if reading.data is None or reading.text is None:
        raise InvalidRecordError(Report(file=reading.file, diagnostics=reading.findings, stages=("read",)))
    version = reading.data.get("accords_version")
    if isinstance(version, str) and version not in VERSIONS:
        unknown = diagnose(
            "ACC010",
            "the order of members is not known for the version of the format that the record is in",
            pointer="/accords_version",
            help=f"versions known here: {', '.join(VERSIONS)}",
            file=reading.file,
        )
        raise InvalidRecordError(Report(file=reading.file, diagnostics=(unknown,), stages=("read", "version")))
    value = json.loads(reading.text, parse_int=Verbatim, parse_float=Verbatim)
    text = lay_out(_in_order(value, shared_schema()))
    return text.replace("\n", "\r\n") if _ends_lines_with_crlf(reading.text) else text


def _in_order(value: Any, schema: Any) -> Any:
    """``value`` with the members of every object in the order of its schema."""
    if isinstance(value, dict):
        known = schema.get("properties", {})
        names = [*(name for name in known if name in value), *(name for name in value if name not in known)]
        return {name: _in_order(value[name], resolved(known.get(name, {}), value[name])) for name in names}
    if isinstance(value, list):
        items = schema.get("items", {})
        return [_in_order(item, resolved(items, item)) for item in value]
    return value


def _ends_lines_with_crlf(text: str) -> bool:
    """Whether the first line of JSON ``text`` ends so; its texts hold no line ends of their own."""
    end = text.find("\n")
    return end > 0 and text[end - 1] == "\r"
