"""What is said about an instance by one side or by third parties only, as far as it bears on the reported state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import frozen

from accords.engine.days.moments import Moment, drop
from accords.engine.facts.bearers import Waiting, bearers
from accords.engine.facts.claims import Standing
from accords.engine.facts.findings import retold
from accords.engine.facts.hearing import Favours
from accords.engine.facts.knowledge import Statement
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.quantities import asks_for_amounts
from accords.engine.facts.sides import Side
from accords.engine.terms.instances import Instance
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.terms.whole import ENDS
from accords.engine.worlds.assess import Assessed, Assessor
from accords.engine.worlds.disputes import Contention
from accords.engine.worlds.rows import rows_of
from accords.model.obligations import EachTime
from accords.standing.heard import ONE_SIDED, cleared_by, ends_of_all, heard_of, lifted, part_told
from accords.standing.naming import Context, Heard, claim_key
from accords.standing.own_name import Ending
from accords.vocabulary import EventKind, Extent, LinkageMode, Modality, Says, Verdict

__all__ = ["context_of", "ending_of"]

_OPEN_CHARGE = (Standing.CHARGED, Standing.CONTESTED)
_OF_ALL = (*ENDS, EventKind.SUSPENSION)
_WITHDRAWING = (State.RELEASED, State.TERMINATED, State.SUPERSEDED)
_DONE = frozenset((State.FULFILLED, State.FULFILLED_LATE, State.EXERCISED))


@frozen
class _Saying:
    """What ``statements`` say, as the phrase that their speakers would use, and the states that it amounts to."""

    phrase: str
    backs: frozenset[State]
    days: Moment
    statements: tuple[Statement, ...]
    deniers: tuple[str | None, ...] = ()
    otherwise: tuple[str, ...] = ()

    @property
    def reporting(self) -> tuple[Side, ...]:
        """The sides whose word it is a report and no claim: those apart, and those beside the side that it accuses
        or frees."""
        beside = Side.BESIDE_OWN if State.BREACHED in self.backs else Side.BESIDE_OTHER
        return Side.NEUTRAL, Side.VERIFIER, beside


def context_of(assessor: Assessor, found: Assessed, left: frozenset[State] | None, *, parted: bool) -> Context:
    """What the name of an instance depends on besides its states; ``left`` are those left however the events on which
    its deadline hangs are decided, ``parted`` is whether it is another one if such an event did not happen."""
    ledger, t = assessor.ledger, assessor.t
    instance, terms, chosen = found.instance, found.terms, found.reported
    states, contested = frozenset(found.rows), bool(found.disputes)
    duty, bearer = instance.duty, instance.bearer
    first = terms[0].days.open[0][0]
    watched = first <= t and not drop(((first, t),), ledger.watched(bearer))
    claimed: list[str | None] = []
    reported: list[str | None] = []
    denied: list[str | None] = []
    otherwise: list[str | None] = []
    claim: tuple[str, bool] | None = None
    heard = heard_of(ledger, found, t)
    heard = Heard.CONDUCT if parted and heard is Heard.NOTHING else heard
    if len(states) > 1:
        said = chain(_sayings(ledger, found, heard), _excesses(assessor, found))
        sayings = [s for s in said if s.days[0][0] <= t]
        held = [s for s in sayings if chosen in s.backs] or [s for s in sayings if contested or s.days[-1][1] > t]
        for saying in held:
            says = saying.phrase, saying.days[-1][1] > t
            claim = claim or says
            if says == claim:
                denied += saying.deniers
                otherwise += saying.otherwise
                sides = ledger.sides(bearer)
                for statement in saying.statements:
                    if statement.first > t and statement.says is not Says.NOT_OCCURRED:
                        continue
                    side = ledger.speakers.side(statement.speaker, statement.impartial, sides, statement.known)
                    (reported if side in saying.reporting else claimed).append(statement.teller)
    phrase, ahead = claim if claim is not None and (claimed or reported) else ("", False)
    return Context(
        continuing=duty.is_continuing,
        watched=watched,
        contested=contested,
        contested_when=contested and all(each.matters == (Contention.IN_TIME,) for each in found.disputes),
        endeavour=duty.modality is Modality.ENDEAVOUR,
        heard=heard,
        part=part_told(ledger, found),
        claim=phrase,
        ahead=ahead,
        claimed_by=tuple(dict.fromkeys(claimed)),
        reported_by=tuple(dict.fromkeys(reported)),
        denied_by=tuple(dict.fromkeys(denied)) if phrase else (),
        read_otherwise_by=tuple(dict.fromkeys(otherwise)) if phrase else (),
        cleared_by=cleared_by(ledger, instance, terms[0], t) if duty.is_continuing and heard is Heard.NOTHING else (),
        exempt=found.exempt,
        unarisen=instance.number is None and isinstance(duty.performance, EachTime),
        other_done=_is_settled_by_another(found),
        aside=_aside(assessor, found) | (states - left if left is not None and chosen in left else frozenset()),
    )


def _is_settled_by_another(found: Assessed) -> bool:
    """Whether nothing but an alternative that is done takes an instance out, as reported."""
    kinds = (State.RELEASED,) if found.reported is State.RELEASED else _WITHDRAWING
    ended = [(days, each.days.released) for each in found.terms for days, state in each.ends if state in kinds]
    settled = found.reported in (State.RELEASED, State.WITHDRAWN) and bool(ended)
    return settled and all(days == released for days, released in ended)


def _aside(assessor: Assessor, found: Assessed) -> frozenset[State]:
    """The states that rest on nothing but a suspension, an excuse or another's act which nobody reports."""
    states = frozenset(found.rows)
    overdue = assessor.unseen.overdue((found.instance, found.terms), found.reported, states)
    silent = (each.tied_to_silence or each.ended_alone is not None for each in found.terms)
    if not any(silent) and all(spell.told for each in found.terms for spell in each.spells):
        return overdue
    as_told = assessor.solver.builder.violations.as_told
    heard = tuple(as_told(found.instance, each) for each in found.terms)
    return overdue | (states - rows_of(found.instance, heard, assessor.t).keys())


