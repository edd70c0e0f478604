"""A record edited in its own text says what it is to say, and every byte that need not change stays."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.codec import dumps, structure, unstructure
from accords.editing import spliced, with_values
from accords.formatting import reformat
from records import ROOT, WHOLE, read_plain

from .random_records import random_record

MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from([1.0, 0.5]) | st.text('aé\u2028\\"', max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["kind", "id", "due", "x"]), inner),
    max_leaves=12,
)


def _written(plain: Any, chance: random.Random) -> str:
    """``plain`` in some layout of its own."""
    comma = chance.choice([",", ", ", " , ", "  ,"])
    indent = chance.choice([None, None, 0, 1, 3, 4, "\t"])
    text = json.dumps(plain, indent=indent, separators=(comma.rstrip() if indent is not None else comma, ": "))
    around = [chance.choice(["", "\n", " \n\n", "\t"]) for _ in range(2)]
    return (around[0] + text + around[1]).replace("\n", chance.choice(["\n", "\r\n"]))


@given(st.dictionaries(st.text("ab", max_size=2), JSON_VALUES), JSON_VALUES, st.integers(0, 99))
def test_any_json_becomes_any_other(before: dict[str, Any], after: Any, seed: int) -> None:
    """Whatever the layout; numbers and members keep their kind and their order, but for what was in the canonical
    layout: that comes out in it."""
    text = _written(before, random.Random(seed))
    wanted = json.dumps(after)
    if reformat(text) == text and isinstance(after, dict):
        wanted = json.dumps(json.loads(reformat(wanted)))
    made = spliced(text, before, after)
    assert json.dumps(json.loads(made)) == wanted


@pytest.mark.parametrize("seed", range(20))
def test_one_random_record_becomes_another(seed: int) -> None:
    """And the text in the canonical layout becomes the canonical text of the other."""
    chance = random.Random(seed)
    before, after = random_record(chance), random_record(chance)
    plain = unstructure(before), unstructure(after)
    for text in (dumps(before), _written(plain[0], chance)):
        assert structure(json.loads(spliced(text, *plain))) == after
    assert spliced(dumps(before), *plain) == dumps(after)


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
@pytest.mark.parametrize("seeds", [range(2), pytest.param(range(2, 40), marks=pytest.mark.slow)], ids=["some", "many"])
def test_what_is_put_in_and_taken_out_again_leaves_every_byte(path: Any, seeds: range) -> None:
    """An item at the end of a list, or a member; the bytes before and after it are those that were there."""
    for seed in seeds:
        _put_in_and_out(path, seed)


def _put_in_and_out(path: Any, seed: int) -> None:
    chance = random.Random(seed)
    plain = read_plain(path)
    text = _written(plain, chance)
    for pointer, value in (("/sources/-", {"id": "zz", "title": "long " * 30}), ("/term", {"text": "t"})):
        if pointer == "/sources/-" and not plain.get("sources"):
            continue
        if pointer == "/term" and "term" in plain:
            continue
        more = with_values(plain, {pointer: value})
        longer = spliced(text, plain, more)
        assert json.loads(longer) == more
        same = _common(text, longer)
        assert same >= len(text), f"{len(text) - same} characters of {pointer} changed"
        assert spliced(longer, more, plain) == text


def _common(text: str, other: str) -> int:
    """How many characters of ``text`` stand at the beginning and the end of ``other`` as they do there."""
    head = next((at for at, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), len(text))
    tail = 0
    while tail < len(text) - head and text[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head + tail


@pytest.mark.parametrize(
    "seeds", [range(15), pytest.param(range(15, 300), marks=pytest.mark.slow)], ids=["some", "many"]
)
def test_a_changed_leaf_changes_its_own_bytes_alone(seeds: range) -> None:
    """Any text of the monitored example, in any layout."""
    plain = read_plain(MONITORED)
    leaves = list(_leaves(plain, ""))
    for seed in seeds:
        _change_a_leaf(plain, leaves, random.Random(seed))


def _change_a_leaf(plain: dict[str, Any], leaves: list[tuple[str, str]], chance: random.Random) -> None:
    text = _written(plain, chance)
    pointer, old = chance.choice(leaves)
    changed = spliced(text, plain, with_values(plain, {pointer: "Ž neu"}))
    at = next(at for at, pair in enumerate(zip(text, changed, strict=False)) if pair[0] != pair[1]) - 1
    before, new = json.dumps(old), '"Ž neu"'
    start = changed.rindex(new, 0, at + len(new) + 1)
    assert changed[:start] + before + changed[start + len(new) :] == text


def _leaves(value: Any, pointer: str) -> Any:
    if isinstance(value, dict):
        for name, member in value.items():
            yield from _leaves(member, f"{pointer}/{name}")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _leaves(item, f"{pointer}/{at}")
    elif isinstance(value, str):
        yield pointer, value
