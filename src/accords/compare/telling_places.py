"""Where in a record something stands, in the words of its workbook: which list, which thing in it, which field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accords.prose import cut
from accords.words import ENGLISH, say

__all__ = ["place_in_words"]

_SHEETS = {
    "obligations": "duties",
    "events": "happenings",
    "monitoring": "watching",
    "assessments": "ratings",
    "claims": "claims",
    **{name: name for name in ("actors", "parties", "third_parties", "linkages", "scales", "sources", "related")},
}
_NAMES = ("title", "name", "label", "action", "summary", "text")
_IDS = ("id", "actor_id", "agreement_id", "obligation_id")


def place_in_words(pointer: str, *records: Mapping[str, Any]) -> str:
    """The place at ``pointer`` in the first of ``records``, as plain JSON, that has it.

    Of what the first has no more, that is said.

    >>> from accords.compare.telling_places import place_in_words
    >>> place_in_words("/sources/0/url", {"sources": [{"id": "text", "title": "The treaty"}]})
    'Sources: text (The treaty): Address'
    """
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    told: list[tuple[str, ...]] = [tuple(_told(steps, record)) for record in records]
    longest: tuple[str, ...] = max(told, key=len)
    gone = (say("compare.event.removed"),) if len(told[0]) < len(longest) == len(steps) else ()
    return say("compare.part").join((*longest, *gone))


def _told(steps: list[str], held: Any) -> Iterator[str]:
    """A word for each step, as far as there is something."""
    for step in steps:
        if isinstance(held, list) and step.isdigit() and int(step) < len(held):
            held = held[int(step)]
            yield _thing(held, int(step) + 1)
        elif isinstance(held, dict) and step in held:
            held = held[step]
            yield _title(step)
        else:
            return


def _title(name: str) -> str:
    key = f"book.sheet.{_SHEETS[name]}" if name in _SHEETS else f"book.field.{name}"
    return say(key) if key in ENGLISH.phrases else name.replace("_", " ")


def _thing(held: Any, number: int) -> str:
    """Something in a list by the id and the name that it has, else by its number."""
    own = held if isinstance(held, dict) else {}
    id = next((own[name] for name in _IDS if isinstance(own.get(name), str)), None)
    name = next((own[name] for name in _NAMES if isinstance(own.get(name), str)), None)
    if id is None:
        return say("compare.numbered", number=number)
    return id if name is None else say("compare.named", id=id, name=cut(name))
