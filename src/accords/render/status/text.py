"""Statuses, proofs and changes for the terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from accords.dates import DateLike
from accords.model.agreement import Agreement
from accords.render.checklist.markdown import escaped
from accords.render.safe import clean
from accords.render.status.lines import StatusWords, between_line, heading_lines, shown
from accords.render.status.proofs import proof_lines
from accords.standing.history import Change
from accords.standing.instances import StatusReport
from accords.standing.proof import Proof
from accords.words import ENGLISH, Language, counted, in_language, say, unchecked_in_words
from accords.wrapping import filled

__all__ = [
    "render_changes",
    "render_changes_markdown",
    "render_proofs",
    "render_status",
    "render_status_markdown",
]

_When = DateLike


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    return filled(clean(text), width, first, rest)


def _notes(told: StatusWords, width: int) -> list[str]:
    return [line for note in told.note_lines() for line in ("", _wrapped(note, width, "", "  "))]


@in_language
def render_status(
    report: StatusReport, record: Agreement, *, width: int = 80, today: bool = False, language: Language = ENGLISH
) -> str:
    """Write ``report`` for a terminal of ``width`` columns; ``today``: say that its day is today.

    Control characters of the record are taken out.
    """
    told = StatusWords.of(record)
    heading = [told.title_of_record, *heading_lines(report, told.names, today)]
    lines = [*(_wrapped(line, width) for line in heading), ""]
    for roll_up, every, instances in shown(report, told.in_order(report.instances)):
        if roll_up is not None:
            lines.append(_wrapped(told.title(roll_up), width, "↻ ", "  "))
            lines += [_wrapped(line, width, "    ", "    ") for line in told.roll_up_lines(roll_up, every)]
        for found in instances:
            standing = told.standing(found, report)
            lines.append(_wrapped(told.title(found), width, f"{standing.sign} ", "  "))
            lines += [_wrapped(line, width, "    ", "    ") for line in (standing.words, *told.lines(found, standing))]
        if left_out := len(every) - len(instances):
            lines.append("  " + counted("status.turns_left_out", left_out))
    assumed = (say("status.assumed_of_all", words=words) for words in report.assumptions)
    lines += ["", *(_wrapped(line, width) for line in (*told.worked_out, *assumed))]
    lines += _notes(told, width)
    return "\n".join(lines).rstrip("\n") + "\n"


@in_language
def render_status_markdown(
    report: StatusReport, record: Agreement, *, today: bool = False, language: Language = ENGLISH
) -> str:
    """Write ``report`` as GitHub-flavoured Markdown; ``today``: say that its day is today.

    Everything from the record is escaped.
    """
    told = StatusWords.of(record)
    lines = [f"# {escaped(told.title_of_record)}", ""]
    lines += [f"- {escaped(line)}" for line in heading_lines(report, told.names, today)]
    lines.append("")
    for roll_up, every, instances in shown(report, told.in_order(report.instances)):
        if roll_up is not None:
            lines.append(f"- ↻ {escaped(told.title(roll_up))}")
            lines += [f"  - {escaped(line)}" for line in told.roll_up_lines(roll_up, every)]
        for found in instances:
            standing = told.standing(found, report)
            lines.append(f"- {standing.sign} {escaped(told.title(found))}: **{escaped(standing.words)}**")
            lines += [f"  - {escaped(line)}" for line in told.lines(found, standing)]
        if left_out := len(every) - len(instances):
            lines.append("- " + counted("status.turns_left_out", left_out))
    lines += [line for words in told.worked_out for line in ("", escaped(words))]
    lines += ["", *(say("status.assumed_of_all", words=escaped(assumed)) for assumed in report.assumptions)]
    lines += [line for note in told.note_lines() for line in ("", escaped(note))]
    return "\n".join(lines).rstrip("\n") + "\n"


@in_language
def render_proofs(proofs: Iterable[Proof], record: Agreement, *, width: int = 80, language: Language = ENGLISH) -> str:
    """Write proofs of ``record`` in plain words, with actors by their names."""
    told = StatusWords.of(record)
    draft = unchecked_in_words(record)
    lines = [
        *([draft, ""] if draft is not None else []),
        *(
            _wrapped(line, width, "  " * depth, "  " * (depth + 1))
            for proof in proofs
            for depth, line in proof_lines(proof, told)
        ),
    ]
    return "\n".join([*lines, *_notes(told, width)]) + "\n"


@in_language
def render_changes(
    changes: Iterable[Change],
    record: Agreement,
    *,
    between: tuple[_When, _When],
    known_by: _When | None = None,
    width: int = 80,
    language: Language = ENGLISH,
) -> str:
    """Write the ``changes`` of ``record`` between two days, from what was known by ``known_by``, one to a paragraph."""
    told = StatusWords.of(record)
    lines = [_wrapped(told.change(change), width, "", "  ") for change in told.in_order(changes)]
    if not lines:
        return say("status.unchanged") + "\n"
    heading = between_line(record, between, known_by)
    return "\n".join([_wrapped(heading, width), "", *lines, *_notes(told, width)]) + "\n"


@in_language
def render_changes_markdown(
    changes: Iterable[Change],
    record: Agreement,
    *,
    between: tuple[_When, _When],
    known_by: _When | None = None,
    language: Language = ENGLISH,
) -> str:
    """Write the ``changes`` of ``record`` between two days, from what was known by ``known_by``, as a Markdown list."""
    told = StatusWords.of(record)
    lines = [f"- {escaped(told.change(change))}" for change in told.in_order(changes)]
    notes = [line for note in told.note_lines() for line in ("", escaped(note))]
    heading = escaped(between_line(record, between, known_by))
    return "\n".join([heading, "", *lines, *notes] if lines else [say("status.unchanged")]) + "\n"
