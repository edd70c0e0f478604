"""Proofs of statuses in plain words, line by line; what belongs together is indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accords.engine.naming import WORDS, possible_words
from accords.engine.table import State
from accords.text import listed

__all__ = ["proof_text"]


def proof_text(proof: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a proof, with ids as they stand in the record."""
    whole = proof["as_reported"] is None
    who = "the agreement" if whole else ", ".join(proof["obligor_ids"]) or "nobody named"
    number = f", turn {proof['number']}" if proof["number"] is not None else ""
    yield f"{proof['obligation_id']}{number} ({who}): {proof['name']}"
    yield f"  as of {proof['as_of']}, known by {proof['known_by']}, {proof['precision']} precision"
    alone = len(proof["rows"]) == 1
    for row in proof["rows"]:
        state = State(row["state"])
        words = WORDS.get(state, state.replace("_", " "))
        if not (alone or whole):
            words = f"possible: {possible_words(state, proof['continuing'])}"
        yield f"  {words} — {row['because']}"
    for under in proof["readings"]:
        if under["reading_id"] is not None or len(proof["readings"]) > 1:
            left = [possible_words(State(state), proof["continuing"]) for state in under["states"]]
            name = f"under reading {under['reading_id']}" if under["reading_id"] is not None else "as written"
            yield f"  {name}: {listed(left, 'or')}"
        yield from _under(under)
    for claim in proof["claims"]:
        yield f"  {_claim(claim)}"
    for dispute in proof["disputes"]:
        sides = f"{_speakers(dispute['said_by'], 'some')} against {_speakers(dispute['denied_by'], 'others')}"
        yield f"  disputed: {dispute['matter']}; {sides}"
    for each in proof["assumptions"]:
        yield f"  assumed: {each}"
    for each in proof["would_change"]:
        yield f"  would change it: {each['words']}"


def _under(under: Mapping[str, Any]) -> Iterator[str]:
    for words, days in under["days"].items():
        yield f"    {words}: {days}"
    for slot, tree in under["conditions"].items():
        yield from _tree(slot.replace("_", " "), tree, 2)
    for spell in under["spells"]:
        yield f"    clock stands ({spell['kind']}): {spell['from']} until {spell['until'] or 'no end stated'}"


def _claim(claim: Mapping[str, Any]) -> str:
    """What is said, then how well the fact stands, then, apart from that, how well its being a breach stands."""
    by = claim["by"] or "the source itself"
    stands = claim["fact"]
    if claim["charge"] is not None:
        stands = f"what happened: {claim['fact']}; that it is a breach: {claim['charge']}"
    under = f", under reading {claim['reading_id']}" if claim["reading_id"] is not None else ""
    places = [f"{cited['source_id']} {cited['locator'] or ''}".strip() for cited in claim["citations"]]
    cited = f"; cited: {listed(places)}" if places else ""
    says = claim["says"].replace("_", " ")
    return f"claim on {claim['event_id']} by {by}: {says}, {claim['day'] or 'no day'}{under} ({stands}{cited})"


def _speakers(ids: Iterable[str | None], nobody: str) -> str:
    named = [each or "a source" for each in ids]
    return listed(named) if named else nobody


def _tree(label: str, tree: Mapping[str, Any], depth: int) -> Iterator[str]:
    pad = "  " * depth
    about = tree.get("event_id") or tree.get("obligation_id") or tree.get("date") or tree.get("text") or ""
    kind = tree["kind"].replace("_", " ")
    yield f"{pad}{label}: {kind} {about}".rstrip() + f" — reached: {tree['reached']} ({tree['came_true']})"
    if "arithmetic" in tree:
        yield f"{pad}  {tree['arithmetic']}"
    for name in ("anchor", "since", "until"):
        if name in tree:
            yield from _tree(name, tree[name], depth + 1)
    for n, child in enumerate(tree.get("conditions", ()), 1):
        yield from _tree(f"#{n}", child, depth + 1)
