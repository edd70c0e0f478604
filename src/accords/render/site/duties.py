"""What the page of a duty adds: how it came to stand where it stands, and which sources it names."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist import Cited, Item, SourceRow
from accords.render.site.shelf import Duty, Shown
from accords.words import say

__all__ = ["cited_sources", "history_of", "moved_between"]


def history_of(shown: Shown, duty: Duty) -> list[tuple[str, list[str]]]:
    """How the duty stood from each day on, whose and which turn of it where there are several."""
    days: dict[str, list[str]] = {}
    for change in duty.changes:
        after = change.after.named(shown.names.voice) if change.after is not None else change.not_followed
        words = after or say("status.not_listed")
        if change.number is not None:
            words = say("site.history.turn", number=change.number, words=words)
        if len(duty.items) > 1:
            name = shown.names.actors_in_words(change.obligor_ids)
            words = say("site.history.of", name=name, words=words)
        days.setdefault(change.day, []).append(words)
    return list(days.items())


def cited_sources(shown: Shown, duty: Duty) -> list[SourceRow]:
    """The sources that the page of ``duty`` names by their numbers."""
    numbers = {place.number for each in duty.items for item in each for place in _places(item)}
    return [source for source in shown.now.sources if source.number in numbers]


def _places(item: Item) -> Iterator[Cited]:
    yield from item.citations
    for told in (item.readings, item.claims, item.assessments, item.watches):
        for each in told:
            yield from each.citations


def moved_between(shown: Shown) -> list[tuple[Duty, tuple[Item, ...]]]:
    """What stands differently on the two days; nothing where the record is not followed any more, which is told."""
    if shown.now.records[0].not_followed is not None:
        return []
    rows = [(duty, each) for duty in shown.duties for each in duty.items]
    moved = [(duty, each) for duty, each in rows if _told(each[0]) != _told(each[-1])]
    return sorted(moved, key=lambda told: told[1][-1].number)


def _told(item: Item) -> tuple[str | None, str | None, tuple[str | None, ...]]:
    standing = item.standing
    return item.status, standing.due if standing is not None else None, tuple(turn.words for turn in item.turns)
