"""What comes first after a start is the earliest of all that may come after it, each cut at the start."""

from __future__ import annotations

import random

import pytest

from accords.engine.days import followers
from accords.engine.days.followers import Followers
from accords.engine.days.moments import NEVER, NOT_EVER, Moment, clip, earliest, maybe, on, rest, union


def one_by_one(moments: list[Moment], start: Moment) -> Moment:
    """The same, asked of each of them."""
    found = NOT_EVER
    for moment in moments:
        after = clip(rest(moment), start[0][0], NEVER)
        sure = moment[-1][1] < NEVER and moment[0][0] >= start[-1][1]
        found = earliest(found, after if sure else maybe(after))
    return found


def random_moment(rng: random.Random) -> Moment:
    first = rng.randrange(1, 30)
    spans = [(first, first + rng.randrange(6))]
    spans += [(each, each + 1) for each in rng.sample(range(1, 30), rng.randrange(2))]
    return union([*spans, *(NOT_EVER if rng.random() < 0.4 else ())]) if rng.random() < 0.95 else NOT_EVER


def test_it_is_what_asking_each_of_them_gives() -> None:
    """Three hundred times by chance."""
    for seed in range(300):
        rng = random.Random(seed)
        moments = [random_moment(rng) for _ in range(rng.randrange(4))]
        start = random_moment(rng)
        assert Followers(moments).after(start) == one_by_one(moments, start), seed


@pytest.mark.parametrize("start_may_never_come", [False, True])
def test_no_answer_asks_them_all_again(monkeypatch: pytest.MonkeyPatch, start_may_never_come: bool) -> None:
    """Of a thousand that are a few days apart, at most one is cut by a start."""
    closing = Followers([on(3 * n) for n in range(1_000)])
    asked = []
    monkeypatch.setattr(followers, "earliest", lambda a, b: asked.append(1) or earliest(a, b))
    for n in range(999):
        start = on(3 * n + 1)
        assert closing.after(maybe(start) if start_may_never_come else start)[0][0] == 3 * n + 3
    assert len(asked) <= 2 * 999
