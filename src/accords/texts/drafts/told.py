"""What comes of a draft: the record, what was left out of it, what to look at, and the sentence of every quote."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from accords.diagnostics import Diagnostic
from accords.model.agreement import Agreement
from accords.vocabulary import Vocabulary

__all__ = ["CompiledDraft", "KeptRow", "Remark", "RemarkKind"]


class RemarkKind(Vocabulary):
    """What became of what a remark is about."""

    LEFT_OUT = "left_out", "It is not in the record."
    MARKED = "marked", "It is in the record, and may be wrong."
    UNSURE = "unsure", "It is in the record, and whoever made the draft was not sure."


@frozen(kw_only=True)
class Remark:
    """Something a person has to look at: of which list and row (from 1) of the draft, and in ``words`` what it is.

    ``part`` is the field that it is about, None where it is the whole row; row 0 is the text itself.
    """

    kind: RemarkKind
    list: str
    row: int
    part: str | None
    words: str


@frozen(kw_only=True)
class KeptRow:
    """A row that is in the record: its quote, the sentence in which that stands, and where."""

    list: str
    row: int
    id: str
    quote: str
    sentence: str
    paragraph: int


@frozen(kw_only=True)
class CompiledDraft:
    """What ``compile_draft`` made.

    ``record`` is None where nothing can be made of the draft, such as where no party is left. ``faults`` are what
    validation says of a record that would not be valid, which is then not given.
    """

    record: Agreement | None
    kept: tuple[KeptRow, ...] = field(repr=False)
    remarks: tuple[Remark, ...] = field(repr=False)
    faults: tuple[Diagnostic, ...] = ()

    def of_kind(self, *kinds: RemarkKind) -> tuple[Remark, ...]:
        """The remarks of these kinds, in the order of the draft."""
        return _of_kind(self.remarks, kinds)

    @property
    def left_out(self) -> tuple[Remark, ...]:
        """What is not in the record."""
        return self.of_kind(RemarkKind.LEFT_OUT)

    @property
    def marked(self) -> tuple[Remark, ...]:
        """What is in the record, and has to be looked at."""
        return self.of_kind(RemarkKind.MARKED, RemarkKind.UNSURE)

    def about(self, list: str, row: int) -> tuple[Remark, ...]:
        """The remarks on one row of the draft."""
        return tuple(each for each in self.remarks if (each.list, each.row) == (list, row))


def _of_kind(remarks: Iterable[Remark], kinds: tuple[RemarkKind, ...]) -> tuple[Remark, ...]:
    return tuple(each for each in remarks if each.kind in kinds)
