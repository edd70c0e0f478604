"""Proofs of statuses in plain words, line by line; what belongs together is indented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accords.engine.table import State
from accords.render.status_rows import speakers_in_words
from accords.standing.naming import WORDS, possible_words
from accords.words import PHRASES, joined, say

__all__ = ["proof_text"]


def proof_text(proof: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    """The lines of a proof. Actors are called by ``names`` (id → name), all else by its id in the record."""
    whole = proof["as_reported"] is None
    who = say("proof.agreement") if whole else say("comma").join(names.get(each, each) for each in proof["obligor_ids"])
    yield say(
        "proof.title" if proof["number"] is None else "proof.title_turn",
        duty=proof["obligation_id"],
        number=proof["number"],
        who=who or say("status.nobody"),
        name=proof["name"],
    )
    precision = say(f"proof.precision.{proof['precision']}")
    yield "  " + say("proof.asked", as_of=proof["as_of"], known_by=proof["known_by"], precision=precision)
    several = len(proof["rows"]) > 1 and not whole
    for row in proof["rows"]:
        state = State(row["state"])
        words = possible_words(state, proof["continuing"]) if several else WORDS[state]
        yield "  " + say("proof.row_possible" if several else "proof.row", state=words, because=row["because"])
    for under in proof["readings"]:
        if under["reading_id"] is not None or len(proof["readings"]) > 1:
            left = joined([possible_words(State(state), proof["continuing"]) for state in under["states"]], "or")
            key = "proof.as_written" if under["reading_id"] is None else "proof.under_reading"
            yield "  " + say(key, reading=under["reading_id"], states=left)
        yield from _under(under)
    for claim in proof["claims"]:
        yield "  " + _claim(claim, names)
    for dispute in proof["disputes"]:
        said = speakers_in_words(dispute["said_by"], names) or say("status.some")
        denied = speakers_in_words(dispute["denied_by"], names) or say("status.others")
        yield "  " + say("proof.disputed", matter=dispute["matter"], said=said, denied=denied)
    for each in proof["assumptions"]:
        yield "  " + say("status.assumed", words=each)
    for each in proof["would_change"]:
        yield "  " + say("proof.change", words=each["words"])


def _under(under: Mapping[str, Any]) -> Iterator[str]:
    for words, days in under["days"].items():
        yield f"    {words}: {days}"
    for slot, tree in under["conditions"].items():
        yield from _tree(PHRASES.get(f"proof.slot.{slot}", slot), tree, 2)
    for spell in under["spells"]:
        kind, end = say(f"proof.spell.{spell['kind']}"), spell["until"] or say("proof.no_end")
        yield "    " + say("proof.spell", kind=kind, start=spell["from"], end=end)


def _claim(claim: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What is said, then how well the fact stands, then, apart from that, how well its being a breach stands."""
    stands = say(f"proof.standing.{claim['fact']}")
    if claim["charge"] is not None:
        stands = say("proof.stands", fact=stands, charge=say(f"proof.standing.{claim['charge']}"))
    places = [f"{cited['source_id']} {cited['locator'] or ''}".strip() for cited in claim["citations"]]
    if places:
        stands = say("proof.cited", stands=stands, places=joined(places))
    return say(
        "proof.claim" if claim["reading_id"] is None else "proof.claim_reading",
        event=claim["event_id"],
        by=names.get(claim["by"], claim["by"]) if claim["by"] else say("proof.the_source"),
        says=say(f"proof.says.{claim['says']}"),
        day=claim["day"] or say("proof.no_day"),
        reading=claim["reading_id"],
        stands=stands,
    )


def _tree(label: str, tree: Mapping[str, Any], depth: int) -> Iterator[str]:
    pad = "  " * depth
    about = tree.get("event_id") or tree.get("obligation_id") or tree.get("date") or tree.get("text") or ""
    yield pad + say(
        "proof.node_about" if about else "proof.node",
        label=label,
        kind=say(f"proof.kind.{tree['kind']}"),
        about=about.rstrip(),
        reached=say(f"proof.reached.{tree['reached']}"),
        days=tree["came_true"],
    )
    if "arithmetic" in tree:
        yield f"{pad}  {tree['arithmetic']}"
    for name in ("anchor", "since", "until"):
        if name in tree:
            yield from _tree(say(f"proof.slot.{name}"), tree[name], depth + 1)
    for n, child in enumerate(tree.get("conditions", ()), 1):
        yield from _tree(f"#{n}", child, depth + 1)
