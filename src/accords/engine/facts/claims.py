"""From claims to facts: what standing a happening has, and on which days it may have happened."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from accords.engine.days.moments import BEGIN, NEVER, NOT_EVER, Instant, Moment, Span, clip, maybe, rest, union
from accords.engine.facts.hearing import Hearing, Word
from accords.engine.facts.knowledge import Ruling, Statement
from accords.engine.facts.sides import Side
from accords.vocabulary import Says, Verdict

__all__ = ["Fact", "Standing", "common_days", "fact"]

_ASSERTING = (Says.OCCURRED, Says.PLANNED, Says.BREACH)


class Standing(StrEnum):
    """How well a fact, a charge or a finding stands, given who says so."""

    ESTABLISHED = "established"
    REPORTED = "reported"
    CLAIMED = "claimed"
    CONTESTED = "contested"
    NOT_YET = "established not yet"
    UNREPORTED = "unreported"
    ADMITTED = "admitted"
    FOUND = "found"
    CHARGED = "charged"


class Fact(NamedTuple):  # a tuple, for one is made of every happening towards all that it bears on
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
    used: tuple[Statement, ...] = ()
    undenied: bool = False
    """Whether somebody's own word names days that no denial reaches."""

    @property
    def certain(self) -> bool:
        """Whether it is sure to have happened, or to happen, on one of its days."""
        return self.days[-1][1] != NEVER

    @property
    def is_open_before(self) -> bool:
        """Whether it is dated only by when it was over, as in ``../2023-05-01``."""
        return bool(self.asserted) and self.asserted[0][0] <= BEGIN and any(map(_ends_only, self.used))

    @property
    def of_one_side(self) -> Fact:
        """The same as a mere claim: that it was declared is one thing, that it takes effect another."""
        if self.standing not in (Standing.ESTABLISHED, Standing.REPORTED):
            return self
        return self._replace(standing=Standing.CLAIMED, days=maybe(self.days))

    @property
    def by_anybody(self) -> Fact:
        """The same as a formal act, which anybody's word establishes for days that nobody denies.

        That a body is said to have found it is no such word.
        """
        if not self.undenied or self.certain:
            return self
        return self._replace(standing=Standing.ESTABLISHED, days=rest(self.days))


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


def fact(statements: Sequence[Statement], rulings: Sequence[Ruling], hearing: Hearing, watched: Moment = ()) -> Fact:
    """Weigh what is said about one happening. ``watched`` are the days on which silence is evidence.

    ``statements`` include what is told of findings that do not settle it; ``rulings`` are those that do.
    """
    denying: list[Statement] = []
    asserting: list[Statement] = []
    planned: list[Span] = []
    for said in statements:
        if said.says is Says.NOT_OCCURRED:
            denying.append(said)
        elif said.says in _ASSERTING:
            if said.ahead:
                planned.append((said.first, said.last))
            else:
                asserting.append(said)
    if rulings and (yes := [ruling for ruling in rulings if ruling.verdict is Verdict.OCCURRED]):
        at_odds = any(ruling.verdict is Verdict.NOT_OCCURRED for ruling in rulings)
        weight = _ruled(yes, at_odds, asserting, hearing)
    else:
        no = [ruling.last for ruling in rulings if ruling.verdict is Verdict.NOT_OCCURRED]
        weight = _weighed(_heard(asserting, denying, hearing, max(no, default=BEGIN - 1)), hearing, watched)
    return Fact(
        weight.standing,
        weight.days,
        weight.asserted,
        weight.floor,
        disputed=weight.disputed,
        flags=weight.flags,
        planned=union(planned) if planned else (),
        until=max((s.until for s in asserting if s.until is not None), default=None),
        sayers=tuple(dict.fromkeys([s.teller for s in asserting])),
        deniers=tuple(dict.fromkeys([s.teller for s in denying])),
        used=tuple(statements),
        undenied=weight.undenied,
    )


def _ends_only(said: Statement) -> bool:
    when = said.claim.when
    return said.says in _ASSERTING and when is not None and when.earliest is None


class _Weight(NamedTuple):
    """How a happening stands, of the fields of ``Fact``: on which days, and whether somebody denies it."""

    standing: Standing
    days: Moment
    asserted: Moment = ()
    floor: Instant = BEGIN - 1
    disputed: bool = False
    flags: tuple[str, ...] = ()
    undenied: bool = False


def _ruled(yes: Sequence[Ruling], at_odds: bool, asserting: Sequence[Statement], hearing: Hearing) -> _Weight:
    """The weight of what a body found to have occurred; ``at_odds``: another found that it had not."""
    if at_odds:
        days, _ = common_days([(r.first, r.last) for r in yes])
        return _Weight(Standing.CONTESTED, maybe(days), days, disputed=True)
    days, split = common_days([(r.first, r.last) if r.dated else (BEGIN, r.last) for r in yes])
    # Whoever has an interest in the day may not narrow what was found; where he contradicts it, his day stays possible.
    whole = days
    if free := _apart(asserting, hearing)[0]:
        narrowed, _ = common_days([*days, *((s.first, s.last) for s in free)])
        days = tuple(p for a, b in days for p in clip(narrowed, a, b)) or days
    contradicting = [s for s in asserting if not clip(days, s.first, s.last)]
    days = union((*days, *(p for s in contradicting for p in clip(whole, s.first, s.last))))
    return _Weight(Standing.ESTABLISHED, days, days, flags=("dates differ",) if split else ())


