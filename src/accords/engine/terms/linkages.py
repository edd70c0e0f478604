"""What duties that the text ties together do to one another: excuses, deadlines, releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate, chain

from accords.engine.days.moments import (
    BEGIN,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    earliest,
    earliest_of_all,
    latest,
    may_be_never,
    rest,
    union,
)
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.quantities import asks_for_amounts
from accords.engine.terms.builder import Builder
from accords.engine.terms.deadlines import Others
from accords.engine.terms.instances import Instance
from accords.engine.terms.lifecycle import breached, fulfilled
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms, has_numbers
from accords.model.obligations import Linkage
from accords.vocabulary import Borne, LinkageMode

__all__ = ["Linkages", "Solved", "any_of_readings"]

Solved = tuple[Instance, tuple[Terms, ...]]
"""An instance with its terms, one for each reading that changes conditions."""


_Breach = tuple[Moment, Moment, bool]
"""From when to when, and whether anybody tells of it."""


def any_of_readings(moments: Sequence[Moment]) -> Moment:
    """When something comes, as one or another of several readings has it."""
    return (moments[0] if len(moments) == 1 else union(chain.from_iterable(moments))) or NOT_EVER


class Linkages:
    """Settles the instances of duties that are tied to others. ``base`` gives the terms of those others."""

    def __init__(self, ledger: Ledger, builder: Builder, t: Instant, base: Callable[[str], tuple[Solved, ...]]) -> None:
        self.ledger = ledger
        self.builder = builder
        self.t = t
        self._base = base
        self._links: dict[str, list[Linkage]] = {}
        self._members: dict[int, tuple[str, ...]] = {}
        self._first_acts: dict[tuple[int, int | None, tuple[str, ...]], Mapping[str, Moment]] = {}
        self._breaches: dict[
            tuple[int, int | None],
            tuple[Mapping[str, list[_Breach]], Counter[_Breach]],
        ] = {}
        for linkage in ledger.record.linkages:
            ids = tuple(i for i in dict.fromkeys(linkage.obligation_ids) if i in ledger.duties)
            if len(ids) > 1 and linkage.mode is not LinkageMode.INDEPENDENT:
                self._members[id(linkage)] = ids
                for duty_id in ids:
                    self._links.setdefault(duty_id, []).append(linkage)

    def ties(self, duty_id: str) -> bool:
        """Whether a linkage ties the duty to others."""
        return duty_id in self._links

    def settle(self, instance: Instance, readings: tuple[Terms, ...]) -> Solved:
        """An instance with its deadline, violations and end, as the others of its linkages leave them."""
        settled = []
        for base in readings:
            kin, last = tuple(self._excused(instance)), None
            terms = base._replace(spells=(*base.spells, *kin)) if kin else base
            if not instance.duty.is_continuing:
                for linkage in self._links[instance.duty.id]:
                    if linkage.mode is LinkageMode.SIMULTANEOUS and self._is_tied(linkage, instance):
                        terms = self._together(linkage, instance, terms)
                    elif linkage.mode is LinkageMode.ALTERNATIVE:
                        terms = self._released(linkage, instance, terms)
                        last = self._others_due(linkage, instance)
            settled.append(self.builder.settle(terms, instance, last))
        return instance, tuple(settled)

    def _together(self, linkage: Linkage, instance: Instance, terms: Terms) -> Terms:
        """The terms of what is to be done together with others: due with the first of them where no deadline of its
        own comes; and where all let that pass, each is perhaps excused by the others."""
        first = self._firsts(linkage, instance.number)[instance.duty.id]
        if may_be_never(terms.stated_due):
            due = first if linkage.tolerance is None else self.ledger.axis.shift_moment(first, linkage.tolerance)
            due = union((*rest(terms.stated_due), *due))
            others = tuple(duty_id for duty_id in self._members[id(linkage)] if duty_id != instance.duty.id)
            silent = self._none_told(others, instance.number) and (terms.tied_due is None or terms.tied_to_silence)
            due = due if terms.tied_due is None else earliest(terms.tied_due, due)
            terms = terms._replace(tied_due=due, tied_to_silence=silent)
        if terms.stated_due == NOT_EVER:
            return terms
        start = self.ledger.axis.next_instant(terms.stated_due)
        none = Spell(start, earliest(first, terms.days.performed), SpellKind.NOBODY, deadlines=False, told=False)
        tied = self._members[id(linkage)]
        silent = start[-1][1] <= self.t and self._none_told(tied, instance.number)
        flags = ("neither_performed",) if silent else ()
        return terms._replace(spells=(*terms.spells, none), flags=(*terms.flags, *flags))

    def _is_told_done(self, twin: Instance, readings: tuple[Terms, ...]) -> bool:
        """Whether anybody reports by now that an instance was performed, and not only in part."""
        told = any(clip(days, BEGIN, self.t) for each in readings for _, days in each.acts)
        if not told or not asks_for_amounts(twin.duty):
            return told
        acts = twin.acts if twin.acts is not None else self.builder.acts.of(twin.bearer)
        return bool(clip(rest(self.builder.amounts.performed(twin, acts).possibly), BEGIN, self.t))

    def _none_told(self, duty_ids: Sequence[str], number: int | None) -> bool:
        """Whether nobody reports by now that any of several duties was performed, be it in part."""
        tied = (pair for duty_id in duty_ids for pair in self._twins(duty_id, number))
        acts = (days for _, readings in tied for each in readings for _, days in each.acts)
        return not any(clip(days, BEGIN, self.t) for days in acts)

    def _released(self, linkage: Linkage, instance: Instance, terms: Terms) -> Terms:
        """The terms of an alternative: what another member performs releases from this one, early or late."""
        terms = terms._replace(flags=(*terms.flags, "one_is_owed"))
        done = self._firsts(linkage, instance.number, instance.bearer.obligor_ids)[instance.duty.id]
        if done == NOT_EVER:
            return terms
        others = tuple(duty_id for duty_id in self._members[id(linkage)] if duty_id != instance.duty.id)
        alone = terms.days.ended if terms.ended_alone is None else terms.ended_alone
        days = terms.days._replace(ended=earliest(terms.days.ended, done), released=earliest(terms.days.released, done))
        twins = (pair for other in others for pair in self._twins(other, instance.number, instance.bearer.obligor_ids))
        silent = not any(self._is_told_done(*pair) for pair in twins)
        ends = (*terms.ends, (done, State.RELEASED))
        return terms._replace(days=days, ends=ends, ended_alone=alone if silent else None)

    def _others_due(self, linkage: Linkage, instance: Instance) -> Others | None:
        """The deadlines of the alternatives to an instance; None where there are none but what is kept."""
        twins = [
            pair
            for duty_id in self._members[id(linkage)]
            if duty_id != instance.duty.id and not self.ledger.duties[duty_id].is_continuing
            for pair in self._twins(duty_id, instance.number, instance.bearer.obligor_ids)
        ]
        stated = [any_of_readings([each.stated_due for each in readings]) for _, readings in twins]
        moved = [tuple(self.builder.postponed(twin)) for twin, _ in twins]
        widest = [
            union((*own, *(day for stage in more for day in stage.due)))
            for own, more in zip(stated, moved, strict=True)
        ]
        if not twins:
            return None
        return Others(reduce(latest, stated), reduce(latest, widest), tuple(chain.from_iterable(moved)))

    def _excused(self, instance: Instance) -> Iterator[Spell]:
        for linkage in self._links.get(instance.duty.id, ()):
            if linkage.mode is LinkageMode.RECIPROCAL:
                yield from self._excuses(linkage, instance)

    def _twins(self, other: str, number: int | None, own: tuple[str, ...] = ()) -> Sequence[Solved]:
        """The instances of another duty that are tied to one of that number: its own turn, where both have turns; and
        of a duty that several owe each that of ``own``, where they are among them."""
        solved, duty = self._base(other), self.ledger.duties[other]
        if own and duty.borne is Borne.EACH and any(pair[0].bearer.obligor_ids == own for pair in solved):
            solved = tuple([pair for pair in solved if pair[0].bearer.obligor_ids == own])
        if number is None or not has_numbers(duty):
            return solved
        return [pair for pair in solved if pair[0].number == number]

    def _is_tied(self, linkage: Linkage, instance: Instance) -> bool:
        others = (each for each in self._members[id(linkage)] if each != instance.duty.id)
        return any(self._twins(each, instance.number) for each in others)

    def _firsts(self, linkage: Linkage, number: int | None, own: tuple[str, ...] = ()) -> Mapping[str, Moment]:
        """Duty → when the first of the others that it is linked with is performed, by ``own`` where each owes it."""
        key = (id(linkage), number, own)
        found = self._first_acts.get(key)
        if found is None:
            ids = self._members[id(linkage)]
            done = [
                earliest_of_all(
                    any_of_readings([fulfilled(self.ledger.axis, twin, terms) for terms in readings])
                    for twin, readings in self._twins(duty_id, number, own)
                    if not twin.duty.is_continuing
                )
                for duty_id in ids
            ]
            before = accumulate(done[:-1], earliest, initial=NOT_EVER)
            after = reversed(list(accumulate(reversed(done[1:]), earliest, initial=NOT_EVER)))
            found = {duty_id: earliest(a, b) for duty_id, a, b in zip(ids, before, after, strict=True)}
            self._first_acts[key] = found
        return found

    def _excuses(self, linkage: Linkage, instance: Instance) -> Iterator[Spell]:
        """The spells in which a counterpart is in breach; those of several that are the same are told once."""
        key = (id(linkage), instance.number)
        known = self._breaches.get(key)
        if known is None:
            by_duty = {each: self._unexcused(each, instance.number) for each in self._members[id(linkage)]}
            known = by_duty, Counter(chain.from_iterable(by_duty.values()))
            self._breaches[key] = known
        own, times = known[0][instance.duty.id], known[1]
        for breach in times:
            if times[breach] > own.count(breach):
                start, end, told = breach
                if not told and self.builder.points.world.choose is not None:
                    continue  # as reported it is no excuse
                day = self.ledger.axis.next_instant(start) if instance.duty.is_continuing else start
                yield Spell(day, end, SpellKind.COUNTERPART, deadlines=told, told=told)

    def _unexcused(self, duty_id: str, number: int | None) -> list[_Breach]:
        """The breaches of a duty that have begun, where no linkage excuses them."""
        found = []
        for twin, readings in self._twins(duty_id, number):
            starts, stops, told = [], [], False
            for terms in readings:
                raw = self.builder.settle(terms, twin)
                told = told or self.builder.is_told_broken(raw, twin)
                starts.append(breached(self.ledger.axis, twin, raw))
                stops.append(NOT_EVER if twin.duty.is_continuing else fulfilled(self.ledger.axis, twin, raw))
            start = any_of_readings(starts)
            if start[0][0] <= self.t:  # what may come to be a breach excuses nobody yet
                found.append((start, any_of_readings(stops), told))
        return found
