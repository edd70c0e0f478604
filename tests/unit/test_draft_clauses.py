"""Who is to do what, and how strictly, where name, modal word and verb stand side by side."""

from __future__ import annotations

import pytest

from accords.texts.drafts.clauses import clause_of, modals_in, performs
from accords.vocabulary import Modality

CALLED = {"Ruritania": ("Ruritania", "Kingdom"), "Graustark": ("Graustark",), "Old Ruritania": ("Old Ruritania",)}
BOTH = ("Ruritania", "Graustark")


def names(sentence: str, who: tuple[str, ...], sides: tuple[str, ...] = BOTH) -> str | None:
    """What stands before those who are to do it; None where they are not those who are named there."""
    found = clause_of(sentence, (0, len(sentence)), who, CALLED, sides)
    return None if found is None else found.lead


@pytest.mark.parametrize(
    ("sentence", "who", "lead"),
    [
        ("Ruritania shall pay.", ("Ruritania",), ""),
        ("The Kingdom shall pay.", ("Ruritania",), ""),
        ("2. Any kingdom may pay.", ("Ruritania",), "2. "),
        ("If it rains, Ruritania also shall pay.", ("Ruritania",), "If it rains, "),
        ("Zenda says that Ruritania shall pay.", ("Ruritania",), "Zenda says that "),
        ("Ruritania and the Graustark shall pay.", BOTH, ""),
        ("Both parties shall pay.", BOTH, ""),
        ("Each side undertakes to pay.", BOTH, ""),
        ("Either side may pay.", BOTH, ""),
        ("The Kingdom itself shall pay.", ("Ruritania",), ""),
        ("Old Ruritania shall pay.", ("Old Ruritania",), ""),
        ("Old Ruritania shall pay.", ("Ruritania",), None),
        ("Ruritania and Graustark shall pay.", ("Ruritania",), None),
        ("Ruritania shall pay.", BOTH, None),
        ("Ruritania, which owes it, shall pay.", ("Ruritania",), None),
        ("Ruritania pays.", ("Ruritania",), None),
        ("It shall pay Ruritania.", ("Ruritania",), None),
        ("Both parties shall pay.", ("Ruritania",), None),
    ],
)
def test_those_bear_a_duty_who_are_named_right_before_its_modal_word(
    sentence: str, who: tuple[str, ...], lead: str | None
) -> None:
    """All of them, and nobody else; what stands before is handed on."""
    assert names(sentence, who) == lead


def test_both_parties_are_two() -> None:
    """Of three sides “both” says nothing, and “all parties” does."""
    three = (*BOTH, "Old Ruritania")
    assert names("Both parties shall pay.", three, three) is None
    assert names("All parties shall pay.", three, three) == ""


@pytest.mark.parametrize(
    ("sentence", "modalities"),
    [
        ("Neither side may publish it.", {Modality.MUST_NOT}),
        ("Neither party shall publish it.", {Modality.MUST_NOT}),
        ("Neither party shall not publish it.", set()),
        ("Both parties may publish it.", {Modality.MAY}),
    ],
)
def test_what_neither_side_may_do_both_are_forbidden(sentence: str, modalities: set[Modality]) -> None:
    """Negated twice it says nothing clear."""
    found = clause_of(sentence, (0, len(sentence)), BOTH, CALLED, BOTH)
    assert found is not None
    assert found.modal.supports == modalities


def test_a_clause_is_looked_for_in_the_quote_alone() -> None:
    """What is not quoted bears out nothing."""
    sentence = "Graustark may stay, and Ruritania shall pay."
    assert clause_of(sentence, (23, len(sentence)), ("Graustark",), CALLED, BOTH) is None
    assert clause_of(sentence, (23, len(sentence)), ("Ruritania",), CALLED, BOTH) is not None


@pytest.mark.parametrize(
    ("words", "modalities"),
    [
        ("shall pay", {Modality.MUST}),
        ("is under an obligation to pay", {Modality.MUST}),
        ("shall not pay", {Modality.MUST_NOT}),
        ("undertakes not to pay", {Modality.MUST_NOT}),
        ("may not pay", {Modality.MUST_NOT}),
        ("shall refrain from paying", {Modality.MUST_NOT}),
        ("may pay", {Modality.MAY}),
        ("shall have the right to pay", {Modality.MAY}),
        ("shall make every effort to pay", {Modality.ENDEAVOUR}),
        ("should pay", {Modality.ENDEAVOUR}),
        ("recognises it", {Modality.DECLARES}),
        ("is not obliged to pay", set()),
        ("need not pay", set()),
        ("would pay", set()),
    ],
)
def test_a_modal_word_bears_out_its_own_kind_of_duty(words: str, modalities: set[Modality]) -> None:
    """And no other; who need not do a thing is not forbidden to."""
    assert [each.supports for each in modals_in(f"Ruritania {words}.")] == [modalities]


def test_the_month_of_may_makes_no_duty() -> None:
    """Small it does."""
    assert modals_in("in May, Ruritania") == ()


@pytest.mark.parametrize(
    ("action", "rest", "is_owned", "is_done"),
    [
        ("pay its dues", " pay its dues", True, True),
        ("promptly pay", " immediately pay its dues", True, True),
        ("pay its dues", ", in good time, pay its dues", True, True),
        ("repair it", " keep it and repair it", True, True),
        ("charge tolls", " charging tolls", True, True),
        ("pay its dues", " be paid its dues", True, False),
        ("open the gates", " be opened by it", False, True),
        ("pay its dues", " see its dues paid", True, False),
        ("pay its dues", " ensure that it lends and pay its dues", True, False),
        ("", " pay its dues", True, False),
        ("pay", "", True, False),
    ],
)
def test_the_verb_of_an_action_stands_behind_the_modal_word(
    action: str, rest: str, is_owned: bool, is_done: bool
) -> None:
    """Where somebody is named who is to do it, “be paid” is not “pay”."""
    assert performs(action, rest, is_owned) is is_done


def test_a_long_list_of_names_before_somebody_else_is_gone_through_to_its_end() -> None:
    """A list that does not end in a modal word bears nothing, in however many ways it could be read."""
    called = {f"Town {number}": (f"Town {number}",) for number in range(40)}
    sentence = ", ".join(called) + ", it shall pay."
    assert clause_of(sentence, (0, len(sentence)), ("Town 1",), called, ()) is None
