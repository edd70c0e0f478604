"""Undertakings before and after: which came, which went, and what differs in those that stayed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from attrs import evolve

from accords.checklist import Cited, Item
from accords.checklist.lines import Line, detail_lines, duty_in_words
from accords.checklist.standing_lines import deadline_words, standing_lines, turn_due, turn_stands
from accords.compare.differences import Aspect, DutyChange, LineChange, Sort, TurnChange
from accords.standing.values import Bucket
from accords.words import joined, say

__all__ = ["changed_lines", "duty_changes"]

_ASPECTS = {
    Aspect.WORDING: "duty as_written clause label",
    Aspect.BEARERS: "obligor obligors obligor_basis owed_to",
    Aspect.DEADLINE: "when deadline arithmetic",
    Aspect.CONDITIONS: "condition not_before ends excuses suspensions exceptions consent linkages",
    Aspect.STATUS: "status time trigger turns flags disputes charges assumed",
    Aspect.SAID: "claims assessments watches",
}
"""Aspect → the keys of the lines that are about it; all others are about something else."""
_ASPECT_OF = {key: aspect for aspect, keys in _ASPECTS.items() for key in keys.split()}
_UNCOMPARED = frozenset({"id"})
_OF_ONE_TURN = frozenset({"deadline", "deadline_else", "arithmetic", "time"})


def duty_changes(before: Iterable[Item], after: Iterable[Item], renamed: Mapping[str, str]) -> Iterator[DutyChange]:
    """What became of every undertaking, in the order of ``after``, removed ones last.

    The items of ``before`` have the ids of after; ``renamed`` leads from an id after to the one it had.
    Items are the same where obligation and obligors are; of one obligation whose obligor changed, one each.
    """
    old = {_key(item): item for item in before}
    new = {_key(item): item for item in after}
    pairs = {key: old[key] for key in new if key in old}
    pairs |= _reassigned([item for key, item in old.items() if key not in new], new, pairs)
    matched = {_key(item) for item in pairs.values()}
    for key, item in new.items():
        was = pairs.get(key)
        former = renamed.get(item.obligation_id)
        lines = changed_lines(_lines(was, item), _lines(item, was), _turns(was, item)) if was is not None else ()
        changes = tuple(lines)
        if was is not None and _is_looked_at_once(was, item):
            changes = tuple(map(_unlooked, changes))
        elif was is not None and _stands(was) == _stands(item):
            changes = tuple(map(_retold, changes))
        if was is None:
            yield _change(Sort.ADDED, item, tuple(changed_lines((), _lines(item, None))), former)
        elif changes or former is not None:
            yield _change(Sort.CHANGED, item, changes, former)
    for key, item in old.items():
        if key not in matched:
            yield _change(Sort.REMOVED, item, tuple(changed_lines(_lines(item, None), ())), None)


def _is_looked_at_once(was: Item, item: Item) -> bool:
    """Whether one of two records alone is still monitored: that the other says nothing is no other standing."""
    return (was.not_followed is None) != (item.not_followed is None)


def _unlooked(change: LineChange) -> LineChange:
    return evolve(change, aspect=Aspect.OTHER) if change.aspect is Aspect.STATUS else change


def _retold(change: LineChange) -> LineChange:
    return evolve(change, aspect=Aspect.RETOLD) if change.aspect is Aspect.STATUS else change


def _stands(item: Item) -> tuple[object, ...]:
    """Where an item and its turns stand, whatever the record calls what happened, and however near their days are."""
    return tuple(
        (
            *(each.number, each.words, each.states, each.as_reported, each.shape, each.open, each.flags),
            *(each.due_first, each.due_last, each.due_at, each.first_due, each.moved_by, each.trigger_met),
            each.bucket is Bucket.OVERDUE,
            tuple((other.first, other.last, other.at, other.why) for other in each.other_dues),
            tuple(evolve(dispute, event=None) for dispute in each.disputes),
            tuple(_by_ids(words, item) for words in each.charges),
            len(each.assumptions),
        )
        for each in (item.standing, *item.turns)
        if each is not None
    )


def _by_ids(words: str, item: Item) -> str:
    """What is said of events, with their ids in place of what the record calls them."""
    return reduce(lambda told, claim: told.replace(claim.event, claim.event_id), item.claims, words)


_Key = tuple[str, frozenset[str]]


def _key(item: Item) -> _Key:
    return item.obligation_id, frozenset(item.obligor_ids)


def _reassigned(left: list[Item], new: Mapping[_Key, Item], pairs: Mapping[_Key, Item]) -> dict[_Key, Item]:
    gone: dict[str, list[Item]] = {}
    came: dict[str, list[_Key]] = {}
    for item in left:
        gone.setdefault(item.obligation_id, []).append(item)
    for key in new:
        if key not in pairs:
            came.setdefault(key[0], []).append(key)
    return {keys[0]: gone[each][0] for each, keys in came.items() if len(keys) == 1 and len(gone.get(each, ())) == 1}


def _change(sort: Sort, item: Item, changes: tuple[LineChange, ...], former: str | None) -> DutyChange:
    obligors = joined(item.obligors) or say("heading.not_stated")
    return DutyChange(
        sort=sort,
        instance=item.instance,
        obligation_id=item.obligation_id,
        renamed_from=former,
        text=say("calendar.title", obligor=obligors, duty=" ".join(duty_in_words(item))),
        changes=changes,
    )


def _lines(item: Item, other: Item | None) -> tuple[Line, ...]:
    """Everything that is said about an item, sources by their ids, since numbers shift.

    Which turn a row with turns tells of goes by the day: its deadlines are those of the turns that ``other`` has too.
    """
    bare = evolve(
        item,
        citations=_bare(item.citations),
        readings=tuple(evolve(each, citations=_bare(each.citations)) for each in item.readings),
        claims=(),  # events tell them
        assessments=tuple(evolve(each, citations=_bare(each.citations)) for each in item.assessments),
        watches=tuple(evolve(each, citations=_bare(each.citations)) for each in item.watches),
    )
    own = (
        ("obligor", joined(item.obligors) or say("heading.not_stated")),
        ("duty", " ".join(duty_in_words(item))),
        ("label", item.label or ""),
        ("themes", say("comma").join(item.themes)),
    )
    lines = (*(Line(key, say(f"compare.{key}"), words) for key, words in own if words),)
    rest = (*detail_lines(bare), *standing_lines(bare, distances=False))
    uncompared = {*_UNCOMPARED, *_OF_ONE_TURN} if item.turns else _UNCOMPARED
    return (*lines, *(line for line in rest if line.key not in uncompared), *_deadlines(item, other))


def _deadlines(item: Item, other: Item | None) -> Iterator[Line]:
    """The deadline of each turn that two rows have."""
    shared = {turn.number for turn in other.turns} if other is not None else frozenset[int | None]()
    for turn in item.turns:
        words = deadline_words(turn, distances=False)
        if turn.number in shared and words:
            yield Line("deadline", say("label.deadline"), say("compare.turn", number=turn.number, words=words))


def _turns(was: Item, now: Item) -> tuple[TurnChange, ...]:
    """The turns that stand otherwise, or are due on another day, by their numbers."""
    old, new = ({turn.number or 1: turn for turn in item.turns} for item in (was, now))
    found = []
    for number in sorted({*old, *new}):
        one, other = old.get(number), new.get(number)
        change = TurnChange(
            number=number,
            due_before=turn_due(one) if one is not None else None,
            due=turn_due(other) if other is not None else None,
            before=turn_stands(one) if one is not None else None,
            after=turn_stands(other) if other is not None else None,
        )
        if (change.due_before, change.before) != (change.due, change.after):
            found.append(change)
    return tuple(found)


def _bare(citations: Iterable[Cited]) -> tuple[Cited, ...]:
    return tuple(evolve(each, number=None) for each in citations)


def changed_lines(
    before: Iterable[Line], after: Iterable[Line], turns: tuple[TurnChange, ...] = ()
) -> Iterator[LineChange]:
    """The lines that differ, by what they are about; of several lines about one thing those that came or went."""
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, []), new.get(key, [])
        if [line.text for line in was] != [line.text for line in now]:
            then, since = {line.text for line in was}, {line.text for line in now}
            gone = tuple(line.text for line in was if line.text not in since)
            came = tuple(line.text for line in now if line.text not in then)
            if gone or came:
                yield LineChange(
                    aspect=_ASPECT_OF.get(key, Aspect.OTHER),
                    label=(now or was)[0].label,
                    before=gone,
                    after=came,
                    turns=turns if key == "turns" else (),
                )


def _by_key(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.key, []).append(line)
    return found
