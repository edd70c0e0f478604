"""What was probably meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.suggest import free_id, is_clear, nearest

FIELDS = ("id", "action", "due", "kind", "obligor_ids", "owed_to_ids", "third_parties", "title", "trigger")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("titel", "title"),
        ("dedline", "due"),
        ("deadline", "due"),
        ("obligor", "obligor_ids"),
        ("obligors", "obligor_ids"),
        ("obligor_id", "obligor_ids"),
        ("Third-Parties", "third_parties"),
        ("mediators", "third_parties"),
        ("type", "kind"),
        ("colour", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_the_nearest_legal_word_is_named_or_none(written: str, meant: str | None) -> None:
    """Slips of the pen, singular for plural, and common other names."""
    assert nearest(written, FIELDS) == meant


def test_another_name_for_a_field_is_answered_only_where_that_field_is_legal() -> None:
    """A deadline is no part of an actor."""
    assert nearest("deadline", ("id", "name", "names")) is None


@pytest.mark.thorough
@given(st.text(max_size=40), st.lists(st.text(alphabet="abcdef_", min_size=1, max_size=8)))
def test_only_legal_words_are_ever_named(written: str, legal: list[str]) -> None:
    """Whatever is written."""
    assert nearest(written, legal) in (None, *legal)


@pytest.mark.parametrize(
    ("written", "meant", "legal"),
    [
        ("titel", "title", FIELDS),
        ("dedline", "due", FIELDS),
        ("deadline", "due", FIELDS),
        ("obligor", "obligor_ids", FIELDS),
        ("Third-Parties", "third_parties", FIELDS),
        ("servia", "serbia", ("serbia", "kosovo")),
        ("Not Occurred", "not_occurred", ("occurred", "not_occurred")),
        ("occured", "occurred", ("occurred", "not_occurred", "planned")),
        ("shall", "must", ("must", "must_not", "may")),
        ("article-3-signatrue", "article-3-signature", ("article-3-signature", "article-4-deposit")),
    ],
)
def test_a_slip_of_the_pen_is_clear(written: str, meant: str, legal: tuple[str, ...]) -> None:
    """It may be mended unasked."""
    assert nearest(written, legal) == meant
    assert is_clear(written, meant, legal)


@pytest.mark.parametrize(
    ("written", "meant", "legal"),
    [
        ("article-3", "article-2", ("article-2",)),
        ("plates-2023", "plates-2022", ("plates-2022",)),
        ("kosovo-pm", "kosovo-fm", ("kosovo-fm",)),
        ("unofficial", "official", ("official", "reserved")),
        ("inbound-post", "outbound-post", ("outbound-post",)),
        ("korea-south", "korea-north", ("korea-north",)),
        ("mustnt", "must_not", ("must", "must_not")),
        ("date", "when", ("when", "says")),
        ("signature", "conclusion", ("conclusion", "event")),
        ("repair-landin", "repair-landing", ("repair-landing", "repair-landings")),
        ("colour", "title", FIELDS),
        ("", "title", FIELDS),
    ],
)
def test_what_could_be_another_word_is_not_clear(written: str, meant: str, legal: tuple[str, ...]) -> None:
    """Other numbers, other offices, opposites, two that are equally near: a person has to decide."""
    assert not is_clear(written, meant, legal)


@given(st.text(max_size=120), st.integers(0, 3))
def test_a_free_id_is_an_id_that_is_not_taken(words: str, others: int) -> None:
    """However long the words, and however often they were taken before."""
    taken: set[str] = set()
    for _ in range(others + 1):
        made = free_id(words, taken, "thing")
        assert made not in taken
        assert re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", made)
        taken.add(made)


def test_a_free_id_is_cut_at_the_end_of_a_word() -> None:
    """A hyphen at the end would make none."""
    assert free_id("x" * 89 + " gates", (), "thing") == "x" * 89
