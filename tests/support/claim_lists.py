"""The claims of a record as a list that ``accords claim --from`` takes."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

__all__ = ["claim_lines", "without_claims"]

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


def claim_lines(record: dict[str, Any]) -> Iterator[str]:
    """A line for each claim, in their order."""
    for event in record.get("events", ()):
        for claim in event.get("claims", ()):
            words = [event["id"], claim.get("says"), claim.get("when")]
            words = [word for word in words if word is not None]
            for name, option in _OPTIONS.items():
                if name in claim:
                    words += [option, claim[name]]
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


def without_claims(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its events, of which nobody says anything."""
    bare = [{name: value for name, value in event.items() if name != "claims"} for event in record["events"]]
    return {**record, "events": bare}
