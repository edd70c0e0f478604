"""What was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.suggest import nearest

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


@given(st.text(max_size=40), st.lists(st.text(alphabet="abcdef_", min_size=1, max_size=8)))
def test_only_legal_words_are_ever_named(written: str, legal: list[str]) -> None:
    """Whatever is written."""
    assert nearest(written, legal) in (None, *legal)
