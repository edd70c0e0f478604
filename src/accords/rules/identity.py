"""Findings about ids and references."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["IDENTITY"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

IDENTITY = (
    Rule(
        "ACC201",
        "unknown-id",
        _E,
        "A reference names an id that nothing in the record has.",
        "The duty, claim or citation hangs in the air: nobody can tell whom or what it is about.",
        "Correct the id, or add the actor, source, event or obligation it stands for.",
    ),
    Rule(
        "ACC202",
        "duplicate-id",
        _E,
        "Two things in the record have the same id.",
        "All ids of a record share one space, so that a reference can only mean one thing.",
        "Rename one of the two, and the references to it.",
    ),
    Rule(
        "ACC203",
        "wrong-kind-of-id",
        _E,
        "A reference names something of another kind than the field is about.",
        "A source cannot owe a duty and an obligation cannot speak.",
        "Name something of the kind that the message asks for.",
    ),
    Rule(
        "ACC204",
        "self-reference",
        _E,
        "Something refers to itself where that has no meaning.",
        "Nobody acts on their own behalf, and no claim takes itself back.",
        "Name the other thing that is meant, or leave the field out.",
    ),
    Rule(
        "ACC205",
        "circle-of-conditions",
        _E,
        "Conditions wait for each other in a circle, linkages included.",
        "Each waits for the next and the last for the first: none of the duties could ever begin or end.",
        "Follow the circle that is printed and cut it where the source does. Duties to be performed at the same time "
        "are a linkage, not conditions on each other.",
    ),
    Rule(
        "ACC206",
        "circle-of-retractions",
        _E,
        "Claims take each other back in a circle.",
        "None of them could then be said to stand or to be withdrawn.",
        "Let the later claim retract the earlier one.",
    ),
    Rule(
        "ACC207",
        "circle-of-references",
        _E,
        "Actors act for each other, or events are occurrences of each other, in a circle.",
        "Following the references from one to the next would never come to an end.",
        "Follow the circle that is printed and cut it where it is wrong.",
    ),
    Rule(
        "ACC208",
        "unused-waiver",
        _W,
        "A waiver waives nothing: the record has no such finding there.",
        "What was accepted once may have been mended since, or the waiver names the wrong thing; left in place, it "
        "would hide the next fault of that kind.",
        "Remove it, or correct what it is about.",
    ),
    Rule(
        "ACC209",
        "unwaivable-code",
        _E,
        "A waiver names a code that no finding has, or one that cannot be waived.",
        "A reader would take a fault for accepted that is not. Errors are mended and not waived, for with them the "
        "record contradicts itself or the format.",
        "Correct the code; where it is that of an error, mend the error and remove the waiver.",
    ),
    Rule(
        "ACC210",
        "former-id-in-use",
        _W,
        "An id by which something went before is the id of something else now, or was.",
        "Old links and figures name things by their ids. One that leads to another duty than it did misleads without "
        "a word.",
        "Give the new thing an id that was never used, or correct the former one.",
    ),
    Rule(
        "ACC211",
        "record-id-twice",
        _W,
        "Two records that are read together have the same id.",
        "Lists, tables and relations of other records name a record by its id: they would leave one of the two out, or "
        "mean the wrong one.",
        "Give one of them another id, and put the old one into its `former_ids`. Of two versions of one record, keep "
        "only one among those that are read together.",
    ),
    Rule(
        "ACC212",
        "related-record-absent",
        _I,
        "A relation names a record that is not among those that are read together.",
        "What it does to the other agreement cannot be followed. The id may be misspelt, or the record may lie "
        "elsewhere. This is said only where several records are validated at once.",
        "Correct the id, or validate that record along with this one. Where the other has no record, leave "
        "`agreement_id` out: the title is enough.",
    ),
    Rule(
        "ACC213",
        "amender-absent",
        _I,
        "A later agreement is said to have taken the place of this one or of a duty, and no record that is read with "
        "it amends or replaces it.",
        "Whoever compares the records would take the old terms for the present ones. This is said only where several "
        "records are validated at once.",
        "Validate the record of the later agreement along with this one, and let its `related` name this one's id with "
        "`amends` or `replaces`.",
    ),
)
