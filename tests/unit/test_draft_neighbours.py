"""Headings and neighbouring paragraphs that take the words of a row away, or put them down to others."""

from __future__ import annotations

import pytest

from accords.texts.drafts.quotes import QuotedPassage, find_quote
from accords.texts.drafts.suspects import neighbour_marks, paragraph_marks
from accords.texts.edition import new_edition

DUTY = "Graustark shall buy the pears."
AWAY = [
    "The following points were struck out of the text:",
    "None of what follows was agreed:",
    "Graustark's opening offer was this.",
    "Under the treaty of 1990:",
    "The parties dropped these words:",
    "Ruritania had demanded the following:",
    "If the bridge is built:",
    "The sides spoke for two days. Nothing came of the following:",
    "According to the envoy of Zenda:",
    "By the agreement between Zenda and Graustark:",
    "These points were left open:",
    "The list that follows holds what was thrown out:",
    "The clauses below are void:",
    "Void:",
    "A list of lost causes:",
    "What Graustark turned down:",
]
"""Headings that take away what stands under them."""
KEPT = [
    "The sides agreed on the following:",
    "Ruritania refused a first text. The sides agreed on the following:",
    "A spokesman said that the sides had agreed on these points:",
    "Article 3:",
    "On the withdrawal of the guards:",
    "Ruritania dropped its claim to the pears.",
    "Under this agreement:",
]
"""Headings, or paragraphs that are none, that take nothing away."""
BEHIND = [
    "The last sentence was left out when they shook hands.",
    "None of this was agreed.",
    "These points were dropped on the second day.",
    "That was the offer of Graustark.",
]
"""Paragraphs that take away what stands before them."""
BESIDE = [
    "Neither side shall build walls.",
    "This deal shall not be published.",
    "The provisions of the old deal shall not apply.",
    "Ruritania denied that it had bought pears.",
    "The following points were struck out:",
    "None of the guards shall stay.",
]
"""Paragraphs that are about something else."""


def marks(*paragraphs: str, at: int) -> list[str]:
    return list(neighbour_marks(new_edition("\n".join(paragraphs) + "\n", id="t"), at))


@pytest.mark.parametrize("heading", AWAY)
def test_a_heading_that_takes_away_marks_every_row_under_it(heading: str) -> None:
    """Of an item of a list, over the items before it, and of sentences without numbers."""
    items = [f"({sign}) {DUTY}" for sign in "abc"]
    assert all(marks(heading, *items, at=at) for at in (2, 3, 4))
    assert all(marks(heading, DUTY, DUTY, at=at) for at in (2, 3))


@pytest.mark.parametrize("heading", AWAY)
def test_a_heading_reaches_no_further_than_its_list(heading: str) -> None:
    """Nor back to what stands before it."""
    assert marks(DUTY, heading, f"1. {DUTY}", DUTY, at=1) == []
    assert marks(heading, f"1. {DUTY}", DUTY, at=3) == []
    assert marks(heading, DUTY, "The talks went on for a day.", DUTY, at=4) == []
    assert marks(heading, DUTY, "The sides agreed on the following:", DUTY, at=4) == []


@pytest.mark.parametrize("heading", KEPT)
def test_a_heading_that_takes_nothing_away_marks_nothing(heading: str) -> None:
    """Whatever is told in the sentences before it."""
    assert marks(heading, f"(a) {DUTY}", f"(b) {DUTY}", at=3) == []
    assert marks(heading, DUTY, at=2) == []


@pytest.mark.parametrize("behind", BEHIND)
def test_a_paragraph_that_takes_back_marks_what_stands_before_it(behind: str) -> None:
    """Every item of a list, and otherwise the paragraph right before."""
    assert all(marks(f"(a) {DUTY}", f"(b) {DUTY}", behind, at=at) for at in (1, 2))
    assert marks(DUTY, behind, at=1)
    assert marks(DUTY, DUTY, behind, at=1) == []


@pytest.mark.parametrize("behind", BESIDE)
def test_a_paragraph_about_something_else_takes_nothing_back(behind: str) -> None:
    """However it denies that."""
    assert marks(DUTY, behind, at=1) == []
    assert marks(f"(a) {DUTY}", behind, at=1) == []


@pytest.mark.parametrize("line", ["Wishes of Graustark", "Ideas of the mediator", "Open questions", "Failed points"])
def test_a_heading_by_its_form_tells_of_what_stands_under_it(line: str) -> None:
    """Where it speaks of wishes, or of what came to nothing; its end is that of its list."""
    assert all(marks(line, DUTY, DUTY, at=at) for at in (2, 3))
    assert marks(line, DUTY, "The sides met again.", DUTY, at=4) == []


@pytest.mark.parametrize("line", ["The orchard", "Duties of Graustark", "On pears and plums"])
def test_a_heading_that_names_a_subject_tells_nothing(line: str) -> None:
    """Most do."""
    assert marks(line, DUTY, at=2) == []


@pytest.mark.parametrize("line", ["These clauses are void.", "All of this was turned down."])
def test_a_paragraph_that_says_void_may_be_about_those_on_either_side(line: str) -> None:
    """Neither is left without a mark."""
    assert marks(line, DUTY, at=2)
    assert marks(DUTY, line, at=1)


def beside(before: str, after: str) -> list[str]:
    text = f"{before} {DUTY} {after}".strip()
    found = find_quote(new_edition(text + "\n", id="t"), DUTY, 1)
    assert isinstance(found, QuotedPassage)
    return list(paragraph_marks(found))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nothing came of the next point.", ""),
        ("The sides could not settle the following item.", ""),
        ("", "Both delegations crossed this out at dusk."),
        ("", "The mediator struck the line."),
        ("", "Ruritania vetoed that clause."),
        ("", "Lent is excepted."),
        ("", "In dry years it need not."),
        ("", "Afterwards the sides made it two."),
    ],
)
def test_a_sentence_beside_it_that_is_about_it_is_told(before: str, after: str) -> None:
    """Wherever in the sentence it says so."""
    assert beside(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The mediator struck the line.", ""),
        ("", "Graustark laughed at this."),
        ("", "The bridge fell in a storm."),
        ("", "Later they dined."),
    ],
)
def test_a_sentence_beside_it_about_something_else_is_not(before: str, after: str) -> None:
    """What strikes a line that stands before it says nothing of what follows."""
    assert beside(before, after) == []
