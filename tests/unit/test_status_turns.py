"""Duties with several instances: turns, occurrences, shares; and what other duties do to them."""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.engine.terms.table import State
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion, Term
from accords.model.conditions import Offset, OnDate, OnEvent, OnObligation, Prose
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.model.obligations import (
    Continuing,
    EachTime,
    Linkage,
    Obligation,
    Once,
    Reading,
    ReadingTerms,
    Recurring,
    Renewal,
)
from accords.render.status.text import render_status
from accords.standing.history import changes, timeline
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.vocabulary import (
    Borne,
    ConclusionForm,
    EventKind,
    LinkageMode,
    Modality,
    Reaches,
    Recorded,
    RecurrenceMode,
    Role,
    Says,
    Verdict,
)
from proofs import plain_proofs, told_proofs


def deal(*duties: Obligation, events: tuple[Event, ...] = (), **more: object) -> Agreement:
    return Agreement(
        id="deal",
        title="Deal",
        actors=tuple(Actor(id=i, name=i) for i in "abn"),
        parties=(Party(actor_id="a"), Party(actor_id="b")),
        third_parties=more.pop("third_parties", (ThirdParty(actor_id="n", role=Role.MONITOR),)),
        conclusion=Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01"),
        obligations=duties,
        events=events,
        **more,
    )


def must(id_: str = "o", who: str = "a", **more: object) -> Obligation:
    return Obligation(id=id_, obligor_ids=tuple(who), modality=Modality.MUST, action="do it", **more)


def happened(id_: str, day: str, by: str, duty: str | None = "o", **more: object) -> Event:
    kind = more.pop("kind", EventKind.PERFORMANCE)
    claim = Claim(says=Says.OCCURRED, when=day, known_on=day, claimed_by_id=by)
    return Event(
        id=id_, kind=kind, summary="it happened", obligation_ids=(duty,) if duty else (), claims=(claim,), **more
    )


def monthly(times: int | None = None) -> Obligation:
    """In the first ten days of each month."""
    first, last = OnDate(value="2023-01-01"), OnDate(value="2023-01-10")
    return must(performance=Recurring(every="P1M", times=times), not_before=first, due=last)


def states(record: Agreement, day: str, duty: str = "o") -> list[set[State]]:
    return [set(found.states) for found in status(record, as_of=day).of(duty)]


UNSEEN = {State.FULFILLED, State.FULFILLED_LATE, State.BREACHED}


def test_a_rolling_turn_is_counted_from_the_turn_before() -> None:
    """Done on the 12th, so the next is due thirty days later; it is listed only once the first is reported."""
    every = Recurring(every="P30D", mode=RecurrenceMode.ROLLING)
    duty = must(due=OnDate(value="2023-01-15"), performance=every)
    assert len(states(deal(duty), "2023-06-01")) == 1
    done = deal(duty, events=(happened("e", "2023-01-12", "b"),))
    first, second = status(done, as_of="2023-02-12").instances
    assert first.states == {State.FULFILLED}
    assert second.deadline.computed == "2023-02-11"


def test_an_act_in_a_gap_is_late_for_the_last_closed_turn() -> None:
    """The first turn was done in time; the act of 20 February belongs to the second."""
    events = (happened("e1", "2023-01-05", "b"), happened("e2", "2023-02-20", "b"))
    assert states(deal(monthly(times=3), events=events), "2023-02-25") == [
        {State.FULFILLED},
        {State.FULFILLED_LATE},
        {State.PENDING},
    ]


