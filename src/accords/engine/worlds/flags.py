"""What a reader should know beside the states: flags of an instance, and every violation that is charged or found."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from accords.engine.days.moments import BEGIN, NEVER, NOT_EVER, Instant, Moment, clip, drop, earliest, rest, union
from accords.engine.days.spells import SpellKind
from accords.engine.facts.claims import Fact, Standing
from accords.engine.facts.findings import Found
from accords.engine.facts.kinds import ACTED
from accords.engine.facts.ledger import Ledger, Matter
from accords.engine.facts.made import bodies_found_in
from accords.engine.facts.telling import NO, YES, Telling, asserting, of_one_side, read_in, told_by
from accords.engine.terms.instances import Instance
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms, is_counted, recurs
from accords.engine.terms.violations import next_begins
from accords.model.conditions import Condition, Offset
from accords.model.walk import nodes
from accords.vocabulary import EventKind, Extent, Modality, Verdict

__all__ = ["Charged", "Incident", "findings_of", "flags_of", "incidents_of", "is_told"]


@frozen(kw_only=True)
class Charged:
    """A violation of a duty that is kept from day to day, charged or found, with how well it stands.

    ``event_id`` is None where a body found a breach without naming an event, by ``finding_id``, which
    ``accepted_by_ids`` accept and ``rejected_by_ids`` reject. ``fact`` is the standing of what happened, ``charge``
    that of calling it a breach; only both together make it ``certain``: then no consistent world leaves it out.
    ``told_by_ids`` say that it happened, ``read_in_ids`` say what they say only as the coder reads them.
    """

    event_id: str | None
    fact: Standing
    charge: Standing
    certain: bool
    charged_by_ids: tuple[str, ...]
    denied_by_ids: tuple[str, ...]
    reading_ids: tuple[str, ...]
    read_otherwise_by_ids: tuple[str, ...] = ()
    told: Telling = Telling.OTHERS
    told_by_ids: tuple[str | None, ...] = ()
    charged_by_one_side: bool = False
    read_in_ids: tuple[str, ...] = ()
    answered: bool = False
    """Whether anybody of the obligor's side says anything of the event."""
    whose_open: bool = False
    """Whether several owe the duty each, and nothing says whose doing it was."""
    finding_id: str | None = None
    accepted_by_ids: tuple[str, ...] = ()
    rejected_by_ids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Incident(Charged):
    """A violation on the axis: the days on which it may have begun, and the last that it is said to have lasted."""

    days: Moment
    until: Instant | None


def _reported(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Instant
) -> Iterator[tuple[Incident, Instant]]:
    """The violations that may have begun by ``t``, each with its last possible day."""
    if not instance.duty.is_continuing:
        return
    found: dict[str, Moment] = {}
    opening = min(each.days.open[0][0] for each in terms)
    closing = NEVER if instance.number is None else max(each.days.over[-1][1] for each in terms)
    for each in terms:
        for event, days in each.violations:
            if event is not None and clip(days, BEGIN, t):
                found[event.id] = tuple(sorted({*found.get(event.id, ()), *rest(days)}))
    if instance.duty.modality is Modality.ENDEAVOUR:  # charges change nothing there, and are told all the same
        for matter in ledger.matters(instance.bearer, EventKind.CONDUCT, instance.turn):
            days = clip(matter.fact.asserted, opening, min(t, closing))
            if days and ledger.charge(matter.event, instance.bearer).possible:
                found.setdefault(matter.event.id, days)
    for event_id, days in found.items():
        event = ledger.events[event_id]
        fact, weighed = ledger.fact(event, instance.bearer), ledger.charge(event, instance.bearer)
        by = bodies_found_in(ledger, event_id, instance.bearer, instance.turn)
        sure = bool(by) or (fact.standing is Standing.ESTABLISHED and weighed.certain)
        yield (
            Incident(
                event_id=event_id,
                days=_as_told(days, fact),
                until=fact.until,
                fact=Standing.ESTABLISHED if by else fact.standing,
                charge=Standing.FOUND if by else weighed.standing,
                certain=sure,
                charged_by_ids=_named((*weighed.chargers, *by)),
                denied_by_ids=_named(
                    ledger.speakers.own_first((*fact.deniers, *weighed.deniers), ledger.sides(instance.bearer))
                ),
                reading_ids=weighed.reading_ids,
                read_otherwise_by_ids=weighed.otherwise,
                told=told_by(ledger.speakers, fact.used),
                told_by_ids=asserting(fact.used),
                charged_by_one_side=of_one_side(ledger.speakers, weighed.chargers),
                read_in_ids=(*read_in(fact.used, YES), *read_in(fact.used, NO)),
                answered=ledger.is_answered(event, instance.bearer),
                whose_open=ledger.acts_for(event, instance.bearer) is None,
            ),
            max(days[-1][1], fact.until or BEGIN),
        )
    for ruled in ledger.findings(instance.duty.id, instance.bearer, instance.turn):
        first, last = ruled.days
        if ruled.verdict is Verdict.BREACHED and ruled.named and opening <= last and first <= min(t, closing):
            yield _as_found(ruled), last


