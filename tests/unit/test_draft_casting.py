"""Who somebody is by the words beside the name: for whom it acts, in which part, and called what."""

from __future__ import annotations

import pytest

from accords.texts.drafts.casting import ActsAs, acts_as_said, has_part, is_office, is_party, is_same_name
from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.form import Draft, DraftDuty, DraftPerson, DraftStatement
from accords.texts.edition import new_edition


@pytest.mark.parametrize(
    ("sentence", "borne"),
    [
        ("Ruritania’s envoy, Rassendyll, and Graustark’s envoy, Lorry, met.", ActsAs.STATED),
        ("Rassendyll, Ruritania’s envoy, met Lorry.", ActsAs.STATED),
        ("Rassendyll, the envoy of Ruritania, spoke in Graustark.", ActsAs.STATED),
        ("The foreign minister of Ruritania, Baron Rassendyll, spoke.", ActsAs.STATED),
        ("Rassendyll, speaking for Ruritania as its minister, left.", ActsAs.INFERRED),
        ("Ruritania waited, and its envoy, Rassendyll, spoke.", ActsAs.INFERRED),
        ("The Ruritanian minister, Rassendyll, spoke.", ActsAs.INFERRED),
        ("Ruritania waited for Graustark, and its envoy, Rassendyll, spoke.", ActsAs.NOT),
        ("Graustark’s envoy, Rassendyll, met Ruritania’s envoy, Lorry.", ActsAs.NOT),
        ("Rassendyll, a retired astronomer from Ruritania, watched.", ActsAs.NOT),
        ("Ruritania’s opposition leader, Rassendyll, spoke.", ActsAs.NOT),
        ("Ruritania’s former minister, Rassendyll, spoke.", ActsAs.NOT),
        ("A Ruritanian blogger, Rassendyll, called it fine.", ActsAs.NOT),
        ("Rassendyll, the envoy of Graustark to Ruritania, spoke.", ActsAs.NOT),
        ("Rassendyll spoke.", ActsAs.NOT),
    ],
)
def test_somebody_acts_for_another_by_a_title_beside_both_names(sentence: str, borne: str) -> None:
    """Whoever only comes from there, or no longer is in office, does not."""
    assert acts_as_said(sentence, ("Rassendyll",), ("Ruritania",), ("Graustark", "Lorry")) == borne


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Ruritania and Graustark announced a deal.", True),
        ("Graustark and the Kingdom of Ruritania have agreed on it.", True),
        ("A treaty between Graustark and Ruritania.", True),
        ("Ruritania shall pay.", True),
        ("Graustark announced a deal, brokered by Ruritania.", False),
        ("Ruritania refused to agree to it.", False),
        ("Ruritania never signed it.", False),
        ("Graustark told Ruritania nothing.", False),
    ],
)
def test_a_party_is_said_to_agree_to_something(sentence: str, is_one: bool) -> None:
    """Alone or with others, and not by its name alone."""
    assert is_party(sentence, ("Ruritania",), ("Ruritania", "Graustark")) is is_one


@pytest.mark.parametrize(
    ("sentence", "role", "is_it"),
    [
        ("They met under the mediation of Zenda.", "mediator", True),
        ("Zenda, which will verify the count, sent a ship.", "verifier", True),
        ("Zenda sent a ship.", "verifier", False),
        ("Zenda offered to verify the count.", "verifier", False),
        ("Zenda declined to act as mediator.", "mediator", False),
        ("Zenda was asked to serve as guarantor.", "guarantor", False),
        ("Zenda volunteered to monitor the count.", "monitor", False),
        ("Ruritania invited Zenda to mediate.", "mediator", False),
        ("Zenda agreed to act as mediator.", "mediator", True),
        ("The talks were to be mediated by Zenda.", "mediator", False),
        ("The talks were nearly mediated by Zenda.", "mediator", False),
        ("Zenda was to verify the count.", "verifier", False),
        ("The talks were mediated by Zenda.", "mediator", True),
        ("Zenda is to verify the count.", "verifier", True),
        ("Zenda thanked Graustark, which will verify the count.", "verifier", False),
        ("Zenda does something else.", "other", False),
    ],
)
def test_a_part_has_a_word_for_it_beside_the_name(sentence: str, role: str, is_it: bool) -> None:
    """And not beside the name of somebody else."""
    assert has_part(sentence, ("Zenda",), ("Graustark",), role) is is_it


