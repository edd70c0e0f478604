"""Findings about duties and conditions that stand in each other's way, or say more or less than the source."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["WAITING"]

_W, _I = Severity.WARNING, Severity.INFO

WAITING = (
    Rule(
        "ACC322",
        "opposed-duties",
        _W,
        "Somebody must do and must not do the same thing at the same time.",
        "Whatever the obligor does breaches one of the two. Most often a modality is wrong, or one duty was to take "
        "the place of the other and has no end or beginning. Duties are compared that name the same act in the same "
        "words, at stated times and without conditions, so what is found does clash.",
        "Correct the modality. Where one duty follows the other, give the first an `ends` and the second a "
        "`not_before`; where one is an exception to the other, write it under `exceptions`.",
    ),
    Rule(
        "ACC323",
        "waiting-in-a-circle",
        _W,
        "Duties wait for events that only each other's performance brings about.",
        "Each side would wait for the other to begin. That is worth knowing about a real agreement; more often the "
        "text means both to act at once, or one of the conditions belongs to another duty.",
        "Follow the circle that is printed and cut it where the source does. Acts at the same time are a linkage.",
    ),
    Rule(
        "ACC324",
        "needless-combination",
        _I,
        "A combination of conditions combines nothing, or says in numbers what has a word.",
        "`all_of` with a single condition often means that a second one was lost, and `at_least` with a count of one "
        "or of all that the count is wrong.",
        "Add what is missing, or write the plain form: the inner condition alone, `any_of` or `all_of`.",
    ),
    Rule(
        "ACC325",
        "vague-time-made-exact",
        _W,
        "The words of the source give a vague time, and the deadline is an exact one.",
        'Nobody is late by "as soon as possible". A day that a coder puts in its place calls an obligor late by a '
        "promise that was never made.",
        "Keep the words in a `vague` condition; `review_after` reminds you to look. Where another clause does state "
        "the day, cite that clause in the condition.",
    ),
    Rule(
        "ACC326",
        "exact-time-left-vague",
        _W,
        "A `vague` condition keeps a time in words that could be computed.",
        "Nothing is ever late by a vague time, so a deadline that the text states is lost from every checklist and "
        "calendar.",
        "Write a `date`, or an `offset` from what the period is counted from. Working days cannot be computed and stay "
        "`vague`.",
    ),
)
