"""What a site is made of: each agreement with its checklist of each day, and the actors that are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from accords.checklist import Checklist, Item, NameNote
from accords.checklist.build import checklist_among
from accords.checklist.notes import NoteBook
from accords.checklist.same_actors import same_actors
from accords.model.agreement import Agreement
from accords.render.isolating import Isolator, languages_of, texts_of
from accords.render.site.addresses import Address, actor_addresses, address_of
from accords.render.site.news import News, news_of
from accords.standing.doubted import doubted_in
from accords.standing.history import Change, timeline
from accords.words import Names, counted, names_of, spoken

__all__ = ["Duty", "Shelf", "Shown", "Somebody"]


@frozen(kw_only=True, eq=False)
class Duty:
    """A duty of an agreement: its items, each with where it stands on each day, and what became known of it."""

    id: str
    address: str
    items: tuple[tuple[Item, ...], ...]
    """For each who owes it separately, its item on each day."""
    changes: tuple[Change, ...]
    news: tuple[News, ...]


@frozen(kw_only=True, eq=False)
class Shown:
    """An agreement as the site shows it: its checklist as of each day, the earlier first."""

    agreement: Agreement
    days: tuple[Checklist, ...]
    names: Names
    duties: tuple[Duty, ...]
    news: tuple[News, ...]
    isolated: Isolator

    @property
    def now(self) -> Checklist:
        """The checklist of the last day."""
        return self.days[-1]

    @property
    def address(self) -> str:
        """Where it stands."""
        return address_of(self.agreement.id)


@frozen(kw_only=True, eq=False)
class Somebody:
    """An actor of one agreement or several, with its appearances: the agreement, and its id there."""

    address: str
    whos: tuple[tuple[Shown, str], ...]

    @property
    def name(self) -> str:
        """What it is called in the first of them."""
        shown, actor_id = self.whos[0]
        return shown.names.actor(actor_id)

    @property
    def titles(self) -> tuple[str, ...]:
        """The agreements in which it has a part."""
        return tuple(dict.fromkeys(shown.now.marked_title for shown, _ in self.whos))


@frozen(kw_only=True, eq=False)
class Shelf:
    """All of it: ``actor_of`` leads from a record's id and an actor's id there to the actor."""

    days: tuple[str, ...]
    shown: tuple[Shown, ...]
    actors: tuple[Somebody, ...]
    merged: Mapping[str, str]
    """The former address of an actor that is one with another → where it stands."""
    actor_of: Mapping[tuple[str, str], Somebody] = field(repr=False)

    @classmethod
    def of(
        cls,
        agreements: Sequence[Agreement],
        days: Sequence[str],
        notes: NoteBook,
        earlier: Mapping[str, Address],
        library_version: str | None,
    ) -> Shelf:
        """What ``agreements`` come to as of ``days``. Raises ValueError for days that cannot be read."""
        shown = tuple(_shown(each, days, notes, library_version) for each in agreements)
        actors, merged = _actors(shown, earlier)
        of = {(one.agreement.id, actor_id): each for each in actors for one, actor_id in each.whos}
        asked = tuple(rows.as_of or "" for rows in shown[0].days) if shown else tuple(days)
        return cls(days=asked, shown=shown, actors=actors, merged=merged, actor_of=of)

    @property
    def calendar(self) -> Checklist:
        """The lists of the last day as one, each item with its agreement, for the calendar."""
        lists = [each.now for each in self.shown]
        sections = (
            evolve(s, items=tuple(evolve(item, agreement=rows.marked_title) for item in s.items))
            for rows in lists
            for s in rows.sections
        )
        title = counted("set.title", len(lists))
        return evolve(
            lists[0],
            title=title,
            marked_title=title,
            combined=True,
            records=tuple(record for rows in lists for record in rows.records),
            sections=tuple(sections),
            notes=self.notes,
        )

    @property
    def notes(self) -> tuple[NameNote, ...]:
        """Every note on a name, each once."""
        return tuple({note.mark: note for each in self.shown for note in each.now.notes}.values())


def _shown(agreement: Agreement, days: Sequence[str], notes: NoteBook, version: str | None) -> Shown:
    lists = tuple(checklist_among(agreement, notes, as_of=day, library_version=version) for day in days)
    now = lists[-1]
    marks = {actor_id: note.mark for note in now.notes for actor_id in note.actor_ids}
    names = names_of(agreement, marks, doubted_in(agreement))
    news = news_of(agreement, now)
    history = timeline(agreement, known_by=now.known_by or days[-1])
    texts = [text for rows in lists for text in texts_of(rows)]
    texts += [actor.name for actor in agreement.actors]
    texts += [text for event in agreement.events for text in (event.summary, event.place) if text is not None]
    return Shown(
        agreement=agreement,
        days=lists,
        names=names,
        duties=tuple(_duties(agreement.id, lists, history, news)),
        news=news,
        isolated=Isolator.of(texts, languages_of(agreement), spoken().tag),
    )


def _duties(
    record_id: str, lists: Sequence[Checklist], history: Iterable[Change], news: Iterable[News]
) -> Iterable[Duty]:
    by_instance = [{item.instance: item for item in rows.items} for rows in lists]
    items: dict[str, list[tuple[Item, ...]]] = {}
    for item in lists[-1].items:
        each = tuple(found.get(item.instance, item) for found in by_instance)
        items.setdefault(item.obligation_id, []).append(each)
    changes: dict[str, list[Change]] = {}
    for change in history:
        changes.setdefault(change.obligation_id, []).append(change)
    told: dict[str, list[News]] = {}
    for one in news:
        for duty_id in one.duty_ids:
            told.setdefault(duty_id, []).append(one)
    for duty_id, own in items.items():
        yield Duty(
            id=duty_id,
            address=address_of(record_id, duty_id),
            items=tuple(own),
            changes=tuple(changes.get(duty_id, ())),
            news=tuple(told.get(duty_id, ())),
        )


def _actors(shown: Sequence[Shown], earlier: Mapping[str, Address]) -> tuple[tuple[Somebody, ...], dict[str, str]]:
    """Everybody who is a party or a third party, owes something, or is owed something."""
    known = same_actors([each.agreement.actors for each in shown])
    partakers = [_partakers(each.agreement) for each in shown]
    groups: dict[int, list[tuple[int, str]]] = {}
    for (place, actor_id), one in known.items():
        if actor_id in partakers[place]:
            groups.setdefault(id(one), []).append((place, actor_id))
    whos = [[f"{shown[place].agreement.id}/{actor_id}" for place, actor_id in group] for group in groups.values()]
    former = {who: olds for each in shown for who, olds in _former(each.agreement)}
    addresses, merged = actor_addresses(whos, earlier, former)
    found = [
        Somebody(address=address, whos=tuple((shown[place], actor_id) for place, actor_id in group))
        for address, group in zip(addresses, groups.values(), strict=True)
    ]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.address))), merged


def _former(agreement: Agreement) -> Iterator[tuple[str, list[str]]]:
    """Each actor as RECORD/ACTOR, with what it was under former ids of either."""
    records = (agreement.id, *agreement.former_ids)
    for actor in agreement.actors:
        names = [f"{record}/{one}" for record in records for one in (actor.id, *actor.former_ids)]
        yield names[0], names[1:]


def _partakers(agreement: Agreement) -> frozenset[str]:
    parts = {party.actor_id for party in agreement.parties} | {third.actor_id for third in agreement.third_parties}
    return frozenset(parts.union(*((*duty.obligor_ids, *duty.owed_to_ids) for duty in agreement.obligations)))
