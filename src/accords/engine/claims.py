"""From claims to facts: what standing a happening has, and on which days it may have happened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from accords.engine.knowledge import Ruling, Statement
from accords.engine.moments import BEGIN, NEVER, NOT_EVER, Instant, Moment, Span, clip, maybe, union
from accords.engine.sides import Side, Sides
from accords.vocabulary import Says, Verdict

__all__ = ["Charge", "Fact", "Favours", "Standing", "charge", "common_days", "fact"]


class Standing(StrEnum):
    """How well a fact or a charge stands, given who says so."""

    ESTABLISHED = "established"
    REPORTED = "reported"
    CLAIMED = "claimed"
    CONTESTED = "contested"
    NOT_YET = "established not yet"
    UNREPORTED = "unreported"
    ADMITTED = "admitted"
    FOUND = "found"
    CHARGED = "charged"


class Favours(StrEnum):
    """Whose interest a happening serves; saying it against one's own interest is an admission."""

    OBLIGOR = "obligor"
    OTHERS = "others"
    NOBODY = "nobody"


@frozen
class Fact:
    """What is known of one happening, as it bears on one instance of a duty.

    ``days`` are the days on which it may have happened, never included. ``asserted`` are the days that
    somebody names (empty: nobody does). ``floor`` is the last day for which it is established that it had
    not happened yet. ``planned`` are days announced beforehand.
    """

    standing: Standing
    days: Moment
    asserted: Moment = ()
    floor: Instant = BEGIN - 1
    planned: Moment = ()
    until: Instant | None = None
    sayers: tuple[str | None, ...] = ()
    deniers: tuple[str | None, ...] = ()
    disputed: bool = False
    flags: tuple[str, ...] = ()
    used: tuple[Statement, ...] = field(default=(), repr=False)

    @property
    def certain(self) -> bool:
        """Whether it is sure to have happened, or to happen, on one of its days."""
        return self.days[-1][1] != NEVER


@frozen
class Charge:
    """Whether a happening is said to breach a duty, and whether that is settled."""

    standing: Standing
    certain: bool
    possible: bool
    reading_ids: tuple[str, ...] = ()
    chargers: tuple[str | None, ...] = ()
    deniers: tuple[str | None, ...] = ()


def common_days(spans: Sequence[Span]) -> tuple[Moment, bool]:
    """The days common to all spans, else the union of the largest agreeing groups; True where it is the union."""
    if len(spans) == 1:
        return (spans[0],), False
    first, last = max(span[0] for span in spans), min(span[1] for span in spans)
    if first <= last:
        return ((first, last),), False
    edges = sorted({day for span in spans for day in span})
    depth = {day: sum(a <= day <= b for a, b in spans) for day in edges}
    most = max(depth.values())
    groups = set()
    for day in edges:
        if depth[day] == most:
            group = [span for span in spans if span[0] <= day <= span[1]]
            groups.add((max(a for a, _ in group), min(b for _, b in group)))
    return union(groups), True


def _settled(said: Collection[Side], favours: Favours, denial: bool) -> bool:
    """Whether what these sides say with one voice is established."""
    if Side.VERIFIER in said:
        return True
    if favours is Favours.NOBODY:
        return bool(said)
    against = Side.OTHER if (favours is Favours.OBLIGOR) is not denial else Side.OWN
    return against in said


def fact(
    statements: Sequence[Statement],
    rulings: Sequence[Ruling],
    side: Callable[[Statement], Side],
    favours: Favours,
    watched: Moment = (),
) -> Fact:
    """Weigh what is said about one happening. ``watched`` are the days on which silence is evidence."""
    denying = [s for s in statements if s.says is Says.NOT_OCCURRED]
    asserting = [s for s in statements if not s.ahead and s.says is not Says.NOT_OCCURRED]
    planned = [(s.first, s.last) for s in statements if s.ahead and s.says is not Says.NOT_OCCURRED]
    untils = [s.until for s in asserting if s.until is not None]
    yes = [ruling for ruling in rulings if ruling.finding.verdict is Verdict.OCCURRED]
    no = [ruling for ruling in rulings if ruling.finding.verdict is Verdict.NOT_OCCURRED]
    if yes:
        weight = _ruled(yes, bool(no), asserting)
    else:
        floor = max([BEGIN - 1, *(ruling.last for ruling in no)])
        weight = _weighed(asserting, denying, side, favours, watched, floor)
    standing, days, asserted, floor, disputed, flags = weight
    return Fact(
        standing,
        days,
        asserted,
        floor,
        union(planned),
        max(untils) if untils else None,
        tuple(dict.fromkeys([s.speaker for s in asserting])),
        tuple(dict.fromkeys([s.speaker for s in denying])),
        disputed,
        flags,
        tuple(statements),
    )


_Weight: TypeAlias = tuple[Standing, Moment, Moment, Instant, bool, tuple[str, ...]]
"""Of a fact: standing, days, asserted, floor, disputed, flags."""


