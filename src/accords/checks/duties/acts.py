"""Acts and linkages: what ties duties together, and what events do to them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.acting import Acting
from accords.model.events import Event
from accords.model.obligations import EachTime, Linkage, Obligation, Recurring
from accords.prose import composed, listed, with_article
from accords.vocabulary import EventKind, Extent, LinkageMode, Modality

__all__ = ["ACTS"]

_BEARING = (EventKind.PERFORMANCE, EventKind.CONDUCT, EventKind.RELEASE, EventKind.POSTPONEMENT)


def linkage_of_one(index: Index) -> Iterator[Diagnostic]:
    """ACC510: a linkage names a single duty."""
    for place, linkage in enumerate(index.agreement.linkages):
        if len(linkage.obligation_ids) == 1:
            yield index.found(
                "ACC510",
                f'nothing is tied to "{linkage.obligation_ids[0]}": it is the only duty here',
                ("linkages", place, "obligation_ids"),
                help="name the duty to which the text ties it, or leave the linkage out",
            )


def linkages_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC511: the same duties are tied to each other, and said to be owed whatever becomes of the other."""
    seen: dict[frozenset[str], dict[bool, int]] = {}
    for place, linkage in enumerate(index.agreement.linkages):
        independent = linkage.mode is LinkageMode.INDEPENDENT
        modes = seen.setdefault(frozenset(linkage.obligation_ids), {})
        other = modes.get(not independent)
        modes.setdefault(independent, place)
        if other is not None and len(linkage.obligation_ids) > 1:
            before = index.agreement.linkages[other].mode
            yield index.found(
                "ACC511",
                f"{listed(linkage.obligation_ids[:6])} are {linkage.mode} here, and {before} in another linkage",
                ("linkages", place, "mode"),
                help="keep the one that the text states; views that differ go into `readings` and notes",
                related=[(("linkages", other, "mode"), f"the {before} linkage")],
            )


def linkage_without_effect(index: Index) -> Iterator[Diagnostic]:
    """ACC512: a linkage, or its tolerance, can have no effect on the duties it ties."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    for place, linkage in enumerate(index.agreement.linkages):
        tied = [duties[one] for one in linkage.obligation_ids if one in duties]
        why = _idle(linkage, tied) if len(tied) > 1 and len(tied) == len(linkage.obligation_ids) else None
        if why is not None:
            yield index.found(
                "ACC512",
                f"this linkage has no effect: {why}",
                ("linkages", place, "mode"),
                help="correct the mode or the duties, or leave the linkage out",
            )
        elif linkage.tolerance is not None and linkage.mode is not LinkageMode.SIMULTANEOUS:
            yield index.found(
                "ACC512",
                f"the tolerance has no effect: the duties are {linkage.mode}, and it is one of simultaneous acts",
                ("linkages", place, "tolerance"),
                help="leave it out, or make the linkage simultaneous",
            )


def _idle(linkage: Linkage, tied: list[Obligation]) -> str | None:
    if linkage.mode is LinkageMode.SIMULTANEOUS:
        acts = [duty for duty in tied if duty.modality is not Modality.DECLARES and not duty.is_continuing]
        if len(acts) < 2:
            return "acts can be simultaneous, and what is kept from day to day or declared is no act"
    if linkage.mode is LinkageMode.RECIPROCAL and all(
        duty.modality in (Modality.MAY, Modality.DECLARES) for duty in tied
    ):
        return "none of its duties can be breached"
    return None


def performance_of_continuing(index: Index) -> Iterator[Diagnostic]:
    """ACC513: an event is said to perform what is kept from day to day, or only declared."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    for place, event in enumerate(index.agreement.events):
        if event.kind is not EventKind.PERFORMANCE:
            continue
        for number, named in enumerate(event.obligation_ids):
            duty = duties.get(named)
            if duty is None:
                continue
            declares = duty.modality is Modality.DECLARES
            if declares or (duty.is_continuing and not _counts_acts(duty)):
                what = "declares something" if declares else "is kept from day to day"
                yield index.found(
                    "ACC513",
                    f'the event has no effect on "{named}", which {what} and is never done',
                    ("events", place, "obligation_ids", number),
                    help="say who watched that it was kept, in `monitoring`, or make the event `conduct`; "
                    "a single act that was owed is a duty of its own",
                )


def _counts_acts(duty: Obligation) -> bool:
    """Whether acts count though the duty is never done: a power is used, what is done regularly is counted, and amounts
    are added up."""
    return (
        duty.modality is Modality.MAY
        or bool(duty.quantities)
        or (isinstance(duty.performed, Recurring) and duty.modality is not Modality.MUST_NOT)
    )


