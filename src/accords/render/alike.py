"""What moved alike in a difference is told once: turns that follow each other, and undertakings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from accords.compare.differences import DutyChange, TurnChange
from accords.words import counted, say

__all__ = ["MOST_RUNS", "duties_alike", "turns_alike"]

MOST_RUNS = 12
"""How many lines are given to the turns of one undertaking; JSON has every turn."""


def duties_alike(duties: Iterable[DutyChange]) -> list[list[DutyChange]]:
    """Undertakings in which the same differs, together, in the order of the first of each; renamed ones alone."""
    found: dict[object, list[DutyChange]] = {}
    for duty in duties:
        key = duty.changes if duty.renamed_from is None else duty.instance
        found.setdefault(key, []).append(duty)
    return list(found.values())


def turns_alike(turns: Sequence[TurnChange]) -> Iterator[tuple[str, str]]:
    """Lines, each with its sign: one for each run of turns that moved alike, and how many are left out."""
    runs = [[change for _, change in run] for _, run in groupby(enumerate(turns), key=lambda each: _way(*each))]
    for run in runs[:MOST_RUNS]:
        yield from _run(run) if len(run) > 1 else _turn(run[0])
    left = sum(map(len, runs[MOST_RUNS:]))
    if left:
        yield "~", counted("compare.turns.more", left)


def _way(place: int, turn: TurnChange) -> tuple[object, ...]:
    """The same for turns without a gap that moved alike; one whose deadline moved is alike to none."""
    moved = None not in (turn.before, turn.after) and turn.due_before != turn.due
    return turn.number - place, turn.before, turn.after, turn.number if moved else None


def _run(run: Sequence[TurnChange]) -> Iterator[tuple[str, str]]:
    first, last = run[0], run[-1]
    dues = [each.due or each.due_before for each in (first, last)]
    which = say("compare.turns.span", first=first.number, last=last.number)
    if None not in dues:
        which = say("compare.turns.due", turns=which, first=dues[0], last=dues[1])
    if first.before is not None and first.after is not None:
        sign, words = "~", say("site.becomes", before=first.before, after=first.after)
    else:
        sign, words = ("+", first.after or "") if first.before is None else ("−", first.before)
    yield sign, counted("compare.turns", len(run), turns=which, words=words)


def _turn(turn: TurnChange) -> Iterator[tuple[str, str]]:
    for sign, due, words in (("−", turn.due_before, turn.before), ("+", turn.due, turn.after)):
        if words is not None:
            key = "turn" if due is None else "turn.due"
            yield sign, say(key, number=turn.number, due=due, words=words)