def test_each_occurrence_makes_an_instance() -> None:
    """Two floods, two duties to repair; the repair says which flood it is about."""
    flood = Event(id="flood", kind=EventKind.MILESTONE, summary="a flood")
    one = happened("flood-1", "2023-02-01", "n", None, kind=EventKind.MILESTONE, occurrence_of_id="flood")
    two = happened("flood-2", "2023-03-01", "n", None, kind=EventKind.MILESTONE, occurrence_of_id="flood")
    repair = happened("repair", "2023-02-10", "b", about_event_ids=("flood-1",))
    duty = must(performance=EachTime(event_id="flood"))
    record = deal(duty, events=(flood, one, two, repair))
    assert states(record, "2023-03-02") == [{State.FULFILLED}, {State.ACTIVE, State.FULFILLED}]
    assert states(deal(duty, events=(flood,)), "2023-03-02") == [{State.CONDITIONAL}]


def test_an_act_counts_for_its_actor_and_not_for_the_other() -> None:
    """Each owes it; a did it, by the word of b."""
    record = deal(
        must(who="ab", due=OnDate(value="2023-02-01")), events=(happened("e", "2023-01-20", "b", actor_ids=("a",)),)
    )
    assert states(record, "2023-03-01") == [{State.FULFILLED}, UNSEEN]


def test_one_act_by_any_is_enough() -> None:
    """Borne by any of them. Both have an interest in its being done: it takes the word of both."""
    duty = must(who="ab", borne=Borne.ANY, due=OnDate(value="2023-02-01"))
    alone = happened("e", "2023-01-20", "b", actor_ids=("a",))
    both = evolve(alone, claims=(*alone.claims, evolve(alone.claims[0], claimed_by_id="a")))
    assert states(deal(duty, events=(both,)), "2023-03-01") == [{State.FULFILLED}]
    assert states(deal(duty, events=(alone,)), "2023-03-01") == [UNSEEN]


def test_where_neither_performs_neither_is_accused() -> None:
    """Simultaneous duties under watch: the day passes, nobody began, and each is perhaps excused by the other."""
    watch = Monitoring(
        obligation_ids=("o", "p"), since="2023-01-01", through="2023-03-01", monitored_by_id="n", recorded=Recorded.ALL
    )
    duties = (must(due=OnDate(value="2023-02-01")), must("p", "b", due=OnDate(value="2023-02-01")))
    tied = Linkage(obligation_ids=("o", "p"), mode=LinkageMode.SIMULTANEOUS)
    record = deal(*duties, monitoring=(watch,), linkages=(tied,))
    for duty in "op":
        (found,) = status(record, as_of="2023-03-01").of(duty)
        assert found.states == {State.BREACHED, State.EXCUSED}
        assert "neither_performed" in found.flags
    assert states(deal(*duties, monitoring=(watch,)), "2023-03-01") == [{State.BREACHED}]


def test_a_breach_on_an_earlier_day_excuses_the_other_side() -> None:
    """Reciprocal duties under watch: b was to act by 1 February, a by 1 March."""
    watch = Monitoring(
        obligation_ids=("o", "p"), since="2023-01-01", through="2023-04-01", monitored_by_id="n", recorded=Recorded.ALL
    )
    tied = Linkage(obligation_ids=("o", "p"), mode=LinkageMode.RECIPROCAL)
    record = deal(
        must(due=OnDate(value="2023-03-01")),
        must("p", "b", due=OnDate(value="2023-02-01")),
        monitoring=(watch,),
        linkages=(tied,),
    )
    assert states(record, "2023-04-01") == [{State.EXCUSED}]
    assert states(record, "2023-04-01", "p") == [{State.BREACHED}]


def test_exact_precision_knows_that_one_thing_is_one_thing() -> None:
    """Whether the unknown act of p came is one question, however often conditions ask it."""
    waits = OnObligation(obligation_id="p")
    record = deal(must(trigger=waits, not_before=waits), must("p", "b"))
    (coarse,) = status(record, as_of="2023-03-01").of("o")
    (fine,) = status(record, as_of="2023-03-01", precision="exact").of("o")
    assert State.PENDING in coarse.states
    assert State.PENDING not in fine.states


