"""While circles are not looked for, none are made; and looking for them goes on afterwards."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from accords.collecting import collection_paused
from accords.standing.report import status
from accords.validate import loads

RECORDS = Path(__file__).parents[2] / "examples"


def _raise_inside() -> None:
    with collection_paused():
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise ValueError("inside")


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was_found(was_on: bool) -> None:
    """Also where the block raises, and where pauses lie inside each other."""
    before = gc.isenabled()
    try:
        gc.enable() if was_on else gc.disable()
        with pytest.raises(ValueError, match="inside"):
            _raise_inside()
        assert gc.isenabled() is was_on
    finally:
        gc.enable() if before else gc.disable()


@pytest.mark.thorough
@pytest.mark.parametrize("precision", ["interval", "exact"])
def test_loading_and_status_leave_no_circles_of_objects_behind(precision: str) -> None:
    """So that nothing piles up in the pause, however often they are called."""
    text = (RECORDS / "kosovo-serbia-plates-2022-monitored.accord.json").read_text("utf-8")
    status(loads(text), as_of="2023-01-20", precision=precision)  # fills what is kept on purpose
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            status(loads(text), as_of="2023-01-20", precision=precision)
        assert gc.collect() < 50
    finally:
        gc.enable()
