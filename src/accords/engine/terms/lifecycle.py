"""The turns in the life of an instance: fulfilled, breached, exercised, ended."""

from __future__ import annotations

from accords.engine.days.axis import Axis
from accords.engine.days.moments import (
    ALWAYS,
    BEGIN,
    NEVER,
    NOT_EVER,
    Moment,
    clip,
    earliest,
    latest,
    may_be_never,
    maybe,
    rest,
    union,
)
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.terms.instances import Instance
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.points import Point
from accords.engine.terms.terms import Terms, follows
from accords.vocabulary import Modality, Reaches

__all__ = ["breached", "fulfilled", "turning_point"]


def _upto(a: Moment, b: Moment, strict: bool = False) -> Moment:
    """``a`` where it does not come after ``b`` (``strict``: where it comes before), otherwise never."""
    if NOT_EVER in (a, b):
        return a
    slack = 1 if strict else 0
    if a[-1][1] <= b[0][0] - slack:
        return a
    days = clip(rest(a), BEGIN, b[-1][1] - slack)
    if a[-1][1] > b[0][0] - slack or may_be_never(a):
        return maybe(days)
    return days


def turning_point(axis: Axis, instance: Instance, terms: Terms, reaches: Reaches) -> Point:
    """When an instance reaches a turn in its life, and when it no longer can."""
    if instance.duty.modality is Modality.DECLARES:
        return NOT_EVER, NOT_EVER
    days = terms.days
    stop = earliest(earliest(days.ended, days.over), days.impossible)
    if days.begins is not ALWAYS:  # a turn that never comes to be
        stop = earliest(stop, _upto(days.series_over, days.begins, strict=True))
    done = fulfilled(axis, instance, terms)
    if reaches is Reaches.FULFILLED:
        if instance.duty.modality is Modality.ENDEAVOUR and instance.duty.is_continuing:
            return NOT_EVER, stop  # nobody assesses that an effort was made to the end
        if instance.duty.is_continuing:
            gone = earliest(
                earliest(breached(axis, instance, terms), _upto(days.ended, days.over, strict=True)), days.impossible
            )
            early = _upto(days.over, _owed_from(days), strict=True)
            return done, _upto(earliest(gone, early), done, strict=True)
        return done, _upto(stop, done, strict=True)
    if reaches is Reaches.EXERCISED:
        return (
            (done, _upto(stop, done, strict=True)) if instance.duty.modality is Modality.MAY else (NOT_EVER, NOT_EVER)
        )
    if reaches is Reaches.BREACHED and instance.duty.modality is Modality.MAY:
        return NOT_EVER, earliest(stop, done)
    if reaches is Reaches.BREACHED:
        broken = breached(axis, instance, terms)
        if instance.duty.is_continuing:
            return broken, _upto(stop, broken, strict=True)
        due = days.due  # what ends with the deadline itself can still be a breach the instant after
        over = earliest(
            earliest(_upto(days.ended, due), _upto(days.over, due, strict=True)), earliest(done, days.impossible)
        )
        return broken, _upto(over, broken, strict=True)
    if instance.duty.is_continuing:
        return stop, NOT_EVER
    return _upto(stop, done, strict=True), _upto(done, stop)


def fulfilled(axis: Axis, instance: Instance, terms: Terms) -> Moment:
    """When an instance is fulfilled, late or in time; never, where it may not be."""
    days = terms.days
    if not instance.duty.is_continuing:
        done = _upto(_upto(days.performed, days.ended), days.over)
        if instance.duty.owed_after_breach:
            return done
        kept = _upto(done, days.due)  # too late is not at all
        return maybe(done) if _perhaps_excused(terms, days.due) else kept
    if instance.duty.modality is Modality.ENDEAVOUR:
        return NOT_EVER
    kept = _upto(_upto(days.over, days.ended), breached(axis, instance, terms), strict=True)
    start = _owed_from(days)
    late = clip(kept, start[0][0], NEVER)
    return late if days.over[0][0] >= start[-1][1] and late else maybe(late)


def _owed_from(days: KeyDays) -> Moment:
    """From when it can be kept: once it binds and is triggered; of a turn, not before it begins."""
    return latest(days.owed, days.begins)


def breached(axis: Axis, instance: Instance, terms: Terms) -> Moment:
    """When an instance is breached: the first violation, or the day after the deadline."""
    days = terms.days
    if instance.duty.modality is Modality.MAY:
        return NOT_EVER
    if instance.duty.is_continuing:
        return _upto(_upto(days.violated, days.over), days.ended, strict=True)
    done = fulfilled(axis, instance, terms)
    if instance.duty.modality is Modality.ENDEAVOUR:  # a finding counts from when the duty came to bind
        due = days.due
        settled = earliest(_upto(days.ended, due), _upto(days.over, due, strict=True))
        return _upto(_upto(latest(days.violated, days.owed), done, strict=True), settled, strict=True)
    edge = earliest(earliest(days.ended, days.over), days.performed)
    found = NOT_EVER
    for n, stage in enumerate(terms.stages):
        late = _upto(_upto(_upto(stage.due, done, strict=True), days.ended, strict=True), days.over)
        late = axis.next_instant(late)
        for other in terms.stages:
            if other is not stage and not follows(stage, other):
                kept = _upto(late, other.since, strict=True)
                late = kept if follows(other, stage) else union((*kept, *late))
        if n:
            late = late if stage.since[-1][1] <= edge[0][0] else maybe(late)
        found = earliest(found, late)
    if not _perhaps_excused(terms, found):
        return found
    if any(_excuses(spell, found) for spell in terms.spells):
        return NOT_EVER
    moved = any(spell.ends and not spell.deadlines for spell in terms.spells)
    return union(((found[0][0], NEVER),)) if moved else maybe(found)


def _excuses(spell: Spell, by: Moment) -> bool:
    """Whether an excuse that moved no deadline surely came before a day, and is never over."""
    return not spell.deadlines and spell.kind is SpellKind.EXCUSE and spell.start[-1][1] < by[0][0]


def _perhaps_excused(terms: Terms, by: Moment) -> bool:
    """Whether an excuse that moved no deadline may have come by a day."""
    return any(not spell.deadlines and spell.start[0][0] <= by[-1][1] for spell in terms.spells)
