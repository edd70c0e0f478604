"""Which actors, events and duties of two codings are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from accords.checklist.same_actors import same_actors
from accords.compare.coders.assigning import assigned
from accords.compare.coders.places import TextPlace, length_of, place_of, shared
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.vocabulary import Vocabulary

__all__ = ["CodingSide", "HowPaired", "PairedThing", "Pairing", "SplitDuty", "pair"]

_SAME_CLAUSE = 0.5


class HowPaired(Vocabulary):
    """How it was found that a thing is in both codings."""

    GIVEN = "given", "It was said by hand."
    PASSAGE = "passage", "Both cite the same passage of one edition, or a part of it."
    CLAUSE = "clause", "Both give the same clause, and no passages that could be compared."
    IDENTITY = "identity", "Both have the same identifier or name."
    ID = "id", "Both have the same id, and nothing else says who either is."


@frozen(kw_only=True)
class PairedThing:
    """One thing in both codings, and how that was found."""

    a: str
    b: str
    how: HowPaired


class CodingSide(Vocabulary):
    """One of two codings."""

    A = "a", "The first."
    B = "b", "The second."


@frozen(kw_only=True)
class SplitDuty:
    """One duty of a coder that stands where several of the other do."""

    side: CodingSide
    one: str
    several: tuple[str, ...]


@frozen(kw_only=True)
class Pairing:
    """What of two codings is the same, what is in one of them only, and where one duty stands against several."""

    actors: tuple[PairedThing, ...]
    duties: tuple[PairedThing, ...]
    splits: tuple[SplitDuty, ...]
    actors_only_a: tuple[str, ...]
    actors_only_b: tuple[str, ...]
    duties_only_a: tuple[str, ...]
    duties_only_b: tuple[str, ...]
    names: Mapping[str, str] = field(repr=False)
    """Id of the second → what it is called in the first; what has no like there is called by its own id, marked."""


def pair(a: Agreement, b: Agreement, given: Mapping[str, str]) -> Pairing:
    """Pair two codings; ``given`` are pairs by hand, id of the first → id of the second, actors and duties alike."""
    actors = tuple(_actors(a, b, given))
    names = {each.b: each.a for each in actors}
    duties, splits = _duties(a, b, given, names)
    events = _events(a.events, b.events, names)
    called = {**names, **{each.b: each.a for each in duties}, **events}
    own = [*(x.id for x in b.actors), *(x.id for x in b.obligations), *(x.id for x in b.events)]
    return Pairing(
        actors=actors,
        duties=duties,
        splits=splits,
        actors_only_a=_rest((x.id for x in a.actors), (x.a for x in actors)),
        actors_only_b=_rest((x.id for x in b.actors), (x.b for x in actors)),
        duties_only_a=_rest((x.id for x in a.obligations), (x.a for x in duties)),
        duties_only_b=_rest((x.id for x in b.obligations), (x.b for x in duties)),
        names={**{each: f"{each} (b)" for each in own}, **called},
    )


def _rest(ids: Iterable[str], paired: Iterable[str]) -> tuple[str, ...]:
    taken = set(paired)
    return tuple(each for each in ids if each not in taken)


def _actors(a: Agreement, b: Agreement, given: Mapping[str, str]) -> Iterator[PairedThing]:
    """By hand; by an identifier or name that both have; then by id, where nothing else says who either is."""
    known = same_actors((a.actors, b.actors))
    ours, theirs = {x.id: x for x in a.actors}, {x.id: x for x in b.actors}
    taken = {given[each] for each in ours if given.get(each) in theirs}
    for actor in a.actors:
        by_hand = given.get(actor.id)
        alike = [who for place, who in known[0, actor.id].whos if place == 1 and who not in taken]
        if by_hand in theirs:
            yield PairedThing(a=actor.id, b=by_hand, how=HowPaired.GIVEN)
        elif len(alike) == 1:
            taken.add(alike[0])
            yield PairedThing(a=actor.id, b=alike[0], how=HowPaired.IDENTITY)
        elif actor.id in theirs and actor.id not in taken and not any(p == 0 for p, _ in known[1, actor.id].whos):
            taken.add(actor.id)
            yield PairedThing(a=actor.id, b=actor.id, how=HowPaired.ID)


def _duties(
    a: Agreement, b: Agreement, given: Mapping[str, str], names: Mapping[str, str]
) -> tuple[tuple[PairedThing, ...], tuple[SplitDuty, ...]]:
    ours, theirs = a.obligations, b.obligations
    at = {duty.id: place for place, duty in enumerate(theirs)}
    by_hand = {place: at[given[duty.id]] for place, duty in enumerate(ours) if given.get(duty.id) in at}
    fits = _fits([place_of(each, a) for each in ours], [place_of(each, b) for each in theirs])
    scores = {
        (row, column): fit + _likeness(ours[row], theirs[column], names)
        for (row, column), (fit, _) in fits.items()
        if row not in by_hand and column not in by_hand.values()
    }
    found = {**assigned(scores), **by_hand}
    hows = {row: HowPaired.GIVEN if row in by_hand else fits[row, to][1] for row, to in found.items()}
    left = at.keys() - {theirs[to].id for to in found.values()}
    for row, duty in enumerate(ours):
        if row not in found and duty.id in left:
            found[row], hows[row] = at[duty.id], HowPaired.ID
    pairs = tuple(PairedThing(a=ours[row].id, b=theirs[found[row]].id, how=hows[row]) for row in sorted(found))
    return pairs, tuple(_splits(ours, theirs, fits, found))


def _fits(ours: Sequence[TextPlace], theirs: Sequence[TextPlace]) -> dict[tuple[int, int], tuple[float, HowPaired]]:
    """How much of the same text two duties cite; where they cite no edition in common, whether it is one clause."""
    by_clause: dict[str, list[int]] = {}
    by_edition: dict[str, list[int]] = {}
    for at, place in enumerate(theirs):
        for clause in place.clauses:
            by_clause.setdefault(clause, []).append(at)
        for edition in place.passages:
            by_edition.setdefault(edition, []).append(at)
    found: dict[tuple[int, int], tuple[float, HowPaired]] = {}
    for row, place in enumerate(ours):
        near = [to for edition in place.passages for to in by_edition.get(edition, ())]
        for to in dict.fromkeys(near):
            common = _overlap(place, theirs[to])
            if common:
                found[row, to] = common, HowPaired.PASSAGE
        for to in dict.fromkeys(to for clause in sorted(place.clauses) for to in by_clause.get(clause, ())):
            if place.passages.keys().isdisjoint(theirs[to].passages):
                found[row, to] = _SAME_CLAUSE, HowPaired.CLAUSE
    return found


def _overlap(one: TextPlace, other: TextPlace) -> float:
    """The share that two duties have in common of all the text that either of them cites, in common editions."""
    editions = one.passages.keys() & other.passages.keys()
    common = sum(shared(one.passages[each], other.passages[each]) for each in editions)
    both = sum(length_of(one.passages[each]) + length_of(other.passages[each]) for each in editions)
    return common / (both - common) if common else 0.0


def _likeness(one: Obligation, other: Obligation, names: Mapping[str, str]) -> float:
    """What decides among duties of one passage: ids, quotations, obligors, sort; never as much as the passage."""
    owed = _alike(set(one.obligor_ids), {names.get(each, "") for each in other.obligor_ids})
    quoted = _alike(_words(one), _words(other))
    same_id, same_sort = one.id == other.id, one.modality is other.modality
    return 0.008 * same_id + 0.004 * quoted + 0.002 * owed + 0.001 * same_sort


def _alike(one: set[str], other: set[str]) -> float:
    """The share that two sets have in common; of two empty ones all."""
    return len(one & other) / len(one | other) if one | other else 1.0


def _words(duty: Obligation) -> set[str]:
    """The words of the source that a duty quotes."""
    return set((duty.as_written or "").casefold().split())


def _splits(
    ours: Sequence[Obligation],
    theirs: Sequence[Obligation],
    fits: Mapping[tuple[int, int], object],
    found: Mapping[int, int],
) -> Iterator[SplitDuty]:
    """A duty that has no pair, and stands where another does that has one, is a part of that other."""
    back = {to: row for row, to in found.items()}
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for row, to in fits:
        if row in found and (to == found[row] or to not in back):
            rows.setdefault(row, []).append(to)
        if to in back and (row == back[to] or row not in found):
            columns.setdefault(to, []).append(row)
    for row, parts in sorted(rows.items()):
        if len(parts) > 1:
            yield SplitDuty(
                side=CodingSide.A, one=ours[row].id, several=tuple(theirs[each].id for each in sorted(parts))
            )
    for to, parts in sorted(columns.items()):
        if len(parts) > 1:
            yield SplitDuty(
                side=CodingSide.B, one=theirs[to].id, several=tuple(ours[each].id for each in sorted(parts))
            )


def _events(ours: Sequence[Event], theirs: Sequence[Event], names: Mapping[str, str]) -> dict[str, str]:
    """Id of the second → id of the first: the same id, else what is alike and alone in it on either side."""
    known = {each.id for each in ours}
    found = {each.id: each.id for each in theirs if each.id in known}
    for key in (_summary, _identity):
        left, right = (_by_key(side, key, names) for side in (ours, theirs))
        taken = set(found.values())
        for alike, ids in right.items():
            rest = [each for each in left.get(alike, ()) if each not in taken]
            more = [each for each in ids if each not in found]
            if len(rest) == len(more) == 1:
                found[more[0]] = rest[0]
    return found


def _by_key(
    events: Sequence[Event], key: Callable[[Event, Mapping[str, str]], object], names: Mapping[str, str]
) -> dict[object, list[str]]:
    found: dict[object, list[str]] = {}
    for event in events:
        found.setdefault(key(event, names), []).append(event.id)
    return found


def _summary(event: Event, _: Mapping[str, str]) -> object:
    return event.kind, " ".join(event.summary.split())


def _identity(event: Event, names: Mapping[str, str]) -> object:
    when = next((claim.when.text for claim in event.claims if claim.when is not None), None)
    return event.kind, event.act, frozenset(names.get(each, each) for each in event.actor_ids), when
