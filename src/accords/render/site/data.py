"""What a site holds for programs: each record with its list, the texts that are searched, and the sums of all files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from accords.checklist.counting import timed_by
from accords.checklist.lines import duty_in_words
from accords.checklist.standing_lines import time_beside
from accords.codec import dumps
from accords.render.checklist.csv import render_csv
from accords.render.safe import clean
from accords.render.site.shelf import Duty, Shelf, Shown
from accords.words import joined, say

__all__ = ["manifest_of", "of_agreement", "searched"]


def of_agreement(shown: Shown) -> dict[str, bytes]:
    """The record as it is published, and its list as of the last day."""
    return {
        f"{shown.address}record.json": dumps(shown.agreement).encode("utf-8", "backslashreplace"),
        f"{shown.address}duties.csv": render_csv(shown.now).encode("utf-8", "backslashreplace"),
    }


def searched(shelf: Shelf) -> bytes:
    """A script that holds every duty with what can be searched in it, and by what it can be chosen."""
    rows = [row for shown in shelf.shown for row in _rows(shelf, shown)]
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"self.accordsDuties={text};\n".encode("ascii")


def _rows(shelf: Shelf, shown: Shown) -> Iterator[dict[str, Any]]:
    for duty in shown.duties:
        yield _row(shelf, shown, duty)


def _row(shelf: Shelf, shown: Shown, duty: Duty) -> dict[str, Any]:
    items = [each[-1] for each in duty.items]
    first = items[0]
    who = joined(list(dict.fromkeys(name for item in items for name in item.obligors))) or say("heading.not_stated")
    obligation = next(each for each in shown.agreement.obligations if each.id == duty.id)
    near = (*obligation.obligor_ids, *obligation.owed_to_ids)
    found = (shelf.actor_of.get((shown.agreement.id, each)) for each in near)
    people = dict.fromkeys(each.address for each in found if each is not None)
    row = {
        "id": f"{duty.address}index.html",
        "who": who,
        "duty": " ".join(duty_in_words(first)),
        "of": shown.now.marked_title,
        "label": " ".join(part for part in (first.label, first.clause) if part),
        "written": first.as_written or "",
        "when": first.timing.words,
        "stands": " · ".join(dict.fromkeys(filter(None, (item.status for item in items)))),
        "time": " · ".join(dict.fromkeys(time_beside(i.standing) for i in items if i.standing is not None)),
        "themes": [clean(theme) for theme in first.themes],
        "actors": list(people),
        "time_keys": sorted({timed.bucket.value for i in items if (timed := timed_by(i)) is not None}),
    }
    return {name: clean(value) if isinstance(value, str) else value for name, value in row.items() if value}


def manifest_of(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of each file, as ``sha256sum --check`` reads them."""
    lines = (f"{sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    return "".join(lines).encode("utf-8")
