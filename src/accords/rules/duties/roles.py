"""Findings about roles: who is party, who stands beside, whose word settles what."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["ROLES"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

ROLES = (
    Rule(
        "ACC519",
        "represents-another",
        _W,
        "One who represents a party is that party itself, or acts for another party alone.",
        "Whose word counts for which side is read from here. With the wrong side, a denial is taken for an admission.",
        "Correct who represents the party, or for whom the actor acts.",
    ),
    Rule(
        "ACC520",
        "party-as-mediator",
        _W,
        "A party is also mediator, facilitator, arbiter, observer or witness, and nothing says that sources differ.",
        "Who stands between the parties is none of them. Its word is that of a side, and is not counted as neutral.",
        "Where sources differ, keep both entries and say in `according_to_ids` who gives it which part. Otherwise keep "
        "one.",
    ),
    Rule(
        "ACC521",
        "listed-twice",
        _W,
        "An actor has the same part twice, and nothing tells the two entries apart.",
        "It is printed twice, and a reader looks for a difference that is not there.",
        "Keep one entry, with the citations of both. A party that left and joined again has `bound_from` and "
        "`bound_until` in each.",
    ),
    Rule(
        "ACC522",
        "single-party",
        _W,
        "The agreement is between one party alone.",
        "Nobody agrees with oneself: most often the other party was left out, or listed as a third party.",
        "Add the other party. A single declaration that others matched has the form `unilateral_matching`; a single "
        "party that is a group names its members.",
    ),
    Rule(
        "ACC523",
        "role-unexplained",
        _W,
        "A third party has the role `other`, and nothing says which.",
        "The word says only which roles it is not.",
        "Add `role_as_written`, in the words of the source.",
    ),
    Rule(
        "ACC524",
        "unused-actor",
        _I,
        "Nothing in the record names an actor.",
        "It may be a leftover, or its part in the agreement was forgotten.",
        "Say what part it has: in a role, a duty, an event or a claim. Otherwise leave it out.",
    ),
    Rule(
        "ACC525",
        "person-for-office",
        _I,
        "A person owes a duty, and acts for an office that is in the record.",
        "The office owes it whoever holds it; the person may be gone before the duty is due.",
        "Name the office as obligor, unless the text binds the person by name.",
    ),
    Rule(
        "ACC526",
        "own-judge",
        _W,
        "The obligor alone is named as the one whose word on its own duty prevails.",
        "Its own report would settle that it kept its promise, and nobody could contradict.",
        "Name who verifies or decides by agreement, or leave the field out. Where the text does leave it to the "
        "obligor, say so in a note and waive this finding.",
    ),
    Rule(
        "ACC527",
        "watch-of-nothing",
        _W,
        "Somebody watched, and nothing says what.",
        "Watching makes silence evidence, but only about the duties and events that were watched.",
        "Name them in `obligation_ids` or `event_ids`.",
    ),
    Rule(
        "ACC528",
        "finding-by-a-side",
        _W,
        "A finding is by a party, or one who acts for it, whom nobody asked to judge.",
        "A finding weighs as much as the body that made it. What a side says for itself settles nothing and has no "
        "effect on any status.",
        "Record what a party says as a claim. Where the agreement lets a party decide, name it in `determined_by_ids` "
        "of the duty.",
    ),
    Rule(
        "ACC529",
        "verdict-of-another-kind",
        _E,
        "A verdict does not fit what it is about.",
        "A duty does not occur and an event is not fulfilled: such a finding has no effect on any status.",
        "Correct the verdict or `on_id`.",
    ),
    Rule(
        "ACC530",
        "reading-of-another-duty",
        _W,
        "A claim or a finding rests on a reading of a duty that it is not about.",
        "The reading says nothing about the duty in question. Most often an id was copied from another event.",
        "Name a reading of the duty that the event is about, or add the duty to `obligation_ids`.",
    ),
    Rule(
        "ACC531",
        "rating-off-the-scale",
        _E,
        "The value of an assessment is not on the scale that it names.",
        "Ratings on one scale are compared and counted; a value outside it means nothing there.",
        "Write the value as the scale has it, or name the scale on which it was rated: `free` for words.",
    ),
)
