"""A record laid out anew says what it said."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.codec import ConversionError, content_hash, dumps, structure, unstructure
from accords.codec.reading import read_text
from accords.diagnostics import InvalidRecordError
from accords.formatting import reformat
from accords.validate import load
from mutants import mutants
from records import ROOT, VALID, read_plain

from .random_records import random_record

EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"

JSON_TEXT = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('aé\u2028\\"'),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["kind", "id", "due", "x"]), inner),
    max_leaves=20,
)


def _shuffled(value: Any, chance: random.Random) -> Any:
    """``value`` with the members of every object in another order, but for extensions: their order is the author's."""
    if isinstance(value, dict):
        names = list(value)
        chance.shuffle(names)
        return {name: value[name] if name == "extensions" else _shuffled(value[name], chance) for name in names}
    return [_shuffled(item, chance) for item in value] if isinstance(value, list) else value


def _model(plain: dict[str, Any]) -> object:
    try:
        return structure(plain)
    except ConversionError as error:
        return str(error)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_record_loads_as_the_same_and_is_laid_out_once_and_for_all(path: Any) -> None:
    """Whatever order its members had, it gets the text that writing the loaded record gives, but for defaults."""
    plain = read_plain(path)
    before = load(path)
    text = reformat(json.dumps(_shuffled(plain, random.Random(1)), indent=7))
    assert structure(json.loads(text)) == before
    assert reformat(text) == text
    assert content_hash(structure(json.loads(text))) == content_hash(before)
    if unstructure(before) == plain and "extensions" not in plain:
        assert text == dumps(before)


@pytest.mark.parametrize("count", [20, pytest.param(1_000, marks=pytest.mark.slow)])
def test_damaged_records_say_the_same_before_and_after(count: int) -> None:
    """Mutants of the record that uses everything; each keeps every value, whether it is still valid or not."""
    record = read_plain(EVERYTHING)
    loaded = 0
    for nth, mutant in enumerate(mutants(record, count, seed=11)):
        written = json.dumps(_shuffled(mutant, random.Random(nth)), indent=nth % 3 or None)
        if read_text(written).data is None:
            continue
        if isinstance(mutant.get("accords_version"), str) and mutant["accords_version"] != "1.0":
            continue
        text = reformat(written)
        assert json.loads(text) == mutant
        assert reformat(text) == text
        before = _model(mutant)
        if not isinstance(before, str):
            loaded += 1
            assert _model(json.loads(text)) == before
    assert loaded > count // 20


@pytest.mark.parametrize("seed", range(30))
def test_random_records_load_as_the_same(seed: int) -> None:
    """With conditions in conditions, in another order."""
    record = random_record(random.Random(seed))
    written = json.dumps(_shuffled(unstructure(record), random.Random(seed)))
    text = reformat(written)
    assert structure(json.loads(text)) == record
    assert text == dumps(record)


@given(st.dictionaries(st.sampled_from(["id", "obligations", "parties", "extensions", "zz"]), JSON_TEXT))
def test_any_object_keeps_its_values_whatever_their_shape(value: dict[str, Any]) -> None:
    """Fields of the wrong type, choices without a kind, kinds that do not exist."""
    text = reformat(json.dumps(value))
    assert json.dumps(json.loads(text), sort_keys=True) == json.dumps(value, sort_keys=True)
    assert reformat(text) == text


def test_numbers_keep_their_digits() -> None:
    """A float would lose some of them."""
    digits = "[1.10, 1E5, -0, 0.1000000000000000055511151231257827, 12345678901234567890123, 2.0]"
    assert digits in reformat('{"extensions": {"n": ' + digits + "}}")


def test_line_ends_are_kept_and_a_byte_order_mark_is_left_out() -> None:
    """A file from Windows stays one."""
    text = reformat('\ufeff{\r\n"title": "b", "id": "a"}\r\n'.encode())
    assert text == '{\r\n  "id": "a",\r\n  "title": "b"\r\n}\r\n'


def test_members_for_editors_and_stated_defaults_stay() -> None:
    """Nothing that somebody has written is taken out."""
    text = reformat('{"title": "t", "time_zone": "UTC", "$schema": "s"}')
    assert text == '{\n  "$schema": "s",\n  "title": "t",\n  "time_zone": "UTC"\n}\n'


@pytest.mark.parametrize(
    "text", ["", "[]", '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": "\\ud800"}', '{"accords_version": "9"}']
)
def test_what_cannot_be_read_without_loss_is_refused(text: str) -> None:
    """With the findings that say why."""
    with pytest.raises(InvalidRecordError) as raised:
        reformat(text)
    assert raised.value.report.errors