def _sayings(ledger: Ledger, found: Assessed, heard: Heard) -> Iterator[_Saying]:
    instance, terms, states = found.instance, found.terms, frozenset(found.rows)
    if instance.duty.is_continuing:
        yield from _charges(ledger, instance, terms)
    else:
        yield from _acts(ledger, instance, terms, states, found.reported)
        yield from _parts(ledger, found, heard)
        yield from _omissions(ledger, instance, terms)
        yield from _alternatives(ledger, instance, states)
    yield from _triggers(ledger, instance, states)
    for backs, phrase, fact in lifted(ledger, instance):
        if backs in states:
            yield _Saying(phrase, frozenset((backs,)), fact.asserted, _yes(fact.used))
    yield from _findings(ledger, instance, states)
    declared = ledger.declared(instance.bearer)
    about = [matter.event for matter in ledger.matters(instance.bearer, turn=instance.turn)] if declared else []
    for event in (*about, *(each for each in ledger.general if each.kind in _OF_ALL)):
        fact = ledger.fact(event, instance.bearer)
        if fact.standing not in ONE_SIDED or not fact.asserted:
            continue
        if event.kind in ENDS:
            ends = {ENDS[event.kind]} | ({State.WITHDRAWN} if instance.duty.modality is Modality.MAY else set())
            if states & ends:
                yield _Saying(claim_key(min(states & ends), False), frozenset(ends), fact.asserted, _yes(fact.used))
        elif event.kind is EventKind.SUSPENSION and State.SUSPENDED in states:
            yield _Saying("saying.suspended", frozenset((State.SUSPENDED,)), fact.asserted, _yes(fact.used))
        elif event.kind is EventKind.POSTPONEMENT and State.BREACHED in states and len(terms[0].stages) > 1:
            yield _Saying("saying.postponed", frozenset((State.ACTIVE,)), fact.asserted, _yes(fact.used))


def _triggers(ledger: Ledger, instance: Instance, states: frozenset[State]) -> Iterator[_Saying]:
    """What is said of the events from which the duty, or its deadline, is counted."""
    if State.BREACHED not in states:
        return
    waiting = Waiting(instance.bearer, Favours.OTHERS)
    own = () if instance.scope.event is None else instance.scope.event[1:]
    for event_id in sorted({*ledger.named_by(instance.duty.id), *own}):
        event = ledger.events.get(event_id)
        if event is None or waiting not in ledger.subjects(event):
            continue
        fact = ledger.fact(event, waiting)
        if fact.standing in ONE_SIDED and fact.asserted:
            backs = frozenset((State.BREACHED, State.ACTIVE))
            yield _Saying("saying.fell_due", backs, fact.asserted, _yes(fact.used))


def _findings(ledger: Ledger, instance: Instance, states: frozenset[State]) -> Iterator[_Saying]:
    """What is said of findings of breach that are not settled."""
    for found in ledger.findings(instance.duty.id, instance.bearer, instance.turn):
        if found.verdict is Verdict.BREACHED and found.named and not found.settles and State.BREACHED in states:
            made = tuple(said for said in retold((found,)) if said.says is Says.BREACH)
            yield _Saying("saying.found", frozenset((State.BREACHED,)), (found.days,), made)


def _excesses(assessor: Assessor, found: Assessed) -> Iterator[_Saying]:
    """What those say whose figures are beyond what a duty that is kept from day to day allows."""
    if not found.instance.duty.is_continuing or State.BREACHED not in found.rows:
        return
    days = found.terms[0].days
    for when, statements in assessor.solver.builder.amounts.beyond(found.instance, days.open, days.over):
        yield _Saying("saying.beyond", frozenset((State.BREACHED,)), when, statements)