def test_a_circle_is_said_to_be_one() -> None:
    """Two duties that wait for each other end in open answers and a flag, not in endless work."""
    record = deal(
        must(trigger=OnObligation(obligation_id="p")), must("p", "b", trigger=OnObligation(obligation_id="o"))
    )
    found = status(record, as_of="2023-03-01").instances
    assert any("circular" in each.flags for each in found)


@pytest.mark.thorough
def test_a_chain_of_thousands_needs_no_deep_recursion() -> None:
    """Every duty waits for the one before it, and the last is asked for first."""
    chain = [must(f"o{n}", trigger=OnObligation(obligation_id=f"o{n - 1}") if n else None) for n in range(3_000)]
    found = status(deal(*reversed(chain)), as_of="2023-03-01").instances
    assert len(found) == 3_000


def test_an_open_excuse_accuses_nobody() -> None:
    """Under watch the day passes, and whether the words of the excuse are met has not been found."""
    watch = Monitoring(
        obligation_ids=("o",), since="2023-01-01", through="2023-03-01", monitored_by_id="n", recorded=Recorded.ALL
    )
    duty = must(due=OnDate(value="2023-02-01"), excused_if=Prose(id="force-majeure", text="the river floods"))
    record = deal(duty, monitoring=(watch,))
    assert {State.BREACHED, State.EXCUSED} <= states(record, "2023-03-01")[0]
    (fine,) = status(record, as_of="2023-03-01", precision="exact").instances
    assert fine.states == {State.BREACHED, State.EXCUSED}


def named(found: InstanceStatus | None) -> str:
    return found.name if found is not None else ""


def test_the_timeline_has_every_day_on_which_something_changes() -> None:
    """From not in force to open, to performed."""
    record = deal(must(due=OnDate(value="2023-02-01")), events=(happened("e", "2023-01-20", "b"),))
    turned = [(c.day, named(c.before), c.after.name) for c in timeline(record, known_by="2023-03-01")]
    assert turned == [("2023-01-01", "not in force", "open"), ("2023-01-20", "open", "fulfilled")]
    (change,) = changes(record, between=("2022-12-31", "2023-03-01"))
    assert (named(change.before), change.after.name) == ("not in force", "fulfilled")
    with pytest.raises(ValueError, match="before"):
        changes(record, between=("2023-03-01", "2022-12-31"))


def test_the_roll_up_counts_turns_by_state_and_says_what_is_due_next() -> None:
    """Six monthly reports: one done, one claimed late, the others as nobody says anything."""
    events = (
        happened("e1", "2023-01-05", "b", instance=1),
        happened("e2", "2023-02-20", "a", instance=2),
    )
    report = status(deal(monthly(times=6), must("p", "b"), events=events), as_of="2023-03-05")
    (rolled,) = report.roll_ups
    assert (rolled.obligation_id, rolled.obligor_ids, rolled.listed, rolled.times) == ("o", ("a",), 6, 6)
    assert dict(rolled.certain) == {State.FULFILLED: 1, State.PENDING: 3}
    assert dict(rolled.possible)[State.BREACHED] == 1
    assert Counter(found.name for found in report.of("o")) == {
        "fulfilled": 1,
        "claimed by a: fulfilled late": 1,
        "open, nothing reported": 1,
        "not yet open": 3,
    }
    assert (rolled.next_number, rolled.next_due) == (3, "2023-03-10")
    assert sum(dict(rolled.as_reported).values()) == 6


def test_the_roll_up_of_a_duty_that_has_not_arisen_lists_nothing() -> None:
    """Due each time there is a flood, and there was none."""
    flood = Event(id="flood", kind=EventKind.MILESTONE, summary="a flood")
    (rolled,) = status(deal(must(performance=EachTime(event_id="flood")), events=(flood,)), as_of="2023-03-02").roll_ups
    assert (rolled.listed, rolled.next_due) == (0, None)


