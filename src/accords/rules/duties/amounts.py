"""Findings about amounts, ratings and parts."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["AMOUNTS"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

AMOUNTS = (
    Rule(
        "ACC532",
        "each-time-of-nothing",
        _E,
        "A duty arises each time, and it is not said of what, or two things are named.",
        "Every occurrence of an event, or every turn of another duty, gives one turn. It has to be known which.",
        "Name `event_id` for what happens, or `obligation_id` for the turns of another duty.",
    ),
    Rule(
        "ACC533",
        "amounts-at-odds",
        _E,
        "A quantity has no amount, an exact one and a range at once, or a least that is more than its most.",
        "Nothing could be reached or exceeded by it.",
        "Write what the source states: `at_least`, `at_most` or both; in a claim, `amount` or a range.",
    ),
    Rule(
        "ACC534",
        "ratio-in-a-circle",
        _E,
        "Amounts hang on each other in a circle.",
        "Each would be so many times the other, and none could be worked out.",
        "State one of them in numbers, as the text does.",
    ),
    Rule(
        "ACC535",
        "amount-that-decides-nothing",
        _W,
        "A reported amount is of another measure or unit than the duty's, or an amount hangs on what is not counted.",
        "Tonnes are not held against barrels. Such a figure is shown, and decides nothing.",
        "Write the measure as the duty names it. Convert the unit, and say in `text` what the source has.",
    ),
    Rule(
        "ACC536",
        "figures-that-grow",
        _W,
        "Figures of one speaker grow from claim to claim, and are added up.",
        "Thirty and later sixty are ninety, unless the sixty include the thirty. Reports mostly give sums up to now.",
        'Add `"so_far": true` to figures that are the sum up to then. Figures of single acts stay as they are.',
    ),
    Rule(
        "ACC537",
        "scale-at-odds",
        _E,
        "A scale has neither steps nor limits, has both, or contradicts itself.",
        "Ratings on it could not be compared or counted.",
        "List the steps in `levels`, or give `minimum` and `maximum`.",
    ),
    Rule(
        "ACC538",
        "rating-without-scale",
        _E,
        "A rating names no scale, or two.",
        "A value means something only on its scale.",
        "Write `scale` for one of the known ones, or `scale_id` for one of the record's own.",
    ),
    Rule(
        "ACC539",
        "rating-of-nobody",
        _W,
        "A rating is of an actor that does not owe the duty, or of a turn that the duty does not have.",
        "It would be counted for nobody.",
        "Correct the obligor or the turn, or leave it out: then the rating is of the obligation as a whole.",
    ),
    Rule(
        "ACC540",
        "exempt-from-nothing",
        _W,
        "A party is exempt from a duty that it does not owe.",
        "A reservation to a duty of others has no effect. Most often another duty is meant.",
        "Name the duty to which the reservation is, or leave it out.",
    ),
    Rule(
        "ACC541",
        "answer-to-no-finding",
        _W,
        "Somebody accepts or rejects an event that is no finding.",
        "Only what a body found is accepted or rejected. Of any other event it is said that it happened, or did not.",
        "Put the claim into the event of the finding, or say `occurred` or `not_occurred`.",
    ),
    Rule(
        "ACC542",
        "voice-unstated",
        _I,
        "An actor acts for another and speaks, and its kind is not stated.",
        "The word of an office or a body is that of whom it acts for, and can admit things in its name. The word of a "
        "person is its own. Without a kind it is taken for its own, so that nobody admits anything by mistake.",
        "Add `kind`. A person who holds an office acts for that office.",
    ),
    Rule(
        "ACC543",
        "in-turn-without-turns",
        _E,
        "Obligors take turns at a duty that does not come round.",
        "With a single act there is nothing to take turns at, and nobody could tell who owes it.",
        "Make the duty recurring, or say how it is shared: `each`, `jointly` or `any`.",
    ),
    Rule(
        "ACC544",
        "finding-of-nobody",
        _W,
        "A finding does not say of whose duty it is, or of which turn, or names somebody who does not owe the duty.",
        "What was found of one obligor, or of one turn, says nothing of the others. A finding that does not tell "
        "settles it for none of them.",
        "Name the obligor in `obligor_ids`, or in `about_event_ids` what it did; name the turn in `instance`.",
    ),
    Rule(
        "ACC545",
        "each-time-of-somebody",
        _W,
        "A duty that several owe each arises each time that one of them does something, and it is not said for whom.",
        "It would arise for all of them. Of a state that has to consult before it closes a port, the others would be "
        "said not to have consulted.",
        "Write `whose` into `performance`: `own` where the duty is that of who did it, `others` where it is that of "
        "all others. With `whose`, name who did it in the `actor_ids` of the event.",
    ),
)
