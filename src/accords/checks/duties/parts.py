"""Ratings and parts: scales, who is rated, exemptions, answers to findings, whose word an actor speaks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.acting import Acting
from accords.model.actors import ActsFor, Party, ThirdParty
from accords.model.events import Assessment, Claim, Event, Finding, RatingScale
from accords.model.obligations import EachTime, Obligation, Recurring
from accords.prose import listed, quoted
from accords.vocabulary import Borne, EventKind, Modality, Says

__all__ = ["PARTS"]


def scale_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC537: a scale has neither steps nor limits, or both, or they contradict each other."""
    for scale, path in index.placed(RatingScale):
        why = _fault(scale)
        if why is not None:
            yield index.found(
                "ACC537",
                why,
                path,
                help="list the steps in `levels`, or give `minimum` and `maximum`",
            )


def rating_without_scale(index: Index) -> Iterator[Diagnostic]:
    """ACC538: a rating names no scale, or two."""
    for place, rating in enumerate(index.agreement.assessments):
        if (rating.scale is None) is (rating.scale_id is None):
            what = "no scale is named" if rating.scale is None else "two scales are named"
            yield index.found(
                "ACC538",
                f"{what}, and a rating is on one",
                ("assessments", place),
                help="write `scale` for a known one, or `scale_id` for one of the record's own",
            )


def rating_of_nobody(index: Index) -> Iterator[Diagnostic]:
    """ACC539: a rating is of somebody who does not owe the duty, or of a turn that it does not have."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    for place, rating in enumerate(index.agreement.assessments):
        duty = duties.get(rating.obligation_id)
        if duty is None:
            continue
        if rating.obligor_id is not None and rating.obligor_id not in duty.obligor_ids:
            message, field = f'"{rating.obligor_id}" does not owe "{duty.id}"', "obligor_id"
        elif rating.instance is not None and (last := _turns(duty)) is not None and rating.instance > last:
            message, field = f'"{duty.id}" has no turn {rating.instance}', "instance"
        else:
            continue
        yield index.found(
            "ACC539",
            message,
            ("assessments", place, field),
            help="correct it, or leave it out: then the rating is of the obligation as a whole",
        )


def exempt_from_nothing(index: Index) -> Iterator[Diagnostic]:
    """ACC540: a party is exempt from a duty that it does not owe."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    groups = {actor.id: actor.member_ids for actor in index.agreement.actors}
    for place, party in enumerate(index.agreement.parties):
        for number, named in enumerate(party.exempt_from_ids):
            duty = duties.get(named)
            if duty is None or not duty.obligor_ids:
                continue
            bearers = {*duty.obligor_ids, *(m for one in duty.obligor_ids for m in groups.get(one, ()))}
            if party.actor_id not in bearers:
                yield index.found(
                    "ACC540",
                    f'"{party.actor_id}" does not owe "{named}" in the first place',
                    ("parties", place, "exempt_from_ids", number),
                    help="name the duty to which its reservation is, or leave it out",
                )


def answer_to_no_finding(index: Index) -> Iterator[Diagnostic]:
    """ACC541: somebody accepts or rejects an event that is no finding."""
    for place, event in enumerate(index.agreement.events):
        for number, claim in enumerate(event.claims):
            if claim.says in (Says.ACCEPTS, Says.REJECTS) and event.kind is not EventKind.FINDING:
                yield index.found(
                    "ACC541",
                    f"only a finding is accepted or rejected, and {quoted(event.id)} is of kind {event.kind}",
                    ("events", place, "claims", number, "says"),
                    help="put the claim into the event of the finding, or say what it says of this one",
                )


def voice_unstated(index: Index) -> Iterator[Diagnostic]:
    """ACC542: an actor acts for another and speaks, and its kind does not say whether its word is the other's."""
    speakers: dict[str, tuple[str | int, ...]] = {}
    for place, event in enumerate(index.agreement.events):
        for number, claim in enumerate(event.claims):
            if claim.claimed_by_id is not None:
                speakers.setdefault(claim.claimed_by_id, ("events", place, "claims", number, "claimed_by_id"))
    parts: tuple[Party | ThirdParty, ...] = (*index.agreement.parties, *index.agreement.third_parties)
    represents = {one for part in parts for one in part.represented_by_ids}
    for place, actor in enumerate(index.agreement.actors):
        if actor.kind is None and actor.acts_for and actor.id in speakers and actor.id not in represents:
            yield index.found(
                "ACC542",
                f'"{actor.id}" speaks, and whether in the name of "{actor.acts_for[0].actor_id}" is not stated',
                ("actors", place, "acts_for"),
                help="add its kind: an office or a body speaks for whom it acts, another person for itself",
                related=((speakers[actor.id], "it speaks here"),),
            )


