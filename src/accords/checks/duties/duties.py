"""Duties: who owes what to whom, as one obligation says it."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.obligations import Continuing, EachTime, Obligation, Recurring
from accords.pointer import Path
from accords.prose import counted, listed
from accords.vocabulary import ActorKind, Borne, Modality, ObligorBasis

__all__ = ["DUTIES"]


def obligor_without_part(index: Index) -> Iterator[Diagnostic]:
    """ACC501: an obligor is no party, no third party, and stands for none."""
    record = index.agreement
    parts = {*(one.actor_id for one in record.parties), *(one.actor_id for one in record.third_parties)}
    named: dict[str, list[Path]] = {}
    for duty, path in _duties(index):
        for place, obligor in enumerate(duty.obligor_ids):
            if obligor not in parts:
                named.setdefault(obligor, []).append((*path, "obligor_ids", place))
    for obligor, paths in named.items():
        acting = index.acting
        ways = (obligor, *acting.members.get(obligor, ()))
        is_actor = obligor in index.by_id and index.by_id[obligor].kind == "actor"
        if is_actor and not any(acting.reaches(one, parts) for one in ways[:64]):
            more = "" if len(paths) == 1 else f"; {counted(len(paths) - 1, 'more obligation')} of its own"
            yield index.found(
                "ACC501",
                f'"{obligor}" owes it, and is neither a party nor a third party, nor acts for one{more}',
                paths[0],
                help="list it among the parties or third parties, or say for whom it acts (`acts_for`)",
                related=[(("parties", n, "actor_id"), one.actor_id) for n, one in enumerate(record.parties[:12])],
                related_label="parties",
            )


def owed_to_oneself(index: Index) -> Iterator[Diagnostic]:
    """ACC502: an obligor is the one to whom the duty is owed."""
    for duty, path in _duties(index):
        for obligor, place in _facing_itself(duty, duty.owed_to_ids):
            yield index.found(
                "ACC502",
                f'"{obligor}" owes it to itself',
                (*path, "owed_to_ids", place),
                help="name the other side, or leave `owed_to_ids` out where the source does not say",
                related=[((*path, "obligor_ids", duty.obligor_ids.index(obligor)), obligor)],
                related_label="obligor",
            )


def own_consent(index: Index) -> Iterator[Diagnostic]:
    """ACC503: the duty needs the consent of the one who owes it."""
    for duty, path in _duties(index):
        for obligor, place in _facing_itself(duty, duty.with_consent_of_ids):
            yield index.found(
                "ACC503",
                f'"{obligor}" owes it, and needs its own consent to it',
                (*path, "with_consent_of_ids", place),
                help="name whose consent is needed beside the obligor's own will; what is left to the obligor is `may`",
            )


def obligors_though_not_stated(index: Index) -> Iterator[Diagnostic]:
    """ACC504: obligors are named where the source is said to name nobody."""
    for duty, path in _duties(index):
        if duty.obligor_ids and duty.obligor_basis is ObligorBasis.NOT_STATED:
            yield index.found(
                "ACC504",
                f"the source is said to name nobody, and {listed(duty.obligor_ids[:4])} "
                f"{'is' if len(duty.obligor_ids) == 1 else 'are'} named",
                (*path, "obligor_basis"),
                help='write "inferred" where you read the obligor in, "stated" where the source names it',
                related=[((*path, "obligor_ids"), "the obligors")],
            )


def nobody_owes(index: Index) -> Iterator[Diagnostic]:
    """ACC505: nobody owes the duty, and the source is not said to leave that open."""
    for duty, path in _duties(index):
        if not duty.obligor_ids and duty.obligor_basis is not ObligorBasis.NOT_STATED:
            yield index.found(
                "ACC505",
                "no obligor is named, and nothing says that the source names none",
                (*path, "id"),
                help='name the obligor in `obligor_ids`, or set `obligor_basis` to "not_stated"',
            )


def shared_by_one(index: Index) -> Iterator[Diagnostic]:
    """ACC506: a duty is borne jointly, or by any of several, and has a single obligor."""
    groups = {one.id for one in index.agreement.actors if one.kind is ActorKind.GROUP or one.member_ids}
    for duty, path in _duties(index):
        if duty.borne is Borne.EACH or len(duty.obligor_ids) != 1:
            continue
        (obligor,) = duty.obligor_ids
        if obligor not in groups:
            yield index.found(
                "ACC506",
                f'it is borne by {"all" if duty.borne is Borne.JOINTLY else "any"} of its obligors, and "{obligor}" '
                "is the only one",
                (*path, "borne"),
                help="name the other obligors, or leave `borne` out",
            )


def counted_twice(index: Index) -> Iterator[Diagnostic]:
    """ACC507: a group and one of its members owe the same duty."""
    groups = {
        actor.id: frozenset(actor.member_ids)
        for actor in index.agreement.actors
        if actor.member_ids and actor.kind in (None, ActorKind.GROUP)
    }
    for duty, path in _duties(index):
        within = [one for one in duty.obligor_ids if one in groups]
        for group in within[:12]:
            for place, obligor in enumerate(duty.obligor_ids):
                if obligor in groups[group]:
                    yield index.found(
                        "ACC507",
                        f'"{obligor}" owes it twice: by itself, and as a member of "{group}"',
                        (*path, "obligor_ids", place),
                        help="name either the group or its members",
                    )


def must_not_as_act(index: Index) -> Iterator[Diagnostic]:
    """ACC508: a prohibition is said to be performed by acts."""
    for duty, path in _duties(index):
        turns = isinstance(duty.performed, (Recurring, EachTime)) and duty.ends is not None
        if duty.modality is Modality.MUST_NOT and not (isinstance(duty.performed, Continuing) or turns):
            yield index.found(
                "ACC508",
                f"what is not to be done is kept from day to day, and never performed as `{duty.performed.kind}`",
                (*path, "performance", "kind"),
                suggestion="continuing" if duty.performed.kind == "once" else None,
                help="leave `performance` out; times at which it applies go into `trigger`, `not_before` and `ends`; "
                "it recurs, or arises each time, where `ends` closes each turn, as a closed season does",
            )


def field_without_effect(index: Index) -> Iterator[Diagnostic]:
    """ACC509: a field has no effect on a duty of its kind."""
    for duty, path in _duties(index):
        for name, why in _idle_fields(duty):
            yield index.found(
                "ACC509",
                f"`{name}` has no effect here: {why}",
                (*path, name),
                help="leave it out, or correct the modality or the performance",
            )


def _idle_fields(duty: Obligation) -> Iterator[tuple[str, str]]:
    if duty.due is not None and isinstance(duty.performed, Recurring) and duty.performed.every is None:
        yield "due", "nothing says how often the duty comes round, so its acts are counted and none is ever overdue"
    declares = duty.modality is Modality.DECLARES
    if declares:
        why = "a declaration has nothing to be done and no status"
        for name in ("due", "excused_if", "suspensions"):
            if getattr(duty, name):
                yield name, why
        if isinstance(duty.performance, (Recurring, EachTime)):
            yield "performance", why
    if isinstance(duty.performance, EachTime) and duty.performance.whose and duty.performance.event_id is None:
        yield "performance", "`whose` is of what happens, and the turns of another duty are told by their numbers"
    if not duty.owed_after_breach:
        if declares or duty.modality is Modality.MAY:
            what = "declaration" if declares else "power or permission"
            yield "owed_after_breach", f"a {what} is never breached"
        elif duty.is_continuing:
            yield "owed_after_breach", "a duty that is kept from day to day has no deadline after which it is owed"


def _facing_itself(duty: Obligation, others: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The obligors that face nobody but themselves: two that each owe it to both owe it to each other."""
    if not others or duty.borne is not Borne.EACH:
        return
    if len(duty.obligor_ids) == 1 and duty.obligor_ids[0] in others:
        yield duty.obligor_ids[0], others.index(duty.obligor_ids[0])
    elif len(others) == 1 and others[0] in duty.obligor_ids:
        yield others[0], 0


def _duties(index: Index) -> Iterator[tuple[Obligation, Path]]:
    for place, duty in enumerate(index.agreement.obligations):
        yield duty, ("obligations", place)


DUTIES: tuple[Check, ...] = (
    Check("ACC501", obligor_without_part),
    Check("ACC502", owed_to_oneself, ("owed_to_ids",)),
    Check("ACC503", own_consent, ("with_consent_of_ids",)),
    Check("ACC504", obligors_though_not_stated),
    Check("ACC505", nobody_owes),
    Check("ACC506", shared_by_one),
    Check("ACC507", counted_twice, ("member_ids",)),
    Check("ACC508", must_not_as_act),
    Check("ACC509", field_without_effect),
)
"""Code → the check that yields it."""