def _parts(ledger: Ledger, found: Assessed, heard: Heard) -> Iterator[_Saying]:
    """What one side, or third parties only, say of acts that perform a part; nothing where a part is established."""
    instance, states = found.instance, frozenset(found.rows)
    asked = asks_for_amounts(instance.duty)
    ids = {each.event.id for each in instance.acts} if instance.acts is not None else None
    for matter in ledger.matters(instance.bearer, EventKind.PERFORMANCE) if heard is not Heard.PART else ():
        fact, event = matter.fact, matter.event
        part = heard is Heard.PART_SAID if asked else event.extent is Extent.PARTIAL
        mine = part and event.instance in (None, instance.number) and (ids is None or not asked or event.id in ids)
        if mine and fact.standing in ONE_SIDED and fact.asserted:
            backs = frozenset((State.BREACHED, State.ACTIVE))
            yield _Saying("saying.partly", backs & states, fact.asserted, _yes(fact.used))


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
            if ledger.acts_for(event, instance.bearer) is None:
                continue  # nobody says that it was this one of those who owe it
            if accusing and (weighed.standing in _OPEN_CHARGE or fact.standing in ONE_SIDED):
                yield _Saying(
                    claim_key(State.BREACHED, True),
                    frozenset((State.BREACHED,)),
                    fact.asserted,
                    accusing,
                    ledger.speakers.own_first((*fact.deniers, *weighed.deniers), ledger.sides(instance.bearer)),
                    weighed.otherwise,
                )


def _acts(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], states: frozenset[State], chosen: State
) -> Iterator[_Saying]:
    seen: set[str] = set()
    for each in terms if not states.isdisjoint(_DONE) else ():
        for event, _ in each.acts:
            fact = ledger.fact(event, instance.bearer)
            if event.id in seen or fact.standing not in ONE_SIDED or not fact.asserted:
                continue
            seen.add(event.id)
            due = each.days.due[0][0]
            phrase = claim_key(chosen, False) if chosen in _DONE else "saying.performed"
            if chosen is State.FULFILLED and State.FULFILLED_LATE in states and fact.asserted[-1][1] > due:
                phrase = "saying.perhaps_late"
            yield _Saying(phrase, _DONE, fact.asserted, _yes(fact.used))


def _alternatives(ledger: Ledger, instance: Instance, states: frozenset[State]) -> Iterator[_Saying]:
    """Acts that are said to perform an alternative to the duty."""
    backs = states & {State.RELEASED, State.WITHDRAWN}
    mode = LinkageMode.ALTERNATIVE
    tied = [each.obligation_ids for each in ledger.record.linkages if each.mode is mode] if backs else ()
    own, obligors = instance.duty.id, set(instance.bearer.obligor_ids)
    for other in sorted({each for ids in tied if own in ids for each in ids if each != own and each in ledger.duties}):
        for bearer in bearers(ledger.duties[other]):
            for matter in ledger.acts(bearer) if obligors & set(bearer.obligor_ids) else ():
                if matter.fact.standing in ONE_SIDED and matter.fact.asserted:
                    yield _Saying("states.another_done", backs, matter.fact.asserted, _yes(matter.fact.used))


def _omissions(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...]) -> Iterator[_Saying]:
    """Denials that nobody contradicts and that reach past the deadline."""
    due = min(each.days.due[-1][1] for each in terms)
    for act in ledger.acts(instance.bearer):
        found = act.fact
        if found.standing is not Standing.CLAIMED or found.asserted:
            continue
        if act.event.instance not in (None, instance.number):
            continue
        denying = tuple(s for s in found.used if s.says is Says.NOT_OCCURRED and s.first >= due)
        if denying:
            days = ((min(s.first for s in denying), max(s.last for s in denying)),)
            yield _Saying(claim_key(State.BREACHED, False), frozenset((State.BREACHED,)), days, denying)


def ending_of(assessor: Assessor) -> Ending | None:
    """Who says that the agreement ended, where one side or others alone say so; None where nobody has to be named."""
    rows, ledger = assessor.agreement(), assessor.ledger
    ended = [state for state in rows if state in ENDS.values()]
    expired = not ended and State.EXPIRED in rows
    by: dict[Standing, list[str | None]] = {Standing.CLAIMED: [], Standing.REPORTED: []}
    declared = (ledger.fact(event, None) for event in assessor.solver.builder.whole.ending)
    for fact in ends_of_all(ledger) if expired else declared:
        if fact.standing in by and fact.asserted and fact.asserted[0][0] <= assessor.t:
            by[fact.standing] += fact.sayers
    if len(rows) < 2 or len(ended) + expired != 1 or not any(by.values()):
        return None
    claimed, reported = (tuple(dict.fromkeys(by[each])) for each in (Standing.CLAIMED, Standing.REPORTED))
    return Ending(State.EXPIRED if expired else ended[0], claimed, reported)
