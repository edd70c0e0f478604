"""Findings of reading: bytes that are no JSON text of a kind that is read."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["READING"]

_E, _W = Severity.ERROR, Severity.WARNING

READING = (
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
)
