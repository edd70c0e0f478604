"""Reads texts, one JSON string to a line, and prints what is said of each: run by other interpreters than this one."""

from __future__ import annotations

import json
import sys

from accords.codec.reading.read import read_text


def told(text: str) -> list[object]:
    """What a reader is told about ``text``, with every place."""
    return [
        [one.code, one.message, one.help, one.line, one.column, one.length]
        + [[place.label, place.line, place.column] for place in one.related]
        for one in read_text(text).findings
    ]


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(told(json.loads(line))))
