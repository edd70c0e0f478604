"""The obligors of several records: one heading for each, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field

from accords.checklist.headings import Heading
from accords.checklist.parts import ItemRow, Part
from accords.checklist.rows import SectionKind
from accords.checklist.same_actors import Known, same_actors
from accords.vocabulary import Borne
from accords.words import counted, joined, say

__all__ = ["Obligors"]

_RANKS = (SectionKind.PARTY, SectionKind.THIRD_PARTY, SectionKind.OTHER, SectionKind.JOINT, SectionKind.NOT_STATED)


@define
class Obligors:
    """Who the actors of ``parts`` are, and the headings under which their rows stand together."""

    parts: Sequence[Part]
    known: Mapping[tuple[int, str], Known]
    _headings: dict[str, Heading] = field(factory=dict, init=False)

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Obligors:
        """Recognise the actors of ``parts``."""
        return cls(parts, same_actors([part.actors for part in parts]))

    def rows(self) -> tuple[ItemRow, ...]:
        """All rows under common headings, and numbered in their order."""
        kept = [
            (place, row, self._heading(place, row.heading, row), self._heading(place, row.party, row))
            for place, part in enumerate(self.parts)
            for row in part.rows
        ]
        ordered = sorted(self._headings, key=lambda key: _alphabet(self._headings[key]))
        placed = {key: evolve(self._headings[key], order=(order,)) for order, key in enumerate(ordered)}
        kept.sort(key=lambda each: placed[each[2]].order)
        found: list[ItemRow] = []
        for number, (place, row, own, party) in enumerate(kept, 1):
            item = evolve(row.item, number=number, agreement=row.agreement)
            found.append(evolve(row, item=item, place=place, heading=placed[own], party=placed[party]))
        return tuple(found)

    def ids(self, place: int, actor_ids: Iterable[str]) -> set[str]:
        """Every id by which the actors go in any of the records."""
        return {each for actor_id in actor_ids for each in self.who(place, actor_id).ids}

    def who(self, place: int, actor_id: str) -> Known:
        """Who an id of the record at ``place`` stands for; somebody of its own where it stands for nobody."""
        known = self.known.get((place, actor_id))
        if known is None:
            return Known(whos=((place, actor_id),), names=(actor_id,), codes=(), ids=frozenset((actor_id,)))
        return known

    def name(self, known: Known) -> str:
        """What an actor is called in the first record that has it."""
        place, actor_id = known.whos[0]
        return self.parts[place].names.bearer(actor_id)

    def called(self, actor_id: str) -> str:
        """What the actors are called that go by ``actor_id`` in some record."""
        found = {id(known): known for (_, each), known in self.known.items() if each == actor_id}
        return joined(list(dict.fromkeys(self.name(known) for known in found.values())), "or") or actor_id

    def recognised(self) -> Iterator[str]:
        """A sentence for each obligor that stands in several records: by what it was recognised."""
        told: set[int] = set()
        for place, part in enumerate(self.parts):
            for row in part.rows:
                for actor_id in row.heading.actor_ids:
                    known = self.who(place, actor_id)
                    if id(known) not in told and len({at for at, _ in known.whos}) > 1:
                        told.add(id(known))
                        yield self._recognised(known)

    def _recognised(self, known: Known) -> str:
        names = say("comma").join(dict.fromkeys((self.name(known), *known.names[1:])))
        by = joined(known.codes) if known.codes else say("set.by_name")
        return counted("set.one_obligor", len({place for place, _ in known.whos}), names=names, by=by)

    def _heading(self, place: int, heading: Heading, row: ItemRow) -> str:
        """The key of the common heading for ``heading``, which is of the record at ``place``."""
        whos = {self._key(known): known for known in (self.who(place, each) for each in heading.actor_ids)}
        if not whos:
            key, text, acts_for = heading.key, heading.text, None
        elif len(whos) == 1:
            ((key, known),) = whos.items()
            principals = {self._key(each): each for each in (self.who(place, one) for one in row.principal_ids)}
            behind = [self.name(each) for other, each in principals.items() if other != key]
            text, acts_for = self.name(known), joined(behind) if heading.acts_for is not None and behind else None
        else:
            names = {key: self.name(known) for key, known in whos.items()}
            keys = sorted(names, key=lambda each: (names[each].casefold(), each))
            borne = row.item.borne
            words = joined([names[each] for each in keys], "or" if borne is Borne.ANY else "and")
            text = say(f"heading.{borne.value}", names=words)
            key, acts_for = f"{borne.value}:{'+'.join(keys)}", None
        ids = tuple(sorted({each for known in whos.values() for each in known.ids}))
        common = Heading(key=key, kind=heading.kind, actor_ids=ids, text=text, acts_for=acts_for, order=())
        known_as = self._headings.setdefault(key, common)
        kind = min(known_as.kind, common.kind, key=_RANKS.index)
        same = known_as.acts_for == acts_for
        if kind is not known_as.kind or not same:
            self._headings[key] = evolve(known_as, kind=kind, acts_for=acts_for if same else None)
        return key

    def _key(self, known: Known) -> str:
        place, actor_id = known.whos[0]
        return f"{self.parts[place].record.id}/{actor_id}"


def _alphabet(heading: Heading) -> tuple[int, str, bool, str, str]:
    """Whoever acts for somebody comes after them; several together come after each alone, and nobody last."""
    last = {SectionKind.JOINT: 1, SectionKind.NOT_STATED: 2}.get(heading.kind, 0)
    own = heading.text.casefold()
    return last, (heading.acts_for or heading.text).casefold(), heading.acts_for is not None, own, heading.key
