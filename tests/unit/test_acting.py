"""Who acts for whom, and whose word is whose, as tables."""

from __future__ import annotations

import datetime

import pytest

from accords.model.acting import Acting
from accords.model.actors import Actor, ActsFor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.vocabulary import ActorKind, Role


def _for(who: str, since: str | None = None, until: str | None = None) -> tuple[ActsFor, ...]:
    return (ActsFor(actor_id=who, since=since, until=until),)


ACTING = Acting(
    Agreement(
        id="x",
        title="X",
        actors=(
            Actor(id="a", name="A"),
            Actor(id="b", name="B"),
            Actor(id="union", name="Union"),
            Actor(id="premier", name="Premier", kind=ActorKind.PERSON),
            Actor(id="ministry", name="Ministry", kind=ActorKind.BODY, acts_for=_for("a")),
            Actor(id="minister", name="Minister", kind=ActorKind.OFFICE, acts_for=_for("ministry")),
            Actor(id="smith", name="Smith", kind=ActorKind.PERSON, acts_for=_for("minister", "2020-05", "2021")),
            Actor(id="clerk", name="Clerk", kind=ActorKind.PERSON, acts_for=_for("ministry")),
            Actor(id="leader", name="Leader", kind=ActorKind.PERSON, acts_for=_for("a")),
            Actor(id="unstated", name="Unstated", acts_for=_for("a")),
            Actor(id="militia", name="Militia", kind=ActorKind.ARMED_GROUP, acts_for=_for("b")),
            Actor(id="bloc", name="Bloc", kind=ActorKind.GROUP, member_ids=("a", "b")),
            Actor(id="envoy", name="Envoy", kind=ActorKind.PERSON),
            Actor(id="one", name="One", kind=ActorKind.BODY, acts_for=_for("two")),
            Actor(id="two", name="Two", kind=ActorKind.BODY, acts_for=_for("one")),
        ),
        parties=(Party(actor_id="a", represented_by_ids=("premier",)), Party(actor_id="b")),
        third_parties=(ThirdParty(actor_id="union", role=Role.MEDIATOR, represented_by_ids=("envoy",)),),
    )
)


@pytest.mark.parametrize(
    ("who", "acts", "speaks"),
    [
        ("a", "", ""),
        ("premier", "a", "a"),
        ("ministry", "a", "a"),
        ("minister", "ministry a", "ministry a"),
        ("smith", "minister ministry a", "minister ministry a"),
        ("clerk", "ministry a", ""),
        ("leader", "a", ""),
        ("unstated", "a", ""),
        ("militia", "b", ""),
        ("envoy", "union", "union"),
        ("one", "two", "two"),
        ("nobody", "", ""),
    ],
)
def test_acting_for_somebody_is_one_thing_and_speaking_for_them_another(who: str, acts: str, speaks: str) -> None:
    """Offices, bodies, representatives and holders of offices speak; other persons speak for themselves."""
    assert ACTING.principals(who) == {who, *acts.split()}
    assert ACTING.speaks_for(who) == {who, *speaks.split()}


@pytest.mark.parametrize(
    ("day", "speaks"), [("2020-04-30", False), ("2020-05-01", True), ("2021-12-31", True), ("2022-01-01", False)]
)
def test_an_office_is_held_from_its_first_day_to_its_last(day: str, speaks: bool) -> None:
    """A month or year that begins it counts from its first day, one that ends it to its last."""
    assert ("a" in ACTING.speaks_for("smith", datetime.date.fromisoformat(day))) is speaks
    assert "a" in ACTING.speaks_for("smith")


def test_a_member_of_a_group_leads_to_it_and_does_not_speak_for_it() -> None:
    """What a member does may be the group's act; what it says is its own word."""
    assert ACTING.reaches("a", {"bloc"})
    assert ACTING.reaches("minister", {"bloc"})
    assert "bloc" not in ACTING.speaks_for("a")
    assert "bloc" not in ACTING.principals("a")


def test_the_nearest_principal_is_found_first() -> None:
    """An actor that is wanted itself stands for itself."""
    assert ACTING.first_of("smith", {"a", "ministry"}) == "ministry"
    assert ACTING.first_of("premier", {"a", "b"}) == "a"
    assert ACTING.first_of("a", {"a"}) == "a"
    assert ACTING.first_of("one", {"a"}) is None
