"""The facts of one record as known by one day: every happening weighed for every duty it bears on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from accords.engine.days.axis import Axis
from accords.engine.days.moments import NOT_EVER, Instant, Moment
from accords.engine.facts.bearers import Bearer, Subject, Waiting
from accords.engine.facts.bearing import ONLY, Bearing, Turn
from accords.engine.facts.charges import Charge, charge, rests_on_own
from accords.engine.facts.claims import Fact, Standing
from accords.engine.facts.findings import Found, fact_with, found_by, implied
from accords.engine.facts.hearing import Favours, Hearing
from accords.engine.facts.kinds import ACTED, DECLARED, FAVOURS, LEAVING, is_formal
from accords.engine.facts.knowledge import Ruling, Visible
from accords.engine.facts.quantities import asks_for_amounts
from accords.engine.facts.sides import Side, Sides
from accords.engine.facts.watching import Watching
from accords.model.agreement import Agreement
from accords.model.conditions import Condition, NoEvent, OnEvent
from accords.model.events import Event
from accords.model.walk import nodes
from accords.vocabulary import Borne, EventKind, Extent

__all__ = ["Ledger", "Matter"]


_ACTED = frozenset(ACTED)


class Matter(NamedTuple):
    """An event as it bears on one bearer.

    ``whose`` is True where the bearer is who acts, None where nothing says so. ``charge`` is of conduct only.
    """

    event: Event
    fact: Fact
    whose: Literal[True] | None
    charge: Charge | None

    @property
    def reported(self) -> bool:
        """Whether anybody says that it happened."""
        return bool(self.fact.asserted) or self.fact.standing is Standing.ESTABLISHED


class _Docket(NamedTuple):
    """All that bears on one bearer: event by id, by kind, and the performances that are not said to be partial."""

    matters: Mapping[str, Matter]
    by_kind: Mapping[EventKind, Sequence[Matter]]
    acts: Sequence[Matter]
    declared: bool
    """Whether there is anything but acts."""


class Ledger(Bearing):
    """Weighs claims once and remembers. Reads the record; changes nothing."""

    def __init__(self, record: Agreement, axis: Axis, known_by: Instant, as_of: Instant) -> None:
        super().__init__(record, axis)
        self.visible = Visible(record, axis, known_by, as_of)
        self._watching = Watching(record, self.visible, self.speakers)
        self._sides: dict[Bearer | None, Sides] = {}
        self._waits: dict[int, bool] = {}
        self._dockets: dict[Bearer, _Docket] = {}
        self._facts: dict[str, dict[Subject, Fact]] = {}
        self._findings: dict[tuple[str, Subject, Turn], tuple[Found, ...]] = {}
        self._watched: dict[tuple[str | None, Bearer], Moment] = {}

    # ---- sides

    def sides(self, bearer: Bearer | None) -> Sides:
        """The sides of a bearer's instance; those of the agreement as a whole for None."""
        found = self._sides.get(bearer)
        if found is None:
            if bearer is None:
                found = self.speakers.apart()
            else:
                found = self.speakers.sides(self.duties[bearer.duty_id], bearer.obligor_ids, bearer.shared)
            self._sides[bearer] = found
        return found

    # ---- facts

    def _docket(self, bearer: Bearer) -> _Docket:
        found = self._dockets.get(bearer)
        if found is None:
            matters: dict[str, Matter] = {}
            by_kind: dict[EventKind, list[Matter]] = {}
            for event in self.bearing_on(bearer):
                whose = self.acts_for(event, bearer)
                if whose is not False:
                    matter = matters[event.id] = self._matter(event, bearer, whose)
                    by_kind.setdefault(event.kind, []).append(matter)
            acts = by_kind.get(EventKind.PERFORMANCE, [])
            if not asks_for_amounts(self.duties[bearer.duty_id]):
                acts = [act for act in acts if act.event.extent is not Extent.PARTIAL]
            found = self._dockets[bearer] = _Docket(matters, by_kind, acts, not by_kind.keys() <= _ACTED)
        return found

    def _matter(self, event: Event, bearer: Bearer, whose: Literal[True] | None) -> Matter:
        weighed: Charge | None = None
        if event.kind is EventKind.CONDUCT:
            found, readings = self.findings(event.id, bearer), self.duties[bearer.duty_id].readings
            said, hearing = self.visible.statements[event.id], self._hearing(event, bearer)
            weighed = charge(said, found, hearing, readings).of_whom(whose)
        return Matter(event, self.fact(event, bearer), whose, weighed)

    def _hearing(self, event: Event, subject: Subject) -> Hearing:
        """Who listens to what is said of an event, as it bears on ``subject``."""
        if isinstance(subject, Waiting):
            declared = event.kind in DECLARED or event.kind is EventKind.FINDING
            own_word = event.actor_ids if declared else ()
            favours = Favours.NOBODY if is_formal(event) else subject.favours
            return Hearing(self.speakers, self.sides(subject.bearer), favours, own_word)
        favours = Favours.NOBODY if is_formal(event) else Favours.EITHER
        if subject is not None:
            favours = FAVOURS.get(event.kind, favours)
        return Hearing(self.speakers, self.sides(subject), favours)

    def fact(self, event: Event, subject: Subject) -> Fact:
        """How an event stands towards a duty that it is about, a condition that waits for it, or the agreement."""
        facts = self._facts.setdefault(event.id, {})
        found = facts.get(subject)
        if found is None:
            found = facts[subject] = self._fact(event, subject)
        return found

    def _fact(self, event: Event, subject: Subject) -> Fact:
        found = self.findings(event.id, subject)
        found = implied(found) if event.kind is EventKind.CONDUCT else found
        hearing, formal = self._hearing(event, subject), event.act is not None and event.kind is EventKind.PERFORMANCE
        watched = self.watched_for(event, subject) if event.kind in FAVOURS and not formal else ()
        weighed = fact_with(self.visible.statements[event.id], found, hearing, watched)
        weighed = weighed.by_anybody if formal else weighed
        mere = self.is_of_nobody(event, subject) and rests_on_own(weighed, found, hearing)
        return weighed.of_one_side if mere or self._declared_alone(event, subject) else weighed

    def _declared_alone(self, event: Event, subject: Subject) -> bool:
        """Whether some declare the end of what they are not owed, or not alone: of what they owe themselves, of what
        others are owed with them, or of the agreement."""
        declares = event.act in LEAVING or event.kind in DECLARED
        if isinstance(subject, Waiting) or not event.actor_ids or not declares or self.only_leaves(event):
            return False
        behind = self.behind(event)
        if subject is None:
            return sum(not camp.isdisjoint(behind) for camp in self.speakers.camps()) < 2
        sides = self.sides(subject)
        named = self.duties[subject.duty_id].owed_to_ids or self.speakers.parties
        owed_to = [each for each in named if sides.opposite(each)]
        heard = all(not behind.isdisjoint(self.speakers.spoken_for(each)) for each in owed_to)
        return not (heard and sides.opposed(behind))

    def is_answered(self, event: Event, bearer: Bearer) -> bool:
        """Whether anybody who owes the duty, or speaks for them, says anything of an event."""
        hearing = self._hearing(event, bearer)
        return any(hearing.side(said) in (Side.OWN, Side.BESIDE_OWN) for said in self.visible.statements[event.id])

    def favours(self, event: Event, subject: Subject) -> Favours:
        """Whose interest an event serves, as it bears on ``subject``."""
        return self._hearing(event, subject).favours

    def sides_towards(self, subject: Subject) -> Sides:
        """The sides towards which an event is weighed."""
        return self.sides(subject.bearer if isinstance(subject, Waiting) else subject)

    def towards(self, event: Event, bearer: Bearer) -> Subject:
        """Towards what an event was weighed where it bears on ``bearer`` in one way or another."""
        for subject in self._facts.get(event.id, ()):
            if subject == bearer or (isinstance(subject, Waiting) and subject.bearer == bearer):
                return subject
        return self.bearer_of(event)

    def subjects(self, event: Event) -> list[Subject]:
        """Everything towards which the event was weighed."""
        return list(self._facts.get(event.id, ()))

    def waits(self, condition: Condition) -> bool:
        """Whether sides hear what a condition waits for: another event than a formal act, or a finding."""
        found = self._waits.get(id(condition))
        if found is None:
            found = self._waits[id(condition)] = any(map(self._is_heard, nodes(condition)))
        return found

    def _is_heard(self, part: Condition) -> bool:
        if part.id is not None and part.id in self.visible.rulings:
            return True
        event = self.events.get(part.event_id) if isinstance(part, (OnEvent, NoEvent)) else None
        again = () if event is None else (event, *self.occurrences.get(event.id, ()))
        return any(each.defined_as is not None or not is_formal(each) for each in again)

    def waiting(self, event: Event, waiting: Waiting) -> Subject:
        """Towards what an event is weighed for a condition that waits for it: formal acts are the same for all."""
        if is_formal(event):  # that it was done; whether it ends anything by itself is another question
            apart = event.act in LEAVING or event.kind in DECLARED or event.kind is EventKind.CONDUCT
            return Waiting(None, Favours.NOBODY) if apart else self.bearer_of(event)
        if waiting.favours is Favours.EITHER and event.kind in ACTED:
            return self.bearer_of(event) or waiting
        return waiting

    def charge(self, event: Event, bearer: Bearer) -> Charge:
        """Whether a conduct is said to breach the bearer's duty, which it is about."""
        weighed = self._docket(bearer).matters[event.id].charge
        assert weighed is not None
        return weighed

    def matters(self, bearer: Bearer, kind: EventKind | None = None, turn: Turn = ONLY) -> Collection[Matter]:
        """The events about the bearer's duty, or those of one kind, but for those of another turn; in the order of the
        record."""
        docket = self._dockets.get(bearer) or self._docket(bearer)
        found = docket.matters.values() if kind is None else docket.by_kind.get(kind, ())
        if turn.number is None:
            return found
        return [matter for matter in found if self.of_turn(matter.event, turn) is not False]

    def declared(self, bearer: Bearer) -> bool:
        """Whether any event about the bearer's duty is more than an act."""
        return (self._dockets.get(bearer) or self._docket(bearer)).declared

    def acts(self, bearer: Bearer) -> Sequence[Matter]:
        """The performances about the bearer's duty; partial ones only where it asks for amounts."""
        return (self._dockets.get(bearer) or self._docket(bearer)).acts

    def findings(self, subject: str, towards: Subject, turn: Turn = ONLY) -> tuple[Found, ...]:
        """The findings on a duty, an event or a condition, as they stand towards an instance."""
        rulings = self.visible.rulings.get(subject, ())
        if not rulings:
            return ()
        key = (subject, towards, turn)
        found = self._findings.get(key)
        if found is None:
            bearer = towards.bearer if isinstance(towards, Waiting) else towards
            about = [(each, self._names(each, bearer, turn)) for each in rulings]
            event = self.events.get(subject)
            favours = towards.favours if isinstance(towards, Waiting) else Favours.EITHER
            if event is not None:
                favours = self._hearing(event, towards).favours
            heard = [(each, names) for each, names in about if names is not False]
            found = self._findings[key] = found_by(heard, self.speakers, self.sides(bearer), favours)
        return found

    def finds_of_another(self, duty_id: str, bearer: Bearer) -> bool:
        """Whether anything was found on a duty of somebody else who owes it, so that it may have been read anew."""
        rulings = self.visible.rulings.get(duty_id, ())
        return any(self.finds_of(self.events[each.event_id], bearer) is False for each in rulings)

    def _names(self, ruling: Ruling, bearer: Bearer | None, turn: Turn) -> bool | None:
        """Whether a finding is about an instance: yes, no, or None where it may be about another one as well."""
        whose = self.finds_of(self.events[ruling.event_id], bearer)
        if bearer is None or ruling.finding.on_id != bearer.duty_id or whose is False:
            return whose
        duty, its = self.duties[bearer.duty_id], self.of_turn(self.events[ruling.event_id], turn)
        if its is not None and (its is False or duty.borne is Borne.IN_TURN):
            return its
        return whose if duty.is_continuing else whose and its  # the days of which it speaks tell the turn

    # ---- watching

    def watched(self, bearer: Bearer, event_id: str | None = None) -> Moment:
        """The days on which silence about the bearer's duty (and one event) is evidence."""
        if not self.record.monitoring:
            return ()
        key = (event_id if event_id is not None and self._watching.of(event_id) else None, bearer)
        found = self._watched.get(key)
        if found is None:
            subjects = [subject for subject in (bearer.duty_id, key[0]) if subject is not None]
            found = self._watched[key] = self._watching.days(subjects, self.sides(bearer))
        return found

    def watched_for(self, event: Event, subject: Subject) -> Moment:
        """The days on which silence about an event is evidence, towards a duty or a condition that waits for it."""
        bearer = self.bearer_of(event) if isinstance(subject, Waiting) else subject
        if bearer is not None:
            return self.watched(bearer, event.id)
        return self._watching.days([event.id], self.sides_towards(subject)) if self._watching.of(event.id) else ()

    def moments(self) -> Iterator[Moment]:
        """The days that anybody names: in claims and findings, and of watching."""
        for said in self.visible.statements.values():
            for statement in said:
                yield ((statement.first, statement.last),)
                if statement.until is not None:
                    yield ((statement.until, statement.until),)
        for ruled in self.visible.rulings.values():
            yield from (((ruling.first, ruling.last),) for ruling in ruled)
        yield from self._watched.values()

    def reported(self, event: Event, bearer: Bearer | None) -> bool:
        """Whether anybody says that the event happened."""
        found = self.fact(event, bearer)
        return bool(found.asserted) or found.standing is Standing.ESTABLISHED

    def first_days(self, event: Event, bearer: Bearer | None) -> Moment:
        """The asserted days of an event, never where nobody asserts it."""
        return self.fact(event, bearer).asserted or NOT_EVER
