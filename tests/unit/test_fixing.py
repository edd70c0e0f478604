"""Fixes mend what they say, and nothing else in the text moves."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from accords.validate import apply_fixes, examine, validate
from records import ROOT, VALID, read_plain

TEXT = (ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json").read_text("utf-8")


def _fixed(text: str) -> str:
    return apply_fixes(text, validate(text).diagnostics)


SLIPS = [
    ('"obligor_ids": ["serbia"]', '"obligor_ids": ["servia"]'),
    ('"obligor_ids"', '"obligors"'),
    ('"modality": "must_not"', '"modality": "must-not"'),
    ('"modality": "must"', '"modality": "shall"'),
    ('"action"', '"acton"'),
    ('"citations"', '"citatoins"'),
    ('"kind": "vague"', '"kind": "vauge"'),
]


@pytest.mark.wide
@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_a_slip_is_mended_to_the_letter(right: str, wrong: str) -> None:
    """The text after the fix is the text before the slip."""
    assert right in TEXT
    broken = TEXT.replace(right, wrong, 1)
    assert broken != TEXT
    assert not validate(broken).ok
    assert _fixed(broken) == TEXT


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_several_slips_are_mended_at_once_whatever_the_line_ends(line_end: str) -> None:
    """Characters before them may be wide or outside the basic plane."""
    good = TEXT.replace('"title": "', '"title": "橋 🚗 ').replace("\n", line_end)
    broken = good.replace('"obligor_ids"', '"obligors"').replace('"must_not"', '"must-not"')
    assert _fixed(broken) == good


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"obligor_ids": ["serbia"]', '"obligor": "serbia"'),  # the list would still be missing
        ('"obligor_ids": ["serbia"]', '"obligor_ids": ["serbias-mayor"]'),
        ('"modality": "must_not"', '"modality": "mustnt"'),
        ('"action": "', '"acton": " ", "x-action": "'),  # under its right name the text would be blank
    ],
)
def test_no_fix_is_offered_that_leaves_or_makes_a_finding(right: str, wrong: str) -> None:
    """What a person has to decide stays as it is."""
    assert right in TEXT
    broken = TEXT.replace(right, wrong, 1)
    report = validate(broken)
    assert not report.ok
    assert all(found.fix is None for found in report.diagnostics)
    assert _fixed(broken) == broken


def test_a_field_that_is_there_already_is_not_written_twice() -> None:
    """One of the two would be lost."""
    broken = TEXT.replace('"title": "', '"titel": "Another", "title": "', 1)
    assert _fixed(broken) == broken


def test_fixes_that_do_not_go_together_are_tried_one_by_one() -> None:
    """The ids of a list may not become the same id; the other slip is mended all the same."""
    broken = TEXT.replace('"obligor_ids": ["serbia"]', '"obligor_ids": ["servia", "serbai"]', 1)
    broken = broken.replace('"modality": "must_not"', '"modality": "must-not"', 1)
    first = _fixed(broken)
    assert '"must-not"' not in first
    second = _fixed(first)
    assert second.count('"serbia", "serbia"') == 0
    assert sum(found.code == "ACC201" for found in validate(second).diagnostics) == 1


def _nodes(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for name, member in value.items():
            yield from _nodes(member, (*path, name))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _nodes(item, (*path, place))


def _slip(chance: random.Random, word: str) -> str:
    place = chance.randrange(len(word))
    return chance.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + chance.choice("aeinrst_-") + word[place:],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            word.replace("_", "-"),
            word.upper(),
        ]
    )


@pytest.mark.thorough
@pytest.mark.parametrize("path", VALID[:3], ids=lambda path: path.stem)
def test_fixing_loses_nothing_and_fixing_again_changes_nothing(path: Any) -> None:
    """Slips at random in names and words: all other values stay equal, in their order, and the text around them."""
    chance = random.Random(path.stem)
    record = read_plain(path)
    places = [one for one in _nodes(record) if one]
    for _ in range(8):
        text = json.dumps(record, ensure_ascii=False, indent=chance.choice([None, 1, "\t"]))
        for _ in range(chance.choice([1, 1, 2, 3])):
            at = chance.choice(places)
            word = at[-1] if isinstance(at[-1], str) else None
            if word and f'"{word}"' in text:
                text = text.replace(f'"{word}"', json.dumps(_slip(chance, word)), 1)
        fixed = text
        for _ in range(5):
            fixed = _fixed(fixed)
        assert _fixed(fixed) == fixed
        before, after = validate(text), validate(fixed)
        assert len(after.diagnostics) <= len(before.diagnostics) or after.stages != before.stages
        if fixed != text:
            _same_but_for_names(json.loads(text), json.loads(fixed))
            assert after.ok or len(after.stages) >= len(before.stages)


def _same_but_for_names(old: Any, new: Any) -> None:
    """Equal in shape and order; names and texts differ only where one is a slip for the other."""
    assert type(old) is type(new)
    if isinstance(old, dict):
        assert len(old) == len(new)
        for (_, one), (_, other) in zip(old.items(), new.items(), strict=True):
            _same_but_for_names(one, other)
    elif isinstance(old, list):
        assert len(old) == len(new)
        for one, other in zip(old, new, strict=True):
            _same_but_for_names(one, other)
    elif isinstance(old, str) and old != new:
        assert " " not in new  # a word or an id, never a text in sentences
    else:
        assert old == new


def test_text_in_sentences_is_never_touched() -> None:
    """Nor numbers, spans or hashes: only fields, ids and words of lists have a fix."""
    examination = examine(TEXT.replace('"obligor_ids"', '"obligors"').replace('"https', '"htps'))
    edits = [edit for found in examination.report.diagnostics if found.fix for edit in found.fix.edits]
    assert edits
    assert all(edit.on_key for edit in edits)
