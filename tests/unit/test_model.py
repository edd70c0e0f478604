"""Values of the model, however Python code makes them."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import evolve

from accords.codec import dumps
from accords.dates.durations import Duration
from accords.diagnostics import InvalidRecordError
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conditions import Never, OnConclusion
from accords.model.events import Claim
from accords.model.obligations import Continuing, Obligation
from accords.validate import loads
from accords.vocabulary import Basis, Modality, Says


def test_lists_are_held_as_tuples_and_words_as_members() -> None:
    """So that a record built loosely equals the one that is loaded."""
    loose: Any = {"obligor_ids": ["north"], "modality": "must_not"}
    duty = Obligation(id="wait", action="wait", **loose)
    assert duty == Obligation(id="wait", action="wait", obligor_ids=("north",), modality=Modality.MUST_NOT)
    assert duty.modality is Modality.MUST_NOT
    assert duty.performed == Continuing()
    agreement = Agreement(
        id="deal", title="Deal", actors=(Actor(id="north", name="N"),), parties=(Party(actor_id="north"),),
        obligations=(evolve(duty, **loose),),
    )  # fmt: skip
    assert loads(dumps(agreement)) == agreement
    assert hash(loads(dumps(agreement))) == hash(agreement)


def test_optional_words_may_be_absent_and_defaults_are_members() -> None:
    """The converters leave both alone."""
    assert Claim().says is None
    assert Claim(says="occurred").says is Says.OCCURRED  # type: ignore[arg-type]
    assert Claim().when_basis is Basis.STATED


def test_a_text_is_never_taken_for_a_list_of_letters() -> None:
    """The commonest slip in Python."""
    with pytest.raises(TypeError, match="expected a tuple, not the text 'north'"):
        Obligation(id="pay", action="pay", modality=Modality.MUST, obligor_ids="north")  # type: ignore[arg-type]


def test_a_word_that_is_in_no_list_is_refused() -> None:
    """At once, not when the record is written."""
    with pytest.raises(ValueError, match="'shall' is not one of must, must_not"):
        Obligation(id="pay", action="pay", modality="shall")  # type: ignore[arg-type]


@pytest.mark.parametrize("days", [1.5, True, "1"])
def test_a_duration_is_made_of_whole_numbers(days: Any) -> None:
    """A fraction could not be written out."""
    with pytest.raises((TypeError, ValueError)):
        Duration(days=days)


def test_the_exception_of_loading_survives_the_way_between_processes() -> None:
    """As pools of workers send it."""
    with pytest.raises(InvalidRecordError) as caught:
        loads("{}")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.report == caught.value.report


def test_values_are_equal_where_class_and_fields_are() -> None:
    """All the way down, and other classes with the same fields are others."""
    claim = Claim(says=Says.OCCURRED, claimed_by_id="north", when="2020-01-01")
    assert claim == evolve(claim)
    assert len({claim, evolve(claim), evolve(claim, claimed_by_id=None)}) == 2
    assert Never() != OnConclusion()
    assert Never() != "never"
    assert repr(Never(id="no")) == "Never(id='no')"
