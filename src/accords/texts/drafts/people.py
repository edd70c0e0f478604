"""The people of a draft, and how its agreement came about."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations

from attrs import evolve, frozen

from accords.model.actors import Actor, ActorName, ActsFor, Party, ThirdParty
from accords.model.conclusion import Conclusion
from accords.model.sources import Citation
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.casting import ActsAs, acts_as_said, has_part, is_office, is_party, is_same_name
from accords.texts.drafts.cues import ASIDE, CONCLUDES
from accords.texts.drafts.form import NOT_STATED, PARTY, DraftConclusion, DraftForm, DraftPerson
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.texts.drafts.suspects import told, words_in
from accords.texts.finding import find_passages
from accords.vocabulary import ActorKind, Basis, ConclusionForm, Role
from accords.words import say

__all__ = ["Cast", "cast_of", "conclusion_of"]

_ALIKE = 0.8
_MOST_COMPARED = 300


@frozen(kw_only=True)
class Cast:
    """Who is in the record, and in which parts."""

    actors: tuple[Actor, ...]
    parties: tuple[Party, ...]
    third_parties: tuple[ThirdParty, ...]


def cast_of(bench: Bench, people: tuple[DraftPerson, ...]) -> Cast:
    """Everybody listed whose name stands where the row says, and their parts."""
    actors: list[Actor] = []
    parties: list[Party] = []
    thirds: list[ThirdParty] = []
    rows: list[tuple[int, DraftPerson, QuotedPassage]] = []
    acting: dict[str, str] = {}
    for number, person, found in bench.quoted("people", people):
        if not seen(person.name) or person.name not in found.paragraph:
            bench.leave(say("draft.name_not_there", name=person.name))
        elif person.name in bench.people:
            bench.leave(say("draft.named_twice", name=person.name))
        else:
            bench.people[person.name] = bench.take_id(person.name, f"person-{number}")
            names = _other_names(bench, person)
            sure = tuple(each for each in names if is_same_name(person.name, each, bench.edition.text))
            bench.called[person.name] = (person.name, *sure)
            bench.perhaps[person.name] = tuple(each for each in names if each not in sure)
            rows.append((number, person, found))
            bench.keep(person, found, bench.people[person.name])
            for words in told("draft.mark.alias", bench.perhaps[person.name]):
                bench.mark(words, "also_called")
            if person.acts_for or person.part not in (NOT_STATED, PARTY):
                for words in told("draft.mark.outside", words_in(ASIDE, _beside(found))):
                    bench.mark(words)
    for number, person, found in rows:
        bench.look_at("people", number)
        citation = bench.cite(found)
        actors.append(_actor(bench, person, found, acting))
        id = bench.people[person.name]
        if person.part == PARTY:
            bench.sides.append(person.name)
            parties.append(Party(actor_id=id, citations=(citation,)))
            if not is_party(found.sentence, bench.called[person.name], _others(bench)):
                bench.mark(say("draft.mark.party"), "part")
        elif person.part != NOT_STATED and _has_part(bench, person, found):
            thirds.append(ThirdParty(actor_id=id, role=Role.of(person.part), citations=(citation,)))
    _mark_alike(bench, rows)
    return Cast(actors=tuple(actors), parties=tuple(parties), third_parties=tuple(thirds))


def _other_names(bench: Bench, person: DraftPerson) -> tuple[str, ...]:
    taken = {name for called in (*bench.called.values(), *bench.perhaps.values()) for name in called}
    kept: list[str] = []
    for name in dict.fromkeys(person.also_called):
        if not seen(name) or name not in bench.edition.text:
            bench.leave(say("draft.name_not_in_text", name=name), "also_called")
        elif name in taken:
            bench.leave(say("draft.name_of_another", name=name), "also_called")
        elif name != person.name:
            kept.append(name)
    return tuple(kept)


def _has_part(bench: Bench, person: DraftPerson, found: QuotedPassage) -> bool:
    """Whether the part may be given; a word on the facts counts by some, so none is given out of nothing."""
    if has_part(found.sentence, bench.called[person.name], _others(bench, person.name), person.part):
        return True
    bench.leave(say("draft.part_not_there", part=say(f"role.{person.part}")), "part")
    return False


def _others(bench: Bench, *names: str) -> tuple[str, ...]:
    """What all others who are listed are called."""
    return tuple(each for name, every in bench.called.items() if name not in names for each in every)


def _actor(bench: Bench, person: DraftPerson, found: QuotedPassage, acting: dict[str, str]) -> Actor:
    """``acting`` has for whom those before act, by id; nobody may act for itself, by way of others either."""
    citation = bench.cite(found)
    if person.kind == ActorKind.OFFICE and not is_office(found.sentence, person.name):
        bench.mark(say("draft.mark.office"), "kind")
    actor = Actor(
        id=bench.people[person.name],
        name=person.name,
        kind=None if person.kind == NOT_STATED else ActorKind.of(person.kind),
        names=tuple(
            ActorName(text=name, citations=_first_place(bench, name, citation))
            for name in (*bench.called[person.name][1:], *bench.perhaps[person.name])
        ),
    )
    whom = bench.whom((person.acts_for,), "acts_for") if person.acts_for else None
    if whom is None:
        return actor
    at: str | None = whom[0]
    while at is not None and at != actor.id:
        at = acting.get(at)
    if at is not None:
        bench.leave(say("draft.acts_for_itself"), "acts_for")
        return actor
    others = _others(bench, person.name, person.acts_for)
    borne = acts_as_said(found.sentence, bench.called[person.name], bench.called[person.acts_for], others)
    if borne == ActsAs.NOT:
        bench.leave(say("draft.acts_for_not_there", name=person.acts_for), "acts_for")
        return actor
    if borne == ActsAs.INFERRED:
        bench.mark(say("draft.mark.acts_for", name=person.acts_for), "acts_for")
    acting[actor.id] = whom[0]
    return evolve(actor, acts_for=(ActsFor(actor_id=whom[0], citations=(citation,)),))


def _first_place(bench: Bench, name: str, like: Citation) -> tuple[Citation, ...]:
    passage = find_passages(bench.edition, name)[0]
    assert like.span is not None
    span = evolve(like.span, start=passage.start, end=passage.end, sha256=passage.sha256)
    return (evolve(like, locator=passage.locator, span=span),)


def _mark_alike(bench: Bench, rows: list[tuple[int, DraftPerson, QuotedPassage]]) -> None:
    """Say which names look alike; nobody is ever taken for another."""
    for (_, one, _), (number, other, _) in combinations(rows[:_MOST_COMPARED], 2):
        pair = one.name.casefold(), other.name.casefold()
        words = [set(name.split()) for name in pair]
        if words[0] <= words[1] or words[1] <= words[0] or SequenceMatcher(None, *pair).ratio() >= _ALIKE:
            bench.look_at("people", number)
            bench.mark(say("draft.mark.alike", one=one.name, other=other.name))


def conclusion_of(bench: Bench, rows: tuple[DraftConclusion, ...], published: str | None) -> Conclusion | None:
    """How the agreement came about, as far as a draft may say it: never that somebody signed."""
    made: Conclusion | None = None
    for _, row, found in bench.quoted("conclusion", rows):
        if made is not None:
            bench.leave(say("draft.one_conclusion"))
            continue
        is_signed = _SIGNED.search(found.passage.text) is not None
        if (row.form == DraftForm.OTHER) is not is_signed and row.form != DraftForm.ANNOUNCED:
            bench.leave(say("draft.signed_form" if is_signed else "draft.no_signature"))
            continue
        whom = bench.whom(row.announced_by, "announced_by")
        date = bench.date(row.date, found, "date", published)
        place = seen(row.place) or None
        if place is not None and place not in found.paragraph:
            bench.leave(say("draft.words_not_there", words=place), "place")
            place = None
        bench.keep(row, found, "conclusion")
        _mark_conclusion(bench, row, found)
        made = Conclusion(
            form=ConclusionForm.SIGNED if row.form == DraftForm.OTHER else ConclusionForm.of(row.form),
            announced_by_ids=whom or (),
            date=None if date is None else date[0],
            date_basis=Basis.INFERRED if date is not None and date[1] else Basis.STATED,
            place=place,
            citations=(bench.cite(found),),
        )
    return made


_SIGNED = re.compile(r"(?<!un)(?<!not )(?<!never )\bsigned\b", re.IGNORECASE)


def _mark_conclusion(bench: Bench, row: DraftConclusion, found: QuotedPassage) -> None:
    if row.form == DraftForm.ANNOUNCED and not row.announced_by:
        bench.mark(say("draft.mark.nobody_announced"), "announced_by")
    for name in row.announced_by:
        if not bench.is_named(name, found.sentence):
            bench.mark(say("draft.mark.unnamed", name=name), "announced_by")
    if row.form == DraftForm.OTHER:
        bench.mark(say("draft.mark.signed"), "form")
    elif not CONCLUDES[row.form].search(found.passage.text):
        bench.mark(say("draft.mark.form"), "form")
    for words in told("draft.mark.inside", words_in(ASIDE, found.passage.text)):
        bench.mark(words)
    bench.mark_around(found, bench.said(row, row.announced_by))


def _beside(found: QuotedPassage) -> str:
    """The sentence around a quote that names somebody, without what that one is told to say there."""
    start, end = found.inner
    before, after = (_IN_QUOTES.sub(" … ", text) for text in (found.sentence[:start], found.sentence[end:]))
    return f"{before} … {_SAYS_THAT.sub(' ', after)}"


_IN_QUOTES = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_SAYS_THAT = re.compile(
    r"^\W*(?:said|says|told|added|wrote|announced)\b[^,;.]{0,40}?\bthat\b.*", re.IGNORECASE | re.DOTALL
)
