"""Proofs of statuses in plain words, line by line; what belongs together is indented."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist.standing_lines import dispute_in_words
from accords.model.conditions import NoEvent, OnDate, OnEvent, OnObligation, Prose, Vague
from accords.render.status.lines import StatusWords
from accords.standing.days import day_in_words, days_in_words
from accords.standing.naming import agreement_name, outcome_words, state_words
from accords.standing.proof import Proof, Reckoning, Said
from accords.standing.standings import disputes_of
from accords.standing.told import arithmetic_in_words, assumed_in_words, because, proposal_in_words
from accords.standing.trees import Tree
from accords.words import Names, date_in_words, joined, say

__all__ = ["proof_lines"]


def proof_lines(proof: Proof, told: StatusWords) -> Iterator[tuple[int, str]]:
    """The lines of a proof, each with how deep it stands."""
    names, found = told.names, proof.instance
    continuing = found is None or found.context.continuing
    yield 0, _title(proof, names)
    precision = say(f"proof.precision.{found.precision if found is not None else 'interval'}")
    asked, known = day_in_words(proof.asked), day_in_words(proof.known)
    yield 1, say("proof.asked", as_of=asked, known_by=known, precision=precision)
    several = len(proof.rows) > 1 and found is not None
    for state, row in proof.rows:
        words = outcome_words(state, continuing) if several else state_words(state)
        yield 1, say("proof.row_possible" if several else "proof.row", state=words, because=because(row, state))
    for reckoning in proof.reckonings:
        if reckoning.reading_id is not None or len(proof.reckonings) > 1:
            left = joined([outcome_words(state, continuing) for state in sorted(reckoning.states)], "or")
            key = "proof.as_written" if reckoning.reading_id is None else "proof.under_reading"
            yield 1, say(key, reading=reckoning.reading_id, states=left)
        yield from _reckoning(reckoning)
    yield from ((1, _said(said, names)) for said in proof.claims)
    for dispute in disputes_of(found, names) if found is not None else ():
        yield 1, say("status.disputed", dispute=dispute_in_words(dispute))
    yield from ((1, say("status.assumed", words=assumed_in_words(each))) for each in proof.assumed)
    yield from (
        (1, say("proof.change", words=proposal_in_words(each.proposal, each.days, names)))
        for each in proof.would_change
    )


def _title(proof: Proof, names: Names) -> str:
    found = proof.instance
    if found is None:
        who, name = say("proof.agreement"), agreement_name(proof.states, proof.ending, names.actor, proof.assumed_from)
    else:
        who = say("comma").join(names.actor(each) for each in found.obligor_ids) or say("status.nobody")
        name = found.named(names.actor)
    number = found.number if found is not None else None
    key = "proof.title" if number is None else "proof.title_turn"
    return say(key, duty=proof.subject_id, number=number, who=who, name=name)


def _reckoning(found: Reckoning) -> Iterator[tuple[int, str]]:
    for name, days in found.days:
        yield 2, say("calendar.line", label=say(f"proof.day.{name}"), words=days_in_words(days))
    for slot in found.slots:
        yield from _tree(say(f"proof.slot.{slot.name}", number=slot.number), slot.tree, 2)
    for spell in found.spells:
        end = days_in_words(spell.until) if spell.until else say("proof.no_end")
        kind = say(f"proof.spell.{spell.kind.value}")
        yield 2, say("proof.spell", kind=kind, start=days_in_words(spell.since), end=end)


def _said(said: Said, names: Names) -> str:
    """What is said, then how well the fact stands, then, apart from that, how well its being a breach stands."""
    statement, claim = said.statement, said.statement.claim
    stands = say(f"proof.standing.{said.fact.value}")
    if said.charge is not None:
        stands = say("proof.stands", fact=stands, charge=say(f"proof.standing.{said.charge.value}"))
    places = [f"{place.source_id} {place.locator or ''}".strip() for place in said.citations]
    if places:
        stands = say("proof.cited", stands=stands, places=joined(places))
    return say(
        "proof.claim" if claim.reading_id is None else "proof.claim_reading",
        event=said.event.id,
        by=names.actor(statement.teller) if statement.teller is not None else say("speaker.unknown"),
        says=say(f"proof.says.{statement.says.value}"),
        day=days_in_words(said.days) if said.days else say("proof.no_day"),
        reading=claim.reading_id,
        stands=stands,
    )


def _tree(label: str, tree: Tree, depth: int) -> Iterator[tuple[int, str]]:
    about = _about(tree)
    yield (
        depth,
        say(
            "proof.node_about" if about else "proof.node",
            label=label,
            kind=say(f"proof.kind.{tree.condition.kind}"),
            about=about,
            reached=say(f"proof.reached.{tree.reached.value}"),
            days=days_in_words(tree.came_true),
        ),
    )
    if (arithmetic := arithmetic_in_words(tree)) is not None:
        yield depth + 1, arithmetic
    for name, inside in (("anchor", tree.anchor), ("since", tree.since), ("until", tree.until)):
        if inside is not None:
            yield from _tree(say(f"proof.slot.{name}"), inside, depth + 1)
    for number, part in enumerate(tree.parts, 1):
        yield from _tree(f"#{number}", part, depth + 1)


def _about(tree: Tree) -> str:
    match tree.condition:
        case OnEvent() | NoEvent():
            return tree.condition.event_id
        case OnObligation():
            return tree.condition.obligation_id
        case OnDate():
            return date_in_words(tree.condition.value)
        case Vague() | Prose():
            return tree.condition.text.strip()
        case _:
            return ""
