"""Words looked up in a text: to the letter, or apart from spaces, quotation marks and case; never by likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from accords.texts.edition import TextEdition, digest
from accords.texts.paragraphs import paragraph_at

__all__ = ["ALIKE_MARKS", "Passage", "Unlike", "find_passages", "loosely", "passage_at"]

_MOST_PLACES = 100
_SPACES = re.compile(r"\s+")
ALIKE_MARKS = str.maketrans("“”„‟«»‘’‚‛\u2010\u2011", 6 * '"' + 4 * "'" + "--")
"""Quotation marks and hyphens of which nobody copies the form exactly, as the plainest ones."""


@frozen(kw_only=True)
class Unlike:
    """What differs between the words that were looked for and a passage."""

    spaces: bool = False
    quotation_marks: bool = False
    case: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is a difference at all."""
        return self.spaces or self.quotation_marks or self.case


@frozen(kw_only=True)
class Passage:
    """A slice of a text, with what a citation says of it: a locator, its offsets, its hash."""

    start: int
    end: int
    text: str
    sha256: str
    paragraph: int | None
    page: int | None = None
    unlike: Unlike = Unlike()

    @property
    def locator(self) -> str | None:
        """The place in words: ``¶8``, ``p. 3, ¶8``; None between paragraphs."""
        if self.paragraph is None:
            return None
        return f"¶{self.paragraph}" if self.page is None else f"p. {self.page}, ¶{self.paragraph}"


def passage_at(edition: TextEdition, start: int, end: int, unlike: Unlike = Unlike()) -> Passage:
    """The slice of the text from ``start`` to ``end``."""
    text = edition.text[start:end]
    number = paragraph_at(edition.paragraphs, start)
    page = None if number is None else edition.paragraphs[number - 1].page
    return Passage(
        start=start, end=end, text=text, sha256=digest(text), paragraph=number, page=page, unlike=unlike
    )  # fmt: skip


def find_passages(edition: TextEdition, words: str) -> tuple[Passage, ...]:
    """Where ``words`` stand in the text, a hundred places at most.

    Where they stand nowhere to the letter, the places where they do but for white space, the form of quotation marks
    and hyphens, or case, each with what differs; ``text`` of a passage is always what the text says.

    >>> edition = accords.edition_of(b"Ruritania shall open the gates.", id="deal")
    >>> [(each.start, each.text, each.unlike.case) for each in accords.find_passages(edition, "the  GATES")]
    [(21, 'the gates', True)]
    """
    if not words.strip():
        return ()
    exact = tuple(passage_at(edition, at, at + len(words)) for at in _places(edition.text, words))
    if exact:
        return exact
    loose, offsets = loosely(edition.text)
    wanted = loosely(words)[0].strip()
    found: list[Passage] = []
    for at in _places(loose, wanted):
        last = at + len(wanted) - 1
        if offsets[at] in offsets[at - 1 : at] or offsets[last] in offsets[last + 1 : last + 2]:
            continue  # half of a letter that is two in small letters
        start, end = offsets[at], offsets[last] + 1
        found.append(passage_at(edition, start, end, _unlike(edition.text[start:end], words)))
    return tuple(found)


def loosely(text: str) -> tuple[str, list[int]]:
    """``text`` in small letters, one space for white space, one form of quotation marks; and whence each sign is."""
    signs: list[str] = []
    offsets: list[int] = []
    for place, sign in enumerate(text):
        if sign.isspace():
            if signs and signs[-1] == " ":
                continue
            made = " "
        else:
            made = sign.translate(ALIKE_MARKS).casefold()
        signs.append(made)
        offsets += [place] * len(made)
    return "".join(signs), offsets


def _places(text: str, words: str) -> Iterator[int]:
    at, left = text.find(words), _MOST_PLACES
    while at >= 0 and left:
        yield at
        at, left = text.find(words, at + 1), left - 1


def _unlike(found: str, wanted: str) -> Unlike:
    wanted = wanted.strip()
    plain, other = (" ".join(text.split()) for text in (found, wanted))
    marked, marked_other = (text.translate(ALIKE_MARKS) for text in (plain, other))
    return Unlike(
        spaces=_SPACES.findall(found) != _SPACES.findall(wanted),
        quotation_marks=plain.casefold() != other.casefold() and marked.casefold() == marked_other.casefold(),
        case=marked != marked_other,
    )
