"""Proofs of statuses in plain words, line by line; what belongs together is indented."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from accords.checklist.standing_lines import dispute_in_words
from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assumed
from accords.model.conditions import NoEvent, OnDate, OnEvent, OnObligation, Prose, Vague
from accords.render.status.lines import StatusWords
from accords.standing.accounts import fact_in_words
from accords.standing.days import day_in_words, days_in_words
from accords.standing.naming import outcome_words, state_words
from accords.standing.own_name import agreement_name
from accords.standing.proof import Proof, Reckoning, Said
from accords.standing.standings import because_of, found_in_words
from accords.standing.told import arithmetic_in_words, assumed_in_words, because, proposal_in_words
from accords.standing.trees import Reached, Tree
from accords.standing.views.disputed import disputes_of
from accords.vocabulary import Basis
from accords.words import date_in_words, joined, say

__all__ = ["proof_lines"]


def proof_lines(proof: Proof, told: StatusWords) -> Iterator[tuple[int, str]]:
    """The lines of a proof, each with how deep it stands."""
    names, found = told.names, proof.instance
    continuing = found is None or found.context.continuing
    yield 0, _title(proof, told)
    precision = say(f"proof.precision.{found.precision if found is not None else 'interval'}")
    asked, known = day_in_words(proof.asked), day_in_words(proof.known)
    yield 1, say("proof.asked", as_of=asked, known_by=known, precision=precision)
    several = len(proof.rows) > 1 and found is not None
    assumed = Assumed.IN_FORCE in {each.assumed for each in proof.assumed}
    for state, row in proof.rows:
        words = outcome_words(state, continuing) if several else state_words(state)
        why = because_of(found, state, row) if found is not None else because(row, state, assumed)
        yield 1, say("proof.row_possible" if several else "proof.row", state=words, because=why)
    for reckoning in proof.reckonings:
        if reckoning.reading_id is not None or len(proof.reckonings) > 1:
            left = joined([outcome_words(state, continuing) for state in sorted(reckoning.states)], "or")
            key = "proof.as_written" if reckoning.reading_id is None else "proof.under_reading"
            yield 1, say(key, reading=told.whose_reading(reckoning.reading_id), states=left)
        together = found is not None and bool(found.not_bound_ids)
        yield from _reckoning(reckoning, told, certain=proof.states == (State.BREACHED,), together=together)
    for _, claims in groupby(proof.claims, key=lambda said: said.event.id):
        about = list(claims)
        yield 1, _event(about[0], told)
        yield from ((2, _said(said, told)) for said in about)
    for ruled in found.findings if found is not None else ():
        yield 1, found_in_words(ruled, names, told.event(ruled.event_id) or "")
    for dispute in disputes_of(found, names) if found is not None else ():
        yield 1, say("status.disputed", dispute=dispute_in_words(dispute))
    yield from ((1, say("status.assumed", words=assumed_in_words(each))) for each in proof.assumed)
    yield from (
        (1, say("proof.change", words=proposal_in_words(each.proposal, each.days, names)))
        for each in proof.would_change
    )


def _title(proof: Proof, told: StatusWords) -> str:
    found, names = proof.instance, told.names
    if found is not None:
        return say("proof.title", title=told.title(found), name=found.named(names.voice))
    name = agreement_name(proof.states, proof.ending, names.voice, proof.assumed_from)
    return say("proof.title", title=say("proof.agreement", id=proof.subject_id), name=name)


def _reckoning(found: Reckoning, told: StatusWords, *, certain: bool, together: bool) -> Iterator[tuple[int, str]]:
    """The days that decide; those of a first violation only where there is one for ``certain``. Of several who owe it
    ``together``, of whom it does not bind each, the day is that of the first."""
    for name, days in found.days:
        if name == "violated" and not certain:
            continue
        key = "proof.day.bound.first" if together and name == "bound" else f"proof.day.{name}"
        yield 2, say("calendar.line", label=say(key), words=days_in_words(days))
    for slot in found.slots:
        yield from _tree(say(f"proof.slot.{slot.name}", number=slot.number), slot.tree, 2, told)
    for spell in found.spells:
        end = days_in_words(spell.until) if spell.until else say("proof.no_end")
        kind = say(f"proof.spell.{spell.kind.value}")
        yield 2, say("proof.spell", kind=kind, start=days_in_words(spell.since), end=end)


def _event(said: Said, told: StatusWords) -> str:
    """An event, how well it stands and, apart from that, how well its being a breach stands."""
    stands = fact_in_words(said.fact, said.told, said.told_by_ids, told.names, said.event)
    if said.charge is not None and said.charge is not Standing.UNREPORTED:
        stands = say("proof.stands", fact=stands, charge=say(f"proof.standing.{said.charge.value}"))
    return say(
        "proof.event",
        event=say("proof.quoted", text=told.names.summary(said.event.id), id=said.event.id),
        stands=stands,
    )


def _said(said: Said, told: StatusWords) -> str:
    """What somebody says of an event, by which reading, and where."""
    statement, claim, names = said.statement, said.statement.claim, told.names
    day = days_in_words(said.days) if said.days else say("proof.no_day")
    if claim.until is not None:
        day = say("when.lasting", day=day, until=date_in_words(claim.until))
    if claim.when_as_written:
        day = say("when.as_written", when=day, written=claim.when_as_written.strip())
    words = say(
        "proof.claim" if claim.reading_id is None else "proof.claim_reading",
        by=names.speaker(statement.teller, claim.basis is Basis.INFERRED)
        if statement.teller is not None
        else say("speaker.unknown"),
        says=say(f"proof.says.{statement.says.value}"),
        day=day,
        reading=told.whose_reading(claim.reading_id),
    )
    places = [names.place(place.source_id, place.locator) for place in said.citations]
    return say("proof.cited", claim=words, places=say("semicolon").join(places)) if places else words


def _tree(label: str, tree: Tree, depth: int, told: StatusWords) -> Iterator[tuple[int, str]]:
    about, unreported = _about(tree, told), tree.reached is Reached.NO and not tree.told
    yield (
        depth,
        say(
            "proof.node_about" if about else "proof.node",
            label=label,
            kind=say(f"proof.kind.{tree.condition.kind}"),
            about=about,
            reached=say(f"proof.reached.{'unreported' if unreported else tree.reached.value}"),
            days=days_in_words(tree.came_true),
        ),
    )
    if (arithmetic := arithmetic_in_words(tree)) is not None:
        yield depth + 1, arithmetic
    for name, inside in (("anchor", tree.anchor), ("since", tree.since), ("until", tree.until)):
        if inside is not None:
            yield from _tree(say(f"proof.slot.{name}"), inside, depth + 1, told)
    for number, part in enumerate(tree.parts, 1):
        yield from _tree(f"#{number}", part, depth + 1, told)


def _about(tree: Tree, told: StatusWords) -> str:
    match tree.condition:
        case OnEvent() | NoEvent():
            event_id = tree.condition.event_id
            return say("proof.quoted", text=told.names.summary(event_id), id=event_id)
        case OnObligation():
            return told.names.duty(tree.condition.obligation_id)
        case OnDate():
            return date_in_words(tree.condition.value)
        case Vague() | Prose():
            return tree.condition.text.strip()
        case _:
            return ""
