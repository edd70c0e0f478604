"""Ratings of duties by others, summed up: each rater for itself, with what the sum is out of."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from accords.engine.days.moments import Instant
from accords.engine.facts.knowledge import Visible
from accords.model.agreement import Agreement
from accords.model.events import Assessment, RatingScale
from accords.model.obligations import Obligation
from accords.standing.amounts import number_text
from accords.vocabulary import Dimension, Scale
from accords.words import Names, say

__all__ = [
    "RatingRollUp",
    "Share",
    "rated_by",
    "rating_in_words",
    "rating_roll_ups",
    "roll_up_in_words",
    "share_in_words",
]

_BOUNDS = {Scale.PAM_0_3: (Fraction(0), Fraction(3)), Scale.PERCENT: (Fraction(0), Fraction(100))}
"""The scales of the format that have numbers, from the least to the greatest."""


@frozen
class Share:
    """``points`` out of ``most`` over ``rated`` things. On a scale that does not begin with 0, both count from its
    least value."""

    rated: int
    points: Fraction
    most: Fraction

    @property
    def share(self) -> Fraction | None:
        """The part of the whole, from 0 to 1; None where nothing is rated."""
        return self.points / self.most if self.most else None


@frozen(kw_only=True)
class RatingRollUp:
    """What one rater says on one scale, of one dimension: of the whole record, one obligor or one theme.

    ``rater`` is an actor's id, or the words of the record; ``scale_title`` is what the record calls a scale of its
    own; ``duties`` is how many duties there are in the group,
    rated or not. ``values`` counts every value that was given. ``overall`` is over all that is rated, and
    ``above_lowest`` over what is rated above the lowest level; None where the scale has no numbers.
    """

    rater: str
    scale: str
    scale_title: str | None = None
    dimension: Dimension | None
    obligor_id: str | None = None
    theme: str | None = None
    duties: int
    rated: int
    values: tuple[tuple[str, int], ...]
    overall: Share | None
    above_lowest: Share | None


def rating_roll_ups(record: Agreement, as_of: datetime.date) -> tuple[RatingRollUp, ...]:
    """The ratings of a record as of a day: of each rater, scale and dimension, as a whole, by obligor and by theme.

    Of one rater's ratings of the same thing the latest counts. Ratings of different raters are never mixed.
    """
    duties = {duty.id: duty for duty in record.obligations}
    scales = {scale.id: scale for scale in record.scales}
    groups: dict[tuple[str, str, Dimension | None], list[Assessment]] = {}
    for rating in _latest(record.assessments, as_of):
        if rating.obligation_id in duties:
            groups.setdefault((_rater(rating), _scale(rating), rating.dimension), []).append(rating)
    return tuple(
        roll_up
        for key, ratings in groups.items()
        for roll_up in _rolled_up(key, ratings, duties, scales.get(ratings[0].scale_id or ""))
    )


def rated_by(record: Agreement, visible: Visible, t: Instant) -> tuple[RatingRollUp, ...]:
    """The ratings that hold by the day of an instant and were known by the day of knowledge, summed up."""
    if not record.assessments or not visible.axis.on_calendar(t):
        return ()
    known = [(rating, visible.known_on(rating.known_on, rating.citations)) for rating in record.assessments]
    kept = tuple(rating for rating, on in known if on is None or on <= visible.known_by)
    return rating_roll_ups(evolve(record, assessments=kept), datetime.date.fromordinal(visible.axis.day(t)))


def _latest(ratings: Iterable[Assessment], as_of: datetime.date) -> Iterator[Assessment]:
    """Of the ratings by a day, the latest of each rater, scale and dimension for each thing."""
    found: dict[tuple[object, ...], tuple[datetime.date, Assessment]] = {}
    for rating in ratings:
        given = rating.on.latest or datetime.date.max
        if given > as_of:
            continue
        thing = (rating.obligation_id, rating.instance, rating.obligor_id)
        key = (_rater(rating), _scale(rating), rating.dimension, thing)
        if key not in found or found[key][0] <= given:
            found[key] = (given, rating)
    yield from (rating for _, rating in found.values())


def _rater(rating: Assessment) -> str:
    return rating.assessor_id or rating.assessor or ""


def _scale(rating: Assessment) -> str:
    return rating.scale_id or (rating.scale.value if rating.scale is not None else "")


def _rolled_up(
    key: tuple[str, str, Dimension | None],
    ratings: list[Assessment],
    duties: dict[str, Obligation],
    scale: RatingScale | None,
) -> Iterator[RatingRollUp]:
    def of(
        rated: list[Assessment], among: int, obligor_id: str | None = None, theme: str | None = None
    ) -> RatingRollUp:
        rater, named, dimension = key
        overall, above = _shares(rated, scale)
        return RatingRollUp(
            rater=rater,
            scale=named,
            scale_title=scale.title if scale is not None else None,
            dimension=dimension,
            obligor_id=obligor_id,
            theme=theme,
            duties=among,
            rated=len(rated),
            values=tuple(sorted(Counter(rating.value for rating in rated).items())),
            overall=overall,
            above_lowest=above,
        )

    yield of(ratings, len(duties))
    for obligor in dict.fromkeys(who for duty in duties.values() for who in duty.obligor_ids):
        owed = [duty for duty in duties.values() if obligor in duty.obligor_ids]
        mine = [
            rating
            for rating in ratings
            if rating.obligor_id == obligor
            or (rating.obligor_id is None and obligor in duties[rating.obligation_id].obligor_ids)
        ]
        if mine:
            yield of(mine, len(owed), obligor_id=obligor)
    for theme in dict.fromkeys(theme for duty in duties.values() for theme in duty.themes):
        about = {duty.id for duty in duties.values() if theme in duty.themes}
        rated = [rating for rating in ratings if rating.obligation_id in about]
        if rated:
            yield of(rated, len(about), theme=theme)


def _shares(ratings: Sequence[Assessment], scale: RatingScale | None) -> tuple[Share | None, Share | None]:
    """The sum over all ratings and over those above the lowest level; None where the scale has no numbers."""
    bounds = _bounds(ratings[0], scale)
    if bounds is None:
        return None, None
    least, greatest = bounds
    numbers = [Fraction(rating.value) - least for rating in ratings if _is_number(rating.value)]
    above = [number for number in numbers if number > 0]
    overall, highs = (
        Share(len(each), sum(each, Fraction(0)), len(each) * (greatest - least)) for each in (numbers, above)
    )
    return overall, highs


def _bounds(rating: Assessment, scale: RatingScale | None) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest value of a scale; None for one without numbers."""
    if scale is None:
        return _BOUNDS.get(rating.scale) if rating.scale is not None else None
    values: list[Decimal | None] = [level.value for level in scale.levels] or [scale.minimum, scale.maximum]
    numbers = [Fraction(value) for value in values if value is not None]
    return (min(numbers), max(numbers)) if len(numbers) > 1 else None


