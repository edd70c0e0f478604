"""What the classes of the model share."""

from __future__ import annotations

import copy
import pickle

from attrs import evolve, frozen

from accords.model.conditions import OnDate
from accords.model.value import Value


@frozen(eq=False, repr=False)
class _Pair(Value):
    left: int
    right: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class _Other(Value):
    left: int
    right: tuple[str, ...] = ()


def test_values_are_equal_where_class_and_fields_are() -> None:
    """And then their hashes are; of two classes none is."""
    assert _Pair(1, ("a",)) == _Pair(1, ("a",))
    assert hash(_Pair(1, ("a",))) == hash(_Pair(1, ("a",)))
    assert _Pair(1) != _Pair(2)
    assert _Pair(1) != _Other(1)
    assert _Pair(1) != (1, ())
    assert len({_Pair(1), _Pair(1), _Other(1)}) == 2


def test_a_value_shows_the_expression_that_makes_it() -> None:
    """Which gives an equal one."""
    made = _Pair(1, ("a",))
    assert repr(made) == "_Pair(left=1, right=('a',))"
    assert eval(repr(made), {"_Pair": _Pair}) == made


def test_a_copy_is_equal_and_a_changed_one_is_not() -> None:
    """Whichever way it was copied."""
    made = OnDate(value="2022-11-23")
    assert copy.deepcopy(made) == made == pickle.loads(pickle.dumps(made))
    assert evolve(made, value="2022-11-24") != made