def performed_by_another(index: Index) -> Iterator[Diagnostic]:
    """ACC514: nobody who performed a duty owes it, or acts for one who does."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    acting = index.acting
    near: dict[str, tuple[set[str], frozenset[str]]] = {}
    for place, event in enumerate(index.agreement.events):
        if event.kind is not EventKind.PERFORMANCE or not event.actor_ids:
            continue
        for named in event.obligation_ids:
            duty = duties.get(named)
            if duty is None or not duty.obligor_ids:
                continue
            if named not in near:
                near[named] = _around(acting, duty)
            bearers, patrons = near[named]
            if all(one in index.by_id for one in (*event.actor_ids, *duty.obligor_ids[:64])) and not (
                any(one in patrons or acting.reaches(one, bearers) for one in event.actor_ids)
            ):
                yield index.found(
                    "ACC514",
                    f"{listed(event.actor_ids[:6])} performed it, and {listed(duty.obligor_ids[:6])} "
                    f"{'owes' if len(duty.obligor_ids) == 1 else 'owe'} it",
                    ("events", place, "actor_ids"),
                    help="name who acted for the obligor, or say for whom the actor acts with `acts_for`",
                    related=[(index.by_id[named].path, f'the duty "{named}"')],
                )


def each_time_of_itself(index: Index) -> Iterator[Diagnostic]:
    """ACC515: a duty arises anew each time it is performed."""
    fires = {
        (duty.performance.event_id, duty.id): place
        for place, duty in enumerate(index.agreement.obligations)
        if isinstance(duty.performance, EachTime) and duty.performance.event_id is not None
    }
    for event in index.agreement.events:
        if event.kind is EventKind.PERFORMANCE:
            for named in event.obligation_ids:
                place = fires.pop((event.id, named), fires.pop((event.occurrence_of_id or "", named), None))
                if place is not None:
                    yield index.found(
                        "ACC515",
                        f'"{event.id}" performs this duty, and makes it arise anew each time',
                        ("obligations", place, "performance", "event_id"),
                        help="name the event that makes the duty arise; the act that performs it is another event",
                        related=[((*index.by_id[event.id].path, "obligation_ids"), f'the event "{event.id}"')],
                    )


def same_duty_twice(index: Index) -> Iterator[Diagnostic]:
    """ACC516: two obligations say the same in every respect."""
    first: dict[Hashable, int] = {}
    for place, duty in enumerate(index.agreement.obligations):
        action = " ".join(composed(duty.action).casefold().split())
        key = (
            duty.modality, action, duty.clause, duty.obligor_ids, duty.owed_to_ids,
            duty.borne, duty.performance, duty.trigger, duty.not_before, duty.due, duty.ends, duty.excused_if,
            duty.place, duty.exceptions, duty.with_consent_of_ids, duty.readings,
        )  # fmt: skip
        before = first.setdefault(key, place)
        if before != place:
            other = index.agreement.obligations[before].id
            yield index.found(
                "ACC516",
                f'it says the same as "{other}": who, what, when and on which conditions',
                ("obligations", place, "id"),
                help="keep one of the two, with the citations of both; where they differ, say in what",
                related=[(("obligations", before, "id"), other)],
                related_label="first here",
            )


def event_about_no_duty(index: Index) -> Iterator[Diagnostic]:
    """ACC517: an event that does something to a duty names none, and no condition waits for it."""
    awaited = {mention.id for mention in index.mentions if mention.path[-1] in ("event_id", "unless_event_id")}
    for place, event in enumerate(index.agreement.events):
        if event.kind in _BEARING and not (event.obligation_ids or event.occurrence_of_id or event.id in awaited):
            yield index.found(
                "ACC517",
                f"{with_article(event.kind)} bears on a duty, and none is named",
                ("events", place, "kind"),
                help="name the duty in `obligation_ids`; what bears on none is a `milestone` or `background`",
            )


def event_without_content(index: Index) -> Iterator[Diagnostic]:
    """ACC518: a finding or a postponement lacks what it is about, or another event has it."""
    for place, event in enumerate(index.agreement.events):
        for kind, name in ((EventKind.FINDING, "finding"), (EventKind.POSTPONEMENT, "new_due")):
            has = getattr(event, name) is not None
            if has is not (event.kind is kind):
                yield _mismatch(index, event, kind, name, place)
        if event.extent is Extent.PARTIAL and event.kind is not EventKind.PERFORMANCE:
            yield _mismatch(index, event, EventKind.PERFORMANCE, "extent", place)


def _mismatch(index: Index, event: Event, kind: EventKind, name: str, place: int) -> Diagnostic:
    if event.kind is kind:
        return index.found(
            "ACC518",
            f"{with_article(kind)} without `{name}` has no effect",
            ("events", place, "kind"),
            help=f"add `{name}`, or make the event `background`",
        )
    return index.found(
        "ACC518",
        f"`{name}` has no effect on an event of the kind {event.kind}: it belongs to {with_article(kind)}",
        ("events", place, name),
        help=f"leave it out, or make the event {with_article(kind)}",
    )


def _around(acting: Acting, duty: Obligation) -> tuple[set[str], frozenset[str]]:
    """Who owes the duty, members of groups included, and for whom those who owe it act."""
    bearers = {*duty.obligor_ids, *(member for one in duty.obligor_ids for member in acting.members.get(one, ()))}
    return bearers, acting.around(duty.obligor_ids)


ACTS: tuple[Check, ...] = (
    Check("ACC510", linkage_of_one, (Linkage,)),
    Check("ACC511", linkages_at_odds, (Linkage,)),
    Check("ACC512", linkage_without_effect, (Linkage,)),
    Check("ACC513", performance_of_continuing, (Event,)),
    Check("ACC514", performed_by_another, (Event,)),
    Check("ACC515", each_time_of_itself, (Event,)),
    Check("ACC516", same_duty_twice),
    Check("ACC517", event_about_no_duty, (Event,)),
    Check("ACC518", event_without_content, (Event,)),
)
"""Code → the check that yields it."""
