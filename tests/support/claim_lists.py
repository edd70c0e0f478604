"""The claims of a record as a list that ``accords claim --from`` takes."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from typing import Any

from accords.codec.notation import write_condition
from accords.editing.workbook.cells.kinds import condition_of

__all__ = ["claim_lines", "without_claims", "without_events"]

_OPTIONS = {
    "claimed_by_id": "--said-by",
    "text": "--text",
    "text_language": "--text-language",
    "when_as_written": "--when-written",
    "known_on": "--known-on",
    "until": "--until",
    "reading_id": "--reading",
    "retracts_id": "--retracts",
    "id": "--claim-id",
}
_WORKED_OUT = {"basis": "claim", "when_basis": "when", "known_on_basis": "known-on"}


_NEW = {
    "kind": "--kind",
    "summary": "--summary",
    "act": "--act",
    "place": "--place",
    "extent": "--extent",
    "extent_text": "--extent-text",
    "occurrence_of_id": "--occurrence-of",
    "instance": "--turn",
    "actor_ids": "--done-by",
    "about_event_ids": "--about",
    "obligation_ids": "--bears-on",
}


_FOUND = {
    "verdict": "--found",
    "on_id": "--found-on",
    "obligor_ids": "--found-of",
    "when": "--found-when",
    "reading_id": "--found-reading",
}


def claim_lines(record: dict[str, Any], new: frozenset[str] = frozenset()) -> Iterator[str]:
    """A line for each claim, in their order; the first about an event that is ``new`` says what happened, too."""
    for event in record.get("events", ()):
        for place, claim in enumerate(event.get("claims", ())):
            words = [event["id"], claim.get("says"), claim.get("when")]
            words = [word for word in words if word is not None]
            if event["id"] in new and not place:
                words += ["--new-event", *_described(event)]
            for name, option in _OPTIONS.items():
                if name in claim:
                    words += [option, claim[name]]
            words += [] if "id" in claim else ["--no-claim-id"]
            for name, word in _WORKED_OUT.items():
                if claim.get(name) == "inferred":
                    words += ["--worked-out", word]
            for quantity in claim.get("quantities", ()):
                least, most = (quantity.get(name, "") for name in ("at_least", "at_most"))
                number = quantity.get("amount", f"{least}..{most}")
                words += ["--amount", f"{quantity['measure']}={number} {quantity.get('unit', '')}".strip()]
                words += ["--so-far"] if quantity.get("so_far") else []
            words += ["--internal"] if claim.get("internal") else []
            for citation in claim.get("citations", ()):
                words += ["--source", f"{citation['source_id']} {citation.get('locator', '')}".strip()]
            yield shlex.join(words)


def _described(event: dict[str, Any]) -> Iterator[str]:
    for name, option in _NEW.items():
        held = event.get(name, [])
        for each in held if isinstance(held, list) else [held]:
            yield from (option, str(each))
    for name, option in _FOUND.items():
        held = event.get("finding", {}).get(name, [])
        for each in held if isinstance(held, list) else [held]:
            yield from (option, str(each))
    if "new_due" in event:
        yield from ("--new-due", write_condition(condition_of(event["new_due"])))


def without_events(record: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """The record without the events that a line can describe whole, and their ids; of the others nobody says anything.

    What the rest of the record names stays, for a record that names nothing is not valid.
    """
    bare = without_claims(record)
    new = {
        event["id"]
        for event in record["events"]
        if event.get("claims") and event.keys() <= {"id", "claims", "finding", "new_due", *_NEW}
    }
    while True:
        kept = {**bare, "events": [event for event in bare["events"] if event["id"] not in new]}
        named = {each for each in new if f'"{each}"' in json.dumps(kept)}
        if not named:
            return kept, frozenset(new)
        new -= named


def without_claims(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its events, of which nobody says anything."""
    bare = [{name: value for name, value in event.items() if name != "claims"} for event in record["events"]]
    return {**record, "events": bare}
