"""No phrase leans: none accuses, acquits or hints where the record does not, and whoever is charged is heard."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.checklist.happenings import happening_in_words
from accords.checklist.headings import Headings
from accords.checklist.notes import NoteBook
from accords.checklist.standing_lines import about_lines, standing_lines
from accords.compare.records import diff
from accords.engine.days.axis import Axis
from accords.engine.facts.ledger import Ledger
from accords.engine.worlds.assess import Assessor
from accords.model.actors import Actor, ActsFor
from accords.model.agreement import Agreement
from accords.model.conditions import Offset, OnObligation, Prose
from accords.model.events import Claim, Event
from accords.model.sources import Citation, Source
from accords.render.checklist.html import render_html
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.site.duties import history_of
from accords.render.site.shelf import Shelf
from accords.render.status.text import render_status
from accords.standing.heard import cleared_by
from accords.standing.history import changes
from accords.standing.report import day_number, status
from accords.vocabulary import Basis, Borne, EventKind, Modality, Says
from accords.words import names_of
from deals import deal, duty, said, stands
from outputs import outputs
from sites import html_of, released, site_of

DAY = "2023-06-01"
NOT = duty(modality=Modality.MUST_NOT, owed_to_ids=("b",))


def charged(*claims: Claim, who: str = "o", **more: Any) -> Event:
    """Something that may breach a duty, of which ``claims`` tell."""
    return Event(id="e", kind=EventKind.CONDUCT, summary="It was done", obligation_ids=(who,), claims=claims, **more)


def says(by: str, what: Says, when: str | None = None, known: str = "2023-02-10", **more: Any) -> Claim:
    """What somebody says."""
    return Claim(says=what, when=when, known_on=known, claimed_by_id=by, **more)


FEBRUARY = charged(says("b", Says.BREACH, "2023-02", "2023-03-01"), says("a", Says.NO_BREACH, known="2023-03-02"))


def test_a_day_within_the_charge_names_who_denies_it() -> None:
    """What is known of the charge is known of the denial: in a status, in a history and on the page of the duty."""
    record = deal(NOT, events=(FEBRUARY,))
    (found,) = status(record, as_of="2023-02-10", known_by=DAY).instances
    assert found.name == "claimed by b: not kept, by this day or later; denied by a"
    (shown,) = Shelf.of([released(record)], [DAY], NoteBook(None), {}, None).shown
    told = [words for _, many in history_of(shown, shown.duties[0]) for words in many]
    assert found.name in told
    assert not [words for words in told if "claimed by b" in words and "denied by a" not in words]


def test_before_the_day_of_a_charge_nothing_hints_at_it() -> None:
    """The duty stands as one of which nobody charges anything."""
    for event in (FEBRUARY, charged(says("b", Says.BREACH, "2023-02"))):
        (found,) = status(deal(NOT, events=(event,)), as_of="2023-01-20", known_by=DAY).instances
        assert found.name == "in force, no breach reported"


def test_who_says_that_a_duty_is_kept_is_named_in_every_output() -> None:
    """No sign and no count says then that nothing is reported."""
    record = deal(NOT, events=(charged(says("a", Says.NO_BREACH)),))
    (found,) = stands(record, DAY)
    assert found.name == "in force, no breach reported; not breached, according to a"
    for name, seen in outputs(record, DAY).items():
        if name.startswith(("status", "checklist")) and "no breach reported" in seen:
            assert "not breached, according to a" in " ".join(seen.split()), name
        assert not re.search(r"nothing reported|without a report", seen), name


def test_of_what_is_not_established_both_are_open_whether_it_happened_and_what_it_was() -> None:
    """In the dispute, and in what would tell; of what both tell only what it was."""
    both = "whether it breached the duty, if it happened"
    one_sided = charged(says("b", Says.BREACH, "2023-02-01"), says("a", Says.NO_BREACH))
    told = charged(says("b", Says.BREACH, "2023-02-01"), says("a", Says.NO_BREACH, "2023-02-01"),
                   says("a", Says.OCCURRED, "2023-02-01"))  # fmt: skip
    for event, open_fact in ((one_sided, True), (told, False)):
        (item,) = checklist(deal(NOT, events=(event,)), as_of=DAY).items
        assert item.standing is not None
        assert [dispute.matter == both for dispute in item.standing.disputes] == [open_fact]
        assert any("happened, and breached" in words for words in item.standing.would_change) is open_fact


def test_a_power_that_nobody_is_said_to_have_used_is_not_called_used() -> None:
    """Though what it hangs on is told in words that no day can meet."""
    power = duty(modality=Modality.MAY, trigger=Prose(text="obstruction by either"))
    (found,) = stands(deal(power), DAY)
    assert found.name == "no use reported, nor certain that its condition is met"
    (found,) = stands(deal(power, events=(said("use", "2023-02-01", by="a"),)), DAY)
    assert "no use reported" not in found.name


@pytest.mark.further
def test_a_proof_tells_a_first_violation_only_where_one_is_certain() -> None:
    """Days on which one is merely possible suggest it."""
    guilty = charged(says("b", Says.BREACH, "2023-02-01"), says("a", Says.BREACH, "2023-02-01"))
    for events, told in (((), False), ((FEBRUARY,), False), ((guilty,), True)):
        assert ("first violation" in outputs(deal(NOT, events=events), DAY)["proofs terminal"]) is told


def test_whoever_is_charged_answers_first() -> None:
    """Others that say the same come after; what was read in is marked beside whom it is of."""
    spokesman = Actor(id="s", name="Spokesman", acts_for=(ActsFor(actor_id="a"),))
    claims = (says("b", Says.BREACH, "2023-02-01"), says("n", Says.NO_BREACH),
              says("s", Says.NO_BREACH, basis=Basis.INFERRED))  # fmt: skip
    record = deal(NOT, events=(charged(*claims),))
    record = evolve(record, actors=(*record.actors, spokesman))
    (found,) = stands(record, DAY)
    assert (found.disputes[0].deniers, found.violations[0].denied_by_ids) == (("s", "n"), ("s", "n"))
    seen = " ".join(outputs(record, DAY)["status terminal"].split())
    assert "denied by Spokesman (of a; as the coder reads it) and n" in seen


@pytest.mark.further
def test_every_list_has_the_same_order() -> None:
    """By who owes it, as the parties are listed, though the duties of the text begin with another."""
    record = deal(duty("second", "b"), duty("both", "ab"), duty("first", "a"))
    wanted = [item.instance.split("/")[0] for item in checklist(record, as_of=DAY).items]
    assert wanted == ["both", "first", "second", "both"]
    seen = outputs(record, DAY)
    for name in ("checklist terminal", "checklist markdown", "status terminal", "status markdown", "changes terminal"):
        found = re.findall(r"\b(first|second|both)\b", seen[name])
        assert list(dict.fromkeys(found)) == ["both", "first", "second"], name
    moved = changes(record, between=("2000-01-01", DAY))
    assert [each.obligation_id for each in moved] == ["second", "both", "both", "first"]


def _sourced() -> Agreement:
    early = Source(id="x", title="A breached it", kind="news_report", published="2023-02-01")
    late = Source(id="y", title="Later news", kind="news_report", published="2024-01-01")
    last = Source(id="z", title="B* is right", kind="news_report", published="2023-02-02")
    cited = tuple(Citation(source_id=each) for each in ("x", "z"))
    return deal(evolve(NOT, citations=cited), sources=(early, late, last))


def test_titles_of_sources_stand_in_quotation_marks() -> None:
    """What they say is theirs, and a mark in them leads to no note."""
    rows = checklist(_sourced(), as_of=DAY)
    for render in (render_terminal, render_markdown, render_html):
        seen = render(rows).replace("\\", "")
        for title in ("A breached it", "B* is right"):
            cited = re.findall(f".{re.escape(title)}.", re.sub(r"<script.*?</script>", "", seen, flags=re.DOTALL))
            assert cited, title
            assert set(cited) == {f"“{title}”"}, (render, cited)


def test_a_gap_in_the_numbers_of_sources_is_explained() -> None:
    """It is no deletion; without a gap there is nothing to explain."""
    wanted = ["Numbers that are missing under Sources are of sources from after 1 June 2023."]
    for day, told in ((DAY, wanted), ("2024-06-01", [])):
        rows = checklist(_sourced(), as_of=day)
        assert [line.words for line in about_lines(rows) if line.key == "numbers"] == told


def test_what_programs_read_of_a_page_has_the_marks_the_notes_and_both_sides() -> None:
    """A status may be read alone there."""
    record = deal(NOT, events=(charged(says("b", Says.BREACH, "2023-02-01"), says("a", Says.NO_BREACH)),))
    rows = checklist(record, as_of=DAY)
    page = render_html(rows, record)
    found = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    assert found["name"] == rows.marked_title
    assert "charged by b, denied by a" in found["hasPart"][0]["creativeWorkStatus"]


@pytest.mark.parametrize(("modality", "words"), [(Modality.MUST_NOT, "a must not do it"), (Modality.MUST, "a must")])
def test_the_title_of_a_page_says_the_same_as_the_duty(modality: Modality, words: str) -> None:
    """A tab, a bookmark or a result of a search has nothing else."""
    site = html_of(site_of(released(deal(evolve(NOT, modality=modality)))))
    assert re.findall("<title>(.*?) – ", site["a/deal/o/index.html"].text)[0].startswith(words)


def test_a_plan_is_told_as_one_and_nobody_is_quoted_with_it() -> None:
    """The summary is the record's, and may be in the past tense."""
    plan = said("p", "2023-07-01", by="a", on=None, says=Says.PLANNED, known="2023-02-01")
    seen = render_html(checklist(deal(NOT, events=(plan,)), as_of=DAY), deal(NOT, events=(plan,)))
    assert "told as a plan: it happened" in seen
    assert "“it happened”" not in seen


