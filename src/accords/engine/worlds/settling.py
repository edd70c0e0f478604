"""What would settle an open status: which reports, findings, watching or dates would leave fewer states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from accords.engine.days.moments import BEGIN, NEVER, NOT_EVER, Moment, clip, drop, on
from accords.engine.days.spells import SpellKind
from accords.engine.facts.bearers import Subject
from accords.engine.facts.claims import Fact, Standing
from accords.engine.facts.hearing import Favours
from accords.engine.facts.sides import Sides
from accords.engine.terms.atoms import Atom, ConclusionDay, EventBreach, EventDay, UnseenAct, UnseenViolation, WordsMet
from accords.engine.terms.solver import Solver
from accords.engine.terms.table import State
from accords.engine.terms.world import World
from accords.engine.worlds.assess import Assessed, Assessor
from accords.engine.worlds.budget import Budget
from accords.engine.worlds.proposals import Means, Proposal, ProposalKind
from accords.engine.worlds.rows import rows_of
from accords.model.conditions import OnObligation, Prose, Vague
from accords.model.events import Event
from accords.model.walk import closing_words, conditions_of, nodes, term_events
from accords.vocabulary import EventKind, Modality, Says, Verdict

__all__ = ["proposals"]


_FEW_TURNS = 60
_MOST_IDS = 100
"""So many who could speak are named at most."""
_FREE = 2_000
"""Steps that may be spent on the instances of one duty and bearer, whatever the others need."""
_SOLVING = 20
"""Steps that it takes to solve one instance, besides one for each event about it and each part of a condition."""
_FACTS = (Verdict.OCCURRED, Verdict.NOT_OCCURRED)
_CHARGES = (Verdict.BREACHED, Verdict.NOT_BREACHED)
_DONE = {State.FULFILLED, State.FULFILLED_LATE, State.EXERCISED}


def proposals(assessor: Assessor, found: Assessed) -> Iterator[Proposal]:
    """What would leave fewer states; nothing where only one is left."""
    if len(found.rows) > 1:
        settling = _Settling(assessor, found)
        alone = list(dict.fromkeys(settling.all()))
        if alone or settling.cut_short:
            yield from alone
        else:
            settling.each_alone = False  # where nothing does it alone, several things may together
            yield from dict.fromkeys(settling.all())


class _Settling:
    """Makes proposals for one instance, and keeps those that can matter."""

    def __init__(self, assessor: Assessor, found: Assessed) -> None:
        self.assessor, self.ledger, self.t = assessor, assessor.ledger, assessor.t
        self.solver = assessor.solver
        self.instance, self.terms = found.instance, found.terms
        self.duty, self.bearer = found.instance.duty, found.instance.bearer
        self.sides = self.ledger.sides(self.bearer)
        self.states = frozenset(rows_of(self.instance, self.terms, self.t))
        turns = assessor.solver.solve(self.duty.id)
        # Each is tried on all turns of the duty: for a duty of hundreds of turns that is too much to ask.
        self.each_alone = len(turns) <= _FEW_TURNS
        self._open = [
            each for amount in found.amounts for each in amount.promise.hangs_on if each in self.ledger.duties
        ]
        self.cut_short = False
        self._tried: dict[tuple[tuple[Atom, Moment], ...], bool] = {}
        self._free = Budget(_FREE // len(turns))
        parts = sum(1 for condition in conditions_of(self.duty) for _ in nodes(condition))
        matters = sum(len(self.ledger.matters(turn.bearer)) for turn, _ in turns) if self.each_alone else 0
        self._try = matters + len(turns) * (parts + _SOLVING)

    def _spend(self, steps: int) -> bool:
        """Whether so many more steps may be taken, for this instance or out of what all of the record share."""
        if self._free.spend(steps) or self.assessor.tries.spend(steps):
            return True
        self.cut_short = True
        return False

    def all(self) -> Iterator[Proposal]:
        """Every proposal, the most telling first."""
        yield from self._readings()
        for event in self._events():
            if self.cut_short or not self._spend(1):
                break
            yield from self._about(event)
        yield from self._unseen()
        yield from self._conditions()
        yield from self._conclusion()

    def _narrows(self, pins: dict[Atom, Moment]) -> bool:
        """Whether deciding these matters leaves fewer states of the instance."""
        if not self.each_alone:
            return True
        tried = tuple(pins.items())
        if tried not in self._tried and self._spend(self._try):
            self._tried[tried] = self._leaves_fewer(pins)
        return self._tried.get(tried, False)

    def _leaves_fewer(self, pins: dict[Atom, Moment]) -> bool:
        solver = Solver(self.ledger, self.t, World(pins), under=self.solver, only=frozenset((self.duty.id,)))
        for instance, terms in solver.solve(self.duty.id):
            if instance.key == self.instance.key:
                return frozenset(rows_of(instance, terms, self.t)) < self.states
        return False

    # ---- readings

    def _readings(self) -> Iterator[Proposal]:
        for each in self.terms if len(self.terms) > 1 else ():
            left = frozenset(rows_of(self.instance, (each,), self.t))
            verdicts: list[Verdict] = []
            if not self.duty.is_continuing and left & _DONE and self.instance.number is None:
                verdicts.append(Verdict.FULFILLED)
            if State.BREACHED in left and self.duty.modality is not Modality.ENDEAVOUR and self.instance.number is None:
                verdicts.append(Verdict.BREACHED)
            if each.reading is None or left == self.states or not verdicts:
                continue
            days = clip(each.days.violated if self.duty.is_continuing else each.days.performed, 1, self.t) or on(self.t)
            yield Proposal(
                kind=ProposalKind.FINDING,
                means=Means.READING,
                text=each.reading.text.strip(),
                subject_id=self.duty.id,
                by_ids=_ids(self.sides.deciders),
                spans=on(days[-1][1]),
                verdicts=tuple(verdicts),
                reading_id=each.reading.id,
            )

    # ---- events

    def _events(self) -> list[Event]:
        named = self.ledger.named_by(self.duty.id) | term_events(self.ledger.record.term)
        ending = (EventKind.TERMINATION, EventKind.SUPERSESSION, EventKind.SUSPENSION, EventKind.RESUMPTION)
        named |= {event.id for event in self.ledger.general if event.kind in ending}
        return self.ledger.concerning(self.bearer, named, self.instance.scope.event)

    def _about(self, event: Event) -> Iterator[Proposal]:
        bears = self.duty.id in event.obligation_ids
        if bears and self.ledger.acts_for(event, self.bearer) is False:
            return
        subject = self.ledger.towards(event, self.bearer)
        fact = self.ledger.fact(event, subject)
        if not fact.asserted:
            return
        sides = self.ledger.sides_towards(subject)
        about: dict[str, Any] = {
            "subject_id": event.id,
            "spans": fact.asserted,
        }
        key = EventDay(event.id, subject)
        if fact.disputed and not fact.certain:
            if self._narrows({key: fact.asserted}) or self._narrows({key: NOT_EVER}):
                judges = _ids(sides.deciders | sides.verifiers)
                yield Proposal(
                    kind=ProposalKind.FINDING, means=Means.HAPPENED, by_ids=judges,
                    verdicts=_FACTS, **about,
                )  # fmt: skip
        elif fact.standing in (Standing.CLAIMED, Standing.REPORTED) and self._narrows({key: fact.asserted}):
            speakers, more = _settlers(sides, self.ledger.favours(event, subject))
            if speakers:
                yield Proposal(
                    kind=ProposalKind.REPORT,
                    means=Means.REPORT,
                    by_ids=speakers, more=more, says=Says.OCCURRED, **about,
                )  # fmt: skip
        if bears and event.kind is EventKind.CONDUCT:
            yield from self._charged(event, sides, about)
        yield from self._dated(event, subject, fact, about)

    def _charged(self, event: Event, sides: Sides, about: dict[str, Any]) -> Iterator[Proposal]:
        weighed = self.ledger.charge(event, self.bearer)
        if weighed.certain or not weighed.possible or not self.duty.is_continuing:
            return
        if self.duty.modality is Modality.ENDEAVOUR:
            return  # where nothing is found nothing is breached, and a finding settles no more than that
        fact = self.ledger.fact(event, self.bearer)
        days = fact.asserted
        means = Means.BREACHED if fact.standing is Standing.ESTABLISHED else Means.BREACHED_BY_IT
        keys = EventBreach(event.id, self.bearer), EventDay(event.id, self.bearer)
        if not (self._narrows(dict.fromkeys(keys, days)) or self._narrows({keys[0]: NOT_EVER})):
            return
        yield Proposal(
            kind=ProposalKind.FINDING, means=means,
            by_ids=_ids(sides.deciders), verdicts=_CHARGES, **about,
        )  # fmt: skip
        own = _ids(sides.own) if len(sides.own) == 1 else ()
        if weighed.standing is Standing.CHARGED and own:
            yield Proposal(
                kind=ProposalKind.REPORT, by_ids=own,
                means=Means.ADMISSION,
                says=Says.BREACH, **about,
            )  # fmt: skip

    def _dated(self, event: Event, subject: Subject, fact: Fact, about: dict[str, Any]) -> Iterator[Proposal]:
        first, last = fact.asserted[0][0], fact.asserted[-1][1]
        sayers = _ids(said.speaker for said in fact.used if said.speaker is not None and said.speaker in fact.sayers)
        key = EventDay(event.id, subject)
        never = NOT_EVER if not fact.certain else ()
        ends = [(*on(day), *never) for day in (max(first, 1), last)]
        if first < last and sayers and any(self._narrows({key: days}) for days in ends):
            yield Proposal(
                kind=ProposalKind.DATE, means=Means.DATE, by_ids=sayers,
                says=Says.OCCURRED, **about,
            )  # fmt: skip

    # ---- what nobody reported

    def _unseen(self) -> Iterator[Proposal]:
        opening = max(1, min(each.days.open[0][0] for each in self.terms))
        end = min(self.t, max(each.days.over[-1][1] for each in self.terms))
        gap = drop(((opening, end),), self.ledger.watched(self.bearer)) if opening <= end else ()
        continuing = self.duty.is_continuing
        key: Atom = (UnseenViolation if continuing else UnseenAct)(self.instance.key)
        if gap and self._narrows({key: ((self.t + 1, NEVER),)}):
            yield Proposal(
                kind=ProposalKind.MONITORING,
                means=Means.WATCH_CONTINUING if continuing else Means.WATCH_ONCE,
                subject_id=self.duty.id, spans=gap,
            )  # fmt: skip
        if continuing:
            return
        act: dict[str, Any] = {"kind": ProposalKind.REPORT, "subject_id": self.duty.id}
        (others, more), (own, _) = (_settlers(self.sides, each) for each in (Favours.OBLIGOR, Favours.OTHERS))
        days = clip(self.terms[0].days.performed, opening, self.t)
        if others and days and self._narrows({key: on(days[-1][1])}):
            yield Proposal(
                means=Means.PERFORMED,
                by_ids=others, more=more, spans=on(days[-1][1]), says=Says.OCCURRED, **act,
            )  # fmt: skip
        if own and opening <= self.t and self._narrows({key: ((self.t + 1, NEVER),)}):
            yield Proposal(
                means=Means.NOT_PERFORMED,
                by_ids=own, spans=on(self.t), says=Says.NOT_OCCURRED, **act,
            )  # fmt: skip

    # ---- conditions

    def _conditions(self) -> Iterator[Proposal]:
        shut = closing_words(self.duty)
        others = {each: _of_other(Means.AMOUNT, each, text=self.ledger.duties[each].action) for each in self._open}
        for condition in conditions_of(self.duty):
            for node in nodes(condition):
                if isinstance(node, (Vague, Prose)) and node.id is not None and id(node) not in shut:
                    yield from self._met(node)
                elif isinstance(node, OnObligation):
                    point = self.solver.points.point(node)[0]
                    if point[0][0] <= self.t < point[-1][1]:
                        others[node.obligation_id] = _of_other(Means.TURN, node.obligation_id, reaches=node.reaches)
        if any(spell.kind in (SpellKind.COUNTERPART, SpellKind.NOBODY) for each in self.terms for spell in each.spells):
            for linkage in self.ledger.record.linkages:
                for other in linkage.obligation_ids if self.duty.id in linkage.obligation_ids else ():
                    if other != self.duty.id:
                        action = self.ledger.duties[other].action
                        others.setdefault(other, _of_other(Means.OTHER, other, text=action))
        yield from others.values()

    def _met(self, node: Vague | Prose) -> Iterator[Proposal]:
        found = any(each.verdict is Verdict.MET for each in self.ledger.findings(node.id or "", None))
        after = self.solver.points.point(node)[0][0][0]
        if not found and after <= self.t and self._narrows({WordsMet(id(node)): on(self.t)}):
            yield Proposal(
                kind=ProposalKind.FINDING, means=Means.MET, text=node.text.strip(), subject_id=node.id,
                spans=on(self.t), verdicts=(Verdict.MET,),
            )  # fmt: skip

    def _conclusion(self) -> Iterator[Proposal]:
        concluded = self.solver.points.conclusion()
        first, last = concluded[0][0], concluded[-1][1]
        if BEGIN < first < last and any(self._narrows({ConclusionDay(): on(day)}) for day in (first, last)):
            yield Proposal(
                kind=ProposalKind.DATE, means=Means.CONCLUDED, spans=concluded,
            )  # fmt: skip


def _of_other(means: Means, duty_id: str, **said: Any) -> Proposal:
    return Proposal(kind=ProposalKind.OTHER_DUTY, means=means, subject_id=duty_id, **said)


def _ids(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids)))


def _settlers(sides: Sides, favours: Favours) -> tuple[tuple[str, ...], int]:
    """Those whose report alone would establish what serves ``favours``, and how many more there are."""
    if favours is not Favours.OBLIGOR:
        alone = sides.own if favours is Favours.OTHERS and len(sides.own) == 1 else ()
        return _ids(sides.verifiers.union(alone)), 0
    found = tuple(islice((who for who in sides.named if who not in sides.own | sides.allies), _MOST_IDS))
    own = sum(who in sides.around or who in sides.verifiers for who in sides.own | sides.allies)
    return found, len(sides.named) - own - len(found)
