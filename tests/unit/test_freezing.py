"""What a record holds of somebody's own: frozen through and through, and copied as a record is."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from accords.codec import dumps, to_dict
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.freezing import FrozenObject, freeze, thaw
from accords.validate import loads

MINE: dict[str, Any] = {"a": [1, {"b": [None, "x"]}], "c": {"d": 1.5}}


def _record(mine: Any = MINE) -> Agreement:
    return Agreement(
        id="x", title="X", actors=(Actor(id="a", name="A"),), parties=(Party(actor_id="a"),), extensions=mine
    )


@pytest.mark.parametrize("record", [_record(), loads(dumps(_record()))], ids=["built", "loaded"])
@pytest.mark.parametrize(
    "change",
    [
        lambda mine: mine.update(e=1),
        lambda mine: mine.__setitem__("a", 1),
        lambda mine: mine.__delitem__("a"),
        lambda mine: mine.pop("a"),
        lambda mine: mine.setdefault("e", 1),
        lambda mine: mine.clear(),
        lambda mine: mine["c"].update(d=2),
        lambda mine: mine["a"][1].popitem(),
    ],
)
def test_nothing_of_ones_own_can_be_changed_at_any_depth(record: Agreement, change: Any) -> None:
    """Whether the record was built or loaded."""
    with pytest.raises(TypeError, match="cannot be changed"):
        change(record.extensions)
    assert record == _record()


def test_what_is_handed_over_is_copied() -> None:
    """Whoever changes it afterwards does not change the record."""
    mine = {"a": [1]}
    record = _record(mine)
    mine["a"].append(2)
    assert record.extensions["a"] == (1,)


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies_and_other_processes_have_the_same(way: Any) -> None:
    """And theirs is frozen too."""
    found = way(_record()).extensions
    assert found == _record().extensions
    assert type(found) is FrozenObject
    assert type(found["c"]) is FrozenObject


def test_it_is_json_and_the_dictionary_of_a_record_has_it_unfrozen() -> None:
    """So that whoever takes a record out may go on with it."""
    assert json.loads(json.dumps(_record().extensions)) == MINE
    plain = to_dict(_record())
    assert plain["extensions"] == MINE
    plain["extensions"]["a"][1]["b"].append("more")
    assert _record().extensions["a"][1]["b"] == (None, "x")
    assert thaw(freeze(MINE)) == MINE


def test_what_cannot_be_an_object_of_json_is_refused_at_once() -> None:
    """Names that are no texts, another thing in its place, and what holds itself."""
    circle: dict[str, Any] = {}
    circle["me"] = [circle]
    for wrong, kind, words in (
        ({"a": [{1: 2}]}, TypeError, "texts as names, not int 1"),
        ([("a", 1)], TypeError, "expected a mapping, not list"),
        (circle, ValueError, "in a circle"),
    ):
        with pytest.raises(kind, match=words):
            _record(wrong)
