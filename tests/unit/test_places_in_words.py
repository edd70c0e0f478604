"""Where something stands in a record, in the words of its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from accords.compare.telling_places import place_in_words
from records import ROOT, read_plain

EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"


def _pointers(value: Any, pointer: str = "") -> Iterator[str]:
    yield pointer
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in items:
        yield from _pointers(each, f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}")


def test_every_place_of_the_record_of_everything_has_words_of_its_own() -> None:
    """No two places of one thing are told alike, and none by what the format calls a list."""
    record = read_plain(EVERYTHING)
    told = {pointer: place_in_words(pointer, record) for pointer in _pointers(record) if pointer}
    assert all(told.values())
    assert not [words for words in told.values() if "obligation_ids" in words or words.startswith(("/", "obligations"))]
    assert len(set(told.values())) > len(told) * 0.95


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/sources/1/language", "Sources: note (A note): Language"),
        ("/obligations/0/performance/every", "Duties: d (open the gates): Performance: Every"),
        ("/sources/1", "Sources: note (A note)"),
        ("/parties/0", "Parties: north"),
        ("/extensions/own_word", "Extensions (JSON): own word"),
    ],
)
def test_a_thing_is_told_by_its_id_and_its_name(pointer: str, words: str) -> None:
    """And its fields by the titles of the columns."""
    record = {
        "sources": [{"id": "text"}, {"id": "note", "title": "A note", "language": "en"}],
        "obligations": [{"id": "d", "action": "open the gates", "performance": {"every": "P1Y"}}],
        "parties": [{"actor_id": "north"}],
        "extensions": {"own_word": 1},
    }
    assert place_in_words(pointer, record) == words


def test_what_is_there_no_more_is_told_from_the_record_before() -> None:
    """The record in which more of the place is found says it."""
    old = {"sources": [{"id": "text", "url": "x"}, {"id": "gone", "title": "Gone"}]}
    new = {"sources": [{"id": "text"}]}
    assert place_in_words("/sources/1", new, old) == "Sources: gone (Gone): not in the second record"
    assert place_in_words("/sources/0/url", new, old) == "Sources: text: Address: not in the second record"


def test_of_two_records_that_have_the_place_the_first_tells_it() -> None:
    """By the name that the thing has now."""
    old, new = ({"sources": [{"id": "text", "title": title}]} for title in ("Old", "New"))
    assert place_in_words("/sources/0/title", new, old) == "Sources: text (New): Title"
