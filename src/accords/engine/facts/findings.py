"""Findings of bodies: how well each stands towards one instance, and which of them settle what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from accords.engine.days.moments import BEGIN, NEVER, Instant, Moment, Span, clip, maybe, on, union
from accords.engine.facts.claims import Fact, Standing, fact
from accords.engine.facts.hearing import Favours, Hearing, Word
from accords.engine.facts.knowledge import Ruling, Statement
from accords.engine.facts.sides import Side, Sides, Speakers
from accords.vocabulary import Says, Verdict

__all__ = ["Found", "fact_with", "found_by", "implied", "made", "retold"]

_AGAINST = {Favours.OBLIGOR: Side.OTHER, Favours.OTHERS: Side.OWN}
_FOR_DECIDERS = (Verdict.BREACHED, Verdict.NOT_BREACHED, Verdict.EXCUSED)
_SERVES = {
    Verdict.BREACHED: Favours.OTHERS,
    Verdict.NOT_BREACHED: Favours.OBLIGOR,
    Verdict.FULFILLED: Favours.OBLIGOR,
    Verdict.EXCUSED: Favours.OBLIGOR,
}
_OPPOSED = {
    Verdict.BREACHED: (Verdict.NOT_BREACHED, Verdict.EXCUSED),
    Verdict.NOT_BREACHED: (Verdict.BREACHED,),
    Verdict.EXCUSED: (Verdict.BREACHED,),
}
_DENIED = {
    **_OPPOSED,
    Verdict.OCCURRED: (Verdict.NOT_OCCURRED,),
    Verdict.NOT_OCCURRED: (Verdict.OCCURRED, Verdict.BREACHED),
}
"""The same, with what happened: who finds a breach of a conduct holds that it did."""
_QUESTIONS = {
    Verdict.NOT_BREACHED: Verdict.BREACHED,
    Verdict.EXCUSED: Verdict.BREACHED,
    Verdict.NOT_OCCURRED: Verdict.OCCURRED,
}
"""What answers the same question as another verdict, so that the later replaces the earlier."""
_TOLD = {
    Verdict.OCCURRED: Says.OCCURRED,
    Verdict.NOT_OCCURRED: Says.NOT_OCCURRED,
    Verdict.BREACHED: Says.BREACH,
    Verdict.NOT_BREACHED: Says.NO_BREACH,
}


@frozen
class Found:
    """A ruling as it bears on one instance. ``standing`` tells how well it stands that it was made.

    ``settles``: it was made, by a body whose finding decides this, or the side that it goes against accepts it.
    """

    ruling: Ruling
    standing: Standing
    settles: bool
    at_odds: bool = False
    """Whether another body that decides found the opposite."""
    named: bool = True
    """Whether it is about this instance; otherwise it may be about another one, and does not say."""
    adopts: str | None = None
    """The reading of the duty that it settles, whoever it is about."""
    binds: bool = False
    """Whether it settles what it is about if it was made, is about this instance, and was not overtaken."""

    @property
    def verdict(self) -> Verdict:
        """What was found."""
        return self.ruling.verdict

    @property
    def body(self) -> str:
        """Who found it; empty where that is not stated."""
        return self.ruling.body

    @property
    def reading_id(self) -> str | None:
        """The reading of the duty that it adopts."""
        return self.ruling.finding.reading_id

    @property
    def by(self) -> tuple[str | None, ...]:
        """Who found it, where that is sure; else who says so: actors, and sources that speak for themselves."""
        if self.body and (self.at_odds or self.standing is Standing.ESTABLISHED):
            return (self.body,)
        return tuple(dict.fromkeys(said.teller for said in self.ruling.made))

    @property
    def denied_by(self) -> tuple[str | None, ...]:
        """Who says that it was not found."""
        return tuple(dict.fromkeys(said.teller for said in self.ruling.denied))

    @property
    def accepted_by(self) -> tuple[str | None, ...]:
        """Who accepts it."""
        return self._answered(Says.ACCEPTS)

    @property
    def rejected_by(self) -> tuple[str | None, ...]:
        """Who rejects it."""
        return self._answered(Says.REJECTS)

    def _answered(self, says: Says) -> tuple[str | None, ...]:
        return tuple(dict.fromkeys(said.teller for said in self.ruling.answers if said.says is says))

    @property
    def days(self) -> Span:
        """The days of which it speaks."""
        return self.ruling.first, self.ruling.last

    @property
    def told_days(self) -> Span:
        """The days on which it says that something happened: without a date, all up to the day on which it was made."""
        return (self.ruling.first if self.ruling.dated else BEGIN), self.ruling.last

    def moment(self, day: Instant) -> Moment:
        """``day`` where it settles the matter, else that day or never."""
        return on(day) if self.settles else maybe(on(day))


def found_by(
    rulings: Iterable[tuple[Ruling, bool | None]], speakers: Speakers, sides: Sides, favours: Favours
) -> tuple[Found, ...]:
    """The rulings that may stand on a subject: of each body the latest on each question, and what else may be that.

    With each stands whether it is about this instance; None where it may be about another one. ``favours`` is whose
    interest it serves that the subject happened, where it is an event or a condition.
    """
    groups: dict[tuple[str, Verdict], list[tuple[Ruling, bool]]] = {}
    for ruling, named in rulings:
        question = _QUESTIONS.get(ruling.verdict, ruling.verdict)
        groups.setdefault((ruling.body, question), []).append((ruling, named is True))
    found = [each for group in groups.values() for each in _latest(group, speakers, sides, favours)]
    verdicts = {(each.body, each.verdict) for each in found if each.settles}
    perhaps = {(each.body, each.verdict) for each in found if each.binds and not each.settles}
    return tuple(_at_odds(each, verdicts, perhaps) for each in found)


def _latest(
    group: Iterable[tuple[Ruling, bool]], speakers: Speakers, sides: Sides, favours: Favours
) -> Iterator[Found]:
    """From the latest ruling of a body back to the first that was surely made of this instance and, where that settles
    nothing, any before it that would. One that may have been overtaken by another verdict, or by the same of other
    days, settles nothing; and no reading, where that would have adopted none or another."""
    later: set[tuple[Verdict, Span]] = set()
    read: set[str | None] = set()
    made = False
    for ruling, named in group:
        each = evolve(_weighed(ruling, speakers, sides, favours), named=named)
        if made and not each.settles:
            continue
        overtaken = not later <= {(each.verdict, each.days)}
        adopts = each.reading_id if each.settles and not overtaken and read <= {each.reading_id} else None
        yield evolve(each, settles=each.settles and named and not overtaken, adopts=adopts)
        made = made or (named and each.standing is Standing.ESTABLISHED)
        if made and named and each.settles:
            return
        later.add((each.verdict, each.days))
        read.add(each.reading_id)


def _at_odds(found: Found, verdicts: set[tuple[str, Verdict]], perhaps: set[tuple[str, Verdict]]) -> Found:
    """``found``, contested where another body settled the charge the other way; where one perhaps did, it settles
    nothing."""
    opposed, denied = (table.get(found.verdict, ()) for table in (_OPPOSED, _DENIED))
    if found.settles and any(body != found.body and verdict in opposed for body, verdict in verdicts):
        return evolve(found, standing=Standing.CONTESTED, settles=False, at_odds=True)
    if found.settles and any(body != found.body and verdict in denied for body, verdict in perhaps):
        return evolve(found, settles=False)
    return found


def _weighed(ruling: Ruling, speakers: Speakers, sides: Sides, favours: Favours) -> Found:
    serves = _SERVES.get(ruling.verdict, favours)
    serves = favours.reverse if ruling.verdict is Verdict.NOT_OCCURRED else serves
    hearing = Hearing(speakers, sides, serves, (ruling.body,) if ruling.body else ())
    made_by = [said for said in hearing.settling(ruling.made) if _may_tell(said, hearing)]
    accepts = [said for said in ruling.answers if said.says is Says.ACCEPTS]
    accepted = any(hearing.side(said) is _AGAINST.get(serves) for said in hearing.settling(accepts))
    sure = bool(made_by) or ruling.own_text or accepted or _both_say(ruling.made, hearing)
    if not ruling.dated and made_by:
        day = max(said.last for said in made_by)
        ruling = evolve(ruling, first=speakers.axis.opened(day), last=day)  # some hour of the day it was made
    standing = Standing.ESTABLISHED if sure else _unsure(ruling, hearing)
    has_say = _has_say(ruling, speakers, sides)
    return Found(ruling, standing, accepted or (sure and has_say), binds=accepted or has_say)


def made(ruling: Ruling, speakers: Speakers, sides: Sides, favours: Favours) -> Standing:
    """How well it stands that a finding was made, whatever that settles."""
    return _weighed(ruling, speakers, sides, favours).standing


def _may_tell(said: Statement, hearing: Hearing) -> bool:
    """Whether it is the body that says what it found, or the side that this goes against."""
    by_body = bool(hearing.bodies) and hearing.speakers.speaks_for(said.speaker, hearing.bodies, said.known)
    return by_body or hearing.side(said) is _AGAINST.get(hearing.favours)


def _both_say(made: Sequence[Statement], hearing: Hearing) -> bool:
    """Whether both sides tell of it, each whole; where those who owe stand on no side, every side there is."""
    if not hearing.sides.own:
        return bool(Hearing(hearing.speakers, hearing.sides, Favours.EITHER).settling(made))
    return hearing.admitted(made) and any(hearing.side(said) is Side.OTHER for said in made)


def _unsure(ruling: Ruling, hearing: Hearing) -> Standing:
    if ruling.denied:
        return Standing.CONTESTED
    told = [hearing.word(said) for said in ruling.made]
    return Standing.REPORTED if Word.REPORT in told or Word.SETTLES in told else Standing.CLAIMED


def _has_say(ruling: Ruling, speakers: Speakers, sides: Sides) -> bool:
    """Whether the body is one whose finding settles such a matter: charges and excuses are for those who decide,
    facts for those who verify or watch as well."""
    if ruling.body in sides.deciders:
        return True
    if not ruling.body or ruling.verdict in _FOR_DECIDERS:
        return False
    watches = ruling.body in sides.watchers
    return watches and speakers.side(ruling.body, True, sides) in (Side.NEUTRAL, Side.VERIFIER)


def implied(found: Sequence[Found]) -> tuple[Found, ...]:
    """The findings on a conduct, with what each of a breach says of whether it happened: that it did, where the body
    does not answer that itself."""
    answered = {each.body for each in found if _QUESTIONS.get(each.verdict, each.verdict) is Verdict.OCCURRED}
    return (
        *found,
        *(
            evolve(each, ruling=evolve(each.ruling, finding=evolve(each.ruling.finding, verdict=Verdict.OCCURRED)))
            for each in found
            if each.verdict is Verdict.BREACHED and each.body not in answered
        ),
    )


def fact_with(statements: Sequence[Statement], found: Sequence[Found], hearing: Hearing, watched: Moment) -> Fact:
    """A happening as it stands with what bodies found of it. What is only said to have been found narrows nothing."""
    settled = [each.ruling for each in found if each.settles]
    alone = fact(statements, settled, hearing, watched)
    told = tuple(s for s in retold(found) if s.says in (Says.OCCURRED, Says.NOT_OCCURRED))
    if not told:
        return alone
    heard = fact((*statements, *told), settled, hearing, watched)
    open_ = [each for each in found if not each.settles]
    spans = [each.told_days for each in open_ if each.verdict is Verdict.OCCURRED]
    if not any(each.binds for each in open_):
        spans = list(clip(union(spans), alone.floor + 1, NEVER))
    days = union((*alone.days, *heard.days, *spans))
    heard = heard._replace(days=days, asserted=alone.asserted or heard.asserted, floor=alone.floor)
    if heard.certain and any(each.binds and each.verdict is Verdict.NOT_OCCURRED for each in open_):
        return heard._replace(standing=Standing.CONTESTED, days=maybe(days), disputed=True)
    return heard


def retold(found: Iterable[Found]) -> Iterator[Statement]:
    """What findings that settle nothing amount to: what those say who tell of them, or what the body says that one
    side alone holds to be one."""
    for each in found:
        says = _TOLD.get(each.verdict)
        if each.settles or says is None:
            continue
        if each.body and (each.at_odds or each.standing is Standing.ESTABLISHED):
            yield _told(evolve(each.ruling.made[0], speaker=each.body, impartial=False), each, says)
        else:
            yield from (_told(said, each, says) for said in each.ruling.made)
        if each.standing is Standing.CONTESTED and says is Says.BREACH:
            yield from (_told(said, each, Says.NO_BREACH) for said in each.ruling.denied)


def _told(said: Statement, found: Found, says: Says) -> Statement:
    first, last = found.told_days if says is Says.OCCURRED else found.days
    return evolve(said, says=says, first=first, last=last, until=None, finding_id=found.ruling.event_id)
