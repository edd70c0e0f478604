"""Where a draft is taken apart: its rows are held against the text one by one, and what is found of them is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import define, field

from accords.model.sources import Citation, Span
from accords.suggest import UnknownIdError, free_id
from accords.texts.drafts.cues import CONDITIONS
from accords.texts.drafts.figures import dates_in
from accords.texts.drafts.form import DraftPerson, DraftRow
from accords.texts.drafts.quotes import QuotedPassage, find_quote, seen
from accords.texts.drafts.suspects import neighbour_marks, paragraph_marks, shortened
from accords.texts.drafts.told import KeptRow, Remark, RemarkKind
from accords.texts.drafts.unsaid import RowWords
from accords.texts.edition import TextEdition
from accords.words import joined, say

__all__ = ["Bench"]

_Row = TypeVar("_Row", bound=DraftRow)


@define
class Bench:
    """The text, whom the draft lists, which ids are taken, and everything noted so far."""

    edition: TextEdition
    people: dict[str, str] = field(factory=dict[str, str])
    """Listed name → id."""
    called: dict[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    """Listed name → everything that the text calls it."""
    perhaps: dict[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    """Listed name → what the draft alone says that the text calls it, which bears out nothing."""
    sides: list[str] = field(factory=list[str])
    """The listed names of the parties."""
    remarks: list[Remark] = field(factory=list[Remark])
    kept: list[KeptRow] = field(factory=list[KeptRow])
    _ids: set[str] = field(factory=set[str])
    _at: tuple[str, int] = ("", 0)

    def look_at(self, name: str, row: int) -> None:
        """Take up a row, counted from 1; what is noted is about it."""
        self._at = (name, row)

    def leave(self, words: str, part: str | None = None) -> None:
        """Note that the row, or a ``part`` of it, is left out, and why."""
        self._note(RemarkKind.LEFT_OUT, words, part)

    def mark(self, words: str, part: str | None = None) -> None:
        """Note what may be wrong with the row."""
        self._note(RemarkKind.MARKED, words, part)

    def _note(self, kind: RemarkKind, words: str, part: str | None) -> None:
        name, row = self._at
        self.remarks.append(Remark(kind=kind, list=name, row=row, part=part, words=words))

    def quoted(self, name: str, rows: Iterable[_Row]) -> Iterator[tuple[int, _Row, QuotedPassage]]:
        """Take up the rows of a list one by one: the number, the row and its passage of each whose quote is there."""
        for number, row in enumerate(rows, 1):
            self.look_at(name, number)
            found = self.find(row)
            if found is not None:
                yield number, row, found

    def find(self, row: DraftRow) -> QuotedPassage | None:
        """The passage of a row, or None where it is left out for its quote."""
        found = find_quote(self.edition, row.quote, row.paragraph)
        if isinstance(found, str):
            self.leave(found)
            return None
        return found

    def keep(self, row: DraftRow, found: QuotedPassage, id: str) -> None:
        """Note that a row is kept as ``id``, with what its paragraph has that may take it back."""
        name, number = self._at
        self.kept.append(
            KeptRow(list=name, row=number, id=id, quote=row.quote, sentence=found.sentence, paragraph=row.paragraph)
        )
        around = neighbour_marks(self.edition, row.paragraph) if name in _HEADED else ()
        called = (row.name, *row.also_called) if isinstance(row, DraftPerson) else None
        for words in (*paragraph_marks(found, called), *around):
            self.mark(words)
        if seen(row.unsure):
            self._note(RemarkKind.UNSURE, seen(row.unsure), None)

    def said(
        self, row: DraftRow, names: Iterable[str], more: Iterable[str] = (), bounds: Iterable[str] = ()
    ) -> RowWords:
        """Everything that a row says, with whatever the text calls those ``names``."""
        return RowWords(row, (called for name in names for called in self.called.get(name, ())), more, bounds)

    def mark_around(self, found: QuotedPassage, said: RowWords, is_before: bool = True) -> None:
        """Note what the sentence says around the quote that the row does not."""
        start, end = found.inner
        before, after = found.sentence[: start * is_before], found.sentence[end:]
        before = before if found.near[0].strip() else _DATELINE.sub("", before)
        for key, text in (("draft.mark.begins", before), ("draft.mark.goes_on", after)):
            if left := said.leaves(text):
                part = "condition" if CONDITIONS.search(text) else None
                self.mark(say(key, words=shortened(left)), part)

    def mark_left(self, phrases: Iterable[str]) -> None:
        """Note what else the quote says, unless a mark of the row has those words already."""
        told = " ".join(each.words for each in self.remarks if (each.list, each.row) == self._at).casefold()
        left = tuple(each for each in dict.fromkeys(phrases) if each.casefold() not in told)
        if left:
            words = joined(tuple(f"“{shortened(each)}”" for each in left[:6]))
            self.mark(say("draft.mark.left", words=words))

    def mark_others(self, text: str, said: RowWords) -> None:
        """Note who is listed and named in ``text``, and not in the row."""
        bare = text.casefold()
        there = [each for every in self.called.values() for each in every if each.casefold() in bare]
        for called in sorted(there, key=len, reverse=True):
            if said.has(called):
                bare = bare.replace(called.casefold(), " ")
        others = [name for name, every in self.called.items() if any(_has(bare, called.casefold()) for called in every)]
        if others:
            self.mark(say("draft.mark.others", names=joined(tuple(others[:6]))))

    def is_named(self, name: str, text: str) -> bool:
        """Whether ``text`` has the listed name, or another by which the text calls the same, as whole words."""
        return any(_has(text, called) for called in self.called.get(name, (name,)))

    def whom(self, names: Iterable[str], part: str) -> tuple[str, ...] | None:
        """The ids of listed names; None where one is not listed, which is noted with names that come near."""
        unknown = [name for name in names if name not in self.people]
        if unknown:
            near = UnknownIdError(unknown[0], "person", self.people).near
            advice = " " + say("draft.near", names=joined(near, "or")) if near else ""
            self.leave(say("draft.not_listed", name=unknown[0]) + advice, part)
            return None
        return tuple(dict.fromkeys(self.people[name] for name in names))

    def cite(self, found: QuotedPassage) -> Citation:
        """The citation of a passage."""
        passage = found.passage
        span = Span(start=passage.start, end=passage.end, sha256=passage.sha256)
        return Citation(source_id=self.edition.id, locator=passage.locator, span=span)

    def take_id(self, wanted: str, otherwise: str) -> str:
        """An id that is made of ``wanted`` and that nothing else has."""
        made = free_id(wanted, self._ids, otherwise)
        self._ids.add(made)
        return made

    def date(self, text: str, found: QuotedPassage, part: str, published: str | None) -> tuple[str, bool] | None:
        """A date that the sentence states, and whether its year is only inferred from when the text was published.

        None where there is none, or where the sentence does not state it, which is noted.
        """
        if not text:
            return None
        pieces = text.split("-")
        if len(pieces) > 3 or not all(piece.isascii() and piece.isdigit() for piece in pieces) or len(pieces[0]) != 4:
            self.leave(say("draft.date_form", date=text), part)
            return None
        parts = tuple(map(int, pieces))
        stated = dates_in(found.sentence)
        fitting = [each for each in stated if each.fits(parts)]
        if not fitting:
            self.leave(say("draft.date_not_there", date=text), part)
            return None
        inferred = all(each.year is None for each in fitting)
        if inferred and (published or "")[:4] != pieces[0]:
            self.leave(say("draft.year_not_there", year=pieces[0]), part)
            return None
        if inferred:
            self.mark(say("draft.year_inferred", year=pieces[0]), part)
        if len({(each.year, each.month, each.day) for each in stated}) > 1:
            self.mark(say("draft.mark.other_dates"), part)
        return text, inferred


_HEADED = ("beginning", "term", "duties", "amounts", "statements")
"""The lists whose rows a heading may take away."""
_DATELINE = re.compile(r"^[A-Z][A-Z .’'-]+(?:,[^()]{1,30})?\([^()]{1,60}\)\s*[-–—]+\s*")
"""Where and by whom a report was written, before its first sentence."""


def _has(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return True
        at = text.find(name, at + 1)
    return False