def test_what_another_record_lacks_was_not_taken_back() -> None:
    """A comparison of two records says that they are two; one of two versions does not."""
    record = deal(NOT, events=(FEBRUARY,))
    for other, told in ((evolve(record, id="other", events=()), True), (evolve(record, events=()), False)):
        counts = " ".join(diff(record, other, as_of=DAY).counts)
        assert "2 claims of the first are not in the second." in counts
        assert ("These are two records" in counts) is told


def test_the_place_of_a_duty_goes_by_who_owes_it() -> None:
    """Parties as they are listed; what they owe together comes after what each owes alone."""
    together = duty("d", "ab", borne=Borne.JOINTLY)
    record = deal(duty("e", "ab"), together)
    headings = Headings.of(record, names_of(record))
    each, shared = record.obligations
    orders = [headings.order_of(each, ("a",)), headings.order_of(each, ("b",)), headings.order_of(shared, ("a", "b"))]
    assert orders == sorted(orders)
    assert len(set(orders)) == 3


def test_who_clears_a_duty_is_heard_for_days_that_came() -> None:
    """What is said of a later day clears nothing before it."""
    record = deal(NOT, events=(FEBRUARY,))
    axis = Axis.of(record)
    for day, heard in (("2023-01-20", ()), ("2023-02-10", ("a",))):
        t = day_number(day, axis)
        assessor = Assessor(record, axis, t, day_number(DAY, axis))
        (found,) = assessor.all()
        assert cleared_by(assessor.ledger, found.instance, found.terms[0], t) == heard


