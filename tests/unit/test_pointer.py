"""Addresses of values, for machines and in words."""

from __future__ import annotations

import pytest

from accords.pointer import in_words, to_pointer
from mutants import nodes
from records import VALID, read_plain

RECORD = {
    "actors": [{"id": "north"}],
    "parties": [{"actor_id": "north"}],
    "obligations": [
        {"id": "a", "trigger": {"kind": "all_of", "conditions": [{"kind": "date"}]}},
        {"action": "no id"},
    ],
}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("obligations", 0, "trigger", "conditions", 0), "in obligation a: trigger › all_of › #1"),
        (("obligations", 0), "in obligation a"),
        (("obligations", 1, "action"), "in obligation #2: action"),
        (("parties", 0, "actor_id"), "in party north: actor_id"),
        (("obligations", 7, "action"), "in obligation #8: action"),
        (("title",), None),
        (("obligations",), None),
        ((), None),
    ],
)
def test_a_place_is_named_by_kind_and_id_of_what_holds_it(path: tuple[str | int, ...], words: str | None) -> None:
    """Lists are counted from one, conditions are named by their kind."""
    assert in_words(path, RECORD) == words


@pytest.mark.parametrize("odd", [None, 5, "text", [], {"obligations": {"id": 3}}, {"obligations": [None, [1]]}])
def test_naming_a_place_never_fails(odd: object) -> None:
    """Whatever the document is."""
    assert in_words(("obligations", 0, "due", 3), odd) is not None


def test_a_pointer_escapes_what_separates() -> None:
    """RFC 6901: ~ and / in names."""
    assert to_pointer(("a/b", "c~d", 0)) == "/a~1b/c~0d/0"
    assert to_pointer(()) == ""


def test_different_places_have_different_pointers() -> None:
    """In every valid record of the repository."""
    for path in VALID[:3]:
        record = read_plain(path)
        pointers = [to_pointer(place) for place in nodes(record)]
        assert len(pointers) == len(set(pointers))
