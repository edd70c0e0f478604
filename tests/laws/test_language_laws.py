"""Another language is another table: with every phrase replaced, no word of English is left in any output.

The phrases are written in Cyrillic letters between brackets, the texts of the record in Greek ones. Whatever Latin
letters are left then come neither from the table nor from the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest

from accords.checklist import checklist
from accords.codec import unstructure
from accords.engine.days.spells import SpellKind
from accords.engine.facts.claims import Standing
from accords.model.agreement import Agreement
from accords.render.checklist.markdown import render_markdown
from accords.validate import load
from accords.words import ENGLISH, Language, counted, in_language
from outputs import BETWEEN, outputs
from records import ROOT
from texts import with_texts

RECORDS = {
    "everything": (ROOT / "tests" / "records" / "valid" / "everything.accord.json", "2023-03-10"),
    **{
        name: (ROOT / "examples" / f"{name}.accord.json", day)
        for name, day in (
            ("kosovo-serbia-plates-2022", "2022-11-23"),
            ("kosovo-serbia-plates-2022-monitored", "2023-01-20"),
        )
    },
}
"""Some are enough: it is the code that is looked at. One of them was not followed to that day."""

GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπϟρστθωχυζϛ")
CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопюрстувъшыз")


def _put(text: str, letters: dict[int, int]) -> str:
    return text.lower().translate(letters)


def bracketed(phrase: str) -> str:
    """A phrase in brackets and in letters of its own; each of its forms, with the same places to be filled in."""
    forms = []
    for form in phrase.split("|"):
        parts = []
        for words, name, shape, _ in Formatter().parse(form):
            parts.append(_put(words, CYRILLIC))
            if name is not None:
                parts.append("{" + name + (f":{shape}" if shape else "") + "}")
        forms.append(f"⟦{''.join(parts)}⟧")
    return "|".join(forms)


PSEUDO = Language(tag="en-x-pseudo", phrases={key: bracketed(phrase) for key, phrase in ENGLISH.phrases.items()})


@cache
def record_of(name: str) -> Agreement:
    record: Agreement = with_texts(load(RECORDS[name][0]), lambda text: _put(text, GREEK))
    return record


@cache
def shown(name: str, language: Language = PSEUDO) -> dict[str, str]:
    return outputs(record_of(name), RECORDS[name][1], language)


def ids_in(value: object, under: str = "") -> Iterator[str]:
    """The ids in plain JSON."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from ids_in(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from ids_in(each, under)
    elif isinstance(value, str) and (under == "id" or under.endswith(("_id", "_ids"))):
        yield value


_OTHERS = re.compile(r"https?:\S+|(?<!\S)/\S+|\b[0-9a-f]{16,}\b|\((?:[ivxlc]+|[a-z])\)")
"""Addresses, pointers to fields, hashes, and the marks of lists."""


def left(text: str, ids: set[str]) -> list[str]:
    """The words in Latin letters that are no ids of the record, alone or joined by slashes."""
    found = dict.fromkeys(re.findall(r"[\w.:/#+-]*[A-Za-z]{2}[\w.:/#+-]*", _OTHERS.sub(" ", text)))
    return [word for word in found if not {part.strip(".:#+-") for part in word.split("/")} <= ids]


VALUES = {*map(str, Standing), *map(str, SpellKind)}
"""What JSON has in place of words."""


@pytest.mark.parametrize("name", RECORDS)
def test_no_word_of_ours_is_left_outside_the_table(name: str) -> None:
    """In any format for people, of any example."""
    ids = set(ids_in(unstructure(record_of(name))))
    for form, text in shown(name).items():
        assert "json" in form or left(text, ids) == [], form


@pytest.mark.parametrize("name", RECORDS)
def test_no_sentence_of_ours_is_left_in_json(name: str) -> None:
    """A text with a space in it has no Latin letters but those of ids; single words are values."""
    ids = set(ids_in(unstructure(record_of(name))))
    for form in [form for form in shown(name) if "json" in form]:
        for text in shown(name)[form].split(BETWEEN):
            assert " " not in text.strip() or text in VALUES or left(text, ids) == [], form


@pytest.mark.parametrize("name", RECORDS)
def test_texts_of_the_record_stay_as_they_are(name: str) -> None:
    """What stands in the English output stands in the other one, letter for letter."""
    texts: set[str] = set()

    def noted(text: str) -> str:
        texts.add(" ".join(text.split()))
        return text

    with_texts(record_of(name), noted)
    for form, english in shown(name, ENGLISH).items():
        other = shown(name)[form]
        assert [text for text in texts if text in english and text not in other] == [], form


def _places(language: Language) -> dict[str, set[str]]:
    return {
        key: {name for _, name, _, _ in Formatter().parse(phrase) if name} for key, phrase in language.phrases.items()
    }


def test_every_phrase_has_a_place_of_its_own_in_another_language() -> None:
    """With the same parts to be filled in."""
    assert _places(PSEUDO) == _places(ENGLISH)


def test_a_language_is_spoken_only_inside_the_call_that_asks_for_it() -> None:
    """Afterwards, and where a call fails, it is English again."""
    record = record_of("kosovo-serbia-plates-2022")
    before = render_markdown(checklist(record))
    assert "⟦" in render_markdown(checklist(record, language=PSEUDO), language=PSEUDO)
    with pytest.raises(ValueError, match="needs a day"):
        checklist(record, group_by="deadline", language=PSEUDO)
    assert render_markdown(checklist(record)) == before
    assert "⟦" not in before


def test_the_number_forms_of_a_language_are_its_own() -> None:
    """Where one, few and many differ."""
    phrases = {**ENGLISH.phrases, "others": "{count} one|{count} few|{count} many"}
    slavic = Language(tag="x", phrases=phrases, form=lambda count: 0 if count == 1 else 1 if count < 5 else 2)

    @in_language
    def told(count: int, *, language: Language) -> str:
        return counted("others", count)

    assert [told(count, language=slavic) for count in (1, 3, 7)] == ["1 one", "3 few", "7 many"]
    assert counted("others", 3) == "3 others"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("⟦абц⟧ αβψ", []),
        ("⟦абц⟧ overdue", ["overdue"]),
        ("duty-1 (ii) duty-1/north", []),
        ("duty-1/overdue", ["duty-1/overdue"]),
    ],
)
def test_words_that_are_left_are_found(text: str, found: list[str]) -> None:
    """Anything in Latin letters but ids and marks."""
    assert left(text, {"duty-1", "north"}) == found
