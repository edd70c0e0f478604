"""Texts that are kept: their paragraphs, their hashes, the signs nobody sees, and words looked up in them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.texts.edition import TextError, digest, edition_from_json, edition_json, new_edition
from accords.texts.finding import find_passages, loosely
from accords.texts.kept import is_kept, keep, read_kept, read_plain
from accords.texts.marks import mixed_words, unseen_in, without_unseen
from accords.texts.paragraphs import Paragraph, paragraph_at, paragraphs_of

LINES = "Article 1\nThe gates stay open.\nArticle 2\nTolls end.\n"
BLOCKS = "Article 1\nThe gates\nstay open.\n\n \nArticle 2\nTolls end.\n"
TEXTS = st.text(st.sampled_from("abÄß \n\t“”\"'’.\u00a0İ"), max_size=60)


def parts(text: str) -> list[str]:
    return [text[each.start : each.end] for each in paragraphs_of(text)]


def test_a_paragraph_is_a_line_unless_blank_lines_part_them() -> None:
    """Texts come in both forms."""
    assert parts(LINES) == ["Article 1", "The gates stay open.", "Article 2", "Tolls end."]
    assert parts(BLOCKS) == ["Article 1\nThe gates\nstay open.", "Article 2\nTolls end."]


@given(TEXTS)
def test_paragraphs_hold_everything_that_is_seen_and_nothing_twice(text: str) -> None:
    """In their order, without white space around them."""
    rows = paragraphs_of(text)
    assert all(text[row.start : row.end].strip() == text[row.start : row.end] != "" for row in rows)
    assert all(before.end <= after.start for before, after in pairwise(rows))
    assert "".join("".join(parts(text)).split()) == "".join(text.split())


@given(TEXTS)
def test_every_place_is_in_the_paragraph_that_holds_it(text: str) -> None:
    """Or between paragraphs."""
    rows = paragraphs_of(text)
    for place in range(len(text)):
        inside = [number for number, row in enumerate(rows, 1) if row.start <= place < row.end]
        assert paragraph_at(rows, place) == (inside[0] if inside else None)


def test_pages_are_told_by_where_they_begin() -> None:
    """Of each paragraph, the page on which it begins."""
    assert [row.page for row in paragraphs_of("a\n\nb\n\nc", (0, 3))] == [1, 2, 2]
    assert paragraphs_of("a")[0] == Paragraph(0, 1, None)


@given(TEXTS, st.none() | st.just("CC0-1.0"))
def test_what_is_kept_beside_a_text_gives_the_same_edition_again(text: str, rights: str | None) -> None:
    """All of it, by way of JSON."""
    edition = new_edition(text, id="a", raw=b"raw", name="a.html", rights=rights, notes=("x",), source={"title": "T"})
    assert edition_from_json(edition_json(edition), text) == edition
    assert json.loads(edition_json(edition))["text"] == {"sha256": digest(text), "characters": len(text)}


@pytest.mark.parametrize("about", ["", "[]", "{}", '{"id": 1}', "[" * 5000, '{"paragraphs": 3}', "nul"])
def test_what_is_damaged_beside_a_text_is_one_clear_error(about: str) -> None:
    """Whatever it is."""
    with pytest.raises(TextError, match="not of the form"):
        edition_from_json(about, "x")


def test_a_text_that_was_changed_since_is_refused() -> None:
    """Spans would point elsewhere."""
    about = edition_json(new_edition("The gates stay open.", id="a"))
    with pytest.raises(TextError, match="was changed since it was added"):
        edition_from_json(about, "The gates stay shut.")


def test_another_text_under_a_known_id_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    """The same text again is no change."""
    first, second = new_edition("one", id="a"), new_edition("two", id="a")
    assert keep(first, tmp_path)
    assert not keep(first, tmp_path)
    with pytest.raises(TextError, match="another text is there"):
        keep(second, tmp_path)
    assert read_kept(tmp_path, "a") == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.text.json", "a.txt"]
    (tmp_path / "b.txt").write_text("by hand", "utf-8")
    with pytest.raises(TextError, match="holds another text"):
        keep(new_edition("else", id="b"), tmp_path)
    assert read_kept(tmp_path, "b").text == "by hand"


@pytest.mark.parametrize("id", ["../a", "A", "", "a b", "a/b", "a..b"])
def test_an_id_never_leads_out_of_the_folder(tmp_path: Path, id: str) -> None:
    """It is of the form of all ids."""
    with pytest.raises(TextError, match="is no id"):
        is_kept(tmp_path, id)


def test_a_text_that_is_not_there_or_not_text_says_what_to_do(tmp_path: Path) -> None:
    """With the ids there are."""
    keep(new_edition("one", id="a"), tmp_path)
    with pytest.raises(TextError, match="there are a; `accords text add`"):
        read_kept(tmp_path, "b")
    (tmp_path / "c.txt").write_bytes(b"\xff")
    with pytest.raises(TextError, match="not UTF-8"):
        read_plain(tmp_path / "c.txt")
    with pytest.raises(TextError, match="no such file"):
        read_plain(tmp_path / "d.txt")


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("plain, with tab\tand\nline", 0),
        ("caf\u00e9\u00a0\u202f\u3000", 0),
        ("soft\u00adhyphen", 1),
        ("a\u200bb\u200bc\u202ed", 2),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", 0),
        ("a\u200cb", 1),
        ("\u2764\ufe0f", 0),
        ("x\ufe0f", 1),
        ("\x00\x1b", 2),
        ("tags\U000e0041", 1),
        ("\u3164", 1),
        ("a\U000e0131\U000e0154b", 2),
        ("\u845b\U000e0100", 0),
        ("\u2801\u2800\u2803", 0),
        ("two\u2800words", 1),
        ("\ufffc", 1),
    ],
)
def test_signs_that_nobody_sees_are_found_and_those_of_a_script_are_none(text: str, unseen: int) -> None:
    """By kind; without them nothing is left to find, and nothing else is lost."""
    assert len(unseen_in(text)) == unseen
    assert unseen_in(without_unseen(text)) == ()
    assert len(text) - len(without_unseen(text)) == sum(mark.count for mark in unseen_in(text))


@given(TEXTS, st.data())
def test_words_taken_from_a_text_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    """To the letter, at that place among others."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find_passages(new_edition(text, id="a"), text[start:end])
    assert bool(found) is bool(text[start:end].strip())
    assert not found or start in [each.start for each in found]
    assert all(each.text == text[each.start : each.end] and not each.unlike.anything for each in found)