def _as_told(days: Moment, fact: Fact) -> Moment:
    """The days that those name who tell of it; what only a finding leaves possible is told with the finding."""
    told = [
        (said.first, said.last) for said in fact.used if said.says in YES and not said.ahead and not said.finding_id
    ]
    return tuple(union(part for first, last in told for part in clip(days, first, last))) or days


def _as_found(found: Found) -> Incident:
    """A breach that a body found, or is said to have found, without naming an event."""
    charge = Standing.FOUND if found.settles else Standing.CHARGED
    return Incident(
        event_id=None,
        days=(found.days,),
        until=None,
        fact=found.standing,
        charge=Standing.CONTESTED if found.standing is Standing.CONTESTED else charge,
        certain=found.settles,
        charged_by_ids=_named(found.by),
        denied_by_ids=_named(found.denied_by),
        reading_ids=(found.reading_id,) if found.reading_id is not None else (),
        finding_id=found.ruling.event_id,
        accepted_by_ids=_named(found.accepted_by),
        rejected_by_ids=_named(found.rejected_by),
    )


def _named(speakers: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who for who in speakers if who is not None))


def incidents_of(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Instant
) -> tuple[list[Incident], Instant | None]:
    """Every violation that is charged or found and may have begun by ``t``, in the order of the record, and the last
    day of the last of them where that lies before ``t``: since then it is quiet."""
    found = list(_reported(ledger, instance, terms, t))
    last = max((day for _, day in found), default=t)
    return [violation for violation, _ in found], last if last < t else None


def findings_of(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Instant) -> list[Found]:
    """What bodies found, or are said to have found, of the duty and of what was done, by ``t``: but for violations of a
    duty that is kept, each of which is told by itself."""
    kept = instance.duty.is_continuing
    found = [*ledger.findings(instance.duty.id, instance.bearer, instance.turn)]
    if kept:
        found = [each for each in found if each.verdict is not Verdict.BREACHED]
    for matter in ledger.matters(instance.bearer, turn=instance.turn):
        if matter.event.kind in ACTED and is_told(ledger, instance, terms, matter):
            of_it = ledger.findings(matter.event.id, instance.bearer)
            found += [each for each in of_it if not (kept and each.settles)]
    return [each for each in found if each.days[0] <= t]


_STILL_OWED = (State.ACTIVE, State.AVAILABLE, State.PENDING)
_BY_READING = ("too_early", "before_bound")


def flags_of(
    ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], rows: frozenset[State], t: Instant, circular: bool
) -> tuple[str, ...]:
    """The flags of an instance, in the order in which they are printed."""
    duty, bearer = instance.duty, instance.bearer
    flags = [_as_read(flag, terms) for each in terms for flag in each.flags]
    if rows <= {State.LAPSED}:
        flags = [flag for flag in flags if flag != "due_if_triggered"]
    if State.BREACHED not in rows:  # where the time was moved or is over, there is nothing to begin
        flags = [flag for flag in flags if flag not in ("neither_performed", "one_is_owed")]
    over = earliest(terms[0].days.ended, terms[0].days.over)
    if State.BREACHED in rows:
        # Only of a breach that is certain: otherwise there may be nothing to be quiet since.
        quiet = incidents_of(ledger, instance, terms, t)[1] if rows == {State.BREACHED} else None
        if quiet is not None:
            stop = min(t, over[0][0] - 1)
            watched = quiet < stop and not drop(((quiet + 1, stop),), ledger.watched(bearer))
            flags.append("ceased_again" if watched else "quiet")
        if over[-1][1] <= t:
            flags.append("ended")
        elif duty.is_continuing:
            pass
        elif t < over[0][0] and duty.owed_after_breach:
            flags.append("still_owed")
    if duty.due is None and not duty.is_continuing and all(each.stated_due == NOT_EVER for each in terms):
        flags.append("no_date_stated")
    flags = list(_of_unreported(flags, instance, terms, rows))
    done = rows <= {State.FULFILLED, State.FULFILLED_LATE}
    flags += [flag for flag in _of_events(ledger, instance, terms, t) if not (done and flag == "begun")]
    flags += _of_breaches(ledger, instance, terms, t)
    if any(_is_about(due) for due in (duty.due, *(r.replaces.due for r in duty.readings if r.replaces is not None))):
        flags.append("due_about")
    if len(rows) > 1 and min(each.days.open[0][0] for each in terms) <= t:
        untold = [s for each in terms for s in each.spells if not s.told and s.start[0][0] <= t]
        flags += ["may_be_suspended"] if any(s.kind is SpellKind.SUSPENSION for s in untold) else []
        flags += ["may_be_excused"] if any(s.kind is SpellKind.EXCUSE for s in untold) else []
        flags += (
            ["other_unreported"] if any(s.kind is SpellKind.COUNTERPART and s.end != NOT_EVER for s in untold) else []
        )
    if circular:
        flags.append("circular")
    return tuple(dict.fromkeys(flags))


