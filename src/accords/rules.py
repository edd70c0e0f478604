"""The catalogue of findings: one table, from which pages, help texts and codes are taken.

Numbers are never reused. A name states the fault, not its mending.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["FAMILIES", "RULES", "Rule", "Severity"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Rule:
    """One kind of finding: its code and name, what it says, why it matters and how to mend it."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    mend: str

    @property
    def page(self) -> str:
        """The documentation page of the rule, relative to the project's root."""
        return f"docs/rules/{self.code}.md"


FAMILIES = {
    "0": "reading",
    "1": "shape",
    "2": "identity and references",
    "3": "time and logic",
    "4": "provenance",
    "5": "duties and roles",
    "6": "wording and neutrality",
    "9": "internal",
}
"""First digit of a code → the stage or subject that it belongs to."""

_E, _W = Severity.ERROR, Severity.WARNING

_TABLE = (
    # ---- reading
    Rule(
        "ACC001",
        "malformed-json",
        _E,
        "The text is not JSON.",
        "Nothing can be said about a record that cannot be read. The place named is where the fault is, "
        "not where a parser gave up.",
        "Mend the text at the place named: most often a comma, a quotation mark or a bracket is missing.",
    ),
    Rule(
        "ACC002",
        "duplicate-key",
        _E,
        "One object names the same member twice.",
        "Most JSON readers keep the last value and drop the others without a word, so part of the record "
        "would be lost.",
        "Keep one of the two; where both are meant, merge their values.",
    ),
    Rule(
        "ACC003",
        "not-utf-8",
        _E,
        "The bytes are not UTF-8.",
        "Names of people and places would be garbled if the encoding were guessed.",
        "Save the file as UTF-8.",
    ),
    Rule(
        "ACC004",
        "byte-order-mark",
        _W,
        "The file begins with a byte order mark.",
        "The mark is read over here, but other JSON tools stop at it.",
        "Save the file as UTF-8 without a byte order mark.",
    ),
    Rule(
        "ACC005",
        "nested-too-deep",
        _E,
        "Objects and lists are nested deeper than the limit, 64 levels unless set otherwise.",
        "Deep nesting crashes many JSON tools; no honest record comes near the limit.",
        "Flatten the record: give inner conditions an event or an obligation to refer to. A caller who needs more "
        "can set a higher limit.",
    ),
    Rule(
        "ACC006",
        "too-large",
        _E,
        "The text is larger than the limit, 8 MB unless set otherwise.",
        "The limit acts before anything is parsed, so that one file cannot take the memory of a whole run.",
        "Split the record, one agreement to a file; sources are cited, not copied in. A caller who needs more can "
        "set a higher limit.",
    ),
    Rule(
        "ACC007",
        "not-a-finite-number",
        _E,
        "A number is NaN, Infinity, or too large to hold.",
        "JSON has no such numbers; other readers refuse the file or read something else.",
        "Write the number out, or leave the member away where it is not known.",
    ),
    Rule(
        "ACC008",
        "lone-surrogate",
        _E,
        "A text holds half of a surrogate pair, such as \\ud800 alone.",
        "Half a pair is not a character: the text cannot be written out again as UTF-8.",
        "Replace it by the character that is meant.",
    ),
    Rule(
        "ACC009",
        "not-an-object",
        _E,
        "The top level is not one JSON object.",
        "A record is one object that describes one agreement.",
        "Wrap the content in an object, or give one file to each agreement of a list.",
    ),
    Rule(
        "ACC010",
        "unknown-version",
        _E,
        "`accords_version` names a version of the format that this library does not read.",
        "Reading it as if it were another version could change its meaning.",
        "Use a newer release of accords, or write the record in a version that it reads.",
    ),
    Rule(
        "ACC011",
        "number-too-long",
        _E,
        "A number has more digits than can be read safely.",
        "Such numbers make readers slow or are rounded without a word.",
        "Write it as text if it is a name or a code, otherwise shorten it.",
    ),
    Rule(
        "ACC012",
        "unreadable",
        _E,
        "The file or stream cannot be read.",
        "It may be missing, a folder, or not yours to read; the other files of a run are checked all the same.",
        "Check the path and its permissions.",
    ),
    # ---- shape
    Rule(
        "ACC101",
        "missing-field",
        _E,
        "An object lacks a field that it needs.",
        "Without it the record does not say what it has to say: who, what, or in which kind of way.",
        "Add the field. Where the source does not state it, look again whether this is the right kind of object.",
    ),
    Rule(
        "ACC102",
        "unknown-field",
        _E,
        "An object has a field that the format does not know there.",
        "A misspelt field would be lost without a word: the deadline you wrote would simply not be there.",
        "Correct the name. Content of your own goes into `extensions`, where it is kept as it is.",
    ),
    Rule(
        "ACC103",
        "wrong-type",
        _E,
        "A value is of another type than the field holds: a text for a list, a number for a text.",
        "Nothing is converted silently, so that what was written is what is read.",
        "Write the value in the type that is named.",
    ),
    Rule(
        "ACC104",
        "not-in-list",
        _E,
        "A value is not one of the words that the field allows.",
        "The words of a closed list have one meaning each; another word would have none.",
        "Use one of the words that are listed; `other` where the list has it and nothing else fits.",
    ),
    Rule(
        "ACC105",
        "no-such-day",
        _E,
        "A date names a day, month or hour that does not exist.",
        "An impossible day is nearly always a slip of the pen in a real deadline.",
        "Look the date up in the source. Where only the month is known, write the month alone, as in 2022-11.",
    ),
    Rule(
        "ACC106",
        "wrong-fields-for-kind",
        _E,
        "The fields of a condition, or of a way of performing, belong to another kind than its `kind` says.",
        "The kind decides what the fields mean; with the fields of another kind it cannot be told which is meant.",
        "Change `kind`, or use the fields that it has.",
    ),
    Rule(
        "ACC107",
        "not-a-date",
        _E,
        "A text is not a date in EDTF (ISO 8601-2).",
        "Day and month are written in either order around the world; only one spelling is read the same everywhere.",
        "Write year-month-day, as far as it is known: 2022, 2022-11, 2022-11-23, 2022-11-XX, 2022-11-23?, or an "
        "interval such as 2022-11-01/2022-11-21.",
    ),
    Rule(
        "ACC108",
        "reversed-interval",
        _E,
        "An interval ends before it starts.",
        "It contains no day, so nothing can happen in it.",
        "Swap the two dates, or correct the one that is wrong.",
    ),
    Rule(
        "ACC109",
        "not-a-duration",
        _E,
        "A text is not a duration in ISO 8601.",
        "'30 days' and 'a month' are different lengths; the notation keeps them apart.",
        "Write P30D for thirty days, P6M for six months, PT48H for 48 hours, -P10D for ten days before.",
    ),
    Rule(
        "ACC110",
        "malformed-id",
        _E,
        "An id has characters that ids do not have, or more than 100 of them.",
        "Ids stand in addresses, file names and command lines; letters that look alike or need quoting break there.",
        "Use lower-case ASCII letters and digits, with single hyphens, dots or underscores between them.",
    ),
    Rule(
        "ACC111",
        "blank-text",
        _E,
        "A text is empty or only white space.",
        "A blank says neither that something is known nor that it is not stated.",
        "Write the text, or leave the field out where nothing is stated.",
    ),
    Rule(
        "ACC112",
        "malformed-value",
        _E,
        "A language tag, a time zone or a hash is not of the form that it must have.",
        "Other tools look these values up; in another form they find nothing.",
        "Write it in the form that the message shows.",
    ),
    Rule(
        "ACC113",
        "too-few-items",
        _E,
        "A list has fewer items than it needs.",
        "An agreement without a party, or a condition of no conditions, says nothing.",
        "Add an item, or leave the field out where it is not required.",
    ),
    Rule(
        "ACC114",
        "repeated-item",
        _E,
        "A list of ids names the same id twice.",
        "The second mention adds nothing, and is often another id mistyped.",
        "Remove it, or write the id that was meant.",
    ),
    Rule(
        "ACC115",
        "number-out-of-range",
        _E,
        "A number is smaller than the field allows.",
        "There is no zeroth instance of a duty and no slice that starts before the text.",
        "Correct the number.",
    ),
    Rule(
        "ACC116",
        "null-value",
        _E,
        "A value is null.",
        "null could mean not stated, never, or not yet known. Here what is not stated is absent, and never has a "
        "condition of its own.",
        "Leave the field out; where the source says never, use a condition of kind `never`.",
    ),
    # ---- identity and references
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
    # ---- time and logic
    Rule(
        "ACC301",
        "unknown-time-zone",
        _E,
        "`time_zone` names no time zone of the IANA database.",
        "Days begin and end by it; without it a deadline cannot be told from the day after.",
        "Name a zone such as Europe/Brussels, or leave the field out for UTC.",
    ),
    Rule(
        "ACC302",
        "due-before-start",
        _W,
        "A stated deadline lies before the first day on which the duty can begin.",
        "Such a deadline cannot be met or missed: status is computed as if none were stated, so nobody is called "
        "late by a slip of the pen.",
        "Correct the deadline or the beginning; where the deadline counts from another day, make it an offset.",
    ),
    Rule(
        "ACC303",
        "condition-that-never-holds",
        _W,
        "A condition is put together so that it can never come true.",
        "Readers would wait for something that cannot happen, most often because of a slip in a count or a reference.",
        "Correct the count or the reference. Where the source itself says never, use the kind `never`.",
    ),
    Rule(
        "ACC304",
        "trigger-that-nothing-fires",
        _W,
        "Nothing can fire the trigger of an obligation.",
        "The obligation would never come to bind anybody, and its status would say that it lapsed.",
        "Name what fires it, or leave the trigger out where the source states none.",
    ),
    Rule(
        "ACC305",
        "occurred-after-known",
        _W,
        "A claim says that something happened on a day after the day on which the claim became known.",
        "Nobody knows beforehand what will have happened. Such a claim is read as an announcement and settles nothing.",
        "Say `planned` for what was announced, and correct the dates where they were mixed up.",
    ),
    Rule(
        "ACC306",
        "turn-of-a-single-duty",
        _W,
        "An event names a turn of an obligation that has no turns.",
        "The number is not used, and the reader is left to wonder which turns there are.",
        "Leave `instance` out, or make the obligation recurring or due each time.",
    ),
    Rule(
        "ACC307",
        "due-on-continuing",
        _W,
        "An obligation that is kept from day to day has a deadline.",
        "It is never done, so there is no day by which it is done, and the deadline has no effect.",
        "Use `ends` for the day on which it is over and `not_before` for the day on which it begins; an act with a "
        "deadline is an obligation of its own.",
    ),
    # ---- provenance
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
    # ---- internal
    Rule(
        "ACC901",
        "internal-fault",
        _E,
        "accords itself failed on this record.",
        "The record passed the schema and could not be read all the same: that is a fault of ours, not of the record.",
        "Please report it, with the record if you can share it.",
    ),
)

RULES = {rule.code: rule for rule in _TABLE}
"""Code → rule, in the order of the codes."""
