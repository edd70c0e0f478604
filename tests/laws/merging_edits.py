"""What a person does to a copy of a record: an edit by its verb, and whether a merged record has it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from attrs import frozen

from accords.editing.workbook.ids import ids_in, rename
from accords.editing.workbook.within import named_ids

__all__ = ["DEAL", "Edit", "all_edits"]

DEAL: dict[str, Any] = {
    "accords_version": "1.0",
    "id": "ferry",
    "title": "Ferry",
    "actors": [{"id": each, "name": each.title()} for each in ("ruritania", "graustark", "zenda", "strelsau")],
    "parties": [{"actor_id": "ruritania", "side": "a"}, {"actor_id": "graustark", "side": "b"}],
    "third_parties": [{"actor_id": "zenda", "role": "mediator"}, {"actor_id": "strelsau", "role": "observer"}],
    "obligations": [
        {
            "id": "repair",
            "obligor_ids": ["ruritania"],
            "modality": "must",
            "action": "repair it",
            "due": {"kind": "date", "value": "1911-09-30"},
        },
        {"id": "tolls", "obligor_ids": ["graustark"], "modality": "must_not", "action": "charge tolls"},
        {"id": "watch", "obligor_ids": ["graustark"], "modality": "may", "action": "watch it"},
    ],
    "events": [
        {
            "id": "repaired",
            "kind": "performance",
            "summary": "It was repaired.",
            "claims": [{"id": "first", "says": "occurred", "claimed_by_id": "graustark", "when": "1911-08-01"}],
        },
        {"id": "met", "kind": "milestone", "summary": "They met."},
    ],
    "assessments": [
        {"obligation_id": "watch", "assessor": name, "on": "1912", "scale": "free", "value": "well"} for name in "xy"
    ],
    "sources": [
        {"id": "text", "kind": "agreement_text", "title": "The text"},
        {"id": "note", "kind": "report", "title": "A note"},
    ],
}
_TEXTS = {
    "actors": "name",
    "parties": "side",
    "third_parties": "role_as_written",
    "obligations": "action",
    "events": "summary",
    "assessments": "basis",
    "sources": "title",
}
_NAMING = {
    "actors": ("verified_by_ids", lambda one: one),
    "obligations": ("related_ids", lambda one: one),
    "sources": ("citations", lambda one: {"source_id": one, "locator": "Art. 9"}),
}
"""The field of the last duty in which an edit names a thing, and what stands there then."""


@frozen
class Edit:
    """One thing that somebody, ``a`` or ``b``, does to a row."""

    verb: str
    member: str
    at: int
    who: str

    def apply(self, record: Any) -> None:
        """Change a copy of the deal, in which nobody has edited this row before."""
        rows, row = record[self.member], self.row
        held = next((each for each in rows if each == row or self.is_it(each)), None)
        if held is None:
            return
        match self.verb:
            case "edit":
                held[_TEXTS[self.member]] = self.text
            case "rename":
                rename(record, {row["id"]: self.new})
                if self.member in ("actors", "obligations"):
                    held["former_ids"] = [row["id"]]
            case "delete":
                rows.remove(held)
                if not rows:
                    del record[self.member]
            case "add":
                made = {**deepcopy(row), _TEXTS[self.member]: self.text}
                made.pop("claims", None)
                rows.append({**made, "id": "added"} if "id" in row else made)
            case "move":
                rows.append(rows.pop(rows.index(held)))
            case "child":
                claim = {"id": f"of-{self.who}", "says": "occurred", "claimed_by_id": "zenda", "text": self.text}
                held.setdefault("claims", []).append(claim)
            case _:
                field, said = _NAMING[self.member]
                record["obligations"][-1].setdefault(field, []).append(said(held["id"]))

    @property
    def row(self) -> Any:
        return DEAL[self.member][self.at]

    @property
    def text(self) -> str:
        return f"{self.verb} of {self.at} by {self.who}"

    @property
    def new(self) -> str:
        return f"{self.row['id']}-of-{self.who}"

    def is_it(self, held: Any) -> bool:
        """Whether something is the row, by its id or what it is about."""
        return bool("id" in held and held["id"].partition("-of-")[0] == self.row.get("id"))

    def is_in(self, record: Any) -> bool:
        """Whether a merged record has what was done; a move of what the other took out leaves nothing to look for."""
        rows = record.get(self.member, [])
        text = _TEXTS[self.member]
        match self.verb:
            case "edit" | "add":
                return any(each.get(text) == self.text for each in rows)
            case "rename":
                return self.new in set(ids_in(record)) and self.row["id"] not in {n for _, n in named_ids(record, ())}
            case "delete":
                return not any(self.is_it(each) if "id" in self.row else each == self.row for each in rows)
            case "child":
                return any(claim.get("text") == self.text for each in rows for claim in each.get("claims", ()))
            case "move":
                return True
        field, _ = _NAMING[self.member]
        named = {name for _, name in named_ids({"x": [duty.get(field) for duty in record["obligations"]]}, ())}
        named |= {one for duty in record["obligations"] for one in duty.get(field, ()) if isinstance(one, str)}
        return any(name.partition("-of-")[0] == self.row["id"] for name in named)


def all_edits(who: str) -> Iterator[Edit]:
    """Everything that can be done to the first row of each list, as far as the deal stays valid."""
    for member, rows in DEAL.items():
        if not isinstance(rows, list):
            continue
        verbs = ["edit", "add", "move"]
        verbs += ["rename"] if "id" in rows[0] else []
        verbs += ["child"] if member == "events" else []
        verbs += ["use"] if member in _NAMING else []
        for at in range(len(rows)):
            free = member not in ("parties", "actors") or (member == "actors" and at > 2)
            for verb in [*verbs, *(["delete"] if free else [])]:
                yield Edit(verb, member, at, who)
