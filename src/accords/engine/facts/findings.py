"""Findings of bodies: how well each stands towards one instance, and which of them settle what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from accords.engine.days.moments import BEGIN, Instant, Moment, Span, maybe, on
from accords.engine.facts.claims import Standing
from accords.engine.facts.hearing import Favours, Hearing, Word
from accords.engine.facts.knowledge import Ruling, Statement
from accords.engine.facts.sides import Side, Sides, Speakers
from accords.vocabulary import Says, Verdict

__all__ = ["Found", "found_by", "retold"]

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
    def days(self) -> Span:
        """The days of which it speaks."""
        return self.ruling.first, self.ruling.last

    def moment(self, day: Instant) -> Moment:
        """``day`` where it settles the matter, else that day or never."""
        return on(day) if self.settles else maybe(on(day))


def found_by(rulings: Sequence[Ruling], speakers: Speakers, sides: Sides, favours: Favours) -> tuple[Found, ...]:
    """The rulings that may stand on a subject: of each body its latest, and before it what else may be the latest.

    ``favours`` is whose interest it serves that the subject happened, where it is an event or a condition.
    """
    found = [each for group in _by_body(rulings) for each in _latest(group, speakers, sides, favours)]
    verdicts = {(each.body, each.verdict) for each in found if each.settles}
    return tuple(_at_odds(each, verdicts) for each in found)


def _by_body(rulings: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    group: list[Ruling] = []
    for ruling in rulings:
        if group and group[0].body != ruling.body:
            yield group
            group = []
        group.append(ruling)
    if group:
        yield group


def _latest(group: Iterable[Ruling], speakers: Speakers, sides: Sides, favours: Favours) -> Iterator[Found]:
    """From the latest ruling of a body back to the first that was surely made and, where that settles nothing, any
    before it that would. One that may have been overtaken by another verdict, or by the same of other days, settles
    nothing."""
    later: set[tuple[Verdict, Span]] = set()
    made = False
    for ruling in group:
        each = _weighed(ruling, speakers, sides, favours)
        if made and not each.settles:
            continue
        yield each if later <= {(each.verdict, each.days)} else evolve(each, settles=False)
        made = made or each.standing is Standing.ESTABLISHED
        if made and each.settles:
            return
        later.add((each.verdict, each.days))


def _at_odds(found: Found, verdicts: set[tuple[str, Verdict]]) -> Found:
    """``found``, contested where another body settled the charge the other way."""
    opposed = _OPPOSED.get(found.verdict, ())
    if found.settles and any(body != found.body and verdict in opposed for body, verdict in verdicts):
        return evolve(found, standing=Standing.CONTESTED, settles=False, at_odds=True)
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
    return Found(ruling, standing, accepted or (sure and _has_say(ruling, speakers, sides)))


def _may_tell(said: Statement, hearing: Hearing) -> bool:
    """Whether it is the body that says what it found, or the side that this goes against."""
    by_body = bool(hearing.bodies) and hearing.speakers.speaks_for(said.speaker, hearing.bodies, said.known)
    return by_body or hearing.side(said) is _AGAINST.get(hearing.favours)


def _both_say(made: Sequence[Statement], hearing: Hearing) -> bool:
    return {Side.OWN, Side.OTHER} <= {hearing.side(said) for said in made} or (
        not hearing.sides.own and bool(Hearing(hearing.speakers, hearing.sides, Favours.EITHER).settling(made))
    )


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
    first, last = found.days
    if says is Says.OCCURRED and not found.ruling.dated:
        first = BEGIN
    return evolve(said, says=says, first=first, last=last, until=None, finding_id=found.ruling.event_id)