@pytest.mark.parametrize(
    ("until", "name"),
    [
        ("2023-02-01", "claimed by b: not performed in time"),
        ("2023-01-15", "overdue, nothing reported"),
    ],
)
def test_a_denial_says_no_more_than_its_day(until: str, name: str) -> None:
    """Not performed by the deadline, or only not by a day before it."""
    claim = Claim(says=Says.NOT_OCCURRED, when=until, known_on="2023-02-10", claimed_by_id="b")
    act = Event(id="e", kind=EventKind.PERFORMANCE, summary="done", obligation_ids=("o",), claims=(claim,))
    (found,) = status(deal(must(due=OnDate(value="2023-02-01")), events=(act,)), as_of="2023-03-01").instances
    assert found.name == name


def test_changes_and_timeline_agree_and_say_what_is_no_longer_listed() -> None:
    """With the knowledge of one day, and across days of knowledge."""
    flood = Event(id="flood", kind=EventKind.MILESTONE, summary="a flood")
    claims = (
        Claim(id="c", says=Says.OCCURRED, when="2023-02-01", known_on="2023-02-01", claimed_by_id="n"),
        Claim(retracts_id="c", known_on="2023-02-10", claimed_by_id="n"),
    )
    once = Event(id="flood-1", kind=EventKind.MILESTONE, summary="one", occurrence_of_id="flood", claims=claims)
    record = deal(must(performance=EachTime(event_id="flood")), events=(flood, once))
    turned = [(c.number, c.after is None) for c in changes(record, between=("2023-02-05", "2023-02-20"))]
    assert turned == [(None, False), (1, True)]
    record = deal(must(due=OnDate(value="2023-02-01")), events=(happened("e", "2023-01-18/2023-01-25", "b"),))
    days = [change.day for change in timeline(record, known_by="2023-03-01")]
    assert days == ["2023-01-01", "2023-01-18", "2023-01-25"]
    (across,) = changes(record, between=("2023-01-18", "2023-01-25"), known_by="2023-03-01")
    assert across.after == timeline(record, known_by="2023-03-01")[-1].after


def test_an_act_that_belongs_to_a_turn_to_come_accuses_nobody_of_the_present_one() -> None:
    """Asked in February from what is known in May: the report of April is no late report of January."""
    record = deal(monthly(), events=(happened("e", "2023-04-05", "b"),))
    first, second, third = status(record, as_of="2023-02-20", known_by="2023-05-01").instances
    assert first.states == second.states == UNSEEN
    assert third.states == {State.PENDING}


def test_turns_begin_where_a_reading_lets_the_duty_begin() -> None:
    """Nothing says when the first turn is; by one reading the duty begins on 1 January, by the other on 1 February."""
    later = Reading(id="r", text="from February", replaces=ReadingTerms(trigger=OnDate(value="2023-02-01")))
    duty = must(performance=Recurring(every="P1M", times=1), readings=(later,))
    (found,) = status(deal(duty), as_of="2023-01-20").instances
    assert found.states >= {State.ACTIVE, State.CONDITIONAL}
    (found,) = status(deal(duty), as_of="2023-03-15").instances
    assert found.states >= UNSEEN


def test_a_charge_before_the_deadline_is_a_mark_and_no_state() -> None:
    """It says that the duty was not performed by then; until the deadline that breaches nothing."""
    charge = Claim(says=Says.BREACH, when="2023-01-20", known_on="2023-01-20", claimed_by_id="b")
    event = Event(id="e", kind=EventKind.CONDUCT, summary="nothing yet", obligation_ids=("o",), claims=(charge,))
    record = deal(must(due=OnDate(value="2023-02-01")), events=(event,))
    (found,) = status(record, as_of="2023-01-25").instances
    assert "charged_early" in found.flags
    assert State.BREACHED not in found.states
    (found,) = status(record, as_of="2023-02-10").instances
    assert "charged_early" not in found.flags


