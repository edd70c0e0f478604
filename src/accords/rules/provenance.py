"""Findings about provenance: who says so, where, and since when."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["PROVENANCE"]

_E, _W = Severity.ERROR, Severity.WARNING

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
)
