"""What a row tells of watching: the last times, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accords.checklist.lines import citations_in_words
from accords.standing.values import WatchRow
from accords.words import counted

__all__ = ["watches_in_words", "watches_left", "watches_shown"]

_MOST = 12
"""So many times of watching a row tells: a mission may have hundreds, and watch hundreds of duties."""


def watches_shown(watches: Sequence[WatchRow]) -> list[WatchRow]:
    """All where they are few, otherwise those that ended last; in the order of the record."""
    latest = sorted(range(len(watches)), key=lambda at: watches[at].through)[-_MOST:]
    return [watches[at] for at in sorted(latest)]


def watches_left(watches: Sequence[WatchRow]) -> str:
    """How many more there are, and where; empty where all are told."""
    return counted("watches.more", len(watches) - _MOST) if len(watches) > _MOST else ""


def watches_in_words(watches: Sequence[WatchRow]) -> Iterator[str]:
    """Each that is told with its sources, and how many more there are."""
    for watch in watches_shown(watches):
        yield f"{watch.words} {citations_in_words(watch.citations)}".rstrip()
    if left := watches_left(watches):
        yield left
