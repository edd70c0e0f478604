"""Findings about provenance: who says so, where, and since when."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["PROVENANCE"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

PROVENANCE = (
    Rule(
        "ACC401",
        "orphan-span",
        _E,
        "A citation's span does not match the text of its source.",
        "Nobody can check what the record says there. A span is exact to the letter or stands for nothing: it is "
        "never moved to a passage that looks alike, which might say something else.",
        "Make sure that the text is the one that was coded; if it is, look the passage up and write its offsets, in "
        "code points from 0, and its hash anew.",
    ),
    Rule(
        "ACC402",
        "source-text-differs",
        _W,
        "A text given for a source is not, as a whole, the text that was coded.",
        "Spans may match all the same, but what stands around them may have changed: a correction, another edition, "
        "or line ends that an editor rewrote.",
        "Verify against the text with the hash in `text_sha256`. Where the other text is meant, read it in full, "
        "check every citation, and write its hash.",
    ),
    Rule(
        "ACC403",
        "source-without-text",
        _W,
        "Citations have spans into a source of which no text was given, so they were not checked.",
        "A check that passes over part of the record in silence would be taken for a check of all of it.",
        "Give the text of the source as well: `--source ID=TEXTFILE`.",
    ),
    Rule(
        "ACC404",
        "obligation-without-citation",
        _W,
        "No source is cited for a duty.",
        "Nobody can check that the text says so, and a duty that somebody is held to has to be checkable. A record "
        "without any source is told so once.",
        "Cite the source of every duty, with a locator at least.",
    ),
    Rule(
        "ACC405",
        "role-without-source",
        _W,
        "Nobody is said to give a third party its role.",
        "Whether somebody mediates, facilitates or guarantees is often disputed, so a role is always somebody's word. "
        "Without a source it is the record's own, and the record takes no side.",
        "Cite the source that uses the word, or name who says so in `according_to_ids`.",
    ),
    Rule(
        "ACC406",
        "claim-without-source",
        _W,
        "A claim cites no source, and its event cites none either.",
        "Status is computed from claims. One that cannot be looked up weighs as much as the others, and nobody can "
        "tell whether it was made.",
        "Add `citations` to the claim, or to its event where the same source speaks of all of it.",
    ),
    Rule(
        "ACC407",
        "claim-without-date",
        _W,
        "Nothing dates a claim: it gives no day, none on which it became known, and its source has no date.",
        "Such a claim counts as known at all times, so a status as of an early day rests on what may have been said "
        "years later.",
        "Give `known_on`, marked as inferred where you worked it out, or the `published` of the source. A month or a "
        "year is enough. Where neither can be known, say so in the `note` of the source.",
    ),
    Rule(
        "ACC408",
        "conclusion-without-source",
        _W,
        "No source is cited for how the agreement was concluded: that it was signed, for instance.",
        "That a deal was signed is assumed quickly and matters much. Some deals are announced, and one side later "
        "says that it never signed anything.",
        "Cite who says so in `conclusion`, or record the act as an event with its claims. What was announced and not "
        "signed is `announced` or `agreed_unsigned`.",
    ),
    Rule(
        "ACC409",
        "official-word-as-neutral",
        _W,
        "A claim or a watch rests on an official statement or a post, and names no speaker.",
        "A claim without a speaker is the word of its source. A newspaper may be neutral; an office or the author of a "
        "post speaks for a side or for itself. The claim is not counted as neutral, and its side is not known, so it "
        "settles less than it could.",
        "Name the speaker in `claimed_by_id`: the office, the organisation or the person.",
    ),
    Rule(
        "ACC410",
        "known-before-published",
        _W,
        "A claim was known on a day before the source that makes it was published.",
        "A source cannot be read before it is out. A status as of the days between would rest on what nobody could "
        "know.",
        "Correct one of the two days. Where somebody said it before the source reported it, name them in "
        "`claimed_by_id`: what they said may well have been known earlier. A register, or a file of letters of many "
        "days, came out bit by bit: give the period from its first day to its last as `published`, such as "
        "`2019-03-20/2021-12-01`.",
    ),
    Rule(
        "ACC411",
        "worked-out-date-unmarked",
        _W,
        "The words of the source leave out the year or the day, and the date counts as stated.",
        "A year or a weekday that a coder turned into a date is the coder's, and a reader has to be able to tell. A "
        "wrong guess is otherwise quoted as the source's own.",
        "Write `when_basis` `inferred`. A day and month in a source that bears a date of the same year may stay "
        "stated.",
    ),
    Rule(
        "ACC412",
        "inferred-conclusion-unmarked",
        _W,
        "The day of the conclusion counts as stated, while the claims that give this day were worked out.",
        "Every deadline that is counted from the conclusion rests on this day, and what was worked out once does not "
        "become stated elsewhere.",
        "Write `date_basis` `inferred`, or correct the claims where a source does state the day.",
    ),
    Rule(
        "ACC413",
        "said-by-nobody",
        _W,
        "A view of the agreement, a reading, a rating or a watch has nobody behind it.",
        "These are things that somebody holds, and others may hold the opposite. Without a holder the record itself "
        "would say so.",
        "Name who holds, watches or rates, or cite the source that speaks for itself.",
    ),
    Rule(
        "ACC414",
        "empty-span",
        _E,
        "A span ends where it begins, or before.",
        "It holds no character of the text, so it can support nothing.",
        "Count in code points from 0; `end` is the offset just after the last character.",
    ),
    Rule(
        "ACC415",
        "passage-with-two-hashes",
        _E,
        "Two citations of the same passage give different hashes of it.",
        "A passage of one text has one hash. One of the two citations is an orphan, whatever the text is.",
        "Run `accords verify` with the text: it says which of the two does not match.",
    ),
    Rule(
        "ACC416",
        "span-without-text-hash",
        _I,
        "There are spans into a source, and no hash says which text of it they count in.",
        "Offsets count in one exact text. Whoever wants to check them has to know whether theirs is the same, and a "
        "different line end moves them all.",
        "Write the SHA-256 of the text that was coded in `text_sha256`.",
    ),
    Rule(
        "ACC417",
        "citation-without-place",
        _W,
        "A duty cites the text of an agreement or a law as a whole.",
        "A reader who wants to check it has to read all of it, and two readers may find two clauses.",
        "Add a `locator`, such as Art. 3(2) or ¶8, or a `span`. The number in `clause` will do as well.",
    ),
    Rule(
        "ACC418",
        "unused-source",
        _I,
        "Nothing in the record cites a source.",
        "It may have been meant for a citation that is missing. As it is, a reader takes it for something that the "
        "record rests on.",
        "Cite it where it says something, or leave it out.",
    ),
    Rule(
        "ACC419",
        "source-twice",
        _W,
        "Two sources have the same text or the same address.",
        "One report that stands in the record twice looks like two that agree, and agreement of several sources is "
        "what a reader trusts.",
        "Keep one of the two, and let all citations name it. A report that others copied is one source.",
    ),
    Rule(
        "ACC420",
        "published-against-address",
        _W,
        "The address of a source, or of its archived copy, names a day that goes against its date of publication.",
        "Claims count as known from the day on which their source was published. A slip in its year moves everything "
        "that rests on it.",
        "Look the source up and correct the date, or the address where it is that of another text. A month more or "
        "less is no fault: addresses keep the day of a first version.",
    ),
    Rule(
        "ACC421",
        "clause-against-locator",
        _W,
        "The number of a clause is in none of the articles that the duty cites.",
        "One of the two sends the reader to the wrong place. Most often a duty was copied, and one of the numbers was "
        "not changed.",
        "Correct the clause or the locator.",
    ),
    Rule(
        "ACC422",
        "words-not-in-text",
        _W,
        "The operative words of a duty are in none of the texts that it cites, or not where it cites them.",
        "Words in quotation marks are taken for the words of the source. White space, quotation marks and capitals are "
        "not compared, and … stands for what is left out.",
        "Write the words as they stand in the text, or cite the text that has them. `accords verify` finds this, with "
        "the texts at hand.",
    ),
    Rule(
        "ACC423",
        "locator-elsewhere",
        _W,
        "A passage stands under the heading of another article, or in another paragraph, than its locator names.",
        "The locator sends a reader to the wrong place, or the span is that of another clause.",
        "Correct the locator or the span.",
    ),
    Rule(
        "ACC424",
        "draft-released",
        _E,
        "The record says that it may be published, and is a draft.",
        "Nobody has checked a draft. What it says of who owes what, and of who did not do it, would go out under the "
        "name of its publisher.",
        "Have it checked and raise its `coding.status`, or remove `release` until then.",
    ),
)
