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
        "List the obligor among the parties or third parties, say for whom it acts with `acts_for`, or name the "
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
        "Leave `performance` out. The times at which it applies go into `trigger`, `not_before` and `ends`; one that "
        "recurs, or arises anew each time, has the end of each in `ends`. An act that is to be done is a `must`.",
    ),
    Rule(
        "ACC509",
        "field-without-effect",
        _W,
        "A field has no effect on an obligation of this modality or performance.",
        "Whoever wrote it expects it to do something, and it does nothing.",
        "Leave the field out, or correct the modality or the performance where they are what is wrong.",
    ),
    Rule(
        "ACC510",
        "linkage-of-one",
        _W,
        "A linkage names a single duty.",
        "It ties the duty to nothing and has no effect; most often the other duty was left out.",
        "Name the duty to which the text ties it, or leave the linkage out.",
    ),
    Rule(
        "ACC511",
        "linkages-at-odds",
        _E,
        "The same duties are tied to each other in one linkage and independent in another.",
        "The record says both that one duty waits for the other and that it does not.",
        "Keep what the text states. Where the sides read it differently, say so in `readings` or in a note.",
    ),
    Rule(
        "ACC512",
        "linkage-without-effect",
        _W,
        "A linkage, or its tolerance, can have no effect on the duties that it ties.",
        "Only acts can be simultaneous, only what can be breached can be reciprocal, and only simultaneous acts have "
        "a tolerance.",
        "Correct the mode or the duties. Duties that are to be kept side by side need no linkage.",
    ),
    Rule(
        "ACC513",
        "performance-of-continuing",
        _W,
        "An event is said to perform a duty that is kept from day to day, or a declaration.",
        "Such a duty is never done, so the event has no effect on its status, and a reader may take it for a sign that "
        "all is done.",
        "Record as `monitoring` that somebody watched it being kept, and as `conduct` what bears on it. Where a single "
        "act was owed as well, it is an obligation of its own.",
    ),
    Rule(
        "ACC514",
        "performed-by-another",
        _W,
        "Nobody who is said to have performed a duty owes it, or acts for one who does.",
        "Either the actor or the duty is the wrong one. Where several owe the duty, the act cannot be counted for any "
        "of them.",
        "Correct the actor or the duty. One who acted on behalf of the obligor gets `acts_for`.",
    ),
    Rule(
        "ACC515",
        "each-time-of-itself",
        _W,
        "A duty arises anew each time it is performed.",
        "It could never be done: every performance would make it owed again.",
        "Name the event that makes the duty arise. The act that performs it is another event.",
    ),
    Rule(
        "ACC516",
        "same-duty-twice",
        _W,
        "Two obligations say the same in every respect.",
        "The duty is counted twice, and what is reported about one of them leaves the other open. Most often one was "
        "copied and not yet changed.",
        "Keep one of the two, with the citations of both. Where the text states it in two clauses on purpose, give "
        "each its `clause`.",
    ),
    Rule(
        "ACC517",
        "event-about-no-duty",
        _W,
        "A performance, conduct, a release or a postponement names no duty, and no condition waits for it.",
        "Such an event is there to bear on a duty; without one it has no effect on any status.",
        "Name the duty in `obligation_ids`. What bears on none is a milestone or background.",
    ),
    Rule(
        "ACC518",
        "event-without-content",
        _W,
        "A finding or a postponement lacks what it is there for, or another event has it.",
        "What was found counts only in a `finding`, a new deadline only in a `postponement`, and a partial extent only "
        "in a `performance`. Anywhere else it has no effect.",
        "Add what is missing, or correct the kind of the event.",
    ),
    Rule(
        "ACC546",
        "power-ended-by-use",
        _W,
        "A termination or a suspension names a right of the one who does it.",
        "The right itself is then over, or stands still, and nobody is said to have used it.",
        "Make the event a `performance` of the right. What it brings hangs on it: the end of a party's being bound on "
        "`bound_until`, a suspension on `suspensions`. Where the right itself came to an end, leave out who did it.",
    ),
    Rule(
        "ACC547",
        "suspends-all",
        _I,
        "A suspension on which the suspension of one duty hangs names no duty.",
        "An event of suspension without `obligation_ids` suspends the whole agreement, besides what hangs on it.",
        "Make a notice that only brings what the text provides for a `milestone`, or a `performance` of the right to "
        "give it. Where the event does suspend more, name the duties in `obligation_ids`.",
    ),
    Rule(
        "ACC548",
        "joint-act-of-some",
        _I,
        "An act of what several owe jointly names only some of them.",
        "What is owed jointly is one act of all of them. Whether this was the whole stays open, so the duty is not "
        "called fulfilled.",
        "Name all who did it in `actor_ids`. Where the source calls what some of them did the whole, write `extent` "
        "`full`, and `partial` where it was a part.",
    ),
    Rule(
        "ACC549",
        "doing-as-background",
        _I,
        "A duty waits for what somebody of the record did, and that is written as background without an act.",
        "Whose word makes the duty owed depends on what it waits for. A formal act is established by anybody's word; "
        "of background one side's word is that side's claim, so the duty is never called overdue by it.",
        "Name the `act` of a request, a notice or a decision, and write what is done otherwise as `conduct`. What "
        "befalls is background, and names nobody.",
    ),
    Rule(
        "ACC550",
        "charge-of-nobody",
        _W,
        "A breach of a duty that several owe each is charged, and nothing says who of them did it.",
        "Who charges it may complain of another who owes the same. Without a doer nobody can be said to have admitted "
        "anything, and the charge stands beside the duty of each.",
        "Name who did it in `actor_ids` of the event, where the source says so.",
    ),
)
