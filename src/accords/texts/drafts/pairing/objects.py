"""What a quote makes of the thing that a duty is about: a share of it, so much for each, or something else of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.texts.drafts.cues import DEDUCTED, OF_EACH, OTHER_OBJECT, SHARED
from accords.texts.drafts.form import DraftDuty
from accords.texts.drafts.likeness import alike
from accords.texts.drafts.unsaid import RowWords

__all__ = ["other_objects", "shares_in"]


def shares_in(row: DraftDuty, rest: str, said: RowWords) -> Iterator[str]:
    """What in ``rest`` makes a share of what is done, takes from it, or says for each of whom, unless the row does."""
    for pattern in (SHARED, DEDUCTED, OF_EACH):
        for match in pattern.finditer(rest):
            is_turn = bool(row.every_count) and pattern is OF_EACH and (match["unit"] or match["rate"])
            begins = pattern is OF_EACH and not rest[: match.start()].strip(" ,")
            if not (is_turn or begins) and not said.has(" ".join(match[0].split())):
                yield match[0]


def other_objects(action: str, rest: str, said: RowWords) -> Iterator[str]:
    """What ``rest`` has between words of the action that makes the latter of them part of something else."""
    there, place = list(_WORD.finditer(rest)), 0
    for word in (match[0] for match in _WORD.finditer(action) if match[0].casefold() not in _DETERMINERS):
        at = next((at for at in range(place, len(there)) if alike(there[at][0], word)), None)
        if at is None:
            continue
        other = OTHER_OBJECT.search(rest[there[place].start() : there[at].start()]) if place else None
        if other is not None and not _NO_OBJECT.fullmatch(other["what"]) and said.leaves(other["of"]):
            yield other["of"]
        place = at + 1


_WORD = re.compile(r"\w[\w’'-]*")
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "all", "any", "both", "these", "those"))
_NO_OBJECT = re.compile(
    r"\d.*|up|least|most|more|less|total|sum|amount|number|quantity|maximum|minimum|period|over|back|out|access",
    re.IGNORECASE,
)
"""Behind which words “of” or “to” leaves what is meant as it is."""
