"""From claims to facts: what standing a happening has, and on which days it may have happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from attrs import field, frozen

from accords.engine.knowledge import Ruling, Statement
from accords.engine.moments import BEGIN, NEVER, NOT_EVER, Day, Moment, Span, clip, union
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

    OBLIGOR = "the obligor"
    OTHERS = "the other side"
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
    floor: Day = BEGIN - 1
    planned: Moment = ()
    until: Day | None = None
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


def _settled(sides: Iterable[Side], favours: Favours, denial: bool) -> bool:
    """Whether what these sides say with one voice is established."""
    said = set(sides)
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
    sides: Sides | None,
    favours: Favours,
    watched: Moment = (),
) -> Fact:
    """Weigh what is said about one happening. ``watched`` are the days on which silence is evidence."""
    planned = union((s.first, s.last) for s in statements if s.ahead and s.says is not Says.NOT_OCCURRED)
    asserting = [s for s in statements if not s.ahead and s.says is not Says.NOT_OCCURRED]
    denying = [s for s in statements if s.says is Says.NOT_OCCURRED]
    untils = [s.until for s in asserting if s.until is not None]
    common: dict[str, object] = {
        "planned": planned,
        "until": max(untils) if untils else None,
        "sayers": tuple(dict.fromkeys(s.speaker for s in asserting)),
        "deniers": tuple(dict.fromkeys(s.speaker for s in denying)),
        "used": tuple(statements),
    }
    ruled = [ruling for ruling in rulings if ruling.finding.verdict in (Verdict.OCCURRED, Verdict.NOT_OCCURRED)]
    yes = [r for r in ruled if r.finding.verdict is Verdict.OCCURRED]
    no = [r for r in ruled if r.finding.verdict is Verdict.NOT_OCCURRED]
    if yes and no:
        days, _ = common_days([(r.first, r.last) for r in yes])
        return Fact(Standing.CONTESTED, union((*days, *NOT_EVER)), days, disputed=True, **common)  # type: ignore[arg-type]
    if yes:
        days, split = common_days([(r.first, r.last) if r.dated else (BEGIN, r.last) for r in yes])
        if asserting:
            narrowed, _ = common_days([*days, *((s.first, s.last) for s in asserting)])
            inside = tuple(p for a, b in days for p in clip(narrowed, a, b))
            days = inside or days
        return Fact(Standing.ESTABLISHED, days, days, flags=("dates differ",) if split else (), **common)  # type: ignore[arg-type]
    floor = max((r.last for r in no), default=BEGIN - 1)
    return _weigh(asserting, denying, side, favours, watched, floor, common)


def _weigh(
    asserting: Sequence[Statement],
    denying: Sequence[Statement],
    side: Callable[[Statement], Side],
    favours: Favours,
    watched: Moment,
    floor: Day,
    common: dict[str, object],
) -> Fact:
    verified = [s for s in asserting if side(s) is Side.VERIFIER]
    refused = [s for s in denying if side(s) is Side.VERIFIER]
    deny, claims = list(denying), list(asserting)
    if verified:
        deny = refused
    elif refused:
        limit = max(s.first for s in refused)
        floor = max(floor, limit)
        deny = refused
        claims = [s for s in claims if s.last > limit]
    claims = [s for s in claims if s.last > floor]
    reach = max((s.last for s in deny), default=BEGIN - 1)
    disputed = [s for s in claims if s.last <= reach]
    sound = [s for s in claims if s.last > reach]
    free = [s for s in deny if not any(c.last <= s.last for c in disputed)]
    if free and _settled((side(s) for s in free), favours, True) and not disputed:
        floor = max(floor, *(s.first for s in free if _settled((side(s),), favours, True)))
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
        return Fact(standing, NOT_EVER, (), floor, flags=flags, **common)  # type: ignore[arg-type]
    if sound and _settled((side(s) for s in sound), favours, False):
        return Fact(Standing.ESTABLISHED, asserted, asserted, floor, disputed=bool(disputed), flags=flags, **common)  # type: ignore[arg-type]
    standing = Standing.CLAIMED
    if disputed or (_inside(asserted, watched) and not any(side(s) is Side.NEUTRAL for s in sound)):
        standing = Standing.CONTESTED
    elif any(side(s) is Side.NEUTRAL for s in sound):
        standing = Standing.REPORTED
    maybe = union((*asserted, *NOT_EVER))
    return Fact(standing, maybe, asserted, floor, disputed=standing is Standing.CONTESTED, flags=flags, **common)  # type: ignore[arg-type]


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
