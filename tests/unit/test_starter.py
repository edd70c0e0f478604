"""A record to start from holds what was said, and ids of its own."""

from __future__ import annotations

import pytest

from accords.codec import unstructure
from accords.starter import new_record
from accords.validate import validate


@pytest.mark.parametrize(
    ("parties", "ids"),
    [
        (("Ruritania", "gr=Graustark"), ["ruritania", "gr"]),
        (("Αθήνα", "Source"), ["party-1", "party-2"]),
        ((" North ",), ["north"]),
    ],
)
def test_parties_have_the_id_given_or_one_made_from_the_name(parties: tuple[str, ...], ids: list[str]) -> None:
    """Or a number, where no id can be made, or the record needs that one itself."""
    record = new_record(parties=parties, source="The text")
    assert [actor.id for actor in record.actors] == [party.actor_id for party in record.parties] == ids
    assert validate(unstructure(record)).ok


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"parties": ("A", "a")}, "two parties have the id 'a'"),
        ({"parties": ()}, "at least one party"),
        ({"date": "2022-11-23"}, "a date needs a form"),
        ({"form": "shaken"}, "'shaken' is not how an agreement is concluded"),
    ],
)
def test_what_cannot_be_a_record_is_refused_in_words(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        new_record(**wrong)  # type: ignore[arg-type]
