"""Findings about duties and roles: who owes what to whom, and in which part."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["DUTIES"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

DUTIES = (
    Rule(
        "ACC501",
        "obligor-without-part",
        _W,
        "An obligor is neither a party nor a third party, and stands for none.",
        "Only who takes part in an agreement can be bound by it. Most often a party or a mediator was left out of its "
        "list, or an office was not tied to the side for which it acts.",
        "List the obligor among the parties or third parties, say for whom it acts with `acts_for_id`, or name the "
        "members of a body that the agreement creates in `member_ids`.",
    ),
    Rule(
        "ACC502",
        "owed-to-oneself",
        _E,
        "An obligor is the very one to whom the duty is owed.",
        "Nobody owes anything to oneself: one of the two names is wrong.",
        "Name the other side in `owed_to_ids`, or leave the field out where the source does not say. Duties that two "
        "sides owe to each other name both in both lists.",
    ),
    Rule(
        "ACC503",
        "own-consent",
        _W,
        "A duty needs the consent of the very one who owes it.",
        "A duty that depends on the obligor's own will binds nobody: one of the two names is wrong, or it is a "
        "permission.",
        "Name whose consent the source asks for. What is left to the obligor has the modality `may`.",
    ),
    Rule(
        "ACC504",
        "obligors-though-not-stated",
        _E,
        "Obligors are named, and `obligor_basis` says that the source names nobody.",
        "The record says both that somebody owes the duty and that nobody is said to owe it.",
        "Write `inferred` where you read the obligor in, `stated` where the source names it, or empty the list.",
    ),
    Rule(
        "ACC505",
        "nobody-owes",
        _W,
        "A duty has no obligor, and nothing says that the source names none.",
        "A reader cannot tell a clause that names nobody from an obligor that was forgotten.",
        "Name the obligor. Where the source names nobody, set `obligor_basis` to `not_stated`.",
    ),
    Rule(
        "ACC506",
        "shared-by-one",
        _W,
        "A duty is borne jointly, or by any of several, and has a single obligor.",
        "There is nobody to share it with, so `borne` has no effect; most often another obligor was left out.",
        "Name the other obligors, or leave `borne` out.",
    ),
    Rule(
        "ACC507",
        "counted-twice",
        _W,
        "A group and one of its own members both owe the same duty.",
        "The member would owe it twice, and the checklist would have a line too many.",
        "Name the group where the source does, or the members where each of them is bound.",
    ),
    Rule(
        "ACC508",
        "must-not-as-act",
        _E,
        "A `must_not` is to be performed by an act, once or in turns.",
        "What is not to be done is kept from day to day and never done. Read as an act, doing the forbidden thing "
        "would fulfil the duty.",
        "Leave `performance` out. The times at which it applies go into `trigger`, `not_before` and `ends`; an act "
        "that is to be done is a `must`.",
    ),
    Rule(
        "ACC509",
        "field-without-effect",
        _W,
        "A field has no effect on an obligation of this modality or performance.",
        "Whoever wrote it expects it to do something, and it does nothing.",
        "Leave the field out, or correct the modality or the performance where they are what is wrong.",
    ),
)
