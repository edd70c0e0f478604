"""The status of every duty as of a day, as known by a day."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, fields

from accords.collecting import collection_paused
from accords.dates import DateLike, as_date
from accords.engine.days.axis import Axis
from accords.engine.days.moments import NOT_EVER, Instant
from accords.engine.facts.findings import Found
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.instances import Instance
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.worlds.assess import Assessed, Assessor
from accords.engine.worlds.flags import Charged, Incident, findings_of, incidents_of
from accords.model.agreement import Agreement, the_agreement
from accords.standing.amounts import amounts_of
from accords.standing.context import context_of, ending_of
from accords.standing.days import Days, Deadline, DueAsTold, day_of, days_of, ends_of
from accords.standing.heard import is_lifted_by_own_charge, moved_by_ids
from accords.standing.instances import Accusation, FindingStatus, InstanceStatus, StatusReport, Violation
from accords.standing.own_name import assumed_from, not_followed_since
from accords.standing.ratings import rated_by
from accords.standing.rollup import roll_ups
from accords.standing.views.decided import Way, either_due, either_way, hangs_on, ways_of
from accords.vocabulary import EventKind, Says
from accords.words import unchecked_in_words

__all__ = ["day_number", "overdue", "refuse_unknown_precision", "status", "status_of"]

_ORDER = {state: place for place, state in enumerate(State)}


def day_number(when: DateLike, axis: Axis) -> Instant:
    """The last instant of a date: of its day in the zone of the record, where it names a moment."""
    return axis.closed(axis.last(as_date(when)))


def status(
    agreement: Agreement,
    *,
    as_of: DateLike,
    known_by: DateLike | None = None,
    precision: str = "interval",
) -> StatusReport:
    """Compute where every duty stands at the end of ``as_of``, from what was known by the end of ``known_by``.

    ``known_by`` defaults to ``as_of``; the day of a moment is that of the record's time zone. Nothing is adjudicated:
    the result says what the claims of the record leave possible. After the day until which the record was followed it
    says nothing: nobody looked. ``precision`` is ``interval`` (sound, linear) or ``exact`` (decides the few uncertain
    days below one duty one by one). Raises ValueError for another one and for dates that cannot be read.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> [(each.obligation_id, each.name) for each in accords.status(deal, as_of="1911-10-01").instances]
    [('repair-landing', 'overdue, nothing reported'), ('no-tolls', 'in force, no breach reported')]
    """
    refuse_unknown_precision(precision)
    axis = Axis.of(the_agreement(agreement))
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    with collection_paused():
        return _report(Assessor(agreement, axis, t, k), t, k, precision)


def refuse_unknown_precision(precision: str) -> None:
    """Raise ValueError unless it is one of the two."""
    if precision not in ("interval", "exact"):
        raise ValueError(f"precision is 'interval' or 'exact', not {precision!r}")


def overdue(agreement: Agreement, *, as_of: DateLike, known_by: DateLike | None = None) -> tuple[InstanceStatus, ...]:
    """What is overdue at the end of ``as_of``, as ``InstanceStatus.is_overdue`` has it, in the order of the record.

    Raises ValueError as ``status`` does, and for a day until which the record was not followed.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> [(each.obligation_id, each.deadline.last) for each in accords.overdue(deal, as_of="1911-10-01")]
    [('repair-landing', datetime.date(1911, 9, 30))]
    """
    report = status(agreement, as_of=as_of, known_by=known_by)
    if report.not_followed is not None:
        raise ValueError(f"what is overdue on {report.as_of} is not known: {report.not_followed}")
    return tuple(each for each in report.instances if each.is_overdue)


def _report(assessor: Assessor, t: Instant, k: Instant, precision: str) -> StatusReport:
    record, axis = assessor.record, assessor.axis
    whole = StatusReport(
        agreement_id=record.id,
        asked=day_of(t, axis),
        known=day_of(k, axis),
        precision=precision,
        unchecked=unchecked_in_words(record),
        agreement_states=(),
        doubted=tuple(assessor.ledger.speakers.doubted.items()),
        not_followed_since=not_followed_since(record, t, axis),
        obligation_ids=tuple(duty.id for duty in record.obligations),
        ratings=rated_by(record, assessor.ledger.visible, t),
    )
    if whole.not_followed_since is not None:
        return whole
    assessed = tuple(assessor.all(exact=precision == "exact"))
    return evolve(
        whole,
        agreement_states=tuple(assessor.agreement()),
        ending=ending_of(assessor),
        instances=tuple(status_of(assessor, each) for each in assessed),
        roll_ups=tuple(roll_ups(assessed, t, axis)),
        assumed_from=assumed_from(record),
        assumed=assessor.assumptions(),
    )


def status_of(assessor: Assessor, found: Assessed) -> InstanceStatus:
    """The status of one instance that was assessed."""
    instance, terms, axis = found.instance, found.terms, assessor.axis
    incidents, quiet = incidents_of(assessor.ledger, instance, terms, assessor.t)
    stated = ends_of(NOT_EVER if found.exempt else terms[0].stated_due, axis)
    reported = stated if found.due == terms[0].stated_due else ends_of(found.due, axis)
    ways = ways_of(assessor, found)
    hangs = hangs_on(ways, found.due)
    possible = either_due(ways, found.due) or found.possible_due
    return InstanceStatus(
        obligation_id=instance.duty.id,
        obligor_ids=instance.bearer.obligor_ids,
        number=instance.number,
        states=frozenset(found.rows),
        as_reported=found.reported,
        flags=(*_flags(found, stated), *(("own_charge",) if is_lifted_by_own_charge(assessor.ledger, found) else ())),
        deadline=Deadline(
            stated=stated,
            reported=reported,
            possible=reported if possible == found.due else ends_of(possible, axis),
            moved_by_ids=moved_by_ids(assessor.ledger, found),
            as_read=tuple(_as_read(terms, axis)) if _is_parted(found) else (),
            as_told=tuple(_as_told(way, axis) for way in hangs),
        ),
        violations=tuple([_violation(each, axis) for each in incidents]),
        findings=tuple([_finding(each, axis) for each in findings_of(assessor.ledger, instance, terms, assessor.t)]),
        accusations=tuple(_accusations(assessor.ledger, instance)),
        quiet_since=day_of(quiet, axis) if quiet is not None else None,
        closes=ends_of(found.closes, axis) if found.closes else Days(),
        not_bound_ids=found.apart,
        disputes=found.disputes,
        assumed=found.assumptions,
        precision=found.precision,
        rows=tuple((state, found.rows[state].because) for state in sorted(found.rows, key=_ORDER.__getitem__)),
        amounts=amounts_of(found),
        context=context_of(assessor, found, either_way(ways), parted=any(way.so for way in hangs)),
    )


def _flags(found: Assessed, stated: Days) -> tuple[str, ...]:
    """What is remarkable; of what waits as reported not that it is still owed, nor where a deadline may lie that has no
    day yet."""
    if found.reported not in (State.CONDITIONAL, State.NOT_IN_FORCE):
        return found.flags
    unsaid = ("still_owed", "due_may_be_before_start") if stated.endless or not stated else ("still_owed",)
    return tuple([flag for flag in found.flags if flag not in unsaid])


def _is_parted(found: Assessed) -> bool:
    """Whether readings of the duty give it several deadlines."""
    return not found.exempt and len({each.shown_due for each in found.terms}) > 1


def _as_read(terms: tuple[Terms, ...], axis: Axis) -> Iterator[tuple[str | None, Days]]:
    for each in terms:
        yield each.reading.id if each.reading is not None else None, ends_of(each.shown_due, axis)


def _as_told(way: Way, axis: Axis) -> DueAsTold:
    return DueAsTold(ends_of(way.due, axis), way.event_id, way.so, way.said_by, way.denied_by)


def _accusations(ledger: Ledger, instance: Instance) -> Iterator[Accusation]:
    for matter in ledger.matters(instance.bearer, turn=instance.turn):
        if matter.event.kind in (EventKind.PERFORMANCE, EventKind.BACKGROUND):
            for said in ledger.visible.statements[matter.event.id]:
                if said.says is Says.BREACH:
                    known = day_of(said.known, ledger.axis) if said.known is not None else None
                    yield Accusation(event_id=matter.event.id, claim=said.claim, said_by_id=said.teller, known_on=known)


def _finding(found: Found, axis: Axis) -> FindingStatus:
    return FindingStatus(
        event_id=found.ruling.event_id,
        verdict=found.verdict,
        days=days_of((found.days,), axis),
        standing=found.standing,
        settles=found.settles,
        named=found.named,
        said_by_ids=tuple(who for who in found.by if who is not None),
        denied_by_ids=tuple(who for who in found.denied_by if who is not None),
        accepted_by_ids=tuple(who for who in found.accepted_by if who is not None),
        rejected_by_ids=tuple(who for who in found.rejected_by if who is not None),
    )


def _violation(found: Incident, axis: Axis) -> Violation:
    alike = {each.name: getattr(found, each.name) for each in fields(Charged)}
    until = day_of(found.until, axis) if found.until is not None else None
    return Violation(days=days_of(found.days, axis), until=until, **alike)
