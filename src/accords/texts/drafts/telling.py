"""What came of a draft, for the person who has to look at it: every kept quote in its sentence, and every remark."""

from __future__ import annotations

from collections.abc import Iterator

from accords.prose import printable
from accords.texts.drafts.form import LISTS
from accords.texts.drafts.told import CompiledDraft, KeptRow
from accords.words import ENGLISH, Language, counted, in_language, say

__all__ = ["render_compiled"]


@in_language
def render_compiled(compiled: CompiledDraft, *, language: Language = ENGLISH) -> str:
    """Write what came of a draft: the rows in its order, each with its sentence and what was found of it.

    >>> edition = accords.edition_of(b"Ruritania shall open the gates.", id="deal")
    >>> print(accords.render_compiled(accords.compile_draft(accords.Draft(), edition)))
    Draft, checked by nobody
    <BLANKLINE>
    <BLANKLINE>
    0 rows kept, 0 things left out, 0 things to look at
    No record is made: no party is left.
    <BLANKLINE>
    """
    lines = [say("draft.unchecked"), "", *_row_lines(compiled, "", 0)]
    for name in LISTS:
        rows = {each.row for each in compiled.kept if each.list == name}
        rows |= {each.row for each in compiled.remarks if each.list == name}
        for row in sorted(rows):
            lines += _row_lines(compiled, name, row)
    kept, left, marked = len(compiled.kept), len(compiled.left_out), len(compiled.marked)
    counts = (counted("draft.kept", kept), counted("draft.left", left), counted("draft.marked", marked))
    lines += ["", say("comma").join(counts)]
    if compiled.record is None:
        lines.append(say("draft.faults" if compiled.faults else "draft.no_party"))
        lines += [f"  {printable(fault.message)}" for fault in compiled.faults]
    return "\n".join(lines) + "\n"


def _row_lines(compiled: CompiledDraft, name: str, row: int) -> Iterator[str]:
    if row:
        kept = next((each for each in compiled.kept if (each.list, each.row) == (name, row)), None)
        yield say("draft.row", list=name, row=row, sentence=_sentence(kept) if kept is not None else "").rstrip()
    for remark in compiled.about(name, row):
        words = printable(remark.words)
        if remark.part is not None:
            words = say("draft.part", part=remark.part, words=words)
        yield "    " + say(f"draft.kind.{remark.kind.value}", words=words)


def _sentence(kept: KeptRow) -> str:
    before, _, after = kept.sentence.partition(kept.quote)
    shown = printable(f"{before}[{kept.quote}]{after}".replace("\n", " "))
    return say("draft.sentence", number=kept.paragraph, words=shown)
