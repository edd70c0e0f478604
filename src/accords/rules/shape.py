"""Findings of shape: what the schema refuses."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["SHAPE"]

_E = Severity.ERROR

SHAPE = (
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
        "There is no zeroth turn of a duty and no slice that starts before the text.",
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
)
