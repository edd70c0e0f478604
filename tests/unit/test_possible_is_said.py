"""What is only possible is called possible, what nobody reports unreported, and what is assumed assumed."""

from __future__ import annotations

import pytest
from tests.laws.small_records import KEPT, act, load, record, says, tons
from tests.laws.small_records import duty as duty_of

from accords.checklist import checklist
from accords.model.conclusion import Conclusion, Term
from accords.model.conditions import OnEvent
from accords.model.events import Claim, Event
from accords.model.obligations import Continuing
from accords.standing.standings import because_of
from accords.vocabulary import ConclusionForm, EventKind, Modality, Says
from deals import deal, duty, on_day, stands
from outputs import outputs

DAY = "2023-02-01"


@pytest.mark.thorough
def test_a_violation_that_nobody_reports_is_called_possible_and_unreported() -> None:
    """In pages and proofs alike; a charge is reported, and only possible."""
    silent = deal(duty(modality=Modality.MUST_NOT))
    claim = Claim(says=Says.BREACH, when="2023-01-09", known_on="2023-01-10", claimed_by_id="b")
    event = Event(id="e", kind=EventKind.CONDUCT, summary="it happened", obligation_ids=("o",), claims=(claim,))
    charged = deal(duty(modality=Modality.MUST_NOT, owed_to_ids=("b",)), events=(event,))
    unseen = "no breach is reported, and none is excluded"
    seen = outputs(silent, DAY)
    assert f"possible: not kept — {unseen}" in seen["proofs terminal"]
    assert f"possible: not kept: {unseen}" in seen["checklist html"]
    assert f"possible: not kept: {unseen}" not in outputs(charged, DAY)["checklist html"]
    assert "possible: not kept: a violation while it was owed" in outputs(charged, DAY)["checklist html"]


@pytest.mark.parametrize(
    ("modality", "words"),
    [(Modality.MUST, "performed, though nobody reports that"), (Modality.MAY, "used, though nobody reports that")],
)
def test_an_act_that_nobody_reports_is_said_to_be_unreported(modality: Modality, words: str) -> None:
    """Of a power it is its use."""
    (found,) = stands(deal(duty(modality=modality)), DAY)
    assert words in [because_of(found, state, row) for state, row in found.rows]


def test_what_alone_is_possible_is_not_called_possible() -> None:
    """It is so."""
    page = outputs(deal(duty(binds_from="conclusion"), term=Term(entry_into_force=on_day("2024-01-01"))), "2022-12-01")
    assert "possible:" not in page["checklist html"]
    assert "not in force" in page["checklist html"]


@pytest.mark.parametrize(
    ("claims", "words"),
    [((), "not reported"), ((Claim(says=Says.NOT_OCCURRED, known_on=DAY, claimed_by_id="n"),), "not met")],
)
def test_an_event_of_which_nobody_speaks_is_not_reported_rather_than_not_met(claims: tuple, words: str) -> None:
    """Silence is no denial."""
    event = Event(id="x", kind=EventKind.MILESTONE, summary="the talks begin", claims=claims)
    owed = duty(trigger=OnEvent(event_id="x"), performance=Continuing())
    record = deal(owed, events=(event,))
    (item,) = checklist(record, as_of=DAY).items
    assert item.conditions[0].reached_words == words
    assert item.standing is not None
    assert (item.standing.trigger_met, item.standing.trigger_words) == ("no", words)
    assert words in outputs(record, DAY)["checklist html"]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (None, "in force — it is taken to be in force"),
        (Term(entry_into_force=on_day("2023-01-01")), "in force — it entered into force"),
    ],
)
def test_an_entry_into_force_that_is_assumed_is_not_told_as_a_fact(term: Term | None, words: str) -> None:
    """The proof of the agreement itself says which it is."""
    proof = outputs(deal(duty(), term=term), DAY)["proofs terminal"]
    assert words in proof


@pytest.mark.parametrize(
    ("form", "label"),
    [
        (ConclusionForm.ANNOUNCED, "announced"),
        (ConclusionForm.AGREED_UNSIGNED, "agreed, not signed"),
        (ConclusionForm.SIGNED, "concluded"),
    ],
)
def test_what_was_announced_is_not_told_as_concluded(form: ConclusionForm, label: str) -> None:
    """In the calendar, whose entries are seen one by one."""
    record = deal(duty(), conclusion=Conclusion(form=form, date="2023-01-01"))
    assert f"Deal: {label}" in outputs(record, DAY)["checklist ics"]


@pytest.mark.further
def test_a_figure_that_both_leave_room_for_is_only_the_least_of_it() -> None:
    """What is handed over adds up to at least that; of a level, that is contested, nothing is called established."""
    both = act(says("a", "2023-01-05", **tons(90)), says("b", "2023-01-05", **tons(88)))
    seen = outputs(record(duty_of(due="2023-01-10", **load(at_least=90)), both), DAY)
    assert "; at least 88 load established; the figures are contested" in " ".join(seen["status terminal"].split())
    level = outputs(record(duty_of(**KEPT, **load(at_least=90, counted="level")), both), DAY)
    words = " ".join(level["status terminal"].split())
    assert "reported: 90 (A) and 88 (B); the figures are contested" in words
    assert "established" not in words
