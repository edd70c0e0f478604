"""Findings about wording and neutrality: codes, names, and words that take a side."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["WORDING"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

WORDING = (
    Rule(
        "ACC601",
        "user-code-unmarked",
        _W,
        "A code from a range that ISO 3166-1 leaves to its users is not marked as one.",
        "XK and its like are nobody's official code. Unmarked, a reader takes it for one, and for a statement about "
        "status.",
        "Add `status` `user_assigned`.",
    ),
    Rule(
        "ACC602",
        "code-status-at-odds",
        _E,
        "A code is said to have a standing that ISO 3166-1 does not give it.",
        "A code from the ranges left to users is never assigned by the keeper of the list, and no other code is left "
        "to users.",
        "Write `user_assigned` for a code from those ranges; correct the code or its standing otherwise.",
    ),
    Rule(
        "ACC603",
        "malformed-code",
        _E,
        "A code does not have the form that codes of its list have.",
        "Nothing can be looked up under it, and no other data set can be joined to it.",
        "Write the code as its list does. A code of another list names that list, or the scheme `other`.",
    ),
    Rule(
        "ACC604",
        "unassigned-code",
        _W,
        "ISO 3166-1 does not assign a two-letter code, or not any more.",
        "Most often it is a slip, such as UK for GB, or a code of a state that was gone when the agreement was made.",
        "Write the assigned code, or say in `status` that it is `reserved` or `withdrawn`. A code that held when the "
        "agreement was concluded is right as it is.",
    ),
    Rule(
        "ACC605",
        "number-of-another-list",
        _W,
        "A state's number is the one that the other list of states gives it.",
        "Gleditsch and Ward and the Correlates of War number most states alike, and a few differently. Data joined by "
        "the wrong number is the data of nobody, or of a state of the past.",
        "Write the number of the list that is named, or name the other list. A number of the past has `valid_until`.",
    ),
    Rule(
        "ACC606",
        "code-of-another-kind",
        _W,
        "A code is from a list of things of another kind: a state's code for a person or an agreement, a treaty's for "
        "an actor.",
        "The code stands for something else than what carries it.",
        "Correct the scheme, or move the code to what it stands for.",
    ),
    Rule(
        "ACC607",
        "shared-code",
        _W,
        "Two actors have the same code.",
        "A code stands for one thing; who looks it up would find two.",
        "Keep it with the actor that the list means. An office of a state acts for it and needs no code of its own.",
    ),
    Rule(
        "ACC608",
        "designation-note-missing",
        _W,
        "A name or a code calls for a note on the designation, and the actor has none.",
        "An asterisk promises a footnote. Those who use a code of their own for an actor use such a note as well, and "
        "every checklist prints it.",
        "Add the note to `designation_notes`, word for word, with who uses it.",
    ),
    Rule(
        "ACC609",
        "name-presupposes-status",
        _W,
        "The name for display says what its bearer is, and others name it otherwise.",
        "`name` stands in every output. Republic of, State of or Province of decides there what the record must not "
        "decide.",
        "Take a name that says nothing of status. The other goes into `names`, with who uses it.",
    ),
    Rule(
        "ACC610",
        "charge-in-summary",
        _W,
        "The summary of an event charges somebody with a breach.",
        "What happened and what it means are two things: the summary is read as a fact, and the charge is somebody's. "
        "English words only; a summary that says whose words they are is none.",
        "Say what happened. Who calls it a breach says so in a claim.",
    ),
    Rule(
        "ACC611",
        "loaded-word",
        _W,
        "A word that judges stands in the record's own words.",
        "Readers of all sides are to trust the record. Words such as so-called, puppet or terrorist tell them on whose "
        "side it was written. English words only.",
        "Use a word that all sides could accept. The words of a source go into `as_written`, `names` or a claim.",
    ),
    Rule(
        "ACC612",
        "action-with-modality",
        _W,
        "The action begins with a word for the modality, such as shall or to.",
        "Outputs put the modality before the action, and would say it twice. English words only.",
        "Begin with the verb: open the bridge.",
    ),
    Rule(
        "ACC613",
        "double-negation",
        _W,
        "A `must_not` is worded as not doing something.",
        "Read together they say the opposite: must not refrain from charging tolls. English words only.",
        "Leave the negation to `must_not`, and name what is not to be done: charge tolls.",
    ),
    Rule(
        "ACC614",
        "negative-must",
        _W,
        "A `must` is worded as not doing something.",
        "What is kept by doing nothing is never done. As a `must` it would be overdue for want of a report, and an act "
        "would end it. English words only.",
        "Make it `must_not`, and name what is not to be done. Where stopping needs an act of its own, name that act.",
    ),
    Rule(
        "ACC615",
        "same-name-twice",
        _W,
        "Two actors have the same name for display.",
        "Outputs print names, not ids: nobody could tell the two apart.",
        "Tell them apart in their names, or keep one of the two.",
    ),
    Rule(
        "ACC616",
        "unseen-character",
        _W,
        "A text holds characters that cannot be seen: controls, zero-width signs, changes of direction.",
        "They make equal texts differ, and can show a text in another order than it is stored in.",
        "Delete them. Marks of direction are left alone in text that runs from right to left. What a finding names "
        "is what commands take: `accords claim RECORD EVENT --amend CLAIM --text WORDS` writes the text of a claim "
        "anew, by the ids behind “in event” and “claims ›”, or by its number where it has none. Of a workbook, "
        "`accords validate` names the cell.",
    ),
    Rule(
        "ACC617",
        "garbled-text",
        _W,
        "A text was read in the wrong encoding somewhere on its way.",
        "Names of people and places are wrong in every output, and are not found when searched for.",
        "Look the text up in its source and write it anew.",
    ),
    Rule(
        "ACC618",
        "space-at-edges",
        _I,
        "A text begins or ends with white space.",
        "Two names that differ only in it are taken for two.",
        "Delete it.",
    ),
    Rule(
        "ACC619",
        "placeholder-text",
        _W,
        "A text stands only for one that is still to be written: TODO, n/a, ???.",
        "It is printed like any other. What is absent means not stated, and nothing is needed to say so.",
        "Write the text, or leave the field out.",
    ),
    Rule(
        "ACC620",
        "long-quotation",
        _I,
        "More than 300 characters of the source are quoted as the operative words.",
        "A reader looks there for the phrase on which the duty turns. Texts of sources belong to others.",
        "Keep that phrase. A citation with a span leads to the rest.",
    ),
    Rule(
        "ACC621",
        "unknown-language",
        _W,
        "A language tag names no language, or not by the code that BCP 47 asks for.",
        "Browsers and screen readers choose voices and fonts by it. Most often the code of a country stands there.",
        "Write the code of the language: sq and not al, en and not eng.",
    ),
    Rule(
        "ACC622",
        "theme-spelt-twice",
        _I,
        "A theme is spelt in two ways that differ in capitals, spaces or hyphens.",
        "Checklists group by themes, and would list it twice.",
        "Spell it in one way.",
    ),
    Rule(
        "ACC623",
        "two-forms-of-a-name",
        _W,
        "A name or a theme is written in two forms that look the same and are not equal.",
        "An ë can be one character or two. Lists group and search by the characters, and would have the name twice.",
        "Write it in one form, best the composed one (Unicode normalisation form C).",
    ),
    Rule(
        "ACC624",
        "two-alphabets-in-a-word",
        _W,
        "A word mixes letters of two alphabets.",
        "A Cyrillic а looks like a Latin a and is another letter: no search finds the word, and it can deceive.",
        "Type the word anew in one alphabet.",
    ),
)