def test_charges_about_best_efforts_are_listed_and_change_nothing() -> None:
    """Only a finding can say that nobody tried."""
    charge = Claim(says=Says.BREACH, when="2023-01-20", known_on="2023-01-20", claimed_by_id="b")
    event = Event(id="e", kind=EventKind.CONDUCT, summary="idleness", obligation_ids=("o",), claims=(charge,))
    duty = Obligation(
        id="o", obligor_ids=("a",), modality=Modality.ENDEAVOUR, performance=Continuing(), action="try"
    )  # fmt: skip
    (found,) = status(deal(duty, events=(event,)), as_of="2023-02-10").instances
    assert found.states == {State.ACTIVE}
    assert [(v.event_id, v.charge, v.certain) for v in found.violations] == [("e", "charged", False)]


def test_the_proof_says_what_each_reading_leaves() -> None:
    """By the words of the deal it was due on 1 February, by the other reading on 1 March; nobody performed."""
    later = Reading(id="r", text="a month later", replaces=ReadingTerms(due=OnDate(value="2023-03-01")))
    watch = Monitoring(
        obligation_ids=("o",), since="2023-01-01", through="2023-02-15", monitored_by_id="n", recorded=Recorded.ALL
    )
    record = deal(must(due=OnDate(value="2023-02-01"), readings=(later,)), monitoring=(watch,))
    (proof,) = plain_proofs(record, "o", as_of="2023-02-15")
    assert [(under["reading_id"], under["states"]) for under in proof["readings"]] == [
        (None, ["breached"]),
        ("r", ["active"]),
    ]
    assert " as read by nobody named [r]: open " in told_proofs(record, "o", as_of="2023-02-15")
    assert proof["name"] == "contested"


def test_the_agreement_has_a_proof_of_its_own() -> None:
    """Its days, the conditions of its term, and what is said about their events."""
    signed = happened("signed", "2023-01-10", "b", None, kind=EventKind.MILESTONE)
    term = Term(entry_into_force=Offset(anchor=OnEvent(event_id="signed"), duration="P30D"))
    record = deal(must(), events=(signed,), term=term)
    (proof,) = plain_proofs(record, "deal", as_of="2023-02-01")
    assert (proof["states"], proof["name"]) == (["not_in_force"], "not in force")
    assert proof["readings"][0]["days"] == {"in force from": "2023-02-09"}
    assert [claim["event_id"] for claim in proof["claims"]] == ["signed"]
    assert "10 January 2023 + 30 days" in told_proofs(record, "deal", as_of="2023-02-01")


@pytest.mark.parametrize("kind", [EventKind.CONDUCT, EventKind.PERFORMANCE])
@pytest.mark.parametrize("actors", [("a",), ("b",), ("a", "b"), ()])
def test_what_one_obligor_did_is_not_told_of_the_other(kind: EventKind, actors: tuple[str, ...]) -> None:
    """Neither in its proof nor in its row of a checklist; an act that nobody is named for may be anybody's."""
    modality = Modality.MUST_NOT if kind is EventKind.CONDUCT else Modality.MUST
    duty = Obligation(id="o", obligor_ids=("a", "b"), modality=modality, action="do it")
    record = deal(duty, events=(happened("e", "2023-02-01", "n", kind=kind, actor_ids=actors),))
    told = set(actors) or {"a", "b"}
    assert {p["obligor_ids"][0] for p in plain_proofs(record, "o", as_of="2023-03-01") if p["claims"]} == told
    items = [item for section in checklist(record, as_of="2023-03-01").sections for item in section.items]
    assert {item.obligor_ids[0] for item in items if item.claims} == told


def test_an_act_of_one_turn_is_told_of_that_turn_alone() -> None:
    """Where the record numbers it; the roll-up calls who reported it by name."""
    record = deal(
        monthly(),
        events=(happened("e", "2023-02-01", "n", instance=2),),
    )
    record = evolve(record, actors=(*record.actors[:2], Actor(id="n", name="Neutrals")))
    proofs = plain_proofs(record, "o", as_of="2023-03-15")
    assert [proof["number"] for proof in proofs if proof["claims"]] == [2]
    assert "1 × reported by Neutrals: fulfilled" in " ".join(
        render_status(status(record, as_of="2023-03-15"), record).split()
    )


