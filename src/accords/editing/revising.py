"""What an edit of a record comes to: its text before and after, what is wrong with it, and what it changes in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from accords.codec import to_dict
from accords.compare import Difference, diff
from accords.dates import DateLike
from accords.diagnostics import Diagnostic, Report
from accords.editing.pointing import with_values
from accords.editing.splicing import spliced
from accords.model.agreement import Agreement, the_agreement
from accords.standing.history import Change, status_changes
from accords.validate import examine, loads
from accords.words import ENGLISH, Language, in_language

__all__ = ["Revision", "reviewed", "revise", "revise_at"]

_MARK = "\ufeff"


@frozen(kw_only=True)
class Revision:
    """An edit of a record that nobody has written yet.

    ``old`` and ``new`` are the bytes of its file, ``before`` and ``after`` the record. ``after`` and ``difference`` are
    None where the edit leaves an error. ``report`` is that of the new text, ``found`` what of it is new. ``changed``
    has every instance that stands differently as of ``as_of``, empty where no day is asked about.
    """

    old: bytes = field(repr=False)
    new: bytes = field(repr=False)
    before: Agreement
    after: Agreement | None
    report: Report
    found: tuple[Diagnostic, ...]
    difference: Difference | None
    changed: tuple[Change, ...]
    as_of: str | None

    @property
    def same(self) -> bool:
        """Whether nothing changes, not even a byte."""
        return self.old == self.new

    @property
    def ok(self) -> bool:
        """Whether it leaves a record without errors, so that it can be written."""
        return self.report.ok


@in_language
def revise(
    text: str | bytes,
    after: Agreement,
    *,
    as_of: DateLike | None = None,
    known_by: DateLike | None = None,
    language: Language = ENGLISH,
) -> Revision:
    """Say what becomes of the ``text`` of a record, and of what it says, where it is to say what ``after`` does.

    Every byte that need not change stays; a record in the canonical layout stays in it. Nothing is written.

    Args:
        text: the JSON text of a record without errors, best its bytes as they are in the file.
        after: the record as it is to be.
        as_of: the day at whose end both say where duties stand; absent, statuses are not compared.
        known_by: only what was known by the end of this day counts; by default that day.
        language: in what to say everything that is not a text of the record.

    Raises:
        InvalidRecordError: the record has errors as it is; its ``report`` says which.

    >>> from pathlib import Path
    >>> text = Path("examples/minimal.accord.json").read_bytes()
    >>> deal = accords.loads(text)
    >>> source = accords.Source(id="note", kind="report", title="Note of a visit")
    >>> revision = accords.revise(text, deal.with_source(source))
    >>> revision.new.decode().count("Note of a visit"), len(revision.changed)
    (1, 0)
    """
    before = loads(text)
    plain = to_dict(before), to_dict(the_agreement(after))
    return reviewed(text, before, _spliced(text, *plain), as_of=as_of, known_by=known_by)


@in_language
def revise_at(
    text: str | bytes,
    values: Mapping[str, Any],
    *,
    as_of: DateLike | None = None,
    known_by: DateLike | None = None,
    language: Language = ENGLISH,
) -> Revision:
    """The same with other values at some places: JSON Pointer → plain JSON, or ``CUT`` to take out what is there.

    Raises ValueError for a pointer that leads nowhere, InvalidRecordError as ``revise`` does.
    """
    before = loads(text)
    plain = json.loads(_decoded(text))
    return reviewed(text, before, _spliced(text, plain, with_values(plain, values)), as_of=as_of, known_by=known_by)


def reviewed(
    text: str | bytes,
    before: Agreement,
    new: str | bytes,
    *,
    as_of: DateLike | None = None,
    known_by: DateLike | None = None,
) -> Revision:
    """What it comes to where ``new`` is written in place of ``text``, which says ``before``."""
    old = text.encode() if isinstance(text, str) else text
    content = new.encode() if isinstance(new, str) else new
    examined, was = examine(content), examine(old)
    after = examined.agreement
    known = Counter((one.code, one.message) for one in was.report.diagnostics)
    difference = diff(before, after, as_of=as_of, known_by=known_by) if after is not None else None
    changed: tuple[Change, ...] = ()
    if after is not None and as_of is not None:
        changed = status_changes(before, after, as_of=as_of, known_by=known_by)
    return Revision(
        old=old,
        new=content,
        before=before,
        after=after,
        report=examined.report,
        found=tuple(one for one in examined.report.diagnostics if not _is_known(one, known)),
        difference=difference,
        changed=changed,
        as_of=difference.after.as_of if difference is not None else None,
    )


def _is_known(one: Diagnostic, known: Counter[tuple[str, str]]) -> bool:
    """Whether it was found before; a finding that came twice and was there once is new once."""
    known[one.code, one.message] -= 1
    return known[one.code, one.message] >= 0


def _decoded(text: str | bytes) -> str:
    return (text if isinstance(text, str) else text.decode()).removeprefix(_MARK)


def _spliced(text: str | bytes, before: Any, after: Any) -> str:
    bare = _decoded(text)
    mark = _MARK if len(bare) < len(text if isinstance(text, str) else text.decode()) else ""
    return mark + spliced(bare, before, after)
