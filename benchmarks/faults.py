"""Forty records, each a good one with a single realistic fault, and what a reader would want to be told of it.

A fault is made by one small change of the minimal example or of the monitored example. ``line`` is the line that a
person has to change, ``word`` what should stand there, where there is one right answer. Both were written down
before any tool was run on the records.
"""

# ruff: noqa: E501 - one fault to a line

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import frozen

from accords.codec.reading import locate
from accords.layout import lay_out

__all__ = ["FAULTS", "Fault"]

ROOT = Path(__file__).parents[1]
MINIMAL = (ROOT / "examples" / "minimal.accord.json").read_text("utf-8")
MONITORED = (ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json").read_text("utf-8")


@frozen(kw_only=True)
class Fault:
    """A damaged record: its text, the lines that are right to point to, and the word that would mend it."""

    name: str
    text: str
    sound: str
    lines: frozenset[int]
    word: str | None = None


def _text(name: str, old: str, new: str, *, at: str, word: str | None = None) -> Fault:
    """The minimal record with ``old`` replaced by ``new``; the fault is on the line where ``at`` stands then."""
    assert MINIMAL.count(old) == 1, (name, old)
    text = MINIMAL.replace(old, new)
    line = text.count("\n", 0, text.index(at)) + 1
    return Fault(name=name, text=text, sound=MINIMAL, lines=frozenset((line,)), word=word)


def _change(
    name: str, change: Callable[[Any], None], *pointers: str, sound: str = MINIMAL, word: str | None = None
) -> Fault:
    """A record with ``change`` made to it; the fault is where one of ``pointers`` begins, name or value."""
    record = json.loads(sound)
    change(record)
    text = lay_out(record)
    spans = locate(text, pointers)
    lines = {span.line for node in spans.values() for span in (node.key, node.value) if span is not None}
    assert lines, (name, pointers)
    return Fault(name=name, text=text, sound=lay_out(json.loads(sound)), lines=frozenset(lines), word=word)


def _set(path: str, value: Any) -> Callable[[Any], None]:
    def change(record: Any) -> None:
        *outer, last = [int(step) if step.isdigit() else step for step in path.strip("/").split("/")]
        for step in outer:
            record = record[step]
        if isinstance(record, list) and last == len(record):
            record.append(value)
        else:
            record[last] = value

    return change


def _rename(path: str, new: str) -> Callable[[Any], None]:
    """The member gets another name and keeps its place."""

    def change(record: Any) -> None:
        *outer, last = [int(step) if step.isdigit() else step for step in path.strip("/").split("/")]
        for step in outer:
            record = record[step]
        members = [(new if name == last else name, value) for name, value in record.items()]
        record.clear()
        record.update(members)

    return change


def _drop(path: str) -> Callable[[Any], None]:
    def change(record: Any) -> None:
        *outer, last = [int(step) if step.isdigit() else step for step in path.strip("/").split("/")]
        for step in outer:
            record = record[step]
        del record[last]

    return change


_O = "/obligations/0"


def _circle(record: Any) -> None:
    first, second = record["obligations"]
    first["trigger"] = {"kind": "obligation", "obligation_id": second["id"]}
    second["trigger"] = {"kind": "obligation", "obligation_id": first["id"]}


def _known_too_early(record: Any) -> None:
    record["events"][0]["claims"][0].update(when="2022-12-20", known_on="2022-12-01")


_WRITTEN = (
    _text("missing comma", '"id": "repair-landing",', '"id": "repair-landing"', at='"id": "repair-landing"'),
    _text("trailing comma", '"obligor_ids": ["graustark"],', '"obligor_ids": ["graustark",],', at='["graustark",]'),
    _text(
        "duplicate key", '"modality": "must",', '"modality": "must",\n      "modality": "may",', at='"modality": "may"'
    ),
    _text("single quotation marks", '"modality": "must",', "\"modality\": 'must',", at="'must'"),
    _text("comment", '"modality": "must",', '"modality": "must", // or shall', at="// or shall", word="comment"),
    _text("word of Python", '"modality": "must",', '"modality": None,', at="None,", word="null"),
    _text("not a number", '"modality": "must",', '"modality": NaN,', at="NaN"),
    _text("unclosed list", '"obligor_ids": ["ruritania"],', '"obligor_ids": ["ruritania",', at='["ruritania",'),
)

_SHAPED = (
    _change("misspelt key", _rename(f"{_O}/obligor_ids", "obligor_idz"), f"{_O}/obligor_idz", word="obligor_ids"),
    _change("misspelt required key", _rename("/title", "titel"), "/titel", word="title"),
    _change("word of the trade as key", _rename(f"{_O}/due", "deadline"), f"{_O}/deadline", word="due"),
    _change("a field of one's own", _set(f"{_O}/priority", "high"), f"{_O}/priority", word="extensions"),
    _change("word not in list", _set(f"{_O}/modality", "shall"), f"{_O}/modality", word="must"),
    _change("misspelt word", _set("/third_parties/0/role", "mediater"), "/third_parties/0/role", sound=MONITORED, word="mediator"),
    _change("kind that is a judgement", _set("/events/0/kind", "breach"), "/events/0/kind", sound=MONITORED),
    _change("kind that does not exist", _set(f"{_O}/due/kind", "on_date"), f"{_O}/due/kind", word="date"),
    _change("day first", _set(f"{_O}/due/value", "30/09/1911"), f"{_O}/due/value", word="1911-09-30"),
    _change("day that does not exist", _set(f"{_O}/due/value", "1911-09-31"), f"{_O}/due/value", word="30"),
    _change("29 February", _set(f"{_O}/due/value", "1911-02-29"), f"{_O}/due/value", word="28"),
    _change("reversed interval", _set(f"{_O}/due/value", "1911-10/1911-09"), f"{_O}/due/value", word="1911-09/1911-10"),
    _change("null", _set(f"{_O}/due", None), f"{_O}/due", word="leave"),
    _change("number for text", _set(f"{_O}/clause", 8), f"{_O}/clause", word='"8"'),
    _change("text for list", _set(f"{_O}/obligor_ids", "ruritania"), f"{_O}/obligor_ids", word='["ruritania"]'),
    _change("empty list", _set("/parties", []), "/parties"),
    _change("id with capitals", _set(f"{_O}/id", "Repair Landing"), f"{_O}/id", word="repair-landing"),
    _change("wrong fields for kind", _set(f"{_O}/due", {"kind": "date", "event_id": "no-tolls"}), f"{_O}/due", f"{_O}/due/event_id", word="value"),
    _change(
        "fault in a nested condition",
        _set(f"{_O}/trigger", {"kind": "any_of", "conditions": [{"kind": "conclusion"}, {"kind": "offset", "anchor": {"kind": "conclusion"}, "duraton": "P30D"}]}),
        f"{_O}/trigger/conditions/1/duraton",
        word="duration",
    ),
    _change("duration in words", _set(f"{_O}/due", {"kind": "offset", "anchor": {"kind": "conclusion"}, "duration": "30 days"}), f"{_O}/due/duration", word="P30D"),
    _change("missing kind", _set(f"{_O}/due", {"value": "1911-09-30"}), f"{_O}/due", word="kind"),
    _change("missing field", _drop(f"{_O}/modality"), _O, word="modality"),
    _change("the same obligor twice", _set(f"{_O}/obligor_ids", ["ruritania", "ruritania"]), f"{_O}/obligor_ids", f"{_O}/obligor_ids/1"),
)  # fmt: skip

_MEANT = (
    _change("dangling id", _set(f"{_O}/obligor_ids", ["ruritanya"]), f"{_O}/obligor_ids/0", word="ruritania"),
    _change("id of the wrong kind", _set(f"{_O}/obligor_ids", ["no-tolls"]), f"{_O}/obligor_ids/0", word="actor"),
    _change("same id again", _set("/obligations/1/id", "repair-landing"), "/obligations/1/id"),
    _change("due before start", _set(f"{_O}/not_before", {"kind": "date", "value": "1912-01-01"}), f"{_O}/due", f"{_O}/not_before"),
    _change("waiting in a circle", _circle, f"{_O}/trigger", "/obligations/1/trigger", f"{_O}/trigger/obligation_id", "/obligations/1/trigger/obligation_id", f"{_O}/id", "/obligations/1/id", _O, "/obligations/1"),
    _change("owed to oneself", _set(f"{_O}/owed_to_ids", ["ruritania"]), f"{_O}/owed_to_ids", f"{_O}/owed_to_ids/0", f"{_O}/obligor_ids/0"),
    _change(
        "user-assigned code not marked",
        _set("/actors/0/identifiers", [{"scheme": "iso_3166_1_alpha2", "value": "XK"}]),
        "/actors/0/identifiers", "/actors/0/identifiers/0", "/actors/0/identifiers/0/value", sound=MONITORED, word="user_assigned",
    ),
    _change("deadline of a prohibition", _set("/obligations/1/due", {"kind": "date", "value": "1912-01-01"}), "/obligations/1/due", word="ends"),
    _change("happened after it was known", _known_too_early, "/events/0/claims/0", "/events/0/claims/0/when", "/events/0/claims/0/known_on", sound=MONITORED),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (*_WRITTEN, *_SHAPED, *_MEANT)
assert len(FAULTS) == len({fault.name for fault in FAULTS}) == 40
