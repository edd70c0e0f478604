"""Texts of a record are data: here they lose everything that could act on a reader's screen.

Characters with an effect and no shape are dropped: terminal sequences, control characters, marks that turn
the direction of writing, invisible separators. Joiners that scripts need to be written rightly stay.
"""

from __future__ import annotations

import re

__all__ = ["clean"]

_TERMINAL_SEQUENCE = re.compile("(?:\x1b\\[|\x9b)[0-?]*[@-~]|\x1b[\\]PX^_c\\\\]?")
"""Colours and cursor moves whole; of titles, links and the like only what starts them, so that no text is hidden."""

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls; those that part lines become spaces
    "\u00ad\u180e\u200b\u2060-\u2064\ufeff"  # soft hyphens, joiners and separators without width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks of direction
    "\u206a-\u206f\ufff9-\ufffb"  # deprecated and interlinear formats
    "\U000e0000-\U000e007f"  # tags, which can hide a whole text
    "]"
)

_HALF = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[\s\x1c-\x1f\x85]+")


def clean(text: str) -> str:
    """``text`` on one line, safe to show: no control characters, terminal sequences or marks of direction.

    Line ends and runs of white space become single spaces; halves of surrogate pairs become U+FFFD.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    seen = _UNSEEN.sub("", _TERMINAL_SEQUENCE.sub("", text))
    return _SPACES.sub(" ", _HALF.sub("\ufffd", seen)).strip()