class _Heard(NamedTuple):
    """What is left of assertions and denials once verifiers are heard: ``sound`` are the assertions that no denial
    reaches, ``disputed`` the others."""

    sound: list[Statement]
    disputed: list[Statement]
    denied: bool
    floor: Instant


def _heard(asserting: list[Statement], denying: list[Statement], hearing: Hearing, floor: Instant) -> _Heard:
    """Which assertions stand against which denials. A verifier's word outweighs all that contradicts it."""
    if not denying:
        return _Heard([s for s in asserting if s.last > floor], [], False, floor)
    claims, deny = asserting, denying
    refused = [s for s in denying if hearing.side(s) is Side.VERIFIER]
    if any(hearing.side(s) is Side.VERIFIER for s in asserting):
        deny = refused
    elif refused:
        limit = max(s.first for s in refused)
        floor, deny = max(floor, limit), refused
        claims = [s for s in claims if s.last > limit]
    reach = max([BEGIN - 1, *(s.last for s in deny)])
    claims = [s for s in claims if s.last > floor]
    disputed = [s for s in claims if s.last <= reach]
    settled_to = hearing.settled_to(deny) if deny and not disputed else None
    if settled_to is not None:
        floor = max(floor, settled_to)
    return _Heard([s for s in claims if s.last > reach], disputed, bool(denying), floor)


def _apart(statements: Sequence[Statement], hearing: Hearing) -> tuple[list[Statement], list[Statement]]:
    """Those that settle it or serve nobody, and the same with those of whom nobody knows whom they serve."""
    settling = {id(s) for s in hearing.settling(statements)}
    free = [s for s in statements if id(s) in settling or hearing.word(s) is not Word.CLAIM]
    kept = {id(s) for s in free}
    return free, [s for s in statements if id(s) in kept or hearing.of_unknown_interest(s)]


def _days(statements: list[Statement], hearing: Hearing) -> tuple[Moment, bool]:
    """The days that they name; whoever has an interest narrows nothing that others say. True where they differ."""
    if not statements:
        return (), False
    if len(statements) == 1:
        return ((statements[0].first, statements[0].last),), False
    every, differ = common_days([(s.first, s.last) for s in statements])
    free, apart = _apart(statements, hearing)
    if not apart or len(free) == len(statements):
        return every, differ
    days = union(span for part in (free, apart) if part for span in common_days([(s.first, s.last) for s in part])[0])
    if not differ:
        return days, False
    beside = ((s.first, s.last) for s in statements if not clip(days, s.first, s.last))
    return union((*days, *every, *beside)), True


def _told(heard: _Heard, hearing: Hearing) -> tuple[list[Span], bool]:
    """The days that are told of, and whether they differ; those of a verifier prevail over all that contradict them."""
    verified = [(s.first, s.last) for s in heard.sound if hearing.side(s) is Side.VERIFIER]
    limit = common_days(verified)[0] if verified else ()
    spans: list[Span] = []
    differ = False
    for group in (heard.sound, heard.disputed) if heard.disputed else (heard.sound,):
        left = [s for s in group if not limit or clip(limit, s.first, s.last)]
        days, apart = _days(left, hearing)
        spans += [part for a, b in limit for part in clip(days, a, b)] if limit and days else days
        differ = differ or apart or len(left) < len(group)
    return spans, differ


def _weighed(heard: _Heard, hearing: Hearing, watched: Moment) -> _Weight:
    """The weight of what is said of a happening that no body found to have occurred."""
    spans, differ = _told(heard, hearing)
    flags = ("dates differ",) if differ else ()
    floor = heard.floor
    asserted = clip(union(spans), floor + 1, NEVER)
    if not asserted:
        return _Weight(_denied(heard), NOT_EVER, floor=floor, flags=flags)
    if hearing.settling(heard.sound):
        return _Weight(Standing.ESTABLISHED, asserted, asserted, floor, disputed=bool(heard.disputed), flags=flags)
    neutral = any(hearing.word(s) is Word.REPORT for s in heard.sound)
    undenied = any(s.finding_id is None for s in heard.sound)
    disputed = bool(heard.disputed) or (not neutral and _inside(asserted, watched))
    standing = Standing.CONTESTED if disputed else Standing.REPORTED if neutral else Standing.CLAIMED
    return _Weight(standing, maybe(asserted), asserted, floor, disputed, flags, undenied)


def _denied(heard: _Heard) -> Standing:
    """How a happening stands that nobody asserts for a day that is left."""
    if heard.floor >= BEGIN:
        return Standing.NOT_YET
    if not heard.denied:
        return Standing.UNREPORTED
    return Standing.CONTESTED if heard.disputed else Standing.CLAIMED


def _inside(days: Moment, watched: Moment) -> bool:
    return bool(watched) and all(any(a <= first and last <= b for a, b in watched) for first, last in days)