def _is_number(value: str) -> bool:
    try:
        Fraction(value)
    except (ValueError, ZeroDivisionError):
        return False
    return True


def rating_in_words(rating: Assessment, scale: RatingScale | None) -> str:
    """A rating: on a scale of the record's own with what its level and the scale are called."""
    if scale is None:
        return say(f"scale.{rating.scale.value if rating.scale is not None else 'free'}", value=rating.value)
    words = rating.value
    label = next((each.label for each in scale.levels if _is_number(words) and each.value == Decimal(words)), None)
    if label is not None:
        words = say("scale.level", value=words, label=label)
    return say("scale.own", rating=words, scale=scale.title)


def share_in_words(found: RatingRollUp, names: Names) -> str:
    """One line that tells a roll-up with its denominators."""
    rater = names.actor(found.rater)
    if found.overall is None or found.above_lowest is None:
        values = ", ".join(say("rating.value", value=value, count=count) for value, count in found.values)
        return say("rating.values", rater=rater, rated=found.rated, duties=found.duties, values=values)
    told = found.above_lowest.rated in (0, found.overall.rated)  # then the other share says nothing more
    return say(
        "rating.share" if told else "rating.shares",
        rater=rater,
        rated=found.overall.rated,
        duties=found.duties,
        points=number_text(found.overall.points),
        most=number_text(found.overall.most),
        share=_percent(found.overall),
        above=found.above_lowest.rated,
        above_most=number_text(found.above_lowest.most),
        above_share=_percent(found.above_lowest),
    )


def roll_up_in_words(found: RatingRollUp, names: Names) -> str:
    """A roll-up as a line: on which scale, of what, and the numbers with what they are out of."""
    about = [found.scale_title or say(f"scale.named.{found.scale or 'free'}")]
    if found.dimension is not None:
        about.append(say(f"dimension.{found.dimension.value}"))
    if found.obligor_id is not None:
        about.append(say("rating.of_obligor", name=names.actor(found.obligor_id)))
    if found.theme is not None:
        about.append(say("rating.of_theme", theme=found.theme))
    return say("rating.roll_up", about=say("comma").join(about), words=share_in_words(found, names))


def _percent(found: Share) -> str:
    """In per cent, rounded half up to one decimal."""
    if found.share is None:
        return say("rating.none")
    tenths = (found.share * 1000 + Fraction(1, 2)).__floor__()
    return say("rating.percent", number=f"{tenths // 10}.{tenths % 10}")
