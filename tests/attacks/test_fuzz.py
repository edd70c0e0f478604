"""A little of `make fuzz` in every run: what it once found, and a few hundred inputs made anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accords.codec import dumps
from counting import counted_calls
from fuzz_mutations import mutate, seeds
from fuzz_targets import TARGETS, Target, written
from records import ROOT

CORPUS = sorted((ROOT / "tests" / "corpus").glob("*.bin"))
_CALM = settings(deadline=None, suppress_health_check=list(HealthCheck))
_LONG = settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
_EVERY_TARGET = pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS.keys())
_WORDS = st.sampled_from(
    ["accords_version", "1.0", "id", "kind", "date", "due", "obligations", "must", "2022-11-23", "P1D"]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | _WORDS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text() | _WORDS, inner, max_size=5),
    max_leaves=30,
)
MINIMAL = (ROOT / "examples" / "minimal.accord.json").read_bytes()


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_was_found_once_is_found_no_more(path: Path) -> None:
    """Through every target, each time with little work."""
    for target in TARGETS.values():
        with counted_calls() as work:
            target(path.read_bytes())
        assert work.count < 2_000_000


@_EVERY_TARGET
@_CALM
@given(data=st.binary(max_size=200))
def test_random_bytes(target: Target, data: bytes) -> None:
    """No target raises."""
    target(data)


@_EVERY_TARGET
@_CALM
@given(value=_JSON)
def test_random_json(target: Target, value: Any) -> None:
    """Infinity and half surrogate pairs included."""
    target(json.dumps(value).encode())


@_EVERY_TARGET
@_CALM
@given(seed=st.integers(0, 2**32))
def test_changed_records(target: Target, seed: int) -> None:
    """Three times changed, so that several faults meet."""
    target(mutate(mutate(mutate(MINIMAL, seed), seed + 1), seed + 2))


@pytest.mark.slow
@_EVERY_TARGET
@_LONG
@given(seed=st.integers(0, 2**32))
def test_changed_records_of_all_kinds(target: Target, seed: int) -> None:
    """Those of the rules, the examples and the corpus."""
    texts = seeds()
    target(mutate(texts[seed % len(texts)], seed))


def test_changes_by_chance_leave_many_records_valid() -> None:
    """Otherwise nothing behind validation would be fuzzed."""
    kept = [written(mutate(MINIMAL, seed)) for seed in range(100)]
    assert sum(record is not None for record in kept) > 15
    assert len({dumps(record) for record in kept if record is not None}) > 10