def in_turn_without_turns(index: Index) -> Iterator[Diagnostic]:
    """ACC543: obligors take turns, and the duty has none."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.borne is Borne.IN_TURN and (
            not isinstance(duty.performance, Recurring | EachTime) or duty.modality is Modality.MUST_NOT
        ):
            yield index.found(
                "ACC543",
                "obligors who take turns owe a duty that comes round, and this one does not",
                ("obligations", place, "borne"),
                help="make the duty recurring, or say how it is shared: each, jointly or any",
            )


def each_time_of_somebody(index: Index) -> Iterator[Diagnostic]:
    """ACC545: a duty of several arises each time that one of them does something, and it is not said for whom."""
    happened: dict[str, list[int]] = {}
    for place, event in enumerate(index.agreement.events):
        if event.claims:
            happened.setdefault(event.occurrence_of_id or event.id, []).append(place)
    acting = index.acting
    for place, duty in enumerate(index.agreement.obligations):
        turns = duty.performance
        if not isinstance(turns, EachTime) or duty.borne is not Borne.EACH or len(duty.obligor_ids) < 2:
            continue
        path = ("obligations", place, "performance")
        for at in happened.get(turns.event_id or "", ()):
            event = index.agreement.events[at]
            named, where = f'"{event.id}"', ("events", at, "actor_ids")
            doers = {one for actor in event.actor_ids for one in acting.behind(actor)}.intersection(duty.obligor_ids)
            if turns.whose is None and doers and not doers.issuperset(duty.obligor_ids):
                yield index.found(
                    "ACC545",
                    f"{named} is the doing of {listed(sorted(doers)[:6])}, and makes the duty arise for all who owe it",
                    (*path, "event_id"),
                    help="add `whose`: own where it arises for who did it, others where it arises for all others; a "
                    "duty that arises for all of them needs nothing",
                    related=((where, "who did it"),),
                )
                break
            if turns.whose is not None and not event.actor_ids:
                yield index.found(
                    "ACC545",
                    "nobody is named who did it, and so it makes the duty arise for nobody",
                    ("events", at, "summary"),
                    help="name who did it in `actor_ids`",
                    related=(((*path, "whose"), f'for whom "{duty.id}" arises'),),
                )


def _fault(scale: RatingScale) -> str | None:
    limits = [one for one in (scale.minimum, scale.maximum) if one is not None]
    values = [level.value for level in scale.levels]
    if not values and len(limits) < 2:
        return "it has no steps, and not both of its limits"
    if values and limits:
        return "it has steps and limits, and the steps have limits of their own"
    if len(set(values)) < len(values):
        return "two of its steps have the same value"
    if limits and limits[0] >= limits[1]:
        return f"its least value {_shown(limits[0])} is no less than its greatest {_shown(limits[1])}"
    return None


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _turns(duty: Obligation) -> int | None:
    """How many turns there are; None where there is no end to them."""
    match duty.performed:
        case Recurring() as turns:
            return turns.times
        case EachTime():
            return None
        case _:
            return 0


def finding_of_nobody(index: Index) -> Iterator[Diagnostic]:
    """ACC544: a finding on a duty of several, or of several turns, does not say whose or which it is about."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    events = {event.id: event for event in index.agreement.events}
    acting = index.acting
    for place, event in enumerate(index.agreement.events):
        duty = duties.get(event.finding.on_id) if event.finding is not None else None
        if event.finding is None or duty is None:
            continue
        path = ("events", place, "finding")
        help_ = "name in `obligor_ids` whose duty it is about"
        for number, named in enumerate(event.finding.obligor_ids):
            if named not in duty.obligor_ids:
                message = f'"{named}" does not owe "{duty.id}"'
                yield index.found("ACC544", message, (*path, "obligor_ids", number), help=help_)
        about = [events[each] for each in event.about_event_ids if each in events]
        if _is_nobodys(duty, event, about, acting):
            message = f'{len(duty.obligor_ids)} owe "{duty.id}", each for itself, and nothing says whose this is'
            yield index.found("ACC544", message, (*path, "on_id"), help=help_)
        elif _is_of_no_turn(duty, [event, *about]):
            message = f'"{duty.id}" comes round, and nothing says of which turn this is'
            yield index.found("ACC544", message, (*path, "on_id"), help="name the turn in `instance`")


def _is_nobodys(duty: Obligation, finding: Event, about: list[Event], acting: Acting) -> bool:
    """Whether several owe the duty, each for itself, and neither the finding nor what it is about says who."""
    assert finding.finding is not None
    named = finding.finding.obligor_ids or (duty.borne is Borne.IN_TURN and finding.instance is not None)
    if named or duty.borne not in (Borne.EACH, Borne.IN_TURN) or len(duty.obligor_ids) < 2:
        return False
    return acting.around({one for act in about for one in act.actor_ids}).isdisjoint(duty.obligor_ids)


def _is_of_no_turn(duty: Obligation, told: list[Event]) -> bool:
    """Whether one act performs each of several turns of the duty, and none of the events says which is meant."""
    if duty.is_continuing or _turns(duty) in (0, 1) or any(each.instance is not None for each in told):
        return False
    again = duty.performed.event_id if isinstance(duty.performed, EachTime) else None
    named = {one for each in told for one in (each.id, *each.about_event_ids)}
    return again is None or not any(again in (each.id, each.occurrence_of_id) and each.id in named for each in told)


PARTS: tuple[Check, ...] = (
    Check("ACC537", scale_at_odds, (RatingScale,)),
    Check("ACC538", rating_without_scale, (Assessment,)),
    Check("ACC539", rating_of_nobody, (Assessment,)),
    Check("ACC540", exempt_from_nothing, ("exempt_from_ids",)),
    Check("ACC541", answer_to_no_finding, (Claim,)),
    Check("ACC542", voice_unstated, (ActsFor,)),
    Check("ACC543", in_turn_without_turns),
    Check("ACC544", finding_of_nobody, (Finding,)),
    Check("ACC545", each_time_of_somebody, (EachTime,)),
)
"""Code → the check that yields it."""