def test_a_power_that_any_of_several_may_use_is_theirs_one_or_the_other() -> None:
    """Not of all of them together."""
    power = Obligation(id="o", obligor_ids=("a", "b"), borne=Borne.ANY, modality=Modality.MAY, action="inspect")
    assert "a or b: may inspect" in render_status(status(deal(power), as_of="2023-03-01"), deal(power))


@pytest.mark.parametrize(
    ("day", "notice", "said"),
    [
        ("2023-04-10", None, False),
        ("2023-04-12", None, True),
        ("2023-04-12", "2023-03-01", False),
    ],
)
def test_a_renewal_by_silence_is_an_assumption(day: str, notice: str | None, said: bool) -> None:
    """From the day after the first end on, unless the notice is reported; a checklist says it as well."""
    claims = (Claim(says=Says.OCCURRED, when=notice, known_on=notice, claimed_by_id="a"),) if notice else ()
    record = deal(
        must(),
        events=(Event(id="notice", kind=EventKind.MILESTONE, summary="a party gives notice", claims=claims),),
        term=Term(
            entry_into_force=OnDate(value="2023-01-01"),
            ends_if_any=(Offset(anchor=OnDate(value="2023-01-01"), duration="P100D"),),
            renewal=Renewal(duration="P100D", unless_event_id="notice"),
        ),
    )
    report = status(record, as_of=day)
    assert any("renewed" in words for words in report.assumptions) is said
    assert any("renewed" in words for words in checklist(record, as_of=day).assumptions) is said
    assert (report.agreement_name == "in force") is (notice is None)


def test_a_finding_on_best_efforts_counts_from_when_they_were_owed() -> None:
    """Under the reading by which they are not owed yet, what waits for their breach goes on waiting."""
    later = Reading(id="r", held_by_ids=("b",), text="later", replaces=ReadingTerms(trigger=OnDate(value="2023-01-17")))
    effort = Obligation(
        id="e", obligor_ids=("a",), modality=Modality.ENDEAVOUR, action="try", readings=(later,), performance=Once()
    )
    ruled = Event(
        id="ruling",
        kind=EventKind.FINDING,
        summary="found",
        actor_ids=("n",),
        finding=Finding(on_id="e", verdict=Verdict.BREACHED, when="2023-01-11"),
        claims=(Claim(says=Says.OCCURRED, when="2023-01-11", known_on="2023-01-11", claimed_by_id="n"),),
    )
    waiting = must("o", trigger=OnObligation(obligation_id="e", reaches=Reaches.BREACHED))
    arbiter = ThirdParty(actor_id="n", role=Role.ARBITER)
    record = deal(effort, waiting, events=(ruled,), third_parties=(arbiter,))
    assert {State.ACTIVE, State.CONDITIONAL} <= status(record, as_of="2023-01-13").of("o")[0].states


def test_of_two_postponements_of_unknown_order_either_may_be_the_last() -> None:
    """One new deadline has passed; the other lies before the duty can begin, so that there is none."""
    dates = (("p", "2022-12-31/2023-01-04", "2023-01-05"), ("q", "2022-12-31", "2023-01-15"))
    moved = tuple(
        Event(
            id=id_,
            kind=EventKind.POSTPONEMENT,
            summary="put off",
            obligation_ids=("o",),
            new_due=OnDate(value=due),
            claims=(Claim(says=Says.OCCURRED, when=when, known_on="2023-01-06", claimed_by_id="b"),),
        )
        for id_, when, due in dates
    )
    duty = must("o", not_before=OnDate(value="2023-01-06"), due=OnDate(value="2023-01-08"))
    for events in (moved, moved[::-1]):
        (found,) = status(deal(duty, events=events), as_of="2023-01-20").of("o")
        assert {State.ACTIVE, State.BREACHED} <= found.states
