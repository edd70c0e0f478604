"""What to hand to whoever or whatever makes a draft of a text: how to do it, and the text by paragraphs."""

from __future__ import annotations

from accords.prose import json_line
from accords.texts.edition import TextEdition
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["draft_prompt"]


@in_language
def draft_prompt(edition: TextEdition, *, language: Language = ENGLISH) -> str:
    """Instructions for a draft of the text, followed by its paragraphs as lines of JSON.

    No text can forge a line, for in JSON a line break is written as ``\\n``; so is everything that nobody sees. The
    schema of drafts, which ``read_schema("draft.schema.json")`` gives, is not part of it.

    >>> edition = accords.edition_of(b"Ruritania shall open the gates.", id="deal")
    >>> accords.draft_prompt(edition).splitlines()[-1]
    '{"paragraph": 1, "text": "Ruritania shall open the gates."}'
    """
    head = [say(f"draft.prompt.{number}") for number in range(1, _RULES + 1)]
    rows = (
        json_line({"paragraph": number, "text": edition.text[row.start : row.end]})
        for number, row in enumerate(edition.paragraphs, 1)
    )
    return "\n".join(head) + "\n\n" + "".join(rows)


_RULES = 11
