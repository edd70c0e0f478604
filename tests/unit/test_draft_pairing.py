"""Rows held against their quotes, and statements against their duties, with what joins the words."""

from __future__ import annotations

import pytest

from accords.texts.drafts.form import DraftDuty
from accords.texts.drafts.pairing.objects import other_objects, shares_in
from accords.texts.drafts.pairing.performing import unlike_duty
from accords.texts.drafts.pairing.relations import relations_of, turned_relations
from accords.texts.drafts.pairing.senses import other_senses
from accords.texts.drafts.unsaid import RowWords

TURNED = [
    ("move the bees to Zenda", "move the bees from Zenda"),
    ("carry wax from Zenda to Hentzau", "carry wax from Hentzau to Zenda"),
    ("vote on the tax", "vote for the tax"),
    ("pay for the oil", "pay with the oil"),
    ("speak for the weavers", "speak to the weavers"),
    ("camp on the island", "camp by the island"),
    ("look for the ring", "look the ring"),
    ("lend the barge of Ruritania", "lend the barge to Ruritania"),
    ("sail under the bridge", "sail over the bridge"),
]
"""What a sentence says, and a row that turns it round by a small word."""
SAME = [
    ("pay at least 40 crowns to Ruritania by 3 May 2022", "pay crowns to Ruritania"),
    ("supply Ruritania with wire", "supply wire"),
    ("move the bees of the queen into the old town", "move the bees to the town"),
    ("keep the lamp lit and to feed the bees", "keep the lamp lit and feed the bees"),
    ("lend, in the dry months, barges", "lend barges"),
]
"""What a sentence says, and a row that says less of it, or the same."""


@pytest.mark.parametrize(("sentence", "action"), TURNED)
def test_a_small_word_that_turns_a_row_round_is_found_either_way(sentence: str, action: str) -> None:
    """Whichever of both the sentence says."""
    assert list(turned_relations(action, sentence))
    assert list(turned_relations(sentence, action))


@pytest.mark.parametrize(("sentence", "action"), SAME)
def test_a_row_that_leaves_words_out_is_not_turned_round(sentence: str, action: str) -> None:
    """What is left out is looked at elsewhere."""
    assert list(turned_relations(action, sentence, ("Ruritania",))) == []
    assert list(turned_relations(sentence, sentence)) == []


def test_each_word_has_what_stands_before_it() -> None:
    """A row's own words end what stands before the next."""
    assert relations_of("go to the hill with goats", ("hill",)) == {"go": {""}, "hill": {"to"}, "goat": {"with"}}


OWED = ("open the weir at Zenda", "Graustark shall open the weir at Zenda for Ruritania")


@pytest.mark.parametrize(
    ("told", "untold", "added"),
    [
        ("Graustark opened the weir at Zenda.", (), ()),
        ("Graustark opened the weir at Zenda on 3 May 2022.", (), ()),
        ("Graustark opened the weir at Hentzau.", ("Zenda",), ("at Hentzau",)),
        ("Graustark opened the weir.", ("Zenda",), ()),
        ("Graustark opened the lock at Zenda.", ("weir",), ("lock",)),
        ("Graustark opened the weir at Zenda to geese.", (), ("to geese",)),
        ("Graustark opened the weir from Zenda.", (), ("from Zenda",)),
    ],
)
def test_what_is_told_of_another_thing_or_place_is_not_what_is_owed(
    told: str, untold: tuple[str, ...], added: tuple[str, ...]
) -> None:
    """Nor what is told of less."""
    unlike = unlike_duty(told, OWED[0], sentence=OWED[1], receivers=(), doers=("Graustark",))
    assert (() if unlike is None else unlike.untold) == untold
    assert (() if unlike is None else unlike.added) == added


def test_whoever_is_to_get_it_has_to_be_told_of() -> None:
    """Another one is somebody else."""
    unlike = unlike_duty(
        "Graustark paid Zenda.",
        "pay Ruritania",
        sentence="Graustark shall pay Ruritania",
        receivers=("Ruritania",),
        doers=("Graustark",),
    )
    assert unlike is not None
    assert (unlike.untold, unlike.added, unlike.is_bare) == (("Ruritania",), ("Zenda",), False)


def test_shares_and_other_things_of_a_thing_are_found() -> None:
    """Unless the row says them too."""
    row = DraftDuty(quote="", paragraph=1, action="sell the bees")
    said = RowWords(row, ())
    assert list(shares_in(row, "sell half of the bees", said)) == ["sell half of"]
    assert list(other_objects(row.action, "sell the honey of the bees", said)) == ["the honey of"]
    assert list(shares_in(row, "sell the bees", said)) == list(other_objects(row.action, "sell the bees", said)) == []


@pytest.mark.parametrize(
    ("sentence", "action", "modality", "is_marked"),
    [
        ("Graustark will be glad", "be glad", "must", True),
        ("Graustark may lose the pears", "lose the pears", "may", True),
        ("Graustark must have sold the mare", "have sold the mare", "must", True),
        ("Graustark is to blame for the flood", "blame for the flood", "must", True),
        ("Graustark promised to plant elms in the treaty of the last century", "plant elms", "must", True),
        ("Graustark agreed to plant elms under the old deal", "plant elms", "must", True),
        ("Graustark will turn forty in May", "turn forty in May", "must", True),
        ("Graustark will turn sour", "turn sour", "must", True),
        ("Graustark will age well", "age well", "must", True),
        ("Graustark may catch a cold", "catch a cold", "may", True),
        ("Graustark will turn forty-two geese loose", "turn forty-two geese loose", "must", False),
        ("Graustark will turn over forty mills", "turn over forty mills", "must", False),
        ("Graustark may catch eels", "catch eels", "may", False),
        ("Graustark will plant elms", "plant elms", "must", False),
        ("Graustark may plant elms", "plant elms", "may", False),
        ("Graustark shall have its wall painted", "have its wall painted", "must", False),
        ("Graustark shall plant elms under this deal", "plant elms", "must", False),
    ],
)
def test_words_of_a_duty_may_tell_of_a_state_a_guess_or_another_deal(
    sentence: str, action: str, modality: str, is_marked: bool
) -> None:
    """What is only likely, or was agreed elsewhere, is none."""
    row = DraftDuty(quote=sentence, paragraph=1, action=action, modality=modality)
    assert bool(list(other_senses(row, None, sentence, sentence))) is is_marked


@pytest.mark.parametrize(
    ("sentence", "is_kept"),
    [("Graustark shall ask for bread", False), ("Graustark shall keep the lamp lit", True)],
)
def test_that_a_duty_is_kept_from_day_to_day_is_never_invented(sentence: str, is_kept: bool) -> None:
    """Unless it forbids, which holds every day."""
    row = DraftDuty(quote=sentence, paragraph=1, action="ask", continuing=True)
    assert [part for _, part in other_senses(row, None, sentence, sentence)] == ([] if is_kept else ["continuing"])
    forbids = DraftDuty(quote=sentence, paragraph=1, action="ask", modality="must_not", continuing=True)
    assert list(other_senses(forbids, None, sentence, sentence)) == []
