"""Tables of ends: by duties that are done, renewals, leaving, what outlives the agreement, who joined later."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.model.actors import Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Term
from accords.model.conditions import AllOf, Offset, OnConclusion, OnEntryIntoForce, OnEvent, OnObligation
from accords.model.events import Event
from accords.model.obligations import Obligation, Renewal
from accords.standing.report import status
from accords.vocabulary import Act, Borne, EventKind, Modality, Reaches
from deals import deal, duty, on_day, said, standings, stands

NOT = Modality.MUST_NOT


def agreement(record: Agreement, day: str) -> set[str]:
    return set(status(record, as_of=day, known_by="2031-01-01").agreement)


# ---- ends that hang on duties

WHEN_DONE = Term(ends_if_any=(OnObligation(obligation_id="o"),))


@pytest.mark.parametrize(
    ("done", "day", "state", "whole"),
    [
        ("2023-01-08", "2023-01-07", "active fulfilled", {"in_force"}),
        ("2023-01-08", "2023-01-08", "fulfilled", {"expired"}),
        ("2023-01-10", "2023-01-25", "fulfilled", {"expired"}),
        ("2023-01-12", "2023-01-25", "fulfilled_late", {"expired"}),
    ],
)
def test_an_agreement_may_end_when_a_duty_is_done(done: str, day: str, state: str, whole: set[str]) -> None:
    """What is done at that instant is in time."""
    record = deal(duty(due=on_day("2023-01-10")), events=(said("e", done),), term=WHEN_DONE)
    assert standings(record, day) == [state]
    assert agreement(record, day) == whole


def test_what_is_due_later_ends_with_the_agreement() -> None:
    duties = (duty(due=on_day("2023-01-10")), duty("later", due=on_day("2023-06-30")))
    record = deal(*duties, events=(said("e", "2023-01-08"),), term=WHEN_DONE)
    assert standings(record, "2023-07-25", "later") == ["expired fulfilled"]


def test_what_ends_only_by_its_own_ending_does_not_end() -> None:
    """The agreement ends once the duty has ended, and the duty ends with the agreement."""
    term = Term(ends_if_any=(OnObligation(obligation_id="o", reaches=Reaches.ENDED),))
    record = deal(duty(modality=NOT), term=term)
    assert agreement(record, "2030-01-01") == {"in_force"}
    released = said("r", "2023-02-01", kind=EventKind.RELEASE)
    assert agreement(deal(duty(modality=NOT), events=(released,), term=term), "2030-01-01") == {"expired"}


def test_two_duties_may_end_each_other() -> None:
    """The one that is done first ends the other."""
    one, other = (
        duty(mine, due=on_day("2023-03-01"), ends=OnObligation(obligation_id=theirs))
        for mine, theirs in (("one", "other"), ("other", "one"))
    )
    record = deal(one, other, events=(said("e", "2023-02-01", on="one"), said("f", "2023-02-10", on="other")))
    assert standings(record, "2023-02-20", "one") == ["fulfilled"]
    assert standings(record, "2023-02-20", "other")[0].split()[0] == "expired"


def test_all_performed_ends_the_contract() -> None:
    """Each of two duties is done, the later of them ends it."""
    both = AllOf(conditions=(OnObligation(obligation_id="pay"), OnObligation(obligation_id="ship")))
    duties = (duty("pay", due=on_day("2023-02-01")), duty("ship", "b", due=on_day("2023-02-01")))
    paid, shipped = said("e", "2023-01-20", on="pay"), said("f", "2023-01-25", on="ship")
    record = deal(*duties, events=(paid, shipped), term=Term(ends_if_any=(both,)))
    assert [agreement(record, day) for day in ("2023-01-24", "2023-01-25")] == [{"in_force"}, {"expired"}]
    assert standings(record, "2023-03-01", "pay") == standings(record, "2023-03-01", "ship") == ["fulfilled"]


# ---- renewal


def notice(day: str | None, id_: str = "notice", **more: object) -> Event:
    return said(id_, day, on=None, **more)


def renewed(duration: str, events: tuple[Event, ...], **more: object) -> Agreement:
    """For a year, renewed by years."""
    term = Term(ends_if_any=(on_day("2023-12-31"),), renewal=Renewal(duration=duration, **more))
    return deal(duty(modality=NOT), events=events, term=term)


@pytest.mark.parametrize(
    ("given", "day", "whole"),
    [
        ("2023-09-30", "2023-12-30", {"in_force"}),
        ("2023-09-30", "2023-12-31", {"expired"}),
        ("2023-10-01", "2024-06-01", {"in_force"}),
        ("2023-10-01", "2024-12-31", {"expired"}),
        (None, "2030-06-01", {"in_force"}),
    ],
)
def test_a_notice_too_late_for_one_renewal_prevents_the_next(given: str | None, day: str, whole: set[str]) -> None:
    record = renewed("P1Y", (notice(given),), unless_event_id="notice", notice="P3M")
    assert agreement(record, day) == whole


@pytest.mark.parametrize(
    ("consents", "day", "whole"),
    [
        ([], "2023-12-31", {"expired"}),
        (["2023-10-01"], "2024-06-01", {"in_force"}),
        (["2023-10-01"], "2024-12-31", {"expired"}),
        (["2023-10-01", "2024-10-01"], "2025-06-01", {"in_force"}),
        (["2024-01-05"], "2024-06-01", {"expired"}),
    ],
)
def test_a_renewal_by_consent_takes_one_each_time(consents: list[str], day: str, whole: set[str]) -> None:
    agreed = tuple(notice(on, f"c{n}", occurrence_of_id="agreed") for n, on in enumerate(consents))
    record = renewed("P1Y", (notice(None, "agreed"), *agreed), if_event_id="agreed")
    assert agreement(record, day) == whole


def test_a_duty_may_be_renewed_too() -> None:
    owed = duty(modality=NOT, ends=on_day("2023-03-31"), renewal=Renewal(duration="P3M", unless_event_id="notice"))
    record = deal(owed, events=(notice("2023-05-01"),))
    assert standings(record, "2023-05-01")[0].split()[0] == "active"
    assert standings(record, "2023-06-30")[0].split()[0] == "fulfilled"


# ---- leaving


def leaves(who: str, day: str = "2023-03-01", **more: object) -> Event:
    return said("gone", day, on=None, actor_ids=(who,), act=Act.DENUNCIATION, **more)


def test_between_two_a_denunciation_ends_what_its_actor_is_owed() -> None:
    """Of what it owes itself, and of the agreement as a whole, it is the actor's claim that they have ended."""
    record = deal(duty(), duty("p", "b"), events=(leaves("b"),))
    assert agreement(record, "2023-03-02") == {"in_force", "terminated"}
    assert standings(record, "2023-03-02")[0].split()[0] == "terminated"
    assert "active" in standings(record, "2023-03-02", "p")[0].split()


