"""Who tells of a happening, and what of it the coder read in."""

from __future__ import annotations

import pytest

from accords.engine.days.axis import Axis
from accords.engine.facts.knowledge import Visible
from accords.engine.facts.sides import Speakers
from accords.engine.facts.telling import NO, YES, Telling, asserting, of_one_side, read_in, told_by
from accords.model.events import Claim, Event
from accords.vocabulary import Basis, EventKind, Says
from deals import deal


def said(by: str, says: Says = Says.OCCURRED, basis: Basis = Basis.STATED) -> Claim:
    return Claim(says=says, when="2023-01-05", known_on="2023-01-06", claimed_by_id=by, basis=basis)


def heard(*claims: Claim, parties: str = "ab") -> tuple:
    event = Event(id="e", kind=EventKind.CONDUCT, summary="it happened", claims=claims)
    record = deal(events=(event,), parties=parties)
    axis = Axis.of(record)
    day = axis.last(claims[0].known_on)
    return Speakers(record, axis), Visible(record, axis, day, day).statements["e"]


@pytest.mark.parametrize(
    ("claims", "parties", "told"),
    [
        ([said("a")], "ab", Telling.ALONE),
        ([said("a"), said("a", Says.BREACH)], "ab", Telling.ALONE),
        ([said("n")], "ab", Telling.ALONE),
        ([said("a"), said("b")], "ab", Telling.BOTH),
        ([said("a"), said("b")], "abc", Telling.SEVERAL),
        ([said("a"), said("b", Says.NO_BREACH)], "ab", Telling.OTHERS),
        ([said("a"), said("n")], "ab", Telling.OTHERS),
    ],
)
def test_who_tells_of_it(claims: list[Claim], parties: str, told: Telling) -> None:
    """A denial is a voice and no assertion; who is on no side is no side."""
    assert told_by(*heard(*claims, parties=parties)) is told


def test_only_those_who_say_that_it_happened_assert_it() -> None:
    """Each once, in the order of the record."""
    _, statements = heard(said("n"), said("a", Says.BREACH), said("n"), said("b", Says.NO_BREACH))
    assert asserting(statements) == ("n", "a")


@pytest.mark.parametrize(("who", "one"), [("a", True), ("ab", False), ("an", False), ("n", False), ("", False)])
def test_one_side_is_one_party_and_nobody_beside(who: str, one: bool) -> None:
    """Somebody who is on no side is none."""
    speakers, _ = heard(said("a"))
    assert of_one_side(speakers, who) is one


def test_a_word_is_read_in_where_every_such_word_of_the_speaker_is() -> None:
    """What somebody says outright once is said."""
    _, statements = heard(
        said("a", Says.BREACH, Basis.INFERRED), said("b", Says.BREACH, Basis.INFERRED), said("b"),
        said("n", Says.NO_BREACH, Basis.INFERRED),
    )  # fmt: skip
    assert (read_in(statements, YES), read_in(statements, NO)) == (("a",), ("n",))
