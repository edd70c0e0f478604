"""No test is judged by the clock, and none reaches the network but those that drive a browser, npm or Spark."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# A loaded machine is no fault of the code.
settings.register_profile("accords", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("accords"), max_examples=10)  # for `make quick`
settings.register_profile("long", settings.get_profile("accords"), max_examples=2_000)  # for `make test-long`
settings.load_profile("accords")

QUICK_CASES = 2
_ALLOWED = {"browser", "node", "peers", "spark"}
_FORBIDDEN = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}
_guarded = False


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if _guarded and (event in _FORBIDDEN or event.startswith("socket.get")):
        raise RuntimeError(f"the network was asked for ({event}), and nothing here may do that")


sys.addaudithook(_refuse)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test of many cases the first two are quick."""
    seen: Counter[str] = Counter()
    for item in items:
        if item.get_closest_marker("wide"):
            test = item.nodeid.partition("[")[0]
            seen[test] += 1
            if seen[test] > QUICK_CASES:
                item.add_marker("further")


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the search for circles need not go through it time and again, nor often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Python tells of every connection and look-up before it happens; here it is told no."""
    global _guarded  # noqa: PLW0603 - a hook of the interpreter cannot be taken away, only told when to act
    _guarded = not any(request.node.get_closest_marker(name) for name in _ALLOWED)
    yield
    _guarded = False
