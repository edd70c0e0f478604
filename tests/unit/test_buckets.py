"""When a duty is to be looked at, by the days that its deadline is away."""

from __future__ import annotations

import pytest

from accords.standing.shapes import Timed, timed_bucket
from accords.standing.values import Bucket


@pytest.mark.parametrize(
    ("away", "bucket"),
    [
        (-1, Bucket.PASSED),
        (0, Bucket.WITHIN_7_DAYS),
        (7, Bucket.WITHIN_7_DAYS),
        (8, Bucket.WITHIN_30_DAYS),
        (30, Bucket.WITHIN_30_DAYS),
        (31, Bucket.LATER),
    ],
)
def test_a_week_and_a_month_end_with_their_last_day(away: int, bucket: Bucket) -> None:
    assert timed_bucket(away) is bucket
    assert bucket in Timed
