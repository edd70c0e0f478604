"""How deep a text goes, told before it is parsed."""

from __future__ import annotations

import pytest

from accords.codec.reading.limits import deepest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[]", (1, 0)),
        ('{"a": [1]}', (2, 6)),
        ('["[[[", "\\"["]', (1, 0)),
        ("[[], [[]]]", (3, 6)),
    ],
)
def test_the_deepest_bracket_is_found_and_those_in_texts_do_not_count(text: str, found: tuple[int, int]) -> None:
    assert deepest(text) == found
