"""Between plain JSON and the model."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from accords.codec import ConversionError, content_hash, dumps, structure, unstructure
from accords.layout import lay_out
from accords.model.agreement import Agreement
from accords.model.conditions import OnDate
from accords.model.obligations import Continuing, Obligation, Once
from accords.vocabulary import LinkageMode, Modality
from records import ROOT, read_plain

EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"


def _record(**changes: Any) -> dict[str, Any]:
    return {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "actors": [{"id": "north", "name": "North"}],
        "parties": [{"actor_id": "north"}],
        **changes,
    }


def test_words_become_members_of_their_lists() -> None:
    """Not texts that happen to be equal to them."""
    linkage = structure(_record(linkages=[{"obligation_ids": ["a"], "mode": "reciprocal"}])).linkages[0]
    assert linkage.mode is LinkageMode.RECIPROCAL


def test_defaults_are_left_out_and_the_version_is_written() -> None:
    """Writing out the default says no more than leaving it away."""
    plain = unstructure(structure(_record(time_zone="UTC", obligations=[], extensions={})))
    assert plain == _record()


def test_authored_order_of_lists_is_kept() -> None:
    """Nothing is sorted."""
    actors = [{"id": name, "name": name} for name in ("c", "a", "b")]
    assert unstructure(structure(_record(actors=actors)))["actors"] == actors


def test_extensions_are_kept_as_they_are() -> None:
    """Nulls, numbers and nested objects included."""
    mine = {"z": [1, 2.5, None, {"a": True}], "a": {}}
    assert json.dumps(unstructure(structure(_record(extensions=mine)))["extensions"]) == json.dumps(mine)


def test_the_schema_line_for_editors_is_dropped() -> None:
    """It has no meaning, so it makes no difference to the hash."""
    assert content_hash(structure(_record(**{"$schema": "x.json"}))) == content_hash(structure(_record()))


def test_the_hash_is_of_the_content_without_layout_under_the_name_of_its_form() -> None:
    """Anybody can make it with a reader and a writer of JSON."""
    agreement = structure(read_plain(EVERYTHING))
    compact = json.dumps(json.loads(dumps(agreement)), ensure_ascii=False, separators=(",", ":"))
    text = f"accords content 1\n{compact}"
    assert content_hash(agreement) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_equal_agreements_have_equal_hashes_and_different_ones_do_not() -> None:
    """Whatever the layout and the order of members in the file."""
    shuffled = dict(reversed(_record().items()))
    assert content_hash(structure(shuffled)) == content_hash(structure(_record()))
    assert content_hash(structure(_record(title="Other"))) != content_hash(structure(_record()))


def test_a_record_that_uses_everything_is_written_as_it_stands_in_its_file() -> None:
    """The file is canonical: kind and id first, then the order of the classes."""
    assert dumps(structure(read_plain(EVERYTHING))) == EVERYTHING.read_text("utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        {"title": 5},
        {"title": None},
        {"title": ["T"]},
        {"actors": {"id": "a"}},
        {"actors": "a"},
        {"unknown": 1},
        {"accords_version": "2.0"},
        {"$schema": 5},
        {"extensions": []},
        {"events": [{"id": "e", "kind": "milestone", "summary": "s", "instance": 1.5}]},
        {"events": [{"id": "e", "kind": "milestone", "summary": "s", "instance": True}]},
        {"events": [{"id": "e", "kind": "milestone", "summary": "s", "instance": "1"}]},
        {"term": {"entry_into_force": {"kind": "date"}}},
        {"term": {"entry_into_force": {"value": "2022"}}},
        {"term": {"entry_into_force": {"kind": "date", "value": "2022-13"}}},
        {"term": {"entry_into_force": {"kind": "never", "value": "2022"}}},
        {"term": {"entry_into_force": "2022"}},
        {"term": {"ends_if_any": {"kind": "never"}}},
    ],
)
def test_nothing_is_coerced(changes: dict[str, Any]) -> None:
    """What is not of the right type is refused, not converted."""
    with pytest.raises(ConversionError):
        structure(_record(**changes))


def test_a_missing_version_is_refused() -> None:
    """It is the default in Python, and has to be written in JSON."""
    record = _record()
    del record["accords_version"]
    with pytest.raises(ConversionError):
        structure(record)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """JSON has one kind of number, and the schema takes 2.0 for the integer 2."""
    event = {"id": "e", "kind": "milestone", "summary": "s", "instance": 2.0}
    instance = structure(_record(events=[event])).events[0].instance
    assert instance == 2
    assert type(instance) is int


def test_dates_and_durations_are_read_into_values_and_written_as_they_were() -> None:
    """Through Python or through JSON alike."""
    built = OnDate(value="2022-11")
    assert built.value.latest is not None
    assert built.value.latest.day == 30
    agreement = structure(_record(term={"entry_into_force": {"kind": "date", "value": "2022-11"}}))
    assert agreement.term is not None
    assert agreement.term.entry_into_force == built


def test_performance_fills_in_what_absence_means() -> None:
    """Once, and continuing for a must_not."""
    for modality, expected in ((Modality.MUST, Once()), (Modality.MUST_NOT, Continuing())):
        assert Obligation(id="a", modality=modality, action="act").performed == expected


def test_an_agreement_without_extensions_can_stand_in_a_set() -> None:
    """Frozen all the way down."""
    assert len({structure(_record()), structure(_record())}) == 1


def test_an_agreement_cannot_be_changed() -> None:
    """A changed one is a new one."""
    with pytest.raises(AttributeError):
        structure(_record()).title = "Other"  # type: ignore[misc]


def test_the_layout_of_a_record_makes_no_difference() -> None:
    """Compact or laid out, it is the same agreement."""
    record = read_plain(EVERYTHING)
    assert structure(json.loads(json.dumps(record))) == structure(json.loads(lay_out(record)))
    assert isinstance(structure(record), Agreement)