def test_an_event_by_itself_says_how_much_it_was_and_what_was_found() -> None:
    """Beside how well it stands."""
    event = said("e", "2023-02-01", extent_text="two of three")
    record = deal(duty(), events=(event,))
    at = day_number(DAY, Axis.of(record))
    told = happening_in_words(Ledger(record, Axis.of(record), at, at), event, names_of(record))
    assert told == "it happened, two of three (both sides are recorded as saying so; said by a and b)"


@pytest.mark.parametrize(("speakers", "words"), [("ab", "31 January 2023"), ("b", "31 January 2023, as far as")])
def test_the_day_on_which_a_right_closes_is_told(speakers: str, words: str) -> None:
    """In every output that tells of it, with whether what it is counted from is certain."""
    ends = Offset(anchor=OnObligation(obligation_id="list"), duration="P30D")
    power = duty("ask", who="a", modality=Modality.MAY, ends=ends)
    record = deal(duty("list", who="b"), power, events=(said("listed", "2023-01-01", by=speakers, on="list"),))
    found = next(each for each in status(record, as_of="2023-01-10").instances if each.obligation_id == "ask")
    assert not {"no_date_stated"} & set(found.flags)
    assert f"can be used until {words}" in " ".join(render_status(status(record, as_of="2023-01-10"), record).split())
    for day, told in (("2023-01-10", "can"), ("2023-02-10", "could")):
        row = checklist(record, as_of=day).items[0]
        assert row.obligation_id == "ask"
        lines = [line.text for line in standing_lines(row) if words in line.text]
        assert [line[: len(told) + 8] for line in lines] == [f"{told} be used"]
        assert "no date stated" not in " ".join(line.text for line in standing_lines(row))


def test_a_power_that_hangs_on_silence_hints_at_no_use() -> None:
    """Whether its time came, is over or never comes is told as far as anybody reports."""
    ends = Offset(anchor=OnObligation(obligation_id="list"), duration="P30D")
    waits = OnObligation(obligation_id="list")
    power = duty("ask", who="a", modality=Modality.MAY, trigger=waits, ends=ends)
    record = deal(duty("list", who="b"), power, events=(said("listed", "2023-01-05", by="b", on="list"),))
    found = next(each for each in status(record, as_of="2023-03-10").instances if each.obligation_id == "ask")
    assert {"exercised", "conditional"} <= found.states
    assert found.name == "expired as far as is reported, no use reported"
