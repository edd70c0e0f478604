"""Tables of deadlines: about, in working days, by the hour, postponed, suspended, on the last day."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.model.agreement import Agreement
from accords.model.conclusion import Calendar, Conclusion, Term
from accords.model.conditions import Offset, OnConclusion, OnEvent, OnObligation
from accords.model.events import Claim, Event
from accords.model.obligations import Linkage, Obligation, Suspension
from accords.vocabulary import Borne, ConclusionForm, EventKind, LinkageMode, Modality, Says, SuspensionEffect
from deals import deal, duty, on_day, said, standings, stands

OVERDUE = "breached fulfilled fulfilled_late"
OPEN = "active fulfilled"


def after(duration: str | None = None, **more: object) -> Offset:
    return Offset(anchor=OnConclusion(), duration=duration, **more)


def at(time: str, *duties: Obligation, **more: object) -> Agreement:
    """A deal concluded at a time."""
    return deal(*duties, conclusion=Conclusion(form=ConclusionForm.SIGNED, date=time), **more)


def not_done(day: str) -> Event:
    return said("e", day, by="a", says=Says.NOT_OCCURRED)


# ---- the last day of all


@pytest.mark.parametrize(("day", "state"), [("2023-01-31", OPEN), ("2023-02-01", "breached fulfilled")])
def test_what_is_due_on_the_day_on_which_it_ends_is_breached_from_the_next(day: str, state: str) -> None:
    owed = duty(due=on_day("2023-01-31"), ends=on_day("2023-01-31"))
    assert standings(deal(owed), day) == [state]
    of_term = deal(duty(due=on_day("2023-01-31")), term=Term(ends_if_any=(on_day("2023-01-31"),)))
    assert standings(of_term, day) == [state]


def test_what_ends_before_its_deadline_expires() -> None:
    owed = duty(due=on_day("2023-02-01"), ends=on_day("2023-01-31"))
    assert standings(deal(owed), "2023-02-05") == ["expired fulfilled"]


def test_a_late_act_does_not_perform_what_is_no_longer_owed() -> None:
    owed = duty(due=on_day("2023-01-31"), owed_after_breach=False)
    late = deal(owed, events=(said("e", "2023-02-10"),))
    assert standings(late, "2023-02-20") == ["breached"]
    assert standings(deal(evolve(owed, owed_after_breach=True), events=late.events), "2023-02-20") == ["fulfilled_late"]


# ---- what waits


@pytest.mark.parametrize(
    ("day", "reported", "due"), [("2023-03-10", "conditional", "2023-06-30"), ("2023-07-10", "conditional", None)]
)
def test_a_deadline_stays_while_its_trigger_can_still_come(day: str, reported: str, due: str | None) -> None:
    owed = duty(due=on_day("2023-06-30"), trigger=OnEvent(event_id="vote"))
    (found,) = stands(deal(owed, events=(said("vote", None, on=None),)), day)
    assert (found.as_reported.value, found.deadline.computed) == (reported, due)
    assert ("due_if_triggered" in found.flags) is (due is not None)


def test_a_trigger_that_became_impossible_takes_the_deadline_with_it() -> None:
    paid = duty("pay", due=on_day("2023-02-01"), owed_after_breach=False)
    owed = duty(due=on_day("2023-06-30"), trigger=OnObligation(obligation_id="pay"))
    released = said("r", "2023-01-20", on="pay", kind=EventKind.RELEASE)
    denied = said("e", "2023-01-20", by="a", on="pay", says=Says.NOT_OCCURRED)
    (found,) = stands(deal(paid, owed, events=(released, denied)), "2023-03-10")
    assert (found.as_reported.value, found.deadline.computed) == ("lapsed", None)


# ---- about


@pytest.mark.parametrize(
    ("due", "day", "state"),
    [
        (after("P30D", approximate=True), "2023-01-31", OPEN),
        (after("P30D", approximate=True), "2023-02-01", "breached active fulfilled fulfilled_late"),
        (after("P30D", approximate=True, tolerance="P5D"), "2023-02-05", "breached active fulfilled fulfilled_late"),
        (after("P30D", approximate=True, tolerance="P5D"), "2023-02-06", OVERDUE),
        (
            Offset(anchor=on_day("2023-02-10"), duration="-P5D", approximate=True, tolerance="P9D"),
            "2023-02-11",
            OVERDUE,
        ),
    ],
)
def test_about_a_day_is_that_day_or_up_to_the_tolerance_later(due: Offset, day: str, state: str) -> None:
    """As reported it is the day given; without a tolerance there is no limit; it never goes past its anchor."""
    assert standings(deal(duty(due=due)), day) == [state]


@pytest.mark.parametrize(("day", "state"), [("2023-01-19", "pending"), ("2023-01-20", "pending active fulfilled")])
def test_a_beginning_about_a_day_may_come_earlier(day: str, state: str) -> None:
    opens = after("P24D", approximate=True, tolerance="P5D")
    assert standings(deal(duty(not_before=opens)), day) == [state]


# ---- counted otherwise


WEEK = Calendar(weekend=("saturday", "sunday"), holidays=("2023-01-06",))


@pytest.mark.parametrize(
    ("due", "calendar", "computed", "possible"),
    [
        (after(None, working_days=5), WEEK, "2023-01-09", None),
        (after(None, working_days=5), None, "2023-01-06", "any day from 2023-01-06 on, or never"),
        (after("P1M", then="next_month_start"), None, "2023-03-01", None),
        (after(None, then="next_year_start"), None, "2024-01-01", None),
        (after("P1D", then="next_month_start"), None, "2023-02-01", None),
    ],
)
def test_working_days_and_first_days(
    due: Offset, calendar: Calendar | None, computed: str, possible: str | None
) -> None:
    """1 January 2023 was a Sunday. Where no calendar says which days are worked, the deadline has no limit."""
    (found,) = stands(deal(duty(due=due), calendar=calendar), "2023-01-03")
    assert (found.deadline.computed, found.deadline.any_possible) == (computed, possible)


# ---- hours


@pytest.mark.parametrize(
    ("concluded", "due", "done", "state"),
    [
        ("2023-01-01T10:00:00Z", "PT48H", "2023-01-03T09:00:00Z", "fulfilled"),
        ("2023-01-01T10:00:00Z", "PT48H", "2023-01-03T10:00:00Z", "fulfilled"),
        ("2023-01-01T10:00:00Z", "PT48H", "2023-01-03T10:01:00Z", "fulfilled_late"),
        ("2023-01-01T10:00:00Z", "PT48H", "2023-01-03", "fulfilled fulfilled_late"),
        ("2023-01-01T10:00:00Z", "PT48H", "2023-01-02", "fulfilled"),
        ("2023-01-01T10:00:00Z", "P2D", "2023-01-03T20:00:00Z", "fulfilled"),
        ("2023-01-01", "PT48H", "2023-01-03T20:00:00Z", "fulfilled fulfilled_late"),
        ("2023-01-01", "PT48H", "2023-01-04T00:30:00Z", "fulfilled_late"),
    ],
)
def test_hours_count_from_the_instant_and_days_end_with_a_day(concluded: str, due: str, done: str, state: str) -> None:
    """From a mere day it is any hour of it, and its end as reported."""
    record = at(concluded, duty(due=after(due)), events=(said("e", done, known="2023-01-10"),))
    assert standings(record, "2023-01-10") == [state]


@pytest.mark.parametrize(
    ("when", "state"),
    [("2023-01-05T13:59:00Z", "active breached"), ("2023-01-05T14:00:00Z", "breached"), ("2023-01-06", "breached")],
)
def test_what_is_forbidden_from_an_hour_on_is_free_before_it(when: str, state: str) -> None:
    fired = said("e", when, by="a", kind=EventKind.CONDUCT, says=Says.BREACH, known="2023-01-07")
    owed = duty(modality=Modality.MUST_NOT, not_before=on_day("2023-01-05T14:00:00Z"))
    assert standings(deal(owed, events=(fired,)), "2023-01-08") == [state]


def test_an_admission_about_a_day_covers_that_whole_day() -> None:
    """Also where the record counts in minutes."""
    owed = duty(due=on_day("2023-01-05T14:00:00Z"))
    assert standings(deal(owed, events=(not_done("2023-01-05"),)), "2023-01-08") == ["breached fulfilled_late"]


# ---- postponed


@pytest.mark.parametrize(
    ("by", "state", "due", "possible"),
    [
        ("ab", OPEN, "2023-04-30", None),
        ("b", OPEN, "2023-04-30", None),
        ("a", "active breached fulfilled fulfilled_late", "2023-02-28", "2023-02-28, or 2023-04-30"),
    ],
)
def test_an_established_postponement_replaces_the_deadline_and_a_claimed_one_stands_beside_it(
    by: str, state: str, due: str, possible: str | None
) -> None:
    later = said("later", "2023-02-01", by=by, kind=EventKind.POSTPONEMENT, new_due=on_day("2023-04-30"))
    (found,) = stands(deal(duty(due=on_day("2023-02-28")), events=(later,)), "2023-03-15")
    assert {each.value for each in found.states} == set(state.split())
    assert (found.deadline.computed, found.deadline.any_possible) == (due, possible)


# ---- suspended


MARCH = Suspension(starts=on_day("2023-03"), ends=on_day("2023-03"))


@pytest.mark.parametrize(
    ("day", "state"), [("2023-02-28", OPEN), ("2023-03-31", "suspended fulfilled"), ("2023-04-01", OPEN)]
)
def test_a_suspension_holds_its_last_day(day: str, state: str) -> None:
    owed = duty(due=on_day("2023-06-30"), suspensions=(MARCH,))
    (found,) = stands(deal(owed), day)
    assert {each.value for each in found.states} == set(state.split())
    assert found.deadline.computed == "2023-07-31"


@pytest.mark.parametrize(
    ("effect", "due", "computed"),
    [
        (SuspensionEffect.STOPS_THE_CLOCK, "2023-03-15", "2023-04-15"),
        (SuspensionEffect.CLOCK_RUNS, "2023-03-15", "2023-04-01"),
        (SuspensionEffect.CLOCK_RUNS, "2023-04-15", "2023-04-15"),
    ],
)
def test_no_deadline_falls_into_a_suspension(effect: SuspensionEffect, due: str, computed: str) -> None:
    owed = duty(due=on_day(due), suspensions=(evolve(MARCH, effect=effect),))
    assert stands(deal(owed), "2023-01-15")[0].deadline.computed == computed


def test_a_suspension_may_be_for_one_obligor() -> None:
    """A derogation."""
    owed = duty(who="ab", suspensions=(evolve(MARCH, obligor_ids=("a",)),))
    assert [standings(deal(owed), "2023-03-10", who=who) for who in "ab"] == [["suspended fulfilled"], [OPEN]]
    of_term = deal(duty(who="ab"), term=Term(suspensions=(evolve(MARCH, obligor_ids=("b",)),)))
    assert [standings(of_term, "2023-03-10", who=who) for who in "ab"] == [[OPEN], ["suspended fulfilled"]]
    jointly = duty(who="ab", borne=Borne.JOINTLY, suspensions=(evolve(MARCH, obligor_ids=("a",)),))
    assert standings(deal(jointly), "2023-03-10") == [OPEN]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2023-02-05", "suspended"),
        ("2023-02-20", "active"),
        ("2023-03-05", "suspended"),
        ("2023-03-10", "suspended"),
        ("2023-03-11", "active"),
    ],
)
def test_each_start_opens_a_spell_and_the_next_end_closes_it(day: str, state: str) -> None:
    """The limits come back each time that the other side breaks off, until it resumes."""
    off, back = said("off", None, on=None), said("back", None, on=None)
    turns = (("off", "2023-02-01"), ("back", "2023-02-10"), ("off", "2023-03-01"), ("back", "2023-03-10"))
    happened = tuple(said(f"{what}{n}", on, on=None, occurrence_of_id=what) for n, (what, on) in enumerate(turns))
    again = Suspension(starts=OnEvent(event_id="off"), ends=OnEvent(event_id="back"))
    record = deal(duty(suspensions=(again,)), events=(off, back, *happened))
    assert standings(record, day)[0].split()[0] == state


def test_a_resumption_ends_a_suspension_with_the_first_instant_of_its_day() -> None:
    events = (
        said("stop", "2023-02-01", kind=EventKind.SUSPENSION),
        said("go", "2023-02-10", kind=EventKind.RESUMPTION),
    )
    record = deal(duty(), events=events)
    assert [standings(record, day)[0].split()[0] for day in ("2023-02-09", "2023-02-10")] == ["suspended", "active"]


# ---- excuses


FIRE = said("fire", None, on=(), kind=EventKind.CONDUCT)


def excused(*events: Event, **more: object) -> Agreement:
    """To be done by 31 January, unless the road is under fire."""
    return deal(duty(due=on_day("2023-01-31"), excused_if=OnEvent(event_id="fire")), events=events, **more)


@pytest.mark.parametrize(
    ("fire", "day", "states", "due"),
    [
        (None, "2023-01-15", {"active", "excused", "fulfilled"}, "2023-01-31"),
        (None, "2023-02-15", {"breached", "excused", "fulfilled", "fulfilled_late"}, "2023-01-31"),
        ("2023-01-10", "2023-02-15", {"excused", "fulfilled"}, None),
        ("2023-02-10", "2023-02-15", {"breached", "fulfilled", "fulfilled_late"}, "2023-01-31"),
    ],
)
def test_an_excuse_that_nobody_reports_empties_no_deadline(
    fire: str | None, day: str, states: set[str], due: str | None
) -> None:
    """It remains possible; an excuse that both sides report stops the clock."""
    event = FIRE if fire is None else said("fire", fire, on=(), kind=EventKind.CONDUCT)
    (found,) = stands(excused(event), day)
    assert {state.value for state in found.states} == states
    assert (found.deadline.computed, found.deadline.any_possible) == (due, None)


@pytest.mark.parametrize(
    ("day", "name"), [("2023-01-15", "open, nothing reported"), ("2023-02-15", "overdue, nothing reported")]
)
def test_a_name_leaves_an_excuse_aside_that_nobody_reports(day: str, name: str) -> None:
    assert stands(excused(FIRE), day)[0].name == name


# ---- alternatives


def either(*events: Event) -> Agreement:
    duties = (duty("pay", due=on_day("2023-02-01")), duty("build", due=on_day("2023-03-01")))
    tied = Linkage(obligation_ids=("pay", "build"), mode=LinkageMode.ALTERNATIVE)
    return deal(*duties, events=events, linkages=(tied,))


@pytest.mark.parametrize(
    ("done", "day", "pay", "build"),
    [
        (None, "2023-02-15", "active", "active"),
        (None, "2023-03-02", "breached", "breached"),
        ("pay", "2023-02-15", "fulfilled", "released"),
        ("build", "2023-03-15", "released", "fulfilled"),
    ],
)
def test_fulfilling_one_alternative_releases_the_others(done: str | None, day: str, pay: str, build: str) -> None:
    """None is overdue before the last deadline of all, and then each is, until another is done."""
    record = either(*((said("e", "2023-01-20", on=done),) if done is not None else ()))
    assert [standings(record, day, id_)[0].split()[0] for id_ in ("pay", "build")] == [pay, build]


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("ab", "settled by another alternative, nothing reported of this one"),
        ("b", "settled by another alternative, nothing reported of this one"),
        ("a", "claimed by a: settled by another alternative"),
        ("n", "reported by n: settled by another alternative"),
    ],
)
def test_that_another_alternative_was_done_is_said_on_the_word_of_whoever_says_so(by: str, name: str) -> None:
    """Nobody released anybody, and no more is known of this alternative than that."""
    record = either(said("e", "2023-01-20", by, on="pay"))
    assert stands(record, "2023-03-15", "build")[0].name == name


def test_a_release_by_the_other_side_is_called_one_beside_an_alternative_that_is_done() -> None:
    """Then two things take the duty out, and neither stands for both."""
    record = either(said("e", "2023-01-20", on="pay"), said("free", "2023-01-18", on="build", kind=EventKind.RELEASE))
    assert stands(record, "2023-03-15", "build")[0].name.startswith("released")


# ---- findings and admissions


@pytest.mark.parametrize(("day", "told"), [("2023-02-10", True), ("2023-01-10", False)])
def test_an_admitted_breach_is_told_beside_every_state(day: str, told: bool) -> None:
    """The duty itself was performed late; that it breached the deal is admitted."""
    claims = (Claim(says=Says.BREACH, when="2023-02-05", known_on="2023-02-05", claimed_by_id="a"),)
    admitted = Event(id="x", kind=EventKind.CONDUCT, summary="it was refused", obligation_ids=("o",), claims=claims)
    record = deal(duty(due=on_day("2023-01-31")), events=(said("e", "2023-02-06"), admitted))
    assert ("breach_admitted" in stands(record, day)[0].flags) is told
