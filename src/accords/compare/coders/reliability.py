"""How far two coders agree beyond chance: Krippendorff's alpha, for single values and for sets of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeAlias

from attrs import frozen

__all__ = ["Agreed", "Distance", "agreed", "alpha", "masi", "unlike"]

Pair: TypeAlias = "tuple[Hashable, Hashable]"
Distance: TypeAlias = Callable[[Hashable, Hashable], float]

DRAWS = 1_000
_MOST_DRAWN = 20_000_000
_FEWEST_DRAWS, _FEWEST_UNITS = 100, 5


@frozen(kw_only=True)
class Agreed:
    """How far two coders agree on something: over how many units, in what share of them, and beyond chance.

    ``alpha`` is absent where all values are the same, for then nothing could have differed. ``low`` and ``high`` are
    the ends of its 95 % interval, drawn ``draws`` times; absent where half of the draws had no variation, where
    there are fewer than five units, and where there is too much to draw from.
    """

    n: int
    same: int
    share: float | None
    alpha: float | None
    low: float | None
    high: float | None
    draws: int


def unlike(one: Hashable, other: Hashable) -> float:
    """The distance of single values: 0 where they are the same, else 1."""
    return float(one != other)


def masi(one: Hashable, other: Hashable) -> float:
    """The distance of sets (Passonneau 2006): the share that is not common, and more where neither holds the other."""
    first, second = frozenset(_members(one)), frozenset(_members(other))
    if first == second:
        return 0.0
    common = len(first & second)
    kind = 2 / 3 if first <= second or second <= first else 1 / 3
    return 1 - common / len(first | second) * kind


def _members(value: Hashable) -> Iterable[Hashable]:
    return value if isinstance(value, (frozenset, tuple)) else (value,)


def alpha(pairs: Sequence[Pair], distance: Distance = unlike) -> float | None:
    """Krippendorff's alpha of values in pairs; None where they do not vary."""
    units, distances, _ = _numbered(pairs, distance)
    return _alpha(units, distances) if units else None


_Units: TypeAlias = "Sequence[tuple[int, int]]"
_Distances: TypeAlias = "Sequence[Sequence[float]] | None"


def _numbered(pairs: Sequence[Pair], distance: Distance) -> tuple[_Units, _Distances, int]:
    """The pairs with a number for each value, the distances of those, and how many there are.

    Single values need no table of distances: they are the same or not.
    """
    values = list(dict.fromkeys(value for pair in pairs for value in pair))
    numbers = {value: at for at, value in enumerate(values)}
    distances = None if distance is unlike else [[distance(one, other) for other in values] for one in values]
    return [(numbers[one], numbers[other]) for one, other in pairs], distances, len(values)


def _alpha(units: _Units, distances: _Distances) -> float | None:
    counts = Counter(number for unit in units for number in unit)
    total = 2 * len(units)
    if distances is None:
        expected: float = total * total - sum(count * count for count in counts.values())
        observed: float = sum(one != other for one, other in units)
    else:
        among = counts.items()
        expected = sum(count * other * distances[one][to] for one, count in among for to, other in among)
        observed = sum(distances[one][other] for one, other in units)
    if not expected:
        return None
    return 1 - observed / len(units) / (expected / (total * (total - 1)))


def agreed(pairs: Sequence[Pair], distance: Distance = unlike, *, seed: str = "") -> Agreed:
    """How far the values of two coders agree. The same pairs and seed give the same interval."""
    units, distances, count = _numbered(pairs, distance)
    n, same = len(units), sum(one == other for one, other in units)
    found = _alpha(units, distances) if units else None
    work = n if distances is None else n + count * count
    draws = min(DRAWS, _MOST_DRAWN // work) if found is not None and n >= _FEWEST_UNITS else 0
    low, high = _interval(units, distances, draws, seed) if draws >= _FEWEST_DRAWS else (None, None)
    return Agreed(n=n, same=same, share=same / n if n else None, alpha=found, low=low, high=high, draws=draws)


def _interval(units: _Units, distances: _Distances, draws: int, seed: str) -> tuple[float | None, float | None]:
    """Where 95 of 100 alphas lie of units drawn anew; draws without variation have none, and are left out."""
    rng = random.Random(seed)
    drawn = (_alpha(rng.choices(units, k=len(units)), distances) for _ in range(draws))
    found = sorted(each for each in drawn if each is not None)
    if len(found) < draws / 2:
        return None, None
    return found[round((len(found) - 1) * 0.025)], found[round((len(found) - 1) * 0.975)]
