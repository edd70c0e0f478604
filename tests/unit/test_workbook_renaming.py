"""Ids and orders that one side changed, found and given again."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from attrs import evolve

from accords.codec import structure, to_dict
from accords.editing.workbook.copies import merge_records
from accords.editing.workbook.ids import rename
from accords.editing.workbook.ordering import take_order
from accords.editing.workbook.renaming import give_ids_of_both, perhaps_renamed, renamed_in, renamed_since, with_old_ids
from accords.validate import load
from books import MINIMAL, Person

PLAIN: dict[str, Any] = to_dict(load(MINIMAL))


def _renamed(old: str, new: str, *, keeps: bool = True) -> Any:
    made = deepcopy(PLAIN)
    rename(made, {old: new})
    for duty in made["obligations"] if keeps else ():
        if duty["id"] == new:
            duty["former_ids"] = [old]
    return made


def test_another_id_is_found_by_the_former_one_or_by_all_that_is_said() -> None:
    """And taken back; what says something else under another id is another thing."""
    for old, new, keeps in (("no-tolls", "tolls", True), ("text", "words", False)):
        changed = _renamed(old, new, keeps=keeps)
        assert renamed_since(PLAIN, changed) == {new: old}
        assert with_old_ids(changed, {new: old}) == PLAIN
    other = _renamed("text", "words", keeps=False)
    other["sources"][0]["title"] = "Something else"
    assert renamed_since(PLAIN, other) == {}
    assert list(perhaps_renamed(PLAIN, changed, {new: old})) == []
    assert renamed_in(_renamed("no-tolls", "tolls"), {("duties", "no-tolls")}) == {"tolls": "no-tolls"}
    assert renamed_in(_renamed("no-tolls", "tolls"), set()) == {}


def test_ids_of_both_sides_are_given_or_told_where_they_cannot_be() -> None:
    """One that both gave another, one that something else has, one of what is gone."""
    made = deepcopy(PLAIN)
    assert [said for said, _ in give_ids_of_both(made, {"tolls": "no-tolls"}, {})] == ["no-tolls is tolls now"]
    assert made == _renamed("no-tolls", "tolls")
    for theirs, ours in (
        ({"a": "no-tolls"}, {"b": "no-tolls"}),
        ({"graustark": "no-tolls"}, {}),
        ({"x": "nothing"}, {}),
    ):
        made = deepcopy(PLAIN)
        assert [fault is not None and fault.conflict for _, fault in give_ids_of_both(made, theirs, ours)] == [True]
        assert made == PLAIN


@pytest.mark.parametrize("copy", [True, False])
def test_what_got_another_id_and_other_words_is_told_in_a_merge(copy: bool) -> None:
    """On whichever side; followed as it says, the merge has one thing."""
    old, other = load(MINIMAL), _renamed("no-tolls", "tolls", keeps=False)
    next(each for each in other["obligations"] if each["id"] == "tolls")["action"] = "charge no fees"
    changed = structure(other)
    theirs, ours = (changed, old) if copy else (old, changed)
    merged = merge_records(old, theirs, ours)
    assert any("tolls is new" in said and "call it no-tolls there" in said for said in merged.remarks)
    rename(other, {"tolls": "no-tolls"})
    changed = structure(other)
    merged = merge_records(old, *((changed, old) if copy else (old, changed)))
    assert (merged.record, merged.remarks) == (changed, ())


def test_rows_are_put_into_the_order_of_the_side_that_changed_it() -> None:
    """In their own places among what is new."""
    theirs, ours = deepcopy(PLAIN), deepcopy(PLAIN)
    theirs["obligations"].reverse()
    ours["obligations"].append({"id": "more", "modality": "may", "obligor_ids": ["graustark"], "action": "watch"})
    made = deepcopy(ours)
    assert list(take_order(PLAIN, theirs, ours, made)) == []
    assert [duty["id"] for duty in made["obligations"]] == ["no-tolls", "repair-landing", "more"]


@pytest.mark.further
def test_a_workbook_follows_a_duty_that_the_record_calls_otherwise_since() -> None:
    """What its row changed is taken, the new id stays, and both may be written; two new ids are a conflict."""
    old = load(MINIMAL)
    person = Person(old)
    person.put("Duties", "Note", "no-tolls", "seen")
    first, tolls = old.obligations
    record = evolve(old, obligations=(first, evolve(tolls, id="tolls", former_ids=("no-tolls",))))
    for named in ("no-tolls", "tolls"):
        person.put("Duties", "Related duties", "repair-landing", named)
        taken = person.taken(record).record
        assert taken is not None
        assert (taken.obligation("tolls").note, taken.obligation("tolls").former_ids) == ("seen", ("no-tolls",))
        assert taken.obligations[0].related_ids == ("tolls",)
    place = person.put("Duties", "Id", "no-tolls", "charges")
    (fault,) = person.taken(record).faults
    assert fault.conflict
    assert fault.place == place
    person.put("Duties", "Id", "no-tolls", "tolls")
    assert person.taken(record).faults == ()
