"""The checklist as of a day: where each duty stands, what is said about it, and what is to be looked at first."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import deals
from accords.checklist import Bucket, Checklist, Choice, GroupBy, Shape, checklist
from accords.checklist.standing_lines import amount_in_words, deadline_words
from accords.model.agreement import Agreement
from accords.model.conditions import Offset, OnDate, OnEvent, Prose
from accords.model.events import Claim, Event
from accords.model.obligations import EachTime, Obligation, Quantity, Recurring
from accords.vocabulary import EventKind, Modality, Says
from deals import deal, duty, on_day, said
from trial import trial

DAY = "2023-01-20"


def listed(**options: Any) -> Checklist:
    """The checklist of the trial record as of its day."""
    return checklist(trial(), **{"as_of": DAY, "library_version": "1"} | options)


def standing(instance: str, **options: Any) -> Any:
    """Where one instance stands."""
    (found,) = (item.standing for item in listed(**options).items if item.instance == instance)
    return found


@pytest.mark.wide
@pytest.mark.parametrize(
    ("instance", "shape", "words", "bucket"),
    [
        ("stop", "contested", "contested", "continuing"),
        ("law", "unreported", "overdue, nothing reported", "overdue"),
        ("pay/serbia", "unreported", "open, nothing reported", "within_7_days"),
        ("late", "one_sided", "claimed by Serbia: fulfilled", "passed"),
        ("invite", "unreported", "open, nothing reported", "vague"),
        ("then", "not_started", "waiting for its trigger", "waiting"),
        ("may", "unreported", "available, no use reported", "no_date"),
        ("try/kosovo", "unreported", "in force, best efforts owed", "continuing"),
    ],
)
def test_every_duty_has_a_shape_words_and_a_bucket(instance: str, shape: str, words: str, bucket: str) -> None:
    """None of them says more than what is reported."""
    found = standing(instance)
    assert (found.shape.value, found.words, found.bucket.value) == (shape, words, bucket)


def test_without_a_day_nothing_is_said_about_what_was_done() -> None:
    """No status, no claims, no counts; a declaration has no status on any day."""
    rows = checklist(trial())
    assert rows.as_of is rows.known_by is rows.records[0].status_words is None
    assert rows.counts == ()
    assert all(item.standing is None and not item.claims and not item.turns for item in rows.items)
    assert [item.instance for item in listed().items if item.standing is None] == ["rec"]


def test_a_deadline_comes_with_its_arithmetic_and_its_distance() -> None:
    """As written, as computed, and how far it is from the day asked about."""
    found = standing("law")
    assert (found.due, found.due_first, found.due_last, found.due_days) == ("15 January 2023", *["2023-01-15"] * 2, -5)
    assert found.arithmetic == "16 December 2022 + 30 days, anchor day not counted = 15 January 2023"


def test_of_a_right_the_turn_that_is_open_speaks_and_its_amount_is_allowed() -> None:
    """A use of an earlier turn that one side tells of leaves nothing to look at."""
    monthly = Recurring(every="P1M", mode="anchored")
    ships = Quantity(measure="ships", at_most=5)
    right = deals.duty(modality=Modality.MAY, performance=monthly, due=deals.on_day("2023-01-31"), quantities=(ships,))
    used = deals.said("e", "2023-01-20", by="a", instance=1)
    (item,) = checklist(deals.deal(right, events=(used,)), as_of="2023-02-10").items
    assert item.standing is not None
    assert (item.standing.number, item.standing.bucket is Bucket.ENDED) == (2, False)
    assert amount_in_words(item.standing.amounts[0]).startswith("allowed: at most 5 ships")


def test_a_deadline_that_is_only_the_earliest_is_called_so() -> None:
    """As where working days are counted and nothing says which days are none."""
    due = Offset(anchor=deals.on_day("2023-01-05"), working_days=10)
    (item,) = checklist(deals.deal(deals.duty(due=due)), as_of="2023-01-10").items
    assert item.standing is not None
    assert deadline_words(item.standing) == "15 January 2023 at the earliest (in 5 days)"


def test_what_was_said_too_early_is_not_called_said_by_nobody() -> None:
    """It stands beside who says it: the day on which it was known, or the day of which it is said, may be a slip."""
    early = deals.said("e", "2023-02-05", by="a", known="2023-01-10")
    (item,) = checklist(
        deals.deal(deals.duty(due=deals.on_day("2023-02-20")), events=(early,)), as_of="2023-02-10"
    ).items
    (claim,) = item.claims
    assert "says that it happened" in claim.says_words
    assert claim.fact_words == "said of a day that had not come when it was known, so read as announced"


def test_what_nobody_knew_yet_does_not_count() -> None:
    """The deadline hangs on a claim that became known on 17 December."""
    found = standing("law", known_by="2022-12-16")
    assert found.due is None
    assert found.bucket is Bucket.WAITING
    assert listed(known_by="2022-12-16").known_by == "2022-12-16"


def test_claims_stand_side_by_side_with_whoever_makes_them() -> None:
    """In the order of the record, with the reading on which each rests, and to what deciding them would lead."""
    (item,) = (item for item in listed().items if item.instance == "stop")
    assert [(claim.by, claim.says, claim.reading_id) for claim in item.claims] == [
        ("Kosovo*", "breach", "all"),
        ("Serbia", "no_breach", "new"),
    ]
    (dispute,) = item.standing.disputes
    assert (dispute.said_by, dispute.denied_by) == (("Kosovo*",), ("Serbia",))
    assert dispute.if_so == ("not kept",)
    assert [watch.by for watch in item.watches] == ["European Union"]


def test_ratings_are_listed_by_assessor_and_dimension_from_their_day_on() -> None:
    """And never turned into a status."""
    ratings = {item.instance: item.assessments for item in listed().items}
    assert [(rating.by, rating.dimension, rating.words) for rating in ratings["law"]] == [
        ("Institute", "formal", "1 of 3")
    ]
    assert all(not item.assessments for item in listed(as_of="2023-01-09").items)


def test_a_recurring_duty_shows_the_turn_to_be_looked_at_first() -> None:
    """And lists all of them."""
    (item,) = (item for item in listed().items if item.instance == "report")
    assert [turn.number for turn in item.turns] == [1, 2, 3, 4, 5, 6]
    assert item.standing is not None
    assert item.standing.words == f"turn 2: {item.turns[1].words}"
    assert item.standing.bucket is min((turn.bucket for turn in item.turns), key=list(Bucket).index)


def test_a_duty_that_arises_with_an_event_that_never_happened_has_not_arisen() -> None:
    """It waits; it is not lost."""
    duty = Obligation(
        id="each",
        obligor_ids=("eu",),
        modality=Modality.MUST,
        action="answer",
        performance=EachTime(event_id="vote"),
    )
    (item,) = checklist(evolve(trial(), obligations=(duty,)), as_of=DAY).items
    assert item.standing is not None
    assert item.standing.open
    assert item.standing.bucket is Bucket.WAITING


@pytest.mark.parametrize(
    ("due", "bucket"),
    [
        (OnDate(value="2023-01-19"), "overdue"),
        (OnDate(value="2023-01-20"), "within_7_days"),
        (OnDate(value="2023-01-27"), "within_7_days"),
        (OnDate(value="2023-01-28"), "within_30_days"),
        (OnDate(value="2023-02-19"), "within_30_days"),
        (OnDate(value="2023-02-20"), "later"),
        (OnDate(value="2023-01"), "within_30_days"),
        (Prose(text="when it is safe"), "vague"),
        (None, "no_date"),
    ],
)
def test_the_bucket_follows_the_last_day_of_the_deadline(due: Any, bucket: str) -> None:
    """A duty is not overdue on its last day."""
    duty = Obligation(id="act", obligor_ids=("eu",), modality=Modality.MUST, action="act", due=due)
    (item,) = checklist(evolve(trial(), obligations=(duty,)), as_of=DAY).items
    assert item.standing is not None
    assert item.standing.bucket.value == bucket


def test_what_continues_is_never_counted_as_something_to_complete() -> None:
    """It has a sentence of its own."""
    acts, continuing, *rest = listed().counts
    assert acts.startswith("6 undertakings that one act settles:")
    assert continuing == "3 duties kept from day to day: 1 contested and 2 not settled by a report."
    assert rest[-1] == "2 undertakings are overdue."


@pytest.mark.parametrize("group_by", list(GroupBy))
def test_every_grouping_holds_every_item_once(group_by: GroupBy) -> None:
    """With the number it has in the whole list."""
    numbers = [item.number for section in listed(group_by=group_by).sections for item in section.items]
    assert sorted(numbers) == list(range(1, 13))


def test_groups_by_deadline_come_in_the_order_of_urgency() -> None:
    """Within one, the earliest deadline first."""
    rows = listed(group_by="deadline")
    assert [section.heading for section in rows.sections][:3] == [
        "Overdue",
        "Deadline passed, nothing certain",
        "Due within 7 days",
    ]
    assert [item.instance for item in rows.sections[0].items] == ["law", "report"]


@pytest.mark.parametrize(
    ("choice", "instances"),
    [
        (Choice(obligor_ids=("eu",)), "report invite may"),
        (Choice(party_ids=("serbia",), modalities=(Modality.MUST,)), "law pay/serbia late"),
        (Choice(themes=("plates", "law")), "law stop"),
        (Choice(modalities=(Modality.MAY, Modality.DECLARES)), "rec may"),
        (Choice(statuses=(Shape.CONTESTED, Shape.ONE_SIDED)), "stop late report"),
        (Choice(buckets=(Bucket.OVERDUE,)), "law report"),
    ],
)
def test_a_choice_shows_what_meets_all_of_it(choice: Choice, instances: str) -> None:
    """The list says that it is a part, and how much is left out; a turn is found by its own status and day."""
    rows = listed(choice=choice)
    assert [item.instance for item in rows.items] == instances.split()
    assert rows.selection
    assert rows.left_out == 12 - len(rows.items)


def test_what_is_over_is_left_out_where_only_open_duties_are_asked_for() -> None:
    """Judged by certainty: what one side calls done stays."""
    whole = {item.instance for item in listed(as_of="2030-01-01").items}
    shown = {item.instance for item in listed(as_of="2030-01-01", choice=Choice(only_open=True)).items}
    assert "late" in shown
    assert whole - shown == {"rec"}


@pytest.mark.parametrize(
    "options",
    [{"known_by": DAY}, {"choice": Choice(only_open=True)}, {"group_by": "status"}, {"group_by": "deadline"}],
)
def test_what_depends_on_status_needs_a_day(options: Any) -> None:
    """Rather than a day being guessed."""
    with pytest.raises(ValueError, match="as_of"):
        checklist(trial(), **options)


def test_a_day_that_is_none_is_refused() -> None:
    """As everywhere."""
    with pytest.raises(ValueError, match="2023-13"):
        listed(as_of="2023-13-01")


def test_the_conditions_of_a_duty_are_a_tree_with_what_is_known_of_each() -> None:
    """Without a day the same tree, and nothing known."""
    (item,) = (item for item in listed().items if item.instance == "then")
    assert [(branch.slot, branch.reached) for branch in item.conditions] == [("trigger", "no"), ("due", "no")]
    assert item.conditions[1].branches[0].slot == "anchor"
    (bare,) = (item for item in checklist(trial()).items if item.instance == "then")
    assert [(branch.slot, branch.reached) for branch in bare.conditions] == [("trigger", None), ("due", None)]


def _season(*events: Event) -> Agreement:
    """No fishing in April and May of each of three years."""
    spring = duty(
        modality=Modality.MUST_NOT, performance=Recurring(every="P1Y", times=3),
        not_before=on_day("2023-04-01"), ends=on_day("2023-05-31"),
    )  # fmt: skip
    return deal(spring, events=events)


def _charged(id_: str, day: str, *answers: Claim) -> Event:
    charge = said(id_, day, by="b", says=Says.BREACH, kind=EventKind.CONDUCT)
    return evolve(charge, claims=(*charge.claims, *answers))


def test_a_headline_says_of_which_turn_it_is_and_what_is_over_of_it() -> None:
    """A season that runs is not called over because of the one before; by its time it is looked at with that."""
    denied = Claim(says=Says.NO_BREACH, when="2023-05-01", known_on="2023-05-05", claimed_by_id="a")
    record = _season(_charged("fished", "2023-05-01", denied))
    rows = checklist(record, as_of="2024-04-15", group_by=GroupBy.DEADLINE)
    (item,) = rows.items
    assert item.standing is not None
    assert item.standing.words == "turn 1: contested"
    assert (item.standing.bucket_words, item.standing.flag_words) == ("turn 1 ended", ("turn 1 is no longer owed",))
    assert [turn.open for turn in item.turns] == [False, True, True]
    assert [section.heading for section in rows.sections] == ["Continuing"]
    assert checklist(record, as_of="2024-04-15", choice=Choice(only_open=True)).items


def test_the_worst_turn_speaks_for_its_duty() -> None:
    """What is admitted of a later turn is not hidden behind what is contested of an older one."""
    denied = Claim(says=Says.NO_BREACH, when="2023-05-01", known_on="2023-05-05", claimed_by_id="a")
    admitted = Claim(says=Says.BREACH, when="2024-05-01", known_on="2024-05-05", claimed_by_id="a")
    record = _season(_charged("fished", "2023-05-01", denied), _charged("again", "2024-05-01", admitted))
    (item,) = checklist(record, as_of="2025-01-15").items
    assert item.standing is not None
    assert item.standing.words == "turn 2: breached"


@pytest.mark.parametrize("modality", [Modality.MUST, Modality.MUST_NOT])
def test_what_ended_is_over_and_what_is_overdue_stays_to_be_looked_at(modality: Modality) -> None:
    """A duty that is kept until a day has ended after it, reported or not; one that was not done by then is overdue."""
    due = {} if modality is Modality.MUST_NOT else {"due": on_day("2023-05-01")}
    record = deal(duty(modality=modality, ends=on_day("2023-06-01"), **due))
    (item,) = checklist(record, as_of="2023-07-01").items
    assert item.standing is not None
    assert "no longer owed" in item.standing.flag_words
    kept = modality is Modality.MUST_NOT
    assert (item.standing.bucket, item.standing.open) == ((Bucket.ENDED, False) if kept else (Bucket.OVERDUE, True))


def test_what_waits_is_not_called_still_owed() -> None:
    """Its deadline passed, and whether what it waits for ever came is not known."""
    waits = duty(trigger=OnEvent(event_id="x"), due=on_day("2023-03-01"))
    record = deal(waits, events=(said("x", None, on=None, kind=EventKind.CONDUCT),))
    (item,) = checklist(record, as_of="2023-07-01").items
    assert item.standing is not None
    assert item.standing.as_reported == "conditional"
    assert "still owed if not performed" not in item.standing.flag_words
