"""Roles: who is party, who stands beside, and who acts for whom."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.acting import Acting
from accords.model.actors import ActsFor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.pointer import Path
from accords.prose import with_article
from accords.vocabulary import ActorKind, ConclusionForm, Role

__all__ = ["ROLES"]

_BESIDE = (Role.MEDIATOR, Role.CO_MEDIATOR, Role.FACILITATOR, Role.ARBITER, Role.OBSERVER, Role.WITNESS)
"""Roles of somebody who stands between or beside the parties; a party may well be host, donor or depositary."""


def represents_another(index: Index) -> Iterator[Diagnostic]:
    """ACC519: one who represents a party is that party itself, or acts for another party alone."""
    record = index.agreement
    acting = Acting(record, represented=False)
    parties = {party.actor_id for party in record.parties}
    for part, path in _parts(record):
        for place, agent in enumerate(part.represented_by_ids):
            if agent == part.actor_id:
                yield index.found(
                    "ACC519",
                    f'"{agent}" is said to represent itself',
                    (*path, "represented_by_ids", place),
                    help="name the person or office that negotiated or concluded for it, or leave the field out",
                )
                continue
            patron = acting.first_of(agent, parties | {part.actor_id})
            if patron is not None and patron != part.actor_id and isinstance(part, Party):
                yield index.found(
                    "ACC519",
                    f'"{agent}" represents "{part.actor_id}" here, and acts for "{patron}", which is another party',
                    (*path, "represented_by_ids", place),
                    help="correct who represents the party, or for whom the actor acts",
                    related=[((*index.by_id[agent].path, "acts_for"), f'"{agent}" acts for')],
                )


def party_as_mediator(index: Index) -> Iterator[Diagnostic]:
    """ACC520: a party also stands between or beside the parties, and nobody is named who says so."""
    record = index.agreement
    parties = {party.actor_id: place for place, party in enumerate(record.parties)}
    for place, third in enumerate(record.third_parties):
        party = parties.get(third.actor_id)
        if party is None or third.role not in _BESIDE:
            continue
        if not third.according_to_ids and not record.parties[party].according_to_ids:
            yield index.found(
                "ACC520",
                f'"{third.actor_id}" is a party and {with_article(third.role)} at once',
                ("third_parties", place, "role"),
                help="where sources differ, say in `according_to_ids` who gives it which part; otherwise keep one",
                related=[(("parties", party, "actor_id"), f"party {third.actor_id}")],
            )


def listed_twice(index: Index) -> Iterator[Diagnostic]:
    """ACC521: an actor has the same part twice, with nothing to tell the two entries apart."""
    first: dict[tuple[object, ...], Path] = {}
    for part, path in _parts(index.agreement):
        if isinstance(part, Party):
            key: tuple[object, ...] = (part.actor_id, part.bound_from, part.bound_until, part.according_to_ids)
        else:
            key = (part.actor_id, part.role, part.role_as_written, part.according_to_ids)
        before = first.setdefault((path[0], *key), path)
        if before != path:
            what = "party" if isinstance(part, Party) else part.role
            yield index.found(
                "ACC521",
                f'"{part.actor_id}" is listed twice as {what}',
                (*path, "actor_id"),
                help="keep one entry, with the citations of both",
                related=[((*before, "actor_id"), part.actor_id)],
                related_label="first here",
            )


def single_party(index: Index) -> Iterator[Diagnostic]:
    """ACC522: an agreement is between one party alone."""
    record = index.agreement
    parties = {party.actor_id for party in record.parties}
    if not record.obligations:
        return  # nothing is agreed in it yet
    if len(parties) != 1 or (record.conclusion and record.conclusion.form is ConclusionForm.UNILATERAL_MATCHING):
        return
    (only,) = parties
    owner = index.by_id.get(only)
    if owner is not None and not (owner.kind == "actor" and len(owner.value.member_ids) > 1):
        yield index.found(
            "ACC522",
            f'"{only}" is the only party',
            ("parties",),
            help="add the other party; who only mediates or promises something stays a third party",
        )


def role_unexplained(index: Index) -> Iterator[Diagnostic]:
    """ACC523: a third party has the role "other", and nothing says which."""
    for place, third in enumerate(index.agreement.third_parties):
        if third.role is Role.OTHER and third.role_as_written is None:
            yield index.found(
                "ACC523",
                f'nothing says which other role "{third.actor_id}" has',
                ("third_parties", place, "role"),
                help="add `role_as_written`, in the words of the source",
            )


def unused_actor(index: Index) -> Iterator[Diagnostic]:
    """ACC524: nothing in the record names an actor."""
    named = {mention.id for mention in index.mentions if mention.kind == "actor"}
    if any(one not in index.by_id for one in named):
        return  # most likely it is this one that was misspelt there
    for place, actor in enumerate(index.agreement.actors):
        if actor.id not in named and index.by_id[actor.id].value is actor:
            yield index.found(
                "ACC524",
                f'nothing in the record names "{actor.id}"',
                ("actors", place, "id"),
                help="say what part it has: in a role, a duty, an event, a claim; or leave it out",
            )


def person_for_office(index: Index) -> Iterator[Diagnostic]:
    """ACC525: a person owes a duty whose office is in the record."""
    actors = {actor.id: actor for actor in index.agreement.actors}
    for place, duty in enumerate(index.agreement.obligations):
        for number, obligor in enumerate(duty.obligor_ids):
            person = actors.get(obligor)
            behind = [actors.get(span.actor_id) for span in person.acts_for] if person is not None else []
            office = next((one for one in behind if one is not None and one.kind is ActorKind.OFFICE), None)
            if person and office and person.kind is ActorKind.PERSON:
                yield index.found(
                    "ACC525",
                    f'"{obligor}" is a person, who acts for the office "{office.id}"',
                    ("obligations", place, "obligor_ids", number),
                    help="the office owes it, and outlasts the person, unless the text binds the person by name",
                    related=[((*index.by_id[office.id].path, "id"), office.id)],
                    related_label="the office",
                )


def _parts(record: Agreement) -> Iterator[tuple[Party | ThirdParty, Path]]:
    for place, party in enumerate(record.parties):
        yield party, ("parties", place)
    for place, third in enumerate(record.third_parties):
        yield third, ("third_parties", place)


ROLES: tuple[Check, ...] = (
    Check("ACC519", represents_another, ("represented_by_ids",)),
    Check("ACC520", party_as_mediator, (ThirdParty,)),
    Check("ACC521", listed_twice),
    Check("ACC522", single_party),
    Check("ACC523", role_unexplained, (ThirdParty,)),
    Check("ACC524", unused_actor),
    Check("ACC525", person_for_office, (ActsFor,)),
)
"""Code → the check that yields it."""
