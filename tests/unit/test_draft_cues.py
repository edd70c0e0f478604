"""The words by which a quote may be put to false use."""

from __future__ import annotations

import pytest

from accords.texts.drafts.cues import ASIDE, NO_NAMES, OTHER_MODALITY, SAYS_MODALITY
from accords.vocabulary import Modality


@pytest.mark.parametrize("word", ["not", "unless", "only", "denied", "would", "isn’t", "never", "draft", "repealed"])
def test_words_that_turn_a_sentence_are_known_whole(word: str) -> None:
    """And not as parts of others."""
    assert ASIDE.search(f"it was {word}, so")
    assert not ASIDE.search(f"it was xx{word}xx, so")


def test_every_modality_has_words_of_its_own_and_of_others() -> None:
    """And its own are not among the others'."""
    own = {Modality.MUST: "shall", Modality.MUST_NOT: "shall not", Modality.MAY: "may", Modality.ENDEAVOUR: "efforts",
           Modality.DECLARES: "recognises"}  # fmt: skip
    assert set(SAYS_MODALITY) == set(OTHER_MODALITY) == set(own) == set(Modality)
    for modality, word in own.items():
        assert SAYS_MODALITY[modality].search(word)
        assert not OTHER_MODALITY[modality].search(word)
    assert "article" in NO_NAMES