def test_words_with_a_line_break_are_found_as_they_stand() -> None:
    """Nothing differs where the words break as the text does, though white space stood around them."""
    (found,) = find_passages(new_edition("open the\ngates", id="a"), " open the\ngates ")
    assert not found.unlike.anything


@pytest.mark.thorough
@given(TEXTS, st.data())
def test_words_written_otherwise_are_found_and_the_difference_is_said(text: str, data: st.DataObject) -> None:
    """Other spaces, marks or case; what is found is always what the text says."""
    start = data.draw(st.integers(0, len(text)))
    wanted = text[start:].upper().replace(" ", "  ").replace("“", '"')
    for each in find_passages(new_edition(text, id="a"), wanted):
        assert each.text == text[each.start : each.end]
        assert loosely(each.text)[0].strip() == loosely(wanted)[0].strip()
        assert each.unlike.anything is (each.text not in (wanted, wanted.strip()))


@pytest.mark.parametrize(
    ("words", "spaces", "marks", "case"),
    [
        ('he said "Open the gates" twice', False, True, False),
        ("he said “Open  the\ngates” twice", True, False, False),
        ("He Said “open the gates” twice", False, False, True),
        ('HE SAID "Open  the gates" twice', True, True, True),
        ("He said “Open the gates” twice.  ", False, False, True),
        ("He said “Open the gates” twice.\nTwo\tthree", False, False, True),
    ],
)
def test_each_difference_is_named(words: str, spaces: bool, marks: bool, case: bool) -> None:
    """And no other."""
    (found,) = find_passages(new_edition("And he said “Open the gates” twice.\nTwo\tthree", id="a"), words)
    assert (found.unlike.spaces, found.unlike.quotation_marks, found.unlike.case) == (spaces, marks, case)


@pytest.mark.parametrize("words", ["Open the gate s", "Open teh gates", "Open the gates!", "open gates", " ", ""])
def test_nothing_is_found_by_likeness(words: str) -> None:
    """One letter more, less or elsewhere."""
    assert find_passages(new_edition("Open the gates.", id="a"), words) == ()


def test_no_more_than_a_hundred_places_are_told() -> None:
    """The rest is for a longer quotation."""
    assert len(find_passages(new_edition("a " * 5000, id="a"), "a")) == 100


def test_a_long_line_and_a_long_blank_one_are_each_gone_through_once() -> None:
    """Without end, if every place in them were a place to begin at."""
    assert len(paragraphs_of("word " * 1_000_000)) == 1
    assert paragraphs_of(" " * 5_000_000 + "\n\n" + "\t" * 5_000_000) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("shall n\u043et close", ("n\u043et",)),
        ("\u0420\u0443\u0440\u0438\u0442\u0430\u043d\u0438\u044f and \u03b1", ()),
        ("caf\u00e9, Strel\u0161au, Z\u00fcrich", ()),
        ("\u6771\u4eacTokyo", ()),
    ],
)
def test_words_whose_letters_look_alike_and_are_of_several_alphabets_are_found(
    text: str, words: tuple[str, ...]
) -> None:
    """A word of one alphabet is none, whatever stands beside it."""
    assert mixed_words(text) == words