def _of_unreported(
    flags: list[str], instance: Instance, terms: tuple[Terms, ...], rows: frozenset[State]
) -> Iterator[str]:
    """The flags, with whether a deadline or an end is counted from what nobody reports, while it is to be met."""
    owed = not rows.isdisjoint(_STILL_OWED)
    yield from (flag for flag in flags if owed or flag != "ends_unreported")
    counted = owed and not instance.duty.is_continuing and is_counted(instance.duty.due)
    if counted and all(each.stated_due == NOT_EVER for each in terms):
        yield "due_unreported"


def _as_read(flag: str, terms: tuple[Terms, ...]) -> str:
    """What is to be said of acts that do not count, or that it is so by some readings of the duty alone."""
    return flag if flag not in _BY_READING or all(flag in each.flags for each in terms) else f"{flag}_as_read"


def _is_about(due: Condition | None) -> bool:
    return any(isinstance(node, Offset) and node.approximate for node in nodes(due))


def _of_breaches(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Instant) -> Iterator[str]:
    """Whether a body found, or the obligor's side admits, a breach of a duty that one act performs."""
    if instance.duty.is_continuing:
        return  # there every violation is told
    if any(each.settles and each.verdict is Verdict.BREACHED for each in findings_of(ledger, instance, terms, t)):
        yield "breach_found"
    for matter in ledger.matters(instance.bearer, EventKind.CONDUCT):
        asserted = matter.fact.asserted
        if not asserted or asserted[0][0] > t or not ledger.of_turn(matter.event, instance.turn):
            continue
        weighed = ledger.charge(matter.event, instance.bearer)
        if weighed.standing is Standing.FOUND and weighed.certain:
            yield "breach_found"
        elif weighed.standing is Standing.ADMITTED:
            yield "breach_admitted"


def _of_events(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], t: Instant) -> Iterator[str]:
    ahead = t <= terms[0].days.due[0][0] < NEVER and not instance.duty.is_continuing
    for matter in ledger.matters(instance.bearer):
        if not is_told(ledger, instance, terms, matter):
            continue
        kind = matter.event.kind
        if kind is EventKind.CONDUCT and ahead and ledger.charge(matter.event, instance.bearer).possible:
            yield "charged_early"
        if kind is EventKind.PERFORMANCE and matter.event.extent is Extent.PARTIAL and matter.reported:
            yield "begun"
        yield from matter.fact.flags


def is_told(ledger: Ledger, instance: Instance, terms: tuple[Terms, ...], matter: Matter) -> bool:
    """Whether an event is told of this turn: it names it, its days lie in it, or it names none and is of all."""
    if instance.number is None:
        return True
    event, named = matter.event, ledger.of_turn(matter.event, instance.turn)
    if named is not None or event.kind not in ACTED:
        return named is not False
    if event.kind is EventKind.PERFORMANCE and event.extent is not Extent.PARTIAL:
        return instance.acts is None or any(act.event.id == event.id for act in instance.acts)
    if event.kind is EventKind.CONDUCT and not instance.duty.is_continuing:
        return False
    asserted = matter.fact.asserted
    return any(clip(asserted, each.days.open[0][0], _closing(each)) for each in terms) or (
        instance.duty.is_continuing
        and recurs(instance.duty) is not None
        and any(_ends_after(ledger, instance, each, asserted) for each in terms)
    )


def _ends_after(ledger: Ledger, instance: Instance, terms: Terms, asserted: Moment) -> bool:
    """Whether what happened between turns, when nothing was owed, came after this one, or before the first."""
    opening = BEGIN if instance.number == 1 else terms.days.open[0][0]
    return bool(asserted) and opening <= asserted[-1][1] < next_begins(ledger, instance, terms)


def _closing(terms: Terms) -> Instant:
    return min(terms.days.over[-1][1], terms.days.due[-1][1])