@pytest.mark.parametrize(
    ("name", "other", "is_same"),
    [
        ("Seabed Forum", "the Forum", True),
        ("Ruritania", "Kingdom of Ruritania", True),
        ("Grand Duchy of Zenda", "GDZ", True),
        ("Ruritania", "Realm", True),
        ("Ruritania", "Old Ruritania", False),
        ("Ruritania", "Strelsau", False),
    ],
)
def test_another_name_is_a_form_of_the_name_or_said_to_be_the_same(name: str, other: str, is_same: bool) -> None:
    """Whatever else a draft says that somebody is called is its own word."""
    assert is_same_name(name, other, "Ruritania (hereinafter the “Realm”) and Strelsau.") is is_same


@pytest.mark.parametrize(("sentence", "is_one"), [("The minister, Zapt, spoke.", True), ("A fan, Zapt, spoke.", False)])
def test_an_office_has_a_word_for_it(sentence: str, is_one: bool) -> None:
    """In the name or beside it."""
    assert is_office(sentence, "Zapt") is is_one


def test_no_admission_is_made_of_nothing() -> None:
    """An envoy of the other side who accuses does not speak for the accused, and nobody decides who only looks on."""
    text = (
        "Ruritania and Graustark announced a deal.\nRuritania’s envoy, Rassendyll, and Graustark’s envoy, Lorry, met.\n"
        "Graustark shall keep the gates open.\nRassendyll said that Graustark closed the gates.\n"
        "Zapt, a retired astronomer from Graustark, watched.\n"
    )
    one, two = {"quote": text.splitlines()[0], "paragraph": 1}, {"quote": text.splitlines()[1], "paragraph": 2}
    people = (
        DraftPerson(**one, name="Ruritania", part="party"),
        DraftPerson(**one, name="Graustark", part="party"),
        DraftPerson(**two, name="Rassendyll", kind="office", acts_for="Graustark"),
        DraftPerson(
            quote=text.splitlines()[4], paragraph=5, name="Zapt", kind="office", part="verifier", acts_for="Graustark"
        ),
    )  # fmt: skip
    duty = DraftDuty(
        quote=text.splitlines()[2], paragraph=3, key="gates", who=("Graustark",), action="keep the gates open"
    )
    said = DraftStatement(
        quote=text.splitlines()[3], paragraph=4, happening="closed", summary="Graustark closed the gates.",
        says="breach", said_by="Rassendyll", done_by=("Graustark",), duty="gates",
    )  # fmt: skip
    made = compile_draft(Draft(people=people, duties=(duty,), statements=(said,)), new_edition(text, id="t"))
    assert made.record is not None
    assert not any(actor.acts_for for actor in made.record.actors)
    assert not made.record.third_parties
    assert [(each.row, each.part) for each in made.left_out] == [(3, "acts_for"), (4, "acts_for"), (4, "part")]
    assert any(each.part == "kind" for each in made.about("people", 4))


def test_a_name_that_the_draft_alone_gives_bears_out_nothing() -> None:
    """It is kept as a name, and marked wherever a row leans on it."""
    text = "Ruritania and Graustark announced a deal.\nStrelsau shall mend the fence.\n"
    quote = {"quote": text.splitlines()[0], "paragraph": 1}
    people = (DraftPerson(**quote, name="Ruritania", part="party", also_called=("Strelsau",)),)
    duty = DraftDuty(quote=text.splitlines()[1], paragraph=2, key="fence", who=("Ruritania",), action="mend the fence")
    made = compile_draft(Draft(people=people, duties=(duty,)), new_edition(text, id="t"))
    assert made.record is not None
    assert [name.text for name in made.record.actors[0].names] == ["Strelsau"]
    assert [each.part for each in made.about("people", 1)] == ["also_called"]
    assert made.about("duties", 1)


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("“We signed nothing,” said Ruritania’s own envoy, Rassendyll.", False),
        ("Nothing shows that Ruritania’s own envoy, Rassendyll, was there.", True),
        ("“It is not true that Ruritania’s own envoy, Rassendyll, was there,” it said.", True),
    ],
)
def test_what_somebody_says_in_quotation_marks_takes_no_name_away(text: str, is_marked: bool) -> None:
    """Unless the name itself stands between them."""
    start = text.index("Ruritania’s")
    quote = text[start : text.index("Rassendyll") + len("Rassendyll")]
    people = (
        DraftPerson(quote="Ruritania and Graustark met there", paragraph=1, name="Ruritania", part="party"),
        DraftPerson(quote=quote, paragraph=2, name="Rassendyll", acts_for="Ruritania"),
    )
    edition = new_edition(f"Ruritania and Graustark met there.\n{text} He came late.\n", id="t")
    made = compile_draft(Draft(people=people), edition)
    assert any("outside the quote" in each.words for each in made.about("people", 2)) is is_marked
