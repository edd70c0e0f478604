"""Texts that are read from right to left, inside sentences that are read from left to right.

A sentence of ours with names of a record in it would take the direction of its first name, and two names beside one
another would change places. Each text of the record gets an element that keeps it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from accords.checklist import Checklist
from accords.render.safe import clean

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Isolator", "texts_of"]

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_TURNS = re.compile(f"[{_RIGHT_TO_LEFT}]")
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^\\w;,()\\[\\]“”‘’:.]*[{_RIGHT_TO_LEFT}])*")
"""What is kept together where it is in no text that is known: the words of one script, up to a sign of ours."""

_BEGINNING = 4
_MOST_LENGTHS = 40


@frozen
class Isolator:
    """Knows the texts of a record by their beginnings: for each the lengths that occur, and the texts themselves."""

    _lengths: dict[str, list[int]]
    _texts: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Isolator:
        """One for these texts; those that are read from left to right need no care."""
        known = frozenset(text for each in texts if _TURNS.search(each) and (text := clean(each)))
        lengths: dict[str, set[int]] = {}
        for text in known:
            lengths.setdefault(text[:_BEGINNING], set()).add(len(text))
        return cls({key: sorted(found, reverse=True)[:_MOST_LENGTHS] for key, found in lengths.items()}, known)

    def __call__(self, text: str) -> Markup:
        """``text`` as HTML that keeps its parts apart."""
        from markupsafe import Markup, escape  # noqa: PLC0415

        words = clean(text)
        if not _TURNS.search(words) or words in self._texts:
            return Markup("<bdi>{}</bdi>").format(words)
        parts = (Markup("<bdi>{}</bdi>").format(part) if apart else escape(part) for part, apart in self._parts(words))
        return Markup('<span dir="ltr">{}</span>').format(Markup("").join(parts))

    def _parts(self, words: str) -> Iterator[tuple[str, bool]]:
        """The pieces of ``words``, each with whether it is to be kept apart."""
        begun = at = 0
        while at < len(words):
            end = self._end(words, at)
            if end == at:
                at += 1
                continue
            if begun < at:
                yield words[begun:at], False
            yield words[at:end], True
            begun = at = end
        if begun < at:
            yield words[begun:at], False

    def _end(self, words: str, at: int) -> int:
        """Where the text ends that begins ``at``; the same place where none does."""
        for length in self._lengths.get(words[at : at + _BEGINNING], ()):
            if words[at : at + length] in self._texts:
                return at + length
        run = _RUN.match(words, at)
        return run.end() if run else at


def texts_of(rows: Checklist) -> Iterator[str]:
    """The texts in ``rows`` that are the record's own, not sentences of ours."""
    yield rows.title
    yield from (record.title for record in rows.records)
    for item in rows.items:
        own = (item.agreement, item.clause, item.label, item.action, item.as_written, item.place, item.note)
        yield from (text for text in own if text is not None)
        yield from (*item.obligors, *item.owed_to, *item.also_owed_by, *item.themes, *item.exceptions)
        yield from (*item.consent_of, *item.verified_by, *item.determined_by)
        yield from (text for reading in item.readings for text in (reading.text, *reading.held_by))
        yield from (text for claim in item.claims for text in (claim.event, claim.by, claim.text or ""))
    for source in rows.sources:
        yield from (text for text in (source.title, source.publisher) if text is not None)
    for event in rows.events:
        yield from (event.summary, *event.actors)
    yield from (note.text for note in rows.notes)
