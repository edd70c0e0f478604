"""The sentence in which a passage stands; where it is not clear, the longer one."""

from __future__ import annotations

import re

__all__ = ["sentence_around"]

_END = re.compile(
    r"(?<=[a-z]{3})[.](?=[A-Z][a-z]+ )|[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\d_a-zß-öø-ÿ]|[\"'“‘«(\[]*\d|[A-Z])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|No|Nos|Art|Arts|para|paras|Sec|p|pp|vs|etc|approx|ca|cf|e\.g|i\.e|a\.m|p\.m"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co)|\b[A-Z])\.\s+$"
)


def sentence_around(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or the several, in which ``start`` to ``end`` lies begins and ends in ``paragraph``."""
    first, last = 0, len(paragraph)
    for match in _END.finditer(paragraph):
        if _ABBREVIATED.search(paragraph[max(0, match.start() - 12) : match.end()]):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1 or match.end() >= end:
            last = match.end()
            break
    return first, first + len(paragraph[first:last].rstrip())
