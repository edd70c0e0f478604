"""What is said about an instance by one side or by third parties only, as far as it bears on the reported state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from accords.engine.assess import Assessed
from accords.engine.claims import Standing
from accords.engine.instances import Instance
from accords.engine.knowledge import Statement
from accords.engine.ledger import Ledger
from accords.engine.moments import Day, Moment, drop
from accords.engine.sides import Side
from accords.engine.table import State
from accords.engine.terms import Terms, is_continuing
from accords.engine.whole import ENDS
from accords.standing.naming import Context, claim_key
from accords.vocabulary import EventKind, Modality, Says

__all__ = ["context_of"]

_ONE_SIDED = (Standing.CLAIMED, Standing.REPORTED)
_OPEN_CHARGE = (Standing.CHARGED, Standing.CONTESTED)
_DONE = frozenset((State.FULFILLED, State.FULFILLED_LATE, State.EXERCISED))


@frozen
class _Saying:
    """What ``statements`` say, as the phrase that their speakers would use, and the states that it amounts to."""

    phrase: str
    backs: frozenset[State]
    days: Moment
    statements: tuple[Statement, ...]


def context_of(ledger: Ledger, found: Assessed, t: Day) -> Context:
    """What the name of an instance depends on besides its states."""
    instance, terms, chosen = found.instance, found.terms, found.reported
    states, contested = frozenset(found.rows), bool(found.disputes)
    duty, bearer = instance.duty, instance.bearer
    first = terms[0].env["O"][0][0]
    watched = first <= t and not drop(((first, t),), ledger.watched(bearer))
    claimed: list[str | None] = []
    reported: list[str | None] = []
    claim: tuple[str, bool] | None = None
    if len(states) > 1:
        sayings = [s for s in _sayings(ledger, instance, terms, states, chosen) if s.days[0][0] <= t]
        held = [s for s in sayings if chosen in s.backs] or [s for s in sayings if contested or s.days[-1][1] > t]
        for saying in held:
            says = saying.phrase, saying.days[-1][1] > t
            claim = claim or says
            if says == claim:
                sides = ledger.sides(bearer)
                for statement in saying.statements:
                    if statement.first > t and statement.says is not Says.NOT_OCCURRED:
                        continue
                    side = ledger.speakers.side(statement.speaker, statement.impartial, sides)
                    neutral = side in (Side.NEUTRAL, Side.VERIFIER)
                    (reported if neutral else claimed).append(statement.speaker)
    phrase, ahead = claim if claim is not None and (claimed or reported) else ("", False)
    return Context(
        continuing=is_continuing(duty),
        watched=watched,
        contested=contested,
        endeavour=duty.modality is Modality.ENDEAVOUR,
        claim=phrase,
        ahead=ahead,
        claimed_by=tuple(dict.fromkeys(claimed)),
        reported_by=tuple(dict.fromkeys(reported)),
    )


def _sayings(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], states: frozenset[State], chosen: State
) -> Iterator[_Saying]:
    if is_continuing(instance.duty):
        yield from _charges(ledger, instance, terms)
    else:
        yield from _acts(ledger, instance, terms, states, chosen)
        yield from _omissions(ledger, instance, terms)
    for matter in ledger.matters(instance.bearer):
        event, fact = matter.event, matter.fact
        if fact.standing not in _ONE_SIDED or not fact.asserted:
            continue
        if event.kind in ENDS:
            ends = {ENDS[event.kind]} | ({State.WITHDRAWN} if instance.duty.modality is Modality.MAY else set())
            if states & ends:
                yield _Saying(claim_key(min(states & ends), False), frozenset(ends), fact.asserted, _yes(fact.used))
        elif event.kind is EventKind.SUSPENSION and State.SUSPENDED in states:
            yield _Saying("saying.suspended", frozenset((State.SUSPENDED,)), fact.asserted, _yes(fact.used))
        elif event.kind is EventKind.POSTPONEMENT and State.BREACHED in states and len(terms[0].stages) > 1:
            yield _Saying("saying.postponed", frozenset((State.ACTIVE,)), fact.asserted, _yes(fact.used))


def _yes(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if not s.ahead and s.says is not Says.NOT_OCCURRED)


def _charges(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...]) -> Iterator[_Saying]:
    seen: set[str] = set()
    for each in terms:
        for event, _ in each.violations:
            if event is None or event.id in seen:
                continue
            seen.add(event.id)
            fact, weighed = ledger.fact(event, instance.bearer), ledger.charge(event, instance.bearer)
            accusing = tuple(s for s in fact.used if s.says is Says.BREACH)
            if accusing and (weighed.standing in _OPEN_CHARGE or fact.standing in _ONE_SIDED):
                yield _Saying(claim_key(State.BREACHED, True), frozenset((State.BREACHED,)), fact.asserted, accusing)


def _acts(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], states: frozenset[State], chosen: State
) -> Iterator[_Saying]:
    seen: set[str] = set()
    for each in terms:
        for event, _ in each.acts:
            fact = ledger.fact(event, instance.bearer)
            if event.id in seen or fact.standing not in _ONE_SIDED or not fact.asserted or not states & _DONE:
                continue
            seen.add(event.id)
            due = each.env["D"][0][0]
            phrase = claim_key(chosen, False) if chosen in _DONE else "saying.performed"
            if chosen is State.FULFILLED and State.FULFILLED_LATE in states and fact.asserted[-1][1] > due:
                phrase = "saying.perhaps_late"
            yield _Saying(phrase, _DONE, fact.asserted, _yes(fact.used))


def _omissions(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...]) -> Iterator[_Saying]:
    """Denials that nobody contradicts and that reach past the deadline."""
    due = min(each.env["D"][-1][1] for each in terms)
    for act in ledger.acts(instance.bearer):
        found = act.fact
        if found.standing is not Standing.CLAIMED or found.asserted or act.whose is False:
            continue
        if act.event.instance not in (None, instance.number):
            continue
        denying = tuple(s for s in found.used if s.says is Says.NOT_OCCURRED and s.first >= due)
        if denying:
            days = ((min(s.first for s in denying), max(s.last for s in denying)),)
            yield _Saying(claim_key(State.BREACHED, False), frozenset((State.BREACHED,)), days, denying)