def test_a_denunciation_on_which_an_end_hangs_has_that_effect_alone() -> None:
    term = Term(ends_if_any=(Offset(anchor=OnEvent(event_id="gone"), duration="P6M"),))
    record = deal(duty(), events=(leaves("b"),), term=term)
    assert [agreement(record, day) for day in ("2023-08-31", "2023-09-01")] == [{"in_force"}, {"expired"}]


@pytest.mark.parametrize(
    ("who", "states"), [("c", ["active", "active", "terminated"]), ("a", ["terminated", "active", "active"])]
)
def test_among_three_one_that_leaves_frees_itself_alone(who: str, states: list[str]) -> None:
    record = deal(duty(who="abc"), events=(leaves(who),), parties="abc")
    assert agreement(record, "2023-03-02") == {"in_force"}
    assert [each.as_reported.value for each in stands(record, "2023-03-02")] == states


# ---- what outlives it


@pytest.mark.parametrize("survives", [True, False])
@pytest.mark.parametrize(
    "end",
    [
        {"term": Term(ends_if_any=(on_day("2023-03-31"),))},
        {"events": (leaves("b"),)},
        {"events": (said("t", "2023-03-01", on=None, kind=EventKind.TERMINATION),)},
        {"events": (said("t", "2023-03-01", on=None, kind=EventKind.SUPERSESSION),)},
    ],
)
def test_what_survives_outlives_every_end(end: dict[str, object], survives: bool) -> None:
    record = deal(duty(modality=NOT, survives_termination=survives), **end)
    assert (standings(record, "2023-05-05")[0].split()[0] == "active") is survives


# ---- who joined later, and who is exempt


def joined(owed: Obligation) -> Agreement:
    parties = (Party(actor_id="a"), Party(actor_id="b", bound_from=on_day("2025-06-01")))
    return evolve(deal(owed), parties=parties, term=Term(entry_into_force=on_day("2023-02-01")))


@pytest.mark.parametrize(("who", "due"), [("a", "2023-05-01"), ("b", "2025-09-01")])
def test_in_a_duty_the_entry_into_force_is_the_obligors_own(who: str, due: str) -> None:
    owed = duty(who="ab", due=Offset(anchor=OnEntryIntoForce(), duration="P3M"))
    (found,) = stands(joined(owed), "2025-12-01", who=who)
    assert (found.deadline.computed, found.as_reported.value) == (due, "breached")


@pytest.mark.parametrize("borne", [Borne.JOINTLY, Borne.ANY])
def test_what_several_owe_together_is_overdue_for_those_who_joined(borne: Borne) -> None:
    """Who never joins keeps nobody from owing it."""
    owed = duty(who="ab", borne=borne, due=Offset(anchor=OnEntryIntoForce(), duration="P3M"))
    (found,) = stands(joined(owed), "2023-06-01")
    assert (found.deadline.computed, found.name) == ("2023-05-01", "overdue, nothing reported")


def test_a_party_is_not_bound_by_what_it_reserved() -> None:
    record = deal(duty(who="ab", due=Offset(anchor=OnConclusion(), duration="P30D")))
    record = evolve(record, parties=(Party(actor_id="a"), Party(actor_id="b", exempt_from_ids=("o",))))
    assert [each.as_reported.value for each in stands(record, "2023-03-01")] == ["breached", "not_in_force"]


@pytest.mark.parametrize("kind", [EventKind.RELEASE, EventKind.TERMINATION, EventKind.SUSPENSION])
@pytest.mark.parametrize(("by", "let_go"), [("b", False), ("c", False), ("bc", True)])
def test_what_one_of_two_declares_who_are_owed_is_not_what_the_other_is_owed(
    kind: EventKind, by: str, let_go: bool
) -> None:
    declared = said("r", "2023-02-01", by, kind=kind, actor_ids=tuple(by))
    owed = duty(due=on_day("2023-03-01"), owed_to_ids=("b", "c"))
    (found,) = stands(deal(owed, events=(declared,), parties="abc"), "2023-03-20")
    assert ("breached" not in {state.value for state in found.states}) is let_go
    assert (found.name == f"claimed by {by}: {found.as_reported}") is not let_go
