"""A record that uses every field with another id in it; and until when a record was followed."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest
from attrs import evolve

from accords.codec import to_dict
from accords.editing.entries import EntryError
from accords.editing.following import followed
from accords.editing.workbook.ids import ids_in, rename
from accords.model.coding import Coding
from accords.validate import from_dict, load
from records import ROOT

EVERYTHING = to_dict(load(ROOT / "tests" / "records" / "valid" / "everything.accord.json"))


@pytest.mark.wide
@pytest.mark.parametrize("old", sorted(set(ids_in(EVERYTHING)) - {EVERYTHING["id"]})[::7])
def test_an_id_is_renamed_wherever_it_is_named_and_back(old: str) -> None:
    """In a record that uses every field; what is left is valid, and words that look like the id stay."""
    record = deepcopy(EVERYTHING)
    rename(record, {old: "another-id"})
    assert set(ids_in(record)) == set(ids_in(EVERYTHING)) - {old} | {"another-id"}
    assert from_dict(record).id == EVERYTHING["id"]
    rename(record, {"another-id": old})
    assert json.dumps(record) == json.dumps(EVERYTHING)


def test_a_record_is_followed_on_and_never_back() -> None:
    """The day of coding moves along where it lies before; where none is stated none is made up."""
    record = load(ROOT / "examples" / "minimal.accord.json")
    bare = followed(evolve(record, coding=None), "1911-09-02").coding
    assert bare is not None
    assert (str(bare.followed_until), bare.coded_on) == ("1911-09-02", None)
    for coded, then in (("1911-09-01", "1911-09-02"), ("1911-10-01", "1911-10-01")):
        coding = followed(evolve(record, coding=Coding(coded_on=coded)), "1911-09-02").coding
        assert coding is not None
        assert str(coding.coded_on) == then
    with pytest.raises(EntryError, match="until 1911-09-03 already"):
        followed(evolve(record, coding=Coding(followed_until="1911-09-03")), "1911-09-02")