def _ruled(yes: Sequence[Ruling], at_odds: bool, asserting: Sequence[Statement]) -> _Weight:
    """The weight of what a body found to have occurred; ``at_odds``: another found that it had not."""
    if at_odds:
        days, _ = common_days([(r.first, r.last) for r in yes])
        return Standing.CONTESTED, maybe(days), days, BEGIN - 1, True, ()
    days, split = common_days([(r.first, r.last) if r.dated else (BEGIN, r.last) for r in yes])
    if asserting:
        narrowed, _ = common_days([*days, *((s.first, s.last) for s in asserting)])
        inside = tuple(p for a, b in days for p in clip(narrowed, a, b))
        days = inside or days
    return Standing.ESTABLISHED, days, days, BEGIN - 1, False, ("dates differ",) if split else ()


def _weighed(
    asserting: Sequence[Statement],
    denying: Sequence[Statement],
    side: Callable[[Statement], Side],
    favours: Favours,
    watched: Moment,
    floor: Instant,
) -> _Weight:
    """The weight of what is said of a happening that no body found to have occurred."""
    claims, deny = asserting, denying
    if denying:
        refused = [s for s in denying if side(s) is Side.VERIFIER]
        if any(side(s) is Side.VERIFIER for s in asserting):
            deny = refused
        elif refused:
            limit = max(s.first for s in refused)
            floor = max(floor, limit)
            deny = refused
            claims = [s for s in claims if s.last > limit]
    reach = max([BEGIN - 1, *(s.last for s in deny)])
    claims = [s for s in claims if s.last > floor]
    disputed = [s for s in claims if s.last <= reach]
    sound = [s for s in claims if s.last > reach]
    if deny and not disputed and _settled([side(s) for s in deny], favours, True):
        floor = max([floor, *(s.first for s in deny if _settled((side(s),), favours, True))])
    spans: list[Span] = []
    flags: tuple[str, ...] = ()
    for group in (sound, disputed):
        if group:
            days, split = common_days([(s.first, s.last) for s in group])
            spans += days
            flags = ("dates differ",) if split else flags
    asserted = clip(union(spans), floor + 1, NEVER)
    if not asserted:
        standing = Standing.NOT_YET if floor >= BEGIN else Standing.UNREPORTED
        if denying and standing is Standing.UNREPORTED:
            standing = Standing.CONTESTED if disputed else Standing.CLAIMED
        return standing, NOT_EVER, (), floor, False, flags
    heard = [side(s) for s in sound]
    if _settled(heard, favours, False):
        return Standing.ESTABLISHED, asserted, asserted, floor, bool(disputed), flags
    if disputed or (Side.NEUTRAL not in heard and _inside(asserted, watched)):
        return Standing.CONTESTED, maybe(asserted), asserted, floor, True, flags
    standing = Standing.REPORTED if Side.NEUTRAL in heard else Standing.CLAIMED
    return standing, maybe(asserted), asserted, floor, False, flags


def _inside(days: Moment, watched: Moment) -> bool:
    return bool(watched) and all(any(a <= first and last <= b for a, b in watched) for first, last in days)


def charge(
    statements: Sequence[Statement],
    rulings: Sequence[Ruling],
    side: Callable[[Statement], Side],
    sides: Sides,
) -> Charge:
    """Weigh whether one happening is said to breach the duty, and by whom."""
    accusing = [s for s in statements if s.says is Says.BREACH]
    clearing = [s for s in statements if s.says is Says.NO_BREACH]
    ruled_yes = [r for r in rulings if r.finding.verdict is Verdict.BREACHED and r.body in sides.deciders]
    ruled_no = [r for r in rulings if r.finding.verdict is Verdict.NOT_BREACHED and r.body in sides.deciders]
    words_yes = [s for s in accusing if s.speaker in sides.deciders]
    words_no = [s for s in clearing if s.speaker in sides.deciders]
    loose = [r for r in rulings if r.finding.verdict is Verdict.BREACHED and r.body not in sides.deciders]
    readings = tuple(dict.fromkeys(s.claim.reading_id for s in (*accusing, *clearing) if s.claim.reading_id))
    who = tuple(dict.fromkeys((*(s.speaker for s in accusing), *(r.body for r in (*ruled_yes, *loose)))))
    not_who = tuple(dict.fromkeys((*(s.speaker for s in clearing), *(r.body for r in ruled_no))))
    found, cleared = bool(ruled_yes or words_yes), bool(ruled_no or words_no)
    if ruled_yes or ruled_no:
        found, cleared = bool(ruled_yes), bool(ruled_no)
    if found and cleared:
        return Charge(Standing.CONTESTED, False, True, readings, who, not_who)
    if found:
        return Charge(Standing.FOUND, True, True, readings, who, not_who)
    if cleared:
        return Charge(Standing.FOUND, False, False, readings, who, not_who)
    if not accusing and not loose:
        return Charge(Standing.UNREPORTED, False, False, readings, who, not_who)
    if clearing:
        return Charge(Standing.CONTESTED, False, True, readings, who, not_who)
    if any(side(s) is Side.OWN for s in accusing):
        return Charge(Standing.ADMITTED, True, True, readings, who, not_who)
    return Charge(Standing.CHARGED, False, True, readings, who, not_who)
