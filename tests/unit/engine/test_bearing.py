"""Whose a finding is, and of which turn an event is, by what they say and by what they are about."""

from __future__ import annotations

import pytest
from tests.laws.small_records import act, duty, every, record

from accords.engine.days.axis import Axis
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.bearing import Bearing, Turn

A, B = Bearer("o", ("a",), shared=False), Bearer("o", ("b",), shared=False)


def bearing(*events: object, **terms: object) -> Bearing:
    small = record(duty(by="a b", to="c", **terms), *events, parties="a b c")
    return Bearing(small, Axis.of(small))


@pytest.mark.parametrize(
    ("by", "expected"), [("a", (True, False)), ("a b", (True, True)), ("militia", (None, None)), ("", (None, None))]
)
def test_an_act_is_theirs_who_did_it(by: str, expected: tuple[bool | None, bool | None]) -> None:
    """Where neither of the obligors did, it may be that of either."""
    about = bearing(act(by=by))
    assert tuple(about.acts_for(about.events["e"], each) for each in (A, B)) == expected


@pytest.mark.parametrize(
    ("by", "expected"), [("a", (True, False)), ("a b", (True, True)), ("c", (True, True)), ("", (True, True))]
)
def test_who_leaves_others_behind_leaves_for_itself(by: str, expected: tuple[bool, bool]) -> None:
    """What it withdraws from bears on no other's share; where no obligor leaves, it bears on all."""
    about = bearing(act(by=by, kind="termination", act="withdrawal"))
    assert tuple(about.acts_for(about.events["e"], each) for each in (A, B)) == expected
    assert tuple(bool(about.bearing_on(each)) for each in (A, B)) == expected


def test_among_two_parties_a_withdrawal_ends_it_for_both() -> None:
    small = record(duty(by="a b", to="c"), act(by="a", kind="termination", act="withdrawal"))
    about = Bearing(small, Axis.of(small))
    assert [about.acts_for(about.events["e"], each) for each in (A, B)] == [True, True]


@pytest.mark.parametrize(
    ("own", "of_the_other", "expected"),
    [
        ({"instance": 2}, {}, True),
        ({"instance": 1}, {"instance": 2}, False),
        ({}, {"instance": 2}, True),
        ({}, {}, None),
    ],
)
def test_an_event_is_of_the_turn_that_it_or_what_it_is_about_names(
    own: dict[str, int], of_the_other: dict[str, int], expected: bool | None
) -> None:
    """What it says itself comes first."""
    release = act(id_="r", kind="release", about_event_ids=["e"], **own)
    about = bearing(act(**of_the_other), release, performance=every("P7D", times=3))
    assert about.of_turn(about.events["r"], Turn(2)) is expected
    assert about.of_turn(about.events["r"], Turn()) is True
