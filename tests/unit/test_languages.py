"""Languages by their names."""

from __future__ import annotations

import pytest

from accords.checks.wording.languages import LANGUAGES, MEANT, tag_of


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("English", "en"),
        ("german", "de"),
        ("Frensh", "fr"),
        ("Serbian (Latin)", "sr-Latn"),
        ("en_GB", "en-GB"),
        ("ger", "de"),
        ("srp Cyrl", "sr-Cyrl"),
        ("Bahasa Indonesia", "id"),
        ("Klingon", None),
        ("English and French", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_name_or_by_its_tag_in_other_signs(said: str, tag: str | None) -> None:
    """And what is no language has no tag."""
    assert tag_of(said) == tag


def test_each_tag_is_its_own_and_each_wrong_code_leads_to_a_tag() -> None:
    """So what is advised needs no further advice; Montenegrin alone has no two letters."""
    assert {tag for tag in LANGUAGES if tag_of(tag) != tag and tag not in MEANT} == set()
    assert {tag for tag in MEANT.values() if tag not in LANGUAGES} == {"cnr"}
