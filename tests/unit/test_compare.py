"""What differs between two versions of a record, or two days of one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from markdown_it import MarkdownIt

import accords
import deals
from accords.cli import main
from accords.codec import content_hash, dumps
from accords.compare import Aspect, Difference, Sort, diff
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.model.obligations import Recurring
from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
from accords.validate import examine, load
from hostile import HOSTILE
from mutants import mutants
from records import ROOT
from trial import trial

DAY = "2023-01-20"
TRIAL = trial()
MONITORED = load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
EVERYTHING = load(ROOT / "tests" / "records" / "valid" / "everything.accord.json")


def edited(edit: Callable[[dict[str, Any]], object], record: Agreement = TRIAL) -> Agreement:
    """A copy of a record after ``edit`` has changed its JSON; it has to be valid still."""
    plain = json.loads(dumps(record))
    edit(plain)
    found = examine(plain)
    assert found.agreement is not None, found.report
    return found.agreement


def duty(plain: dict[str, Any], name: str) -> dict[str, Any]:
    """One obligation of a record as JSON."""
    return next(each for each in plain["obligations"] if each["id"] == name)


def _rename(plain: dict[str, Any], old: str, new: str) -> None:
    text = json.dumps(plain).replace(f'"{old}"', f'"{new}"')
    plain.clear()
    plain.update(json.loads(text))


EDITS: list[tuple[str, Callable[[dict[str, Any]], object], str, Sort, set[Aspect]]] = [
    ("reworded", lambda plain: duty(plain, "law").update(action="pass the law"), "law", Sort.CHANGED, {Aspect.WORDING}),
    (
        "softened",
        lambda plain: duty(plain, "law").update(modality="endeavour"),
        "law",
        Sort.CHANGED,
        {Aspect.WORDING, Aspect.STATUS},
    ),
    (
        "deadline moved",
        lambda plain: duty(plain, "law")["due"].update(duration="P45D"),
        "law",
        Sort.CHANGED,
        {Aspect.DEADLINE, Aspect.STATUS},
    ),
    (
        "condition added",
        lambda plain: duty(plain, "law").update(trigger={"kind": "event", "event_id": "draft"}),
        "law",
        Sort.CHANGED,
        {Aspect.CONDITIONS, Aspect.STATUS},
    ),
    (
        "owed to another",
        lambda plain: duty(plain, "law").update(owed_to_ids=["eu"]),
        "law",
        Sort.CHANGED,
        {Aspect.BEARERS},
    ),
    (
        "obligor changed",
        lambda plain: duty(plain, "invite").update(obligor_ids=["court"]),
        "invite",
        Sort.CHANGED,
        {Aspect.BEARERS},
    ),
    ("noted", lambda plain: duty(plain, "law").update(note="As we heard it."), "law", Sort.CHANGED, {Aspect.OTHER}),
    ("removed", lambda plain: plain["obligations"].remove(duty(plain, "invite")), "invite", Sort.REMOVED, set()),
    (
        "added",
        lambda plain: plain["obligations"].append({**duty(plain, "invite"), "id": "again", "action": "invite again"}),
        "again",
        Sort.ADDED,
        set(),
    ),
]


@pytest.mark.wide
@pytest.mark.parametrize(("edit", "name", "sort", "aspects"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
def test_an_edit_is_told_for_what_it_is(
    edit: Callable[[dict[str, Any]], object], name: str, sort: Sort, aspects: set[Aspect]
) -> None:
    """One undertaking differs, in what was edited; the other way round what was added is removed."""
    after = edited(edit)
    found = diff(TRIAL, after, as_of=DAY)
    assert [(each.obligation_id, each.sort) for each in found.duties] == [(name, sort)]
    if sort is Sort.CHANGED:
        assert {change.aspect for change in found.duties[0].changes} == aspects
    assert not found.same
    assert found.counts
    swapped = {Sort.ADDED: Sort.REMOVED, Sort.REMOVED: Sort.ADDED, Sort.CHANGED: Sort.CHANGED}[sort]
    assert [(each.obligation_id, each.sort) for each in diff(after, TRIAL).duties] in ([(name, swapped)], [])


def _monthly(due: str, *acts: Event) -> Agreement:
    """Something owed at the end of three months, the first of them ``due``."""
    every = Recurring(every="P1M", times=3)
    return deals.deal(deals.duty(performance=every, due=deals.on_day(due)), events=acts)


def test_a_report_of_one_turn_moves_no_deadline_and_a_moved_one_is_told_of_each_turn() -> None:
    """Whichever turn the row tells of then and now."""
    first, second = (deals.said(f"e{n}", f"2023-0{n}-20", by="b", instance=n) for n in (1, 2))
    done = diff(_monthly("2023-01-31", first), _monthly("2023-01-31", first, second), as_of="2023-03-10")
    assert done.duties
    assert not [each for duty in done.duties for each in duty.changes if each.aspect is Aspect.DEADLINE]
    moved = diff(_monthly("2023-01-31"), _monthly("2023-01-30"), as_of="2023-03-10")
    told = [each for duty in moved.duties for each in duty.changes if each.label == "Deadline"]
    assert ("turn 1: 31 January 2023", "turn 1: 30 January 2023") in [(each.before[0], each.after[0]) for each in told]


def test_what_is_timed_otherwise_has_no_moved_deadline() -> None:
    """Another way to count turns, with the days as they were."""
    old = _monthly("2022-03-31")
    (monthly,) = old.obligations
    assert isinstance(monthly.performance, Recurring)
    new = evolve(old, obligations=(evolve(monthly, performance=evolve(monthly.performance, times=7)),))
    said = diff(old, new).counts
    assert any("timed otherwise" in each for each in said)
    assert not any("moved" in each for each in said)
    assert any("1 deadline moved" in each for each in diff(old, _monthly("2022-04-30")).counts)


def test_a_claim_that_another_repeats_is_told_to_be_gone() -> None:
    """Its place alone does not say whether it went."""
    event = next(each for each in TRIAL.events if each.claims)
    twice = evolve(event, claims=(*event.claims, evolve(event.claims[0], id=None)))
    old = evolve(TRIAL, events=tuple(twice if each is event else each for each in TRIAL.events))
    assert [each.words.endswith(": not in the second record") for each in diff(old, TRIAL).elsewhere] == [True]
    assert not diff(old, TRIAL).same


def test_a_claim_that_only_got_an_id_neither_came_nor_went() -> None:
    """Nothing else is said than before; where it stands is told, once, and nobody seems to have taken it back."""
    event = next(each for each in TRIAL.events if each.claims)
    named = evolve(event, claims=(evolve(event.claims[0], id="claim-1"), *event.claims[1:]))
    new = evolve(TRIAL, events=tuple(named if each is event else each for each in TRIAL.events))
    found = diff(evolve(TRIAL), new)
    assert (found.counts, found.events, found.duties) == ((), (), ())
    assert [each.pointer.startswith("/events/") for each in found.elsewhere] == [True]


def test_a_moved_deadline_shows_both_arithmetics() -> None:
    """As written, as computed, and how each was counted."""
    after = edited(lambda plain: duty(plain, "law")["due"].update(duration="P45D"))
    (law,) = diff(TRIAL, after, as_of=DAY).duties
    told = {change.label: (change.before, change.after) for change in law.changes if change.aspect is Aspect.DEADLINE}
    assert set(told) == {"When", "Deadline", "Counted"}
    before, now = told["Counted"]
    assert "30 days" in before[0]
    assert "45 days" in now[0]
    assert told["Deadline"] == (("15 January 2023",), ("30 January 2023",))


def test_what_has_only_another_id_is_renamed_and_nothing_else() -> None:
    """A duty, an event and an actor that others refer to; the references tell no difference of their own."""

    def edit(plain: dict[str, Any]) -> None:
        for old, new in (("then", "exit"), ("draft", "bill"), ("eu", "union"), ("vote", "ballot")):
            _rename(plain, old, new)

    found = diff(TRIAL, edited(edit), as_of=DAY)
    assert {(each.obligation_id, each.renamed_from) for each in found.duties} == {("exit", "then")}
    assert {(each.event_id, each.renamed_from) for each in found.events} == {("bill", "draft"), ("ballot", "vote")}
    assert "“draft” has the id “bill” now." in found.counts


@pytest.mark.parametrize("kind", ["actors", "sources"])
def test_another_id_of_an_actor_or_a_source_is_told_in_numbers(kind: str) -> None:
    """Two that differ in nothing else are not said to be the same."""
    old = getattr(TRIAL, kind)[0].id
    found = diff(TRIAL, edited(lambda plain: _rename(plain, old, "another-id")))
    assert found.counts == (f"“{old}” has the id “another-id” now.",)
    assert [each.pointer for each in found.elsewhere] == [f"/{kind}/0/id"]
    assert not any(each.changes for each in found.duties)
    assert not any(each.came or each.gone for each in found.events)
    assert found.agreement == ()


@pytest.mark.thorough
@pytest.mark.parametrize("record", [TRIAL, MONITORED, EVERYTHING], ids=lambda record: record.id)
def test_nothing_differs_from_itself(record: Agreement) -> None:
    """With and without a day, and between a day and the same day."""
    for found in (diff(record, record), diff(record, record, as_of=DAY), diff(record, between=(DAY, DAY))):
        assert found.same
        assert found.counts == ()
        assert "Nothing differs." in render_diff(found)


@pytest.mark.thorough
def test_records_that_differ_at_all_are_never_called_the_same() -> None:
    """Whatever is changed in a record: a difference is told, or pointed to."""
    tried = 0
    for plain in mutants(json.loads(dumps(TRIAL)), 150, seed=11):
        found = examine(plain)
        if found.agreement is None or content_hash(found.agreement) == content_hash(TRIAL):
            continue
        tried += 1
        assert not diff(TRIAL, found.agreement).same, plain
        assert not diff(found.agreement, TRIAL).same, plain
    assert tried > 5


def test_what_happened_called_otherwise_moves_no_status() -> None:
    """It is counted as told in other words, and nothing as standing differently."""
    renamed = edited(lambda plain: [each.update(summary="They did it again.") for each in plain["events"]])
    found = diff(TRIAL, renamed, as_of=DAY)
    aspects = {change.aspect for each in found.duties for change in each.changes}
    assert Aspect.RETOLD in aspects
    assert Aspect.STATUS not in aspects


def test_a_record_that_is_not_monitored_any_more_stands_no_differently() -> None:
    """That one of two says nothing is told of the agreement, and moves no duty."""
    left = load(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json")
    found = diff(left, MONITORED, as_of="2022-12-01")
    assert Aspect.STATUS not in {
        change.aspect for each in found.duties for change in each.changes if each.sort is Sort.CHANGED
    }


def test_a_day_that_comes_nearer_moves_no_status_before_it_has_passed() -> None:
    """Then the duty is overdue, and stands differently."""
    deal = load(ROOT / "examples" / "minimal.accord.json")
    for days, aspect in ((("09-10", "09-25"), Aspect.RETOLD), (("09-25", "10-02"), Aspect.STATUS)):
        found = diff(deal, between=(f"1911-{days[0]}", f"1911-{days[1]}"))
        assert [change.aspect for change in found.duties[0].changes if change.label == "Time"] in ([aspect], [])
        assert aspect in {change.aspect for change in found.duties[0].changes}


def test_claims_that_came_in_between_are_told() -> None:
    """Between two days those that became known then; between two versions those that were added."""
    found = diff(TRIAL, between=("2023-01-05", "2023-01-07"))
    (event,) = found.events
    assert event.event_id == "renewals"
    assert len(event.came) == 1
    assert event.came[0].startswith("Kosovo* says that it happened on 5 January 2023")
    stop = next(each for each in found.duties if each.obligation_id == "stop")
    assert Aspect.STATUS in {change.aspect for change in stop.changes}
    fewer = edited(lambda plain: plain["events"][2]["claims"].pop())
    assert [len(each.gone) for each in diff(TRIAL, fewer).events] == [1]


def test_a_claim_that_came_is_told_with_its_amount_and_although_it_was_known_later() -> None:
    """Before it is written somebody has to see what it says, and that it does not count on the day asked about yet."""
    asked = accords.Quantity(measure="boats", at_least=Decimal(2))
    gift = accords.Obligation(id="gift", modality=accords.Modality.MUST, action="give boats", quantities=(asked,))
    record = evolve(load(ROOT / "examples" / "minimal.accord.json"), obligations=(gift,))
    claim = accords.Claim(
        says=accords.Says.OCCURRED,
        known_on=accords.parse_date("1911-09-02"),
        claimed_by_id="ruritania",
        quantities=(accords.ClaimedQuantity(measure="boats", amount=Decimal(1)),),
    )
    event = accords.Event(
        id="e", kind=accords.EventKind.PERFORMANCE, summary="s", obligation_ids=("gift",), claims=(claim,)
    )
    after = evolve(record, events=(event,))
    for before in (record, evolve(record, events=(evolve(event, claims=()),))):
        for day, ends in (("1911-09-02", "1911)"), ("1911-09-01", "not known by the day asked about")):
            (change,) = diff(before, after, as_of=day).events
            assert len(change.came) == 1
            assert change.came[0].startswith("Ruritania says that it happened, boats: 1"), change.came[0]
            assert change.came[0].endswith(ends)
    assert diff(after, after, as_of="1911-09-01").events == ()


def test_parties_and_terms_are_told_of_the_agreement() -> None:
    """By the line that says them."""
    found = diff(TRIAL, edited(lambda plain: plain["parties"].append({"actor_id": "court"})))
    assert [(change.label, change.aspect) for change in found.agreement] == [("Parties", Aspect.AGREEMENT)]


def test_a_source_put_in_front_changes_no_duty() -> None:
    """Numbers of sources shift; what is cited does not."""

    def edit(plain: dict[str, Any]) -> None:
        plain["sources"].insert(0, {"id": "first", "kind": "report", "title": "First"})

    found = diff(MONITORED, edited(edit, MONITORED), as_of=DAY)
    assert found.duties == ()
    assert len(found.elsewhere) > 0


@pytest.mark.wide
@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_record_is_data_in_every_format(bad: str) -> None:
    """No control characters for the terminal, no markup in Markdown, whole texts in JSON."""
    hostile = trial(lambda text: bad)
    after = evolve(hostile, obligations=hostile.obligations[1:])
    found = diff(hostile, after, as_of=DAY)
    assert found.duties
    for text in (render_diff(found), render_diff_markdown(found)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render_diff_markdown(found))
    kinds = {token.type for block in tokens for token in (block, *(block.children or ()))}
    assert not kinds & {"html_inline", "html_block", "image", "link_open", "fence", "table_open"}
    assert json.loads(render_diff_json(found))["after"]["title"] == bad


def test_the_command_says_what_differs_and_exits_as_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 whether or not anything differs; with --exit-code 1 where something does; 2 for what cannot be compared."""
    one, other, broken = (str(tmp_path / f"{name}.accord.json") for name in ("one", "other", "broken"))
    Path(one).write_text(dumps(TRIAL), "utf-8")
    Path(other).write_text(dumps(edited(lambda plain: duty(plain, "law").update(action="pass the law"))), "utf-8")
    Path(broken).write_text("{", "utf-8")
    assert main(["diff", one, other]) == 0
    assert "+ must pass the law" in capsys.readouterr().out
    assert main(["diff", one, other, "--exit-code"]) == 1
    assert main(["diff", one, one, "--exit-code"]) == 0
    assert main(["diff", one, "--between", "2023-01-05", DAY, "--exit-code", "--format", "markdown"]) == 1
    assert "## Changed" in capsys.readouterr().out
    assert main(["diff", one, broken]) == 2
    for wrong in (["diff", one], ["diff", one, other, "--between", DAY, DAY], ["diff", one, "--between", "x", DAY]):
        assert main(wrong) == 2
    assert main(["diff", one, other, "--known-by", DAY]) == 2
    assert "give as_of" in capsys.readouterr().err


def test_differences_are_values() -> None:
    """Equal arguments give equal differences and equal text."""
    first, second = (diff(TRIAL, between=("2022-12-01", DAY)) for _ in range(2))
    assert first == second
    assert isinstance(first, Difference)
    assert render_diff_json(first) == render_diff_json(evolve(second))
